/* english.h - the words of English: which parts of speech a word may have, how
 * usual each is, and its irregular forms.
 *
 *     "talk" -> noun 9, verb 8        "held" -> verb, past of hold
 *
 * Words stand in a hash table by their small letters. A word has the usual
 * parts of speech that WordNet knows of it, and rows for what no rule makes:
 * closed classes, irregular forms. Regular forms are no rows; who looks for
 * "talks" looks for "talk" as well (morph/english_forms.h).
 *
 * Parts of speech and features are numbers here; doc/doc.h names them. */
#ifndef AHD_LANG_ENGLISH_H
#define AHD_LANG_ENGLISH_H

#include "lang/lang.h"

/* The open classes, in the order of ahd_english_usual. */
enum {
    AHD_ENGLISH_NOUN,
    AHD_ENGLISH_VERB,
    AHD_ENGLISH_ADJ,
    AHD_ENGLISH_ADV,
    AHD_ENGLISH_OPEN
};

/* A reading of a form that no rule makes. */
typedef struct ahd_english_form {
    uint32_t feats;
    uint32_t lemma : 24; /* a word */
    uint32_t pos : 8;
    uint8_t usual; /* 0..15 */
    uint8_t more;  /* another row of the same form follows */
    uint16_t unused;
} ahd_english_form;

typedef struct ahd_english_word {
    uint32_t name : 24, len : 8;
    uint16_t usual; /* 4 bits an open class */
    uint16_t forms; /* its first row, 0 is none, and flags */
} ahd_english_word;

enum {                               /* flags above ahd_english_word.forms */
       AHD_ENGLISH_CLOSED = 1 << 14, /* its rows are all that it may be */
       AHD_ENGLISH_NAME = 1 << 15,   /* it is written as a name */
};

/* Opens the section; `at` are bytes from its start. A slot of the hash table
 * has a word's number plus one below, and bits of its hash above. */
typedef struct ahd_english_header {
    uint32_t slot_bits, words, rows, bytes;
    uint32_t slots_at, words_at, rows_at, names_at;
} ahd_english_header;

enum { AHD_ENGLISH_INDEX_BITS = 18, AHD_ENGLISH_LONGEST = 40 };

typedef struct ahd_english {
    const uint32_t *slots;
    const ahd_english_word *words;
    const ahd_english_form *rows;
    const char *names;
    uint32_t slot_bits;
} ahd_english;

#define AHD_ENGLISH_NONE UINT32_MAX

/* The lexicon in `lang`; one without words when it was compiled without. */
ahd_english ahd_english_open(const ahd_lexica *lang);

/* The hash that places a word. */
uint64_t ahd_english_hash(ahd_str small_letters);

/* The number of a word in small letters, or AHD_ENGLISH_NONE. */
uint32_t ahd_english_find(const ahd_english *e, ahd_str small_letters);

/* The word in small letters; it lives as long as the lexicon. */
ahd_str ahd_english_name(const ahd_english *e, uint32_t word);

/* How usual the open class is of the word: 0 never, 1..15. */
static inline unsigned ahd_english_usual(const ahd_english *e, uint32_t word,
                                         int open)
{
    return e->words[word].usual >> 4 * open & 15u;
}

/* Its first row, NULL when rules make all of it. */
static inline const ahd_english_form *ahd_english_rows(const ahd_english *e,
                                                       uint32_t word)
{
    uint32_t row = e->words[word].forms & (AHD_ENGLISH_CLOSED - 1);

    return row > 0 ? &e->rows[row] : NULL;
}

static inline bool ahd_english_is(const ahd_english *e, uint32_t word,
                                  unsigned flag)
{
    return e->words[word].forms & flag;
}

#endif
