#include "transfer.h"

#include "base/ascii.h"

#include "header.h"

ahd_transfer ahd_transfer_of(ahd_str name)
{
    if (ahd_ascii_same(name, AHD_STR("quoted-printable")))
        return (ahd_transfer){.kind = AHD_TRANSFER_QUOTED};
    if (ahd_ascii_same(name, AHD_STR("base64")))
        return (ahd_transfer){.kind = AHD_TRANSFER_BASE64};
    return (ahd_transfer){.kind = AHD_TRANSFER_PLAIN};
}

static int hex(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* White space at the end of a line was put there on the way (6.7, rule 3). */
static void add_quoted(ahd_str line, ahd_buf *out)
{
    size_t end = line.len;

    if (end > 0 && line.ptr[end - 1] == '\n')
        end--;
    if (end > 0 && end < line.len && line.ptr[end - 1] == '\r')
        end--;
    ahd_str tail = {line.ptr + end, line.len - end};
    while (tail.len > 0 && end > 0 &&
           (line.ptr[end - 1] == ' ' || line.ptr[end - 1] == '\t'))
        end--;
    bool soft = tail.len > 0 && end > 0 && line.ptr[end - 1] == '=';
    end -= soft;
    for (size_t i = 0; i < end; i++) {
        bool sign = line.ptr[i] == '=' && i + 2 < end;
        int high = sign ? hex(line.ptr[i + 1]) : -1;
        int low = sign ? hex(line.ptr[i + 2]) : -1;
        bool coded = high >= 0 && low >= 0;
        ahd_buf_byte(out, coded ? (char)(high << 4 | low) : line.ptr[i]);
        i += coded ? 2 : 0;
    }
    if (!soft)
        ahd_buf_add(out, tail);
}

static int digit(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    if (c == '+' || c == '-')
        return 62;
    return c == '/' || c == '_' ? 63 : -1;
}

/* A group is written as soon as a byte of it is whole. */
static void add_base64(ahd_transfer *t, ahd_str line, ahd_buf *out)
{
    for (size_t i = 0; i < line.len; i++) {
        int d = digit(line.ptr[i]);
        if (line.ptr[i] == '=')
            t->count = 0;
        if (d < 0)
            continue;
        t->bits = t->bits << 6 | (uint32_t)d;
        t->count = (t->count + 1) % 4;
        if (t->count != 1)
            ahd_buf_byte(out, (char)(t->bits >> (2 * ((4 - t->count) % 4))));
    }
}

void ahd_transfer_add(ahd_transfer *t, ahd_str line, ahd_buf *out)
{
    if (t->kind == AHD_TRANSFER_QUOTED)
        add_quoted(line, out);
    else if (t->kind == AHD_TRANSFER_BASE64)
        add_base64(t, line, out);
    else
        ahd_buf_add(out, line);
}
