#include "http/server.h"

#include "http/form.h"
#include "http/fresh.h"
#include "http/gzip.h"
#include "http/host.h"
#include "http/outflow.h"
#include "http/sender.h"
#include "http/session.h"

#include <errno.h>
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct ahd_server {
    const ahd_server_options *options;
    const ahd_site *site;
    struct MHD_Daemon *daemon;
    unsigned char key[AHD_SESSION_KEY]; /* of the tokens of this process */
    time_t asked; /* when somebody last did; 0: the site was idle since */
};

/* A request on its way, from its head to its last byte. */
typedef struct incoming {
    ahd_buf body;
} incoming;

enum {
    CONNECTIONS = 64,
    IDLE_SECONDS = 20,
    HEADER_BYTES = 16 << 10,
    WAIT = 250,
    QUIET = 3, /* seconds without a request */
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
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Vary", "Accept-Language, Accept-Encoding"},
};

static const char *const allowed[] = {
    [0] = "GET, HEAD",
    [AHD_GET] = "GET, HEAD",
    [AHD_POST] = "POST",
    [AHD_GET | AHD_POST] = "GET, HEAD, POST",
};

/* ------------------------------------------------------------- answering */

static void put_cookie(struct MHD_Response *response, const ahd_reply *reply,
                       const ahd_session *session)
{
    enum { COOKIE_BYTES = 1024 };
    ahd_buf cookie = AHD_BUF(COOKIE_BYTES);
    const ahd_str name = {session->name, session->name_len};

    if (reply->named.ptr == NULL && !(reply->has_form && session->is_new))
        return;
    ahd_session_write(session, reply->named.ptr ? reply->named : name, &cookie);
    if (!cookie.failed)
        MHD_add_response_header(response, "Set-Cookie", cookie.ptr);
    ahd_buf_finish(&cookie);
}

/* What a page keeps with the reader: as long, and as closed, as the session. */
static void put_kept(struct MHD_Response *response, ahd_reply *reply)
{
    if (reply->keep.len == 0)
        return;
    ahd_buf_add(&reply->keep, AHD_STR("; Path=/; Max-Age=31536000; HttpOnly; "
                                      "SameSite=Strict"));
    if (!reply->keep.failed)
        MHD_add_response_header(response, "Set-Cookie", reply->keep.ptr);
}

static void put_headers(struct MHD_Response *response, const ahd_reply *reply)
{
    char again[16];

    for (size_t i = 0; i < sizeof strict / sizeof *strict; i++)
        MHD_add_response_header(response, strict[i].name, strict[i].value);
    MHD_add_response_header(response, "Content-Type", reply->type);
    MHD_add_response_header(response, "Cache-Control", reply->cache);
    if (reply->location.len > 0)
        MHD_add_response_header(response, "Location", reply->location.ptr);
    snprintf(again, sizeof again, "%u", reply->again);
    if (reply->again > 0)
        MHD_add_response_header(response, "Retry-After", again);
}

static void put_file_headers(struct MHD_Response *response,
                             const ahd_reply *reply)
{
    char value[128];

    if (reply->modified[0] != '\0')
        MHD_add_response_header(response, "Last-Modified", reply->modified);
    if (reply->save_as == NULL)
        return;
    snprintf(value, sizeof value, "attachment; filename=\"%s\"",
             reply->save_as);
    MHD_add_response_header(response, "Content-Disposition", value);
}

