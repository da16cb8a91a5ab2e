/* enums.h - the values of doc.h's enums as the output writes them.
 *
 *     ahd_enums_modality[AHD_PLANNED]  ->  "planned"
 *
 * Those that data/ writes as well are in kb/names.h. NULL prints as null. */
#ifndef AHD_OUTPUT_ENUMS_H
#define AHD_OUTPUT_ENUMS_H

extern const char *const ahd_enums_kind[];         /* ahd_kind */
extern const char *const ahd_enums_lang[];         /* ahd_lang */
extern const char *const ahd_enums_dated[];        /* ahd_how_dated */
extern const char *const ahd_enums_grain[];        /* ahd_grain */
extern const char *const ahd_enums_time[];         /* ahd_time_kind */
extern const char *const ahd_enums_mention_kind[]; /* ahd_mention_kind */
extern const char *const ahd_enums_modality[];     /* ahd_modality */
extern const char *const ahd_enums_how[];          /* ahd_how */

#endif
