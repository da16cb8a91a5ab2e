#include "base/hashing.h"
#include "test.h"

#include <string.h>

/* In pieces of any length, all sizes around the blocks. */
static void pieces_hash_as_the_whole(void)
{
    char text[300], whole[AHD_SHA256_HEX], pieces[AHD_SHA256_HEX];

    memset(text, 'x', sizeof text);
    for (size_t len = 0; len < sizeof text; len++)
        for (size_t step = 1; step < 140; step += 23) {
            ahd_hashing hashing;
            ahd_hashing_init(&hashing);
            for (size_t at = 0; at < len; at += step)
                ahd_hashing_add(
                    &hashing,
                    (ahd_str){text + at, len - at < step ? len - at : step});
            ahd_hashing_hex(&hashing, pieces);
            ahd_sha256_hex((ahd_str){text, len}, whole);
            CHECK(memcmp(whole, pieces, sizeof whole) == 0);
        }
}

int main(void)
{
    RUN(pieces_hash_as_the_whole);
    return test_failures != 0;
}
