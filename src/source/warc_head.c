#include "warc_head.h"

#include "base/ascii.h"

#include "header.h"

#include <string.h>

enum { DATE_MOST = 40 };

static const char *const field_names[AHD_WARC_FIELDS] = {
    "WARC-Type",           "Content-Length",     "WARC-Target-URI",
    "WARC-Date",           "Content-Type",       "WARC-Block-Digest",
    "WARC-Payload-Digest", "WARC-Segment-Number"};

static const struct {
    const char *name;
    ahd_warc_type type;
    ahd_refusal passed;
} types[] = {
    {"response", AHD_WARC_RESPONSE, AHD_REFUSAL_NONE},
    {"resource", AHD_WARC_RESOURCE, AHD_REFUSAL_NONE},
    {"conversion", AHD_WARC_CONVERSION, AHD_REFUSAL_NONE},
    {"revisit", AHD_WARC_REVISIT, AHD_REFUSAL_REVISIT},
    {"request", AHD_WARC_REQUEST, AHD_REFUSAL_REQUEST},
    {"continuation", AHD_WARC_CONTINUATION, AHD_REFUSAL_NONE},
    {"", AHD_WARC_OTHER, AHD_REFUSAL_ABOUT}, /* warcinfo, metadata, new ones */
};

bool ahd_warc_head_starts(ahd_str s)
{
    return s.len >= AHD_WARC_HEAD_START && memcmp(s.ptr, "WARC/", 5) == 0 &&
           s.ptr[5] >= '0' && s.ptr[5] <= '9';
}

size_t ahd_warc_head_find(ahd_str s, size_t from)
{
    for (size_t at = from; at + AHD_WARC_HEAD_START <= s.len; at++) {
        const char *w =
            memchr(s.ptr + at, 'W', s.len - at - (AHD_WARC_HEAD_START - 1));
        if (w == NULL)
            break;
        at = (size_t)(w - s.ptr);
        if (ahd_warc_head_starts((ahd_str){w, s.len - at}) &&
            (at == 0 || w[-1] == '\n'))
            return at;
    }
    return s.len;
}

static bool read_length(ahd_str text, uint64_t *out)
{
    *out = 0;
    if (text.len == 0 || text.len > 18)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
        *out = *out * 10 + (uint64_t)(text.ptr[i] - '0');
    }
    return true;
}

/* Of equal names the first counts. */
static void take_field(ahd_warc_head *out, ahd_str name, ahd_str value)
{
    for (int i = 0; i < AHD_WARC_FIELDS; i++)
        if (ahd_ascii_same(name, ahd_str_from(field_names[i]))) {
            if (out->fields[i].len == 0)
                out->fields[i] = value;
            return;
        }
}

bool ahd_warc_head_read(ahd_str head, ahd_warc_head *out)
{
    const size_t last = sizeof types / sizeof *types - 1;
    ahd_str name, value;
    size_t row = 0;

    *out = (ahd_warc_head){.size = head.len};
    ahd_str_cut(&head, '\n');
    while (ahd_header_next(&head, &name, &value))
        take_field(out, name, value);
    while (row < last && !ahd_ascii_same(out->fields[AHD_WARC_TYPE],
                                         ahd_str_from(types[row].name)))
        row++;
    out->type = types[row].type;
    out->passed = types[row].passed;
    return read_length(out->fields[AHD_WARC_LENGTH], &out->length);
}

ahd_str ahd_warc_head_date(const ahd_warc_head *head)
{
    static const char shape[] = "0000-00-00T00:00:00";
    ahd_str s = head->fields[AHD_WARC_DATE];

    if (s.len < sizeof shape || s.len > DATE_MOST || s.ptr[s.len - 1] != 'Z')
        return AHD_STR("");
    for (size_t i = 0; i + 1 < sizeof shape; i++)
        if (shape[i] == '0' ? s.ptr[i] < '0' || s.ptr[i] > '9'
                            : s.ptr[i] != shape[i])
            return AHD_STR("");
    return s;
}

/* wget wrote it between angle brackets. */
ahd_str ahd_warc_head_uri(const ahd_warc_head *head)
{
    ahd_str uri = head->fields[AHD_WARC_URI];

    if (uri.len >= 2 && uri.ptr[0] == '<' && uri.ptr[uri.len - 1] == '>')
        return (ahd_str){uri.ptr + 1, uri.len - 2};
    return uri;
}
