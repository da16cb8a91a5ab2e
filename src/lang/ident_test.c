#include "lang/ident.h"

#include "kb/kb.h"
#include "test.h"

#include <string.h>

static const ahd_ident_table *table;

static uint32_t signs(const char *word)
{
    return ahd_ident_word(table, ahd_str_from(word))->signs;
}

static void words_are_found_as_they_are_typed(void)
{
    CHECK(signs("فى") == AHD_IDENT_DOTLESS);
    CHECK(signs("وفى") == AHD_IDENT_DOTLESS);
    CHECK(signs("فـِى") == AHD_IDENT_DOTLESS);
    CHECK(signs("في") == AHD_IDENT_YA && signs("فی") == AHD_IDENT_YA);
    CHECK(signs("الي") == (AHD_IDENT_DOTTED | AHD_IDENT_BARE));
    CHECK(signs("") == 0);
}

static void abbreviations_are_known(void)
{
    CHECK(signs("Gen") == AHD_IDENT_BEFORE);
    CHECK(signs("no") == AHD_IDENT_COUNT);
    CHECK(signs("etc") == AHD_IDENT_EITHER);
    CHECK(signs("أد") == AHD_IDENT_BEFORE);
}

static void a_word_of_one_language_weighs_most(void)
{
    const ahd_ident_row *row = ahd_ident_word(table, AHD_STR("The"));
    uint32_t language = 0;

    CHECK(row->weight == AHD_IDENT_WEIGHT);
    while (language < table->languages && row->languages >> language != 1)
        language++;
    CHECK(strcmp(table->language[language].code, "en") == 0);
    row = ahd_ident_word(table, AHD_STR("in"));
    CHECK(row->weight > 0 && row->weight < AHD_IDENT_WEIGHT);
    CHECK(ahd_ident_word(table, AHD_STR("xyzzy"))->hash == 0);
}

static void a_file_without_the_section_has_no_table(void)
{
    ahd_lexica none = {0};

    CHECK(ahd_ident_open(&none) == NULL);
}

int main(void)
{
    table = ahd_ident_open(ahd_kb_embedded()->lang);
    RUN(words_are_found_as_they_are_typed);
    RUN(abbreviations_are_known);
    RUN(a_word_of_one_language_weighs_most);
    RUN(a_file_without_the_section_has_no_table);
    return test_failures != 0;
}
