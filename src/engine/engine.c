/* engine.c - a new engine: options checked, knowledge made ready. */
#include "engine/read.h"

#include "page/furniture.h"

#include <stdlib.h>
#include <unistd.h>

/* Below the least, no document could be made at all. */
enum { DOC_BYTES = 64 << 20, LEAST_DOC_BYTES = 1 << 20 };

static int thread_count(int wanted)
{
    long cores = wanted > 0 ? wanted : sysconf(_SC_NPROCESSORS_ONLN);

    if (cores < 1)
        return 1;
    return cores > AHD_READ_THREADS ? AHD_READ_THREADS : (int)cores;
}

static ahd_status hide(ahd_engine *engine, const char *list, ahd_error *error)
{
    ahd_str rest = ahd_str_from(list);

    engine->hidden = calloc(engine->kb.agreements.count + 1, 1);
    if (engine->hidden == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    while (rest.len > 0) {
        ahd_str id = ahd_str_trim(ahd_str_cut(&rest, ','));
        uint32_t row = ahd_kb_find_agreement(&engine->kb, id);
        if (row == AHD_KB_NONE)
            return ahd_fail(error, AHD_EUSAGE,
                            "the registry has no agreement '%.*s'; "
                            "'ahd list agreements --all' shows all",
                            AHD_STR_ARG(id));
        engine->hidden[row] = 1;
    }
    engine->kb.hidden_agreements = engine->hidden;
    return AHD_OK;
}

/* A row on its way to its place: of equal keys the order of data/ stays, on any
 * machine, for qsort promises none. */
typedef struct ranked {
    ahd_furniture row;
    uint32_t rank;
} ranked;

static int by_key(const void *a, const void *b)
{
    const ranked *x = a, *y = b;

    if (x->row.key != y->row.key)
        return x->row.key < y->row.key ? -1 : 1;
    return (x->rank > y->rank) - (x->rank < y->rank);
}

/* The furniture table in the form that the page reader takes. */
static ahd_status lay_furniture(ahd_engine *engine, ahd_error *error)
{
    const ahd_kb *kb = &engine->kb;

    uint32_t count = kb->furnishings.count;
    ranked *rows = calloc(count + 1, sizeof *rows);

    engine->furniture_count = count;
    engine->furniture = calloc(count + 1, sizeof *engine->furniture);
    if (engine->furniture == NULL || rows == NULL) {
        free(rows);
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    }
    for (uint32_t i = 0; i < count; i++) {
        const ahd_furnishing *f = ahd_kb_furnishing_at(kb, i);
        ahd_str form = ahd_kb_str(kb, f->form);
        rows[i].row = (ahd_furniture){ahd_kb_str(kb, f->kind), form,
                                      ahd_furniture_key(form)};
        rows[i].rank = i;
    }
    qsort(rows, count, sizeof *rows, by_key);
    for (uint32_t i = 0; i < count; i++)
        engine->furniture[i] = rows[i].row;
    free(rows);
    return AHD_OK;
}

static int by_form(const void *a, const void *b)
{
    const ahd_credit_word *x = a, *y = b;

    return ahd_str_cmp(x->form, y->form);
}

/* The table of words that tell days, in order: the page reader searches it. */
static ahd_status lay_credit_words(ahd_engine *engine, ahd_error *error)
{
    const ahd_kb *kb = &engine->kb;

    engine->credit_word_count = kb->creditings.count;
    engine->credit_words =
        calloc(kb->creditings.count + 1, sizeof *engine->credit_words);
    if (engine->credit_words == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    for (uint32_t i = 0; i < kb->creditings.count; i++) {
        const ahd_crediting *d = ahd_kb_crediting_at(kb, i);
        ahd_credit_word *word = &engine->credit_words[i];
        *word = (ahd_credit_word){ahd_kb_str(kb, d->kind),
                                  ahd_kb_str(kb, d->form), 0};
        (void)ahd_str_number(ahd_kb_str(kb, d->value), &word->value);
    }
    qsort(engine->credit_words, engine->credit_word_count,
          sizeof *engine->credit_words, by_form);
    return AHD_OK;
}

static ahd_status prepare(ahd_engine *engine, const ahd_options *options,
                          ahd_error *error)
{
    engine->kb = *ahd_kb_embedded();
    engine->threads = thread_count(options->threads);
    engine->article_only = options->article_only;
    engine->doc_bytes = options->doc_bytes ? options->doc_bytes : DOC_BYTES;
    if (engine->doc_bytes < LEAST_DOC_BYTES)
        engine->doc_bytes = LEAST_DOC_BYTES;
    if (options->without)
        AHD_TRY(hide(engine, options->without, error));
    AHD_TRY(lay_furniture(engine, error));
    return lay_credit_words(engine, error);
}

ahd_status ahd_engine_new(const ahd_options *options, ahd_engine **out,
                          ahd_error *error)
{
    ahd_engine *engine = calloc(1, sizeof *engine);

    *out = NULL;
    if (engine == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    ahd_status status = prepare(engine, options, error);
    if (status != AHD_OK) {
        ahd_engine_free(engine);
        return status;
    }
    *out = engine;
    return AHD_OK;
}

void ahd_engine_free(ahd_engine *engine)
{
    if (engine == NULL)
        return;
    free(engine->hidden);
    free(engine->furniture);
    free(engine->credit_words);
    free(engine);
}

ahd_counts ahd_engine_counts(const ahd_engine *engine)
{
    return engine->counts;
}

size_t ahd_engine_reasons(const ahd_engine *engine, ahd_reason_count *out,
                          size_t most)
{
    const ahd_tally_row *rows[AHD_TALLY_ROWS];
    size_t count = ahd_tally_list(
        &engine->reasons, rows, most < AHD_TALLY_ROWS ? most : AHD_TALLY_ROWS);

    for (size_t i = 0; i < count; i++)
        out[i] =
            (ahd_reason_count){{rows[i]->reason, rows[i]->len}, rows[i]->count};
    return count;
}
