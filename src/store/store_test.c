#include "scratch_file.h"
#include "store/overview.h"
#include "store/sqlite.h"
#include "store/standing.h"
#include "store/store.h"
#include "test.h"

#include <string.h>

static ahd_store *open_store(bool write)
{
    ahd_error error = {0};
    ahd_store *store = NULL;

    if (ahd_store_open(scratch_path, write, &store, &error) != AHD_OK)
        printf("%s: %s\n", error.file, error.message);
    CHECK(store != NULL);
    return store;
}

static int64_t keep(ahd_store *store, ahd_str sha256, bool *is_new)
{
    const ahd_sighting seen = {.sha256 = sha256,
                               .bytes = AHD_STR("They\0signed."),
                               .url = AHD_STR("https://example.org/a"),
                               .path = AHD_STR("a.jsonl"),
                               .line = 3,
                               .format = AHD_FORMAT_JSONL};
    ahd_kept kept = {.page = 0};

    CHECK(ahd_store_keep(store, &seen, &kept, NULL) == AHD_OK);
    *is_new = kept.new_page;
    return kept.page;
}

/* One act of the 23rd between two actors about two agreements, one open. */
static void add_act(ahd_arena *arena, ahd_entry *entry, uint32_t n,
                    const char *day)
{
    ahd_entry_act *act = ahd_vec_push(arena, &entry->acts);

    *act = (ahd_entry_act){.n = n,
                           .act = AHD_STR("breach"),
                           .date = ahd_str_from(day),
                           .first_day = ahd_str_from(day),
                           .last_day = ahd_str_from(day),
                           .modality = AHD_STR("actual"),
                           .sentence = AHD_STR("خرق الاتفاق."),
                           .en = {.source = AHD_STR("A | B")},
                           .ar = {.source = AHD_STR("أ | ب")},
                           .confidence = 0.5};
    *ahd_vec_push(arena, &act->actors) =
        (ahd_entry_actor){.slot = AHD_STR("source"), .actor = AHD_STR("a")};
    *ahd_vec_push(arena, &act->actors) =
        (ahd_entry_actor){.slot = AHD_STR("for"), .actor = AHD_STR("a")};
    *ahd_vec_push(arena, &act->actors) =
        (ahd_entry_actor){.slot = AHD_STR("target"),
                          .actor = AHD_STR("~p-flnflnn"),
                          .name = AHD_STR("فلان الفلاني")};
    *ahd_vec_push(arena, &act->agreements) =
        (ahd_entry_agreement){AHD_STR("truce"), AHD_STR("The truce"),
                              AHD_STR("الهدنة"), AHD_STR("named")};
    *ahd_vec_push(arena, &act->agreements) = (ahd_entry_agreement){
        AHD_STR(""), AHD_STR("the deal"), AHD_STR(""), AHD_STR("anaphor")};
}

static void write_entry(ahd_store *store, int64_t page, const char *id)
{
    ahd_arena *arena = ahd_arena_new(1 << 20);
    ahd_entry entry = {.id = ahd_str_from(id),
                       .kind = AHD_STR("article"),
                       .published = AHD_STR("2020-10-26"),
                       .json = AHD_STR("{\"id\":1}")};

    add_act(arena, &entry, 1, "2020-10-23");
    add_act(arena, &entry, 2, "");
    CHECK(ahd_store_write(store, page, &entry, NULL) == AHD_OK);
    ahd_arena_free(arena);
}

static bool count_document(void *context, const ahd_document_row *row)
{
    CHECK_STR(row->path, "a.jsonl:3");
    *(int64_t *)context += 1000 * row->captures + row->acts;
    return true;
}

static bool count_act(void *context, const ahd_act_row *row)
{
    CHECK_STR(row->agreement, "truce");
    *(int64_t *)context += row->n;
    return true;
}

static bool take_agreement(void *context, const ahd_agreement_row *row)
{
    *(ahd_agreement_row *)context = *row;
    return true;
}

