/* reread.h - the acts of a kept reading, each with its place in the page's
 * bytes.
 *
 *     {"text":"…","map":[…],"acts":[{"id":1,"act":"sign","trigger":[4,9],…}]}
 *       -> 1 sign, bytes 812+7 of the page, «وقعت», source "ly-gna | ly-lna"
 *
 * Slices point into the JSON; what had escapes is in the arena. */
#ifndef AHD_ENGINE_REREAD_H
#define AHD_ENGINE_REREAD_H

#include "reviews/decided.h"

/* The fields of an act in the JSON, as it stands there. */
typedef enum ahd_reread_field {
    AHD_REREAD_ID,
    AHD_REREAD_ACT,
    AHD_REREAD_MODE,
    AHD_REREAD_SENTENCE,
    AHD_REREAD_TRIGGER,
    AHD_REREAD_SOURCE,
    AHD_REREAD_TARGET,
    AHD_REREAD_SPEAKER,
    AHD_REREAD_VIA,
    AHD_REREAD_AGREEMENT,
    AHD_REREAD_DATE,
    AHD_REREAD_PLACE,
    AHD_REREAD_MODALITY,
    AHD_REREAD_RULE,
    AHD_REREAD_CONFIDENCE,
    AHD_REREAD_ABOUT,
    AHD_REREAD_FIELDS
} ahd_reread_field;

typedef struct ahd_reread_act {
    ahd_str json[AHD_REREAD_FIELDS];
} ahd_reread_act;

/* A row of the map: `len` characters from `text` on are bytes of the page. */
typedef struct ahd_reread_row {
    uint32_t text, len;
    ahd_span page;
    bool as_is;
} ahd_reread_row;

typedef struct ahd_reread {
    ahd_arena *arena;
    ahd_str id, sha256, text;
    AHD_VEC(ahd_decided_act) acts;
    AHD_VEC(ahd_reread_act) raw; /* of each act */
    AHD_VEC(ahd_reread_row) rows;
    uint32_t *bytes; /* where character 64 * i of the text begins */
    uint32_t characters;
} ahd_reread;

/* False when the reading is damaged; what could be read is there. */
bool ahd_reread_read(ahd_reread *out, ahd_str json, ahd_arena *arena);

/* Characters [start, end) of the text that bytes of the page stand for. */
ahd_span ahd_reread_back(const ahd_reread *said, ahd_span page);

/* "id", or "text:" and the words of an ARG or agreement of the JSON. */
ahd_str ahd_reread_piece(ahd_arena *arena, ahd_str json);

#endif
