#include "web/retold.h"

#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEY_BYTES = 300, NUMBER_BYTES = 40 };

/* ---------------------------------------------------------------- numbers */

/* 0 to 9 of any of the three rows of digits; -1 for another character. */
static int digit_of(uint32_t c)
{
    if (c >= '0' && c <= '9')
        return (int)(c - '0');
    if (c >= 0x660 && c <= 0x669)
        return (int)(c - 0x660);
    if (c >= 0x6F0 && c <= 0x6F9)
        return (int)(c - 0x6F0);
    return -1;
}

static bool is_point(uint32_t c)
{
    return c == '.' || c == 0x66B;
}

static bool is_comma(uint32_t c)
{
    return c == ',' || c == 0x66C;
}

static void keep(json_t *has, const char *kind, ahd_str key, ahd_str words)
{
    char name[KEY_BYTES];
    int len = snprintf(name, sizeof name, "%s:%.*s", kind, AHD_STR_ARG(key));

    if (len > 0 && (size_t)len < sizeof name &&
        json_object_get(has, name) == NULL)
        json_object_set_new(has, name, json_stringn(words.ptr, words.len));
}

/* A mark between two digits belongs to the number: a point, or the comma that
 * parts thousands, which is not written. */
static void add(char number[NUMBER_BYTES], size_t *len, char c)
{
    if (*len + 1 < NUMBER_BYTES)
        number[(*len)++] = c;
}

void ahd_retold_numbers(ahd_str text, json_t *has)
{
    char number[NUMBER_BYTES];
    uint32_t mark = 0; /* after the last digit */
    size_t len = 0;

    for (size_t at = 0; at <= text.len;) {
        uint32_t c = at < text.len ? ahd_utf8_next(text, &at) : 0;
        int digit = digit_of(c);
        at += c == 0 && at >= text.len;
        if (digit >= 0 && len > 0 && is_point(mark))
            add(number, &len, '.');
        if (digit >= 0) {
            add(number, &len, (char)('0' + digit));
            mark = 0;
        } else if (len > 0 && mark == 0 && (is_point(c) || is_comma(c))) {
            mark = c;
        } else if (len > 0) {
            keep(has, "number", (ahd_str){number, len}, (ahd_str){number, len});
            len = 0;
            mark = 0;
        }
    }
}

/* ------------------------------------------------------------ what is named */

static bool is_within(ahd_range inner, ahd_range outer)
{
    return inner.start >= outer.start && inner.end <= outer.end;
}

static void take_names(const ahd_view *view, ahd_retold *t, ahd_range sentence)
{
    const json_t *list = ahd_field_list(t->document, "mentions"), *one;
    ahd_range at;
    size_t i;

    ahd_field_each(list, i, one)
    {
        ahd_str id = ahd_field_text(one, "id");
        ahd_str name = ahd_view_pick(view, ahd_field_text(one, "name_ar"),
                                     ahd_field_text(one, "name"));
        if (id.len > 0 && name.len > 0 && ahd_field_range(one, "at", &at) &&
            is_within(at, sentence))
            keep(t->has, "name", id, name);
    }
}

static const json_t *act_of(const json_t *document, int64_t n)
{
    const json_t *list = ahd_field_list(document, "acts"), *one;
    size_t i;

    ahd_field_each(list, i,
                   one) if (ahd_field_number(one, "id") == n) return one;
    return NULL;
}

static ahd_status read_document(const ahd_view *view, ahd_retold *t,
                                ahd_error *error)
{
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES);

    ahd_status status = ahd_record_document_json(
        view->record, ahd_field_text(t->row, "document").ptr, &text, error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, &t->document, error);
    ahd_buf_finish(&text);
    return status;
}

/* Each key once a telling. */
static void count_keys(json_t *times, json_t *has)
{
    const char *key;
    json_t *words;

    json_object_foreach(has, key, words)
    {
        json_int_t n = json_integer_value(json_object_get(times, key));
        json_object_set_new(times, key, json_integer(n + 1));
    }
}

static ahd_status take(const ahd_view *view, ahd_retold_all *all,
                       const json_t *row, ahd_error *error)
{
    ahd_retold *t = &all->items[all->count++];
    ahd_range sentence = {.start = (uint32_t)ahd_field_number(row, "start"),
                          .end = (uint32_t)ahd_field_number(row, "end")};

    *t = (ahd_retold){.row = row, .has = json_object()};
    AHD_TRY(read_document(view, t, error));
    t->act = act_of(t->document, ahd_field_number(row, "n"));
    ahd_retold_numbers(ahd_field_text(row, "sentence"), t->has);
    take_names(view, t, sentence);
    count_keys(all->times, t->has);
    return AHD_OK;
}

ahd_status ahd_retold_read(const ahd_view *view, const char *id,
                           ahd_retold_all *out, ahd_error *error)
{
    const ahd_overview ask = {.what = "tellings", .id = id};
    const json_t *row;
    size_t i;

    *out = (ahd_retold_all){.times = json_object()};
    AHD_TRY(ahd_inquiry(view, &ask, &out->rows, error));
    out->items = calloc(json_array_size(out->rows) + 1, sizeof *out->items);
    if (out->items == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    ahd_field_each(out->rows, i, row) AHD_TRY(take(view, out, row, error));
    return AHD_OK;
}

void ahd_retold_finish(ahd_retold_all *all)
{
    for (size_t i = 0; i < all->count; i++) {
        json_decref(all->items[i].document);
        json_decref(all->items[i].has);
    }
    free(all->items);
    json_decref(all->times);
    json_decref(all->rows);
    *all = (ahd_retold_all){0};
}