static bool count_actor(void *context, const ahd_actor_row *row)
{
    bool stranger = ahd_str_starts(row->id, AHD_STR("~"));

    CHECK(ahd_str_eq(row->name_en,
                     stranger ? AHD_STR("فلان الفلاني") : AHD_STR("")));
    CHECK(row->acts == 2);
    *(int64_t *)context += stranger ? 1 : 10;
    return true;
}

static int64_t sum_acts(ahd_store *store, ahd_filter filter)
{
    int64_t sum = 0;

    CHECK(ahd_store_acts(store, &filter, count_act, &sum, NULL) == AHD_OK);
    return sum;
}

/* ----------------------------------------------------------------- tests */

static void a_page_that_is_read_again_is_one_and_seen_once(void)
{
    bool first, second;
    ahd_store *store = open_store(true);
    int64_t sum = 0;

    CHECK(ahd_store_begin(store, NULL) == AHD_OK);
    int64_t page = keep(store, AHD_STR("aa"), &first);
    write_entry(store, page, "d");
    CHECK(keep(store, AHD_STR("aa"), &second) == page);
    CHECK(ahd_store_commit(store, NULL) == AHD_OK);
    CHECK(first && !second);
    CHECK(ahd_store_documents(store, NULL, count_document, &sum, NULL) ==
          AHD_OK);
    CHECK(sum == 1002);
    ahd_store_close(store);
}

static const ahd_sighting first_sight = {
    .sha256 = {"sight", 5},
    .bytes = {"They signed.", 12},
    .url = {"https://b.org/", 14},
    .path = {"b.warc:9", 8},
    .seen_at = {"2020-10-26T08:00:00Z", 20},
    .headers = {"200", 3}};

/* n: a new page, s: another sighting, r: to be read; a sighting may be k:
 * known, so that the page need not be read. */
static const char *sight(ahd_store *store, ahd_sighting seen)
{
    static char told[5];
    ahd_kept kept = {.page = 0};
    bool known = false;

    CHECK(ahd_store_knows(store, &seen, &known, NULL) == AHD_OK);
    CHECK(ahd_store_keep(store, &seen, &kept, NULL) == AHD_OK);
    snprintf(told, sizeof told, "%s%s%s%s", kept.new_page ? "n" : "",
             kept.new_seen ? "s" : "", kept.to_be_read ? "r" : "",
             known ? "k" : "");
    return told;
}

static void a_sighting_is_one_by_its_place_its_address_and_its_time(void)
{
    ahd_store *store = open_store(true);
    ahd_sighting other = first_sight;

    CHECK(ahd_store_begin(store, NULL) == AHD_OK);
    CHECK(strcmp(sight(store, first_sight), "nsr") == 0);
    CHECK(strcmp(sight(store, first_sight), "k") == 0);
    other.path = AHD_STR("c.warc:9");
    CHECK(strcmp(sight(store, other), "sk") == 0);
    other.line = 2;
    CHECK(strcmp(sight(store, other), "sk") == 0);
    other.url = AHD_STR("https://c.org/");
    CHECK(strcmp(sight(store, other), "sk") == 0);
    other.seen_at = AHD_STR("2020-10-26T09:00:00Z");
    CHECK(strcmp(sight(store, other), "sk") == 0);
    CHECK(strcmp(sight(store, other), "k") == 0);
    other.seen_at = other.headers = AHD_STR("");
    CHECK(strcmp(sight(store, other), "sk") == 0);
    CHECK(strcmp(sight(store, other), "k") == 0);
    ahd_store_undo(store);
    ahd_store_close(store);
}

