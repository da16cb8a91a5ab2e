/* server.h - carries requests to a site and its answers back.
 *
 *     ahd_server_open(&options, &site, &server, &error)
 *     ahd_server_run(server, &stop);     until `stop` is set, by a signal say
 *     ahd_server_close(server);
 *
 * It answers GET, HEAD and, of paths that have a form, POST; one request after
 * the other, in the thread that runs it: so a site needs no locks. For more at
 * once there are several on one address, each with its own site and thread:
 *     ahd_server_beside(server, &another_site, &another, &error)
 * Every answer has the strict headers of server.c. A form is taken only from a
 * page of ours (sender.h), with the token of the reader's cookie (session.h).
 */
#ifndef AHD_HTTP_SERVER_H
#define AHD_HTTP_SERVER_H

#include "base/error.h"
#include "http/route.h"

#include <signal.h>

typedef struct ahd_server ahd_server;

typedef struct ahd_server_options {
    const char *host;  /* an address in digits, or "localhost" */
    uint16_t port;     /* 0: any free one */
    bool allow_remote; /* else an address that others reach is refused */
    bool read_only;    /* nothing is written; the site sees to it */
} ahd_server_options;

/* `options` and `site` must outlive the server. */
AHD_MUST_USE ahd_status ahd_server_open(const ahd_server_options *options,
                                        const ahd_site *site, ahd_server **out,
                                        ahd_error *error);
/* Another one that answers what the first does not: at the same address, and
 * what one of them gave a reader holds with all. It must be closed before the
 * first. */
AHD_MUST_USE ahd_status ahd_server_beside(const ahd_server *first,
                                          const ahd_site *site,
                                          ahd_server **out, ahd_error *error);
uint16_t ahd_server_port(const ahd_server *server);
void ahd_server_run(ahd_server *server, const volatile sig_atomic_t *stop);
void ahd_server_close(ahd_server *server);

#endif
