#include "web/review_queue.h"

#include "web/review_decide.h"

#include <inttypes.h>
#include <stdio.h>

enum { URL_BYTES = 16 << 10 };

void ahd_review_queue_mean(ahd_view *view, ahd_turn *turn, ahd_buf *name)
{
    if (turn->agreement.len > 0 &&
        ahd_decide_meant(view, true, turn->agreement, name) == AHD_MEANT_ONE)
        turn->agreement = ahd_buf_str(name);
}

/* -------------------------------------------------------------- progress */

static void write_number(ahd_view *view, const char *name, const char *word,
                         int64_t n)
{
    char digits[32];
    int len = snprintf(digits, sizeof digits, "%" PRId64 "%s", n,
                       n >= AHD_TURN_MOST ? "+" : "");

    ahd_html(view->out,
             "<span class=\"count\">$t <b data-count=\"$a\"><bdi>$t</bdi></b>"
             "</span> ",
             ahd_wording_get(view->tongue, word), ahd_str_from(name),
             (ahd_str){digits, (size_t)len});
}

static bool write_reviewer(void *context, ahd_str name, int64_t acts)
{
    ahd_view *view = context;
    const ahd_turn turn = {.state = AHD_STR("reviewed"), .by = name};

    ahd_html_raw(view->out, "<li><a");
    ahd_turn_href(view, &turn);
    ahd_html_raw(view->out, ">");
    ahd_view_text(view, name);
    ahd_buf_printf(view->out, "</a> <b>%" PRId64 "</b></li>\n", acts);
    return true;
}

static ahd_status write_progress(ahd_view *view, const ahd_turn *turn,
                                 ahd_error *error)
{
    int64_t left, done;
    char share[64];

    AHD_TRY(ahd_turn_count(view, turn, &left, &done, error));
    ahd_html_raw(view->out, "<div class=\"review-progress\"><p>");
    write_number(view, "left", "review.left", left);
    write_number(view, "done", "review.done", done);
    int len = snprintf(share, sizeof share, "%" PRId64, done);
    ahd_html(view->out, "<progress aria-label=\"$a\" value=\"$a\"",
             ahd_wording_get(view->tongue, "review.done"),
             (ahd_str){share, (size_t)len});
    ahd_buf_printf(view->out, " max=\"%" PRId64 "\"></progress></p>\n",
                   left + done > 0 ? left + done : 1);
    ahd_html_raw(view->out, "<ul class=\"reviewers\">\n");
    AHD_TRY(ahd_record_reviewers(view->record, write_reviewer, view, error));
    ahd_html_raw(view->out, "</ul></div>\n");
    return AHD_OK;
}

/* --------------------------------------------------------------- filters */

static void write_options(ahd_view *view, const char *const *values,
                          const char *group, ahd_str chosen)
{
    for (; *values; values++) {
        ahd_str value = ahd_str_from(*values);
        ahd_html(view->out, "<option value=\"$a\"", value);
        if (ahd_str_eq(value, chosen))
            ahd_html_raw(view->out, " selected");
        ahd_html(view->out, ">$t</option>\n",
                 ahd_wording_of(view->tongue, group, value));
    }
}

static void write_select(ahd_view *view, const char *name, const char *word)
{
    ahd_html(view->out, "<label>$t <select name=\"$a\">\n",
             ahd_wording_get(view->tongue, word), ahd_str_from(name));
}

static void write_filter(ahd_view *view, const char *name, const char *word,
                         ahd_str value)
{
    bool agreement = ahd_str_eq(ahd_str_from(name), AHD_STR("agreement"));

    ahd_html(view->out,
             "<label>$t <input name=\"$a\" value=\"$a\" dir=\"auto\" "
             "autocomplete=\"off\"",
             ahd_wording_get(view->tongue, word), ahd_str_from(name), value);
    if (agreement)
        ahd_html_raw(view->out, " data-suggest=\"agreement\"");
    if (ahd_str_eq(ahd_str_from(name), AHD_STR("below")))
        ahd_html_raw(view->out, " inputmode=\"decimal\" "
                                "pattern=\"[0-9]?[.]?[0-9]*\" size=\"5\"");
    ahd_html_raw(view->out, "></label>\n");
}

/* Only a script can use them: they are not seen before it runs. */
static void write_keys(ahd_view *view)
{
    ahd_html(
        view->out,
        "<span class=\"review-keys\"><button type=\"button\">$t</button> "
        "<button type=\"button\" aria-pressed=\"true\">$t</button></span>\n",
        ahd_wording_get(view->tongue, "review.say.keys"),
        ahd_wording_get(view->tongue, "review.say.keyson"));
}

static void write_filters(ahd_view *view, const ahd_turn *turn)
{
    bool any =
        turn->agreement.len + turn->act.len + turn->below.len + turn->by.len >
        0;

    ahd_html(view->out,
             "<form method=\"get\" action=\"/review\" class=\"review-filters\" "
             "role=\"search\" aria-label=\"$a\">\n"
             "<input type=\"hidden\" name=\"lang\" value=\"$a\">\n",
             ahd_wording_get(view->tongue, "review.filters"),
             view->tongue == AHD_AR ? AHD_STR("ar") : AHD_STR("en"));
    write_select(view, "state", "review.which");
    write_options(view, ahd_turn_states, "review.which", turn->state);
    ahd_html_raw(view->out, "</select></label>\n<details");
    if (any)
        ahd_html_raw(view->out, " open");
    ahd_html(view->out, "><summary>$t</summary><div>\n",
             ahd_wording_get(view->tongue, "review.more"));
    write_filter(view, "agreement", "act.agreement", turn->agreement);
    write_select(view, "act", "review.type");
    ahd_html_raw(view->out, "<option value=\"\"></option>\n");
    write_options(view, ahd_turn_types, "act", turn->act);
    ahd_html_raw(view->out, "</select></label>\n");
    write_filter(view, "below", "review.below", turn->below);
    write_filter(view, "by", "review.reviewer", turn->by);
    ahd_html(view->out, "</div></details>\n<button>$t</button>\n",
             ahd_wording_get(view->tongue, "review.show"));
    write_keys(view);
    ahd_html_raw(view->out, "</form>\n");
}

