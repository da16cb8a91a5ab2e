#include "lang/letter.h"

/* letters.inc defines ahd_letter_pages, ahd_letter_rows and these two. */
typedef struct expansion {
    uint32_t letter;
    const char *text;
} expansion;

typedef struct composition {
    uint16_t base, mark, letter;
} composition;

#include "letters.inc"

#define COUNT(table) (sizeof(table) / sizeof *(table))

ahd_str ahd_letter_expand(uint32_t c)
{
    size_t low = 0, high = COUNT(expansions);

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (expansions[middle].letter < c)
            low = middle + 1;
        else
            high = middle;
    }
    return low < COUNT(expansions) && expansions[low].letter == c
               ? ahd_str_from(expansions[low].text)
               : AHD_STR("");
}

uint32_t ahd_letter_compose(uint32_t base, uint32_t mark)
{
    uint64_t wanted = (uint64_t)base << 16 | mark;
    size_t low = 0, high = COUNT(compositions);

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const composition *row = &compositions[middle];
        if (((uint64_t)row->base << 16 | row->mark) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low < COUNT(compositions) && compositions[low].base == base &&
                   compositions[low].mark == mark
               ? compositions[low].letter
               : 0;
}
