#include "ahd.h"
#include "base/utf8.h"
#include "doc/doc.h"
#include "test.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PAGES = 60 };

/* PAGES records of JSONL, one a line, and one that is none in the middle. */
static char path[] = "/tmp/ahd-read-XXXXXX";

static void write_pages(void)
{
    FILE *file = fdopen(mkstemp(path), "wb");

    for (int i = 0; i < PAGES; i++)
        fprintf(file,
                "{\"id\":\"d%d\",\"title\":\"Talks\",\"date\":\"2020-10-26\","
                "\"text\":\"😀 وقعت قطر وتركيا اتفاقا أمنيا في الدوحة اليوم. "
                "وقال وزير الخارجية التركي إن الاتفاق مهم، رقم %d.\"}\n",
                i, i);
    fclose(file);
}

struct seen {
    const ahd_engine *engine;
    int next, acts;
    int stop_at; /* the page that the caller has enough at; -1 never */
    ahd_buf json;
};

static ahd_status take_page(void *context, const ahd_doc *doc, ahd_error *error)
{
    struct seen *seen = context;
    char id[16];

    snprintf(id, sizeof id, "d%d", seen->next);
    CHECK(ahd_str_eq(doc->id, ahd_str_from(id)));
    seen->acts += (int)doc->acts.count;
    ahd_doc_json(seen->engine, doc, &seen->json);
    ahd_buf_byte(&seen->json, '\n');
    if (seen->next++ == seen->stop_at)
        return ahd_fail(error, AHD_EUSAGE, "enough");
    return AHD_OK;
}

static ahd_engine *new_engine(ahd_options options)
{
    ahd_engine *engine = NULL;

    CHECK(ahd_engine_new(&options, &engine, NULL) == AHD_OK);
    return engine;
}

static ahd_status read_pages(ahd_options options, struct seen *seen,
                             ahd_counts *counts)
{
    const char *const paths[] = {path};
    const ahd_hooks hooks = {.context = seen, .page = take_page};
    ahd_engine *engine = new_engine(options);
    ahd_error error = {0};

    seen->engine = engine;
    ahd_status status = ahd_read(engine, paths, 1, &hooks, &error);
    *counts = ahd_engine_counts(engine);
    ahd_engine_free(engine);
    return status;
}

static struct seen nothing_seen(void)
{
    return (struct seen){.stop_at = -1, .json = AHD_BUF(16 << 20)};
}

/* ----------------------------------------------------------------- tests */

static void any_number_of_threads_gives_the_same_in_the_same_order(void)
{
    static const int threads[] = {1, 2, 7, 64};
    struct seen first = nothing_seen();
    ahd_counts counts;

    CHECK(read_pages((ahd_options){.threads = 1}, &first, &counts) == AHD_OK);
    CHECK(first.next == PAGES && counts.pages == PAGES);
    CHECK(counts.articles + counts.refused == PAGES);
    CHECK(first.acts > 0 && counts.acts == (uint64_t)first.acts);
    for (size_t i = 0; i < sizeof threads / sizeof *threads; i++) {
        struct seen again = nothing_seen();
        CHECK(read_pages((ahd_options){.threads = threads[i]}, &again,
                         &counts) == AHD_OK);
        CHECK(ahd_str_eq(ahd_buf_str(&again.json), ahd_buf_str(&first.json)));
        ahd_buf_finish(&again.json);
    }
    ahd_buf_finish(&first.json);
}

static void a_caller_that_has_enough_ends_the_reading(void)
{
    for (int threads = 1; threads <= 4; threads += 3) {
        struct seen seen = nothing_seen();
        ahd_counts counts;
        seen.stop_at = 5;
        CHECK(read_pages((ahd_options){.threads = threads}, &seen, &counts) ==
              AHD_EUSAGE);
        CHECK(seen.next == 6 && counts.pages == 6);
        ahd_buf_finish(&seen.json);
    }
}

