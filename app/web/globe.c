#include "web/globe.h"

#include <math.h>

static const double pi = 3.14159265358979323846;
static const double scale = 184.731, middle_x = 500, middle_y = 243.4;

/* The coefficients that its authors give. */
static const double a1 = 1.340264, a2 = -.081106, a3 = .000893, a4 = .003796;

ahd_globe_point ahd_globe_project(double lat, double lon)
{
    const double m = sqrt(3) / 2;
    double t = asin(m * sin(lat * pi / 180)), t2 = t * t, t6 = t2 * t2 * t2;
    double x = lon * pi / 180 * cos(t) /
               (m * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)));
    double y = t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2));

    return (ahd_globe_point){middle_x + scale * x, middle_y - scale * y};
}
