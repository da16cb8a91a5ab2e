#include "engine/settle_stories.h"

#include "base/day.h"
#include "store/storied.h"
#include "stories/stories.h"

/* Bytes that the fingerprints of all documents may take, and of one. */
#define MOST_ARENA ((size_t)16 << 30)
enum { MOST_PRINT = 1 << 16 };

ahd_status ahd_settle_print(ahd_store *store, int64_t page,
                            const ahd_fingerprint *print, ahd_error *error)
{
    ahd_buf bytes = AHD_BUF(MOST_PRINT);
    ahd_status status;

    ahd_fingerprint_write(print, &bytes);
    if (bytes.failed)
        status = ahd_fail(error, AHD_ENOMEM, "out of memory");
    else
        status = ahd_store_put_print(store, page, ahd_buf_str(&bytes), error);
    ahd_buf_finish(&bytes);
    return status;
}

typedef struct settling {
    ahd_store *store;
    ahd_sayings *said;
    ahd_arena *kept, *scratch;
    AHD_VEC(ahd_story_doc) docs;
    AHD_VEC(int64_t) pages; /* of each */
    ahd_stories found;
} settling;

static ahd_status take_print(void *context, const ahd_printed *one,
                             ahd_error *error)
{
    settling *w = context;
    ahd_story_doc doc = {.day = ahd_day_from_iso(one->published)};

    (void)error;
    if (!ahd_fingerprint_read(one->print, w->kept, &doc.print))
        return AHD_OK;
    doc.key = ahd_arena_str(w->kept, one->sha256);
    *ahd_vec_push(w->kept, &w->docs) = doc;
    *ahd_vec_push(w->kept, &w->pages) = one->page;
    return AHD_OK;
}

/* Whom the root is credited to; agencies without a name are nobody. */
static ahd_str agency_of(const settling *w, uint32_t root)
{
    ahd_str agency = w->found.agency[root];

    return ahd_str_eq(agency, AHD_STR("agencies")) ? AHD_STR("") : agency;
}

static ahd_status keep_members(settling *w, ahd_error *error)
{
    const ahd_stories *found = &w->found;

    for (uint32_t i = 0; i < w->docs.count; i++) {
        uint32_t parent = found->parent[i], root = found->root[i];
        const ahd_storied one = {
            .page = w->pages.items[i],
            .story = w->pages.items[found->story[i]],
            .root = w->pages.items[root],
            .origin = parent == AHD_NONE
                          ? 0
                          : w->pages.items[found->links.items[parent].to],
            .agency = agency_of(w, root)};
        AHD_TRY(ahd_store_put_storied(w->store, &one, error));
    }
    return AHD_OK;
}

static ahd_status keep_links(settling *w, ahd_error *error)
{
    for (uint32_t i = 0; i < w->found.links.count; i++) {
        const ahd_story_link *link = &w->found.links.items[i];
        const ahd_alike *a = &link->alike;
        const ahd_story_tie tie = {
            .page = w->pages.items[link->from],
            .other = w->pages.items[link->to],
            .kind = ahd_str_from(ahd_stories_kind_name(a->kind)),
            .via = link->via,
            .share = (double)a->words[0],
            .other_share = (double)a->words[1]};
        AHD_TRY(ahd_store_put_tie(w->store, &tie, error));
    }
    return AHD_OK;
}

/* ------------------------------------------------------------ what was said */

/* The document read out of a page: they are in order of page. */
static bool find_doc(const settling *w, int64_t page, uint32_t *out)
{
    uint32_t low = 0, high = w->pages.count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (w->pages.items[middle] < page)
            low = middle + 1;
        else
            high = middle;
    }
    *out = low;
    return low < w->pages.count && w->pages.items[low] == page;
}

/* Both are there, and two. */
static bool find_both(const settling *w, const ahd_saying *tie,
                      ahd_story_said *out)
{
    out->joins = tie->row.joins;
    return tie->kind == AHD_SAYING_STORY &&
           find_doc(w, tie->row.page[0], &out->one) &&
           find_doc(w, tie->row.page[1], &out->other) && out->one != out->other;
}

/* The newest counts most. */
static void tell_said(settling *w)
{
    ahd_story_sayings said = {0};
    ahd_story_said one = {0};

    for (uint32_t i = w->said->ties.count; i-- > 0;)
        if (find_both(w, &w->said->ties.items[i], &one))
            *ahd_vec_push(w->kept, &said) = one;
    if (said.count == 0)
        return;
    ahd_stories_tell(&w->found, w->docs.count, w->kept, &said);
    for (uint32_t i = w->said->ties.count, k = 0; i-- > 0;) {
        ahd_paired_row *row = &w->said->ties.items[i].row;
        if (!find_both(w, &w->said->ties.items[i], &one))
            continue;
        row->stands = said.items[k].stands ? AHD_PAIRED_YES : AHD_PAIRED_NO;
        row->found = said.items[k++].found ? AHD_PAIRED_YES : AHD_PAIRED_NO;
    }
}

static ahd_status settle(settling *w, ahd_error *error)
{
    AHD_TRY(ahd_store_prints(w->store, take_print, w, error));
    ahd_stories_find(w->docs.items, w->docs.count, w->kept, w->scratch,
                     &w->found);
    tell_said(w);
    AHD_TRY(ahd_store_unstory(w->store, error));
    AHD_TRY(keep_members(w, error));
    AHD_TRY(keep_links(w, error));
    AHD_TRY(ahd_settle_said_keep(w->store, w->said, AHD_SAYING_STORY, error));
    AHD_TRY(ahd_store_sum_stories(w->store, error));
    return ahd_store_mark_storied(w->store, error);
}

/* The arenas jump back here at their limit. */
static ahd_status settle_trapped(settling *w, ahd_error *error)
{
    jmp_buf trap;

    ahd_arena_trap(w->kept, &trap);
    ahd_arena_trap(w->scratch, &trap);
    if (setjmp(trap))
        return ahd_fail(error, AHD_ENOMEM,
                        "the fingerprints of all documents together take more "
                        "memory than there is");
    return settle(w, error);
}

ahd_status ahd_settle_stories(ahd_store *store, ahd_sayings *said,
                              ahd_error *error)
{
    settling w = {.store = store, .said = said};
    ahd_status status = AHD_ENOMEM;
    bool storied;

    AHD_TRY(ahd_store_is_storied(store, &storied, error));
    if (storied)
        return AHD_OK;
    w.kept = ahd_arena_new(MOST_ARENA);
    w.scratch = ahd_arena_new(MOST_ARENA);
    if (w.kept && w.scratch)
        status = settle_trapped(&w, error);
    else
        (void)ahd_fail(error, AHD_ENOMEM, "out of memory");
    ahd_arena_free(w.kept);
    ahd_arena_free(w.scratch);
    return status;
}
