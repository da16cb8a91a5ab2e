/* The search: documents by their words, or acts by what they are. */
#include "web/act_list.h"
#include "web/facet.h"
#include "web/pages.h"
#include "web/taking.h"

#include "base/utf8.h"

#include <inttypes.h>
#include <stdio.h>

enum {
    ACTS = 50,
    DOCUMENTS = 20,
    COUNTED_ACTS = 800,
    COUNTED_DOCUMENTS = 2000,
    KEY_BYTES = 64,
};

/* The page is put together of parts that are written as the record gives them:
 * counts come before rows, and stand beside and above them. */
typedef struct searching {
    ahd_view *view;
    ahd_asked asked;
    bool acts;
    ahd_buf body, above, side;
    ahd_act_list list;
    int64_t offset, rows, found;
    bool cut;
    int64_t unindexed;
    char after[KEY_BYTES]; /* the key of the last row */
} searching;

/* ------------------------------------------------------------- the question */

static void write_hidden(ahd_view *view, const char *name, ahd_str value)
{
    if (value.len > 0)
        ahd_html(view->out, "<input type=\"hidden\" name=\"$a\" value=\"$a\">",
                 ahd_str_from(name), value);
}

static void write_form(searching *s)
{
    ahd_view *view = s->view;

    ahd_html_raw(view->out,
                 "<form class=\"ask\" role=\"search\" action=\"/search\">");
    write_hidden(view, "lang",
                 view->tongue == AHD_AR ? AHD_STR("ar") : AHD_STR("en"));
    for (int i = AHD_ASK_AGREEMENT; i < AHD_ASKS; i++)
        write_hidden(view, ahd_asked_name((ahd_ask)i), s->asked.value[i]);
    ahd_html(view->out,
             "\n<label for=\"q\">$t</label>\n<input id=\"q\" name=\"q\" "
             "type=\"search\" dir=\"auto\" autocomplete=\"off\" "
             "maxlength=\"2000\" value=\"$a\">\n"
             "<button>$t</button></form>\n",
             ahd_wording_get(view->tongue, "search.label"),
             s->asked.value[AHD_ASK_QUERY],
             ahd_wording_get(view->tongue, "search.button"));
}

static void write_help(ahd_view *view)
{
    static const struct {
        const char *ar, *en, *word;
    } rows[] = {
        {"هدنة صنعاء", "truce Sanaa", "syntax.and"},
        {"\"وقف إطلاق النار\"", "\"rules of engagement\"", "syntax.phrase"},
        {"هدنة -أوكرانيا", "truce -Ukraine", "syntax.not"},
        {"حوثي OR سعودي", "Houthi OR Saudi", "syntax.or"},
        {"سعود*", "Saud*", "syntax.prefix"},
        {"exact:\"أنصار الله\"", "exact:\"Ansar Allah\"", "syntax.exact"},
    };

    ahd_html(view->out,
             "<details class=\"syntax\"><summary>$t</summary>\n"
             "<dl class=\"facts wide\">\n",
             ahd_wording_get(view->tongue, "search.help"));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ahd_html(view->out,
                 "<div><dt><code dir=\"auto\">$t</code></dt>"
                 "<dd>$t</dd></div>\n",
                 ahd_str_from(view->tongue == AHD_AR ? rows[i].ar : rows[i].en),
                 ahd_wording_get(view->tongue, rows[i].word));
    ahd_html(view->out, "</dl>\n<p class=\"note\">$t</p></details>\n",
             ahd_wording_get(view->tongue, "search.keys.p"));
}

static void write_choice(searching *s, ahd_ask ask, const char *value,
                         const char *word)
{
    bool chosen = ahd_str_eq(s->asked.value[ask], ahd_str_from(value));
    ahd_asked then = s->asked;

    then.value[ask] = ahd_str_from(value);
    ahd_html_raw(s->view->out, "<li><a");
    ahd_asked_href(s->view, "/search", &then);
    if (chosen)
        ahd_html_raw(s->view->out, " aria-current=\"true\"");
    ahd_html(s->view->out, ">$t</a></li>\n",
             ahd_wording_get(s->view->tongue, word));
}

