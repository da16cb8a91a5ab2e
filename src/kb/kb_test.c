#include "kb/kb.h"

#include "test.h"

static const ahd_kb *kb;

static bool lists(const ahd_kb_index *index, uint32_t key, uint32_t row)
{
    uint32_t count;
    const uint32_t *rows = ahd_kb_rows(index, key, &count);

    for (uint32_t i = 0; i < count; i++)
        if (rows[i] == row)
            return true;
    return false;
}

static void rows_are_found_by_their_key(void)
{
    for (uint32_t i = 0; i < kb->posts.count; i++) {
        const ahd_post *post = ahd_kb_post_at(kb, i);
        CHECK(lists(&kb->posts_of, post->person, i));
        CHECK(lists(&kb->holders, ahd_kb_role_at(kb, post->role)->office, i));
    }
    for (uint32_t i = 0; i < kb->names.count; i++)
        CHECK(lists(&kb->names_of, ahd_kb_name_at(kb, i)->actor, i));
    for (uint32_t i = 0; i < kb->ties.count; i++)
        CHECK(lists(&kb->ties_of, ahd_kb_tie_at(kb, i)->actor, i));
    CHECK(kb->posts_of.rows.count == kb->posts.count);
    CHECK(kb->names_of.rows.count == kb->names.count);
}

static void a_country_has_its_state_and_bodies_but_no_persons(void)
{
    uint32_t libya = ahd_kb_find_actor(kb, AHD_STR("ly"));
    uint32_t country = ahd_kb_country(AHD_STR("ly"));

    CHECK(lists(&kb->states_in, country, libya));
    for (uint32_t i = 0; i < kb->actors.count; i++) {
        const ahd_actor *a = ahd_kb_actor_at(kb, i);
        bool body = a->type != AHD_ACTOR_PERSON &&
                    ahd_kb_country(ahd_kb_str(kb, a->country)) == country;
        CHECK(lists(&kb->bodies_in, country, i) == body);
    }
}

/* What is damaged or made by hand has no rows, and finds none. */
static void ids_find_their_rows(void)
{
    static const ahd_kb none = {.actors = {.count = 0}};

    for (uint32_t i = 0; i < kb->actors.count; i++)
        CHECK(ahd_kb_find_actor(
                  kb, ahd_kb_str(kb, ahd_kb_actor_at(kb, i)->id)) == i);
    for (uint32_t i = 0; i < kb->agreements.count; i++)
        CHECK(ahd_kb_find_agreement(
                  kb, ahd_kb_str(kb, ahd_kb_agreement_at(kb, i)->id)) == i);
    for (uint32_t i = 0; i < kb->places.count; i++)
        CHECK(ahd_kb_find_place(
                  kb, ahd_kb_str(kb, ahd_kb_place_at(kb, i)->id)) == i);
    CHECK(ahd_kb_find_actor(kb, AHD_STR("nobody-at-all")) == AHD_KB_NONE);
    CHECK(ahd_kb_find_place(kb, AHD_STR("")) == AHD_KB_NONE);
    CHECK(ahd_kb_find_actor(&none, AHD_STR("ly")) == AHD_KB_NONE);
}

static void a_key_of_nothing_has_no_rows(void)
{
    uint32_t count = 1;

    ahd_kb_rows(&kb->bodies_in, ahd_kb_country(AHD_STR("LY")), &count);
    CHECK(count == 0);
    ahd_kb_rows(&kb->posts_of, AHD_KB_NONE, &count);
    CHECK(count == 0);
    ahd_kb_rows(&kb->posts_of, kb->actors.count, &count);
    CHECK(count == 0);
}

/* A brigade of an army that changed sides in 2019. */
static void sides_have_their_time(void)
{
    enum { STATE, ARMY, BRIGADE, OTHER, OUTLET };
    static const ahd_actor actors[] = {{.of = AHD_KB_NONE},
                                       {.of = STATE},
                                       {.of = AHD_KB_NONE},
                                       {.of = AHD_KB_NONE},
                                       {.of = AHD_KB_NONE}};
    static const ahd_tie ties[] = {{.actor = BRIGADE,
                                    .kind = AHD_TIE_PART_OF,
                                    .of = ARMY,
                                    .since = AHD_KB_NO_DAY,
                                    .until = 17999},
                                   {.actor = BRIGADE,
                                    .kind = AHD_TIE_ACTS_FOR,
                                    .of = OTHER,
                                    .since = 18000,
                                    .until = AHD_KB_NO_DAY},
                                   {.actor = OUTLET,
                                    .kind = AHD_TIE_OWNED_BY,
                                    .of = OTHER,
                                    .since = AHD_KB_NO_DAY,
                                    .until = AHD_KB_NO_DAY},
                                   {.actor = OTHER,
                                    .kind = AHD_TIE_ACTS_FOR,
                                    .of = BRIGADE,
                                    .since = AHD_KB_NO_DAY,
                                    .until = AHD_KB_NO_DAY}};
    static const uint32_t starts[] = {0, 0, 0, 2, 3, 4}, rows[] = {0, 1, 3, 2};
    const ahd_kb small = {.actors = {actors, 5},
                          .ties = {ties, 4},
                          .ties_of = {{starts, 6}, {rows, 4}}};

    CHECK(ahd_kb_is_side(&small, BRIGADE, STATE, 17000));
    CHECK(!ahd_kb_is_side(&small, BRIGADE, OTHER, 17000));
    CHECK(ahd_kb_is_side(&small, BRIGADE, OTHER, 18000));
    CHECK(!ahd_kb_is_side(&small, BRIGADE, STATE, 18000));
    CHECK(ahd_kb_is_side(&small, BRIGADE, ARMY, AHD_KB_NO_DAY));
    CHECK(!ahd_kb_is_side(&small, OUTLET, OTHER, 18000)); /* only owned */
    CHECK(!ahd_kb_is_side(&small, OTHER, ARMY, 18000));   /* a ring ends */
    CHECK(ahd_kb_is_side(&small, ARMY, ARMY, 18000));
}

int main(void)
{
    kb = ahd_kb_embedded();
    RUN(rows_are_found_by_their_key);
    RUN(a_country_has_its_state_and_bodies_but_no_persons);
    RUN(ids_find_their_rows);
    RUN(a_key_of_nothing_has_no_rows);
    RUN(sides_have_their_time);
    return test_failures != 0;
}
