#include "disputes/dispute_card.h"

#include "base/day.h"
#include "kb/names.h"
#include "output/writer.h"

/* -------------------------------------------------------------- names */

static void put_names(ahd_writer *w, const ahd_kb *kb, ahd_ref ar, ahd_ref en)
{
    ahd_writer_key(w, "name");
    ahd_writer_open(w, '{');
    ahd_writer_field(w, "ar", ahd_kb_str(kb, ar));
    ahd_writer_field(w, "en", ahd_kb_str(kb, en));
    ahd_writer_close(w, '}');
}

/* One without a row has the words of the text in the language they are in. */
static void put_words(ahd_writer *w, ahd_str name)
{
    bool arabic = name.len > 0 && (unsigned char)name.ptr[0] >= 0xD8;

    ahd_writer_key(w, "name");
    ahd_writer_open(w, '{');
    ahd_writer_field(w, "ar", arabic ? name : AHD_STR(""));
    ahd_writer_field(w, "en", arabic ? AHD_STR("") : name);
    ahd_writer_close(w, '}');
}

static void put_actor(ahd_writer *w, const ahd_kb *kb, uint32_t row, ahd_str id,
                      ahd_str name)
{
    ahd_writer_field(w, "id", id);
    if (row != AHD_NONE) {
        const ahd_actor *a = ahd_kb_actor_at(kb, row);
        put_names(w, kb, a->ar, a->en);
    } else {
        put_words(w, name);
    }
}

static void put_side(ahd_writer *w, const ahd_kb *kb, const char *key,
                     const ahd_side *side)
{
    static const char *const kinds[] = {"unknown", "party", "monitor", "other"};
    uint32_t row = side->kind == AHD_SIDE_UNKNOWN
                       ? AHD_NONE
                       : ahd_kb_find_actor(kb, side->id);

    ahd_writer_key(w, key);
    ahd_writer_open(w, '{');
    put_actor(w, kb, row, row == AHD_NONE ? AHD_STR("") : side->id, side->id);
    ahd_writer_field(w, "kind", ahd_str_from(kinds[side->kind]));
    ahd_writer_close(w, '}');
}

static void put_who(ahd_writer *w, const ahd_kb *kb, const char *key,
                    const ahd_who *who)
{
    ahd_writer_key(w, key);
    ahd_writer_open(w, '{');
    put_actor(w, kb, who->actor, who->id, who->name);
    ahd_writer_close(w, '}');
}

static void put_agreement(ahd_writer *w, const ahd_kb *kb, ahd_str id,
                          uint32_t row)
{
    ahd_writer_key(w, "agreement");
    ahd_writer_open(w, '{');
    ahd_writer_field(w, "id", id);
    if (row != AHD_NONE) {
        const ahd_agreement *a = ahd_kb_agreement_at(kb, row);
        put_names(w, kb, a->ar, a->en);
    }
    ahd_writer_close(w, '}');
}

/* ------------------------------------------------------------- tellings */

static void put_telling(ahd_writer *w, const ahd_kb *kb, const ahd_report *t)
{
    ahd_writer_open(w, '{');
    ahd_writer_field(w, "document", t->document);
    ahd_writer_key(w, "n");
    ahd_writer_int(w, t->n);
    ahd_writer_day(w, "told", t->told);
    put_who(w, kb, "outlet", &t->outlet);
    ahd_writer_field(w, "story", t->story);
    ahd_writer_field(w, "sentence", t->sentence);
    ahd_writer_close(w, '}');
}

static void put_tellings(const ahd_standing *s, ahd_writer *w,
                         const uint32_t *items, uint32_t count)
{
    ahd_writer_field(
        w, "act", ahd_str_from(ahd_names_act[s->reports.items[items[0]].type]));
    ahd_writer_key(w, "stories");
    ahd_writer_int(w,
                   ahd_occurrence_stories(s->arena, &s->reports, items, count));
    ahd_writer_key(w, "tellings");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < count; i++)
        put_telling(w, s->kb, &s->reports.items[items[i]]);
    ahd_writer_close(w, ']');
}

static void put_occurrence(const ahd_standing *s, ahd_writer *w,
                           uint32_t occurrence)
{
    const ahd_occurrence *o = &s->occurrences.items[occurrence];

    put_tellings(s, w, o->tellings.items, o->tellings.count);
}

