/* lang.h - what Ahd knows of languages: data/lang, models/morph and the
 * lexicons that Debian packages, compiled by tools/langc, embedded, read-only.
 *
 *     kb->lang->tables[AHD_LANG_NOTE].bytes      kb: ahd_kb_embedded()
 *
 * The file is a header and one section after another; each section is laid out
 * by the file that reads it (named beside it below), starts on a multiple of 64
 * bytes and is native to the machine that compiled it. One such file may be
 * used by many threads at once. */
#ifndef AHD_LANG_LANG_H
#define AHD_LANG_LANG_H

#include "base/error.h"
#include "base/str.h"

/* The sections, in the order of the file: name, what is in it. */
#define AHD_LANG_SECTIONS(X)                                                   \
    X(NOTE, "of which sources it was made, for people")                        \
    X(LEXICON, "the forms of Arabic words: lang/lexicon.h")                    \
    X(IDENT, "by what a language and its typing are known: lang/ident.h")      \
    X(GRAMMAR, "particles, auxiliaries, light verbs: grammar.h")               \
    X(ATTACH, "weights of where a noun belongs: chunks/choice.h")              \
    X(PREPS, "which prepositions words like: affinity.h")                      \
    X(ENGLISH, "the words of English: english.h")                              \
    X(ENGLISH_WEIGHTS, "how they are read in their sentence: "                 \
                       "english_weights.h")                                    \
    X(WEIGHTS, "how Arabic words are read in their sentence: weights.h")       \
    X(FREQUENCY,                                                               \
      "how frequent Arabic forms are, what is like them: frequency.h")         \
    X(KNOWN, "frequent Arabic words worked out: morph/known.h")                \
    X(NAMES, "how names are known in Arabic text: name_weights.h")             \
    X(ACTS, "how acts and who is in them are known: act_weights.h")

enum {
#define X(name, what) AHD_LANG_##name,
    AHD_LANG_SECTIONS(X)
#undef X
        AHD_LANG_TABLES
};

/* Bytes of the file, on a multiple of 64; none when it was made without. */
typedef struct ahd_lang_table {
    const void *rows;
    uint32_t bytes;
} ahd_lang_table;

typedef struct ahd_lexica {
    ahd_lang_table tables[AHD_LANG_TABLES];
    ahd_str version; /* 16 hex digits of the hash of the file */
} ahd_lexica;

#define AHD_LANG_MAGIC 0x474E4C01u /* of this layout */

typedef struct ahd_lang_header {
    uint32_t magic, bytes; /* bytes of the whole file */
    char version[16];
    struct {
        uint32_t at, bytes;
    } sections[AHD_LANG_TABLES];
} ahd_lang_header;

/* Reads a compiled file from memory that outlives it (training, tests). */
AHD_MUST_USE ahd_status ahd_lang_load(ahd_str file, ahd_lexica *out,
                                      ahd_error *error);

#endif
