#include "sniff.h"

#include "base/ascii.h"

#include <string.h>

/* First bytes that settle it. Longer ones first where they overlap. */
static const struct {
    const char *magic;
    const char *what;
} magics[] = {
    {"%PDF-", "PDF"},
    {"\177ELF", "a program"},
    {"MZ\x90", "a program"},
    {"\x89PNG", "an image"},
    {"\xff\xd8\xff", "an image"},
    {"GIF8", "an image"},
    {"RIFF", "an image or sound"},
    {"PK\x03\x04", "a zip archive"},
    {"Rar!", "an archive"},
    {"7z\xbc\xaf", "an archive"},
    {"\3757zXZ", "an archive"},
    {"\x28\xb5\x2f\xfd", "packed twice"},
    {"BZh", "an archive"},
    {"\x1f\x8b", "packed twice"},
    {"SQLite format 3", "a database"},
    {"\xd0\xcf\x11\xe0", "an Office file"},
};

static const struct {
    const char *ending;
    ahd_format format;
} endings[] = {
    {".html", AHD_FORMAT_HTML},    {".htm", AHD_FORMAT_HTML},
    {".xhtml", AHD_FORMAT_HTML},   {".jsonl", AHD_FORMAT_JSONL},
    {".ndjson", AHD_FORMAT_JSONL}, {".txt", AHD_FORMAT_TEXT},
};

/* What an HTML page begins with, after white space. */
static const char *const html_starts[] = {
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<meta",
    "<title",
    "<div",
    "<!--",
    "<?xml",
    "<article",
    "<p",
    "<script",
    "<h1",
    "<table",
};

static bool same_small(const char *text, ahd_str want)
{
    for (size_t i = 0; i < want.len; i++)
        if (ahd_ascii_small(text[i]) != want.ptr[i])
            return false;
    return true;
}

static bool has_ending(ahd_str path, ahd_str ending)
{
    return path.len >= ending.len &&
           same_small(path.ptr + path.len - ending.len, ending);
}

static bool starts_small(ahd_str text, ahd_str start)
{
    return text.len >= start.len && same_small(text.ptr, start);
}

ahd_format ahd_sniff_content(ahd_str head)
{
    if (ahd_str_starts(head, AHD_STR("\xef\xbb\xbf")))
        head = (ahd_str){head.ptr + 3, head.len - 3};
    head = ahd_str_trim(head);
    if (head.len > 0 && head.ptr[0] == '{')
        return AHD_FORMAT_JSONL;
    for (size_t i = 0; i < sizeof html_starts / sizeof *html_starts; i++)
        if (starts_small(head, ahd_str_from(html_starts[i])))
            return AHD_FORMAT_HTML;
    return AHD_FORMAT_TEXT;
}

ahd_format ahd_sniff_format(const char *path, ahd_str head)
{
    ahd_str name = ahd_str_from(path);

    if (has_ending(name, AHD_STR(".gz")))
        name.len -= 3;
    else if (has_ending(name, AHD_STR(".zst")))
        name.len -= 4;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (has_ending(name, ahd_str_from(endings[i].ending)))
            return endings[i].format;
    return ahd_sniff_content(head);
}

const char *ahd_sniff_binary(ahd_str head)
{
    for (size_t i = 0; i < sizeof magics / sizeof *magics; i++)
        if (ahd_str_starts(head, ahd_str_from(magics[i].magic)))
            return magics[i].what;
    if (ahd_str_starts(head, AHD_STR("\xff\xfe")) ||
        ahd_str_starts(head, AHD_STR("\xfe\xff")))
        return NULL; /* UTF-16, where NULs are half of the letters */
    return head.len > 0 && memchr(head.ptr, 0, head.len) ? "binary data" : NULL;
}
