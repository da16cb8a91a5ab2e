#include "cli/proposal.h"

#include "base/utf8.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* A crawl may hold millions of names: past so many, new ones are not taken. */
enum { MOST = 200000, EVIDENCE = 3, AROUND = 70, FORMS = 6 };

struct ahd_proposals {
    json_t *by_id; /* id: {kind names posts documents times last evidence} */
    size_t readings;
};

ahd_proposals *ahd_proposals_new(void)
{
    ahd_proposals *p = calloc(1, sizeof *p);

    if (p != NULL)
        p->by_id = json_object();
    return p;
}

void ahd_proposals_free(ahd_proposals *p)
{
    if (p == NULL)
        return;
    json_decref(p->by_id);
    free(p);
}

/* ---------------------------------------------------------------- gathering */

static json_int_t number(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

static void add_to(json_t *object, const char *key, json_int_t more)
{
    json_object_set_new(object, key, json_integer(number(object, key) + more));
}

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));

    return text ? text : "";
}

/* The text of a reading, and how far in it we are: mentions come in order. */
typedef struct cursor {
    ahd_str text;
    size_t byte;
    json_int_t character;
} cursor;

static void move_to(cursor *c, json_int_t character)
{
    for (; c->character < character && c->byte < c->text.len; c->character++)
        ahd_utf8_next(c->text, &c->byte);
}

/* The words around [start, end), within their line. */
static json_t *words_around(cursor *c, json_int_t start, json_int_t end)
{
    move_to(c, start);
    size_t from = c->byte, to = c->byte;

    for (int i = 0; i < AROUND && from > 0 && c->text.ptr[from - 1] != '\n';
         i++)
        ahd_utf8_previous(c->text, &from);
    for (json_int_t i = start;
         i < end + AROUND && to < c->text.len && c->text.ptr[to] != '\n'; i++)
        ahd_utf8_next(c->text, &to);
    return json_stringn(c->text.ptr + from, to - from);
}

static void add_evidence(json_t *proposal, const json_t *reading,
                         const json_t *at, cursor *c)
{
    json_t *list = json_object_get(proposal, "evidence");
    const json_t *published = json_object_get(reading, "published");
    const char *url = text_of(reading, "url");

    if (json_array_size(list) >= EVIDENCE)
        return;
    json_t *one = json_pack("{s:s, s:s}", "date", text_of(published, "date"),
                            "source", *url ? url : text_of(reading, "id"));
    json_object_set_new(
        one, "words",
        words_around(c, json_integer_value(json_array_get(at, 0)),
                     json_integer_value(json_array_get(at, 1))));
    json_array_append_new(list, one);
}

static void add_post(json_t *proposal, const json_t *mention)
{
    const json_t *whose = json_object_get(mention, "for");
    const char *post = text_of(mention, "post_ar"), *of = text_of(whose, "id");
    char key[512];

    if (*post == '\0' && *of == '\0')
        return;
    snprintf(key, sizeof key, "%s\t%s", post, of);
    add_to(json_object_get(proposal, "posts"), key, 1);
}

static json_t *proposal_of(ahd_proposals *p, const char *id)
{
    json_t *proposal = json_object_get(p->by_id, id);

    if (proposal != NULL || json_object_size(p->by_id) >= MOST)
        return proposal;
    proposal =
        json_pack("{s:s, s:{}, s:{}, s:i, s:i, s:i, s:[]}", "kind", "", "names",
                  "posts", "documents", 0, "times", 0, "last", 0, "evidence");
    json_object_set_new(p->by_id, id, proposal);
    return proposal;
}

static void take_mention(ahd_proposals *p, const json_t *reading,
                         const json_t *mention, cursor *c)
{
    if (!json_is_true(json_object_get(mention, "provisional")))
        return;
    json_t *proposal = proposal_of(p, text_of(mention, "id"));
    if (proposal == NULL)
        return;
    json_object_set(proposal, "kind", json_object_get(mention, "kind"));
    add_to(proposal, "times", 1);
    add_to(json_object_get(proposal, "names"), text_of(mention, "name"), 1);
    add_post(proposal, mention);
    if (number(proposal, "last") == (json_int_t)p->readings)
        return;
    add_to(proposal, "documents", 1);
    json_object_set_new(proposal, "last",
                        json_integer((json_int_t)p->readings));
    add_evidence(proposal, reading, json_object_get(mention, "at"), c);
}

void ahd_proposals_take(ahd_proposals *p, ahd_str line)
{
    json_t *reading = json_loadb(line.ptr, line.len, 0, NULL), *mention;
    cursor c = {ahd_str_from(text_of(reading, "text")), 0, 0};
    size_t i;

    p->readings++;
    json_array_foreach(json_object_get(reading, "mentions"), i, mention)
        take_mention(p, reading, mention, &c);
    json_decref(reading);
}

/* ------------------------------------------------------------------ layout */

typedef struct count {
    const char *what;
    json_int_t many;
    const json_t *proposal;
} count;

static int by_many(const void *a, const void *b)
{
    const count *x = a, *y = b;

    if (x->many != y->many)
        return x->many < y->many ? 1 : -1;
    return strcmp(x->what, y->what);
}

