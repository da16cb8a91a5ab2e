/* saved.h - where an HTML file was saved from, as the program that saved it
 * says in a comment at its start.
 *
 *     <html lang="en"><!--
 *      Page saved with SingleFile
 *      url: https://x.example/1
 *      saved date: Fri Oct 23 2020 ... -->     ->  "https://x.example/1"
 *     <!-- saved from url=(0019)https://x.example/1 -->
 *
 * The second is what browsers write. */
#ifndef AHD_SOURCE_SAVED_H
#define AHD_SOURCE_SAVED_H

#include "base/str.h"

ahd_str ahd_saved_url(ahd_str page); /* a slice of it; "" when not told */

#endif
