/* ident.h - words and letters by which a writing is known.
 *
 *     ahd_ident_word(lang, "از") -> languages: fa and ckb; nothing of typing
 *     ahd_ident_word(lang, "فى") -> languages: ar; AHD_IDENT_DOTLESS
 *     ahd_ident_word(lang, "gen") -> AHD_IDENT_BEFORE: "Gen. Haftar"
 *
 * The rows are those of data/lang/<code>/ident.tsv, typing.tsv and
 * abbreviations.tsv, in one table of hashes. A word is spelled clean (normal.h)
 * in small letters, with the Arabic ya and kaf for those of other keyboards. */
#ifndef AHD_LANG_IDENT_H
#define AHD_LANG_IDENT_H

#include "lang/lang.h"
#include "lang/letter.h"

enum { AHD_IDENT_LANGUAGES = 32, AHD_IDENT_CODE = 4 };

enum {                          /* ahd_ident_row.signs */
       AHD_IDENT_DOTLESS = 1,   /* فى for في */
       AHD_IDENT_YA = 2,        /* في */
       AHD_IDENT_DOTTED = 4,    /* حتي for حتى */
       AHD_IDENT_ALEF = 8,      /* حتى */
       AHD_IDENT_HA = 16,       /* مدينه for مدينة */
       AHD_IDENT_TA = 32,       /* مدينة */
       AHD_IDENT_BARE = 64,     /* الى for إلى */
       AHD_IDENT_HAMZA = 128,   /* إلى */
       AHD_IDENT_SIGNS = 8,     /* the bits before this line */
       AHD_IDENT_BEFORE = 256,  /* an abbreviation before a name: "Gen." */
       AHD_IDENT_COUNT = 512,   /* before a number: "No. 5" */
       AHD_IDENT_EITHER = 1024, /* one that may end a sentence: "etc." */
};

/* A word, or a letter. `weight` is less the more languages have it. */
typedef struct ahd_ident_row {
    uint32_t hash;      /* 0: a free slot */
    uint32_t languages; /* bits: index into the table's languages */
    uint16_t signs, weight;
} ahd_ident_row;

/* The section AHD_LANG_IDENT; `slots` is a power of two. */
typedef struct ahd_ident_table {
    uint32_t languages, slots;
    struct {
        char code[AHD_IDENT_CODE]; /* ISO 639: "ckb", ended or filled by NUL */
        uint32_t scripts;          /* bits: ahd_script */
        uint32_t defaults; /* scripts taken for it where nothing tells */
    } language[AHD_IDENT_LANGUAGES];
    ahd_ident_row rows[];
} ahd_ident_table;

enum { AHD_IDENT_WEIGHT = 12 }; /* of what one language alone has */

/* NULL when the language file was made without. */
const ahd_ident_table *ahd_ident_open(const ahd_lexica *lang);

/* The hash of a word, a letter at a time; letters alone have another start. */
#define AHD_IDENT_WORD 2166136261u
#define AHD_IDENT_LETTER 3339451269u
static inline uint32_t ahd_ident_step(uint32_t hash, uint32_t letter)
{
    return (hash ^ letter) * 16777619u;
}

/* How a letter is spelled in the table; 0 when it is dropped. */
static inline uint32_t ahd_ident_spell(const ahd_letter *l, uint32_t c)
{
    if (l->flags & AHD_LETTER_DROPPED)
        return 0;
    if (l->script != AHD_SCRIPT_ARABIC)
        return ahd_letter_fold(l, c);
    c = ahd_letter_clean(l, c);
    if (c == 0x6CC)
        return 0x64A;
    return c == 0x6A9 ? 0x643 : c;
}

/* The row of that hash, a free one when there is none. */
const ahd_ident_row *ahd_ident_find(const ahd_ident_table *table,
                                    uint32_t hash);

/* The row of a word as it stands in a text. */
const ahd_ident_row *ahd_ident_word(const ahd_ident_table *table, ahd_str word);

#endif
