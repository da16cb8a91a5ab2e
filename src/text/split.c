#include "text/split.h"

#include "lang/fold.h"
#include "lang/letter.h"
#include "text/sentence.h"
#include "text/writing.h"

static void add_token(ahd_doc *doc, const ahd_word *word)
{
    ahd_token *t = ahd_vec_push(doc->arena, &doc->tokens);

    t->at = word->at;
    t->kind = (uint8_t)word->kind;
    t->first = word->first;
    t->form = ahd_fold(doc->arena, ahd_str_span(doc->text, word->at));
    t->flags = (uint8_t)((word->arabic ? AHD_TOKEN_ARABIC : 0) |
                         (word->capital ? AHD_TOKEN_CAPITAL : 0) |
                         (word->space ? AHD_TOKEN_SPACE_BEFORE : 0) |
                         (word->line ? AHD_TOKEN_LINE_BEFORE : 0) |
                         (word->link ? AHD_TOKEN_LINK : 0));
}

/* Words of one paragraph, appended to doc->tokens and counted. */
static void split_words(const ahd_ident_table *table, ahd_doc *doc,
                        ahd_span paragraph, ahd_writing_tally *tally)
{
    ahd_str upto = {doc->text.ptr, ahd_span_end(paragraph)};
    size_t at = paragraph.start;
    ahd_word word;

    while (ahd_word_next(upto, &at, &word)) {
        add_token(doc, &word);
        ahd_writing_count(table, upto, &word, tally);
    }
}

static ahd_str code_of(const ahd_writing *writing)
{
    size_t len = 0;

    while (len < sizeof writing->code && writing->code[len])
        len++;
    return (ahd_str){writing->code, len};
}

/* The language of each paragraph, once that of the document is known; and the
 * document's, where the page did not say. */
static void settle_writing(const ahd_ident_table *table, ahd_doc *doc,
                           const ahd_writing_tally *sum)
{
    doc->writing = ahd_writing_decide(table, sum, doc->language);
    if (doc->language.len == 0 && doc->writing.sure) {
        doc->language = ahd_arena_str(doc->arena, code_of(&doc->writing));
        doc->lang = doc->writing.lang;
    }
    for (uint32_t p = 0; p < doc->writings.count; p++)
        ahd_writing_settle(&doc->writing, &doc->writings.items[p]);
}

enum { WORD_BYTES = 10, MORE = 8 }; /* of Arabic, with its space */

void ahd_text_split(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    const ahd_ident_table *table = ahd_ident_open(kb->lang);
    ahd_writing_tally sum = {0};

    ahd_vec_reserve(doc->arena, &doc->tokens,
                    (uint32_t)(doc->text.len / WORD_BYTES) + MORE);
    for (uint32_t p = 0; p < doc->paragraphs.count; p++) {
        ahd_writing_tally tally = {0};
        uint32_t first = doc->tokens.count;
        split_words(table, doc, doc->paragraphs.items[p], &tally);
        *ahd_vec_push(doc->arena, &doc->writings) =
            ahd_writing_decide(table, &tally, AHD_STR(""));
        ahd_writing_add(&sum, &tally);
        if (doc->tokens.count > first) {
            doc->tokens.items[first].flags &= (uint8_t)~AHD_TOKEN_LINE_BEFORE;
            ahd_sentence_split(table, doc, scratch, first, p);
        }
    }
    settle_writing(table, doc, &sum);
}
