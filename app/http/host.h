/* host.h - where the server listens, and which names it answers to.
 *
 * A page of some web site can let its own name point to 127.0.0.1 and then
 * read what listens there ("DNS rebinding"). It cannot change the Host header
 * that the browser sends, so a name we do not carry is refused. An address in
 * digits needs no DNS and is always let through. */
#ifndef AHD_HTTP_HOST_H
#define AHD_HTTP_HOST_H

#include "base/error.h"
#include "base/str.h"

#include <netinet/in.h>

/* An address to listen on, of either family. */
typedef union ahd_host_address {
    struct sockaddr any;
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;
} ahd_host_address;

/* "127.0.0.1", "::1" or "localhost" with a port, as an address. */
AHD_MUST_USE ahd_status ahd_host_parse(const char *host, uint16_t port,
                                       ahd_host_address *out, ahd_error *error);

/* Can only this machine reach it? */
bool ahd_host_is_local(const ahd_host_address *address);

/* May a request whose Host header is `header` be answered by a server that was
 * told to be `host`? Any port is allowed: it may be forwarded. */
bool ahd_host_may_ask(ahd_str header, const char *host);

#endif
