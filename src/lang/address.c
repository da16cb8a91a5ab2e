#include "lang/address.h"

#include "base/utf8.h"

enum { LONGEST_NAME = 64, LONGEST_DOMAIN = 253 };

/* What may follow the first letters of an address. */
static bool may_go_on(char c)
{
    return c == '.' || c == ':' || c == '@' || c == '_' || c == '+' || c == '-';
}

static bool is_label(char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
           c == '-';
}

static char at_or_nul(ahd_str text, size_t at)
{
    return at < text.len ? text.ptr[at] : '\0';
}

static ahd_str between(ahd_str text, size_t start, size_t end)
{
    return (ahd_str){text.ptr + start, end - start};
}

static bool is_domain(ahd_str label)
{
    static const char *const domains[] = {
        "com", "org", "net", "info", "edu", "gov", "int",  "mil", "tv",
        "co",  "io",  "ly",  "eg",   "sa",  "ae",  "iq",   "ir",  "sy",
        "lb",  "jo",  "ps",  "il",   "tr",  "uk",  "fr",   "de",  "ru",
        "eu",  "dz",  "tn",  "ma",   "sd",  "ye",  "news", "biz", "ch",
    };

    for (size_t i = 0; i < sizeof domains / sizeof *domains; i++)
        if (ahd_str_is(label, domains[i]))
            return true;
    return false;
}

/* Labels with points between, at least two; where the last ends, else 0. */
static size_t domain_end(ahd_str text, size_t at, bool known)
{
    size_t last = at, end = 0;

    if (text.len - at > LONGEST_DOMAIN)
        text.len = at + LONGEST_DOMAIN;
    while (at < text.len && is_label(text.ptr[at])) {
        last = at;
        while (at < text.len && is_label(text.ptr[at]))
            at++;
        end = at;
        if (at_or_nul(text, at) != '.' || !is_label(at_or_nul(text, at + 1)))
            break;
        at++;
    }
    bool several = last > 0 && text.ptr[last - 1] == '.';
    return several && (!known || is_domain(between(text, last, end))) ? end : 0;
}

/* A path goes to the next white space; marks at its end are the sentence's. */
static size_t path_end(ahd_str text, size_t at)
{
    size_t end = at;

    for (; at < text.len; at++) {
        unsigned char c = (unsigned char)text.ptr[at];
        if (c <= ' ' || c >= 0x80 || c == '"' || c == '<' || c == '>')
            break;
        if (is_label((char)c) || c == '/' || c == '=' || c == '_')
            end = at + 1;
    }
    return end;
}

static size_t web_end(ahd_str text, size_t start, size_t end)
{
    ahd_str first = between(text, start, end);
    ahd_str rest = between(text, end, text.len);

    if ((ahd_str_eq(first, AHD_STR("http")) ||
         ahd_str_eq(first, AHD_STR("https"))) &&
        ahd_str_starts(rest, AHD_STR("://")))
        return path_end(text, end + 3) > end + 3 ? path_end(text, end + 3) : 0;
    if (at_or_nul(text, end) != '.')
        return 0;
    bool known = !ahd_str_eq(first, AHD_STR("www")) &&
                 !ahd_str_eq(first, AHD_STR("WWW"));
    size_t name = domain_end(text, start, known);
    return name > 0 && at_or_nul(text, name) == '/' ? path_end(text, name)
                                                    : name;
}

static size_t mail_end(ahd_str text, size_t start, size_t end)
{
    size_t at = end;

    while (at - start < LONGEST_NAME && at < text.len &&
           (is_label(text.ptr[at]) || text.ptr[at] == '.' ||
            text.ptr[at] == '_' || text.ptr[at] == '+'))
        at++;
    return at_or_nul(text, at) == '@' ? domain_end(text, at + 1, false) : 0;
}

size_t ahd_address_end(ahd_str text, size_t start, size_t end)
{
    if (end >= text.len || !may_go_on(text.ptr[end]) ||
        !is_label(text.ptr[start]))
        return end;
    size_t mail = mail_end(text, start, end);
    if (mail > 0)
        return mail;
    size_t web = web_end(text, start, end);
    return web > end ? web : end;
}

size_t ahd_address_handle(ahd_str text, size_t at)
{
    size_t end = at + 1;

    while (end < text.len &&
           ((is_label(text.ptr[end]) && text.ptr[end] != '-') ||
            text.ptr[end] == '_'))
        end++;
    return end > at + 1 ? end : 0;
}
