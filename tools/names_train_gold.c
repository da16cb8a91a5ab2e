/* names_train_gold.c - texts in which names are marked.
 *
 *     محمود  B-Politician      a word and its marks a line; an empty line ends
 *     عباس   I-Politician      the sentence
 *
 * Marks may be nested: then the longest name counts that is a person's, a
 * place's or an organisation's. */
#include "names_train.h"

#include "chunks/chunks.h"
#include "morph/segment.h"
#include "morph/tag.h"
#include "text/split.h"
#include "weights_pack.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 20, NESTED = 8 };

typedef struct source {
    const char *name;
    bool cut;
} source;

typedef struct reader {
    school *s;
    gzFile file;
    gold_block *block;
} reader;

const char *const gold_sets[SETS] = {"NewsFANE", "AQMAR", "Wojood"};

static const source sources[SETS] = {{"newsfane-train.tsv.gz", true},
                                     {"aqmar-train.tsv.gz", false},
                                     {"wojood-sample-train.txt.gz", false}};

/* ------------------------------------------------------------------- marks */

static uint8_t kind_of(const school *s, ahd_str mark)
{
    static const char *const kinds[AHD_NAMED_KINDS][16] = {
        {"PER", "PERS", "Politician", "Athlete", "Artist", "Other_PER",
         "Scientist", "Businessperson", "Police", "Religious_PER", "Engineer",
         "Lawyer"},
        {"LOC", "GPE", "Nation", "Population-Center", "State-or-Province",
         "County-or-District", "Continent", "GPE-Cluster", "Land",
         "Land-Region-Natural", "Water-Body"},
        {"ORG", "Government", "Non-Governmental", "Media", "Commercial",
         "Educational", "Sports", "Religious_ORG", "Medical-Science",
         "Entertainment"}};

    if (s->posts)
        return ahd_str_eq(mark, AHD_STR("OCC")) ? AHD_NAMED_PERSON : GOLD_OTHER;
    for (uint8_t k = 0; k < AHD_NAMED_KINDS; k++)
        if (gold_is_one_of(mark, kinds[k]))
            return k;
    return GOLD_OTHER;
}

/* Rows [first, end) are a name; `seen`: the last row that goes on with it. */
typedef struct span {
    ahd_str mark;
    uint32_t first, end;
} span;

typedef struct spans {
    AHD_VEC(span) list;
} spans;

/* The longest that is open before the row and not yet gone on with. */
static span *open_span(spans *all, ahd_str mark, uint32_t row)
{
    for (uint32_t i = 0; i < all->list.count; i++) {
        span *one = &all->list.items[i];
        if (one->end == row && ahd_str_eq(one->mark, mark))
            return one;
    }
    return NULL;
}

static void read_marks(school *s, spans *all, const gold_row *row, uint32_t i)
{
    ahd_str rest = row->marks;

    while (rest.len > 0) {
        ahd_str one = ahd_str_cut(&rest, ' ');
        if (one.len < 3 || one.ptr[1] != '-')
            continue;
        ahd_str mark = {one.ptr + 2, one.len - 2};
        span *open = one.ptr[0] == 'I' ? open_span(all, mark, i) : NULL;
        if (open != NULL)
            open->end = i + 1;
        else
            *ahd_vec_push(s->scratch, &all->list) = (span){mark, i, i + 1};
    }
}

/* Sets the rows unless one of them is of another name. */
static void set_name(gold_row *rows, const span *name, uint8_t kind)
{
    for (uint32_t i = name->first; i < name->end; i++)
        if (rows[i].gold != GOLD_NONE)
            return;
    for (uint32_t i = name->first; i < name->end; i++)
        rows[i].gold = kind;
    rows[name->first].first = 1;
}

/* The longest first, and others after those that count. */
static void choose_names(school *s, gold_row *rows, uint32_t count)
{
    spans all = {0};

    for (uint32_t i = 0; i < count; i++) {
        rows[i].gold = rows[i].said = GOLD_NONE;
        read_marks(s, &all, &rows[i], i);
    }
    for (int other = 0; other < 2; other++)
        for (uint32_t len = count; len > 0; len--)
            for (uint32_t i = 0; i < all.list.count; i++) {
                const span *one = &all.list.items[i];
                uint8_t kind = kind_of(s, one->mark);
                if (one->end - one->first == len &&
                    (kind == GOLD_OTHER) == other)
                    set_name(rows, one, kind);
            }
}

/* ----------------------------------------------------- the text of the rows */

static bool is_arabic(ahd_str s)
{
    return s.len > 0 && (unsigned char)s.ptr[0] >= 0xD8 &&
           (unsigned char)s.ptr[0] <= 0xDB;
}

static bool joins_next(const gold_row *row, const gold_row *end)
{
    static const char *const before[] = {"و", "ف", "ب", "ل", "ك", "س", NULL};

    return gold_is_one_of(row->word, before) && row + 1 < end &&
           is_arabic(row[1].word) && row[1].word.len > 2;
}

static bool joins_before(const gold_row *row, const gold_row *first)
{
    static const char *const after[] = {"ه",  "ها", "هم", "هما", "هن",
                                        "نا", "ني", "كم", NULL};

    return gold_is_one_of(row->word, after) && row > first &&
           is_arabic(row[-1].word) && row[-1].word.len > 2;
}

static void add_bytes(ahd_str *text, ahd_str bytes)
{
    memcpy((char *)(uintptr_t)text->ptr + text->len, bytes.ptr, bytes.len);
    text->len += bytes.len;
}

