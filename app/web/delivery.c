#include "web/delivery.h"

#include "web/cells.h"
#include "web/field.h"
#include "web/part.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PIECE_ROWS = 1000,
    FOUND_ROWS = 100, /* each is looked through for its words */
    PIECE_BYTES = 64 << 20,
    KEY_BYTES = 1 << 16,
};

typedef struct delivery {
    ahd_record *record;
    const ahd_table *table;
    ahd_as as;
    ahd_asked asked;
    char *kept; /* its strings */
    ahd_tongue tongue;
    ahd_buf first; /* the piece that was made before anything was sent */
    ahd_buf made;
    ahd_buf key; /* of the last row */
    ahd_buf *out;
    int64_t rows, placed; /* so far; of parts, what they are parts of */
    int64_t got;          /* of this piece */
    int64_t number;       /* of an agreement in its list */
    bool began, last;
} delivery;

/* ----------------------------------------------------------------- a row */

static void write_feature(delivery *d, const ahd_act_row *row)
{
    if (isnan(row->lat) || isnan(row->lon))
        return;
    ahd_buf_add(d->out, d->placed++ > 0 ? AHD_STR(",\n") : AHD_STR("\n"));
    ahd_buf_add(d->out, AHD_STR("{\"type\":\"Feature\",\"id\":"));
    ahd_buf_clear(&d->made);
    ahd_column_act_id(row, &d->made);
    ahd_cells_quoted(d->out, ahd_buf_str(&d->made));
    ahd_buf_printf(d->out,
                   ",\"geometry\":{\"type\":\"Point\",\"coordinates\":"
                   "[%.6g,%.6g]},\"properties\":",
                   row->lon, row->lat);
    ahd_cells_json(d->table, row, &d->made, d->out);
    ahd_buf_byte(d->out, '}');
}

static const char *key_of(const delivery *d)
{
    return d->key.len > 0 ? d->key.ptr : "";
}

static bool write_cells(delivery *d, const void *row)
{
    if (d->as == AHD_AS_CSV)
        ahd_cells_csv(d->table, row, &d->made, d->out);
    if (d->as == AHD_AS_GEOJSON)
        write_feature(d, row);
    if (d->as == AHD_AS_JSONL) {
        ahd_cells_json(d->table, row, &d->made, d->out);
        ahd_buf_byte(d->out, '\n');
    }
    return !d->out->failed;
}

/* What was read of the record is counted, and found again by its key. */
static void note_row(delivery *d, ahd_str key)
{
    ahd_buf_clear(&d->key);
    ahd_buf_add(&d->key, key);
    d->rows++;
    d->got++;
}

static bool write_row(delivery *d, const void *row, ahd_str key)
{
    note_row(d, key);
    return write_cells(d, row);
}

static bool part_row(void *context, const ahd_part *part)
{
    return write_cells(context, part);
}

static bool act_parts(void *context, const ahd_act_row *row)
{
    note_row(context, row->key);
    return ahd_part_of_act(row, part_row, context);
}

static bool act_row(void *context, const ahd_act_row *row)
{
    return write_row(context, row, row->key);
}

static bool document_row(void *context, const ahd_document_row *row)
{
    return write_row(context, row, row->key);
}

static bool actor_row(void *context, const ahd_actor_row *row)
{
    return write_row(context, row, row->id);
}

static bool dispute_row(void *context, const ahd_dispute_row *row)
{
    return write_row(context, row, row->id);
}

static bool story_row(void *context, const ahd_story_row *row)
{
    return write_row(context, row, row->key);
}

static bool found_row(void *context, const ahd_find_row *row)
{
    return write_row(context, row, AHD_STR(""));
}

/* Those that were sent are passed over. */
static bool agreement_row(void *context, const ahd_agreement_row *row)
{
    delivery *d = context;

    if (d->number++ < d->rows)
        return true;
    return write_row(d, row, AHD_STR("")) && d->got < PIECE_ROWS;
}

