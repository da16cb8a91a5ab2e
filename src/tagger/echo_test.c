#include "tagger/echo.h"

#include "test.h"

enum { PERSON = 0, PLACE = 2, OUT = AHD_LABEL_OUT };

static ahd_arena *arena;

static ahd_first_look word(uint64_t bare, uint8_t label)
{
    return (ahd_first_look){.bare = bare, .pos = AHD_POS_PROPN, .label = label};
}

static void a_word_that_stands_alone_is_told_nothing(void)
{
    ahd_first_look words[] = {word(1, PERSON), word(2, OUT)};
    ahd_echo echo = ahd_echo_of_all(arena, words, 2);

    CHECK(ahd_echo_of(&echo, &words[0]) == 0);
    CHECK(ahd_echo_of(&echo, &words[1]) == 0);
}

static void what_others_say_is_told_without_its_own(void)
{
    ahd_first_look words[] = {word(1, PERSON), word(1, OUT), word(2, PLACE),
                              word(2, OUT)};
    ahd_echo echo = ahd_echo_of_all(arena, words, 4);

    /* another is out; another is a person's, a place's */
    CHECK(ahd_echo_of(&echo, &words[0]) != 0);
    CHECK(ahd_echo_of(&echo, &words[0]) == ahd_echo_of(&echo, &words[2]));
    CHECK(ahd_echo_of(&echo, &words[1]) != ahd_echo_of(&echo, &words[0]));
    CHECK(ahd_echo_of(&echo, &words[1]) != ahd_echo_of(&echo, &words[3]));
}

static void many_say_more_than_one(void)
{
    ahd_first_look words[6];

    for (int i = 0; i < 6; i++)
        words[i] = word(i < 2 ? 1 : 2, PERSON);
    ahd_echo echo = ahd_echo_of_all(arena, words, 6);
    CHECK(ahd_echo_of(&echo, &words[0]) != ahd_echo_of(&echo, &words[5]));
}

static void particles_are_told_nothing(void)
{
    ahd_first_look words[] = {word(1, OUT), word(1, OUT)};

    words[0].pos = words[1].pos = AHD_POS_ADP;
    ahd_echo echo = ahd_echo_of_all(arena, words, 2);
    CHECK(ahd_echo_of(&echo, &words[0]) == 0);
}

/* As often as fits into what is counted, and more. */
static void counting_ends(void)
{
    enum { MANY = 1000 };
    ahd_first_look *words = ahd_new(arena, ahd_first_look, MANY);

    for (int i = 0; i < MANY; i++)
        words[i] = word(7, i % 2 ? OUT : PERSON);
    ahd_echo echo = ahd_echo_of_all(arena, words, MANY);
    CHECK(ahd_echo_of(&echo, &words[0]) ==
          ahd_echo_of(&echo, &words[MANY - 2]));
    CHECK(ahd_echo_of(&echo, &words[0]) != 0);
}

int main(void)
{
    arena = ahd_arena_new((size_t)16 << 20);
    RUN(a_word_that_stands_alone_is_told_nothing);
    RUN(what_others_say_is_told_without_its_own);
    RUN(many_say_more_than_one);
    RUN(particles_are_told_nothing);
    RUN(counting_ends);
    ahd_arena_free(arena);
    return test_failures != 0;
}