static void the_leading_sighting_is_the_same_in_any_order(void)
{
    ahd_store *store = open_store(true);
    ahd_sighting early = first_sight, bare = first_sight, seen;
    int64_t page = 0, last = 0;

    early.seen_at = AHD_STR("2020-10-25T08:00:00Z");
    early.url = AHD_STR("https://z.org/");
    bare.seen_at = bare.headers = bare.url = AHD_STR("");
    CHECK(ahd_store_begin(store, NULL) == AHD_OK);
    CHECK(strcmp(sight(store, bare), "nsr") == 0);
    CHECK(strcmp(sight(store, first_sight), "sr") == 0);
    CHECK(strcmp(sight(store, early), "sr") == 0);
    CHECK(strcmp(sight(store, first_sight), "k") == 0);
    do {
        last = page;
        CHECK(ahd_store_next(store, last, &page, &seen, NULL) == AHD_OK);
    } while (page != 0 && !ahd_str_eq(seen.sha256, first_sight.sha256));
    CHECK_STR(seen.url, "https://z.org/");
    ahd_store_undo(store);
    ahd_store_close(store);
}

static void what_is_not_committed_is_gone(void)
{
    bool is_new;
    ahd_store *store = open_store(true);

    CHECK(ahd_store_begin(store, NULL) == AHD_OK);
    write_entry(store, keep(store, AHD_STR("bb"), &is_new), "e");
    ahd_store_undo(store);
    CHECK(ahd_store_begin(store, NULL) == AHD_OK);
    keep(store, AHD_STR("bb"), &is_new);
    ahd_store_close(store);
    CHECK(is_new);
    store = open_store(false);
    CHECK(sum_acts(store, (ahd_filter){0}) == 3);
    ahd_store_close(store);
}

static void a_kept_page_comes_back_whole(void)
{
    ahd_store *store = open_store(false);
    ahd_sighting seen;
    int64_t page;

    CHECK(ahd_store_next(store, 0, &page, &seen, NULL) == AHD_OK);
    CHECK(page > 0 && seen.line == 3 && seen.format == AHD_FORMAT_JSONL);
    CHECK(ahd_str_eq(seen.bytes, AHD_STR("They\0signed.")));
    CHECK_STR(seen.sha256, "aa");
    CHECK_STR(seen.path, "a.jsonl");
    CHECK(ahd_store_next(store, page, &page, &seen, NULL) == AHD_OK);
    CHECK(page == 0);
    ahd_store_close(store);
}

static void a_filter_lets_through_what_it_names(void)
{
    ahd_store *store = open_store(false);

    CHECK(sum_acts(store, (ahd_filter){.agreement = "truce"}) == 3);
    CHECK(sum_acts(store, (ahd_filter){.agreement = "x' OR '1'='1"}) == 0);
    CHECK(sum_acts(store, (ahd_filter){.actor = "a", .act = "breach"}) == 3);
    CHECK(sum_acts(store, (ahd_filter){.actor = "b"}) == 0);
    CHECK(sum_acts(store, (ahd_filter){.document = "d", .limit = 1}) == 1);
    CHECK(sum_acts(store, (ahd_filter){.offset = 1}) == 2);
    CHECK(sum_acts(store, (ahd_filter){.from = "2020-10-23"}) == 1);
    CHECK(sum_acts(store, (ahd_filter){.to = "2020-10-22"}) == 0);
    ahd_store_close(store);
}

static void an_act_about_an_agreement_counts_once(void)
{
    ahd_store *store = open_store(false);
    ahd_agreement_row row = {0};

    CHECK(ahd_store_agreements(store, take_agreement, &row, NULL) == AHD_OK);
    CHECK(row.acts == 2 && row.claims == 2 && row.documents == 1);
    CHECK(!row.found);
    ahd_store_close(store);
}

