/* extent.h - how far the words of one agreement's mention go.
 *
 *     "لاتفاق جديد حول الهجرة يهدف إلى"       -> لاتفاق جديد حول الهجرة
 *     "الهدنة والوفاء بالتزاماتهم"             -> الهدنة
 *     "the 48-hour truce in Aleppo, which"   -> 48-hour truce in Aleppo
 *
 * As one would cite it: the noun with its adjectives, names, number, with whom,
 * where and what about; no relative clause, no participle that opens one. */
#ifndef AHD_AGREEMENTS_EXTENT_H
#define AHD_AGREEMENTS_EXTENT_H

#include "doc/doc.h"

typedef struct ahd_extent {
    uint32_t first, end; /* tokens */
    uint8_t definite;    /* "the agreement", by article or idafa */
    uint8_t named;       /* a number, a name or a quoted one is in it */
} ahd_extent;

/* Around the noun `noun`; nothing before token `from` is taken. */
ahd_extent ahd_extent_of(const ahd_doc *doc, const ahd_hit *noun,
                         uint32_t from);

#endif
