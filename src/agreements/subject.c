#include "agreements/subject.h"

/* So many letters tell a word from others: «عسكري», «عسكرية»; bytes are two a
 * letter in Arabic. */
enum { LATIN_STEM = 5, ARABIC_STEM = 8 };

static size_t stem(ahd_str word)
{
    bool latin = word.len > 0 && (unsigned char)word.ptr[0] < 0x80;
    size_t most = latin ? LATIN_STEM : ARABIC_STEM;

    return word.len < most ? word.len : most;
}

static bool is_same(ahd_str a, ahd_str b)
{
    size_t len = stem(a);

    return len == stem(b) &&
           ahd_str_eq((ahd_str){a.ptr, len}, (ahd_str){b.ptr, len});
}

static bool holds(ahd_str words, ahd_str word)
{
    while (words.len > 0)
        if (is_same(ahd_str_cut(&words, ' '), word))
            return true;
    return false;
}

uint32_t ahd_subject_shared(ahd_str one, ahd_str other)
{
    uint32_t count = 0;

    while (one.len > 0)
        count += holds(other, ahd_str_cut(&one, ' '));
    return count;
}

bool ahd_subject_fit(ahd_str one, ahd_str other)
{
    return one.len == 0 || other.len == 0 || ahd_subject_shared(one, other) > 0;
}
