#include "output/dump.h"

#include "doc/tags.h"

enum { POS_COLUMNS = 7, FEATS_COLUMNS = 32, LINK_COLUMNS = 11, INDENT = 2 };
enum { FEATS_BYTES = 1024, LINE_BYTES = 64 << 20 };

enum { DEEPEST = 8 }; /* clauses inside each other are indented so far */

static void put_label(ahd_paper *p, const char *label, int columns)
{
    ahd_paper_ink(p, "2");
    ahd_buf_printf(p->out, "%-*s", columns, label);
    ahd_paper_ink(p, "0");
}

/* A cell of text, and spaces up to the next column. */
static void put_cell(ahd_paper *p, ahd_str text, int columns)
{
    int width = ahd_paper_width(text);

    ahd_paper_text(p, text, "0");
    ahd_buf_printf(p->out, "%*s", width < columns ? columns - width : 1, "");
}

static void put_spaces(ahd_paper *p, int columns)
{
    ahd_buf_printf(p->out, "%*s", columns, "");
}

/* "sentence 3", and its words. */
static void put_sentence(ahd_paper *p, const ahd_doc *doc, uint32_t n)
{
    ahd_paper_ink(p, "1");
    ahd_buf_printf(p->out, "sentence %u\n", n + 1);
    ahd_paper_ink(p, "0");
    ahd_paper_fill(p, ahd_doc_words(doc, doc->sentences.items[n].at), INDENT,
                   (ahd_span){0, 0});
}

/* -------------------------------------------------------------------- text */

/* One text, so that an Arabic sentence runs from the right as a whole. */
static void put_words(ahd_paper *p, const ahd_doc *doc, const ahd_sentence *s)
{
    ahd_buf line = AHD_BUF(LINE_BYTES);

    for (uint32_t i = s->first; i < s->end; i++) {
        ahd_buf_add(&line, ahd_doc_words(doc, doc->tokens.items[i].at));
        ahd_buf_add(&line, i + 1 < s->end ? AHD_STR(" | ") : AHD_STR(""));
    }
    put_spaces(p, INDENT);
    ahd_paper_text(p, ahd_buf_str(&line), "0");
    ahd_buf_byte(p->out, '\n');
    ahd_buf_finish(&line);
}

/* "paragraph 2, ar, no-hamza" */
static void put_paragraph(ahd_paper *p, const ahd_doc *doc, uint32_t n)
{
    const ahd_writing *w = &doc->writings.items[n];

    ahd_paper_ink(p, "1");
    ahd_buf_printf(p->out, "paragraph %u", n + 1);
    ahd_paper_ink(p, "0");
    if (w->code[0])
        ahd_buf_printf(p->out, ", %.4s", w->code);
    for (uint32_t i = 0; ahd_tags_typing[i]; i++)
        if (w->typing >> i & 1)
            ahd_buf_printf(p->out, ", %s", ahd_tags_typing[i]);
    ahd_buf_byte(p->out, '\n');
}

static void put_text(ahd_paper *p, const ahd_doc *doc)
{
    uint32_t paragraph = AHD_NONE;

    for (uint32_t i = 0; i < doc->sentences.count; i++) {
        const ahd_sentence *s = &doc->sentences.items[i];
        if (s->paragraph != paragraph) {
            paragraph = s->paragraph;
            put_paragraph(p, doc, paragraph);
        }
        put_words(p, doc, s);
    }
}

/* ------------------------------------------------------------------- morph */

static ahd_str feats_text(const ahd_segment *s, ahd_buf *scratch)
{
    ahd_buf_clear(scratch);
    for (const ahd_tag *tag = ahd_tags_feats; tag->name; tag++) {
        const char *value = ahd_tags_value(tag, s->feats);
        if (value)
            ahd_buf_printf(scratch, "%s%s", scratch->len ? " " : "", value);
    }
    if (!s->known)
        ahd_buf_printf(scratch, "%s?", scratch->len ? " " : "");
    return ahd_buf_str(scratch);
}

/* A proclitic as "و+", a pronoun as "+ه". */
static void put_form(ahd_paper *p, const ahd_doc *doc, const ahd_segment *s)
{
    if (s->kind == AHD_SEGMENT_ENCLITIC)
        ahd_buf_byte(p->out, '+');
    ahd_paper_text(p, ahd_doc_words(doc, s->at), "0");
    if (s->kind == AHD_SEGMENT_PROCLITIC)
        ahd_buf_byte(p->out, '+');
    ahd_buf_byte(p->out, '\n');
}

static void put_morph(ahd_paper *p, const ahd_doc *doc)
{
    ahd_buf scratch = AHD_BUF(FEATS_BYTES);
    uint32_t sentence = AHD_NONE;

    for (uint32_t i = 0; i < doc->segments.count; i++) {
        const ahd_segment *s = &doc->segments.items[i];
        uint32_t n = doc->tokens.items[s->token].sentence;
        if (n != sentence)
            put_sentence(p, doc, n);
        sentence = n;
        put_spaces(p, INDENT);
        put_label(p, ahd_tags_pos[s->pos], POS_COLUMNS);
        put_cell(p, feats_text(s, &scratch), FEATS_COLUMNS);
        put_cell(p, s->lemma, 16);
        put_form(p, doc, s);
    }
    ahd_buf_finish(&scratch);
}

/* ------------------------------------------------------------------ chunks */

