/* hijric.c - the months of the Umm al-Qura calendar, as C:
 *
 *     hijric > hijri.inc
 *
 * A row a year: the day of 1 Muharram since 1970-01-01, and a bit a month, set
 * where it has 30 days. Of ICU's islamic-umalqura, whose own table ends with
 * these years. */
#include <stdio.h>
#include <stdlib.h>
#include <unicode/ucal.h>

enum { FIRST = 1300, LAST = 1600 };

static const double day = 24.0 * 60 * 60 * 1000;

static UDate day_of(UCalendar *calendar, int year, int month)
{
    UErrorCode error = U_ZERO_ERROR;

    ucal_clear(calendar);
    ucal_set(calendar, UCAL_ERA, 0);
    ucal_set(calendar, UCAL_YEAR, year);
    ucal_set(calendar, UCAL_MONTH, month);
    ucal_set(calendar, UCAL_DATE, 1);
    UDate at = ucal_getMillis(calendar, &error);
    if (U_FAILURE(error)) {
        fprintf(stderr, "hijric: %s\n", u_errorName(error));
        exit(1);
    }
    return at / day;
}

int main(void)
{
    UErrorCode error = U_ZERO_ERROR;
    UCalendar *calendar = ucal_open(u"UTC", -1, "ar@calendar=islamic-umalqura",
                                    UCAL_DEFAULT, &error);

    if (U_FAILURE(error)) {
        fprintf(stderr, "hijric: %s\n", u_errorName(error));
        return 1;
    }
    printf("enum { HIJRI_FIRST = %d, HIJRI_LAST = %d };\n", FIRST, LAST);
    printf("static const struct {\n    int32_t start;\n    uint16_t full;\n"
           "} hijri_years[] = {\n");
    for (int year = FIRST; year <= LAST; year++) {
        int start = (int)day_of(calendar, year, 0), full = 0, from = start;
        for (int month = 0; month < 12; month++) {
            int to =
                (int)day_of(calendar, year + (month == 11), (month + 1) % 12);
            full |= (to - from == 30) << month;
            from = to;
        }
        printf("    {%d, 0x%03x},\n", start, (unsigned)full);
    }
    printf("};\n");
    ucal_close(calendar);
    return 0;
}
