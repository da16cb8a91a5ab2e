#include "names/near.h"

#include "base/utf8.h"

/* ------------------------------------------------------------------ units */

enum {
    NOTHING,
    SPACE,
    MARK,  /* ' of Latin: a hamza, an ayn */
    LATIN, /* a to z, then pairs */
    PAIRS = LATIN + 26,
    ARABIC = PAIRS + 13, /* U+0621 to U+064A, then those of other tongues */
    FOREIGN = ARABIC + 42,
    JOINED = FOREIGN + 4, /* two of Arabic for one of Latin: "ch", "x" */
    OTHER = JOINED + 2,
};

static const char *const names[AHD_NEAR_UNITS] = {
    "",   " ",  "'",  "a",  "b",  "c",  "d",  "e",  "f",  "g",  "h",  "i",
    "j",  "k",  "l",  "m",  "n",  "o",  "p",  "q",  "r",  "s",  "t",  "u",
    "v",  "w",  "x",  "y",  "z",  "sh", "kh", "gh", "th", "dh", "ch", "ph",
    "ck", "zh", "ts", "ou", "oo", "ee", "ء",  "آ",  "أ",  "ؤ",  "إ",  "ئ",
    "ا",  "ب",  "ة",  "ت",  "ث",  "ج",  "ح",  "خ",  "د",  "ذ",  "ر",  "ز",
    "س",  "ش",  "ص",  "ض",  "ط",  "ظ",  "ع",  "غ",  "ػ",  "ؼ",  "ؽ",  "ؾ",
    "ؿ",  "ـ",  "ف",  "ق",  "ك",  "ل",  "م",  "ن",  "ه",  "و",  "ى",  "ي",
    "پ",  "چ",  "ڤ",  "گ",  "تش", "كس", "?",  "",   "",   "",   "",   ""};

static const uint32_t foreign[] = {0x67E, 0x686, 0x6A4, 0x6AF};

const char *ahd_near_unit(int unit)
{
    return names[unit];
}

bool ahd_near_is_latin(int unit)
{
    return unit >= MARK && unit < ARABIC;
}

static uint8_t letter_of(uint32_t c)
{
    if (c >= 'a' && c <= 'z')
        return (uint8_t)(LATIN + c - 'a');
    if (c >= 0x621 && c <= 0x64A)
        return (uint8_t)(ARABIC + c - 0x621);
    if (c == '\'' || c == 0x2019 || c == '`')
        return MARK;
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (foreign[i] == c)
            return (uint8_t)(FOREIGN + i);
    return c == ' ' || c == '-' ? SPACE : OTHER;
}

enum { TA = ARABIC + 0x2A - 0x21, KAF = ARABIC + 0x43 - 0x21 };
enum { SHIN = ARABIC + 0x34 - 0x21, SIN = ARABIC + 0x33 - 0x21 };

/* The unit that `second` makes of the letter before it, or NOTHING. A doubled
 * letter of Latin is one of Arabic. */
static uint8_t pair_of(uint8_t first, uint8_t second)
{
    if (second >= ARABIC)
        return first == TA && second == SHIN   ? JOINED
               : first == KAF && second == SIN ? JOINED + 1
                                               : NOTHING;
    for (int i = PAIRS; i < ARABIC && second < PAIRS; i++)
        if (names[i][0] - 'a' == first - LATIN &&
            names[i][1] - 'a' == second - LATIN)
            return (uint8_t)i;
    return first == second && first >= LATIN ? first : NOTHING;
}

void ahd_near_read(ahd_str folded, ahd_near_word *out)
{
    out->count = 0;
    for (size_t at = 0; at < folded.len && out->count < AHD_NEAR_LONGEST;) {
        uint8_t unit = letter_of(ahd_utf8_next(folded, &at));
        uint8_t *last = out->unit + out->count - 1;
        uint8_t both = out->count > 0 ? pair_of(*last, unit) : NOTHING;
        if (both)
            *last = both;
        else
            out->unit[out->count++] = unit;
    }
}

/* --------------------------------------------------------------- distance */

static const ahd_near_table learned = {{
#include "spelling_costs.inc"
}};

enum { FULL = 100, SLIP = 20 }; /* of a doubled letter, of a space */

static int swap_cost(const ahd_near_table *t, uint8_t a, uint8_t b)
{
    return a == b && a != OTHER ? 0 : FULL - t->near[a][b];
}

static int drop_cost(const ahd_near_table *t, const ahd_near_word *w, int i)
{
    int cost = FULL - t->near[w->unit[i]][NOTHING];
    uint8_t before = i == 0 ? NOTHING : w->unit[i - 1];
    bool slips = w->unit[i] == SPACE || w->unit[i] == before;

    return slips && cost > SLIP ? SLIP : cost;
}

static int smallest(int a, int b, int c)
{
    int least = a < b ? a : b;

    return least < c ? least : c;
}

float ahd_near_sum(const ahd_near_table *t, const ahd_near_word *a,
                   const ahd_near_word *b)
{
    int row[AHD_NEAR_LONGEST + 1], drop[AHD_NEAR_LONGEST];

    row[0] = 0;
    for (int j = 0; j < b->count; j++) {
        drop[j] = drop_cost(t, b, j);
        row[j + 1] = row[j] + drop[j];
    }
    for (int i = 0; i < a->count; i++) {
        int diagonal = row[0], dropped = drop_cost(t, a, i);
        row[0] += dropped;
        for (int j = 0; j < b->count; j++) {
            int above = row[j + 1];
            row[j + 1] =
                smallest(diagonal + swap_cost(t, a->unit[i], b->unit[j]),
                         above + dropped, row[j] + drop[j]);
            diagonal = above;
        }
    }
    return (float)row[b->count] / FULL;
}

float ahd_near_cost(ahd_str a, ahd_str b)
{
    ahd_near_word first, second;

    ahd_near_read(a, &first);
    ahd_near_read(b, &second);
    return ahd_near_sum(&learned, &first, &second);
}

float ahd_near_distance(ahd_str a, ahd_str b)
{
    ahd_near_word first, second;

    ahd_near_read(a, &first);
    ahd_near_read(b, &second);
    int longest = first.count > second.count ? first.count : second.count;
    return longest ? ahd_near_sum(&learned, &first, &second) / (float)longest
                   : 0;
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
