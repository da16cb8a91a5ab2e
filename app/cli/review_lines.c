#include "cli/review_lines.h"

#include "cli/say.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_MOST = 1 << 20, MANY = 64 };

struct ahd_review_values {
    ahd_review_values *next;
    const char *at[MANY];
};

bool ahd_review_lines_undo(ahd_review *review, const char *number)
{
    uint32_t n;

    if (number == NULL)
        return true;
    if (!ahd_str_number(ahd_str_from(number), &n) || n == 0) {
        ahd_say("\"%s\" is no number of a review; ahd list reviews shows them",
                number);
        return false;
    }
    review->undo = true;
    review->undoes = n;
    return true;
}

/* --------------------------------------------------------------- one line */

/* Strings that last as long as the lines: they are kept in `lines`. */
static const char *keep(ahd_review_lines *l, const char *text)
{
    json_t *kept = json_string(text);

    json_array_append_new(l->lines, kept);
    return kept ? json_string_value(kept) : NULL;
}

static void add_value(ahd_review_lines *l, const char *key, const json_t *value,
                      const char **out, size_t *count)
{
    const char *text = json_string_value(value);
    ahd_buf both = AHD_BUF(LINE_MOST);
    char number[32];

    if (json_is_integer(value)) {
        snprintf(number, sizeof number, "%lld",
                 (long long)json_integer_value(value));
        text = number;
    }
    ahd_buf_printf(&both, "%s=%s", key, text ? text : "");
    const char *kept = both.failed ? NULL : keep(l, both.ptr);
    if (kept && *count < MANY)
        out[(*count)++] = kept;
    ahd_buf_finish(&both);
}

/* A list for a field is one value, with bars between. */
static void add_list(ahd_review_lines *l, const char *key, const json_t *list,
                     const char **out, size_t *count)
{
    ahd_buf all = AHD_BUF(LINE_MOST);

    ahd_buf_printf(&all, "%s=", key);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const char *text = json_string_value(json_array_get(list, i));
        ahd_buf_printf(&all, "%s%s", i ? " | " : "", text ? text : "");
    }
    const char *kept = all.failed ? NULL : keep(l, all.ptr);
    if (kept && *count < MANY)
        out[(*count)++] = kept;
    ahd_buf_finish(&all);
}

/* {"source":"ly-gna"} as "source=ly-gna"; kept as long as the lines. */
static const char *const *add_pairs(ahd_review_lines *l, json_t *object,
                                    size_t *count)
{
    ahd_review_values *list = calloc(1, sizeof *list);
    const char *key;
    json_t *value;

    *count = 0;
    if (list == NULL)
        return NULL;
    list->next = l->values;
    l->values = list;
    json_object_foreach(object, key, value)
    {
        if (json_is_array(value))
            add_list(l, key, value, list->at, count);
        else
            add_value(l, key, value, list->at, count);
    }
    return list->at;
}

/* What another record printed names its decision; the fields are there. */
static void take_decision(const json_t *line, ahd_review *r)
{
    const char *name = json_string_value(json_object_get(line, "decision"));

    if (name == NULL)
        return;
    r->confirm |= strcmp(name, "confirm") == 0;
    r->reject |= strcmp(name, "reject") == 0;
}

/* Values are texts, numbers, lists of texts; null is nobody. Of anything else
 * nothing is guessed. */
static bool are_values(json_t *object)
{
    const char *key;
    json_t *value;

    if (object != NULL && !json_is_object(object) && !json_is_null(object))
        return false;
    json_object_foreach(object, key, value)
    {
        for (size_t i = 0; i < json_array_size(value); i++)
            if (!json_is_string(json_array_get(value, i)))
                return false;
        if (!json_is_string(value) && !json_is_integer(value) &&
            !json_is_null(value) && !json_is_array(value))
            return false;
    }
    return json_object_size(object) <= MANY;
}

static const char *text_of(const json_t *line, const char *key)
{
    return json_string_value(json_object_get(line, key));
}

