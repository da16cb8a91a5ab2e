/* find.c - a search: what is asked, checked; what was found, with its words.
 *
 * The store answers which documents; their texts are looked through once more
 * here, by the same terms, for the words to show. */
#include "engine/naming.h"

#include "base/utf8.h"
#include "engine/reading.h"
#include "kb/names.h"
#include "output/offsets.h"
#include "search/match.h"
#include "store/lookup.h"

#include <math.h>
#include <string.h>

enum { NAMED = 64 };
enum { QUERY_BYTES = 16 << 20, DOCUMENT_BYTES = 1 << 30, JSON_BYTES = 1 << 30 };

typedef struct finder {
    ahd_record *record;
    ahd_store *store;
    const ahd_find *what;
    const ahd_find_hooks *hooks;
    ahd_terms *terms;
    ahd_query query;
    ahd_arena *asked, *shown; /* of the query; of one document */
    ahd_buf json;
    int64_t n;
    ahd_status status; /* of what went wrong in a hit */
    ahd_error *error;
} finder;

/* ------------------------------------------------------------ the snippet */

/* A document that was found, taken apart. */
typedef struct found {
    ahd_str text, sentences; /* the latter as JSON */
    size_t title_len;
    ahd_offsets offsets;
    ahd_matches matches;
    uint32_t from, to; /* of the snippet, in code points */
    ahd_str snippet;
} found;

/* Where code point `n` is; bytes from *at on, which is at code point *seen. */
static size_t walk(ahd_str text, size_t *at, uint32_t *seen, uint32_t n)
{
    for (; *seen < n && *at < text.len; (*seen)++)
        (void)ahd_utf8_next(text, at);
    return *at;
}

/* How many of the query's choices have a word in bytes [from, to). *first is
 * the match to begin at, and moves on. */
static uint32_t weigh(const found *f, uint32_t *first, size_t from, size_t to)
{
    uint64_t seen = 0;
    uint32_t weight = 0;

    while (*first < f->matches.count &&
           f->matches.items[*first].at.start < from)
        ++*first;
    for (; *first < f->matches.count; ++*first) {
        const ahd_match *m = &f->matches.items[*first];
        if (m->at.start >= to)
            break;
        weight += !(seen >> m->choice & 1);
        seen |= (uint64_t)1 << m->choice;
    }
    return weight;
}

static void choose(found *f, const uint32_t n[2], size_t from, size_t to)
{
    f->from = n[0];
    f->to = n[1];
    f->snippet = (ahd_str){f->text.ptr + from, to - from};
}

/* The sentence of the body with most of what was asked for, of equal ones the
 * first. */
static void choose_sentence(found *f)
{
    uint32_t n[AHD_READING_NUMBERS], seen = 0, first = 0, best = 0;
    size_t at = 0;
    ahd_json_in in;
    ahd_str json;

    ahd_reading_begin(&in, f->sentences);
    while (ahd_reading_next(&in, &json) && ahd_reading_numbers(json, n) == 2) {
        size_t from = walk(f->text, &at, &seen, n[0]);
        size_t to = walk(f->text, &at, &seen, n[1]);
        if (from < f->title_len)
            continue;
        uint32_t weight = weigh(f, &first, from, to);
        if (f->snippet.len == 0 || weight > best) {
            choose(f, n, from, to);
            best = weight;
        }
    }
}

/* A text that has a title alone is shown by it. */
static void choose_title(found *f)
{
    const uint32_t n[] = {0,
                          ahd_offsets_of(&f->offsets, (uint32_t)f->title_len)};

    if (f->snippet.len == 0)
        choose(f, n, 0, f->title_len);
}

/* ---------------------------------------------------------------- one hit */

static bool open_reading(finder *f, const ahd_lookup_hit *hit, found *out)
{
    static const char *const names[] = {"text", "sentences", "title"};
    ahd_str values[3];
    bool there;

    f->status =
        ahd_store_reading(f->store, hit->page, &f->json, &there, f->error);
    if (f->status != AHD_OK ||
        !ahd_reading_fields(ahd_buf_str(&f->json), names, values, 3))
        return false;
    out->text = ahd_reading_text(f->shown, values[0]);
    out->sentences = values[1];
    out->title_len = ahd_reading_text(f->shown, values[2]).len;
    if (out->title_len > out->text.len)
        out->title_len = 0;
    return true;
}

