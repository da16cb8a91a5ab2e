/* classes.h - words by what they do: function words, words of time, words of
 * numbers. Part of kb.h; the words themselves are data/classes, data/times and
 * data/numbers. */
#ifndef AHD_KB_CLASSES_H
#define AHD_KB_CLASSES_H

/* Function words, by what they do. The names are those of data/classes. */
#define AHD_CLASS_LIST(X)                                                                 \
    X(NEGATION, "negation") /* لم، لن، لا، غير، عدم; not, no, never */    \
    X(FUTURE, "future") /* سوف، من المقرر; will, is to */                     \
    X(POSSIBLE, "possible") /* قد، ربما، من المحتمل; may, might */       \
    X(CONDITION, "condition") /* إذا، إن، في حال; if, unless */               \
    X(THAT, "that")           /* أن، إن، بأن، أنه; that */                   \
    X(AND, "and")             /* و apart; and, as well as */                             \
    X(WITH, "with")           /* مع; with */                                            \
    X(BETWEEN, "between")     /* بين، ما بين; between */                         \
    X(BY, "by")               /* من قبل، من جانب; by */                       \
    X(ON, "on")               /* على; on */                                            \
    X(TO, "to")               /* إلى، ل; to */                                       \
    X(IN, "in")               /* في; in, at */                                          \
    X(FROM, "from")           /* من; from, of */                                        \
    X(ABOUT, "about") /* عن، بشأن، حول، بخصوص; about, over */            \
    X(AGAINST, "against")   /* ضد، بحق; against */                                  \
    X(AFTER, "after")       /* بعد، عقب، إثر; after */                         \
    X(BEFORE, "before")     /* قبل; before, ahead of */                                \
    X(DURING, "during")     /* خلال، أثناء; during */                           \
    X(RELATIVE, "relative") /* الذي، التي، الذين; who, which */            \
    X(LIGHT, "light")       /* تم، جرى، قام ب; the light verbs */              \
    X(REPORT, "report")     /* تقرير، تقارير; reports */                      \
    X(SIDES, "sides") /* الطرفان، الجانبان، طرفا; the two sides */   \
    X(TWO_SIDES, "two_sides")     /* الطرفان; both sides */                        \
    X(TWO_STATES, "two_states")   /* البلدان; the two countries */                 \
    X(TWO_PERSONS, "two_persons") /* الوزيران; the two leaders */                 \
    X(SAME_ONE, "same_one")       /* نفسه، ذاته */                               \
    X(LATTER, "latter")       /* الأخير، الأخيرة; the latter */             \
    X(HE, "he")               /* he, she */                                               \
    X(THEY, "they")           /* they */                                                  \
    X(MASCULINE, "masculine") /* السيد، لبنان; Mr */                           \
    X(FEMININE, "feminine")   /* السيدة; Mrs */                                     \
    X(PRONOUN, "pronoun")     /* هو، هي، هم; he, she, they */                     \
    X(LINKS, "links") /* روابط ذات علاقة: headlines of other pages follow */ \
    X(VISIT, "visit") /* زيارة; visit */                                             \
    X(GOVERNMENT_OF,                                                                      \
      "government_of") /* حكومة، وزارة: heads of institutions */               \
    X(VIDEO, "video")  /* عبر الفيديو; by video */                              \
    X(SPONSOR, "sponsor") /* برعاية، تحت إشراف; under auspices of */       \
    X(DISTANCE, "distance") /* على حد قوله، ما أسماه; so-called */       \
    X(BREACH, "breach") /* خرق، انتهاك، يتعارض; breach, violation */     \
    X(ANY, "any")     /* أي، أية: any breach is none yet */                         \
    X(SCOPE, "scope") /* لا يشمل، غير مشمول; does not cover */             \
    X(CLAIM, "claim") /* اتهام، مزاعم، أنباء; accusation, claim */       \
    X(REASON, "reason") /* بدعوى، بسبب، ردا على; over, citing */         \
    X(RELAY, "relay") /* الوكالة، الصحيفة: the outlet named before */      \
    X(OUTLET, "outlet") /* صحيفة، وكالة: heads the name of an outlet */        \
    X(ASIDE, "aside") /* إلا أن، علما أن: a «that» of no verb */            \
    X(MEANWHILE, "meanwhile") /* فيما، في حين: what another does or says */ \
    X(PROVISION,                                                                          \
      "provision") /* المادة، البند; article, clause, with a number */        \
    X(LOCALITY, "locality") /* مدينة، محافظة; the town of */                  \
    X(CAPITAL, "capital")   /* العاصمة; the Qatari capital */                      \
    X(FORMER, "former")     /* السابق، الراحل; former */                     \
    X(STANDING, "standing") /* الجديد، المكلف; new, acting */                \
    X(NAMESAKE, "namesake") /* جامعة، كأس; street: bears a name */               \
    X(STOP, "stop")         /* words that never begin or end a name */

typedef enum ahd_class {
#define X(name, text) AHD_CLASS_##name,
    AHD_CLASS_LIST(X)
#undef X
        AHD_CLASSES
} ahd_class;

