#include "lang/word.h"

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

int main(void)
{
    char out[256];

    CHECK_STR(cut("حوار جنيف 5+5، ثم", out), "حوار|جنيف|5|+|5|،|ثم");
    CHECK_STR(cut("Ahmed al-Mismari's army", out), "Ahmed|al|Mismari|'s|army");
    CHECK_STR(cut("3.5 مليون", out), "3.5|مليون");
    CHECK_STR(cut("القرار 2216.", out), "القرار|2216|.");
    CHECK_STR(cut("الـBBC", out), "الـ|BBC");
    CHECK_STR(cut("the U.S. and Mr. J. Smith", out),
              "the|U.S.|and|Mr|.|J|.|Smith");
    CHECK_STR(cut("", out), "");
    CHECK_STR(cut("  \n\t", out), "");
    return test_failures != 0;
}