/* The words of "text" from code point at[0] to at[1]. */
static ahd_str words_at(const json_t *doc, const json_t *at)
{
    ahd_str text =
        ahd_str_from(json_string_value(json_object_get(doc, "text")));
    size_t ends[2] = {0, 0};

    for (size_t i = 0; i < 2; i++) {
        json_int_t n = json_integer_value(json_array_get(at, i));
        while (n-- > 0 && ends[i] < text.len)
            ahd_utf8_next(text, &ends[i]);
    }
    return (ahd_str){text.ptr + ends[0], ends[1] - ends[0]};
}

/* An emoji stands before the words, and they have two bytes a letter. */
static void check_line(const char *line, size_t len)
{
    json_t *doc = json_loadb(line, len, 0, NULL);
    const json_t *act = json_array_get(json_object_get(doc, "acts"), 0);

    CHECK(doc != NULL && act != NULL);
    CHECK_STR(words_at(doc, json_object_get(act, "trigger")), "وقعت");
    CHECK(ahd_str_ends(words_at(doc, json_object_get(act, "sentence")),
                       AHD_STR("اليوم.")));
    json_decref(doc);
}

static void every_line_is_strict_json_with_offsets_in_code_points(void)
{
    struct seen seen = nothing_seen();
    ahd_counts counts;

    CHECK(read_pages((ahd_options){.threads = 2}, &seen, &counts) == AHD_OK);
    ahd_str rest = ahd_buf_str(&seen.json);
    while (rest.len > 0) {
        ahd_str line = ahd_str_cut(&rest, '\n');
        check_line(line.ptr, line.len);
    }
    ahd_buf_finish(&seen.json);
}

/* A page too large for its memory is refused; the next is read as ever. */
struct refusals {
    int pages, refused;
};

static ahd_status count_refused(void *context, const ahd_doc *doc,
                                ahd_error *error)
{
    struct refusals *r = context;

    (void)error;
    r->pages++;
    r->refused += doc->kind == AHD_KIND_ERROR;
    CHECK(doc->id.len > 0 && doc->sha256.len == 64);
    return AHD_OK;
}

static void write_large(const char *name)
{
    FILE *file = fopen(name, "wb");

    fprintf(file, "{\"id\":\"large\",\"title\":\"T\",\"text\":\"");
    for (int i = 0; i < 20000; i++)
        fprintf(file, "وقعت قطر اتفاق %d. ", i);
    fprintf(file, "\"}\n{\"id\":\"small\",\"title\":\"T\","
                  "\"text\":\"وقعت قطر اتفاقا.\"}\n");
    fclose(file);
}

static void a_page_over_its_memory_is_refused_alone(void)
{
    char name[64];
    const char *const paths[] = {name};
    ahd_engine *engine =
        new_engine((ahd_options){.threads = 2, .doc_bytes = 1});
    struct refusals r = {0};
    const ahd_hooks hooks = {.context = &r, .page = count_refused};

    snprintf(name, sizeof name, "%s.large.jsonl", path);
    write_large(name);
    CHECK(ahd_read(engine, paths, 1, &hooks, NULL) == AHD_OK);
    CHECK(r.pages == 2 && r.refused == 1);
    ahd_engine_free(engine);
    unlink(name);
}

static void count_skipped(void *context, const ahd_error *why)
{
    CHECK(strcmp(why->file, "no/such/file") == 0);
    ++*(int *)context;
}

static void what_cannot_be_opened_is_skipped(void)
{
    const char *const paths[] = {"no/such/file"};
    ahd_engine *engine = new_engine(AHD_OPTIONS);
    int skipped = 0;
    const ahd_hooks hooks = {.context = &skipped, .skipped = count_skipped};

    CHECK(ahd_read(engine, paths, 1, &hooks, NULL) == AHD_OK);
    CHECK(skipped == 1 && ahd_engine_counts(engine).skipped == 1);
    ahd_engine_free(engine);
}

static void check_line_2(void *context, const ahd_error *why)
{
    CHECK(why->line == 2 && strcmp(why->file, path) != 0);
    ++*(int *)context;
}

static ahd_status count_page(void *context, const ahd_doc *doc,
                             ahd_error *error)
{
    (void)error;
    CHECK(!ahd_str_eq(doc->id, AHD_STR("cut")));
    *(int *)context += 100;
    return AHD_OK;
}

