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

int main(void)
{
    RUN(an_exact_path_has_no_rest);
    RUN(a_rest_is_one_piece_of_the_path);
    RUN(a_star_takes_any_rest);
    return test_failures != 0;
}
