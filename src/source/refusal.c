#include "refusal.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    ahd_status status;
} refusals[AHD_REFUSALS] = {
    [AHD_REFUSAL_NONE] = {"none", AHD_OK},
    [AHD_REFUSAL_UNOPENED] = {"cannot be opened", AHD_EIO},
    [AHD_REFUSAL_UNREAD] = {"cannot be read", AHD_EIO},
    [AHD_REFUSAL_MEMORY] = {"out of memory", AHD_ENOMEM},
    [AHD_REFUSAL_EMPTY] = {"empty", AHD_EFORMAT},
    [AHD_REFUSAL_NO_FILE] = {"not a file", AHD_EFORMAT},
    [AHD_REFUSAL_NO_TEXT] = {"not text or HTML", AHD_EFORMAT},
    [AHD_REFUSAL_LARGE] = {"too large", AHD_ELIMIT},
    [AHD_REFUSAL_BOMB] = {"unpacks to far too much", AHD_ELIMIT},
    [AHD_REFUSAL_DAMAGED] = {"damaged", AHD_EFORMAT},
    [AHD_REFUSAL_LOCKED] = {"encrypted", AHD_EFORMAT},
    [AHD_REFUSAL_SEGMENTS] = {"a capture in segments", AHD_EFORMAT},
    [AHD_REFUSAL_CODING] = {"in an unknown coding", AHD_EFORMAT},
    [AHD_REFUSAL_DIGEST] = {"read, but its digest differs", AHD_OK},
    [AHD_REFUSAL_IMAGE] = {"an image", AHD_OK},
    [AHD_REFUSAL_SCRIPT] = {"a script", AHD_OK},
    [AHD_REFUSAL_STYLE] = {"a style sheet", AHD_OK},
    [AHD_REFUSAL_FONT] = {"a font", AHD_OK},
    [AHD_REFUSAL_MEDIA] = {"sound or video", AHD_OK},
    [AHD_REFUSAL_JSON] = {"JSON data", AHD_OK},
    [AHD_REFUSAL_OTHER_TYPE] = {"another type of file", AHD_OK},
    [AHD_REFUSAL_NESTED] = {"an archive inside an archive", AHD_OK},
    [AHD_REFUSAL_REDIRECT] = {"a redirect", AHD_OK},
    [AHD_REFUSAL_HTTP_ERROR] = {"an HTTP error", AHD_OK},
    [AHD_REFUSAL_NO_BODY] = {"a capture without a body", AHD_OK},
    [AHD_REFUSAL_REVISIT] = {"a revisit, captured before", AHD_OK},
    [AHD_REFUSAL_REQUEST] = {"a request", AHD_OK},
    [AHD_REFUSAL_ABOUT] = {"a record about the crawl", AHD_OK},
    [AHD_REFUSAL_NOT_HTTP] = {"a capture of no web page", AHD_OK},
    [AHD_REFUSAL_TEASER] = {"only a teaser in the feed", AHD_OK},
};

const char *ahd_refusal_name(ahd_refusal why)
{
    return refusals[why].name;
}

ahd_status ahd_refusal_fail(ahd_error *error, ahd_refusal why, const char *path,
                            const char *format, ...)
{
    char message[sizeof((ahd_error){0}).message];
    va_list args;

    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    ahd_fail_at(error, refusals[why].status, path, 0, "%s", message);
    if (error != NULL)
        error->reason = refusals[why].name;
    return refusals[why].status;
}

ahd_status ahd_refusal_fail_system(ahd_error *error, ahd_refusal why,
                                   const char *path, const char *what,
                                   const char *cure)
{
    int system = errno;
    ahd_status status = ahd_refusal_fail(error, why, path, "%s: %s; %s", what,
                                         strerror(system), cure);

    if (error != NULL)
        error->system = system;
    return status;
}
