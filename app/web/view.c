#include "web/view.h"

#include "web/counted.h"

#include "web/assets.h"
#include "web/tongue.h"

#include <inttypes.h>
#include <stdio.h>

ahd_view ahd_view_start(void *context, const ahd_request *request,
                        ahd_reply *reply)
{
    ahd_desk *desk = context;

    return (ahd_view){
        .out = &reply->body,
        .tongue = ahd_tongue_of(request),
        .desk = desk,
        .record = desk->record,
        .request = request,
        .reply = reply,
    };
}

/* ----------------------------------------------------------------- words */

void ahd_view_word(ahd_view *view, const char *key)
{
    ahd_html_text(view->out, ahd_wording_get(view->tongue, key));
}

void ahd_view_value(ahd_view *view, const char *group, ahd_str value)
{
    ahd_str words = ahd_wording_of(view->tongue, group, value);

    if (words.ptr == value.ptr)
        ahd_view_text(view, words);
    else
        ahd_html_text(view->out, words);
}

void ahd_view_values(ahd_view *view, const char *group, ahd_str values)
{
    while (values.len > 0) {
        ahd_view_value(view, group, ahd_str_cut(&values, '|'));
        if (values.len > 0)
            ahd_html_raw(view->out, " + ");
    }
}

void ahd_view_lang(ahd_view *view, ahd_str text)
{
    if (ahd_tongue_of_text(text) == AHD_AR)
        ahd_html_raw(view->out, " lang=\"ar\" dir=\"rtl\"");
    else
        ahd_html_raw(view->out, " lang=\"en\" dir=\"ltr\"");
}

void ahd_view_text(ahd_view *view, ahd_str text)
{
    if (text.len == 0)
        return;
    ahd_html_raw(view->out, "<bdi");
    ahd_view_lang(view, text);
    ahd_html(view->out, ">$t</bdi>", text);
}

ahd_str ahd_view_pick(const ahd_view *view, ahd_str ar, ahd_str en)
{
    if (view->tongue == AHD_AR)
        return ar.len ? ar : en;
    return en.len ? en : ar;
}

ahd_str ahd_view_rest(const ahd_view *view, ahd_str ar, ahd_str en)
{
    if (ar.len == 0 || en.len == 0 || ahd_str_eq(ar, en))
        return AHD_STR("");
    return view->tongue == AHD_AR ? en : ar;
}

/* ----------------------------------------------------------------- dates */

static bool is_like(ahd_str s, ahd_str shape)
{
    for (size_t i = 0; i < s.len && i < shape.len; i++) {
        bool digit = s.ptr[i] >= '0' && s.ptr[i] <= '9';
        if (shape.ptr[i] == '0' ? !digit : s.ptr[i] != '-')
            return false;
    }
    return s.len == shape.len;
}

static bool is_day(ahd_str s)
{
    return is_like(s, AHD_STR("0000-00-00"));
}

static void month_in_words(ahd_view *view, ahd_str date)
{
    ahd_str year = {date.ptr, 4}, month = {date.ptr + 5, 2};

    ahd_html(view->out, "<time datetime=\"$a\">$t $t</time>", date,
             ahd_wording_of(view->tongue, "month", month), year);
}

static void day_in_words(ahd_view *view, ahd_str date)
{
    ahd_str year = {date.ptr, 4}, month = {date.ptr + 5, 2};
    ahd_str day = {date.ptr + 8, 2};

    if (day.ptr[0] == '0')
        day = (ahd_str){date.ptr + 9, 1};
    ahd_html(view->out, "<time datetime=\"$a\">$t $t $t</time>", date, day,
             ahd_wording_of(view->tongue, "month", month), year);
}

void ahd_view_date(ahd_view *view, ahd_str date, const char *none)
{
    ahd_str rest = date, from = ahd_str_cut(&rest, '/');

    if (date.len == 0) {
        ahd_view_word(view, none);
    } else if (is_day(date)) {
        day_in_words(view, date);
    } else if (is_like(date, AHD_STR("0000-00"))) {
        month_in_words(view, date);
    } else if (is_day(from) && is_day(rest)) {
        day_in_words(view, from);
        ahd_html_raw(view->out, "\u2009–\u2009");
        day_in_words(view, rest);
    } else {
        ahd_view_text(view, date);
    }
}

/* ----------------------------------------------------------------- links */

static ahd_str tongue_code(ahd_tongue tongue)
{
    return tongue == AHD_AR ? AHD_STR("ar") : AHD_STR("en");
}

