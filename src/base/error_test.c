#include "base/error.h"

#include "test.h"

#include <errno.h>
#include <string.h>

static void fail_returns_the_status_and_fills_the_error(void)
{
    ahd_error error = {.line = 9, .file = "old"};

    CHECK(ahd_fail(&error, AHD_ELIMIT, "%d pages", 3) == AHD_ELIMIT);
    CHECK(error.status == AHD_ELIMIT);
    CHECK_STR(ahd_str_from(error.message), "3 pages");
    CHECK(error.line == 0 && error.file[0] == '\0' && error.system == 0);
}

static void the_error_may_be_unwanted(void)
{
    errno = ENOENT;
    CHECK(ahd_fail(NULL, AHD_EIO, "x") == AHD_EIO);
    CHECK(ahd_fail_at(NULL, AHD_EFORMAT, "f", 1, "x") == AHD_EFORMAT);
    CHECK(ahd_fail_system(NULL, "f", "x") == AHD_EIO);
}

static void fail_at_names_file_and_line(void)
{
    ahd_error error;

    CHECK(ahd_fail_at(&error, AHD_EFORMAT, "a.tsv", 3, "no row '%s'", "b") ==
          AHD_EFORMAT);
    CHECK_STR(ahd_str_from(error.file), "a.tsv");
    CHECK(error.line == 3);
    CHECK_STR(ahd_str_from(error.message), "no row 'b'");
}

static void of_a_long_path_the_end_is_kept(void)
{
    char path[400];
    ahd_error error;

    memset(path, 'd', sizeof path);
    memcpy(path + sizeof path - 7, "/a.tsv", 7);
    CHECK(ahd_fail_at(&error, AHD_EIO, path, 1, "x") == AHD_EIO);
    CHECK(strlen(error.file) == sizeof error.file - 1);
    CHECK(ahd_str_ends(ahd_str_from(error.file), AHD_STR("d/a.tsv")));
}

static void a_long_message_is_cut(void)
{
    char words[400];
    ahd_error error;

    memset(words, 'w', sizeof words);
    words[sizeof words - 1] = '\0';
    CHECK(ahd_fail(&error, AHD_EIO, "%s", words) == AHD_EIO);
    CHECK(strlen(error.message) == sizeof error.message - 1);
}

static void the_words_of_the_system_are_told(void)
{
    ahd_error error;

    errno = ENOENT;
    CHECK(ahd_fail_system(&error, "gone.html", "cannot open") == AHD_EIO);
    CHECK(error.system == ENOENT);
    CHECK_STR(ahd_str_from(error.file), "gone.html");
    CHECK_STR(ahd_str_from(error.message),
              "cannot open: No such file or directory");
}

static ahd_status two_steps(ahd_status first, int *done)
{
    AHD_TRY(first);
    *done = 1;
    return AHD_OK;
}

static void try_returns_at_the_first_failure(void)
{
    int done = 0;

    CHECK(two_steps(AHD_ESTORE, &done) == AHD_ESTORE && !done);
    CHECK(two_steps(AHD_OK, &done) == AHD_OK && done);
}

int main(void)
{
    RUN(fail_returns_the_status_and_fills_the_error);
    RUN(the_error_may_be_unwanted);
    RUN(fail_at_names_file_and_line);
    RUN(of_a_long_path_the_end_is_kept);
    RUN(a_long_message_is_cut);
    RUN(the_words_of_the_system_are_told);
    RUN(try_returns_at_the_first_failure);
    return test_failures != 0;
}
