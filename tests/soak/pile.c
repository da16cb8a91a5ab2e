/* pile.c - a record of very many acts that nobody wrote:
 *
 *     pile DB ACTS      adds documents with ACTS acts, at random, to DB; with 0
 *                       it is only settled
 *
 * Acts have places, one document in nine is a copy of one that came shortly
 * before, one in five tells the acts of another in words of its own; what
 * follows of all is found by settling, as `ahd add` does. Beside them DB may
 * have documents that `ahd add` has read. */
#include "chance.h"
#include "engine/settle.h"
#include "store/lookup.h"
#include "store/sqlite.h"
#include "store/standing.h"
#include "store/storied.h"

#include <string.h>

enum {
    ACTS_A_PAGE = 4,
    PAGES_A_BATCH = 500,
    LINES = 8, /* sentences of a document */
    WORDS_A_LINE = 15,
    TEXT_BYTES = 1 << 13,
    RECENT = 256, /* documents that the next may copy */
};

/* What a document's words and acts follow from, and whose copy it is. */
struct seeds {
    uint64_t words, acts;
    int64_t page, root; /* numbers in the record */
    int64_t told;       /* has the acts of this one */
};

struct pile {
    ahd_store *store;
    const ahd_kb *kb;
    ahd_arena *arena; /* of one document */
    struct seeds recent[RECENT];
};

/* ------------------------------------------------------------------- words */

struct words {
    ahd_str title;
    ahd_buf text;
    size_t from[LINES], to[LINES]; /* its sentences, behind the title */
    int lines;
};

static void write_line(ahd_arena *arena, struct words *out)
{
    int line = out->lines++;

    out->from[line] = out->text.len;
    for (int i = 0; i < WORDS_A_LINE; i++) {
        ahd_buf_add(&out->text, ahd_chance_word(arena));
        ahd_buf_byte(&out->text, i + 1 < WORDS_A_LINE ? ' ' : '.');
    }
    out->to[line] = out->text.len;
    ahd_buf_byte(&out->text, ' ');
}

/* One with the same words has the first lines of the other. */
static void write_words(struct pile *p, const struct seeds *seeds, int lines,
                        struct words *out)
{
    ahd_chance_seed(seeds->words);
    out->lines = 0;
    ahd_buf_clear(&out->text);
    out->title = ahd_chance_print(p->arena, "What happened, part %u",
                                  (unsigned)seeds->words);
    ahd_buf_add(&out->text, out->title);
    ahd_buf_byte(&out->text, '\n');
    while (out->lines < lines)
        write_line(p->arena, out);
}

/* -------------------------------------------------------------------- acts */

static void put_actor(struct pile *p, ahd_entry_act *act, const char *slot,
                      ahd_str *en, ahd_str *ar)
{
    ahd_entry_actor *actor = ahd_vec_push(p->arena, &act->actors);

    *actor = (ahd_entry_actor){.slot = ahd_str_from(slot)};
    if (ahd_chance(5) > 0) {
        const ahd_actor *one = ahd_chance_actor(p->kb);
        actor->actor = ahd_kb_str(p->kb, one->id);
        *en = ahd_kb_str(p->kb, one->en);
        *ar = ahd_kb_str(p->kb, one->ar);
        return;
    }
    uint32_t i = ahd_chance(AHD_CHANCE_STRANGERS);
    actor->actor = ahd_chance_print(p->arena, "~p-nobody%u-ly", i);
    actor->name = *en = *ar = ahd_chance_print(p->arena, "Nobody %u", i);
}

static void put_place(struct pile *p, ahd_entry_act *act)
{
    const ahd_place *place =
        ahd_kb_place_at(p->kb, ahd_chance_frequent(p->kb->places.count));

    act->place_id = ahd_kb_str(p->kb, place->id);
    act->en.place = ahd_kb_str(p->kb, place->en);
    act->ar.place = ahd_kb_str(p->kb, place->ar);
}

static void put_agreement(struct pile *p, ahd_entry_act *act)
{
    const ahd_agreement *one = ahd_chance_agreement(p->kb);

    *ahd_vec_push(p->arena, &act->agreements) = (ahd_entry_agreement){
        ahd_kb_str(p->kb, one->id), ahd_kb_str(p->kb, one->en),
        ahd_kb_str(p->kb, one->ar), AHD_STR("named")};
}

