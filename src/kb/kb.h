/* kb.h - what Ahd knows: data/ compiled by tools/kbc, embedded, read-only.
 *
 *     const ahd_kb *kb = ahd_kb_embedded();
 *     for (uint32_t i = 0; i < kb->actors.count; i++)
 *         ahd_kb_str(kb, ahd_kb_actor_at(kb, i)->en);
 *
 * Every table is an array of rows; rows name each other by index, AHD_KB_NONE
 * for none. The columns are described in data/README.md. One kb may be used by
 * many threads at once. */
#ifndef AHD_KB_KB_H
#define AHD_KB_KB_H

#include "base/error.h"
#include "base/str.h"
#include "kb/classes.h"
#include "kb/eventrule.h"
#include "kb/ref.h"
#include "lang/lang.h"

#define AHD_KB_NONE UINT32_MAX
#define AHD_KB_NO_DAY INT32_MIN /* days since 1970-01-01 otherwise */

typedef enum ahd_actor_type {
    AHD_ACTOR_STATE,
    AHD_ACTOR_GOVERNMENT,
    AHD_ACTOR_MINISTRY,
    AHD_ACTOR_ARMY,
    AHD_ACTOR_GROUP,
    AHD_ACTOR_PARTY,
    AHD_ACTOR_PARLIAMENT,
    AHD_ACTOR_COURT,
    AHD_ACTOR_ORGANISATION,
    AHD_ACTOR_OUTLET,
    AHD_ACTOR_AGENCY,
    AHD_ACTOR_PERSON,
    AHD_ACTOR_DELEGATION,
} ahd_actor_type;

typedef struct ahd_actor {
    ahd_ref id, country, portfolio, en, ar, source;
    uint32_t type, of; /* ahd_actor_type; actor */
    uint32_t state;    /* its state, by `of` or country: computed by kbc */
    int32_t since, until;
} ahd_actor;

typedef enum ahd_name_kind {
    AHD_NAME_OFFICIAL,
    AHD_NAME_SHORT,
    AHD_NAME_HOSTILE,
    AHD_NAME_TRANSLIT,
    AHD_NAME_ACRONYM,
    AHD_NAME_CONTESTED,
} ahd_name_kind;

typedef struct ahd_name {
    uint32_t actor, lang, kind;
    ahd_ref name, source;
} ahd_name;

/* A full name by its skeleton (lang/skeleton.h): those of one together. */
typedef struct ahd_spelling {
    uint64_t skeleton;
    ahd_ref name; /* folded */
    uint32_t actor;
    uint32_t more; /* how many of the same skeleton follow */
} ahd_spelling;

typedef struct ahd_demonym {
    uint32_t actor, lang;
    ahd_ref form, source;
} ahd_demonym;

typedef enum ahd_role_kind {
    AHD_ROLE_HEAD_OF_STATE,
    AHD_ROLE_HEAD_OF_GOVERNMENT,
    AHD_ROLE_MINISTER,
    AHD_ROLE_DEPUTY,
    AHD_ROLE_SPOKESMAN,
    AHD_ROLE_COMMANDER,
    AHD_ROLE_ENVOY,
    AHD_ROLE_AMBASSADOR,
    AHD_ROLE_SPEAKER,
    AHD_ROLE_HEAD_OF_DELEGATION,
    AHD_ROLE_LEADER,
    AHD_ROLE_MEMBER,
    AHD_ROLE_OFFICIAL,
} ahd_role_kind;

/* One at a time («وزير الخارجية»), one of each body («قائد»), many («سفير»). */
typedef enum ahd_role_held {
    AHD_HELD_BY_ONE,
    AHD_HELD_EACH,
    AHD_HELD_BY_MANY
} ahd_role_held;

typedef struct ahd_role {
    ahd_ref id, portfolio, ar, en, source;
    uint32_t kind, held;
    uint32_t office; /* the first role of its kind and portfolio, by kbc */
} ahd_role;

typedef struct ahd_post {
    uint32_t person, role, of; /* actor, role, actor */
    int32_t since, until;
    ahd_ref source;
} ahd_post;

/* What one is to another for a time: an army acts for a government. */
typedef enum ahd_tie_kind {
    AHD_TIE_ACTS_FOR,
    AHD_TIE_PART_OF,
    AHD_TIE_OWNED_BY,
} ahd_tie_kind;

typedef struct ahd_tie {
    uint32_t actor, kind, of;
    int32_t since, until;
    ahd_ref source;
} ahd_tie;

