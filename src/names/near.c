#include "names/near.h"

#include "base/utf8.h"

/* Letters of a row are confused with each other. The first row of each
 * script are its vowels and what stands for them, which come and go. */
static const char *const sounds[] = {
    "اويهءع", "aeiouyhw", "شجغقكخ", "صسثز", "طتدض",  "ضظذزد", "حهخع",
    "فبو",    "kcqgx",    "szxc",   "dtj",  "fvpbw", "jgyiz", NULL};

enum { VOWELS = 1 | 2 };

static const float cheap = 0.4f, slip = 0.35f, full = 1;

typedef struct letters {
    uint32_t c[AHD_NEAR_LONGEST];
    uint32_t rows[AHD_NEAR_LONGEST]; /* bit i: in sounds[i] */
    int count;
} letters;

static uint32_t rows_of(uint32_t c)
{
    uint32_t rows = 0;

    for (int i = 0; sounds[i]; i++) {
        ahd_str row = ahd_str_from(sounds[i]);
        for (size_t at = 0; at < row.len;)
            if (ahd_utf8_next(row, &at) == c)
                rows |= 1u << i;
    }
    return rows;
}

static void read_letters(ahd_str s, letters *out)
{
    out->count = 0;
    for (size_t at = 0; at < s.len && out->count < AHD_NEAR_LONGEST;) {
        uint32_t c = ahd_utf8_next(s, &at);
        out->c[out->count] = c;
        out->rows[out->count++] = rows_of(c);
    }
}

static float swap_cost(const letters *a, int i, const letters *b, int j)
{
    if (a->c[i] == b->c[j])
        return 0;
    return a->rows[i] & b->rows[j] ? cheap : full;
}

/* A vowel, a doubled letter and a space come and go easily. */
static float drop_cost(const letters *a, int i)
{
    bool doubled = i > 0 && a->c[i] == a->c[i - 1];

    return (a->rows[i] & VOWELS) || doubled || a->c[i] == ' ' ? slip : full;
}

static float smallest(float a, float b, float c)
{
    float least = a < b ? a : b;

    return least < c ? least : c;
}

static float cost(const letters *a, const letters *b)
{
    float row[AHD_NEAR_LONGEST + 1];

    row[0] = 0;
    for (int j = 0; j < b->count; j++)
        row[j + 1] = row[j] + drop_cost(b, j);
    for (int i = 0; i < a->count; i++) {
        float diagonal = row[0];
        row[0] += drop_cost(a, i);
        for (int j = 0; j < b->count; j++) {
            float above = row[j + 1];
            row[j + 1] =
                smallest(diagonal + swap_cost(a, i, b, j),
                         above + drop_cost(a, i), row[j] + drop_cost(b, j));
            diagonal = above;
        }
    }
    return row[b->count];
}

float ahd_near_cost(ahd_str a, ahd_str b)
{
    letters first, second;

    read_letters(a, &first);
    read_letters(b, &second);
    return cost(&first, &second);
}

float ahd_near_distance(ahd_str a, ahd_str b)
{
    letters first, second;

    read_letters(a, &first);
    read_letters(b, &second);
    int longest = first.count > second.count ? first.count : second.count;
    return longest ? cost(&first, &second) / (float)longest : 0;
}

static ahd_str first_word(ahd_str s)
{
    return ahd_str_cut(&s, ' ');
}

static ahd_str last_word(ahd_str s)
{
    ahd_str word = s;

    while (s.len > 0)
        word = ahd_str_cut(&s, ' ');
    return word;
}

/* Two Muhammads are not one: each end of the name must be near by itself. */
float ahd_near_names(ahd_str a, ahd_str b)
{
    const float far = 0.3f;

    if (ahd_near_distance(first_word(a), first_word(b)) > far ||
        ahd_near_distance(last_word(a), last_word(b)) > far)
        return 1;
    return ahd_near_distance(a, b);
}
