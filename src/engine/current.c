#include "engine/current.h"

#include "engine/requeue.h"

#include "engine/reading.h"

enum { READING_BYTES = 1 << 30 };

/* --------------------------------------------------------------- loading */

static bool take_review(void *context, const ahd_review_kept *kept)
{
    ahd_current *c = context;
    ahd_decided_review review;
    ahd_review_words words;
    ahd_str body = ahd_arena_str(c->arena, kept->body);

    if (!ahd_review_body_read(body, c->arena, &review, &words)) {
        c->damaged = true;
        return true;
    }
    *ahd_vec_push(c->arena, &c->reviews) = review;
    *ahd_vec_push(c->arena, &c->words) = words;
    return true;
}

void ahd_current_decide(ahd_current *c)
{
    c->in = (ahd_decided_in){.sha256 = c->said.sha256,
                             .acts = c->said.acts.items,
                             .act_count = c->said.acts.count,
                             .reviews = c->reviews.items,
                             .review_count = c->reviews.count,
                             .aliases = c->aliases};
    c->decided = ahd_decided_make(&c->in, c->arena);
}

typedef struct taking {
    ahd_arena *arena;
    ahd_aliases *to;
} taking;

static void take_alias(void *context, ahd_str what, ahd_str id, ahd_str stands)
{
    const taking *t = context;

    *ahd_vec_push(t->arena, t->to) =
        (ahd_alias){ahd_arena_str(t->arena, what), ahd_arena_str(t->arena, id),
                    ahd_arena_str(t->arena, stands)};
}

ahd_status ahd_current_aliases(ahd_store *store, ahd_arena *arena,
                               ahd_aliases *out, ahd_error *error)
{
    taking t = {arena, out};

    *out = (ahd_aliases){.count = 0};
    return ahd_store_aliases(store, take_alias, &t, error);
}

/* A reading of the store, copied to where it lasts. */
static ahd_status fetch(ahd_store *store, int64_t page, ahd_arena *arena,
                        ahd_str *json, ahd_error *error)
{
    ahd_buf text = AHD_BUF(READING_BYTES);
    bool found;

    ahd_status status = ahd_store_reading(store, page, &text, &found, error);
    if (status == AHD_OK)
        *json = ahd_arena_str(arena, ahd_buf_str(&text));
    ahd_buf_finish(&text);
    return status;
}

ahd_status ahd_current_load(ahd_store *store, int64_t page, ahd_str json,
                            ahd_current *out, ahd_error *error)
{
    ahd_arena *arena = out->arena;

    *out = (ahd_current){.arena = arena, .page = page};
    if (json.len == 0)
        AHD_TRY(fetch(store, page, arena, &json, error));
    (void)ahd_reread_read(&out->said, json, arena);
    AHD_TRY(ahd_store_reviews(store, page, take_review, out, error));
    AHD_TRY(ahd_current_aliases(store, arena, &out->aliases, error));
    ahd_current_decide(out);
    return AHD_OK;
}

/* ------------------------------------------------------------------ names */

typedef struct named {
    ahd_str en, ar, principal, stranger;
} named;

typedef struct maker {
    const ahd_kb *kb;
    const ahd_current *current;
    const ahd_reread_act *raw; /* NULL: no act of the reading */
    ahd_arena *arena;
    ahd_entry_act *out;
} maker;

static ahd_str either(ahd_str a, ahd_str b)
{
    return a.len > 0 ? a : b;
}

/* What the ARG says. Whom one acts for is said only of whom the machine had. */
static named arg_named(const maker *m, ahd_str arg)
{
    static const char *const parts[] = {"text", "name", "name_ar",
                                        "for",  "id",   "provisional"};
    static const char *const id[] = {"id"};
    ahd_str v[6], principal = AHD_STR("");
    named out = {.en = AHD_STR("")};

    if (!ahd_reading_fields(arg, parts, v, 6))
        return out;
    ahd_str words = ahd_reading_text(m->arena, v[0]);
    ahd_str name = ahd_reading_text(m->arena, v[1]);
    bool known = v[4].len > 0 && v[5].len == 0;
    out.en = known ? either(name, words) : words;
    out.ar = known ? either(ahd_reading_text(m->arena, v[2]), out.en) : words;
    if (v[5].len > 0)
        out.stranger = name;
    if (v[3].len > 0 && ahd_reading_fields(v[3], id, &principal, 1))
        out.principal = ahd_reading_text(m->arena, principal);
    return out;
}

