#include "morph/tag.h"

#include "lang/fold.h"
#include "morph/clitics.h"

enum { LONGEST_PHRASE = 16 };

typedef struct search {
    const ahd_kb *kb;
    ahd_doc *doc;
    uint32_t first, limit; /* tokens: start of the phrase, end of sentence */
    uint16_t pro;          /* of the first token */
} search;

static void add_terms(search *s, uint32_t node, uint32_t end, uint16_t suffix)
{
    uint32_t count, first = ahd_kb_terms(s->kb, node, &count);

    for (uint32_t i = 0; i < count; i++) {
        const ahd_term *term = ahd_kb_term_at(s->kb, first + i);
        ahd_hit *hit = ahd_vec_push(s->doc->arena, &s->doc->hits);
        *hit = (ahd_hit){s->first,    end,    term->kind, term->id,
                         term->extra, s->pro, suffix};
    }
}

static void follow(search *s, uint32_t node, uint32_t end, uint16_t suffix);

static void step(search *s, uint32_t node, uint32_t symbol, uint32_t token,
                 uint16_t suffix)
{
    uint32_t next = symbol ? ahd_kb_step(s->kb, node, symbol) : 0;

    if (next != 0)
        follow(s, next, token + 1, suffix);
}

/* The phrase has come to `node` with tokens [first, end): note what it means
 * and go on. Words inside a phrase keep their clitics, but for the article,
 * which may be there or not, and for a pronoun on the last. */
static void follow(search *s, uint32_t node, uint32_t end, uint16_t suffix)
{
    add_terms(s, node, end, suffix);
    if (end >= s->limit || suffix || end - s->first >= LONGEST_PHRASE)
        return;
    const ahd_token *t = &s->doc->tokens.items[end];
    step(s, node, t->sym, end, 0);
    if (t->bare != t->sym)
        step(s, node, t->bare, end, 0);
    for (int i = 0; i < t->readings; i++)
        if (t->reading[i].suffix && (t->reading[i].pro & ~AHD_PRO_AL) == 0)
            step(s, node, t->reading[i].sym, end, 1);
}

static void find_from(search *s, uint32_t token)
{
    const ahd_token *t = &s->doc->tokens.items[token];

    s->first = token;
    for (int i = 0; i < t->readings; i++) {
        const ahd_reading *r = &t->reading[i];
        s->pro = r->pro;
        step(s, 0, r->sym, token, r->suffix);
        if (r->bare != r->sym)
            step(s, 0, r->bare, token, r->suffix);
    }
}

/* Longest first; few, so insertion sort. */
static void sort_hits(ahd_hit *hits, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        ahd_hit hit = hits[i];
        uint32_t j = i;
        for (; j > 0 && hits[j - 1].end < hit.end; j--)
            hits[j] = hits[j - 1];
        hits[j] = hit;
    }
}

static void find_phrases(const ahd_kb *kb, ahd_doc *doc)
{
    search s = {.kb = kb, .doc = doc};

    for (uint32_t n = 0; n < doc->sentences.count; n++) {
        const ahd_sentence *sentence = &doc->sentences.items[n];
        s.limit = sentence->end;
        for (uint32_t i = sentence->first; i < sentence->end; i++) {
            uint32_t before = doc->hits.count;
            find_from(&s, i);
            ahd_token *t = &doc->tokens.items[i];
            t->first_hit = before;
            t->hits = doc->hits.count - before;
            if (t->hits > 1)
                sort_hits(&doc->hits.items[before], t->hits);
        }
    }
}

/* Every proclitic is a letter; marks may stand in a pronoun. */
static ahd_cut cut_of(const ahd_doc *doc, const ahd_token *t,
                      ahd_arena *scratch)
{
    if (t->segments < 2 || !(t->flags & AHD_TOKEN_ARABIC))
        return (ahd_cut){0, 0};
    const ahd_segment *last =
        &doc->segments.items[t->segment + t->segments - 1];
    bool pronoun = last->kind == AHD_SEGMENT_ENCLITIC;
    return (ahd_cut){
        t->host,
        pronoun ? ahd_fold(scratch, ahd_doc_words(doc, last->at)).len : 0};
}

static bool is_finite_verb(const ahd_kb *kb, uint32_t symbol)
{
    uint32_t node = symbol ? ahd_kb_step(kb, 0, symbol) : 0, count = 0;
    uint32_t first = node ? ahd_kb_terms(kb, node, &count) : 0;

    for (uint32_t i = 0; i < count; i++) {
        const ahd_term *term = ahd_kb_term_at(kb, first + i);
        if (term->extra == AHD_FORM_PAST &&
            (term->kind == AHD_TERM_VERB || term->kind == AHD_TERM_RULE ||
             term->kind == AHD_TERM_CUE))
            return true;
    }
    return false;
}

/* «التقى» the verb has no article, though the kb may know «تقي» as a name. */
static void drop_article(const ahd_kb *kb, const ahd_doc *doc, ahd_token *t)
{
    if (t->segments == 0 || t->segment == AHD_NONE ||
        doc->segments.items[t->segment + t->host].pos != AHD_POS_VERB)
        return;
    for (int i = 0; i < t->readings; i++) {
        ahd_reading *r = &t->reading[i];
        if (!(r->pro & AHD_PRO_AL) || !is_finite_verb(kb, r->sym))
            continue;
        r->pro &= (uint16_t)~AHD_PRO_AL;
        if (t->bare == r->bare)
            t->bare = r->sym;
        r->bare = r->sym;
    }
}

void ahd_morph_tag(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        ahd_token *t = &doc->tokens.items[i];
        ahd_clitics_split(kb, cut_of(doc, t, scratch), t, doc->arena);
        drop_article(kb, doc, t);
    }
    find_phrases(kb, doc);
}