/* The keys of an object whose values are numbers, the largest first. */
static size_t ranked(json_t *object, count *out, size_t most)
{
    size_t n = 0;
    const char *key;
    json_t *value;

    json_object_foreach(object, key, value) if (n < most) out[n++] =
        (count){key, json_integer_value(value), NULL};
    qsort(out, n, sizeof *out, by_many);
    return n;
}

static void lay_posts(const json_t *proposal, ahd_buf *out)
{
    count posts[FORMS * FORMS];
    size_t n = ranked(json_object_get(proposal, "posts"), posts,
                      sizeof posts / sizeof *posts);

    for (size_t i = 0; i < n && i < FORMS; i++) {
        ahd_str of = ahd_str_from(posts[i].what);
        ahd_str post = ahd_str_cut(&of, '\t');
        ahd_buf_printf(out, "%s %.*s", i ? "," : ";", AHD_STR_ARG(post));
        if (of.len > 0)
            ahd_buf_printf(out, " (%.*s)", AHD_STR_ARG(of));
        ahd_buf_printf(out, " %" JSON_INTEGER_FORMAT, posts[i].many);
    }
}

/* Returns the commonest. */
static const char *lay_names(const json_t *proposal, ahd_buf *out)
{
    count names[FORMS * FORMS];
    size_t n = ranked(json_object_get(proposal, "names"), names,
                      sizeof names / sizeof *names);

    ahd_buf_add(out, AHD_STR("#"));
    for (size_t i = 0; i < n && i < FORMS; i++)
        ahd_buf_printf(out, "%s %s %" JSON_INTEGER_FORMAT, i ? "," : "",
                       names[i].what, names[i].many);
    ahd_buf_byte(out, '\n');
    return n ? names[0].what : "-";
}

static void lay_evidence(const json_t *proposal, ahd_buf *out)
{
    json_t *one;
    size_t i;

    json_array_foreach(json_object_get(proposal, "evidence"), i, one)
        ahd_buf_printf(out, "# … %s … (%s%s%s)\n", text_of(one, "words"),
                       text_of(one, "date"), *text_of(one, "date") ? ", " : "",
                       text_of(one, "source"));
}

/* The commonest actor that the name is said to act for; empty when none. */
static ahd_str whose(const json_t *proposal)
{
    count posts[FORMS * FORMS];
    size_t n = ranked(json_object_get(proposal, "posts"), posts,
                      sizeof posts / sizeof *posts);

    for (size_t i = 0; i < n; i++) {
        ahd_str of = ahd_str_from(posts[i].what);
        ahd_str_cut(&of, '\t');
        if (of.len > 0)
            return of;
    }
    return AHD_STR("");
}

/* Ids begin with their country, if they are of one. */
static ahd_str country_of(ahd_str actor)
{
    bool has = actor.len == 2 || (actor.len > 2 && actor.ptr[2] == '-');

    return has ? (ahd_str){actor.ptr, 2} : AHD_STR("-");
}

static bool is_arabic(const char *name)
{
    return (unsigned char)name[0] >= 0xD8 && (unsigned char)name[0] <= 0xDB;
}

static void lay_row(const char *id, const json_t *proposal, const char *name,
                    ahd_buf *out)
{
    const json_t *first =
        json_array_get(json_object_get(proposal, "evidence"), 0);

    ahd_str of = whose(proposal), country = country_of(of);
    bool person = strcmp(text_of(proposal, "kind"), "person") == 0;

    if (of.len == 0 || person) /* whose a person is, posts say */
        of = AHD_STR("-");
    ahd_buf_printf(out, "%s\t%s\t%.*s\t%.*s\t", *id == '~' ? id + 1 : id,
                   text_of(proposal, "kind"), AHD_STR_ARG(country),
                   AHD_STR_ARG(of));
    ahd_buf_printf(out, "-\t%s\t%s\t-\t-\t%s\n\n", is_arabic(name) ? "-" : name,
                   is_arabic(name) ? name : "-", text_of(first, "source"));
}

static void lay(const char *id, const json_t *proposal, ahd_buf *out)
{
    ahd_buf_printf(out,
                   "# %" JSON_INTEGER_FORMAT " documents, %" JSON_INTEGER_FORMAT
                   " times",
                   number(proposal, "documents"), number(proposal, "times"));
    lay_posts(proposal, out);
    ahd_buf_byte(out, '\n');
    const char *name = lay_names(proposal, out);
    lay_evidence(proposal, out);
    lay_row(id, proposal, name, out);
}

size_t ahd_proposals_lay(const ahd_proposals *p, size_t least, ahd_buf *out)
{
    size_t n = 0;
    count *all = calloc(json_object_size(p->by_id) + 1, sizeof *all);
    const char *id;
    json_t *proposal;

    if (all == NULL)
        return 0;
    json_object_foreach(p->by_id, id,
                        proposal) if (number(proposal, "documents") >=
                                      (json_int_t)least) all[n++] =
        (count){id, number(proposal, "documents"), proposal};
    qsort(all, n, sizeof *all, by_many);
    ahd_buf_add(out, AHD_STR("id\ttype\tcountry\tof\tportfolio\ten\tar\tsince"
                             "\tuntil\tsource\n\n"));
    for (size_t i = 0; i < n; i++)
        lay(all[i].what, all[i].proposal, out);
    free(all);
    return n;
}
