#include "morph/pattern.h"

uint64_t ahd_pattern_of(const uint16_t *letters, uint32_t count)
{
    static const uint16_t servile[] = {0x627, 0x62A, 0x648, 0x64A, 0x645,
                                       0x646, 0x633, 0x647, 0x621};
    uint64_t pattern = 1;

    for (uint32_t i = 0; i < count && i < 15; i++) {
        uint32_t which = 0;
        while (which < 9 && servile[which] != letters[i])
            which++;
        pattern = pattern << 4 | which;
    }
    return pattern;
}
