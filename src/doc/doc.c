#include "doc/doc.h"

ahd_doc *ahd_doc_new(ahd_arena *arena)
{
    ahd_doc *doc = ahd_new(arena, ahd_doc, 1);

    doc->arena = arena;
    doc->published = doc->updated = AHD_NO_DAY;
    doc->outlet_actor = doc->dateline_mention = AHD_NONE;
    return doc;
}

ahd_str ahd_doc_title(const ahd_doc *doc)
{
    return ahd_str_span(doc->text, (ahd_span){0, doc->title_len});
}

ahd_str ahd_doc_words(const ahd_doc *doc, ahd_span at)
{
    return ahd_str_span(doc->text, at);
}

ahd_arg ahd_arg_none(void)
{
    return (ahd_arg){.mention = AHD_NONE,
                     .id = AHD_NONE,
                     .post = AHD_NONE,
                     .principal = AHD_NONE};
}

/* --------------------------------------------------------------- check */

static bool is_inside(const ahd_doc *doc, ahd_span at)
{
    return at.start <= doc->text.len && at.len <= doc->text.len - at.start;
}

static bool is_below(uint32_t index, uint32_t count)
{
    return index == AHD_NONE || index < count;
}

static const char *check_page(const ahd_doc *doc)
{
    uint32_t end = 0;

    if (doc->title_len > doc->text.len)
        return "the title is longer than the text";
    for (uint32_t i = 0; i < doc->map.count; i++) {
        const ahd_stretch *s = &doc->map.items[i];
        if (s->text < end || !is_inside(doc, (ahd_span){s->text, s->len}))
            return "the map is out of order or outside the text";
        end = s->text + s->len;
    }
    end = 0;
    for (uint32_t i = 0; i < doc->paragraphs.count; i++) {
        ahd_span p = doc->paragraphs.items[i];
        if (p.start < end || !is_inside(doc, p))
            return "paragraphs overlap or are outside the text";
        end = ahd_span_end(p);
    }
    return NULL;
}

static const char *check_words(const ahd_doc *doc)
{
    uint32_t token = 0, end = 0;

    for (uint32_t i = 0; i < doc->sentences.count; i++) {
        const ahd_sentence *s = &doc->sentences.items[i];
        if (s->first != token || s->end <= s->first || !is_inside(doc, s->at))
            return "sentences do not cover the tokens in order";
        token = s->end;
    }
    if (doc->writings.count > 0 && doc->writings.count != doc->paragraphs.count)
        return "not every paragraph has its language";
    if (doc->sentences.count > 0 && token != doc->tokens.count)
        return "tokens after the last sentence";
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        if (t->at.start < end || !is_inside(doc, t->at))
            return "tokens overlap or are outside the text";
        if (t->readings > AHD_READINGS ||
            t->first_hit + t->hits > doc->hits.count)
            return "a token's readings or hits are outside their layer";
        end = ahd_span_end(t->at);
    }
    return NULL;
}

static const char *check_segments(const ahd_doc *doc)
{
    uint32_t end = 0;

    for (uint32_t i = 0; i < doc->segments.count; i++) {
        const ahd_segment *s = &doc->segments.items[i];
        if (s->at.start < end || !is_inside(doc, s->at) ||
            s->token >= doc->tokens.count || s->pos >= AHD_POS_COUNT)
            return "segments overlap or are outside the text";
        end = ahd_span_end(s->at);
    }
    for (uint32_t i = 0; i < doc->tokens.count && doc->segments.count; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        if (t->host >= t->segments ||
            t->segment + t->segments > doc->segments.count ||
            doc->segments.items[t->segment].token != i)
            return "a token's segments are not its own";
    }
    return NULL;
}

/* The word that it belongs to is one of the chunk's that it belongs to. */
static bool is_tied(const ahd_doc *doc, const ahd_chunk *c)
{
    const ahd_chunk *of;

    if (c->of == AHD_NONE)
        return c->word == AHD_NONE;
    of = &doc->chunks.items[c->of];
    return c->word >= of->first && c->word < of->end;
}

