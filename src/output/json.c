/* json.c - the page and its layers; acts are in json_acts.c. */
#include "output/json.h"

#include "doc/look.h"
#include "kb/names.h"
#include "output/enums.h"
#include "output/json_acts.h"
#include "output/json_events.h"

#include "models.inc"

#define VERSION "0.1.0"

/* --------------------------------------------------------------- page */

static void put_made_by(ahd_printer *p)
{
    ahd_writer *w = &p->w;

    ahd_writer_key(w, "made_by");
    ahd_writer_open(w, '{');
    ahd_writer_field(w, "version", AHD_STR(VERSION));
    ahd_writer_field(w, "kb", p->kb->version);
    ahd_writer_field(w, "words", p->kb->lang->version);
    ahd_writer_field(w, "models", AHD_STR(AHD_MODELS));
    ahd_writer_close(w, '}');
}

static void put_identity(ahd_printer *p)
{
    const ahd_doc *doc = p->doc;
    ahd_writer *w = &p->w;

    ahd_writer_key(w, "schema");
    ahd_writer_int(w, 1);
    ahd_writer_field(w, "id", doc->id);
    ahd_writer_field(w, "sha256", doc->sha256);
    ahd_writer_field(w, "text_sha256", doc->text_sha256);
    put_made_by(p);
    ahd_writer_field(w, "kind", ahd_str_from(ahd_enums_kind[doc->kind]));
    ahd_writer_field(w, "refused", doc->refused);
    ahd_writer_field(w, "url", doc->url);
}

static void put_conditions(ahd_printer *p)
{
    ahd_writer *w = &p->w;

    ahd_writer_key(w, "condition");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < p->doc->conditions.count; i++) {
        ahd_writer_open(w, '{');
        ahd_writer_field(w, "is", p->doc->conditions.items[i].is);
        ahd_writer_field(w, "because", p->doc->conditions.items[i].because);
        ahd_writer_close(w, '}');
    }
    ahd_writer_close(w, ']');
}

/* Days on which the page may have been written, when it does not say. */
static void put_datings(ahd_writer *w, const ahd_doc *doc)
{
    if (doc->datings.count == 0)
        return;
    ahd_writer_key(w, "published_candidates");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < doc->datings.count; i++) {
        const ahd_dating *d = &doc->datings.items[i];
        ahd_writer_open(w, '{');
        ahd_writer_day(w, "date", d->day);
        ahd_writer_key(w, "score");
        ahd_writer_score(w, d->score);
        ahd_writer_field(w, "because", d->because);
        ahd_writer_close(w, '}');
    }
    ahd_writer_close(w, ']');
}

static void put_published(ahd_printer *p)
{
    const ahd_doc *doc = p->doc;
    ahd_writer *w = &p->w;

    ahd_writer_key(w, "published");
    if (doc->published == AHD_NO_DAY)
        ahd_writer_null(w);
    else {
        ahd_writer_open(w, '{');
        ahd_writer_day(w, "date", doc->published);
        ahd_writer_field(w, "how", ahd_str_from(ahd_enums_dated[doc->dated]));
        ahd_writer_field(w, "because", doc->dated_because);
        ahd_writer_close(w, '}');
    }
    put_datings(w, doc);
    ahd_writer_day(w, "updated", doc->updated);
}

/* Arabic and English by the text itself; others as the page says. */
static ahd_str lang_of(const ahd_doc *doc)
{
    return doc->lang == AHD_LANG_OTHER && doc->language.len > 0
               ? doc->language
               : ahd_str_from(ahd_enums_lang[doc->lang]);
}

static void put_tags(ahd_printer *p)
{
    ahd_writer *w = &p->w;

    ahd_writer_key(w, "tags");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < p->doc->tags.count; i++)
        ahd_writer_str(w, p->doc->tags.items[i]);
    ahd_writer_close(w, ']');
}

static void put_reasons(ahd_printer *p)
{
    ahd_writer *w = &p->w;

    ahd_writer_key(w, "reasons");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < p->doc->reasons.count; i++) {
        const ahd_reason *reason = &p->doc->reasons.items[i];
        ahd_writer_open(w, '{');
        ahd_writer_field(w, "field", reason->field);
        ahd_writer_field(w, "value", reason->value);
        ahd_writer_field(w, "from", reason->from);
        ahd_writer_close(w, '}');
    }
    ahd_writer_close(w, ']');
}

static void put_metadata(ahd_printer *p)
{
    const ahd_doc *doc = p->doc;
    ahd_writer *w = &p->w;

    ahd_writer_field(w, "outlet", doc->outlet);
    ahd_writer_field(w, "title", ahd_doc_title(doc));
    ahd_writer_field(w, "byline", doc->byline);
    ahd_writer_field(w, "section", doc->section);
    put_tags(p);
    ahd_writer_field(w, "lang", lang_of(doc));
    put_conditions(p);
    put_published(p);
    put_reasons(p);
}

