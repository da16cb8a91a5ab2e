/* Any bytes as a robots.txt, and after a NUL the path that is asked for: the
 * answer is the same twice, robots.txt itself is always allowed, and a delay
 * is in its bounds. The path as an address as well: what is taken apart is
 * spelled the same when it is again. */
#include "fetch/robots.h"
#include "fetch/target.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void take_apart(ahd_str address)
{
    ahd_target once, again;

    if (ahd_target_init(&once, address, "http://a.example/b/") != NULL)
        return;
    check(ahd_target_init(&again, ahd_str_from(once.url), NULL) == NULL);
    check(strcmp(once.url, again.url) == 0);
    check(once.path[0] == '/' && once.host[0] != '\0');
    check(strchr(once.url, '\n') == NULL && strchr(once.url, ' ') == NULL);
    ahd_target_finish(&once);
    ahd_target_finish(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ahd_str path = {(const char *)data, size};
    ahd_str text = ahd_str_cut(&path, '\0');
    ahd_robots *robots = ahd_robots_new(text);

    check(robots != NULL);
    check(ahd_robots_allows(robots, path) == ahd_robots_allows(robots, path));
    check(ahd_robots_allows(robots, AHD_STR("/robots.txt")));
    double delay = ahd_robots_delay(robots);
    check(delay >= 0 && delay <= AHD_ROBOTS_SLOWEST);
    ahd_robots_free(robots);
    take_apart(path);
    return 0;
}
