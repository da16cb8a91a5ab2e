#include "engine/settle_agreements.h"

#include "agreements/merger.h"
#include "store/discovered.h"

#include <stdlib.h>

/* An agreement of the registry, else the discovery that stands for it. */
static ahd_str entry_of(const ahd_kb *kb, const ahd_discoveries *all,
                        const ahd_discovery *d)
{
    if (d->same_as != AHD_KB_NONE)
        return ahd_kb_str(kb, ahd_kb_agreement_at(kb, d->same_as)->id);
    return all->items[d->entry].id;
}

ahd_status ahd_settle_agreements(ahd_store *store, const ahd_kb *kb,
                                 ahd_arena *arena, ahd_error *error)
{
    ahd_discoveries all = {0};

    AHD_TRY(ahd_store_discoveries(store, arena, &all, error));
    if (all.count > 0)
        qsort(all.items, all.count, sizeof *all.items, ahd_merger_order);
    ahd_merger_run(kb, arena, &all);
    AHD_TRY(ahd_store_unmerge(store, error));
    for (uint32_t i = 0; i < all.count; i++) {
        const ahd_discovery *d = &all.items[i];
        ahd_str entry = entry_of(kb, &all, d);
        if (!ahd_str_eq(entry, d->id))
            AHD_TRY(ahd_store_put_merged(store, d->id, entry, error));
    }
    return AHD_OK;
}
