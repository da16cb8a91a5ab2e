#include "region.h"

#include "test.h"

static ahd_arena *arena;

#define PROSE                                                                  \
    "The two sides signed the memorandum on Monday and said that it would be " \
    "in force for three years. "

static void lay_out(const char *page, ahd_outline *o)
{
    ahd_markup markup;
    ahd_markup_token token;

    ahd_markup_init(&markup, ahd_str_from(page));
    ahd_outline_init(o, arena);
    while (ahd_markup_next(&markup, &token))
        ahd_outline_take(o, &token);
    ahd_outline_finish(o);
    ahd_outline_settle(o);
}

/* What the first line of the region of `page` says. */
static ahd_str region(const char *page)
{
    static ahd_outline o;
    ahd_region found;

    lay_out(page, &o);
    ahd_region_find(&o, &found);
    uint32_t first = o.blocks.items[found.block].first_line;
    return ahd_outline_words(&o, &o.lines.items[first]);
}

static void the_block_with_the_running_text_is_found(void)
{
    CHECK_STR(region("<body><div>Menu</div><div><div>Top</div><div><h2>Start"
                     "</h2><p>" PROSE "<p>" PROSE "<p>" PROSE
                     "</div></div><div><p>" PROSE "</div>"),
              "Start");
}

static void a_block_that_says_it_is_the_text_is_believed(void)
{
    CHECK_STR(region("<body><div><p>" PROSE
                     "<div class=entry-content>Start<p>" PROSE "</div></div>"),
              "Start");
}

static void what_readers_say_is_not_counted(void)
{
    CHECK_STR(region("<body><div>Start<p>" PROSE "<p>" PROSE "</div>"
                     "<div class=comments><p>" PROSE "<p>" PROSE "</div>"),
              "Start");
}

static void lines_know_what_they_are_made_of(void)
{
    static ahd_outline o;

    lay_out("<p>Two words, <a>3 links</a>؟ <li>بند أول", &o);
    CHECK(o.lines.count == 2);
    CHECK(o.lines.items[0].n.words == 4 && o.lines.items[0].n.digits == 1);
    CHECK(o.lines.items[0].n.capitals == 1 && o.lines.items[0].n.commas == 1);
    CHECK(o.lines.items[0].link_letters == 6 && o.lines.items[0].n.stops == 1);
    CHECK(o.lines.items[1].kind == AHD_LINE_ITEM);
    CHECK(o.lines.items[1].letters == 6);
}

int main(void)
{
    arena = ahd_arena_new((size_t)16 << 20);
    RUN(the_block_with_the_running_text_is_found);
    RUN(a_block_that_says_it_is_the_text_is_believed);
    RUN(what_readers_say_is_not_counted);
    RUN(lines_know_what_they_are_made_of);
    ahd_arena_free(arena);
    return test_failures != 0;
}
