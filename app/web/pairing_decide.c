#include "web/pairing_decide.h"

#include "web/review_decide.h"
#include "web/turn.h"

#include <inttypes.h>

enum { TEXT_BYTES = 1 << 14 };

static bool wrong(ahd_pairing *p, const char *word, ahd_str about)
{
    p->wrong = word;
    p->wrong_about = about;
    return false;
}

static ahd_str field(const ahd_pairing *p, const char *name)
{
    return ahd_str_trim(ahd_request_field(p->view->request, name));
}

/* One more text that lasts as long as the decision. */
static ahd_buf *new_text(ahd_pairing_decision *d)
{
    if (d->text_count == AHD_DESK_MANY)
        return NULL;
    d->texts[d->text_count] = AHD_BUF(TEXT_BYTES);
    return &d->texts[d->text_count++];
}

/* The next review, about the act or document of the decision. */
static ahd_review *new_review(const ahd_pairing *p, ahd_pairing_decision *d)
{
    ahd_review *r = &d->reviews[d->count++];
    ahd_str why = field(p, "why"), note = field(p, "note");

    *r = (ahd_review){.document = d->document.ptr,
                      .act = d->n,
                      .by = field(p, "by").ptr,
                      .why = why.len ? why.ptr : NULL,
                      .note = note.len ? note.ptr : NULL};
    return r;
}

/* --------------------------------------------------- what an id stands for */

static bool ask_one(const ahd_view *view, const ahd_overview *what,
                    json_t **rows)
{
    ahd_error ignored;

    return ahd_inquiry(view, what, rows, &ignored) == AHD_OK &&
           json_array_size(*rows) > 0;
}

/* "DOCUMENT:3", "3" of this document, or the id of an occurrence. */
static bool find_act(const ahd_pairing *p, ahd_str text, ahd_buf *out)
{
    ahd_buf id = AHD_BUF(TEXT_BYTES);
    ahd_turn place = {.n = 0};
    json_t *rows = NULL;
    uint32_t n;

    bool here = ahd_str_number(text, &n);
    if (here)
        place = (ahd_turn){.document = p->document, .n = n};
    if (here || ahd_turn_place(text, &place)) {
        ahd_buf_add(&id, place.document);
        ask_one(
            p->view,
            &(ahd_overview){.what = "act-told", .id = id.ptr, .after = place.n},
            &rows);
    }
    if (json_array_size(rows) == 0) {
        json_decref(rows);
        rows = NULL;
        ahd_buf_clear(&id);
        ahd_buf_add(&id, text);
        ask_one(p->view,
                &(ahd_overview){.what = "tellings", .id = id.ptr, .limit = 1},
                &rows);
    }
    const json_t *row = json_array_get(rows, 0);
    if (row != NULL)
        ahd_buf_printf(out, "%.*s:%" PRId64,
                       AHD_STR_ARG(ahd_field_text(row, "document")),
                       ahd_field_number(row, "n"));
    json_decref(rows);
    ahd_buf_finish(&id);
    return out->len > 0;
}

/* A document, by its id or by that of its story. */
static bool find_document(const ahd_pairing *p, ahd_str text, ahd_buf *out)
{
    ahd_buf id = AHD_BUF(TEXT_BYTES);
    json_t *rows = NULL;

    ahd_buf_add(&id, text);
    if (ask_one(p->view, &(ahd_overview){.what = "document-told", .id = id.ptr},
                &rows))
        ahd_buf_add(out, ahd_field_text(json_array_get(rows, 0), "document"));
    json_decref(rows);
    ahd_buf_finish(&id);
    return out->len > 0;
}

static bool find(ahd_pairing *p, ahd_str text, ahd_buf *out)
{
    bool act = p->n != 0;

    if (text.len > 0 &&
        (act ? find_act(p, text, out) : find_document(p, text, out)))
        return true;
    return wrong(p,
                 text.len == 0 ? "pairing.wrong.choose"
                 : act         ? "pairing.wrong.act"
                               : "pairing.wrong.document",
                 text);
}

/* What was typed, else what was chosen. */
static ahd_str chosen(const ahd_pairing *p, const char *name)
{
    ahd_str typed = field(p, "typed");

    return typed.len > 0 ? typed : field(p, name);
}

