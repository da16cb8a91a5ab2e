/* The files of app/web/ui/, as bytes of the program. */
    .section .rodata
    .globl ahd_ui_style_start, ahd_ui_style_end
    .hidden ahd_ui_style_start, ahd_ui_style_end
ahd_ui_style_start:
    .incbin "web/ui/ahd.css"
ahd_ui_style_end:
    .byte 0
    .globl ahd_ui_icon_start, ahd_ui_icon_end
    .hidden ahd_ui_icon_start, ahd_ui_icon_end
ahd_ui_icon_start:
    .incbin "web/ui/ahd.svg"
ahd_ui_icon_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
