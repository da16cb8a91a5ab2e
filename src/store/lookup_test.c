#include "store/lookup.h"

#include "scratch_file.h"
#include "store/sqlite.h"
#include "store/standing.h"
#include "store/store.h"
#include "test.h"

static ahd_store *store;
static ahd_terms terms;
static ahd_arena *arena;
static ahd_error error;

static void fine(ahd_status status)
{
    if (status != AHD_OK)
        printf("%s\n", error.message);
    CHECK(status == AHD_OK);
}

/* A document of its own page, named by `id`; "" for the text: no words. */
typedef struct told {
    const char *id, *title, *text, *day, *outlet, *lang, *act;
} told;

static int64_t page_of(const char *id)
{
    const ahd_sighting seen = {.sha256 = ahd_str_from(id),
                               .bytes = ahd_str_from(id)};
    ahd_kept kept;

    fine(ahd_store_keep(store, &seen, &kept, &error));
    return kept.page;
}

static void fill(ahd_entry *entry, const told *t)
{
    ahd_entry_act *act;

    *entry = (ahd_entry){.id = ahd_str_from(t->id),
                         .title = ahd_str_from(t->title),
                         .outlet = ahd_str_from(t->outlet),
                         .published = ahd_str_from(t->day),
                         .lang = ahd_str_from(t->lang),
                         .kind = AHD_STR("article"),
                         .json = AHD_STR("{}")};
    if (t->act == NULL)
        return;
    act = ahd_vec_push(arena, &entry->acts);
    *act = (ahd_entry_act){
        .n = 1, .act = ahd_str_from(t->act), .modality = AHD_STR("actual")};
    *ahd_vec_push(arena, &act->actors) =
        (ahd_entry_actor){.slot = AHD_STR("source"), .actor = AHD_STR("qa")};
    *ahd_vec_push(arena, &act->agreements) =
        (ahd_entry_agreement){.id = AHD_STR("truce")};
}

static void keep(told t)
{
    ahd_buf title = AHD_BUF(1 << 16), text = AHD_BUF(1 << 16);
    ahd_lookup_words words = {0};
    ahd_entry entry;
    int64_t page;

    fill(&entry, &t);
    words.title_count = ahd_terms_write(&terms, entry.title, &title);
    words.text_count = ahd_terms_write(&terms, ahd_str_from(t.text), &text);
    words.title = ahd_buf_str(&title);
    words.text = ahd_buf_str(&text);
    fine(ahd_store_begin(store, &error));
    page = page_of(t.id);
    fine(ahd_store_write(store, page, &entry, &error));
    fine(ahd_store_index(store, page, &entry, &words, &error));
    fine(ahd_store_commit(store, &error));
    ahd_buf_finish(&title);
    ahd_buf_finish(&text);
}

static char ids[256];

static bool take(void *context, const ahd_lookup_hit *hit)
{
    size_t len = strlen(ids);

    (void)context;
    snprintf(ids + len, sizeof ids - len, "%s%.*s", len > 0 ? " " : "",
             AHD_STR_ARG(hit->id));
    return true;
}

/* The ids found, the best first. */
static ahd_str find(ahd_find what, const char *query)
{
    const ahd_lookup_taker taker = {.hit = take};
    ahd_query parsed;

    ids[0] = '\0';
    fine(ahd_query_parse(&terms, ahd_str_from(query), arena, &parsed, &error));
    fine(ahd_store_find(store, &what, &parsed, &taker, &error));
    return ahd_str_from(ids);
}

static ahd_str any(const char *query)
{
    return find((ahd_find){0}, query);
}

static int64_t number(const char *sql)
{
    sqlite3_stmt *s = NULL;
    bool row = false;

    fine(ahd_sqlite_prepare(store, sql, &s, &error));
    fine(ahd_sqlite_step(store, s, &row, &error));
    int64_t n = row ? sqlite3_column_int64(s, 0) : -1;
    sqlite3_finalize(s);
    return n;
}

/* ------------------------------------------------------------------ tests */

static void words_are_found_by_rank_then_by_day(void)
{
    keep((told){"a", "Truce", "The truce holds. The truce is long.",
                "2020-01-01", "One", "en", "sign"});
    keep((told){"b", "News", "A truce was signed in the city by two.",
                "2020-01-02", "Two", "en", "breach"});
    keep((told){"c", "News", "A truce was signed in the city by two.",
                "2020-02-03", "Two", "en", NULL});
    CHECK_STR(any("truce"), "a c b");
    CHECK_STR(any("truces signing"), "c b");
    CHECK_STR(any("truce -city"), "a");
    CHECK_STR(any("-city"), "a");
    CHECK_STR(any("holds OR \"two\""), "a c b");
    CHECK_STR(any("\"signed truce\""), "");
}