/* Hands the body over to libmicrohttpd, which frees it. */
static struct MHD_Response *response_of(ahd_reply *reply)
{
    if (reply->stream.end != NULL)
        return ahd_outflow_new(&reply->stream);
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

/* What an answer needs to know of its request. */
typedef struct asked {
    struct MHD_Connection *connection;
    const ahd_session *session;
    const ahd_request *request;
    unsigned methods; /* that its path answers */
} asked;

/* Takes the body away from who has it. */
static void compare(const asked *to, ahd_reply *reply, char tag[AHD_FRESH_TAG])
{
    ahd_str known = to->request->if_none_match;

    tag[0] = '\0';
    if (!reply->tagged || reply->status != MHD_HTTP_OK)
        return;
    ahd_fresh_tag(ahd_buf_str(&reply->body), tag);
    bool same = known.len > 0 ? ahd_fresh_is(known, ahd_str_from(tag))
                              : reply->modified[0] != '\0' &&
                                    ahd_str_eq(to->request->if_modified_since,
                                               ahd_str_from(reply->modified));
    if (same) {
        reply->status = MHD_HTTP_NOT_MODIFIED;
        ahd_buf_clear(&reply->body);
    }
}

static enum MHD_Result send_reply(const asked *to, ahd_reply *reply)
{
    if (reply->body.failed || reply->location.failed) {
        reply->status = MHD_HTTP_INTERNAL_SERVER_ERROR;
        ahd_buf_finish(&reply->body);
        reply->body = AHD_BUF(AHD_REPLY_BYTES);
        ahd_buf_clear(&reply->location);
        ahd_buf_add(&reply->body, AHD_STR("This page grew too large.\n"));
        reply->type = "text/plain; charset=utf-8";
    }
    char tag[AHD_FRESH_TAG];
    compare(to, reply, tag);
    bool packed = ahd_gzip_may(header(to->connection, "Accept-Encoding")) &&
                  ahd_gzip(reply);
    struct MHD_Response *response = response_of(reply);
    if (response == NULL) {
        ahd_reply_finish(reply);
        return MHD_NO;
    }
    put_headers(response, reply);
    if (packed)
        MHD_add_response_header(response, "Content-Encoding", "gzip");
    put_file_headers(response, reply);
    if (tag[0] != '\0')
        MHD_add_response_header(response, "ETag", tag);
    put_cookie(response, reply, to->session);
    put_kept(response, reply);
    MHD_add_response_header(response, "Allow", allowed[to->methods]);
    enum MHD_Result done =
        MHD_queue_response(to->connection, reply->status, response);
    MHD_destroy_response(response);
    ahd_reply_finish(reply);
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

/* Seconds of a clock that nobody sets, from 1. */
static time_t now(void)
{
    struct timespec t = {0};

    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1;
}

static unsigned method_of(const char *name)
{
    if (strcmp(name, "GET") == 0 || strcmp(name, "HEAD") == 0)
        return AHD_GET;
    return strcmp(name, "POST") == 0 ? AHD_POST : 0;
}

/* A form says how long it is, what it is, and which page it came from. */
static unsigned form_objection(struct MHD_Connection *connection)
{
    ahd_str length = header(connection, "Content-Length");
    uint32_t bytes = 0;

    if (header(connection, "Transfer-Encoding").len > 0 || length.len == 0)
        return MHD_HTTP_LENGTH_REQUIRED;
    if (!ahd_str_number(length, &bytes) || bytes > AHD_REQUEST_BODY)
        return MHD_HTTP_CONTENT_TOO_LARGE;
    if (!ahd_form_is_type(header(connection, "Content-Type")))
        return MHD_HTTP_UNSUPPORTED_MEDIA_TYPE;
    if (!ahd_sender_is_ours(header(connection, "Origin"),
                            header(connection, "Sec-Fetch-Site"),
                            header(connection, "Host")))
        return MHD_HTTP_FORBIDDEN;
    return 0;
}

/* Nothing is read that nobody asked for. */
static unsigned body_objection(struct MHD_Connection *connection)
{
    ahd_str length = header(connection, "Content-Length");

    if (header(connection, "Transfer-Encoding").len > 0)
        return MHD_HTTP_CONTENT_TOO_LARGE;
    if (length.len > 0 && !ahd_str_eq(length, AHD_STR("0")))
        return MHD_HTTP_CONTENT_TOO_LARGE;
    return 0;
}

/* Why a request is not even looked at: an HTTP status, or 0. */
static unsigned objection(const ahd_server *server,
                          struct MHD_Connection *connection,
                          const ahd_request *request)
{
    unsigned methods = ahd_route_methods(server->site, request->path);

    if (!ahd_host_may_ask(header(connection, "Host"), server->options->host))
        return MHD_HTTP_MISDIRECTED_REQUEST;
    if (request->path.len > AHD_REQUEST_PATH)
        return MHD_HTTP_URI_TOO_LONG;
    if (request->method == 0 || (methods && !(methods & request->method)))
        return MHD_HTTP_METHOD_NOT_ALLOWED;
    return request->method == AHD_POST ? form_objection(connection)
                                       : body_objection(connection);
}

/* The function that answers, once nothing is against it. */
static unsigned find_answer(const ahd_server *server,
                            const ahd_session *session, ahd_request *request,
                            ahd_route_fn **out)
{
    bool form = request->method == AHD_POST;
    const ahd_route *routes = form ? server->site->forms : server->site->routes;
    const ahd_route *route =
        routes ? ahd_route_find(routes, request->path, &request->rest) : NULL;

    if (route == NULL)
        return MHD_HTTP_NOT_FOUND;
    if (form && !ahd_session_fits(session, ahd_request_field(request, "token")))
        return MHD_HTTP_FORBIDDEN;
    *out = route->answer;
    return 0;
}

static enum MHD_Result reply_to(ahd_server *server,
                                struct MHD_Connection *connection,
                                ahd_request *request, unsigned why)
{
    const ahd_site *site = server->site;
    ahd_reply reply = ahd_reply_start(MHD_HTTP_OK);
    ahd_session session;
    const asked to = {connection, &session, request,
                      ahd_route_methods(site, request->path)};
    ahd_route_fn *function = site->refuse;

    server->asked = now();
    ahd_session_read(server->key, header(connection, "Cookie"), &session);
    request->reader = (ahd_str){session.name, session.name_len};
    request->token = (ahd_str){session.token, AHD_SESSION_TOKEN};
    if (why == 0)
        why = find_answer(server, &session, request, &function);
    if (why != 0)
        reply.status = why;
    function(site->context, request, &reply);
    return send_reply(&to, &reply);
}

/* What came of a body; more than was announced is never let in. */
static void take_body(incoming *in, const char *upload, size_t len)
{
    ahd_buf_add(&in->body, (ahd_str){upload, len});
}

/* Room for the NUL behind the last field is the buffer's own. */
static unsigned read_form(incoming *in, ahd_request *request)
{
    if (in->body.failed)
        return MHD_HTTP_CONTENT_TOO_LARGE;
    if (in->body.len > 0)
        request->field_count = ahd_form_read(
            in->body.ptr, in->body.len, request->fields, AHD_REQUEST_FIELDS);
    return 0;
}

static incoming *new_incoming(void)
{
    incoming *in = calloc(1, sizeof *in);

    if (in != NULL)
        in->body = AHD_BUF(AHD_REQUEST_BODY);
    return in;
}

/* What libmicrohttpd calls for each request: once when its head is read, for
 * each piece of its body, and again when all of it is there. An answer at the
 * first call ends the connection, which is right for what is refused only. */
/* NOLINTNEXTLINE(readability-function-size): libmicrohttpd's parameters */
static enum MHD_Result answer(void *context, struct MHD_Connection *connection,
                              const char *url, const char *method,
                              const char *version, const char *upload,
                              size_t *upload_len, void **state)
{
    ahd_server *server = context;
    ahd_request request = {.path = ahd_str_from(url),
                           .method = method_of(method)};
    incoming *in = *state;

    (void)version;
    if (in != NULL && *upload_len > 0) {
        take_body(in, upload, *upload_len);
        *upload_len = 0;
        return MHD_YES;
    }
    request.accept_language = header(connection, "Accept-Language");
    request.cookie = header(connection, "Cookie");
    request.host = header(connection, "Host");
    request.if_none_match = header(connection, "If-None-Match");
    request.if_modified_since = header(connection, "If-Modified-Since");
    MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, keep_param,
                              &request);
    unsigned why = objection(server, connection, &request);
    if (why == 0 && in == NULL) {
        *state = new_incoming();
        return *state != NULL ? MHD_YES : MHD_NO;
    }
    if (why == 0)
        why = read_form(in, &request);
    return reply_to(server, connection, &request, why);
}

static void forget(void *context, struct MHD_Connection *connection,
                   void **state, enum MHD_RequestTerminationCode why)
{
    incoming *in = *state;

    (void)context;
    (void)connection;
    (void)why;
    if (in == NULL)
        return;
    ahd_buf_finish(&in->body);
    free(in);
    *state = NULL;
}

/* --------------------------------------------------------------- running */

static ahd_status refuse_remote(const ahd_server_options *options,
                                const ahd_host_address *address,
                                ahd_error *error)
{
    if (options->allow_remote || ahd_host_is_local(address))
        return AHD_OK;
    return ahd_fail(error, AHD_EUSAGE,
                    "%s can be reached from other machines: everybody there "
                    "could read the record without a password%s; add "
                    "--allow-remote if you want that",
                    options->host,
                    options->read_only
                        ? ""
                        : " and write reviews under any name (not with "
                          "--read-only)");
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

/* Takes the socket, also when it fails. */
static ahd_status start(ahd_server *server, int fd, ahd_error *error)
{
    server->daemon = MHD_start_daemon(
        MHD_USE_AUTO, 0, NULL, NULL, answer, server, MHD_OPTION_LISTEN_SOCKET,
        fd, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HEADER_BYTES,
        MHD_OPTION_NOTIFY_COMPLETED, forget, NULL, MHD_OPTION_END);
    if (server->daemon != NULL)
        return AHD_OK;
    close(fd);
    return ahd_fail(error, AHD_EIO, "the HTTP server did not start");
}

static ahd_status new_server(const ahd_server *like, int fd, ahd_server **out,
                             ahd_error *error)
{
    ahd_server *server = calloc(1, sizeof *server);

    if (server == NULL) {
        close(fd);
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    }
    *server = *like;
    ahd_status status = start(server, fd, error);
    if (status == AHD_OK)
        *out = server;
    else
        free(server);
    return status;
}

ahd_status ahd_server_open(const ahd_server_options *options,
                           const ahd_site *site, ahd_server **out,
                           ahd_error *error)
{
    ahd_server like = {.options = options, .site = site};
    ahd_host_address address;
    int fd = -1;

    AHD_TRY(ahd_host_parse(options->host, options->port, &address, error));
    AHD_TRY(refuse_remote(options, &address, error));
    if (!ahd_session_key(like.key))
        return ahd_fail(error, AHD_EIO, "the system has no random numbers");
    AHD_TRY(listen_at(options, &address, &fd, error));
    return new_server(&like, fd, out, error);
}

ahd_status ahd_server_beside(const ahd_server *first, const ahd_site *site,
                             ahd_server **out, ahd_error *error)
{
    const union MHD_DaemonInfo *info =
        MHD_get_daemon_info(first->daemon, MHD_DAEMON_INFO_LISTEN_FD);
    ahd_server like = {.options = first->options, .site = site};
    int fd = info ? dup(info->listen_fd) : -1;

    if (fd < 0)
        return ahd_fail_system(error, first->options->host,
                               "cannot listen there twice");
    memcpy(like.key, first->key, sizeof like.key);
    return new_server(&like, fd, out, error);
}

uint16_t ahd_server_port(const ahd_server *server)
{
    const union MHD_DaemonInfo *info =
        MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT);

    return info && info->port ? info->port : server->options->port;
}

static void tell_quiet(ahd_server *server)
{
    const ahd_site *site = server->site;

    if (server->asked == 0 || now() - server->asked < QUIET)
        return;
    server->asked = 0;
    if (site->idle != NULL)
        site->idle(site->context);
}

/* A signal ends the wait at once, or the next one after WAIT milliseconds. */
void ahd_server_run(ahd_server *server, const volatile sig_atomic_t *stop)
{
    while (!*stop) {
        MHD_run_wait(server->daemon, WAIT);
        tell_quiet(server);
    }
}

void ahd_server_close(ahd_server *server)
{
    if (server == NULL)
        return;
    MHD_stop_daemon(server->daemon);
    free(server);
}
