/* evidence.h - what a document as a whole says about where and who. */
#ifndef AHD_AGREEMENTS_EVIDENCE_H
#define AHD_AGREEMENTS_EVIDENCE_H

#include "doc/doc.h"
#include "kb/kb.h"

typedef struct ahd_evidence {
    const ahd_kb *kb;
    ahd_doc *doc;
    ahd_arena *scratch;
    uint16_t *actors;    /* by kb actor: times mentioned, states by their own */
    uint16_t *countries; /* by state actor: times it or its actors are named */
    uint16_t most;       /* of countries */
    uint8_t *named;     /* by kb agreement: 1 once its name decided a mention */
    ahd_day floor;      /* a page without a day is no older than the last day
                           that it tells; AHD_NO_DAY when it tells none */
    uint32_t *signings; /* by agreement ref: its sign act + 1, or 0 */
} ahd_evidence;

void ahd_evidence_gather(ahd_evidence *e, const ahd_kb *kb, ahd_doc *doc,
                         ahd_arena *scratch);

/* 0..1: how much of the document is about a country of the agreement. */
float ahd_evidence_country(const ahd_evidence *e, const ahd_agreement *a);

/* 0..1: the share of its parties that the document names. */
float ahd_evidence_parties(const ahd_evidence *e, const ahd_agreement *a);

/* Is the actor, or whom it belongs to, a party of the agreement in any role, or
 * one of its countries? */
bool ahd_evidence_is_party(const ahd_evidence *e, const ahd_agreement *a,
                           uint32_t actor);

/* -1..1: whether those who sign in the text are its parties; 0 when nobody
 * known signs `ref` there. */
float ahd_evidence_signers(const ahd_evidence *e, uint32_t ref,
                           const ahd_agreement *a);

bool ahd_evidence_is_hidden(const ahd_kb *kb, uint32_t agreement);

#endif
