/* stamp.h - the days that are written in a piece of text.
 *
 *     "2021-03-01T22:10:00+02:00" "20210301" "Mon, 01 Mar 2021 20:10:00 GMT"
 *     "March 1, 2021" "01/03/2021 - 20:10" «١ آذار/مارس ٢٠٢١» «17 رجب 1442»
 *         ->  2021-03-01
 *     "Published: 1.3.2021, updated: 4.3.2021"
 *         ->  2021-03-01 with cue PUBLISHED, then 2021-03-04 with UPDATED
 *
 * The day is the one that is written: a time zone never moves it. Days of 1990
 * to 2099 only. Thai, Iranian and lunar years are turned into ours; a day in
 * our calendar beside such a one is another stamp. */
#ifndef AHD_PAGE_STAMP_H
#define AHD_PAGE_STAMP_H

#include "creditword.h"
#include "doc/doc.h"

typedef struct ahd_stamp {
    ahd_day day;
    ahd_day other;      /* 04/03/2021 with the month first; or AHD_NO_DAY */
    ahd_creditword cue; /* the last one before it: PUBLISHED, UPDATED, NEVER */
    bool zulu;          /* followed by a time of day in UTC */
    bool brief;         /* the year has two digits: less certain */
    bool counted;       /* from the lunar calendar: may be a day off */
    bool alone;         /* eight digits in a row: what machines write */
    size_t first, end;  /* bytes of the text, */
    size_t letters;     /* code points of it */
} ahd_stamp;

/* The next day written in `text` from *at on, which moves past it. */
bool ahd_stamp_next(const ahd_page_in *in, ahd_str text, size_t *at,
                    ahd_stamp *out);

/* The first day that a machine wrote; AHD_NO_DAY when there is none. */
ahd_day ahd_stamp_day(const ahd_page_in *in, ahd_str text);

/* The "/2021/03/01/", "2021-03-01", "/20210301" or "/2021/mar/01/" of an
 * address. */
ahd_day ahd_stamp_of_url(const ahd_page_in *in, ahd_str url);

#endif
