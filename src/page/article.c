/* The article of an HTML page: the block that holds most of the running text,
 * and of its lines those that the judge keeps. */
#include "furniture.h"
#include "judge.h"
#include "meta.h"
#include "outline.h"
#include "reader.h"
#include "stamp.h"
#include "title.h"

enum {
    LEAST_LETTERS = 50,   /* of an article: a flash is one sentence */
    SPARSE_LETTERS = 250, /* so few: look at what names made us skip */
    LIST_LINKS = 10,      /* headlines that lead elsewhere */
    BODY_SHARE = 40,    /* percent of the prose that a named body must hold, */
    ARTICLE_SHARE = 50, /* and an <article>, */
    CHILD_SHARE = 70,   /* and a block for its parent to be left for it */
};

typedef AHD_VEC(ahd_line) line_list;

typedef struct page {
    const ahd_reader *reader;
    ahd_outline outline;
    ahd_meta meta;
    unsigned mask;   /* the kinds of skip that count */
    uint32_t *prose; /* letters of prose before each line */
    uint32_t *child; /* of each block, the one with most prose, or AHD_NONE */
    line_list lines; /* of the article */
    ahd_title title;
} page;

static void scan(page *p)
{
    ahd_markup markup;
    ahd_markup_token token;

    ahd_markup_init(&markup, p->reader->decoded->text);
    ahd_outline_init(&p->outline, p->reader->scratch);
    while (ahd_markup_next(&markup, &token)) {
        ahd_meta_take(&p->meta, &token);
        ahd_outline_take(&p->outline, &token);
    }
    ahd_outline_finish(&p->outline);
    ahd_outline_settle(&p->outline);
}

/* --------------------------------------------------- the block of the article
 */

static bool is_skipped(const page *p, uint32_t line)
{
    uint32_t block = p->outline.line_blocks.items[line];

    return (p->outline.blocks.items[block].skip & p->mask) != 0;
}

static uint32_t prose_in(const page *p, uint32_t block)
{
    const ahd_block *b = &p->outline.blocks.items[block];

    return p->prose[b->end_line] - p->prose[b->first_line];
}

static void count_prose(page *p)
{
    const ahd_outline *o = &p->outline;

    p->prose = ahd_new(p->reader->scratch, uint32_t, o->lines.count + 1);
    for (uint32_t i = 0; i < o->lines.count; i++) {
        const ahd_line *line = &o->lines.items[i];
        bool counts = !is_skipped(p, i) && ahd_judge_is_prose(line);
        p->prose[i + 1] = p->prose[i] + (counts ? line->letters : 0);
    }
    p->child = ahd_new(p->reader->scratch, uint32_t, o->blocks.count);
    for (uint32_t i = 0; i < o->blocks.count; i++)
        p->child[i] = AHD_NONE;
    for (uint32_t i = o->blocks.count; i-- > 1;) {
        uint32_t *best = &p->child[o->blocks.items[i].parent];
        if (*best == AHD_NONE || prose_in(p, i) >= prose_in(p, *best))
            *best = i;
    }
}

/* The block with most prose of those that `fits`, if it has `share` percent of
 * all; else the root. */
static uint32_t largest(const page *p, bool (*fits)(const ahd_block *),
                        uint32_t share)
{
    uint32_t best = 0, most = 0;

    for (uint32_t i = 1; i < p->outline.blocks.count; i++)
        if (fits(&p->outline.blocks.items[i]) && prose_in(p, i) > most) {
            best = i;
            most = prose_in(p, i);
        }
    return (uint64_t)most * 100 >= (uint64_t)prose_in(p, 0) * share ? best : 0;
}

static bool is_body(const ahd_block *block)
{
    return block->body;
}

static bool is_article(const ahd_block *block)
{
    return block->element == AHD_ELEMENT_ARTICLE;
}

static bool holds_blocks(ahd_element e)
{
    return e != AHD_ELEMENT_P && e != AHD_ELEMENT_LI &&
           e != AHD_ELEMENT_BLOCKQUOTE && e != AHD_ELEMENT_UL &&
           e != AHD_ELEMENT_OL && e != AHD_ELEMENT_TABLE;
}

