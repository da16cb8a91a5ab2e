#include "output/offsets.h"
#include "test.h"

#include "base/buf.h"
#include "base/utf8.h"

/* Against counting from the start, at every code point of the text. */
static void check_all(ahd_str text)
{
    ahd_offsets offsets;
    uint32_t count = 0;

    CHECK(ahd_offsets_init(&offsets, text));
    for (size_t at = 0; at < text.len; count++) {
        if (ahd_offsets_of(&offsets, (uint32_t)at) != count)
            CHECK(!"the offset is the number of code points before it");
        ahd_utf8_next(text, &at);
    }
    CHECK(ahd_offsets_of(&offsets, (uint32_t)text.len) == count);
    CHECK(ahd_offsets_of(&offsets, UINT32_MAX) == count);
    ahd_offsets_finish(&offsets);
}

static void an_empty_text_has_one_offset(void)
{
    check_all(AHD_STR(""));
}

static void arabic_and_emoji_count_one_each(void)
{
    ahd_str text = AHD_STR("قال 😀: ok");
    ahd_offsets offsets;

    CHECK(ahd_offsets_init(&offsets, text));
    CHECK(ahd_offsets_of(&offsets, 7) == 4);  /* the emoji: 3 letters, space */
    CHECK(ahd_offsets_of(&offsets, 11) == 5); /* after its four bytes */
    CHECK(ahd_offsets_of(&offsets, 15) == 9);
    ahd_offsets_finish(&offsets);
    check_all(text);
}

/* Blocks end in the middle of sequences, and exactly at the end. */
static void long_texts_of_every_length_agree(void)
{
    ahd_buf text = AHD_BUF(1 << 16);

    for (int i = 0; i < 300; i++) {
        ahd_buf_code_point(&text, i % 3 == 0   ? 0x1F600
                                  : i % 3 == 1 ? 0x0639
                                               : 'x');
        check_all(ahd_buf_str(&text));
    }
    ahd_buf_finish(&text);
}

int main(void)
{
    RUN(an_empty_text_has_one_offset);
    RUN(arabic_and_emoji_count_one_each);
    RUN(long_texts_of_every_length_agree);
    return test_failures != 0;
}
