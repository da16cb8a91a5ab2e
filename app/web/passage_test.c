#include "web/passage.h"

#include "test.h"

static ahd_passage p;
static json_t *document;

/* The map of "قال نعم & لا": two stretches of the very bytes, and between them
 * "&amp;", five bytes that are one character. */
static void start(void)
{
    ahd_error error;

    document = json_loads("{\"sha256\":\"ab\",\"map\":[[0,100,8],[8,115,1,5],"
                          "[9,120,3]]}",
                          0, NULL);
    p = (ahd_passage){.document = document};
    CHECK(ahd_overlay_init(&p.marks, AHD_STR("قال نعم & لا"), &error) ==
          AHD_OK);
}

static void finish(void)
{
    ahd_overlay_finish(&p.marks);
    json_decref(document);
}

static void words_lead_to_their_bytes(void)
{
    ahd_bytes bytes;

    start();
    p.at = (ahd_range){4, 7};
    CHECK(ahd_passage_bytes(&p, &bytes));
    CHECK(bytes.start == 107 && bytes.end == 113);
    p.at = (ahd_range){4, 12};
    CHECK(ahd_passage_bytes(&p, &bytes));
    CHECK(bytes.start == 107 && bytes.end == 125);
    finish();
}

static void and_bytes_back_to_words(void)
{
    start();
    CHECK(ahd_passage_find(&p, (ahd_bytes){107, 113}));
    CHECK(p.at.start == 4 && p.at.end == 7);
    CHECK(ahd_passage_find(&p, (ahd_bytes){107, 125}));
    CHECK(p.at.start == 4 && p.at.end == 12);
    CHECK(ahd_passage_find(&p, (ahd_bytes){116, 117}));
    CHECK(p.at.start == 8 && p.at.end == 9);
    CHECK(!ahd_passage_find(&p, (ahd_bytes){10, 20}));
    finish();
}

static void an_address_is_a_hash_and_bytes(void)
{
    static const char hash[] = "b1c1e2c7a42fa91ef55eb20bb64ffae7"
                               "ff39b4b25a1faf50ca9e26c57a41f8c3.12-40";
    ahd_bytes bytes;
    ahd_str found;

    CHECK(ahd_passage_parse(ahd_str_from(hash), &found, &bytes));
    CHECK(found.len == 64 && bytes.start == 12 && bytes.end == 40);
    CHECK(!ahd_passage_parse(AHD_STR("b1c1.12-40"), &found, &bytes));
    CHECK(!ahd_passage_parse((ahd_str){hash, 66}, &found, &bytes));
    CHECK(!ahd_passage_parse(AHD_STR(""), &found, &bytes));
}

int main(void)
{
    RUN(words_lead_to_their_bytes);
    RUN(and_bytes_back_to_words);
    RUN(an_address_is_a_hash_and_bytes);
    return test_failures != 0;
}
