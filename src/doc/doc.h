/* doc.h - one news page and everything understood about it so far.
 *
 * A document is a set of layers. Each layer is one flat array, written by one
 * stage and only read by later ones. Layers name each other by index, and text
 * by span (bytes of `text`), so every claim can be traced to the words that
 * made it. AHD_NONE is "no index". All of it lives in `arena`.
 *
 * The stages, in order, and what each writes, are in engine/pipeline.c. */
#ifndef AHD_DOC_DOC_H
#define AHD_DOC_DOC_H

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"
#include "doc/number.h"
#include "doc/token.h"
#include "doc/when.h"

/* ------------------------------------------------------------- the page */

typedef enum ahd_kind {
    AHD_KIND_ARTICLE,
    AHD_KIND_LIST,
    AHD_KIND_ERROR,
    AHD_KIND_NOT_NEWS,
} ahd_kind;

typedef enum ahd_lang {
    AHD_LANG_UNKNOWN,
    AHD_LANG_AR,
    AHD_LANG_EN,
    AHD_LANG_OTHER,
} ahd_lang;

typedef enum ahd_how_dated {
    AHD_DATED_NOT,
    AHD_DATED_METADATA,
    AHD_DATED_TEXT,
    AHD_DATED_INFERRED,
} ahd_how_dated;

/* Bytes [text, text + len) of the text came from bytes [page, page + page_len)
 * of the page: the same bytes, or others of that meaning in doc->charset, a
 * reference, an escape, a run of white space. Only newlines are in none.
 * Stretches are in order of `text` and do not overlap. */
typedef struct ahd_stretch {
    uint32_t text, len, page, page_len;
} ahd_stretch;

/* Something about the page as a whole: {"machine_translated", why}. */
typedef struct ahd_condition {
    ahd_str is, because;
} ahd_condition;

/* Where a field of the page's metadata was found: {"byline", "Jane Doe",
 * "JSON-LD author"}. */
typedef struct ahd_reason {
    ahd_str field, value, from;
} ahd_reason;

typedef enum ahd_part_kind {
    AHD_PART_HEADING,
    AHD_PART_ITEM, /* of a list */
    AHD_PART_QUOTE,
    AHD_PART_KINDS
} ahd_part_kind;

/* A paragraph that is more than plain text; what is said of none is text. */
typedef struct ahd_part {
    uint32_t paragraph;
    uint32_t kind; /* ahd_part_kind */
} ahd_part;

/* The words under a picture: beside the text, not in it. */
typedef struct ahd_caption {
    ahd_str text;
    ahd_span page; /* bytes of the page */
} ahd_caption;

/* Text that says nothing certain: flagged, and no act is made of it. */
typedef struct ahd_flag {
    ahd_span at;
    ahd_str because;
} ahd_flag;

/* --------------------------------------------------------------- names */

typedef enum ahd_named_kind {
    AHD_NAMED_PERSON,
    AHD_NAMED_PLACE,
    AHD_NAMED_ORGANISATION,
    AHD_NAMED_KINDS
} ahd_named_kind;

/* A span that reads like a name, known or not: what the learned tagger says. */
typedef struct ahd_named {
    ahd_span at; /* without clitics: «للفلاني» is الفلاني or فلاني */
    uint32_t first, end; /* tokens */
    uint32_t sentence;
    uint8_t kind; /* ahd_named_kind */
    float score;  /* 0..1, how sure */
} ahd_named;

typedef enum ahd_how {
    AHD_HOW_NONE,
    AHD_HOW_EXACT,     /* the registry's own words */
    AHD_HOW_FOLDED,    /* but for hamza, alef, ya, ta marbuta, marks */
    AHD_HOW_VARIANT,   /* a near spelling, licensed by role or organisation */
    AHD_HOW_POST,      /* an office, by who held it then */
    AHD_HOW_ANAPHOR,   /* a short form of what was named before */
    AHD_HOW_CONTEXT,   /* one of several, chosen by who speaks and of whom */
    AHD_HOW_NAMED,     /* agreements: by a name of the registry */
    AHD_HOW_DESCRIBED, /* agreements: by what it is, where, when, whose */
    AHD_HOW_INFERRED,  /* agreements: not said; the likeliest, and why */
} ahd_how;

typedef enum ahd_mention_kind {
    AHD_MENTION_PERSON,
    AHD_MENTION_ORGANISATION,
    AHD_MENTION_STATE,
    AHD_MENTION_GROUP,
    AHD_MENTION_PLACE,
    AHD_MENTION_ROLE, /* an office without a name */
    AHD_MENTION_AGREEMENT,
} ahd_mention_kind;

