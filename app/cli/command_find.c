/* `ahd find`: documents of the record by their words. */
#include "ahd.h"
#include "cli/command.h"
#include "cli/marked.h"
#include "cli/print.h"
#include "cli/say.h"
#include "cli/stop.h"
#include "cli/usage.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <unistd.h>

enum {
    MOST_BYTES = 64 << 20,
    SHOWN = 6, /* counts of a kind, for people */
    INDENT = 4,
    LINES = 3, /* of a snippet */
    MARKS = 500
};

typedef struct finding {
    const char *db;
    ahd_find what;
    ahd_style style;
    bool json, counts;
    ahd_buf out;
} finding;

/* ------------------------------------------------------------- for programs */

static json_t *text_of(ahd_str s)
{
    return json_stringn(s.ptr ? s.ptr : "", s.len);
}

static bool print_json(json_t *object)
{
    char *line = json_dumps(object, JSON_COMPACT | JSON_PRESERVE_ORDER);

    json_decref(object);
    bool fine =
        line && ahd_print(ahd_str_from(line)) && ahd_print(AHD_STR("\n"));
    free(line);
    return fine && !ahd_stop_asked;
}

static json_t *span_of(int64_t start, int64_t end)
{
    return json_pack("[I,I]", (json_int_t)start, (json_int_t)end);
}

static bool row_json(const ahd_find_row *row)
{
    json_t *object = json_object(), *matches = json_array();

    for (size_t i = 0; i < row->match_count; i++)
        json_array_append_new(
            matches, span_of(row->matches[i].start, row->matches[i].end));
    json_object_set_new(object, "n", json_integer(row->n));
    json_object_set_new(object, "document", text_of(row->id));
    json_object_set_new(object, "published", text_of(row->published));
    json_object_set_new(object, "outlet", text_of(row->outlet));
    json_object_set_new(object, "lang", text_of(row->lang));
    json_object_set_new(object, "title", text_of(row->title));
    json_object_set_new(object, "url", text_of(row->url));
    json_object_set_new(object, "score", json_real(row->score));
    json_object_set_new(object, "sentence",
                        span_of(row->snippet_start, row->snippet_end));
    json_object_set_new(object, "snippet", text_of(row->snippet));
    json_object_set_new(object, "matches", matches);
    return print_json(object);
}

static json_t *counts_of(const ahd_find_facets *facets, ahd_facet facet)
{
    const ahd_find_count *counts = facets->by[facet].items;
    size_t count = facets->by[facet].count;
    json_t *object = json_object();

    for (size_t i = 0; i < count; i++) {
        json_t *n = json_integer(counts[i].count);
        json_object_setn_new_nocheck(object, counts[i].what.ptr,
                                     counts[i].what.len, n);
    }
    return object;
}

static void facets_json(const ahd_find_facets *f)
{
    json_t *object = json_object();

    json_object_set_new(object, "documents", json_integer(f->found));
    json_object_set_new(object, "unindexed", json_integer(f->unindexed));
    json_object_set_new(object, "acts", counts_of(f, AHD_FACET_ACT));
    json_object_set_new(object, "outlets", counts_of(f, AHD_FACET_OUTLET));
    json_object_set_new(object, "months", counts_of(f, AHD_FACET_MONTH));
    (void)print_json(object);
}

/* --------------------------------------------------------------- for people */

/* The `SHOWN` largest in the order they have: a count is shown when fewer than
 * that are larger, or as large and before it. */
static bool is_shown(const ahd_find_count *counts, size_t count, size_t i)
{
    size_t before = 0;

    for (size_t k = 0; k < count && before < SHOWN; k++)
        before += counts[k].count > counts[i].count ||
                  (k < i && counts[k].count == counts[i].count);
    return before < SHOWN;
}

