/* rules.h - the patterns of time expressions, by the part they read. */
#ifndef AHD_TIME_RULES_H
#define AHD_TIME_RULES_H

#include "time/telling.h"

enum { AHD_RULE_SYMBOLS = 16 };

enum {                        /* ahd_time_rule.flags */
       AHD_RULE_LOOSE = 1,    /* only in questions */
       AHD_RULE_LATIN = 2,    /* only where the first word is Latin */
       AHD_RULE_ARABIC = 4,   /* only where it is Arabic */
       AHD_RULE_LAST = 8,     /* only where no word follows that it counts */
       AHD_RULE_PAST = 16,    /* shift is -1 */
       AHD_RULE_FUTURE = 32,  /* shift is 1 */
       AHD_RULE_NOW = 64,     /* shift is 0 */
       AHD_RULE_LED = 128,    /* only after a preposition */
       AHD_RULE_NESTED = 256, /* only within another expression */
};

typedef struct ahd_time_rule {
    uint8_t part; /* what it reads: AHD_SYM_POINT ... */
    uint8_t form; /* ahd_said_form */
    uint16_t flags;
    int8_t unit; /* a grain that the form has by itself, or AHD_UNSAID */
    ahd_symbol symbol[AHD_RULE_SYMBOLS];
} ahd_time_rule;

extern const ahd_time_rule ahd_rules_all[];
extern const uint32_t ahd_rules_count;

#endif
