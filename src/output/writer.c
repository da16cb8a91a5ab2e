#include "output/writer.h"

#include "base/day.h"
#include "base/utf8.h"

static void separate(ahd_writer *w)
{
    if (w->comma)
        ahd_buf_byte(w->out, ',');
    w->comma = true;
}

void ahd_writer_open(ahd_writer *w, char bracket)
{
    separate(w);
    ahd_buf_byte(w->out, bracket);
    w->comma = false;
}

void ahd_writer_close(ahd_writer *w, char bracket)
{
    ahd_buf_byte(w->out, bracket);
    w->comma = true;
}

static void escape(ahd_buf *out, uint32_t c)
{
    switch (c) {
    case '"':
        ahd_buf_add(out, AHD_STR("\\\""));
        break;
    case '\\':
        ahd_buf_add(out, AHD_STR("\\\\"));
        break;
    case '\n':
        ahd_buf_add(out, AHD_STR("\\n"));
        break;
    case '\t':
        ahd_buf_add(out, AHD_STR("\\t"));
        break;
    default:
        ahd_buf_printf(out, "\\u%04x", (unsigned)c);
    }
}

/* A bit for each of the few bytes that may have to be escaped: controls, ", \,
 * and 0xE2, which begins the separators of lines and paragraphs. */
static const uint32_t odd[8] = {UINT32_MAX, 1u << 2, 1u << 28, 1u << 31,
                                0,          0,       0,        1u << 2};

static bool is_odd(char c)
{
    unsigned char byte = (unsigned char)c;

    return odd[byte >> 5] >> (byte & 31) & 1;
}

static bool is_plain(uint32_t c)
{
    return c >= 0x20 && c != '"' && c != '\\' && c != 0x7F && c != 0x2028 &&
           c != 0x2029;
}

static void put_text(ahd_buf *out, ahd_str s)
{
    size_t start = 0;

    for (size_t at = 0; at < s.len;) {
        size_t here = at;
        if (!is_odd(s.ptr[at])) {
            at++;
            continue;
        }
        uint32_t c = ahd_utf8_next(s, &at);
        if (is_plain(c))
            continue;
        ahd_buf_add(out, (ahd_str){s.ptr + start, here - start});
        escape(out, c);
        start = at;
    }
    ahd_buf_add(out, (ahd_str){s.ptr + start, s.len - start});
}

void ahd_writer_str(ahd_writer *w, ahd_str s)
{
    separate(w);
    ahd_buf_byte(w->out, '"');
    put_text(w->out, s);
    ahd_buf_byte(w->out, '"');
}

void ahd_writer_key(ahd_writer *w, const char *key)
{
    ahd_writer_str(w, ahd_str_from(key));
    ahd_buf_byte(w->out, ':');
    w->comma = false;
}

/* By hand: a page's map is thousands of numbers. At least `least` digits. */
static void put_number(ahd_buf *out, uint64_t n, size_t least)
{
    char digits[20];
    size_t at = sizeof digits;

    while (n > 0 || sizeof digits - at < least) {
        digits[--at] = (char)('0' + n % 10);
        n /= 10;
    }
    ahd_buf_add(out, (ahd_str){digits + at, sizeof digits - at});
}

void ahd_writer_int(ahd_writer *w, int64_t n)
{
    separate(w);
    if (n < 0)
        ahd_buf_byte(w->out, '-');
    put_number(w->out, n < 0 ? 0 - (uint64_t)n : (uint64_t)n, 1);
}

void ahd_writer_score(ahd_writer *w, double n)
{
    uint64_t hundredths = n > 0 ? (uint64_t)(n * 100 + 0.5) : 0;

    separate(w);
    put_number(w->out, hundredths / 100, 1);
    ahd_buf_byte(w->out, '.');
    put_number(w->out, hundredths % 100, 2);
}

void ahd_writer_bool(ahd_writer *w, bool b)
{
    separate(w);
    ahd_buf_add(w->out, b ? AHD_STR("true") : AHD_STR("false"));
}

void ahd_writer_null(ahd_writer *w)
{
    separate(w);
    ahd_buf_add(w->out, AHD_STR("null"));
}

void ahd_writer_field(ahd_writer *w, const char *key, ahd_str s)
{
    ahd_writer_key(w, key);
    if (s.len > 0)
        ahd_writer_str(w, s);
    else
        ahd_writer_null(w);
}

void ahd_writer_day(ahd_writer *w, const char *key, int32_t day)
{
    char iso[AHD_DAY_ISO];

    ahd_writer_key(w, key);
    if (day == INT32_MIN) {
        ahd_writer_null(w);
        return;
    }
    ahd_day_iso(day, iso);
    ahd_writer_str(w, (ahd_str){iso, sizeof iso});
}