/* "الـ" after ل loses its alef; ة before a pronoun is ت. */
static void write_sentence(const gold_block *b, gold_row *row,
                           const gold_row *end, ahd_str *text)
{
    const gold_row *first = row;
    bool close = true; /* to what stands before */

    for (; row < end; row++) {
        bool pronoun = b->cut && joins_before(row, first);
        ahd_str word = row->word;
        if (ahd_str_eq(word, AHD_STR("$#$")))
            continue;
        if (pronoun && memcmp(text->ptr + text->len - 2, "ة", 2) == 0) {
            text->len -= 2;
            add_bytes(text, AHD_STR("ت"));
        } else if (close && row > first &&
                   ahd_str_starts(word, AHD_STR("ال")) &&
                   ahd_str_eq(row[-1].word, AHD_STR("ل")))
            word = (ahd_str){word.ptr + 2, word.len - 2};
        if (!close && !pronoun)
            add_bytes(text, AHD_STR(" "));
        row->from = (uint32_t)text->len;
        add_bytes(text, word);
        row->len = (uint32_t)word.len;
        close = b->cut && joins_next(row, end);
    }
    add_bytes(text, AHD_STR("\n"));
}

static ahd_str write_text(school *s, gold_block *b)
{
    size_t room = 1;
    uint32_t first = 0;

    for (uint32_t i = 0; i < b->rows.count; i++)
        room += b->rows.items[i].word.len + 2;
    ahd_str text = {ahd_new(s->arena, char, room), 0};
    for (uint32_t i = 0; i < b->rows.count; i++)
        if (b->rows.items[i].ends) {
            write_sentence(b, b->rows.items + first, b->rows.items + i + 1,
                           &text);
            first = i + 1;
        }
    return text;
}

/* --------------------------------------------------------------- documents */

void gold_morphs(school *s, const char *pattern)
{
    for (int i = 0; i < FOLDS; i++) {
        char path[GOLD_LINE];
        pack weights;
        const char *number = strstr(pattern, "%d");
        int before = number ? (int)(number - pattern) : 0;
        snprintf(path, sizeof path, "%.*s%d%s", before, pattern, i,
                 number ? number + 2 : pattern);
        pack_init(&weights, s->arena);
        if (!pack_read(&weights, gold_slurp(s->arena, path))) {
            fprintf(stderr, "names_train: %s is no file of weights\n", path);
            exit(1);
        }
        ahd_str section = pack_section(&weights);
        s->lang[i] = *s->kb->lang;
        s->lang[i].tables[AHD_LANG_WEIGHTS] =
            (ahd_lang_table){section.ptr, (uint32_t)section.len};
        s->lang[i].tables[AHD_LANG_KNOWN].bytes = 0;
        s->kbs[i] = *s->kb;
        s->kbs[i].lang = &s->lang[i];
    }
}

ahd_doc *gold_doc(school *s, const ahd_kb *kb, ahd_str text)
{
    ahd_doc *doc = ahd_doc_new(s->arena);
    ahd_str rest = text;

    doc->text = text;
    doc->lang = AHD_LANG_AR;
    while (rest.len > 0) {
        ahd_str line = ahd_str_cut(&rest, '\n');
        if (line.len > 0)
            *ahd_vec_push(s->arena, &doc->paragraphs) =
                (ahd_span){(uint32_t)(line.ptr - text.ptr), (uint32_t)line.len};
    }
    ahd_text_split(kb, doc, s->scratch);
    ahd_morph_segment(kb, doc, s->scratch);
    ahd_morph_tag(kb, doc, s->scratch);
    ahd_chunks_find(kb, doc, s->scratch);
    ahd_arena_clear(s->scratch);
    return doc;
}

/* ------------------------------------------------------------------- files */

static bool read_row(reader *in, bool *empty)
{
    ahd_str rest;

    *empty = true;
    if (!gold_line(in->file, in->s->arena, &rest))
        return false;
    if (rest.len == 0)
        return true;
    gold_row *r = ahd_vec_push(in->s->arena, &in->block->rows);
    r->word = ahd_str_cut(&rest, ' ');
    r->marks = rest;
    *empty = false;
    return true;
}

static void end_block(reader *in)
{
    gold_block *b = in->block;

    if (b->rows.count > 0)
        b->doc = gold_doc(in->s, &in->s->kbs[b->fold], write_text(in->s, b));
}

static gold_block *new_block(reader *in, uint32_t set, uint32_t number)
{
    gold_block *b = ahd_vec_push(in->s->arena, &in->s->blocks);

    b->set = set;
    b->fold = number % FOLDS;
    b->cut = sources[set].cut;
    return b;
}

static void read_file(reader *in, uint32_t set)
{
    uint32_t sentences = 0, first = 0;
    bool more = true, empty;

    in->block = new_block(in, set, 0);
    while (more) {
        more = read_row(in, &empty);
        gold_block *b = in->block;
        if (!empty || b->rows.count == first)
            continue;
        b->rows.items[b->rows.count - 1].ends = 1;
        choose_names(in->s, b->rows.items + first, b->rows.count - first);
        first = b->rows.count;
        if (++sentences % BLOCK > 0)
            continue;
        end_block(in);
        first = 0;
        in->block = new_block(in, set, sentences / BLOCK);
    }
    end_block(in);
    if (in->block->rows.count == 0)
        in->s->blocks.count--;
}

void gold_read(school *s, const char *folder)
{
    char path[GOLD_LINE];
    reader in = {.s = s};

    for (uint32_t i = 0; i < SETS; i++) {
        snprintf(path, sizeof path, "%s/%s", folder, sources[i].name);
        in.file = gzopen(path, "rb");
        if (in.file == NULL) {
            perror(path);
            exit(1);
        }
        read_file(&in, i);
        gzclose(in.file);
    }
}
