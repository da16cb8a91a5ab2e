#include "output/due.h"
#include "output/registry.h"
#include "test.h"

#include "base/day.h"

#include <string.h>

static bool due_is(const char *rule, const char *signed_on, const char *want)
{
    char iso[AHD_DAY_ISO];
    int32_t day = ahd_due_day(ahd_str_from(rule),
                              ahd_day_from_iso(ahd_str_from(signed_on)),
                              ahd_day_from_iso(AHD_STR("2012-11-21")));

    if (day == AHD_KB_NO_DAY)
        return want == NULL;
    ahd_day_iso(day, iso);
    return want && memcmp(iso, want, sizeof iso) == 0;
}

static void deadlines_are_computed_from_their_rule(void)
{
    CHECK(due_is("signature+90d", "2020-10-23", "2021-01-21"));
    CHECK(due_is("signature+3m", "2020-10-23", "2021-01-23"));
    CHECK(due_is("signature+14m", "2020-10-23", "2021-12-23"));
    CHECK(due_is("signature+2w", "2020-10-23", "2020-11-06"));
    CHECK(due_is("signature+1y", "2020-02-29", "2021-02-28"));
    CHECK(due_is("date:2021-12-24", "2020-10-23", "2021-12-24"));
}

static void what_counts_from_coming_into_force_has_its_own_day(void)
{
    CHECK(due_is("effective+0d", "2012-11-01", "2012-11-21"));
    CHECK(due_is("effective+1d", "", "2012-11-22"));
    CHECK(ahd_due_day(AHD_STR("effective+1d"), 15000, AHD_KB_NO_DAY) ==
          AHD_KB_NO_DAY);
}

static void a_month_ends_on_its_last_day(void)
{
    CHECK(due_is("signature+1m", "2021-01-31", "2021-02-28"));
    CHECK(due_is("signature+1m", "2020-01-31", "2020-02-29"));
    CHECK(due_is("signature+12m", "2020-12-31", "2021-12-31"));
    CHECK(due_is("signature+1m", "2020-12-31", "2021-01-31"));
}

static void a_rule_that_says_nothing_gives_no_day(void)
{
    CHECK(due_is("", "2020-10-23", NULL));
    CHECK(due_is("soon", "2020-10-23", NULL));
    CHECK(due_is("signature+", "2020-10-23", NULL));
    CHECK(due_is("signature+d", "2020-10-23", NULL));
    CHECK(due_is("signature+3x", "2020-10-23", NULL));
    CHECK(due_is("signature+99999999999d", "2020-10-23", NULL));
    CHECK(due_is("signature+4000000000d", "2020-10-23", NULL));
    CHECK(due_is("date:someday", "2020-10-23", NULL));
    CHECK(due_is("signature+3m", "", NULL));
}

static bool has(const ahd_buf *out, const char *part)
{
    ahd_str all = ahd_buf_str(out);
    bool found = ahd_str_find(all, ahd_str_from(part)) < all.len;

    if (!found)
        printf("no %s in %.*s\n", part, (int)(all.len > 600 ? 600 : all.len),
               all.ptr);
    return found;
}

static void write_agreement(const char *id, ahd_buf *out)
{
    const ahd_kb *kb = ahd_kb_embedded();
    uint32_t row = ahd_kb_find_agreement(kb, ahd_str_from(id));

    CHECK(row != AHD_KB_NONE);
    if (row != AHD_KB_NONE)
        ahd_registry_agreement(kb, row, out);
    CHECK(!out->failed);
}

static void an_agreement_is_shown_with_parties_and_commitments(void)
{
    ahd_buf out = AHD_BUF(1 << 20);

    write_agreement("ly-ceasefire-2020-10-23", &out);
    CHECK(has(&out, "{\"id\":\"ly-ceasefire-2020-10-23\","));
    CHECK(has(&out, "\"kind\":\"ceasefire\""));
    CHECK(has(&out, "\"date\":\"2020-10-23\",\"precision\":\"day\""));
    CHECK(has(&out, "\"place\":{\"id\":\""));
    CHECK(has(&out, "\"en\":\"Geneva\""));
    CHECK(has(&out, "{\"role\":\"party\",\"actor\":\""));
    CHECK(has(&out, "\"rule\":\"effective+0d\",\"deadline\":\"2020-10-23\""));
    CHECK(has(&out, "\"deadline\":\"2021-01-"));
    CHECK(has(&out, "\"topics\":[\""));
    CHECK(has(&out, "\"role\":\"monitor\",\"actor\":\"unsmil\""));
    ahd_buf_finish(&out);
}

static void a_relation_is_shown_from_both_ends(void)
{
    ahd_buf out = AHD_BUF(1 << 20);

    /* Data says: ly-lpa endorsed_by unscr-2259. */
    write_agreement("ly-lpa-2015-12-17", &out);
    CHECK(has(&out, "\"type\":\"endorsed_by\",\"id\":\"unscr-2259\""));
    ahd_buf_clear(&out);
    write_agreement("unscr-2259", &out);
    CHECK(has(&out, "\"type\":\"endorses\",\"id\":\"ly-lpa-2015-12-17\""));
    ahd_buf_finish(&out);
}

static void a_month_is_not_shown_as_a_day(void)
{
    ahd_buf out = AHD_BUF(1 << 20);

    write_agreement("ly-bouznika-2020-10", &out);
    CHECK(has(&out, "\"date\":\"2020-10\",\"precision\":\"month\""));
    ahd_buf_finish(&out);
}