static void put_self(ahd_pairing_decision *d, ahd_buf *out)
{
    ahd_buf_add(out, ahd_buf_str(&d->document));
    if (d->n != 0)
        ahd_buf_printf(out, ":%" PRId64, d->n);
}

/* The decision is about that one: "DOCUMENT:3", or "DOCUMENT". */
static void turn_to(ahd_pairing_decision *d, ahd_str name)
{
    ahd_turn place = {.document = name};

    if (d->n != 0)
        (void)ahd_turn_place(name, &place);
    ahd_buf_clear(&d->document);
    ahd_buf_add(&d->document, place.document);
    d->n = place.n;
}

/* ------------------------------------------------------------ merge, split */

/* "act=b:2", or "story=a,b". */
static const char *pair_of(ahd_pairing_decision *d, ahd_str other)
{
    ahd_buf *text = new_text(d);

    if (d->n != 0)
        ahd_buf_printf(text, "act=%.*s", AHD_STR_ARG(other));
    else
        ahd_buf_printf(text, "story=%.*s,%.*s",
                       AHD_STR_ARG(ahd_buf_str(&d->document)),
                       AHD_STR_ARG(other));
    return text->ptr;
}

static bool is_told_with(const ahd_pairing *p, ahd_str name)
{
    ahd_buf one = AHD_BUF(TEXT_BYTES);
    const json_t *row;
    bool found = false;
    size_t i;

    ahd_field_each(p->together, i, row)
    {
        ahd_buf_clear(&one);
        ahd_pairing_name(p, row, &one);
        found |= ahd_str_eq(ahd_buf_str(&one), name);
    }
    ahd_buf_finish(&one);
    return found;
}

static bool decide_merge(ahd_pairing *p, ahd_pairing_decision *d)
{
    ahd_buf *other = new_text(d), *self = new_text(d);

    if (!find(p, chosen(p, "other"), other))
        return false;
    put_self(d, self);
    put_self(d, &d->next);
    if (ahd_str_eq(ahd_buf_str(self), ahd_buf_str(other)))
        return wrong(p, "pairing.wrong.self", chosen(p, "other"));
    if (is_told_with(p, ahd_buf_str(other)))
        return wrong(p, "pairing.wrong.already", chosen(p, "other"));
    const char *pair = pair_of(d, ahd_buf_str(other));
    new_review(p, d)->merge = pair;
    return true;
}

bool ahd_pairing_apart(ahd_pairing *p, ahd_pairing_decision *out)
{
    ahd_buf name = AHD_BUF(TEXT_BYTES);
    const json_t *row;
    size_t i;

    ahd_field_each(p->together, i, row)
    {
        ahd_buf_clear(&name);
        ahd_pairing_name(p, row, &name);
        if (out->text_count == AHD_DESK_MANY)
            break;
        const char *pair = pair_of(out, ahd_buf_str(&name));
        new_review(p, out)->split = pair;
    }
    ahd_buf_finish(&name);
    return out->count > 0 || wrong(p, "pairing.wrong.alone", AHD_STR(""));
}

/* Of the group as it was when the form was made. */
static bool is_fresh(const ahd_pairing *p)
{
    ahd_buf group = AHD_BUF(TEXT_BYTES);
    ahd_str seen = ahd_request_field(p->view->request, "together");

    ahd_pairing_group(p, &group);
    bool fresh = seen.len == 0 || ahd_str_eq(seen, ahd_buf_str(&group));
    ahd_buf_finish(&group);
    return fresh;
}

/* The one that goes may be another than the one at hand. */
static bool decide_split(ahd_pairing *p, ahd_pairing_decision *d)
{
    ahd_pairing gone = {.view = p->view, .n = p->n};
    ahd_buf one = AHD_BUF(TEXT_BYTES);
    ahd_error ignored;
    bool well = find(p, chosen(p, "one"), &one);

    if (well) {
        turn_to(d, ahd_buf_str(&one));
        gone.document = ahd_buf_str(&d->document);
        gone.n = d->n;
        well = ahd_pairing_load(&gone, &ignored) == AHD_OK;
        if (!well || !is_fresh(&gone))
            well = wrong(p, "pairing.wrong.stale", AHD_STR(""));
    }
    if (well) {
        well = ahd_pairing_apart(&gone, d);
        p->wrong = gone.wrong;
        ahd_pairing_name(p, json_array_get(gone.together, 0), &d->next);
    }
    ahd_pairing_finish(&gone);
    ahd_buf_finish(&one);
    return well;
}

