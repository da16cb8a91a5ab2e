/* `ahd list`: agreements, documents, acts, their participants, actors,
 * disputes, occurrences, stories or reviews of the record. */
#include "ahd.h"
#include "cli/command.h"
#include "cli/grid.h"
#include "cli/print.h"
#include "cli/say.h"
#include "cli/stop.h"
#include "cli/usage.h"
#include "web/cells.h"
#include "web/part.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

struct listing {
    ahd_record *record;
    ahd_filter filter;
    ahd_review_filter reviews;
    bool json, csv, all, once;
    const ahd_table *table; /* of what is listed as CSV */
    ahd_buf line, made;
    ahd_grid grid;
};

/* -------------------------------------------------------- a row, two ways */

/* A value of a row: text, or a number when `text.ptr` is NULL. */
struct cell {
    const char *name;
    ahd_str text;
    int64_t number;
};

static bool print_json(const struct cell *cells, size_t count)
{
    json_t *object = json_object();
    char *line = NULL;

    for (size_t i = 0; i < count; i++) {
        ahd_str s = cells[i].text;
        json_t *value =
            s.ptr ? json_stringn(s.ptr, s.len) : json_integer(cells[i].number);
        json_object_set_new(object, cells[i].name, value);
    }
    line = json_dumps(object, JSON_COMPACT | JSON_PRESERVE_ORDER);
    json_decref(object);
    bool fine =
        line && ahd_print(ahd_str_from(line)) && ahd_print(AHD_STR("\n"));
    free(line);
    return fine && !ahd_stop_asked;
}

enum { LINE_BYTES = 64 << 20 };

/* As the web pages' downloads have it (web/column.h). */
static bool print_csv(struct listing *listing, const void *row)
{
    ahd_buf_clear(&listing->line);
    ahd_cells_csv(listing->table, row, &listing->made, &listing->line);
    return ahd_print_buf(&listing->line) && !ahd_stop_asked;
}

/* For people the first `shown` cells; for programs all of them. */
static bool give(struct listing *listing, const struct cell *cells,
                 size_t count, size_t shown)
{
    if (listing->json)
        return print_json(cells, count);
    for (size_t i = 0; i < shown; i++) {
        if (cells[i].text.ptr)
            ahd_grid_cell(&listing->grid, cells[i].text);
        else
            ahd_grid_number(&listing->grid, cells[i].number);
    }
    return !ahd_stop_asked;
}

static bool is_csv(const void *listing)
{
    return ((const struct listing *)listing)->csv;
}

static ahd_str some(ahd_str s)
{
    return (ahd_str){s.ptr ? s.ptr : "", s.len};
}

#define TEXT(member)                                                           \
    {                                                                          \
#member, some(row->member), 0                                          \
    }
#define NUMBER(member)                                                         \
    {                                                                          \
#member, {NULL, 0 }, row->member                                       \
    }
#define COUNT(cells) (sizeof(cells) / sizeof *(cells))

static bool agreement_row(void *context, const ahd_agreement_row *row)
{
    const struct cell cells[] = {
        TEXT(id),       TEXT(kind),        TEXT(date),       NUMBER(acts),
        NUMBER(claims), NUMBER(documents), TEXT(name_en),    TEXT(name_ar),
        TEXT(country),  TEXT(place),       TEXT(confidence), NUMBER(found),
    };
    if (is_csv(context))
        return print_csv(context, row);
    return give(context, cells, COUNT(cells), 8);
}

static bool document_row(void *context, const ahd_document_row *row)
{
    const struct cell cells[] = {
        TEXT(id),         TEXT(published), TEXT(kind),  NUMBER(acts),
        NUMBER(captures), TEXT(outlet),    TEXT(title), TEXT(url),
        TEXT(lang),       TEXT(refused),   TEXT(path),
    };
    if (is_csv(context))
        return print_csv(context, row);
    return give(context, cells, COUNT(cells), 7);
}