typedef struct ahd_title {
    uint32_t lang, kind; /* 0 rank, 1 honorific */
    ahd_ref form, source;
} ahd_title;

/* What the nouns that head a mention make of it. */
typedef enum ahd_head_use {
    AHD_HEAD_OF_STATE, /* the actor of that type: حكومة، جيش */
    AHD_HEAD_IS_STATE, /* stands for the state itself: سلطات */
    AHD_HEAD_IS_PART,  /* a part of it, without an id: وفد */
    AHD_HEAD_OFFICE,   /* a ministry: an office's name follows */
    AHD_HEAD_BODY,     /* an organisation, known or not: لجنة، حزب */
    AHD_HEAD_CROWD,    /* people who act together: مسلحون، مصادر */
    AHD_HEAD_PERSON,   /* one of them: قيادي، ناشط */
    AHD_HEAD_AGAIN,    /* one told of before: المسؤول، the spokesman */
} ahd_head_use;

typedef enum ahd_head_alone {
    AHD_HEAD_NEVER,    /* «القوات» alone is none */
    AHD_HEAD_DEFINITE, /* «الجيش» is one, «جيش» is none */
    AHD_HEAD_ALWAYS,   /* «مسلحون» */
} ahd_head_alone;

typedef struct ahd_head {
    uint32_t use, type, alone, lang; /* type: ahd_actor_type */
    ahd_ref portfolio, form;
} ahd_head;

typedef struct ahd_place {
    ahd_ref id, type, country, ar, en, also, source;
    double lat, lon;
    double people; /* 0: not known, and named by hand */
} ahd_place;

enum { AHD_KB_STATES = 8 };

typedef struct ahd_agreement {
    ahd_ref id, kind, country, precision, place, ar, en, confidence, status,
        source;
    int32_t date;
    int32_t effective; /* in force since: computed by kbc; or NO_DAY */
    ahd_ref effective_source;
    uint32_t first_commitment, commitments; /* rows of commitments */
    uint32_t first_party, parties;          /* rows of parties */
    uint32_t states[AHD_KB_STATES];         /* of `country`: actors, or NONE */
    ahd_ref folded; /* all its names, to look for words in */
} ahd_agreement;

typedef struct ahd_agreement_name {
    uint32_t agreement, lang;
    ahd_ref name, source;
} ahd_agreement_name;

typedef enum ahd_party_role {
    AHD_PARTY_PARTY,
    AHD_PARTY_THIRD_PARTY,
    AHD_PARTY_GUARANTOR,
    AHD_PARTY_MEDIATOR,
    AHD_PARTY_WITNESS,
    AHD_PARTY_SIGNATORY,
    AHD_PARTY_MONITOR, /* whom the agreement names to find breaches */
} ahd_party_role;

/* How one stands to an agreement; those of `sign` are named as its modes. */
typedef enum ahd_signature_state {
    AHD_SIGNATURE_NONE,
    AHD_SIGNATURE_SIGNED,
    AHD_SIGNATURE_INITIALLED,
    AHD_SIGNATURE_REACHED,
    AHD_SIGNATURE_ANNOUNCED,
    AHD_SIGNATURE_RATIFIED,
    AHD_SIGNATURE_ACCEDED,
    AHD_SIGNATURE_VERBAL,
    AHD_SIGNATURE_ABSENT,
    AHD_SIGNATURE_WITHDREW,
} ahd_signature_state;

typedef struct ahd_party {
    uint32_t agreement, role, actor;
    ahd_ref name, state, source;
} ahd_party;

typedef struct ahd_commitment {
    uint32_t agreement;
    ahd_ref n, bound, deadline, topics, en, ar, source;
    uint64_t topic_mask; /* bit i: row i of topics' distinct names */
} ahd_commitment;

typedef struct ahd_relation {
    uint32_t agreement, other;
    ahd_ref type, source;
} ahd_relation;

/* The day an agreement came into force. */
typedef struct ahd_effect {
    uint32_t agreement;
    int32_t date;
    ahd_ref source;
} ahd_effect;

/* Talks and their outcomes, over years: the Astana process. */
typedef struct ahd_process {
    ahd_ref id, ar, en, country, source;
} ahd_process;

typedef struct ahd_membership {
    uint32_t agreement, process;
    ahd_ref source;
} ahd_membership;

/* A text of an agreement: what it is, where it is published. */
typedef struct ahd_version {
    uint32_t agreement, is; /* `is`: of ahd_names_text_is */
    ahd_ref version, lang, at, source;
    int32_t date;
} ahd_version;

