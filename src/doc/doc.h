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

#define AHD_NONE UINT32_MAX

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

/* A calendar day as days since 1970-01-01 (proleptic Gregorian). */
typedef int32_t ahd_day;
#define AHD_NO_DAY INT32_MIN

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

/* ------------------------------------------------------- text and morph */

typedef enum ahd_token_kind {
    AHD_TOKEN_WORD,
    AHD_TOKEN_NUMBER, /* digits, `form` in ASCII digits */
    AHD_TOKEN_PUNCT,
} ahd_token_kind;

enum {                             /* ahd_token.flags */
       AHD_TOKEN_ARABIC = 1,       /* written in Arabic letters */
       AHD_TOKEN_CAPITAL = 2,      /* Latin, starts with a capital */
       AHD_TOKEN_SPACE_BEFORE = 4, /* white space stands before it */
       AHD_TOKEN_LINE_BEFORE =
           8,               /* a line ended before it, its paragraph not */
       AHD_TOKEN_LINK = 16, /* an address or a @handle, one word */
};

enum { /* proclitics, ahd_reading.pro */
       AHD_PRO_WA = 1,
       AHD_PRO_FA = 2,
       AHD_PRO_BI = 4,
       AHD_PRO_LI = 8,
       AHD_PRO_KA = 16,
       AHD_PRO_SA = 32,
       AHD_PRO_AL = 64,
};

/* One way to split a word: proclitics + host (+ pronoun). */
typedef struct ahd_reading {
    ahd_str host;    /* folded, with its article: "الاتفاق" */
    uint32_t sym;    /* kb symbol of host, 0 when the kb has no such word */
    uint32_t bare;   /* symbol of host without ال; = sym when it has none */
    uint16_t pro;    /* proclitics taken off, and AHD_PRO_AL if host has one */
    uint16_t suffix; /* 1 when a pronoun was taken off its end */
} ahd_reading;

enum { AHD_READINGS = 3 };

typedef struct ahd_token {
    ahd_span at;
    ahd_str form;                  /* folded (lang/fold.h), clitics included */
    uint8_t kind, flags, readings; /* reading[0..readings), likeliest first */
    uint8_t first;                 /* ahd_letter_kind of its first letter */
    uint32_t sentence;
    uint32_t first_hit, hits; /* doc->hits that start here, longest first */
    uint32_t sym, bare; /* kb symbols of the whole form, and without its ال */
    ahd_reading reading[AHD_READINGS];
    uint32_t segment; /* its first in doc->segments; AHD_NONE before morph */
    uint8_t segments, host; /* how many; which of them is its host */
} ahd_token;

enum { /* ahd_writing.typing: how people type Arabic */
       AHD_TYPING_DOTLESS_YA = 1,    /* فى, الذى */
       AHD_TYPING_DOTTED_ALEF = 2,   /* حتي, مصطفي */
       AHD_TYPING_HA = 4,            /* مدينه, الحكومه */
       AHD_TYPING_NO_HAMZA = 8,      /* الى, او */
       AHD_TYPING_MIXED = 16,        /* one of these, but not always */
       AHD_TYPING_PERSIAN_KEYS = 32, /* ی, ک */
       AHD_TYPING_ASCII_DIGITS = 64,
       AHD_TYPING_INDIC_DIGITS = 128,   /* ١٢٣ */
       AHD_TYPING_PERSIAN_DIGITS = 256, /* ۴۵۶ */
       AHD_TYPING_LATIN_MARKS = 512,    /* , ; ? among Arabic letters */
};

/* In which language a piece of text is, and how it is typed. */
typedef struct ahd_writing {
    char code[4];          /* ISO 639, "ar" or "ckb"; empty when not known */
    uint8_t lang;          /* ahd_lang */
    uint8_t script;        /* ahd_script of most of its letters */
    uint8_t sure;          /* 0 when it is so because the document is */
    uint8_t arabic, latin; /* which part of its letters, in percent */
    uint16_t typing;       /* AHD_TYPING_* */
} ahd_writing;

