#include "web/timeline.h"

#include "base/day.h"

#include <stdlib.h>

enum {
    MOST = 500, /* marks; more are cut off, which is told */
    WORDS_MOST = 8 << 20,
    SENTENCE = 240, /* bytes of a sentence that are kept */
    FAR = 4,        /* times as long as where most marks are */
    PERCENT_MOST = 90
};

/* ------------------------------------------------------------------ lanes */

static const struct {
    const char *act;
    uint8_t lane;
} lanes[] = {
    {"sign", 0},    {"commit", 0},  {"extend", 0},    {"implement", 1},
    {"suspend", 1}, {"accuse", 2},  {"breach", 2},    {"deny", 3},
    {"reject", 3},  {"meet", 4},    {"negotiate", 4}, {"mediate", 4},
    {"demand", 5},  {"support", 5}, {"condemn", 5},   {"threaten", 5},
};

static uint8_t lane_of(ahd_str act)
{
    for (size_t i = 0; i < sizeof lanes / sizeof *lanes; i++) {
        if (ahd_str_eq(ahd_str_from(lanes[i].act), act))
            return lanes[i].lane;
    }
    return AHD_TIMELINE_LANES - 1;
}

/* ---------------------------------------------------------------- reading */

static ahd_timeline_words keep(ahd_timeline *t, ahd_str words)
{
    ahd_timeline_words at = {(uint32_t)t->words.len, (uint32_t)words.len};

    ahd_buf_add(&t->words, words);
    return at;
}

/* Its first bytes, up to the end of a word. */
static ahd_str beginning(ahd_str words)
{
    if (words.len <= SENTENCE)
        return words;
    words.len = SENTENCE;
    while (words.len > 0 && words.ptr[words.len - 1] != ' ')
        words.len--;
    return words;
}

static bool has_room(ahd_timeline *t)
{
    if (t->count < t->capacity)
        return true;
    size_t wider = t->capacity ? t->capacity * 2 : 64;
    ahd_mark *marks = realloc(t->marks, wider * sizeof *marks);
    if (marks == NULL) {
        t->words.failed = true;
        return false;
    }
    t->marks = marks;
    t->capacity = wider;
    return true;
}

/* What has no day at all has no place; the list of acts shows it. */
static bool take(void *context, const ahd_occurrence_row *row)
{
    ahd_timeline *t = context;
    int32_t day = ahd_day_from_iso(row->first);

    if (day == INT32_MIN)
        return true;
    if (t->count == MOST) {
        t->cut = true;
        return false;
    }
    if (!has_room(t))
        return false;
    t->marks[t->count++] = (ahd_mark){
        .id = keep(t, row->id),
        .act = keep(t, row->act),
        .document = keep(t, row->document),
        .day_words = keep(t, row->first),
        .sentence = keep(t, beginning(row->sentence)),
        .source = keep(t, row->source),
        .target = keep(t, row->target),
        .speaker = keep(t, row->speaker),
        .n = row->n,
        .tellings = row->tellings,
        .day = day,
        .actual = ahd_str_eq(row->modality, AHD_STR("actual")),
        .lane = lane_of(row->act),
    };
    return true;
}

/* ---------------------------------------------------------------- placing */

/* The shortest days that have most of the marks; the marks are by day. */
static void find_dense(const ahd_timeline *t, int32_t *from, int32_t *to)
{
    size_t most = (t->count * PERCENT_MOST + 99) / 100;

    *from = t->first;
    *to = t->last;
    for (size_t i = 0; i + most <= t->count; i++) {
        int32_t first = t->marks[i].day, last = t->marks[i + most - 1].day;
        if (last - first < *to - *from) {
            *from = first;
            *to = last;
        }
    }
}

/* All days, unless a few marks lie far from the others. */
static void choose_days(ahd_timeline *t, int32_t from, int32_t to)
{
    int32_t dense_from, dense_to;

    find_dense(t, &dense_from, &dense_to);
    if ((int64_t)(t->last - t->first) <
        (int64_t)FAR * (dense_to - dense_from + 14)) {
        dense_from = t->first;
        dense_to = t->last;
    }
    t->from = from != INT32_MIN ? from : dense_from;
    t->to = to != INT32_MIN ? to : dense_to;
    if (t->to < t->from)
        t->to = t->from;
}

