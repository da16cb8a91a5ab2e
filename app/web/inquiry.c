#include "web/inquiry.h"

#include <stdio.h>

ahd_status ahd_inquiry(const ahd_view *view, const ahd_overview *what,
                       json_t **out, ahd_error *error)
{
    ahd_buf text = AHD_BUF(AHD_REPLY_BYTES);

    *out = NULL;
    ahd_status status = ahd_record_overview(view->record, what, &text, error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, out, error);
    ahd_buf_finish(&text);
    return status;
}

ahd_str ahd_inquiry_name(const ahd_view *view, const char *kind, ahd_str id,
                         ahd_str fallback)
{
    ahd_known known;

    if (!ahd_known_as(kind, id, &known))
        return fallback;
    return ahd_view_pick(view, known.ar, known.en);
}

ahd_str ahd_inquiry_text(const ahd_view *view, const json_t *row,
                         const char *key)
{
    char arabic[32];

    snprintf(arabic, sizeof arabic, "%s_ar", key);
    ahd_str words = ahd_field_text(row, arabic);
    if (view->tongue == AHD_AR && words.len > 0)
        return words;
    return ahd_field_text(row, key);
}
