#include "output/brief_act.h"

#include "base/day.h"
#include "kb/names.h"
#include "output/json_acts.h"

#include <stdio.h>
#include <string.h>

enum { INDENT = 15 };

/* By act type: cooperation green and blue, conflict red and yellow. */
static const char *const inks[AHD_ACT_TYPES] = {
    [AHD_ACT_SIGN] = "1;32",    [AHD_ACT_NEGOTIATE] = "34",
    [AHD_ACT_MEET] = "34",      [AHD_ACT_MEDIATE] = "34",
    [AHD_ACT_COMMIT] = "32",    [AHD_ACT_DEMAND] = "33",
    [AHD_ACT_IMPLEMENT] = "32", [AHD_ACT_ACCUSE] = "1;31",
    [AHD_ACT_BREACH] = "1;31",  [AHD_ACT_DENY] = "1;35",
    [AHD_ACT_REJECT] = "35",    [AHD_ACT_SUSPEND] = "35",
    [AHD_ACT_EXTEND] = "32",    [AHD_ACT_SUPPORT] = "32",
    [AHD_ACT_CONDEMN] = "31",   [AHD_ACT_THREATEN] = "31",
};
static const char *const modalities[] = {"", "planned", "possible", "negated",
                                         "conditional"};

static ahd_str actor_name(const ahd_kb *kb, uint32_t actor)
{
    const ahd_actor *a = ahd_kb_actor_at(kb, actor);

    return ahd_kb_str(kb, a->en.len ? a->en : a->ar);
}

static void put_arg(const ahd_kb *kb, const ahd_doc *doc, const ahd_arg *arg,
                    ahd_paper *p)
{
    if (arg->id != AHD_NONE)
        ahd_paper_text(p, actor_name(kb, arg->id), "0");
    else
        ahd_paper_text(p, ahd_doc_words(doc, arg->at), "3");
    if (arg->principal == AHD_NONE)
        return;
    ahd_buf_add(p->out, AHD_STR(" (for "));
    ahd_paper_text(p, actor_name(kb, arg->principal), "0");
    ahd_buf_byte(p->out, ')');
}

static void put_args(const ahd_kb *kb, const ahd_doc *doc, const ahd_args *args,
                     ahd_paper *p)
{
    for (uint32_t i = 0; i < args->count; i++) {
        if (i > 0)
            ahd_buf_add(p->out, AHD_STR(", "));
        put_arg(kb, doc, &args->items[i], p);
    }
}

/* A further line of an act: "label: …". */
static void begin_line(ahd_paper *p, const char *label)
{
    ahd_buf_printf(p->out, "%*s", INDENT, "");
    ahd_paper_ink(p, "2");
    ahd_buf_printf(p->out, "%s ", label);
    ahd_paper_ink(p, "0");
}

static void put_sides(const ahd_kb *kb, const ahd_doc *doc,
                      const ahd_args *source, const ahd_args *target,
                      ahd_paper *p)
{
    put_args(kb, doc, source, p);
    if (source->count == 0)
        ahd_buf_byte(p->out, '-');
    if (target->count > 0) {
        ahd_buf_add(p->out, AHD_STR(" \xE2\x86\x92 "));
        put_args(kb, doc, target, p);
    }
    ahd_buf_byte(p->out, '\n');
}

static void put_type(uint32_t type, ahd_paper *p)
{
    ahd_paper_ink(p, inks[type]);
    ahd_buf_printf(p->out, "%-*s", INDENT - 4, ahd_names_act[type]);
    ahd_paper_ink(p, "0");
}

static void put_who(const ahd_kb *kb, const ahd_doc *doc, uint32_t n,
                    ahd_paper *p)
{
    const ahd_act *act = &doc->acts.items[n];

    ahd_buf_printf(p->out, "%3u ", (unsigned)n + 1);
    put_type(act->type, p);
    put_sides(kb, doc, &act->source, &act->target, p);
}

