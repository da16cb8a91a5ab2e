/* context.h - what a document is about.
 *
 *     "الجيش الليبي" may be either of two armies; a document whose spokesman
 *     speaks for one of them gives that one the greater weight.
 *
 * Built once a document from its hits; lives in the scratch arena. */
#ifndef AHD_NAMES_CONTEXT_H
#define AHD_NAMES_CONTEXT_H

#include "doc/doc.h"
#include "kb/kb.h"

/* How much of the text names an actor. */
typedef struct ahd_weight {
    uint32_t actor;
    float weight;
} ahd_weight;

typedef struct ahd_context {
    const ahd_kb *kb;
    const ahd_doc *doc;
    ahd_weight *weights; /* of the actors that the text names */
    uint32_t *slots;     /* an open hash of their indices + 1, by actor */
    uint32_t count, mask;
    float country[AHD_KB_COUNTRIES]; /* by country: how much of the text */
    uint32_t main; /* the country most spoken of, or AHD_NONE */
    float share;   /* its part of all that is said of countries */
} ahd_context;

void ahd_context_init(ahd_context *c, const ahd_kb *kb, const ahd_doc *doc,
                      ahd_arena *scratch);

/* The number of a two-letter code, or AHD_NONE. */
uint32_t ahd_context_country(const ahd_kb *kb, ahd_ref code);

/* The country of an actor, or AHD_NONE. */
uint32_t ahd_context_country_of(const ahd_context *c, uint32_t actor);

/* May [since, until] hold the document's day? Always, when that is unknown. */
bool ahd_context_is_on(const ahd_context *c, int32_t since, int32_t until);

/* The state of a country, or AHD_NONE. */
uint32_t ahd_context_state(const ahd_context *c, uint32_t country);

/* How much the text names the actor itself. */
float ahd_context_own(const ahd_context *c, uint32_t actor);

/* How much the text speaks of an actor and of what belongs to it. */
float ahd_context_weight(const ahd_context *c, uint32_t actor);

/* The post of `person` that fits the document's day best, or AHD_NONE. */
uint32_t ahd_context_post(const ahd_context *c, uint32_t person);

/* Words of this token alone may be something else than a name. */
bool ahd_context_is_common(const ahd_doc *doc, uint32_t token);

#endif