/* Clauses that any telling of it means. */
static void put_commitments(const ahd_standing *s, ahd_writer *w,
                            const ahd_dispute *d, uint32_t occurrence)
{
    const ahd_occurrence *o = &s->occurrences.items[occurrence];
    const ahd_report *t = &s->reports.items[o->first];

    ahd_writer_key(w, "commitments");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < t->bonds.count; i++) {
        const ahd_bond *b = &t->bonds.items[i];
        if (b->commitment.len == 0 || !ahd_str_eq(b->agreement, d->agreement))
            continue;
        ahd_writer_open(w, '{');
        ahd_writer_field(w, "n", b->commitment);
        ahd_writer_field(w, "how",
                         b->named ? AHD_STR("named") : AHD_STR("inferred"));
        ahd_writer_close(w, '}');
    }
    ahd_writer_close(w, ']');
}

/* --------------------------------------------------------------- disputes */

void ahd_dispute_card_id(const ahd_dispute *dispute, ahd_buf *out)
{
    char day[AHD_DAY_ISO];

    ahd_day_iso(dispute->first, day);
    ahd_buf_add(out, dispute->agreement);
    ahd_buf_byte(out, ':');
    ahd_buf_add(out, dispute->accused.id.len > 0 ? dispute->accused.id
                                                 : AHD_STR("-"));
    ahd_buf_byte(out, ':');
    ahd_buf_add(out, (ahd_str){day, sizeof day});
}

static void put_id(ahd_writer *w, const char *key, const ahd_dispute *dispute)
{
    ahd_buf id = AHD_BUF(1 << 12);

    ahd_dispute_card_id(dispute, &id);
    if (key)
        ahd_writer_field(w, key, ahd_buf_str(&id));
    else
        ahd_writer_str(w, ahd_buf_str(&id));
    ahd_buf_finish(&id);
}

static void put_number(ahd_writer *w, const char *key, uint32_t n)
{
    ahd_writer_key(w, key);
    ahd_writer_int(w, n);
}

static void put_rung(ahd_writer *w, ahd_rung rung)
{
    ahd_writer_key(w, "rung");
    ahd_writer_open(w, '{');
    put_number(w, "n", rung);
    ahd_writer_field(w, "name", ahd_str_from(ahd_rung_names[rung]));
    ahd_writer_close(w, '}');
}

/* The rungs that were reached, each with the day on which it was first. */
static void put_climbed(ahd_writer *w, const ahd_dispute *d)
{
    ahd_writer_key(w, "climbed");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i <= AHD_RUNG_FOUND; i++) {
        if (d->climbed[i] == AHD_NO_DAY)
            continue;
        ahd_writer_open(w, '{');
        put_number(w, "n", i);
        ahd_writer_day(w, "day", d->climbed[i]);
        ahd_writer_close(w, '}');
    }
    ahd_writer_close(w, ']');
}

static void put_claim(const ahd_standing *s, ahd_writer *w,
                      const ahd_dispute *d, const ahd_claim *c)
{
    ahd_writer_open(w, '{');
    put_who(w, s->kb, "claimant", &c->claimant);
    put_side(w, s->kb, "side", &c->side);
    ahd_writer_field(w, "kind", ahd_str_from(ahd_claimant_names[c->kind]));
    ahd_writer_day(w, "day", c->day);
    ahd_writer_key(w, "accused_inferred");
    ahd_writer_bool(w, c->inferred);
    put_commitments(s, w, d, c->occurrence);
    put_tellings(s, w, c->tellings.items, c->tellings.count);
    ahd_writer_close(w, '}');
}

static void put_reply(const ahd_standing *s, ahd_writer *w, const ahd_reply *r)
{
    ahd_writer_open(w, '{');
    ahd_writer_field(w, "kind", ahd_str_from(ahd_reply_names[r->kind]));
    put_who(w, s->kb, "who", &r->who);
    put_side(w, s->kb, "side", &r->side);
    ahd_writer_day(w, "day", r->day);
    ahd_writer_field(w, "how",
                     r->linked ? AHD_STR("words") : AHD_STR("agreement"));
    put_occurrence(s, w, r->occurrence);
    ahd_writer_close(w, '}');
}

/* Nobody has answered: what was searched for it. */
static void put_no_reply(ahd_writer *w, const ahd_dispute *d)
{
    ahd_writer_key(w, "no_reply");
    if (d->replies.count > 0) {
        ahd_writer_null(w);
        return;
    }
    ahd_writer_open(w, '{');
    ahd_writer_day(w, "from", d->first);
    ahd_writer_day(w, "to", d->last + AHD_DISPUTE_REPLY);
    put_number(w, "documents", d->searched);
    put_number(w, "by_accused", d->by_accused);
    ahd_writer_close(w, '}');
}

