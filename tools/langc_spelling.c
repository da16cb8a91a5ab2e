/* langc_spelling.c - letters, vowels, chairs of hamza. */
#include "langc_spelling.h"

#include "base/utf8.h"

#include <string.h>

enum {
    HAMZA = 0x621,
    ALEF_MADDA = 0x622,
    ALEF_HAMZA = 0x623,
    WAW_HAMZA = 0x624,
    YA_HAMZA = 0x626,
    ALEF = 0x627,
    TA_MARBUTA = 0x629,
    TA = 0x62A,
    WAW = 0x648,
    ALEF_MAQSURA = 0x649,
    YA = 0x64A,
};

static const struct {
    uint32_t code_point;
    uint8_t mark;
} marks[] = {
    {0x64E, LANGC_FATHA},
    {0x64F, LANGC_DAMMA},
    {0x650, LANGC_KASRA},
    {0x651, LANGC_SHADDA},
};

static uint8_t mark_of(uint32_t c)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (marks[i].code_point == c)
            return marks[i].mark;
    return 0;
}

static bool is_mark(uint32_t c)
{
    return (c >= 0x64B && c <= 0x652) || c == 0x670 || c == 0x640;
}

void langc_push(langc_spelling *s, uint32_t letter, uint8_t mark)
{
    if (s->len == LANGC_LETTERS)
        return;
    s->letter[s->len] = letter;
    s->mark[s->len++] = mark;
}

langc_spelling langc_spell(ahd_str text)
{
    langc_spelling s = {.len = 0};

    for (size_t at = 0; at < text.len;) {
        uint32_t c = ahd_utf8_next(text, &at);
        if (!is_mark(c))
            langc_push(&s, c, 0);
        else if (s.len > 0)
            s.mark[s.len - 1] |= mark_of(c);
    }
    return s;
}

static ahd_str write_out(ahd_arena *arena, const langc_spelling *s, bool marked)
{
    char *out = ahd_arena_alloc(arena, 1, LANGC_LETTERS * 12);
    size_t len = 0;

    for (int i = 0; i < s->len; i++) {
        len += ahd_utf8_write(s->letter[i], out + len);
        for (size_t m = 0; marked && m < sizeof marks / sizeof *marks; m++)
            if (s->mark[i] & marks[m].mark)
                len += ahd_utf8_write(marks[m].code_point, out + len);
    }
    return (ahd_str){out, len};
}

ahd_str langc_letters(ahd_arena *arena, const langc_spelling *s)
{
    return write_out(arena, s, false);
}

ahd_str langc_marked(ahd_arena *arena, const langc_spelling *s)
{
    return write_out(arena, s, true);
}

uint32_t langc_last(const langc_spelling *s, int at)
{
    return s->len + at >= 0 ? s->letter[s->len + at] : 0;
}

uint8_t langc_last_mark(const langc_spelling *s, int at)
{
    return s->len + at >= 0 ? s->mark[s->len + at] : 0;
}

void langc_drop(langc_spelling *s, int from, int count)
{
    int after = s->len - from - count;

    if (from < 0 || after < 0)
        return;
    memmove(s->letter + from, s->letter + from + count,
            (size_t)after * sizeof *s->letter);
    memmove(s->mark + from, s->mark + from + count, (size_t)after);
    s->len -= count;
}

void langc_insert(langc_spelling *s, int at, uint32_t letter, uint8_t mark)
{
    if (s->len == LANGC_LETTERS)
        return;
    memmove(s->letter + at + 1, s->letter + at,
            (size_t)(s->len - at) * sizeof *s->letter);
    memmove(s->mark + at + 1, s->mark + at, (size_t)(s->len - at));
    s->letter[at] = letter;
    s->mark[at] = mark;
    s->len++;
}

/* Does the letter join the one after it, so that hamza gets a tooth? */
static bool joins(uint32_t letter)
{
    return letter != ALEF && letter != 0x62F && letter != 0x630 &&
           letter != 0x631 && letter != 0x632 && letter != WAW && letter != 0;
}

