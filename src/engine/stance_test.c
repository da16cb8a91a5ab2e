/* What the JSON of a document says of hostile names and of unknown people. */
#include "ahd.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char path[] = "/tmp/ahd-stance-XXXXXX";

struct told {
    const ahd_engine *engine;
    ahd_buf json;
};

static ahd_status take_page(void *context, const ahd_doc *doc, ahd_error *error)
{
    struct told *told = context;

    (void)error;
    ahd_doc_json(told->engine, doc, &told->json);
    return AHD_OK;
}

/* The JSON of a document of that text; the caller frees it. */
static ahd_buf read_text(const char *text)
{
    static const char *const paths[] = {path};
    struct told told = {.json = AHD_BUF(1 << 20)};
    const ahd_hooks hooks = {.context = &told, .page = take_page};
    ahd_options options = {0};
    ahd_engine *engine = NULL;
    FILE *file = fopen(path, "wb");

    fprintf(file,
            "{\"id\":\"d\",\"title\":\"خبر\",\"date\":\"2020-03-01\","
            "\"text\":\"%s\"}\n",
            text);
    fclose(file);
    CHECK(ahd_engine_new(&options, &engine, NULL) == AHD_OK);
    told.engine = engine;
    CHECK(ahd_read(engine, paths, 1, &hooks, NULL) == AHD_OK);
    ahd_engine_free(engine);
    ahd_buf_byte(&told.json, 0);
    return told.json;
}

static bool says(const char *text, const char *words)
{
    ahd_buf json = read_text(text);
    bool found = strstr(json.ptr, words) != NULL;

    if (!found)
        printf("%s\n", json.ptr);
    ahd_buf_finish(&json);
    return found;
}

static void a_hostile_name_is_a_stance(void)
{
    CHECK(says("هاجمت ميليشيا السراج مواقع الجيش.",
               "\"stance\":[{\"actor\":{\"id\":\"ly-gna-army\""));
}

static void in_a_quotation_it_is_the_speakers(void)
{
    CHECK(says("وقال حفتر: «إن ميليشيا السراج خرقت الهدنة في طرابلس».",
               "\"stance\":[]"));
    CHECK(says("وقال حفتر: «إن ميليشيا السراج خرقت الهدنة في طرابلس».",
               "\"hostile\":true"));
}

static void an_unknown_person_has_a_provisional_id(void)
{
    CHECK(says("وصل العميد منذر القطيشي إلى المدينة.",
               "\"id\":\"~p-mntrkts\",\"name\":\"منذر القطيشي\","
               "\"provisional\":true"));
}

static void he_is_so_in_acts_too(void)
{
    CHECK(says("وقع العميد منذر القطيشي مع قطر اتفاقا في الدوحة.",
               "\"source\":[{\"text\":\"العميد منذر القطيشي\""));
    CHECK(says("وقع العميد منذر القطيشي مع قطر اتفاقا في الدوحة.",
               "\"id\":\"~p-mntrkts\",\"name\":\"منذر القطيشي\","
               "\"provisional\":true,\"match\""));
}

int main(void)
{
    close(mkstemp(path));
    RUN(a_hostile_name_is_a_stance);
    RUN(in_a_quotation_it_is_the_speakers);
    RUN(an_unknown_person_has_a_provisional_id);
    RUN(he_is_so_in_acts_too);
    unlink(path);
    return test_failures != 0;
}
