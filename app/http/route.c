#include "http/route.h"

#include <string.h>

static bool fits(ahd_str route, ahd_str path, ahd_str *rest)
{
    bool all = ahd_str_ends(route, AHD_STR("/*"));

    *rest = AHD_STR("");
    if (all)
        route.len--;
    if (ahd_str_eq(route, path))
        return route.len == 1 || !ahd_str_ends(route, AHD_STR("/"));
    if (route.len < 2 || !ahd_str_ends(route, AHD_STR("/")) ||
        !ahd_str_starts(path, route))
        return false;
    *rest = (ahd_str){path.ptr + route.len, path.len - route.len};
    return all || memchr(rest->ptr, '/', rest->len) == NULL;
}

const ahd_route *ahd_route_find(const ahd_route *routes, ahd_str path,
                                ahd_str *rest)
{
    for (; routes->path != NULL; routes++) {
        if (fits(ahd_str_from(routes->path), path, rest))
            return routes;
    }
    return NULL;
}

unsigned ahd_route_methods(const ahd_site *site, ahd_str path)
{
    ahd_str rest;
    unsigned out = 0;

    if (ahd_route_find(site->routes, path, &rest) != NULL)
        out |= AHD_GET;
    if (site->forms != NULL && ahd_route_find(site->forms, path, &rest) != NULL)
        out |= AHD_POST;
    return out;
}
