#include "output/offsets.h"

#include <stdlib.h>

enum { BLOCK = 64 };

/* Code points begin at bytes that continue no sequence; the text is valid. */
static bool begins(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

bool ahd_offsets_init(ahd_offsets *o, ahd_str text)
{
    uint32_t count = 0;

    o->text = text;
    o->counts = malloc((text.len / BLOCK + 1) * sizeof *o->counts);
    if (o->counts == NULL)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (i % BLOCK == 0)
            o->counts[i / BLOCK] = count;
        count += begins(text.ptr[i]);
    }
    if (text.len % BLOCK == 0)
        o->counts[text.len / BLOCK] = count;
    return true;
}

void ahd_offsets_finish(ahd_offsets *o)
{
    free(o->counts);
    o->counts = NULL;
}

uint32_t ahd_offsets_of(const ahd_offsets *o, uint32_t at)
{
    size_t end = at < o->text.len ? at : o->text.len;
    uint32_t count = o->counts[end / BLOCK];

    for (size_t i = end / BLOCK * BLOCK; i < end; i++)
        count += begins(o->text.ptr[i]);
    return count;
}
