#include "target.h"

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

#define NO_MEMORY "no memory for its address"

/* A part, freed by the caller with curl_free; "" when there is none. */
static char *part(CURLU *u, CURLUPart what, unsigned flags)
{
    char *text = NULL;

    return curl_url_get(u, what, &text, flags) == CURLUE_OK ? text : NULL;
}

static bool has(CURLU *u, CURLUPart what)
{
    char *text = part(u, what, 0);

    curl_free(text);
    return text != NULL;
}

static bool is_web(CURLU *u)
{
    char *scheme = part(u, CURLUPART_SCHEME, 0);
    bool web =
        scheme && (strcmp(scheme, "http") == 0 || strcmp(scheme, "https") == 0);

    curl_free(scheme);
    return web;
}

static char *joined(const char *a, const char *b, const char *c, const char *d)
{
    size_t size = strlen(a) + strlen(b) + strlen(c) + strlen(d) + 1;
    char *out = malloc(size);

    if (out)
        snprintf(out, size, "%s%s%s%s", a, b, c, d);
    return out;
}

/* Names of machines have no case; dots at the end change nothing. */
static void level_host(char *host)
{
    size_t len = strlen(host);

    for (size_t i = 0; i < len; i++)
        if (host[i] >= 'A' && host[i] <= 'Z')
            host[i] = (char)(host[i] + 32);
    while (len > 1 && host[len - 1] == '.')
        host[--len] = '\0';
}

static bool fill(ahd_target *t, CURLU *u)
{
    char *scheme = part(u, CURLUPART_SCHEME, 0);
    char *host = part(u, CURLUPART_HOST, 0);
    char *port = part(u, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
    char *path = part(u, CURLUPART_PATH, 0);
    char *query = part(u, CURLUPART_QUERY, 0);

    if (scheme && host && path) {
        level_host(host);
        const char *colon = port ? ":" : "", *number = port ? port : "";
        t->host = joined(host, colon, number, "");
        t->path = joined(path, query ? "?" : "", query ? query : "", "");
        t->origin = t->host ? joined(scheme, "://", t->host, "") : NULL;
        if (t->origin && t->path)
            t->url = joined(t->origin, t->path, "", "");
    }
    curl_free(scheme);
    curl_free(host);
    curl_free(port);
    curl_free(path);
    curl_free(query);
    return t->url != NULL;
}

static const char *take(ahd_target *t, CURLU *u, const char *text,
                        const char *base)
{
    if (base && curl_url_set(u, CURLUPART_URL, base, 0) != CURLUE_OK)
        return "no address";
    if (curl_url_set(u, CURLUPART_URL, text, CURLU_URLENCODE) != CURLUE_OK)
        return "no address of the web";
    if (!is_web(u))
        return "not http or https";
    if (has(u, CURLUPART_USER) || has(u, CURLUPART_PASSWORD))
        return "a name or password in the address";
    if (!fill(t, u))
        return NO_MEMORY;
    return strlen(t->url) > AHD_TARGET_LONGEST ? "an address over 2048 bytes"
                                               : NULL;
}

/* Bytes that a header line could be broken by, or text ended. */
static bool is_clean(ahd_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] < ' ' || text.ptr[i] == 0x7F)
            return false;
    return text.len > 0;
}

static const char *read_once(ahd_target *target, const char *text,
                             const char *base)
{
    *target = (ahd_target){.url = NULL};
    CURLU *u = curl_url();
    const char *why = u ? take(target, u, text, base) : NO_MEMORY;

    curl_url_cleanup(u);
    if (why)
        ahd_target_finish(target);
    return why;
}

/* "http://x%2536/" is x%36, and read again x6: whose machine is it? */
static const char *read_again(ahd_target *target)
{
    ahd_target again;
    const char *why = read_once(&again, target->url, NULL);

    if (why == NULL && strcmp(target->url, again.url) != 0)
        why = "no address of the web";
    ahd_target_finish(&again);
    if (why)
        ahd_target_finish(target);
    return why;
}

const char *ahd_target_init(ahd_target *target, ahd_str text, const char *base)
{
    char given[AHD_TARGET_LONGEST + 1];

    *target = (ahd_target){.url = NULL};
    text = ahd_str_trim(text);
    if (text.len >= sizeof given)
        return "an address over 2048 bytes";
    if (!is_clean(text))
        return "no address of the web";
    memcpy(given, text.ptr, text.len);
    given[text.len] = '\0';
    const char *why = read_once(target, given, base);
    return why ? why : read_again(target);
}

void ahd_target_finish(ahd_target *target)
{
    free(target->url);
    free(target->origin);
    free(target->host);
    free(target->path);
    *target = (ahd_target){.url = NULL};
}