/* ------------------------------------------------------------------- undo */

bool ahd_pairing_undo(ahd_pairing *p, ahd_pairing_decision *d)
{
    const ahd_request *request = p->view->request;
    uint32_t number;

    for (size_t i = 0; i < request->field_count; i++) {
        if (!ahd_str_eq(request->fields[i].name, AHD_STR("review")) ||
            d->count == AHD_DESK_MANY)
            continue;
        if (!ahd_str_number(request->fields[i].value, &number))
            return wrong(p, "review.wrong.undo", AHD_STR(""));
        ahd_review *r = new_review(p, d);
        r->undo = true;
        r->undoes = number;
        r->why = r->note = NULL;
    }
    return d->count > 0 || wrong(p, "review.wrong.undo", AHD_STR(""));
}

/* What is taken back may hang on another one than that at hand. */
static bool decide_undo(ahd_pairing *p, ahd_pairing_decision *d)
{
    ahd_str one = field(p, "one");

    put_self(d, &d->next);
    if (one.len > 0)
        turn_to(d, one);
    return ahd_pairing_undo(p, d);
}

/* ------------------------------------------------------------------ links */

static void add_link(ahd_pairing_decision *d, ahd_str role, ahd_str other)
{
    ahd_buf *text = new_text(d);
    ahd_review *r = &d->reviews[0];

    if (text == NULL || r->link_count == AHD_DESK_MANY)
        return;
    ahd_buf_printf(text, "%.*s=%.*s", AHD_STR_ARG(role), AHD_STR_ARG(other));
    d->links[r->link_count++] = text->ptr;
    r->link = d->links;
}

/* The newest review of a role says all of it: what stands is said again. */
static void keep_links(const ahd_pairing *p, ahd_str role, ahd_str but,
                       ahd_pairing_decision *d)
{
    ahd_buf name = AHD_BUF(TEXT_BYTES);
    json_t *links = NULL;
    const json_t *row;
    ahd_error ignored;
    size_t i;

    if (ahd_inquiry(p->view,
                    &(ahd_overview){.what = "links",
                                    .id = d->document.ptr,
                                    .after = d->n,
                                    .limit = AHD_DESK_MANY / 2},
                    &links, &ignored) != AHD_OK)
        links = NULL;
    ahd_field_each(links, i, row)
    {
        ahd_buf_clear(&name);
        ahd_buf_printf(&name, "%.*s:%" PRId64,
                       AHD_STR_ARG(ahd_field_text(row, "document")),
                       ahd_field_number(row, "n"));
        if (ahd_str_eq(ahd_field_text(row, "role"), role) &&
            !ahd_str_eq(ahd_buf_str(&name), but))
            add_link(d, role, ahd_buf_str(&name));
    }
    json_decref(links);
    ahd_buf_finish(&name);
}

bool ahd_pairing_relink(ahd_pairing *p, ahd_str role, ahd_str other, bool more,
                        ahd_pairing_decision *out)
{
    ahd_buf *found = new_text(out), *self = new_text(out);

    if (!find(p, other, found))
        return false;
    put_self(out, self);
    if (ahd_str_eq(ahd_buf_str(self), ahd_buf_str(found)))
        return wrong(p, "pairing.wrong.self", other);
    (void)new_review(p, out);
    keep_links(p, role, ahd_buf_str(found), out);
    if (more)
        add_link(out, role, ahd_buf_str(found));
    else if (out->reviews[0].link_count == 0)
        add_link(out, role, AHD_STR(""));
    return true;
}

static bool decide_link(ahd_pairing *p, ahd_pairing_decision *d)
{
    put_self(d, &d->next);
    return ahd_pairing_relink(p, field(p, "role"), chosen(p, "other"), true, d);
}

static bool decide_unlink(ahd_pairing *p, ahd_pairing_decision *d)
{
    put_self(d, &d->next);
    return ahd_pairing_relink(p, field(p, "role"), field(p, "other"), false, d);
}

