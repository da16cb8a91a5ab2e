/* langc.c - every section made in turn, then the compiled file. */
#include "langc.h"

#include "compiled.h"
#include "langc_english.h"
#include "langc_lexicon.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct section {
    ahd_str bytes;
} section;

/* Where it comes from, for people who look into the program. */
static ahd_str make_note(langc *l)
{
    (void)l;
    return AHD_STR(
        "data/lang, models/morph, hunspell-ar, mythes-ar, wordnet\n");
}

static ahd_str (*const makers[AHD_LANG_TABLES])(langc *l) = {
    [AHD_LANG_NOTE] = make_note,
    [AHD_LANG_LEXICON] = langc_lexicon_make,
    [AHD_LANG_IDENT] = langc_ident,
    [AHD_LANG_GRAMMAR] = langc_grammar,
    [AHD_LANG_ATTACH] = langc_attach,
    [AHD_LANG_PREPS] = langc_affinity,
    [AHD_LANG_ENGLISH] = langc_english_make,
    [AHD_LANG_ENGLISH_WEIGHTS] = langc_english_weights,
    [AHD_LANG_WEIGHTS] = langc_weights,
    [AHD_LANG_FREQUENCY] = langc_frequency,
    [AHD_LANG_KNOWN] = langc_known,
    [AHD_LANG_NAMES] = langc_names,
    [AHD_LANG_ACTS] = langc_acts,
};

void langc_error(langc *l, const langc_line *line, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    compiled_complain(line->file, line->number, format, args);
    va_end(args);
    l->errors++;
}

ahd_str langc_slurp(langc *l, const char *path, const char *package)
{
    FILE *in = fopen(path, "rb");
    long size = -1;

    if (in != NULL && fseek(in, 0, SEEK_END) == 0)
        size = ftell(in);
    if (size < 0) {
        fprintf(stderr, "langc: no %s: %s\n", path, package);
        exit(1);
    }
    rewind(in);
    char *bytes = ahd_arena_alloc(l->arena, 1, (size_t)size + 1);
    size_t got = fread(bytes, 1, (size_t)size, in);
    fclose(in);
    return (ahd_str){bytes, got};
}

void langc_rows(langc *l, const char *path, langc_row_fn *row, void *user)
{
    ahd_str rest = langc_slurp(l, path, "it is a file of the project");
    langc_line line = {.file = path};

    while (rest.len > 0) {
        ahd_str text = ahd_str_cut(&rest, '\n');
        line.number++;
        if (text.len == 0 || text.ptr[0] == '#')
            continue;
        for (int i = 0; i < LANGC_CELLS; i++)
            line.cells[i] =
                text.len > 0 ? ahd_str_cut(&text, '\t') : AHD_STR("");
        row(l, &line, user);
    }
}

static char *lay_out(langc *l, const section *sections, uint32_t *bytes)
{
    ahd_lang_header header = {.magic = AHD_LANG_MAGIC};
    size_t at = (sizeof header + 63) & ~(size_t)63;

    for (int i = 0; i < AHD_LANG_TABLES; i++) {
        header.sections[i].at = (uint32_t)at;
        header.sections[i].bytes = (uint32_t)sections[i].bytes.len;
        at = (at + sections[i].bytes.len + 63) & ~(size_t)63;
    }
    char *file = ahd_arena_alloc(l->arena, 1, at);
    for (int i = 0; i < AHD_LANG_TABLES; i++)
        if (sections[i].bytes.len > 0)
            memcpy(file + header.sections[i].at, sections[i].bytes.ptr,
                   sections[i].bytes.len);
    header.bytes = *bytes = (uint32_t)at;
    memcpy(file, &header, sizeof header);
    return file;
}

int main(int argc, char **argv)
{
    langc l = {.arena = ahd_arena_new((size_t)1 << 32),
               .weights = argc > 2 ? argv[2] : "models/morph"};
    section sections[AHD_LANG_TABLES];
    uint32_t bytes;

    if (argc < 2 || l.arena == NULL) {
        fprintf(stderr, "usage: langc OUT [FOLDER-OF-WEIGHTS]\n");
        return 2;
    }
    for (int i = 0; i < AHD_LANG_TABLES; i++) {
        sections[i].bytes = makers[i](&l);
        l.made.tables[i] = (ahd_lang_table){sections[i].bytes.ptr,
                                            (uint32_t)sections[i].bytes.len};
    }
    if (l.errors > 0)
        return 1;
    char *file = lay_out(&l, sections, &bytes);
    compiled_stamp(file, bytes, ((ahd_lang_header *)(void *)file)->version);
    return compiled_write(argv[1], file, bytes);
}
