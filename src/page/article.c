/* The article of an HTML page: the block that holds most of the running text,
 * and of its lines those that the judge keeps. */
#include "facts.h"
#include "feature.h"
#include "furniture.h"
#include "judge.h"
#include "outline.h"
#include "reader.h"
#include "region.h"

enum {
    LEAST_LETTERS = 50,   /* of an article: a flash is one sentence */
    SPARSE_LETTERS = 250, /* so few: look at what names made us skip */
    LIST_LINKS = 10,      /* headlines that lead elsewhere */
};

typedef AHD_VEC(ahd_line) line_list;

typedef struct page {
    const ahd_reader *reader;
    ahd_outline outline;
    ahd_meta meta;
    unsigned mask;   /* the kinds of skip that count */
    ahd_region region;
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

static bool is_skipped(const page *p, uint32_t line)
{
    uint32_t block = p->outline.line_blocks.items[line];

    return (p->outline.blocks.items[block].skip & p->mask) != 0;
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
    ahd_region_find(&p->outline, mask, &p->region);
    collect(p, p->region.block);
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
    else if (!ahd_facts_of_article(&p->meta, p->reader->scratch) &&
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

static size_t room_for(const page *p)
{
    size_t room = 1;

    for (uint32_t i = p->title.first; i < p->title.end; i++)
        room += p->title.pieces[i].len;
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
        ahd_draft_html(&draft, p->title.pieces[i]);
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

#include <stdio.h>
#include <stdlib.h>
static void dump(page *p)
{
    const char *to = getenv("AHD_DUMP");
    if (!to)
        return;
    FILE *f = fopen(to, "ab");
    ahd_region_find(&p->outline, AHD_SKIP_HARD | AHD_SKIP_SOFT, &p->region);
    ahd_feature_in in = {p->reader->in, &p->outline, &p->region, p->title.words, ahd_facts_of_article(&p->meta, p->reader->scratch)};
    float *rows = ahd_feature_rows(&in);
    uint32_t n = p->outline.lines.count, nf = AHD_FEATURES;
    fwrite(&n, 4, 1, f);
    fwrite(&nf, 4, 1, f);
    uint32_t reg[2] = {p->outline.blocks.items[p->region.block].first_line, p->outline.blocks.items[p->region.block].end_line};
    fwrite(reg, 4, 2, f);
    fwrite(rows, 4, (size_t)n * nf, f);
    for (uint32_t i = 0; i < n; i++) {
        const ahd_line *l = &p->outline.lines.items[i];
        ahd_draft d;
        size_t room = 1;
        for (uint32_t k = l->first; k < l->end; k++)
            room += p->outline.pieces.items[k].text.len;
        ahd_draft_init(&d, p->reader->doc, p->reader->decoded, room);
        for (uint32_t k = l->first; k < l->end; k++)
            ahd_draft_html(&d, p->outline.pieces.items[k].text);
        uint32_t len = (uint32_t)d.len, kind = l->kind;
        uint32_t ids[3];
        ahd_feature_ids(i, ids);
        fwrite(ids, 4, 3, f);
        fwrite(&kind, 4, 1, f);
        fwrite(&len, 4, 1, f);
        fwrite(d.text, 1, len, f);
        p->reader->doc->map.count = 0;
    }
    fclose(f);
}

void ahd_article_read(const ahd_reader *reader)
{
    page *p = ahd_new(reader->scratch, page, 1);
    ahd_str byline;

    p->reader = reader;
    scan(p);
    ahd_facts_start(reader, &p->meta);
    ahd_title_find(&p->meta, reader, &p->title);
    dump(p);
    uint32_t letters = find(p, AHD_SKIP_HARD | AHD_SKIP_SOFT, &byline);
    if (letters < SPARSE_LETTERS)
        letters = find(p, AHD_SKIP_HARD, &byline);
    ahd_facts_finish(reader, &p->meta, &p->title, byline);
    if (!refuse(p, letters))
        write_all(p);
}
