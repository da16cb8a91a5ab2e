#include "nonarticle.h"

#include "furniture.h"
#include "judge.h"

enum {
    LEAST_LETTERS = 50, /* of an article: a flash is one sentence */
    LIST_LINKS = 10,    /* headlines that lead elsewhere */
};

static uint32_t kept_letters(const ahd_folio *s)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < s->outline.lines.count; i++)
        if (s->outline.lines.items[i].keep)
            n += s->outline.lines.items[i].letters;
    return n;
}

/* A link to something with a title of its own. */
static bool is_headline(const ahd_line *line)
{
    return line->letters >= 25 && line->link_letters * 4 > line->letters * 3;
}

static uint32_t headlines(const ahd_folio *s)
{
    uint32_t n = 0;

    for (uint32_t i = 0; i < s->outline.lines.count; i++)
        n += is_headline(&s->outline.lines.items[i]);
    return n;
}

/* Headlines stand between the paragraphs: each is a teaser of its own. */
static bool is_row_of_teasers(const ahd_folio *s)
{
    uint32_t links = 0, prose = 0;

    for (uint32_t i = 0; i < s->outline.lines.count; i++) {
        const ahd_line *line = &s->outline.lines.items[i];
        links += line->keep && is_headline(line);
        prose += line->keep && ahd_judge_is_prose(line);
    }
    return links >= LIST_LINKS && links >= prose;
}

bool ahd_nonarticle_refuse(const ahd_folio *s)
{
    uint32_t letters = kept_letters(s);
    uint32_t links = headlines(s);
    bool error = ahd_furniture_within(s->reader->in, AHD_FURNITURE_ERROR,
                                      s->title.words);

    if (error && letters < 1000)
        ahd_reader_refuse(s->reader, AHD_KIND_ERROR, AHD_STR("an error page: "),
                          s->title.words);
    else if (!s->says_article &&
             ((links >= LIST_LINKS && links * 40 > letters) ||
              is_row_of_teasers(s)))
        ahd_reader_refuse(s->reader, AHD_KIND_LIST,
                          AHD_STR("a list of links to other pages, with too "
                                  "little text of its own"),
                          AHD_STR(""));
    else if (letters < LEAST_LETTERS)
        ahd_reader_refuse(s->reader, AHD_KIND_NOT_NEWS,
                          AHD_STR("too little text for an article"),
                          AHD_STR(""));
    return s->reader->doc->kind != AHD_KIND_ARTICLE;
}
