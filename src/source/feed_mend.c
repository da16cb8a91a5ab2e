#include "feed_mend.h"

#include "base/utf8.h"
#include "html/entity.h"

#include <string.h>

enum { OUT_BYTES = 1 << 16, ENOUGH = 1 << 12, ATTRIBUTES = 64, VALUE = 4096 };

static ahd_str ahead(ahd_feed_mend *m)
{
    return ahd_feed_text_ahead(m->text);
}

static void skip(ahd_feed_mend *m, size_t bytes)
{
    ahd_feed_text_skip(m->text, bytes);
}

static void put(ahd_feed_mend *m, ahd_str s)
{
    ahd_buf_add(&m->out, s);
}

/* ------------------------------------------------------------------ text */

/* XML 1.0, 2.2: the characters that may stand in a document at all. */
static bool is_allowed(uint32_t c)
{
    return c >= 0x20 ? c != 0xFFFE && c != 0xFFFF
                     : c == '\t' || c == '\n' || c == '\r';
}

static void put_char(ahd_feed_mend *m, uint32_t c)
{
    if (c == '<' || c == '>' || c == '&' || c == '"')
        ahd_buf_printf(&m->out, "&#%u;", (unsigned)c);
    else if (is_allowed(c))
        ahd_buf_code_point(&m->out, c);
}

/* The character that stands next, as it is. */
static void pass_char(ahd_feed_mend *m, ahd_str in)
{
    size_t at = 0;
    uint32_t c = ahd_utf8_next(in, &at);

    put_char(m, c);
    skip(m, at);
}

/* HTML reads some without their semicolon; in XML they are none: "?a&copy=2".
 */
static void pass_reference(ahd_feed_mend *m, ahd_str in)
{
    char bytes[AHD_ENTITY_BYTES];
    size_t len = 0, at = 0, taken = ahd_entity_read(in, 0, bytes, &len);

    if (taken == 0 || in.ptr[taken - 1] != ';') {
        pass_char(m, in);
        return;
    }
    while (at < len)
        put_char(m, ahd_utf8_next((ahd_str){bytes, len}, &at));
    skip(m, taken);
}

/* "]" may begin the end of a CDATA section. */
static bool is_plain(char c)
{
    return c >= ' ' && c < 0x7F ? strchr("<>&\"]", c) == NULL
                                : c == '\n' || c == '\t';
}

/* As many characters as mean nothing else; false when there is none. */
static bool pass_plain(ahd_feed_mend *m, ahd_str in)
{
    size_t len = 0;

    while (len < in.len && is_plain(in.ptr[len]))
        len++;
    put(m, (ahd_str){in.ptr, len});
    skip(m, len);
    return len > 0;
}

/* ------------------------------------------------------------------ tags */

static bool starts_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool in_name(char c)
{
    return starts_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == ':';
}

/* Is the name one of the first 512, this one among them? */
static bool is_met(ahd_feed_mend *m, ahd_str name)
{
    size_t at = ahd_str_hash(name) % AHD_FEED_NAMES;

    if (name.len == 0)
        return true;
    while (m->met[at][0] != '\0') {
        if (ahd_str_eq(ahd_str_from(m->met[at]), name))
            return true;
        at = (at + 1) % AHD_FEED_NAMES;
    }
    if (m->met_count == AHD_FEED_NAMES / 2 || name.len >= AHD_FEED_NAME)
        return false;
    memcpy(m->met[at], name.ptr, name.len);
    m->met_count++;
    return true;
}

/* A name is cut where it would be too long to remember; the rest of it is
 * passed over with it. A colon at its end or a second one is no XML. */
static ahd_str take_name(ahd_feed_mend *m, ahd_str in, char out[AHD_FEED_NAME])
{
    size_t len = 0, kept = 0, colons = 0;

    for (; len < in.len && in_name(in.ptr[len]); len++) {
        bool colon = in.ptr[len] == ':';
        bool named = len + 1 < in.len && starts_name(in.ptr[len + 1]);
        colons += colon;
        if (kept + 1 < AHD_FEED_NAME && !(colon && (colons > 1 || !named)))
            out[kept++] = in.ptr[len];
    }
    out[kept] = '\0';
    skip(m, len);
    if (!is_met(m, (ahd_str){out, kept}))
        memcpy(out, "other", sizeof "other");
    return ahd_str_from(out);
}