/* Does the page have these very bytes? */
static bool is_as_is(const ahd_doc *doc, const ahd_stretch *s)
{
    ahd_str page = ahd_str_span(doc->page, (ahd_span){s->page, s->page_len});
    ahd_str text = ahd_str_span(doc->text, (ahd_span){s->text, s->len});

    return ahd_str_eq(page, text);
}

/* A fourth number, bytes of the page, where they are other bytes. */
static void put_map(ahd_printer *p)
{
    ahd_writer *w = &p->w;

    ahd_writer_field(w, "charset", p->doc->charset);
    ahd_writer_key(w, "map");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < p->doc->map.count; i++) {
        const ahd_stretch *s = &p->doc->map.items[i];
        uint32_t start = ahd_offsets_of(&p->offsets, s->text);
        uint32_t end = ahd_offsets_of(&p->offsets, s->text + s->len);
        ahd_writer_open(w, '[');
        ahd_writer_int(w, start);
        ahd_writer_int(w, s->page);
        ahd_writer_int(w, end - start);
        if (!is_as_is(p->doc, s))
            ahd_writer_int(w, s->page_len);
        ahd_writer_close(w, ']');
    }
    ahd_writer_close(w, ']');
}

/* Which paragraphs are headings, items of lists, quotes. */
static void put_parts(ahd_printer *p)
{
    static const char *const keys[AHD_PART_KINDS] = {
        [AHD_PART_HEADING] = "headings",
        [AHD_PART_ITEM] = "items",
        [AHD_PART_QUOTE] = "quotations"};
    ahd_writer *w = &p->w;

    for (uint32_t kind = 0; kind < AHD_PART_KINDS; kind++) {
        ahd_writer_key(w, keys[kind]);
        ahd_writer_open(w, '[');
        for (uint32_t i = 0; i < p->doc->parts.count; i++)
            if (p->doc->parts.items[i].kind == kind)
                ahd_writer_int(w, p->doc->parts.items[i].paragraph);
        ahd_writer_close(w, ']');
    }
}

static void put_captions(ahd_printer *p)
{
    ahd_writer *w = &p->w;

    ahd_writer_key(w, "captions");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < p->doc->captions.count; i++) {
        const ahd_caption *c = &p->doc->captions.items[i];
        ahd_writer_open(w, '{');
        ahd_writer_field(w, "text", c->text);
        ahd_writer_key(w, "page");
        ahd_writer_open(w, '[');
        ahd_writer_int(w, c->page.start);
        ahd_writer_int(w, c->page.len);
        ahd_writer_close(w, ']');
        ahd_writer_close(w, '}');
    }
    ahd_writer_close(w, ']');
}

static void put_structure(ahd_printer *p)
{
    ahd_writer *w = &p->w;

    put_map(p);
    ahd_writer_key(w, "paragraphs");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < p->doc->paragraphs.count; i++)
        ahd_printer_span(p, p->doc->paragraphs.items[i]);
    ahd_writer_close(w, ']');
    put_parts(p);
    put_captions(p);
    ahd_writer_key(w, "sentences");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < p->doc->sentences.count; i++)
        ahd_printer_span(p, p->doc->sentences.items[i].at);
    ahd_writer_close(w, ']');
}

/* -------------------------------------------------------------- layers */

static void put_mention(ahd_printer *p, const ahd_mention *m)
{
    ahd_writer *w = &p->w;
    bool place = m->kind == AHD_MENTION_PLACE;

    ahd_writer_open(w, '{');
    ahd_writer_key(w, "at");
    ahd_printer_span(p, m->at);
    ahd_writer_field(w, "kind", ahd_str_from(ahd_enums_mention_kind[m->kind]));
    ahd_printer_bearer(p, m);
    if (m->post != AHD_NONE)
        ahd_printer_post(p, m->post);
    if (m->of != AHD_NONE && !place)
        ahd_printer_principal(p, m->of);
    ahd_writer_key(w, "match");
    ahd_writer_open(w, '{');
    ahd_writer_field(w, "how", ahd_printer_how(m->how));
    ahd_writer_key(w, "score");
    ahd_writer_score(w, m->score);
    ahd_writer_key(w, "others");
    ahd_writer_open(w, '[');
    for (int i = 0; i < m->others; i++)
        ahd_printer_candidate(p, &m->other[i], place);
    ahd_writer_close(w, ']');
    ahd_writer_close(w, '}');
    if (m->hostile) {
        ahd_writer_key(w, "hostile");
        ahd_writer_bool(w, true);
    }
    ahd_writer_close(w, '}');
}

