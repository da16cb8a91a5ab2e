#include "search/query.h"

#include "base/utf8.h"
#include "lang/fold.h"

enum { LEAST_PREFIX = 2, ARABIC_STAR = 0x66D };

typedef struct parser {
    ahd_terms *terms;
    ahd_arena *arena;
    ahd_str text;
    size_t at;
    size_t joined; /* where an OR waits for what follows; text.len + 1: none */
    bool after_or;
    ahd_query *out;
    ahd_error *error;
} parser;

/* One thing that is asked for, as it is written. */
typedef struct item {
    size_t from; /* in the query */
    ahd_str words;
    bool excluded, exact, quoted, prefix;
} item;

static ahd_status fail(const parser *p, size_t at, const char *what)
{
    size_t n = ahd_utf8_count((ahd_str){p->text.ptr, at}) + 1;

    (void)ahd_fail(p->error, AHD_EUSAGE, "character %zu of the query: %s", n,
                   what);
    if (p->error)
        p->error->form = what;
    return AHD_EUSAGE;
}

static uint32_t peek(const parser *p)
{
    size_t at = p->at;

    return at < p->text.len ? ahd_utf8_next(p->text, &at) : 0;
}

static void skip(parser *p)
{
    if (p->at < p->text.len)
        (void)ahd_utf8_next(p->text, &p->at);
}

static bool takes(parser *p, ahd_str word)
{
    ahd_str rest = {p->text.ptr + p->at, p->text.len - p->at};

    if (!ahd_str_starts(rest, word))
        return false;
    p->at += word.len;
    return true;
}

/* ----------------------------------------------------------------- terms */

static void add_term(parser *p, ahd_query_word *word, char letter, ahd_str key)
{
    ahd_buf term = AHD_BUF(2 * AHD_TERMS_LONGEST);

    ahd_terms_add(&term, letter, key);
    *ahd_vec_push(p->arena, &word->terms) =
        ahd_arena_str(p->arena, ahd_buf_str(&term));
    ahd_buf_finish(&term);
}

/* A key is found where it stands alone and where it is stem and word at
 * once. */
static void add_key(parser *p, ahd_query_word *word, char letter, ahd_str key)
{
    add_term(p, word, letter, key);
    add_term(p, word, 'b', key);
}

static void add_keys(parser *p, ahd_query_word *word, ahd_str terms, bool exact)
{
    while (terms.len > 0) {
        ahd_str term = ahd_str_cut(&terms, '\t');
        char letter = term.ptr[0];
        ahd_str key = {term.ptr + 1, term.len - 1};
        if (exact ? letter != 's' : letter != 'e')
            add_key(p, word, exact ? 'e' : 's', key);
    }
}

/* Stems keep the hamza of their first letter, which a folded beginning has
 * lost: «امن» begins أمن, إمن and آمن too. */
static void add_beginning(parser *p, ahd_query_word *word, ahd_str folded)
{
    static const char *const alefs[] = {"ا", "أ", "إ", "آ"};
    enum { ALEFS = sizeof alefs / sizeof *alefs, ALEF = 2 };
    bool alef = ahd_str_starts(folded, AHD_STR("ا"));

    for (size_t i = 0; i < (alef ? ALEFS : 1); i++) {
        ahd_buf key = AHD_BUF(AHD_QUERY_BYTES * 2);
        if (alef)
            ahd_buf_add(&key, ahd_str_from(alefs[i]));
        ahd_buf_add(&key, (ahd_str){folded.ptr + (alef ? ALEF : 0),
                                    folded.len - (alef ? ALEF : 0)});
        add_key(p, word, 's', ahd_buf_str(&key));
        ahd_buf_finish(&key);
    }
    add_term(p, word, 'e', folded);
}

/* -------------------------------------------------------------- one item */

static ahd_status add_word(parser *p, const item *it, ahd_query_phrase *phrase,
                           ahd_str terms)
{
    ahd_query_word *to = ahd_vec_push(p->arena, &phrase->words);

    if (p->out->words++ == AHD_QUERY_WORDS)
        return fail(p, it->from, "too many words; 64 are the most");
    add_keys(p, to, terms, it->exact);
    return AHD_OK;
}

/* The last word is a beginning. */
static ahd_status make_prefix(parser *p, const item *it, ahd_query_phrase *to,
                              ahd_str word)
{
    ahd_query_word *last = &to->words.items[to->words.count - 1];
    ahd_str folded = ahd_fold(p->arena, word);

    if (ahd_utf8_count(folded) < LEAST_PREFIX)
        return fail(p, it->from, "a * needs two letters or more before it");
    last->terms.count = 0;
    last->prefix = true;
    if (it->exact) {
        add_key(p, last, 'e', folded);
        return AHD_OK;
    }
    add_beginning(p, last, folded);
    return AHD_OK;
}

static ahd_status make_phrase(parser *p, const item *it, ahd_query_phrase *out)
{
    size_t at = 0;
    ahd_span span = {0};
    ahd_str terms;

    while (ahd_terms_next(p->terms, it->words, &at, &span, &terms))
        AHD_TRY(add_word(p, it, out, terms));
    if (it->prefix && out->words.count > 0)
        return make_prefix(p, it, out, ahd_str_span(it->words, span));
    if (it->prefix)
        return fail(p, it->from, "a * needs two letters or more before it");
    return AHD_OK;
}

