#include "names/incumbent.h"

#include "reading.h"

static void a_former_holder_is_whom_the_text_names(void)
{
    read_on(
        "وصل برويز مشرف إلى باكستان. وقال الرئيس الباكستاني السابق إنه باق.",
        ahd_day_of(2009, 2, 23));
    CHECK(of_words("الرئيس الباكستاني السابق")->id == actor("p-musharraf"));
}

static void a_former_office_is_not_the_present_holders(void)
{
    read_on(
        "وصل باراك أوباما إلى باكستان. وقال الرئيس الأمريكي السابق إنه باق.",
        ahd_day_of(2009, 6, 23));
    CHECK(of_words("الرئيس الأمريكي السابق")->id == AHD_NONE);
}

static void the_leader_of_a_state_is_its_head(void)
{
    read_on("The Russian leader said so in Moscow.", ahd_day_of(2011, 5, 27));
    CHECK(of_words("Russian leader")->id == actor("p-medvedev"));
}

static void the_leader_of_a_state_with_two_heads_is_open(void)
{
    read_on("The Iranian leader said so in Tehran.", ahd_day_of(2011, 5, 27));
    CHECK(!is_meant("p-ahmadinejad"));
    CHECK(!is_meant("p-khamenei"));
}

static void an_emir_is_of_the_state_not_of_the_city(void)
{
    read_on("حل أمير الكويت البرلمان في الكويت.", ahd_day_of(2009, 3, 20));
    CHECK(of_words("أمير الكويت")->id == actor("p-sabah-ahmad"));
}

static void a_title_has_the_king_that_the_text_names(void)
{
    read_titled("الملك يهنئ الشعب\nبعث الملك محمد السادس رسالة.", AHD_NO_DAY);
    CHECK(of_words("الملك")->id == actor("p-mohammed-vi"));
}

static void the_outer_of_two_offices_is_meant(void)
{
    read_on("The UN secretary general's special envoy arrived in Libya.",
            ahd_day_of(2011, 7, 4));
    CHECK(!is_meant("p-ban"));
}

static void a_son_of_a_president_is_not_he(void)
{
    read_on("وصل الرئيس حسني مبارك إلى مصر. وحذر النواب من نجل الرئيس في مصر.",
            ahd_day_of(2009, 3, 15));
    CHECK(of_words("نجل الرئيس")->id == AHD_NONE);
}

static void who_leads_a_group_is_its_leader_then(void)
{
    read_on("قال زعيم تنظيم القاعدة إنه باق.", ahd_day_of(2010, 7, 21));
    CHECK(of_words("زعيم تنظيم القاعدة")->id == actor("p-bin-laden"));
    read_on("قال زعيم تنظيم القاعدة إنه باق.", ahd_day_of(2015, 7, 21));
    CHECK(of_words("زعيم تنظيم القاعدة")->id == actor("p-zawahiri"));
}

static void who_heads_its_secretariat_is_not_its_head(void)
{
    read_on("قال رئيس حركة النهضة إنه باق.", ahd_day_of(2015, 7, 21));
    CHECK(of_words("رئيس حركة النهضة")->id == actor("p-ghannouchi-r"));
    read_on("قال رئيس كتلة حركة النهضة إنه باق.", ahd_day_of(2015, 7, 21));
    CHECK(!is_meant("p-ghannouchi-r"));
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    RUN(a_former_holder_is_whom_the_text_names);
    RUN(a_former_office_is_not_the_present_holders);
    RUN(the_leader_of_a_state_is_its_head);
    RUN(the_leader_of_a_state_with_two_heads_is_open);
    RUN(an_emir_is_of_the_state_not_of_the_city);
    RUN(a_title_has_the_king_that_the_text_names);
    RUN(the_outer_of_two_offices_is_meant);
    RUN(a_son_of_a_president_is_not_he);
    RUN(who_leads_a_group_is_its_leader_then);
    RUN(who_heads_its_secretariat_is_not_its_head);
    ahd_arena_free(arena);
    return test_failures != 0;
}
