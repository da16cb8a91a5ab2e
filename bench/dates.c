/* dates.c - what Ahd reads in the questions of a date recogniser:
 *
 *     dates PART < lines of "2016-11-07T00:00:00 TAB text"
 *
 * PART is what is looked for: date daterange time datetime duration set. A line
 * of JSON a question: [{"start", "end" (in code points), "future": {...},
 * "past": {...}}, ...]. Days are told as such recognisers do: a period ends on
 * the day after its last. bench/dates.py compares. */
#include "base/day.h"
#include "doc/doc.h"
#include "doc/look.h"
#include "kb/kb.h"
#include "morph/segment.h"
#include "morph/tag.h"
#include "text/split.h"
#include "time/reckon.h"
#include "time/syntax.h"
#include "time/timex.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_LINE = 1 << 16, HOUR = 3600 };

static const struct part {
    const char *name;
    ahd_symbol symbols[4];
} parts[] = {
    {"date", {AHD_SYM_POINT, AHD_SYM_END}},
    {"daterange", {AHD_SYM_RANGE, AHD_SYM_LIMIT, AHD_SYM_SPAN, AHD_SYM_END}},
    {"time", {AHD_SYM_CLOCK_TIME, AHD_SYM_END}},
    {"datetime", {AHD_SYM_MOMENT, AHD_SYM_END}},
    {"duration", {AHD_SYM_LENGTH, AHD_SYM_END}},
    {"set", {AHD_SYM_RECURRING, AHD_SYM_END}},
    {"open", {AHD_SYM_ONE_END, AHD_SYM_END}},
};

static size_t code_points(ahd_str text, uint32_t bytes)
{
    size_t count = 0;

    for (uint32_t i = 0; i < bytes && i < text.len; i++)
        count += ((unsigned char)text.ptr[i] & 0xc0) != 0x80;
    return count;
}

static void print_day(const char *name, ahd_day day)
{
    char iso[AHD_DAY_ISO + 1] = "0001-01-01";

    if (day != AHD_NO_DAY)
        ahd_day_iso(day, iso);
    printf("\"%s\":\"%s\"", name, iso);
}

static void print_clock(int32_t second)
{
    second = second < 0 ? 0 : second;
    printf("%02d:%02d:%02d\"", second / HOUR, second % HOUR / 60, second % 60);
}

static void print_range(const ahd_reckoned *r, bool season)
{
    if (season)
        return;
    if (r->from != AHD_NO_DAY)
        print_day("startDate", r->from);
    if (r->from != AHD_NO_DAY && r->stop != AHD_NO_DAY)
        printf(",");
    if (r->stop != AHD_NO_DAY)
        print_day("endDate", r->stop);
}

static bool is_season(const ahd_said *row, uint16_t node)
{
    return (row[node].form == AHD_SAID_UNIT &&
            row[node].unit == AHD_GRAIN_SEASON) ||
           (row[node].a && is_season(row, row[node].a));
}

static void print_value(const ahd_telling *w, uint16_t node, const char *part,
                        const ahd_anchor *anchor)
{
    ahd_reckoned r = ahd_reckon(w->node, node, anchor);

    printf("{");
    if (strcmp(part, "date") == 0) {
        print_day("date", r.from);
    } else if (strcmp(part, "daterange") == 0 || strcmp(part, "open") == 0) {
        print_range(&r, is_season(w->node, node));
    } else if (strcmp(part, "time") == 0) {
        printf("\"time\":\"");
        print_clock(r.second);
    } else if (strcmp(part, "datetime") == 0) {
        char iso[AHD_DAY_ISO + 1] = "0001-01-01";
        if (r.from != AHD_NO_DAY)
            ahd_day_iso(r.from, iso);
        printf("\"dateTime\":\"%s ", iso);
        print_clock(r.second);
    } else if (strcmp(part, "duration") == 0) {
        printf("\"duration\":\"%.6g\"", r.length < 1e6 ? r.length : 0);
    }
    printf("}");
}

static void print_length(const ahd_reckoned *r)
{
    printf("{\"duration\":\"%.10g\"}", r->length);
}