/* The ARG of the act with that id or those words; "" when it has none. */
static ahd_str find_arg(const maker *m, ahd_str piece)
{
    static const ahd_reread_field slots[] = {
        AHD_REREAD_SOURCE, AHD_REREAD_TARGET, AHD_REREAD_SPEAKER,
        AHD_REREAD_VIA, AHD_REREAD_PLACE};
    ahd_json_in in;
    ahd_str item;

    for (size_t i = 0; m->raw && i < sizeof slots / sizeof *slots; i++) {
        ahd_str json = m->raw->json[slots[i]];
        if (slots[i] > AHD_REREAD_TARGET) {
            if (json.len > 0 &&
                ahd_str_eq(ahd_reread_piece(m->arena, json), piece))
                return json;
            continue;
        }
        ahd_reading_begin(&in, json);
        while (json.len > 0 && ahd_reading_next(&in, &item))
            if (ahd_str_eq(ahd_reread_piece(m->arena, item), piece))
                return item;
    }
    return AHD_STR("");
}

uint32_t ahd_current_place(const ahd_kb *kb, ahd_str id)
{
    for (uint32_t i = 0; id.len > 0 && i < kb->places.count; i++)
        if (ahd_str_eq(ahd_kb_str(kb, ahd_kb_place_at(kb, i)->id), id))
            return i;
    return AHD_KB_NONE;
}

static named row_named(const ahd_kb *kb, ahd_ref en, ahd_ref ar)
{
    return (named){.en = ahd_kb_str(kb, en.len > 0 ? en : ar),
                   .ar = ahd_kb_str(kb, ar.len > 0 ? ar : en)};
}

static named name_of(const maker *m, ahd_str piece, bool place)
{
    ahd_str arg = find_arg(m, piece), words = ahd_label_words(piece);
    uint32_t row;

    if (arg.len > 0)
        return arg_named(m, arg);
    if (words.len > 0)
        return (named){.en = words, .ar = words};
    if (place && (row = ahd_current_place(m->kb, piece)) != AHD_KB_NONE)
        return row_named(m->kb, ahd_kb_place_at(m->kb, row)->en,
                         ahd_kb_place_at(m->kb, row)->ar);
    if (!place && (row = ahd_kb_find_actor(m->kb, piece)) != AHD_KB_NONE)
        return row_named(m->kb, ahd_kb_actor_at(m->kb, row)->en,
                         ahd_kb_actor_at(m->kb, row)->ar);
    return (named){.en = piece, .ar = piece, .stranger = piece};
}

/* ------------------------------------------------------------------- rows */

static void add_actor(const maker *m, const char *slot, ahd_str actor,
                      named who)
{
    *ahd_vec_push(m->arena, &m->out->actors) =
        (ahd_entry_actor){.slot = ahd_str_from(slot),
                          .actor = actor,
                          .name = who.stranger,
                          .principal = who.principal};
}

static void put_actors(const maker *m, ahd_str value, const char *slot,
                       ahd_str *en, ahd_str *ar)
{
    ahd_label_list names_en = {0}, names_ar = {0};

    while (value.len > 0) {
        ahd_str piece = ahd_label_next(&value);
        named who = name_of(m, piece, false);
        ahd_label_push(m->arena, &names_en, who.en);
        ahd_label_push(m->arena, &names_ar, who.ar);
        if (ahd_label_words(piece).len == 0)
            add_actor(m, slot, piece, who);
        if (who.principal.len > 0)
            add_actor(m, "for", who.principal, (named){.en = AHD_STR("")});
    }
    *en = ahd_label_value(&names_en);
    *ar = ahd_label_value(&names_ar);
}

static void put_who(const maker *m, const ahd_labels *l)
{
    ahd_entry_act *o = m->out;

    put_actors(m, l->value[AHD_LABEL_SOURCE], "source", &o->en.source,
               &o->ar.source);
    put_actors(m, l->value[AHD_LABEL_TARGET], "target", &o->en.target,
               &o->ar.target);
    put_actors(m, l->value[AHD_LABEL_SPEAKER], "speaker", &o->en.speaker,
               &o->ar.speaker);
    put_actors(m, l->value[AHD_LABEL_VIA], "via", &o->en.via, &o->ar.via);
    if (l->value[AHD_LABEL_PLACE].len > 0) {
        named place = name_of(m, l->value[AHD_LABEL_PLACE], true);
        o->en.place = place.en;
        o->ar.place = place.ar;
        if (ahd_current_place(m->kb, l->value[AHD_LABEL_PLACE]) != AHD_KB_NONE)
            o->place_id = l->value[AHD_LABEL_PLACE];
    }
}

