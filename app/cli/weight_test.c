#include "cli/weight.h"

#include "test.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/ahd_weight_XXXXXX";

static const char *path(const char *name)
{
    static char out[200];

    snprintf(out, sizeof out, "%s/%s", folder, name);
    return out;
}

static void put(const char *name, size_t size)
{
    int file = open(path(name), O_CREAT | O_WRONLY | O_TRUNC, 0600);

    CHECK(file >= 0 && ftruncate(file, (off_t)size) == 0);
    close(file);
}

static ahd_weight weigh(const char *what)
{
    const char *const paths[] = {what};
    const ahd_words words = {paths, 1};
    ahd_weight weight;

    ahd_weight_init(&weight, &words);
    ahd_weight_add(&weight);
    ahd_weight_finish(&weight);
    return weight;
}

static void files_below_a_folder_are_counted_once(void)
{
    mkdir(path("in"), 0700);
    mkdir(path("in/deep"), 0700);
    put("in/a", 1000);
    put("in/deep/b", 200);
    put("in/.hidden", 7);
    CHECK(symlink("..", path("in/deep/loop")) == 0);
    ahd_weight weight = weigh(path("in"));
    CHECK(weight.known && !weight.never && weight.bytes == 1200);
    weight = weigh(path("in/a"));
    CHECK(weight.known && weight.bytes == 1000);
}

static void what_is_not_there_weighs_nothing(void)
{
    ahd_weight weight = weigh(path("none"));

    CHECK(weight.known && weight.bytes == 0);
}

static void a_pipe_has_no_weight(void)
{
    CHECK(mkfifo(path("pipe"), 0600) == 0);
    ahd_weight weight = weigh(path("pipe"));
    CHECK(weight.never && !weight.known);
}

static void clean_up(void)
{
    static const char *const names[] = {
        "in/deep/loop", "in/deep/b", "in/deep", "in/a",
        "in/.hidden",   "in",        "pipe",    ""};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        CHECK(remove(path(names[i])) == 0);
}

int main(void)
{
    CHECK(mkdtemp(folder) != NULL);
    RUN(files_below_a_folder_are_counted_once);
    RUN(what_is_not_there_weighs_nothing);
    RUN(a_pipe_has_no_weight);
    clean_up();
    return test_failures != 0;
}
