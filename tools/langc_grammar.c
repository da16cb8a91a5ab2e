/* langc_grammar.c - the section that lang/grammar.h reads. */
#include "lang/grammar.h"
#include "langc.h"

#include <string.h>

enum { SLOTS = 8192, FULL = SLOTS / 2 };

static const char *const classes[AHD_GRAMMAR_BITS] = {
#define X(name, word) word,
    AHD_GRAMMAR_CLASSES(X)
#undef X
};
static const char *const parts[AHD_GRAMMAR_PARTS] = {"word", "verb", "noun"};

typedef struct grammar {
    ahd_grammar_slot *slots;
    int words;
} grammar;

/* The row of `name` in `names`; `count` when it is in none. */
static int row_of(const char *const *names, int count, ahd_str name)
{
    int i = 0;

    while (i < count && !ahd_str_eq(ahd_str_from(names[i]), name))
        i++;
    return i;
}

static void add(grammar *g, int part, ahd_str word, int class)
{
    uint64_t key = ahd_grammar_key((ahd_grammar_part)part, word);
    uint32_t at = (uint32_t)(key >> 32) % SLOTS;

    while (g->slots[at].key != 0 && g->slots[at].key != key)
        at = (at + 1) % SLOTS;
    g->words += g->slots[at].key == 0;
    g->slots[at].key = key;
    g->slots[at].classes |= 1u << class;
}

/* class, part, words between spaces */
static void read_words(langc *l, const langc_line *line, void *user)
{
    grammar *g = user;
    int class = row_of(classes, AHD_GRAMMAR_BITS, line->cells[0]);
    int part = row_of(parts, AHD_GRAMMAR_PARTS, line->cells[1]);
    ahd_str rest = line->cells[2];

    if (class == AHD_GRAMMAR_BITS || part == AHD_GRAMMAR_PARTS ||
        rest.len == 0 || g->words > FULL) {
        langc_error(l, line, "a row is a class, word, verb or noun, and words");
        return;
    }
    while (rest.len > 0)
        add(g, part, ahd_str_cut(&rest, ' '), class);
}

/* how the noun is joined, verb, example */
static void read_light(langc *l, const langc_line *line, void *user)
{
    int class = row_of(classes, AHD_GRAMMAR_BITS, line->cells[0]);

    if (class < AHD_GRAMMAR_BIT_LIGHT_SUBJECT || class == AHD_GRAMMAR_BITS ||
        line->cells[1].len == 0) {
        langc_error(l, line, "a row is subject, object or ب, and a verb");
        return;
    }
    add(user, AHD_GRAMMAR_VERB, line->cells[1], class);
}

/* lemma of one or more words, kind, gender */
static void read_name(langc *l, const langc_line *line, void *user)
{
    ahd_str kind = line->cells[1];

    (void)l;
    if (ahd_str_eq(kind, AHD_STR("given")) ||
        ahd_str_eq(kind, AHD_STR("family")))
        add(user, AHD_GRAMMAR_NOUN, line->cells[0], AHD_GRAMMAR_BIT_PERSON);
}

ahd_str langc_grammar(langc *l)
{
    grammar g = {.slots = ahd_new(l->arena, ahd_grammar_slot, SLOTS)};

    langc_rows(l, "data/lang/ar/grammar.tsv", read_words, &g);
    langc_rows(l, "data/lang/en/grammar.tsv", read_words, &g);
    langc_rows(l, "data/lang/ar/light-verbs.tsv", read_light, &g);
    langc_rows(l, "data/lang/en/light-verbs.tsv", read_light, &g);
    langc_rows(l, "data/lang/ar/names.tsv", read_name, &g);
    return (ahd_str){(const char *)g.slots, SLOTS * sizeof *g.slots};
}
