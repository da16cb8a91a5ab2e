#include "web/tongue.h"

#include "base/utf8.h"

static bool names(ahd_str piece, const char *code)
{
    ahd_str tag = ahd_str_trim(ahd_str_cut(&piece, ';'));
    ahd_str primary = ahd_str_cut(&tag, '-');

    return ahd_str_eq(primary, ahd_str_from(code));
}

/* Browsers list languages with the preferred one first; weights repeat that. */
static ahd_tongue preferred(ahd_str accept)
{
    while (accept.len > 0) {
        ahd_str piece = ahd_str_cut(&accept, ',');
        if (names(piece, "ar"))
            return AHD_AR;
        if (names(piece, "en"))
            return AHD_EN;
    }
    return AHD_AR;
}

ahd_tongue ahd_tongue_of(const ahd_request *request)
{
    ahd_str asked = ahd_request_param(request, "lang");

    if (ahd_str_eq(asked, AHD_STR("ar")))
        return AHD_AR;
    if (ahd_str_eq(asked, AHD_STR("en")))
        return AHD_EN;
    return preferred(request->accept_language);
}

/* Arabic and its supplements and presentation forms. */
static bool is_arabic(uint32_t c)
{
    return (c >= 0x620 && c <= 0x64A) || (c >= 0x66E && c <= 0x6D3) ||
           (c >= 0x750 && c <= 0x77F) || (c >= 0xFB50 && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFC);
}

static bool is_latin(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && c <= 0x24F);
}

ahd_tongue ahd_tongue_of_text(ahd_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = ahd_utf8_next(text, &at);
        if (is_arabic(c))
            return AHD_AR;
        if (is_latin(c))
            return AHD_EN;
    }
    return AHD_EN;
}
