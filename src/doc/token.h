/* token.h - the layers of words: tokens, segments, chunks, clauses, hits.
 *
 * "ووقع الطرفان" is two tokens; the first is two segments, و and وقع; وقع is
 * a chunk of a verb, الطرفان one of a noun, its subject. Part of doc.h. */
#ifndef AHD_DOC_TOKEN_H
#define AHD_DOC_TOKEN_H

#include "base/str.h"

#define AHD_NONE UINT32_MAX

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

#endif
