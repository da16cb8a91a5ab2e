/* tokens.c - what the tokenizer makes of a page, decoded, for compare.py.
 *
 *     stdin:   data - 3C703E41
 *     stdout:  [["StartTag","p",{}],["Character","A"]]
 *
 * A line of input is a state of the standard's tokenizer, the last start tag or
 * "-", and the page in hexadecimal. Bytes of text stand in the JSON as they
 * are. In a real page the first start tag sets the state of what follows; here
 * the test does, so that a start tag changes nothing. */
#include "base/buf.h"
#include "html/entity.h"
#include "html/markup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 1 << 20 };

typedef size_t read_fn(ahd_str s, size_t at, char *out, size_t *out_len);

static void put_byte(ahd_buf *out, char c)
{
    if ((unsigned char)c < 0x20 || c == '"' || c == '\\')
        ahd_buf_printf(out, "\\u%04x", (unsigned char)c);
    else
        ahd_buf_byte(out, c);
}

/* `read` reads references, or is NULL; `nul` is what a NUL becomes. */
static void put_text(ahd_buf *out, ahd_str s, read_fn *read, ahd_str nul)
{
    for (size_t i = 0; i < s.len;) {
        char bytes[AHD_ENTITY_BYTES] = {s.ptr[i]};
        size_t len = 1, taken = 0;
        if (s.ptr[i] == '&' && read != NULL)
            taken = read(s, i, bytes, &len);
        else if (s.ptr[i] == '\0')
            memcpy(bytes, nul.ptr, len = nul.len);
        for (size_t b = 0; b < (s.ptr[i] == '&' && taken == 0 ? 1 : len); b++)
            put_byte(out, bytes[b]);
        i += taken ? taken : 1;
    }
}

static void put_name(ahd_buf *out, ahd_str s)
{
    ahd_buf_byte(out, '"');
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] == '\0')
            ahd_buf_add(out, AHD_STR("\xEF\xBF\xBD"));
        else
            put_byte(out, s.ptr[i] >= 'A' && s.ptr[i] <= 'Z'
                              ? (char)(s.ptr[i] + 32)
                              : s.ptr[i]);
    ahd_buf_byte(out, '"');
}

/* As a list of pairs: of those of one name the first counts. */
static void put_attributes(ahd_buf *out, const ahd_markup_token *token)
{
    ahd_str rest = token->attributes, name, value;
    const char *before = "";

    ahd_buf_add(out, AHD_STR(",["));
    while (ahd_markup_attribute(&rest, &name, &value)) {
        ahd_buf_printf(out, "%s[", before);
        put_name(out, name);
        ahd_buf_add(out, AHD_STR(",\""));
        put_text(out, value, ahd_entity_read_value, AHD_STR("\xEF\xBF\xBD"));
        ahd_buf_add(out, AHD_STR("\"]"));
        before = ",";
    }
    ahd_buf_printf(out, "],%s", token->closed ? "true" : "false");
}

static void put_token(ahd_buf *out, const ahd_markup_token *token, bool rcdata)
{
    bool raw = token->element != AHD_ELEMENT_OTHER;

    if (token->kind == AHD_MARKUP_TEXT) {
        ahd_buf_add(out, AHD_STR("[\"Character\",\""));
        put_text(out, token->text,
                 token->literal && !rcdata ? NULL : ahd_entity_read,
                 raw ? AHD_STR("\xEF\xBF\xBD") : AHD_STR("\0"));
        ahd_buf_add(out, AHD_STR("\"]"));
        return;
    }
    bool start = token->kind == AHD_MARKUP_START;
    ahd_buf_printf(out, "[\"%s\",", start ? "StartTag" : "EndTag");
    put_name(out, token->text);
    if (start)
        put_attributes(out, token);
    ahd_buf_byte(out, ']');
}

/* The element whose content is read as the state has it. */
static ahd_element raw_of(ahd_str state, ahd_str last)
{
    if (ahd_str_eq(state, AHD_STR("data")) ||
        ahd_str_eq(state, AHD_STR("cdata")))
        return AHD_ELEMENT_OTHER;
    if (ahd_str_eq(state, AHD_STR("plaintext")))
        return AHD_ELEMENT_PLAINTEXT;
    if (!ahd_str_eq(last, AHD_STR("-")))
        return ahd_element_find(last);
    return ahd_str_eq(state, AHD_STR("script")) ? AHD_ELEMENT_SCRIPT
                                                : AHD_ELEMENT_NOEMBED;
}

static void tell(ahd_str state, ahd_str last, ahd_str page, ahd_buf *out)
{
    ahd_markup markup;
    ahd_markup_token token;
    bool rcdata = ahd_str_eq(state, AHD_STR("rcdata"));
    bool cdata = ahd_str_eq(state, AHD_STR("cdata"));
    const char *before = "";

    ahd_markup_init(&markup, page);
    if (cdata)
        ahd_markup_next(&markup, &token); /* the <svg> put before */
    markup.raw = raw_of(state, last);
    ahd_buf_byte(out, '[');
    while (ahd_markup_next(&markup, &token)) {
        ahd_buf_printf(out, "%s", before);
        put_token(out, &token, rcdata);
        before = ",";
        markup.raw = AHD_ELEMENT_OTHER;
        markup.depth = cdata ? markup.depth : 0;
        rcdata = false;
    }
    ahd_buf_add(out, AHD_STR("]\n"));
}

static ahd_str from_hex(const char *hex, char *bytes)
{
    size_t len = 0;
    unsigned byte;

    for (; sscanf(hex, "%2x", &byte) == 1; hex += 2)
        bytes[len++] = (char)byte;
    return (ahd_str){bytes, len};
}

int main(void)
{
    static char line[MOST], bytes[MOST];
    ahd_buf out = AHD_BUF((size_t)64 << 20);

    while (fgets(line, sizeof line, stdin)) {
        ahd_str rest = ahd_str_from(line);
        rest.len -= rest.len > 0 && rest.ptr[rest.len - 1] == '\n';
        ahd_str state = ahd_str_cut(&rest, ' '), last = ahd_str_cut(&rest, ' ');
        /* A copy of just its length, so that a reader past its end is seen. */
        ahd_str page = from_hex(rest.ptr, bytes);
        char *copy = malloc(page.len + 1);
        if (copy == NULL)
            return 1;
        memcpy(copy, page.ptr, page.len);
        tell(state, last, (ahd_str){copy, page.len}, &out);
        free(copy);
        fwrite(out.ptr, 1, out.len, stdout);
        ahd_buf_clear(&out);
    }
    ahd_buf_finish(&out);
    return 0;
}
