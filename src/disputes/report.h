/* report.h - one act as one document tells it: what the record is made of.
 *
 *     "الجيش: خرق الحوثيون الهدنة", aawsat, 27 July 2015
 *       -> breach, source ye-houthis, speaker ye-army, ye-truce-2015-07-26
 *
 * Tellings of the same act are one occurrence (occurrence.h); claims that an
 * agreement was broken make disputes (dispute.h). All values are current ones:
 * what reviews decided stands before what was read. Strings are borrowed. */
#ifndef AHD_DISPUTES_REPORT_H
#define AHD_DISPUTES_REPORT_H

#include "base/vec.h"
#include "doc/doc.h"

/* Somebody in an act. */
typedef struct ahd_who {
    uint32_t actor;     /* kb row, or AHD_NONE */
    uint32_t principal; /* kb row of whom he acts for, or AHD_NONE */
    ahd_str id;         /* of the actor, also a provisional one; may be empty */
    ahd_str name;       /* the text's words, of one without a row; or empty */
} ahd_who;

typedef AHD_VEC(ahd_who) ahd_whos;

/* An agreement of the act, with the commitment meant if one is. */
typedef struct ahd_bond {
    ahd_str agreement, commitment; /* "ly-…", "2c" or empty */
    bool named;                    /* the commitment is named, not inferred */
} ahd_bond;

/* What it is about: act `n` of the same document, or of another that people
 * pointed at. */
typedef struct ahd_link {
    uint32_t n;
    ahd_str role; /* "alleged_breach", "denied_claim" */
    int64_t page; /* 0: the same */
} ahd_link;

typedef struct ahd_report {
    int64_t page; /* the number of its page in the record */
    uint32_t n;   /* the act's number in the document, from 1 */
    ahd_str sha256, document;
    ahd_str story;                /* the root it comes from; empty: itself */
    ahd_day told;                 /* the document's day, or AHD_NO_DAY */
    ahd_day from, to;             /* of the act, or AHD_NO_DAY */
    uint8_t type, mode, modality; /* ahd_act_type, ahd_mode, ahd_modality */
    bool scope;                   /* says that the agreement does not apply */
    ahd_who outlet, speaker;      /* without id and name: none */
    ahd_whos source, target;
    AHD_VEC(ahd_bond) bonds;
    AHD_VEC(ahd_link) links;
    ahd_str place;    /* id, or empty */
    ahd_str numbers;  /* "5 300": what is counted in its sentence; or empty */
    ahd_str sentence; /* its words */
    float confidence;
} ahd_report;

typedef AHD_VEC(ahd_report) ahd_reports;

static inline bool ahd_report_is_who(const ahd_who *who)
{
    return who->id.len > 0 || who->name.len > 0;
}

/* Are they the same actor? Those without an id are by their words. */
bool ahd_report_same(const ahd_who *a, const ahd_who *b);

/* Is anybody in both? */
bool ahd_report_share(const ahd_whos *a, const ahd_whos *b);

/* Is it about that agreement? */
const ahd_bond *ahd_report_bond(const ahd_report *t, ahd_str agreement);

/* The day it stands for: of the act, else of the telling; what was done was
 * not done after it was told. */
ahd_day ahd_report_day(const ahd_report *t);

/* By day, page and number: an order that no arrival changes. */
void ahd_report_sort(ahd_reports *reports);

#endif
