/* intake.h - the raw bytes of a stream, as they lie in the file.
 *
 * A buffer of a MiB. The start of the member at hand is kept in it as long as
 * it fits, so that after damage the search can go on from there. */
#ifndef AHD_SOURCE_INTAKE_H
#define AHD_SOURCE_INTAKE_H

#include "stream.h"

enum { AHD_INTAKE_BYTES = 1 << 20 };

typedef struct ahd_intake {
    char *path;
    ahd_stream_feed feed;
    int file;      /* -1 when fed */
    uint64_t size; /* of a regular file, else 0 */
    char *ptr;
    size_t at, len; /* bytes [at, len) are at hand */
    size_t keep;    /* where the member starts, while `kept` */
    bool kept;
    bool end;      /* the file has no more than what is at hand */
    uint64_t base; /* of ptr[0] in the file */
} ahd_intake;

AHD_MUST_USE ahd_status ahd_intake_open_file(ahd_intake *intake,
                                             const char *path,
                                             ahd_error *error);
AHD_MUST_USE ahd_status ahd_intake_open_feed(ahd_intake *intake,
                                             const char *path,
                                             ahd_stream_feed feed,
                                             ahd_error *error);
void ahd_intake_close(ahd_intake *intake);

/* More bytes, if there are any and room for them. */
AHD_MUST_USE ahd_status ahd_intake_more(ahd_intake *intake, ahd_error *error);
/* At least `want` at hand, or all. */
AHD_MUST_USE ahd_status ahd_intake_have(ahd_intake *intake, size_t want,
                                        ahd_error *error);
/* Straight from the file, past the buffer, which must be empty. */
AHD_MUST_USE ahd_status ahd_intake_read(ahd_intake *intake, char *to,
                                        size_t size, size_t *got,
                                        ahd_error *error);
bool ahd_intake_seek(ahd_intake *intake, uint64_t at);

static inline ahd_str ahd_intake_str(const ahd_intake *intake)
{
    return (ahd_str){intake->ptr + intake->at, intake->len - intake->at};
}

/* Where the first byte at hand stands in the file. */
static inline uint64_t ahd_intake_place(const ahd_intake *intake)
{
    return intake->base + intake->at;
}

#endif