/* Parts of speech: the universal tags (universaldependencies.org/u/pos). */
typedef enum ahd_pos {
    AHD_POS_X,
    AHD_POS_NOUN,
    AHD_POS_PROPN,
    AHD_POS_ADJ,
    AHD_POS_VERB,
    AHD_POS_AUX,
    AHD_POS_ADV,
    AHD_POS_PRON,
    AHD_POS_DET,
    AHD_POS_NUM,
    AHD_POS_ADP,
    AHD_POS_CCONJ,
    AHD_POS_SCONJ,
    AHD_POS_PART,
    AHD_POS_INTJ,
    AHD_POS_PUNCT,
    AHD_POS_SYM,
    AHD_POS_COUNT
} ahd_pos;

/* What the form of a word says, packed into 32 bits: a field each, 0 where it
 * does not say. AHD_FEAT(feats, NUMBER) == AHD_NUMBER_PLURAL. */
#define AHD_FEATS(X)                                                           \
    X(GENDER, 0, 2)   /* masculine, feminine */                                \
    X(NUMBER, 2, 2)   /* singular, dual, plural */                             \
    X(PERSON, 4, 2)   /* 1, 2, 3 */                                            \
    X(STATE, 6, 2)    /* indefinite, definite, construct */                    \
    X(ASPECT, 8, 2)   /* perfect, imperfect, imperative */                     \
    X(VOICE, 10, 2)   /* active, passive */                                    \
    X(MOOD, 12, 2)    /* indicative, subjunctive, jussive */                   \
    X(VERBAL, 14, 3)  /* finite, masdar, active and passive participle, ... */ \
    X(FORM, 17, 4)    /* of the Arabic verb: 1..10, 11, 12: quadriliteral */   \
    X(DEGREE, 21, 2)  /* positive, comparative, superlative */                 \
    X(ARTICLE, 23, 1) /* written with ال */                                  \
    X(CASE, 24, 2)    /* nominative, accusative, genitive: where written */    \
    X(TENSE, 26, 2)   /* past, present, future: of English */                  \
    X(LIGHT, 28, 1) X(POLARITY, 29, 1) /* leans on a noun: تم; negates: لم */

enum {
#define X(name, at, bits) AHD_FEAT_##name = (at),
    AHD_FEATS(X)
#undef X
#define X(name, at, bits) AHD_FEAT_BITS_##name = (bits),
        AHD_FEATS(X)
#undef X
};