void ahd_view_href(ahd_view *view, const char *path, ahd_str id,
                   ahd_str fragment)
{
    ahd_html(view->out, " href=\"$a$u?lang=$u", ahd_str_from(path), id,
             tongue_code(view->tongue));
    if (fragment.len > 0)
        ahd_html(view->out, "#$u", fragment);
    ahd_html_raw(view->out, "\"");
}

void ahd_view_link(ahd_view *view, const char *path, ahd_str id, ahd_str name)
{
    if (id.len == 0) {
        ahd_view_text(view, name);
        return;
    }
    ahd_html_raw(view->out, "<a");
    ahd_view_href(view, path, id, AHD_STR(""));
    ahd_html_raw(view->out, ">");
    ahd_view_text(view, name.len ? name : id);
    ahd_html_raw(view->out, "</a>");
}

/* "//name" would lead to another site. */
static void write_path(ahd_view *view, ahd_str path)
{
    ahd_str rest = ahd_str_starts(path, AHD_STR("//")) ? AHD_STR("/") : path;
    const char *end = rest.ptr + rest.len;

    for (;;) {
        ahd_str piece = ahd_str_cut(&rest, '/');
        ahd_html_url(view->out, piece);
        if (piece.ptr + piece.len == end)
            return;
        ahd_html_raw(view->out, "/");
    }
}

/* This page's path and parameters, in language `code`, but for `without` and
 * for what was kept last: that is told once. */
static void write_address(ahd_view *view, ahd_str code, ahd_str without)
{
    const ahd_request *request = view->request;

    write_path(view, request->path);
    ahd_html(view->out, "?lang=$u", code);
    for (size_t i = 0; i < request->param_count; i++) {
        ahd_param param = request->params[i];
        if (!ahd_str_eq(param.name, AHD_STR("lang")) &&
            !ahd_str_eq(param.name, AHD_STR("kept")) &&
            !ahd_str_eq(param.name, without))
            ahd_html(view->out, "&amp;$u=$u", param.name, param.value);
    }
}

void ahd_view_again(ahd_view *view, const char *name, ahd_str value,
                    const char *fragment)
{
    ahd_html_raw(view->out, " href=\"");
    write_address(view, tongue_code(view->tongue), ahd_str_from(name));
    if (value.len > 0)
        ahd_html(view->out, "&amp;$u=$u", ahd_str_from(name), value);
    if (fragment[0] != '\0')
        ahd_html(view->out, "#$u", ahd_str_from(fragment));
    ahd_html_raw(view->out, "\"");
}

static ahd_counted counted_of(const ahd_view *view, const char *key, int64_t n,
                              ahd_str digits)
{
    ahd_counted words = {.strong = digits};

    if (view->tongue == AHD_AR && ahd_counted_ar(key, n, digits, &words))
        return words;
    words.after = n == 1 ? ahd_wording_of(view->tongue, key, AHD_STR("1"))
                         : ahd_wording_get(view->tongue, key);
    return words;
}

void ahd_view_count(ahd_view *view, const char *key, int64_t n)
{
    char digits[32];
    int len = snprintf(digits, sizeof digits, "%" PRId64, n);
    ahd_counted words =
        counted_of(view, key, n, (ahd_str){digits, (size_t)len});

    ahd_html(view->out,
             "<span class=\"count\" data-n=\"$a\">$t<b>$t</b>$t$t</span>",
             (ahd_str){digits, (size_t)len}, words.before, words.strong,
             words.after.len > 0 && words.strong.len > 0 ? AHD_STR(" ")
                                                         : AHD_STR(""),
             words.after);
}

void ahd_view_count_cut(ahd_view *view, const char *key, int64_t n, bool cut)
{
    ahd_str least = ahd_wording_get(view->tongue, "found.atleast");

    if (cut && view->tongue == AHD_EN)
        ahd_html(view->out, "$t ", least);
    ahd_view_count(view, key, n);
    if (cut && view->tongue == AHD_AR)
        ahd_html(view->out, " $t", least);
}

void ahd_view_counted(ahd_view *view, const char *key, int64_t n)
{
    char digits[32];
    int len = snprintf(digits, sizeof digits, "%" PRId64, n);
    ahd_counted words =
        counted_of(view, key, n, (ahd_str){digits, (size_t)len});

    ahd_html(view->out, "$t$t$t$t", words.before, words.strong,
             words.after.len > 0 && words.strong.len > 0 ? AHD_STR(" ")
                                                         : AHD_STR(""),
             words.after);
}

void ahd_view_moment(ahd_view *view, ahd_str at)
{
    ahd_str rest = at, day = ahd_str_cut(&rest, 'T');
    ahd_str minute = {rest.ptr, rest.len < 5 ? rest.len : 5};

    ahd_view_date(view, day, "date.none");
    ahd_html(view->out, " <bdi>$t</bdi>", minute);
}

