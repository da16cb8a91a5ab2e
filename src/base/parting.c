#include "base/parting.h"

ahd_parting ahd_parting_new(ahd_arena *arena, uint32_t count)
{
    ahd_parting out = {.arena = arena,
                       .leads = ahd_new(arena, uint32_t, (size_t)count + 1),
                       .apart = ahd_new(arena, ahd_parted, (size_t)count + 1)};

    for (uint32_t i = 0; i < count; i++)
        out.leads[i] = i;
    return out;
}

/* The way becomes shorter for the next. */
uint32_t ahd_parting_leader(ahd_parting *p, uint32_t one)
{
    while (p->leads[one] != one)
        one = p->leads[one] = p->leads[p->leads[one]];
    return one;
}

/* The shorter list tells: each is in the other's. */
bool ahd_parting_are_apart(ahd_parting *p, uint32_t a, uint32_t b)
{
    a = ahd_parting_leader(p, a);
    b = ahd_parting_leader(p, b);
    if (p->apart[a].count > p->apart[b].count) {
        uint32_t other = a;
        a = b;
        b = other;
    }
    for (uint32_t i = 0; i < p->apart[a].count; i++)
        if (ahd_parting_leader(p, p->apart[a].items[i]) == b)
            return true;
    return false;
}

/* The shorter list goes into the longer one. */
bool ahd_parting_join(ahd_parting *p, uint32_t a, uint32_t b)
{
    a = ahd_parting_leader(p, a);
    b = ahd_parting_leader(p, b);
    if (a == b)
        return true;
    if (ahd_parting_are_apart(p, a, b))
        return false;
    bool longer = p->apart[a].count >= p->apart[b].count;
    uint32_t stays = longer ? a : b, goes = longer ? b : a;
    for (uint32_t i = 0; i < p->apart[goes].count; i++)
        *ahd_vec_push(p->arena, &p->apart[stays]) = p->apart[goes].items[i];
    p->leads[goes] = stays;
    return true;
}

bool ahd_parting_part(ahd_parting *p, uint32_t a, uint32_t b)
{
    a = ahd_parting_leader(p, a);
    b = ahd_parting_leader(p, b);
    if (a == b)
        return false;
    *ahd_vec_push(p->arena, &p->apart[a]) = b;
    *ahd_vec_push(p->arena, &p->apart[b]) = a;
    return true;
}
