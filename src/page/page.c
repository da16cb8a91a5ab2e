#include "page.h"

#include "base/sha256.h"
#include "base/utf8.h"
#include "condition.h"
#include "reader.h"

enum { SHORT_ID = 16, LANG_LETTERS = 4000 };

static ahd_str name_of(ahd_arena *arena, ahd_str bytes)
{
    char hex[AHD_SHA256_HEX];

    ahd_sha256_hex(bytes, hex);
    return ahd_arena_str(arena, (ahd_str){hex, sizeof hex});
}

/* The script that most of the first letters are of. */
static ahd_lang lang_of(ahd_str text)
{
    uint32_t arabic = 0, latin = 0, other = 0;

    for (size_t at = 0;
         at < text.len && arabic + latin + other < LANG_LETTERS;) {
        uint32_t c = ahd_utf8_next(text, &at);
        bool small = (c | 32) >= 'a' && (c | 32) <= 'z' && c < 0x80;
        arabic += (c >= 0x620 && c < 0x700) || (c >= 0xFB50 && c < 0xFF00);
        latin += small;
        other += c >= 0xC0 && (c < 0x600 || (c >= 0x700 && c < 0x2000) ||
                               (c >= 0x3040 && c < 0xFB00));
    }
    if (arabic + latin + other == 0)
        return AHD_LANG_UNKNOWN;
    if (arabic > latin && arabic > other)
        return AHD_LANG_AR;
    /* French and German have an accent in every tenth word or so. */
    return latin > other * 50 ? AHD_LANG_EN : AHD_LANG_OTHER;
}

/* A refused page says what it is and why, and nothing more. */
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

void ahd_page_read(const ahd_page_in *in, const ahd_decoded *decoded,
                   ahd_doc *doc, ahd_arena *scratch)
{
    ahd_mark mark = ahd_arena_mark(scratch);

    doc->kind = AHD_KIND_ARTICLE;
    doc->refused = AHD_STR("");
    doc->page = in->bytes;
    doc->path = ahd_arena_str(doc->arena, in->path);
    doc->sha256 = name_of(doc->arena, in->bytes);
    uint32_t english = read_decoded(in, decoded, doc, scratch);
    if (doc->kind != AHD_KIND_ARTICLE)
        clear(doc);
    if (doc->id.len == 0)
        doc->id = (ahd_str){doc->sha256.ptr, SHORT_ID};
    doc->text_sha256 = name_of(doc->arena, doc->text);
    doc->lang = lang_of(doc->text);
    ahd_condition_find(doc, english);
    ahd_arena_rewind(scratch, mark);
}