static void what_filters_have_in_common_is_let_through(void)
{
    ahd_store *store = open_store(false);

    CHECK(sum_acts(store, (ahd_filter){.agreement = "truce", .actor = "a"}) ==
          3);
    CHECK(sum_acts(store, (ahd_filter){.agreement = "truce", .actor = "b"}) ==
          0);
    CHECK(sum_acts(store, (ahd_filter){.agreement = "truce",
                                       .act = "breach",
                                       .from = "2020-10-01",
                                       .to = "2020-10-31"}) == 1);
    CHECK(sum_acts(store, (ahd_filter){.act = "accuse"}) == 0);
    ahd_store_close(store);
}

static ahd_buf weeks_of(ahd_store *store, const char *from)
{
    const ahd_overview ask = {.what = "weeks",
                              .id = "truce",
                              .from = from,
                              .to = "2020-12-01",
                              .after = -1,
                              .limit = 26};
    ahd_buf out = AHD_BUF(1 << 12);

    CHECK(ahd_store_ask(store, &ask, &out, NULL) == AHD_OK);
    return out;
}

/* Acts by day, as they are and as settling counted them. */
static void weeks_are_those_that_were_counted(void)
{
    ahd_store *store = open_store(true);
    ahd_buf now = weeks_of(store, "2020-10-30");

    CHECK_STR(ahd_buf_str(&now), "[{\"week\":0,\"acts\":2,\"claims\":2,"
                                 "\"told\":\"2020-10-23\"}]");
    CHECK(ahd_store_begin(store, NULL) == AHD_OK);
    CHECK(ahd_store_count(store, NULL) == AHD_OK);
    CHECK(ahd_store_mark_settled(store, NULL) == AHD_OK);
    ahd_buf counted = weeks_of(store, "2020-10-30");
    CHECK(ahd_str_eq(ahd_buf_str(&counted), ahd_buf_str(&now)));
    CHECK(ahd_sqlite_exec(store, "UPDATE agreement_days SET acts = 7", NULL) ==
          AHD_OK);
    ahd_buf_finish(&counted);
    counted = weeks_of(store, "2020-10-01");
    CHECK_STR(ahd_buf_str(&counted), "[{\"week\":-1,\"acts\":14,\"claims\":2,"
                                     "\"told\":\"2020-10-23\"}]");
    ahd_store_undo(store);
    ahd_buf_finish(&counted);
    ahd_buf_finish(&now);
    ahd_store_close(store);
}

/* Kept counts are those that counting gives, and what leads to acts follows
 * them when a review moves one. */
static void what_is_kept_for_lists_follows_the_acts(void)
{
    ahd_store *store = open_store(true);
    ahd_agreement_row row = {0};
    int64_t sum = 0;

    CHECK(ahd_store_begin(store, NULL) == AHD_OK);
    CHECK(ahd_store_count(store, NULL) == AHD_OK);
    CHECK(ahd_store_mark_settled(store, NULL) == AHD_OK);
    CHECK(ahd_store_agreements(store, take_agreement, &row, NULL) == AHD_OK);
    CHECK(row.acts == 2 && row.claims == 2 && row.documents == 1);
    CHECK(ahd_store_actors(store, count_actor, &sum, NULL) == AHD_OK);
    CHECK(sum == 11);
    CHECK(ahd_sqlite_exec(store,
                          "UPDATE acts SET first_day = '2021-02-03',"
                          " last_day = '2021-02-04', act = 'sign' WHERE n = 2",
                          NULL) == AHD_OK);
    CHECK(sum_acts(store, (ahd_filter){.agreement = "truce",
                                       .act = "sign",
                                       .from = "2021-02-04"}) == 2);
    CHECK(sum_acts(store, (ahd_filter){.actor = "a", .from = "2021-01-01"}) ==
          2);
    CHECK(sum_acts(store, (ahd_filter){.from = "2021-02-04",
                                       .to = "2021-02-04"}) == 2);
    CHECK(sum_acts(store, (ahd_filter){.from = "2021-02-05"}) == 0);
    ahd_store_undo(store);
    ahd_store_close(store);
}

