/* The compiled knowledge base, as bytes of the program. */
    .section .rodata
    .balign 16
    .globl ahd_kb_file_start
    .hidden ahd_kb_file_start
    .globl ahd_kb_file_end
    .hidden ahd_kb_file_end
ahd_kb_file_start:
    .incbin "kb.bin"
ahd_kb_file_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
