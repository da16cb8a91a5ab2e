/* langc_inflect.h - nouns and adjectives in all their forms, and those that
 * verbs give.
 *
 *     مُستَشفَى, plural +ات -> مستشفى مستشفاه مستشفيان مستشفيات ... */
#ifndef AHD_LANGC_INFLECT_H
#define AHD_LANGC_INFLECT_H

#include "langc_lexicon.h"
#include "langc_spelling.h"

/* A noun or adjective; `feats` are those of its lemma and of all its forms. */
typedef struct langc_nominal {
    langc_words *w;
    uint32_t lemma, feats;
    uint8_t pos, also;
} langc_nominal;

/* A form that is inflected like a singular: a singular, a broken plural. */
void langc_inflect_bare(const langc_nominal *n, const langc_spelling *s,
                        uint32_t feats);
void langc_inflect_dual(const langc_nominal *n, const langc_spelling *s,
                        uint32_t feats);
void langc_inflect_masculine(const langc_nominal *n, const langc_spelling *s);
void langc_inflect_feminine(const langc_nominal *n, const langc_spelling *s);
/* An adjective: both genders, all numbers. */
void langc_inflect_adjective(const langc_nominal *n, const langc_spelling *s);
/* The feminine with ة of what ends otherwise: قاضي, قاضية. */
langc_spelling langc_inflect_ta(const langc_spelling *s);

/* Remembers the nouns of action and participles of a row of verbs.tsv; they
 * are inflected by langc_deverbals_finish unless nouns.tsv has them. */
void langc_deverbals(langc_words *w, const ahd_str *cells, int form);
void langc_deverbals_finish(langc_words *w);
/* VERBAL and FORM of a lemma that a verb gives, 0 when none does. */
uint32_t langc_deverbal_feats(langc_words *w, ahd_str lemma);

#endif
