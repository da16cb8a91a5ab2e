#include "text/writing.h"

#include "kb/kb.h"
#include "test.h"

static const ahd_ident_table *table;

static ahd_writing decide(const char *text, const char *said)
{
    ahd_writing_tally tally = {0};
    ahd_str s = ahd_str_from(text);
    size_t at = 0;
    ahd_word word;

    while (ahd_word_next(s, &at, &word))
        ahd_writing_count(table, s, &word, &tally);
    return ahd_writing_decide(table, &tally, ahd_str_from(said));
}

#define CHECK_CODE(text, code_)                                                \
    CHECK_STR(ahd_str_from(decide((text), "").code), code_)

static void languages_are_known_by_their_words(void)
{
    CHECK_CODE("وقع الطرفان الاتفاق في المدينة بعد المحادثات", "ar");
    CHECK_CODE("رئیس جمهوری در تهران گفت که این توافق را امضا کرد", "fa");
    CHECK_CODE("اين توافق را رئيس جمهور در تهران امضا کرد", "fa");
    CHECK_CODE("وزیر اعظم نے معاہدے پر دستخط کیے ہیں", "ur");
    CHECK_CODE("سەرۆکی هەرێم لەگەڵ وەزیر کۆبووەوە", "ckb");
    CHECK_CODE("د افغانستان ولسمشر په کابل کې وویل چې", "ps");
    CHECK_CODE("The ministers signed the accord in the hall", "en");
    CHECK_CODE("Les ministres ont signé un accord dans la ville", "fr");
    CHECK_CODE("Die Minister haben das Abkommen nicht unterzeichnet", "de");
    CHECK_CODE("Los ministros han firmado el acuerdo en la ciudad", "es");
    CHECK_CODE("I ministri hanno firmato il patto nella città", "it");
    CHECK_CODE("Bakanlar anlaşmayı imzaladı ve çok önemli dedi", "tr");
    CHECK_CODE("Министры подписали соглашение и не уехали", "ru");
    CHECK_CODE("Міністри підписали угоду та не поїхали", "uk");
}

static void a_script_alone_may_tell(void)
{
    CHECK_CODE("השרים חתמו", "he");
    CHECK_CODE("장관들이 서명했다", "ko");
    CHECK_CODE("大臣が署名した", "ja");
    CHECK_CODE("部长签署了协议", "zh");
    CHECK_CODE("Οι υπουργοί υπέγραψαν", "el");
    CHECK_CODE("1701 - 2216.", "");
}

static void few_words_are_in_the_language_that_is_said(void)
{
    ahd_writing doc = decide("The accord was signed by the two sides.", "");
    ahd_writing name = decide("Khalifa Haftar", "");
    ahd_writing arabic = decide("محمد علي", "");

    CHECK(!name.sure && name.lang == AHD_LANG_UNKNOWN);
    ahd_writing_settle(&doc, &name);
    CHECK_STR(ahd_str_from(name.code), "en");
    CHECK(name.lang == AHD_LANG_EN);
    ahd_writing_settle(&doc, &arabic); /* of another script */
    CHECK(arabic.lang != AHD_LANG_EN);
    CHECK_STR(ahd_str_from(decide("Khalifa Haftar", "it").code), "it");
    CHECK_STR(ahd_str_from(decide("Khalifa Haftar", "fa").code), "");
}

static void shares_are_of_letters(void)
{
    ahd_writing w = decide("قوات UN 2020", "");

    CHECK(w.script == AHD_SCRIPT_ARABIC);
    CHECK(w.arabic == 66 && w.latin == 33);
    CHECK(decide("http://example.org/path", "").latin == 0);
}

static uint16_t typing(const char *text)
{
    return decide(text, "ar").typing;
}

static void typing_shows_in_common_words(void)
{
    CHECK(typing("في المدينة التي وقع فيها الاتفاق إلى حين") == 0);
    CHECK(typing("فى المدينة") == AHD_TYPING_DOTLESS_YA);
    CHECK(typing("وفى المدينة") == AHD_TYPING_DOTLESS_YA);
    CHECK(typing("حتي في المدينة") == AHD_TYPING_DOTTED_ALEF);
    CHECK(typing("في المدينه") == AHD_TYPING_HA);
    CHECK(typing("الى المدينة او") == AHD_TYPING_NO_HAMZA);
    CHECK(typing("فى المدينة التي") ==
          (AHD_TYPING_DOTLESS_YA | AHD_TYPING_MIXED));
    CHECK(typing("کتب في المدینة إلى") == AHD_TYPING_PERSIAN_KEYS);
}

static void one_slip_is_no_habit(void)
{
    CHECK(typing("في في في في في في في في في في فى") == 0);
}

static void digits_and_marks_show_too(void)
{
    CHECK(typing("عام 2020") == AHD_TYPING_ASCII_DIGITS);
    CHECK(typing("عام ٢٠٢٠") == AHD_TYPING_INDIC_DIGITS);
    CHECK(typing("عام ۲۰۲۰") == AHD_TYPING_PERSIAN_DIGITS);
    CHECK(typing("قال, ثم غادر") == AHD_TYPING_LATIN_MARKS);
    CHECK(typing("قال، ثم غادر؟") == 0);
}

int main(void)
{
    table = ahd_ident_open(ahd_kb_embedded()->lang);
    RUN(languages_are_known_by_their_words);
    RUN(a_script_alone_may_tell);
    RUN(few_words_are_in_the_language_that_is_said);
    RUN(shares_are_of_letters);
    RUN(typing_shows_in_common_words);
    RUN(one_slip_is_no_habit);
    RUN(digits_and_marks_show_too);
    return test_failures != 0;
}
