#include "time/days.h"
#include "time/times.h"

#include "reading.h"

#include <stdlib.h>

/* A stage before; the module itself knows nothing of it. */
void ahd_numbers_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

static stage *const through_times[] = {
    ahd_text_split, ahd_morph_segment, ahd_morph_tag, ahd_numbers_find,
    ahd_time_find,  ahd_time_settle,   NULL};

/* "words from..to", one line a time. */
static ahd_str said(void)
{
    char *out = ahd_new(arena, char, 4096), *end = out;

    for (uint32_t i = 0; i < doc.times.count; i++) {
        const ahd_time *t = &doc.times.items[i];
        ahd_str words = ahd_str_span(doc.text, t->at);
        memcpy(end, words.ptr, words.len);
        end += words.len;
        *end++ = ' ';
        if (t->from == AHD_NO_DAY) {
            *end++ = '?';
        } else {
            ahd_day_iso(t->from, end);
            end += AHD_DAY_ISO;
        }
        if (t->from != t->to) {
            memcpy(end, "..", 2);
            ahd_day_iso(t->to, end + 2);
            end += AHD_DAY_ISO + 2;
        }
        *end++ = '\n';
    }
    return (ahd_str){out, (size_t)(end - out)};
}

static void full_dates_need_no_day_of_the_document(void)
{
    read_on("أعلن ذلك في 14/5/2019 وفي 3 حزيران/يونيو 2018.", AHD_NO_DAY);
    CHECK_STR(said(), "14/5/2019 2019-05-14\n"
                      "3 حزيران/يونيو 2018 2018-06-03\n");
    read_on("It was agreed on June 3, 2018 and 4 July 2019.", AHD_NO_DAY);
    CHECK_STR(said(), "June 3, 2018 2018-06-03\n4 July 2019 2019-07-04\n");
}

static void other_times_stay_open_without_it(void)
{
    read_on("وصل الوفد أمس ويغادر الخميس.", AHD_NO_DAY);
    CHECK_STR(said(), "أمس ?\nالخميس ?\n");
}

static void hijri_dates_become_gregorian(void)
{
    read_text("صدر القرار في 1 محرم 1400 هـ.");
    CHECK_STR(said(), "1 محرم 1400 هـ 1979-11-21\n");
}

static void weekdays_are_the_last_ones(void)
{
    read_text("اجتمع المجلس الخميس ثم الاثنين.");
    CHECK_STR(said(), "الخميس 2021-02-25\nالاثنين 2021-03-01\n");
    read_text("The council met on Thursday.");
    CHECK_STR(said(), "Thursday 2021-02-25\n");
}

static void weekdays_of_the_future_are_the_next_ones(void)
{
    read_text("سوف يجتمع المجلس الخميس.");
    CHECK_STR(said(), "الخميس 2021-03-04\n");
    read_text("يجتمع المجلس الخميس المقبل.");
    CHECK_STR(said(), "الخميس المقبل 2021-03-04\n");
    read_text("اجتمع المجلس يوم الاثنين الماضي.");
    CHECK_STR(said(), "الاثنين الماضي 2021-02-22\n");
}

static void a_day_and_its_weekday_are_one_time(void)
{
    read_text("غادر الوفد أمس الأحد ويعود غدا الثلاثاء.");
    CHECK_STR(said(), "أمس الأحد 2021-02-28\nغدا الثلاثاء 2021-03-02\n");
    read_text("بدأ اليوم الاثنين الحوار.");
    CHECK_STR(said(), "اليوم الاثنين 2021-03-01\n");
}

static void a_weekday_corrects_today(void)
{
    read_text("بدأ اليوم الأحد الحوار.");
    CHECK_STR(said(), "اليوم الأحد 2021-02-28\n");
}

static void counted_units_go_back(void)
{
    read_text("وصل قبل ثلاثة أيام وغادر قبل يومين.");
    CHECK_STR(said(), "قبل ثلاثة أيام 2021-02-26\nقبل يومين 2021-02-27\n");
    read_text("He arrived three days ago.");
    CHECK_STR(said(), "three days ago 2021-02-26\n");
}

