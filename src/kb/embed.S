/* The compiled knowledge base and language file, as bytes of the program. */
    .section .rodata
    .globl ahd_kb_file_start, ahd_kb_file_end
    .hidden ahd_kb_file_start, ahd_kb_file_end
    .globl ahd_lang_file_start, ahd_lang_file_end
    .hidden ahd_lang_file_start, ahd_lang_file_end
    .balign 16
ahd_kb_file_start:
    .incbin "kb.bin"
ahd_kb_file_end:
    .balign 64
ahd_lang_file_start:
    .incbin "lang.bin"
ahd_lang_file_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