static ahd_status add_item(parser *p, const item *it)
{
    ahd_query_phrase phrase = {0};
    ahd_query_choice *to;

    AHD_TRY(make_phrase(p, it, &phrase));
    if (phrase.words.count == 0)
        return AHD_OK;
    if (p->after_or && it->excluded)
        return fail(p, it->from, "what follows OR cannot be excluded");
    if (p->after_or) {
        to = &p->out->all.items[p->out->all.count - 1];
    } else {
        to = ahd_vec_push(p->arena, &p->out->all);
        to->excluded = it->excluded;
        p->out->wanted += !it->excluded;
    }
    *ahd_vec_push(p->arena, &to->any) = phrase;
    p->after_or = false;
    return AHD_OK;
}

/* --------------------------------------------------------------- reading */

/* The mark that closes what this one opens; 0 when it opens nothing. */
static uint32_t closing(uint32_t c)
{
    static const uint32_t pairs[][2] = {{'"', '"'},
                                        {0xAB, 0xBB},
                                        {0x201C, 0x201D},
                                        {0x201E, 0x201C},
                                        {0x201D, 0x201D}};

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == c)
            return pairs[i][1];
    return 0;
}

static bool is_star(uint32_t c)
{
    return c == '*' || c == ARABIC_STAR;
}

static ahd_status read_quoted(parser *p, item *it)
{
    size_t opens = p->at;
    uint32_t close = closing(peek(p));

    skip(p);
    size_t from = p->at;
    while (p->at < p->text.len && peek(p) != close)
        skip(p);
    if (p->at == p->text.len)
        return fail(p, opens, "this quotation mark is not closed; close it");
    it->words = (ahd_str){p->text.ptr + from, p->at - from};
    it->quoted = true;
    skip(p);
    return AHD_OK;
}

/* Up to white space, a quotation mark or what joins. */
static void read_bare(parser *p, item *it)
{
    size_t from = p->at;
    uint32_t last = 0;

    while (p->at < p->text.len) {
        uint32_t c = peek(p);
        if (ahd_fold_is_space(c) || closing(c) || c == '|')
            break;
        last = c;
        skip(p);
    }
    it->words = (ahd_str){p->text.ptr + from, p->at - from};
    it->prefix = is_star(last);
}

static ahd_status read_item(parser *p)
{
    item it = {.from = p->at};

    for (; peek(p) == '-' || peek(p) == 0x2212; skip(p))
        it.excluded = true;
    bool named = takes(p, AHD_STR("exact:"));
    it.exact = named || takes(p, AHD_STR("="));
    if (closing(peek(p)))
        AHD_TRY(read_quoted(p, &it));
    else
        read_bare(p, &it);
    if (named && it.words.len == 0)
        return fail(p, it.from, "exact: needs words right after it");
    return add_item(p, &it);
}

static bool is_or(const parser *p, size_t *past)
{
    ahd_str rest = {p->text.ptr + p->at, p->text.len - p->at};

    if (rest.len > 0 && rest.ptr[0] == '|') {
        *past = p->at + 1;
        return true;
    }
    if (!ahd_str_starts(rest, AHD_STR("OR")))
        return false;
    *past = p->at + 2;
    size_t next = *past;
    return next == p->text.len ||
           ahd_fold_is_space(ahd_utf8_next(p->text, &next));
}

static ahd_status read_or(parser *p, size_t past)
{
    const ahd_query *q = p->out;
    bool alone = q->all.count == 0 || q->all.items[q->all.count - 1].excluded;

    if (p->after_or || alone)
        return fail(p, p->at, "OR needs a word before it");
    p->joined = p->at;
    p->after_or = true;
    p->at = past;
    return AHD_OK;
}

static ahd_status read_all(parser *p)
{
    size_t past;

    for (;;) {
        while (p->at < p->text.len && ahd_fold_is_space(peek(p)))
            skip(p);
        if (p->at == p->text.len)
            return AHD_OK;
        if (is_or(p, &past))
            AHD_TRY(read_or(p, past));
        else
            AHD_TRY(read_item(p));
    }
}

static bool is_blank(ahd_str text)
{
    for (size_t at = 0; at < text.len;)
        if (!ahd_fold_is_space(ahd_utf8_next(text, &at)))
            return false;
    return true;
}

ahd_status ahd_query_parse(ahd_terms *terms, ahd_str text, ahd_arena *arena,
                           ahd_query *out, ahd_error *error)
{
    parser p = {.terms = terms,
                .arena = arena,
                .text = text,
                .out = out,
                .error = error};

    *out = (ahd_query){0};
    if (text.len > AHD_QUERY_BYTES)
        return ahd_fail(error, AHD_EUSAGE,
                        "the query has %zu bytes; %d are the most", text.len,
                        (int)AHD_QUERY_BYTES);
    AHD_TRY(read_all(&p));
    if (p.after_or)
        return fail(&p, p.joined, "OR needs a word after it");
    if (out->all.count == 0 && !is_blank(text))
        return fail(&p, 0, "there is no word to look for");
    return AHD_OK;
}

/* --------------------------------------------------------------- asking */

static bool has_term(const ahd_query_word *word, ahd_str term)
{
    for (uint32_t i = 0; i < word->terms.count; i++) {
        ahd_str wanted = word->terms.items[i];
        if (word->prefix ? ahd_str_starts(term, wanted)
                         : ahd_str_eq(term, wanted))
            return true;
    }
    return false;
}

bool ahd_query_word_is(const ahd_query_word *word, ahd_str terms)
{
    while (terms.len > 0)
        if (has_term(word, ahd_str_cut(&terms, '\t')))
            return true;
    return false;
}
