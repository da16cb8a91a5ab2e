#include "doc/tags.h"

#include "test.h"

#include <string.h>

int main(void)
{
    uint32_t feats = ahd_tags_read_feats(
        AHD_STR("Gender=Fem|Number=Plur|Person=3|Odd=Yes|Voice=No"));

    CHECK(feats ==
          (AHD_FEAT_SET(GENDER, AHD_FEMININE) |
           AHD_FEAT_SET(NUMBER, AHD_PLURAL) | AHD_FEAT_SET(PERSON, 3)));
    CHECK(AHD_FEAT(feats, NUMBER) == AHD_PLURAL);
    CHECK(ahd_tags_find_pos(AHD_STR("SCONJ")) == AHD_POS_SCONJ);
    CHECK(ahd_tags_find_pos(AHD_STR("SC")) == AHD_POS_X);
    for (const ahd_tag *t = ahd_tags_feats; t->name; t++) {
        const char *value = ahd_tags_value(t, feats);
        if (strcmp(t->name, "Gender") == 0)
            CHECK(value && strcmp(value, "Fem") == 0);
        if (strcmp(t->name, "Voice") == 0)
            CHECK(value == NULL);
        CHECK(t->at + t->bits <= 32);
        for (uint32_t v = 1u << t->bits; v <= 12; v++)
            CHECK(t->values[v - 1] == NULL); /* no room for it */
    }
    return test_failures != 0;
}
