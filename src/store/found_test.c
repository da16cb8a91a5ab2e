/* The acts that a search finds: by each lead, in both orders, page after page,
 * and what is counted of them. */
#include "scratch_file.h"
#include "store/facets.h"
#include "store/lookup.h"
#include "store/sqlite.h"
#include "test.h"

static const char *published = "2020-05-05";
static ahd_store *store;
static ahd_arena *arena;
static ahd_error error;

static void fine(ahd_status status)
{
    if (status != AHD_OK)
        printf("%s\n", error.message);
    CHECK(status == AHD_OK);
}

static void add_act(ahd_entry *entry, const char *type, const char *day)
{
    ahd_entry_act *act = ahd_vec_push(arena, &entry->acts);

    *act = (ahd_entry_act){.n = entry->acts.count,
                           .act = ahd_str_from(type),
                           .date = ahd_str_from(day),
                           .first_day = ahd_str_from(day),
                           .last_day = ahd_str_from(day),
                           .modality = AHD_STR("actual")};
    *ahd_vec_push(arena, &act->actors) =
        (ahd_entry_actor){.slot = AHD_STR("source"), .actor = AHD_STR("qa")};
    *ahd_vec_push(arena, &act->actors) =
        (ahd_entry_actor){.slot = AHD_STR("target"), .actor = AHD_STR("qa")};
    for (int i = 0; i < 2; i++)
        *ahd_vec_push(arena, &act->agreements) =
            (ahd_entry_agreement){.id = AHD_STR("truce")};
}

/* A document of two acts: a sign of `day`, and a deny without one. */
static void keep(const char *id, const char *outlet, const char *day)
{
    const ahd_sighting seen = {.sha256 = ahd_str_from(id),
                               .bytes = ahd_str_from(id)};
    ahd_entry entry = {.id = ahd_str_from(id),
                       .outlet = ahd_str_from(outlet),
                       .published = ahd_str_from(published),
                       .lang = AHD_STR("en"),
                       .kind = AHD_STR("article"),
                       .json = AHD_STR("{}")};
    ahd_kept kept;

    add_act(&entry, "sign", day);
    add_act(&entry, "deny", "");
    fine(ahd_store_begin(store, &error));
    fine(ahd_store_keep(store, &seen, &kept, &error));
    fine(ahd_store_write(store, kept.page, &entry, &error));
    fine(ahd_store_commit(store, &error));
}

static char found[512], key[64];

static bool take(void *context, const ahd_act_row *row)
{
    size_t len = strlen(found);

    (void)context;
    snprintf(found + len, sizeof found - len, "%s%.*s%lld", len ? " " : "",
             AHD_STR_ARG(row->document), (long long)row->n);
    snprintf(key, sizeof key, "%.*s", AHD_STR_ARG(row->key));
    return true;
}

static ahd_find_facets facets;
static char months[128], agreement[32], sure[64];

static void take_facets(void *context, const ahd_find_facets *f)
{
    (void)context;
    facets = *f;
    months[0] = agreement[0] = sure[0] = '\0';
    if (f->by[AHD_FACET_AGREEMENT].count > 0)
        snprintf(agreement, sizeof agreement, "%.*s",
                 AHD_STR_ARG(f->by[AHD_FACET_AGREEMENT].items[0].what));
    for (size_t i = 0; i < f->by[AHD_FACET_SURE].count; i++) {
        const ahd_find_count *c = &f->by[AHD_FACET_SURE].items[i];
        size_t len = strlen(sure);
        snprintf(sure + len, sizeof sure - len, "%.*s:%lld ",
                 AHD_STR_ARG(c->what), (long long)c->count);
    }
    for (size_t i = 0; i < f->by[AHD_FACET_MONTH].count; i++) {
        const ahd_find_count *c = &f->by[AHD_FACET_MONTH].items[i];
        size_t len = strlen(months);
        snprintf(months + len, sizeof months - len, "%.*s:%lld ",
                 AHD_STR_ARG(c->what), (long long)c->count);
    }
}

static ahd_str find(ahd_find what)
{
    const ahd_lookup_taker taker = {.act = take, .facets = take_facets};
    ahd_query nothing = {0};

    found[0] = '\0';
    fine(ahd_store_find(store, &what, &nothing, &taker, &error));
    return ahd_str_from(found);
}

/* ------------------------------------------------------------------- tests */

