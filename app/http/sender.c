#include "http/sender.h"

#include <strings.h>

static bool same_letters(ahd_str a, ahd_str b)
{
    return a.len == b.len && a.len > 0 && strncasecmp(a.ptr, b.ptr, a.len) == 0;
}

/* Of "http://name:port" what a Host header says; nothing of "null". */
static ahd_str machine_of(ahd_str origin)
{
    static const ahd_str schemes[] = {{"http://", 7}, {"https://", 8}};

    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        if (ahd_str_starts(origin, schemes[i]))
            return (ahd_str){origin.ptr + schemes[i].len,
                             origin.len - schemes[i].len};
    }
    return AHD_STR("");
}

bool ahd_sender_is_ours(ahd_str origin, ahd_str site, ahd_str host)
{
    if (site.len > 0 && !ahd_str_eq(site, AHD_STR("same-origin")))
        return false;
    if (origin.len == 0)
        return site.len > 0;
    return same_letters(machine_of(origin), host);
}
