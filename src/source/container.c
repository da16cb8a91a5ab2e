#include "container.h"

/* The first that fits is taken, so the ones with a plain mark stand first. */
static const ahd_container_kind *const kinds[] = {
    &ahd_warc_kind,
    &ahd_zip_kind,
    &ahd_tar_kind,
    &ahd_mhtml_kind,
    &ahd_feed_kind,
    &ahd_ndjson_kind,
};

const ahd_container_kind *ahd_container_find(const ahd_item *item, ahd_str head,
                                             int depth)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const ahd_container_kind *kind = kinds[i];
        bool reachable =
            kind->in_memory || kind->anywhere || item->stream != NULL;
        if (reachable && depth <= kind->deepest && kind->fits(item, head))
            return kind;
    }
    return NULL;
}