/* What a commitment does not cover. */
typedef struct ahd_exemption {
    uint32_t agreement;
    ahd_ref n, en, ar, source;
} ahd_exemption;

/* Another value of a field, where sources differ. */
typedef struct ahd_differing {
    uint32_t agreement;
    ahd_ref field, value, ar, source;
} ahd_differing;

/* A distinct topic; its words are terms. */
typedef struct ahd_topic {
    ahd_ref topic, form;
    uint32_t lang;
} ahd_topic;

typedef enum ahd_noun_kind {
    AHD_NOUN_AGREEMENT,
    AHD_NOUN_CEASEFIRE,
    AHD_NOUN_TRUCE,
    AHD_NOUN_MEMORANDUM,
    AHD_NOUN_TREATY,
    AHD_NOUN_RESOLUTION,
    AHD_NOUN_PROTOCOL,
    AHD_NOUN_DECLARATION,
    AHD_NOUN_OUTCOME,
    AHD_NOUN_ROADMAP,
    AHD_NOUN_INITIATIVE,
    AHD_NOUN_TALKS,
    AHD_NOUN_CONTRACT,
} ahd_noun_kind;

/* The form of a verb's word, `extra` of a LEMMA term. */
typedef enum ahd_form {
    AHD_FORM_PAST,
    AHD_FORM_PRESENT,
    AHD_FORM_MASDAR,
    AHD_FORM_AGENT,
    AHD_FORM_PATIENT,
    AHD_FORM_BASE, /* English infinitive and plural present */
    AHD_FORM_NONE, /* a phrase, not a verb's form */
} ahd_form;

typedef struct ahd_verb {
    uint32_t lang;
    ahd_ref lemma, past, present, masdar, agent, patient;
} ahd_verb;

typedef enum ahd_cue_class {
    AHD_CUE_SAY,
    AHD_CUE_STRESS,
    AHD_CUE_ANNOUNCE,
    AHD_CUE_DENY,
    AHD_CUE_ACCUSE,
    AHD_CUE_DEMAND,
    AHD_CUE_WARN,
    AHD_CUE_CLAIM,
    AHD_CUE_HOPE,
    AHD_CUE_THANK,
    AHD_CUE_CONTINUE,
    AHD_CUE_VIA,
    AHD_CUE_NO, /* looks like a cue and is none: «يذكر أن» */
} ahd_cue_class;

/* What stands where around the trigger of an act rule ... */
#define AHD_FN_LIST(X)                                                         \
    X(SUBJ, "subj")       /* subject of the verb; of a masdar: its genitive */ \
    X(OBJ, "obj")         /* direct object */                                  \
    X(WITH, "with")       /* مع */                                           \
    X(BETWEEN, "between") /* بين */                                         \
    X(TO, "to")           /* إلى، ل */                                    \
    X(ON, "on")           /* على */                                         \
    X(FROM, "from")       /* من */                                           \
    X(BY, "by")           /* من قبل، من جانب */                    \
    X(BI, "bi")           /* ب */                                             \
    X(ABOUT, "about")     /* عن، بشأن، حول */                       \
    X(AGAINST, "against") /* ضد */                                           \
    X(IN, "in")           /* في */                                           \
    X(SPEAKER, "speaker") /* who says the sentence */                          \
    X(THAT, "that")       /* the words after أن, or in quotation marks */

typedef enum ahd_fn {
#define X(name, text) AHD_FN_##name,
    AHD_FN_LIST(X)
#undef X
        AHD_FNS
} ahd_fn;

/* ... and what it is in the act. */
typedef enum ahd_slot {
    AHD_SLOT_NONE,
    AHD_SLOT_SOURCE,
    AHD_SLOT_TARGET,
    AHD_SLOT_CONTENT,
} ahd_slot;

/* What a rule must find, or there is no act. */
#define AHD_NEED_LIST(X)                                                       \
    X(AGREEMENT, "agreement") /* an agreement in the clause */                 \
    X(NEAR, "near")           /* an agreement within a few words */            \
    X(SOURCE, "source")       /* a source */                                   \
    X(TARGET, "target")                                                        \
    X(SOURCES2, "sources2") /* two sources at least */                         \
    X(BREACH, "breach")     /* a word of breach after the trigger */           \
    X(CONTENT, "content")                                                      \
    X(NEGATED, "negated") /* a negation before it; it is then the act */       \
    X(SPEAKER, "speaker") /* somebody says it */                               \
    X(TALKS, "talks")     /* a word for talks within a few words */            \
    X(AMID, "amid")       /* a word for talks before it, or near */            \
    X(THAT, "that")       /* «that» after it */                              \
    X(LATER, "later")     /* a time to come after it; it is planned */

