/* langc_ident.c - the section AHD_LANG_IDENT (lang/ident.h): of every folder of
 * data/lang its ident.tsv, typing.tsv and abbreviations.tsv. */
#include "langc.h"

#include "base/utf8.h"
#include "lang/ident.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLOTS = 8192, PATH = 256 };

typedef struct making {
    ahd_ident_table *table;
    uint32_t language, used;
} making;

typedef struct named {
    const char *name;
    uint32_t value;
} named;

static const named scripts[] = {
    {"arabic", AHD_SCRIPT_ARABIC},
    {"latin", AHD_SCRIPT_LATIN},
    {"hebrew", AHD_SCRIPT_HEBREW},
    {"cyrillic", AHD_SCRIPT_CYRILLIC},
    {"greek", AHD_SCRIPT_GREEK},
    {"han", AHD_SCRIPT_HAN},
    {"kana", AHD_SCRIPT_KANA},
    {"hangul", AHD_SCRIPT_HANGUL},
    {"thai", AHD_SCRIPT_THAI},
    {"devanagari", AHD_SCRIPT_DEVANAGARI},
    {"armenian", AHD_SCRIPT_ARMENIAN},
    {"georgian", AHD_SCRIPT_GEORGIAN},
    {NULL, 0},
};

static const named signs[] = {
    {"dotless", AHD_IDENT_DOTLESS}, {"ya", AHD_IDENT_YA},
    {"dotted", AHD_IDENT_DOTTED},   {"alef", AHD_IDENT_ALEF},
    {"ha", AHD_IDENT_HA},           {"ta", AHD_IDENT_TA},
    {"bare", AHD_IDENT_BARE},       {"hamza", AHD_IDENT_HAMZA},
    {"before", AHD_IDENT_BEFORE},   {"count", AHD_IDENT_COUNT},
    {"either", AHD_IDENT_EITHER},   {NULL, 0},
};

/* 0 when the table has no such name. */
static uint32_t value_of(const named *table, ahd_str name)
{
    for (; table->name; table++)
        if (ahd_str_eq(name, ahd_str_from(table->name)))
            return table->value;
    return 0;
}

/* ------------------------------------------------------------------- rows */

/* The row of a word or letter, made when it is new. */
static ahd_ident_row *row_of(langc *l, const langc_line *line, making *m,
                             uint32_t hash)
{
    ahd_ident_row *row =
        m->table->rows + (ahd_ident_find(m->table, hash) - m->table->rows);

    if (hash == 0 || m->used * 2 > SLOTS)
        langc_error(l, line, "too many words for the table, or a bad one");
    else if (row->hash == 0) {
        row->hash = hash;
        m->used++;
    }
    return row;
}

static uint32_t hash_of(uint32_t hash, ahd_str word)
{
    for (size_t at = 0; at < word.len;) {
        uint32_t c = ahd_utf8_next(word, &at);
        uint32_t letter = ahd_ident_spell(ahd_letter_of(c), c);
        if (letter != 0)
            hash = ahd_ident_step(hash, letter);
    }
    return hash;
}

/* Letters keep what their keyboard is: ي is not ی. */
static uint32_t letter_hash(ahd_str letter)
{
    size_t at = 0;

    return ahd_ident_step(AHD_IDENT_LETTER, ahd_utf8_next(letter, &at));
}

static void ident_row(langc *l, const langc_line *line, void *user)
{
    making *m = user;
    ahd_str kind = line->cells[0], form = line->cells[1];
    uint32_t script = value_of(scripts, form);

    if (ahd_str_eq(kind, AHD_STR("kind")))
        return;
    if (ahd_str_eq(kind, AHD_STR("script")) && script != 0)
        m->table->language[m->language].scripts |= 1u << script;
    else if (ahd_str_eq(kind, AHD_STR("default")) && script != 0)
        m->table->language[m->language].defaults |= 1u << script;
    else if (ahd_str_eq(kind, AHD_STR("word")) && form.len > 0)
        row_of(l, line, m, hash_of(AHD_IDENT_WORD, form))->languages |=
            1u << m->language;
    else if (ahd_str_eq(kind, AHD_STR("letter")) && form.len > 0)
        row_of(l, line, m, letter_hash(form))->languages |= 1u << m->language;
    else
        langc_error(l, line, "neither a script, a word nor a letter");
}

