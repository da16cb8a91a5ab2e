#include "page.h"

#include "base/sha256.h"
#include "condition.h"
#include "reader.h"
#include "weblang.h"

enum { SHORT_ID = 16 };

static ahd_str name_of(ahd_arena *arena, ahd_str bytes)
{
    char hex[AHD_SHA256_HEX];

    ahd_sha256_hex(bytes, hex);
    return ahd_arena_str(arena, (ahd_str){hex, sizeof hex});
}

/* A refused page says what it is and why, and what it says of itself. */
static void clear(ahd_doc *doc)
{
    doc->text = AHD_STR("");
    doc->title_len = 0;
    doc->map.count = doc->paragraphs.count = 0;
}

static uint32_t read_decoded(const ahd_page_in *in, const ahd_decoded *decoded,
                             ahd_doc *doc, ahd_arena *scratch)
{
    static void (*const readers[])(const ahd_reader *) = {
        [AHD_FORMAT_TEXT] = ahd_lines_read,
        [AHD_FORMAT_HTML] = ahd_article_read,
        [AHD_FORMAT_JSONL] = ahd_record_read,
    };
    uint32_t english = 0;

    readers[in->format](&(ahd_reader){in, doc, decoded, scratch, &english});
    return english;
}

void ahd_page_name(const ahd_page_in *in, ahd_doc *doc)
{
    doc->page = in->bytes;
    doc->sha256 = name_of(doc->arena, in->bytes);
    doc->path = ahd_arena_str(doc->arena, in->path);
}

void ahd_page_read(const ahd_page_in *in, const ahd_decoded *decoded,
                   ahd_doc *doc, ahd_arena *scratch)
{
    ahd_mark mark = ahd_arena_mark(scratch);

    doc->kind = AHD_KIND_ARTICLE;
    doc->refused = AHD_STR("");
    if (doc->sha256.len == 0)
        ahd_page_name(in, doc);
    doc->charset = ahd_arena_str(doc->arena, decoded->charset);
    uint32_t english = read_decoded(in, decoded, doc, scratch);
    if (doc->kind != AHD_KIND_ARTICLE && in->format != AHD_FORMAT_HTML)
        clear(doc);
    if (doc->id.len == 0)
        doc->id = (ahd_str){doc->sha256.ptr, SHORT_ID};
    doc->text_sha256 = name_of(doc->arena, doc->text);
    ahd_weblang_find(doc, doc->language);
    ahd_condition_find(doc, english);
    ahd_arena_rewind(scratch, mark);
}
