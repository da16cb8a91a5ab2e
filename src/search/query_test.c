#include "search/match.h"

#include "test.h"

#include <stdlib.h>

static ahd_terms terms;
static ahd_arena *arena;
static ahd_query query;
static ahd_error error;

static bool parse(const char *text)
{
    error = (ahd_error){0};
    ahd_arena_clear(arena);
    return ahd_query_parse(&terms, ahd_str_from(text), arena, &query, &error) ==
           AHD_OK;
}

/* "+1 -1 +2": of each choice how many phrases, and whether it is wanted. */
static ahd_str shape(const char *text)
{
    static char out[512];
    size_t len = 0;

    if (!parse(text))
        return ahd_str_from(error.message);
    for (uint32_t i = 0; i < query.all.count; i++)
        len += (size_t)snprintf(out + len, sizeof out - len, "%s%c%u",
                                i > 0 ? " " : "",
                                query.all.items[i].excluded ? '-' : '+',
                                query.all.items[i].any.count);
    return (ahd_str){out, len};
}

static void words_are_all_wanted(void)
{
    CHECK_STR(shape("اتفاق جنيف"), "+1 +1");
    CHECK(query.wanted == 2);
    CHECK_STR(shape("  "), "");
    CHECK(query.wanted == 0);
}

static void quotation_marks_of_any_kind_make_a_phrase(void)
{
    static const char *const all[] = {"\"وقف إطلاق النار\"",
                                      "«وقف إطلاق النار»", "“وقف إطلاق النار”"};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        CHECK_STR(shape(all[i]), "+1");
        CHECK(query.all.items[0].any.items[0].words.count == 3);
    }
}

static void what_is_written_together_is_a_phrase(void)
{
    CHECK_STR(shape("5+5"), "+1");
    CHECK(query.all.items[0].any.items[0].words.count == 2);
    CHECK_STR(shape("al-Sisi"), "+1");
    CHECK(query.all.items[0].any.items[0].words.count == 2);
}

static void or_binds_closer_than_being_side_by_side(void)
{
    CHECK_STR(shape("a OR b c"), "+2 +1");
    CHECK_STR(shape("a b|c | \"d e\""), "+1 +3");
    CHECK_STR(shape("a or b"), "+1 +1 +1");
    CHECK_STR(shape("a ORB"), "+1 +1");
}

static void a_dash_before_a_word_excludes_it(void)
{
    CHECK_STR(shape("a -b -\"c d\" e-f -"), "+1 -1 -1 +1");
    CHECK(query.wanted == 2);
}

static void other_signs_are_nothing(void)
{
    CHECK_STR(shape("(a) ! [b] ; ^"), "+1 +1");
    CHECK_STR(shape("a\xff\xfe b"), "+1 +1");
    CHECK_STR(shape("a NEAR(b) title:c"), "+1 +1 +1");
}

static void errors_name_their_place(void)
{
    CHECK_STR(shape("هدنة \"وقف"), "character 6 of the query: this quotation "
                                   "mark is not closed; close it");
    CHECK_STR(shape("OR a"), "character 1 of the query: OR needs a word "
                             "before it");
    CHECK_STR(shape("-a OR b"), "character 4 of the query: OR needs a word "
                                "before it");
    CHECK_STR(shape("a OR OR b"), "character 6 of the query: OR needs a word "
                                  "before it");
    CHECK_STR(shape("a |"), "character 3 of the query: OR needs a word after "
                            "it");
    CHECK_STR(shape("a OR -b"), "character 6 of the query: what follows OR "
                                "cannot be excluded");
    CHECK_STR(shape("سلام *"), "character 6 of the query: a * needs two "
                               "letters or more before it");
    CHECK_STR(shape("س*"), "character 1 of the query: a * needs two letters "
                           "or more before it");
    CHECK_STR(shape("a exact: b"), "character 3 of the query: exact: needs "
                                   "words right after it");
    CHECK_STR(shape("?!"), "character 1 of the query: there is no word to "
                           "look for");
}