/* The chairs of a last hamza before an ending that begins with `next`, best
 * first, 0 ends; NULL leaves the word as it is. */
static const uint32_t *chairs(const langc_spelling *s, uint32_t next)
{
    static const uint32_t on_waw[] = {WAW_HAMZA, HAMZA, 0},
                          on_alef_waw[] = {ALEF_HAMZA, WAW_HAMZA, 0},
                          on_ya[] = {YA_HAMZA, 0},
                          on_alef_ya[] = {YA_HAMZA, ALEF_HAMZA, 0},
                          bare_ya[] = {HAMZA, YA_HAMZA, 0}, bare[] = {HAMZA, 0},
                          alef_or_bare[] = {ALEF_HAMZA, HAMZA, YA_HAMZA, 0},
                          three[] = {ALEF_HAMZA, HAMZA, 0};
    uint32_t last = langc_last(s, -1), before = langc_last(s, -2);

    if (last == ALEF_HAMZA)
        return next == WAW ? on_alef_waw : next == YA ? on_alef_ya : NULL;
    if (last != HAMZA)
        return NULL;
    if (before == YA)
        return on_ya;
    if (next == WAW)
        return on_waw;
    if (before == ALEF || before == WAW)
        return next == YA ? bare_ya : bare;
    if (next == YA)
        return alef_or_bare;
    if (next == ALEF)
        return joins(before) ? on_ya : bare;
    return three;
}

static langc_spelling with(langc_spelling s, const langc_spelling *ending)
{
    for (int i = 0; i < ending->len; i++)
        langc_push(&s, ending->letter[i], ending->mark[i]);
    return s;
}

int langc_join(const langc_spelling *stem, const char *ending,
               langc_spelling out[LANGC_SPELLINGS])
{
    langc_spelling tail = langc_spell(ahd_str_from(ending)), s = *stem;
    uint32_t next = tail.len > 0 ? tail.letter[0] : 0;
    const uint32_t *chair = next != 0 ? chairs(stem, next) : NULL;
    int count = 0;

    if (langc_last(stem, -1) == ALEF_HAMZA && next == ALEF) {
        langc_drop(&tail, 0, 1);
        s.letter[s.len - 1] = ALEF_MADDA;
    }
    if (chair == NULL) {
        out[count++] = with(s, &tail);
        return count;
    }
    for (; *chair != 0 && count < LANGC_SPELLINGS; chair++) {
        s.letter[s.len - 1] = *chair;
        out[count++] = with(s, &tail);
    }
    return count;
}

int langc_before_pronoun(const langc_spelling *stem, bool moved,
                         langc_spelling out[LANGC_SPELLINGS])
{
    static const uint32_t of_alef[] = {ALEF_HAMZA, WAW_HAMZA, YA_HAMZA, 0},
                          of_bare[] = {HAMZA, WAW_HAMZA, YA_HAMZA, 0},
                          of_other[] = {WAW_HAMZA, YA_HAMZA, ALEF_HAMZA, HAMZA,
                                        0},
                          ya_only[] = {YA_HAMZA, 0}, alef[] = {ALEF, 0},
                          ta[] = {TA, 0};
    uint32_t last = langc_last(stem, -1), before = langc_last(stem, -2);
    const uint32_t *ways = NULL;
    int count = 0;

    if (last == ALEF_MAQSURA && before == ALEF_HAMZA) { /* رآه */
        out[count] = *stem;
        out[count].letter[--out[count].len - 1] = ALEF_MADDA;
        return 1;
    }
    if (last == TA_MARBUTA)
        ways = ta;
    else if (last == ALEF_MAQSURA)
        ways = alef;
    else if (last == HAMZA && before == YA)
        ways = ya_only;
    else if (last == ALEF_HAMZA && moved)
        ways = of_alef;
    else if (last == HAMZA && moved)
        ways = before == ALEF || before == WAW ? of_bare : of_other;
    if (ways == NULL) {
        out[count++] = *stem;
        return count;
    }
    for (; *ways != 0; ways++) {
        out[count] = *stem;
        out[count++].letter[stem->len - 1] = *ways;
    }
    return count;
}
