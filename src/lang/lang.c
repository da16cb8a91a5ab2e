#include "lang/lang.h"

static const ahd_lang_header *header_of(ahd_str file, ahd_error *error)
{
    const ahd_lang_header *header = (const void *)file.ptr;

    if (file.len < sizeof *header || header->magic != AHD_LANG_MAGIC ||
        header->bytes != file.len) {
        (void)ahd_fail(error, AHD_EFORMAT,
                       "not a language file of this version; run langc again");
        return NULL;
    }
    return header;
}

ahd_status ahd_lang_load(ahd_str file, ahd_lexica *out, ahd_error *error)
{
    const ahd_lang_header *header = header_of(file, error);

    if (header == NULL)
        return AHD_EFORMAT;
    for (int i = 0; i < AHD_LANG_TABLES; i++) {
        uint32_t at = header->sections[i].at, bytes = header->sections[i].bytes;
        if (at > file.len || bytes > file.len - at || at % 64 != 0)
            return ahd_fail(error, AHD_EFORMAT,
                            "section %d of the language file is damaged", i);
        out->tables[i] = (ahd_lang_table){file.ptr + at, bytes};
    }
    out->version = (ahd_str){header->version, sizeof header->version};
    return AHD_OK;
}
