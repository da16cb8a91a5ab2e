#include "base/buf.h"

#include "test.h"

#include <string.h>

static void a_new_buffer_is_the_empty_text(void)
{
    ahd_buf buf = AHD_BUF(10);

    CHECK_STR(ahd_buf_str(&buf), "");
    CHECK(ahd_buf_str(&buf).ptr != NULL);
    ahd_buf_finish(&buf);
}

static void everything_added_stands_in_order(void)
{
    ahd_buf buf = AHD_BUF(1000);

    ahd_buf_add(&buf, AHD_STR("a"));
    ahd_buf_add(&buf, (ahd_str){NULL, 0});
    ahd_buf_byte(&buf, 'b');
    ahd_buf_code_point(&buf, 0x639);
    ahd_buf_printf(&buf, " %d %s", 5, "c");
    CHECK_STR(ahd_buf_str(&buf), "abع 5 c");
    CHECK(buf.ptr[buf.len] == '\0');
    ahd_buf_finish(&buf);
    CHECK(buf.ptr == NULL && buf.len == 0 && buf.max == 1000);
}

static void it_grows_through_many_writes(void)
{
    ahd_buf buf = AHD_BUF(100000);

    for (int i = 0; i < 10000; i++)
        ahd_buf_printf(&buf, "%04d ", i);
    CHECK(!buf.failed);
    CHECK(buf.len == 50000);
    CHECK_STR(ahd_str_span(ahd_buf_str(&buf), (ahd_span){49990, 10}),
              "9998 9999 ");
    ahd_buf_finish(&buf);
}

static void the_maximum_itself_still_fits(void)
{
    ahd_buf buf = AHD_BUF(3);

    ahd_buf_add(&buf, AHD_STR("abc"));
    CHECK(!buf.failed);
    CHECK_STR(ahd_buf_str(&buf), "abc");
    ahd_buf_finish(&buf);
}

static void a_write_past_the_maximum_changes_nothing(void)
{
    ahd_buf buf = AHD_BUF(3);

    ahd_buf_add(&buf, AHD_STR("ab"));
    ahd_buf_add(&buf, AHD_STR("cd"));
    CHECK(buf.failed);
    CHECK_STR(ahd_buf_str(&buf), "ab");
    ahd_buf_byte(&buf, 'c');
    ahd_buf_printf(&buf, "c");
    CHECK_STR(ahd_buf_str(&buf), "ab");
    ahd_buf_finish(&buf);
}

static void a_cleared_buffer_can_be_written_again(void)
{
    ahd_buf buf = AHD_BUF(3);

    ahd_buf_add(&buf, AHD_STR("abcd"));
    CHECK(buf.failed);
    ahd_buf_clear(&buf);
    ahd_buf_add(&buf, AHD_STR("x"));
    CHECK(!buf.failed);
    CHECK_STR(ahd_buf_str(&buf), "x");
    ahd_buf_finish(&buf);
}

static void reserved_room_can_be_filled_by_hand(void)
{
    ahd_buf buf = AHD_BUF(1000);

    CHECK(ahd_buf_reserve(&buf, 600));
    memset(buf.ptr, 'x', 600);
    buf.len = 600;
    CHECK(!ahd_buf_reserve(&buf, 401));
    ahd_buf_finish(&buf);
}

int main(void)
{
    RUN(a_new_buffer_is_the_empty_text);
    RUN(everything_added_stands_in_order);
    RUN(it_grows_through_many_writes);
    RUN(the_maximum_itself_still_fits);
    RUN(a_write_past_the_maximum_changes_nothing);
    RUN(a_cleared_buffer_can_be_written_again);
    RUN(reserved_room_can_be_filled_by_hand);
    return test_failures != 0;
}
