#include "web/follow.h"

#include "test.h"

static void a_list_is_read_each_id_once(void)
{
    ahd_follow f;

    ahd_follow_read(AHD_STR(" ly-x,ye-y,,ly-x , found:a b:1"), &f);
    CHECK(f.count == 3);
    CHECK_STR(f.ids[0], "ly-x");
    CHECK_STR(f.ids[2], "found:a b:1");
    CHECK(f.ids[2].ptr[f.ids[2].len] == '\0');
}

static void what_is_too_much_is_left_out(void)
{
    char many[4 * AHD_FOLLOW_BYTES];
    size_t len = 0;
    ahd_follow f;

    for (int i = 0; i < 100; i++)
        len += (size_t)snprintf(many + len, sizeof many - len, "id-%d,", i);
    ahd_follow_read((ahd_str){many, len}, &f);
    CHECK(f.count == AHD_FOLLOW_MOST);
    memset(many, 'x', sizeof many);
    ahd_follow_read((ahd_str){many, sizeof many}, &f);
    CHECK(f.count == 0);
}

static ahd_str toggled(const char *list, const char *id)
{
    static char bytes[AHD_FOLLOW_BYTES];
    ahd_buf out = AHD_BUF(sizeof bytes);
    ahd_follow f;

    ahd_follow_read(ahd_str_from(list), &f);
    ahd_follow_toggle(&f, ahd_str_from(id), &out);
    memcpy(bytes, ahd_buf_str(&out).ptr, out.len);
    ahd_str result = {bytes, out.len};
    ahd_buf_finish(&out);
    return result;
}

static void a_button_adds_at_the_end_and_takes_away(void)
{
    CHECK_STR(toggled("", "a"), "a");
    CHECK_STR(toggled("a,b", "c"), "a,b,c");
    CHECK_STR(toggled("a,b,c", "b"), "a,c");
    CHECK_STR(toggled("a", "a"), "");
}

static void the_address_goes_before_the_cookie(void)
{
    ahd_request r = {.cookie = AHD_STR("a=1; ahd_follow=ly-x%2Cye-y; b=2")};
    ahd_follow f;

    ahd_follow_of(&r, &f);
    CHECK(f.count == 2 && !f.asked && ahd_follow_has(&f, AHD_STR("ye-y")));
    r.params[r.param_count++] = (ahd_param){AHD_STR("follow"), AHD_STR("z")};
    ahd_follow_of(&r, &f);
    CHECK(f.count == 1 && f.asked && ahd_follow_has(&f, AHD_STR("z")));
}

static void what_was_seen_is_a_number_or_nothing(void)
{
    ahd_request r = {.cookie = AHD_STR("ahd_seen=42")};

    CHECK(ahd_follow_seen(&r) == 42);
    r.cookie = AHD_STR("ahd_seen=4x");
    CHECK(ahd_follow_seen(&r) == -1);
    r.cookie = AHD_STR("xahd_seen=42");
    CHECK(ahd_follow_seen(&r) == -1);
}

int main(void)
{
    RUN(a_list_is_read_each_id_once);
    RUN(what_is_too_much_is_left_out);
    RUN(a_button_adds_at_the_end_and_takes_away);
    RUN(the_address_goes_before_the_cookie);
    RUN(what_was_seen_is_a_number_or_nothing);
    return test_failures != 0;
}
