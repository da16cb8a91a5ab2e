#include "exchange.h"

#include <stdio.h>

enum {
    CONNECT_SECONDS = 15,
    SLOW_SECONDS = 20, /* at fewer than so many bytes a second it is ended */
    SLOW_BYTES = 100,
    LONGEST_FIELD = 1024
};

/* ------------------------------------------------------- called by libcurl */

static size_t take_head(char *bytes, size_t size, size_t count, void *context)
{
    ahd_exchange *x = context;
    ahd_str line = {bytes, size * count};

    if (ahd_str_starts(line, AHD_STR("HTTP/"))) /* the one before was a 100 */
        ahd_buf_clear(&x->head);
    ahd_buf_add(&x->head, line);
    return x->head.failed ? 0 : line.len;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context)
{
    ahd_exchange *x = context;

    ahd_buf_add(&x->body, (ahd_str){bytes, size * count});
    x->large = x->body.failed;
    return x->large ? 0 : size * count;
}

/* Here every connection comes by, with the address that the name was looked up
 * as a moment ago: there is nothing between this look and connect(). */
static curl_socket_t open_socket(void *context, curlsocktype purpose,
                                 struct curl_sockaddr *to)
{
    ahd_exchange *x = context;

    (void)purpose;
    x->refused = ahd_network_refuses(&x->manners->allowed, &to->addr);
    if (x->refused)
        return CURL_SOCKET_BAD;
    return socket(to->family, to->socktype, to->protocol);
}

/* ---------------------------------------------------------------- settings */

static bool set_limits(const ahd_exchange *x)
{
    const struct {
        CURLoption option;
        long value;
    } numbers[] = {
        {CURLOPT_FOLLOWLOCATION, 0},
        {CURLOPT_NOSIGNAL, 1},
        {CURLOPT_TIMEOUT, (long)x->manners->timeout},
        {CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS},
        {CURLOPT_LOW_SPEED_LIMIT, SLOW_BYTES},
        {CURLOPT_LOW_SPEED_TIME, SLOW_SECONDS},
        {CURLOPT_QUICK_EXIT, 1}, /* no waiting for names to be looked up */
        {CURLOPT_NETRC, CURL_NETRC_IGNORED},
        {CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS},
    };
    bool fine = true;

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        fine = fine && curl_easy_setopt(x->easy, numbers[i].option,
                                        numbers[i].value) == CURLE_OK;
    return fine;
}

static bool set_words(const ahd_exchange *x, const ahd_ask *ask)
{
    const struct {
        CURLoption option;
        const char *value;
    } words[] = {
        {CURLOPT_URL, ask->url},
        {CURLOPT_USERAGENT, x->manners->agent},
        {CURLOPT_ACCEPT_ENCODING, ""}, /* all that this libcurl unpacks */
        {CURLOPT_PROTOCOLS_STR, "http,https"},
        {CURLOPT_PROXY, ""}, /* a proxy would connect to anything */
    };
    bool fine = true;

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        fine = fine && curl_easy_setopt(x->easy, words[i].option,
                                        words[i].value) == CURLE_OK;
    return fine;
}

static void set_calls(ahd_exchange *x)
{
    curl_easy_setopt(x->easy, CURLOPT_HEADERFUNCTION, take_head);
    curl_easy_setopt(x->easy, CURLOPT_HEADERDATA, x);
    curl_easy_setopt(x->easy, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(x->easy, CURLOPT_WRITEDATA, x);
    curl_easy_setopt(x->easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(x->easy, CURLOPT_OPENSOCKETDATA, x);
    curl_easy_setopt(x->easy, CURLOPT_ERRORBUFFER, x->said);
    curl_easy_setopt(x->easy, CURLOPT_PRIVATE, x);
    curl_easy_setopt(x->easy, CURLOPT_HTTPHEADER, x->fields);
}

/* A field that is too long is left out: without it the answer is whole. */
static bool add_field(ahd_exchange *x, const char *name, ahd_str value)
{
    char line[LONGEST_FIELD + 32];

    if (value.len == 0 || value.len > LONGEST_FIELD)
        return true;
    snprintf(line, sizeof line, "%s: %.*s", name, AHD_STR_ARG(value));
    struct curl_slist *more = curl_slist_append(x->fields, line);
    if (more)
        x->fields = more;
    return more != NULL;
}

/* ----------------------------------------------------------------- an asking
 */

bool ahd_exchange_init(ahd_exchange *x, const ahd_manners *manners)
{
    *x = (ahd_exchange){.manners = manners, .easy = curl_easy_init()};
    x->head = AHD_BUF(AHD_EXCHANGE_HEAD);
    return x->easy != NULL;
}

void ahd_exchange_finish(ahd_exchange *x)
{
    curl_easy_cleanup(x->easy);
    curl_slist_free_all(x->fields);
    ahd_buf_finish(&x->head);
    ahd_buf_finish(&x->body);
}

bool ahd_exchange_begin(ahd_exchange *x, const ahd_ask *ask)
{
    curl_slist_free_all(x->fields);
    x->fields = NULL;
    x->refused = NULL;
    x->large = false;
    x->said[0] = '\0';
    ahd_buf_finish(&x->head);
    ahd_buf_finish(&x->body); /* few are large; none stays so */
    x->head = AHD_BUF(AHD_EXCHANGE_HEAD);
    x->body = AHD_BUF(ask->most);
    curl_easy_reset(x->easy);
    bool fine = add_field(x, "Accept", ahd_str_from(ask->accept)) &&
                add_field(x, "If-None-Match", ask->etag) &&
                add_field(x, "If-Modified-Since", ask->modified);
    set_calls(x);
    return fine && set_limits(x) && set_words(x, ask);
}

/* ------------------------------------------------------------------ its end */

static void explain(const ahd_exchange *x, CURLcode code, ahd_answer *out)
{
    const char *said = x->said[0] ? x->said : curl_easy_strerror(code);

    out->status = 0;
    if (x->refused && x->head.len == 0)
        snprintf(out->why, sizeof out->why, "it is at %s", x->refused);
    else if (x->large)
        snprintf(out->why, sizeof out->why, "larger than %zu MiB",
                 x->body.max >> 20);
    else if (x->head.failed)
        snprintf(out->why, sizeof out->why, "a head of over 64 KiB");
    else if (code == CURLE_OPERATION_TIMEDOUT)
        snprintf(out->why, sizeof out->why,
                 x->head.len > 0 ? "it came too slowly" : "no answer in time");
    else
        snprintf(out->why, sizeof out->why, "%.150s", said);
}

void ahd_exchange_end(ahd_exchange *x, CURLcode code, ahd_answer *out)
{
    long status = 0;

    *out = (ahd_answer){.head = ahd_str_trim(ahd_buf_str(&x->head)),
                        .body = ahd_buf_str(&x->body)};
    curl_easy_getinfo(x->easy, CURLINFO_RESPONSE_CODE, &status);
    out->status = (int)status;
    if (code == CURLE_OK && status > 0)
        return;
    explain(x, code, out);
    out->refused = x->refused && x->head.len == 0;
    out->unreachable = x->head.len == 0 && !out->refused;
}