/* An agreement as the machine has it, or as the registry does. */
static ahd_entry_agreement agreement(const maker *m, ahd_str piece)
{
    static const char *const parts[] = {"text", "id", "name", "name_ar", "how"};
    ahd_entry_agreement out = {.how = AHD_STR("reviewed")};
    ahd_str item, v[5];
    ahd_json_in in;

    if (m->raw)
        ahd_reading_begin(&in, m->raw->json[AHD_REREAD_AGREEMENT]);
    while (m->raw && ahd_reading_next(&in, &item)) {
        if (!ahd_str_eq(ahd_reread_piece(m->arena, item), piece) ||
            !ahd_reading_fields(item, parts, v, 5))
            continue;
        out.id = ahd_reading_text(m->arena, v[1]);
        out.name = ahd_reading_text(m->arena, either(v[2], v[0]));
        out.name_ar = ahd_reading_text(m->arena, v[3]);
        out.how = ahd_reading_text(m->arena, v[4]);
        break;
    }
    uint32_t row = ahd_kb_find_agreement(m->kb, piece);
    if (row != AHD_KB_NONE) {
        const ahd_agreement *a = ahd_kb_agreement_at(m->kb, row);
        out.id = ahd_kb_str(m->kb, a->id);
        out.name = ahd_kb_str(m->kb, a->en.len ? a->en : a->ar);
        out.name_ar = ahd_kb_str(m->kb, a->ar);
    } else if (out.name.len == 0) {
        out.name = either(ahd_label_words(piece), piece);
        if (ahd_label_words(piece).len == 0)
            out.id = piece;
    }
    return out;
}

static void put_agreements(const maker *m, ahd_str value)
{
    while (value.len > 0) {
        ahd_str piece = ahd_label_next(&value);
        *ahd_vec_push(m->arena, &m->out->agreements) = agreement(m, piece);
    }
}

/* Each in the first of the agreements that has it. */
static void put_commitment(const maker *m, ahd_str n, ahd_str agreements)
{
    while (agreements.len > 0) {
        uint32_t row =
            ahd_kb_find_agreement(m->kb, ahd_label_next(&agreements));
        if (row == AHD_KB_NONE)
            continue;
        const ahd_agreement *a = ahd_kb_agreement_at(m->kb, row);
        for (uint32_t i = 0; i < a->commitments; i++) {
            const ahd_commitment *c =
                ahd_kb_commitment_at(m->kb, a->first_commitment + i);
            if (!ahd_str_eq(ahd_kb_str(m->kb, c->n), n))
                continue;
            *ahd_vec_push(m->arena, &m->out->commitments) =
                (ahd_entry_commitment){ahd_kb_str(m->kb, a->id), n,
                                       AHD_STR("reviewed")};
            return;
        }
    }
}

/* "named" or "inferred", where the machine says so. */
static ahd_str how_of(const maker *m, ahd_str n)
{
    static const char *const part[] = {"commitments"}, *const parts[] = {"n",
                                                                         "how"};
    ahd_str item, list, clause, v[2];
    ahd_json_in in, inner;

    if (m->raw == NULL)
        return AHD_STR("");
    ahd_reading_begin(&in, m->raw->json[AHD_REREAD_AGREEMENT]);
    while (ahd_reading_next(&in, &item)) {
        if (!ahd_reading_fields(item, part, &list, 1))
            continue;
        ahd_reading_begin(&inner, list);
        while (ahd_reading_next(&inner, &clause))
            if (ahd_reading_fields(clause, parts, v, 2) &&
                ahd_str_eq(ahd_reading_text(m->arena, v[0]), n))
                return ahd_reading_text(m->arena, v[1]);
    }
    return AHD_STR("");
}

static void put_commitments(const maker *m, const ahd_labels *l)
{
    ahd_str value = l->value[AHD_LABEL_COMMITMENT];

    while (value.len > 0)
        put_commitment(m, ahd_label_next(&value),
                       l->value[AHD_LABEL_AGREEMENT]);
    for (uint32_t i = 0; i < m->out->commitments.count; i++) {
        ahd_entry_commitment *c = &m->out->commitments.items[i];
        c->how = either(how_of(m, c->n), c->how);
    }
}

