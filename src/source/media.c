#include "media.h"

#include <string.h>
#include <strings.h>

/* A type that ends in "/" stands for all that begin with it. */
static const struct {
    const char *type;
    ahd_refusal why;
} types[] = {
    {"text/html", AHD_REFUSAL_NONE},
    {"application/xhtml+xml", AHD_REFUSAL_NONE},
    {"text/plain", AHD_REFUSAL_NONE},
    {"image/", AHD_REFUSAL_IMAGE},
    {"text/css", AHD_REFUSAL_STYLE},
    {"text/javascript", AHD_REFUSAL_SCRIPT},
    {"application/javascript", AHD_REFUSAL_SCRIPT},
    {"application/x-javascript", AHD_REFUSAL_SCRIPT},
    {"text/ecmascript", AHD_REFUSAL_SCRIPT},
    {"application/ecmascript", AHD_REFUSAL_SCRIPT},
    {"font/", AHD_REFUSAL_FONT},
    {"application/font", AHD_REFUSAL_FONT},
    {"application/x-font", AHD_REFUSAL_FONT},
    {"application/vnd.ms-fontobject", AHD_REFUSAL_FONT},
    {"audio/", AHD_REFUSAL_MEDIA},
    {"video/", AHD_REFUSAL_MEDIA},
    {"application/json", AHD_REFUSAL_JSON},
    {"application/ld+json", AHD_REFUSAL_JSON},
    {"text/json", AHD_REFUSAL_JSON},
};

static const struct {
    const char *ending;
    ahd_refusal why;
} endings[] = {
    {".png", AHD_REFUSAL_IMAGE},  {".jpg", AHD_REFUSAL_IMAGE},
    {".jpeg", AHD_REFUSAL_IMAGE}, {".gif", AHD_REFUSAL_IMAGE},
    {".webp", AHD_REFUSAL_IMAGE}, {".svg", AHD_REFUSAL_IMAGE},
    {".ico", AHD_REFUSAL_IMAGE},  {".avif", AHD_REFUSAL_IMAGE},
    {".css", AHD_REFUSAL_STYLE},  {".js", AHD_REFUSAL_SCRIPT},
    {".mjs", AHD_REFUSAL_SCRIPT}, {".woff", AHD_REFUSAL_FONT},
    {".woff2", AHD_REFUSAL_FONT}, {".ttf", AHD_REFUSAL_FONT},
    {".otf", AHD_REFUSAL_FONT},   {".eot", AHD_REFUSAL_FONT},
    {".mp3", AHD_REFUSAL_MEDIA},  {".mp4", AHD_REFUSAL_MEDIA},
    {".webm", AHD_REFUSAL_MEDIA}, {".json", AHD_REFUSAL_JSON},
    {".cdxj", AHD_REFUSAL_ABOUT}, {".idx", AHD_REFUSAL_ABOUT},
    {".yaml", AHD_REFUSAL_ABOUT}, {".xml", AHD_REFUSAL_OTHER_TYPE},
};

static bool matches(ahd_str type, const char *row)
{
    ahd_str want = ahd_str_from(row);

    return ahd_str_ends(want, AHD_STR("/")) ||
                   ahd_str_ends(want, AHD_STR("font"))
               ? ahd_str_starts(type, want)
               : ahd_str_eq(type, want);
}

static ahd_refusal by_ending(const char *path)
{
    const char *dot = strrchr(path, '.');

    for (size_t i = 0; dot && i < sizeof endings / sizeof *endings; i++)
        if (strcasecmp(dot, endings[i].ending) == 0)
            return endings[i].why;
    return AHD_REFUSAL_NONE;
}

ahd_refusal ahd_media_judge(ahd_str type, const char *path)
{
    if (type.len == 0)
        return by_ending(path);
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (matches(type, types[i].type))
            return types[i].why;
    return AHD_REFUSAL_OTHER_TYPE;
}

bool ahd_media_is_html(ahd_str type)
{
    return ahd_str_eq(type, AHD_STR("text/html")) ||
           ahd_str_eq(type, AHD_STR("application/xhtml+xml"));
}