static void a_query_has_at_most_64_words(void)
{
    char text[300];

    for (int i = 0; i < 65; i++)
        memcpy(text + (size_t)2 * i, "a ", 2);
    text[128] = '\0';
    CHECK(parse(text) && query.all.count == 64);
    text[128] = 'a', text[129] = '\0';
    CHECK_STR(shape(text), "character 129 of the query: too many words; 64 "
                           "are the most");
}

static void a_query_has_at_most_4096_bytes(void)
{
    char *text = malloc(4098);

    memset(text, 'a', 4097);
    text[4096] = '\0';
    CHECK(parse(text));
    text[4096] = 'a', text[4097] = '\0';
    CHECK_STR(shape(text), "the query has 4097 bytes; 4096 are the most");
    free(text);
}

/* ------------------------------------------------------ what is meant by it */

/* The matched words of a text, with | between. */
static ahd_str found(const char *asked, const char *text)
{
    static char out[512];
    size_t len = 0;
    ahd_matches matches = {0};
    ahd_str all = ahd_str_from(text);

    if (!parse(asked))
        return ahd_str_from(error.message);
    ahd_match_find(&terms, &query, (ahd_match_part){all, 0}, arena, &matches);
    for (uint32_t i = 0; i < matches.count; i++) {
        ahd_str word = ahd_str_span(all, matches.items[i].at);
        len += (size_t)snprintf(out + len, sizeof out - len, "%s%.*s",
                                i > 0 ? "|" : "", AHD_STR_ARG(word));
    }
    return (ahd_str){out, len};
}

static void a_word_finds_its_inflections(void)
{
    CHECK_STR(found("اتفاق", "وقع الطرفان الاتفاق، ثم خرقا اتفاقهما"),
              "الاتفاق|اتفاقهما");
    CHECK_STR(found("sign", "They signed; signs of signing."),
              "signed|signs|signing");
}

static void a_phrase_finds_them_side_by_side(void)
{
    CHECK_STR(
        found("\"وقف إطلاق النار\"", "ووقف النار، لوقف اطلاق النار. وقف إطلاق"),
        "لوقف اطلاق النار");
}

static void exact_compares_the_words_as_they_are_spelt(void)
{
    CHECK_STR(found("exact:اتفاق", "الاتفاق اتفاق اتفاقا"), "اتفاق");
    CHECK_STR(found("=\"الإتفاق\"", "الاتفاق اتفاق"), "الاتفاق");
    CHECK_STR(found("exact:signed", "sign Signed signs"), "Signed");
}

static void a_star_stands_for_any_ending(void)
{
    CHECK_STR(found("حوث*", "الحوثيون والحوثيين حوثي حادث"),
              "الحوثيون|والحوثيين|حوثي");
    CHECK_STR(found("cease*", "ceasefire ceases decease"), "ceasefire|ceases");
    CHECK_STR(found("امن*", "أمني وأمنها"), "أمني|وأمنها");
    CHECK_STR(found("exact:الات*", "الاتفاق اتفاق"), "الاتفاق");
}

static void what_is_excluded_is_not_shown(void)
{
    CHECK_STR(found("a -b c OR \"c d\"", "a b c d"), "a|c d");
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    CHECK(ahd_terms_init(&terms, ahd_kb_embedded()) && arena);
    RUN(words_are_all_wanted);
    RUN(quotation_marks_of_any_kind_make_a_phrase);
    RUN(what_is_written_together_is_a_phrase);
    RUN(or_binds_closer_than_being_side_by_side);
    RUN(a_dash_before_a_word_excludes_it);
    RUN(other_signs_are_nothing);
    RUN(errors_name_their_place);
    RUN(a_query_has_at_most_64_words);
    RUN(a_query_has_at_most_4096_bytes);
    RUN(a_word_finds_its_inflections);
    RUN(a_phrase_finds_them_side_by_side);
    RUN(exact_compares_the_words_as_they_are_spelt);
    RUN(a_star_stands_for_any_ending);
    RUN(what_is_excluded_is_not_shown);
    ahd_terms_finish(&terms);
    ahd_arena_free(arena);
    return test_failures != 0;
}