static bool is_chunk(const ahd_doc *doc, const ahd_chunk *c)
{
    return c->first <= c->head && c->head < c->end &&
           c->end <= doc->segments.count && is_below(c->prep, c->first) &&
           is_below(c->genitive, c->end) &&
           is_below(c->of, doc->chunks.count) && is_tied(doc, c) &&
           is_below(c->clause, doc->clauses.count);
}

static const char *check_chunks(const ahd_doc *doc)
{
    uint32_t end = 0;

    for (uint32_t i = 0; i < doc->chunks.count; i++) {
        const ahd_chunk *c = &doc->chunks.items[i];
        if (c->first < end || !is_chunk(doc, c) || c->of == i ||
            c->kind >= AHD_CHUNK_KINDS || c->link >= AHD_LINKS)
            return "chunks overlap or point outside their layers";
        end = c->end;
    }
    for (uint32_t i = 0; i < doc->clauses.count; i++) {
        const ahd_clause *c = &doc->clauses.items[i];
        if (c->first > c->end || c->end > doc->chunks.count ||
            !is_below(c->predicate, doc->chunks.count) ||
            !is_below(c->subject, doc->chunks.count) || !is_below(c->of, i))
            return "a clause points outside its layers";
    }
    return NULL;
}

static const char *check_names(const ahd_doc *doc)
{
    uint32_t end = 0;

    for (uint32_t i = 0; i < doc->mentions.count; i++) {
        const ahd_mention *m = &doc->mentions.items[i];
        if (m->first < end || m->end <= m->first ||
            m->end > doc->tokens.count || m->others > AHD_OTHERS)
            return "mentions overlap or are outside the tokens";
        if (!is_inside(doc, m->at) || !is_inside(doc, m->name))
            return "a mention is outside the text";
        end = m->end;
    }
    for (uint32_t i = 0; i < doc->numbers.count; i++)
        if (!is_inside(doc, doc->numbers.items[i].at) ||
            doc->numbers.items[i].end > doc->tokens.count)
            return "a number is outside the text";
    for (uint32_t i = 0; i < doc->named.count; i++)
        if (!is_inside(doc, doc->named.items[i].at) ||
            doc->named.items[i].end > doc->tokens.count)
            return "a name of the tagger is outside the text";
    for (uint32_t i = 0; i < doc->times.count; i++)
        if (!is_inside(doc, doc->times.items[i].at) ||
            doc->times.items[i].said >= doc->said.count ||
            doc->times.items[i].sentence >= doc->sentences.count)
            return "a time is outside the text";
    return NULL;
}

static bool is_arg(const ahd_doc *doc, const ahd_arg *arg)
{
    return is_inside(doc, arg->at) &&
           is_below(arg->mention, doc->mentions.count);
}

static const char *check_quotes(const ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->quotes.count; i++) {
        const ahd_quote *q = &doc->quotes.items[i];
        if (!is_inside(doc, q->at) || !is_inside(doc, q->cue) ||
            q->end > doc->tokens.count || !is_below(q->continues, i) ||
            !is_arg(doc, &q->speaker) || !is_arg(doc, &q->via))
            return "a quotation points outside its layers";
        if (i > 0 && q->sentence < doc->quotes.items[i - 1].sentence)
            return "quotations are out of order";
    }
    return NULL;
}

static const char *check_agreements(const ahd_doc *doc)
{
    uint32_t end = 0;

    for (uint32_t i = 0; i < doc->agreements.count; i++) {
        const ahd_agreement_ref *r = &doc->agreements.items[i];
        if (r->first < end || r->end > doc->tokens.count ||
            !is_inside(doc, r->at) || r->others > AHD_OTHERS ||
            !is_below(r->found, doc->found.count) ||
            !is_below(r->fullest, doc->agreements.count))
            return "agreements overlap or point outside their layers";
        end = r->end;
    }
    return NULL;
}

static bool are_args(const ahd_doc *doc, const ahd_args *args)
{
    for (uint32_t i = 0; i < args->count; i++)
        if (!is_arg(doc, &args->items[i]))
            return false;
    return true;
}