void ahd_view_remark(ahd_view *view, const char *word, ahd_str text)
{
    if (text.len == 0)
        return;
    ahd_html(view->out,
             "<div class=\"remark\">$t: ", ahd_wording_get(view->tongue, word));
    ahd_view_text(view, text);
    ahd_html_raw(view->out, "</div>\n");
}

void ahd_view_act(ahd_view *view, ahd_str act)
{
    ahd_html(view->out, "<span class=\"act act-$u\">", act);
    ahd_view_value(view, "act", act);
    ahd_html_raw(view->out, "</span>");
}

void ahd_view_term(ahd_view *view, const char *key)
{
    ahd_html_raw(view->out, "<div><dt>");
    ahd_view_word(view, key);
    ahd_html_raw(view->out, "</dt><dd>");
}

void ahd_view_item(ahd_view *view, const char *key, ahd_str value)
{
    if (value.len == 0)
        return;
    ahd_html(view->out, "<span class=\"item\">$t ",
             key ? ahd_wording_get(view->tongue, key) : AHD_STR(""));
    ahd_view_text(view, value);
    ahd_html_raw(view->out, "</span> ");
}

void ahd_view_fact(ahd_view *view, const char *key, ahd_str value)
{
    if (value.len == 0)
        return;
    ahd_view_term(view, key);
    ahd_view_text(view, value);
    ahd_html_raw(view->out, "</dd></div>\n");
}

void ahd_view_number(ahd_view *view, const char *key, int64_t n)
{
    char digits[32];
    int len = snprintf(digits, sizeof digits, "%" PRId64, n);

    ahd_view_term(view, key);
    ahd_html_text(view->out, (ahd_str){digits, (size_t)len});
    ahd_html_raw(view->out, "</dd></div>\n");
}

/* ----------------------------------------------------------------- dress */

static const struct {
    const char *section, *path, *word;
} menu[] = {
    {"today", "/", "nav.today"},
    {"agreements", "/agreements", "nav.agreements"},
    {"disputes", "/disputes", "nav.disputes"},
    {"documents", "/documents", "nav.documents"},
    {"stories", "/stories", "nav.stories"},
    {"actors", "/actors", "nav.actors"},
    {"map", "/map", "nav.map"},
    {"review", "/review", "nav.review"},
    {"search", "/search", "nav.search"},
    {"about", "/about", "nav.about"},
};

static void write_menu(ahd_view *view, const char *section)
{
    ahd_html(view->out, "<nav aria-label=\"$a\"><ul>\n",
             ahd_wording_get(view->tongue, "nav.label"));
    for (size_t i = 0; i < sizeof menu / sizeof *menu; i++) {
        ahd_html_raw(view->out, "<li><a");
        ahd_view_href(view, menu[i].path, AHD_STR(""), AHD_STR(""));
        if (ahd_str_eq(ahd_str_from(section), ahd_str_from(menu[i].section)))
            ahd_html_raw(view->out, " aria-current=\"true\"");
        ahd_html_raw(view->out, ">");
        ahd_view_word(view, menu[i].word);
        ahd_html_raw(view->out, "</a></li>\n");
    }
    ahd_html_raw(view->out, "</ul></nav>\n");
}

/* This page in the other language, with its other parameters. */
static void write_switch(ahd_view *view)
{
    ahd_tongue other = view->tongue == AHD_AR ? AHD_EN : AHD_AR;
    ahd_str code = tongue_code(other);

    ahd_html_raw(view->out, "<a class=\"tongue\" href=\"");
    write_address(view, code, AHD_STR(""));
    ahd_html(view->out, "\" hreflang=\"$a\" lang=\"$a\" dir=\"$a\">$t</a>\n",
             code, code, other == AHD_AR ? AHD_STR("rtl") : AHD_STR("ltr"),
             ahd_wording_get(other, "site.lang"));
}

/* Those of the reader's language at once, the others when they are needed. */
static void write_faces(ahd_view *view)
{
    static const char *const faces[][3] = {
        [AHD_AR] = {"naskh.woff2", "arabic.woff2", "label.woff2"},
        [AHD_EN] = {"naskh.woff2", "label.woff2", "serif.woff2"},
    };

    if (!ahd_assets_has("faces.css"))
        return;
    ahd_html(view->out, "<link rel=\"stylesheet\" href=\"/ui/$u/faces.css\">\n",
             ahd_assets_version());
    for (size_t i = 0; i < 3; i++)
        ahd_html(view->out,
                 "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" "
                 "crossorigin href=\"/ui/$u/$u\">\n",
                 ahd_assets_version(), ahd_str_from(faces[view->tongue][i]));
}

