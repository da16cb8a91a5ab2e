#include "web/review_decide.h"

enum { VALUE_BYTES = 1 << 16 };

/* ------------------------------------------------------------ who is meant */

struct meaning {
    ahd_str text;
    ahd_buf *out;
    int exact;
    bool is_id;
};

static bool take_meant(void *context, const ahd_suggested *row)
{
    struct meaning *m = context;

    m->is_id = ahd_str_eq(row->id, m->text);
    if (!row->exact && !m->is_id)
        return true;
    if (m->exact++ == 0 || m->is_id) {
        ahd_buf_clear(m->out);
        ahd_buf_add(m->out, row->id);
    }
    return !m->is_id;
}

ahd_meant ahd_decide_meant(ahd_view *view, bool agreement, ahd_str text,
                           ahd_buf *out)
{
    enum { MOST = 50 };
    const ahd_suggest what = {
        .text = text, .agreements = agreement, .most = MOST};
    struct meaning m = {.text = text, .out = out};

    if (ahd_record_suggest(view->record, &what, take_meant, &m, NULL) != AHD_OK)
        return AHD_MEANT_NONE;
    if (m.is_id || m.exact == 1)
        return AHD_MEANT_ONE;
    return m.exact == 0 ? AHD_MEANT_NONE : AHD_MEANT_SEVERAL;
}

/* ----------------------------------------------------------- one field */

static void add_piece(ahd_buf *value, ahd_str piece)
{
    if (value->len > 0)
        ahd_buf_add(value, AHD_STR(" | "));
    ahd_buf_add(value, piece);
}

/* "ly-gna حكومة الوفاق", "text: مقاتلون": still the same text? */
static bool is_unchanged(ahd_str was, ahd_str text, ahd_buf *value)
{
    ahd_str name = was, id = ahd_str_cut(&name, ' ');

    if (id.len == 0 || !ahd_str_eq(ahd_str_trim(name), text))
        return false;
    add_piece(value, id);
    if (ahd_str_eq(id, AHD_STR("text:")))
        ahd_buf_add(value, text);
    return true;
}

static bool take_text(ahd_review_item *item, const ahd_review_field *field,
                      ahd_str text, ahd_buf *value)
{
    ahd_buf id = AHD_BUF(VALUE_BYTES);
    ahd_meant meant = AHD_MEANT_ONE;

    if (ahd_str_starts(text, AHD_STR("text:")))
        ahd_buf_add(&id, text);
    else
        meant = ahd_decide_meant(item->view, field->agreements, text, &id);
    if (meant == AHD_MEANT_ONE) {
        add_piece(value, ahd_buf_str(&id));
    } else {
        item->wrong = meant == AHD_MEANT_NONE ? "review.wrong.nobody"
                                              : "review.wrong.several";
        item->wrong_about = text;
    }
    ahd_buf_finish(&id);
    return meant == AHD_MEANT_ONE;
}

/* The texts of a field, each with what it was before it in the form. */
static bool take_named(ahd_review_item *item, const ahd_review_field *field,
                       ahd_buf *value)
{
    const ahd_request *request = item->view->request;
    ahd_str wanted = ahd_str_from(field->name);

    for (size_t i = 0; i < request->field_count; i++) {
        ahd_str text = ahd_str_trim(request->fields[i].value);
        ahd_str was = AHD_STR("");
        if (!ahd_str_eq(request->fields[i].name, wanted) || text.len == 0)
            continue;
        if (i + 1 < request->field_count &&
            ahd_str_starts(request->fields[i + 1].name, wanted))
            was = request->fields[i + 1].value;
        if (!is_unchanged(was, text, value) &&
            !take_text(item, field, text, value))
            return false;
    }
    return true;
}

static bool has_piece(ahd_str value, ahd_str wanted)
{
    while (value.len > 0)
        if (ahd_str_eq(ahd_review_item_piece(&value), wanted))
            return true;
    return false;
}

/* Values are sets. */
static bool all_in(ahd_str some, ahd_str value)
{
    while (some.len > 0)
        if (!has_piece(value, ahd_review_item_piece(&some)))
            return false;
    return true;
}

static bool is_sent(const ahd_request *request, const char *name)
{
    ahd_str wanted = ahd_str_from(name);

    for (size_t i = 0; i < request->field_count; i++)
        if (ahd_str_eq(request->fields[i].name, wanted))
            return true;
    return false;
}

/* "source=qa | ly-gna" when it is another value than the act has. */
static bool take_field(ahd_review_item *item, const ahd_review_field *field,
                       ahd_decide *d, ahd_buf *set)
{
    ahd_str now = ahd_review_item_value(item, field->name);
    ahd_buf value = AHD_BUF(VALUE_BYTES);
    const ahd_request *request = item->view->request;
    bool well = true;

    if (!is_sent(request, field->name))
        return true;
    if (field->names)
        well = take_named(item, field, &value);
    else
        ahd_buf_add(&value,
                    ahd_str_trim(ahd_request_field(request, field->name)));
    ahd_str text = ahd_buf_str(&value);
    if (well && !(all_in(text, now) && all_in(now, text))) {
        ahd_buf_printf(set, "%s=%.*s", field->name, AHD_STR_ARG(text));
        d->sets[d->review.set_count++] = set->ptr;
    }
    if (value.failed || set->failed) {
        item->wrong = "review.wrong.long";
        well = false;
    }
    ahd_buf_finish(&value);
    return well;
}

