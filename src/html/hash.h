/* hash.h - how names are hashed, by tools/htmlc and by those who look them up.
 *
 * The tables are made when Ahd is built: see data/html/README.md. */
#ifndef AHD_HTML_HASH_H
#define AHD_HTML_HASH_H

#include <stdint.h>

enum { AHD_HASH_ENTITY_SLOTS = 8192, AHD_HASH_ELEMENT_SLOTS = 1024 };

static inline uint32_t ahd_hash_step(uint32_t hash, char c)
{
    return (hash ^ (unsigned char)c) * 0x9E3779B1u;
}

/* The place in a table of a power of two slots. */
static inline uint32_t ahd_hash_slot(uint32_t hash, uint32_t slots)
{
    return (hash ^ hash >> 15) & (slots - 1);
}

#endif
