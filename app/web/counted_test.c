#include "web/counted.h"

#include "test.h"

#include <inttypes.h>
#include <stdio.h>

static char said[128];

static ahd_str say(const char *key, int64_t n)
{
    char digits[24];
    ahd_counted words;
    int len = snprintf(digits, sizeof digits, "%" PRId64, n);

    if (!ahd_counted_ar(key, n, (ahd_str){digits, (size_t)len}, &words))
        return AHD_STR("?");
    snprintf(said, sizeof said, "%.*s%.*s|%.*s", AHD_STR_ARG(words.before),
             AHD_STR_ARG(words.strong), AHD_STR_ARG(words.after));
    return ahd_str_from(said);
}

static void one_and_two_are_words(void)
{
    CHECK_STR(say("count.claims", 0), "لا |اتهامات");
    CHECK_STR(say("count.claims", 1), "اتهام واحد|");
    CHECK_STR(say("count.claims", 2), "اتهامان|");
    CHECK_STR(say("count.documents", 1), "وثيقة واحدة|");
}

static void the_noun_follows_the_number(void)
{
    CHECK_STR(say("count.claims", 3), "3|اتهامات");
    CHECK_STR(say("count.claims", 10), "10|اتهامات");
    CHECK_STR(say("count.claims", 11), "11|اتهامًا");
    CHECK_STR(say("count.claims", 99), "99|اتهامًا");
    CHECK_STR(say("count.claims", 100), "100|اتهام");
    CHECK_STR(say("count.claims", 102), "102|اتهام");
    CHECK_STR(say("count.claims", 103), "103|اتهامات");
    CHECK_STR(say("count.claims", 2000), "2000|اتهام");
}

static void what_is_not_in_the_table_is_not_said(void)
{
    CHECK_STR(say("count.camels", 3), "?");
}

int main(void)
{
    RUN(one_and_two_are_words);
    RUN(the_noun_follows_the_number);
    RUN(what_is_not_in_the_table_is_not_said);
    return test_failures != 0;
}