static void write_counts(finding *f, const char *name,
                         const ahd_find_facets *facets, ahd_facet facet)
{
    const ahd_find_count *counts = facets->by[facet].items;
    size_t count = facets->by[facet].count;

    if (count == 0)
        return;
    ahd_terminal_ink(&f->out, f->style, AHD_INK_SOFT);
    ahd_buf_printf(&f->out, "  %-8s", name);
    ahd_terminal_ink(&f->out, f->style, AHD_INK_PLAIN);
    for (size_t i = 0; i < count; i++) {
        if (!is_shown(counts, count, i))
            continue;
        ahd_buf_add(&f->out, AHD_STR("  "));
        ahd_terminal_add(&f->out, counts[i].what, 30);
        ahd_buf_printf(&f->out, " %" PRId64, counts[i].count);
    }
    ahd_buf_add(&f->out, count > SHOWN ? AHD_STR("  …\n") : AHD_STR("\n"));
}

static void facets_text(finding *f, const ahd_find_facets *all)
{
    ahd_terminal_ink(&f->out, f->style, AHD_INK_BOLD);
    ahd_buf_printf(&f->out, "%" PRId64 " document%s\n", all->found,
                   all->found == 1 ? "" : "s");
    ahd_terminal_ink(&f->out, f->style, AHD_INK_PLAIN);
    write_counts(f, "Acts", all, AHD_FACET_ACT);
    write_counts(f, "Outlets", all, AHD_FACET_OUTLET);
    write_counts(f, "Months", all, AHD_FACET_MONTH);
    (void)ahd_print_buf(&f->out);
}

/* Where code point `n` of the text begins. */
static uint32_t byte_of(ahd_str text, int64_t n)
{
    uint32_t at = 0;

    while (at < text.len && n > 0)
        for (at++, n--;
             at < text.len && ((unsigned char)text.ptr[at] & 0xC0) == 0x80;)
            at++;
    return at;
}

/* The text begins with the title, so its first matches may be there. */
static size_t marks_of_title(const ahd_find_row *row, ahd_span *out)
{
    size_t n = 0;

    for (; n < row->match_count && n < MARKS; n++) {
        uint32_t from = byte_of(row->title, row->matches[n].start);
        uint32_t to = byte_of(row->title, row->matches[n].end);
        if (from == row->title.len)
            break;
        out[n] = (ahd_span){from, to - from};
    }
    return n;
}

static size_t marks_of_snippet(const ahd_find_row *row, ahd_span *out)
{
    size_t n = 0;

    for (size_t i = 0; i < row->match_count && n < MARKS; i++)
        if (row->matches[i].at.len > 0)
            out[n++] = row->matches[i].at;
    return n;
}

static void write_head(finding *f, const ahd_find_row *row)
{
    ahd_buf_printf(&f->out, "\n%2" PRId64 "  ", row->n);
    ahd_terminal_ink(&f->out, f->style, AHD_INK_SOFT);
    ahd_buf_add(&f->out, row->published.len > 0 ? row->published
                                                : AHD_STR("undated   "));
    ahd_buf_add(&f->out, AHD_STR("  "));
    ahd_buf_add(&f->out, row->id);
    ahd_buf_add(&f->out, AHD_STR("  "));
    ahd_terminal_add(&f->out, row->outlet, 0);
    ahd_terminal_ink(&f->out, f->style, AHD_INK_PLAIN);
    ahd_buf_byte(&f->out, '\n');
}

static bool row_text(finding *f, const ahd_find_row *row)
{
    static ahd_span marks[MARKS];
    const ahd_marked_layout title = {f->style, INDENT, 2};
    const ahd_marked_layout body = {f->style, INDENT, LINES};

    write_head(f, row);
    ahd_marked_fill(&f->out, row->title, marks, marks_of_title(row, marks),
                    title);
    if (row->snippet_start > 0)
        ahd_marked_fill(&f->out, row->snippet, marks,
                        marks_of_snippet(row, marks), body);
    return ahd_print_buf(&f->out) && !ahd_stop_asked;
}

/* ----------------------------------------------------------------- running */

