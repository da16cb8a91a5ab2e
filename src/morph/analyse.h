/* analyse.h - all ways to read one Arabic token.
 *
 *     "وبالاتفاق"  ->  و + ب + الاتفاق (NOUN, اِتِّفَاق)
 *     "كتابهم"     ->  كتاب + هم (NOUN, كِتَاب);  ك + تاب + هم (VERB? no: ك
 *                      stands before nouns only)
 *
 * Proclitics are taken off in the order of the language (أ, then و ف, then ب ل
 * ك س), pronouns off the end; what remains is looked up (lang/lexicon.h), with
 * the article or without. Only what may stand together is given. Words that no
 * lexicon has are guessed by their shape, in every split that is possible.
 * Which reading is right is for the ranker to say.
 *
 * An analysis holds lengths in bytes: of each proclitic from the start of the
 * token, of the pronoun at its end; the rest is the host, with its article. */
#ifndef AHD_MORPH_ANALYSE_H
#define AHD_MORPH_ANALYSE_H

#include "doc/doc.h"
#include "lang/lexicon.h"

enum { AHD_ANALYSES = 32, AHD_CLITICS = 3 };

typedef enum ahd_spelled {
    AHD_SPELLED_GUESSED, /* no lexicon has the host */
    AHD_SPELLED_FOLDED,  /* it has, but for hamza, ya or ta marbuta */
    AHD_SPELLED_EXACT,
} ahd_spelled;

typedef enum ahd_source {
    AHD_SOURCE_NONE,
    AHD_SOURCE_OURS, /* data/lang/ar */
    AHD_SOURCE_HUNSPELL,
} ahd_source;

typedef struct ahd_analysis {
    uint8_t pro[AHD_CLITICS], pros; /* bytes of each proclitic; how many */
    uint8_t enclitic;               /* bytes of the pronoun, 0 none */
    uint8_t pos;                    /* ahd_pos of the host */
    uint8_t spelled, source;        /* ahd_spelled, ahd_source */
    uint8_t weight; /* log2 of how often the host is a token of news; 0: never
                       or hardly seen */
    uint8_t article; /* bytes of ال at the start of the host, of ل in للسلطة */
    uint32_t feats; /* AHD_FEATS of the host */
    uint32_t lemma; /* for ahd_lexicon_lemma; AHD_NONE when guessed */
} ahd_analysis;

/* At most AHD_ANALYSES, likeliest-looking first; at least one. A token that is
 * not Arabic is one guess without clitics. */
uint32_t ahd_analyse(const ahd_lexicon *l, ahd_str written, ahd_analysis *out);

#endif