/* Documents of 40 days, an act of the truce in three of each four. */
static void write_forty(ahd_store *store, ahd_arena *arena)
{
    for (uint32_t i = 0; i < 40; i++) {
        char sha256[8], day[16];
        bool is_new;
        snprintf(sha256, sizeof sha256, "f%02u", i);
        snprintf(day, sizeof day, "2021-%02u-%02u", 1 + i % 2, 1 + i / 2);
        ahd_entry entry = {.id = ahd_arena_str(arena, ahd_str_from(sha256)),
                           .published = ahd_arena_str(arena, ahd_str_from(day)),
                           .lang = AHD_STR("en"),
                           .kind = AHD_STR("article"),
                           .json = AHD_STR("{}")};
        if (i % 4 != 3)
            add_act(arena, &entry, 1, "2021-03-01");
        CHECK(ahd_store_write(store, keep(store, entry.id, &is_new), &entry,
                              NULL) == AHD_OK);
    }
}

typedef struct listed_ids {
    char ids[200];
    size_t len;
} listed_ids;

static bool take_id(void *context, const ahd_document_row *row)
{
    listed_ids *l = context;

    l->len += (size_t)snprintf(l->ids + l->len, sizeof l->ids - l->len, "%.*s ",
                               AHD_STR_ARG(row->id));
    return true;
}

static listed_ids list_ids(ahd_store *store, ahd_filter filter)
{
    listed_ids out = {.len = 0};

    CHECK(ahd_store_documents(store, &filter, take_id, &out, NULL) == AHD_OK);
    return out;
}

/* Few of very many are looked for one after the other, many in an index. */
static void documents_of_the_frequent_are_the_same_however_they_are_found(void)
{
    static const ahd_filter filters[] = {
        {.agreement = "truce"},
        {.actor = "a"},
        {.act = "breach"},
        {.agreement = "truce", .actor = "a", .from = "2021-02-01"}};
    ahd_store *store = open_store(true);
    ahd_arena *arena = ahd_arena_new(1 << 20);

    CHECK(ahd_store_begin(store, NULL) == AHD_OK);
    write_forty(store, arena);
    CHECK(ahd_store_count(store, NULL) == AHD_OK);
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        ahd_filter few = filters[i], many = filters[i];
        few.limit = 5;
        few.offset = 3;
        many.limit = 100000;
        listed_ids walked = list_ids(store, few);
        listed_ids all = list_ids(store, many);
        CHECK(walked.len == 20 && all.len > 36);
        CHECK(memcmp(walked.ids, all.ids + 12, 20) == 0);
    }
    ahd_store_undo(store);
    ahd_store_close(store);
    ahd_arena_free(arena);
}

static void an_unknown_actor_keeps_the_name_of_the_text(void)
{
    ahd_store *store = open_store(false);
    int64_t sum = 0;

    CHECK(ahd_store_actors(store, count_actor, &sum, NULL) == AHD_OK);
    CHECK(sum == 11);
    ahd_store_close(store);
}

static void a_document_is_found_by_id_and_by_hash(void)
{
    static const char *const ids[] = {"d", "aa", "nowhere"};
    ahd_store *store = open_store(false);

    for (int i = 0; i < 3; i++) {
        ahd_buf json = AHD_BUF(1000);
        bool found;
        CHECK(ahd_store_document(store, ahd_str_from(ids[i]), &json, &found,
                                 NULL) == AHD_OK);
        CHECK(found == (i < 2));
        CHECK(!found || strcmp(json.ptr, "{\"id\":1}") == 0);
        ahd_buf_finish(&json);
    }
    ahd_store_close(store);
}

static void writing_again_replaces_what_was_understood(void)
{
    bool is_new;
    ahd_store *store = open_store(true);

    CHECK(ahd_store_begin(store, NULL) == AHD_OK);
    write_entry(store, keep(store, AHD_STR("aa"), &is_new), "d2");
    CHECK(ahd_store_commit(store, NULL) == AHD_OK);
    CHECK(sum_acts(store, (ahd_filter){0}) == 3);
    CHECK(sum_acts(store, (ahd_filter){.document = "d"}) == 0);
    ahd_store_close(store);
}

