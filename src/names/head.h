/* head.h - the nouns that head mentions, data/heads.
 *
 *     «الحكومة»   a row of use `of_state`, type government
 *     «مسلحين»    a row of use `crowd` */
#ifndef AHD_NAMES_HEAD_H
#define AHD_NAMES_HEAD_H

#include "names/cursor.h"

/* Sets of uses. */
enum {
    AHD_HEADS_KNOWN = 1 << AHD_HEAD_OF_STATE | 1 << AHD_HEAD_IS_STATE |
                      1 << AHD_HEAD_IS_PART | 1 << AHD_HEAD_OFFICE,
    AHD_HEADS_BODY = 1 << AHD_HEAD_BODY,
    AHD_HEADS_ALONE = AHD_HEADS_KNOWN | AHD_HEADS_BODY,
    AHD_HEADS_CROWD = 1 << AHD_HEAD_CROWD,
    AHD_HEADS_PERSON = 1 << AHD_HEAD_PERSON,
    AHD_HEADS_AGAIN = 1 << AHD_HEAD_AGAIN,
};

typedef struct ahd_heading {
    const ahd_head *row; /* NULL when there is none */
    uint32_t end;
    uint16_t pro, suffix; /* what the noun carries; its article among it */
} ahd_heading;

/* The head of one of these uses at `token`, under no proclitic but `pro`. */
ahd_heading ahd_head_find(const ahd_reader *r, uint32_t token, uint16_t pro,
                          uint32_t uses);

/* Does the noun before make a name of it: «شارع الجيش», «كأس الملك»? */
bool ahd_head_is_dedicated(const ahd_reader *r, uint32_t token);

#endif
