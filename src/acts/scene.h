/* scene.h - what stands around a trigger: the names and agreements of its
 * clause, each with the preposition before it.
 *
 *     "وقعت قطر مع حكومة الوفاق مذكرة تفاهم في الدوحة"   trigger وقعت
 *     right:  قطر (bare) | حكومة الوفاق (with) | مذكرة تفاهم (bare, agreement)
 *             | الدوحة (in) */
#ifndef AHD_ACTS_SCENE_H
#define AHD_ACTS_SCENE_H

#include "doc/doc.h"
#include "kb/kb.h"

enum { AHD_SCENE_CHUNKS = 24 };

typedef struct ahd_scene_part {
    uint32_t mention; /* or AHD_NONE */
    uint32_t ref;     /* an agreement of doc->agreements, or AHD_NONE */
    uint32_t first, end;
    uint8_t fn;  /* ahd_fn; AHD_FN_OBJ when no preposition */
    bool joined; /* goes on from the chunk before: "X وY" */
} ahd_scene_part;

typedef struct ahd_scene {
    const ahd_kb *kb;
    const ahd_doc *doc;
    const ahd_sentence *sentence;
    const ahd_hit *trigger;
    ahd_scene_part right[AHD_SCENE_CHUNKS], left[AHD_SCENE_CHUNKS];
    uint32_t rights, lefts; /* left[0] is nearest to the trigger */
    uint32_t content;    /* token after «that» or a quotation mark, or NONE */
    uint32_t clause_end; /* where the clause to the right ends */
    uint32_t relative;   /* the trigger follows الذي: that token, or NONE */
} ahd_scene;

void ahd_scene_read(ahd_scene *scene, const ahd_kb *kb, const ahd_doc *doc,
                    const ahd_hit *trigger);

bool ahd_scene_is_class(const ahd_scene *scene, uint32_t token,
                        ahd_class class);

/* Could the word at `token` tell an act of one of the types, as 1 << type? */
bool ahd_scene_may_tell(const ahd_kb *kb, const ahd_doc *doc, uint32_t token,
                        uint32_t types);

/* The part that the mention is; NULL when it is in none. */
const ahd_scene_part *ahd_scene_part_of(const ahd_scene *scene,
                                        uint32_t mention);

/* A finite verb, by one reading, that no other reading makes a noun. */
bool ahd_scene_is_finite(const ahd_scene *scene, uint32_t token);

#endif
