/* ref.h - a text of the compiled knowledge. Part of kb.h. */
#ifndef AHD_KB_REF_H
#define AHD_KB_REF_H

#include <stdint.h>

/* A string of the pool. */
typedef struct ahd_ref {
    uint32_t at, len;
} ahd_ref;

#endif