static void a_reader_cannot_write(void)
{
    ahd_store *store = open_store(false);
    ahd_error error = {0};
    const ahd_sighting seen = {.sha256 = AHD_STR("cc")};
    ahd_kept kept;

    CHECK(ahd_store_keep(store, &seen, &kept, &error) == AHD_ESTORE);
    CHECK(strcmp(error.file, scratch_path) == 0);
    CHECK(strstr(error.message, "permissions") != NULL);
    ahd_store_close(store);
}

static ahd_status count_line(void *context, const ahd_log_line *line,
                             ahd_error *error)
{
    (void)error;
    ++*(int64_t *)context;
    return line->seq == *(int64_t *)context ? AHD_OK : AHD_ELIMIT;
}

/* The page, two captures, a reading, of the first test; a page and a reading
 * that were undone; the second test's reading. */
static void each_change_is_a_line_of_the_log(void)
{
    ahd_store *store = open_store(true);
    ahd_frontier before, after;
    int64_t lines = 0, again = 0;
    bool is_new;

    CHECK(ahd_store_lines(store, count_line, &lines, NULL) == AHD_OK);
    CHECK(ahd_store_frontier(store, &before, NULL) == AHD_OK);
    CHECK(lines > 0 && before.size == (uint64_t)lines);
    CHECK(ahd_store_begin(store, NULL) == AHD_OK);
    write_entry(store, keep(store, AHD_STR("dd"), &is_new), "f");
    CHECK(ahd_store_log(store, AHD_STR("note"), AHD_STR("{}"), NULL) == AHD_OK);
    ahd_store_undo(store);
    CHECK(ahd_store_frontier(store, &after, NULL) == AHD_OK);
    CHECK(after.size == before.size);
    CHECK(ahd_store_begin(store, NULL) == AHD_OK);
    CHECK(ahd_store_log(store, AHD_STR("note"), AHD_STR("{}"), NULL) == AHD_OK);
    CHECK(ahd_store_commit(store, NULL) == AHD_OK);
    CHECK(ahd_store_lines(store, count_line, &again, NULL) == AHD_OK);
    CHECK(ahd_store_frontier(store, &after, NULL) == AHD_OK);
    CHECK(again == lines + 1 && after.size == (uint64_t)again);
    ahd_store_close(store);
}

static void a_line_needs_a_transaction(void)
{
    ahd_store *store = open_store(true);
    ahd_error error = {0};

    CHECK(ahd_store_log(store, AHD_STR("note"), AHD_STR("{}"), &error) ==
          AHD_EUSAGE);
    ahd_store_close(store);
}

int main(void)
{
    scratch_make();
    RUN(a_page_that_is_read_again_is_one_and_seen_once);
    RUN(a_sighting_is_one_by_its_place_its_address_and_its_time);
    RUN(the_leading_sighting_is_the_same_in_any_order);
    RUN(what_is_not_committed_is_gone);
    RUN(a_kept_page_comes_back_whole);
    RUN(a_filter_lets_through_what_it_names);
    RUN(an_act_about_an_agreement_counts_once);
    RUN(what_filters_have_in_common_is_let_through);
    RUN(weeks_are_those_that_were_counted);
    RUN(what_is_kept_for_lists_follows_the_acts);
    RUN(documents_of_the_frequent_are_the_same_however_they_are_found);
    RUN(an_unknown_actor_keeps_the_name_of_the_text);
    RUN(a_document_is_found_by_id_and_by_hash);
    RUN(writing_again_replaces_what_was_understood);
    RUN(a_reader_cannot_write);
    RUN(each_change_is_a_line_of_the_log);
    RUN(a_line_needs_a_transaction);
    scratch_remove();
    return test_failures != 0;
}
