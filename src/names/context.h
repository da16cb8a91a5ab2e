/* context.h - what a document is about, and the kb by country and by person.
 *
 *     "الجيش الليبي" may be either of two armies; a document whose spokesman
 *     speaks for one of them gives that one the greater weight.
 *
 * Built once a document from its hits; lives in the scratch arena. */
#ifndef AHD_NAMES_CONTEXT_H
#define AHD_NAMES_CONTEXT_H

#include "doc/doc.h"
#include "kb/kb.h"

enum { AHD_COUNTRIES = 26 * 26 };

typedef struct ahd_context {
    const ahd_kb *kb;
    const ahd_doc *doc;
    float *weight;  /* by actor: how much of the text names it or its own */
    uint32_t *next; /* by actor: the next actor of the same country */
    uint32_t *next_post;           /* by post: the next of the same person */
    uint32_t *first_post;          /* by actor: posts of a person */
    uint32_t *next_name;           /* by name: the next of the same actor */
    uint32_t *first_name;          /* by actor: its further names */
    uint32_t first[AHD_COUNTRIES]; /* by country: its first actor */
    uint32_t state[AHD_COUNTRIES]; /* by country: the state itself */
    float country[AHD_COUNTRIES];  /* by country: how much of the text */
    uint32_t main;                 /* the country most spoken of, or AHD_NONE */
} ahd_context;

void ahd_context_init(ahd_context *c, const ahd_kb *kb, const ahd_doc *doc,
                      ahd_arena *scratch);

/* The number of a two-letter code, or AHD_NONE. */
uint32_t ahd_context_country(const ahd_kb *kb, ahd_ref code);

/* The country of an actor, or AHD_NONE. */
uint32_t ahd_context_country_of(const ahd_context *c, uint32_t actor);

/* May [since, until] hold the document's day? Always, when that is unknown. */
bool ahd_context_is_on(const ahd_context *c, int32_t since, int32_t until);

/* How much the text speaks of an actor and of what belongs to it. */
float ahd_context_weight(const ahd_context *c, uint32_t actor);

/* The post of `person` that fits the document's day best, or AHD_NONE. */
uint32_t ahd_context_post(const ahd_context *c, uint32_t person);

/* Words of this token alone may be something else than a name. */
bool ahd_context_is_common(const ahd_doc *doc, uint32_t token);

#endif