static void open_choices(searching *s, const char *label)
{
    ahd_html(s->view->out, "<ul class=\"choices\" aria-label=\"$a\">\n",
             ahd_wording_get(s->view->tongue, label));
}

/* Documents or acts; of acts, each telling or each act once. */
static void write_choices(searching *s)
{
    if (s->asked.value[AHD_ASK_QUERY].len > 0) {
        open_choices(s, "search.show");
        write_choice(s, AHD_ASK_SHOW, "", "search.documents");
        write_choice(s, AHD_ASK_SHOW, "acts", "search.acts");
        ahd_html_raw(s->view->out, "</ul>\n");
    }
    if (!s->acts)
        return;
    open_choices(s, "search.acts");
    write_choice(s, AHD_ASK_ONCE, "", "search.acts.each");
    write_choice(s, AHD_ASK_ONCE, "1", "search.acts.once");
    ahd_html_raw(s->view->out, "</ul>\n");
}

/* -------------------------------------------------------------- the answer */

/* Bytes before code point `n`. */
static size_t byte_of(ahd_str text, int64_t n)
{
    size_t at = 0;

    while (at < text.len && n-- > 0)
        (void)ahd_utf8_next(text, &at);
    return at;
}

/* Text with the words that were asked for marked; spans of bytes, in order. */
static void write_marked(ahd_view *view, ahd_str text, const ahd_span *marks,
                         size_t count)
{
    size_t at = 0;

    for (size_t i = 0; i < count; i++) {
        size_t start = marks[i].start, end = ahd_span_end(marks[i]);
        if (start < at || end > text.len)
            continue;
        ahd_html(view->out, "$t<mark>$t</mark>",
                 (ahd_str){text.ptr + at, start - at},
                 (ahd_str){text.ptr + start, end - start});
        at = end;
    }
    ahd_html_text(view->out, (ahd_str){text.ptr + at, text.len - at});
}

enum { MARKS = 100 };

/* The text begins with the title, so its matches come first. */
static size_t marks_of_title(const ahd_find_row *row, ahd_span out[MARKS])
{
    size_t n = 0;

    for (; n < row->match_count && n < MARKS; n++) {
        size_t from = byte_of(row->title, row->matches[n].start);
        size_t to = byte_of(row->title, row->matches[n].end);
        if (from >= row->title.len)
            break;
        out[n] = (ahd_span){(uint32_t)from, (uint32_t)(to - from)};
    }
    return n;
}

static size_t marks_of_snippet(const ahd_find_row *row, ahd_span out[MARKS])
{
    size_t n = 0;

    for (size_t i = 0; i < row->match_count && n < MARKS; i++)
        if (row->matches[i].at.len > 0)
            out[n++] = row->matches[i].at;
    return n;
}

static void write_title(ahd_view *view, const ahd_find_row *row)
{
    ahd_span marks[MARKS];
    size_t count = marks_of_title(row, marks);

    ahd_html_raw(view->out, "<h3><a class=\"result\"");
    ahd_view_href(view, "/documents/", row->id, AHD_STR(""));
    ahd_html_raw(view->out, "><bdi");
    ahd_view_lang(view, row->title);
    ahd_html_raw(view->out, ">");
    if (row->title.len > 0)
        write_marked(view, row->title, marks, count);
    else
        ahd_view_word(view, "document.untitled");
    ahd_html_raw(view->out, "</bdi></a></h3>\n");
}

/* The sentence leads to its place in the document. */
static void write_snippet(ahd_view *view, const ahd_find_row *row)
{
    ahd_span marks[MARKS];
    size_t count = marks_of_snippet(row, marks);
    char fragment[32];
    int len =
        snprintf(fragment, sizeof fragment, "s%" PRId64, row->snippet_start);

    if (row->snippet_start == 0)
        return;
    ahd_html_raw(view->out, "<blockquote");
    ahd_view_lang(view, row->snippet);
    ahd_html_raw(view->out, "><a");
    ahd_view_href(view, "/documents/", row->id,
                  (ahd_str){fragment, (size_t)len});
    ahd_html_raw(view->out, ">");
    write_marked(view, row->snippet, marks, count);
    ahd_html_raw(view->out, "</a></blockquote>\n");
}

