/* record_story.c - the stories of a record, as ahd.h has them. */
#include "ahd.h"
#include "engine/reading.h"
#include "engine/record.h"
#include "output/offsets.h"
#include "output/writer.h"
#include "store/storied.h"
#include "stories/copied.h"

#define MOST_ARENA ((size_t)1 << 30)
enum { MOST_JSON = 256 << 20 };

/* Documents that an older Ahd read have no fingerprints. */
static ahd_status check_prints(ahd_record *record, ahd_error *error)
{
    int64_t missing;

    AHD_TRY(ahd_store_unprinted(record->store, &missing, error));
    if (missing > 0)
        return ahd_fail(error, AHD_EUSAGE,
                        "an older Ahd read %lld documents of this record and "
                        "did not look for copies; read them again with: "
                        "ahd rebuild",
                        (long long)missing);
    return AHD_OK;
}

ahd_status ahd_record_stories(ahd_record *record, const ahd_filter *filter,
                              ahd_story_fn *each, void *context,
                              ahd_error *error)
{
    AHD_TRY(check_prints(record, error));
    return ahd_store_stories(record->store, filter, each, context, error);
}

ahd_status ahd_record_story_of(ahd_record *record, const char *document,
                               ahd_story_fn *each, void *context,
                               ahd_error *error)
{
    return ahd_store_story(record->store, ahd_str_from(document), each, context,
                           error);
}

/* ------------------------------------------------------------- one story */

static bool put_story(void *context, const ahd_story_row *row)
{
    ahd_writer *w = context;

    ahd_writer_field(w, "id", row->id);
    ahd_writer_field(w, "title", row->title);
    ahd_writer_field(w, "first", row->first);
    ahd_writer_key(w, "documents");
    ahd_writer_int(w, row->documents);
    ahd_writer_key(w, "outlets");
    ahd_writer_int(w, row->outlets);
    ahd_writer_key(w, "roots");
    ahd_writer_int(w, row->roots);
    return true;
}

static bool put_member(void *context, const ahd_story_member *m)
{
    ahd_writer *w = context;

    ahd_writer_open(w, '{');
    ahd_writer_field(w, "document", m->document);
    ahd_writer_field(w, "outlet", m->outlet);
    ahd_writer_field(w, "published", m->published);
    ahd_writer_field(w, "lang", m->lang);
    ahd_writer_field(w, "title", m->title);
    ahd_writer_field(w, "agency", m->agency);
    ahd_writer_field(w, "copies", m->origin);
    ahd_writer_field(w, "kind", m->kind);
    ahd_writer_field(w, "via", m->via);
    ahd_writer_key(w, "share");
    if (m->origin.len > 0)
        ahd_writer_score(w, m->share);
    else
        ahd_writer_null(w);
    ahd_writer_close(w, '}');
    return true;
}

static bool put_pair(void *context, const ahd_story_pair *p)
{
    ahd_writer *w = context;

    ahd_writer_open(w, '{');
    ahd_writer_field(w, "document", p->document);
    ahd_writer_field(w, "other", p->other);
    ahd_writer_field(w, "kind", p->kind);
    ahd_writer_field(w, "via", p->via);
    ahd_writer_key(w, "share");
    ahd_writer_score(w, p->share);
    ahd_writer_key(w, "other_share");
    ahd_writer_score(w, p->other_share);
    ahd_writer_close(w, '}');
    return true;
}

static ahd_status write_story(ahd_record *record, ahd_str id, ahd_writer *w,
                              bool *found, ahd_error *error)
{
    size_t before = w->out->len;

    AHD_TRY(ahd_store_story(record->store, id, put_story, w, error));
    *found = w->out->len > before;
    if (!*found)
        return AHD_OK;
    ahd_writer_key(w, "members");
    ahd_writer_open(w, '[');
    AHD_TRY(ahd_store_story_members(record->store, id, put_member, w, error));
    ahd_writer_close(w, ']');
    ahd_writer_key(w, "pairs");
    ahd_writer_open(w, '[');
    AHD_TRY(ahd_store_story_pairs(record->store, id, put_pair, w, error));
    ahd_writer_close(w, ']');
    return AHD_OK;
}

ahd_status ahd_record_story_json(ahd_record *record, const char *id,
                                 ahd_buf *out, ahd_error *error)
{
    ahd_writer w = {.out = out};
    bool found = false;

    AHD_TRY(check_prints(record, error));
    ahd_writer_open(&w, '{');
    AHD_TRY(write_story(record, ahd_str_from(id), &w, &found, error));
    ahd_writer_close(&w, '}');
    if (!found)
        return ahd_fail(error, AHD_EUSAGE,
                        "there is no story '%s', and no document of that id is "
                        "in one; 'ahd list stories' shows all",
                        id);
    return out->failed ? ahd_fail(error, AHD_ENOMEM, "out of memory") : AHD_OK;
}

