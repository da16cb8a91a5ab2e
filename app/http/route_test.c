#include "http/route.h"

#include "test.h"

static void nothing(void *context, const ahd_request *request, ahd_reply *reply)
{
    (void)context;
    (void)request;
    (void)reply;
}

static const ahd_route routes[] = {
    {"/", nothing},
    {"/documents", nothing},
    {"/documents/", nothing},
    {"/ui/*", nothing},
    {NULL, NULL},
};

static const ahd_route *find(const char *path, ahd_str *rest)
{
    return ahd_route_find(routes, ahd_str_from(path), rest);
}

static void an_exact_path_has_no_rest(void)
{
    ahd_str rest;

    CHECK(find("/", &rest) == &routes[0]);
    CHECK(find("/documents", &rest) == &routes[1]);
    CHECK_STR(rest, "");
}

static void a_rest_is_one_piece_of_the_path(void)
{
    ahd_str rest;

    CHECK(find("/documents/77aa", &rest) == &routes[2]);
    CHECK_STR(rest, "77aa");
    CHECK(find("/documents/", &rest) == NULL);
    CHECK(find("/documents/a/b", &rest) == NULL);
    CHECK(find("/documentsx", &rest) == NULL);
    CHECK(find("", &rest) == NULL);
}

static void a_star_takes_any_rest(void)
{
    ahd_str rest;

    CHECK(find("/ui/v/a.js", &rest) == &routes[3]);
    CHECK_STR(rest, "v/a.js");
    CHECK(find("/ui/", &rest) == NULL);
    CHECK(find("/ui", &rest) == NULL);
}

static void a_path_knows_its_methods(void)
{
    static const ahd_route forms[] = {
        {"/documents", nothing}, {"/keep", nothing}, {NULL, NULL}};
    const ahd_site both = {.routes = routes, .forms = forms};
    const ahd_site read_only = {.routes = routes};

    CHECK(ahd_route_methods(&both, AHD_STR("/")) == AHD_GET);
    CHECK(ahd_route_methods(&both, AHD_STR("/keep")) == AHD_POST);
    CHECK(ahd_route_methods(&both, AHD_STR("/documents")) ==
          (AHD_GET | AHD_POST));
    CHECK(ahd_route_methods(&both, AHD_STR("/nothing")) == 0);
    CHECK(ahd_route_methods(&read_only, AHD_STR("/keep")) == 0);
}

int main(void)
{
    RUN(an_exact_path_has_no_rest);
    RUN(a_rest_is_one_piece_of_the_path);
    RUN(a_star_takes_any_rest);
    RUN(a_path_knows_its_methods);
    return test_failures != 0;
}
