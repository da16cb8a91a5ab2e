#include "element.h"

#include "base/ascii.h"

#include "hash.h"

enum { LONGEST = 14 }; /* "annotation-xml" */

static const struct {
    char name[LONGEST + 1];
    uint8_t len;
    uint16_t flags;
} elements[] = {
#define ROW(id, text, bits) {text, sizeof(text) - 1, (bits)},
    AHD_ELEMENT_LIST(ROW)
#undef ROW
};

#include "html_elements.inc" /* SEED, slots: by tools/htmlc */

ahd_element ahd_element_find(ahd_str name)
{
    uint32_t hash = SEED;

    if (name.len > LONGEST)
        return AHD_ELEMENT_OTHER;
    for (size_t i = 0; i < name.len; i++)
        hash = ahd_hash_step(hash, ahd_ascii_small(name.ptr[i]));
    unsigned e = slots[ahd_hash_slot(hash, AHD_HASH_ELEMENT_SLOTS)];
    if (e == AHD_ELEMENT_OTHER || elements[e].len != name.len)
        return AHD_ELEMENT_OTHER;
    for (size_t i = 0; i < name.len; i++)
        if (ahd_ascii_small(name.ptr[i]) != elements[e].name[i])
            return AHD_ELEMENT_OTHER;
    return (ahd_element)e;
}

ahd_str ahd_element_name(ahd_element element)
{
    if (element >= AHD_ELEMENT_OTHER)
        return AHD_STR("");
    return (ahd_str){elements[element].name, elements[element].len};
}

unsigned ahd_element_flags(ahd_element element)
{
    return element >= AHD_ELEMENT_OTHER ? 0 : elements[element].flags;
}