static void units_move_by_their_size(void)
{
    read_text("تجري الانتخابات الشهر المقبل بعد تأجيلها العام الماضي.");
    CHECK_STR(said(), "الشهر المقبل 2021-04-01..2021-04-30\n"
                      "العام الماضي 2020-01-01..2020-12-31\n");
    read_text("They met last week and will vote next month.");
    CHECK_STR(said(), "last week 2021-02-22..2021-02-28\n"
                      "next month 2021-04-01..2021-04-30\n");
}

static void vague_times_stay_open(void)
{
    read_text("زار الوفد المدينة مؤخرا.");
    CHECK_STR(said(), "مؤخرا ?\n");
    CHECK(doc.times.count == 1 && doc.times.items[0].vague == -1);
}

static void a_date_without_year_is_near(void)
{
    read_text("بدأ العمل في 20 ديسمبر.");
    CHECK_STR(said(), "20 ديسمبر 2020-12-20\n");
    read_text("يبدأ العمل في 20 أبريل المقبل.");
    CHECK_STR(said(), "20 أبريل المقبل 2021-04-20\n");
}

static void words_of_time_that_tell_none_are_left(void)
{
    read_text("في اليوم التالي قال أحد الوزراء إنه وصل قبل التوقيع.");
    CHECK_STR(said(), "");
    read_text("أدى الوزير صلاة الجمعة ووصل بعد خمسة أيام من اللقاء.");
    CHECK_STR(said(), "خمسة أيام ?\n");
    read_text("نحن في أمس الحاجة إلى ذلك صباح اليوم التالي.");
    CHECK_STR(said(), "");
    read_text("They may march in may colours.");
    CHECK_STR(said(), "");
}

/* The values, as TIMEX3 has them. */
static ahd_str values(void)
{
    char *out = ahd_new(arena, char, 4096), *end = out;

    for (uint32_t i = 0; i < doc.times.count; i++) {
        ahd_str value = doc.times.items[i].value;
        memcpy(end, value.ptr, value.len);
        end += value.len;
        *end++ = ' ';
    }
    return (ahd_str){out, (size_t)(end - out)};
}

static void ranges_share_their_month_and_year(void)
{
    read_text("تجري الجولة من 4 إلى 22 يناير 2020 وبين 3 و 5 مارس.");
    CHECK_STR(said(), "من 4 إلى 22 يناير 2020 2020-01-04..2020-01-22\n"
                      "بين 3 و 5 مارس 2021-03-03..2021-03-05\n");
    read_text("They met from May 2015 to June 2016 and on 3-5 February.");
    CHECK_STR(said(), "from May 2015 to June 2016 2015-05-01..2016-06-30\n"
                      "3-5 February 2021-02-03..2021-02-05\n");
}

static void parts_of_periods_are_told(void)
{
    read_text("بدأ ذلك في مطلع الشهر المقبل وفي الربع الثالث من عام 2016.");
    CHECK_STR(said(), "مطلع الشهر المقبل 2021-04-01..2021-04-15\n"
                      "الربع الثالث من عام 2016 2016-07-01..2016-09-30\n");
    read_text("It began in the first week of October 2020 and in mid-March.");
    CHECK_STR(said(), "the first week of October 2020 2020-09-28..2020-10-04\n"
                      "mid-March 2021-03-11..2021-03-20\n");
}

static void hijri_months_follow_the_table(void)
{
    read_text("تبدأ الهدنة في 1 رمضان 1442 هـ وتنتهي يوم عيد الفطر.");
    CHECK_STR(said(), "1 رمضان 1442 هـ 2021-04-13\n"
                      "عيد الفطر 2021-05-13\n");
}

static void a_limit_is_no_day(void)
{
    read_text("يخرج المرتزقة خلال تسعين يوما.");
    CHECK(doc.times.count == 1 && doc.times.items[0].kind == AHD_TIME_LIMIT);
    CHECK_STR(said(), "خلال تسعين يوما 2021-03-01..2021-05-30\n");
    CHECK_STR(values(), "P90D ");
    read_text("يخرج المرتزقة خلال تسعين يوما من التوقيع.");
    CHECK_STR(said(), "خلال تسعين يوما ?\n");
}

static void lengths_and_sets_have_values(void)
{
    read_text("استمر اللقاء ساعة ونصف ثم ثلاثة أيام.");
    CHECK_STR(values(), "PT1.5H P3D ");
    read_text("يجتمعون كل يوم اثنين وتصدر الصحيفة أسبوعيا.");
    CHECK_STR(values(), "XXXX-WXX-1 P1W ");
}