static bool act_row(void *context, const ahd_act_row *row)
{
    const struct cell cells[] = {
        TEXT(date),
        TEXT(act),
        TEXT(source),
        TEXT(target),
        TEXT(speaker),
        TEXT(document),
        NUMBER(n),
        TEXT(agreement_name),
        TEXT(agreement),
        TEXT(via),
        TEXT(place),
        TEXT(modality),
        TEXT(outlet),
        TEXT(title),
        TEXT(sentence),
        NUMBER(sentence_start),
        NUMBER(sentence_end),
        TEXT(review),
    };
    if (is_csv(context))
        return print_csv(context, row);
    return give(context, cells, COUNT(cells), 8);
}

static bool part_row(void *context, const ahd_part *row)
{
    struct listing *listing = context;

    ahd_buf_clear(&listing->made);
    ahd_column_act_id(row->act, &listing->made);
    const struct cell cells[] = {
        {"act", ahd_buf_str(&listing->made), 0},
        TEXT(role),
        NUMBER(rank),
        TEXT(actor),
        TEXT(name),
    };
    if (is_csv(context))
        return print_csv(context, row);
    return give(context, cells, COUNT(cells), 5);
}

static bool act_parts(void *context, const ahd_act_row *row)
{
    return ahd_part_of_act(row, part_row, context);
}

/* Of a review programs get all there is. */
static bool review_row(void *context, const ahd_review_row *row)
{
    struct listing *listing = context;
    const struct cell cells[] = {
        NUMBER(number), TEXT(by),    TEXT(document), NUMBER(n),
        TEXT(decision), TEXT(state), TEXT(change),   TEXT(disagrees),
    };
    if (listing->csv)
        return print_csv(listing, row);
    if (listing->json)
        return ahd_print(row->json) && ahd_print(AHD_STR("\n")) &&
               !ahd_stop_asked;
    if (is_csv(context))
        return print_csv(context, row);
    return give(context, cells, COUNT(cells), 8);
}

static bool actor_row(void *context, const ahd_actor_row *row)
{
    const struct cell cells[] = {
        TEXT(id),     TEXT(type),    TEXT(country),
        NUMBER(acts), TEXT(name_en), TEXT(name_ar),
    };
    if (is_csv(context))
        return print_csv(context, row);
    return give(context, cells, COUNT(cells), 6);
}

static bool dispute_row(void *context, const ahd_dispute_row *row)
{
    const struct cell cells[] = {
        TEXT(id),      TEXT(first),       TEXT(last),      NUMBER(claims),
        NUMBER(sides), NUMBER(stories),   NUMBER(replies), TEXT(rung),
        NUMBER(level), NUMBER(claimants), TEXT(agreement), TEXT(accused),
    };
    if (is_csv(context))
        return print_csv(context, row);
    return give(context, cells, COUNT(cells), 8);
}

static bool story_row(void *context, const ahd_story_row *row)
{
    const struct cell cells[] = {
        TEXT(id),      NUMBER(documents), NUMBER(outlets),
        NUMBER(roots), TEXT(first),       TEXT(title),
    };
    if (is_csv(context))
        return print_csv(context, row);
    return give(context, cells, COUNT(cells), 6);
}

static bool occurrence_row(void *context, const ahd_occurrence_row *row)
{
    const struct cell cells[] = {
        TEXT(id),         TEXT(first),     TEXT(act),      TEXT(modality),
        NUMBER(tellings), NUMBER(stories), TEXT(document), NUMBER(n),
        TEXT(last),       TEXT(sentence),
    };
    return give(context, cells, COUNT(cells), 8);
}

/* --------------------------------------------------------------- subjects */

static ahd_status agreements(struct listing *listing, ahd_error *error)
{
    return ahd_record_agreements(listing->record, listing->all, agreement_row,
                                 listing, error);
}

static ahd_status documents(struct listing *listing, ahd_error *error)
{
    return ahd_record_documents(listing->record, &listing->filter, document_row,
                                listing, error);
}

/* A search tells of acts what lists do not. */
static ahd_status found_acts(struct listing *listing, ahd_act_fn *each,
                             ahd_error *error)
{
    const ahd_filter *f = &listing->filter;
    const ahd_find what = {.agreement = f->agreement,
                           .actor = f->actor,
                           .act = f->act,
                           .document = f->document,
                           .from = f->from,
                           .to = f->to,
                           .once = listing->once,
                           .limit = INT64_MAX};
    const ahd_find_hooks hooks = {.context = listing, .act = each};

    return ahd_record_find(listing->record, &what, &hooks, error);
}

