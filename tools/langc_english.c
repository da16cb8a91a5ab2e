/* langc_english.c - the words of English: data/lang/en and WordNet into the
 * section of lang/english.h. */
#include "langc_english.h"

#include "doc/tags.h"
#include "lang/english.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WORDNET "/usr/share/wordnet/"
static const char package[] = "the Debian package wordnet-base has it";

/* word.seen; OURS has irregular forms of data/lang/en. */
enum { SMALL = 1, CAPITAL = 2, CLOSED = 4, OURS = 8 };

typedef struct row {
    ahd_english_form form;
    uint32_t word, order;
} row;

typedef struct word {
    ahd_str name;
    uint32_t senses[AHD_ENGLISH_OPEN], counts[AHD_ENGLISH_OPEN];
    uint8_t usual[AHD_ENGLISH_OPEN]; /* of words.tsv */
    uint8_t seen, also;              /* also: a bit for each open class */
} word;

typedef struct english {
    langc *l;
    ahd_map numbers; /* plus one */
    AHD_VEC(word) words;
    AHD_VEC(row) rows;
    int open; /* the part of speech of the list that is read */
} english;

static const struct {
    char letter;
    uint8_t pos;
    const char *index, *exceptions;
} opens[AHD_ENGLISH_OPEN] = {
    {'n', AHD_POS_NOUN, WORDNET "index.noun", WORDNET "noun.exc"},
    {'v', AHD_POS_VERB, WORDNET "index.verb", WORDNET "verb.exc"},
    {'a', AHD_POS_ADJ, WORDNET "index.adj", WORDNET "adj.exc"},
    {'r', AHD_POS_ADV, WORDNET "index.adv", WORDNET "adv.exc"},
};

/* ------------------------------------------------------------------- words */

static uint32_t number_of(english *e, ahd_str name)
{
    uint32_t *number = ahd_map_put(e->l->arena, &e->numbers, name);

    if (*number == 0) {
        ahd_vec_push(e->l->arena, &e->words)->name = name;
        *number = e->words.count;
    }
    return *number - 1;
}

static word *find(english *e, ahd_str name)
{
    const uint32_t *number = ahd_map_find(&e->numbers, name);

    return number ? &e->words.items[*number - 1] : NULL;
}

/* "talk", "U.S.": no phrase, no hyphen, no digit. */
static bool is_single(ahd_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (!((c | 32) >= 'a' && (c | 32) <= 'z') && (c != '.' || i % 2 == 0))
            return false;
    }
    return s.len > 0 && s.len <= AHD_ENGLISH_LONGEST;
}

static ahd_str small(english *e, ahd_str s)
{
    char *bytes = ahd_arena_alloc(e->l->arena, 1, s.len + 1);

    for (size_t i = 0; i < s.len; i++)
        bytes[i] = s.ptr[i] >= 'A' && s.ptr[i] <= 'Z' ? (char)(s.ptr[i] | 32)
                                                      : s.ptr[i];
    return (ahd_str){bytes, s.len};
}

static void add_row(english *e, uint32_t form, uint32_t lemma, uint8_t pos,
                    uint32_t feats)
{
    row *r = ahd_vec_push(e->l->arena, &e->rows);

    r->word = form;
    r->order = e->rows.count;
    r->form = (ahd_english_form){.feats = feats, .lemma = lemma, .pos = pos};
}

/* ----------------------------------------------------------------- WordNet */

/* "talk v 5 4 ! @ ...": how many senses. Lines of the licence begin with a
 * space. */
static void read_index(english *e, int open)
{
    ahd_str rest = langc_slurp(e->l, opens[open].index, package);
    uint32_t senses;

    while (rest.len > 0) {
        ahd_str line = ahd_str_cut(&rest, '\n');
        ahd_str name = ahd_str_cut(&line, ' ');
        ahd_str_cut(&line, ' ');
        if (!is_single(name) ||
            !ahd_str_number(ahd_str_cut(&line, ' '), &senses))
            continue;
        uint32_t number = number_of(e, name);
        e->words.items[number].senses[open] = senses;
    }
}

/* "talk%2:32:00:: 1 53": how often the sense was met in WordNet's texts. The
 * digit is the class: noun, verb, adjective, adverb, adjective again. */