typedef enum ahd_need {
#define X(name, text) AHD_NEED_##name,
    AHD_NEED_LIST(X)
#undef X
        AHD_NEEDS
} ahd_need;

typedef struct ahd_rule {
    ahd_ref id, trigger, frame, need, example;
    uint32_t act, mode, lang;
    uint32_t needs;             /* bit of each ahd_need */
    uint8_t slots[AHD_FNS + 2]; /* ahd_slot of each ahd_fn; padded */
    double confidence;
} ahd_rule;

/* A phrase that the furniture of a site is known by. */
typedef struct ahd_furnishing {
    ahd_ref kind, form;
    uint32_t lang;
} ahd_furnishing;

/* A word by which the day of a page is known: month, hijri, published ... */
typedef struct ahd_crediting {
    ahd_ref kind, value, lang, form;
} ahd_crediting;

/* What a phrase can mean. `id` is a row of the table, or a value of an enum. */
typedef enum ahd_term_kind {
    AHD_TERM_ACTOR,          /* id actor, extra ahd_name_kind */
    AHD_TERM_DEMONYM,        /* id actor (a state); extra 1: plural people */
    AHD_TERM_ROLE,           /* id role */
    AHD_TERM_TITLE,          /* id title row */
    AHD_TERM_PLACE,          /* id place */
    AHD_TERM_AGREEMENT,      /* id agreement */
    AHD_TERM_AGREEMENT_NOUN, /* id ahd_noun_kind; extra 1: vague */
    AHD_TERM_TOPIC,          /* id topic number, a bit of topic_mask */
    AHD_TERM_VERB,           /* id verb, extra ahd_form */
    AHD_TERM_CLASS,          /* id ahd_class */
    AHD_TERM_CUE,            /* id ahd_cue_class; extra ahd_form */
    AHD_TERM_MEDIUM,         /* id ahd_medium of doc.h */
    AHD_TERM_TIME,           /* id ahd_time_word; extra its value, as int32 */
    AHD_TERM_RULE,           /* id act rule; extra ahd_form, or AHD_FORM_NONE */
    AHD_TERM_HEAD,           /* id head */
    AHD_TERM_NUMBER,         /* id ahd_number_word; extra its value, as int32 */
    AHD_TERM_EVENT,          /* id event rule; extra ahd_form, or NONE */
    AHD_TERM_EVENT_WORD,     /* id ahd_event_word */
    AHD_TERM_SIGNATURE,      /* id ahd_signature_state */
    AHD_TERM_KINDS
} ahd_term_kind;

typedef struct ahd_term {
    uint32_t kind, id, extra;
} ahd_term;

typedef struct ahd_table {
    const void *rows;
    uint32_t count;
} ahd_table;

/* Rows of a table by a key: of key k, rows [starts[k], starts[k+1]). */
typedef struct ahd_kb_index {
    ahd_table starts, rows; /* uint32_t */
} ahd_kb_index;

/* What documents look up, at the cost of what they use, in data order. */
#define AHD_KB_INDEXES(X)                                                      \
    X(posts_of)         /* by actor: posts that it held */                     \
    X(names_of)         /* by actor: rows of names */                          \
    X(ties_of)          /* by actor: ties to others */                         \
    X(holders)          /* by `office` of a role: posts */                     \
    X(bodies_in)        /* by ahd_kb_country: its actors, but persons */       \
    X(states_in)        /* by ahd_kb_country: the state */                     \
    X(actors_by_id)     /* by ahd_kb_id_key: rows of actors */                 \
    X(agreements_by_id) /* … of agreements */                                \
    X(places_by_id)     /* … of places */

/* The tables, in the order of the compiled file. */
#define AHD_KB_TABLES(X)                                                       \
    X(actors, actor)                                                           \
    X(names, name)                                                             \
    X(spellings, spelling)                                                     \
    X(demonyms, demonym)                                                       \
    X(roles, role)                                                             \
    X(posts, post)                                                             \
    X(ties, tie)                                                               \
    X(titles, title)                                                           \
    X(heads, head)                                                             \
    X(places, place)                                                           \
    X(agreements, agreement)                                                   \
    X(agreement_names, agreement_name)                                         \
    X(parties, party)                                                          \
    X(commitments, commitment)                                                 \
    X(relations, relation)                                                     \
    X(effects, effect)                                                         \
    X(processes, process)                                                      \
    X(memberships, membership)                                                 \
    X(versions, version)                                                       \
    X(exemptions, exemption)                                                   \
    X(differings, differing)                                                   \
    X(topics, topic)                                                           \
    X(verbs, verb)                                                             \
    X(rules, rule)                                                             \
    X(event_rules, event_rule)                                                 \
    X(codings, coding)                                                         \
    X(furnishings, furnishing)                                                 \
    X(creditings, crediting)                                                   \
    X(terms, term)

