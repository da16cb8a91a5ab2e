#include "nonarticle.h"

#include "census.h"
#include "draft.h"
#include "furniture.h"

enum {
    LEAST_LETTERS = 50,   /* of an article: a flash is one sentence */
    ERROR_LETTERS = 600,  /* kept of an error page, at most */
    STUB_LETTERS = 300,   /* before a wall, at most */
    NOTICE_LETTERS = 800, /* of a page that asks something, at most */
    CLIP_LETTERS = 200,   /* under a film, at most */
    SEARCHED_LINES = 64,  /* for phrases */
    PHRASE_LETTERS = 250, /* of a line that is searched for one, at most */
};

typedef struct page {
    const ahd_folio *folio;
    ahd_census n;
    uint32_t traits;
    bool dated;       /* says by itself that it is an article */
    unsigned titled;  /* kinds of furniture in the title, bits */
    ahd_str head;     /* <title> */
    ahd_str words;    /* seen: the end of the reason */
    uint32_t phrased; /* letters kept that hold the phrase looked for */
} page;

static unsigned bit(ahd_furniture_kind kind)
{
    return 1U << kind;
}

static unsigned kinds_in(const page *p, ahd_str text)
{
    return ahd_furniture_within(p->folio->reader->in, text);
}

/* Is there a phrase of the kind in the first lines of text? Links, and what is
 * no part of the page to its readers, are passed over. */
static bool is_said(page *p, ahd_furniture_kind kind)
{
    const ahd_outline *o = &p->folio->outline;
    uint32_t searched = 0;
    bool said = false;

    p->phrased = 0;
    for (uint32_t i = 0; i < o->lines.count && searched < SEARCHED_LINES; i++) {
        const ahd_line *line = &o->lines.items[i];
        const ahd_block *block = &o->blocks.items[o->line_blocks.items[i]];
        if (block->skip & AHD_SKIP_HARD || line->letters > PHRASE_LETTERS ||
            line->link_letters * 2 > line->letters)
            continue;
        searched++;
        if ((kinds_in(p, line->words) & bit(kind)) == 0)
            continue;
        said = true;
        p->phrased += line->keep ? line->letters : 0;
    }
    return said;
}

/* ----------------------------------------------------------------- errors */

/* "404", whole: a status of HTTP that pages show. */
static bool is_status(ahd_str words)
{
    static const char *const codes[] = {"400", "401", "403", "404", "410",
                                        "429", "500", "502", "503", "504"};

    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (ahd_str_is(words, codes[i]))
            return true;
    return false;
}

static bool is_error_text(page *p, ahd_str words)
{
    words = ahd_str_trim(words);
    if (!is_status(words) &&
        (kinds_in(p, words) & bit(AHD_FURNITURE_ERROR)) == 0)
        return false;
    p->words = words;
    return true;
}

static bool heads_error(page *p)
{
    const ahd_meta *meta = &p->folio->meta;

    for (uint32_t i = 0; i < meta->heading_count; i++) {
        const ahd_heading *h = &meta->headings[i];
        if (!h->aside && h->end > h->first &&
            is_error_text(p, ahd_draft_plain(p->folio->outline.arena,
                                             meta->pieces[h->first])))
            return true;
    }
    return false;
}

static bool is_error(page *p)
{
    if (p->n.kept >= (p->dated ? 2 * LEAST_LETTERS : ERROR_LETTERS))
        return false;
    if (is_error_text(p, p->folio->title.words) || is_error_text(p, p->head) ||
        heads_error(p))
        return true;
    p->words = p->folio->title.words;
    return p->traits & AHD_TRAIT_ERROR ||
           (p->n.kept < STUB_LETTERS && is_said(p, AHD_FURNITURE_ERROR));
}

/* ------------------------------------------------------------------ walls */

static bool is_login(page *p)
{
    return p->titled & bit(AHD_FURNITURE_LOGIN) &&
           p->traits & AHD_TRAIT_PASSWORD && p->n.own < NOTICE_LETTERS;
}

static bool is_consent(page *p)
{
    return !p->dated && p->n.own < NOTICE_LETTERS &&
           is_said(p, AHD_FURNITURE_CONSENT) && p->phrased * 2 >= p->n.own;
}

static bool is_paywall(page *p)
{
    return p->n.own < NOTICE_LETTERS && is_said(p, AHD_FURNITURE_PAYWALL) &&
           p->n.own < STUB_LETTERS + p->phrased;
}

/* ---------------------------------------------------------------- readers */

/* Two witnesses: single ones are names of topics as well. */
static bool is_thread(page *p)
{
    static const uint32_t signs[] = {AHD_TRAIT_THREAD, AHD_TRAIT_THREAD_CLASS,
                                     AHD_TRAIT_THREAD_PATH, AHD_TRAIT_BOARD};
    int seen = 0;

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        seen += (p->traits & signs[i]) != 0;
    return seen >= 2 && !(p->traits & AHD_TRAIT_ARTICLE);
}

static bool is_remarks(page *p)
{
    return !p->dated && p->n.kept > 0 && p->n.own < LEAST_LETTERS &&
           p->n.remarks * 10 >= p->n.kept * 8;
}

/* ------------------------------------------------------------------ lists */

/* Is `part` at least so much of `whole`? */
static bool is_share(uint32_t part, uint32_t whole, uint32_t percent)
{
    return (uint64_t)part * 100 >= (uint64_t)whole * percent;
}