typedef struct ahd_candidate {
    uint32_t id; /* kb actor, place or agreement */
    float score; /* 0..1 */
} ahd_candidate;

enum { AHD_OTHERS = 8 };

/* A span that names an actor or a place: title, name and office together. */
typedef struct ahd_mention {
    ahd_span at; /* all of it: "وزير الداخلية في حكومة الوفاق فتحي باشاغا" */
    ahd_span name; /* the name alone; len 0 for an office without a name */
    uint32_t first, end; /* tokens */
    uint32_t sentence;
    uint8_t kind;    /* ahd_mention_kind */
    uint8_t how;     /* ahd_how */
    uint8_t hostile; /* the name is a hostile one */
    uint8_t others;  /* other[0..others) */
    float score;
    uint32_t id;      /* kb actor; kb place when kind is PLACE; or AHD_NONE */
    uint32_t post;    /* kb role it states or is known to hold, or AHD_NONE */
    uint32_t of;      /* kb actor of the office: whom the person acts `for`; of
                         a capital: its state, for which it may stand */
    uint32_t same_as; /* earlier mention of the same unregistered actor */
    ahd_str provisional; /* id of an actor that no registry has, or empty */
    ahd_candidate other[AHD_OTHERS];
} ahd_mention;

/* -------------------------------------------------------- quotes and acts */

/* ARG of the output contract. */
typedef struct ahd_arg {
    ahd_span at;        /* its words; len 0 when only inferred */
    uint32_t mention;   /* or AHD_NONE */
    uint32_t id;        /* kb actor (kb place in `place`), or AHD_NONE */
    uint32_t post;      /* kb role, or AHD_NONE */
    uint32_t principal; /* kb actor it acts `for`, or AHD_NONE */
    uint8_t how;        /* ahd_how */
    float score;
} ahd_arg;

typedef AHD_VEC(ahd_arg) ahd_args;

typedef enum ahd_medium {
    AHD_MEDIUM_NONE,
    AHD_MEDIUM_STATEMENT,
    AHD_MEDIUM_PRESS_CONFERENCE,
    AHD_MEDIUM_POST,
    AHD_MEDIUM_INTERVIEW,
    AHD_MEDIUM_SPEECH,
    AHD_MEDIUM_LETTER,
} ahd_medium;

typedef struct ahd_quote {
    ahd_span at;          /* what was said, without the marks */
    ahd_span cue;         /* the word of saying: "وقال" */
    uint32_t first, end;  /* tokens of `at` */
    uint32_t sentence;    /* of the cue */
    ahd_arg speaker, via; /* at.len 0 and id AHD_NONE: not said */
    uint8_t has_speaker, has_via;
    uint8_t medium; /* ahd_medium */
    uint8_t direct;
    uint8_t distant;    /* told with distance: زعم، على حد قوله */
    ahd_span medium_at; /* its words: «بيان»; len 0 when it has none */
    uint32_t continues; /* the quote it goes on from, or AHD_NONE */
    uint32_t cue_class; /* row of data/quotes classes (kb), or AHD_NONE */
} ahd_quote;

typedef enum ahd_act_type {
    AHD_ACT_SIGN,
    AHD_ACT_NEGOTIATE,
    AHD_ACT_MEET,
    AHD_ACT_MEDIATE,
    AHD_ACT_COMMIT,
    AHD_ACT_DEMAND,
    AHD_ACT_IMPLEMENT,
    AHD_ACT_ACCUSE,
    AHD_ACT_BREACH,
    AHD_ACT_DENY,
    AHD_ACT_REJECT,
    AHD_ACT_SUSPEND,
    AHD_ACT_EXTEND,
    AHD_ACT_SUPPORT,
    AHD_ACT_CONDEMN,
    AHD_ACT_THREATEN,
    AHD_ACT_TYPES
} ahd_act_type;

typedef enum ahd_mode { /* of sign */
                        AHD_MODE_NONE,
                        AHD_MODE_SIGNED,
                        AHD_MODE_INITIALLED,
                        AHD_MODE_REACHED,
                        AHD_MODE_ANNOUNCED,
                        AHD_MODE_RATIFIED,
                        AHD_MODE_ACCEDED,
} ahd_mode;

typedef enum ahd_modality {
    AHD_ACTUAL,
    AHD_PLANNED,
    AHD_POSSIBLE,
    AHD_NEGATED,
    AHD_CONDITIONAL,
} ahd_modality;

