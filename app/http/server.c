#include "http/server.h"

#include "http/host.h"
#include "http/gzip.h"

#include <errno.h>
#include <microhttpd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct ahd_server {
    const ahd_server_options *options;
    const ahd_site *site;
    struct MHD_Daemon *daemon;
};

enum {
    CONNECTIONS = 64,
    IDLE_SECONDS = 20,
    HEADER_BYTES = 16 << 10,
    WAIT = 250
};

/* Nothing from elsewhere runs, loads, frames or learns where it was linked
 * from. Scripts are the program's own modules, never a piece of a page. */
static const struct {
    const char *name, *value;
} strict[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; connect-src 'self'; "
     "style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; "
     "form-action 'self'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Vary", "Accept-Language, Accept-Encoding"},
    {"Allow", "GET, HEAD"},
};

/* ------------------------------------------------------------- answering */

static void put_headers(struct MHD_Response *response, const ahd_reply *reply)
{
    for (size_t i = 0; i < sizeof strict / sizeof *strict; i++)
        MHD_add_response_header(response, strict[i].name, strict[i].value);
    MHD_add_response_header(response, "Content-Type", reply->type);
    MHD_add_response_header(response, "Cache-Control", reply->cache);
}

/* Hands the body over to libmicrohttpd, which frees it. */
static struct MHD_Response *response_of(ahd_reply *reply)
{
    struct MHD_Response *response = MHD_create_response_from_buffer(
        reply->body.len, reply->body.ptr, MHD_RESPMEM_MUST_FREE);
    if (response != NULL)
        reply->body = AHD_BUF(0);
    return response;
}

static ahd_str header(struct MHD_Connection *connection, const char *name)
{
    return ahd_str_from(
        MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name));
}

static enum MHD_Result send_reply(struct MHD_Connection *connection,
                                  ahd_reply *reply)
{
    if (reply->body.failed) {
        reply->status = MHD_HTTP_INTERNAL_SERVER_ERROR;
        ahd_buf_clear(&reply->body);
        ahd_buf_add(&reply->body, AHD_STR("This page grew too large.\n"));
        reply->type = "text/plain; charset=utf-8";
    }
    bool packed =
        ahd_gzip_may(header(connection, "Accept-Encoding")) && ahd_gzip(reply);
    struct MHD_Response *response = response_of(reply);
    if (response == NULL) {
        ahd_buf_finish(&reply->body);
        return MHD_NO;
    }
    put_headers(response, reply);
    if (packed)
        MHD_add_response_header(response, "Content-Encoding", "gzip");
    enum MHD_Result done =
        MHD_queue_response(connection, reply->status, response);
    MHD_destroy_response(response);
    return done;
}

/* ------------------------------------------------------------- receiving */

static enum MHD_Result keep_param(void *context, enum MHD_ValueKind kind,
                                  const char *name, const char *value)
{
    ahd_request *request = context;

    (void)kind;
    if (request->param_count == AHD_REQUEST_PARAMS)
        return MHD_NO;
    request->params[request->param_count++] =
        (ahd_param){ahd_str_from(name), ahd_str_from(value)};
    return MHD_YES;
}

/* Why a request is not even looked at: an HTTP status, or 0. */
static unsigned objection(const ahd_server *server,
                          struct MHD_Connection *connection, const char *method,
                          const ahd_request *request)
{
    if (!ahd_host_may_ask(header(connection, "Host"), server->options->host))
        return MHD_HTTP_MISDIRECTED_REQUEST;
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
        return MHD_HTTP_METHOD_NOT_ALLOWED;
    if (request->path.len > AHD_REQUEST_PATH)
        return MHD_HTTP_URI_TOO_LONG;
    if (header(connection, "Transfer-Encoding").len > 0)
        return MHD_HTTP_CONTENT_TOO_LARGE;
    ahd_str length = header(connection, "Content-Length");
    if (length.len > 0 && !ahd_str_eq(length, AHD_STR("0")))
        return MHD_HTTP_CONTENT_TOO_LARGE;
    return 0;
}

/* What libmicrohttpd calls for each request: once when its head is read, and
 * again when all of it is. An answer at the first call ends the connection,
 * which is right for what is refused only. */
