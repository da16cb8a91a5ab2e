#include "condition.h"

#include "base/utf8.h"

#include <string.h>

enum { LEAST_COMMAS = 4, BECAUSE_BYTES = 400 };

typedef struct signs {
    uint32_t commas, spaced; /* «، ؛», and those after a space */
    uint32_t stray;          /* a full stop or two after a space */
    uint32_t opens, closes;  /* “ and ” */
    uint32_t wrong;          /* an opening “ where one was open */
    uint32_t english;        /* lines of English furniture */
} signs;

static void count_char(signs *s, uint32_t c, uint32_t before, uint32_t after)
{
    bool spaced = before == ' ' || before == 0xA0;

    if (c == 0x60C || c == 0x61B) {
        s->commas++;
        s->spaced += spaced;
    }
    if (c == '.' && spaced && (after == '.' || after == ' ' || after == '\n'))
        s->stray++;
    if (c == 0x201C) {
        s->wrong += s->opens > s->closes;
        s->opens++;
    }
    s->closes += c == 0x201D;
}

enum { NOTHING = UINT32_MAX };

static uint32_t next_of(ahd_str text, size_t *at)
{
    return *at < text.len ? ahd_utf8_next(text, at) : NOTHING;
}

static signs count(ahd_str text)
{
    signs s = {0};
    size_t at = 0;
    uint32_t before = 0, c = next_of(text, &at);

    while (c != NOTHING) {
        uint32_t after = next_of(text, &at);
        count_char(&s, c, before, after == NOTHING ? '\n' : after);
        before = c;
        c = after;
    }
    return s;
}

/* A reason that grows by parts; what does not fit is left out. */
typedef struct reason {
    char text[BECAUSE_BYTES];
    size_t len;
} reason;

static void add(reason *r, ahd_str part)
{
    if (part.len > sizeof r->text - r->len)
        return;
    memcpy(r->text + r->len, part.ptr, part.len);
    r->len += part.len;
}

static void add_number(reason *r, uint32_t n)
{
    char digits[12];
    size_t at = sizeof digits;

    do
        digits[--at] = (char)('0' + n % 10);
    while ((n /= 10) > 0);
    add(r, (ahd_str){digits + at, sizeof digits - at});
}

static void add_sign(reason *r, uint32_t n, const char *what)
{
    if (n == 0)
        return;
    add(r, AHD_STR("; "));
    add_number(r, n);
    add(r, ahd_str_from(what));
}

/* Nearly every comma after a space is how translation engines write Arabic. A
 * careless typist does so too, and with full stops, so it takes a sign that no
 * typist leaves: quotations turned round, or an English site. */
void ahd_condition_find(ahd_doc *doc, uint32_t english_lines)
{
    signs s = count(doc->text);
    reason r = {.len = 0};

    s.english = english_lines;
    if (doc->lang != AHD_LANG_AR || s.commas < LEAST_COMMAS ||
        s.spaced * 2 <= s.commas || s.wrong + s.english == 0)
        return;
    add_number(&r, s.spaced);
    add(&r, AHD_STR(" of "));
    add_number(&r, s.commas);
    add(&r, AHD_STR(" Arabic commas stand after a space"));
    add_sign(&r, s.stray, " stray full stops");
    add_sign(&r, s.wrong, " quotations closed by an opening mark");
    add_sign(&r, s.english, " lines of English site furniture around the text");
    *ahd_vec_push(doc->arena, &doc->conditions) =
        (ahd_condition){AHD_STR("machine_translated"),
                        ahd_arena_str(doc->arena, (ahd_str){r.text, r.len})};
}
