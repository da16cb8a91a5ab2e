#include "web/turn.h"

#include <inttypes.h>
#include <stdlib.h>

const char *const ahd_turn_states[] = {"open", "second", "disagreeing",
                                       "reviewed", NULL};
const char *const ahd_turn_types[] = {
    "sign",   "negotiate", "meet",    "mediate",  "commit", "demand",
    "accuse", "implement", "breach",  "deny",     "reject", "suspend",
    "extend", "support",   "condemn", "threaten", NULL};
enum { OPEN, SECOND, DISAGREEING, REVIEWED };

/* ---------------------------------------------------------------- reading */

static bool is_state(ahd_str s)
{
    for (int i = 0; ahd_turn_states[i]; i++)
        if (ahd_str_eq(s, ahd_str_from(ahd_turn_states[i])))
            return true;
    return false;
}

/* "0.5", "1": digits with one point. */
static bool is_share(ahd_str s)
{
    size_t points = 0;

    for (size_t i = 0; i < s.len; i++) {
        points += s.ptr[i] == '.';
        if (s.ptr[i] != '.' && (s.ptr[i] < '0' || s.ptr[i] > '9'))
            return false;
    }
    return s.len <= 6 && points <= 1 && !ahd_str_eq(s, AHD_STR("."));
}

/* Cut at the last colon: ids may have colons of their own. */
bool ahd_turn_place(ahd_str text, ahd_turn *out)
{
    size_t at = text.len;
    uint32_t n;

    while (at > 0 && text.ptr[at - 1] != ':')
        at--;
    if (at < 2 ||
        !ahd_str_number((ahd_str){text.ptr + at, text.len - at}, &n) || n == 0)
        return false;
    out->document = (ahd_str){text.ptr, at - 1};
    out->n = n;
    return true;
}

bool ahd_turn_read(const ahd_request *request, ahd_turn *out)
{
    ahd_str at = ahd_request_param(request, "at");

    *out = (ahd_turn){.state = ahd_request_param(request, "state"),
                      .agreement = ahd_request_param(request, "agreement"),
                      .act = ahd_request_param(request, "act"),
                      .below = ahd_request_param(request, "below"),
                      .by = ahd_request_param(request, "by")};
    if (out->state.len == 0)
        out->state = AHD_STR("open");
    return is_state(out->state) && is_share(out->below) &&
           (at.len == 0 || ahd_turn_place(at, out));
}

/* -------------------------------------------------------------- addresses */

static void put(ahd_buf *out, const char *name, ahd_str value)
{
    if (value.len == 0)
        return;
    ahd_buf_printf(out, "&%s=", name);
    ahd_html_url(out, value);
}

void ahd_turn_url(const ahd_view *view, const ahd_turn *turn, const char *path,
                  ahd_buf *out)
{
    ahd_buf_printf(out, "%s?lang=%s", path,
                   view->tongue == AHD_AR ? "ar" : "en");
    if (!ahd_str_eq(turn->state, AHD_STR("open")))
        put(out, "state", turn->state);
    put(out, "agreement", turn->agreement);
    put(out, "act", turn->act);
    put(out, "below", turn->below);
    put(out, "by", turn->by);
    if (turn->document.len == 0)
        return;
    put(out, "at", turn->document);
    ahd_buf_printf(out, "%%3A%" PRId64, turn->n);
}

void ahd_turn_href(ahd_view *view, const ahd_turn *turn)
{
    enum { URL_BYTES = 16 << 10 };
    ahd_buf url = AHD_BUF(URL_BYTES);

    ahd_turn_url(view, turn, "/review", &url);
    ahd_html(view->out, " href=\"$a\"", ahd_buf_str(&url));
    ahd_buf_finish(&url);
}

/* ------------------------------------------------------------ the queue */

/* Text of an address ends with a NUL, but what was cut out of it does not. */
static const char *text_of(ahd_str s)
{
    return s.len > 0 ? s.ptr : NULL;
}

static ahd_queue queue_of(const ahd_view *view, const ahd_turn *turn)
{
    bool second = ahd_str_eq(turn->state, AHD_STR("second"));
    bool open = ahd_str_eq(turn->state, AHD_STR("open"));

    return (ahd_queue){
        .state = second ? ahd_turn_states[REVIEWED] : text_of(turn->state),
        .by = open ? NULL : text_of(turn->by),
        .not_by = second ? text_of(view->request->reader) : NULL,
        .agreement = text_of(turn->agreement),
        .act = text_of(turn->act),
        .below = strtod(turn->below.len ? turn->below.ptr : "0", NULL)};
}

ahd_status ahd_turn_step(ahd_view *view, const ahd_turn *from, bool back,
                         ahd_turn *out, ahd_error *error)
{
    ahd_queue queue = queue_of(view, from);
    ahd_buf *room = out->room;

    *out = *from;
    out->room = room;
    queue.back = back;
    ahd_buf_clear(room);
    ahd_buf_add(room, from->document);
    AHD_TRY(ahd_record_queue(view->record, &queue, room, &out->n, error));
    out->document = ahd_buf_str(room);
    return AHD_OK;
}

ahd_status ahd_turn_count(ahd_view *view, const ahd_turn *turn, int64_t *left,
                          int64_t *done, ahd_error *error)
{
    ahd_queue queue = queue_of(view, turn);

    queue.by = queue.not_by = NULL;
    queue.state = ahd_turn_states[OPEN];
    AHD_TRY(ahd_record_queue_count(view->record, &queue, AHD_TURN_MOST, left,
                                   error));
    queue.state = ahd_turn_states[REVIEWED];
    return ahd_record_queue_count(view->record, &queue, AHD_TURN_MOST, done,
                                  error);
}
