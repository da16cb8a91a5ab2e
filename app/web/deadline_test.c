#include "web/deadline.h"

#include "test.h"

static ahd_buf out;

static ahd_str said(ahd_tongue tongue, const char *rule)
{
    ahd_buf_clear(&out);
    ahd_deadline_write(&out, tongue, ahd_str_from(rule));
    return ahd_buf_str(&out);
}

static void english_counts_one_and_many(void)
{
    CHECK_STR(said(AHD_EN, "signature+90d"), "90 days after signature");
    CHECK_STR(said(AHD_EN, "effective+1m"), "1 month after it takes effect");
    CHECK_STR(said(AHD_EN, "effective+2w"), "2 weeks after it takes effect");
}

static void arabic_counts_one_two_few_and_many(void)
{
    CHECK_STR(said(AHD_AR, "signature+1d"), "يوم واحد من التوقيع");
    CHECK_STR(said(AHD_AR, "signature+2d"), "يومان من التوقيع");
    CHECK_STR(said(AHD_AR, "signature+3m"), "3 أشهر من التوقيع");
    CHECK_STR(said(AHD_AR, "signature+90d"), "90 يومًا من التوقيع");
}

static void no_delay_is_at_once(void)
{
    CHECK_STR(said(AHD_EN, "effective+0d"), "when it takes effect");
}

static void a_fixed_day_needs_no_rule_and_a_strange_one_is_shown(void)
{
    CHECK_STR(said(AHD_EN, "date:2021-12-24"), "");
    CHECK_STR(said(AHD_EN, "when pigs fly"), "when pigs fly");
    CHECK_STR(said(AHD_EN, "signature+"), "signature+");
    CHECK_STR(said(AHD_EN, "signature+9x"), "signature+9x");
    CHECK_STR(said(AHD_EN, ""), "");
}

int main(void)
{
    out = AHD_BUF(1000);
    RUN(english_counts_one_and_many);
    RUN(arabic_counts_one_two_few_and_many);
    RUN(no_delay_is_at_once);
    RUN(a_fixed_day_needs_no_rule_and_a_strange_one_is_shown);
    ahd_buf_finish(&out);
    return test_failures != 0;
}