/* From a named body, else from the article or the page down to the smallest
 * block that still holds nearly all. */
static uint32_t choose(const page *p)
{
    uint32_t at = largest(p, is_body, BODY_SHARE);

    if (at != 0)
        return at;
    at = largest(p, is_article, ARTICLE_SHARE);
    for (;;) {
        uint32_t child = p->child[at];
        if (child == AHD_NONE || prose_in(p, child) == 0 ||
            !holds_blocks(p->outline.blocks.items[child].element) ||
            (uint64_t)prose_in(p, child) * 100 <
                (uint64_t)prose_in(p, at) * CHILD_SHARE)
            return at;
        at = child;
    }
}

/* ----------------------------------------------------------- its lines */

static bool repeats_title(const page *p, const ahd_line *line)
{
    return p->title.words.len > 0 && ahd_str_eq(line->words, p->title.words);
}

static void collect(page *p, uint32_t block)
{
    const ahd_block *b = &p->outline.blocks.items[block];

    p->lines.count = 0;
    for (uint32_t i = b->first_line; i < b->end_line; i++) {
        ahd_line *line = &p->outline.lines.items[i];
        if (is_skipped(p, i))
            continue;
        line->words = ahd_outline_words(&p->outline, line);
        if (!repeats_title(p, line))
            *ahd_vec_push(p->reader->scratch, &p->lines) = *line;
    }
}

static uint32_t kept_letters(const page *p)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < p->lines.count; i++)
        n += p->lines.items[i].keep ? p->lines.items[i].letters : 0;
    return n;
}

/* Find the article under `mask`; how many letters it has. */
static uint32_t find(page *p, unsigned mask, ahd_str *byline)
{
    p->mask = mask;
    count_prose(p);
    collect(p, choose(p));
    *byline =
        ahd_judge_lines(p->reader->in, p->lines.items, p->lines.count, true);
    return kept_letters(p);
}

/* --------------------------------------------------------------- refusals */

/* A link to something with a title of its own. */
static bool is_headline(const ahd_line *line)
{
    return line->letters >= 25 && line->link_letters * 4 > line->letters * 3;
}

static uint32_t headlines(const page *p)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < p->outline.lines.count; i++)
        n += is_headline(&p->outline.lines.items[i]);
    return n;
}

static bool says_article(const page *p)
{
    ahd_str type = ahd_meta_plain(&p->meta, AHD_META_TYPE, p->reader->scratch);

    return ahd_markup_same(type, "article") ||
           p->meta.values[AHD_META_PUBLISHED].rank >= 20;
}

/* Headlines stand between the paragraphs: each is a teaser of its own. */
static bool is_row_of_teasers(const page *p)
{
    uint32_t links = 0, prose = 0;

    for (uint32_t i = 0; i < p->lines.count; i++) {
        links += is_headline(&p->lines.items[i]);
        prose += ahd_judge_is_prose(&p->lines.items[i]);
    }
    return links >= LIST_LINKS && links >= prose;
}

/* True when the page is refused. */
static bool refuse(const page *p, uint32_t letters)
{
    uint32_t links = headlines(p);
    bool error = ahd_furniture_within(p->reader->in, AHD_FURNITURE_ERROR,
                                      p->title.words);

    if (error && letters < 1000)
        ahd_reader_refuse(p->reader, AHD_KIND_ERROR, AHD_STR("an error page: "),
                          p->title.words);
    else if (!says_article(p) &&
             ((links >= LIST_LINKS && links * 40 > letters) ||
              is_row_of_teasers(p)))
        ahd_reader_refuse(p->reader, AHD_KIND_LIST,
                          AHD_STR("a list of links to other pages, with too "
                                  "little text of its own"),
                          AHD_STR(""));
    else if (letters < LEAST_LETTERS)
        ahd_reader_refuse(p->reader, AHD_KIND_NOT_NEWS,
                          AHD_STR("too little text for an article"),
                          AHD_STR(""));
    return p->reader->doc->kind != AHD_KIND_ARTICLE;
}

/* --------------------------------------------------------------- writing */

