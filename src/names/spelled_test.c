#include "names/spelled.h"

#include "reading.h"

static void a_name_without_a_title_is_found_by_its_skeleton(void)
{
    read_on("Ukraine said that Viktor Yanukovitch had left Ukraine.",
            ahd_day_of(2014, 3, 1));
    const ahd_mention *m = named("Viktor Yanukovitch");
    CHECK(m->id == actor("p-yanukovych") && m->how == AHD_HOW_VARIANT);
}

static void not_where_his_country_is_not(void)
{
    read_on("Japan said that Viktor Yanukovitch had left Japan.",
            ahd_day_of(2014, 3, 1));
    CHECK(!is_meant("p-yanukovych"));
}

static void another_known_name_is_no_spelling(void)
{
    read_on("وصل وفد السعودية، ومعه محمد بن سليمان، إلى السعودية.",
            ahd_day_of(2015, 7, 21));
    CHECK(!is_meant("p-mbs"));
}

static void a_surname_alone_is_found_too(void)
{
    read_on("Libya denied it, but Qadaffi left Libya.", ahd_day_of(2011, 3, 1));
    CHECK(named("Qadaffi")->id == actor("p-muammar-gaddafi"));
    read_on("Japan denied it, but Qadaffi left Japan.", ahd_day_of(2011, 3, 1));
    CHECK(!is_meant("p-muammar-gaddafi"));
}

static void a_word_of_the_language_is_no_surname(void)
{
    read_on("Libya and the United States met. A Bedouin came from Libya.",
            ahd_day_of(2011, 3, 1));
    CHECK(!is_meant("p-biden"));
}

static void mentions_stay_in_order(void)
{
    read_on("Ukraine met Viktor Yanukovitch and Ukraine left. Viktor "
            "Yanukovitch left Ukraine; Viktor Yanukovitch stayed.",
            ahd_day_of(2014, 3, 1));
    CHECK(doc.mentions.count >= 6);
    CHECK(in_order());
}

static void who_rules_goes_by_his_last_name(void)
{
    read_on("وصل الوفد إلى تونس. وأوضح الشاهد أن تونس باقية.",
            ahd_day_of(2017, 4, 21));
    CHECK(named("الشاهد")->id == actor("p-chahed"));
}

int main(void)
{
    arena = ahd_arena_new(64 << 20);
    kb = ahd_kb_embedded();
    RUN(a_name_without_a_title_is_found_by_its_skeleton);
    RUN(not_where_his_country_is_not);
    RUN(another_known_name_is_no_spelling);
    RUN(a_surname_alone_is_found_too);
    RUN(a_word_of_the_language_is_no_surname);
    RUN(mentions_stay_in_order);
    RUN(who_rules_goes_by_his_last_name);
    ahd_arena_free(arena);
    return test_failures != 0;
}