static void start_tag(ahd_feed_mend *m, ahd_str in)
{
    if (m->depth == AHD_FEED_DEEPEST) {
        m->refused = "has elements more than 100 deep; leave it out";
        return;
    }
    skip(m, 1);
    ahd_str name =
        take_name(m, (ahd_str){in.ptr + 1, in.len - 1}, m->open[m->depth++]);
    ahd_buf_printf(&m->out, "<%.*s", AHD_STR_ARG(name));
    m->state = AHD_FEED_TAG;
    m->attributes = 0;
}

static void close_one(ahd_feed_mend *m)
{
    ahd_buf_printf(&m->out, "</%s>", m->open[--m->depth]);
}

/* What was opened inside and not closed ends here as well. */
static void end_tag(ahd_feed_mend *m, ahd_str in)
{
    char name[AHD_FEED_NAME];
    int at = m->depth;

    skip(m, 2);
    take_name(m, (ahd_str){in.ptr + 2, in.len - 2}, name);
    while (at > 0 && strcmp(m->open[at - 1], name) != 0)
        at--;
    while (at > 0 && m->depth >= at)
        close_one(m);
    m->state = AHD_FEED_END_TAG;
}

static const struct {
    const char *start;
    ahd_feed_state state;
} markups[] = {
    {"<![CDATA[", AHD_FEED_CDATA},
    {"<!--", AHD_FEED_COMMENT},
    {"<?", AHD_FEED_INSTRUCTION},
    {"<!", AHD_FEED_DOCTYPE},
};

static void markup(ahd_feed_mend *m, ahd_str in)
{
    for (size_t i = 0; i < sizeof markups / sizeof *markups; i++) {
        ahd_str start = ahd_str_from(markups[i].start);
        if (!ahd_str_starts(in, start))
            continue;
        skip(m, start.len);
        m->state = markups[i].state;
        return;
    }
    if (in.len > 1 && starts_name(in.ptr[1]))
        start_tag(m, in);
    else if (in.len > 2 && in.ptr[1] == '/' && starts_name(in.ptr[2]))
        end_tag(m, in);
    else
        pass_char(m, in);
}

/* ---------------------------------------------------------- the states */

static void text(ahd_feed_mend *m, ahd_str in)
{
    if (pass_plain(m, in))
        return;
    if (in.ptr[0] == '<')
        markup(m, in);
    else if (in.ptr[0] == '&')
        pass_reference(m, in);
    else
        pass_char(m, in);
}

static bool ended(ahd_feed_mend *m, ahd_str in, ahd_str end)
{
    if (!ahd_str_starts(in, end))
        return false;
    skip(m, end.len);
    m->state = AHD_FEED_TEXT;
    return true;
}

static void cdata(ahd_feed_mend *m, ahd_str in)
{
    if (!ended(m, in, AHD_STR("]]>")) && !pass_plain(m, in))
        pass_char(m, in);
}

static void comment(ahd_feed_mend *m, ahd_str in)
{
    if (!ended(m, in, AHD_STR("-->")))
        skip(m, 1);
}

static void instruction(ahd_feed_mend *m, ahd_str in)
{
    if (!ended(m, in, AHD_STR("?>")))
        skip(m, 1);
}

