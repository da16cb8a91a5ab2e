/* grammar.h - the words that hold a sentence together: data/lang/<code>/
 * grammar.tsv and light-verbs.tsv.
 *
 *     ahd_grammar_classes(kb->lang, ahd_grammar_key(AHD_GRAMMAR_VERB, "قَام"))
 *         -> AHD_GRAMMAR_LIGHT_BI
 *
 * A word is looked up by its lemma (a particle by its form) under a hash of
 * its letters: vowels and tatweel do not count, nor the shape of alef, ya and
 * ta marbuta, nor capitals. The hash is taken for the word: two words of one
 * hash, unlikely as they are, would have the same classes. */
#ifndef AHD_LANG_GRAMMAR_H
#define AHD_LANG_GRAMMAR_H

#include "lang/lang.h"

/* Classes of words: their name in the tables. */
#define AHD_GRAMMAR_CLASSES(X)                                                 \
    X(NEGATION, "negation") /* لم لن لا */                               \
    X(TENSE, "tense")       /* قد سوف */                                  \
    X(THAT, "that")         /* أن إن */                                    \
    X(RELATIVE, "relative") /* الذي */                                     \
    X(THIS, "this")         /* هذا */                                       \
    X(CLAUSE, "clause")     /* عندما إذا */                            \
    X(THERE, "there")       /* هناك: there is */                           \
    X(AND, "and")           /* و أو */                                      \
    X(BUT, "but")           /* لكن */                                       \
    X(OF, "of")             /* English alone */                                \
    X(BY, "by")             /* English alone */                                \
    X(TO, "to")             /* English alone */                                \
    X(BE, "be")             /* كان */                                       \
    X(BECOME, "become")     /* أصبح */                                     \
    X(PASSIVE, "passive")   /* "get" before a participle */                    \
    X(SAY, "say")           /* قال */                                       \
    X(CONTROL, "control")   /* أراد أن: of the same subject */           \
    X(TIME, "time")         /* يوم */                                       \
    X(DAY, "day")           /* الاثنين: a time by itself */             \
    X(SIDE, "side")         /* عقب: a noun that is a preposition */         \
    X(KUNYA, "kunya")       /* أبو: half a name */                          \
    X(RANK, "rank")         /* العقيد: between a title and a name */     \
    X(MEASURE, "measure")   /* رفيع المستوى */                      \
    X(PERSON, "person")     /* names.tsv: محمود, which is a word too */   \
    X(SPEECH, "speech")     /* بيان: where one says it */                  \
    X(TITLE, "title")       /* رئيس: a person's name may follow */         \
    X(PLACE, "place")       /* مدينة: a place's name may follow */        \
    X(GROUP, "group")       /* وكالة: the name of a body may */           \
    X(LIGHT_SUBJECT, "subject") /* تم: a masdar is its subject */            \
    X(LIGHT_BI, "ب")            /* قام: a masdar with ب */                 \
    X(LIGHT_OBJECT, "object")   /* أجرى: a masdar is its object */

enum ahd_grammar_bit {
#define X(name, word) AHD_GRAMMAR_BIT_##name,
    AHD_GRAMMAR_CLASSES(X)
#undef X
        AHD_GRAMMAR_BITS
};

enum {
#define X(name, word) AHD_GRAMMAR_##name = 1 << AHD_GRAMMAR_BIT_##name,
    AHD_GRAMMAR_CLASSES(X)
#undef X
};

/* One spelling may be three words: "may", "May"; من as pronoun, منّ. */
typedef enum ahd_grammar_part {
    AHD_GRAMMAR_WORD,
    AHD_GRAMMAR_VERB,
    AHD_GRAMMAR_NOUN,
    AHD_GRAMMAR_PARTS
} ahd_grammar_part;

/* The section: `slots` of them (a power of 2), the key 0 is an empty one. */
typedef struct ahd_grammar_slot {
    uint64_t key;
    uint32_t classes, unused;
} ahd_grammar_slot;

uint64_t ahd_grammar_key(ahd_grammar_part part, ahd_str word);

/* The classes of the word of this key, as bits; 0 when it has none. */
uint32_t ahd_grammar_classes(const ahd_lexica *lang, uint64_t key);

#endif
