#include "lang/lexicon.h"

#include "lang/fold.h"

#define LETTER(code, spelling)                                                 \
    {                                                                          \
        (code), (spelling)                                                     \
    }
#define MARK LETTER(AHD_CODE_MARK, 0)

/* U+0600..U+06FF. Letters of Persian and of names are those they are typed for
 * on an Arabic keyboard; the spelling keeps them apart. */
static const ahd_code letters[256] = {
    [0x21] = LETTER(29, 0), [0x22] = LETTER(1, 3),  [0x23] = LETTER(1, 1),
    [0x24] = LETTER(27, 1), [0x25] = LETTER(1, 2),  [0x26] = LETTER(28, 2),
    [0x27] = LETTER(1, 0),  [0x28] = LETTER(2, 0),  [0x29] = LETTER(26, 1),
    [0x2A] = LETTER(3, 0),  [0x2B] = LETTER(4, 0),  [0x2C] = LETTER(5, 0),
    [0x2D] = LETTER(6, 0),  [0x2E] = LETTER(7, 0),  [0x2F] = LETTER(8, 0),
    [0x30] = LETTER(9, 0),  [0x31] = LETTER(10, 0), [0x32] = LETTER(11, 0),
    [0x33] = LETTER(12, 0), [0x34] = LETTER(13, 0), [0x35] = LETTER(14, 0),
    [0x36] = LETTER(15, 0), [0x37] = LETTER(16, 0), [0x38] = LETTER(17, 0),
    [0x39] = LETTER(18, 0), [0x3A] = LETTER(19, 0), [0x41] = LETTER(20, 0),
    [0x42] = LETTER(21, 0), [0x43] = LETTER(22, 0), [0x44] = LETTER(23, 0),
    [0x45] = LETTER(24, 0), [0x46] = LETTER(25, 0), [0x47] = LETTER(26, 0),
    [0x48] = LETTER(27, 0), [0x49] = LETTER(28, 1), [0x4A] = LETTER(28, 0),
    [0x71] = LETTER(1, 0),  [0x7E] = LETTER(2, 1),  [0x86] = LETTER(5, 1),
    [0x98] = LETTER(11, 1), [0xA4] = LETTER(20, 1), [0xA9] = LETTER(22, 0),
    [0xAF] = LETTER(22, 1), [0xC1] = LETTER(26, 0), [0xCC] = LETTER(28, 0),
    [0xD5] = LETTER(26, 0), [0x40] = MARK,          [0x4B] = MARK,
    [0x4C] = MARK,          [0x4D] = MARK,          [0x4E] = MARK,
    [0x4F] = MARK,          [0x50] = MARK,          [0x51] = MARK,
    [0x52] = MARK,          [0x53] = MARK,          [0x54] = MARK,
    [0x55] = MARK,          [0x70] = MARK,
};

ahd_code ahd_lexicon_letter(uint32_t code_point)
{
    if (code_point - 0x600 < 256)
        return letters[code_point - 0x600];
    if (code_point < 0x80)
        return (ahd_code){AHD_CODE_NONE, 0};
    uint32_t folded = ahd_fold_char(code_point);
    if (folded == 0)
        return (ahd_code)MARK;
    return folded - 0x600 < 256 ? letters[folded - 0x600]
                                : (ahd_code){AHD_CODE_NONE, 0};
}

/* A lexicon of no words: a node that nothing leaves. */
static const uint32_t nowhere[1];

ahd_lexicon ahd_lexicon_open(const ahd_lexica *lang)
{
    const ahd_lang_table *t = &lang->tables[AHD_LANG_LEXICON];
    const ahd_lexicon_header *h = t->rows;

    if (t->bytes < sizeof *h)
        return (ahd_lexicon){.nodes = nowhere};
    const char *base = t->rows;
    return (ahd_lexicon){
        .nodes = (const void *)(base + h->nodes_at),
        .blocks = (const void *)(base + h->blocks_at),
        .rows = (const void *)(base + h->rows_at),
        .lemmas = (const void *)(base + h->lemmas_at),
        .tags = (const void *)(base + h->tags_at),
        .names = base + h->names_at,
        .root = h->root,
        .forms = h->forms,
        .ours = h->ours,
        .words = h->words,
    };
}

uint32_t ahd_lexicon_rows(const ahd_lexicon *l, ahd_lexicon_at at)
{
    uint32_t row = l->blocks[at.form / AHD_LEXICON_BLOCK].row;

    for (uint32_t skip = at.form % AHD_LEXICON_BLOCK; skip > 0; row++)
        if (!(l->rows[row] & AHD_LEXICON_MORE))
            skip--;
    return row;
}

ahd_str ahd_lexicon_lemma(const ahd_lexicon *l, uint32_t lemma)
{
    if (lemma >= l->words)
        return AHD_STR("");
    const ahd_lexicon_lemma_row *row = &l->lemmas[lemma];
    return (ahd_str){l->names + row->name, row[1].name - row->name};
}