/* The machine's links, but for roles that people said all of. */
static void put_machine_links(const maker *m, const ahd_decided_item *item)
{
    static const char *const parts[] = {"act", "role"};
    ahd_str about, v[2];
    ahd_json_in in;
    uint32_t n;

    ahd_reading_begin(&in, m->raw->json[AHD_REREAD_ABOUT]);
    while (ahd_reading_next(&in, &about)) {
        if (!ahd_reading_fields(about, parts, v, 2) ||
            !ahd_str_number(v[0], &n))
            continue;
        ahd_str role = ahd_reading_text(m->arena, v[1]);
        bool said = false;
        for (uint32_t i = 0; i < item->links.count && !said; i++)
            said = ahd_str_eq(item->links.items[i].role, role);
        if (!said)
            *ahd_vec_push(m->arena, &m->out->links) = (ahd_entry_link){n, role};
    }
}

static void put_links(const maker *m, const ahd_decided_item *item)
{
    const ahd_current *c = m->current;

    if (m->raw)
        put_machine_links(m, item);
    for (uint32_t i = 0; i < item->links.count; i++) {
        const ahd_decided_link *link = &item->links.items[i];
        if (!ahd_str_eq(link->sha256, c->said.sha256))
            continue;
        uint32_t act = ahd_decided_find(&c->in, &c->decided, &link->at);
        if (act != AHD_DECIDED_NONE)
            *ahd_vec_push(m->arena, &m->out->links) =
                (ahd_entry_link){c->said.acts.items[act].n, link->role};
    }
}

static void put_date(ahd_entry_act *out, ahd_str date)
{
    ahd_str rest = date;

    out->date = date;
    out->first_day = ahd_str_cut(&rest, '/');
    out->last_day = rest.len > 0 ? rest : out->first_day;
}

/* A number of two decimals, as the JSON has it. */
static double score(ahd_str json)
{
    double value = 0, unit = 1;
    bool behind = false;

    for (size_t i = 0; i < json.len && i < 12; i++) {
        if (json.ptr[i] == '.')
            behind = true;
        else if (json.ptr[i] >= '0' && json.ptr[i] <= '9') {
            value = value * 10 + (json.ptr[i] - '0');
            unit = behind ? unit * 10 : unit;
        }
    }
    return value / unit;
}

static void put_told(const maker *m, const ahd_decided_item *item)
{
    uint32_t at[AHD_READING_NUMBERS] = {0, 0};
    ahd_entry_act *o = m->out;

    o->sentence = item->at.sentence_words;
    if (m->raw) {
        (void)ahd_reading_numbers(m->raw->json[AHD_REREAD_SENTENCE], at);
        o->rule = ahd_reading_text(m->arena, m->raw->json[AHD_REREAD_RULE]);
        o->confidence = score(m->raw->json[AHD_REREAD_CONFIDENCE]);
        if (ahd_str_eq(o->act, item->machine.value[AHD_LABEL_ACT]))
            o->mode = ahd_reading_text(m->arena, m->raw->json[AHD_REREAD_MODE]);
    } else {
        ahd_span back = ahd_reread_back(&m->current->said, item->at.sentence);
        at[0] = back.start;
        at[1] = ahd_span_end(back);
        o->confidence = 1; /* a person says so */
    }
    o->sentence_start = at[0];
    o->sentence_end = at[1];
}

void ahd_current_act(const ahd_kb *kb, const ahd_current *current,
                     const ahd_decided_item *item, ahd_entry_act *out)
{
    const maker m = {.kb = kb,
                     .current = current,
                     .raw = item->act == AHD_DECIDED_NONE
                                ? NULL
                                : &current->said.raw.items[item->act],
                     .arena = current->arena,
                     .out = out};
    const ahd_labels *l = &item->current;

    *out = (ahd_entry_act){.n = (uint32_t)item->n,
                           .act = l->value[AHD_LABEL_ACT],
                           .modality = l->value[AHD_LABEL_MODALITY]};
    put_told(&m, item);
    put_date(out, l->value[AHD_LABEL_DATE]);
    put_who(&m, l);
    put_agreements(&m, l->value[AHD_LABEL_AGREEMENT]);
    put_commitments(&m, l);
    put_links(&m, item);
}

/* ------------------------------------------------------------- refreshing */

/* What the lists have of the page now. */
typedef struct listed {
    ahd_arena *arena;
    int64_t page;
    uint32_t at;        /* how far they were walked */
    AHD_VEC(int64_t) n; /* ascending */
    AHD_VEC(bool) reviewed;
} listed;

static void take_listed(void *context, int64_t n, bool reviewed)
{
    listed *l = context;

    *ahd_vec_push(l->arena, &l->n) = n;
    *ahd_vec_push(l->arena, &l->reviewed) = reviewed;
}