static bool agreement_parts(void *context, const ahd_agreement_row *row)
{
    delivery *d = context;
    ahd_buf text = AHD_BUF(PIECE_BYTES);
    json_t *card = NULL;
    ahd_error error;

    if (d->number++ < d->rows)
        return true;
    note_row(d, row->id);
    if (ahd_agreement_json(d->record, key_of(d), &text, &error) != AHD_OK ||
        ahd_field_parse(&text, &card, &error) != AHD_OK)
        d->out->failed = true;
    bool fine = ahd_part_of_agreement(row, card, d->tongue, part_row, d);
    json_decref(card);
    ahd_buf_finish(&text);
    return fine && d->got < PIECE_ROWS;
}

/* All of one page come in one piece. */
static bool review_row(void *context, const ahd_review_row *row)
{
    delivery *d = context;

    if (d->got >= PIECE_ROWS && !ahd_str_eq(row->key, ahd_buf_str(&d->key)))
        return false;
    return write_row(d, row, row->key);
}

/* --------------------------------------------------------------- a piece */

/* Of what other lists can be asked, only some. */
static ahd_filter filter_of(delivery *d)
{
    const ahd_find find = ahd_asked_find(&d->asked, d->tongue);

    return (ahd_filter){.agreement = find.agreement,
                        .actor = find.actor,
                        .act = find.act,
                        .from = find.from,
                        .to = find.to,
                        .limit = PIECE_ROWS,
                        .after = key_of(d)};
}

static ahd_status find_acts(delivery *d, ahd_act_fn *each, ahd_error *error)
{
    const ahd_find_hooks hooks = {.context = d, .act = each};
    ahd_find find = ahd_asked_find(&d->asked, d->tongue);

    find.after = key_of(d);
    find.limit = PIECE_ROWS;
    return ahd_record_find(d->record, &find, &hooks, error);
}

static ahd_status acts(delivery *d, ahd_error *error)
{
    return find_acts(d, act_row, error);
}

static ahd_status participants(delivery *d, ahd_error *error)
{
    return find_acts(d, act_parts, error);
}

static ahd_status found(delivery *d, ahd_error *error)
{
    const ahd_find_hooks hooks = {.context = d, .row = found_row};
    ahd_find find = ahd_asked_find(&d->asked, d->tongue);

    find.offset = d->rows;
    find.limit = FOUND_ROWS;
    find.most = AHD_DELIVERY_FOUND;
    return d->rows < AHD_DELIVERY_FOUND
               ? ahd_record_find(d->record, &find, &hooks, error)
               : AHD_OK;
}

static ahd_status documents(delivery *d, ahd_error *error)
{
    const ahd_filter filter = filter_of(d);

    return ahd_record_documents(d->record, &filter, document_row, d, error);
}

static ahd_status agreements(delivery *d, ahd_error *error)
{
    d->number = 0;
    return ahd_record_agreements(d->record, true, agreement_row, d, error);
}

static ahd_status parties(delivery *d, ahd_error *error)
{
    d->number = 0;
    return ahd_record_agreements(d->record, true, agreement_parts, d, error);
}

static ahd_status actors(delivery *d, ahd_error *error)
{
    const ahd_filter filter = filter_of(d);

    return ahd_record_actors_after(d->record, &filter, actor_row, d, error);
}

static ahd_status disputes(delivery *d, ahd_error *error)
{
    const ahd_filter filter = filter_of(d);

    return ahd_record_disputes(d->record, &filter, dispute_row, d, error);
}

static ahd_status stories(delivery *d, ahd_error *error)
{
    const ahd_filter filter = filter_of(d);

    return ahd_record_stories(d->record, &filter, story_row, d, error);
}

static ahd_status reviews(delivery *d, ahd_error *error)
{
    const ahd_review_filter filter = {
        .document = ahd_asked_find(&d->asked, d->tongue).document,
        .after = key_of(d)};

    if (filter.document && d->rows > 0)
        return AHD_OK;
    return ahd_record_reviews(d->record, &filter, review_row, d, error);
}

static const struct {
    const char *table;
    ahd_status (*read)(delivery *d, ahd_error *error);
    int64_t most; /* rows of a piece */
} lists[AHD_TABLES] = {
    {"acts", acts, PIECE_ROWS},
    {"participants", participants, PIECE_ROWS},
    {"documents", documents, PIECE_ROWS},
    {"agreements", agreements, PIECE_ROWS},
    {"parties", parties, PIECE_ROWS},
    {"actors", actors, PIECE_ROWS},
    {"disputes", disputes, PIECE_ROWS},
    {"stories", stories, PIECE_ROWS},
    {"search", found, FOUND_ROWS},
    {"reviews", reviews, PIECE_ROWS},
};

