#include "base/checksum.h"

#include "test.h"

#include <string.h>

static bool names(ahd_checksum how, ahd_str bytes, const char *hex)
{
    unsigned char hash[AHD_CHECKSUM_MOST];
    char text[2 * AHD_CHECKSUM_MOST + 1];
    size_t len = ahd_checksum_bytes(how, bytes, hash);

    for (size_t i = 0; i < len; i++)
        snprintf(text + 2 * i, 3, "%02x", hash[i]);
    return strcmp(text, hex) == 0;
}

/* RFC 1321, A.5, and the examples of FIPS 180-4 (NIST CSRC). */
static void known_messages_have_their_known_hashes(void)
{
    CHECK(names(AHD_CHECKSUM_MD5, AHD_STR(""),
                "d41d8cd98f00b204e9800998ecf8427e"));
    CHECK(names(AHD_CHECKSUM_MD5, AHD_STR("abc"),
                "900150983cd24fb0d6963f7d28e17f72"));
    CHECK(names(AHD_CHECKSUM_MD5,
                AHD_STR("1234567890123456789012345678901234567890123456789012"
                        "3456789012345678901234567890"),
                "57edf4a22be3c955ac49da2e2107b67a"));
    CHECK(names(AHD_CHECKSUM_SHA1, AHD_STR("abc"),
                "a9993e364706816aba3e25717850c26c9cd0d89d"));
    CHECK(names(AHD_CHECKSUM_SHA1,
                AHD_STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmno"
                        "mnopnopq"),
                "84983e441c3bd26ebaae4aa1f95129e5e54670f1"));
    CHECK(names(AHD_CHECKSUM_SHA256, AHD_STR("abc"),
                "ba7816bf8f01cfea414140de5dae2223"
                "b00361a396177a9cb410ff61f20015ad"));
}

/* Where the processor has no instructions of its own the two are one. */
static void both_ways_give_the_same_at_every_length(void)
{
    unsigned char one[AHD_CHECKSUM_MOST], two[AHD_CHECKSUM_MOST];
    char bytes[1000];
    size_t differ = 0;

    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i * i * 7 + i / 3);
    for (int how = 0; how < AHD_CHECKSUMS; how++)
        for (size_t len = 0; len < sizeof bytes; len++) {
            ahd_str s = {bytes + sizeof bytes - len, len};
            size_t n = ahd_checksum_bytes((ahd_checksum)how, s, one);
            differ += n != ahd_checksum_plainly((ahd_checksum)how, s, two) ||
                      memcmp(one, two, n) != 0;
        }
    CHECK(differ == 0);
}

int main(void)
{
    RUN(known_messages_have_their_known_hashes);
    RUN(both_ways_give_the_same_at_every_length);
    return test_failures != 0;
}