static const ahd_find_match *place(finder *f, const found *d)
{
    ahd_find_match *all =
        ahd_new(f->shown, ahd_find_match, d->matches.count + 1);
    size_t begins = (size_t)(d->snippet.ptr - d->text.ptr);

    for (uint32_t i = 0; i < d->matches.count; i++) {
        ahd_span at = d->matches.items[i].at;
        all[i].start = ahd_offsets_of(&d->offsets, at.start);
        all[i].end = ahd_offsets_of(&d->offsets, ahd_span_end(at));
        if (at.start >= begins && ahd_span_end(at) <= begins + d->snippet.len)
            all[i].at = (ahd_span){at.start - (uint32_t)begins, at.len};
    }
    return all;
}

static void look_through(finder *f, found *d)
{
    size_t title = d->title_len;
    const ahd_match_part parts[] = {
        {{d->text.ptr, title}, 0},
        {{d->text.ptr + title, d->text.len - title}, (uint32_t)title}};

    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        ahd_match_find(f->terms, &f->query, parts[i], f->shown, &d->matches);
    choose_sentence(d);
    choose_title(d);
}

static bool give(finder *f, const ahd_lookup_hit *hit, found *d)
{
    if (!ahd_offsets_init(&d->offsets, d->text)) {
        f->status = ahd_fail(f->error, AHD_ENOMEM, "out of memory");
        return false;
    }
    look_through(f, d);
    const ahd_find_row row = {.id = hit->id,
                              .title = hit->title,
                              .outlet = hit->outlet,
                              .url = hit->url,
                              .published = hit->published,
                              .lang = hit->lang,
                              .snippet = d->snippet,
                              .n = ++f->n,
                              .snippet_start = d->from,
                              .snippet_end = d->to,
                              .matches = place(f, d),
                              .match_count = d->matches.count,
                              .score = hit->score};
    return f->hooks->row(f->hooks->context, &row);
}

/* A reading that is damaged is shown by what the index has of it. */
static bool give_hit(void *context, const ahd_lookup_hit *hit)
{
    finder *f = context;
    found d = {.text = AHD_STR(""), .snippet = AHD_STR("")};
    jmp_buf trap;
    volatile bool more = false;

    ahd_arena_clear(f->shown);
    ahd_arena_trap(f->shown, &trap);
    if (setjmp(trap))
        f->status = ahd_fail(f->error, AHD_ENOMEM, "out of memory");
    else if (open_reading(f, hit, &d) || f->status == AHD_OK)
        more = give(f, hit, &d);
    ahd_arena_trap(f->shown, NULL);
    ahd_offsets_finish(&d.offsets);
    return more && f->status == AHD_OK;
}

/* ------------------------------------------------------- acts and counts */

/* Where its place is. */
static bool give_act(void *context, const ahd_act_row *kept)
{
    finder *f = context;
    const ahd_kb *kb = ahd_kb_embedded();
    const ahd_place *place = ahd_naming_place(f->record, kept->place_id);
    ahd_act_row row = *kept;

    row.lat = row.lon = (double)NAN;
    if (place) {
        row.lat = place->lat;
        row.lon = place->lon;
        row.place_name = ahd_kb_str(kb, place->en);
    }
    return f->hooks->act(f->hooks->context, &row);
}

/* The first of these ids with their names, in an array of `out`. */
static void name(finder *f, ahd_find_facets *facets, ahd_facet facet,
                 ahd_find_count out[NAMED])
{
    size_t count = facets->by[facet].count;

    count = count < NAMED ? count : NAMED;
    for (size_t i = 0; i < count && f->status == AHD_OK; i++) {
        ahd_lookup_named named = {.facet = facet,
                                  .id = facets->by[facet].items[i].what,
                                  .arena = f->shown};
        f->status = ahd_naming_fill(f->record, &named, f->error);
        out[i] = facets->by[facet].items[i];
        out[i].name_ar = named.ar;
        out[i].name_en = named.en;
    }
    facets->by[facet].items = out;
    facets->by[facet].count = count;
}

