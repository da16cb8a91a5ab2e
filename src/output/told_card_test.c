#include "output/told_card.h"

#include "test.h"

static void add(ahd_told_card *card, const char *field, const char *value,
                const char *actor, const char *document)
{
    ahd_told_card_add(card, &(ahd_told_row){.field = ahd_str_from(field),
                                            .value = ahd_str_from(value),
                                            .actor = ahd_str_from(actor),
                                            .document = ahd_str_from(document),
                                            .outlet = AHD_STR("o")});
}

static void values_stand_side_by_side_with_their_documents(void)
{
    ahd_buf out = AHD_BUF(1 << 16);

    ahd_buf_add(&out, AHD_STR("{\"id\":\"x\"}"));
    ahd_told_card card = ahd_told_card_start(ahd_kb_embedded(), &out);
    add(&card, "date", "2020-10-26", "", "a");
    add(&card, "date", "2020-10-26", "", "b");
    add(&card, "date", "2020-10-27", "", "c");
    add(&card, "party", "signed", "~p-nobody", "a");
    ahd_told_card_finish(&card);
    CHECK_STR(ahd_buf_str(&out),
              "{\"id\":\"x\",\"told\":{\"values\":["
              "{\"field\":\"date\",\"value\":\"2020-10-26\",\"documents\":["
              "{\"id\":\"a\",\"outlet\":\"o\"},{\"id\":\"b\",\"outlet\":\"o\"}]"
              ",\"count\":2},"
              "{\"field\":\"date\",\"value\":\"2020-10-27\",\"documents\":["
              "{\"id\":\"c\",\"outlet\":\"o\"}],\"count\":1}],"
              "\"parties\":[{\"actor\":\"~p-nobody\",\"name\":null,"
              "\"state\":\"signed\",\"documents\":["
              "{\"id\":\"a\",\"outlet\":\"o\"}],\"count\":1}]}}");
    ahd_buf_finish(&out);
}

static void what_nobody_tells_leaves_the_card_as_it_is(void)
{
    ahd_buf out = AHD_BUF(1 << 16);

    ahd_buf_add(&out, AHD_STR("{\"id\":\"x\"}"));
    ahd_told_card card = ahd_told_card_start(ahd_kb_embedded(), &out);
    ahd_told_card_finish(&card);
    CHECK_STR(ahd_buf_str(&out), "{\"id\":\"x\"}");
    ahd_buf_finish(&out);
}

int main(void)
{
    RUN(values_stand_side_by_side_with_their_documents);
    RUN(what_nobody_tells_leaves_the_card_as_it_is);
    return test_failures != 0;
}