#define AHD_FEAT(feats, name)                                                  \
    ((feats) >> AHD_FEAT_##name & ((1u << AHD_FEAT_BITS_##name) - 1))
#define AHD_FEAT_SET(name, value) ((uint32_t)(value) << AHD_FEAT_##name)

enum { AHD_MASCULINE = 1, AHD_FEMININE };
enum { AHD_SINGULAR = 1, AHD_DUAL, AHD_PLURAL };
enum { AHD_INDEFINITE = 1, AHD_DEFINITE, AHD_CONSTRUCT };
enum { AHD_PERFECT = 1, AHD_IMPERFECT, AHD_IMPERATIVE };
enum { AHD_ACTIVE = 1, AHD_PASSIVE };
enum { AHD_INDICATIVE = 1, AHD_SUBJUNCTIVE, AHD_JUSSIVE };
enum {
    AHD_FINITE = 1,
    AHD_MASDAR, /* English: the gerund */
    AHD_PARTICIPLE,
    AHD_PASSIVE_PARTICIPLE,
    AHD_INFINITIVE
};
enum { AHD_COMPARATIVE = 2, AHD_SUPERLATIVE };
enum { AHD_NOMINATIVE = 1, AHD_ACCUSATIVE, AHD_GENITIVE };
enum { AHD_PAST = 1, AHD_PRESENT, AHD_FUTURE };

typedef enum ahd_segment_kind {
    AHD_SEGMENT_HOST,
    AHD_SEGMENT_PROCLITIC,
    AHD_SEGMENT_ENCLITIC,
} ahd_segment_kind;

/* A piece of a token that is a word of its own: "وبالاتفاق" is و, ب, الاتفاق;
 * English "don't" is do, n't. Most tokens are one segment. */
typedef struct ahd_segment {
    ahd_span at;
    uint32_t token;
    ahd_str lemma; /* "اِتِّفَاق", or without vowels; English in small letters */
    uint32_t feats;    /* AHD_FEATS */
    uint8_t pos, kind; /* ahd_pos, ahd_segment_kind */
    uint8_t known;     /* 1 when a lexicon has the word, 0 when it is a guess */
    uint8_t common;    /* 1: a PROPN that is a noun to the lexicon: مجلس */
} ahd_segment;

/* ------------------------------------------------------------------ chunks */

/* «قامت الحكومة بتوقيع الاتفاق»: [قامت] SUPPORT, [الحكومة] SUBJECT of [توقيع
 * الاتفاق], a PREDICATE whose `genitive` is الاتفاق. */
typedef enum ahd_chunk_kind {
    AHD_CHUNK_NOUN, /* a noun with its idafa, adjectives, numbers; a pronoun */
    AHD_CHUNK_VERB, /* a verb with its particles: لم يوقع، سوف يوقع، كان يوقع */
    AHD_CHUNK_ADJECTIVE, /* one that stands in no noun's chunk */
    AHD_CHUNK_ADVERB,
    AHD_CHUNK_MARK, /* أن، إن، الذي، عندما: what opens a clause */
    AHD_CHUNK_KINDS
} ahd_chunk_kind;

/* What a chunk is to the chunk `of`. */
typedef enum ahd_chunk_link {
    AHD_LINK_NONE,
    AHD_LINK_PREDICATE, /* of a main clause; `of` no chunk */
    AHD_LINK_SUBJECT,
    AHD_LINK_OBJECT,
    AHD_LINK_OBLIQUE, /* a verb's, with a preposition, `prep` */
    AHD_LINK_ATTRIBUTE, /* a noun's: «اتفاق بين الطرفين» with `prep` */
    AHD_LINK_APPOSITION,
    AHD_LINK_CONJUNCT,  /* of the first member of a coordination */
    AHD_LINK_ADVERBIAL, /* a time, a manner, the predicate of an if-clause */
    AHD_LINK_COMPLEMENT, /* the predicate of a clause with أن, إن, that, to */
    AHD_LINK_RELATIVE,   /* the predicate of a relative clause, of its noun */
    AHD_LINK_SUPPORT,    /* كان, a light verb, "is", of their predicate */
    AHD_LINKS
} ahd_chunk_link;

typedef struct ahd_chunk {
    uint32_t first, end; /* segments of one sentence that belong together */
    uint32_t head;       /* its head segment */
    uint32_t prep; /* segments [prep, first) are its preposition; AHD_NONE */
    uint32_t genitive;  /* the head's first genitive or pronoun; AHD_NONE */
    uint32_t of, word;  /* the chunk, and its segment, that it belongs to */
    uint32_t clause;    /* index into doc->clauses */
    uint8_t kind, link; /* ahd_chunk_kind, ahd_chunk_link */
    uint8_t passive, negated; /* passive: its subject is what was done to */
} ahd_chunk;

typedef enum ahd_clause_kind {
    AHD_CLAUSE_MAIN,
    AHD_CLAUSE_COMPLEMENT, /* after أن, إن, that */
    AHD_CLAUSE_RELATIVE,  /* after الذي, who, or bare after an indefinite */
    AHD_CLAUSE_ADVERBIAL, /* after بعدما, إذا, when, if */
    AHD_CLAUSE_KINDS
} ahd_clause_kind;

/* Chunks [first, end) hold it, those of clauses inside it included. */
typedef struct ahd_clause {
    uint32_t first, end;
    uint32_t predicate, subject; /* chunks; AHD_NONE when none was found */
    uint32_t of;                 /* the clause it stands in, or AHD_NONE */
    uint8_t kind;                /* ahd_clause_kind */
} ahd_clause;

/* A phrase the kb knows, found in the text: tokens [first, end) mean `kind`,
 * `id`, `extra` (see ahd_term in kb/kb.h). `pro` are the proclitics of the
 * first token (AHD_PRO_AL among them), `suffix` a pronoun on the last. All
 * readings are listed: later stages choose. */
typedef struct ahd_hit {
    uint32_t first, end;
    uint32_t kind, id, extra;
    uint16_t pro, suffix;
} ahd_hit;

/* Tokens [first, end) of one sentence; `at` is its trimmed text. */
typedef struct ahd_sentence {
    ahd_span at;
    uint32_t first, end;
    uint32_t paragraph; /* 0 is the title when there is one */
} ahd_sentence;

/* --------------------------------------------------------------- names */

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
    uint32_t of;      /* kb actor of the office: whom the person acts `for` */
    uint32_t same_as; /* earlier mention of the same unregistered actor */
    ahd_candidate other[AHD_OTHERS];
} ahd_mention;

