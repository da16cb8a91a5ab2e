#include "output/brief.h"

#include "base/day.h"
#include "doc/look.h"
#include "kb/names.h"
#include "output/brief_act.h"

#include <string.h>

static const char *const kinds[] = {"article", "list page", "error page",
                                    "no news article"};
static const char *const dated[] = {"", "metadata", "text", "inferred"};

static void put_day(ahd_paper *p, ahd_day day)
{
    char iso[AHD_DAY_ISO];

    ahd_day_iso(day, iso);
    ahd_paper_text(p, (ahd_str){iso, sizeof iso}, "1");
}

/* "label  text", nothing for an empty text. */
static void put_fact(ahd_paper *p, const char *label, ahd_str text)
{
    if (text.len == 0)
        return;
    ahd_paper_ink(p, "2");
    ahd_buf_printf(p->out, "%-11s", label);
    ahd_paper_ink(p, "0");
    ahd_paper_text(p, text, "0");
    ahd_buf_byte(p->out, '\n');
}

enum { DATINGS = 3 }; /* candidates shown */

static void put_datings(ahd_paper *p, const ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->datings.count && i < DATINGS; i++) {
        ahd_buf_printf(p->out, "%-11s", i ? "" : "perhaps");
        put_day(p, doc->datings.items[i].day);
        ahd_buf_byte(p->out, '\n');
        ahd_paper_fill(p, doc->datings.items[i].because, 11, (ahd_span){0, 0});
    }
}

static void put_published(ahd_paper *p, const ahd_doc *doc)
{
    ahd_paper_ink(p, "2");
    ahd_buf_printf(p->out, "%-11s", "published");
    ahd_paper_ink(p, "0");
    if (doc->published == AHD_NO_DAY) {
        ahd_buf_add(p->out, AHD_STR("not known\n"));
        put_datings(p, doc);
        return;
    }
    put_day(p, doc->published);
    ahd_buf_printf(p->out, " (%s)\n", dated[doc->dated]);
    ahd_paper_fill(p, doc->dated_because, 11, (ahd_span){0, 0});
}

static void put_conditions(ahd_paper *p, const ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->conditions.count; i++) {
        put_fact(p, "condition", doc->conditions.items[i].is);
        ahd_paper_fill(p, doc->conditions.items[i].because, 11,
                       (ahd_span){0, 0});
    }
}

static void put_head(ahd_paper *p, const ahd_doc *doc)
{
    ahd_str title = ahd_doc_title(doc);

    ahd_paper_text(p, title.len ? title : AHD_STR("(no title)"), "1");
    ahd_buf_byte(p->out, '\n');
    put_fact(p, "page", doc->path);
    put_fact(p, "outlet", doc->outlet);
    put_fact(p, "byline", doc->byline);
    put_published(p, doc);
    put_conditions(p, doc);
    for (uint32_t i = 0; i < doc->flags.count; i++) {
        put_fact(p, "unclear", ahd_doc_words(doc, doc->flags.items[i].at));
        ahd_paper_fill(p, doc->flags.items[i].because, 11, (ahd_span){0, 0});
    }
}

/* Was the name said of that actor before? */
static bool is_said_before(const ahd_doc *doc, uint32_t at)
{
    enum { LOOK_BACK = 200 };
    const ahd_mention *m = &doc->mentions.items[at];

    for (uint32_t back = 1; back <= at && back <= LOOK_BACK; back++) {
        const ahd_mention *other = m - back;
        if (other->id == m->id && ahd_look_is_stance(doc, other) &&
            ahd_str_eq(ahd_doc_words(doc, other->name),
                       ahd_doc_words(doc, m->name)))
            return true;
    }
    return false;
}

