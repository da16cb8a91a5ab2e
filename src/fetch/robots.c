#include "robots.h"

#include "base/ascii.h"
#include "base/buf.h"

#include <stdlib.h>

typedef struct rule {
    size_t at, len; /* of its pattern, in `patterns` */
    bool allows;
} rule;

struct ahd_robots {
    ahd_buf patterns; /* normal, one after another */
    rule *rules;
    size_t count, capacity;
    double delay;
    bool failed; /* without memory */
};

/* ------------------------------------------------------------ one spelling */

static bool is_plain(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || (c != '\0' && strchr("-._~", c) != NULL);
}

static int hex(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = c ? strchr(digits, ahd_ascii_small(c)) : NULL;

    return at ? (int)(at - digits) : -1;
}

static void add_escaped(ahd_buf *out, unsigned char c)
{
    static const char digits[] = "0123456789ABCDEF";
    const char text[] = {'%', digits[c >> 4], digits[c & 15]};

    ahd_buf_add(out, (ahd_str){text, sizeof text});
}

/* "%7ea%2f" -> "~a%2F": what need not be escaped is not, the rest is. */
static void add_normal(ahd_buf *out, ahd_str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        bool escaped = c == '%' && i + 2 < text.len &&
                       hex(text.ptr[i + 1]) >= 0 && hex(text.ptr[i + 2]) >= 0;
        if (escaped) {
            c = (unsigned char)(hex(text.ptr[i + 1]) * 16 +
                                hex(text.ptr[i + 2]));
            i += 2;
        }
        if (escaped ? is_plain(c) : c > ' ' && c < 0x7F)
            ahd_buf_byte(out, (char)c);
        else
            add_escaped(out, c);
    }
}

/* ----------------------------------------------------------------- reading */

/* Where in a file one is. `named`: the group at hand begins with our name; the
 * rules of "*" count until the first group that does. */
typedef struct place {
    bool in_names;     /* the last line was a User-agent */
    bool takes, named; /* the group is for us; by our name */
    bool found;        /* some group has our name */
} place;

static void add_rule(ahd_robots *r, ahd_str pattern, bool allows)
{
    size_t at = r->patterns.len;

    if (pattern.len == 0 || (allows && pattern.len > AHD_ROBOTS_PATH))
        return;
    if (pattern.len > AHD_ROBOTS_PATH) /* shorter: it forbids more */
        pattern.len = AHD_ROBOTS_PATH;
    if (r->count == r->capacity) {
        size_t capacity = r->capacity ? r->capacity * 2 : 32;
        rule *rules = realloc(r->rules, capacity * sizeof *rules);
        if (rules == NULL) {
            r->failed = true;
            return;
        }
        r->rules = rules;
        r->capacity = capacity;
    }
    add_normal(&r->patterns, pattern);
    r->rules[r->count++] = (rule){at, r->patterns.len - at, allows};
}

/* "2.5" -> 2.5; what is no number is 0. No locale has a say. */
static double seconds_of(ahd_str text)
{
    double value = 0, unit = 1;
    bool after = false;

    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '.' && !after) {
            after = true;
            continue;
        }
        if (c < '0' || c > '9')
            return 0;
        unit = after ? unit / 10 : 1;
        value = after ? value + (c - '0') * unit : value * 10 + (c - '0');
    }
    return value < AHD_ROBOTS_SLOWEST ? value : AHD_ROBOTS_SLOWEST;
}

/* "Ahd/1.0" -> "Ahd": the name alone. */
static ahd_str token(ahd_str agent)
{
    size_t len = 0;

    while (len < agent.len && (hex(agent.ptr[len]) > 9 ||
                               agent.ptr[len] == '-' || agent.ptr[len] == '_' ||
                               (ahd_ascii_small(agent.ptr[len]) >= 'g' &&
                                ahd_ascii_small(agent.ptr[len]) <= 'z')))
        len++;
    return (ahd_str){agent.ptr, len};
}

/* A first name after rules begins a group. The rules for "*" go once a group
 * has our name. */
static void take_agent(ahd_robots *r, place *p, ahd_str agent)
{
    bool ours = ahd_ascii_same(token(agent), AHD_STR(AHD_ROBOTS_TOKEN));

    if (!p->in_names)
        p->takes = p->named = false;
    p->in_names = true;
    if (ours && !p->found) {
        p->found = true;
        r->count = 0;
        r->delay = 0;
        ahd_buf_clear(&r->patterns);
    }
    p->named = p->named || ours;
    p->takes = p->named ||
               (!p->found && (p->takes || ahd_str_eq(agent, AHD_STR("*"))));
}