static bool take_fields(ahd_review_item *item, ahd_decide *d)
{
    for (int i = 0; ahd_review_fields[i].name; i++)
        if (!take_field(item, &ahd_review_fields[i], d, &d->values[i]))
            return false;
    d->review.set = d->sets;
    return true;
}

/* -------------------------------------------------------------- decisions */

static bool wrong(ahd_review_item *item, const char *word)
{
    item->wrong = word;
    return false;
}

static bool decide_confirm(ahd_review_item *item, ahd_decide *d)
{
    d->review.confirm = true;
    return take_fields(item, d);
}

static bool decide_correct(ahd_review_item *item, ahd_decide *d)
{
    if (!take_fields(item, d))
        return false;
    return d->review.set_count > 0 || wrong(item, "review.wrong.same");
}

static bool decide_reject(ahd_review_item *item, ahd_decide *d)
{
    (void)item;
    d->review.reject = true;
    return true;
}

static bool decide_merge(ahd_review_item *item, ahd_decide *d)
{
    ahd_str other = ahd_request_field(item->view->request, "other");

    ahd_buf_printf(&d->other, "act=%.*s", AHD_STR_ARG(other));
    d->review.merge = d->other.ptr;
    d->of_two = true;
    return other.len > 0 || wrong(item, "review.wrong.other");
}

static bool decide_note(ahd_review_item *item, ahd_decide *d)
{
    return d->review.note != NULL || wrong(item, "review.wrong.note");
}

/* What `two` found wrong. */
static bool of_two(ahd_review_item *item, ahd_decide *d, bool well)
{
    d->of_two = true;
    if (!well) {
        item->wrong = item->two.wrong;
        item->wrong_about = item->two.wrong_about;
    }
    return well;
}

static bool decide_split(ahd_review_item *item, ahd_decide *d)
{
    return of_two(item, d, ahd_pairing_apart(&item->two, &d->two));
}

/* "denied_claim=DOCUMENT:3" */
static bool decide_link(ahd_review_item *item, ahd_decide *d)
{
    ahd_str other = ahd_request_field(item->view->request, "link");
    ahd_str role = ahd_str_cut(&other, '=');

    return of_two(item, d,
                  ahd_pairing_relink(&item->two, role, other, true, &d->two));
}

static bool decide_undo(ahd_review_item *item, ahd_decide *d)
{
    d->review.undo = true;
    bool well = ahd_pairing_undo(&item->two, &d->two);

    return of_two(item, d, well);
}

static const struct {
    const char *name;
    bool (*take)(ahd_review_item *item, ahd_decide *d);
} decisions[] = {
    {"confirm", decide_confirm}, {"correct", decide_correct},
    {"reject", decide_reject},   {"merge", decide_merge},
    {"split", decide_split},     {"link", decide_link},
    {"note", decide_note},       {"undo", decide_undo},
};

static const char *text_of(const ahd_request *request, const char *name)
{
    ahd_str text = ahd_str_trim(ahd_request_field(request, name));

    return text.len > 0 ? text.ptr : NULL;
}

static void start(ahd_decide *out)
{
    *out = (ahd_decide){.document = AHD_BUF(VALUE_BYTES),
                        .other = AHD_BUF(VALUE_BYTES)};
    for (int i = 0; i < AHD_DECIDE_FIELDS; i++)
        out->values[i] = AHD_BUF(VALUE_BYTES);
}

bool ahd_decide_read(ahd_review_item *item, ahd_decide *out)
{
    const ahd_request *request = item->view->request;
    ahd_str decision = ahd_request_field(request, "decision");

    start(out);
    ahd_pairing_start(&item->two, &out->two);
    ahd_buf_add(&out->document, item->turn->document);
    out->review = (ahd_review){.document = out->document.ptr,
                               .act = item->turn->n,
                               .by = text_of(request, "by"),
                               .why = text_of(request, "why"),
                               .note = text_of(request, "note")};
    if (out->review.by == NULL)
        return wrong(item, "review.wrong.by");
    for (size_t i = 0; i < sizeof decisions / sizeof *decisions; i++)
        if (ahd_str_eq(decision, ahd_str_from(decisions[i].name)))
            return decisions[i].take(item, out);
    return wrong(item, "review.wrong.decision");
}

const ahd_review *ahd_decide_reviews(const ahd_decide *decide, size_t *count)
{
    *count = decide->two.count > 0 ? decide->two.count : 1;
    return decide->two.count > 0 ? decide->two.reviews : &decide->review;
}

void ahd_decide_finish(ahd_decide *decide)
{
    ahd_pairing_decision_finish(&decide->two);
    ahd_buf_finish(&decide->document);
    ahd_buf_finish(&decide->other);
    for (int i = 0; i < AHD_DECIDE_FIELDS; i++)
        ahd_buf_finish(&decide->values[i]);
}