static bool take_document(void *context, const ahd_find_row *row)
{
    searching *s = context;
    ahd_view *view = s->view;

    if (s->rows++ == 0)
        ahd_html_raw(view->out, "<ol class=\"hits\">\n");
    ahd_html_raw(view->out, "<li>");
    write_title(view, row);
    write_snippet(view, row);
    ahd_html_raw(view->out, "<p class=\"meta\"><span class=\"item\">");
    ahd_view_date(view, row->published, "date.none");
    ahd_html_raw(view->out, "</span> <span class=\"item\">");
    ahd_view_text(view, row->outlet);
    ahd_html_raw(view->out, "</span></p></li>\n");
    return true;
}

static bool take_act(void *context, const ahd_act_row *row)
{
    searching *s = context;

    s->rows++;
    snprintf(s->after, sizeof s->after, "%.*s", AHD_STR_ARG(row->key));
    return ahd_act_list_row(&s->list, row);
}

static void take_facets(void *context, const ahd_find_facets *facets)
{
    searching *s = context;
    ahd_view *view = s->view;

    s->found = facets->found;
    s->cut = facets->cut;
    s->unindexed = facets->unindexed;
    view->out = &s->above;
    ahd_facet_time(view, &s->asked, facets);
    view->out = &s->side;
    ahd_facet_rest(view, &s->asked, facets);
    view->out = &s->body;
}

/* ---------------------------------------------------------------- the page */

static void write_found(searching *s)
{
    ahd_view *view = s->view;
    const char *key = s->acts ? "found.acts" : "found.documents";

    ahd_html_raw(view->out, "<p class=\"found\" role=\"status\">");
    ahd_view_count_cut(view, key, s->found, s->cut);
    ahd_html_raw(view->out, "</p>\n");
}

/* "Counted over the newest 2000 …" */
static void write_cut(searching *s)
{
    ahd_view *view = s->view;
    ahd_str words = ahd_wording_get(view->tongue, "facet.cut");
    ahd_str before = ahd_str_cut(&words, '%');
    char digits[24];
    int len = snprintf(digits, sizeof digits, "%" PRId64, s->found);

    if (s->cut)
        ahd_html(view->out, "<p class=\"note\">$t$t$t</p>\n", before,
                 (ahd_str){digits, (size_t)len}, words);
}

static void write_turn(searching *s, const char *name, ahd_str value,
                       const char *word)
{
    ahd_html_raw(s->view->out, "<a");
    ahd_view_again(s->view, name, value, "");
    ahd_html(s->view->out, ">$t</a>\n", ahd_wording_get(s->view->tongue, word));
}

static void write_turns(searching *s)
{
    int64_t before = s->offset > DOCUMENTS ? s->offset - DOCUMENTS : 0;
    char digits[24];

    ahd_html_raw(s->view->out, "<p class=\"more\">");
    snprintf(digits, sizeof digits, "%" PRId64, before);
    if (!s->acts && s->offset > 0)
        write_turn(s, "offset", before ? ahd_str_from(digits) : AHD_STR(""),
                   "nav.previous");
    snprintf(digits, sizeof digits, "%" PRId64, s->offset + DOCUMENTS);
    if (!s->acts && s->rows == DOCUMENTS && s->offset + s->rows < s->found)
        write_turn(s, "offset", ahd_str_from(digits), "nav.next");
    if (s->acts && s->rows == ACTS)
        write_turn(s, "after", ahd_str_from(s->after), "nav.next");
    ahd_html_raw(s->view->out, "</p>\n");
}

static void write_nothing(searching *s)
{
    ahd_view *view = s->view;

    ahd_html(
        view->out, "<p>$t</p>\n<p class=\"note\">$t</p>\n",
        ahd_wording_get(view->tongue, "found.none"),
        ahd_wording_get(view->tongue, s->cut ? "found.cut" : "found.none.why"));
}

static void end_rows(searching *s)
{
    if (s->rows == 0)
        write_nothing(s);
    else
        ahd_html_raw(s->view->out, "</ol>\n");
    write_turns(s);
}

