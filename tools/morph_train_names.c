/* morph_train_names.c - news and articles in which names are marked.
 *
 *     محمود  B-Politician      a word and its marks a line; an empty line ends
 *     عباس   I-Politician      the sentence
 *
 * Pieces of a person's name and places of one word are names; words outside all
 * names that a lexicon has as something else, or that have an article, are
 * none. Of organisations, works, events and peoples nothing is taken: what of
 * them is a name, treebanks decide otherwise. */
#include "morph_train.h"

#include "base/map.h"

#include <stdlib.h>
#include <string.h>

/* Sentences that are held out together. */
enum { BLOCK = 20 };

enum { A_NAME = 1 << AHD_POS_PROPN };

typedef enum mark {
    MARK_NONE,
    MARK_PERSON,
    MARK_PLACE,
    MARK_OTHER,
} mark;

typedef struct row {
    ahd_str word, marks;
    uint32_t from, len; /* in the text of its sentence */
    mark mark;
    bool begins, goes_on; /* a place: its first word, a later one */
} row;

typedef AHD_VEC(row) rows;

/* A file; `cut`: clitics are words of their own in it. */
typedef struct source {
    const char *name;
    bool cut;
} source;

typedef struct reader {
    treebank *bank;
    gzFile file;
    ahd_map usual; /* words: how often the treebank has them */
    bool cut;
} reader;

static const source sources[] = {{"newsfane-train.tsv.gz", true},
                                 {"aqmar-train.tsv.gz", false},
                                 {"wojood-sample-train.txt.gz", false}};

/* ------------------------------------------------------------------- marks */

static mark mark_of(ahd_str name)
{
    static const char *const persons[] = {
        "PER",    "PERS",          "Politician", "Athlete",
        "Artist", "Other_PER",     "Scientist",  "Businessperson",
        "Police", "Religious_PER", "Engineer",   "Lawyer",
        NULL};
    static const char *const places[] = {
        "LOC",       "GPE",  "Nation", "Population-Center", "State-or-Province",
        "Continent", "Land", NULL};

    return gold_is_one_of(name, persons)  ? MARK_PERSON
           : gold_is_one_of(name, places) ? MARK_PLACE
                                          : MARK_OTHER;
}

/* Of nested marks that of a person counts most, then that of a place. */
static void read_marks(row *r)
{
    ahd_str rest = r->marks;

    while (rest.len > 0) {
        ahd_str one = ahd_str_cut(&rest, ' ');
        if (one.len < 3 || one.ptr[1] != '-')
            continue;
        mark m = mark_of((ahd_str){one.ptr + 2, one.len - 2});
        if (m == MARK_PLACE && one.ptr[0] == 'B')
            r->begins = true;
        if (m == MARK_PLACE && one.ptr[0] == 'I')
            r->goes_on = true;
        if (r->mark == MARK_NONE || r->mark == MARK_OTHER || m == MARK_PERSON)
            r->mark = m;
    }
}

/* ----------------------------------------------------- the text of the rows */

static bool is_arabic(ahd_str s)
{
    return s.len > 0 && (unsigned char)s.ptr[0] >= 0xD8 &&
           (unsigned char)s.ptr[0] <= 0xDB;
}

/* Is the row written to the next, the one before the row to it? */
static bool joins_next(const rows *all, uint32_t i)
{
    static const char *const before[] = {"و", "ف", "ب", "ل", "ك", "س", NULL};

    return gold_is_one_of(all->items[i].word, before) && i + 1 < all->count &&
           is_arabic(all->items[i + 1].word) && all->items[i + 1].word.len > 2;
}

static bool joins_before(const rows *all, uint32_t i)
{
    static const char *const after[] = {"ه",  "ها", "هم", "هما", "هن",
                                        "نا", "ني", "كم", NULL};

    return gold_is_one_of(all->items[i].word, after) && i > 0 &&
           is_arabic(all->items[i - 1].word) && all->items[i - 1].word.len > 2;
}

static void add_bytes(gold_sentence *s, char *text, ahd_str bytes)
{
    memcpy(text + s->text.len, bytes.ptr, bytes.len);
    s->text.len += bytes.len;
}

/* "الـ" after ل loses its alef: "ل الاتفاق" is للاتفاق; ة before a pronoun is
 * ت. */