static const ahd_decided_item *find_shown(const ahd_current *c, int64_t n)
{
    uint32_t low = 0, high = c->shown ? c->shown->items.count : 0;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (c->shown->items.items[middle].n < n)
            low = middle + 1;
        else
            high = middle;
    }
    if (c->shown == NULL || low == c->shown->items.count ||
        c->shown->items.items[low].n != n || c->shown->items.items[low].gone)
        return NULL;
    return &c->shown->items.items[low];
}

static bool same_links(const ahd_decided_item *a, const ahd_decided_item *b)
{
    if (a->links.count != b->links.count)
        return false;
    for (uint32_t i = 0; i < a->links.count; i++) {
        const ahd_decided_link *x = &a->links.items[i], *y = &b->links.items[i];
        if (!ahd_str_eq(x->role, y->role) ||
            !ahd_str_eq(x->sha256, y->sha256) ||
            x->at.trigger.start != y->at.trigger.start ||
            !ahd_str_eq(x->at.act, y->at.act))
            return false;
    }
    return true;
}

/* Most reviews confirm: then nothing that is found of all acts changes. */
static bool shows_so(const ahd_current *c, const ahd_decided_item *item)
{
    const ahd_decided_item *shown = find_shown(c, item->n);

    if (shown == NULL || !same_links(shown, item))
        return false;
    for (int i = 0; i < AHD_LABELS; i++)
        if (!ahd_str_eq(shown->current.value[i], item->current.value[i]))
            return false;
    return true;
}

/* `listed_reviewed`: was it a review that made what is listed of it? NULL when
 * the lists have it not. */
static ahd_status refresh_item(ahd_store *store, const ahd_current *c,
                               const ahd_decided_item *item,
                               const bool *listed_reviewed, ahd_error *error)
{
    bool is_listed = listed_reviewed != NULL;

    ahd_str state = ahd_str_from(item->state);
    ahd_entry_act act;

    if (item->gone)
        return is_listed
                   ? ahd_store_drop_current(store, c->page, item->n, error)
                   : AHD_OK;
    if (is_listed && !*listed_reviewed && state.len == 0)
        return AHD_OK;
    if (is_listed && shows_so(c, item))
        return ahd_store_mark_current(store, c->page, item->n, state, error);
    ahd_current_act(ahd_kb_embedded(), c, item, &act);
    return ahd_store_put_current(store, c->page, &act, state, error);
}

/* What the lists have before the item was an act of a person that is no more.
 */
static ahd_status drop_until(ahd_store *store, listed *l, int64_t n,
                             ahd_error *error)
{
    while (l->at < l->n.count && l->n.items[l->at] < n)
        AHD_TRY(
            ahd_store_drop_current(store, l->page, l->n.items[l->at++], error));
    return AHD_OK;
}

/* Both lists are in order of n: they are walked side by side. */
ahd_status ahd_current_refresh(ahd_store *store, const ahd_current *c,
                               ahd_error *error)
{
    listed l = {.arena = c->arena, .page = c->page};

    AHD_TRY(ahd_store_listed(store, c->page, take_listed, &l, error));
    for (uint32_t i = 0; i < c->decided.items.count; i++) {
        const ahd_decided_item *item = &c->decided.items.items[i];
        AHD_TRY(drop_until(store, &l, item->n, error));
        bool is_listed = l.at < l.n.count && l.n.items[l.at] == item->n;
        const bool *reviewed = is_listed ? &l.reviewed.items[l.at] : NULL;
        AHD_TRY(refresh_item(store, c, item, reviewed, error));
        l.at += is_listed;
    }
    AHD_TRY(drop_until(store, &l, INT64_MAX, error));
    return ahd_requeue(store, c, error);
}

ahd_status ahd_current_keep(ahd_store *store, int64_t page, ahd_str json,
                            ahd_arena *arena, ahd_error *error)
{
    ahd_current current = {.arena = arena};
    int64_t next;
    bool aliases;

    AHD_TRY(
        ahd_store_next_reviewed(store, page - 1, AHD_STR(""), &next, error));
    AHD_TRY(ahd_store_has_aliases(store, page, &aliases, error));
    if (next != page && !aliases)
        return AHD_OK;
    AHD_TRY(ahd_current_load(store, page, json, &current, error));
    AHD_TRY(ahd_current_refresh(store, &current, error));
    return ahd_store_log_reading(store, page, error);
}
