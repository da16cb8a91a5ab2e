#include "lang/word.h"

#include "lang/letter.h"

#include "test.h"

/* The words of `text`, with bars between. */
static ahd_str cut(const char *text, char *out)
{
    ahd_str s = ahd_str_from(text);
    size_t at = 0, len = 0;
    ahd_word word;

    while (ahd_word_next(s, &at, &word)) {
        ahd_str w = ahd_str_span(s, word.at);
        if (len > 0)
            out[len++] = '|';
        for (size_t i = 0; i < w.len; i++)
            out[len++] = w.ptr[i];
    }
    return (ahd_str){out, len};
}

static char out[512];

static void names_and_numbers(void)
{
    CHECK_STR(cut("حوار جنيف 5+5، ثم", out), "حوار|جنيف|5|+|5|،|ثم");
    CHECK_STR(cut("3.5 مليون", out), "3.5|مليون");
    CHECK_STR(cut("القرار 2216.", out), "القرار|2216|.");
    CHECK_STR(cut("١٬٣٦٥ و٣٫٥٪", out), "١٬٣٦٥|و|٣٫٥|٪");
    CHECK_STR(cut("12/3/2020 عند 20:30", out), "12|/|3|/|2020|عند|20:30");
    CHECK_STR(cut("بنسبة 2:100 و7:90", out), "بنسبة|2|:|100|و|7|:|90");
    CHECK_STR(cut("الـBBC", out), "الـ|BBC");
    CHECK_STR(cut("G20 و20", out), "G20|و|20");
    CHECK_STR(cut("الأميركي-الإيراني", out), "الأميركي|-|الإيراني");
}

static void english(void)
{
    CHECK_STR(cut("Ahmed al-Mismari's army", out), "Ahmed|al|Mismari|'s|army");
    CHECK_STR(cut("the U.S. and Mr. J. Smith", out),
              "the|U.S.|and|Mr|.|J|.|Smith");
    CHECK_STR(cut("5 p.m., e.g. U.N today", out), "5|p.m.|,|e.g.|U.N|today");
    CHECK_STR(cut("They don’t, can't, won't", out),
              "They|do|n’t|,|ca|n't|,|wo|n't");
    CHECK_STR(cut("we've they'll he'd I'm", out), "we|'ve|they|'ll|he|'d|I|'m");
    CHECK_STR(cut("Sana'a, O’Brien's, Ka‘aba", out),
              "Sana'a|,|O’Brien|'s|,|Ka‘aba");
    CHECK_STR(cut("'we' parties' ‘a’", out), "'|we|'|parties|'|‘|a|’");
}

static void addresses(void)
{
    CHECK_STR(cut("see https://un.org/a_b?c=1). Or", out),
              "see|https://un.org/a_b?c=1|)|.|Or");
    CHECK_STR(cut("www.un.org/ar، spa.gov.sa", out),
              "www.un.org/ar|،|spa.gov.sa");
    CHECK_STR(cut("a.b-c@un.org, x@y", out), "a.b-c@un.org|,|x|@y");
    CHECK_STR(cut("@UN_News: #غزة_الآن", out), "@UN_News|:|#|غزة|الآن");
    CHECK_STR(cut("talks.He left.it", out), "talks|.|He|left|.|it");
    CHECK_STR(cut("http:// www. @ @@", out), "http|:|/|/|www|.|@|@|@");
}

static void marks(void)
{
    CHECK_STR(cut("قال.. ثم... لا", out), "قال|..|ثم|...|لا");
    CHECK_STR(cut("الاثنين ـ وقالـ", out), "الاثنين|ـ|وقالـ");
    CHECK_STR(cut("👨‍👩‍👧🇱🇾👍🏽!!", out),
              "👨‍👩‍👧|🇱🇾|👍🏽|!|!");
    CHECK_STR(cut("\u200fقطر\u200e.\u200b", out), "قطر|.");
    CHECK_STR(cut("\u064bقطر \u0301", out), "قطر");
}

static void nothing(void)
{
    CHECK_STR(cut("", out), "");
    CHECK_STR(cut("  \n\t", out), "");
}

/* What each word says of itself. */
static void words_know_what_stands_before(void)
{
    ahd_str text = AHD_STR("Oslo.\nقال @UN و3");
    size_t at = 0;
    ahd_word w;

    CHECK(ahd_word_next(text, &at, &w) && w.capital && w.space && !w.line);
    CHECK(ahd_word_next(text, &at, &w) && w.kind == AHD_WORD_PUNCT && !w.space);
    CHECK(w.first == AHD_LETTER_STOP);
    CHECK(ahd_word_next(text, &at, &w) && w.arabic && w.space && w.line);
    CHECK(ahd_word_next(text, &at, &w) && w.link && !w.line);
    CHECK(ahd_word_next(text, &at, &w) && w.script == AHD_SCRIPT_ARABIC);
    CHECK(ahd_word_next(text, &at, &w) && w.kind == AHD_WORD_NUMBER);
    CHECK(!ahd_word_next(text, &at, &w));
}

int main(void)
{
    RUN(names_and_numbers);
    RUN(english);
    RUN(addresses);
    RUN(marks);
    RUN(nothing);
    RUN(words_know_what_stands_before);
    return test_failures != 0;
}