/* An agreement by its id or name. */
static bool decide_agreement(ahd_pairing *p, ahd_pairing_decision *d)
{
    ahd_buf *id = new_text(d);
    ahd_str text = chosen(p, "agreement");

    put_self(d, &d->next);
    ahd_meant meant = text.len == 0 ? AHD_MEANT_NONE
                                    : ahd_decide_meant(p->view, true, text, id);
    if (meant != AHD_MEANT_ONE)
        return wrong(p,
                     meant == AHD_MEANT_NONE ? "review.wrong.nobody"
                                             : "review.wrong.several",
                     text);
    (void)new_review(p, d);
    add_link(d, AHD_STR("agreement"), ahd_buf_str(id));
    return true;
}

/* All agreements of the act but one: "a | text:b". */
static bool put_agreements_but(const ahd_pairing *p, ahd_str but,
                               ahd_pairing_decision *d, ahd_buf *out)
{
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES);
    json_t *now = NULL;
    const json_t *act;
    ahd_error ignored;
    bool had = false;
    size_t i;

    if (ahd_record_current_json(p->view->record, d->document.ptr, &text,
                                &ignored) != AHD_OK ||
        ahd_field_parse(&text, &now, &ignored) != AHD_OK)
        now = NULL;
    ahd_buf_add(out, AHD_STR("agreement="));
    ahd_field_each(ahd_field_list(now, "acts"), i, act)
    {
        ahd_str value =
            ahd_field_text(json_object_get(act, "current"), "agreement");
        while (ahd_field_number(act, "n") == d->n && value.len > 0) {
            ahd_str piece = ahd_review_item_piece(&value);
            had |= ahd_str_eq(piece, but);
            if (!ahd_str_eq(piece, but))
                ahd_buf_printf(out, "%s%.*s", out->len > 10 ? " | " : "",
                               AHD_STR_ARG(piece));
        }
    }
    json_decref(now);
    ahd_buf_finish(&text);
    return had;
}

static bool decide_no_agreement(ahd_pairing *p, ahd_pairing_decision *d)
{
    ahd_buf *text = new_text(d);

    put_self(d, &d->next);
    if (!put_agreements_but(p, field(p, "agreement"), d, text))
        return wrong(p, "pairing.wrong.stale", AHD_STR(""));
    ahd_review *r = new_review(p, d);
    d->sets[0] = text->ptr;
    r->set = d->sets;
    r->set_count = 1;
    return true;
}

/* ------------------------------------------------------------ all of them */

static const struct {
    const char *name;
    bool (*take)(ahd_pairing *p, ahd_pairing_decision *d);
    bool of_acts; /* only */
} decisions[] = {
    {"merge", decide_merge, false},
    {"split", decide_split, false},
    {"undo", decide_undo, false},
    {"link", decide_link, true},
    {"unlink", decide_unlink, true},
    {"agreement", decide_agreement, true},
    {"no-agreement", decide_no_agreement, true},
};

void ahd_pairing_start(const ahd_pairing *p, ahd_pairing_decision *out)
{
    *out = (ahd_pairing_decision){.document = AHD_BUF(TEXT_BYTES),
                                  .next = AHD_BUF(TEXT_BYTES),
                                  .n = p->n};
    ahd_buf_add(&out->document, p->document);
}

bool ahd_pairing_decide(ahd_pairing *p, ahd_pairing_decision *out)
{
    ahd_str decision = ahd_request_field(p->view->request, "decision");

    ahd_pairing_start(p, out);
    if (field(p, "by").len == 0)
        return wrong(p, "review.wrong.by", AHD_STR(""));
    for (size_t i = 0; i < sizeof decisions / sizeof *decisions; i++)
        if (ahd_str_eq(decision, ahd_str_from(decisions[i].name)) &&
            (p->n != 0 || !decisions[i].of_acts))
            return decisions[i].take(p, out);
    return wrong(p, "review.wrong.decision", AHD_STR(""));
}

void ahd_pairing_decision_finish(ahd_pairing_decision *d)
{
    ahd_buf_finish(&d->document);
    ahd_buf_finish(&d->next);
    for (size_t i = 0; i < d->text_count; i++)
        ahd_buf_finish(&d->texts[i]);
}
