/* test.h - the whole unit-test harness. Each test file is one program.
 *
 *     static void trim_removes_outer_space_only(void)
 *     {
 *         CHECK_STR(ahd_str_trim(AHD_STR(" a ")), "a");
 *     }
 *     int main(void)
 *     {
 *         RUN(trim_removes_outer_space_only);
 *         return test_failures != 0;
 *     } */
#ifndef TEST_H
#define TEST_H

#include "base/str.h"

#include <stdio.h>

static int test_failures;

#define CHECK(cond)                                                            \
    do {                                                                       \
        if (!(cond)) {                                                         \
            printf("%s:%d: CHECK(%s)\n", __FILE__, __LINE__, #cond);           \
            test_failures++;                                                   \
        }                                                                      \
    } while (0)

#define CHECK_STR(got, want)                                                   \
    do {                                                                       \
        ahd_str g_ = (got), w_ = AHD_STR(want);                                \
        if (!ahd_str_eq(g_, w_)) {                                             \
            printf("%s:%d: got \"%.*s\", want \"%s\"\n", __FILE__, __LINE__,   \
                   AHD_STR_ARG(g_), want);                                     \
            test_failures++;                                                   \
        }                                                                      \
    } while (0)

/* Run a test and say in its own words how it went. */
#define RUN(test)                                                              \
    do {                                                                       \
        int before_ = test_failures;                                           \
        test();                                                                \
        test_says_(#test, test_failures == before_);                           \
    } while (0)

static inline void test_says_(const char *name, int fine)
{
    printf("%s ", fine ? "ok" : "FAIL");
    for (; *name; name++)
        putchar(*name == '_' ? ' ' : *name);
    printf("%s\n", fine ? "" : ": see above");
    fflush(stdout);
}

#endif