/* ------------------------------------------------------------- one pair */

/* The text of a document, in the arena. */
static ahd_status text_of(ahd_record *record, ahd_str id, ahd_arena *arena,
                          ahd_str *text, ahd_error *error)
{
    static const char *const fields[] = {"text"};
    ahd_buf json = AHD_BUF(MOST_JSON);
    ahd_str value = AHD_STR("");
    bool found = false;

    ahd_status status =
        ahd_store_document(record->store, id, &json, &found, error);
    if (status == AHD_OK && !found)
        status = ahd_fail(error, AHD_EUSAGE,
                          "there is no document '%.*s'; 'ahd list documents' "
                          "shows all",
                          AHD_STR_ARG(id));
    if (status == AHD_OK &&
        ahd_reading_fields(ahd_buf_str(&json), fields, &value, 1))
        value = ahd_reading_text(arena, value);
    *text = ahd_arena_str(arena, value);
    ahd_buf_finish(&json);
    return status;
}

static void put_span(ahd_writer *w, const ahd_offsets *offsets, ahd_span at)
{
    ahd_writer_open(w, '[');
    ahd_writer_int(w, ahd_offsets_of(offsets, at.start));
    ahd_writer_int(w, ahd_offsets_of(offsets, ahd_span_end(at)));
    ahd_writer_close(w, ']');
}

static void put_pieces(ahd_writer *w, const ahd_str text[2],
                       const ahd_offsets offsets[2], const ahd_copies *pieces)
{
    ahd_writer_key(w, "copied");
    ahd_writer_open(w, '[');
    for (uint32_t i = 0; i < pieces->count; i++) {
        const ahd_copied *c = &pieces->items[i];
        ahd_writer_open(w, '{');
        ahd_writer_key(w, "at");
        put_span(w, &offsets[0], c->at[0]);
        ahd_writer_key(w, "other_at");
        put_span(w, &offsets[1], c->at[1]);
        ahd_writer_key(w, "words");
        ahd_writer_int(w, c->words);
        ahd_writer_field(w, "text", ahd_str_span(text[0], c->at[0]));
        ahd_writer_close(w, '}');
    }
    ahd_writer_close(w, ']');
}

static ahd_status write_pair(ahd_record *record, const ahd_str ids[2],
                             ahd_arena *arena, ahd_buf *out, ahd_error *error)
{
    ahd_writer w = {.out = out};
    ahd_offsets offsets[2] = {0};
    ahd_copies pieces = {0};
    ahd_str text[2];

    for (int i = 0; i < 2; i++)
        AHD_TRY(text_of(record, ids[i], arena, &text[i], error));
    ahd_copied_find(text[0], text[1], arena, &pieces);
    bool fits = ahd_offsets_init(&offsets[0], text[0]);
    fits = ahd_offsets_init(&offsets[1], text[1]) && fits;
    ahd_writer_open(&w, '{');
    ahd_writer_field(&w, "document", ids[0]);
    ahd_writer_field(&w, "other", ids[1]);
    if (fits)
        put_pieces(&w, text, offsets, &pieces);
    ahd_writer_close(&w, '}');
    ahd_offsets_finish(&offsets[0]);
    ahd_offsets_finish(&offsets[1]);
    return fits && !out->failed ? AHD_OK
                                : ahd_fail(error, AHD_ENOMEM, "out of memory");
}

ahd_status ahd_record_copied_json(ahd_record *record, const char *pair,
                                  ahd_buf *out, ahd_error *error)
{
    ahd_str rest = ahd_str_from(pair), ids[2];
    ahd_status status;
    jmp_buf trap;

    ids[0] = ahd_str_cut(&rest, ',');
    ids[1] = rest;
    if (ids[0].len == 0 || ids[1].len == 0)
        return ahd_fail(error, AHD_EUSAGE,
                        "two documents are needed, with a comma between their "
                        "ids: ahd show copied ID,ID");
    ahd_arena *arena = ahd_arena_new(MOST_ARENA);
    if (arena == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    ahd_arena_trap(arena, &trap);
    if (setjmp(trap))
        status = ahd_fail(error, AHD_ENOMEM, "out of memory");
    else
        status = write_pair(record, ids, arena, out, error);
    ahd_arena_free(arena);
    return status;
}
