#include "base/sha256.h"

#include "test.h"

#include <string.h>

static bool names(ahd_str bytes, const char *hex)
{
    char out[AHD_SHA256_HEX];

    ahd_sha256_hex(bytes, out);
    return memcmp(out, hex, sizeof out) == 0;
}

/* The vectors of FIPS 180-4's examples (NIST CSRC). */
static void known_messages_have_their_known_names(void)
{
    CHECK(names(AHD_STR(""), "e3b0c44298fc1c149afbf4c8996fb924"
                             "27ae41e4649b934ca495991b7852b855"));
    CHECK(names(AHD_STR("abc"), "ba7816bf8f01cfea414140de5dae2223"
                                "b00361a396177a9cb410ff61f20015ad"));
    CHECK(names(AHD_STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmno"
                        "mnopnopq"),
                "248d6a61d20638b8e5c026930c3e6039"
                "a33ce45964ff2167f6ecedd419db06c1"));
}

static void a_million_letters_are_many_blocks(void)
{
    static char letters[1000000];

    memset(letters, 'a', sizeof letters);
    CHECK(names((ahd_str){letters, sizeof letters},
                "cdc76e5c9914fb9281a1c7e284d73e67"
                "f1809a48a497200e046d39ccc7112cd0"));
}

int main(void)
{
    RUN(known_messages_have_their_known_names);
    RUN(a_million_letters_are_many_blocks);
    return test_failures != 0;
}
