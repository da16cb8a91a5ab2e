#include "saved.h"

enum { START_BYTES = 8192 };

/* What stands after `mark`, up to white space or the end of the comment. */
static ahd_str after(ahd_str comment, ahd_str mark)
{
    size_t at = ahd_str_find(comment, mark);

    if (at == comment.len)
        return AHD_STR("");
    ahd_str rest = {comment.ptr + at + mark.len, comment.len - at - mark.len};
    rest = ahd_str_trim(rest);
    size_t len = 0;
    while (len < rest.len && (unsigned char)rest.ptr[len] > ' ')
        len++;
    return (ahd_str){rest.ptr, len};
}

/* The address that a comment tells; it must be one of the web. */
static ahd_str told(ahd_str comment)
{
    ahd_str single = AHD_STR("Page saved with SingleFile");
    ahd_str url = AHD_STR("");

    if (ahd_str_find(comment, single) < comment.len)
        url = after(comment, AHD_STR("url:"));
    else if (ahd_str_starts(ahd_str_trim(comment),
                            AHD_STR("saved from url=("))) {
        url = after(comment, AHD_STR("url=("));
        ahd_str_cut(&url, ')'); /* the length, which some get wrong */
    }
    if (ahd_str_starts(url, AHD_STR("http://")) ||
        ahd_str_starts(url, AHD_STR("https://")))
        return url;
    return AHD_STR("");
}

ahd_str ahd_saved_url(ahd_str page)
{
    ahd_str rest = {page.ptr, page.len < START_BYTES ? page.len : START_BYTES};

    for (;;) {
        size_t at = ahd_str_find(rest, AHD_STR("<!--"));
        if (at == rest.len)
            return AHD_STR("");
        rest = (ahd_str){rest.ptr + at + 4, rest.len - at - 4};
        size_t end = ahd_str_find(rest, AHD_STR("-->"));
        ahd_str url = told((ahd_str){rest.ptr, end});
        if (url.len > 0)
            return url;
        rest = (ahd_str){rest.ptr + end, rest.len - end};
    }
}