static void write_head(ahd_view *view, ahd_str title)
{
    bool ar = view->tongue == AHD_AR;

    ahd_html(view->out,
             "<!doctype html>\n<html lang=\"$a\" dir=\"$a\">\n<head>\n"
             "<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" "
             "content=\"width=device-width, initial-scale=1\">\n"
             "<meta name=\"color-scheme\" content=\"light dark\">\n"
             "<title>$t · $t</title>\n",
             tongue_code(view->tongue), ar ? AHD_STR("rtl") : AHD_STR("ltr"),
             title, ahd_wording_get(view->tongue, "site.name"));
    write_faces(view);
    ahd_html(view->out,
             "<link rel=\"stylesheet\" href=\"/ui/$u/ahd.css\">\n"
             "<link rel=\"icon\" type=\"image/svg+xml\" "
             "href=\"/ui/$u/ahd.svg\">\n"
             "<script type=\"module\" src=\"/ui/$u/ahd.js\"></script>\n",
             ahd_assets_version(), ahd_assets_version(), ahd_assets_version());
    if (view->head)
        view->head(view, view->head_context);
    ahd_html_raw(view->out, "</head>\n");
}

void ahd_view_open(ahd_view *view, ahd_str title, const char *section)
{
    write_head(view, title);
    ahd_html_raw(view->out, "<body>\n<a class=\"skip\" href=\"#main\">");
    ahd_view_word(view, "nav.skip");
    ahd_html_raw(view->out, "</a>\n<header class=\"site\"><a class=\"mark\"");
    ahd_view_href(view, "/", AHD_STR(""), AHD_STR(""));
    ahd_html_raw(view->out, "><span lang=\"ar\" dir=\"rtl\">عهد</span>"
                            " <span lang=\"en\" dir=\"ltr\">Ahd</span></a>\n");
    write_menu(view, section);
    write_switch(view);
    ahd_html_raw(view->out, "</header>\n<main id=\"main\" tabindex=\"-1\">\n");
}

void ahd_view_close(ahd_view *view)
{
    ahd_html_raw(view->out, "</main>\n<footer class=\"site\"><p>");
    ahd_view_word(view, "site.motto");
    ahd_html_raw(view->out, "</p></footer>\n</body>\n</html>\n");
}

/* ---------------------------------------------------------------- errors */

void ahd_view_said(ahd_view *view, const ahd_error *error)
{
    ahd_str said = ahd_wording_said(view->tongue, error->form);
    ahd_str message = ahd_str_from(error->message);

    if (said.len == 0) {
        ahd_view_text(view, message);
        return;
    }
    ahd_html(view->out, "$t", said);
    if (ahd_str_eq(message, ahd_str_from(error->form)))
        return;
    ahd_html_raw(view->out, " <span class=\"detail\">");
    ahd_view_text(view, message);
    ahd_html_raw(view->out, "</span>");
}

/* `error` may be NULL. */
static void write_error(ahd_view *view, const ahd_error *error)
{
    char code[16], key[32];
    int len = snprintf(code, sizeof code, "%u", view->reply->status);

    snprintf(key, sizeof key, "error.%u", view->reply->status);
    ahd_buf_clear(view->out);
    ahd_view_open(view, (ahd_str){code, (size_t)len}, "");
    ahd_html(view->out, "<h1>$t</h1>\n<p>$t</p>\n",
             (ahd_str){code, (size_t)len}, ahd_wording_get(view->tongue, key));
    if (error != NULL) {
        ahd_html_raw(view->out, "<p class=\"note\">");
        ahd_view_said(view, error);
        ahd_html_raw(view->out, "</p>\n");
    }
    ahd_html_raw(view->out, "<p><a");
    ahd_view_href(view, "/agreements", AHD_STR(""), AHD_STR(""));
    ahd_html_raw(view->out, ">");
    ahd_view_word(view, "error.back");
    ahd_html_raw(view->out, "</a></p>\n");
    ahd_view_close(view);
}

void ahd_view_refuse(ahd_view *view)
{
    write_error(view, NULL);
}

static unsigned status_for(ahd_status status)
{
    if (status == AHD_EUSAGE)
        return 404;
    return status == AHD_ESTORE ? 503 : 500;
}

void ahd_view_reject(ahd_view *view, const ahd_error *error)
{
    view->reply->status =
        error->status == AHD_EUSAGE ? 400 : status_for(error->status);
    write_error(view, error);
}

void ahd_view_fail(ahd_view *view, const ahd_error *error)
{
    view->reply->status = status_for(error->status);
    write_error(view, error);
}
