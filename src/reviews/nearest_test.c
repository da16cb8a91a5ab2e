#include "reviews/nearest.h"

#include "test.h"

static uint32_t nearest(const char *word)
{
    static const char *const ids[] = {"ly-gna", "ly-lna", "qa", "Qatar", "tr"};
    ahd_nearest near = ahd_nearest_to(ahd_str_from(word));

    for (uint32_t i = 0; i < 5; i++)
        ahd_nearest_try(&near, ahd_str_from(ids[i]), i);
    return near.found;
}

static void a_slip_is_forgiven(void)
{
    CHECK(nearest("ly-gan") == 0);
    CHECK(nearest("ly-lma") == 1);
    CHECK(nearest("qatar") == 3);
}

static void what_is_far_is_not_guessed(void)
{
    CHECK(nearest("xyzzy-plugh") == UINT32_MAX);
    CHECK(nearest("") == UINT32_MAX);
    CHECK(nearest("q") == UINT32_MAX);
}

static void long_words_are_no_danger(void)
{
    char word[5000];

    memset(word, 'a', sizeof word);
    ahd_nearest near = ahd_nearest_to((ahd_str){word, sizeof word});
    ahd_nearest_try(&near, (ahd_str){word, sizeof word}, 0);
    CHECK(near.found == UINT32_MAX);
}

int main(void)
{
    RUN(a_slip_is_forgiven);
    RUN(what_is_far_is_not_guessed);
    RUN(long_words_are_no_danger);
    return test_failures != 0;
}
