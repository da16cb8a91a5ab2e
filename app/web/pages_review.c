/* pages_review.c - the review queue: its page, one act of it, and what a form
 * of it does. */
#include "web/pages.h"
#include "web/review_decide.h"
#include "web/review_item.h"
#include "web/review_queue.h"

#include <inttypes.h>
#include <stdlib.h>

enum { ROOM = 64 << 10, AGAIN = 2 };

/* --------------------------------------------------------------- the page */

/* The act at hand, or the first of the queue. */
static ahd_status find_turn(ahd_view *view, ahd_turn *turn, ahd_buf *room,
                            ahd_error *error)
{
    if (turn->document.len > 0)
        return AHD_OK;
    turn->room = room;
    return ahd_turn_step(view, turn, false, turn, error);
}

/* Everything around the act, which is NULL when the queue is empty. */
static ahd_status write_page(ahd_view *view, ahd_turn *turn,
                             ahd_review_item *item, ahd_error *error)
{
    ahd_view_open(view, ahd_wording_get(view->tongue, "review.title"),
                  "review");
    AHD_TRY(ahd_review_queue_write(view, turn, error));
    if (item != NULL)
        ahd_review_item_write(item);
    else
        ahd_html(view->out, "<p id=\"item\" class=\"notice\">$t</p>\n",
                 ahd_wording_get(view->tongue, "review.empty"));
    ahd_review_queue_close(view);
    ahd_view_close(view);
    return AHD_OK;
}

typedef ahd_status write_fn(ahd_view *view, ahd_turn *turn,
                            ahd_review_item *item, ahd_error *error);

static ahd_status write_item(ahd_view *view, ahd_turn *turn,
                             ahd_review_item *item, ahd_error *error)
{
    (void)view;
    (void)turn;
    if (item == NULL)
        return ahd_fail(error, AHD_EUSAGE, "there is no such act");
    ahd_review_item_write(item);
    return AHD_OK;
}

static ahd_status write_turn(ahd_view *view, ahd_turn *turn, write_fn *write,
                             ahd_error *error)
{
    ahd_review_item item = {.view = view, .turn = turn};

    if (turn->document.len == 0)
        return write(view, turn, NULL, error);
    ahd_status status = ahd_review_item_load(&item, error);
    if (status == AHD_OK)
        status = write(view, turn, &item, error);
    ahd_review_item_finish(&item);
    return status;
}

static void answer(void *context, const ahd_request *request, ahd_reply *reply,
                   write_fn *write)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_buf room = AHD_BUF(ROOM), name = AHD_BUF(ROOM);
    ahd_turn turn;
    ahd_error error;

    reply->cache = "no-store";
    if (!ahd_turn_read(request, &turn)) {
        reply->status = 400;
        ahd_view_refuse(&view);
        return;
    }
    ahd_review_queue_mean(&view, &turn, &name);
    ahd_status status = find_turn(&view, &turn, &room, &error);
    if (status == AHD_OK)
        status = write_turn(&view, &turn, write, &error);
    if (status != AHD_OK)
        ahd_view_fail(&view, &error);
    ahd_buf_finish(&room);
    ahd_buf_finish(&name);
}

void ahd_pages_review(void *context, const ahd_request *request,
                      ahd_reply *reply)
{
    answer(context, request, reply, write_page);
}

void ahd_pages_review_item(void *context, const ahd_request *request,
                           ahd_reply *reply)
{
    answer(context, request, reply, write_item);
}

/* ---------------------------------------------------------------- a form */

static bool wants_json(const ahd_request *request)
{
    return ahd_str_eq(ahd_request_field(request, "as"), AHD_STR("json"));
}

/* What was typed may be of no charset; then it is left out. */
static json_t *json_text(ahd_str s)
{
    json_t *text = s.len > 0 ? json_stringn(s.ptr, s.len) : NULL;

    return text ? text : json_string("");
}

static void send_json(ahd_reply *reply, json_t *object)
{
    char *text = json_dumps(object, JSON_COMPACT);

    reply->type = "application/json; charset=utf-8";
    ahd_buf_clear(&reply->body);
    ahd_buf_add(&reply->body, ahd_str_from(text));
    free(text);
    json_decref(object);
}