/* One of the two. */
static bool is_about(const ahd_doc *doc, const ahd_about *about)
{
    return about->event == AHD_NONE
               ? about->act < doc->acts.count
               : about->act == AHD_NONE && about->event < doc->events.count;
}

static const char *check_act(const ahd_doc *doc, const ahd_act *a)
{
    if (a->type >= AHD_ACT_TYPES || a->sentence >= doc->sentences.count ||
        !is_inside(doc, a->trigger) || !is_inside(doc, a->content))
        return "an act is outside the text";
    if (!are_args(doc, &a->source) || !are_args(doc, &a->target) ||
        !is_arg(doc, &a->speaker) || !is_arg(doc, &a->via) ||
        (a->has_place && !is_inside(doc, a->place.at)))
        return "an act's argument points outside its layers";
    for (uint32_t i = 0; i < a->agreements.count; i++)
        if (a->agreements.items[i] >= doc->agreements.count)
            return "an act's agreement is outside its layer";
    for (uint32_t i = 0; i < a->about.count; i++)
        if (!is_about(doc, &a->about.items[i]))
            return "an act is about no act";
    if (!is_below(a->time, doc->times.count) ||
        !is_below(a->quote, doc->quotes.count))
        return "an act's time or quotation is outside its layer";
    return NULL;
}

static const char *check_acts(const ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->acts.count; i++) {
        const char *wrong = check_act(doc, &doc->acts.items[i]);
        if (wrong)
            return wrong;
    }
    for (uint32_t i = 0; i < doc->flags.count; i++)
        if (!is_inside(doc, doc->flags.items[i].at))
            return "a flag is outside the text";
    for (uint32_t i = 0; i < doc->found.count; i++)
        if (doc->found.items[i].act >= doc->acts.count)
            return "a discovery was signed by no act";
    return NULL;
}

static bool are_grounds(const ahd_ground *ground, uint8_t count)
{
    for (uint8_t i = 0; i < count && i < AHD_GROUNDS; i++)
        if (ground[i].what == NULL)
            return false;
    return count <= AHD_GROUNDS;
}

static const char *check_doubts(const ahd_doc *doc)
{
    uint32_t end = 0;

    for (uint32_t i = 0; i < doc->acts.count; i++)
        if (!are_grounds(doc->acts.items[i].ground, doc->acts.items[i].grounds))
            return "an act has grounds that say nothing";
    for (uint32_t i = 0; i < doc->doubts.count; i++) {
        const ahd_doubt *d = &doc->doubts.items[i];
        if (d->type >= AHD_ACT_TYPES || d->sentence >= doc->sentences.count ||
            d->trigger_first < end || d->trigger_end > doc->tokens.count ||
            !is_inside(doc, d->trigger))
            return "doubts overlap or are outside the text";
        if (!are_grounds(d->ground, d->grounds))
            return "a doubt has grounds that say nothing";
        end = d->trigger_end;
    }
    return doc->doubts.count > AHD_DOUBTS ? "there are too many doubts" : NULL;
}

static const char *check_events(const ahd_doc *doc)
{
    uint32_t first = 0;

    for (uint32_t i = 0; i < doc->events.count; i++) {
        const ahd_event *e = &doc->events.items[i];
        if (e->sentence >= doc->sentences.count || e->trigger_first < first ||
            e->trigger_end > doc->tokens.count || !is_inside(doc, e->trigger))
            return "events are out of order or outside the text";
        if (!are_args(doc, &e->source) || !are_args(doc, &e->target) ||
            (e->has_place && !is_arg(doc, &e->place)) ||
            !is_below(e->time, doc->times.count))
            return "an event points outside its layers";
        first = e->trigger_first;
    }
    return NULL;
}

const char *ahd_doc_check(const ahd_doc *doc)
{
    static const char *(*const checks[])(const ahd_doc *) = {
        check_page,  check_words,  check_segments, check_chunks,
        check_names, check_events, check_quotes,   check_agreements,
        check_acts,  check_doubts};

    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        const char *wrong = checks[i](doc);
        if (wrong)
            return wrong;
    }
    return NULL;
}