static void every_lead_gives_the_same_in_one_order(void)
{
    static const char all[] = "c1 a2 b2 c2 b1 a1";
    const ahd_find leads[] = {{.agreement = "truce"},
                              {.actor = "qa"},
                              {.actor = "qa", .role = "target"},
                              {.from = "2020-01-01"},
                              {.limit = 7},
                              {.lang = "en", .most = 100}};

    keep("a", "One", "2020-01-01");
    keep("b", "Two", "2020-02-01");
    keep("c", "Two", "2020-06-01");
    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
        CHECK_STR(find(leads[i]), all);
    CHECK_STR(find((ahd_find){.outlet = "Two"}), "c1 b2 c2 b1");
    CHECK_STR(find((ahd_find){.act = "sign", .to = "2020-05-31"}), "b1 a1");
    CHECK_STR(find((ahd_find){.document = "b"}), "b2 b1");
    CHECK_STR(find((ahd_find){.by_arrival = true}), "c1 c2 b1 b2 a1 a2");
    CHECK_STR(find((ahd_find){.actor = "qa", .role = "speaker"}), "");
}

static void pages_follow_each_other(void)
{
    const ahd_find ways[] = {{.limit = 2},
                             {.limit = 2, .agreement = "truce"},
                             {.limit = 2, .by_arrival = true}};
    static const char *const want[][3] = {{"c1 a2", "b2 c2", "b1 a1"},
                                          {"c1 a2", "b2 c2", "b1 a1"},
                                          {"c1 c2", "b1 b2", "a1 a2"}};

    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        ahd_find way = ways[i];
        char after[64] = "";
        for (int page = 0; page < 3; page++) {
            way.after = after;
            CHECK(ahd_str_eq(find(way), ahd_str_from(want[i][page])));
            snprintf(after, sizeof after, "%s", key);
        }
        way.after = key;
        CHECK_STR(find(way), "");
    }
    const ahd_lookup_taker taker = {.act = take};
    const ahd_find wrong = {.after = "2020-01-01.x.1"};
    ahd_query nothing = {0};
    CHECK(ahd_store_find(store, &wrong, &nothing, &taker, &error) ==
          AHD_EUSAGE);
}

/* Neither the act nor its document has a day. */
static void what_has_no_day_comes_last(void)
{
    char first[64];
    ahd_find way = {.limit = 1, .act = "deny", .outlet = "Nowhere"};

    published = "";
    keep("u", "Nowhere", "2020-03-01");
    keep("v", "Nowhere", "2020-04-01");
    published = "2020-05-05";
    CHECK_STR(find((ahd_find){.outlet = "Nowhere"}), "v1 u1 u2 v2");
    CHECK(facets.found == 4);
    CHECK_STR(ahd_str_from(months), "2020-03:1 2020-04:1 ");
    CHECK_STR(find(way), "u2");
    snprintf(first, sizeof first, "%s", key);
    way.after = first;
    CHECK_STR(find(way), "v2");
    CHECK_STR(find((ahd_find){.outlet = "Nowhere", .to = "2021"}), "v1 u1");
}

static void what_is_found_is_counted_up_to_a_number(void)
{
    find((ahd_find){.agreement = "truce", .limit = 1});
    CHECK(facets.found == 6 && !facets.cut);
    CHECK_STR(ahd_str_from(months), "2020-01:1 2020-02:1 2020-05:3 2020-06:1 ");
    CHECK(facets.by[AHD_FACET_ACTOR].count == 1);
    find((ahd_find){.most = 3});
    CHECK(facets.found == 3 && facets.cut);
    find((ahd_find){.most = 6});
    CHECK(facets.found == 6 && !facets.cut);
    find((ahd_find){.most = 1, .outlet = "no such"});
    CHECK(facets.found == 0 && !facets.cut);
}

/* As a review changes it: its outlet's list follows. */
static void an_act_that_moves_is_found_where_it_is(void)
{
    fine(ahd_sqlite_exec(store,
                         "UPDATE acts SET first_day = '2020-07-01',"
                         " act = 'deny', review = 'corrected' WHERE n = 1 AND"
                         " page = (SELECT page FROM documents WHERE id = 'b')",
                         &error));
    CHECK_STR(find((ahd_find){.outlet = "Two", .act = "deny"}), "b1 b2 c2");
    CHECK_STR(find((ahd_find){.review = "corrected"}), "b1");
    CHECK_STR(find((ahd_find){.review = "any", .outlet = "One"}), "");
    CHECK_STR(find((ahd_find){.review = "none", .outlet = "Two"}), "c1 b2 c2");
    keep("b", "Three", "2020-02-01");
    CHECK_STR(find((ahd_find){.outlet = "Two"}), "c1 c2");
    CHECK_STR(find((ahd_find){.outlet = "Three"}), "b2 b1");
}

