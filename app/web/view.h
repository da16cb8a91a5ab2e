/* view.h - what all pages share: dress, links that keep the language, names
 * and dates in the language of the reader, other scripts set apart.
 *
 * A page is written into `out` from top to bottom:
 *     ahd_view view = ahd_view_start(context, request, reply);
 *     ahd_view_open(&view, title, "agreements");
 *     ...
 *     ahd_view_close(&view);
 * and thrown away by ahd_view_fail when the record lets it down. */
#ifndef AHD_WEB_VIEW_H
#define AHD_WEB_VIEW_H

#include "ahd.h"
#include "http/request.h"
#include "web/desk.h"
#include "web/html.h"
#include "web/wording.h"

typedef struct ahd_view {
    ahd_buf *out;
    ahd_tongue tongue;
    ahd_desk *desk;
    ahd_record *record; /* the desk's */
    const ahd_request *request;
    ahd_reply *reply;
    void (*head)(struct ahd_view *view, const void *context);
    const void *head_context; /* what more stands in <head>; NULL: nothing */
} ahd_view;

/* `context` is the site's: the desk. */
ahd_view ahd_view_start(void *context, const ahd_request *request,
                        ahd_reply *reply);

/* Everything before and after the content. `section`: the entry of the menu
 * the page belongs to, "" for none. */
void ahd_view_open(ahd_view *view, ahd_str title, const char *section);
void ahd_view_close(ahd_view *view);

/* Instead of the page begun: what went wrong, with a fitting HTTP status. */
void ahd_view_fail(ahd_view *view, const ahd_error *error);
/* The same where AHD_EUSAGE means that what was asked is wrong: 400. */
void ahd_view_reject(ahd_view *view, const ahd_error *error);
void ahd_view_refuse(ahd_view *view); /* by view->reply->status */

/* What went wrong, within a page: in the language of the reader where there are
 * words for it, and then as it was said when that has values in it. */
void ahd_view_said(ahd_view *view, const ahd_error *error);

/* A word of wording.c, and a value of the data in words. */
void ahd_view_word(ahd_view *view, const char *key);
void ahd_view_value(ahd_view *view, const char *group, ahd_str value);
/* The same for several, "ly|qa". */
void ahd_view_values(ahd_view *view, const char *group, ahd_str values);

/* Text of the data in an element of its own, with its language and direction:
 * <bdi lang="ar" dir="rtl">…</bdi>. */
void ahd_view_text(ahd_view *view, ahd_str text);
/* The attributes alone, for an element that has other reasons to exist. */
void ahd_view_lang(ahd_view *view, ahd_str text);

/* Of two names the reader's, else the other; and the one that is left. */
ahd_str ahd_view_pick(const ahd_view *view, ahd_str ar, ahd_str en);
ahd_str ahd_view_rest(const ahd_view *view, ahd_str ar, ahd_str en);

/* "2020-10-23" as 23 October 2020, "2020-10" as its month; anything else as it
 * is; "" as `none`. */
void ahd_view_date(ahd_view *view, ahd_str date, const char *none);

/* ` href="/actors/ID?lang=ar#FRAGMENT"`; `id` and `fragment` may be empty. */
void ahd_view_href(ahd_view *view, const char *path, ahd_str id,
                   ahd_str fragment);
/* The same around a name; the name alone when `id` is empty. */
void ahd_view_link(ahd_view *view, const char *path, ahd_str id, ahd_str name);

/* ` href="…#FRAGMENT"` of this page with its parameters, but `name` as `value`;
 * without it when that is empty. `fragment` may be "". */
void ahd_view_again(ahd_view *view, const char *name, ahd_str value,
                    const char *fragment);

/* "12 acts", «12 فعلًا» (counted.h), with its number apart; so, and "at
 * least" where `cut`; and as text. */
void ahd_view_count(ahd_view *view, const char *key, int64_t n);
void ahd_view_count_cut(ahd_view *view, const char *key, int64_t n, bool cut);
void ahd_view_counted(ahd_view *view, const char *key, int64_t n);

/* A day and its minute, of "2026-11-28T22:03:04Z". */
void ahd_view_moment(ahd_view *view, ahd_str at);

/* "Reason: …", what somebody wrote to a review; nothing for no text. */
void ahd_view_remark(ahd_view *view, const char *word, ahd_str text);

/* A coloured word for an act's type. */
void ahd_view_act(ahd_view *view, ahd_str act);

/* One item of a line under a sentence, behind its word if it has one: nothing
 * when there is no value. */
void ahd_view_item(ahd_view *view, const char *key, ahd_str value);

/* One fact of a <dl>: written only when `value` is not empty. */
void ahd_view_fact(ahd_view *view, const char *key, ahd_str value);
void ahd_view_number(ahd_view *view, const char *key, int64_t n);
void ahd_view_term(ahd_view *view, const char *key); /* <dt>…</dt><dd> */

#endif