/* "dotless|bare" of one form. */
static void add_signs(langc *l, const langc_line *line, making *m, ahd_str form)
{
    ahd_str names = line->cells[1];
    ahd_ident_row *row = row_of(l, line, m, hash_of(AHD_IDENT_WORD, form));

    while (names.len > 0) {
        uint32_t value = value_of(signs, ahd_str_cut(&names, '|'));
        if (value == 0 || form.len == 0)
            langc_error(l, line, "no form, or no such sign");
        row->signs |= (uint16_t)value;
    }
}

static void typing_row(langc *l, const langc_line *line, void *user)
{
    char joined[64] = "و";
    ahd_str form = line->cells[0];

    if (ahd_str_eq(form, AHD_STR("form")))
        return;
    add_signs(l, line, user, form);
    if (form.len + 2 < sizeof joined) {
        memcpy(joined + 2, form.ptr, form.len);
        add_signs(l, line, user, (ahd_str){joined, form.len + 2});
    }
}

static void abbreviation_row(langc *l, const langc_line *line, void *user)
{
    uint32_t value = value_of(signs, line->cells[0]);
    uint32_t hash = hash_of(AHD_IDENT_WORD, line->cells[1]);

    if (ahd_str_eq(line->cells[0], AHD_STR("kind")))
        return;
    if (value < AHD_IDENT_BEFORE)
        langc_error(l, line, "none of before, count, either");
    row_of(l, line, user, hash)->signs |= (uint16_t)value;
}

/* ------------------------------------------------------------------ files */

static const struct {
    const char *file;
    langc_row_fn *row;
} files[] = {
    {"ident.tsv", ident_row},
    {"typing.tsv", typing_row},
    {"abbreviations.tsv", abbreviation_row},
};

static void read_language(langc *l, making *m, const char *code)
{
    char path[PATH];

    memcpy(m->table->language[m->language].code, code, strlen(code));
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, "data/lang/%s/%s", code, files[i].file);
        FILE *there = fopen(path, "rb");
        if (there == NULL)
            continue;
        fclose(there);
        ahd_str name = ahd_arena_str(l->arena, ahd_str_from(path));
        langc_rows(l, name.ptr, files[i].row, m);
    }
}

static int is_language(const struct dirent *entry)
{
    return entry->d_name[0] != '.' && strlen(entry->d_name) <= AHD_IDENT_CODE &&
           strchr(entry->d_name, '.') == NULL;
}

/* What many languages have says little: 12 points are shared. */
static void weigh(making *m)
{
    for (uint32_t i = 0; i < SLOTS; i++) {
        uint16_t having = 0;
        for (uint32_t bits = m->table->rows[i].languages; bits;
             bits &= bits - 1)
            having++;
        m->table->rows[i].weight =
            having ? (uint16_t)(AHD_IDENT_WEIGHT / having) : 0;
    }
}

ahd_str langc_ident(langc *l)
{
    size_t bytes =
        sizeof(ahd_ident_table) + (size_t)SLOTS * sizeof(ahd_ident_row);
    making m = {.table = ahd_arena_alloc(l->arena, 1, bytes)};
    struct dirent **names;
    int count = scandir("data/lang", &names, is_language, alphasort);

    m.table->slots = SLOTS;
    if (count < 0 || count > AHD_IDENT_LANGUAGES) {
        fprintf(stderr, "langc: data/lang: no languages, or too many\n");
        l->errors++;
        return AHD_STR("");
    }
    for (; m.language < (uint32_t)count; m.language++) {
        read_language(l, &m, names[m.language]->d_name);
        free(names[m.language]);
    }
    free(names);
    m.table->languages = (uint32_t)count;
    weigh(&m);
    return (ahd_str){(const char *)m.table, bytes};
}