static void put_day(ahd_paper *p, ahd_day day)
{
    char iso[AHD_DAY_ISO];

    ahd_day_iso(day, iso);
    ahd_buf_add(p->out, (ahd_str){iso, sizeof iso});
}

/* When and where; `how` is "planned " and the like. */
typedef struct setting {
    ahd_day from, to;
    const ahd_arg *place; /* or NULL */
    const char *how;
} setting;

static void put_place(const ahd_kb *kb, const ahd_doc *doc, const ahd_arg *arg,
                      ahd_paper *p)
{
    ahd_paper_text(p,
                   arg->id == AHD_NONE
                       ? ahd_doc_words(doc, arg->at)
                       : ahd_kb_str(kb, ahd_kb_place_at(kb, arg->id)->en),
                   "0");
}

static void put_when(const ahd_kb *kb, const ahd_doc *doc, const setting *s,
                     ahd_paper *p)
{
    bool timed = *s->how || s->from != AHD_NO_DAY;

    if (!timed && !s->place)
        return;
    begin_line(p, timed ? "when" : "where");
    if (*s->how)
        ahd_buf_printf(p->out, "%s ", s->how);
    if (s->from != AHD_NO_DAY) {
        put_day(p, s->from);
        if (s->to != s->from && s->to != AHD_NO_DAY) {
            ahd_buf_add(p->out, AHD_STR(" to "));
            put_day(p, s->to);
        }
    }
    if (s->place) {
        ahd_buf_add(p->out, timed ? AHD_STR(" in ") : AHD_STR(""));
        put_place(kb, doc, s->place, p);
    }
    ahd_buf_byte(p->out, '\n');
}

static void put_said_by(const ahd_kb *kb, const ahd_doc *doc,
                        const ahd_act *act, ahd_paper *p)
{
    if (act->has_speaker) {
        begin_line(p, "said by");
        put_arg(kb, doc, &act->speaker, p);
        ahd_buf_byte(p->out, '\n');
    }
    if (act->has_via) {
        begin_line(p, "via");
        put_arg(kb, doc, &act->via, p);
        ahd_buf_byte(p->out, '\n');
    }
}

static ahd_str agreement_name(const ahd_kb *kb, uint32_t id)
{
    const ahd_agreement *a = ahd_kb_agreement_at(kb, id);

    return ahd_kb_str(kb, a->en.len ? a->en : a->ar);
}

static void put_agreement(const ahd_kb *kb, const ahd_doc *doc,
                          const ahd_agreement_ref *r, ahd_paper *p)
{
    begin_line(p, "about");
    if (r->id != AHD_NONE) {
        ahd_paper_text(p, agreement_name(kb, r->id), "0");
        ahd_buf_printf(p->out, " (%.*s %.2f)",
                       AHD_STR_ARG(ahd_printer_how(r->how)), (double)r->score);
    } else {
        ahd_paper_text(p, ahd_doc_words(doc, r->at), "3");
        ahd_buf_add(p->out, r->found != AHD_NONE ? AHD_STR(" (new)")
                                                 : AHD_STR(" (open"));
        if (r->found == AHD_NONE && r->others > 0) {
            ahd_buf_add(p->out, AHD_STR("; perhaps "));
            ahd_paper_text(p, agreement_name(kb, r->other[0].id), "0");
        }
        if (r->found == AHD_NONE)
            ahd_buf_byte(p->out, ')');
    }
    ahd_buf_byte(p->out, '\n');
}

static void put_clauses(const ahd_kb *kb, const ahd_act *act, ahd_paper *p)
{
    for (uint32_t i = 0; i < act->clauses.count; i++) {
        const ahd_provision *clause = &act->clauses.items[i];
        begin_line(p, clause->how == AHD_HOW_NAMED ? "clause" : "clause?");
        if (clause->commitment == AHD_NONE) {
            ahd_buf_printf(p->out, "%u\n", (unsigned)clause->number);
            continue;
        }
        const ahd_commitment *c = ahd_kb_commitment_at(kb, clause->commitment);
        ahd_paper_text(p, ahd_kb_str(kb, c->n), "1");
        ahd_buf_byte(p->out, ' ');
        ahd_paper_text(p, ahd_kb_str(kb, c->en), "0");
        ahd_buf_byte(p->out, '\n');
    }
}

