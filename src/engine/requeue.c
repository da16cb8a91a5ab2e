#include "engine/requeue.h"

static bool decides(const ahd_current *c, uint32_t review)
{
    return !c->decided.undone[review] &&
           c->reviews.items[review].decision < AHD_DECISION_NOTE;
}

static ahd_status put_reviewed(ahd_store *store, const ahd_current *c,
                               uint32_t review, bool newest, ahd_error *error)
{
    const ahd_decided_review *r = &c->reviews.items[review];
    const ahd_decided_item *item =
        &c->decided.items.items[c->decided.item_of[review]];
    const ahd_reviewed_act act = {
        .n = item->n,
        .review = r->number,
        .reviewer = r->by,
        .act = item->current.value[AHD_LABEL_ACT],
        .agreements = item->current.value[AHD_LABEL_AGREEMENT],
        .newest = newest,
        .contested = item->contested || item->contested_whole ||
                     (item->disagrees && !item->orphan)};

    return ahd_store_put_reviewed(store, c->page, &act, error);
}

/* From the newest review on: of each person's the first one counts. */
ahd_status ahd_requeue(ahd_store *store, const ahd_current *c, ahd_error *error)
{
    bool *seen = ahd_new(c->arena, bool, c->decided.items.count + 1);

    AHD_TRY(ahd_store_drop_reviewed(store, c->page, error));
    for (uint32_t i = c->reviews.count; i-- > 0;) {
        uint32_t item = c->decided.item_of[i];
        if (!decides(c, i) || c->decided.items.items[item].about_all)
            continue;
        AHD_TRY(put_reviewed(store, c, i, !seen[item], error));
        seen[item] = true;
    }
    return AHD_OK;
}

ahd_status ahd_requeue_page(ahd_store *store, int64_t page, ahd_arena *arena,
                            ahd_error *error)
{
    ahd_current current = {.arena = arena};

    AHD_TRY(ahd_current_load(store, page, AHD_STR(""), &current, error));
    return ahd_requeue(store, &current, error);
}