static void take_facets(void *context, const ahd_find_facets *facets)
{
    finding *f = context;

    if (facets->unindexed > 0)
        ahd_say("%s: %" PRId64 " articles were added by an older Ahd and are "
                "not searched; read them again with: ahd rebuild --db %s",
                f->db, facets->unindexed, f->db);
    if (!f->json)
        facets_text(f, facets);
    else if (f->counts)
        facets_json(facets);
}

static bool take_row(void *context, const ahd_find_row *row)
{
    finding *f = context;

    return f->json ? row_json(row) : row_text(f, row);
}

static int run(finding *f)
{
    const ahd_find_hooks hooks = {.context = f,
                                  .facets = take_facets,
                                  .row = f->counts ? NULL : take_row};
    ahd_record *record = NULL;
    ahd_error error = {0};

    ahd_status status = ahd_record_open(f->db, false, &record, &error);
    if (status == AHD_OK)
        status = ahd_record_find(record, &f->what, &hooks, &error);
    ahd_record_close(record);
    if (status != AHD_OK)
        ahd_say_error(&error);
    if (status != AHD_OK)
        return ahd_command_exit(status);
    return ahd_stop_asked ? AHD_EXIT_STOPPED : AHD_EXIT_OK;
}

/* What the shell made several words of is one query. */
static void join(const ahd_words *words, ahd_buf *out)
{
    for (size_t i = 0; i < words->count; i++) {
        if (i > 0)
            ahd_buf_byte(out, ' ');
        ahd_buf_add(out, ahd_str_from(words->at[i]));
    }
}

static ahd_parsed parse(int argc, char **argv, finding *f, ahd_words *words)
{
    static uint32_t limit, offset;
    const ahd_flag flags[] = {
        {"db", "FILE", "the record; " AHD_COMMAND_DB " without it",
         .text = &f->db},
        {"agreement", "ID", "with an act about this agreement",
         .text = &f->what.agreement},
        {"actor", "ID", "with an act of, against or told by this actor",
         .text = &f->what.actor},
        {"role", "ROLE", "of the actor: source, target or speaker",
         .text = &f->what.role},
        {"act", "TYPE", "with an act of this type: sign, accuse, deny ...",
         .text = &f->what.act},
        {"outlet", "NAME", "of this outlet", .text = &f->what.outlet},
        {"lang", "CODE", "in this language: ar or en", .text = &f->what.lang},
        {"from", "DATE", "published from this day on (2020-10-23)",
         .text = &f->what.from},
        {"to", "DATE", "published up to this day", .text = &f->what.to},
        {"review", "STATE",
         "with an act that is confirmed, corrected, added; any, none",
         .text = &f->what.review},
        {"sure", "HOW", "with an act that is likely, or sure, or was reviewed",
         .text = &f->what.sure},
        {"limit", "N", "so many documents; 20 without it", .number = &limit},
        {"offset", "N", "without the first N", .number = &offset},
        {"counts", NULL, "how many, and no more", .on = &f->counts},
        {"json", NULL, "one line of JSON a document", .on = &f->json},
        {0},
    };
    const ahd_usage usage = {
        "find", "[QUERY]",
        "Find documents: all words, \"a phrase\", -without, one OR other, "
        "beginn*,\nexact:\"as spelt\". Without a query, the latest.",
        flags};

    ahd_parsed parsed = ahd_usage_parse(&usage, argc, argv, words);
    f->what.limit = limit;
    f->what.offset = offset;
    return parsed;
}

int ahd_command_find(int argc, char **argv)
{
    finding f = {.db = AHD_COMMAND_DB,
                 .style = ahd_terminal_style(STDOUT_FILENO),
                 .out = AHD_BUF(MOST_BYTES)};
    ahd_buf query = AHD_BUF(1 << 20);
    ahd_words words;

    ahd_parsed parsed = parse(argc, argv, &f, &words);
    if (parsed != AHD_PARSED)
        return parsed == AHD_PARSED_HELP ? AHD_EXIT_OK : AHD_EXIT_USAGE;
    join(&words, &query);
    f.what.query = ahd_buf_str(&query);
    int code = run(&f);
    ahd_buf_finish(&query);
    ahd_buf_finish(&f.out);
    return code;
}
