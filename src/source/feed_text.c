#include "feed_text.h"

#include "base/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>

enum { READ_BYTES = 1 << 15, NAME_BYTES = 40 };

/* ------------------------------------------------------------- charset */

static const struct {
    const char *mark;
    size_t len;
    const char *charset;
} marks[] = {
    {"\xEF\xBB\xBF", 3, "UTF-8"},
    {"\xFF\xFE", 2, "UTF-16LE"},
    {"\xFE\xFF", 2, "UTF-16BE"},
};

/* What stands in quotes after "encoding=" of the XML declaration. */
static ahd_str declared(ahd_str head)
{
    size_t end = ahd_str_find(head, AHD_STR("?>"));
    ahd_str in = {head.ptr, end};
    size_t at = ahd_str_find(in, AHD_STR("encoding"));

    if (!ahd_str_starts(head, AHD_STR("<?xml")) || at == in.len)
        return AHD_STR("");
    in = (ahd_str){in.ptr + at, in.len - at};
    ahd_str_cut(&in, '=');
    in = ahd_str_trim(in);
    if (in.len < 2 || (in.ptr[0] != '"' && in.ptr[0] != '\''))
        return AHD_STR("");
    char quote = in.ptr[0];
    in = (ahd_str){in.ptr + 1, in.len - 1};
    return ahd_str_trim(ahd_str_cut(&in, quote));
}

/* Without a converter the bytes are taken as UTF-8: a charset that nobody
 * knows is most often a slip in its name. */
static void choose(ahd_feed_text *t, ahd_str charset)
{
    char name[NAME_BYTES] = "";

    if (charset.len == 0 || charset.len >= sizeof name)
        return;
    memcpy(name, charset.ptr, charset.len);
    if (strcasecmp(name, "UTF-8") == 0 || strcasecmp(name, "UTF8") == 0)
        return;
    iconv_t convert = iconv_open("UTF-8", name);
    if ((intptr_t)convert != -1)
        t->convert = convert;
}

static void drop(ahd_buf *buf, size_t bytes)
{
    if (bytes > 0)
        memmove(buf->ptr, buf->ptr + bytes, buf->len - bytes);
    buf->len -= bytes;
}

/* --------------------------------------------------------------- reading */

static void read_more(ahd_feed_text *t, ahd_buf *into)
{
    ahd_status status = ahd_stream_need(t->stream, 1, &t->why);
    ahd_str have = ahd_stream_have(t->stream);

    if (have.len > READ_BYTES)
        have.len = READ_BYTES;
    ahd_buf_add(into, have);
    if (into->failed)
        status = ahd_fail(&t->why, AHD_ENOMEM, "no memory to read it");
    ahd_stream_take(t->stream, have.len);
    t->at_end = status != AHD_OK || have.len == 0;
}

/* The byte that could not be decoded becomes U+FFFD; one that only waits for
 * others stays, but not for ever. */
static bool pass_broken(ahd_feed_text *t, int why, char **in, size_t *left)
{
    if (why == E2BIG || (why == EINVAL && !t->at_end))
        return false;
    ahd_buf_code_point(&t->text, 0xFFFD);
    ++*in;
    --*left;
    iconv(t->convert, NULL, NULL, NULL, NULL);
    return true;
}

static void convert(ahd_feed_text *t)
{
    char *in = t->raw.ptr;
    size_t left = t->raw.len;
    bool more = true;

    while (left > 0 && more && ahd_buf_reserve(&t->text, 4 * left)) {
        char *out = t->text.ptr + t->text.len;
        size_t room = 4 * left;
        size_t code = iconv(t->convert, &in, &left, &out, &room);
        int why = errno;
        t->text.len = (size_t)(out - t->text.ptr);
        more = code != (size_t)-1 || pass_broken(t, why, &in, &left);
    }
    drop(&t->raw, t->raw.len - left);
}

static void fill(ahd_feed_text *t)
{
    drop(&t->text, t->at);
    t->at = 0;
    if (t->convert == NULL) {
        read_more(t, &t->text);
        return;
    }
    read_more(t, &t->raw);
    convert(t);
}

static size_t left(const ahd_feed_text *t)
{
    return t->text.len - t->at;
}

ahd_str ahd_feed_text_ahead(ahd_feed_text *t)
{
    while (left(t) < AHD_FEED_AHEAD && !t->at_end)
        fill(t);
    return (ahd_str){ahd_buf_str(&t->text).ptr + t->at, left(t)};
}

void ahd_feed_text_skip(ahd_feed_text *t, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++)
        t->line += t->text.ptr[t->at + i] == '\n';
    t->at += bytes;
}

/* The charset that a byte order mark tells, which is passed over. */
static ahd_str marked(ahd_feed_text *t)
{
    ahd_str head = ahd_feed_text_ahead(t);

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!ahd_str_starts(head, (ahd_str){marks[i].mark, marks[i].len}))
            continue;
        ahd_feed_text_skip(t, marks[i].len);
        return ahd_str_from(marks[i].charset);
    }
    return AHD_STR("");
}

/* What was read before the charset was known is raw. */
static void start_again(ahd_feed_text *t)
{
    ahd_buf_add(&t->raw, (ahd_str){t->text.ptr + t->at, left(t)});
    t->text.len = t->at = 0;
    convert(t);
}

/* White space before the declaration is a mistake that many feeds make. */
void ahd_feed_text_init(ahd_feed_text *t, ahd_stream *stream, ahd_str charset)
{
    enum { MOST = 16 * READ_BYTES };

    *t = (ahd_feed_text){.stream = stream,
                         .raw = AHD_BUF(MOST),
                         .text = AHD_BUF(MOST),
                         .line = 1};
    ahd_str mark = marked(t);
    if (mark.len == 0)
        mark = charset;
    if (mark.len == 0)
        mark = declared(ahd_str_trim(ahd_feed_text_ahead(t)));
    choose(t, mark);
    if (t->convert != NULL)
        start_again(t);
}

void ahd_feed_text_finish(ahd_feed_text *t)
{
    if (t->convert != NULL)
        iconv_close(t->convert);
    ahd_buf_finish(&t->raw);
    ahd_buf_finish(&t->text);
}
