#include "time/rules.h"

/* Words (W), connectives, figures and parts (S), each optional (OW, OS). */
#define W(word) AHD_TIME_WORD_##word
#define S(symbol) AHD_SYM_##symbol
#define OW(word) (AHD_TIME_WORD_##word | AHD_SYM_OPTIONAL)
#define OS(symbol) (AHD_SYM_##symbol | AHD_SYM_OPTIONAL)
#define R(part, form, flags, ...)                                              \
    {                                                                          \
        AHD_SYM_##part, AHD_SAID_##form, (flags), AHD_UNSAID,                  \
        {                                                                      \
            __VA_ARGS__, AHD_SYM_END                                           \
        }                                                                      \
    }
#define RU(part, form, grain, flags, ...)                                      \
    {                                                                          \
        AHD_SYM_##part, AHD_SAID_##form, (flags), AHD_GRAIN_##grain,           \
        {                                                                      \
            __VA_ARGS__, AHD_SYM_END                                           \
        }                                                                      \
    }

enum {
    LOOSE = AHD_RULE_LOOSE,
    LATIN = AHD_RULE_LATIN,
    ARABIC = AHD_RULE_ARABIC,
    LAST = AHD_RULE_LAST,
    PAST = AHD_RULE_PAST,
    FUTURE = AHD_RULE_FUTURE,
    NOW = AHD_RULE_NOW,
    LED = AHD_RULE_LED,
    NESTED = AHD_RULE_NESTED,
};

