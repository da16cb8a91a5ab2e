#include "page/weblang.h"

#include "test.h"

#define ENGLISH "The talks of the two sides went on and the hall was full. "
#define ARABIC "بدأت المحادثات بين الطرفين في قاعة المدينة القديمة. "
#define PERSIAN "گفتگوهای دو طرف در تالار شهر آغاز شد و پایان یافت. "
#define FRENCH "Les négociations ont commencé à la mairie où siège l'été. "
#define MALAY "Rundingan bermula di dewan bandar dan akan berterusan esok. "

static ahd_arena *arena;

static ahd_doc *find(const char *text, const char *said)
{
    ahd_arena_clear(arena);
    ahd_doc *doc = ahd_doc_new(arena);
    doc->text = ahd_str_from(text);
    ahd_weblang_find(doc, ahd_str_from(said));
    return doc;
}

static void what_the_page_says_is_believed_if_the_letters_agree(void)
{
    ahd_doc *doc = find(ARABIC, "ar-SA");

    CHECK(doc->lang == AHD_LANG_AR);
    CHECK_STR(doc->language, "ar");
    doc = find(ARABIC, "en-US");
    CHECK(doc->lang == AHD_LANG_AR);
    CHECK_STR(doc->language, "ar");
    doc = find(FRENCH, "fr_FR");
    CHECK(doc->lang == AHD_LANG_OTHER);
    CHECK_STR(doc->language, "fr");
    doc = find(FRENCH, "ru");
    CHECK(doc->lang == AHD_LANG_OTHER && doc->language.len == 0);
}

static void languages_of_one_script_are_told_apart(void)
{
    ahd_doc *doc = find(PERSIAN, "fa");

    CHECK(doc->lang == AHD_LANG_OTHER);
    CHECK_STR(doc->language, "fa");
    doc = find(PERSIAN, "ar");
    CHECK(doc->lang == AHD_LANG_OTHER && doc->language.len == 0);
    doc = find(MALAY, "ms");
    CHECK(doc->lang == AHD_LANG_OTHER);
    CHECK_STR(doc->language, "ms");
    doc = find(ENGLISH, "nl");
    CHECK(doc->lang == AHD_LANG_EN);
    CHECK_STR(doc->language, "en");
}

#define TWICE(text) text text
#define LONG(text) TWICE(TWICE(TWICE(TWICE(TWICE(text)))))

/* Templates are in English on pages of any language. */
static void english_without_its_words_is_another_language(void)
{
    CHECK(find(LONG(MALAY), "en")->lang == AHD_LANG_OTHER);
    CHECK(find(LONG(MALAY), "en")->language.len == 0);
    CHECK(find(LONG(MALAY), "")->lang == AHD_LANG_OTHER);
    CHECK(find(MALAY, "en")->lang == AHD_LANG_EN); /* too short to tell */
    CHECK(find(LONG(ENGLISH), "en")->lang == AHD_LANG_EN);
}

static void a_text_speaks_for_itself(void)
{
    CHECK(find(ENGLISH, "")->lang == AHD_LANG_EN);
    CHECK(find("", "en")->lang == AHD_LANG_UNKNOWN);
    CHECK(find(ENGLISH, "x-very-private")->lang == AHD_LANG_EN);
    CHECK(find(FRENCH, "\xFF-e n")->language.len == 0);
}

int main(void)
{
    arena = ahd_arena_new(1 << 20);
    RUN(what_the_page_says_is_believed_if_the_letters_agree);
    RUN(languages_of_one_script_are_told_apart);
    RUN(english_without_its_words_is_another_language);
    RUN(a_text_speaks_for_itself);
    ahd_arena_free(arena);
    return test_failures != 0;
}
