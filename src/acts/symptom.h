/* symptom.h - what speaks for or against words telling an act, or somebody
 * being in it: numbers, each the hash of a question and its answer.
 *
 *     AHD_SYMPTOM_LEMMA, وقع  ->  0x5a31c0de, a row of lang/act_weights.h
 *
 * Training and reading ask the same questions, so that what was learned is
 * what is read. */
#ifndef AHD_ACTS_TRAIT_H
#define AHD_ACTS_TRAIT_H

#include "doc/doc.h"
#include "kb/kb.h"
#include "lang/act_weights.h"
#include "lang/grammar.h"
#include "lang/name_weights.h"

/* The questions, as `ahd explain` names them. Of a trigger: */
#define AHD_SYMPTOMS(X)                                                        \
    X(ALWAYS, "always")                                                        \
    X(LEMMA, "word")                                                           \
    X(FORM, "form of the word")                                                \
    X(RULE, "rule")                                                            \
    X(NEEDS, "what the rule needs")                                            \
    X(CLITICS, "what is written with it")                                      \
    X(NEAR, "words beside it")                                                 \
    X(LINK, "what it is in its clause")                                        \
    X(GOVERNOR, "what governs it")                                             \
    X(DEPENDENT, "what depends on it")                                         \
    X(GENITIVE, "its genitive")                                                \
    X(SUBJECT, "its subject")                                                  \
    X(AGREEMENT, "an agreement near")                                          \
    X(BREACH, "a word of breach near")                                         \
    X(ACTORS, "who is named in the sentence")                                  \
    X(QUOTE, "whose words it is in")                                           \
    X(PLACE, "where in the page it stands")                                    \
    X(MODALITY, "whether it happened")                                         \
    X(OTHERS, "other acts of the sentence")                                    \
    X(AROUND, "words around")                                                  \
    X(TOPIC, "what the page is about")                                         \
    X(LINKS, "links to other pages before it")                                 \
    X(TOLD, "whether the page says it again")                                  \
    /* of an argument: */                                                      \
    X(WHO, "who he is")                                                        \
    X(FRAME, "the frame of the rule")                                          \
    X(SCENE, "the reading by rules")                                           \
    X(SIDE, "where he stands")                                                 \
    X(PATH, "how he hangs from the act")                                       \
    X(BESIDE, "words beside him")                                              \
    X(SPEAKS, "whether he speaks")                                             \
    X(BETWEEN, "what is between")                                              \
    X(KNOWN, "what was said of him before")

typedef enum ahd_symptom_kind {
#define X(name, text) AHD_SYMPTOM_##name,
    AHD_SYMPTOMS(X)
#undef X
        AHD_SYMPTOM_KINDS
} ahd_symptom_kind;

enum { AHD_SYMPTOMS_MOST = 384 };

typedef struct ahd_symptoms {
    uint32_t count;
    uint32_t numbers[AHD_SYMPTOMS_MOST];
    uint8_t kinds[AHD_SYMPTOMS_MOST]; /* ahd_symptom_kind */
    uint32_t salt;                    /* keeps two sets of questions apart */
} ahd_symptoms;

static inline uint64_t ahd_symptom_mix(uint64_t a, uint64_t b)
{
    uint64_t hash = (a + 0x9E3779B97F4A7C15ull) * 0xD6E8FEB86659FD93ull;

    hash = (hash ^ hash >> 32 ^ b) * 0xCA5A826395121157ull;
    return hash ^ hash >> 29;
}

/* `which` tells questions of one kind apart. Beyond the most, none is asked. */
static inline void ahd_symptom(ahd_symptoms *t, ahd_symptom_kind kind,
                               uint32_t which, uint64_t answer)
{
    if (t->count == AHD_SYMPTOMS_MOST)
        return;
    uint64_t question = (uint64_t)t->salt << 32 | (uint64_t)kind << 8 | which;
    uint64_t hash =
        ahd_symptom_mix(ahd_symptom_mix(question, answer), question);
    t->kinds[t->count] = (uint8_t)kind;
    t->numbers[t->count++] = (uint32_t)(hash >> 32) | 1;
}

/* ------------------------------------------------------------- of the text */

/* A word by its lemma; 0 of a token without words. */
uint64_t ahd_symptom_word(const ahd_doc *doc, uint32_t token);

/* A word by its segment's lemma. */
uint64_t ahd_symptom_segment(const ahd_doc *doc, uint32_t segment);

/* In whose company the word stands in news (models/names): a fine class; 0 when
 * the word is not known. */
uint32_t ahd_symptom_class(const ahd_kb *kb, const ahd_doc *doc,
                           uint32_t token);

/* The chunk that the token's word stands in; AHD_NONE when it is in none. */
uint32_t ahd_symptom_chunk(const ahd_doc *doc, uint32_t token);

/* The preposition of a chunk by its lemma; 0 when it has none. */
uint64_t ahd_symptom_prep(const ahd_doc *doc, const ahd_chunk *chunk);

/* What kind of thing a mention is: its kind, its actor's, whether named. */
uint32_t ahd_symptom_who(const ahd_kb *kb, const ahd_doc *doc,
                         uint32_t mention);

#endif
