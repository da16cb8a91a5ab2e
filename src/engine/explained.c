/* explained.c - why the acts of a kept document were read. What decided is not
 * kept, so the page is read again: a few milliseconds, and the same result. */
#include "engine/record.h"
#include "output/offsets.h"
#include "output/writer.h"
#include "store/reviewed.h"

#include "kb/names.h"

#include <stdlib.h>

typedef struct explaining {
    ahd_record *record;
    const ahd_engine *engine;
    int64_t page;
    ahd_buf *out;
} explaining;

static void put_grounds(ahd_writer *w, const char *key,
                        const ahd_ground *grounds, uint8_t count)
{
    ahd_writer_key(w, key);
    ahd_writer_open(w, '[');
    for (uint8_t i = 0; i < count; i++) {
        ahd_writer_open(w, '[');
        ahd_writer_str(w, ahd_str_from(grounds[i].what));
        ahd_writer_score(w, abs(grounds[i].sum) / (double)AHD_GROUND_UNIT);
        ahd_writer_close(w, ']');
    }
    ahd_writer_close(w, ']');
}

static void put_act(ahd_writer *w, const ahd_kb *kb, const ahd_doc *doc,
                    uint32_t n)
{
    const ahd_act *act = &doc->acts.items[n];
    const ahd_rule *rule = ahd_kb_rule_at(kb, act->rule);

    ahd_writer_open(w, '{');
    ahd_writer_key(w, "n");
    ahd_writer_int(w, n + 1);
    ahd_writer_field(w, "rule", ahd_kb_str(kb, rule->id));
    ahd_writer_field(w, "trigger", ahd_doc_words(doc, act->trigger));
    ahd_writer_field(w, "frame", ahd_kb_str(kb, rule->frame));
    ahd_writer_field(w, "needs", ahd_kb_str(kb, rule->need));
    put_grounds(w, "for", act->ground, act->grounds);
    ahd_writer_close(w, '}');
}

static void put_doubt(ahd_writer *w, const ahd_kb *kb, const ahd_doc *doc,
                      const ahd_doubt *doubt)
{
    const ahd_rule *rule = ahd_kb_rule_at(kb, doubt->rule);

    ahd_writer_open(w, '{');
    ahd_writer_field(w, "act", ahd_str_from(ahd_names_act[doubt->type]));
    ahd_writer_field(w, "rule", ahd_kb_str(kb, rule->id));
    ahd_writer_field(w, "trigger", ahd_doc_words(doc, doubt->trigger));
    ahd_writer_field(
        w, "sentence",
        ahd_doc_words(doc, doc->sentences.items[doubt->sentence].at));
    ahd_writer_key(w, "confidence");
    ahd_writer_score(w, doubt->confidence);
    put_grounds(w, "against", doubt->ground, doubt->grounds);
    ahd_writer_close(w, '}');
}

static ahd_status explain(void *context, const ahd_doc *doc, ahd_error *error)
{
    const explaining *e = context;
    ahd_writer w = {.out = e->out};

    ahd_writer_open(&w, '{');
    ahd_writer_key(&w, "acts");
    ahd_writer_open(&w, '[');
    for (uint32_t i = 0; i < doc->acts.count; i++)
        put_act(&w, &e->engine->kb, doc, i);
    ahd_writer_close(&w, ']');
    ahd_writer_key(&w, "doubts");
    ahd_writer_open(&w, '[');
    for (uint32_t i = 0; i < doc->doubts.count; i++)
        put_doubt(&w, &e->engine->kb, doc, &doc->doubts.items[i]);
    ahd_writer_close(&w, ']');
    ahd_writer_close(&w, '}');
    return e->out->failed ? ahd_fail(error, AHD_ENOMEM, "out of memory")
                          : AHD_OK;
}

static ahd_status feed(void *context, ahd_ring *ring, ahd_error *error)
{
    const explaining *e = context;
    ahd_sighting seen;
    int64_t page;

    AHD_TRY(ahd_store_next(e->record->store, e->page - 1, &page, &seen, error));
    if (page != e->page)
        return AHD_OK;
    return ahd_record_put_again(ring, &seen, page, error);
}

ahd_status ahd_record_explain_json(ahd_record *record, ahd_engine *engine,
                                   const char *id, ahd_buf *out,
                                   ahd_error *error)
{
    explaining e = {.record = record, .engine = engine, .out = out};
    const ahd_hooks hooks = {.context = &e, .page = explain};

    AHD_TRY(ahd_store_page(record->store, ahd_str_from(id), &e.page, error));
    if (e.page == 0)
        return ahd_fail(error, AHD_EUSAGE,
                        "there is no document '%s'; 'ahd list documents' "
                        "shows all",
                        id);
    return ahd_ring_run(engine, feed, &e, &hooks, error);
}