/* A commitment of an agreement that an act is about. */
typedef struct ahd_provision {
    uint32_t commitment; /* kb commitment; AHD_NONE of a named one that the
                            registry has not */
    uint32_t number; /* «المادة الثانية»: 2; 0 when none is said */
    uint8_t how;     /* AHD_HOW_NAMED or AHD_HOW_INFERRED */
} ahd_provision;

/* A mention of an agreement, by name, by description or by anaphor. */
typedef struct ahd_agreement_ref {
    ahd_span at;
    uint32_t first, end; /* tokens */
    uint32_t sentence;
    uint32_t head;  /* token of its noun: اتفاق، هدنة، مذكرة */
    uint32_t noun;  /* kb agreement kind of that noun, or AHD_NONE */
    uint32_t id;    /* kb agreement, or AHD_NONE */
    uint32_t found; /* index into doc->found, or AHD_NONE */
    uint32_t resolution; /* of the Security Council, of a number that the
                            registry has not; else 0 */
    uint32_t fullest;    /* the mention that an anaphor stands for, in fuller
                            words; AHD_NONE when it is its own */
    uint8_t how;         /* ahd_how */
    uint8_t definite;    /* "the agreement", by article or idafa */
    uint8_t bare;        /* its noun alone */
    uint8_t vague;  /* a noun that is said of much else: وثيقة، قمة */
    uint8_t plural; /* "agreements": it means no single one */
    uint8_t others;
    float score;
    ahd_candidate other[AHD_OTHERS]; /* ranked, likeliest first */
    ahd_str because; /* why this one, for people; may be empty */
} ahd_agreement_ref;

/* An act whose type and words are known: only its arguments are wanted. */
typedef struct ahd_given {
    ahd_span trigger;
    uint32_t type; /* ahd_act_type */
} ahd_given;

/* An agreement that is in no registry: made from a `sign` of this document. */
typedef struct ahd_found {
    ahd_str name; /* as the text has it */
    uint32_t act; /* the sign act */
    ahd_day day;  /* AHD_NO_DAY when not known */
} ahd_found;

/* What an act is about: an act, or an event of violence and the like. */
typedef struct ahd_about {
    uint32_t act;     /* index into doc->acts, or AHD_NONE */
    uint32_t event;   /* index into doc->events, or AHD_NONE */
    const char *role; /* "alleged_breach" "denied_claim" "demanded" "pledged"
                         "supported" "rejected" "condemned" */
} ahd_about;

/* What spoke for or against an act: {"words beside it", -21}. */
typedef struct ahd_ground {
    const char *what; /* a kind of symptom or a rule; lives for ever */
    int32_t sum;      /* in 1 / AHD_GROUND_UNIT; 0: it decides by itself */
} ahd_ground;

enum { AHD_GROUNDS = 3, AHD_GROUND_UNIT = 64, AHD_DOUBTS = 64 };

typedef struct ahd_act {
    uint8_t type, mode, modality; /* ahd_act_type, ahd_mode, ahd_modality */
    uint8_t medium;               /* ahd_medium */
    uint32_t sentence;
    ahd_span trigger;
    uint32_t trigger_first, trigger_end; /* tokens */
    AHD_VEC(ahd_span) tellings;          /* sentences that tell it again */
    ahd_args source, target;
    ahd_arg speaker, via, place;
    uint8_t has_speaker, has_via, has_place;
    ahd_span content; /* len 0 when there is none */
    AHD_VEC(ahd_about) about;
    AHD_VEC(uint32_t) agreements; /* indices into doc->agreements */
    AHD_VEC(ahd_provision) clauses;
    uint32_t time;    /* index into doc->times, or AHD_NONE */
    ahd_day from, to; /* AHD_NO_DAY when not known */
    uint32_t quote;   /* the quote it is said in or makes, or AHD_NONE */
    uint32_t rule;    /* kb rule that made it */
    float confidence;
    uint8_t grounds; /* ground[0..grounds), for it, most first */
    ahd_ground ground[AHD_GROUNDS];
} ahd_act;

/* Words that nearly were an act, and what spoke against it. */
typedef struct ahd_doubt {
    uint8_t type;    /* ahd_act_type: what they would tell */
    uint8_t grounds; /* ground[0..grounds), against it, most first */
    uint32_t sentence;
    ahd_span trigger;
    uint32_t trigger_first, trigger_end; /* tokens */
    uint32_t rule;                       /* kb rule that would make it */
    float confidence;
    ahd_ground ground[AHD_GROUNDS];
} ahd_doubt;

/* ------------------------------------------------------------------ events */

