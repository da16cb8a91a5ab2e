/* telling.h - the words of a document as the grammar of times asks for them.
 *
 *     "in the third week of May":  IN THE ORDINAL(3) UNIT(week) OF MONTH(5)
 *
 * A symbol is a word of data/times (its ahd_time_word), a connective, a figure
 * (a day of a month, a year, a count) or a whole part of an expression. */
#ifndef AHD_TIME_TELLING_H
#define AHD_TIME_TELLING_H

#include "doc/doc.h"
#include "kb/kb.h"
#include "time/starts.h"

enum { /* ahd_symbol, after those of ahd_time_word */
       AHD_SYM_OF = 40,
       AHD_SYM_FROM,
       AHD_SYM_TO,
       AHD_SYM_BETWEEN,
       AHD_SYM_AND,
       AHD_SYM_IN,
       AHD_SYM_THE,
       AHD_SYM_A,
       AHD_SYM_COMMA,
       AHD_SYM_MARK, /* . - / between parts of a date */
       AHD_SYM_DASH,
       AHD_SYM_DAY_HEAD, /* يوم, on */
       AHD_SYM_YEAR_HEAD,
       AHD_SYM_MONTH_HEAD,
       AHD_SYM_BEFORE,
       AHD_SYM_AFTER,
       AHD_SYM_FOR,
       AHD_SYM_OPEN, /* ( [ */
       AHD_SYM_WORDS,
       AHD_SYM_MDAY = AHD_SYM_WORDS, /* figures, from here on */
       AHD_SYM_YEAR,
       AHD_SYM_YEAR2, /* two digits */
       AHD_SYM_HIJRI_YEAR,
       AHD_SYM_HIJRI_ERA, /* «1436هـ», which no month need lead */
       AHD_SYM_COUNT,
       AHD_SYM_ORDINAL,
       AHD_SYM_HOUR,
       AHD_SYM_MINUTES, /* "and a half", "and 20 minutes" */
       AHD_SYM_HOURS,   /* 8:00, 7:56:30 */
       AHD_SYM_FULL,    /* 26/10/2020 */
       AHD_SYM_HALF,    /* 4/22, 22-4 */
       AHD_SYM_YEAR_MONTH,
       AHD_SYM_QUARTER,     /* Q3, H1 */
       AHD_SYM_DECADE,      /* "1970s", "seventies" */
       AHD_SYM_SHIFT,       /* "next", «هذا»: before its noun */
       AHD_SYM_SHIFT_AFTER, /* «المقبل», "after next": after it */
       AHD_SYM_AMOUNT,      /* "two years and a month" */
       AHD_SYM_COUNTED, /* «الأشهر الثلاثة», "three days": of one unit */
       AHD_SYM_FIGURES,
       AHD_SYM_POINT = AHD_SYM_FIGURES, /* parts, from here on */
       AHD_SYM_SPAN,
       AHD_SYM_BARE, /* "the week" */
       AHD_SYM_ANY,  /* POINT or SPAN */
       AHD_SYM_DAY_NUMBER,
       AHD_SYM_RANGE,
       AHD_SYM_LIMIT,
       AHD_SYM_ONE_END,
       AHD_SYM_CLOCK_TIME,
       AHD_SYM_MOMENT,
       AHD_SYM_LENGTH,
       AHD_SYM_RECURRING,
       AHD_SYM_INEXACT,
       AHD_SYM_ALL,
       AHD_SYM_END = 126,
       AHD_SYM_OPTIONAL = 128
};

typedef uint8_t ahd_symbol;

enum { /* years that may be meant */
       AHD_YEAR_FIRST = 1000,
       AHD_YEAR_LAST = 2200,
       AHD_YEAR_HIJRI_FIRST = 1200,
       AHD_YEAR_HIJRI_LAST = 1600,
};

enum {
    AHD_TELLING_NODES = 96,
    AHD_TELLING_CACHE = 16,
    AHD_TELLING_MEMO = 64,
    AHD_TELLING_LENGTHS = 18
};
#define AHD_MISS UINT32_MAX

typedef struct ahd_telling_memo {
    uint32_t token, end;
    uint16_t node, stamp;
    ahd_symbol part;
    bool nested; /* within another expression more is read */
} ahd_telling_memo;

typedef struct ahd_telling {
    const ahd_doc *doc;
    uint32_t start, limit; /* tokens: where reading began, where it must end */
    uint32_t joined;       /* a token whose و was read as "and" */
    bool loose;            /* read what only a question would say */
    uint8_t depth;
    uint16_t nodes, stamp;
    ahd_starts starts;
    uint8_t by_length[AHD_TELLING_LENGTHS]; /* the first connective so long */
    uint64_t mask[AHD_TELLING_CACHE];
    uint32_t masked[AHD_TELLING_CACHE]; /* the token of each mask */
    ahd_telling_memo memo[AHD_TELLING_MEMO];
    ahd_said node[AHD_TELLING_NODES]; /* [0] is none */
} ahd_telling;

void ahd_telling_init(ahd_telling *w, const ahd_doc *doc, bool loose);

/* Which words start at `token`, a bit a symbol below AHD_SYM_WORDS; and
 * AHD_STARTS_FIGURE when a figure may. */
uint64_t ahd_telling_mask(ahd_telling *w, uint32_t token);

/* The word `symbol` at `token`, its value into `said`; its end or AHD_MISS. */
uint32_t ahd_telling_word(ahd_telling *w, ahd_symbol symbol, uint32_t token,
                          ahd_said *said);

/* The longest hit of that kind at `token`; NULL when there is none. */
const ahd_hit *ahd_telling_hit(const ahd_telling *w, uint32_t token,
                               uint32_t kind);

/* Is the token one of these folded words? The list ends with NULL. */
bool ahd_telling_is(const ahd_telling *w, uint32_t token,
                    const char *const *list);

static inline const ahd_token *ahd_telling_token(const ahd_telling *w,
                                                 uint32_t token)
{
    return &w->doc->tokens.items[token];
}

/* The year that two digits mean: 49 is 2049, 50 is 1950. */
static inline int32_t ahd_telling_full_year(int32_t digits)
{
    return digits + (digits < 50 ? 2000 : 1900);
}

/* The mark of a year of the Hijra: «هـ», "AH". */
bool ahd_telling_is_hijri(const ahd_telling *w, uint32_t token);

/* Arabic letters, or a number beside such. */
bool ahd_telling_is_arabic(const ahd_telling *w, uint32_t token);

/* The words from w->start to `end`, without «و» or «ب» that is joined to the
 * first; the ل of «للجمعة» has swallowed a letter and stays. */
ahd_span ahd_telling_span(const ahd_telling *w, uint32_t end);

/* Nothing said. */
ahd_said ahd_said_none(void);

#endif