static ahd_status acts(struct listing *listing, ahd_error *error)
{
    if (listing->csv || listing->once)
        return found_acts(listing, act_row, error);
    return ahd_record_acts(listing->record, &listing->filter, act_row, listing,
                           error);
}

static ahd_status participants(struct listing *listing, ahd_error *error)
{
    return found_acts(listing, act_parts, error);
}

static ahd_status actors(struct listing *listing, ahd_error *error)
{
    return ahd_record_actors(listing->record, actor_row, listing, error);
}

static ahd_status disputes(struct listing *listing, ahd_error *error)
{
    return ahd_record_disputes(listing->record, &listing->filter, dispute_row,
                               listing, error);
}

static ahd_status occurrences(struct listing *listing, ahd_error *error)
{
    return ahd_record_occurrences(listing->record, &listing->filter,
                                  occurrence_row, listing, error);
}

static ahd_status reviews(struct listing *listing, ahd_error *error)
{
    listing->reviews.document = listing->filter.document;
    return ahd_record_reviews(listing->record, &listing->reviews, review_row,
                              listing, error);
}

static ahd_status stories(struct listing *listing, ahd_error *error)
{
    return ahd_record_stories(listing->record, &listing->filter, story_row,
                              listing, error);
}

typedef struct subject {
    const char *name;
    ahd_status (*list)(struct listing *listing, ahd_error *error);
    const char *heading[AHD_GRID_COLUMNS + 1];
} subject;

static const subject subjects[] = {
    {"agreements",
     agreements,
     {"ID", "KIND", "DATE", "ACTS", "CLAIMS", "DOCS", "NAME", "ARABIC NAME"}},
    {"documents",
     documents,
     {"ID", "PUBLISHED", "KIND", "ACTS", "SEEN", "OUTLET", "TITLE"}},
    {"acts",
     acts,
     {"DATE", "ACT", "SOURCE", "TARGET", "SPEAKER", "DOCUMENT", "N",
      "AGREEMENT"}},
    {"participants", participants, {"ACT", "ROLE", "RANK", "ACTOR", "NAME"}},
    {"actors",
     actors,
     {"ID", "TYPE", "COUNTRY", "ACTS", "NAME", "ARABIC NAME"}},
    {"disputes",
     disputes,
     {"ID", "FIRST", "LAST", "CLAIMS", "SIDES", "STORIES", "REPLIES", "RUNG"}},
    {"occurrences",
     occurrences,
     {"ID", "DAY", "ACT", "MODALITY", "TELLINGS", "STORIES", "DOCUMENT", "N"}},
    {"stories",
     stories,
     {"ID", "DOCUMENTS", "OUTLETS", "ROOTS", "FIRST", "TITLE"}},
    {"reviews",
     reviews,
     {"REVIEW", "BY", "DOCUMENT", "N", "DECISION", "STATE", "CHANGE",
      "DISAGREES"}},
};

static const subject *find_subject(const ahd_words *words)
{
    for (size_t i = 0; words->count == 1 && i < COUNT(subjects); i++) {
        if (strcmp(subjects[i].name, words->at[0]) == 0)
            return &subjects[i];
    }
    ahd_say("say what to list: agreements, documents, acts, participants, "
            "actors, disputes, occurrences, stories or reviews");
    return NULL;
}

static void start_grid(struct listing *listing, const subject *what)
{
    size_t columns = 0;

    while (what->heading[columns])
        columns++;
    listing->grid = ahd_grid_new(columns);
    for (size_t i = 0; i < columns; i++)
        ahd_grid_cell(&listing->grid, ahd_str_from(what->heading[i]));
}

/* Its table, and the header of that. */
static bool start_csv(struct listing *listing, const subject *what)
{
    listing->table = ahd_table_find(ahd_str_from(what->name));
    if (listing->table == NULL) {
        ahd_say("there is no CSV of %s; there is JSON: --json", what->name);
        return false;
    }
    ahd_cells_head(listing->table, &listing->line);
    return ahd_print_buf(&listing->line);
}

