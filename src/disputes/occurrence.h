/* occurrence.h - the same act told by several documents is one occurrence.
 *
 *     okaz:    "وقّع الطرفان اليوم في جدة …"      27 July
 *     aawsat:  "الأطراف توقع إعلان جدة"           28 July
 *       -> one `sign`, 27 July, with two tellings
 *
 * Tellings are one occurrence when type and modality, the actors, the
 * agreement, the place and the days fit; a veto falls where numbers, parties
 * or days conflict, or where one document tells both as two. Each telling is
 * kept. The outcome is a function of the set of tellings and of what people
 * said of them: they are taken in the order of ahd_report_sort. */
#ifndef AHD_DISPUTES_OCCURRENCE_H
#define AHD_DISPUTES_OCCURRENCE_H

#include "base/parting.h"
#include "disputes/report.h"

typedef struct ahd_occurrence {
    uint32_t first;   /* the telling that stands for it */
    ahd_day from, to; /* the days that all its tellings allow */
    bool vague;       /* no telling says the day: they are days of telling */
    uint32_t stories; /* independent ones among its tellings */
    AHD_VEC(uint32_t) tellings; /* in order */
} ahd_occurrence;

typedef AHD_VEC(ahd_occurrence) ahd_occurrences;

/* `reports` are sorted. Every one is in exactly one occurrence of `out`. What
 * people said is one, or is not, is in `said` by the numbers of the reports and
 * stands before all that tellings look like; NULL: nothing was said. */
void ahd_occurrence_merge(ahd_arena *arena, const ahd_reports *reports,
                          ahd_parting *said, ahd_occurrences *out);

/* How many stories the tellings of these numbers come from. */
uint32_t ahd_occurrence_stories(ahd_arena *scratch, const ahd_reports *reports,
                                const uint32_t *items, uint32_t count);

#endif
