#include "engine/review_body.h"

#include "engine/reading.h"

/* --------------------------------------------------------------- writing */

void ahd_review_body_labels(ahd_writer *w, const char *key,
                            const ahd_labels *labels)
{
    ahd_writer_key(w, key);
    ahd_writer_open(w, '{');
    for (int i = 0; i < AHD_LABELS; i++)
        if (labels->has >> i & 1)
            ahd_writer_field(w, ahd_label_names[i], labels->value[i]);
    ahd_writer_close(w, '}');
}

static void put_span(ahd_writer *w, const char *key, ahd_span at)
{
    ahd_writer_key(w, key);
    ahd_writer_open(w, '[');
    ahd_writer_int(w, at.start);
    ahd_writer_int(w, ahd_span_end(at));
    ahd_writer_close(w, ']');
}

void ahd_review_body_anchor(ahd_writer *w, const ahd_anchor *at)
{
    put_span(w, "trigger", at->trigger);
    put_span(w, "sentence", at->sentence);
    ahd_writer_field(w, "words", at->words);
    ahd_writer_field(w, "sentence_words", at->sentence_words);
    ahd_writer_field(w, "read_as", at->act);
}

/* What was found when it was said is no part of what is said. */
static void put_pair(ahd_writer *w, const ahd_decided_pair *pair, bool core)
{
    ahd_writer_key(w, "pair");
    if (pair->what.len == 0) {
        ahd_writer_null(w);
        return;
    }
    ahd_writer_open(w, '{');
    ahd_writer_field(w, "what", pair->what);
    ahd_writer_field(w, "one", pair->one);
    ahd_writer_field(w, "other", pair->other);
    ahd_writer_field(w, "sha256", pair->sha256);
    if (pair->sha256.len > 0)
        ahd_review_body_anchor(w, &pair->at);
    if (!core && pair->found.len > 0)
        ahd_writer_field(w, "found", pair->found);
    ahd_writer_close(w, '}');
}

static void put_links(ahd_writer *w, const ahd_decided_review *r)
{
    ahd_writer_key(w, "links");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < r->links.count; i++) {
        ahd_writer_open(w, '{');
        ahd_writer_field(w, "role", r->links.items[i].role);
        ahd_writer_field(w, "sha256", r->links.items[i].sha256);
        ahd_review_body_anchor(w, &r->links.items[i].at);
        ahd_writer_close(w, '}');
    }
    ahd_writer_close(w, ']');
}

static void put_head(ahd_writer *w, const ahd_decided_review *r,
                     const ahd_review_words *words)
{
    ahd_writer_key(w, "review");
    ahd_writer_int(w, r->number);
    ahd_writer_key(w, "item");
    ahd_writer_int(w, r->item);
    ahd_writer_field(w, "at", words->at);
}

void ahd_review_body_write(const ahd_decided_review *r,
                           const ahd_review_words *words, bool core,
                           ahd_buf *out)
{
    ahd_writer w = {.out = out};

    ahd_writer_open(&w, '{');
    if (!core)
        put_head(&w, r, words);
    ahd_writer_key(&w, "schema");
    ahd_writer_int(&w, 1);
    ahd_writer_field(&w, "by", r->by);
    ahd_writer_field(&w, "decision",
                     ahd_str_from(ahd_decision_names[r->decision]));
    ahd_writer_field(&w, "why", words->why);
    ahd_writer_field(&w, "note", words->note);
    ahd_writer_key(&w, "undoes");
    ahd_writer_int(&w, r->undoes);
    ahd_writer_field(&w, "sha256", words->sha256);
    ahd_review_body_anchor(&w, &r->at);
    ahd_review_body_labels(&w, "then", &r->then);
    ahd_review_body_labels(&w, "set", &r->set);
    put_pair(&w, &r->pair, core);
    put_links(&w, r);
    ahd_writer_close(&w, '}');
}

/* --------------------------------------------------------------- reading */

static int64_t number(ahd_str json)
{
    int64_t n = 0;

    for (size_t i = 0; i < json.len && i < 18; i++) {
        if (json.ptr[i] < '0' || json.ptr[i] > '9')
            return 0;
        n = 10 * n + (json.ptr[i] - '0');
    }
    return n;
}

static ahd_span span(ahd_str json)
{
    uint32_t n[AHD_READING_NUMBERS];

    if (ahd_reading_numbers(json, n) != 2 || n[1] < n[0])
        return (ahd_span){0, 0};
    return (ahd_span){n[0], n[1] - n[0]};
}

