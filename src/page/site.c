#include "site.h"

#include "base/utf8.h"
#include "creditword.h"

#include <string.h>

enum {
    LEAST_HOST = 4, /* letters of a host that says anything */
    MOST_HOST = 63, /* bytes of a label */
    MORE = 8,       /* letters of "The", ".com" */
};

ahd_str ahd_site_squeeze(ahd_arena *arena, ahd_str text)
{
    char *out = ahd_arena_alloc(arena, 1, text.len + 1);
    size_t len = 0;

    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = ahd_utf8_next(text, &at);
        if (c >= 'A' && c <= 'Z')
            out[len++] = (char)(c + 32);
        else if ((c >= '0' && c <= '9') || ahd_creditword_letter(c)) {
            memcpy(out + len, text.ptr + start, at - start);
            len += at - start;
        }
    }
    return (ahd_str){out, len};
}

/* "https://www.daily-news.co.uk/x" -> "daily-news": the longest label. */
static ahd_str main_label(ahd_str url)
{
    size_t at = ahd_str_find(url, AHD_STR("://"));
    ahd_str best = {"", 0}, rest = {url.ptr, 0};

    if (at == url.len)
        return best;
    rest = (ahd_str){url.ptr + at + 3, url.len - at - 3};
    rest = ahd_str_cut(&rest, '/');
    while (rest.len > 0) {
        ahd_str label = ahd_str_cut(&rest, '.');
        if (label.len > best.len)
            best = label;
    }
    return best;
}

void ahd_site_init(ahd_site *site, ahd_arena *arena, ahd_str outlet,
                   ahd_str url)
{
    site->outlet = ahd_site_squeeze(arena, outlet);
    site->host = ahd_site_squeeze(arena, main_label(url));
    if (site->host.len < LEAST_HOST || site->host.len > MOST_HOST)
        site->host.len = 0;
}

static bool holds(ahd_str text, ahd_str part)
{
    return part.len >= LEAST_HOST && part.len <= text.len &&
           ahd_str_find(text, part) < text.len;
}

/* A few letters more or less are "The" or ".com". */
bool ahd_site_is(const ahd_site *site, ahd_arena *arena, ahd_str name)
{
    ahd_str words = ahd_site_squeeze(arena, name);

    if (words.len == 0)
        return false;
    if (ahd_str_eq(words, site->outlet))
        return true;
    if (words.len > site->host.len + MORE)
        return false;
    bool in_host = words.len * 3 >= site->host.len * 2;
    return (in_host && holds(site->host, words)) || holds(words, site->host);
}
