/* refusal.h - why something in a file is no page: the words it is counted by.
 *
 *     ahd_refusal_fail(error, AHD_REFUSAL_LARGE, path, "has a page of %zu MiB")
 *         -> AHD_ELIMIT, error->reason "too large"
 *
 * Refused is what could not be read, and people are told of each with place
 * and cure. Passed over is what is no page by its own account, such as an
 * image; it is only counted. */
#ifndef AHD_SOURCE_REFUSAL_H
#define AHD_SOURCE_REFUSAL_H

#include "base/error.h"

typedef enum ahd_refusal {
    AHD_REFUSAL_NONE,
    /* could not be read */
    AHD_REFUSAL_UNOPENED,
    AHD_REFUSAL_UNREAD,
    AHD_REFUSAL_MEMORY,
    AHD_REFUSAL_EMPTY,
    AHD_REFUSAL_NO_FILE,
    AHD_REFUSAL_NO_TEXT,
    AHD_REFUSAL_LARGE,
    AHD_REFUSAL_BOMB,
    AHD_REFUSAL_DAMAGED,
    AHD_REFUSAL_LOCKED,
    AHD_REFUSAL_SEGMENTS,
    AHD_REFUSAL_CODING,
    /* read, but odd */
    AHD_REFUSAL_DIGEST,
    /* passed over */
    AHD_REFUSAL_IMAGE,
    AHD_REFUSAL_SCRIPT,
    AHD_REFUSAL_STYLE,
    AHD_REFUSAL_FONT,
    AHD_REFUSAL_MEDIA,
    AHD_REFUSAL_JSON,
    AHD_REFUSAL_OTHER_TYPE,
    AHD_REFUSAL_NESTED,
    AHD_REFUSAL_REDIRECT,
    AHD_REFUSAL_HTTP_ERROR,
    AHD_REFUSAL_NO_BODY,
    AHD_REFUSAL_REVISIT,
    AHD_REFUSAL_REQUEST,
    AHD_REFUSAL_ABOUT,
    AHD_REFUSAL_NOT_HTTP,
    AHD_REFUSAL_TEASER,
    AHD_REFUSALS
} ahd_refusal;

/* "a redirect": static text. */
const char *ahd_refusal_name(ahd_refusal why);

/* Fill `error` and return the status that belongs to `why`. */
ahd_status ahd_refusal_fail(ahd_error *error, ahd_refusal why, const char *path,
                            const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The same for a refusal of the system, with errno's words:
 * "cannot open: No such file or directory; check the name" */
ahd_status ahd_refusal_fail_system(ahd_error *error, ahd_refusal why,
                                   const char *path, const char *what,
                                   const char *cure);

#endif
