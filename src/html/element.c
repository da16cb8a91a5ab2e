#include "element.h"

enum { LONGEST = 10 }; /* "blockquote" */

static const struct {
    char name[LONGEST + 1];
    unsigned char len, flags;
} elements[] = {
#define ROW(id, text, bits) {text, sizeof(text) - 1, (bits)},
    AHD_ELEMENT_LIST(ROW)
#undef ROW
};

static int small(char c)
{
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

/* Order of `name` and row `at`, shorter first among equals. */
static int order(ahd_str name, int at)
{
    size_t len = elements[at].len;

    for (size_t i = 0; i < name.len && i < len; i++)
        if (small(name.ptr[i]) != elements[at].name[i])
            return small(name.ptr[i]) - elements[at].name[i];
    return (name.len > len) - (name.len < len);
}

ahd_element ahd_element_find(ahd_str name)
{
    int low = 0, high = AHD_ELEMENT_OTHER;

    if (name.len > LONGEST)
        return AHD_ELEMENT_OTHER;
    while (low < high) {
        int middle = (low + high) / 2, way = order(name, middle);
        if (way == 0)
            return (ahd_element)middle;
        if (way < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return AHD_ELEMENT_OTHER;
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