/* NOLINTNEXTLINE(readability-function-size): libmicrohttpd's parameters */
static enum MHD_Result answer(void *context, struct MHD_Connection *connection,
                              const char *url, const char *method,
                              const char *version, const char *upload,
                              size_t *upload_len, void **state)
{
    const ahd_server *server = context;
    const ahd_site *site = server->site;
    ahd_request request = {.path = ahd_str_from(url)};
    ahd_reply reply = ahd_reply_start(MHD_HTTP_OK);

    (void)version;
    (void)upload;
    (void)upload_len;
    request.accept_language = header(connection, "Accept-Language");
    MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, keep_param,
                              &request);
    unsigned why = objection(server, connection, method, &request);
    if (why == 0 && *state == NULL) {
        *state = context;
        return MHD_YES;
    }
    const ahd_route *route =
        ahd_route_find(site->routes, request.path, &request.rest);
    if (why != 0 || route == NULL) {
        reply.status = why ? why : MHD_HTTP_NOT_FOUND;
        site->refuse(site->context, &request, &reply);
    } else {
        route->answer(site->context, &request, &reply);
    }
    return send_reply(connection, &reply);
}

/* --------------------------------------------------------------- running */

static ahd_status refuse_remote(const ahd_server_options *options,
                                const ahd_host_address *address,
                                ahd_error *error)
{
    if (options->allow_remote || ahd_host_is_local(address))
        return AHD_OK;
    return ahd_fail(error, AHD_EUSAGE,
                    "%s can be reached from other machines, and everybody "
                    "there could read the record without a password; add "
                    "--allow-remote if you want that",
                    options->host);
}

/* Binding by ourselves gives the true reason when it cannot be done. */
static ahd_status listen_at(const ahd_server_options *options,
                            const ahd_host_address *address, int *out,
                            ahd_error *error)
{
    bool v4 = address->any.sa_family == AF_INET;
    socklen_t len = v4 ? sizeof address->v4 : sizeof address->v6;
    int fd = socket(address->any.sa_family, SOCK_STREAM, 0), on = 1;

    if (fd < 0)
        return ahd_fail_system(error, options->host, "cannot make a socket");
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(fd, &address->any, len) == 0 && listen(fd, CONNECTIONS) == 0) {
        *out = fd;
        return AHD_OK;
    }
    ahd_status status =
        errno == EADDRINUSE
            ? ahd_fail(error, AHD_EIO,
                       "port %u of %s is in use; stop the other program or "
                       "choose another port with --port",
                       options->port, options->host)
            : ahd_fail_system(error, options->host, "cannot listen there");
    close(fd);
    return status;
}

ahd_status ahd_server_open(const ahd_server_options *options,
                           const ahd_site *site, ahd_server **out,
                           ahd_error *error)
{
    ahd_host_address address;
    int fd = -1;

    AHD_TRY(ahd_host_parse(options->host, options->port, &address, error));
    AHD_TRY(refuse_remote(options, &address, error));
    AHD_TRY(listen_at(options, &address, &fd, error));
    ahd_server *server = calloc(1, sizeof *server);
    if (server == NULL) {
        close(fd);
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    }
    server->options = options;
    server->site = site;
    server->daemon = MHD_start_daemon(
        MHD_USE_AUTO, 0, NULL, NULL, answer, server, MHD_OPTION_LISTEN_SOCKET,
        fd, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HEADER_BYTES,
        MHD_OPTION_END);
    if (server->daemon == NULL) {
        close(fd);
        free(server);
        return ahd_fail(error, AHD_EIO, "the HTTP server did not start");
    }
    *out = server;
    return AHD_OK;
}

uint16_t ahd_server_port(const ahd_server *server)
{
    const union MHD_DaemonInfo *info =
        MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT);

    return info && info->port ? info->port : server->options->port;
}

/* A signal ends the wait at once, or the next one after WAIT milliseconds. */
void ahd_server_run(ahd_server *server, const volatile sig_atomic_t *stop)
{
    while (!*stop)
        MHD_run_wait(server->daemon, WAIT);
}

void ahd_server_close(ahd_server *server)
{
    if (server == NULL)
        return;
    MHD_stop_daemon(server->daemon);
    free(server);
}
