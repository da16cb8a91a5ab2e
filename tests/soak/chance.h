/* chance.h - what a record that nobody wrote is made of, and asked for.
 *
 *     ahd_chance_seed(7); ahd_chance(100);            → the same 0 … 99 again
 *     ahd_chance_frequent(435);                       → mostly small numbers
 *     ahd_chance_agreement(kb); ahd_chance_day(arena, 3);
 *
 * A few agreements, actors and words are in most of it, as in the news. */
#ifndef AHD_SOAK_CHANCE_H
#define AHD_SOAK_CHANCE_H

#include "base/arena.h"
#include "base/error.h"
#include "kb/kb.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static inline void ahd_chance_fail(const ahd_error *error)
{
    fprintf(stderr, "%s: %s\n", error->file, error->message);
    exit(3);
}

/* `error` is the caller's. */
#define AHD_CHANCE_DO(call)                                                    \
    do {                                                                       \
        if ((call) != AHD_OK)                                                  \
            ahd_chance_fail(&error);                                           \
    } while (0)

enum {
    AHD_CHANCE_WORDS = 20000, /* of a language that nobody speaks */
    AHD_CHANCE_STRANGERS = 40000,
    AHD_CHANCE_YEARS = 15,
    AHD_CHANCE_OUTLETS = 200,
};

static const char *const ahd_chance_types[] = {
    "meet",    "demand", "accuse",    "condemn", "sign",   "support",
    "deny",    "reject", "negotiate", "commit",  "breach", "threaten",
    "mediate", "extend", "implement", "suspend"};
enum { AHD_CHANCE_TYPES = sizeof ahd_chance_types / sizeof *ahd_chance_types };

static uint64_t ahd_chance_state = 88172645463325252u;

static inline void ahd_chance_seed(uint64_t seed)
{
    ahd_chance_state = (seed + 1) * 0x9e3779b97f4a7c15u | 1;
}

static inline uint32_t ahd_chance(uint32_t below)
{
    ahd_chance_state ^= ahd_chance_state << 13;
    ahd_chance_state ^= ahd_chance_state >> 7;
    ahd_chance_state ^= ahd_chance_state << 17;
    return (uint32_t)(ahd_chance_state >> 33) % below;
}

/* Small numbers far more often than large ones. */
static inline uint32_t ahd_chance_frequent(uint32_t below)
{
    double x = (ahd_chance(1 << 20) + 1) / (double)(1 << 20);

    return (uint32_t)(below * x * x * x * x * 0.999);
}

__attribute__((format(printf, 2, 3))) static inline ahd_str
ahd_chance_print(ahd_arena *arena, const char *format, ...)
{
    char text[200];
    va_list values;

    va_start(values, format);
    vsnprintf(text, sizeof text, format, values);
    va_end(values);
    return ahd_arena_str(arena, ahd_str_from(text));
}

static inline ahd_str ahd_chance_day(ahd_arena *arena, uint32_t from)
{
    return ahd_chance_print(arena, "%u-%02u-%02u", 2011 + from / 372,
                            from % 372 / 31 + 1, from % 31 % 28 + 1);
}

static inline const ahd_agreement *ahd_chance_agreement(const ahd_kb *kb)
{
    return ahd_kb_agreement_at(kb, ahd_chance_frequent(kb->agreements.count));
}

static inline const ahd_actor *ahd_chance_actor(const ahd_kb *kb)
{
    return ahd_kb_actor_at(kb, ahd_chance_frequent(kb->actors.count));
}

static inline ahd_str ahd_chance_outlet(ahd_arena *arena)
{
    return ahd_chance_print(arena, "outlet %u", ahd_chance(AHD_CHANCE_OUTLETS));
}

/* Some words stand in nearly every document, most in few. */
static inline ahd_str ahd_chance_word(ahd_arena *arena)
{
    static const char *const parts[] = {"ba", "ko", "ri", "ne", "tu",
                                        "sa", "mi", "lo", "de", "fa"};
    uint32_t i = ahd_chance_frequent(AHD_CHANCE_WORDS);

    return ahd_chance_print(arena, "%s%s%s%s%s", parts[i % 10],
                            parts[i / 10 % 10], parts[i / 100 % 10],
                            parts[i / 1000 % 10], parts[i / 10000 % 10]);
}

#endif