typedef enum ahd_time_word {
    AHD_TIME_WORD_WEEKDAY,     /* value 0 Monday .. 6 Sunday */
    AHD_TIME_WORD_MONTH,       /* value 1..12 */
    AHD_TIME_WORD_HIJRI_MONTH, /* value 1..12 */
    AHD_TIME_WORD_UNIT,        /* an ahd_grain; + 100 one, + 200 two of them */
    AHD_TIME_WORD_DAY_OFFSET,  /* اليوم 0, أمس -1, غدا 1 */
    AHD_TIME_WORD_NEXT,        /* المقبل، القادم; next */
    AHD_TIME_WORD_LAST,        /* الماضي، المنصرم; last */
    AHD_TIME_WORD_THIS,        /* الجاري، الحالي، هذا; this */
    AHD_TIME_WORD_AGO,         /* قبل، منذ; ago */
    AHD_TIME_WORD_NUMBER,      /* value: ثلاثة 3 */
    AHD_TIME_WORD_VAGUE,       /* مؤخرا -1, قريبا 1; the direction */
    AHD_TIME_WORD_PART,        /* مطلع 0, منتصف 1, نهاية 2 */
    AHD_TIME_WORD_ORDINAL,     /* الثالث 3; -1 the last */
    AHD_TIME_WORD_SEASON,      /* 0 spring .. 3 winter */
    AHD_TIME_WORD_HOLIDAY,     /* a row of time/feasts.c */
    AHD_TIME_WORD_DAY_PART,    /* صباح 6, مساء 18: its first hour */
    AHD_TIME_WORD_MERIDIEM,    /* a.m. 0, p.m. 1 */
    AHD_TIME_WORD_EVERY,       /* كل; every */
    AHD_TIME_WORD_RATE,        /* يوميا, weekly: an ahd_grain */
    AHD_TIME_WORD_REST,        /* بقية; rest of */
    AHD_TIME_WORD_LATER,       /* لاحقا 1, earlier -1 */
    AHD_TIME_WORD_SINCE,       /* منذ، ابتداء من; since */
    AHD_TIME_WORD_UNTIL,       /* حتى; until */
    AHD_TIME_WORD_WITHIN,      /* خلال، في غضون; within */
    AHD_TIME_WORD_FROM_NOW,    /* من الآن; from now, later */
    AHD_TIME_WORD_CLOCK,       /* الساعة; at, o'clock */
    AHD_TIME_WORD_DECADE,      /* السبعينيات 70; seventies */
    AHD_TIME_WORD_NOW,         /* الآن; now */
    AHD_TIME_WORD_FEW,         /* بضعة 3; a couple of 2 */
    AHD_TIME_WORD_WHOLE,       /* طوال، كامل; whole */
    AHD_TIME_WORD_FRACTION,    /* نصف 30, ربع 15: minutes of an hour */
    AHD_TIME_WORD_MINUS,       /* إلا, of hours */
    AHD_TIME_WORD_WEEK_OF,     /* "week commencing": an ahd_grain */
    AHD_TIME_WORD_LESS,        /* أقل من; less than */
    AHD_TIME_WORD_MORE,        /* أكثر من; more than */
    AHD_TIME_WORD_MINE,        /* أسبوعي, "the week": an ahd_grain */
} ahd_time_word;

/* Words of numbers, by how they combine; named as in data/numbers. */
#define AHD_NUMBER_WORD_LIST(X)                                                      \
    X(ZERO, "zero")                                                                  \
    X(UNIT, "unit") /* 1..9 */                                                       \
    X(BOUND, "bound") /* أحد، اثنا: a unit before عشر, وعشرون */    \
    X(TEN, "ten")     /* 10, alone or after a unit: خمسة عشر */               \
    X(TEEN, "teen")         /* 11..19 in one word */                                 \
    X(TENS, "tens")         /* 20..90 */                                             \
    X(HUNDRED, "hundred")   /* one, or as many as stand before it */                 \
    X(HUNDREDS, "hundreds") /* value of them: مئتان 2 */                        \
    X(SCALE, "scale")       /* ألف 3, مليون 6: the power of ten */           \
    X(SCALES, "scales")     /* آلاف 3: only after a number */                    \
    X(TWICE, "twice")       /* ألفان 3 */                                       \
    X(DOZEN, "dozen")       /* 12 */                                                 \
    X(DOZENS, "dozens")     /* only after a number */                                \
    X(PART, "part")         /* نصف 2: one of so many */                           \
    X(PARTS, "parts")       /* أرباع 4: only after a number */                  \
    X(PAIR, "part_pair")    /* ثلثان 3: two of so many */                       \
    X(SHARE, "share")       /* جزء من: a number follows */                      \
    X(ORDINAL, "ordinal")   /* ثالث 3 */                                         \
    X(CURRENT, "from_current") /* التالي 1, السابق -1, الحالي 0 */ \
    X(END, "from_end")         /* الأخير 0, قبل الأخير -1 */          \
    X(MINUS, "minus")          /* سالب */                                        \
    X(POINT, "point")          /* فاصلة */                                      \
    X(PERCENT, "percent") /* في المئة */                                      \
    X(RATE, "rate")       /* نسبة: so many percent follow */                     \
    X(NONE, "none")       /* نصف نهائي: no number at all */

typedef enum ahd_number_word {
#define X(name, text) AHD_NUMBER_WORD_##name,
    AHD_NUMBER_WORD_LIST(X)
#undef X
        AHD_NUMBER_WORDS
} ahd_number_word;

#endif
