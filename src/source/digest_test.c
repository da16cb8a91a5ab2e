#include "source/digest.h"

#include "test.h"

/* SHA-1 and MD5 of "abc" as in FIPS 180-4 and RFC 1321. */
static void right_digests_fit_in_every_writing(void)
{
    CHECK(ahd_digest_fits(
        AHD_STR("sha1:a9993e364706816aba3e25717850c26c9cd0d89d"),
        AHD_STR("abc")));
    CHECK(ahd_digest_fits(AHD_STR("SHA-1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5"),
                          AHD_STR("abc")));
    CHECK(ahd_digest_fits(AHD_STR("md5:900150983cd24fb0d6963f7d28e17f72"),
                          AHD_STR("abc")));
}

static void a_wrong_digest_does_not(void)
{
    CHECK(!ahd_digest_fits(AHD_STR("sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5"),
                           AHD_STR("abd")));
    CHECK(!ahd_digest_fits(AHD_STR("md5:900150983cd24fb0d6963f7d28e17f72"),
                           AHD_STR("")));
}

static void what_cannot_be_read_is_not_called_wrong(void)
{
    CHECK(ahd_digest_fits(AHD_STR("xxh3:00"), AHD_STR("abc")));
    CHECK(ahd_digest_fits(AHD_STR("sha1:short"), AHD_STR("abc")));
    CHECK(ahd_digest_fits(AHD_STR("sha1:0000000000000000000000000000000!"),
                          AHD_STR("abc")));
    CHECK(ahd_digest_fits(AHD_STR(""), AHD_STR("abc")));
}

int main(void)
{
    RUN(right_digests_fit_in_every_writing);
    RUN(a_wrong_digest_does_not);
    RUN(what_cannot_be_read_is_not_called_wrong);
    return test_failures != 0;
}
