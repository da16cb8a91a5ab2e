/* The compiled words and weights, as bytes of the program. */
    .section .rodata
    .balign 16
    .globl ahd_lang_file_start
    .hidden ahd_lang_file_start
    .globl ahd_lang_file_end
    .hidden ahd_lang_file_end
ahd_lang_file_start:
    .incbin "lang.bin"
ahd_lang_file_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