const ahd_time_rule ahd_rules_all[] = {
    /* «الأربعاء، 22 يناير 2016», "January 12th, 2016" */
    R(POINT, DATE, 0, OW(WEEKDAY), OS(COMMA), S(MDAY), OS(MARK), OS(OF),
      OS(MONTH_HEAD), W(MONTH), OS(MARK), OS(COMMA), OS(OF), S(YEAR)),
    R(POINT, DATE, 0, OW(WEEKDAY), OS(COMMA), S(MDAY), OS(MARK), OS(OF),
      OS(MONTH_HEAD), W(MONTH), OS(SHIFT_AFTER)),
    R(POINT, DATE, LATIN, W(WEEKDAY), OS(COMMA), S(THE), S(MDAY), OS(OF),
      W(MONTH), OS(COMMA), OS(YEAR)),
    R(POINT, DATE, LATIN, OW(WEEKDAY), OS(COMMA), W(MONTH), OS(MARK), OS(THE),
      S(MDAY), OS(COMMA), S(YEAR)),
    R(POINT, DATE, LATIN, OW(WEEKDAY), OS(COMMA), W(MONTH), OS(MARK), OS(THE),
      S(MDAY)),
    R(POINT, DATE, ARABIC | LOOSE, OW(WEEKDAY), OS(COMMA), W(MONTH), OS(MARK),
      S(MDAY), OS(COMMA), OS(OF), S(YEAR)),
    R(POINT, DATE, ARABIC | LOOSE, OW(WEEKDAY), OS(COMMA), W(MONTH), OS(MARK),
      S(MDAY)),
    R(POINT, DATE, 0, OW(WEEKDAY), OS(COMMA), S(FULL)),
    R(POINT, DATE, LOOSE, OW(WEEKDAY), OS(COMMA), S(HALF)),
    R(POINT, DATE, LOOSE, S(YEAR), OS(MARK), W(MONTH), OS(MARK), S(MDAY)),
    R(POINT, DATE, 0, OW(WEEKDAY), OS(COMMA), S(MDAY), OS(OF), OS(MONTH_HEAD),
      W(HIJRI_MONTH), OS(OF), OS(COMMA), S(HIJRI_YEAR)),
    R(POINT, DATE, 0, OW(WEEKDAY), OS(COMMA), S(MDAY), OS(OF), S(MONTH_HEAD),
      W(HIJRI_MONTH), OS(SHIFT_AFTER)),
    R(POINT, NTH_DAY, LOOSE | ARABIC, W(WEEKDAY), S(ORDINAL)),
    R(POINT, DATE, LAST, W(WEEKDAY), OS(IN), OS(THE), S(MDAY)),
    R(POINT, DAY_OF, 0, OS(THE), S(MDAY), S(OF), S(SPAN)),
    R(POINT, DAY_OF, NESTED, OS(THE), S(MDAY), OS(IN), S(SPAN)),
    R(POINT, DAY_OF, LOOSE | ARABIC, S(TO), S(MDAY), S(OF), S(SPAN)),
    R(POINT, DATE, LOOSE | LED, OS(THE), S(MDAY)),
    R(POINT, DATE, LOOSE | ARABIC | LAST, S(TO), S(MDAY)),
    R(POINT, DATE, LOOSE | ARABIC | LAST, S(DAY_HEAD), S(MDAY)),

    /* «اليوم السبت 18 فيفري 2017» */
    R(POINT, DATE, 0, W(DAY_OFFSET), OS(COMMA), OW(WEEKDAY), OS(COMMA),
      OS(OPEN), S(MDAY), OS(MARK), OS(OF), W(MONTH), OS(COMMA), OS(OF),
      OS(YEAR)),

    /* «أمس الخميس», "the day after tomorrow" */
    R(POINT, DAY, 0, W(DAY_OFFSET), OS(COMMA), OS(OPEN), W(WEEKDAY)),
    R(POINT, DAY, 0, W(DAY_OFFSET)),
    R(POINT, DAY, NESTED | NOW, W(NOW)),
    R(POINT, UNIT, LOOSE | NOW, W(MINE)),
    R(POINT, UNIT, LOOSE | LATIN, OS(THE), S(SHIFT), W(UNIT)),
    R(POINT, UNIT, LOOSE | PAST, W(LAST), W(UNIT)),
    R(POINT, UNIT, LOOSE, W(UNIT), S(SHIFT_AFTER)),

    /* «يوم الجمعة الماضي», "next Friday", "Friday next week" */
    R(POINT, WEEKDAY, 0, W(WEEKDAY), OS(SHIFT_AFTER)),
    R(POINT, WEEKDAY, 0, S(SHIFT), OS(DAY_HEAD), W(WEEKDAY)),
    R(POINT, WEEKDAY, 0, W(WEEKDAY), OS(COMMA), OS(OF), S(SPAN)),
    R(POINT, WEEKDAY, LATIN, S(DAY_HEAD), W(WEEKDAY), OS(OF), S(SPAN)),
    R(POINT, WEEKDAY, 0, S(SPAN), OS(COMMA), OS(DAY_HEAD), W(WEEKDAY)),
    R(POINT, WEEKDAY, LOOSE, S(COUNT), W(WEEKDAY), W(FROM_NOW)),
    R(POINT, NTH_DAY, 0, OS(THE), S(ORDINAL), OS(DAY_HEAD), W(WEEKDAY), OS(OF),
      S(SPAN)),
    R(POINT, NTH_DAY, LOOSE, OS(THE), S(ORDINAL), OS(DAY_HEAD), W(WEEKDAY)),

    /* «قبل ثلاثة أيام», "two weeks from now", "two days after today" */
    R(POINT, AWAY, PAST | ARABIC | LAST, S(BEFORE), S(AMOUNT)),
    R(POINT, AWAY, PAST | ARABIC | LAST, W(SINCE), S(AMOUNT)),
    R(POINT, AWAY, PAST, S(AMOUNT), W(AGO)),
    R(POINT, AWAY, FUTURE | ARABIC | LAST, S(AFTER), S(AMOUNT)),
    R(POINT, AWAY, FUTURE | LATIN | LOOSE, S(IN), S(AMOUNT)),
    R(POINT, AWAY, FUTURE | ARABIC, S(AFTER), S(AMOUNT), W(FROM_NOW)),
    R(POINT, AWAY, FUTURE | LOOSE, S(AMOUNT), W(FROM_NOW)),
    R(POINT, AWAY, FUTURE | LATIN, S(AMOUNT), S(AFTER), W(NOW)),
    R(POINT, AWAY, FUTURE | LATIN, S(AMOUNT), S(AFTER), S(POINT)),
    R(POINT, AWAY, PAST | LATIN, S(AMOUNT), S(BEFORE), S(POINT)),

    R(POINT, HOLIDAY, 0, W(HOLIDAY), OS(OF), S(YEAR)),
    R(POINT, HOLIDAY, 0, W(HOLIDAY), OS(OF), OS(SPAN)),

    /* «الشهر المقبل», "the week after next" */
    R(SPAN, UNIT, 0, OS(THE), S(SHIFT), W(UNIT)),
    R(SPAN, UNIT, 0, OS(THE), W(UNIT), S(SHIFT_AFTER)),
    R(SPAN, UNIT, LOOSE | NOW, W(MINE)),
    R(SPAN, UNIT, LOOSE | NOW, OS(THE), W(UNIT)),
    R(BARE, UNIT, NOW, OS(THE), W(UNIT)),
    R(BARE, UNIT, NOW, W(MINE)),

    /* «أكتوبر 2020», "June next year", "last September" */
    R(SPAN, DATE, 0, OS(MONTH_HEAD), W(MONTH), OS(MARK), OS(COMMA), OS(OF),
      S(YEAR)),
    R(SPAN, DATE, LATIN, W(MONTH), S(YEAR2)),
    R(SPAN, DATE, 0, OS(MONTH_HEAD), W(MONTH), OS(OF), S(SPAN)),
    R(SPAN, DATE, LOOSE, S(YEAR), OS(COMMA), W(MONTH)),
    R(SPAN, DATE, 0, S(SHIFT), OS(MONTH_HEAD), W(MONTH)),
    R(SPAN, DATE, 0, OS(MONTH_HEAD), W(MONTH), S(SHIFT_AFTER)),
    R(SPAN, DATE, LED, OS(MONTH_HEAD), W(MONTH)),
    R(SPAN, DATE, 0, OS(MONTH_HEAD), W(HIJRI_MONTH), OS(OF), S(HIJRI_YEAR)),
    R(SPAN, DATE, 0, S(MONTH_HEAD), W(HIJRI_MONTH), OS(SHIFT_AFTER)),
    R(SPAN, DATE, 0, S(YEAR_MONTH)),
    R(SPAN, DATE, LED, S(YEAR)),
    R(SPAN, DATE, 0, S(HIJRI_ERA)),

    /* «الربع الثالث من عام 2016», "the first week of October", "Q3 2016" */
    R(SPAN, NTH, 0, OS(THE), S(ORDINAL), W(UNIT), OS(OF), S(SPAN)),
    R(SPAN, NTH, 0, OS(THE), S(ORDINAL), W(UNIT), OS(OF), S(BARE)),
    R(SPAN, NTH, ARABIC, W(UNIT), S(ORDINAL), OS(OF), S(SPAN)),
    R(SPAN, NTH, ARABIC, W(UNIT), S(ORDINAL), OS(OF), S(BARE)),
    R(SPAN, NTH, 0, S(QUARTER), OS(OF), S(SPAN)),
    R(SPAN, NTH, 0, S(YEAR), OS(COMMA), OS(THE), S(ORDINAL), W(UNIT)),
    R(SPAN, NTH, 0, S(YEAR), S(QUARTER)),
    R(SPAN, NTH, LOOSE, S(QUARTER)),
    R(SPAN, NTH, 0, OS(THE), S(ORDINAL), W(UNIT)),
    R(SPAN, NTH, ARABIC, W(UNIT), S(ORDINAL)),
    R(SPAN, UNIT, LATIN, W(UNIT), S(COUNT)),

    /* «مطلع العام المقبل», "rest of the week", "later this month" */
    R(SPAN, PART, 0, W(PART), OS(OF), S(SPAN)),
    R(SPAN, PART, NOW, W(PART), OS(OF), S(BARE)),
    R(SPAN, COUNTED, LOOSE | ARABIC | FUTURE, S(AFTER), S(COUNTED),
      OW(FROM_NOW)),
    R(SPAN, REST, 0, W(REST), OS(OF), S(SPAN)),
    R(SPAN, REST, 0, W(REST), OS(OF), S(BARE)),
    R(SPAN, LATER, 0, W(LATER), OS(OF), S(SPAN)),
    R(SPAN, LATER, 0, W(LATER), S(OF), S(BARE)),
    R(SPAN, COUNTED, 0, OS(THE), S(SHIFT), S(COUNTED)),
    R(SPAN, COUNTED, 0, S(COUNTED), S(SHIFT_AFTER)),
    R(SPAN, COUNTED, FUTURE | LOOSE, S(COUNTED), W(FROM_NOW)),

    RU(SPAN, UNIT, SEASON, 0, OS(THE), W(SEASON), OS(OF), S(YEAR)),
    RU(SPAN, UNIT, SEASON, 0, OS(THE), S(SHIFT), W(SEASON)),
    RU(SPAN, UNIT, SEASON, 0, W(SEASON), S(SHIFT_AFTER)),
    RU(SPAN, UNIT, SEASON, 0, W(SEASON), OS(OF), S(SPAN)),
    RU(SPAN, UNIT, SEASON, LOOSE, OS(THE), W(SEASON)),
    RU(SPAN, UNIT, DECADE, 0, OS(THE), S(DECADE)),
    RU(SPAN, UNIT, DECADE, 0, OS(THE), S(DECADE), OS(OF), S(SPAN)),
    R(SPAN, AROUND, 0, OS(THE), W(WEEK_OF), OS(THE), S(POINT)),
    R(SPAN, AROUND, LOOSE, W(UNIT), S(POINT)),

    /* "from 4 to 22 January", «بين الأربعاء والجمعة», 2014-2018 */
    R(RANGE, RANGE, 0, OS(FROM), S(POINT), S(TO), S(ANY)),
    R(RANGE, RANGE, 0, S(FROM), S(ANY), S(TO), S(ANY)),
    R(RANGE, RANGE, LED, S(SPAN), S(TO), S(SPAN)),
    R(RANGE, RANGE, LOOSE | LATIN, S(IN), S(SPAN), S(TO), S(SPAN)),
    R(RANGE, RANGE, 0, S(BETWEEN), S(ANY), S(AND), S(ANY)),
    R(RANGE, RANGE, 0, S(BETWEEN), S(ANY), S(TO), S(ANY)),
    R(RANGE, RANGE, 0, OS(FROM), S(DAY_NUMBER), S(TO), S(POINT)),
    R(RANGE, RANGE, 0, S(BETWEEN), S(DAY_NUMBER), S(AND), S(POINT)),
    R(RANGE, RANGE, 0, S(BETWEEN), S(DAY_NUMBER), S(TO), S(POINT)),
    R(RANGE, RANGE, LATIN, S(POINT), S(TO), S(DAY_NUMBER)),
    R(RANGE, RANGE, 0, OS(MONTH_HEAD), W(MONTH), S(BETWEEN), S(DAY_NUMBER),
      S(AND), S(DAY_NUMBER), OS(YEAR)),
    R(RANGE, RANGE, 0, OS(MONTH_HEAD), W(MONTH), S(BETWEEN), S(DAY_NUMBER),
      S(TO), S(DAY_NUMBER), OS(YEAR)),
    R(RANGE, RANGE, 0, S(SPAN), S(BETWEEN), S(POINT), S(AND), S(POINT)),
    R(RANGE, RANGE, 0, S(SPAN), S(FROM), S(POINT), S(TO), S(POINT)),
    R(RANGE, LASTING, 0, S(FOR), S(AMOUNT), OS(COMMA), S(FROM), S(POINT)),
    R(RANGE, LASTING, 0, S(AMOUNT), OS(COMMA), W(SINCE), OS(FROM), S(POINT)),
    R(DAY_NUMBER, DATE, 0, OS(THE), S(MDAY)),

    /* «خلال تسعين يومًا», "within two weeks from today" */
    R(LIMIT, WITHIN, FUTURE, W(WITHIN), OS(THE), OW(NEXT), S(AMOUNT)),
    R(LIMIT, WITHIN, FUTURE, W(WITHIN), S(AMOUNT), S(AFTER), S(POINT)),
    R(LIMIT, WITHIN, FUTURE, W(LESS), S(AMOUNT), S(AFTER), S(POINT)),

    /* «منذ مايو», "until Friday", "more than 2 weeks after today" */
    R(ONE_END, SINCE, 0, W(SINCE), S(ANY)),
    R(ONE_END, UNTIL, 0, W(UNTIL), S(ANY)),
    R(ONE_END, UNTIL, 0, S(BEFORE), S(ANY)),
    R(ONE_END, SINCE, ARABIC, S(AFTER), S(ANY)),
    R(RANGE, SINCE, LATIN | FUTURE, W(MORE), S(AMOUNT), S(AFTER), S(POINT)),
    R(RANGE, UNTIL, LATIN | PAST, W(MORE), S(AMOUNT), S(BEFORE), S(POINT)),

    /* «الساعة السابعة والنصف مساء» */
    R(CLOCK_TIME, CLOCK, 0, OW(CLOCK), S(HOURS), OW(MERIDIEM)),
    R(CLOCK_TIME, CLOCK, 0, OW(CLOCK), S(HOURS), W(DAY_PART)),
    R(CLOCK_TIME, CLOCK, ARABIC, W(CLOCK), S(HOUR), OS(MINUTES), OS(IN),
      OW(DAY_PART), OW(DAY_PART)),
    R(CLOCK_TIME, CLOCK, 0, OW(CLOCK), S(HOUR), OS(MINUTES), W(MERIDIEM)),
    R(CLOCK_TIME, CLOCK, ARABIC, S(HOUR), OS(MINUTES), OS(IN), W(DAY_PART)),
    R(CLOCK_TIME, CLOCK, LOOSE, S(HOUR), W(DAY_PART), OS(MINUTES)),
    R(CLOCK_TIME, CLOCK, LOOSE, S(HOUR), S(MINUTES)),
    R(CLOCK_TIME, CLOCK, 0, W(DAY_PART), OS(COMMA), OS(IN), W(CLOCK), S(HOUR),
      OS(MINUTES), OW(DAY_PART)),
    R(CLOCK_TIME, CLOCK, LOOSE, W(DAY_PART), OS(COMMA), OS(IN), OW(CLOCK),
      S(HOUR), OS(MINUTES), OW(DAY_PART)),
    R(CLOCK_TIME, CLOCK, 0, W(DAY_PART), OS(COMMA), OS(IN), OW(CLOCK), S(HOURS),
      OW(DAY_PART)),
    R(CLOCK_TIME, CLOCK, 0, OW(CLOCK), S(HOURS), OS(IN), W(DAY_PART),
      W(DAY_PART)),
    R(CLOCK_TIME, CLOCK, LOOSE | PAST, S(AMOUNT), S(BEFORE), S(HOUR),
      OW(DAY_PART)),
    R(CLOCK_TIME, CLOCK, LOOSE | FUTURE, S(AMOUNT), S(AFTER), S(HOUR),
      OW(DAY_PART)),
    R(CLOCK_TIME, CLOCK, LOOSE, W(DAY_PART)),
    R(CLOCK_TIME, CLOCK, 0, W(PART), S(DASH), W(DAY_PART)),
    R(CLOCK_TIME, CLOCK, LOOSE | LED, S(HOUR)),
    R(CLOCK_TIME, CLOCK, LOOSE | ARABIC, S(HOUR)),

    /* «مساء الجمعة», "tomorrow at 8 p.m." */
    R(MOMENT, MOMENT, 0, S(POINT), OS(COMMA), OS(DASH), OS(IN), OS(OF),
      S(CLOCK_TIME)),
    R(MOMENT, MOMENT, 0, S(CLOCK_TIME), OS(COMMA), OS(OF), OS(DAY_HEAD),
      S(POINT)),
    R(MOMENT, MOMENT, 0, W(DAY_PART), OS(OF), S(POINT)),
    R(MOMENT, MOMENT, ARABIC, W(DAY_PART), S(POINT), OS(DASH), W(WEEKDAY)),
    R(MOMENT, MOMENT, 0, W(DAY_PART), OS(OF), S(POINT), S(CLOCK_TIME)),
    R(MOMENT, MOMENT, 0, S(CLOCK_TIME), OS(DAY_HEAD), S(POINT), W(DAY_PART)),
    R(MOMENT, MOMENT, LOOSE | ARABIC, S(IN), S(POINT), OS(COMMA), OS(IN),
      S(CLOCK_TIME)),
    R(MOMENT, MOMENT, LOOSE | ARABIC, S(DAY_HEAD), S(POINT), OS(COMMA), OS(IN),
      S(CLOCK_TIME)),
    R(MOMENT, MOMENT, LOOSE | ARABIC, S(IN), S(HOUR), S(IN), S(POINT)),
    R(MOMENT, MOMENT, LOOSE | NOW | ARABIC, W(CLOCK), S(HOUR), W(DAY_PART)),
    R(MOMENT, MOMENT, 0, S(POINT), OS(IN), W(DAY_PART)),
    R(MOMENT, MOMENT, 0, S(SHIFT), W(DAY_PART)),
    R(MOMENT, MOMENT, 0, W(DAY_PART), S(SHIFT_AFTER)),
    R(MOMENT, MOMENT, LOOSE, S(SHIFT), W(DAY_PART), OS(IN), S(CLOCK_TIME)),
    R(MOMENT, MOMENT, LOOSE, S(CLOCK_TIME), OS(COMMA), S(SHIFT), W(DAY_PART)),
    R(MOMENT, MOMENT, LOOSE, S(HOUR), OS(COMMA), S(SHIFT), W(DAY_PART)),
    R(MOMENT, MOMENT, LOOSE, S(HOUR), OS(COMMA), S(POINT)),
    R(MOMENT, MOMENT, LOOSE, S(POINT), OS(COMMA), OS(IN), S(HOUR)),
    R(MOMENT, AWAY, PAST | ARABIC | LAST, S(BEFORE), S(AMOUNT)),
    R(MOMENT, AWAY, PAST | ARABIC | LAST, W(SINCE), S(AMOUNT)),
    R(MOMENT, AWAY, PAST, S(AMOUNT), W(AGO)),
    R(MOMENT, AWAY, FUTURE | ARABIC | LAST, S(AFTER), S(AMOUNT)),
    R(MOMENT, NOW, LOOSE, W(NOW)),
    R(MOMENT, NOW, LOOSE, W(VAGUE)),
    R(MOMENT, PART, LOOSE, W(PART), OS(DAY_HEAD), S(POINT)),

    /* «ثلاثة أيام», "the whole week" */
    R(LENGTH, DURATION, 0, S(AMOUNT), OW(WHOLE)),
    R(LENGTH, DURATION, 0, W(WHOLE), OS(THE), W(UNIT)),

    /* «كل يوم اثنين», "weekly" */
    R(RECURRING, SET, 0, W(RATE)),
    R(RECURRING, SET, 0, W(EVERY), S(AMOUNT)),
    R(RECURRING, SET, 0, W(EVERY), W(UNIT)),
    R(RECURRING, SET, 0, W(EVERY), OS(DAY_HEAD), W(WEEKDAY), OS(IN),
      OS(CLOCK_TIME)),
    R(RECURRING, SET, 0, W(EVERY), W(DAY_PART), OS(IN), OS(CLOCK_TIME)),
    R(RECURRING, SET, LOOSE, W(EVERY), S(POINT)),
    R(RECURRING, SET, LOOSE, W(EVERY), W(DAY_PART), OS(IN), S(HOUR)),
    R(RECURRING, SET, 0, S(CLOCK_TIME), W(EVERY), W(UNIT)),
    R(RECURRING, SET, 0, S(CLOCK_TIME), W(EVERY), OS(DAY_HEAD), W(WEEKDAY)),
    R(RECURRING, SET, 0, W(DAY_PART), W(EVERY), W(UNIT), OS(IN),
      OS(CLOCK_TIME)),
    R(RECURRING, SET, 0, W(UNIT), W(WEEKDAY)),
    R(RECURRING, SET, 0, S(CLOCK_TIME), W(UNIT), W(WEEKDAY)),
    R(RECURRING, SET, LOOSE, S(DAY_HEAD), W(WEEKDAY)),
    R(RECURRING, SET, LOOSE, S(IN), W(DAY_PART), OS(IN), S(HOUR)),

    R(INEXACT, VAGUE, 0, W(VAGUE), OS(SHIFT_AFTER)),
    R(INEXACT, VAGUE, 0, OS(THE), S(SHIFT), W(UNIT)),
    R(INEXACT, VAGUE, 0, W(UNIT), S(SHIFT_AFTER)),
};

const uint32_t ahd_rules_count = sizeof ahd_rules_all / sizeof *ahd_rules_all;
