#include "store/pack.h"
#include "test.h"

static void bytes_come_back(void)
{
    ahd_str pages[] = {AHD_STR(""), AHD_STR("a"),
                       AHD_STR("one\0two\0three three three three")};
    ahd_buf small = AHD_BUF(1 << 16), back = AHD_BUF(1 << 16);

    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        CHECK(ahd_pack_shrink(pages[i], &small));
        CHECK(ahd_pack_restore(ahd_buf_str(&small), pages[i].len, &back));
        CHECK(ahd_str_eq(ahd_buf_str(&back), pages[i]));
    }
    ahd_buf_finish(&small);
    ahd_buf_finish(&back);
}

static void damage_is_seen(void)
{
    ahd_buf small = AHD_BUF(1 << 16), back = AHD_BUF(1 << 16);
    ahd_str page = AHD_STR("They signed it in Doha, they signed it in Doha.");

    CHECK(ahd_pack_shrink(page, &small));
    CHECK(!ahd_pack_restore(ahd_buf_str(&small), page.len - 1, &back));
    CHECK(!ahd_pack_restore(ahd_buf_str(&small), page.len + 1, &back));
    small.ptr[small.len - 1] ^= 1; /* of its checksum */
    CHECK(!ahd_pack_restore(ahd_buf_str(&small), page.len, &back));
    CHECK(!ahd_pack_restore(AHD_STR("no zlib"), page.len, &back));
    ahd_buf_finish(&small);
    ahd_buf_finish(&back);
}

static void what_does_not_fit_is_refused(void)
{
    ahd_buf small = AHD_BUF(8), back = AHD_BUF(8);
    ahd_str page = AHD_STR("longer than eight bytes");

    CHECK(!ahd_pack_shrink(page, &small));
    CHECK(!ahd_pack_restore(page, page.len, &back));
    ahd_buf_finish(&small);
    ahd_buf_finish(&back);
}

int main(void)
{
    RUN(bytes_come_back);
    RUN(damage_is_seen);
    RUN(what_does_not_fit_is_refused);
    return test_failures != 0;
}
