#include "hint.h"

#include "test.h"

/* The hints of the first tag of `page`. */
static uint32_t hint(const char *page)
{
    ahd_hint_cache cache = {0};
    ahd_markup markup;
    ahd_markup_token token = {0};

    ahd_markup_init(&markup, ahd_str_from(page));
    CHECK(ahd_markup_next(&markup, &token));
    return ahd_hint_of(&token, &cache, NULL);
}

static void classes_are_read_word_by_word(void)
{
    CHECK(hint("<div class='sidebar related-posts'>") ==
          (AHD_HINT_SIDEBAR | AHD_HINT_RELATED));
    CHECK(hint("<div class=relatedPosts_box>") & AHD_HINT_RELATED);
    CHECK(hint("<div id=comments3>") == AHD_HINT_COMMENT);
    CHECK(hint("<div class=xyzzy>") == 0);
    CHECK(hint("<div>") == 0);
}

static void a_long_word_may_go_on(void)
{
    CHECK(hint("<div class=relatedstuff>") == AHD_HINT_RELATED);
    CHECK(hint("<div class=newsletterbox>") == AHD_HINT_SUBSCRIBE);
    CHECK(hint("<div class=adelaide>") == 0);
}

static void what_a_layout_has_is_not_what_a_block_is(void)
{
    CHECK(hint("<div class=has-sidebar>") == 0);
    CHECK(hint("<div class='no-comments with-ads js-share'>") == 0);
}

static void names_of_the_text_are_known_whole(void)
{
    CHECK(hint("<div class=wysiwyg>") & AHD_HINT_BODY);
    CHECK(hint("<div class=newsbody>") & AHD_HINT_BODY);
    CHECK(hint("<div class=td-post-content>") & AHD_HINT_BODY);
    CHECK(hint("<div class=field-name-body>") & AHD_HINT_BODY);
    CHECK(hint("<div class='x entry-content'>") & AHD_HINT_BODY);
    CHECK(hint("<div itemprop=articleBody>") == AHD_HINT_BODY);
    CHECK((hint("<div class=my-entry-content>") & AHD_HINT_BODY) == 0);
}

static void elements_and_roles_count(void)
{
    CHECK(hint("<article>") == AHD_HINT_ARTICLE);
    CHECK(hint("<div role=navigation>") == AHD_HINT_NAV);
    CHECK(hint("<div hidden>") == AHD_HINT_HIDDEN);
    CHECK(hint("<div style='color:red; display : none'>") == AHD_HINT_HIDDEN);
    CHECK(hint("<figcaption>") == (AHD_HINT_FIGURE | AHD_HINT_CAPTION));
}

static void blocks_made_alike_look_the_same(void)
{
    static const char page[] = "<p class=a id=x><p class=a><p class=b><div "
                               "class=a>";
    ahd_hint_cache cache = {0};
    ahd_markup markup;
    ahd_markup_token token;
    uint32_t look[4] = {0};

    ahd_markup_init(&markup, AHD_STR(page));
    for (int i = 0; i < 4 && ahd_markup_next(&markup, &token); i++)
        (void)ahd_hint_of(&token, &cache, &look[i]);
    CHECK(look[0] == look[1]);
    CHECK(look[1] != look[2] && look[1] != look[3]);
}

int main(void)
{
    RUN(classes_are_read_word_by_word);
    RUN(a_long_word_may_go_on);
    RUN(what_a_layout_has_is_not_what_a_block_is);
    RUN(names_of_the_text_are_known_whole);
    RUN(elements_and_roles_count);
    RUN(blocks_made_alike_look_the_same);
    return test_failures != 0;
}