static void print_set(const ahd_telling *w, uint16_t node, ahd_arena *arena)
{
    ahd_time t = {.kind = AHD_TIME_SET};
    ahd_said row[AHD_TELLING_NODES];

    memcpy(row, w->node, sizeof row);
    row[1] = w->node[node];
    if (row[1].a) {
        row[2] = w->node[row[1].a];
        row[1].a = 2;
    }
    ahd_str timex = ahd_timex_of(arena, &t, row);
    printf("{\"set\":\"Set: %.*s\"}", AHD_STR_ARG(timex));
}

static void print_one(const ahd_doc *doc, const ahd_telling *w, uint32_t end,
                      uint16_t node, const char *part)
{
    ahd_span at = ahd_telling_span(w, end);
    ahd_anchor anchor = {doc->published, (int32_t)doc->updated,
                         AHD_TOWARD_FUTURE, true};

    printf("{\"start\":%zu,\"end\":%zu", code_points(doc->text, at.start),
           code_points(doc->text, at.start + at.len));
    for (int i = 0; i < 2; i++) {
        anchor.toward = i ? AHD_TOWARD_PAST : AHD_TOWARD_FUTURE;
        printf(",\"%s\":", i ? "past" : "future");
        ahd_reckoned r = ahd_reckon(w->node, node, &anchor);
        if (strcmp(part, "set") == 0)
            print_set(w, node, doc->arena);
        else if (strcmp(part, "duration") == 0)
            print_length(&r);
        else
            print_value(w, node, part, &anchor);
    }
    printf("}");
}

static uint32_t longest(ahd_telling *w, const struct part *part, uint32_t token,
                        uint16_t *node)
{
    uint32_t best = 0;

    ahd_syntax_start(w, token, w->doc->tokens.count);
    for (const ahd_symbol *s = part->symbols; *s != AHD_SYM_END; s++) {
        uint16_t one;
        uint32_t end = ahd_syntax_read(w, *s, token, &one);
        if (end != AHD_MISS && end > best) {
            best = end;
            *node = one;
        }
    }
    return best;
}

static void answer(const ahd_kb *kb, ahd_doc *doc, const struct part *part,
                   ahd_arena *scratch)
{
    ahd_telling *w = ahd_new(scratch, ahd_telling, 1);
    bool first = true;

    *ahd_vec_push(doc->arena, &doc->paragraphs) =
        (ahd_span){0, (uint32_t)doc->text.len};
    ahd_text_split(kb, doc, scratch);
    ahd_morph_segment(kb, doc, scratch);
    ahd_morph_tag(kb, doc, scratch);
    ahd_telling_init(w, doc, true);
    printf("[");
    for (uint32_t token = 0; token < doc->tokens.count;) {
        uint16_t node = 0;
        uint32_t end = longest(w, part, token, &node);
        if (end) {
            printf("%s", first ? "" : ",");
            print_one(doc, w, end, node, part->name);
            first = false;
        }
        token = end ? end : token + 1;
    }
    printf("]\n");
}

static int32_t second_of(const char *clock)
{
    int hour = 0, minute = 0, second = 0;

    if (sscanf(clock, "T%d:%d:%d", &hour, &minute, &second) < 2)
        return 0;
    return hour * HOUR + minute * 60 + second;
}

int main(int argc, char **argv)
{
    static char line[LONGEST_LINE];
    const struct part *part = NULL;

    for (size_t i = 0; argc == 2 && i < sizeof parts / sizeof *parts; i++)
        if (strcmp(argv[1], parts[i].name) == 0)
            part = &parts[i];
    if (part == NULL) {
        fprintf(stderr, "usage: dates date|daterange|time|datetime|duration|"
                        "set|open\n");
        return 2;
    }
    ahd_arena *arena = ahd_arena_new(64 << 20),
              *scratch = ahd_arena_new(64 << 20);
    while (fgets(line, sizeof line, stdin)) {
        char *text = strchr(line, '\t');
        if (text == NULL)
            continue;
        *text++ = '\0';
        text[strcspn(text, "\n")] = '\0';
        ahd_arena_clear(arena);
        ahd_arena_clear(scratch);
        ahd_doc *doc = ahd_doc_new(arena);
        doc->text = ahd_str_from(text);
        doc->published = ahd_day_from_iso((ahd_str){line, AHD_DAY_ISO});
        doc->updated = second_of(line + AHD_DAY_ISO);
        answer(ahd_kb_embedded(), doc, part, scratch);
    }
    return 0;
}