static void read_anchor(ahd_str json, ahd_arena *arena, ahd_anchor *out)
{
    static const char *const parts[] = {"trigger", "sentence", "words",
                                        "sentence_words", "read_as"};
    ahd_str v[5];

    *out = (ahd_anchor){.words = AHD_STR("")};
    if (!ahd_reading_fields(json, parts, v, 5))
        return;
    out->trigger = span(v[0]);
    out->sentence = span(v[1]);
    out->words = ahd_reading_text(arena, v[2]);
    out->sentence_words = ahd_reading_text(arena, v[3]);
    out->act = ahd_reading_text(arena, v[4]);
}

/* A field of null is there, and empty. */
static void read_labels(ahd_str json, ahd_arena *arena, ahd_labels *out)
{
    ahd_json_in in;
    ahd_json_event event;

    *out = (ahd_labels){.has = 0};
    for (int i = 0; i < AHD_LABELS; i++)
        out->value[i] = AHD_STR("");
    ahd_json_in_init(&in, json);
    if (ahd_json_in_next(&in) != AHD_JSON_OPEN)
        return;
    while (ahd_json_in_next(&in) == AHD_JSON_KEY) {
        ahd_label field = ahd_label_find(in.text);
        event = ahd_json_in_next(&in);
        if (field == AHD_LABELS)
            continue;
        out->has |= 1u << field;
        if (event == AHD_JSON_STRING)
            out->value[field] = ahd_reading_text(
                arena, (ahd_str){in.text.ptr - 1, in.text.len + 2});
    }
}

static void read_pair(ahd_str json, ahd_arena *arena, ahd_decided_pair *out)
{
    static const char *const parts[] = {"what", "one", "other", "sha256",
                                        "found"};
    ahd_str v[5];

    *out = (ahd_decided_pair){.what = AHD_STR("")};
    if (json.len == 0 || !ahd_reading_fields(json, parts, v, 5))
        return;
    out->what = ahd_reading_text(arena, v[0]);
    out->one = ahd_reading_text(arena, v[1]);
    out->other = ahd_reading_text(arena, v[2]);
    out->sha256 = ahd_reading_text(arena, v[3]);
    out->found = ahd_reading_text(arena, v[4]);
    read_anchor(json, arena, &out->at);
}

static void read_links(ahd_str json, ahd_arena *arena, ahd_decided_review *r)
{
    static const char *const parts[] = {"role", "sha256"};
    ahd_str item, v[2];
    ahd_json_in in;

    ahd_reading_begin(&in, json);
    while (ahd_reading_next(&in, &item)) {
        if (!ahd_reading_fields(item, parts, v, 2))
            continue;
        ahd_decided_link *link = ahd_vec_push(arena, &r->links);
        link->role = ahd_reading_text(arena, v[0]);
        link->sha256 = ahd_reading_text(arena, v[1]);
        read_anchor(item, arena, &link->at);
    }
}

bool ahd_review_body_read(ahd_str json, ahd_arena *arena, ahd_decided_review *r,
                          ahd_review_words *words)
{
    enum {
        REVIEW,
        ITEM,
        AT,
        BY,
        DECISION,
        WHY,
        NOTE,
        UNDOES,
        SHA256,
        THEN,
        SET,
        PAIR,
        LINKS,
        PARTS
    };
    static const char *const parts[PARTS] = {
        "review", "item",   "at",   "by",  "decision", "why",  "note",
        "undoes", "sha256", "then", "set", "pair",     "links"};
    ahd_str v[PARTS];

    *r = (ahd_decided_review){.number = 0};
    if (!ahd_reading_fields(json, parts, v, PARTS))
        return false;
    r->number = number(v[REVIEW]);
    r->item = number(v[ITEM]);
    r->undoes = number(v[UNDOES]);
    r->by = ahd_reading_text(arena, v[BY]);
    r->decision = ahd_decision_find(ahd_reading_text(arena, v[DECISION]));
    *words = (ahd_review_words){.at = ahd_reading_text(arena, v[AT]),
                                .why = ahd_reading_text(arena, v[WHY]),
                                .note = ahd_reading_text(arena, v[NOTE]),
                                .sha256 = ahd_reading_text(arena, v[SHA256])};
    read_anchor(json, arena, &r->at);
    read_labels(v[THEN], arena, &r->then);
    read_labels(v[SET], arena, &r->set);
    read_pair(v[PAIR], arena, &r->pair);
    read_links(v[LINKS], arena, r);
    return r->number > 0 && r->item > 0 && r->decision < AHD_DECISIONS;
}