/* To the next act, or back to that of which something was undone. */
static void go_on(ahd_view *view, const ahd_turn *turn, const ahd_decide *d,
                  const ahd_desk_kept *kept)
{
    ahd_str next = ahd_request_field(view->request, "next");
    ahd_turn to = *turn;
    ahd_buf *url = &view->reply->location;

    if (!d->review.undo && !ahd_turn_place(next, &to))
        to.document = AHD_STR("");
    ahd_turn_url(view, &to, "/review", url);
    ahd_buf_printf(url, "&kept=%" PRId64, kept->number);
    if (!d->review.undo) {
        ahd_buf_add(url, AHD_STR("&last="));
        ahd_html_url(url, turn->document);
        ahd_buf_printf(url, "%%3A%" PRId64, turn->n);
    }
    view->reply->status = 303;
}

/* Where several were kept, each of them can be taken back. */
static void tell_kept(ahd_view *view, const ahd_turn *turn,
                      const ahd_desk_kept *kept, size_t count)
{
    int64_t left = 0, done = 0;
    json_t *numbers = json_array();
    ahd_error ignored;

    for (size_t i = 0; i < count; i++)
        json_array_append_new(numbers, json_integer(kept[i].number));
    if (ahd_turn_count(view, turn, &left, &done, &ignored) != AHD_OK)
        left = done = 0;
    send_json(view->reply,
              json_pack("{s:I,s:o,s:b,s:I,s:I,s:I}", "kept",
                        (json_int_t)kept[count - 1].number, "numbers", numbers,
                        "known", (int)kept[count - 1].known, "left",
                        (json_int_t)left, "done", (json_int_t)done, "most",
                        (json_int_t)AHD_TURN_MOST));
}

/* What went wrong: the same page, with what was typed. */
static ahd_status tell_wrong(ahd_view *view, ahd_turn *turn,
                             ahd_review_item *item, ahd_error *error)
{
    bool busy = item->why.status == AHD_ESTORE;

    view->reply->status = busy ? 503 : 422;
    view->reply->again = busy ? AGAIN : 0;
    if (busy)
        item->wrong = "review.wrong.busy";
    if (!wants_json(view->request))
        return write_page(view, turn, item, error);
    ahd_str word = item->wrong ? ahd_wording_get(view->tongue, item->wrong)
                               : ahd_wording_said(view->tongue, item->why.form);
    ahd_str why = item->why.status != AHD_OK && !busy
                      ? ahd_str_from(item->why.message)
                      : item->wrong_about;
    send_json(view->reply,
              json_pack("{s:o,s:o,s:b}", "error", json_text(word), "about",
                        json_text(why), "busy", (int)busy));
    return AHD_OK;
}

/* What is said of one act alone need not be settled before the next. */
static bool keep_all(ahd_view *view, const ahd_decide *d, ahd_desk_kept *kept,
                     ahd_error *why)
{
    size_t count;
    const ahd_review *reviews = ahd_decide_reviews(d, &count);

    return d->of_two
               ? ahd_desk_review_all(view->desk, reviews, count, kept, why) ==
                     AHD_OK
               : ahd_desk_review(view->desk, reviews, kept, why) == AHD_OK;
}

static ahd_status keep(ahd_view *view, ahd_turn *turn, ahd_review_item *item,
                       ahd_error *error)
{
    ahd_desk_kept kept[AHD_DESK_MANY];
    ahd_decide d;
    bool well = item != NULL && ahd_decide_read(item, &d);
    size_t count;

    if (item == NULL)
        return ahd_fail(error, AHD_EUSAGE, "there is no such act");
    well = well && keep_all(view, &d, kept, &item->why);
    (void)ahd_decide_reviews(&d, &count);
    if (well) {
        view->reply->named = ahd_str_trim(ahd_str_from(d.review.by));
        if (wants_json(view->request))
            tell_kept(view, turn, kept, count);
        else
            go_on(view, turn, &d, &kept[count - 1]);
    }
    ahd_decide_finish(&d);
    return well ? AHD_OK : tell_wrong(view, turn, item, error);
}

void ahd_pages_review_keep(void *context, const ahd_request *request,
                           ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    ahd_error error = {0};
    ahd_turn turn;

    reply->cache = "no-store";
    if (!ahd_turn_read(request, &turn) || turn.document.len == 0) {
        reply->status = 400;
        ahd_view_refuse(&view);
        return;
    }
    if (write_turn(&view, &turn, keep, &error) != AHD_OK)
        ahd_view_fail(&view, &error);
}