static void write_top(searching *s)
{
    ahd_view *view = s->view;
    ahd_str title = ahd_wording_get(view->tongue, "search.title");

    ahd_view_open(view, title, "search");
    ahd_html(view->out, "<div data-with=\"search\">\n<h1>$t</h1>\n", title);
    write_form(s);
    write_help(view);
}

/* What is wrong with the question stands under it, with what is asked. */
static void write_wrong(searching *s, const ahd_error *error)
{
    ahd_buf_clear(s->view->out);
    write_top(s);
    ahd_facet_chips(s->view, &s->asked);
    ahd_html_raw(s->view->out, "<p class=\"notice\" role=\"alert\">");
    ahd_view_said(s->view, error);
    ahd_html_raw(s->view->out, "</p></div>\n");
    ahd_view_close(s->view);
    s->view->reply->status = 400;
}

static void write_page(searching *s)
{
    ahd_view *view = s->view;

    write_top(s);
    ahd_facet_chips(view, &s->asked);
    if (s->unindexed > 0)
        ahd_html(view->out,
                 "<p class=\"notice\">$t <code>ahd rebuild</code></p>\n",
                 ahd_wording_get(view->tongue, "found.unindexed"));
    ahd_html(view->out,
             "<div class=\"columns\"><div class=\"main\">\n"
             "<section aria-label=\"$a\"><div class=\"asked\">",
             ahd_wording_get(view->tongue, "search.results"));
    write_found(s);
    write_choices(s);
    ahd_html_raw(view->out, "</div>\n");
    ahd_buf_add(view->out, ahd_buf_str(&s->above));
    write_cut(s);
    ahd_buf_add(view->out, ahd_buf_str(&s->body));
    ahd_taking_write(view, s->acts ? "acts" : "search", &s->asked);
    ahd_html_raw(view->out, "</section></div>\n<div class=\"side\">\n");
    ahd_buf_add(view->out, ahd_buf_str(&s->side));
    ahd_html_raw(view->out, "</div></div></div>\n");
    ahd_view_close(view);
}

static ahd_status find(searching *s, ahd_error *error)
{
    ahd_find what = ahd_asked_find(&s->asked, s->view->tongue);
    const ahd_find_hooks hooks = {.context = s,
                                  .facets = take_facets,
                                  .row = s->acts ? NULL : take_document,
                                  .act = s->acts ? take_act : NULL};

    what.limit = s->acts ? ACTS : DOCUMENTS;
    what.most = s->acts ? COUNTED_ACTS : COUNTED_DOCUMENTS;
    what.offset = s->offset;
    what.after = ahd_request_param(s->view->request, "after").ptr;
    return ahd_record_find(s->view->record, &what, &hooks, error);
}

static ahd_status write_parts(searching *s, ahd_error *error)
{
    ahd_buf *page = s->view->out;

    s->view->out = &s->body;
    s->list = (ahd_act_list){.view = s->view, .with_agreement = true};
    ahd_status status = find(s, error);
    if (status == AHD_OK)
        end_rows(s);
    s->view->out = page;
    return status;
}

void ahd_pages_search(void *context, const ahd_request *request,
                      ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);
    searching s = {.view = &view,
                   .asked = ahd_asked_read(request),
                   .body = AHD_BUF(AHD_REPLY_BYTES),
                   .above = AHD_BUF(AHD_REPLY_BYTES),
                   .side = AHD_BUF(AHD_REPLY_BYTES)};
    uint32_t offset = 0;
    ahd_error error;

    (void)ahd_str_number(ahd_request_param(request, "offset"), &offset);
    s.offset = offset;
    s.acts = ahd_asked_acts(&s.asked);
    ahd_taking_head(&view, &s.asked);
    ahd_status status = write_parts(&s, &error);
    if (status == AHD_OK)
        write_page(&s);
    else if (status == AHD_EUSAGE)
        write_wrong(&s, &error);
    else
        ahd_view_fail(&view, &error);
    reply->body.failed |= s.body.failed || s.above.failed || s.side.failed;
    ahd_buf_finish(&s.body);
    ahd_buf_finish(&s.above);
    ahd_buf_finish(&s.side);
}
