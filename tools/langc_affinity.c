/* langc_affinity.c - the section that lang/affinity.h reads, from
 * models/chunks/preps.tsv: verb or noun, word, a number a preposition; the
 * row that says which comes first. */
#include "lang/affinity.h"
#include "lang/grammar.h"
#include "langc.h"

#include <stdlib.h>
#include <string.h>

enum { SLOTS = 8192, FULL = SLOTS * 3 / 4 };

typedef struct affinity {
    ahd_affinity_head head;
    ahd_affinity_slot slots[SLOTS];
    int words;
} affinity;

static void read_preps(affinity *a, ahd_str list)
{
    for (int i = 0; i < AHD_AFFINITY_PREPS; i++)
        a->head.preps[i] = (uint32_t)ahd_grammar_key(AHD_GRAMMAR_WORD,
                                                     ahd_str_cut(&list, ' '));
}

static int8_t number(ahd_str cell)
{
    char text[8] = "";

    memcpy(text, cell.ptr, cell.len < 7 ? cell.len : 7);
    return (int8_t)atoi(text);
}

static void read_word(langc *l, const langc_line *line, void *user)
{
    affinity *a = user;
    ahd_str rest = line->cells[2];
    ahd_grammar_part part = ahd_str_eq(line->cells[0], AHD_STR("verb"))
                                ? AHD_GRAMMAR_VERB
                                : AHD_GRAMMAR_NOUN;

    if (ahd_str_eq(line->cells[0], AHD_STR("part"))) {
        read_preps(a, rest);
        return;
    }
    if (a->words++ >= FULL) {
        langc_error(l, line, "at most %d words", FULL);
        return;
    }
    uint32_t word = (uint32_t)ahd_grammar_key(part, line->cells[1]);
    uint32_t at = word % SLOTS;
    while (a->slots[at].word != 0 && a->slots[at].word != word)
        at = (at + 1) % SLOTS;
    a->slots[at].word = word;
    for (int i = 0; i < AHD_AFFINITY_PREPS; i++)
        a->slots[at].likes[i] = number(ahd_str_cut(&rest, ' '));
}

ahd_str langc_affinity(langc *l)
{
    affinity *a = ahd_new(l->arena, affinity, 1);

    langc_rows(l, "models/chunks/preps.tsv", read_word, a);
    a->head.slots = SLOTS;
    if (a->words == 0)
        return AHD_STR("");
    return (ahd_str){(const char *)a, sizeof a->head + sizeof a->slots};
}