static void put_sentence(const ahd_doc *doc, uint32_t sentence,
                         ahd_span trigger, ahd_paper *p)
{
    ahd_span at = doc->sentences.items[sentence].at;
    ahd_span mark = {trigger.start - at.start, trigger.len};

    ahd_paper_fill(p, ahd_doc_words(doc, at), INDENT, mark);
}

void ahd_brief_act(const ahd_kb *kb, const ahd_doc *doc, uint32_t n,
                   ahd_paper *p)
{
    const ahd_act *act = &doc->acts.items[n];
    setting when = {act->from, act->to, act->has_place ? &act->place : NULL,
                    modalities[act->modality]};

    put_who(kb, doc, n, p);
    put_when(kb, doc, &when, p);
    put_said_by(kb, doc, act, p);
    for (uint32_t i = 0; i < act->agreements.count; i++)
        put_agreement(kb, doc, &doc->agreements.items[act->agreements.items[i]],
                      p);
    put_clauses(kb, act, p);
    for (uint32_t i = 0; i < act->about.count; i++) {
        const ahd_about *about = &act->about.items[i];
        bool event = about->event != AHD_NONE;
        begin_line(p, about->role);
        ahd_buf_printf(p->out, "%s %u\n", event ? "event" : "act",
                       (unsigned)(event ? about->event : about->act) + 1);
    }
    put_sentence(doc, act->sentence, act->trigger, p);
}

void ahd_brief_event(const ahd_kb *kb, const ahd_doc *doc, uint32_t n,
                     ahd_paper *p)
{
    const ahd_event *event = &doc->events.items[n];
    const ahd_time *t =
        event->time == AHD_NONE ? NULL : &doc->times.items[event->time];
    setting when = {t ? t->from : AHD_NO_DAY, t ? t->to : AHD_NO_DAY,
                    event->has_place ? &event->place : NULL, ""};

    ahd_buf_printf(p->out, "    ");
    ahd_paper_ink(p, "31");
    ahd_buf_printf(p->out, "%-*s", INDENT - 4, ahd_names_event[event->type]);
    ahd_paper_ink(p, "0");
    put_sides(kb, doc, &event->source, &event->target, p);
    put_when(kb, doc, &when, p);
    put_sentence(doc, event->sentence, event->trigger, p);
}

/* ------------------------------------------------------------------ explain */

/* "rule sign-sign on “signed”, confidence 0.77" */
static void put_rule(const ahd_doc *doc, ahd_str rule, ahd_span trigger,
                     float confidence, ahd_paper *p)
{
    ahd_paper_text(p, rule, "1");
    ahd_buf_printf(p->out, " on \xE2\x80\x9C");
    ahd_paper_text(p, ahd_doc_words(doc, trigger), "1");
    ahd_buf_printf(p->out, "\xE2\x80\x9D, confidence %.2f", (double)confidence);
}

/* "for words beside it +1.3, its subject +0.9", filled into lines. */
static void put_grounds(const char *label, const ahd_ground *grounds,
                        uint8_t count, ahd_paper *p)
{
    int indent = INDENT + (int)strlen(label) + 1, at = indent;

    if (count == 0)
        return;
    begin_line(p, label);
    for (uint8_t i = 0; i < count; i++) {
        const ahd_ground *g = &grounds[i];
        char sum[16] = "";
        if (g->sum != 0)
            snprintf(sum, sizeof sum, " %+.1f",
                     (double)g->sum / AHD_GROUND_UNIT);
        int width = (int)(strlen(g->what) + strlen(sum)) + 2;
        if (i > 0 && at + width > p->width) {
            ahd_buf_printf(p->out, ",\n%*s", indent, "");
            at = indent;
        } else if (i > 0)
            ahd_buf_add(p->out, AHD_STR(", "));
        ahd_buf_printf(p->out, "%s%s", g->what, sum);
        at += width;
    }
    ahd_buf_byte(p->out, '\n');
}

