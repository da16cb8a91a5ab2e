/* dispute.h - a claim that an agreement was broken, with all said about it.
 *
 *     the coalition, the government and two newspapers, 27 July - 6 August:
 *     the Houthis broke the truce of 26 July
 *       -> one dispute, ye-truce-2015-07-26 and ye-houthis: claims by claimant,
 *          how many independent stories, replies, and how high it has climbed
 *
 * Claims are the `accuse` and `breach` acts of an agreement. Those of one
 * accused side are one dispute as long as no more than AHD_DISPUTE_PAUSE days
 * lie between them. An accused that nobody names («المتمردون») is the one that
 * two thirds of the others of those days accuse, and marked as inferred. */
#ifndef AHD_DISPUTES_DISPUTE_H
#define AHD_DISPUTES_DISPUTE_H

#include "disputes/occurrence.h"
#include "disputes/side.h"

enum {
    AHD_DISPUTE_PAUSE = 14, /* days without a claim that end a dispute */
    AHD_DISPUTE_REPLY = 30, /* days after the last claim that answers come in */
};

/* The ladder of DESIGN.md section 5: the highest rung that the claims reach. */
typedef enum ahd_rung {
    AHD_RUNG_UNNAMED,       /* only by sources without a name */
    AHD_RUNG_ONE_SPEAKER,   /* one speaker */
    AHD_RUNG_ONE_SIDE,      /* several speakers of one side */
    AHD_RUNG_SEVERAL_SIDES, /* speakers of several sides */
    AHD_RUNG_OUTLET,        /* an outlet of no party reports it as fact */
    AHD_RUNG_ADMITTED,      /* by the accused side itself */
    AHD_RUNG_FOUND,         /* by the agreement's named monitor */
} ahd_rung;
extern const char *const ahd_rung_names[];

typedef enum ahd_claimant_kind {
    AHD_CLAIMANT_SPEAKER,  /* of a side that is not the accused's */
    AHD_CLAIMANT_UNNAMED,  /* «مصادر» */
    AHD_CLAIMANT_OUTLET,   /* an outlet of no party, as a fact */
    AHD_CLAIMANT_UNPLACED, /* an outlet of whom nothing is known */
    AHD_CLAIMANT_ACCUSED,  /* admits it */
    AHD_CLAIMANT_MONITOR,
} ahd_claimant_kind;
extern const char *const ahd_claimant_names[];

/* One claimant's claim of one act; what is told again is one claim. */
typedef struct ahd_claim {
    uint32_t occurrence;        /* the act */
    AHD_VEC(uint32_t) tellings; /* those of it that make the claim */
    ahd_who claimant;
    ahd_side side;
    ahd_claimant_kind kind;
    ahd_day day;
    bool inferred; /* the accused is not named but inferred */
} ahd_claim;

typedef enum ahd_reply_kind {
    AHD_REPLY_BY_ACCUSED, /* denied by the accused side */
    AHD_REPLY_BY_THIRD,   /* denied by somebody else */
    AHD_REPLY_SCOPE,      /* the agreement does not cover it */
    AHD_REPLY_RETRACTED,  /* the claimant denies his own claim */
} ahd_reply_kind;
extern const char *const ahd_reply_names[];

typedef struct ahd_reply {
    uint32_t occurrence;
    ahd_who who;
    ahd_side side;
    ahd_reply_kind kind;
    ahd_day day;
    bool linked; /* its words point at the claim; else by agreement and day */
} ahd_reply;

typedef struct ahd_dispute {
    ahd_str agreement;
    uint32_t row; /* of the kb, or AHD_NONE */
    ahd_side accused;
    ahd_day first, last; /* of its claims */
    ahd_rung rung;
    uint32_t claimants, sides; /* named ones, none of them the accused */
    ahd_day climbed[AHD_RUNG_FOUND + 1]; /* day of the claim that reached the
                                            rung first; NO_DAY: none did */
    uint32_t stories;          /* independent ones among all its claims */
    AHD_VEC(ahd_claim) claims; /* by day */
    AHD_VEC(ahd_reply) replies;
    AHD_VEC(uint32_t) counter; /* disputes of the roles reversed, same days */
    /* Where a reply was looked for: documents up to AHD_DISPUTE_REPLY days
     * after the last claim that tell acts about the agreement, and those of
     * them in which the accused side speaks or acts. */
    uint32_t searched, by_accused;
} ahd_dispute;

typedef AHD_VEC(ahd_dispute) ahd_disputes;

/* The record as it stands: what the tellings make, in order. */
typedef struct ahd_standing {
    const ahd_kb *kb;
    ahd_arena *arena;
    ahd_reports reports; /* sorted */
    ahd_occurrences occurrences;
    ahd_disputes disputes;   /* by agreement, accused and day */
    uint32_t *occurrence_of; /* by telling */
} ahd_standing;

/* `s` has kb, arena and occurrences; writes its disputes. */
void ahd_dispute_find(ahd_standing *s);

#endif
