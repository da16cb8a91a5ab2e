/* look.h - questions that many stages ask of a document's layers.
 *
 * `kind` and `id` are those of ahd_term in kb/kb.h. A token past the end of
 * the document is asked about safely: the answer is no. */
#ifndef AHD_DOC_LOOK_H
#define AHD_DOC_LOOK_H

#include "doc/doc.h"

#include <string.h>

/* The longest phrase of `kind` that starts at `token`; NULL when none does. */
const ahd_hit *ahd_look_hit(const ahd_doc *doc, uint32_t token, uint32_t kind);

/* The same, of that `id` too. */
const ahd_hit *ahd_look_hit_id(const ahd_doc *doc, uint32_t token,
                               uint32_t kind, uint32_t id);

/* Is the token exactly this text, folded? */
static inline bool ahd_look_is(const ahd_doc *doc, uint32_t token,
                               const char *form)
{
    /* Inline, so that the length of a literal is known when compiling. */
    return token < doc->tokens.count &&
           ahd_str_eq(doc->tokens.items[token].form,
                      (ahd_str){form, strlen(form)});
}

bool ahd_look_is_punct(const ahd_doc *doc, uint32_t token);

/* Does any reading of the token carry one of these proclitics (AHD_PRO_*)? */
bool ahd_look_has_pro(const ahd_doc *doc, uint32_t token, uint16_t pro);

/* The mention that starts at, or covers, `token`; AHD_NONE when there is
 * none. Mentions are in order and do not overlap. */
uint32_t ahd_look_mention_at(const ahd_doc *doc, uint32_t token);

/* The segment of the token's word itself, between its clitics; NULL of a token
 * without segments and before morph. */
const ahd_segment *ahd_look_host(const ahd_doc *doc, uint32_t token);

/* Where that word stands: the token itself when it has no segments. */
ahd_span ahd_look_word(const ahd_doc *doc, uint32_t token);

/* The first chunk that ends after a segment; the count when none does. */
uint32_t ahd_look_chunk_after(const ahd_doc *doc, uint32_t segment);

/* The number, the tagger's name that begins at `token`; NULL when none does. */
const ahd_number *ahd_look_number(const ahd_doc *doc, uint32_t token);
const ahd_named *ahd_look_named(const ahd_doc *doc, uint32_t token);

/* The first token that starts at or after byte `at`. */
uint32_t ahd_look_token_at(const ahd_doc *doc, uint32_t at);

/* The first agreement that starts at or after `token`; may be the count. */
uint32_t ahd_look_ref_from(const ahd_doc *doc, uint32_t token);

/* The first time that starts at or after `token`; may be the count. */
uint32_t ahd_look_time_from(const ahd_doc *doc, uint32_t token);

/* The quotation whose cue starts at `token`; AHD_NONE when none does. */
uint32_t ahd_look_quote_by_cue(const ahd_doc *doc, uint32_t token);

/* The innermost quotation that holds `token`; AHD_NONE when none does. */
uint32_t ahd_look_quote_of(const ahd_doc *doc, uint32_t token);

enum { AHD_LOOK_AROUND = 150 };

/* The sentence of `token`, cut to AHD_LOOK_AROUND tokens on each side, so that
 * a sentence as long as a book costs no more than others. */
ahd_sentence ahd_look_around(const ahd_doc *doc, uint32_t token);

/* The first mention that starts at or after `token`; may be the count. */
uint32_t ahd_look_mention_from(const ahd_doc *doc, uint32_t token);

/* The bytes from the start of token `first` to the end of token `end` - 1. */
ahd_span ahd_look_span(const ahd_doc *doc, uint32_t first, uint32_t end);

/* Does the page itself use a hostile name here, not somebody it quotes? */
bool ahd_look_is_stance(const ahd_doc *doc, const ahd_mention *m);

/* The mention of an argument whose actor no registry has, with its provisional
 * id; NULL when it is another. */
const ahd_mention *ahd_look_stranger(const ahd_doc *doc, const ahd_arg *arg);

/* His name as the text first has it. */
ahd_str ahd_look_stranger_name(const ahd_doc *doc, const ahd_mention *m);

/* «وطالب الدول بسحب قواتها»: an Arabic verb before its subject has its gender,
 * so «الدول», feminine as all plurals of things, is the object. `verb` is a
 * finite one, past or `present`. */
bool ahd_look_disagrees(const ahd_doc *doc, const ahd_hit *verb, bool present,
                        uint32_t mention);

/* The mention as an argument. A place is the state it is capital of. */
ahd_arg ahd_look_arg(const ahd_doc *doc, uint32_t mention);

#endif