void ahd_explain_event(const ahd_kb *kb, const ahd_doc *doc, uint32_t n,
                       ahd_paper *p)
{
    const ahd_event *event = &doc->events.items[n];
    const ahd_event_rule *rule = ahd_kb_event_rule_at(kb, event->rule);

    begin_line(p, "rule");
    put_rule(doc, ahd_kb_str(kb, rule->id), event->trigger, event->confidence,
             p);
    ahd_buf_printf(p->out, "%s%s\n", event->modality ? ", " : "",
                   modalities[event->modality]);
    begin_line(p, "frame");
    ahd_paper_text(p, ahd_kb_str(kb, rule->frame), "0");
    ahd_buf_byte(p->out, '\n');
}

static void put_match(const ahd_doc *doc, const char *slot, const ahd_arg *arg,
                      ahd_paper *p)
{
    begin_line(p, slot);
    ahd_paper_text(p, ahd_doc_words(doc, arg->at), "0");
    if (arg->how != AHD_HOW_NONE)
        ahd_buf_printf(p->out, " (%.*s %.2f)",
                       AHD_STR_ARG(ahd_printer_how(arg->how)),
                       (double)arg->score);
    ahd_buf_byte(p->out, '\n');
}

void ahd_explain_act(const ahd_kb *kb, const ahd_doc *doc, uint32_t n,
                     ahd_paper *p)
{
    const ahd_act *act = &doc->acts.items[n];
    const ahd_rule *rule = ahd_kb_rule_at(kb, act->rule);

    begin_line(p, "rule");
    put_rule(doc, ahd_kb_str(kb, rule->id), act->trigger, act->confidence, p);
    ahd_buf_byte(p->out, '\n');
    put_grounds("for", act->ground, act->grounds, p);
    begin_line(p, "frame");
    ahd_paper_text(p, ahd_kb_str(kb, rule->frame), "0");
    ahd_buf_add(p->out, AHD_STR("; needs "));
    ahd_paper_text(p,
                   rule->need.len ? ahd_kb_str(kb, rule->need)
                                  : AHD_STR("nothing more"),
                   "0");
    ahd_buf_byte(p->out, '\n');
    for (uint32_t i = 0; i < act->source.count; i++)
        put_match(doc, "source", &act->source.items[i], p);
    for (uint32_t i = 0; i < act->target.count; i++)
        put_match(doc, "target", &act->target.items[i], p);
    if (act->has_speaker)
        put_match(doc, "speaker", &act->speaker, p);
}

void ahd_explain_doubt(const ahd_kb *kb, const ahd_doc *doc, uint32_t n,
                       ahd_paper *p)
{
    const ahd_doubt *doubt = &doc->doubts.items[n];
    const ahd_rule *rule = ahd_kb_rule_at(kb, doubt->rule);
    ahd_span at = doc->sentences.items[doubt->sentence].at;
    ahd_span mark = {doubt->trigger.start - at.start, doubt->trigger.len};

    ahd_buf_add(p->out, AHD_STR("    "));
    put_type(doubt->type, p);
    ahd_paper_ink(p, "2");
    ahd_buf_add(p->out, AHD_STR("rule "));
    ahd_paper_ink(p, "0");
    put_rule(doc, ahd_kb_str(kb, rule->id), doubt->trigger, doubt->confidence,
             p);
    ahd_buf_byte(p->out, '\n');
    ahd_paper_excerpt(p, ahd_doc_words(doc, at), INDENT, mark);
    put_grounds("against", doubt->ground, doubt->grounds, p);
}