static void read_counts(english *e)
{
    ahd_str rest = langc_slurp(e->l, WORDNET "cntlist.rev", package);
    uint32_t count;

    while (rest.len > 0) {
        ahd_str line = ahd_str_cut(&rest, '\n');
        word *w = find(e, ahd_str_cut(&line, '%'));
        int open = line.len > 0 ? line.ptr[0] - '1' : -1;
        ahd_str_cut(&line, ' ');
        ahd_str_cut(&line, ' ');
        if (w && open >= 0 && ahd_str_number(line, &count))
            w->counts[open == 4 ? AHD_ENGLISH_ADJ : open] += count;
    }
}

/* Names are words that stand in capitals only: "00001740 03 n 01 entity 0". */
static void read_capitals(english *e)
{
    ahd_str rest = langc_slurp(e->l, WORDNET "data.noun", package);

    while (rest.len > 0) {
        ahd_str line = ahd_str_cut(&rest, '\n'), count = {0};
        if (line.len > 0 && line.ptr[0] == ' ')
            continue;
        for (int i = 0; i < 4; i++)
            count = ahd_str_cut(&line, ' ');
        for (long n = strtol(count.ptr, NULL, 16); n > 0; n--) {
            ahd_str name = ahd_str_cut(&line, ' ');
            word *w = is_single(name) ? find(e, small(e, name)) : NULL;
            ahd_str_cut(&line, ' ');
            if (w)
                w->seen |= name.ptr[0] < 'a' ? CAPITAL : SMALL;
        }
    }
}

static uint32_t exception_feats(int open, ahd_str form)
{
    if (open == AHD_ENGLISH_NOUN)
        return AHD_FEAT_SET(NUMBER, AHD_PLURAL);
    if (open != AHD_ENGLISH_VERB)
        return AHD_FEAT_SET(DEGREE, ahd_str_ends(form, AHD_STR("st"))
                                        ? AHD_SUPERLATIVE
                                        : AHD_COMPARATIVE);
    if (ahd_str_ends(form, AHD_STR("s")))
        return AHD_FEAT_SET(VERBAL, AHD_FINITE) |
               AHD_FEAT_SET(TENSE, AHD_PRESENT) | AHD_FEAT_SET(PERSON, 3) |
               AHD_FEAT_SET(NUMBER, AHD_SINGULAR);
    if (ahd_str_ends(form, AHD_STR("ing")))
        return AHD_FEAT_SET(VERBAL, AHD_PARTICIPLE) |
               AHD_FEAT_SET(TENSE, AHD_PRESENT);
    return AHD_FEAT_SET(VERBAL, AHD_FINITE) | AHD_FEAT_SET(TENSE, AHD_PAST);
}

static void add_past(english *e, uint32_t form, uint32_t lemma)
{
    uint32_t past = AHD_FEAT_SET(TENSE, AHD_PAST);

    add_row(e, form, lemma, AHD_POS_VERB,
            past | AHD_FEAT_SET(VERBAL, AHD_FINITE));
    add_row(e, form, lemma, AHD_POS_VERB,
            past | AHD_FEAT_SET(VERBAL, AHD_PARTICIPLE));
}

/* Not what data/lang/en has, and "number" is no more numb than a noun. */
static bool is_better_known(const word *w, int open)
{
    return w != NULL &&
           (w->seen & (CLOSED | OURS) ||
            (open == AHD_ENGLISH_ADJ && w->senses[AHD_ENGLISH_NOUN] > 0));
}

/* "held hold": what data/lang/en does not know better. */
static void read_exceptions(english *e, int open)
{
    ahd_str rest = langc_slurp(e->l, opens[open].exceptions, package);

    while (rest.len > 0) {
        ahd_str line = ahd_str_cut(&rest, '\n');
        ahd_str form = ahd_str_cut(&line, ' ');
        word *lemma = find(e, ahd_str_cut(&line, ' ')), *known = find(e, form);
        if (!is_single(form) || lemma == NULL || is_better_known(known, open))
            continue;
        uint32_t base = (uint32_t)(lemma - e->words.items);
        uint32_t number = number_of(e, form);
        uint32_t feats = exception_feats(open, form);
        if (open == AHD_ENGLISH_VERB && AHD_FEAT(feats, TENSE) == AHD_PAST)
            add_past(e, number, base);
        else
            add_row(e, number, base, opens[open].pos, feats);
    }
}

/* ------------------------------------------------------------- data/lang/en */

static uint8_t pos_of(langc *l, const langc_line *line, ahd_str name)
{
    ahd_pos pos = ahd_tags_find_pos(name);

    if (pos == AHD_POS_X && !ahd_str_eq(name, AHD_STR("X")))
        langc_error(l, line, "no part of speech %.*s", AHD_STR_ARG(name));
    return (uint8_t)pos;
}

