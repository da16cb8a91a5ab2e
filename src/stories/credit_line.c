#include "stories/credit_line.h"

#include "doc/look.h"
#include "lang/fold.h"
#include "lang/word.h"

/* In tokens: how long a line of credit is, and how near its brackets are. */
enum { LINE = 6, BRACKETS = 4 };

typedef struct reading {
    const ahd_kb *kb;
    const ahd_doc *doc;
    ahd_arena *arena;
    ahd_credits *out;
} reading;

static void credit(ahd_credits *out, ahd_str agency, bool whole)
{
    uint32_t at = 0;

    while (at < out->count && ahd_str_cmp(out->items[at].agency, agency) < 0)
        at++;
    if (at < out->count && ahd_str_eq(out->items[at].agency, agency)) {
        out->items[at].whole |= whole;
        return;
    }
    if (out->count == AHD_CREDITS)
        return;
    for (uint32_t i = out->count++; i > at; i--)
        out->items[i] = out->items[i - 1];
    out->items[at] = (ahd_credited){agency, whole};
}

/* The agency that a phrase of the kb means; empty when it is none. */
static ahd_str agency_of(const ahd_kb *kb, uint32_t actor)
{
    if (actor == AHD_NONE ||
        ahd_kb_actor_at(kb, actor)->type != AHD_ACTOR_AGENCY)
        return AHD_STR("");
    return ahd_kb_str(kb, ahd_kb_actor_at(kb, actor)->id);
}

static bool is_agencies(const ahd_kb *kb, ahd_str folded)
{
    for (uint32_t i = 0; i < kb->creditings.count; i++) {
        const ahd_crediting *row = ahd_kb_crediting_at(kb, i);
        if (ahd_str_eq(ahd_kb_str(kb, row->form), folded) &&
            ahd_str_eq(ahd_kb_str(kb, row->kind), AHD_STR("agencies")))
            return true;
    }
    return false;
}

/* ---------------------------------------------------------------- byline */

enum { LINE_WORDS = 32 };

/* The agency whose name begins at a word; the longest one. */
static ahd_str name_at(const ahd_kb *kb, const ahd_str *words, uint32_t count)
{
    ahd_str found = AHD_STR("");
    uint32_t node = 0, terms;

    for (uint32_t i = 0; i < count; i++) {
        uint32_t symbol = ahd_kb_symbol(kb, words[i]);
        node = symbol ? ahd_kb_step(kb, node, symbol) : 0;
        if (node == 0)
            break;
        uint32_t first = ahd_kb_terms(kb, node, &terms);
        for (uint32_t k = 0; k < terms; k++) {
            const ahd_term *term = ahd_kb_term_at(kb, first + k);
            ahd_str agency = term->kind == AHD_TERM_ACTOR
                                 ? agency_of(kb, term->id)
                                 : AHD_STR("");
            if (agency.len > 0)
                found = agency;
        }
    }
    return found;
}

static void read_byline(const reading *r)
{
    ahd_str words[LINE_WORDS];
    uint32_t count = 0;
    ahd_word word;

    for (size_t at = 0;
         count < LINE_WORDS && ahd_word_next(r->doc->byline, &at, &word);)
        words[count++] =
            ahd_fold(r->arena, ahd_str_span(r->doc->byline, word.at));
    for (uint32_t i = 0; i < count; i++) {
        ahd_str agency = name_at(r->kb, words + i, count - i);
        if (agency.len > 0)
            credit(r->out, agency, true);
        else if (is_agencies(r->kb, words[i]))
            credit(r->out, AHD_STR("agencies"), true);
    }
}

/* ------------------------------------------------------------------ text */

/* Do tokens [first, end) stand in brackets, with little else? */
static bool in_brackets(const ahd_doc *doc, uint32_t first, uint32_t end)
{
    bool opened = false, closed = false;

    for (uint32_t i = 1; i <= BRACKETS && i <= first; i++)
        opened |= ahd_look_is(doc, first - i, "(");
    for (uint32_t i = 0; i < BRACKETS; i++)
        closed |= ahd_look_is(doc, end + i, ")");
    return opened && closed;
}

/* A sentence of its own, as short as a line of credit is. */
static bool is_line(const ahd_doc *doc, uint32_t token)
{
    const ahd_sentence *s =
        &doc->sentences.items[doc->tokens.items[token].sentence];

    return s->end - s->first <= LINE && s->at.start >= doc->title_len;
}

static bool is_whole(const ahd_doc *doc, uint32_t first, uint32_t end)
{
    return doc->tokens.items[first].at.start >= doc->title_len &&
           (is_line(doc, first) || in_brackets(doc, first, end));
}

static void read_text(const reading *r)
{
    const ahd_doc *doc = r->doc;

    for (uint32_t i = 0; i < doc->mentions.count; i++) {
        const ahd_mention *m = &doc->mentions.items[i];
        ahd_str agency =
            m->kind == AHD_MENTION_PLACE || m->kind == AHD_MENTION_AGREEMENT
                ? AHD_STR("")
                : agency_of(r->kb, m->id);
        if (agency.len > 0)
            credit(r->out, agency, is_whole(doc, m->first, m->end));
    }
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        if (t->kind == AHD_TOKEN_WORD && is_whole(doc, i, i + 1) &&
            is_agencies(r->kb, t->form))
            credit(r->out, AHD_STR("agencies"), true);
    }
}

void ahd_credit_line_read(const ahd_kb *kb, const ahd_doc *doc,
                          ahd_arena *arena, ahd_credits *out)
{
    const reading r = {kb, doc, arena, out};

    *out = (ahd_credits){.outlet = agency_of(kb, doc->outlet_actor)};
    read_byline(&r);
    read_text(&r);
}
