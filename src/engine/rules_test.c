/* Every row of data/acts must read its own example as its act. */
#include "engine/read.h"
#include "kb/names.h"
#include "test.h"

#include <stdlib.h>
#include <unistd.h>

typedef struct check {
    const ahd_kb *kb;
    uint32_t rules; /* seen */
} check;

static bool has_act(const ahd_doc *doc, uint32_t wanted)
{
    for (uint32_t i = 0; i < doc->acts.count; i++) {
        uint8_t type = doc->acts.items[i].type;
        /* A breach that the example lets somebody tell is an accusation. */
        if (type == wanted ||
            (wanted == AHD_ACT_BREACH && type == AHD_ACT_ACCUSE))
            return true;
    }
    return false;
}

/* Documents come in the order of the rules. */
static ahd_status look(void *context, const ahd_doc *doc, ahd_error *error)
{
    check *c = context;
    const ahd_rule *rule = ahd_kb_rule_at(c->kb, c->rules++);

    (void)error;
    if (!has_act(doc, rule->act)) {
        printf("rule %.*s: no %s in: %.*s\n",
               AHD_STR_ARG(ahd_kb_str(c->kb, rule->id)),
               ahd_names_act[rule->act],
               AHD_STR_ARG(ahd_kb_str(c->kb, rule->example)));
        test_failures++;
    }
    return AHD_OK;
}

static void put_record(FILE *file, ahd_str example)
{
    fputs("{\"id\":\"x\",\"date\":\"2020-10-26\",\"text\":\"", file);
    for (size_t i = 0; i < example.len; i++) {
        if (example.ptr[i] == '"')
            fputc('\\', file);
        fputc(example.ptr[i], file);
    }
    fputs("\"}\n", file);
}

static void read_examples(ahd_engine *engine, const char *path)
{
    check c = {&engine->kb, 0};
    ahd_hooks hooks = {&c, look, NULL};

    CHECK(ahd_read(engine, &path, 1, &hooks, NULL) == AHD_OK);
    CHECK(c.rules == engine->kb.rules.count);
}

int main(void)
{
    char path[] = "/tmp/ahd-rules-XXXXXX";
    ahd_options options = {.threads = 1};
    ahd_engine *engine = NULL;
    int fd = mkstemp(path);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "w");

    CHECK(ahd_engine_new(&options, &engine, NULL) == AHD_OK);
    CHECK(file != NULL);
    if (engine && file) {
        for (uint32_t i = 0; i < engine->kb.rules.count; i++)
            put_record(file,
                       ahd_kb_str(&engine->kb,
                                  ahd_kb_rule_at(&engine->kb, i)->example));
        fclose(file);
        read_examples(engine, path);
        unlink(path);
    }
    ahd_engine_free(engine);
    return test_failures != 0;
}