static void put_days(struct pile *p, ahd_entry_act *act, uint32_t told)
{
    bool dated = ahd_chance(10) > 0, long_ago = ahd_chance(20) == 0;
    uint32_t from = told > 400 && long_ago ? told - ahd_chance(400) : told;

    if (!dated)
        return;
    act->first_day = act->date = ahd_chance_day(p->arena, from);
    act->last_day =
        ahd_chance(10) == 0 ? ahd_chance_day(p->arena, told) : act->first_day;
}

static void put_act(struct pile *p, ahd_entry *entry, const struct words *words,
                    uint32_t told)
{
    ahd_entry_act *act = ahd_vec_push(p->arena, &entry->acts);
    uint32_t line = ahd_chance(LINES / 2); /* a copy has the first half */
    size_t from = words->from[line], to = words->to[line];

    *act = (ahd_entry_act){
        .n = entry->acts.count,
        .act = ahd_str_from(
            ahd_chance_types[ahd_chance_frequent(AHD_CHANCE_TYPES)]),
        .modality = AHD_STR("actual"),
        .sentence = {words->text.ptr + from, to - from},
        .sentence_start = (uint32_t)from,
        .sentence_end = (uint32_t)to,
        .rule = AHD_STR("learned"),
        .confidence = 0.3f + (float)ahd_chance(700) / 1000};
    put_days(p, act, told);
    put_actor(p, act, "source", &act->en.source, &act->ar.source);
    put_actor(p, act, "target", &act->en.target, &act->ar.target);
    if (ahd_chance(3) == 0)
        put_actor(p, act, "speaker", &act->en.speaker, &act->ar.speaker);
    if (ahd_chance(6) == 0)
        put_place(p, act);
    if (ahd_chance(5) > 0)
        put_agreement(p, act);
}

/* When it was told, in days; those of another document once more. */
static uint32_t put_acts(struct pile *p, const struct seeds *seeds,
                         const struct words *words, ahd_entry *entry)
{
    ahd_chance_seed(seeds->acts);
    uint32_t told = ahd_chance(372 * AHD_CHANCE_YEARS);

    for (uint32_t i = ahd_chance(2 * ACTS_A_PAGE + 1); i > 0; i--)
        put_act(p, entry, words, told);
    return told;
}

/* -------------------------------------------------------------------- JSON */

static void put_arg(ahd_buf *out, const char *key, const ahd_entry_act *act,
                    ahd_str name)
{
    ahd_str id = AHD_STR("");

    for (uint32_t i = 0; i < act->actors.count; i++)
        if (ahd_str_eq(act->actors.items[i].slot, ahd_str_from(key)))
            id = act->actors.items[i].actor;
    bool list = strcmp(key, "speaker") != 0;
    ahd_buf_printf(out, ",\"%s\":", key);
    if (id.len == 0)
        ahd_buf_add(out, AHD_STR("null"));
    else
        ahd_buf_printf(out,
                       "%s{\"text\":\"%.*s\",\"at\":[%u,%u],\"id\":\"%.*s\","
                       "\"name\":\"%.*s\",\"match\":{\"how\":\"exact\","
                       "\"score\":1.0}}%s",
                       list ? "[" : "", AHD_STR_ARG(name), act->sentence_start,
                       act->sentence_start + 10, AHD_STR_ARG(id),
                       AHD_STR_ARG(name), list ? "]" : "");
}

static void put_act_json(ahd_buf *out, const ahd_entry_act *a)
{
    ahd_buf_printf(out,
                   "%s{\"id\":%u,\"act\":\"%.*s\",\"mode\":null,\"sentence\":"
                   "[%u,%u],\"trigger\":[%u,%u],\"tellings\":[]",
                   a->n > 1 ? "," : "", a->n, AHD_STR_ARG(a->act),
                   a->sentence_start, a->sentence_end, a->sentence_start + 11,
                   a->sentence_start + 21);
    put_arg(out, "source", a, a->en.source);
    put_arg(out, "target", a, a->en.target);
    put_arg(out, "speaker", a, a->en.speaker);
    ahd_buf_add(out, AHD_STR(",\"agreement\":["));
    for (uint32_t i = 0; i < a->agreements.count; i++)
        ahd_buf_printf(out,
                       "{\"text\":\"it\",\"at\":[%u,%u],\"id\":\"%.*s\","
                       "\"name\":\"%.*s\",\"how\":\"named\"}",
                       a->sentence_start + 22, a->sentence_start + 32,
                       AHD_STR_ARG(a->agreements.items[i].id),
                       AHD_STR_ARG(a->agreements.items[i].name));
    ahd_buf_printf(out,
                   "],\"date\":%s%.*s%s,\"modality\":\"actual\",\"rule\":"
                   "\"learned\",\"confidence\":%.2f}",
                   a->date.len ? "\"" : "null", AHD_STR_ARG(a->date),
                   a->date.len ? "\"" : "", a->confidence);
}

