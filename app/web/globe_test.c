#include "web/globe.h"

#include "test.h"

#include <math.h>

static bool lies(double lat, double lon, double x, double y)
{
    ahd_globe_point p = ahd_globe_project(lat, lon);

    return fabs(p.x - x) < .001 && fabs(p.y - y) < .001;
}

/* What geoEqualEarth of d3-geo makes of them, at the scale of tools/land.mjs.
 */
static void cities_lie_where_the_outline_has_them(void)
{
    CHECK(lies(46.2, 6.15, 514.514, 80.807));    /* Geneva */
    CHECK(lies(25.28, 51.53, 636.544, 150.421)); /* Doha */
    CHECK(lies(-12, -77, 288.348, 288.136));     /* Lima */
    CHECK(lies(15.35, 44.2, 620.680, 186.317));  /* Sanaa */
}

static void the_world_fits_on_the_map(void)
{
    CHECK(lies(0, 0, 500, 243.4));
    CHECK(lies(0, 180, 999.998, 243.4));
    CHECK(lies(90, 0, 500, .042));
    CHECK(lies(-90, 0, 500, 486.758));
}

int main(void)
{
    RUN(cities_lie_where_the_outline_has_them);
    RUN(the_world_fits_on_the_map);
    return test_failures != 0;
}
