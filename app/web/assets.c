#include "web/assets.h"

#include "web/view.h"

#include <stdio.h>

#define ASSET(symbol, name, file, type)                                        \
    extern const char ahd_ui_##symbol##_start[], ahd_ui_##symbol##_end[];
#include "web/ui/assets.inc"
#undef ASSET

static const struct asset {
    const char *name, *type, *start, *end;
} assets[] = {
#define ASSET(symbol, name, file, type)                                        \
    {name, type, ahd_ui_##symbol##_start, ahd_ui_##symbol##_end},
#include "web/ui/assets.inc"
#undef ASSET
};

enum { ASSETS = sizeof assets / sizeof *assets };

static ahd_str bytes_of(const struct asset *asset)
{
    return (ahd_str){asset->start, (size_t)(asset->end - asset->start)};
}

ahd_str ahd_assets_version(void)
{
    static _Thread_local char digits[16];
    uint32_t hash = 0;

    if (digits[0] != '\0')
        return ahd_str_from(digits);
    for (size_t i = 0; i < ASSETS; i++)
        hash = hash * 31 + (uint32_t)ahd_str_hash(bytes_of(&assets[i]));
    snprintf(digits, sizeof digits, "%08x", (unsigned)hash);
    return ahd_str_from(digits);
}

static const struct asset *find(ahd_str name)
{
    for (size_t i = 0; i < ASSETS; i++) {
        if (ahd_str_eq(ahd_str_from(assets[i].name), name) &&
            assets[i].start < assets[i].end)
            return &assets[i];
    }
    return NULL;
}

bool ahd_assets_has(const char *name)
{
    return find(ahd_str_from(name)) != NULL;
}

/* Of another version than this program's, an address may not be kept: the
 * next program would be answered for by this one. */
void ahd_assets_send(void *context, const ahd_request *request,
                     ahd_reply *reply)
{
    ahd_str name = request->rest, version = ahd_str_cut(&name, '/');
    const struct asset *asset = find(name);

    if (asset == NULL) {
        ahd_view view = ahd_view_start(context, request, reply);
        reply->status = 404;
        ahd_view_refuse(&view);
        return;
    }
    reply->type = asset->type;
    if (ahd_str_eq(version, ahd_assets_version()))
        reply->cache = "public, max-age=31536000, immutable";
    ahd_buf_add(&reply->body, bytes_of(asset));
}
