/* article_lines.c - the lines of HTML pages and their features, for
 * models/article.
 *
 *     article_lines PAGE...           the features, and the echo of the forest
 * at hand article_lines --first FILE PAGE...  the echo of FILE instead: a byte
 * a line, all lines of all pages in order
 *
 * Writes a page after the other: how many lines, how many features (32 bits
 * each, as the machine has them), the columns of features, then of each line
 * the length of its text and the text. */
#include "charset/charset.h"
#include "kb/kb.h"
#include "page/keep.h"

#include "base/buf.h"
#include "base/forest.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static ahd_furniture *phrases;
static size_t phrase_count;

static void load_phrases(void)
{
    const ahd_kb *kb = ahd_kb_embedded();

    phrase_count = kb->furnishings.count;
    phrases = calloc(phrase_count + 1, sizeof *phrases);
    for (uint32_t i = 0; phrases && i < phrase_count; i++) {
        const ahd_furnishing *f = ahd_kb_furnishing_at(kb, i);
        phrases[i] = (ahd_furniture){.kind = ahd_kb_str(kb, f->kind),
                                     .form = ahd_kb_str(kb, f->form)};
    }
}

static ahd_str read_file(const char *path)
{
    static ahd_buf bytes = {.max = (size_t)64 << 20};
    FILE *file = fopen(path, "rb");
    char part[1 << 16];

    ahd_buf_clear(&bytes);
    for (size_t n; file && (n = fread(part, 1, sizeof part, file)) > 0;)
        ahd_buf_add(&bytes, (ahd_str){part, n});
    if (file == NULL || ferror(file) || bytes.failed) {
        fprintf(stderr, "lines: cannot read %s\n", path);
        exit(1);
    }
    fclose(file);
    return ahd_buf_str(&bytes);
}

static void put_number(size_t n)
{
    uint32_t number = (uint32_t)n;

    fwrite(&number, sizeof number, 1, stdout);
}

static void put_text(const ahd_folio *s, const ahd_line *line)
{
    const ahd_piece *pieces = s->outline.pieces.items;
    size_t len = 0;

    for (uint32_t k = line->first; k < line->end; k++)
        len += pieces[k].text.len;
    char *joined = ahd_arena_alloc(s->reader->scratch, 1, len + 1);
    len = 0;
    for (uint32_t k = line->first; k < line->end; k++) {
        memcpy(joined + len, pieces[k].text.ptr, pieces[k].text.len);
        len += pieces[k].text.len;
    }
    ahd_str plain = ahd_draft_plain(s->reader->scratch, (ahd_str){joined, len});
    put_number(plain.len);
    fwrite(plain.ptr, 1, plain.len, stdout);
}

static void put_page(const ahd_folio *s)
{
    uint32_t count = s->outline.lines.count;
    size_t stride;
    const uint8_t *cells = ahd_feature_cells(s->features, &stride);

    put_number(count);
    put_number(AHD_FEATURES);
    for (size_t k = 0; k < AHD_FEATURES; k++)
        fwrite(cells + stride * k + AHD_FOREST_NEAR, 1, count, stdout);
    for (uint32_t i = 0; i < count; i++)
        put_text(s, &s->outline.lines.items[i]);
}

static void put_file(const char *path, ahd_str *first)
{
    static ahd_arena *arena;
    ahd_decoded decoded;
    uint32_t english = 0;

    if (arena == NULL && (arena = ahd_arena_new((size_t)1 << 30)) == NULL)
        exit(1);
    ahd_arena_clear(arena);
    ahd_page_in in = {.bytes = read_file(path),
                      .format = AHD_FORMAT_HTML,
                      .path = ahd_str_from(path),
                      .furniture = phrases,
                      .furniture_count = phrase_count};
    ahd_doc *doc = ahd_doc_new(arena);
    ahd_charset_decode(&in, arena, &decoded);
    ahd_reader reader = {&in, doc, &decoded, arena, &english};
    ahd_folio *folio = ahd_folio_read(&reader);
    uint32_t count = folio->outline.lines.count;
    if (first->len >= count && first->ptr) {
        ahd_feature_echo(folio->features, (const uint8_t *)first->ptr);
        *first = (ahd_str){first->ptr + count, first->len - count};
    } else {
        ahd_feature_echo(folio->features, ahd_keep_first(folio));
    }
    put_page(folio);
}

int main(int argc, char **argv)
{
    ahd_str first = {NULL, 0};
    int at = 1;

    load_phrases();
    if (argc > 2 && strcmp(argv[1], "--first") == 0) {
        ahd_str bytes = read_file(argv[2]);
        char *copy = malloc(bytes.len + 1);
        if (copy == NULL)
            return 1;
        memcpy(copy, bytes.ptr, bytes.len);
        first = (ahd_str){copy, bytes.len};
        at = 3;
    }
    for (; at < argc; at++)
        put_file(argv[at], &first);
    return 0;
}
