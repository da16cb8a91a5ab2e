/* eventrule.h - how violence, protest and the like are told, and the codes of
 * other event data. Part of kb.h; the rows are data/events and data/codes. */
#ifndef AHD_KB_EVENTRULE_H
#define AHD_KB_EVENTRULE_H

#include "kb/ref.h"

/* PLOVER's types that are no acts of Ahd, by the names of its manual. */
#define AHD_EVENT_LIST(X)                                                      \
    X(ASSAULT, "ASSAULT")                                                      \
    X(PROTEST, "PROTEST")                                                      \
    X(COERCE, "COERCE")                                                        \
    X(MOBILIZE, "MOBILIZE")                                                    \
    X(AID, "AID")                                                              \
    X(COOPERATE, "COOPERATE")                                                  \
    X(SANCTION, "SANCTION")                                                    \
    X(RETREAT, "RETREAT")                                                      \
    X(ACCUSE, "ACCUSE")

typedef enum ahd_event_type {
#define X(name, text) AHD_EVENT_##name,
    AHD_EVENT_LIST(X)
#undef X
        AHD_EVENT_TYPES
} ahd_event_type;

/* What stands where around the trigger of an event rule. */
#define AHD_PLACE_LIST(X)                                                      \
    X(SUBJ, "subj")         /* who does it, of a verb */                       \
    X(OBJ, "obj")           /* of a verb; its subject when it is passive */    \
    X(ALONE, "alone")       /* the subject of a verb that has no object */     \
    X(OF, "of")             /* genitive of a noun; "of" */                     \
    X(CARRIER, "carrier")   /* subject of «شن هجوما» */               \
    X(SUFFERER, "sufferer") /* subject of «تعرض لهجوم» */           \
    X(ON, "on")             /* على; on */                                   \
    X(TO, "to")             /* إلى، ل; to */                              \
    X(IN, "in")             /* في; in */                                     \
    X(BI, "bi")             /* ب; with */                                     \
    X(BY, "by")             /* من قبل; by */                              \
    X(AGAINST, "against")   /* ضد; against */                                \
    X(FROM, "from")         /* من; from */                                   \
    X(WITH, "with")         /* مع; with */                                   \
    X(BETWEEN, "between")   /* بين; between */                              \
    X(ABOUT, "about")       /* عن: of «أسفر عن»; about */            \
    X(FOR, "for")           /* for */                                          \
    X(BEFORE, "before")     /* a name before the noun: "a Taliban attack" */   \
    X(AT, "at")             /* أمام، قرب، باتجاه; at, outside */

typedef enum ahd_event_place {
#define X(name, text) AHD_PLACE_##name,
    AHD_PLACE_LIST(X)
#undef X
        AHD_PLACES
} ahd_event_place;

/* What a rule must find, or there is no event. */
#define AHD_WANT_LIST(X)                                                       \
    X(SOURCE, "source")                                                        \
    X(TARGET, "target")                                                        \
    X(EITHER, "either") /* one of the two */                                   \
    X(ACTOR, "actor")   /* a source that is somebody known, or people */       \
    X(VICTIM, "victim") /* a target that is */                                 \
    X(TOLL, "toll")     /* a number of people */                               \
    X(NEWS, "news")     /* an indefinite noun, or one with a time beside it */ \
    X(PROTESTER, "protester") /* a source that is some protesters */           \
    X(AMID, "amid") /* an event of its type before it, to which it adds */     \
    X(JOINS,                                                                   \
      "joins") /* nothing; but it adds to such an event if there is one */     \
    X(WEAPON, "weapon")   /* what is fired, a few words after it */            \
    X(MEASURE, "measure") /* a word for sanctions and the like, as near */     \
    X(RELIEF, "relief")   /* for aid */                                        \
    X(FORCE, "force")     /* for troops */                                     \
    X(BARRIER, "barrier") /* for a border, a crossing */                       \
    X(PEACEKEEPER, "peacekeeper")                                              \
    X(REFUGEE, "refugee")                                                      \
    X(GUILTY, "guilty")                                                        \
    X(PERMISSION, "permission")                                                \
    X(ARMED, "armed")   /* a source with arms */                               \
    X(STAGED, "staged") /* a noun that is subject or object of such a verb */  \
    X(DONE, "done")     /* a noun that some verb says to have happened */

typedef enum ahd_want {
#define X(name, text) AHD_WANT_##name,
    AHD_WANT_LIST(X)
#undef X
        AHD_WANTS
} ahd_want;

/* Words that events are known by; named as in data/event-words. */
#define AHD_EVENT_WORD_LIST(X)                                                    \
    X(WAGE, "wage")     /* شن، نفذ: does what its object names */           \
    X(SUFFER, "suffer") /* تعرض: has it done to him */                        \
    X(HIT, "hit")       /* استهدف: what an attack does to its target */     \
    X(PROTESTER, "protester") /* متظاهرون، محتجون; protesters */   \
    X(APPROX, "approx")   /* نحو، حوالي: before a number of people */    \
    X(SOME, "some")       /* عدد، مئات: whose «من» says of whom */    \
    X(WEAPON, "weapon")   /* صاروخ، نار; what is fired */                \
    X(MEASURE, "measure") /* عقوبات، حظر; sanctions, blockade */        \
    X(RELIEF, "relief")   /* مساعدات; aid, food */                         \
    X(FORCE, "force")     /* قوات; troops, army */                            \
    X(BARRIER, "barrier") /* معبر; crossing, border */                        \
    X(REFUGEE, "refugee") /* refugees, migrants */                                \
    X(GUILTY, "guilty")   /* guilty */                                            \
    X(PERMISSION, "permission")   /* permission, approval */                      \
    X(PEACEKEEPER, "peacekeeper") /* peacekeepers, observers */                   \
    X(ARMED, "armed")   /* مسلحون، قوات; who attacks with arms */      \
    X(INTEND, "intend") /* وافق، تعهد; agree, offer, willing, will */    \
    X(REFUSE, "refuse") /* رفض، لن; refuse, will not */                     \
    X(HAPPEN, "happen") /* وقع، أسفر عن: says that it happened */       \
    X(UNDONE, "undone") /* أحبط، محاولة، هدد: it did not happen */ \
    X(BESIDE, "beside") /* أمام، قرب، باتجاه; outside, near */     \
    X(NOBODY, "nobody") /* نفسه، نتيجة: takes part in nothing */        \
    X(PEOPLE, "people") /* شخص، مدنيون، جنود; people, civilians */

typedef enum ahd_event_word {
#define X(name, text) AHD_EVENT_WORD_##name,
    AHD_EVENT_WORD_LIST(X)
#undef X
        AHD_EVENT_WORDS
} ahd_event_word;

typedef struct ahd_event_rule {
    ahd_ref id, mode, trigger, frame, need, example;
    uint32_t type, lang;
    uint32_t wants;            /* bit of each ahd_want */
    uint8_t slots[AHD_PLACES]; /* ahd_slot of each ahd_event_place */
    double confidence;
} ahd_event_rule;

/* An act or event in the codes of others; empty where there is none. */
typedef struct ahd_coding {
    ahd_ref what, mode, modality, about; /* empty: any */
    ahd_ref plover, cameo, acled, lost;
} ahd_coding;

#endif