static void an_agreement_tells_days_texts_and_what_sources_differ_about(void)
{
    ahd_buf out = AHD_BUF(1 << 20);

    write_agreement("ir-jcpoa-2015-07-14", &out);
    CHECK(has(&out, "\"effective\":{\"date\":\"2015-10-18\",\"source\":\""));
    CHECK(has(&out, "\"values\":[{\"field\":\"effective\","
                    "\"value\":\"2016-01-16\""));
    CHECK(has(&out, "\"processes\":[{\"id\":\"ir-nuclear\",\"ar\":\""));
    CHECK(has(&out, "\"at\":\"S/RES/2231 (2015), annex A\""));
    CHECK(has(&out, "\"is\":\"annex\""));
    ahd_buf_clear(&out);
    write_agreement("unscr-1973", &out);
    CHECK(has(&out, "\"exceptions\":[{\"en\":\"Flights whose sole"));
    ahd_buf_clear(&out);
    write_agreement("us-ru-newstart-2010-04-08", &out);
    CHECK(has(&out, "\"rule\":\"effective+7y\","
                    "\"deadline\":\"2018-02-05\""));
    ahd_buf_finish(&out);
}

static void what_is_only_known_is_to_be_checked(void)
{
    ahd_buf out = AHD_BUF(1 << 20);

    write_agreement("unscr-1970", &out);
    CHECK(has(&out, "\"confidence\":\"known\",\"to_be_checked\":true"));
    ahd_buf_finish(&out);
}

/* JSON that ends where it should, whatever the row: brackets outside of texts
 * are balanced. */
static bool is_whole(ahd_str json)
{
    int depth = 0;
    bool quoted = false;

    for (size_t i = 0; i < json.len; i++) {
        char c = json.ptr[i];
        if (quoted && c == '\\')
            i++;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted)
            depth += (c == '{' || c == '[') - (c == '}' || c == ']');
        if (depth == 0 && i + 1 < json.len)
            return false;
    }
    return depth == 0 && !quoted;
}

static void every_row_gives_one_object(void)
{
    const ahd_kb *kb = ahd_kb_embedded();
    ahd_buf out = AHD_BUF(1 << 20);
    uint32_t broken = 0;

    for (uint32_t i = 0; i < kb->agreements.count; i++) {
        ahd_buf_clear(&out);
        ahd_registry_agreement(kb, i, &out);
        broken += out.failed || !is_whole(ahd_buf_str(&out));
    }
    for (uint32_t i = 0; i < kb->actors.count; i++) {
        ahd_buf_clear(&out);
        ahd_registry_actor(kb, i, &out);
        broken += out.failed || !is_whole(ahd_buf_str(&out));
    }
    CHECK(broken == 0);
    ahd_buf_finish(&out);
}

static void an_actor_is_shown_with_names_and_posts(void)
{
    const ahd_kb *kb = ahd_kb_embedded();
    uint32_t row = ahd_kb_find_actor(kb, AHD_STR("p-ghassan-salame"));
    ahd_buf out = AHD_BUF(1 << 20);

    CHECK(row != AHD_KB_NONE);
    if (row != AHD_KB_NONE)
        ahd_registry_actor(kb, row, &out);
    CHECK(has(&out, "\"type\":\"person\""));
    CHECK(has(&out, "\"kind\":\"official\",\"lang\":\"ar\""));
    CHECK(has(&out, "\"posts\":[{\"role\":\""));
    CHECK(has(&out, "{\"role\":\"envoy\""));
    CHECK(has(&out, "\"of\":{\"id\":\"unsmil\""));
    CHECK(has(&out, "\"since\":\"2017-06-20\",\"until\":\"2020-03-02\""));
    ahd_buf_finish(&out);
}

static void an_army_is_shown_with_holders_and_ties(void)
{
    const ahd_kb *kb = ahd_kb_embedded();
    uint32_t row = ahd_kb_find_actor(kb, AHD_STR("ly-lna"));
    ahd_buf out = AHD_BUF(1 << 20);

    CHECK(row != AHD_KB_NONE);
    if (row != AHD_KB_NONE)
        ahd_registry_actor(kb, row, &out);
    CHECK(has(&out, "\"holders\":[{\"role\":\""));
    CHECK(has(&out, "\"person\":{\"id\":\"p-khalifa-haftar\""));
    CHECK(has(&out,
              "\"ties\":[{\"kind\":\"acts_for\",\"actor\":{\"id\":\"ly-lna\""));
    CHECK(has(&out, "\"kind\":\"part_of\",\"actor\":{\"id\":\"ly-"));
    ahd_buf_finish(&out);
}

int main(void)
{
    RUN(deadlines_are_computed_from_their_rule);
    RUN(what_counts_from_coming_into_force_has_its_own_day);
    RUN(a_month_ends_on_its_last_day);
    RUN(a_rule_that_says_nothing_gives_no_day);
    RUN(an_agreement_is_shown_with_parties_and_commitments);
    RUN(a_relation_is_shown_from_both_ends);
    RUN(a_month_is_not_shown_as_a_day);
    RUN(an_agreement_tells_days_texts_and_what_sources_differ_about);
    RUN(what_is_only_known_is_to_be_checked);
    RUN(every_row_gives_one_object);
    RUN(an_actor_is_shown_with_names_and_posts);
    RUN(an_army_is_shown_with_holders_and_ties);
    return test_failures != 0;
}
