/* langc_mythes.c - th_ar_EG_v2.dat. */
#include "langc_mythes.h"

#include "langc_spelling.h"

#include <string.h>

enum { ALEF = 0x627, TA_MARBUTA = 0x629, FIRST_LETTER = 0x621, LAST = 0x64A };

/* Fatha before every alef and ة, none after it, no last vowel, no sukun. */
static void settle(langc_spelling *s)
{
    for (int i = 1; i < s->len; i++) {
        if (s->letter[i] == ALEF)
            s->mark[i] = 0;
        if ((s->letter[i] == ALEF || s->letter[i] == TA_MARBUTA) &&
            s->letter[i - 1] != ALEF)
            s->mark[i - 1] = (s->mark[i - 1] & LANGC_SHADDA) | LANGC_FATHA;
    }
    s->mark[s->len - 1] &= LANGC_SHADDA;
}

static bool is_word(const langc_spelling *s)
{
    int marked = 0;

    for (int i = 0; i < s->len; i++) {
        if (s->letter[i] < FIRST_LETTER || s->letter[i] > LAST)
            return false;
        marked += s->mark[i] != 0;
    }
    return s->len >= 3 && marked >= s->len / 3;
}

static ahd_str key_of(ahd_arena *arena, ahd_str letters, bool verb)
{
    char *key = ahd_arena_alloc(arena, 1, letters.len + 1);

    key[0] = verb ? 'v' : 'n';
    memcpy(key + 1, letters.ptr, letters.len);
    return (ahd_str){key, letters.len + 1};
}

static void add(langc_mythes *m, ahd_str word, bool verb)
{
    langc_spelling s = langc_spell(ahd_str_trim(word));

    if (!is_word(&s))
        return;
    settle(&s);
    ahd_str vocal = langc_marked(m->arena, &s);
    uint32_t *place =
        ahd_map_put(m->arena, &m->words,
                    key_of(m->arena, langc_letters(m->arena, &s), verb));
    if (*place == 0) {
        *ahd_vec_push(m->arena, &m->vocal) = vocal;
        *place = m->vocal.count;
    } else if (!ahd_str_eq(m->vocal.items[*place - 1], vocal)) {
        m->vocal.items[*place - 1] = AHD_STR("");
    }
}

void langc_mythes_read(langc *l, langc_mythes *out)
{
    ahd_str rest = langc_slurp(l, "/usr/share/mythes/th_ar_EG_v2.dat",
                               "install the package mythes-ar");

    *out = (langc_mythes){.arena = l->arena};
    while (rest.len > 0) {
        ahd_str line = ahd_str_cut(&rest, '\n');
        ahd_str kind = ahd_str_cut(&line, '|');
        while (ahd_str_starts(kind, AHD_STR("(")) && line.len > 0)
            add(out, ahd_str_cut(&line, '|'),
                ahd_str_eq(kind, AHD_STR("(فعل)")));
    }
}

ahd_str langc_mythes_vowels(const langc_mythes *m, ahd_str letters, bool verb)
{
    const uint32_t *place =
        ahd_map_find(&m->words, key_of(m->arena, letters, verb));

    if (place == NULL || m->vocal.items[*place - 1].len == 0)
        return letters;
    return m->vocal.items[*place - 1];
}
