/* exchange.h - one request of HTTP and its answer, by libcurl.
 *
 *     ahd_exchange_begin(x, &ask, multi)    GET, If-None-Match, Accept-Encoding
 *     ... curl_multi_perform ...
 *     ahd_exchange_end(x, code, &got)    -> 200, head, body; or why not
 *
 * What comes is limited in size (unpacked), time and speed; redirects are not
 * followed here; only addresses that network.h lets through are connected to,
 * whatever a name was looked up as. No proxy, no cookies, no passwords. */
#ifndef AHD_FETCH_EXCHANGE_H
#define AHD_FETCH_EXCHANGE_H

#include "base/buf.h"
#include "network.h"

#include <curl/curl.h>

enum { AHD_EXCHANGE_HEAD = 64 << 10, AHD_EXCHANGE_WHY = 160 };

/* What goes for all requests. */
typedef struct ahd_manners {
    ahd_allowance allowed;
    char agent[256];  /* "ahd/0.1.0 (+https://me.example/)" */
    uint32_t timeout; /* seconds for one request */
} ahd_manners;

typedef struct ahd_ask {
    const char *url;
    ahd_str etag, modified; /* of the answer that is at hand; may be empty */
    const char *accept;     /* media types */
    size_t most;            /* bytes of the body */
} ahd_ask;

typedef struct ahd_exchange {
    const ahd_manners *manners;
    CURL *easy;
    struct curl_slist *fields;
    ahd_buf head, body;
    const char *refused; /* why the last address was, or NULL */
    bool large;
    char said[CURL_ERROR_SIZE];
} ahd_exchange;

typedef struct ahd_answer {
    int status;                 /* of HTTP; 0: there is none */
    ahd_str head, body;         /* until the next request */
    bool unreachable;           /* nothing was heard of the machine */
    bool refused;               /* it must not be connected to */
    char why[AHD_EXCHANGE_WHY]; /* there is no answer; "" when there is */
} ahd_answer;

bool ahd_exchange_init(ahd_exchange *x, const ahd_manners *manners);
void ahd_exchange_finish(ahd_exchange *x);

/* False without memory. The strings of `ask` are needed no more after it. */
bool ahd_exchange_begin(ahd_exchange *x, const ahd_ask *ask);
void ahd_exchange_end(ahd_exchange *x, CURLcode code, ahd_answer *out);

#endif
