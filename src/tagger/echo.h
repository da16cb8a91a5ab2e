/* echo.h - what a document says of a word elsewhere in it.
 *
 *     «محمود عباس ... وقال عباس»  ->  the second عباس was once the end of a
 *                                     person's name
 *
 * Labels of a first reading are noted for the whole document, then asked for,
 * the word's own left out. Part of the tagger; training does the same. */
#ifndef AHD_TAGGER_ECHO_H
#define AHD_TAGGER_ECHO_H

#include "tagger/passes.h"

typedef struct ahd_echo_slot {
    uint64_t word; /* 0: free */
    uint8_t times[AHD_LABELS];
} ahd_echo_slot;

typedef struct ahd_echo {
    ahd_echo_slot *slots;
    uint32_t mask;
} ahd_echo;

/* What the first reading of all words said. */
ahd_echo ahd_echo_of_all(ahd_arena *arena, const ahd_first_look *words,
                         uint32_t count);

/* What other places say of a word that was one of these; 0: nothing. */
uint32_t ahd_echo_of(const ahd_echo *echo, const ahd_first_look *word);

#endif
