#include "web/cells.h"

#include "test.h"

#include <math.h>

static ahd_buf out = {.max = 1 << 16}, made = {.max = 1 << 10};

static ahd_str cell(ahd_str text)
{
    ahd_buf_clear(&out);
    ahd_cells_text(&out, text);
    return ahd_buf_str(&out);
}

static ahd_str quoted(ahd_str text)
{
    ahd_buf_clear(&out);
    ahd_cells_quoted(&out, text);
    return ahd_buf_str(&out);
}

static void a_cell_is_quoted_when_it_must_be(void)
{
    CHECK_STR(cell(AHD_STR("وقّع")), "وقّع");
    CHECK_STR(cell(AHD_STR("")), "");
    CHECK_STR(cell(AHD_STR("a, b")), "\"a, b\"");
    CHECK_STR(cell(AHD_STR("he said \"no\"")), "\"he said \"\"no\"\"\"");
    CHECK_STR(cell(AHD_STR("two\nlines")), "\"two\nlines\"");
    CHECK_STR(cell(AHD_STR("a;b'c")), "a;b'c");
}

static void a_formula_is_defused(void)
{
    CHECK_STR(cell(AHD_STR("=1+1")), "'=1+1");
    CHECK_STR(cell(AHD_STR("+1")), "'+1");
    CHECK_STR(cell(AHD_STR("-1")), "'-1");
    CHECK_STR(cell(AHD_STR("@SUM(A1)")), "'@SUM(A1)");
    CHECK_STR(cell(AHD_STR("\t=1")), "'\t=1");
    CHECK_STR(cell(AHD_STR("\r=1")), "\"'\r=1\"");
    CHECK_STR(cell(AHD_STR("=\"a\",b")), "\"'=\"\"a\"\",b\"");
    CHECK_STR(cell(AHD_STR("1=1")), "1=1");
}

static void bytes_that_are_no_text_are_marked(void)
{
    CHECK_STR(cell(AHD_STR("a\xff")), "a\xef\xbf\xbd");
    CHECK_STR(cell(AHD_STR("a\0b")), "a\xef\xbf\xbd"
                                     "b");
    CHECK_STR(quoted(AHD_STR("a\"\\\n\x01\xff")),
              "\"a\\\"\\\\\\n\\u0001\xef\xbf\xbd\"");
}

static ahd_act_row act(void)
{
    const ahd_str none = AHD_STR("");

    return (ahd_act_row){.document = AHD_STR("d1"),
                         .act = AHD_STR("deny"),
                         .date = none,
                         .sentence = AHD_STR("-نفى"),
                         .sentence_start = 12,
                         .nth = 2,
                         .n = 3,
                         .lat = -5.5,
                         .lon = (double)NAN,
                         .confidence = 0.93};
}

static size_t count(ahd_str s, char c)
{
    size_t n = 0;

    for (size_t i = 0; i < s.len; i++)
        n += s.ptr[i] == c;
    return n;
}

static void a_row_has_a_cell_for_each_column(void)
{
    const ahd_table *table = ahd_table_find(AHD_STR("acts"));
    const ahd_act_row row = act();

    CHECK(table != NULL && ahd_table_find(AHD_STR("act")) == NULL);
    ahd_buf_clear(&out);
    ahd_cells_head(table, &out);
    CHECK(ahd_str_starts(ahd_buf_str(&out), AHD_STR("id,document,n,act,")));
    CHECK(count(ahd_buf_str(&out), ',') == table->count - 2);
    ahd_buf_clear(&out);
    ahd_cells_csv(table, &row, &made, &out);
    ahd_str line = ahd_buf_str(&out);
    CHECK(ahd_str_starts(line, AHD_STR("d1:s12.2,d1,3,deny,,,")));
    CHECK(ahd_str_find(line, AHD_STR(",-5.5,,")) < line.len);
    CHECK(ahd_str_find(line, AHD_STR(",'-نفى,12,")) < line.len);
    CHECK(count(line, ',') == table->count - 2);
    CHECK(ahd_str_ends(line, AHD_STR("\r\n")));
}

static void json_has_null_for_what_is_not_there(void)
{
    const ahd_table *table = ahd_table_find(AHD_STR("acts"));
    const ahd_act_row row = act();

    ahd_buf_clear(&out);
    ahd_cells_json(table, &row, &made, &out);
    ahd_str line = ahd_buf_str(&out);
    CHECK(ahd_str_starts(
        line, AHD_STR("{\"id\":\"d1:s12.2\",\"document\":\"d1\",\"n\":3,"
                      "\"act\":\"deny\",\"mode\":null,")));
    CHECK(ahd_str_find(line, AHD_STR("\"lat\":-5.5,\"lon\":null")) < line.len);
    CHECK(ahd_str_find(line, AHD_STR("\"sentence\":\"-نفى\"")) < line.len);
}

/* "Iran | the delegation": the first and how many; all of them in JSON. */
static void several_are_rows_of_their_own(void)
{
    const ahd_table *table = ahd_table_find(AHD_STR("acts"));
    ahd_act_row row = act();

    row.source = AHD_STR("Iran | the delegation");
    row.source_ids = AHD_STR("ir | ");
    row.speaker = AHD_STR("Huda");
    ahd_buf_clear(&out);
    ahd_cells_csv(table, &row, &made, &out);
    ahd_str line = ahd_buf_str(&out);
    CHECK(ahd_str_find(line, AHD_STR(",Iran,ir,2,,,0,Huda,,")) < line.len);
    ahd_buf_clear(&out);
    ahd_cells_json(table, &row, &made, &out);
    line = ahd_buf_str(&out);
    CHECK(ahd_str_ends(
        line,
        AHD_STR("\"participants\":[{\"role\":\"source\",\"rank\":1,"
                "\"actor\":\"ir\",\"name\":\"Iran\"},{\"role\":\"source\","
                "\"rank\":2,\"actor\":null,\"name\":\"the delegation\"},"
                "{\"role\":\"speaker\",\"rank\":1,\"actor\":null,"
                "\"name\":\"Huda\"}]}")));
}

static void every_column_has_a_meaning_and_a_name_of_its_own(void)
{
    for (size_t t = 0; t < AHD_TABLES; t++) {
        const ahd_table *table = &ahd_tables[t];
        for (size_t i = 0; i < table->count; i++) {
            const ahd_column *c = &table->columns[i];
            CHECK(c->en[0] != '\0' && c->ar[0] != '\0');
            CHECK(ahd_column_type_name(c->type).len > 0);
            for (size_t k = 0; k < i; k++)
                CHECK(strcmp(c->name, table->columns[k].name) != 0);
        }
    }
}

int main(void)
{
    RUN(a_cell_is_quoted_when_it_must_be);
    RUN(a_formula_is_defused);
    RUN(bytes_that_are_no_text_are_marked);
    RUN(a_row_has_a_cell_for_each_column);
    RUN(several_are_rows_of_their_own);
    RUN(json_has_null_for_what_is_not_there);
    RUN(every_column_has_a_meaning_and_a_name_of_its_own);
    ahd_buf_finish(&out);
    ahd_buf_finish(&made);
    return test_failures != 0;
}
