#include "source/transfer.h"

#include "test.h"

static ahd_buf out;

/* `text` decoded line by line. */
static ahd_str decoded(const char *name, const char *text)
{
    ahd_transfer transfer = ahd_transfer_of(ahd_str_from(name));
    ahd_str rest = ahd_str_from(text);

    ahd_buf_clear(&out);
    while (rest.len > 0) {
        ahd_str line = ahd_str_cut(&rest, '\n');
        line.len += line.ptr[line.len] == '\n';
        ahd_transfer_add(&transfer, line, &out);
    }
    return ahd_buf_str(&out);
}

static void quoted_printable_is_decoded(void)
{
    CHECK_STR(decoded("Quoted-Printable", "caf=C3=A9 =\r\nau=20lait  \r\n"),
              "café au lait\r\n");
    CHECK_STR(decoded("quoted-printable", "a=3D\"b\"=\nc\n"), "a=\"b\"c\n");
}

static void what_is_no_code_stays(void)
{
    CHECK_STR(decoded("quoted-printable", "1=2 =zz =4"), "1=2 =zz =4");
    CHECK_STR(decoded("quoted-printable", "=d9=85"), "م");
    CHECK_STR(decoded("quoted-printable", "end="), "end=");
    CHECK_STR(decoded("8bit", "=C3\n"), "=C3\n");
    CHECK_STR(decoded("x-unknown", "=C3\n"), "=C3\n");
}

static void base64_is_decoded_across_lines(void)
{
    CHECK_STR(decoded("base64", "Y2Fm\r\nw6k=\r\n"), "café");
    CHECK_STR(decoded("BASE64", "Y\n2\nF\nm"), "caf");
    CHECK_STR(decoded("base64", "YQ==Yg=="), "ab");
    CHECK_STR(decoded("base64", "Y*W(E)="), "aa");
}

int main(void)
{
    out = AHD_BUF(1000);
    RUN(quoted_printable_is_decoded);
    RUN(what_is_no_code_stays);
    RUN(base64_is_decoded_across_lines);
    ahd_buf_finish(&out);
    return test_failures != 0;
}
