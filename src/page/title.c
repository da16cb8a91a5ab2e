#include "title.h"

#include "draft.h"

enum { LEAST_LETTERS = 8, LEAST_BYTES = 12 };

/* What stands between a title and the name of its site. */
static const char *const separators[] = {
    " | ",       " - ",       " – ",        " — ",      " :: ",
    " » ",       " « ",       " · ",        " • ",      " &#8211; ",
    " &#8212; ", " &ndash; ", " &mdash; ",  " &#124; ", " &raquo; ",
    " &laquo; ", " &#8208; ", " &middot; ", "|",
};

static bool holds(ahd_str text, ahd_str part)
{
    return part.len > 0 && part.len <= text.len &&
           ahd_str_find(text, part) < text.len;
}

/* Without what follows the last separator, or precedes the first one when that
 * is the site's name. */
static ahd_str without_site(ahd_str raw, ahd_str site)
{
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        ahd_str mark = ahd_str_from(separators[i]), rest = raw;
        size_t first = ahd_str_find(raw, mark), last = first;
        if (first == raw.len)
            continue;
        for (size_t at = first; at < raw.len;) {
            last = at;
            rest = (ahd_str){raw.ptr + at + mark.len, raw.len - at - mark.len};
            size_t next = ahd_str_find(rest, mark);
            at = next < rest.len ? at + mark.len + next : raw.len;
        }
        ahd_str head = ahd_str_trim((ahd_str){raw.ptr, first});
        if (site.len > 0 && ahd_str_eq(head, site)) {
            size_t skip = first + mark.len;
            return ahd_str_trim((ahd_str){raw.ptr + skip, raw.len - skip});
        }
        ahd_str left = ahd_str_trim((ahd_str){raw.ptr, last});
        if (left.len >= LEAST_BYTES && left.len * 2 > rest.len)
            return left;
    }
    return raw;
}

/* The longest h1 that the page's own title holds, or that holds it. */
static const ahd_line *find_heading(const ahd_outline *o, ahd_str said,
                                    uint32_t *count)
{
    const ahd_line *best = NULL, *only = NULL;

    *count = 0;
    for (uint32_t i = 0; i < o->lines.count; i++) {
        const ahd_line *line = &o->lines.items[i];
        const ahd_block *block = &o->blocks.items[o->line_blocks.items[i]];
        if (block->element != AHD_ELEMENT_H1 || line->letters < LEAST_LETTERS)
            continue;
        ahd_str words = ahd_outline_words(o, line);
        only = only ? only : line;
        ++*count;
        if ((holds(said, words) || holds(words, said)) &&
            (best == NULL || line->letters > best->letters))
            best = line;
    }
    return best ? best : *count == 1 ? only : NULL;
}

static void take_raw(ahd_str raw, const ahd_reader *reader, ahd_title *out)
{
    ahd_piece *piece = ahd_new(reader->scratch, ahd_piece, 1);

    piece->text = raw;
    *out = (ahd_title){piece, 0, raw.len > 0,
                       ahd_draft_plain(reader->scratch, raw)};
}

void ahd_title_find(const ahd_outline *outline, const ahd_meta *meta,
                    const ahd_reader *reader, ahd_title *out)
{
    const ahd_meta_value *og = &meta->values[AHD_META_TITLE];
    const ahd_meta_value *head = &meta->values[AHD_META_HEAD];
    ahd_str raw = og->rank > 0 ? og->raw : head->raw;
    uint32_t headings;
    ahd_str said = ahd_draft_plain(reader->scratch, raw);
    const ahd_line *line = find_heading(outline, said, &headings);

    if (line == NULL) {
        take_raw(without_site(raw, reader->doc->outlet), reader, out);
        return;
    }
    *out = (ahd_title){outline->pieces.items, line->first, line->end,
                       ahd_outline_words(outline, line)};
}
