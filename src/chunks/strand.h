/* strand.h - one sentence while its chunks are made: what the parts of the
 * stage share.
 *
 * group.h cuts its segments into chunks, clausal.h finds their clauses and
 * attach.h what each is to another. Between them a chunk has a joint: what
 * stands before it, and what it looks like. */
#ifndef AHD_CHUNKS_STRAND_H
#define AHD_CHUNKS_STRAND_H

#include "chunks/duty.h"

enum {                          /* ahd_joint.is */
       AHD_JOINT_AND = 1,       /* after و, or */
       AHD_JOINT_COMMA = 2,     /* after a comma, a dash, a bracket */
       AHD_JOINT_COLON = 4,     /* after a colon */
       AHD_JOINT_QUOTE = 8,     /* after a quotation mark */
       AHD_JOINT_DEFINITE = 16, /* ends in a name, a pronoun, a word with ال */
       AHD_JOINT_AUXILIARY = 32, /* كان, "is" without a verb of its own */
       AHD_JOINT_BARE = 64,      /* "signed", "to sign", "signing": no finite */
       AHD_JOINT_TO = 128,       /* "to sign" */
};

typedef struct ahd_joint {
    uint32_t is;      /* AHD_JOINT_... */
    uint32_t classes; /* of its head, of a mark all its words' */
} ahd_joint;

struct ahd_choice;

/* Says which option to take: for those who train the weights. */
typedef struct ahd_teacher {
    uint32_t (*choose)(void *user, const ahd_doc *doc,
                       const struct ahd_choice *choice);
    void *user;
} ahd_teacher;

typedef struct ahd_strand {
    const ahd_lexica *lang;
    ahd_doc *doc;
    const int16_t *weights; /* of choice.h; NULL: rules alone */
    const ahd_duty *duty;   /* by segment */
    ahd_joint *joints;      /* by chunk */
    uint32_t first, end;    /* its segments */
    uint32_t base;          /* its first chunk */
    bool arabic;
    const ahd_teacher *teacher; /* NULL but in training */
} ahd_strand;

static inline ahd_chunk *ahd_strand_chunk(const ahd_strand *s, uint32_t chunk)
{
    return &s->doc->chunks.items[chunk];
}

/* Of segment `at`; beyond the sentence punctuation. */
static inline ahd_duty ahd_strand_duty(const ahd_strand *s, uint32_t at)
{
    return at < s->end ? s->duty[at] : (ahd_duty){0, 0, AHD_DUTY_PUNCT, 0};
}

static inline const ahd_segment *ahd_strand_segment(const ahd_strand *s,
                                                    uint32_t at)
{
    return &s->doc->segments.items[at];
}

/* Is segment `at` written so? */
static inline bool ahd_strand_is(const ahd_strand *s, uint32_t at,
                                 const char *form)
{
    if (at >= s->end)
        return false;
    ahd_str words = ahd_doc_words(s->doc, ahd_strand_segment(s, at)->at);
    for (size_t i = 0; i < words.len; i++)
        if (form[i] == '\0' || form[i] != words.ptr[i])
            return false;
    return form[words.len] == '\0';
}

static inline void ahd_strand_link(ahd_strand *s, uint32_t chunk, int link,
                                   uint32_t of)
{
    ahd_chunk *c = ahd_strand_chunk(s, chunk);

    c->link = (uint8_t)link;
    c->of = of == chunk ? AHD_NONE : of;
    c->word = c->of == AHD_NONE ? AHD_NONE : ahd_strand_chunk(s, of)->head;
}

#endif