static uint32_t place_of(const ahd_timeline *t, const ahd_mark *m)
{
    int64_t days = (int64_t)t->to - t->from + 1;

    return (uint32_t)((m->day - (int64_t)t->from) * t->places / days);
}

/* The marks [start, end) of one place: rows from its middle outwards. */
static void heap_up(ahd_timeline *t, size_t start, size_t end)
{
    uint32_t count[AHD_TIMELINE_LANES] = {0}, now[AHD_TIMELINE_LANES] = {0};

    for (size_t i = start; i < end; i++)
        count[t->marks[i].lane]++;
    for (size_t i = start; i < end; i++) {
        ahd_mark *m = &t->marks[i];
        uint32_t k = now[m->lane]++, row = k / t->slots;
        uint32_t wide = count[m->lane] < t->slots ? count[m->lane] : t->slots;
        m->row = (uint8_t)(row < AHD_TIMELINE_HEAP ? row : AHD_TIMELINE_HEAP);
        m->slot = (uint16_t)(2 * place_of(t, m) * t->slots + t->slots - wide +
                             2 * (k % t->slots));
        uint8_t used =
            (uint8_t)(m->row < AHD_TIMELINE_HEAP ? m->row + 1 : m->row);
        if (used > t->rows[m->lane])
            t->rows[m->lane] = used;
    }
}

static void place_marks(ahd_timeline *t)
{
    size_t start = t->start;

    for (size_t i = t->start; i < t->end; i++) {
        if (i + 1 < t->end &&
            place_of(t, &t->marks[i + 1]) == place_of(t, &t->marks[i]))
            continue;
        heap_up(t, start, i + 1);
        start = i + 1;
    }
}

void ahd_timeline_lay(ahd_timeline *t, int32_t from, int32_t to)
{
    if (t->count == 0)
        return;
    t->first = t->marks[0].day;
    t->last = t->marks[t->count - 1].day;
    choose_days(t, from, to);
    int64_t days = (int64_t)t->to - t->from + 1;
    t->places =
        days < AHD_TIMELINE_PLACES ? (uint32_t)days : AHD_TIMELINE_PLACES;
    t->slots = AHD_TIMELINE_PLACES / t->places;
    while (t->start < t->count && t->marks[t->start].day < t->from)
        t->start++;
    t->end = t->start;
    while (t->end < t->count && t->marks[t->end].day <= t->to)
        t->end++;
    place_marks(t);
}

/* ---------------------------------------------------------------- reading */

/* NULL when no day was asked for. */
static const char *asked(const ahd_view *view, const char *name)
{
    ahd_str day = ahd_request_param(view->request, name);

    return ahd_day_from_iso(day) != INT32_MIN ? day.ptr : NULL;
}

static int32_t day_of(const char *iso)
{
    return ahd_day_from_iso(ahd_str_from(iso));
}

/* They come latest first. */
static void turn_round(ahd_timeline *t)
{
    for (size_t i = 0; i < t->count / 2; i++) {
        ahd_mark other = t->marks[i];
        t->marks[i] = t->marks[t->count - 1 - i];
        t->marks[t->count - 1 - i] = other;
    }
}

ahd_status ahd_timeline_read(ahd_timeline *t, ahd_view *view,
                             const char *agreement, ahd_error *error)
{
    const char *from = asked(view, "from"), *to = asked(view, "to");
    ahd_filter filter = {.agreement = agreement,
                         .lang = view->tongue == AHD_AR ? "ar" : "en",
                         .limit = MOST + 1};

    *t = (ahd_timeline){.words = AHD_BUF(WORDS_MOST)};
    AHD_TRY(ahd_record_timeline(view->record, &filter, take, t, error));
    if (t->cut && (from || to)) {
        /* Not all could be taken: of these days they can. */
        t->count = 0;
        ahd_buf_clear(&t->words);
        filter.from = from;
        filter.to = to;
        AHD_TRY(ahd_record_timeline(view->record, &filter, take, t, error));
    }
    if (t->words.failed)
        return ahd_fail(error, AHD_ELIMIT, "this timeline is too large");
    turn_round(t);
    ahd_timeline_lay(t, day_of(from), day_of(to));
    return AHD_OK;
}

void ahd_timeline_finish(ahd_timeline *t)
{
    ahd_buf_finish(&t->words);
    free(t->marks);
    *t = (ahd_timeline){0};
}