static void put_counts(ahd_writer *w, const ahd_dispute *d)
{
    put_number(w, "claimants", d->claimants);
    put_number(w, "sides", d->sides);
    put_number(w, "stories", d->stories);
}

void ahd_dispute_card_write(const ahd_standing *s, const ahd_dispute *d,
                            ahd_buf *out)
{
    ahd_writer w = {.out = out};

    ahd_writer_open(&w, '{');
    put_id(&w, "id", d);
    put_agreement(&w, s->kb, d->agreement, d->row);
    put_side(&w, s->kb, "accused", &d->accused);
    ahd_writer_day(&w, "first", d->first);
    ahd_writer_day(&w, "last", d->last);
    put_rung(&w, d->rung);
    put_climbed(&w, d);
    put_counts(&w, d);
    ahd_writer_key(&w, "claims");
    ahd_writer_open(&w, '[');
    for (uint32_t i = 0; i < d->claims.count; i++)
        put_claim(s, &w, d, &d->claims.items[i]);
    ahd_writer_close(&w, ']');
    ahd_writer_key(&w, "replies");
    ahd_writer_open(&w, '[');
    for (uint32_t i = 0; i < d->replies.count; i++)
        put_reply(s, &w, &d->replies.items[i]);
    ahd_writer_close(&w, ']');
    put_no_reply(&w, d);
    ahd_writer_key(&w, "counter");
    ahd_writer_open(&w, '[');
    for (uint32_t i = 0; i < d->counter.count; i++)
        put_id(&w, NULL, &s->disputes.items[d->counter.items[i]]);
    ahd_writer_close(&w, ']');
    ahd_writer_close(&w, '}');
}

/* ------------------------------------------------------------ commitments */

static void put_evidence(const ahd_standing *s, ahd_writer *w,
                         const ahd_evidence *e)
{
    ahd_writer_open(w, '{');
    ahd_writer_field(w, "role", ahd_str_from(ahd_evidence_names[e->role]));
    put_who(w, s->kb, "who", &e->who);
    put_side(w, s->kb, "side", &e->side);
    ahd_writer_field(w, "kind",
                     e->kind == AHD_CLAIMANT_ACCUSED
                         ? AHD_STR("bound")
                         : ahd_str_from(ahd_claimant_names[e->kind]));
    ahd_writer_day(w, "day", e->day);
    ahd_writer_field(w, "how",
                     e->named ? AHD_STR("named") : AHD_STR("inferred"));
    put_occurrence(s, w, e->occurrence);
    ahd_writer_close(w, '}');
}

/* Of very much, the last; whoever shows it needs no megabytes of it. */
static void put_all_evidence(const ahd_standing *s, ahd_writer *w,
                             const ahd_fulfilment *one)
{
    enum { MOST = 100 };
    uint32_t count = one->evidence.count,
             from = count > MOST ? count - MOST : 0;

    if (from > 0) {
        ahd_writer_key(w, "evidence_count");
        ahd_writer_int(w, count);
    }
    ahd_writer_key(w, "evidence");
    ahd_writer_open(w, '[');
    for (uint32_t i = from; i < count; i++)
        put_evidence(s, w, &one->evidence.items[i]);
    ahd_writer_close(w, ']');
}

void ahd_dispute_card_commitment(const ahd_standing *s,
                                 const ahd_fulfilment *one, ahd_buf *out)
{
    const ahd_commitment *c = ahd_kb_commitment_at(s->kb, one->commitment);
    ahd_writer w = {.out = out};

    ahd_writer_open(&w, '{');
    ahd_writer_field(&w, "n", ahd_kb_str(s->kb, c->n));
    ahd_writer_field(&w, "because", ahd_str_from(one->because));
    ahd_writer_day(&w, "deadline", one->deadline);
    ahd_writer_key(&w, "extended");
    ahd_writer_bool(&w, one->extended);
    ahd_writer_key(&w, "suspended");
    ahd_writer_bool(&w, one->suspended);
    put_all_evidence(s, &w, one);
    ahd_writer_close(&w, '}');
}

void ahd_dispute_card_occurrence(const ahd_standing *s, uint32_t occurrence,
                                 ahd_buf *out)
{
    enum { DIGITS = 16 };
    const ahd_report *t =
        &s->reports.items[s->occurrences.items[occurrence].first];
    ahd_str hash = t->sha256;

    ahd_buf_add(out, AHD_STR("o-"));
    ahd_buf_add(out,
                (ahd_str){hash.ptr, hash.len < DIGITS ? hash.len : DIGITS});
    ahd_buf_printf(out, "-%u", (unsigned)t->n);
}
