#include "reviews/nearest.h"

#include "base/ascii.h"

enum { LONGEST = 64, FURTHEST = 3 };

/* Levenshtein, one row at a time; `most` + 1 when they are further apart. */
static int distance(ahd_str a, ahd_str b, int most)
{
    int row[LONGEST + 1];

    for (size_t j = 0; j <= b.len; j++)
        row[j] = (int)j;
    for (size_t i = 1; i <= a.len; i++) {
        int corner = row[0], least = row[0] = (int)i;
        for (size_t j = 1; j <= b.len; j++) {
            bool same =
                ahd_ascii_small(a.ptr[i - 1]) == ahd_ascii_small(b.ptr[j - 1]);
            int change = corner + !same;
            int shift = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            corner = row[j];
            row[j] = change < shift ? change : shift;
            least = row[j] < least ? row[j] : least;
        }
        if (least > most)
            return most + 1;
    }
    return row[b.len];
}

/* Of a short word one letter may be wrong, of a long one three. */
ahd_nearest ahd_nearest_to(ahd_str word)
{
    int most = (int)(word.len / 3);

    return (ahd_nearest){.word = word,
                         .found = UINT32_MAX,
                         .far = (most < FURTHEST ? most : FURTHEST) + 1};
}

void ahd_nearest_try(ahd_nearest *n, ahd_str candidate, uint32_t index)
{
    size_t longer = n->word.len > candidate.len ? n->word.len : candidate.len;
    size_t shorter = n->word.len + candidate.len - longer;

    if (candidate.len == 0 || longer > LONGEST || n->far == 0 ||
        longer - shorter >= (size_t)n->far)
        return;
    int far = distance(n->word, candidate, n->far - 1);
    if (far < n->far) {
        n->far = far;
        n->found = index;
    }
}
