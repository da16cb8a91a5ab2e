#include "source/saved.h"

#include "test.h"

static void the_program_that_saved_a_page_tells_its_address(void)
{
    CHECK_STR(
        ahd_saved_url(AHD_STR(
            "<!DOCTYPE html> <html lang=ar><!--\n Page saved with "
            "SingleFile \n url: https://x.example/a?b=1 \n saved date: "
            "Fri Oct 23 2020 10:00:00 GMT+0200\n--><meta charset=utf-8>")),
        "https://x.example/a?b=1");
    CHECK_STR(ahd_saved_url(AHD_STR("<!-- a --><!-- saved from url=(0019)"
                                    "https://x.example/1 --><html>")),
              "https://x.example/1");
}

static void nothing_else_does(void)
{
    CHECK_STR(ahd_saved_url(AHD_STR("<html><!-- url: https://x.example -->")),
              "");
    CHECK_STR(ahd_saved_url(AHD_STR("<!-- Page saved with SingleFile url: "
                                    "file:///tmp/a.html -->")),
              "");
    CHECK_STR(ahd_saved_url(AHD_STR("<p>Page saved with SingleFile url: "
                                    "https://x.example/</p>")),
              "");
    CHECK_STR(ahd_saved_url(AHD_STR("<!-- Page saved with SingleFile")), "");
    CHECK_STR(ahd_saved_url(AHD_STR("")), "");
}

int main(void)
{
    RUN(the_program_that_saved_a_page_tells_its_address);
    RUN(nothing_else_does);
    return test_failures != 0;
}
