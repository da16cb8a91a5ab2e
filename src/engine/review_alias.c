#include "engine/review_alias.h"

#include <stdlib.h>

enum { ARENA = 1 << 30 };

typedef struct settling {
    ahd_store *store;
    ahd_current *page;
    ahd_arena *arena; /* of one other page */
    AHD_VEC(ahd_joined) joined;
    AHD_VEC(int64_t) pages; /* that name an id which is told otherwise now */
} settling;

/* ---------------------------------------------------------- what is said */

static bool is_of_ids(const ahd_decided_review *r)
{
    return (r->decision == AHD_DECISION_MERGE ||
            r->decision == AHD_DECISION_SPLIT) &&
           (ahd_str_eq(r->pair.what, AHD_STR("actor")) ||
            ahd_str_eq(r->pair.what, AHD_STR("agreement")));
}

static ahd_status put_joined(const settling *s, bool *any, ahd_error *error)
{
    const ahd_current *page = s->page;

    for (uint32_t i = 0; i < page->reviews.count; i++) {
        const ahd_decided_review *r = &page->reviews.items[i];
        if (!is_of_ids(r))
            continue;
        const ahd_joined_row row = {.review = r->number,
                                    .what = r->pair.what,
                                    .one = r->pair.one,
                                    .other = r->pair.other,
                                    .joins = r->decision == AHD_DECISION_MERGE,
                                    .undone = page->decided.undone[i]};
        AHD_TRY(ahd_store_put_joined(s->store, &row, error));
        *any = true;
    }
    return AHD_OK;
}

static void take_joined(void *context, const ahd_joined_row *row)
{
    settling *s = context;
    ahd_arena *arena = s->page->arena;

    *ahd_vec_push(arena, &s->joined) = (ahd_joined){
        ahd_arena_str(arena, row->what), ahd_arena_str(arena, row->one),
        ahd_arena_str(arena, row->other), row->joins};
}

/* ------------------------------------------------------------ who names it */

static ahd_status add_pages(settling *s, ahd_str what, ahd_str id,
                            ahd_error *error)
{
    int64_t page = 0;

    for (;;) {
        AHD_TRY(ahd_store_next_naming(s->store, what, id, &page, error));
        if (page == 0)
            return AHD_OK;
        *ahd_vec_push(s->page->arena, &s->pages) = page;
    }
}

static int compare_aliases(const void *a, const void *b)
{
    const ahd_alias *x = a, *y = b;
    int order = ahd_str_cmp(x->id, y->id);

    return order != 0 ? order : ahd_str_cmp(x->what, y->what);
}

static ahd_status change(settling *s, const ahd_alias *alias, bool come,
                         ahd_error *error)
{
    AHD_TRY(add_pages(s, alias->what, alias->id, error));
    AHD_TRY(add_pages(s, alias->what, alias->stands, error));
    return come ? ahd_store_put_alias(s->store, alias->what, alias->id,
                                      alias->stands, error)
                : ahd_store_drop_alias(s->store, alias->what, alias->id, error);
}

/* Both lists are in order: they are walked side by side. */
static ahd_status change_all(settling *s, const ahd_aliases *before,
                             const ahd_aliases *after, ahd_error *error)
{
    uint32_t i = 0, k = 0;

    while (i < before->count || k < after->count) {
        const ahd_alias *old = &before->items[i], *now = &after->items[k];
        int order = i == before->count  ? 1
                    : k == after->count ? -1
                                        : compare_aliases(old, now);
        bool same = order == 0 && ahd_str_eq(old->stands, now->stands);
        if (order <= 0 && !same)
            AHD_TRY(change(s, old, false, error));
        if (order >= 0 && !same)
            AHD_TRY(change(s, now, true, error));
        i += order <= 0;
        k += order >= 0;
    }
    return AHD_OK;
}

/* ------------------------------------------------------------- refreshing */

static int compare(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return (x > y) - (x < y);
}

static ahd_status refresh_page(const settling *s, int64_t number,
                               ahd_error *error)
{
    ahd_current page = {.arena = s->arena};

    AHD_TRY(ahd_current_load(s->store, number, AHD_STR(""), &page, error));
    AHD_TRY(ahd_current_refresh(s->store, &page, error));
    return ahd_store_log_reading(s->store, number, error);
}

/* The arena jumps back here at its limit. */
static ahd_status refresh_trapped(const settling *s, int64_t number,
                                  ahd_error *error)
{
    jmp_buf trap;
    ahd_status status;

    ahd_arena_clear(s->arena);
    ahd_arena_trap(s->arena, &trap);
    if (setjmp(trap))
        status = ahd_fail(error, AHD_ENOMEM, "out of memory");
    else
        status = refresh_page(s, number, error);
    ahd_arena_trap(s->arena, NULL);
    return status;
}

static ahd_status refresh_others(settling *s, ahd_error *error)
{
    ahd_status status = AHD_OK;
    int64_t last = s->page->page;

    if (s->pages.count > 0)
        qsort(s->pages.items, s->pages.count, sizeof *s->pages.items, compare);
    s->arena = ahd_arena_new(ARENA);
    if (s->arena == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    for (uint32_t i = 0; status == AHD_OK && i < s->pages.count; i++) {
        int64_t page = s->pages.items[i];
        if (page != last && page != s->page->page)
            status = refresh_trapped(s, page, error);
        last = page;
    }
    ahd_arena_free(s->arena);
    return status;
}

ahd_status ahd_review_alias_settle(ahd_store *store, ahd_current *page,
                                   ahd_error *error)
{
    settling s = {.store = store, .page = page};
    bool any = false;

    AHD_TRY(put_joined(&s, &any, error));
    if (!any)
        return AHD_OK;
    AHD_TRY(ahd_store_joined(store, take_joined, &s, error));
    ahd_aliases after =
        ahd_alias_make(s.joined.items, s.joined.count, page->arena);
    if (after.count > 0)
        qsort(after.items, after.count, sizeof *after.items, compare_aliases);
    AHD_TRY(change_all(&s, &page->aliases, &after, error));
    AHD_TRY(ahd_current_aliases(store, page->arena, &page->aliases, error));
    ahd_current_decide(page);
    return refresh_others(&s, error);
}