/* What pages read of it. */
static void write_reading(const ahd_entry *entry, const struct words *words,
                          ahd_buf *out)
{
    size_t title = words->title.len;

    ahd_buf_clear(out);
    ahd_buf_printf(out,
                   "{\"schema\":1,\"id\":\"%.*s\",\"sha256\":\"%.*s\","
                   "\"kind\":\"article\",\"url\":\"%.*s\",\"outlet\":\"%.*s\","
                   "\"title\":\"%.*s\",\"lang\":\"en\",\"published\":{\"date\":"
                   "\"%.*s\",\"how\":\"metadata\"},\"text\":\"%.*s\\n%s\","
                   "\"sentences\":[[0,%zu]",
                   AHD_STR_ARG(entry->id), AHD_STR_ARG(entry->id),
                   AHD_STR_ARG(entry->url), AHD_STR_ARG(entry->outlet),
                   AHD_STR_ARG(entry->title), AHD_STR_ARG(entry->published),
                   AHD_STR_ARG(words->title), words->text.ptr + title + 1,
                   title);
    for (int i = 0; i < words->lines; i++)
        ahd_buf_printf(out, ",[%zu,%zu]", words->from[i], words->to[i]);
    ahd_buf_printf(out, "],\"paragraphs\":[[0,%zu],[%zu,%zu]],\"acts\":[",
                   title, title + 1, words->text.len);
    for (uint32_t i = 0; i < entry->acts.count; i++)
        put_act_json(out, &entry->acts.items[i]);
    ahd_buf_add(out, AHD_STR("]}"));
}

/* ------------------------------------------------------------------ keeping */

/* As engine/indexing.h does. */
static void index_page(struct pile *p, int64_t page, const ahd_entry *entry,
                       ahd_str body)
{
    static ahd_terms terms;
    static ahd_buf title = {.max = 1 << 20}, text = {.max = 1 << 20};
    ahd_lookup_words words = {0};
    ahd_error error = {0};

    if (terms.arena == NULL && !ahd_terms_init(&terms, p->kb))
        exit(3);
    ahd_buf_clear(&title);
    ahd_buf_clear(&text);
    words.title_count = ahd_terms_write(&terms, entry->title, &title);
    words.text_count = ahd_terms_write(&terms, body, &text);
    words.title = ahd_buf_str(&title);
    words.text = ahd_buf_str(&text);
    AHD_CHANCE_DO(ahd_store_index(p->store, page, entry, &words, &error));
}

/* In a story of its own or another's; told once more in other words, tied. */
static void keep_story(struct pile *p, const struct seeds *seeds, int lines)
{
    bool copies = seeds->root != seeds->page;
    const ahd_storied one = {.page = seeds->page,
                             .story = seeds->root,
                             .root = seeds->root,
                             .origin = copies ? seeds->root : 0,
                             .agency = AHD_STR("")};
    ahd_story_tie tie = {.page = seeds->page,
                         .other = copies ? seeds->root : seeds->told,
                         .kind = AHD_STR("same-event"),
                         .via = AHD_STR("")};
    ahd_error error = {0};

    if (copies) {
        tie.kind = lines < LINES ? AHD_STR("near") : AHD_STR("exact");
        tie.share = 1;
        tie.other_share = (double)lines / LINES;
    }
    AHD_CHANCE_DO(ahd_store_put_storied(p->store, &one, &error));
    if (tie.other != tie.page)
        AHD_CHANCE_DO(ahd_store_put_tie(p->store, &tie, &error));
}

/* New, a copy, or the same told in other words. */
static struct seeds draw_seeds(struct pile *p, uint32_t number)
{
    ahd_chance_seed(number);
    const struct seeds *other = &p->recent[ahd_chance(RECENT)];
    uint32_t kind = ahd_chance(45);
    struct seeds out = {.words = number, .acts = number};

