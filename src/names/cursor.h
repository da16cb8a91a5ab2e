/* cursor.h - what the parts of the names stage share: one document, its
 * context, and small questions about its tokens. */
#ifndef AHD_NAMES_CURSOR_H
#define AHD_NAMES_CURSOR_H

#include "names/context.h"

/* Proclitics that may stand before a whole mention, and those that join a
 * second office to a first. */
enum {
    AHD_READER_ANY = AHD_PRO_WA | AHD_PRO_FA | AHD_PRO_BI | AHD_PRO_LI |
                     AHD_PRO_KA | AHD_PRO_AL,
    AHD_READER_NOUN = AHD_PRO_AL, /* no clitic but the article */
};

typedef struct ahd_reader {
    const ahd_kb *kb;
    ahd_doc *doc;
    ahd_arena *scratch;
    ahd_context context;
    uint32_t minister_ar; /* kb nodes and symbols of the word for minister */
    uint32_t minister_en, minister_of;
} ahd_reader;

void ahd_reader_init(ahd_reader *r, const ahd_kb *kb, ahd_doc *doc,
                     ahd_arena *scratch);

/* The longest phrase of `kind` that starts at `token`, carries no proclitic
 * outside `pro` and ends by `limit`; NULL when there is none. */
const ahd_hit *ahd_reader_hit(const ahd_reader *r, uint32_t token,
                              uint32_t kind, uint16_t pro);

/* Does a phrase of this class start here, without proclitic? Its end, or 0. */
uint32_t ahd_reader_class(const ahd_reader *r, uint32_t token, ahd_class class);

/* The bits 1 << kind of all phrases that start at `token`. */
uint32_t ahd_reader_kinds(const ahd_reader *r, uint32_t token);

/* The word at `token` under `pro` alone, without its article: "الجيش" and
 * "للجيش" (with AHD_PRO_LI) are "جيش". Sets what was taken off. */
ahd_str ahd_reader_bare(const ahd_reader *r, uint32_t token, uint16_t pro,
                        uint16_t *had);

/* Can the word at `token` be read as `bare` (folded, without article) under
 * `pro`? Sets what is then taken off. */
bool ahd_reader_reads(const ahd_reader *r, uint32_t token, uint16_t pro,
                      ahd_str bare, uint16_t *had);

/* Written as a Latin name is: with a capital; an acronym with two. Arabic is
 * always. "us" is no country, "US" is. */
bool ahd_reader_is_proper(const ahd_reader *r, const ahd_hit *hit);

/* One of the words of a list that ends with NULL, folded, as a whole? */
bool ahd_reader_is_one(const ahd_reader *r, uint32_t token,
                       const char *const *words);

bool ahd_reader_is_arabic(const ahd_reader *r, uint32_t token);
bool ahd_reader_is_latin(const ahd_reader *r, uint32_t token);

/* The state of a demonym or of a state's name at `token`, and its end. */
uint32_t ahd_reader_state(const ahd_reader *r, uint32_t token, uint16_t pro,
                          uint32_t *end);

/* The demonym that stands at `token` as an adjective, and its end. */
uint32_t ahd_reader_demonym(const ahd_reader *r, uint32_t token, uint32_t *end);

/* A minister's role from the name of the office alone: "الخارجية" after
 * «وزارة», "foreign" before "ministry". AHD_NONE, or the role and its end. */
uint32_t ahd_reader_portfolio(const ahd_reader *r, uint32_t token, uint16_t pro,
                              uint32_t *end);
uint32_t ahd_reader_ministry_en(const ahd_reader *r, uint32_t token,
                                uint32_t *end);

/* The role that the words at `token` go on to from a node of the kb, that of
 * its first word; with no more words, the node's own. */
uint32_t ahd_reader_role_from(const ahd_reader *r, uint32_t node,
                              uint32_t token, uint32_t *end);

/* A mention of tokens [first, end) with nothing known; its span leaves out
 * the proclitics و ف ب ك ل of its first word. */
ahd_mention ahd_reader_mention(const ahd_reader *r, uint32_t first,
                               uint32_t end, uint16_t pro);

/* The span of a name: the same, without first, end. */
ahd_span ahd_reader_span(const ahd_reader *r, uint32_t first, uint32_t end,
                         uint16_t pro);

/* Adds a ranked candidate; keeps the best AHD_OTHERS, none twice. */
void ahd_reader_add_other(ahd_mention *m, uint32_t id, float score);

/* Puts a mention before that of index `at`. */
void ahd_reader_insert(const ahd_reader *r, uint32_t at, const ahd_mention *m);

/* Puts all of them, in order and with no same_as, where they belong; in one
 * pass, since a text may be nothing but names. */
void ahd_reader_merge(const ahd_reader *r, const ahd_mention *added,
                      uint32_t count);

/* The mention kind of an actor. */
uint8_t ahd_reader_kind_of(const ahd_reader *r, uint32_t actor);

#endif