static uint32_t feats_of(langc *l, const langc_line *line, ahd_str list)
{
    uint32_t feats = ahd_tags_read_feats(list);

    if (feats == 0 && !ahd_str_eq(list, AHD_STR("_")))
        langc_error(l, line, "no features %.*s", AHD_STR_ARG(list));
    return feats;
}

static void read_closed(langc *l, const langc_line *line, void *user)
{
    english *e = user;
    const ahd_str *c = line->cells;

    if (ahd_str_eq(c[0], AHD_STR("form")))
        return;
    uint32_t lemma = number_of(e, c[1]), form = number_of(e, c[0]);
    word *w = &e->words.items[form];
    w->seen |= CLOSED;
    w->also = 0;
    for (int i = 0; i < AHD_ENGLISH_OPEN; i++)
        if (memchr(c[4].ptr, opens[i].letter, c[4].len))
            w->also |= (uint8_t)(1 << i);
    add_row(e, form, lemma, pos_of(l, line, c[2]), feats_of(l, line, c[3]));
    e->rows.items[e->rows.count - 1].form.usual = 8;
}

static bool is_base(uint32_t feats, uint8_t pos)
{
    return pos == AHD_POS_ADV || feats == AHD_FEAT_SET(NUMBER, AHD_SINGULAR) ||
           feats == AHD_FEAT_SET(DEGREE, 1) ||
           feats == AHD_FEAT_SET(VERBAL, AHD_INFINITIVE);
}

/* Makes a word of an open class usual, when the row is its first form. */
static bool raise_usual(word *w, uint8_t pos, uint32_t usual)
{
    for (int i = 0; i < AHD_ENGLISH_OPEN; i++)
        if (opens[i].pos == pos) {
            w->usual[i] = (uint8_t)usual;
            return true;
        }
    return false;
}

static void read_word(langc *l, const langc_line *line, void *user)
{
    english *e = user;
    const ahd_str *c = line->cells;
    uint32_t usual;

    if (ahd_str_eq(c[0], AHD_STR("form")))
        return;
    uint32_t lemma = number_of(e, c[1]), form = number_of(e, c[0]);
    uint8_t pos = pos_of(l, line, c[2]);
    uint32_t feats = feats_of(l, line, c[3]);
    if (!ahd_str_number(c[4], &usual) || usual < 1 || usual > 15) {
        langc_error(l, line, "usual is 1 to 15");
        return;
    }
    if (lemma == form && is_base(feats, pos) &&
        raise_usual(&e->words.items[form], pos, usual))
        return;
    add_row(e, form, lemma, pos, feats);
    e->rows.items[e->rows.count - 1].form.usual = (uint8_t)usual;
}

static void read_verb(langc *l, const langc_line *line, void *user)
{
    english *e = user;
    const ahd_str *c = line->cells;
    const uint32_t past = AHD_FEAT_SET(TENSE, AHD_PAST);

    if (ahd_str_eq(c[0], AHD_STR("lemma")))
        return;
    if (c[2].len == 0)
        langc_error(l, line, "no participle");
    uint32_t lemma = number_of(e, c[0]);
    uint32_t finite = number_of(e, c[1]), participle = number_of(e, c[2]);
    add_row(e, finite, lemma, AHD_POS_VERB,
            past | AHD_FEAT_SET(VERBAL, AHD_FINITE));
    add_row(e, participle, lemma, AHD_POS_VERB,
            past | AHD_FEAT_SET(VERBAL, AHD_PARTICIPLE));
    e->words.items[finite].seen |= OURS;
    e->words.items[participle].seen |= OURS;
}

/* ------------------------------------------------------------- the section */

static unsigned log_of(uint32_t n)
{
    unsigned bits = 0;

    for (; n > 0; n >>= 1)
        bits++;
    return bits;
}

/* 1 for what WordNet only lists, 2 to 15 by how often it met it. */
static uint16_t usual_of(const word *w)
{
    uint32_t all = 0;

    for (int i = 0; i < AHD_ENGLISH_OPEN; i++) {
        uint32_t n = w->senses[i] > 0 ? 1 + log_of(w->counts[i]) : 0;
        if (w->usual[i] > 0)
            n = w->usual[i];
        if (i == AHD_ENGLISH_NOUN && (w->seen & (SMALL | CAPITAL)) == CAPITAL &&
            w->usual[i] == 0)
            n = 0;
        if (w->seen & CLOSED && !(w->also >> i & 1))
            n = 0;
        all |= (n < 15 ? n : 15) << 4 * i;
    }
    return (uint16_t)all;
}