static void take_line(ahd_robots *r, place *p, ahd_str line)
{
    ahd_str value = ahd_str_cut(&line, '#');
    ahd_str name = ahd_str_trim(ahd_str_cut(&value, ':'));

    value = ahd_str_trim(value);
    if (ahd_ascii_same(name, AHD_STR("user-agent"))) {
        take_agent(r, p, value);
        return;
    }
    bool allow = ahd_ascii_same(name, AHD_STR("allow"));
    bool rules = allow || ahd_ascii_same(name, AHD_STR("disallow"));
    bool delay = ahd_ascii_same(name, AHD_STR("crawl-delay"));
    if (!rules && !delay)
        return;
    p->in_names = false;
    if (rules && p->takes)
        add_rule(r, value, allow);
    else if (p->takes)
        r->delay = seconds_of(value);
}

ahd_robots *ahd_robots_new(ahd_str text)
{
    ahd_robots *r = calloc(1, sizeof *r);
    place p = {.takes = false};

    if (r == NULL)
        return NULL;
    r->patterns = AHD_BUF(4 * AHD_ROBOTS_BYTES);
    if (text.len > AHD_ROBOTS_BYTES)
        text.len = AHD_ROBOTS_BYTES;
    if (ahd_str_starts(text, AHD_STR("\xEF\xBB\xBF")))
        text = (ahd_str){text.ptr + 3, text.len - 3};
    while (text.len > 0) { /* lines end in CR, LF or both */
        ahd_str line = ahd_str_cut(&text, '\n');
        while (line.len > 0)
            take_line(r, &p, ahd_str_cut(&line, '\r'));
    }
    if (r->failed || r->patterns.failed) {
        ahd_robots_free(r);
        return NULL;
    }
    return r;
}

void ahd_robots_free(ahd_robots *robots)
{
    if (robots == NULL)
        return;
    ahd_buf_finish(&robots->patterns);
    free(robots->rules);
    free(robots);
}

/* ---------------------------------------------------------------- matching */

/* Where `part`, which has no "*", first ends in `text` from `at` on; 0: it is
 * not there. By Knuth, Morris and Pratt, so that "aaa...b" costs no more than
 * other words. */
static size_t end_of(ahd_str text, size_t at, ahd_str part)
{
    uint16_t back[4 * AHD_ROBOTS_PATH];
    size_t k = 0;

    if (part.len > text.len - at)
        return 0;
    back[0] = 0;
    for (size_t i = 1; i < part.len; i++) {
        while (k > 0 && part.ptr[i] != part.ptr[k])
            k = back[k - 1];
        k += part.ptr[i] == part.ptr[k];
        back[i] = (uint16_t)k;
    }
    k = 0;
    for (; at < text.len; at++) {
        while (k > 0 && text.ptr[at] != part.ptr[k])
            k = back[k - 1];
        k += text.ptr[at] == part.ptr[k];
        if (k == part.len)
            return at + 1;
    }
    return 0;
}

/* `pattern` fits the start of `path`; with "$", all of it. */
static bool fits(ahd_str pattern, ahd_str path)
{
    bool whole = ahd_str_ends(pattern, AHD_STR("$"));

    pattern.len -= whole;
    ahd_str part = ahd_str_cut(&pattern, '*');
    bool star = pattern.ptr > part.ptr + part.len;
    if (!ahd_str_starts(path, part))
        return false;
    size_t at = part.len;
    while (pattern.len > 0) { /* after a star */
        part = ahd_str_cut(&pattern, '*');
        star = pattern.ptr > part.ptr + part.len;
        if (part.len == 0)
            continue;
        if (whole && !star) /* the last part, at the very end */
            return path.len - at >= part.len && ahd_str_ends(path, part);
        at = end_of(path, at, part);
        if (at == 0)
            return false;
    }
    return !whole || star || at == path.len;
}

bool ahd_robots_allows(const ahd_robots *robots, ahd_str path)
{
    ahd_buf normal = AHD_BUF(4 * AHD_ROBOTS_PATH);
    size_t best = 0;
    bool allowed = true;

    if (path.len > AHD_ROBOTS_PATH)
        path.len = AHD_ROBOTS_PATH;
    add_normal(&normal, path);
    for (size_t i = 0; i < robots->count; i++) {
        const rule *r = &robots->rules[i];
        ahd_str pattern = {robots->patterns.ptr + r->at, r->len};
        if (r->len < best || (r->len == best && !r->allows))
            continue;
        if (fits(pattern, ahd_buf_str(&normal))) {
            best = r->len;
            allowed = r->allows;
        }
    }
    if (ahd_str_eq(ahd_buf_str(&normal), AHD_STR("/robots.txt")))
        allowed = true;
    ahd_buf_finish(&normal);
    return allowed;
}

double ahd_robots_delay(const ahd_robots *robots)
{
    return robots->delay;
}
