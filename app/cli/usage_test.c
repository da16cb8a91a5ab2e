#include "cli/usage.h"

#include "test.h"

#include <string.h>

static bool json;
static const char *db;
static uint32_t port;
static const ahd_flag flags[] = {
    {.name = "json", .on = &json, .help = "as JSON"},
    {.name = "db", .value = "FILE", .text = &db, .help = "the record"},
    {.name = "port", .value = "N", .number = &port, .help = "the port"},
    {0},
};
static const ahd_usage usage = {"test", "FILE...", "For the test.", flags};

/* Mistakes are told on stderr, which the harness shows only on failure. */
static ahd_parsed parse(const char *line, ahd_words *words)
{
    static char copy[256], *argv[16];
    int argc = 0;

    json = false;
    db = NULL;
    port = 0;
    memcpy(copy, line, strlen(line) + 1);
    for (char *rest = copy; *rest; argc++) {
        argv[argc] = rest;
        rest += strcspn(rest, " ");
        if (*rest)
            *rest++ = '\0';
    }
    return ahd_usage_parse(&usage, argc, argv, words);
}

static void options_stand_anywhere(void)
{
    ahd_words words;

    CHECK(parse("test a --json b --db x.db --port=9 -", &words) == AHD_PARSED);
    CHECK(json && port == 9 && strcmp(db, "x.db") == 0);
    CHECK(words.count == 3);
    CHECK_STR(ahd_str_from(words.at[1]), "b");
    CHECK_STR(ahd_str_from(words.at[2]), "-");
}

static void two_dashes_end_the_options(void)
{
    ahd_words words;

    CHECK(parse("test -- --json", &words) == AHD_PARSED);
    CHECK(!json && words.count == 1);
}

static void mistakes_are_refused(void)
{
    ahd_words words;

    CHECK(parse("test --jsn", &words) == AHD_PARSED_WRONG);
    CHECK(parse("test --json=1", &words) == AHD_PARSED_WRONG);
    CHECK(parse("test --db", &words) == AHD_PARSED_WRONG);
    CHECK(parse("test --port x", &words) == AHD_PARSED_WRONG);
    CHECK(parse("test -j", &words) == AHD_PARSED_WRONG);
}

static void distance_counts_letters_to_change(void)
{
    CHECK(ahd_usage_distance("json", "json") == 0);
    CHECK(ahd_usage_distance("jsn", "json") == 1);
    CHECK(ahd_usage_distance("", "db") == 2);
    CHECK(ahd_usage_distance("serve", "read") > 2);
}

int main(void)
{
    RUN(options_stand_anywhere);
    RUN(two_dashes_end_the_options);
    RUN(mistakes_are_refused);
    RUN(distance_counts_letters_to_change);
    return test_failures != 0;
}