static void take_line(ahd_review_lines *l, json_t *line, const char *by,
                      ahd_review *r)
{
    const json_t *act = json_object_get(line, "act");

    *r = (ahd_review){.document = text_of(line, "document"),
                      .by = text_of(line, "by"),
                      .why = text_of(line, "why"),
                      .note = text_of(line, "note"),
                      .merge = text_of(line, "merge"),
                      .split = text_of(line, "split"),
                      .confirm = json_is_true(json_object_get(line, "confirm")),
                      .reject = json_is_true(json_object_get(line, "reject"))};
    if (act == NULL)
        act = json_object_get(line, "n");
    r->act = json_integer_value(act);
    r->set = add_pairs(l, json_object_get(line, "set"), &r->set_count);
    r->link = add_pairs(l, json_object_get(line, "link"), &r->link_count);
    const json_t *undo = json_object_get(line, "undo");
    r->undoes = json_integer_value(undo);
    r->undo = json_is_true(undo) || r->undoes > 0;
    if (r->by == NULL)
        r->by = by;
    take_decision(line, r);
}

static bool grow(ahd_review_lines *l)
{
    if (l->count < l->capacity)
        return true;
    size_t wider = l->capacity ? 2 * l->capacity : 64;
    ahd_review *reviews = realloc(l->reviews, wider * sizeof *reviews);
    if (reviews)
        l->reviews = reviews;
    size_t *numbers = realloc(l->numbers, wider * sizeof *numbers);
    if (numbers)
        l->numbers = numbers;
    if (reviews && numbers)
        l->capacity = wider;
    return reviews && numbers;
}

static void say_wrong(ahd_review_lines *l, size_t number, const char *what)
{
    ahd_error error = {0};

    l->wrong++;
    ahd_fail_at(&error, AHD_EFORMAT, l->path, number,
                "this is no review: %s; write {\"document\":…,\"act\":N,"
                "\"by\":…,\"confirm\":true}",
                what);
    ahd_say_error(&error);
}

static ahd_status add_line(ahd_review_lines *l, ahd_str text, size_t number,
                           const char *by, ahd_error *error)
{
    json_error_t why;
    json_t *line;

    if (ahd_str_trim(text).len == 0)
        return AHD_OK;
    if (!grow(l))
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    line = json_loadb(text.ptr, text.len, 0, &why);
    if (line == NULL)
        say_wrong(l, number, why.text);
    else if (text_of(line, "document") == NULL)
        say_wrong(l, number, "it names no document");
    else if (!are_values(json_object_get(line, "set")) ||
             !are_values(json_object_get(line, "link")))
        say_wrong(l, number, "set and link are objects of texts");
    else {
        take_line(l, line, by, &l->reviews[l->count]);
        l->numbers[l->count++] = number;
    }
    json_array_append_new(l->lines, line ? line : json_null());
    return AHD_OK;
}

/* ---------------------------------------------------------------- the file */

static ahd_status read_all(ahd_review_lines *l, FILE *file, const char *by,
                           ahd_error *error)
{
    ahd_status status = AHD_OK;
    char *text = NULL;
    size_t room = 0, number = 0;
    ssize_t len;

    while (status == AHD_OK && (len = getline(&text, &room, file)) >= 0)
        status = add_line(l, (ahd_str){text, (size_t)len}, ++number, by, error);
    if (status == AHD_OK && ferror(file))
        status = ahd_fail_system(error, l->path, "cannot read");
    free(text);
    return status;
}

ahd_status ahd_review_lines_read(const char *path, const char *by,
                                 ahd_review_lines *out, ahd_error *error)
{
    bool standard = strcmp(path, "-") == 0;
    FILE *file = standard ? stdin : fopen(path, "rb");

    *out = (ahd_review_lines){.path = path, .lines = json_array()};
    if (file == NULL)
        return ahd_fail_system(error, path, "cannot open");
    ahd_status status = read_all(out, file, by, error);
    if (!standard)
        fclose(file);
    return status;
}

void ahd_review_lines_free(ahd_review_lines *l)
{
    while (l->values) {
        ahd_review_values *next = l->values->next;
        free(l->values);
        l->values = next;
    }
    free(l->reviews);
    free(l->numbers);
    json_decref(l->lines);
}
