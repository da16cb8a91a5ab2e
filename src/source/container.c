#include "container.h"

#include <string.h>

/* The first that fits is taken, so the ones with a plain mark stand first. */
static const ahd_container_kind *const kinds[] = {
    &ahd_warc_kind, &ahd_zip_kind,    &ahd_tar_kind, &ahd_mhtml_kind,
    &ahd_feed_kind, &ahd_ndjson_kind, NULL,
};

const ahd_container_kind *ahd_container_find(const ahd_item *item, ahd_str head,
                                             int depth)
{
    for (size_t i = 0; kinds[i] != NULL; i++) {
        const ahd_container_kind *kind = kinds[i];
        bool reachable =
            kind->in_memory || kind->anywhere || item->stream != NULL;
        if (reachable && depth <= kind->deepest && kind->fits(item, head))
            return kind;
    }
    return NULL;
}

bool ahd_container_hides(const char *name)
{
    const char *slash = strrchr(name, '/');

    return (slash ? slash[1] : name[0]) == '.' ||
           strncmp(name, "__MACOSX/", 9) == 0;
}