static const char *const link_names[AHD_LINKS] = {
    [AHD_LINK_NONE] = "-",
    [AHD_LINK_PREDICATE] = "predicate",
    [AHD_LINK_SUBJECT] = "subject",
    [AHD_LINK_OBJECT] = "object",
    [AHD_LINK_OBLIQUE] = "oblique",
    [AHD_LINK_ATTRIBUTE] = "attribute",
    [AHD_LINK_APPOSITION] = "apposition",
    [AHD_LINK_CONJUNCT] = "conjunct",
    [AHD_LINK_ADVERBIAL] = "adverbial",
    [AHD_LINK_COMPLEMENT] = "complement",
    [AHD_LINK_RELATIVE] = "relative",
    [AHD_LINK_SUPPORT] = "support",
};

static const char *const clause_names[AHD_CLAUSE_KINDS] = {
    [AHD_CLAUSE_MAIN] = "main clause",
    [AHD_CLAUSE_COMPLEMENT] = "complement clause",
    [AHD_CLAUSE_RELATIVE] = "relative clause",
    [AHD_CLAUSE_ADVERBIAL] = "adverbial clause",
};

static ahd_str segments_text(const ahd_doc *doc, uint32_t first, uint32_t end)
{
    const ahd_segment *all = doc->segments.items;
    uint32_t start = all[first].at.start;

    return ahd_doc_words(
        doc, (ahd_span){start, ahd_span_end(all[end - 1].at) - start});
}

static int depth_of(const ahd_doc *doc, uint32_t clause)
{
    int depth = 0;

    while (clause != AHD_NONE && depth < DEEPEST) {
        clause = doc->clauses.items[clause].of;
        depth++;
    }
    return depth;
}

static void put_clause(ahd_paper *p, const ahd_doc *doc, uint32_t clause)
{
    put_spaces(p, INDENT * depth_of(doc, clause));
    ahd_paper_ink(p, "1");
    ahd_buf_printf(p->out, "%s\n",
                   clause_names[doc->clauses.items[clause].kind]);
    ahd_paper_ink(p, "0");
}

/* "subject    الحكومة اليمنية", "oblique    على | الاتفاق  of: وقعت" */
static void put_chunk(ahd_paper *p, const ahd_doc *doc, const ahd_chunk *c)
{
    put_spaces(p, INDENT * (depth_of(doc, c->clause) + 1));
    put_label(p, link_names[c->link], LINK_COLUMNS);
    if (c->passive)
        put_label(p, "passive ", 0);
    if (c->negated)
        put_label(p, "not ", 0);
    if (c->prep != AHD_NONE) {
        ahd_paper_text(p, segments_text(doc, c->prep, c->prep + 1), "36");
        ahd_buf_byte(p->out, ' ');
    }
    ahd_paper_text(p, segments_text(doc, c->first, c->end), "0");
    if (c->of != AHD_NONE) {
        put_label(p, "  of ", 0);
        const ahd_chunk *of = &doc->chunks.items[c->of];
        ahd_paper_text(p, segments_text(doc, of->head, of->head + 1), "2");
    }
    ahd_buf_byte(p->out, '\n');
}

static void put_chunks(ahd_paper *p, const ahd_doc *doc)
{
    uint32_t sentence = AHD_NONE, clause = AHD_NONE;

    for (uint32_t i = 0; i < doc->chunks.count; i++) {
        const ahd_chunk *c = &doc->chunks.items[i];
        uint32_t token = doc->segments.items[c->first].token;
        uint32_t n = doc->tokens.items[token].sentence;
        if (n != sentence)
            put_sentence(p, doc, n);
        if (c->clause != AHD_NONE && (n != sentence || c->clause != clause))
            put_clause(p, doc, c->clause);
        sentence = n;
        clause = c->clause;
        put_chunk(p, doc, c);
    }
}

/* ------------------------------------------------------------------- all */

static const struct layer {
    const char *name;
    void (*put)(ahd_paper *p, const ahd_doc *doc);
} layers_of[] = {
    {"text", put_text}, {"morph", put_morph}, {"chunks", put_chunks}};

enum { LAYERS = sizeof layers_of / sizeof *layers_of };

static unsigned bit_of(ahd_str name)
{
    for (unsigned i = 0; i < LAYERS; i++)
        if (ahd_str_eq(name, ahd_str_from(layers_of[i].name)))
            return 1u << i;
    return 0;
}

ahd_status ahd_dump_parse(const char *names, unsigned *layers, ahd_error *error)
{
    ahd_str rest = ahd_str_from(names);

    *layers = 0;
    while (rest.len > 0) {
        ahd_str name = ahd_str_cut(&rest, ',');
        unsigned bit = bit_of(name);
        if (bit == 0)
            return ahd_fail(error, AHD_EUSAGE,
                            "no layer '%.*s'; there are text, morph, chunks",
                            AHD_STR_ARG(name));
        *layers |= bit;
    }
    return AHD_OK;
}

void ahd_dump_doc(const ahd_doc *doc, unsigned layers, ahd_paper paper)
{
    for (unsigned i = 0; i < LAYERS; i++) {
        if (!(layers >> i & 1))
            continue;
        ahd_paper_ink(&paper, "1;35");
        ahd_buf_printf(paper.out, "%s: ", layers_of[i].name);
        ahd_paper_ink(&paper, "0");
        ahd_paper_text(&paper, doc->path, "0");
        ahd_buf_byte(paper.out, '\n');
        layers_of[i].put(&paper, doc);
    }
}
