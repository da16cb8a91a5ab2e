/* error.h - why an operation could not be done.
 *
 * Functions that touch the outside (files, database, network, data files)
 * return ahd_status and fill an ahd_error the caller may pass. Understanding
 * code never fails: odd input gives fewer results and a note in the document.
 */
#ifndef AHD_BASE_ERROR_H
#define AHD_BASE_ERROR_H

#include "base/api.h"

#include <stddef.h>

typedef enum ahd_status {
    AHD_OK = 0,
    AHD_ENOMEM,  /* out of memory, or over a document's memory limit */
    AHD_EIO,     /* the system refused: see error.system */
    AHD_EFORMAT, /* input breaks its format: see error.file and error.line */
    AHD_ESTORE,  /* the database refused */
    AHD_ELIMIT,  /* a stated limit was passed */
    AHD_EUSAGE,  /* the caller broke the contract of the function */
} ahd_status;

typedef struct ahd_error {
    ahd_status status;
    int system;         /* errno, or the database's code; 0 when none */
    char file[256];     /* input file, "" when none; its end when longer */
    size_t line;        /* 1-based; 0 when unknown */
    char message[240];  /* one English sentence, no newline */
    const char *reason; /* a few words to count it by; NULL when none */
    const char *form;   /* the message before its values came in, which tells
                           it in another language; NULL: words of the system */
} ahd_error;

#define AHD_MUST_USE __attribute__((warn_unused_result))

/* Return from the calling function when `call` fails. */
#define AHD_TRY(call)                                                          \
    do {                                                                       \
        ahd_status try_ = (call);                                              \
        if (try_ != AHD_OK)                                                    \
            return try_;                                                       \
    } while (0)

/* Fill `error` (may be NULL) and return `status`:
 *     return ahd_fail(error, AHD_EFORMAT, "actor %s has no country", id); */
AHD_API ahd_status ahd_fail(ahd_error *error, ahd_status status,
                            const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same, naming the place: file "a.tsv", line 3 ("a.tsv:3: message"). */
AHD_API ahd_status ahd_fail_at(ahd_error *error, ahd_status status,
                               const char *file, size_t line,
                               const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* The same for a refusal of the system: AHD_EIO, with errno and its words. */
AHD_API ahd_status ahd_fail_system(ahd_error *error, const char *file,
                                   const char *what);

#endif