static void write_text(treebank *bank, gold_sentence *s, rows *all, bool cut)
{
    size_t room = 1;
    bool close = true; /* to what stands before */

    for (uint32_t i = 0; i < all->count; i++)
        room += all->items[i].word.len + 1;
    char *text = ahd_new(bank->arena, char, room);
    s->text = (ahd_str){text, 0};
    for (uint32_t i = 0; i < all->count; i++) {
        row *r = &all->items[i];
        bool pronoun = cut && joins_before(all, i);
        ahd_str word = r->word;
        if (pronoun && memcmp(text + s->text.len - 2, "ة", 2) == 0)
            memcpy(text + s->text.len - 2, "ت", 2);
        else if (close && i > 0 && ahd_str_starts(word, AHD_STR("ال")) &&
                 ahd_str_eq(all->items[i - 1].word, AHD_STR("ل")))
            word = (ahd_str){word.ptr + 2, word.len - 2};
        if (!close && !pronoun)
            add_bytes(s, text, AHD_STR(" "));
        r->from = (uint32_t)s->text.len;
        add_bytes(s, text, word);
        r->len = (uint32_t)word.len;
        close = cut && joins_next(all, i);
    }
}

/* ------------------------------------------------------------------ wishes */

static ahd_str folded(ahd_str word, ahd_letters *room)
{
    if (!ahd_letters_read(word, room))
        room->count = 0;
    return (ahd_str){(const char *)room->fold,
                     room->count * sizeof *room->fold};
}

/* Words that the treebank has some times, but never as names. */
static ahd_map usual_words(treebank *bank)
{
    enum { NAME = 1 << 20 };
    ahd_map map = {0};
    ahd_letters letters;

    for (uint32_t i = 0; i < bank->sentences.count; i++) {
        const gold_sentence *s = &bank->sentences.items[i];
        for (uint32_t k = 0; k < s->words.count; k++) {
            const gold_word *w = &s->words.items[k];
            ahd_str key = ahd_arena_str(bank->arena, folded(w->form, &letters));
            *ahd_map_put(bank->arena, &map, key) +=
                w->pos == AHD_POS_PROPN ? NAME : 1;
        }
    }
    return map;
}

/* "المسلمين": peoples stand among persons here and there. */
static bool is_people(const ahd_letters *l)
{
    uint32_t n = l->count;

    return n > 6 && l->fold[0] == 0x627 && l->fold[1] == 0x644 &&
           l->fold[n - 1] == 0x646 &&
           (l->fold[n - 2] == 0x64A || l->fold[n - 2] == 0x648);
}

/* Titles, numbers and peoples: "الملك عبد الله الثاني". */
static bool is_title(const ahd_map *usual, ahd_str word)
{
    ahd_letters letters;
    ahd_str key = folded(word, &letters);
    const uint32_t *times = ahd_map_find(usual, key);

    return (times && *times > 2 && *times < 1 << 20) || is_people(&letters);
}

static names_want wish(const ahd_map *usual, const rows *all, uint32_t i)
{
    const row *r = &all->items[i];
    bool single = r->mark == MARK_PLACE && r->begins && !r->goes_on &&
                  !(i + 1 < all->count && all->items[i + 1].goes_on);

    if (r->mark == MARK_NONE)
        return (names_want){.kind = NAMES_OTHER};
    if (!is_arabic(r->word) || r->word.len < 4 ||
        (r->mark != MARK_PERSON && !single) || is_title(usual, r->word))
        return (names_want){.kind = NAMES_ANY};
    return (names_want){.kind = NAMES_NAME, .from = NAMES_ANYWHERE};
}

/* Where clitics are words of their own, the rows from the token's start to `k`
 * say whether it begins with one. */
static uint8_t and_of(const rows *all, uint32_t k, uint32_t start)
{
    static const char *const ands[] = {"و", "ف", NULL};
    uint32_t first = k;

    while (first > 0 && all->items[first].from > start)
        first--;
    if (all->items[first].from != start)
        return NAMES_AND_ANY;
    return first < k && gold_is_one_of(all->items[first].word, ands)
               ? NAMES_AND
               : NAMES_AND_NOT;
}

