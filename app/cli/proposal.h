/* proposal.h - names that no registry has, gathered from readings, as rows for
 * data/actors with what speaks for them:
 *
 *     # 7 documents, 12 times; وزير الداخلية (ly-gna-moi) 5
 *     # محمد الفلاني 8, الفلاني 4
 *     # … وقال وزير الداخلية محمد الفلاني إن … (2020-10-26, https://…)
 *     p-mhmd-fln	person	ly	-	-	-	محمد الفلاني	-
 * -	https://…
 *
 * A name is known by its provisional id, which near spellings share. */
#ifndef AHD_CLI_PROPOSAL_H
#define AHD_CLI_PROPOSAL_H

#include "base/buf.h"

typedef struct ahd_proposals ahd_proposals;

ahd_proposals *ahd_proposals_new(void); /* NULL without memory */
void ahd_proposals_free(ahd_proposals *proposals);

/* A reading, as `ahd read --json` prints it. One that is no JSON adds
 * nothing. */
void ahd_proposals_take(ahd_proposals *proposals, ahd_str reading);

/* Those of `least` documents and more, the most frequent first. Returns how
 * many. */
size_t ahd_proposals_lay(const ahd_proposals *proposals, size_t least,
                         ahd_buf *out);

#endif
