/* hallmark.h - what a document tells, without the words of any language.
 *
 *     "وقعت تركيا وقطر ٣ مذكرات في الدوحة"
 *         ->  state tr, state qa, number 3, place doha, act sign
 *
 * A trait is 32 bits: a hash, and its kind in the lowest four. */
#ifndef AHD_STORIES_HALLMARK_H
#define AHD_STORIES_HALLMARK_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Kinds; what one of them weighs in sixteenths; and is it firm: what a story
 * does not lose when it is retold, and another story has not. */
#define AHD_HALLMARK_KINDS(X)                                                  \
    X(COUNT, 6, 0)   /* a number below ten */                                  \
    X(NUMBER, 24, 1) /* any other */                                           \
    X(YEAR, 4, 0)    /* a number that reads like one */                        \
    X(DATE, 16, 0)   /* a day */                                               \
    X(PERSON, 24, 1) /* an id of the registry */                               \
    X(BODY, 16, 0)   /* an army, a ministry, a party */                        \
    X(STATE, 6, 0)   /* or its government */                                   \
    X(PLACE, 12, 0)  /* a town */                                              \
    X(NAME, 20, 1)   /* a word of a name without an id, as it sounds */        \
    X(AGREEMENT, 20, 0)                                                        \
    X(ACT, 4, 0)    /* a type of act */                                        \
    X(EVENT, 4, 0)  /* a type of event */                                      \
    X(OUTLET, 4, 0) /* who told it */                                          \
    X(PAIR, 16, 0)  /* two of the others, told one after the other */

typedef enum ahd_hallmark_kind {
#define X(name, weight, firm) AHD_HALLMARK_##name,
    AHD_HALLMARK_KINDS(X)
#undef X
        AHD_HALLMARKS
} ahd_hallmark_kind;

enum { AHD_HALLMARK_BITS = 4 };

static inline ahd_hallmark_kind ahd_hallmark_kind_of(uint32_t trait)
{
    return (ahd_hallmark_kind)(trait & ((1u << AHD_HALLMARK_BITS) - 1));
}

uint32_t ahd_hallmark_weight(uint32_t trait);
bool ahd_hallmark_is_firm(uint32_t trait);

typedef AHD_VEC(uint32_t) ahd_hallmarks;

/* All of the document, in no order, some more than once. */
void ahd_hallmark_list(const ahd_kb *kb, const ahd_doc *doc, ahd_arena *arena,
                       ahd_hallmarks *out);

#endif