static int compare(const void *a, const void *b)
{
    const row *x = a, *y = b;

    if (x->word != y->word)
        return x->word < y->word ? -1 : 1;
    return x->order < y->order ? -1 : 1;
}

static void *place(char *section, uint32_t *at, uint32_t *end, uint32_t bytes)
{
    *at = *end;
    *end = (*end + bytes + 7) & ~7u;
    return section + *at;
}

static void fill_slots(const english *e, uint32_t *slots, uint32_t bits)
{
    const uint32_t mask = (1u << bits) - 1;

    for (uint32_t i = 0; i < e->words.count; i++) {
        uint64_t hash = ahd_english_hash(e->words.items[i].name);
        uint32_t at = (uint32_t)hash & mask;
        while (slots[at] != 0)
            at = (at + 1) & mask;
        slots[at] =
            ((uint32_t)(hash >> 32) & ~((1u << AHD_ENGLISH_INDEX_BITS) - 1)) |
            (i + 1);
    }
}

static void fill_words(const english *e, ahd_english_word *words, char *names)
{
    uint32_t at = 0;

    for (uint32_t i = 0; i < e->words.count; i++) {
        const word *w = &e->words.items[i];
        words[i] = (ahd_english_word){
            .name = at, .len = (uint8_t)w->name.len, .usual = usual_of(w)};
        if (w->seen & CLOSED)
            words[i].forms = AHD_ENGLISH_CLOSED;
        else if (w->seen & CAPITAL)
            words[i].forms = AHD_ENGLISH_NAME;
        memcpy(names + at, w->name.ptr, w->name.len);
        at += (uint32_t)w->name.len;
    }
}

static void fill_rows(english *e, ahd_english_word *words,
                      ahd_english_form *rows)
{
    const row *r = e->rows.items;

    for (uint32_t i = 0; i < e->rows.count; i++) {
        bool more = i + 1 < e->rows.count && r[i + 1].word == r[i].word;
        rows[i + 1] = r[i].form;
        rows[i + 1].more = more;
        if (i == 0 || r[i - 1].word != r[i].word)
            words[r[i].word].forms |= (uint16_t)(i + 1);
    }
}

static ahd_str lay_out(english *e)
{
    uint32_t letters = 0, bits = 4, end = sizeof(ahd_english_header);

    for (uint32_t i = 0; i < e->words.count; i++)
        letters += (uint32_t)e->words.items[i].name.len;
    while ((1u << bits) < e->words.count + e->words.count / 4)
        bits++;
    char *section = ahd_arena_alloc(
        e->l->arena, 1,
        sizeof(ahd_english_header) + 64 + (4u << bits) + letters +
            e->words.count * sizeof(ahd_english_word) +
            (e->rows.count + 1) * sizeof(ahd_english_form));
    ahd_english_header *h = (void *)section;
    uint32_t *slots = place(section, &h->slots_at, &end, 4u << bits);
    ahd_english_word *words =
        place(section, &h->words_at, &end,
              e->words.count * (uint32_t)sizeof(ahd_english_word));
    ahd_english_form *rows =
        place(section, &h->rows_at, &end,
              (e->rows.count + 1) * (uint32_t)sizeof(ahd_english_form));
    char *names = place(section, &h->names_at, &end, letters);
    h->slot_bits = bits;
    h->words = e->words.count;
    h->rows = e->rows.count;
    h->bytes = end;
    fill_slots(e, slots, bits);
    fill_words(e, words, names);
    fill_rows(e, words, rows);
    return (ahd_str){section, end};
}

ahd_str langc_english_make(langc *l)
{
    english e = {.l = l};

    for (int i = 0; i < AHD_ENGLISH_OPEN; i++)
        read_index(&e, i);
    read_counts(&e);
    read_capitals(&e);
    langc_rows(l, "data/lang/en/closed.tsv", read_closed, &e);
    langc_rows(l, "data/lang/en/words.tsv", read_word, &e);
    langc_rows(l, "data/lang/en/verbs.tsv", read_verb, &e);
    for (int i = 0; i < AHD_ENGLISH_OPEN; i++)
        read_exceptions(&e, i);
    qsort(e.rows.items, e.rows.count, sizeof *e.rows.items, compare);
    if (e.words.count >= 1u << AHD_ENGLISH_INDEX_BITS ||
        e.rows.count >= AHD_ENGLISH_CLOSED - 1) {
        fprintf(stderr, "langc: English has too many words for its table\n");
        l->errors++;
    }
    return lay_out(&e);
}