static bool is_row_of_teasers(page *p)
{
    const ahd_census *n = &p->n;

    if (n->teasers >= 4 && is_share(n->teaser_letters, n->kept, 60) &&
        !is_share(n->run, n->kept, 25))
        return true;
    return !p->dated &&
           ((n->teasers >= 3 && is_share(n->teaser_letters, n->kept, 75) &&
             !is_share(n->run, n->kept, 35)) ||
            (n->teasers >= 12 && !is_share(n->run, n->kept, 10)));
}

static bool is_row_of_links(page *p)
{
    const ahd_census *n = &p->n;

    return !p->dated &&
           ((n->headlines >= 5 && n->run < 250 &&
             n->headline_letters > 2 * n->kept) ||
            (n->kept >= LEAST_LETTERS && is_share(n->linked, n->kept, 65)));
}

static bool is_home(page *p)
{
    return p->traits & AHD_TRAIT_HOME && !(p->traits & AHD_TRAIT_ARTICLE) &&
           !is_share(p->n.run, p->n.kept, 35) &&
           (p->n.headlines >= 6 || p->n.teasers >= 4);
}

/* Says so; but one text that is nearly all of it is no list. */
static bool is_section(page *p)
{
    return p->traits & AHD_TRAIT_LIST && !(p->traits & AHD_TRAIT_ARTICLE) &&
           (p->n.own < NOTICE_LETTERS || !is_share(p->n.run, p->n.kept, 90));
}

static bool is_shelf(page *p)
{
    bool unsaid = !p->dated && !(p->traits & AHD_TRAIT_ARTICLE);
    bool priced = p->n.prices >= 12 && p->n.prices * 100 > p->n.kept &&
                  !is_share(p->n.run, p->n.kept, 90);

    return p->traits & AHD_TRAIT_SHELF ||
           (unsaid && (priced || p->traits & AHD_TRAIT_GOODS));
}

/* --------------------------------------------------------------- no text */

static bool is_video(page *p)
{
    return p->n.own < CLIP_LETTERS && !(p->traits & AHD_TRAIT_ARTICLE) &&
           (p->traits & AHD_TRAIT_VIDEO ||
            (p->traits & AHD_TRAIT_PLAYER && !p->dated));
}

static bool is_gallery(page *p)
{
    return p->n.own < LEAST_LETTERS && p->n.captions >= 3;
}

static bool is_numbers(page *p)
{
    uint32_t share = p->n.run > 0 ? 20 : 10; /* percent; run: of prose */

    return !p->dated && p->n.own < 2 * STUB_LETTERS && p->n.digits > 0 &&
           is_share(p->n.digits, p->n.own, share);
}

static bool is_short(page *p)
{
    return p->n.own < LEAST_LETTERS && p->n.kept < 4 * LEAST_LETTERS;
}

/* ----------------------------------------------------------------- rules */

/* The first that fits. A reason that ends with a space goes on with the words
 * that were seen. */
static const struct {
    bool (*fits)(page *p);
    ahd_kind kind;
    const char *why;
} rules[] = {
    {is_error, AHD_KIND_ERROR, "an error page: "},
    {is_login, AHD_KIND_NOT_NEWS, "the page asks for a password"},
    {is_consent, AHD_KIND_NOT_NEWS,
     "the page asks to accept cookies, and has no other text"},
    {is_paywall, AHD_KIND_NOT_NEWS,
     "the text is for subscribers, only its beginning is here"},
    {is_thread, AHD_KIND_NOT_NEWS, "a discussion among readers"},
    {is_remarks, AHD_KIND_NOT_NEWS,
     "comments of readers, without the article that they are about"},
    {is_row_of_teasers, AHD_KIND_LIST,
     "a list of links to other pages, each with a sentence or two under it"},
    {is_row_of_links, AHD_KIND_LIST,
     "a list of links to other pages, with too little text of its own"},
    {is_home, AHD_KIND_LIST, "the first page of a site, with links to others"},
    {is_section, AHD_KIND_LIST,
     "a list: its mark-up or address calls it an archive, a section, a search "
     "or an author's page"},
    {is_shelf, AHD_KIND_LIST, "a list of goods with their prices"},
    {is_video, AHD_KIND_NOT_NEWS, "a video with hardly any text"},
    {is_gallery, AHD_KIND_NOT_NEWS,
     "pictures with captions, and no text of its own"},
    {is_numbers, AHD_KIND_NOT_NEWS,
     "numbers: scores, rates or a timetable, with hardly any text"},
    {is_short, AHD_KIND_NOT_NEWS, "too little text for an article"},
};

static page page_of(const ahd_folio *folio)
{
    const ahd_meta *meta = &folio->meta;
    ahd_arena *arena = folio->outline.arena;
    page p = {.folio = folio, .dated = folio->says_article};

    ahd_census_take(folio, &p.n);
    p.head = ahd_meta_plain(meta, AHD_META_HEAD, arena);
    p.titled = kinds_in(&p, folio->title.words);
    p.traits = meta->traits |
               ahd_trait_of_graph(ahd_meta_plain(meta, AHD_META_TYPE, arena)) |
               ahd_trait_of_address(folio->reader->doc->url) |
               ahd_trait_of_address(folio->reader->in->url);
    return p;
}

bool ahd_nonarticle_refuse(const ahd_folio *folio)
{
    page p = page_of(folio);

    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        ahd_str why = ahd_str_from(rules[i].why);
        if (!rules[i].fits(&p))
            continue;
        ahd_reader_refuse(folio->reader, rules[i].kind, why,
                          ahd_str_ends(why, AHD_STR(" ")) ? p.words
                                                          : AHD_STR(""));
        return true;
    }
    return false;
}
