#include "feedlist.h"

#include "base/buf.h"
#include "base/utf8.h"

#include "pace.h"
#include "target.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST_BYTES = 16 << 20, CHUNK = 64 << 10 };

/* ---------------------------------------------------------------- one line */

/* "a b # c" -> "a b"; the "#" of an address stays. */
static ahd_str without_comment(ahd_str line)
{
    for (size_t i = 0; i < line.len; i++)
        if (line.ptr[i] == '#' &&
            (i == 0 || line.ptr[i - 1] == ' ' || line.ptr[i - 1] == '\t'))
            line.len = i;
    return ahd_str_trim(line);
}

static ahd_str cut_field(ahd_str *rest)
{
    size_t len = 0;

    while (len < rest->len && rest->ptr[len] != ' ' && rest->ptr[len] != '\t')
        len++;
    ahd_str field = {rest->ptr, len};
    *rest = ahd_str_trim((ahd_str){rest->ptr + len, rest->len - len});
    return field;
}

/* What begins with a digit and ends in a letter of time is meant as one. */
static bool is_like_interval(ahd_str field)
{
    return field.len > 1 && field.ptr[0] >= '0' && field.ptr[0] <= '9' &&
           strchr("smhdw", field.ptr[field.len - 1]) != NULL;
}

static ahd_status take_url(ahd_feedlist_row *row, ahd_str field,
                           const char *path, ahd_error *error)
{
    ahd_target target;
    const char *why = ahd_target_init(&target, field, NULL);

    if (why)
        return ahd_fail_at(error, AHD_EFORMAT, path, row->line,
                           "cannot watch %.*s: %s; name an address such as "
                           "https://news.example/feed",
                           field.len < 80 ? (int)field.len : 80, field.ptr,
                           why);
    row->url = strdup(target.url);
    ahd_target_finish(&target);
    return row->url ? AHD_OK : ahd_fail(error, AHD_ENOMEM, "out of memory");
}

static ahd_status take_interval(ahd_feedlist_row *row, ahd_str field,
                                const char *path, ahd_error *error)
{
    row->interval = ahd_pace_read(field);
    if (row->interval > 0)
        return AHD_OK;
    return ahd_fail_at(error, AHD_EFORMAT, path, row->line,
                       "%.*s is no interval; write 15m, 2h or 1d, from 1m to "
                       "30d",
                       field.len < 20 ? (int)field.len : 20, field.ptr);
}

static ahd_status take_line(ahd_feedlist_row *row, ahd_str line,
                            const char *path, ahd_error *error)
{
    ahd_str rest = line, field = cut_field(&rest), after = rest;

    AHD_TRY(take_url(row, field, path, error));
    field = cut_field(&after);
    if (is_like_interval(field)) {
        AHD_TRY(take_interval(row, field, path, error));
        rest = after;
    }
    row->name = strndup(rest.ptr, rest.len);
    return row->name ? AHD_OK : ahd_fail(error, AHD_ENOMEM, "out of memory");
}

/* ---------------------------------------------------------------- all lines */

static void free_row(ahd_feedlist_row *row)
{
    free(row->url);
    free(row->name);
}

static ahd_status add_row(ahd_feedlist *list, size_t *capacity,
                          const ahd_feedlist_row *row, ahd_error *error)
{
    if (list->count == *capacity) {
        size_t more = *capacity ? *capacity * 2 : 64;
        ahd_feedlist_row *rows = realloc(list->rows, more * sizeof *rows);
        if (rows == NULL)
            return ahd_fail(error, AHD_ENOMEM, "out of memory");
        list->rows = rows;
        *capacity = more;
    }
    list->rows[list->count++] = *row;
    return AHD_OK;
}

static ahd_status take_lines(ahd_feedlist *list, ahd_str text, const char *path,
                             ahd_error *error)
{
    size_t capacity = 0, number = 0;

    if (ahd_str_starts(text, AHD_STR("\xEF\xBB\xBF")))
        text = (ahd_str){text.ptr + 3, text.len - 3};
    /* NOLINTNEXTLINE(clang-analyzer-unix.Malloc): the list has the rows. */
    while (text.len > 0) {
        ahd_str line = without_comment(ahd_str_cut(&text, '\n'));
        number++;
        if (line.len == 0)
            continue;
        ahd_feedlist_row row = {.line = number};
        ahd_status status = take_line(&row, line, path, error);
        if (status == AHD_OK)
            status = add_row(list, &capacity, &row, error);
        if (status != AHD_OK) {
            free_row(&row);
            return status;
        }
    }
    if (list->count == 0)
        return ahd_fail_at(error, AHD_EFORMAT, path, 0,
                           "names no feed; write an address a line");
    return AHD_OK;
}

static int by_url(const void *a, const void *b)
{
    const ahd_feedlist_row *x = *(const ahd_feedlist_row *const *)a,
                           *y = *(const ahd_feedlist_row *const *)b;
    int order = strcmp(x->url, y->url);

    return order ? order : (x->line > y->line) - (x->line < y->line);
}

static ahd_status refuse_twice(const ahd_feedlist *list, const char *path,
                               ahd_error *error)
{
    const ahd_feedlist_row **rows = calloc(list->count, sizeof(void *));
    ahd_status status = AHD_OK;

    if (rows == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    for (size_t i = 0; i < list->count; i++)
        rows[i] = &list->rows[i];
    qsort(rows, list->count, sizeof *rows, by_url);
    for (size_t i = 1; i < list->count && status == AHD_OK; i++)
        if (strcmp(rows[i]->url, rows[i - 1]->url) == 0)
            status = ahd_fail_at(error, AHD_EFORMAT, path, rows[i]->line,
                                 "this feed stands in line %zu already; take "
                                 "one out",
                                 rows[i - 1]->line);
    free(rows);
    return status;
}

static ahd_status read_file(const char *path, ahd_buf *text, ahd_error *error)
{
    char chunk[CHUNK];
    size_t got;
    FILE *file = fopen(path, "rb");

    if (file == NULL)
        return ahd_fail_system(error, path, "cannot open");
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0)
        ahd_buf_add(text, (ahd_str){chunk, got});
    bool broken = ferror(file) != 0;
    ahd_status status =
        broken ? ahd_fail_system(error, path, "cannot read") : AHD_OK;
    fclose(file);
    if (status == AHD_OK && text->failed)
        status = ahd_fail_at(error, AHD_ELIMIT, path, 0,
                             "is over 16 MiB; that is no list of feeds");
    return status;
}

ahd_status ahd_feedlist_read(ahd_feedlist *list, const char *path,
                             ahd_error *error)
{
    ahd_buf text = AHD_BUF(MOST_BYTES);

    *list = (ahd_feedlist){.rows = NULL};
    ahd_status status = read_file(path, &text, error);
    if (status == AHD_OK)
        status = take_lines(list, ahd_buf_str(&text), path, error);
    if (status == AHD_OK)
        status = refuse_twice(list, path, error);
    ahd_buf_finish(&text);
    return status;
}

void ahd_feedlist_finish(ahd_feedlist *list)
{
    for (size_t i = 0; i < list->count; i++)
        free_row(&list->rows[i]);
    free(list->rows);
    *list = (ahd_feedlist){.rows = NULL};
}
