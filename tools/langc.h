/* langc.h - the language compiler: data/lang, models/morph and the lexicons
 * that Debian packages, into one file (lang/lang.h).
 *
 *     langc build/release/lang.bin [FOLDER-OF-WEIGHTS]
 *
 * langc.c writes the file; each section is made by a file of its own, named in
 * the table there, laid out as the reader in src/lang wants it. It runs on the
 * building machine only, from the root of the project, and never frees. */
#ifndef AHD_LANGC_H
#define AHD_LANGC_H

#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"
#include "lang/lang.h"

enum { LANGC_CELLS = 16 };

typedef struct langc {
    ahd_arena *arena;
    const char *weights; /* the folder of weights: models/morph */
    ahd_lexica made;     /* the sections that are made already */
    int errors;
} langc;

/* A line of a table: its cells between tabs, missing ones empty. */
typedef struct langc_line {
    const char *file;
    size_t number;
    ahd_str cells[LANGC_CELLS];
} langc_line;

typedef void langc_row_fn(langc *l, const langc_line *line, void *user);

/* Report a mistake at `line` and go on; langc will fail at the end. */
void langc_error(langc *l, const langc_line *line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The whole file; stops langc with the name of `package` when it is missing. */
ahd_str langc_slurp(langc *l, const char *path, const char *package);

/* Every row of a TSV file but lines that begin with '#'. */
void langc_rows(langc *l, const char *path, langc_row_fn *row, void *user);

/* The makers of sections, each in a file of its name. */
ahd_str langc_ident(langc *l);
ahd_str langc_grammar(langc *l);
ahd_str langc_attach(langc *l);
ahd_str langc_affinity(langc *l);
ahd_str langc_weights(langc *l);
ahd_str langc_frequency(langc *l);
ahd_str langc_known(langc *l); /* after those */
ahd_str langc_names(langc *l);
ahd_str langc_acts(langc *l);

#endif