static void give_facets(void *context, const ahd_find_facets *counted)
{
    finder *f = context;
    ahd_find_count actors[NAMED] = {0}, agreements[NAMED] = {0};
    ahd_find_facets facets = *counted;

    ahd_arena_clear(f->shown);
    name(f, &facets, AHD_FACET_ACTOR, actors);
    name(f, &facets, AHD_FACET_AGREEMENT, agreements);
    f->hooks->facets(f->hooks->context, &facets);
}

/* --------------------------------------------------------- what is asked */

static bool is_among(const char *word, const char *const *words)
{
    for (; *words; words++)
        if (strcmp(word, *words) == 0)
            return true;
    return false;
}

static ahd_status check(const ahd_find *what, ahd_error *error)
{
    static const char *const reviews[] = {
        "any", "none", "confirmed", "corrected", "added", "reviewed", NULL};
    static const char *const sure[] = {"likely", "sure", NULL};
    static const char *const roles[] = {"source", "target", "speaker", NULL};

    if (what->role && !what->actor)
        return ahd_fail(error, AHD_EUSAGE,
                        "a role is that of an actor; say which actor");
    if (what->role && !is_among(what->role, roles))
        return ahd_fail(error, AHD_EUSAGE,
                        "there is no role '%s'; there are source, target and "
                        "speaker",
                        what->role);
    if (what->act && !is_among(what->act, ahd_names_act))
        return ahd_fail(error, AHD_EUSAGE,
                        "there is no act '%s'; there are sign, accuse, deny "
                        "and others: see ahd(1)",
                        what->act);
    if (what->review && !is_among(what->review, reviews))
        return ahd_fail(error, AHD_EUSAGE,
                        "there is no review state '%s'; there are any, none, "
                        "confirmed, corrected, added and reviewed",
                        what->review);
    if (what->sure && !is_among(what->sure, sure))
        return ahd_fail(error, AHD_EUSAGE,
                        "nothing is '%s'; acts are likely or sure", what->sure);
    return AHD_OK;
}

static ahd_status parse(finder *f)
{
    jmp_buf trap;

    ahd_arena_trap(f->asked, &trap);
    if (setjmp(trap))
        return ahd_fail(f->error, AHD_ENOMEM, "out of memory");
    ahd_status status = ahd_query_parse(f->terms, f->what->query, f->asked,
                                        &f->query, f->error);
    ahd_arena_trap(f->asked, NULL);
    return status;
}

static ahd_status find(finder *f)
{
    const ahd_lookup_taker taker = {f, f->hooks->facets ? give_facets : NULL,
                                    f->hooks->row ? give_hit : NULL,
                                    f->hooks->act ? give_act : NULL};

    AHD_TRY(check(f->what, f->error));
    AHD_TRY(parse(f));
    f->n = f->what->offset > 0 ? f->what->offset : 0;
    AHD_TRY(ahd_store_find(f->store, f->what, &f->query, &taker, f->error));
    return f->status;
}

ahd_status ahd_record_find(ahd_record *record, const ahd_find *what,
                           const ahd_find_hooks *hooks, ahd_error *error)
{
    finder f = {.record = record,
                .store = record->store,
                .terms = &record->terms,
                .what = what,
                .hooks = hooks,
                .asked = ahd_arena_new(QUERY_BYTES),
                .shown = ahd_arena_new(DOCUMENT_BYTES),
                .json = AHD_BUF(JSON_BYTES),
                .error = error};
    bool ready = f.terms->arena || ahd_terms_init(f.terms, ahd_kb_embedded());

    ahd_status status = ready && f.asked && f.shown
                            ? find(&f)
                            : ahd_fail(error, AHD_ENOMEM, "out of memory");
    ahd_arena_free(f.asked);
    ahd_arena_free(f.shown);
    ahd_buf_finish(&f.json);
    return status;
}
