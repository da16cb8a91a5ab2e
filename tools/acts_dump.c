/* acts_dump.c - what models/acts/train.py learns from, and reads by.
 *
 *     acts_dump triggers WEIGHTS DOCS.jsonl           what is seen of triggers
 *     acts_dump arguments WEIGHTS DOCS.jsonl < GIVEN  of those in given acts
 *     acts_dump read WEIGHTS DOCS.jsonl               readings as JSON
 *
 * GIVEN as in bench/slots.c. Rows, tab separated, places in bytes of the text:
 *
 *     D  id
 *     M  start  len  actor  same              a mention; actor -1: not known
 *     T  start  len  sentence  types  symptoms  a trigger; types as bits
 *     G  number                               the given act of that number
 *     A  mention  symptoms                    an argument of it
 *
 * Runs on building machines only. */
#include "acts/acts.h"
#include "doc/look.h"
#include "engine/pipeline.h"
#include "given_acts.h"
#include "kb/names.h"
#include "output/json.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DOC_BYTES = 256 << 20, MOST_JSON = 64 << 20 };

typedef struct dump {
    ahd_arena *arena, *scratch;
    const ahd_kb *kb;
    ahd_kb own; /* with other weights */
    ahd_lexica lang;
    const ahd_act *last; /* the given act that was shown last */
    unsigned number;
} dump;

static void print_symptoms(const ahd_symptoms *symptoms)
{
    for (uint32_t i = 0; i < symptoms->count; i++)
        printf(i ? " %x" : "%x", symptoms->numbers[i]);
    putchar('\n');
}

static void print_trigger(void *user, const ahd_trigger *trigger,
                          const ahd_symptoms *symptoms)
{
    const ahd_doc *doc = trigger->scene.doc;
    ahd_span at = ahd_look_span(doc, trigger->hit->first, trigger->hit->end);

    (void)user;
    printf("T\t%u\t%u\t%u\t%u\t", (unsigned)at.start, (unsigned)at.len,
           (unsigned)(trigger->scene.sentence - doc->sentences.items),
           (unsigned)trigger->types);
    print_symptoms(symptoms);
}

static void print_argument(void *user, const ahd_argument_asker *asker,
                           uint32_t mention, const ahd_symptoms *symptoms)
{
    dump *d = user;

    if (asker->act != d->last) {
        d->last = asker->act;
        printf("G\t%u\n", d->number);
    }
    printf("A\t%u\t", (unsigned)mention);
    print_symptoms(symptoms);
}

static void print_mentions(const ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->mentions.count; i++) {
        const ahd_mention *m = &doc->mentions.items[i];
        uint32_t actor = m->kind == AHD_MENTION_PLACE ? m->of : m->id;
        printf("M\t%u\t%u\t%d\t%d\n", (unsigned)m->at.start,
               (unsigned)m->at.len, (int)actor, (int)m->same_as);
    }
}

static ahd_doc *read_doc(dump *d, ahd_str line, unsigned number)
{
    ahd_page_in in = {.bytes = line,
                      .format = AHD_FORMAT_JSONL,
                      .path = AHD_STR("-"),
                      .line = number + 1};
    ahd_doc *doc;

    ahd_arena_clear(d->arena);
    ahd_arena_clear(d->scratch);
    doc = ahd_doc_new(d->arena);
    ahd_pipeline_run(d->kb, &in, false, doc, d->scratch);
    return doc;
}

/* Once more, with somebody who looks on. */
static void show_acts(dump *d, ahd_doc *doc)
{
    ahd_acts_watch watch = {.user = d};

    if (doc->given.count > 0)
        watch.argument = print_argument;
    else
        watch.trigger = print_trigger;
    doc->acts.count = 0;
    ahd_acts_read(d->kb, doc, d->scratch, &watch);
}

static void dump_triggers(dump *d, ahd_str line, unsigned number)
{
    ahd_doc *doc = read_doc(d, line, number);

    printf("D\t%.*s\n", AHD_STR_ARG(doc->id));
    show_acts(d, doc);
}

