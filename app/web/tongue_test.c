#include "web/tongue.h"

#include "test.h"

static ahd_tongue of(const char *lang, const char *accept)
{
    ahd_request request = {.accept_language = ahd_str_from(accept)};

    if (lang != NULL)
        request.params[request.param_count++] =
            (ahd_param){AHD_STR("lang"), ahd_str_from(lang)};
    return ahd_tongue_of(&request);
}

static void the_address_decides_before_the_browser(void)
{
    CHECK(of("en", "ar") == AHD_EN);
    CHECK(of("ar", "en-GB,en;q=0.9") == AHD_AR);
}

static void the_browser_decides_before_the_house(void)
{
    CHECK(of(NULL, "en-GB,ar;q=0.9") == AHD_EN);
    CHECK(of(NULL, "fr, ar-LY;q=0.5, en;q=0.1") == AHD_AR);
    CHECK(of("xx", "en") == AHD_EN);
}

static void arabic_comes_first(void)
{
    CHECK(of(NULL, "") == AHD_AR);
    CHECK(of(NULL, "de-DE,fr") == AHD_AR);
}

static void text_is_told_by_its_first_letter(void)
{
    CHECK(ahd_tongue_of_text(AHD_STR("5+5: حكومة (GNA)")) == AHD_AR);
    CHECK(ahd_tongue_of_text(AHD_STR("The هدنة")) == AHD_EN);
    CHECK(ahd_tongue_of_text(AHD_STR("2020")) == AHD_EN);
}

int main(void)
{
    RUN(the_address_decides_before_the_browser);
    RUN(the_browser_decides_before_the_house);
    RUN(arabic_comes_first);
    RUN(text_is_told_by_its_first_letter);
    return test_failures != 0;
}
