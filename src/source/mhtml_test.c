#include "from_bytes.h"
#include "test.h"

#define HEAD                                                                   \
    "From: <Saved by a browser>\r\n"                                           \
    "Snapshot-Content-Location: https://x.example/1\r\n"                       \
    "Subject: =?utf-8?Q?Truce?=\r\n"                                           \
    "MIME-Version: 1.0\r\n"                                                    \
    "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n"            \
    "\tboundary=\"--cut--\"\r\n\r\n\r\n"
#define CUT "\r\n----cut--\r\n"
#define END "\r\n----cut----\r\n"
#define ADVERT                                                                 \
    "Content-Type: text/html\r\nContent-Location: "                            \
    "https://ads.example/\r\n\r\n"                                             \
    "<p>buy</p>"

static void the_page_is_the_part_saved_under_the_address(void)
{
    CHECK_STR(
        from_bytes("a", AHD_STR(HEAD CUT ADVERT CUT
                                "Content-Type: image/png\r\n"
                                "Content-Transfer-Encoding: base64\r\n\r\n"
                                "iVBORw0KGgo=" CUT "Content-Type: text/html; "
                                "charset=\"windows-1256\"\r\n"
                                "Content-Transfer-Encoding: "
                                "quoted-printable\r\n"
                                "Content-Location: https://x.example/1\r\n"
                                "\r\n<p class=3D\"a\">Both =\r\nmet</p>" END)),
        "https://x.example/1|windows-1256|<p class=\"a\">Both met</p>\n");
}

static void without_an_address_it_is_the_one_that_starts_or_the_first(void)
{
    CHECK_STR(from_bytes("a.mht",
                         AHD_STR("Content-Type: multipart/related; boundary=b; "
                                 "start=\"<2@x>\"\n\n--b\n" ADVERT
                                 "\n--b\nContent-Type: text/html\n"
                                 "Content-ID: <2@x>\n\n<p>main</p>\n--b--\n")),
              "||<p>main</p>\n");
    CHECK_STR(
        from_bytes("a.mht", AHD_STR("Content-Type: multipart/related; "
                                    "boundary=b\n\n--b\n" ADVERT "\n--b--\n")),
        "https://ads.example/||<p>buy</p>\n");
}

static void parts_may_lie_in_parts_or_be_the_whole(void)
{
    CHECK_STR(from_bytes("a", AHD_STR(HEAD CUT
                                      "Content-Type: multipart/alternative; "
                                      "boundary=in\r\n\r\n--in\r\n"
                                      "Content-Type: text/plain\r\n\r\nno\r\n"
                                      "--in--\r\nbetween" CUT
                                      "Content-Type: text/html\r\n\r\n"
                                      "<p>yes</p>" END)),
              "https://x.example/1||<p>yes</p>\n");
    CHECK_STR(from_bytes("a.MHT", AHD_STR("Content-Type: text/html\n"
                                          "Content-Transfer-Encoding: base64\n"
                                          "\nPHA+\neWVzPC9wPg==\n")),
              "||<p>yes</p>\n");
}

static void what_is_damaged_is_told(void)
{
    CHECK_STR(from_bytes("a", AHD_STR(HEAD CUT "Content-Type: text/html\r\n"
                                               "\r\n<p>They met in")),
              "https://x.example/1||<p>They met in odd: is cut off; save the "
              "page again\n");
    CHECK_STR(from_bytes("a", AHD_STR(HEAD CUT "Content-Type: image/png\r\n"
                                               "\r\nx" END)),
              "! a:0: is MHTML without an HTML part; save the page again\n");
}

static void a_mail_or_a_text_is_no_mhtml(void)
{
    ahd_str mail = AHD_STR("MIME-Version: 1.0\nContent-Type: "
                           "multipart/mixed; boundary=b\n\n--b\n\nhello");

    CHECK(ahd_str_starts(from_bytes("a.txt", mail), AHD_STR("||MIME")));
    CHECK(ahd_str_starts(from_bytes("a.txt", AHD_STR("Paris: they met\n\nx")),
                         AHD_STR("||Paris: they met")));
}

/* A page of 4 MiB in one line, and 40 MiB of pictures that nobody reads. */
static void long_lines_and_large_pictures_are_no_trouble(void)
{
    static const char head[] = HEAD CUT "Content-Type: text/html\r\n"
                                        "Content-Transfer-Encoding: "
                                        "quoted-printable\r\n\r\n";
    size_t text = (size_t)4 << 20, size = (size_t)44 << 20;
    char *bytes = malloc(size);

    if (bytes == NULL)
        return;
    memset(bytes, 'x', size);
    memcpy(bytes, head, sizeof head - 1);
    for (size_t i = sizeof head - 1; i + 3 <= text; i += 3)
        memcpy(bytes + i, "=41", 3);
    memcpy(bytes + text, END, sizeof END - 1);
    ahd_str got = from_bytes("a", (ahd_str){bytes, size});
    CHECK(got.len > text / 3 - 1000 && got.len < text / 3);
    CHECK(memchr(got.ptr, '=', got.len) == NULL);
    free(bytes);
}

int main(void)
{
    RUN(the_page_is_the_part_saved_under_the_address);
    RUN(without_an_address_it_is_the_one_that_starts_or_the_first);
    RUN(parts_may_lie_in_parts_or_be_the_whole);
    RUN(what_is_damaged_is_told);
    RUN(a_mail_or_a_text_is_no_mhtml);
    RUN(long_lines_and_large_pictures_are_no_trouble);
    ahd_buf_finish(&from_bytes_out);
    return test_failures != 0;
}
