#include "trait.h"

#include "test.h"

static uint32_t of_tag(const char *html)
{
    ahd_markup markup;
    ahd_markup_token token;

    ahd_markup_init(&markup, ahd_str_from(html));
    CHECK(ahd_markup_next(&markup, &token));
    return ahd_trait_of_tag(&token);
}

static void the_words_of_a_body_s_class_are_whole(void)
{
    CHECK(of_tag("<body class='rtl archive\ncategory'>") == AHD_TRAIT_LIST);
    CHECK(of_tag("<body class='single category-world'>") == 0);
    CHECK(of_tag("<body class=error404>") == AHD_TRAIT_ERROR);
    CHECK(of_tag("<div class=archive>") == 0);
    CHECK(of_tag("<input type=PASSWORD>") == AHD_TRAIT_PASSWORD);
    CHECK(of_tag("<input type=text>") == 0);
}

static void a_part_does_not_make_the_page_an_article(void)
{
    CHECK(ahd_trait_of_type(AHD_STR("NewsArticle"), false) ==
          AHD_TRAIT_ARTICLE);
    CHECK(ahd_trait_of_type(AHD_STR("NewsArticle"), true) == 0);
    CHECK(ahd_trait_of_type(AHD_STR("Product"), true) == AHD_TRAIT_GOODS);
    CHECK(ahd_trait_of_type(AHD_STR("VideoObject"), true) == 0);
    CHECK(ahd_trait_of_graph(AHD_STR("product.group")) == AHD_TRAIT_SHELF);
    CHECK(ahd_trait_of_graph(AHD_STR("article")) == 0);
}

static void an_address_tells_by_host_and_path(void)
{
    CHECK(ahd_trait_of_address(AHD_STR("https://a.example/")) ==
          AHD_TRAIT_HOME);
    CHECK(ahd_trait_of_address(AHD_STR("https://a.example")) == AHD_TRAIT_HOME);
    CHECK(ahd_trait_of_address(AHD_STR("https://a.example/?p=7")) == 0);
    CHECK(ahd_trait_of_address(AHD_STR("http://a.example/en/Tag/truce?x=1")) ==
          AHD_TRAIT_LIST);
    CHECK(ahd_trait_of_address(AHD_STR("http://a.example/tagged/truce")) == 0);
    CHECK(ahd_trait_of_address(AHD_STR("https://forums.a.example/threads/7")) ==
          (AHD_TRAIT_BOARD | AHD_TRAIT_THREAD_PATH));
    CHECK(ahd_trait_of_address(AHD_STR("/tag/truce")) == 0);
    CHECK(ahd_trait_of_address(AHD_STR("")) == 0);
}

int main(void)
{
    RUN(the_words_of_a_body_s_class_are_whole);
    RUN(a_part_does_not_make_the_page_an_article);
    RUN(an_address_tells_by_host_and_path);
    return test_failures != 0;
}