static void doctype(ahd_feed_mend *m, ahd_str in)
{
    char c = in.ptr[0];

    if (m->inner && ahd_str_starts(in, AHD_STR("<!ENTITY")))
        m->refused =
            "declares entities of its own, as no feed needs; leave it out";
    if (c == '[' || c == ']')
        m->inner = c == '[';
    if (c == '>' && !m->inner)
        m->state = AHD_FEED_TEXT;
    skip(m, 1);
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static void finish_tag(ahd_feed_mend *m, bool empty)
{
    put(m, AHD_STR(">"));
    if (empty)
        close_one(m);
    m->state = AHD_FEED_TEXT;
}

/* A '<' in a tag: its '>' was forgotten. */
static void tag(ahd_feed_mend *m, ahd_str in)
{
    char name[AHD_FEED_NAME];

    if (in.ptr[0] == '<') {
        finish_tag(m, false);
        return;
    }
    if (ahd_str_starts(in, AHD_STR("/>")) || in.ptr[0] == '>') {
        bool empty = in.ptr[0] == '/';
        finish_tag(m, empty);
        skip(m, 1 + empty);
        return;
    }
    if (!starts_name(in.ptr[0])) {
        skip(m, 1);
        return;
    }
    ahd_str taken = take_name(m, in, name);
    if (++m->attributes <= ATTRIBUTES)
        ahd_buf_printf(&m->out, " %.*s=\"", AHD_STR_ARG(taken));
    if (ahd_str_starts(taken, AHD_STR("xmlns")))
        m->space = m->out.len;
    m->value = 0;
    m->state = AHD_FEED_NAMED;
}

/* The address of a namespace is a name as well. */
static void finish_value(ahd_feed_mend *m)
{
    if (m->space > 0 && m->attributes <= ATTRIBUTES) {
        ahd_str address = {m->out.ptr + m->space, m->out.len - m->space};
        if (!is_met(m, address)) {
            m->out.len = m->space;
            put(m, AHD_STR("other"));
        }
    }
    m->space = 0;
    if (m->attributes <= ATTRIBUTES)
        put(m, AHD_STR("\""));
    m->state = AHD_FEED_TAG;
}

static void named(ahd_feed_mend *m, ahd_str in)
{
    if (in.ptr[0] == '=')
        m->state = AHD_FEED_EQUALS;
    else if (!is_space(in.ptr[0])) {
        finish_value(m);
        return;
    }
    skip(m, 1);
}

static void equals(ahd_feed_mend *m, ahd_str in)
{
    char c = in.ptr[0];

    if (is_space(c)) {
        skip(m, 1);
        return;
    }
    m->quote = c == '"' || c == '\'' ? c : ' ';
    m->state = AHD_FEED_VALUE;
    if (m->quote != ' ')
        skip(m, 1);
}

/* '<' ends a value as well: else a lost quote would take all that follows. */
static void value(ahd_feed_mend *m, ahd_str in)
{
    char c = in.ptr[0];
    bool bare = m->quote == ' ' && (is_space(c) || c == '>');
    size_t before = m->out.len;

    if (c == m->quote || bare || c == '<') {
        if (c == m->quote)
            skip(m, 1);
        finish_value(m);
        return;
    }
    if (c == '&')
        pass_reference(m, in);
    else
        pass_char(m, in);
    if (m->value > VALUE || m->attributes > ATTRIBUTES)
        m->out.len = before;
    m->value += m->out.len - before;
}

static void after_end(ahd_feed_mend *m, ahd_str in)
{
    if (in.ptr[0] == '>' || in.ptr[0] == '<')
        m->state = AHD_FEED_TEXT;
    if (in.ptr[0] != '<')
        skip(m, 1);
}

static void step(ahd_feed_mend *m, ahd_str in)
{
    static void (*const states[])(ahd_feed_mend *, ahd_str) = {
        [AHD_FEED_TEXT] = text,       [AHD_FEED_CDATA] = cdata,
        [AHD_FEED_COMMENT] = comment, [AHD_FEED_INSTRUCTION] = instruction,
        [AHD_FEED_DOCTYPE] = doctype, [AHD_FEED_TAG] = tag,
        [AHD_FEED_NAMED] = named,     [AHD_FEED_EQUALS] = equals,
        [AHD_FEED_VALUE] = value,     [AHD_FEED_END_TAG] = after_end,
    };

    states[m->state](m, in);
}

static void drop_given(ahd_feed_mend *m)
{
    if (m->given > 0)
        memmove(m->out.ptr, m->out.ptr + m->given, m->out.len - m->given);
    m->out.len -= m->given;
    m->given = 0;
}

size_t ahd_feed_mend_read(ahd_feed_mend *m, char *out, size_t room)
{
    drop_given(m);
    while ((m->out.len < ENOUGH || m->space > 0) && m->refused == NULL) {
        ahd_str in = ahead(m);
        if (in.len == 0)
            break;
        step(m, in);
    }
    size_t len = m->out.len < room ? m->out.len : room;
    if (len > 0)
        memcpy(out, m->out.ptr + m->given, len);
    m->given = len;
    return len;
}

void ahd_feed_mend_init(ahd_feed_mend *m, ahd_feed_text *in)
{
    *m = (ahd_feed_mend){.text = in, .out = AHD_BUF(OUT_BYTES)};
}

void ahd_feed_mend_finish(ahd_feed_mend *m)
{
    ahd_buf_finish(&m->out);
}