    if (kind < 14 && other->page > 0) {
        out.acts = other->acts;
        out.told = other->page;
    }
    if (kind < 5 && other->page > 0) {
        out.words = other->words;
        out.root = other->root;
    }
    return out;
}

static ahd_kept keep_page(struct pile *p, uint32_t number, ahd_entry *entry)
{
    ahd_str sha256 = ahd_chance_print(p->arena, "%08x%08x%048x",
                                      ahd_chance(1u << 31), number, 0);
    const ahd_sighting seen = {.sha256 = sha256,
                               .bytes = sha256,
                               .path = AHD_STR("pile.jsonl"),
                               .line = number + 1,
                               .format = AHD_FORMAT_JSONL};
    ahd_error error = {0};
    ahd_kept kept;

    entry->id = sha256;
    AHD_CHANCE_DO(ahd_store_keep(p->store, &seen, &kept, &error));
    return kept;
}

static void make_page(struct pile *p, uint32_t number)
{
    static struct words words = {.text = {.max = TEXT_BYTES}};
    static ahd_buf json = {.max = 16 * TEXT_BYTES};
    ahd_error error = {0};
    struct seeds seeds = draw_seeds(p, number);

    ahd_arena_clear(p->arena);
    int lines = seeds.root > 0 && number % 2 ? LINES - 2 : LINES;
    ahd_entry entry = {.lang = AHD_STR("en"), .kind = AHD_STR("article")};
    write_words(p, &seeds, lines, &words);
    uint32_t told = put_acts(p, &seeds, &words, &entry);
    ahd_chance_seed(number + (1ull << 40));
    entry.title = words.title;
    entry.outlet = ahd_chance_outlet(p->arena);
    entry.published = ahd_chance_day(p->arena, told + ahd_chance(3));
    entry.url = ahd_chance_print(p->arena, "https://example.org/%u", number);
    ahd_kept kept = keep_page(p, number, &entry);
    write_reading(&entry, &words, &json);
    entry.json = ahd_buf_str(&json);
    AHD_CHANCE_DO(ahd_store_write(p->store, kept.page, &entry, &error));
    index_page(p, kept.page, &entry,
               (ahd_str){words.text.ptr + words.title.len + 1,
                         words.text.len - words.title.len - 1});
    seeds.page = kept.page;
    seeds.root = seeds.root ? seeds.root : kept.page;
    seeds.told = seeds.told ? seeds.told : kept.page;
    keep_story(p, &seeds, lines);
    p->recent[number % RECENT] = seeds;
}

/* Stories were kept as they were made; the rest is found. */
static void settle(struct pile *p)
{
    ahd_error error = {0};

    AHD_CHANCE_DO(ahd_store_begin(p->store, &error));
    AHD_CHANCE_DO(ahd_sqlite_exec(p->store, "DELETE FROM stories", &error));
    AHD_CHANCE_DO(ahd_store_sum_stories(p->store, &error));
    AHD_CHANCE_DO(ahd_store_mark_storied(p->store, &error));
    AHD_CHANCE_DO(ahd_store_commit(p->store, &error));
    AHD_CHANCE_DO(ahd_settle(p->store, p->kb, &error));
}

static void begin(struct pile *p)
{
    ahd_error error = {0};

    AHD_CHANCE_DO(ahd_store_begin(p->store, &error));
}

static void commit(struct pile *p)
{
    ahd_error error = {0};

    AHD_CHANCE_DO(ahd_store_commit(p->store, &error));
}

int main(int argc, char **argv)
{
    static struct pile p;
    ahd_error error = {0};

    if (argc != 3 || atoi(argv[2]) < 0) {
        fprintf(stderr, "pile DB ACTS\n");
        return 2;
    }
    uint32_t pages = (uint32_t)atoi(argv[2]) / ACTS_A_PAGE;
    p.kb = ahd_kb_embedded();
    p.arena = ahd_arena_new(1 << 24);
    AHD_CHANCE_DO(ahd_store_open(argv[1], true, &p.store, &error));
    for (uint32_t page = 0; page < pages; page++) {
        if (page % PAGES_A_BATCH == 0)
            begin(&p);
        make_page(&p, page);
        if ((page + 1) % PAGES_A_BATCH == 0 || page + 1 == pages)
            commit(&p);
    }
    settle(&p);
    ahd_store_close(p.store);
    ahd_arena_free(p.arena);
    return 0;
}
