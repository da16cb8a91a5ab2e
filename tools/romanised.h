/* romanised.h - Arabic place names out of their romanised forms.
 *
 *     Az Zuwaytīnah -> الزويتينة     Şurmān -> صرمان
 *
 * The letters of the BGN/PCGN system of 1956, which maps of the Arab world
 * use: it leaves nothing out but short vowels, so it can be read backwards.
 * A name without its special letters may be any spelling: it is not tried. */
#ifndef AHD_ROMANISED_H
#define AHD_ROMANISED_H

#include "base/buf.h"

/* Writes the Arabic name to `out` and returns true, or returns false. */
bool romanised_to_arabic(ahd_str name, ahd_buf *out);

#endif
