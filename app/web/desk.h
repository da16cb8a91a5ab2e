/* desk.h - what the pages work with: the record, and a way to write reviews.
 *
 *     ahd_desk desk = {.record = record, .db = "ahd.db"};
 *     ahd_desk_review(&desk, &review, &kept, &error);
 *
 * Pages read an open record. It is opened for writing only while a review is
 * kept, so that the server holds up nobody who adds pages meanwhile; and who
 * reads here waits for them a moment only (AHD_DESK_PATIENCE), then the review
 * is to be sent again. */
#ifndef AHD_WEB_DESK_H
#define AHD_WEB_DESK_H

#include "ahd.h"

enum { AHD_DESK_PATIENCE = 800 }; /* milliseconds */

/* What a document was explained by, for those who come to it again soon. */
enum { AHD_DESK_EXPLAINED = 32 };
typedef struct ahd_desk_explained {
    ahd_buf id, json;
} ahd_desk_explained;

typedef struct ahd_desk {
    ahd_record *record; /* open for reading */
    const char *db;     /* its file */
    bool read_only;     /* nobody may write */
    ahd_engine *engine; /* to explain with; made when first asked for */
    bool unsettled;     /* reviews were kept since it was settled */
    ahd_desk_explained explained[AHD_DESK_EXPLAINED];
    uint32_t next_explained; /* the oldest */
} ahd_desk;

void ahd_desk_finish(ahd_desk *desk);

/* Can a review be kept? */
bool ahd_desk_writes(const ahd_desk *desk);

typedef struct ahd_desk_kept {
    int64_t number;
    bool known; /* said before, by the same person */
} ahd_desk_kept;

enum { AHD_DESK_MANY = 64 };

/* AHD_EUSAGE: the review is wrong; AHD_ESTORE: it could not be written now. */
AHD_MUST_USE ahd_status ahd_desk_review(ahd_desk *desk,
                                        const ahd_review *review,
                                        ahd_desk_kept *out, ahd_error *error);

/* Those of one form, AHD_DESK_MANY at most, all kept or told which is wrong. Of
 * a record of at most AHD_DESK_SOON acts what follows of them in all documents
 * is found at once, as `ahd review` does. */
enum { AHD_DESK_SOON = 50000 };
AHD_MUST_USE ahd_status ahd_desk_review_all(ahd_desk *desk,
                                            const ahd_review *reviews,
                                            size_t count, ahd_desk_kept *out,
                                            ahd_error *error);

/* What follows of reviews in all documents, once nobody asks for anything. */
void ahd_desk_settle(ahd_desk *desk);

/* ahd_record_explain_json with the desk's engine. */
AHD_MUST_USE ahd_status ahd_desk_explain(ahd_desk *desk, const char *document,
                                         ahd_buf *out, ahd_error *error);

#endif
