/* registry_card.h - what the cards of agreements and of actors share. */
#ifndef AHD_OUTPUT_REGISTRY_CARD_H
#define AHD_OUTPUT_REGISTRY_CARD_H

#include "kb/kb.h"
#include "output/writer.h"

typedef struct ahd_registry_card {
    const ahd_kb *kb;
    ahd_writer w;
} ahd_registry_card;

static inline void ahd_registry_card_ref(ahd_registry_card *c, const char *key,
                                         ahd_ref ref)
{
    ahd_writer_field(&c->w, key, ahd_kb_str(c->kb, ref));
}

static inline void ahd_registry_card_true(ahd_registry_card *c, const char *key)
{
    ahd_writer_key(&c->w, key);
    ahd_writer_bool(&c->w, true);
}

static inline void ahd_registry_card_list(ahd_registry_card *c, const char *key)
{
    ahd_writer_key(&c->w, key);
    ahd_writer_open(&c->w, '[');
}

/* The id under `key`, then the names of an actor. */
static inline void ahd_registry_card_actor(ahd_registry_card *c,
                                           const char *key, uint32_t row)
{
    const ahd_actor *actor = ahd_kb_actor_at(c->kb, row);

    ahd_registry_card_ref(c, key, actor->id);
    ahd_registry_card_ref(c, "ar", actor->ar);
    ahd_registry_card_ref(c, "en", actor->en);
}

/* {"id","ar","en"} under `key`, or null. */
static inline void ahd_registry_card_other(ahd_registry_card *c,
                                           const char *key, uint32_t row)
{
    ahd_writer_key(&c->w, key);
    if (row == AHD_KB_NONE) {
        ahd_writer_null(&c->w);
        return;
    }
    ahd_writer_open(&c->w, '{');
    ahd_registry_card_actor(c, "id", row);
    ahd_writer_close(&c->w, '}');
}

/* registry_detail.c: "processes", "texts" and "values" of an agreement. */
void ahd_registry_card_details(ahd_registry_card *c, uint32_t agreement);

/* "exceptions" of a commitment. */
void ahd_registry_card_exceptions(ahd_registry_card *c,
                                  const ahd_commitment *commitment);

#endif
