#include "ahd.h"
#include "scratch_file.h"
#include "test.h"

#include <jansson.h>
#include <string.h>

/* A record of one page, whose agreement the engine is told not to know. */
static const char page[] =
    "{\"id\":\"m\",\"title\":\"الدوحة\",\"date\":\"2020-10-26\",\"text\":"
    "\"وقعت قطر وحكومة الوفاق الوطني الليبية مذكرة تفاهم أمنية في الدوحة "
    "اليوم الاثنين.\"}\n";

static ahd_record *open_record(void)
{
    ahd_record *record = NULL;

    CHECK(ahd_record_open(scratch_path, true, &record, NULL) == AHD_OK);
    return record;
}

static void add_page(ahd_record *record)
{
    const ahd_options options = {.threads = 1,
                                 .without = "ly-qatar-gna-mou-2020-10-26"};
    char name[64];
    const char *const paths[] = {name};
    ahd_engine *engine = NULL;

    snprintf(name, sizeof name, "%s.jsonl", scratch_path);
    FILE *file = fopen(name, "wb");
    fputs(page, file);
    fclose(file);
    CHECK(ahd_engine_new(&options, &engine, NULL) == AHD_OK);
    CHECK(ahd_record_add(record, engine, paths, 1, NULL, NULL) == AHD_OK);
    ahd_engine_free(engine);
    unlink(name);
}

struct lists {
    int found, known;
    char id[64];
};

static bool take(void *context, const ahd_agreement_row *row)
{
    struct lists *lists = context;

    lists->known += !row->found;
    if (!row->found)
        return true;
    lists->found++;
    CHECK(row->acts >= 1 && row->documents == 1 && row->claims == 0);
    CHECK_STR(row->date, "2020-10-26");
    CHECK(row->name_ar.len > 0);
    snprintf(lists->id, sizeof lists->id, "%.*s", AHD_STR_ARG(row->id));
    return true;
}

static void a_discovery_is_listed_and_shown(void)
{
    ahd_record *record = open_record();
    ahd_buf json = AHD_BUF(1 << 20);
    struct lists lists = {0};

    add_page(record);
    CHECK(ahd_record_agreements(record, false, take, &lists, NULL) == AHD_OK);
    CHECK(lists.found == 1 && strcmp(lists.id, "found:m:1") == 0);
    CHECK(ahd_agreement_json(record, "found:m:1", &json, NULL) == AHD_OK);
    json_t *card = json_loadb(json.ptr, json.len, 0, NULL);
    CHECK(json_is_true(json_object_get(card, "found")));
    CHECK(json_array_size(json_object_get(card, "parties")) >= 2);
    json_decref(card);
    ahd_buf_finish(&json);
    ahd_record_close(record);
}

static void all_of_the_registry_follows(void)
{
    ahd_record *record = open_record();
    struct lists some = {0}, all = {0};

    CHECK(ahd_record_agreements(record, false, take, &some, NULL) == AHD_OK);
    CHECK(ahd_record_agreements(record, true, take, &all, NULL) == AHD_OK);
    CHECK(all.known > some.known + 100 && all.found == some.found);
    ahd_record_close(record);
}

/* The kept line says where it stood; the JSON is what reading prints. */
static bool take_document(void *context, const ahd_document_row *row)
{
    *(int64_t *)context += row->captures;
    CHECK(ahd_str_ends(row->path, AHD_STR(".jsonl:1")));
    CHECK_STR(row->published, "2020-10-26");
    return true;
}

static void a_record_of_lines_knows_each_line(void)
{
    ahd_record *record = open_record();
    ahd_buf json = AHD_BUF(1 << 20);
    int64_t captures = 0;

    add_page(record);
    CHECK(ahd_record_documents(record, NULL, take_document, &captures, NULL) ==
          AHD_OK);
    CHECK(captures == 1); /* read again it is no second sighting */
    CHECK(ahd_record_document_json(record, "m", &json, NULL) == AHD_OK);
    json_t *doc = json_loadb(json.ptr, json.len, 0, NULL);
    CHECK(json_integer_value(json_object_get(doc, "schema")) == 1);
    json_decref(doc);
    ahd_buf_finish(&json);
    ahd_record_close(record);
}

int main(void)
{
    scratch_make();
    RUN(a_discovery_is_listed_and_shown);
    RUN(all_of_the_registry_follows);
    RUN(a_record_of_lines_knows_each_line);
    scratch_remove();
    return test_failures != 0;
}