static names_want token_wish(const reader *in, const rows *all, uint32_t k,
                             ahd_span at)
{
    const row *r = &all->items[k];
    names_want want = {0};

    if (r->from + r->len != ahd_span_end(at))
        return want;
    if (r->from >= at.start)
        want = wish(&in->usual, all, k);
    if (in->cut && want.kind == NAMES_NAME)
        want.from = (uint8_t)(r->from - at.start);
    if (in->cut)
        want.and = and_of(all, k, at.start);
    return want;
}

/* A token is what its last row is, if that ends where the token does. */
static void set_wants(reader *in, gold_sentence *s, const rows *all)
{
    uint32_t k = 0;

    s->wants = ahd_new(in->bank->arena, names_want, s->doc->tokens.count + 1);
    for (uint32_t i = 0; i < s->doc->tokens.count; i++) {
        ahd_span at = s->doc->tokens.items[i].at;
        while (k < all->count &&
               all->items[k].from + all->items[k].len < ahd_span_end(at))
            k++;
        if (k == all->count)
            return;
        s->wants[i] = token_wish(in, all, k, at);
    }
}

bool names_inside(const gold_sentence *s, const ahd_sentence *at)
{
    for (uint32_t i = at->first; i < at->end; i++)
        if (s->wants[i].kind == NAMES_NAME)
            return true;
    return false;
}

/* Is it surely a word, when no name? What the treebank has as a name more
 * than as anything else may be one where it is not marked: "الله"; so may a
 * month that is spelled like a verb: "مارس". */
static bool is_word(const ahd_choices *choices)
{
    bool word = false;

    for (uint32_t i = 0; i < choices->count; i++) {
        const ahd_split *s = &choices->splits[i];
        if (s->recalls > 0 && s->recalled[0].pos == AHD_POS_PROPN)
            return false;
        uint32_t other = s->lexical & ~(uint32_t)A_NAME;
        if (s->named & AHD_NAMED)
            other &= ~(1u << AHD_POS_VERB);
        word |= s->article > 0 || other != 0;
    }
    return word;
}

static bool begins_with_and(const ahd_choices *choices, const ahd_split *s)
{
    uint32_t first = choices->letters.bare[0];

    return s->pros > 0 && (first == 0x648 || first == 0x641);
}

bool names_allow(const names_want *want, const ahd_choices *choices,
                 const ahd_option *option)
{
    const ahd_split *split = &choices->splits[option->split];
    bool name = option->pos == AHD_POS_PROPN;

    if (want->and != NAMES_AND_ANY &&
        begins_with_and(choices, split) != (want->and == NAMES_AND))
        return false;
    if (want->kind == NAMES_OTHER)
        return !name || !is_word(choices);
    return want->kind == NAMES_ANY ||
           (name && split->end == choices->letters.count &&
            (want->from == NAMES_ANYWHERE ||
             want->from == choices->letters.at[split->pros]));
}

/* ------------------------------------------------------------------- files */

static bool read_row(reader *in, rows *all)
{
    ahd_str rest;

    if (!gold_line(in->file, in->bank->arena, &rest))
        return false;
    if (rest.len == 0)
        return true;
    row *r = ahd_vec_push(in->bank->arena, all);
    r->word = ahd_str_cut(&rest, ' ');
    r->marks = rest;
    read_marks(r);
    return true;
}

static void add_sentence(reader *in, rows *all)
{
    gold_sentence s = {0};

    write_text(in->bank, &s, all, in->cut);
    s.doc = gold_split(in->bank, s.text);
    set_wants(in, &s, all);
    *ahd_vec_push(in->bank->arena, &in->bank->named) = s;
}

static void read_file(reader *in, uint32_t folds, int k)
{
    uint32_t number = 0;
    bool more = true;

    while (more) {
        rows all = {0};
        uint32_t before;
        do {
            before = all.count;
            more = read_row(in, &all);
        } while (more && all.count > before);
        bool held = k >= 0 && number / BLOCK % folds == (uint32_t)k;
        if (all.count > 0 && !held)
            add_sentence(in, &all);
        number += all.count > 0;
    }
}

void names_read(treebank *bank, const char *folder, uint32_t folds, int k)
{
    char path[GOLD_LINE];
    reader in = {.bank = bank, .usual = usual_words(bank)};

    for (uint32_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, sources[i].name);
        in.cut = sources[i].cut;
        in.file = gzopen(path, "rb");
        if (in.file == NULL) {
            perror(path);
            exit(1);
        }
        read_file(&in, folds, k);
        gzclose(in.file);
    }
}
