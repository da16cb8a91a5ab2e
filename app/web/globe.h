/* globe.h - where a place is on the map: the Equal Earth projection.
 *
 *     Doha, 25.28 N 51.53 E  → 636.5, 150.4 on a map that is 1000 wide
 *
 * Bojan Šavrič, Tom Patterson, Bernhard Jenny: The Equal Earth map projection,
 * 2018. Countries have their true sizes on it. The outline that tools/land.mjs
 * draws is of the same scale. */
#ifndef AHD_WEB_GLOBE_H
#define AHD_WEB_GLOBE_H

enum { AHD_GLOBE_WIDTH = 1000, AHD_GLOBE_HEIGHT = 487 };

typedef struct ahd_globe_point {
    double x, y;
} ahd_globe_point;

/* Degrees north and east. */
ahd_globe_point ahd_globe_project(double lat, double lon);

#endif