/* "stance     ميليشيا السراج: Government of National Accord" */
static void put_stance(ahd_paper *p, const ahd_kb *kb, const ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->mentions.count; i++) {
        const ahd_mention *m = &doc->mentions.items[i];
        if (!ahd_look_is_stance(doc, m) || is_said_before(doc, i))
            continue;
        put_fact(p, "stance", ahd_doc_words(doc, m->name));
        ahd_paper_fill(p, ahd_kb_str(kb, ahd_kb_actor_at(kb, m->id)->en), 11,
                       (ahd_span){0, 0});
    }
}

/* "found in   title: h1" */
static void put_reasons(ahd_paper *p, const ahd_doc *doc)
{
    const char *label = "found in";

    for (uint32_t i = 0; i < doc->reasons.count; i++) {
        const ahd_reason *reason = &doc->reasons.items[i];
        ahd_paper_ink(p, "2");
        ahd_buf_printf(p->out, "%-11s", label);
        ahd_paper_ink(p, "0");
        ahd_paper_text(p, reason->field, "0");
        ahd_buf_add(p->out, AHD_STR(": "));
        ahd_paper_text(p, reason->from, "0");
        ahd_buf_byte(p->out, '\n');
        label = "";
    }
}

static void put_refused(ahd_paper *p, const ahd_doc *doc)
{
    ahd_paper_text(p, doc->path, "1");
    ahd_buf_printf(p->out, ": %s: ", kinds[doc->kind]);
    ahd_paper_text(p, doc->refused, "0");
    ahd_buf_byte(p->out, '\n');
}

/* What came near to an act and was not taken. */
static void put_doubts(const ahd_kb *kb, const ahd_doc *doc, ahd_paper *p)
{
    if (doc->doubts.count == 0)
        return;
    ahd_buf_byte(p->out, '\n');
    ahd_paper_text(p, AHD_STR("Near an act, but not taken:"), "1");
    ahd_buf_byte(p->out, '\n');
    for (uint32_t i = 0; i < doc->doubts.count; i++) {
        ahd_buf_byte(p->out, '\n');
        ahd_explain_doubt(kb, doc, i, p);
    }
}

/* A person is shown what is sure and has happened, or all with its rule. */
static bool is_shown(const ahd_event *event, bool explain)
{
    const float sure = 0.5f;

    return explain ||
           (event->confidence >= sure && event->modality == AHD_ACTUAL);
}

/* What is told of no agreement, but of the same days. */
static void put_events(const ahd_kb *kb, const ahd_doc *doc, ahd_paper *p,
                       bool explain)
{
    for (uint32_t i = 0; i < doc->events.count; i++) {
        if (!is_shown(&doc->events.items[i], explain))
            continue;
        ahd_buf_byte(p->out, '\n');
        ahd_brief_event(kb, doc, i, p);
        if (explain)
            ahd_explain_event(kb, doc, i, p);
    }
}

static void put_doc(const ahd_kb *kb, const ahd_doc *doc, ahd_paper *p,
                    bool explain)
{
    if (doc->kind != AHD_KIND_ARTICLE) {
        put_refused(p, doc);
        return;
    }
    put_head(p, doc);
    put_stance(p, kb, doc);
    if (explain)
        put_reasons(p, doc);
    if (doc->acts.count == 0)
        ahd_buf_add(p->out,
                    AHD_STR("\nNo act about an agreement was found.\n"));
    for (uint32_t i = 0; i < doc->acts.count; i++) {
        ahd_buf_byte(p->out, '\n');
        ahd_brief_act(kb, doc, i, p);
        if (explain)
            ahd_explain_act(kb, doc, i, p);
    }
    put_events(kb, doc, p, explain);
    if (explain)
        put_doubts(kb, doc, p);
    ahd_buf_byte(p->out, '\n');
}

void ahd_brief_doc(const ahd_kb *kb, const ahd_doc *doc, ahd_paper paper)
{
    put_doc(kb, doc, &paper, false);
}

void ahd_explain_doc(const ahd_kb *kb, const ahd_doc *doc, ahd_paper paper)
{
    put_doc(kb, doc, &paper, true);
}
