/* Every row of data/acts must read its own example as its act, every row of
 * data/events as its event. */
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

static bool has_event(const ahd_doc *doc, const ahd_event_rule *rule)
{
    for (uint32_t i = 0; i < doc->events.count; i++)
        if (doc->events.items[i].type == rule->type)
            return true;
    return false;
}

static ahd_status look_at_events(void *context, const ahd_doc *doc,
                                 ahd_error *error)
{
    check *c = context;
    const ahd_event_rule *rule = ahd_kb_event_rule_at(c->kb, c->rules++);

    (void)error;
    if (!has_event(doc, rule)) {
        printf("rule %.*s: no %s in: %.*s\n",
               AHD_STR_ARG(ahd_kb_str(c->kb, rule->id)),
               ahd_names_event[rule->type],
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

typedef ahd_status page_fn(void *context, const ahd_doc *doc, ahd_error *error);

static void read_examples(ahd_engine *engine, const char *path, page_fn *page,
                          uint32_t rules)
{
    check c = {&engine->kb, 0};
    ahd_hooks hooks = {&c, page, NULL};

    CHECK(ahd_read(engine, &path, 1, &hooks, NULL) == AHD_OK);
    CHECK(c.rules == rules);
}

static void acts_are_read(ahd_engine *engine, const char *path)
{
    FILE *file = fopen(path, "w");

    CHECK(file != NULL);
    for (uint32_t i = 0; file && i < engine->kb.rules.count; i++)
        put_record(file, ahd_kb_str(&engine->kb,
                                    ahd_kb_rule_at(&engine->kb, i)->example));
    if (file && fclose(file) == 0)
        read_examples(engine, path, look, engine->kb.rules.count);
}

static void events_are_read(ahd_engine *engine, const char *path)
{
    const ahd_kb *kb = &engine->kb;
    FILE *file = fopen(path, "w");

    CHECK(file != NULL);
    for (uint32_t i = 0; file && i < kb->event_rules.count; i++)
        put_record(file, ahd_kb_str(kb, ahd_kb_event_rule_at(kb, i)->example));
    if (file && fclose(file) == 0)
        read_examples(engine, path, look_at_events, kb->event_rules.count);
}

int main(void)
{
    char path[] = "/tmp/ahd-rules-XXXXXX";
    ahd_options options = {.threads = 1};
    ahd_engine *engine = NULL;
    int fd = mkstemp(path);

    CHECK(fd >= 0);
    CHECK(ahd_engine_new(&options, &engine, NULL) == AHD_OK);
    if (engine && fd >= 0) {
        close(fd);
        acts_are_read(engine, path);
        events_are_read(engine, path);
        unlink(path);
    }
    ahd_engine_free(engine);
    return test_failures != 0;
}