/* Violence, protest, coercion and the like: beside the acts, never of them. */
typedef struct ahd_event {
    uint8_t type;     /* ahd_event_type of kb/eventrule.h */
    uint8_t modality; /* actual; planned: promised, threatened; negated: refused
                       */
    uint8_t has_place;
    uint32_t sentence;
    ahd_span trigger;
    uint32_t trigger_first, trigger_end; /* tokens */
    ahd_args source, target;             /* phrases too: no mention, no id */
    ahd_arg place;
    uint32_t time; /* index into doc->times, or AHD_NONE */
    uint32_t rule; /* kb event rule that made it */
    float confidence;
} ahd_event;

/* ------------------------------------------------------------ the document */

typedef struct ahd_doc {
    ahd_arena *arena;

    /* Given by source and page. Strings live in the arena. */
    ahd_str id;   /* of the JSONL record, else the page's hash, 16 digits */
    ahd_str path; /* where the page was read: a file, "-" or file:line */
    ahd_str sha256, text_sha256; /* 64 hex digits */
    ahd_str page;    /* the raw bytes; borrowed, may be empty after reading */
    ahd_str charset; /* of the page: "windows-1256" */
    ahd_kind kind;
    ahd_str refused; /* why it is no article; empty when it is one */
    ahd_str url, outlet, byline, dateline, section;
    ahd_str text;       /* title, '\n', body */
    uint32_t title_len; /* bytes of the title at the start of text */
    ahd_lang lang;
    ahd_str language;    /* ISO 639, for any lang: "fa"; empty when not known */
    ahd_writing writing; /* of all paragraphs; by the text alone */
    ahd_day published, updated;
    ahd_how_dated dated;
    ahd_str dated_because;
    uint32_t outlet_actor;     /* kb actor, or AHD_NONE */
    uint32_t dateline_mention; /* of `dateline`, or AHD_NONE */

    AHD_VEC(ahd_stretch) map;          /* page */
    AHD_VEC(ahd_condition) conditions; /* page, names, agreements */
    AHD_VEC(ahd_str) tags;             /* page */
    AHD_VEC(ahd_reason) reasons;       /* page */
    AHD_VEC(ahd_span) paragraphs;      /* page; [0] is the title if any */
    AHD_VEC(ahd_part) parts;           /* page; by paragraph */
    AHD_VEC(ahd_caption) captions;     /* page */
    AHD_VEC(ahd_writing) writings;     /* text; by paragraph */
    AHD_VEC(ahd_sentence) sentences;   /* text */
    AHD_VEC(ahd_token) tokens;         /* text, readings by morph */
    AHD_VEC(ahd_hit) hits;             /* morph; by first token */
    AHD_VEC(ahd_segment) segments;     /* morph; in order */
    AHD_VEC(ahd_chunk) chunks;         /* chunks; in order */
    AHD_VEC(ahd_clause) clauses;       /* chunks; by their start */
    AHD_VEC(ahd_number) numbers;       /* numbers; in order */
    AHD_VEC(ahd_named) named;          /* tagger; in order, none in another */
    AHD_VEC(ahd_mention) mentions;     /* names; in order of their start */
    AHD_VEC(ahd_time) times;           /* time; in order */
    AHD_VEC(ahd_said) said;            /* time; a row of parts a time */
    AHD_VEC(ahd_dating) datings;       /* agreements; likeliest first */
    AHD_VEC(ahd_event) events;         /* events; by their trigger */
    AHD_VEC(ahd_quote) quotes;         /* quotes; in order of their cue */
    AHD_VEC(ahd_agreement_ref) agreements; /* agreements; in order */
    AHD_VEC(ahd_flag) flags;               /* acts */
    AHD_VEC(ahd_act) acts;                 /* acts */
    AHD_VEC(ahd_doubt) doubts; /* acts; the surest AHD_DOUBTS, in order */
    AHD_VEC(ahd_given) given; /* before the stages: these are the acts */
    AHD_VEC(ahd_found) found; /* agreements */
} ahd_doc;

/* A new empty document in `arena`; every "no index" field is AHD_NONE. */
ahd_doc *ahd_doc_new(ahd_arena *arena);

/* Does every span lie inside the text, every index inside its layer, every
 * layer keep its order? NULL when so, else what is wrong. */
const char *ahd_doc_check(const ahd_doc *doc);

ahd_str ahd_doc_title(const ahd_doc *doc);
ahd_str ahd_doc_words(const ahd_doc *doc, ahd_span at);

/* An ARG with nothing known: every index AHD_NONE. */
ahd_arg ahd_arg_none(void);

#endif