/* Of a reviewed act nobody asks how sure the machine was. */
static void the_surer_are_found_and_counted(void)
{
    fine(ahd_sqlite_exec(
        store,
        "UPDATE acts SET confidence = 0.8 WHERE n = 1;"
        "UPDATE acts SET confidence = 0.79 WHERE n = 2;"
        "UPDATE acts SET confidence = 0.5 WHERE page ="
        " (SELECT page FROM documents WHERE id = 'c');"
        "UPDATE acts SET review = 'confirmed' WHERE n = 2 AND page ="
        " (SELECT page FROM documents WHERE id = 'c')",
        &error));
    CHECK_STR(find((ahd_find){.sure = "sure", .agreement = "truce"}),
              "c2 b1 a1");
    CHECK_STR(find((ahd_find){.sure = "likely", .outlet = "One"}), "a2 a1");
    find((ahd_find){.agreement = "truce"});
    CHECK_STR(ahd_str_from(sure), "likely:5 sure:3 ");
}

static void of_an_act_told_twice_one_telling_stands(void)
{
    fine(ahd_sqlite_exec(
        store,
        "INSERT INTO occurrences (occurrence, id, act, modality, page, n,"
        " tellings, stories) SELECT 1, 'o', 'sign', 'actual', page, 1, 2, 2"
        " FROM documents WHERE id = 'a';"
        "INSERT INTO occurrence_acts SELECT page, 1, 1 FROM documents"
        " WHERE id IN ('a', 'c')",
        &error));
    CHECK_STR(find((ahd_find){.once = true}), "a2 b2 c2 b1 a1");
    CHECK_STR(
        find((ahd_find){.once = true, .agreement = "truce", .act = "sign"}),
        "b1 a1");
    fine(ahd_sqlite_exec(store,
                         "INSERT INTO merged_agreements (found, entry)"
                         " VALUES ('truce', 'the truce')",
                         &error));
    CHECK_STR(find((ahd_find){.agreement = "the truce", .act = "sign"}),
              "c1 b1 a1");
    find((ahd_find){.limit = 1});
    CHECK_STR(ahd_str_from(agreement), "the truce");
}

/* Nor is what is too late, or before a key, looked at one by one. */
static void an_index_is_entered_at_the_nearest_bound(void)
{
    char id[32], first[64];

    published = "2022-01-01";
    for (int i = 0; i < 200; i++) {
        snprintf(id, sizeof id, "late-%03d", i);
        keep(id, "Late", "2022-01-01");
    }
    ahd_find way = {.to = "2020-03-15", .most = 5, .limit = 1, .act = "sign"};
    CHECK_STR(find(way), "u1");
    CHECK(facets.found > 0);
    snprintf(first, sizeof first, "%s", key);
    way.to = "2022-12-31";
    way.after = first;
    find(way);
    CHECK(found[0] != '\0' &&
          !ahd_str_starts(ahd_str_from(found), AHD_STR("late")));
}

static void values_are_few_and_short(void)
{
    ahd_facets counts = {.arena = ahd_arena_new(AHD_FACETS_BYTES)};
    ahd_find_facets out = {0};
    char word[256];

    memset(word, 'x', sizeof word);
    for (int i = 0; i < AHD_FACETS_VALUES + 10; i++) {
        char digits[16];
        snprintf(digits, sizeof digits, "%07d", i);
        memcpy(word, digits, 7);
        ahd_facets_add(&counts, AHD_FACET_ACT, (ahd_str){word, sizeof word}, 1);
    }
    ahd_facets_add(&counts, AHD_FACET_ACT, (ahd_str){word, 0}, 1);
    ahd_facets_finish(&counts, &out);
    CHECK(out.by[AHD_FACET_ACT].count == AHD_FACETS_VALUES);
    CHECK(out.by[AHD_FACET_ACT].items[0].what.len == AHD_FACETS_WORD);
    ahd_arena_free(counts.arena);
}

int main(void)
{
    scratch_make();
    arena = ahd_arena_new(64 << 20);
    CHECK(arena != NULL);
    fine(ahd_store_open(scratch_path, true, &store, &error));
    RUN(every_lead_gives_the_same_in_one_order);
    RUN(pages_follow_each_other);
    RUN(what_is_found_is_counted_up_to_a_number);
    RUN(an_act_that_moves_is_found_where_it_is);
    RUN(the_surer_are_found_and_counted);
    RUN(of_an_act_told_twice_one_telling_stands);
    RUN(what_has_no_day_comes_last);
    RUN(an_index_is_entered_at_the_nearest_bound);
    RUN(values_are_few_and_short);
    ahd_store_close(store);
    ahd_arena_free(arena);
    scratch_remove();
    return test_failures != 0;
}