static int list(struct listing *listing, const char *db, const subject *what)
{
    ahd_error error = {0};

    listing->line = AHD_BUF(LINE_BYTES);
    listing->made = AHD_BUF(LINE_BYTES);
    start_grid(listing, what);
    ahd_status status = ahd_record_open(db, false, &listing->record, &error);
    if (status == AHD_OK && listing->csv && !start_csv(listing, what)) {
        ahd_record_close(listing->record);
        return AHD_EXIT_USAGE;
    }
    if (status == AHD_OK)
        status = what->list(listing, &error);
    if (status != AHD_OK)
        ahd_say_error(&error);
    if (!listing->json && !listing->csv && status == AHD_OK)
        ahd_grid_print(&listing->grid);
    ahd_buf_finish(&listing->grid.text);
    ahd_buf_finish(&listing->line);
    ahd_buf_finish(&listing->made);
    ahd_record_close(listing->record);
    if (status != AHD_OK)
        return ahd_command_exit(status);
    return ahd_stop_asked ? AHD_EXIT_STOPPED : AHD_EXIT_OK;
}

static ahd_flag text_flag(const char *name, const char *value, const char **to,
                          const char *help)
{
    return (ahd_flag){.name = name, .value = value, .text = to, .help = help};
}

static bool is_state(const char *state)
{
    static const char *const states[] = {"standing", "superseded", "undone"};

    for (size_t i = 0; i < COUNT(states); i++)
        if (state && strcmp(state, states[i]) == 0)
            return true;
    if (state)
        ahd_say("\"%s\" is no state; there are: standing superseded undone",
                state);
    return state == NULL;
}

int ahd_command_list(int argc, char **argv)
{
    struct listing l = {.filter = {.limit = INT64_MAX}};
    const char *db = AHD_COMMAND_DB;
    const ahd_flag flags[] = {
        {.name = "db",
         .value = "FILE",
         .text = &db,
         .help = "the record; " AHD_COMMAND_DB " without it"},
        {.name = "agreement",
         .value = "ID",
         .text = &l.filter.agreement,
         .help = "what is about this agreement"},
        {.name = "actor",
         .value = "ID",
         .text = &l.filter.actor,
         .help = "what this actor is in; disputes: it is accused"},
        {.name = "act",
         .value = "TYPE",
         .text = &l.filter.act,
         .help = "acts of this type: sign, accuse, deny ..."},
        text_flag("from", "DATE", &l.filter.from,
                  "from this day on (2020-10-23)"),
        text_flag("to", "DATE", &l.filter.to, "up to this day"),
        text_flag("document", "ID", &l.filter.document,
                  "acts and reviews of this document"),
        text_flag("by", "NAME", &l.reviews.by, "reviews of this person"),
        text_flag("state", "STATE", &l.reviews.state,
                  "reviews: standing, superseded or undone"),
        {.name = "disagreeing",
         .on = &l.reviews.disagreeing,
         .help = "reviews: a new reading, or a reviewer, differs"},
        {.name = "orphaned",
         .on = &l.reviews.orphaned,
         .help = "reviews: of what is read as no act any more"},
        {.name = "all",
         .on = &l.all,
         .help = "agreements: also those without acts"},
        {.name = "once",
         .on = &l.once,
         .help = "acts: each once, however often told; the latest first"},
        {.name = "json", .on = &l.json, .help = "one line of JSON a row"},
        {.name = "csv",
         .on = &l.csv,
         .help = "CSV, of the columns that /codebook tells"},
        {0},
    };
    const ahd_usage usage = {"list",
                             "agreements|documents|acts|participants|actors|"
                             "disputes|occurrences|stories|reviews",
                             "List what is in the record.", flags};
    ahd_words words;

    ahd_parsed parsed = ahd_usage_parse(&usage, argc, argv, &words);
    if (parsed != AHD_PARSED)
        return parsed == AHD_PARSED_HELP ? AHD_EXIT_OK : AHD_EXIT_USAGE;
    const subject *what = find_subject(&words);
    return what && is_state(l.reviews.state) ? list(&l, db, what)
                                             : AHD_EXIT_USAGE;
}
