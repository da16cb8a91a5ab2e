/* kbc_spelling.c - full names by their skeletons.
 *
 * A name of one word says too little, and of few consonants too: «علي علي» is
 * like half of all names. Contested names are no spelling of one actor. Last
 * names of persons have keys of their own. */
#include "kbc.h"

#include "lang/fold.h"
#include "lang/skeleton.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_OF_PERSON = 3, LEAST_OF_BODY = 5, LEAST_OF_SURNAME = 1 };

typedef AHD_VEC(ahd_spelling) spellings;

static bool is_one(ahd_str word, const char *const *list)
{
    for (; *list; list++)
        if (ahd_str_eq(word, ahd_str_from(*list)))
            return true;
    return false;
}

/* The last word, but of a dynasty the first: «سلمان بن عبد العزيز آل سعود». A
 * father's name is no last name: empty for «محمد بن راشد». */
static ahd_str last_name(ahd_str name)
{
    static const char *const house[] = {"ال", "al", NULL};
    static const char *const son[] = {"بن",  "ابن", "عبد", "bin",
                                      "ibn", "abd", NULL};
    ahd_str rest = name, word = name, before = {0};

    while (rest.len > 0) {
        before = word;
        word = ahd_str_cut(&rest, ' ');
    }
    if (is_one(before, house))
        return ahd_str_cut(&name, ' ');
    return is_one(before, son) ? AHD_STR("") : word;
}

static void add_surname(kbc *k, uint32_t actor, ahd_str name, spellings *out)
{
    ahd_str word = last_name(name);
    ahd_skeleton s = ahd_skeleton_add(0, word);

    if (ahd_skeleton_length(s) >= LEAST_OF_SURNAME)
        *ahd_vec_push(k->arena, out) =
            (ahd_spelling){.skeleton = ahd_skeleton_surname(s),
                           .name = kbc_pool(k, word),
                           .actor = actor};
}

static void add_given(kbc *k, uint32_t actor, ahd_str name, spellings *out)
{
    ahd_str word = ahd_str_cut(&name, ' ');
    ahd_skeleton s = ahd_skeleton_add(0, word);

    if (s)
        *ahd_vec_push(k->arena, out) =
            (ahd_spelling){.skeleton = ahd_skeleton_given(s),
                           .name = kbc_pool(k, word),
                           .actor = actor};
}

static void add(kbc *k, uint32_t actor, ahd_str name, spellings *out)
{
    const ahd_actor *a =
        (ahd_actor *)(void *)k->rows[AHD_KB_SECTION_actors].items + actor;
    int least = a->type == AHD_ACTOR_PERSON ? LEAST_OF_PERSON : LEAST_OF_BODY;
    ahd_str folded = ahd_fold(k->arena, ahd_str_trim(name));
    ahd_skeleton s = ahd_skeleton_add(0, folded);

    if (memchr(folded.ptr, ' ', folded.len) == NULL ||
        ahd_skeleton_length(s) < least)
        return;
    *ahd_vec_push(k->arena, out) = (ahd_spelling){
        .skeleton = s, .name = kbc_pool(k, folded), .actor = actor};
    if (a->type != AHD_ACTOR_PERSON)
        return;
    add_surname(k, actor, folded, out);
    add_given(k, actor, folded, out);
}

static void add_list(kbc *k, uint32_t actor, ahd_ref list, spellings *out)
{
    /* The pool moves as it grows. */
    ahd_str rest =
        ahd_arena_str(k->arena, (ahd_str){k->pool.items + list.at, list.len});

    while (rest.len > 0)
        add(k, actor, ahd_str_cut(&rest, '|'), out);
}

static int by_skeleton(const void *a, const void *b)
{
    const ahd_spelling *x = a, *y = b;

    if (x->skeleton != y->skeleton)
        return x->skeleton < y->skeleton ? -1 : 1;
    if (x->actor != y->actor)
        return x->actor < y->actor ? -1 : 1;
    return (x->name.at > y->name.at) - (x->name.at < y->name.at);
}

/* Each once, with the number of those that follow. */
static void sort(spellings *all)
{
    uint32_t kept = 0;

    if (all->count > 0)
        qsort(all->items, all->count, sizeof *all->items, by_skeleton);
    for (uint32_t i = 0; i < all->count; i++)
        if (kept == 0 || by_skeleton(&all->items[kept - 1], &all->items[i]))
            all->items[kept++] = all->items[i];
    all->count = kept;
    for (uint32_t i = kept; i-- > 0;)
        if (i + 1 < kept &&
            all->items[i].skeleton == all->items[i + 1].skeleton)
            all->items[i].more = all->items[i + 1].more + 1;
}

static kbc_section hash(kbc *k, const spellings *all)
{
    uint32_t count = 16;

    while (count < 2 * all->count)
        count *= 2;
    uint32_t *slots = ahd_new(k->arena, uint32_t, count);
    for (uint32_t row = 0; row < all->count; row++) {
        const ahd_spelling *s = &all->items[row];
        if (row > 0 && s[-1].skeleton == s->skeleton)
            continue;
        uint32_t i = ahd_skeleton_hash(s->skeleton) & (count - 1);
        while (slots[i])
            i = (i + 1) & (count - 1);
        slots[i] = row + 1;
    }
    return (kbc_section){slots, count, sizeof *slots};
}

void kbc_spellings(kbc *k, kbc_section *rows, kbc_section *slots)
{
    const ahd_actor *actors = (void *)k->rows[AHD_KB_SECTION_actors].items;
    const ahd_name *names = (void *)k->rows[AHD_KB_SECTION_names].items;
    spellings all = {0};

    for (uint32_t i = 0; i < k->rows[AHD_KB_SECTION_actors].count; i++) {
        add_list(k, i, actors[i].ar, &all);
        add_list(k, i, actors[i].en, &all);
    }
    for (uint32_t i = 0; i < k->rows[AHD_KB_SECTION_names].count; i++)
        if (names[i].kind != AHD_NAME_CONTESTED)
            add_list(k, names[i].actor, names[i].name, &all);
    sort(&all);
    *rows = (kbc_section){all.items, all.count, sizeof *all.items};
    *slots = hash(k, &all);
}