static void write_head(delivery *d)
{
    if (d->as == AHD_AS_CSV)
        ahd_cells_head(d->table, d->out);
    if (d->as == AHD_AS_GEOJSON)
        ahd_buf_add(d->out, AHD_STR("{\"type\":\"FeatureCollection\","
                                    "\"features\":["));
    d->began = true;
}

/* How many acts have no place that is known stands where all are counted. */
static void write_tail(delivery *d)
{
    if (d->as == AHD_AS_GEOJSON)
        ahd_buf_printf(
            d->out, "\n],\"acts\":%" PRId64 ",\"without_place\":%" PRId64 "}\n",
            d->rows, d->rows - d->placed);
    d->last = true;
}

static ahd_status write_piece(delivery *d, ahd_buf *out, ahd_error *error)
{
    d->out = out;
    d->got = 0;
    if (!d->began)
        write_head(d);
    for (size_t i = 0; i < AHD_TABLES; i++) {
        if (strcmp(lists[i].table, d->table->name) != 0)
            continue;
        AHD_TRY(lists[i].read(d, error));
        if (d->got < lists[i].most)
            write_tail(d);
    }
    return out->failed ? ahd_fail(error, AHD_ENOMEM, "out of memory") : AHD_OK;
}

/* ---------------------------------------------------------------- sending */

static bool next(void *context, ahd_buf *out)
{
    delivery *d = context;
    ahd_error error;

    if (d->first.len > 0) {
        ahd_buf_add(out, ahd_buf_str(&d->first));
        ahd_buf_finish(&d->first);
    } else if (write_piece(d, out, &error) != AHD_OK) {
        out->failed = true;
    }
    return !d->last && !out->failed;
}

static void end(void *context)
{
    delivery *d = context;

    ahd_buf_finish(&d->first);
    ahd_buf_finish(&d->made);
    ahd_buf_finish(&d->key);
    free(d->kept);
    free(d);
}

static delivery *new_delivery(const ahd_view *view, const ahd_asked *asked)
{
    delivery *d = calloc(1, sizeof *d);

    if (d == NULL)
        return NULL;
    *d = (delivery){.record = view->record,
                    .asked = *asked,
                    .tongue = view->tongue,
                    .first = AHD_BUF(PIECE_BYTES),
                    .made = AHD_BUF(KEY_BYTES),
                    .key = AHD_BUF(KEY_BYTES)};
    if (ahd_asked_keep(&d->asked, &d->kept))
        return d;
    end(d);
    return NULL;
}

static void dress(ahd_reply *reply, const ahd_table *table, ahd_as as)
{
    static const struct {
        const char *type, *ending;
    } kinds[AHD_AS_ALL] = {
        [AHD_AS_CSV] = {"text/csv; charset=utf-8; header=present", "csv"},
        [AHD_AS_JSONL] = {"application/jsonl; charset=utf-8", "jsonl"},
        [AHD_AS_GEOJSON] = {"application/geo+json; charset=utf-8", "geojson"},
    };
    static _Thread_local char name[64];

    snprintf(name, sizeof name, "ahd-%s.%s", table->name, kinds[as].ending);
    reply->type = kinds[as].type;
    reply->save_as = name;
}

void ahd_delivery_send(ahd_view *view, const ahd_table *table, ahd_as as,
                       const ahd_asked *asked)
{
    ahd_error error;
    delivery *d = new_delivery(view, asked);

    if (d == NULL) {
        (void)ahd_fail(&error, AHD_ENOMEM, "out of memory");
        ahd_view_fail(view, &error);
        return;
    }
    d->table = table;
    d->as = as;
    if (write_piece(d, &d->first, &error) != AHD_OK) {
        end(d);
        ahd_view_reject(view, &error);
        return;
    }
    dress(view->reply, table, as);
    if (d->last) {
        ahd_buf_add(view->out, ahd_buf_str(&d->first));
        view->reply->tagged = true;
        end(d);
        return;
    }
    view->reply->stream = (ahd_stream){d, next, end};
}