/* Mentions of actors and of agreements, in the order of the text. */
static void put_mentions(ahd_printer *p)
{
    const ahd_doc *doc = p->doc;
    uint32_t m = 0, r = 0;

    ahd_writer_key(&p->w, "mentions");
    ahd_writer_open(&p->w, '[');
    while (m < doc->mentions.count || r < doc->agreements.count) {
        bool actor =
            r == doc->agreements.count ||
            (m < doc->mentions.count &&
             doc->mentions.items[m].first <= doc->agreements.items[r].first);
        if (actor)
            put_mention(p, &doc->mentions.items[m++]);
        else
            ahd_printer_agreement_mention(p, &doc->agreements.items[r++]);
    }
    ahd_writer_close(&p->w, ']');
}

static void put_time(ahd_printer *p, const ahd_time *t)
{
    ahd_writer *w = &p->w;

    ahd_writer_open(w, '{');
    ahd_writer_key(w, "at");
    ahd_printer_span(p, t->at);
    ahd_writer_field(w, "text", ahd_doc_words(p->doc, t->at));
    ahd_printer_interval(p, "value", t->from, t->to);
    ahd_writer_day(w, "from", t->from);
    ahd_writer_day(w, "to", t->to);
    ahd_writer_field(w, "grain", ahd_str_from(ahd_enums_grain[t->grain]));
    ahd_writer_field(w, "kind", ahd_str_from(ahd_enums_time[t->kind]));
    if (t->value.len > 0)
        ahd_writer_field(w, "timex", t->value);
    ahd_writer_close(w, '}');
}

static void put_times(ahd_printer *p)
{
    ahd_writer_key(&p->w, "times");
    ahd_writer_open(&p->w, '[');
    for (uint32_t i = 0; i < p->doc->times.count; i++)
        put_time(p, &p->doc->times.items[i]);
    ahd_writer_close(&p->w, ']');
}

static void put_quotes(ahd_printer *p)
{
    ahd_writer *w = &p->w;

    ahd_writer_key(w, "quotes");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < p->doc->quotes.count; i++) {
        const ahd_quote *q = &p->doc->quotes.items[i];
        ahd_writer_open(w, '{');
        ahd_writer_key(w, "at");
        ahd_printer_span(p, q->at);
        ahd_writer_key(w, "cue");
        ahd_printer_span(p, q->cue);
        ahd_printer_optional_arg(p, "speaker", q->has_speaker, &q->speaker);
        ahd_printer_optional_arg(p, "via", q->has_via, &q->via);
        ahd_printer_medium(p, q->medium);
        ahd_writer_key(w, "direct");
        ahd_writer_bool(w, q->direct);
        ahd_writer_close(w, '}');
    }
    ahd_writer_close(w, ']');
}

static void put_flags(ahd_printer *p)
{
    ahd_writer *w = &p->w;

    ahd_writer_key(w, "flags");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < p->doc->flags.count; i++) {
        ahd_writer_open(w, '{');
        ahd_writer_key(w, "at");
        ahd_printer_span(p, p->doc->flags.items[i].at);
        ahd_writer_field(w, "because", p->doc->flags.items[i].because);
        ahd_writer_close(w, '}');
    }
    ahd_writer_close(w, ']');
}

/* The hostile names that the page itself uses: whose side it is on. */
static void put_stance(ahd_printer *p)
{
    ahd_writer *w = &p->w;

    ahd_writer_key(w, "stance");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < p->doc->mentions.count; i++) {
        const ahd_mention *m = &p->doc->mentions.items[i];
        if (!ahd_look_is_stance(p->doc, m))
            continue;
        ahd_writer_open(w, '{');
        ahd_writer_key(w, "actor");
        ahd_writer_open(w, '{');
        ahd_printer_identity(p, m->id, false);
        ahd_writer_close(w, '}');
        ahd_writer_field(w, "name", ahd_doc_words(p->doc, m->name));
        ahd_writer_key(w, "at");
        ahd_printer_span(p, m->name);
        ahd_writer_close(w, '}');
    }
    ahd_writer_close(w, ']');
}

static void put_article(ahd_printer *p)
{
    ahd_writer_field(&p->w, "dateline", p->doc->dateline);
    ahd_writer_field(&p->w, "text", p->doc->text);
    put_structure(p);
    put_mentions(p);
    put_stance(p);
    put_times(p);
    put_quotes(p);
    ahd_printer_acts(p);
    put_flags(p);
    ahd_printer_events(p);
}

void ahd_json_doc(const ahd_kb *kb, const ahd_doc *doc, ahd_buf *out)
{
    ahd_printer p = {.kb = kb, .doc = doc, .w = {.out = out}};

    if (!ahd_offsets_init(&p.offsets, doc->text)) {
        out->failed = true;
        return;
    }
    ahd_writer_open(&p.w, '{');
    put_identity(&p);
    put_metadata(&p);
    if (doc->kind == AHD_KIND_ARTICLE)
        put_article(&p);
    ahd_writer_close(&p.w, '}');
    ahd_offsets_finish(&p.offsets);
}
