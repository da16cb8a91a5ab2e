/* Lists as files: /acts.csv, /documents.jsonl … */
#include "web/delivery.h"
#include "web/pages.h"

static const struct {
    const char *ending;
    ahd_as as;
} endings[] = {
    {"csv", AHD_AS_CSV}, {"jsonl", AHD_AS_JSONL}, {"geojson", AHD_AS_GEOJSON}};

static bool find_ending(ahd_str ending, ahd_as *out)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        *out = endings[i].as;
        if (ahd_str_eq(ahd_str_from(endings[i].ending), ending))
            return true;
    }
    return false;
}

/* The path is one of the routes, "/NAME.ENDING". */
void ahd_pages_download(void *context, const ahd_request *request,
                        ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_str ending = {request->path.ptr + 1, request->path.len - 1};
    ahd_str name = ahd_str_cut(&ending, '.');
    const ahd_table *table = ahd_table_find(name);
    ahd_as as;

    if (table == NULL || !find_ending(ending, &as)) {
        reply->status = 404;
        ahd_view_refuse(&view);
        return;
    }
    const ahd_asked asked = ahd_asked_read(request);
    ahd_delivery_send(&view, table, as, &asked);
}
