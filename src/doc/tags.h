/* tags.h - the names of parts of speech and features, as Universal
 * Dependencies writes them (universaldependencies.org/u/feat).
 *
 *     ahd_tags_pos[AHD_POS_NOUN]     "NOUN"
 *     for (const ahd_tag *t = ahd_tags_feats; t->name; t++)
 *         ... t->name "Gender", ahd_tags_value(t, feats) "Fem" or NULL */
#ifndef AHD_DOC_TAGS_H
#define AHD_DOC_TAGS_H

#include "doc/doc.h"

extern const char *const ahd_tags_pos[AHD_POS_COUNT];

/* A field of ahd_segment.feats: `bits` bits from `at`, values from 1. */
typedef struct ahd_tag {
    const char *name;
    uint8_t at, bits;
    const char *values[12];
} ahd_tag;

extern const ahd_tag ahd_tags_feats[]; /* by name; ends with name NULL */

/* What `feats` says of the field; NULL when it does not say. */
const char *ahd_tags_value(const ahd_tag *tag, uint32_t feats);

/* Names of the bits of ahd_writing.typing, from the first; ends with NULL. */
extern const char *const ahd_tags_typing[];

/* The tag's number, AHD_POS_X when there is no such tag. */
ahd_pos ahd_tags_find_pos(ahd_str name);

/* Feats out of "Gender=Fem|Number=Sing"; what is not known is passed over. */
uint32_t ahd_tags_read_feats(ahd_str list);

#endif
