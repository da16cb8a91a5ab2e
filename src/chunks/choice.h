/* choice.h - the ways in which a noun or a verb may hang from what stands
 * before it, and which of them is likeliest.
 *
 *     «وقعت الحكومة الاتفاق مع المعارضة»:  مع المعارضة
 *         ATTRIBUTE of الاتفاق, OBLIQUE of وقعت        -> OBLIQUE of وقعت
 *
 * A rule (attach.c) says which; for Arabic a linear model that knows what the
 * rule says decides. Its weights are models/chunks/attach.tsv, a number each
 * for a hash of what is seen; models/README.md says how they were learnt. */
#ifndef AHD_CHUNKS_CHOICE_H
#define AHD_CHUNKS_CHOICE_H

#include "chunks/weave.h"

enum {
    AHD_CHOICE_OPTIONS = 16,
    AHD_CHOICE_FEATURES = 27,
    AHD_CHOICE_WEIGHTS = 1 << 16
};

/* Of a noun, `link` NONE: it waits for a predicate that follows. Of a verb,
 * PREDICATE: it is that of a clause which waits for one; `of` is what that
 * clause belongs to. */
typedef struct ahd_option {
    uint32_t of, word;  /* chunk, and the segment of it: ahd_chunk.word */
    uint8_t link, rank; /* how many possible governors stand nearer */
    uint16_t seen[AHD_CHOICE_FEATURES]; /* places in the weights */
} ahd_option;

typedef struct ahd_choice {
    uint32_t k;     /* the chunk */
    uint32_t count; /* of option */
    uint32_t rule;  /* the option that the rule takes */
    ahd_option option[AHD_CHOICE_OPTIONS];
} ahd_choice;

/* Every option of chunk `k`; the rule's, `of` and `link`, is one of them. What
 * is seen of them is not told when there is one alone. */
void ahd_choice_list(const ahd_weave *w, uint32_t k, ahd_option rule,
                     ahd_choice *out);

static inline ahd_option ahd_choice_option(const ahd_strand *s,
                                           ahd_chunk_link link, uint32_t of)
{
    return (ahd_option){.of = of,
                        .word = of == AHD_NONE ? AHD_NONE
                                               : ahd_strand_chunk(s, of)->head,
                        .link = (uint8_t)link};
}

/* Which option of chunk `k` to take: the rule's without weights. */
ahd_option ahd_choice_take(const ahd_weave *w, uint32_t k, ahd_option rule);

/* The weights that the language file has; NULL when it was made without. */
const int16_t *ahd_choice_weights(const ahd_lexica *lang);

/* The likeliest; the rule's where there are no weights. */
uint32_t ahd_choice_best(const ahd_strand *s, const ahd_choice *choice);

#endif