/* ---------------------------------------------------------------- time */

typedef enum ahd_grain {
    AHD_GRAIN_DAY,
    AHD_GRAIN_WEEK,
    AHD_GRAIN_MONTH,
    AHD_GRAIN_YEAR,
} ahd_grain;

typedef enum ahd_time_form {
    AHD_TIME_DATE,    /* said in full, or but for the year */
    AHD_TIME_WEEKDAY, /* `weekday`, near the document's day */
    AHD_TIME_OFFSET,  /* `offset` grains from the document's day */
} ahd_time_form;

/* A time expression. `from`..`to` are set when it can be computed: at once for
 * full dates, else by ahd_time_settle once the document's day is known. */
typedef struct ahd_time {
    ahd_span at;
    uint32_t first, end; /* tokens */
    uint32_t sentence;
    uint8_t form, grain; /* ahd_time_form, ahd_grain */
    int8_t weekday;      /* 0 Monday .. 6 Sunday, -1 none */
    int8_t vague;        /* "days ago", "recently": a direction, no day */
    int32_t offset;      /* in grains; AHD_TIME_OFFSET */
    int16_t year;        /* 0 when not said */
    int8_t month, mday;  /* 1..; 0 when not said */
    ahd_day from, to;    /* inclusive; AHD_NO_DAY when open */
} ahd_time;

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
    uint32_t commitment; /* kb commitment */
    uint8_t how;         /* AHD_HOW_NAMED or AHD_HOW_INFERRED */
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
    uint32_t fullest; /* the earlier mention that an anaphor stands for, in
                         fuller words; AHD_NONE when it is its own */
    uint8_t how;      /* ahd_how */
    uint8_t definite; /* "the agreement", by article or idafa */
    uint8_t plural;   /* "agreements": it means no single one */
    uint8_t others;
    float score;
    ahd_candidate other[AHD_OTHERS]; /* ranked, likeliest first */
    ahd_str because; /* why this one, for people; may be empty */
} ahd_agreement_ref;

/* An agreement that is in no registry: made from a `sign` of this document. */
typedef struct ahd_found {
    ahd_str name; /* as the text has it */
    uint32_t act; /* the sign act */
    ahd_day day;  /* AHD_NO_DAY when not known */
} ahd_found;

typedef struct ahd_about {
    uint32_t act;     /* index into doc->acts */
    const char *role; /* "alleged_breach" "denied_claim" "demanded" "pledged" */
} ahd_about;

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
} ahd_act;

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
    uint32_t outlet_actor; /* kb actor, or AHD_NONE */

    AHD_VEC(ahd_stretch) map;              /* page */
    AHD_VEC(ahd_condition) conditions;     /* page, names, agreements */
    AHD_VEC(ahd_str) tags;                 /* page */
    AHD_VEC(ahd_reason) reasons;           /* page */
    AHD_VEC(ahd_span) paragraphs;          /* page; [0] is the title if any */
    AHD_VEC(ahd_part) parts;               /* page; by paragraph */
    AHD_VEC(ahd_caption) captions;         /* page */
    AHD_VEC(ahd_writing) writings;         /* text; by paragraph */
    AHD_VEC(ahd_sentence) sentences;       /* text */
    AHD_VEC(ahd_token) tokens;             /* text, readings by morph */
    AHD_VEC(ahd_hit) hits;                 /* morph; by first token */
    AHD_VEC(ahd_segment) segments;         /* morph; in order */
    AHD_VEC(ahd_chunk) chunks;             /* chunks; in order */
    AHD_VEC(ahd_clause) clauses;           /* chunks; by their start */
    AHD_VEC(ahd_mention) mentions;         /* names; in order of their start */
    AHD_VEC(ahd_time) times;               /* time; in order */
    AHD_VEC(ahd_quote) quotes;             /* quotes; in order of their cue */
    AHD_VEC(ahd_agreement_ref) agreements; /* agreements; in order */
    AHD_VEC(ahd_flag) flags;               /* acts */
    AHD_VEC(ahd_act) acts;                 /* acts */
    AHD_VEC(ahd_found) found;              /* agreements */
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