static bool is_author(const page *p, ahd_str name)
{
    ahd_str rest;

    return name.len > 1 && name.len < 100 &&
           ahd_str_find(name, AHD_STR("://")) == name.len &&
           !ahd_str_eq(name, p->reader->doc->outlet) &&
           ahd_furniture_of(p->reader->in, name, &rest) !=
               AHD_FURNITURE_NO_AUTHOR;
}

/* The name alone: "By Jane Doe" -> "Jane Doe". */
static ahd_str without_by(const page *p, ahd_str name)
{
    ahd_str rest;

    return ahd_furniture_of(p->reader->in, name, &rest) == AHD_FURNITURE_BYLINE
               ? rest
               : name;
}

static void take_byline(const page *p, ahd_str from_lines)
{
    ahd_arena *arena = p->reader->doc->arena;
    ahd_str name = without_by(
        p, ahd_meta_plain(&p->meta, AHD_META_AUTHOR, p->reader->scratch));

    if (!is_author(p, name))
        name = from_lines;
    if (is_author(p, name))
        p->reader->doc->byline = ahd_arena_str(arena, name);
}

static void take_meta(const page *p)
{
    ahd_doc *doc = p->reader->doc;
    ahd_arena *scratch = p->reader->scratch;
    ahd_str published = ahd_meta_plain(&p->meta, AHD_META_PUBLISHED, scratch);
    ahd_str updated = ahd_meta_plain(&p->meta, AHD_META_UPDATED, scratch);

    doc->outlet = ahd_meta_plain(&p->meta, AHD_META_OUTLET, doc->arena);
    doc->url = ahd_meta_plain(&p->meta, AHD_META_URL, doc->arena);
    doc->updated = ahd_stamp_day(updated);
    ahd_reader_date(p->reader, published,
                    p->meta.values[AHD_META_PUBLISHED].from);
    if (doc->published != AHD_NO_DAY)
        return;
    doc->published = ahd_stamp_of_url(doc->url);
    if (doc->published != AHD_NO_DAY) {
        const ahd_str parts[] = {AHD_STR("the address has it: "), doc->url};
        doc->dated = AHD_DATED_METADATA;
        doc->dated_because = ahd_reader_join(p->reader, parts, 2);
    }
}

static size_t room_for(const page *p)
{
    size_t room = 1;

    for (uint32_t i = p->title.first; i < p->title.end; i++)
        room += p->title.pieces[i].text.len;
    for (uint32_t i = 0; i < p->lines.count; i++) {
        const ahd_line *line = &p->lines.items[i];
        for (uint32_t k = line->first; k < line->end && line->keep; k++)
            room += p->outline.pieces.items[k].text.len;
        room++;
    }
    return room;
}

static void write_line(const page *p, const ahd_line *line, ahd_draft *draft)
{
    size_t start = draft->len;

    for (uint32_t k = line->first; k < line->end; k++)
        ahd_draft_html(draft, p->outline.pieces.items[k].text);
    ahd_reader_end_paragraph(p->reader, draft, start);
}

static void write_all(const page *p)
{
    ahd_draft draft;
    size_t body;

    ahd_draft_init(&draft, p->reader->doc, p->reader->decoded, room_for(p));
    for (uint32_t i = p->title.first; i < p->title.end; i++)
        ahd_draft_html(&draft, p->title.pieces[i].text);
    ahd_reader_end_title(p->reader, &draft);
    body = draft.len;
    for (uint32_t i = 0; i < p->lines.count; i++) {
        if (!p->lines.items[i].keep)
            continue;
        if (draft.len > body && draft.len > draft.line_start)
            ahd_draft_newline(&draft);
        write_line(p, &p->lines.items[i], &draft);
    }
    ahd_draft_finish(&draft);
}

void ahd_article_read(const ahd_reader *reader)
{
    page *p = ahd_new(reader->scratch, page, 1);
    ahd_str byline;

    p->reader = reader;
    scan(p);
    take_meta(p);
    ahd_title_find(&p->outline, &p->meta, reader, &p->title);
    uint32_t letters = find(p, AHD_SKIP_HARD | AHD_SKIP_SOFT, &byline);
    if (letters < SPARSE_LETTERS)
        letters = find(p, AHD_SKIP_HARD, &byline);
    take_byline(p, byline);
    if (!refuse(p, letters))
        write_all(p);
}
