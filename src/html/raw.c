#include "raw.h"

#include "base/scan.h"

static bool ends_name(char c)
{
    return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\t' ||
           c == '\r' || c == '\f';
}

/* Is `name`, in letters of either size, written at `at`, and ends there? */
static bool is_name(ahd_str page, size_t at, ahd_str name)
{
    if (page.len - at <= name.len)
        return false;
    for (size_t i = 0; i < name.len; i++) {
        char c = page.ptr[at + i];
        if ((c >= 'A' && c <= 'Z' ? c + 32 : c) != name.ptr[i])
            return false;
    }
    return ends_name(page.ptr[at + name.len]);
}

static bool is_end_tag(ahd_str page, size_t at, ahd_str name)
{
    return page.len - at > 2 && page.ptr[at + 1] == '/' &&
           is_name(page, at + 2, name);
}

static size_t plain_end(ahd_str page, size_t at, ahd_str name)
{
    at = ahd_scan_pair(page, at, "<<//");
    while (at < page.len && !is_end_tag(page, at, name))
        at = ahd_scan_pair(page, at + 2, "<<//");
    return at;
}

/* Past the "-->" whose '>' is at `at`? */
static bool ends_comment(ahd_str page, size_t at, size_t opened)
{
    return at >= opened + 4 && page.ptr[at - 1] == '-' &&
           page.ptr[at - 2] == '-';
}

/* From the "<!--" at `at` on: the end of the script (true), or the end of the
 * comment or the page, where the script goes on. "<!-->" is both. */
static bool escaped_end(ahd_str page, size_t *at)
{
    static const ahd_str script = {"script", 6};
    size_t opened = *at;
    bool twice = false; /* after a <script> inside */

    for (size_t i = ahd_scan_either(page, opened + 4, '<', '>'); i < page.len;
         i = ahd_scan_either(page, i + 1, '<', '>')) {
        *at = i;
        if (page.ptr[i] == '>') {
            if (ends_comment(page, i, opened))
                return false;
        } else if (is_end_tag(page, i, script)) {
            if (!twice)
                return true;
            twice = false;
        } else if (is_name(page, i + 1, script)) {
            twice = true;
        }
    }
    *at = page.len;
    return false;
}

static size_t script_end(ahd_str page, size_t at)
{
    static const ahd_str script = {"script", 6};

    for (;;) {
        at = ahd_scan_pair(page, at, "<</!");
        if (at == page.len || is_end_tag(page, at, script))
            return at;
        bool opens =
            page.len - at >= 4 && memcmp(page.ptr + at, "<!--", 4) == 0;
        if (opens && escaped_end(page, &at))
            return at;
        at += at < page.len;
    }
}

size_t ahd_raw_end(ahd_str page, size_t at, ahd_element element)
{
    if (element == AHD_ELEMENT_PLAINTEXT)
        return page.len;
    if (element == AHD_ELEMENT_SCRIPT)
        return script_end(page, at);
    return plain_end(page, at, ahd_element_name(element));
}
