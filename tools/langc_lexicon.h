/* langc_lexicon.h - the forms of Arabic words on their way into the section
 * that lang/lexicon.h reads.
 *
 *     lemma = langc_lemma(w, "كِتَاب", 0);
 *     langc_form(w, "كتابان", lemma, {pos NOUN, NUMBER dual, takes ...});
 *
 * Makers of forms: langc_verbs.c, langc_nouns.c (data/lang/ar, inflected),
 * langc_hunspell.c (hunspell-ar). A form is given as it is written; marks of
 * vowels in it do not matter. What comes first is listed first. */
#ifndef AHD_LANGC_LEXICON_H
#define AHD_LANGC_LEXICON_H

#include "doc/doc.h"
#include "lang/lexicon.h"
#include "langc.h"

/* A form under its folded letters, five bits each from the top. */
typedef struct langc_entry {
    uint64_t key[2];
    uint32_t row, order; /* of ahd_lexicon.rows; the tag 0: only counted */
} langc_entry;

/* A noun of action or participle of some verb, and whether nouns.tsv has it. */
typedef struct langc_deverbal {
    ahd_str lemma;
    uint32_t feats;
    bool used;
} langc_deverbal;

typedef struct langc_lemma_row {
    ahd_str name;
    uint32_t feats;
} langc_lemma_row;

typedef struct langc_words {
    langc *l;
    AHD_VEC(langc_entry) entries;
    AHD_VEC(ahd_lexicon_tag) tags;
    AHD_VEC(langc_lemma_row) lemmas;
    AHD_VEC(langc_deverbal) deverbals;
    ahd_map lemma, tag, deverbal; /* to their number + 1 */
    ahd_map bare;                 /* lemmas without vowels -> 1 */
    ahd_map attested;             /* keys of forms in models/words */
    uint32_t ours;
} langc_words;

/* The number of a lemma, new or not; `feats` are those of all its forms. */
uint32_t langc_lemma(langc_words *w, ahd_str lemma, uint32_t feats);
void langc_form(langc_words *w, ahd_str form, uint32_t lemma,
                ahd_lexicon_tag tag);

/* Is a lemma with these letters in data/lang/ar already, as a verb or not? */
bool langc_has_bare(const langc_words *w, ahd_str letters, bool verb);
void langc_add_bare(langc_words *w, ahd_str letters, bool verb);

/* Is the form in models/words, seen in news? */
bool langc_is_attested(const langc_words *w, ahd_str form);

void langc_verbs(langc_words *w);
void langc_nouns(langc_words *w);
void langc_particles(langc_words *w);
void langc_hunspell(langc_words *w);

ahd_str langc_lexicon_make(langc *l);

#endif