static void hours_are_of_their_day(void)
{
    read_text("وصل مساء الجمعة وغادر صباح اليوم الساعة السابعة والنصف.");
    CHECK_STR(values(), "2021-02-26TEV 2021-03-01T07:30 ");
    read_text("He arrived on Friday at 8:15 p.m. and left.");
    CHECK_STR(values(), "2021-02-26T20:15 ");
}

static void one_end_alone_is_open(void)
{
    read_text("توقف القتال منذ عام 2015.");
    CHECK(doc.times.count == 1 && doc.times.items[0].kind == AHD_TIME_OPEN);
    CHECK_STR(values(), "2015-01-01/.. ");
}

static void months_have_three_traditions(void)
{
    read_text("وقع في 3 غشت 2020 و4 جويلية 2020 و5 تشرين الثاني 2020.");
    CHECK_STR(values(), "2020-08-03 2020-07-04 2020-11-05 ");
}

static void a_date_may_go_on_after_a_stop(void)
{
    read_text("It was signed on 16. Nov. 2016 and kept.");
    CHECK_STR(said(), "16. Nov. 2016 2016-11-16\n");
}

static void what_is_said_after_that_is_another_clause(void)
{
    read_text("He told the council Thursday that he will leave.");
    CHECK_STR(said(), "Thursday 2021-02-25\n");
}

static void what_is_not_told_as_past_is_to_come(void)
{
    read_text("يلتقي الوزير الخميس نظيره في باريس.");
    CHECK_STR(said(), "الخميس 2021-03-04\n");
    read_text("التقى الوزير الخميس نظيره الذي يزور باريس.");
    CHECK_STR(said(), "الخميس 2021-02-25\n");
}

static void dates_that_are_names_are_left(void)
{
    read_text("تحدث عن ثورة 23 يوليو وقوى 14 آذار.");
    CHECK_STR(said(), "");
    read_text("قال بعد 13 عاما إن الحرب انتهت.");
    CHECK_STR(said(), "بعد 13 عاما ?\n");
}

static void hostile_words_end(void)
{
    char *text = malloc(1 << 16);
    static const char words[] = "مطلع الأسبوع الأول من بين 3 و ";
    size_t used = 0;

    while (text && used + sizeof words < 1 << 16) {
        memcpy(text + used, words, sizeof words - 1);
        used += sizeof words - 1;
    }
    if (text == NULL)
        return;
    text[used] = 0;
    read_text(text);
    CHECK(doc.times.count < 1 << 16);
    free(text);
}

static void numbers_that_are_no_dates_are_left(void)
{
    read_text("صوت 45/60/2020 وبلغ العدد 31/2/2020 و 5-3.");
    CHECK_STR(said(), "");
}

int main(void)
{
    arena = ahd_arena_new(16 << 20);
    kb = ahd_kb_embedded();
    stages = through_times;
    today = ahd_day_of(2021, 3, 1); /* a Monday */
    RUN(full_dates_need_no_day_of_the_document);
    RUN(other_times_stay_open_without_it);
    RUN(hijri_dates_become_gregorian);
    RUN(weekdays_are_the_last_ones);
    RUN(weekdays_of_the_future_are_the_next_ones);
    RUN(a_day_and_its_weekday_are_one_time);
    RUN(a_weekday_corrects_today);
    RUN(counted_units_go_back);
    RUN(units_move_by_their_size);
    RUN(vague_times_stay_open);
    RUN(a_date_without_year_is_near);
    RUN(words_of_time_that_tell_none_are_left);
    RUN(ranges_share_their_month_and_year);
    RUN(parts_of_periods_are_told);
    RUN(hijri_months_follow_the_table);
    RUN(a_limit_is_no_day);
    RUN(lengths_and_sets_have_values);
    RUN(hours_are_of_their_day);
    RUN(one_end_alone_is_open);
    RUN(months_have_three_traditions);
    RUN(a_date_may_go_on_after_a_stop);
    RUN(what_is_said_after_that_is_another_clause);
    RUN(what_is_not_told_as_past_is_to_come);
    RUN(dates_that_are_names_are_left);
    RUN(hostile_words_end);
    RUN(numbers_that_are_no_dates_are_left);
    ahd_arena_free(arena);
    return test_failures != 0;
}
