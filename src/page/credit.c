#include "credit.h"

#include "base/ascii.h"

#include <string.h>

enum {
    TEXT_BYTES = 120,
    NEAR_TEXTS = 30,    /* after a heading, are kept whatever they are */
    MARKED_TEXTS = 120, /* after it, or of the page: marked ones may stand */
};

/* What a class name says when a word of it begins so. */
static const struct {
    const char *word;
    bool author; /* else: what stands here is no author's name */
} marks[] = {
    {"author", true},   {"autor", true},    {"auteur", true},
    {"byline", true},   {"writer", true},   {"bio", false},
    {"image", false},   {"comment", false}, {"block-author-posts", false},
    {"related", false},
};

/* The letters that one of them begins with. */
static const bool may_begin[128] = {['a'] = true, ['b'] = true, ['c'] = true,
                                    ['i'] = true, ['r'] = true, ['w'] = true};

/* Does a class name its content as an author's name? "author-bio" and
 * "author-image" do not. */
static bool names_author(ahd_str value)
{
    bool named = false;

    for (size_t at = 0; at < value.len; at++) {
        if (!may_begin[(value.ptr[at] | 32) & 0x7F])
            continue;
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            if (!ahd_ascii_begins(value, at, marks[i].word))
                continue;
            if (!marks[i].author)
                return false;
            named = true;
        }
    }
    return named;
}

/* "/author/jane-doe", "/authors/", "/autor/": the page of an author. */
static bool leads_to_author(ahd_str href)
{
    static const char *const steps[] = {"/author", "/autor", "/auteur"};
    const char *at = href.ptr, *end = href.ptr + href.len;

    while ((at = memchr(at, '/', (size_t)(end - at))) != NULL && end - at > 8) {
        for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
            if (ahd_ascii_begins(href, (size_t)(at - href.ptr), steps[i]))
                return true;
        at++;
    }
    return false;
}

static void look_at(ahd_credits *c, ahd_str attributes)
{
    ahd_str name, value;
    ahd_credit_kind kind = AHD_CREDIT_NEAR;

    while (ahd_markup_attribute(&attributes, &name, &value)) {
        ahd_credit_kind one = AHD_CREDIT_NEAR;
        if (value.len == 0 || name.len < 2 || name.len > 8)
            continue;
        if (ahd_markup_same(name, "rel"))
            one = ahd_ascii_begins(value, 0, "author") ? AHD_CREDIT_REL : one;
        else if (ahd_markup_same(name, "itemprop"))
            one = ahd_ascii_begins(value, 0, "author") ? AHD_CREDIT_PROPERTY
                                                       : one;
        else if (ahd_markup_same(name, "href"))
            one = leads_to_author(value) ? AHD_CREDIT_LINK : one;
        else if (ahd_markup_same(name, "class") || ahd_markup_same(name, "id"))
            one = names_author(value) ? AHD_CREDIT_NAMED : one;
        kind = one > kind ? one : kind;
    }
    if (kind == AHD_CREDIT_NEAR || (c->due > 0 && kind < c->kind))
        return;
    c->kind = kind;
    c->due = kind == AHD_CREDIT_LINK ? 1 : 3;
}

static void take_start(ahd_credits *c, const ahd_markup_token *token)
{
    ahd_element e = token->element;

    if (e == AHD_ELEMENT_H1 || (e == AHD_ELEMENT_H2 && c->headed == 0))
        c->headed = c->order + 1;
    if (e == AHD_ELEMENT_META || e == AHD_ELEMENT_LINK ||
        e == AHD_ELEMENT_SCRIPT || e == AHD_ELEMENT_IMG ||
        e == AHD_ELEMENT_HTML || e == AHD_ELEMENT_BODY ||
        token->attributes.len < 8 || c->order > c->headed + MARKED_TEXTS)
        return;
    look_at(c, token->attributes);
}

static void take_text(ahd_credits *c, ahd_str text)
{
    bool near = c->headed > 0 && c->order < c->headed + NEAR_TEXTS;
    if ((c->due > 0 || near) && text.len <= TEXT_BYTES &&
        c->count < AHD_CREDITS)
        c->items[c->count++] = (ahd_credit){
            text, c->due > 0 ? c->kind : AHD_CREDIT_NEAR, c->order};
    c->due -= c->due > 0;
    /* "By" may stand before the name; after the name stands something else. */
    if (text.len > 4 && c->kind != AHD_CREDIT_NAMED &&
        text.ptr[text.len - 1] != ':')
        c->due = 0;
    c->order++;
}

void ahd_credit_take(ahd_credits *credits, const ahd_markup_token *token)
{
    if (token->kind == AHD_MARKUP_START)
        take_start(credits, token);
    else if (token->kind == AHD_MARKUP_TEXT &&
             token->element == AHD_ELEMENT_OTHER)
        take_text(credits, token->text);
}