/* ------------------------------------------------------ what was kept last */

static void write_last(ahd_view *view, const ahd_turn *turn, ahd_str number)
{
    ahd_turn last = *turn;
    ahd_buf url = AHD_BUF(URL_BYTES);

    if (!ahd_turn_place(ahd_request_param(view->request, "last"), &last))
        return;
    ahd_html_raw(view->out, " <a");
    ahd_turn_href(view, &last);
    ahd_html(view->out, ">$t</a>",
             ahd_wording_get(view->tongue, "review.look"));
    if (!ahd_desk_writes(view->desk) || view->request->reader.len == 0)
        return;
    ahd_turn_url(view, &last, "/review", &url);
    ahd_html(view->out,
             " <form method=\"post\" action=\"$a\" class=\"undo\">"
             "<input type=\"hidden\" name=\"token\" value=\"$a\">"
             "<input type=\"hidden\" name=\"by\" value=\"$a\">"
             "<input type=\"hidden\" name=\"review\" value=\"$a\">"
             "<button name=\"decision\" value=\"undo\">$t</button></form>",
             ahd_buf_str(&url), view->request->token, view->request->reader,
             number, ahd_wording_get(view->tongue, "review.undo"));
    ahd_buf_finish(&url);
}

/* Scripts write here as well. */
static void write_status(ahd_view *view, const ahd_turn *turn)
{
    ahd_str number = ahd_request_param(view->request, "kept");
    uint32_t ignored;

    ahd_html_raw(view->out, "<div class=\"review-status\" role=\"status\">");
    if (ahd_str_number(number, &ignored)) {
        ahd_html(view->out, "$t <bdi>$t</bdi>",
                 ahd_wording_get(view->tongue, "review.kept"), number);
        write_last(view, turn, number);
    }
    ahd_html_raw(view->out, "</div>\n");
}

/* ---------------------------------------------------------------- all of it */

/* What a module says, in the language of the page. */
static const char *const spoken[] = {"kept",    "known", "wait", "gone",
                                     "nothing", "undo",  "look", "keyson",
                                     "keysoff", "error", NULL};

static void open_section(ahd_view *view)
{
    ahd_html_raw(view->out, "<section class=\"review\" data-with=\"review\"");
    for (int i = 0; spoken[i]; i++) {
        char key[40];
        snprintf(key, sizeof key, "review.say.%s", spoken[i]);
        ahd_html(view->out, " data-say-$a=\"$a\"", ahd_str_from(spoken[i]),
                 ahd_wording_get(view->tongue, key));
    }
    ahd_html_raw(view->out, ">\n");
}

ahd_status ahd_review_queue_write(ahd_view *view, const ahd_turn *turn,
                                  ahd_error *error)
{
    open_section(view);
    ahd_html(view->out, "<header class=\"title review-title\"><h1>$t</h1>\n",
             ahd_wording_get(view->tongue, "review.title"));
    AHD_TRY(write_progress(view, turn, error));
    ahd_html_raw(view->out, "</header>\n");
    write_filters(view, turn);
    write_status(view, turn);
    return AHD_OK;
}

/* The keys, for those who want them; a script shows it. */
static const char *const keys[][2] = {
    {"C", "review.confirm"}, {"E", "review.correct"}, {"R", "review.reject"},
    {"J", "review.next"},    {"P", "review.back"},    {"U", "review.undo"},
    {"T", "review.type"},    {"S", "act.source"},     {"D", "act.target"},
    {"K", "act.speaker"},    {"G", "act.agreement"},  {"Y", "act.date"},
    {"W", "review.reason"},  {"N", "review.note"},    {"M", "review.other"},
    {"X", "review.split"},   {"L", "review.link"},    {"H", "review.help"},
    {"Esc", "review.leave"},
};

void ahd_review_queue_close(ahd_view *view)
{
    ahd_html(view->out,
             "<dialog class=\"review-help\" aria-labelledby=\"review-keys\">"
             "<h2 id=\"review-keys\">$t</h2>\n<p>$t</p>\n"
             "<dl class=\"facts\">\n",
             ahd_wording_get(view->tongue, "review.keys"),
             ahd_wording_get(view->tongue, "review.keys.p"));
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        ahd_html(view->out,
                 "<div><dt><kbd lang=\"en\" "
                 "dir=\"ltr\">$t</kbd></dt><dd>$t</dd></div>\n",
                 ahd_str_from(keys[i][0]),
                 ahd_wording_get(view->tongue, keys[i][1]));
    ahd_html(view->out,
             "</dl>\n<form method=\"dialog\"><button>$t</button></form>"
             "</dialog></section>\n",
             ahd_wording_get(view->tongue, "review.say.close"));
}
