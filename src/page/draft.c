#include "draft.h"

#include "base/ascii.h"

#include "html/entity.h"
#include "json_in.h"

#include <string.h>

void ahd_draft_init(ahd_draft *draft, ahd_doc *doc, const ahd_decoded *from,
                    size_t room)
{
    *draft =
        (ahd_draft){.doc = doc, .from = from, .room = ahd_entity_room(room)};
    draft->text = ahd_arena_alloc(doc->arena, 1, draft->room + 1);
}

/* --------------------------------------------------------------- the map */

/* Two stretches as the page has them are one when they touch on either side.
 * What is written otherwise never is: "&ngE;" has as many bytes as it means. */
static void map(ahd_draft *draft, ahd_stretch one, bool as_is)
{
    ahd_doc *doc = draft->doc;
    ahd_stretch *last =
        draft->joins ? &doc->map.items[doc->map.count - 1] : NULL;

    if (one.len == 0)
        return;
    draft->joins = as_is && one.len == one.page_len;
    if (draft->joins && last != NULL && last->text + last->len == one.text &&
        last->page + last->page_len == one.page) {
        last->len += one.len;
        last->page_len += one.page_len;
        return;
    }
    *ahd_vec_push(doc->arena, &doc->map) = one;
}

/* The row of the charset's map that holds text offset `at`. */
static uint32_t row_at(const ahd_decoded *from, size_t at)
{
    uint32_t low = 0, high = from->map.count;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (from->map.items[middle].text <= at)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The next `len` bytes of the text are those at `at` of the decoded page. */
static void map_as_is(ahd_draft *draft, size_t at, size_t len)
{
    const ahd_decoded *from = draft->from;
    size_t to = draft->len, end = at + len;

    /* A page in UTF-8 is one row of the same bytes. */
    if (from->map.count == 1 &&
        from->map.items[0].len == from->map.items[0].page_len) {
        size_t page = at - from->map.items[0].text + from->map.items[0].page;
        map(draft,
            (ahd_stretch){(uint32_t)to, (uint32_t)len, (uint32_t)page,
                          (uint32_t)len},
            true);
        return;
    }
    for (uint32_t i = row_at(from, at); at < end; i++) {
        const ahd_stretch *row = &from->map.items[i];
        size_t stop = (size_t)row->text + row->len;
        size_t n = (stop < end ? stop : end) - at;
        ahd_span page = ahd_decoded_page(from, at, n);
        map(draft,
            (ahd_stretch){(uint32_t)to, (uint32_t)n, page.start, page.len},
            true);
        at += n;
        to += n;
    }
}

/* --------------------------------------------------------------- writing */

static void write(ahd_draft *draft, const char *bytes, size_t len)
{
    if (len > draft->room - draft->len)
        return; /* cannot be: see the header */
    memcpy(draft->text + draft->len, bytes, len);
    draft->len += len;
}

static size_t offset(const ahd_draft *draft, const char *ptr)
{
    return (size_t)(ptr - draft->from->text.ptr);
}

void ahd_draft_as_is(ahd_draft *draft, ahd_str part)
{
    if (part.len == 0)
        return;
    map_as_is(draft, offset(draft, part.ptr), part.len);
    write(draft, part.ptr, part.len);
}

/* `bytes` stand for `part` of the page, which are other bytes. */
static void add_block(ahd_draft *draft, ahd_str part, ahd_str bytes)
{
    ahd_span page =
        ahd_decoded_page(draft->from, offset(draft, part.ptr), part.len);

    map(draft,
        (ahd_stretch){(uint32_t)draft->len, (uint32_t)bytes.len, page.start,
                      page.len},
        false);
    write(draft, bytes.ptr, bytes.len);
}

void ahd_draft_json(ahd_draft *draft, ahd_str part)
{
    char bytes[4];
    size_t len = 0;

    while (part.len > 0) {
        const char *escape = memchr(part.ptr, '\\', part.len);
        size_t plain = escape ? (size_t)(escape - part.ptr) : part.len;
        ahd_draft_as_is(draft, (ahd_str){part.ptr, plain});
        part = (ahd_str){part.ptr + plain, part.len - plain};
        if (part.len == 0)
            break;
        size_t taken = ahd_json_in_char(part, 0, bytes, &len);
        add_block(draft, (ahd_str){part.ptr, taken}, (ahd_str){bytes, len});
        part = (ahd_str){part.ptr + taken, part.len - taken};
    }
}

/* ------------------------------------------------------------------ HTML */

/* Note white space; it is written when something follows on the line. */
static void note_space(ahd_draft *draft, size_t from, size_t end)
{
    if (!draft->space_due || draft->space_end != from)
        draft->space_from = from;
    draft->space_end = end;
    draft->space_due = true;
}

/* One space: itself, or for a run of white space. */
static void write_space(ahd_draft *draft)
{
    ahd_str from = {draft->from->text.ptr + draft->space_from,
                    draft->space_end - draft->space_from};

    if (!draft->space_due)
        return;
    draft->space_due = false;
    if (draft->len == draft->line_start)
        return;
    if (from.len == 1 && from.ptr[0] == ' ')
        ahd_draft_as_is(draft, from);
    else
        add_block(draft, from, AHD_STR(" "));
}

static bool is_plain(char c)
{
    static const bool others[256] = {
        [' '] = true,  ['\t'] = true, ['\n'] = true,
        ['\r'] = true, ['\f'] = true, ['&'] = true};

    return !others[(unsigned char)c];
}

/* Bytes that are text as they stand: up to a reference, or to white space that
 * is more than one space between two words. */
static size_t plain_run(ahd_str part)
{
    size_t n = 0;

    for (; n < part.len; n++) {
        bool between = part.ptr[n] == ' ' && n > 0 && n + 1 < part.len &&
                       is_plain(part.ptr[n + 1]);
        if (!is_plain(part.ptr[n]) && !between)
            break;
    }
    return n;
}

/* A reference, or a lone '&'. A no-break space at the edge counts as space. */
static size_t add_reference(ahd_draft *draft, ahd_str part)
{
    char bytes[AHD_ENTITY_BYTES];
    size_t len = 0, taken = ahd_entity_read(part, 0, bytes, &len);

    if (taken == 0) {
        write_space(draft);
        ahd_draft_as_is(draft, (ahd_str){part.ptr, 1});
        return 1;
    }
    if (ahd_ascii_is_space(bytes[0]) ||
        (len == 2 && memcmp(bytes, "\xC2\xA0", 2) == 0)) {
        size_t at = offset(draft, part.ptr);
        note_space(draft, at, at + taken);
        return taken;
    }
    write_space(draft);
    add_block(draft, (ahd_str){part.ptr, taken}, (ahd_str){bytes, len});
    return taken;
}

void ahd_draft_html(ahd_draft *draft, ahd_str part)
{
    while (part.len > 0) {
        size_t taken = 0;
        while (taken < part.len && ahd_ascii_is_space(part.ptr[taken]))
            taken++;
        if (taken > 0) {
            size_t at = offset(draft, part.ptr);
            note_space(draft, at, at + taken);
        } else if (part.ptr[0] == '&') {
            taken = add_reference(draft, part);
        } else {
            taken = plain_run(part);
            write_space(draft);
            ahd_draft_as_is(draft, (ahd_str){part.ptr, taken});
        }
        part = (ahd_str){part.ptr + taken, part.len - taken};
    }
}

void ahd_draft_newline(ahd_draft *draft)
{
    write(draft, "\n", 1);
    draft->space_due = false;
    draft->line_start = draft->len;
}

void ahd_draft_finish(ahd_draft *draft)
{
    draft->doc->text = (ahd_str){draft->text, draft->len};
}

/* Of the reference or white space at `at`: writes it, and how much it took. */
static size_t plain_step(ahd_str part, size_t at, char *out, size_t *len)
{
    char bytes[AHD_ENTITY_BYTES] = {part.ptr[at]};
    size_t n = 1;
    size_t taken =
        part.ptr[at] == '&' ? ahd_entity_read(part, at, bytes, &n) : 0;

    if (taken == 0)
        n = 1;
    bool space = ahd_ascii_is_space(bytes[0]) ||
                 (taken > 0 && memcmp(bytes, "\xC2\xA0", 2) == 0);
    if (!space) {
        memcpy(out + *len, bytes, n);
        *len += n;
    } else if (*len > 0 && out[*len - 1] != ' ') {
        out[(*len)++] = ' ';
    }
    return taken ? taken : 1;
}

ahd_str ahd_draft_plain(ahd_arena *arena, ahd_str part)
{
    char *out = ahd_arena_alloc(arena, 1, ahd_entity_room(part.len) + 1);
    size_t len = 0;

    for (size_t at = 0; at < part.len;) {
        ahd_str rest = {part.ptr + at, part.len - at};
        size_t run = plain_run(rest);
        memcpy(out + len, rest.ptr, run);
        len += run;
        at += run;
        if (at < part.len)
            at += plain_step(part, at, out, &len);
    }
    return ahd_str_trim((ahd_str){out, len});
}
