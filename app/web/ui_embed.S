/* The files of ui/assets.inc, as bytes of the program. */
#define ASSET(symbol, name, file, type)                                        \
    .globl ahd_ui_##symbol##_start, ahd_ui_##symbol##_end ;                    \
    .hidden ahd_ui_##symbol##_start, ahd_ui_##symbol##_end ;                   \
    ahd_ui_##symbol##_start: .incbin file ;                                    \
    ahd_ui_##symbol##_end: .byte 0 ;

    .section .rodata
#include "web/ui/assets.inc"
    .section .note.GNU-stack, "", %progbits