static void a_line_that_is_no_record_is_skipped_and_named(void)
{
    char name[64];
    const char *const paths[] = {name};
    ahd_engine *engine = new_engine((ahd_options){.threads = 3});
    int told = 0;
    const ahd_hooks hooks = {
        .context = &told, .page = count_page, .skipped = check_line_2};

    snprintf(name, sizeof name, "%s.broken.jsonl", path);
    FILE *file = fopen(name, "wb");
    fputs("{\"id\":\"a\",\"text\":\"They signed.\"}\n{\"id\":\"cut\n"
          "{\"id\":\"b\",\"text\":\"They met.\"}\n",
          file);
    fclose(file);
    CHECK(ahd_read(engine, paths, 1, &hooks, NULL) == AHD_OK);
    CHECK(told == 201 && ahd_engine_counts(engine).pages == 2);
    ahd_engine_free(engine);
    unlink(name);
}

static ahd_status pass_page(void *context, const ahd_doc *doc, ahd_error *error)
{
    (void)context, (void)doc, (void)error;
    return AHD_OK;
}

/* A crawl with an image twice, a page whose digest differs, and garbage. */
static void what_is_no_article_is_counted_by_reason(void)
{
    static const char image[] = "WARC/1.0\r\nWARC-Type: resource\r\n"
                                "Content-Type: image/png\r\n"
                                "Content-Length: 4\r\n\r\nabcd\r\n\r\n";
    static const char odd[] = "WARC/1.0\r\nWARC-Type: resource\r\n"
                              "Content-Type: text/plain\r\n"
                              "WARC-Block-Digest: md5:"
                              "00000000000000000000000000000000\r\n"
                              "Content-Length: 4\r\n\r\ntext\r\n\r\n";
    char name[64];
    const char *const paths[] = {name};
    ahd_engine *engine = new_engine((ahd_options){.threads = 2});
    const ahd_hooks hooks = {.page = pass_page};
    ahd_reason_count reasons[8];

    snprintf(name, sizeof name, "%s.warc", path);
    FILE *file = fopen(name, "wb");
    fprintf(file, "%s%s%sgarbage", image, odd, image);
    fclose(file);
    CHECK(ahd_read(engine, paths, 1, &hooks, NULL) == AHD_OK);
    ahd_counts counts = ahd_engine_counts(engine);
    CHECK(counts.passed == 2 && counts.skipped == 1 && counts.pages == 1);
    CHECK(counts.bytes == 2 * strlen(image) + strlen(odd) + 7);
    CHECK(ahd_engine_reasons(engine, reasons, 8) >= 3);
    CHECK(ahd_str_eq(reasons[0].reason, AHD_STR("an image")));
    CHECK(reasons[0].count == 2 && reasons[1].count == 1);
    CHECK_STR(reasons[1].reason, "read, but its digest differs");
    CHECK(ahd_engine_reasons(engine, reasons, 1) == 1);
    ahd_engine_free(engine);
    unlink(name);
}

static void hiding_what_nobody_knows_is_a_mistake(void)
{
    const ahd_options options = {.without = "ly-ceasefire-2020-10-23, nowhere"};
    ahd_engine *engine = NULL;
    ahd_error error = {0};

    CHECK(ahd_engine_new(&options, &engine, &error) == AHD_EUSAGE);
    CHECK(engine == NULL && strstr(error.message, "'nowhere'") != NULL);
}

int main(void)
{
    write_pages();
    RUN(any_number_of_threads_gives_the_same_in_the_same_order);
    RUN(a_caller_that_has_enough_ends_the_reading);
    RUN(every_line_is_strict_json_with_offsets_in_code_points);
    RUN(a_page_over_its_memory_is_refused_alone);
    RUN(what_cannot_be_opened_is_skipped);
    RUN(a_line_that_is_no_record_is_skipped_and_named);
    RUN(what_is_no_article_is_counted_by_reason);
    RUN(hiding_what_nobody_knows_is_a_mistake);
    unlink(path);
    return test_failures != 0;
}