static void filters_hold_together(void)
{
    CHECK_STR(find((ahd_find){.act = "breach"}, ""), "b");
    CHECK_STR(find((ahd_find){.actor = "qa", .role = "source"}, ""), "b a");
    CHECK_STR(find((ahd_find){.actor = "qa", .role = "target"}, ""), "");
    CHECK_STR(find((ahd_find){.agreement = "truce", .act = "sign"}, "truce"),
              "a");
    CHECK_STR(find((ahd_find){.outlet = "two", .from = "2020-01-03"}, ""), "c");
    CHECK_STR(find((ahd_find){.to = "2020-01-01", .lang = "en"}, ""), "a");
    CHECK_STR(find((ahd_find){.lang = "ar"}, "truce"), "");
    CHECK_STR(find((ahd_find){.limit = 1, .offset = 1}, ""), "b");
    fine(ahd_sqlite_exec(
        store, "UPDATE acts SET review = 'confirmed' WHERE act = 'sign'",
        &error));
    CHECK_STR(find((ahd_find){.review = "confirmed"}, ""), "a");
    CHECK_STR(find((ahd_find){.review = "any", .act = "breach"}, ""), "");
    CHECK_STR(find((ahd_find){.review = "none"}, "truce"), "b");
    CHECK_STR(find((ahd_find){.sure = "sure"}, "truce"), "a");
    CHECK_STR(find((ahd_find){.sure = "likely", .act = "breach"}, ""), "");
}

/* Whether what an act is about leads to its documents or is asked of each. */
static void what_is_frequent_is_found_as_what_is_rare(void)
{
    static const int64_t most[] = {2, 1000};

    fine(ahd_store_begin(store, &error));
    fine(ahd_store_count(store, &error));
    fine(ahd_store_commit(store, &error));
    for (size_t i = 0; i < sizeof most / sizeof *most; i++) {
        CHECK_STR(find((ahd_find){.most = most[i], .agreement = "truce"}, ""),
                  "b a");
        CHECK_STR(find((ahd_find){.most = most[i], .act = "sign"}, "truce"),
                  "a");
        CHECK_STR(find((ahd_find){.most = most[i],
                                  .agreement = "truce",
                                  .actor = "qa",
                                  .role = "source",
                                  .review = "none"},
                       "truce"),
                  "b");
        CHECK_STR(
            find((ahd_find){.most = most[i], .actor = "qa", .role = "target"},
                 "truce"),
            "");
        CHECK_STR(find((ahd_find){.most = most[i], .review = "any"}, "truce"),
                  "a");
    }
}

static void titles_and_text_are_no_phrase_together(void)
{
    keep((told){"d", "وقف إطلاق", "النار في المدينة", "2020-03-01", "One", "ar",
                NULL});
    CHECK_STR(any("\"وقف إطلاق النار\""), "");
    CHECK_STR(any("وقف إطلاق النار"), "d");
}

static void what_is_replaced_leaves_nothing_behind(void)
{
    keep((told){"d", "هدنة", "هدنة في صنعاء بعد حرب", "2020-03-01", "One", "ar",
                NULL});
    CHECK_STR(any("إطلاق"), "");
    CHECK_STR(any("صنعاء"), "d");
    CHECK(number("SELECT count(*) FROM search_index WHERE search_index MATCH "
                 "'\"sإطلاق\tbإطلاق\"'") == 0);
}

static void a_document_of_a_title_alone_can_be_replaced(void)
{
    keep(
        (told){"e", "محادثات سلام جديدة", "", "2020-03-01", "One", "ar", NULL});
    CHECK_STR(any("محادثات سلام"), "e");
    keep((told){"e", "", "كلام", "2020-03-01", "One", "ar", NULL});
    CHECK_STR(any("محادثات"), "");
    CHECK_STR(any("سلام"), "");
    CHECK_STR(any("كلام"), "e");
}

/* Not one term is left, and the sum of words that ranks are made of is 0. */
static void an_index_of_nothing_is_empty(void)
{
    static const char *const all[] = {"a", "b", "c", "d", "e"};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        keep((told){all[i], "", "", "", "", "", NULL});
    CHECK_STR(any(""), "");
    fine(ahd_sqlite_exec(store,
                         "CREATE VIRTUAL TABLE temp.terms USING "
                         "fts5vocab(main, search_index, row)",
                         &error));
    CHECK(number("SELECT count(*) FROM temp.terms") == 0);
    CHECK(number("SELECT count(*) FROM search_documents") == 0);
    CHECK(number("SELECT count(*) FROM search_index_docsize") == 0);
    CHECK(number("SELECT block = x'00000000' OR block = x'000000' FROM "
                 "search_index_data WHERE id = 1") == 1);
}

int main(void)
{
    scratch_make();
    arena = ahd_arena_new(64 << 20);
    CHECK(ahd_terms_init(&terms, ahd_kb_embedded()) && arena);
    fine(ahd_store_open(scratch_path, true, &store, &error));
    RUN(words_are_found_by_rank_then_by_day);
    RUN(filters_hold_together);
    RUN(what_is_frequent_is_found_as_what_is_rare);
    RUN(titles_and_text_are_no_phrase_together);
    RUN(what_is_replaced_leaves_nothing_behind);
    RUN(a_document_of_a_title_alone_can_be_replaced);
    RUN(an_index_of_nothing_is_empty);
    ahd_store_close(store);
    ahd_terms_finish(&terms);
    ahd_arena_free(arena);
    scratch_remove();
    return test_failures != 0;
}