typedef struct ahd_kb {
#define X(table, row) ahd_table table;
    AHD_KB_TABLES(X)
#undef X
#define X(index) ahd_kb_index index;
    AHD_KB_INDEXES(X)
#undef X
    ahd_table symbols, symbol_slots, nodes, edges; /* see kb/file.h */
    ahd_table spelling_slots;
    ahd_str pool;
    ahd_str version;        /* 16 hex digits of the hash of the compiled file */
    const ahd_lexica *lang; /* words and weights, beside what is known */
    const uint8_t *hidden_agreements; /* by row: 1 to act as if it were not
                                         known; NULL hides none */
} ahd_kb;

/* Row `i`; i must be below the table's count. */
#define X(table, row)                                                          \
    static inline const ahd_##row *ahd_kb_##row##_at(const ahd_kb *kb,         \
                                                     uint32_t i)               \
    {                                                                          \
        return &((const ahd_##row *)kb->table.rows)[i];                        \
    }
AHD_KB_TABLES(X)
#undef X

static inline ahd_str ahd_kb_str(const ahd_kb *kb, ahd_ref ref)
{
    return (ahd_str){kb->pool.ptr + ref.at, ref.len};
}

/* The kb compiled into the program; never NULL. */
const ahd_kb *ahd_kb_embedded(void);

/* Read a compiled kb from memory that outlives it (kbc's checks, tests). */
AHD_MUST_USE ahd_status ahd_kb_load(ahd_str file, ahd_kb *out,
                                    ahd_error *error);

/* ------------------------------------------------------ words and phrases */

/* The symbol of a folded word (lang/fold.h); 0 when the kb does not know it. */
uint32_t ahd_kb_symbol(const ahd_kb *kb, ahd_str folded);

/* Phrases are paths in a trie of symbols: begin at node 0. 0: no such path. */
uint32_t ahd_kb_step(const ahd_kb *kb, uint32_t node, uint32_t symbol);

/* What the phrase that ends at `node` means: terms [first, first + count). */
uint32_t ahd_kb_terms(const ahd_kb *kb, uint32_t node, uint32_t *count);

/* --------------------------------------------------------- rows by a key */

/* The first row of spellings that has this skeleton, or AHD_KB_NONE. */
uint32_t ahd_kb_find_spelling(const ahd_kb *kb, uint64_t skeleton);

enum { AHD_KB_COUNTRIES = 26 * 26 };

/* The number of a two-letter code ("ly"), or AHD_KB_NONE. */
uint32_t ahd_kb_country(ahd_str code);

/* The rows of `key`, which may be AHD_KB_NONE: it has none. */
const uint32_t *ahd_kb_rows(const ahd_kb_index *index, uint32_t key,
                            uint32_t *count);

/* ---------------------------------------------------------- by their ids */

uint32_t ahd_kb_find_actor(const ahd_kb *kb, ahd_str id);     /* or NONE */
uint32_t ahd_kb_find_agreement(const ahd_kb *kb, ahd_str id); /* or NONE */
uint32_t ahd_kb_find_place(const ahd_kb *kb, ahd_str id);     /* or NONE */

/* Is `part` the actor `whole`, or below it by `of` links? */
bool ahd_kb_is_of(const ahd_kb *kb, uint32_t part, uint32_t whole);

/* Does [since, until] hold `day`? Always, when that is AHD_KB_NO_DAY. */
bool ahd_kb_is_on(int32_t since, int32_t until, int32_t day);

/* Is `part` on that day `whole`, or below it by `of` and its ties? */
bool ahd_kb_is_side(const ahd_kb *kb, uint32_t part, uint32_t whole,
                    int32_t day);

/* The names of enum values, as written in data/ and in the output. */
const char *ahd_kb_actor_type_name(uint32_t type);
const char *ahd_kb_party_role_name(uint32_t role);
const char *ahd_kb_noun_kind_name(uint32_t kind);

#endif