static void dump_arguments(dump *d, ahd_str line, unsigned number)
{
    static given_act g;
    ahd_doc *doc = read_doc(d, line, number);

    if (number == 0)
        given_act_next(&g);
    printf("D\t%.*s\n", AHD_STR_ARG(doc->id));
    print_mentions(doc);
    d->number = 0;
    for (; g.some && g.doc == number; given_act_next(&g), d->number++) {
        doc->given.count = 0;
        *ahd_vec_push(doc->arena, &doc->given) = given_act_of(&g);
        d->last = NULL;
        show_acts(d, doc);
    }
}

static void read_by_weights(dump *d, ahd_str line, unsigned number)
{
    ahd_buf json = AHD_BUF(MOST_JSON);
    ahd_doc *doc = read_doc(d, line, number);

    ahd_json_doc(d->kb, doc, &json);
    printf("%.*s\n", AHD_STR_ARG(ahd_buf_str(&json)));
    ahd_buf_finish(&json);
}

/* ---------------------------------------------------------------- weights */

static void set_lanes(ahd_act_row *row, const char *text)
{
    for (char *next; *text >= 'A' && *text < 'A' + AHD_ACT_LANES; text = next)
        row->lanes[*text - 'A'] = (int8_t)strtol(text + 1, &next, 10);
}

static void take_weights(dump *d, const char *path)
{
    enum { BITS = 20, LINE = 512 };
    size_t bytes = sizeof(ahd_act_head) + sizeof(ahd_act_row) * (1u << BITS);
    ahd_act_head *head = calloc(1, bytes);
    ahd_act_row *rows = (void *)(head + 1);
    FILE *in = fopen(path, "r");
    char line[LINE];

    if (in == NULL || head == NULL) {
        perror(path);
        exit(1);
    }
    head->bits = BITS;
    for (int i = 0; i < AHD_ACT_EXPS; i++)
        head->exps[i] = (float)exp(-i / (double)AHD_ACT_UNIT);
    while (fgets(line, LINE, in) && head->rows < 1u << (BITS - 1)) {
        char *end;
        uint32_t symptom = (uint32_t)strtoul(line, &end, 16);
        uint32_t at = symptom & ((1u << BITS) - 1);
        if (symptom == 0 || *end != '\t')
            continue;
        while (rows[at].symptom != 0)
            at = (at + 1) & ((1u << BITS) - 1);
        rows[at].symptom = symptom;
        ahd_act_head_see(head, symptom);
        set_lanes(&rows[at], end + 1);
        head->rows++;
    }
    fclose(in);
    d->lang = *d->kb->lang;
    d->lang.tables[AHD_LANG_ACTS] = (ahd_lang_table){head, (uint32_t)bytes};
    d->own = *d->kb;
    d->own.lang = &d->lang;
    d->kb = &d->own;
}

static const struct mode {
    const char *name;
    void (*run)(dump *d, ahd_str line, unsigned number);
} modes[] = {{"triggers", dump_triggers},
             {"arguments", dump_arguments},
             {"read", read_by_weights}};

int main(int argc, char **argv)
{
    dump d = {.arena = ahd_arena_new(DOC_BYTES),
              .scratch = ahd_arena_new(DOC_BYTES),
              .kb = ahd_kb_embedded()};
    const struct mode *mode = NULL;
    char *line = NULL;
    size_t room = 0;
    ssize_t len;

    for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
        if (argc == 4 && strcmp(argv[1], modes[i].name) == 0)
            mode = &modes[i];
    FILE *docs = mode ? fopen(argv[3], "rb") : NULL;
    if (docs == NULL) {
        fprintf(stderr, "usage: acts_dump triggers|arguments|read WEIGHTS "
                        "DOCS.jsonl\n");
        return 2;
    }
    take_weights(&d, argv[2]);
    for (unsigned i = 0; (len = getline(&line, &room, docs)) > 0; i++)
        mode->run(&d, ahd_str_trim((ahd_str){line, (size_t)len}), i);
    free(line);
    fclose(docs);
    return 0;
}
