/* cues.h - what a mention's words say for or against one agreement.
 *
 *     «الاتفاق الموقع في جنيف الجمعة», beside ly-ceasefire-2020-10-23
 *       place, day 0.6, no word of its own, nobody named with it
 *
 * Read from the phrase and from its clause, a few tokens around it. */
#ifndef AHD_AGREEMENTS_CUES_H
#define AHD_AGREEMENTS_CUES_H

#include "agreements/evidence.h"

/* A mention beside an entry of the registry. */
typedef struct ahd_subject {
    const ahd_evidence *e;
    const ahd_agreement_ref *r;
    const ahd_agreement *a;
    ahd_str kind, names;
    uint32_t ref;
} ahd_subject;

/* Of the phrase's words, but for its noun and names. */
typedef struct ahd_wording {
    float all, held; /* how many; how many of them the entry's names have */
    float own;       /* held, and no place */
    float foreign;   /* 1: a noun says that another is meant */
    float kind;      /* say what kind it is: سلام، سياسي */
} ahd_wording;

typedef struct ahd_cues {
    ahd_wording words;
    float day;                /* 1 its day .. 0; less: made on another */
    float with;               /* how many of its parties the phrase names */
    float against;            /* how many others */
    float signers;            /* of evidence.h */
    bool within, place, both; /* its place in the phrase, near, anywhere */
    bool plain;               /* its words, if any, tell but what kind it is */
    bool followed; /* place or day stand in the phrase or behind it */
} ahd_cues;

ahd_cues ahd_cues_read(const ahd_subject *s);

/* «الاتفاق الأخير بين تركيا وواشنطن»: are those whom the mention names with it
 * others than the agreement's parties? */
bool ahd_cues_deny(const ahd_subject *s);

/* A folded word without its article; an adjective without its feminine end. */
ahd_str ahd_cues_bare(const ahd_token *token);

#endif
