/* Tokens and what must be among their readings; and whole paradigms, which
 * test what tools/langc makes of data/lang/ar. */
#include "morph/analyse.h"

#include "kb/kb.h"
#include "test.h"

#include <string.h>

static ahd_lexicon lexicon;

/* "و+ب+الاتفاق" of an analysis; empty when it is longer than `size`. */
static void write_split(ahd_str token, const ahd_analysis *a, char *out,
                        size_t size)
{
    size_t at = 0, len = 0;

    out[0] = '\0';
    if (token.len + AHD_CLITICS + 2 > size)
        return;
    for (int i = 0; i < a->pros; i++) {
        memcpy(out + len, token.ptr + at, a->pro[i]);
        at += a->pro[i];
        len += a->pro[i];
        out[len++] = '+';
    }
    size_t host = token.len - at - a->enclitic;
    memcpy(out + len, token.ptr + at, host);
    len += host;
    if (a->enclitic > 0) {
        out[len++] = '+';
        memcpy(out + len, token.ptr + at + host, a->enclitic);
        len += a->enclitic;
    }
    out[len] = '\0';
}

/* ---------------------------------------------------------------- tokens */

typedef struct token_case {
    const char *split; /* of the token, pieces joined by + */
    uint8_t pos, spelled;
    const char *lemma; /* NULL: guessed */
} token_case;

#define EXACT AHD_SPELLED_EXACT
#define FOLDED AHD_SPELLED_FOLDED

static const token_case tokens[] = {
    {"و+ب+الاتفاق", AHD_POS_NOUN, EXACT, "اِتِّفَاق"},
    {"ل+لسلطة", AHD_POS_NOUN, EXACT, "سُلطَة"},
    {"اتفاقيت+هم", AHD_POS_NOUN, EXACT, "اِتِّفَاقِيَّة"},
    {"لقائ+ه", AHD_POS_NOUN, EXACT, "لِقَاء"},
    {"لقاؤ+ه", AHD_POS_NOUN, EXACT, "لِقَاء"},
    {"مستشفا+ه", AHD_POS_NOUN, EXACT, "مُستَشفَى"},
    {"المستشفيات", AHD_POS_NOUN, EXACT, "مُستَشفَى"},
    {"و+س+يجتمعون", AHD_POS_VERB, EXACT, "اِجتَمَع"},
    {"س+يوقعان", AHD_POS_VERB, EXACT, "وَقَّع"},
    {"ل+يوقعوا", AHD_POS_VERB, EXACT, "وَقَّع"},
    {"وقعو+ه", AHD_POS_VERB, EXACT, "وَقَّع"},
    {"كتبتمو+ه", AHD_POS_VERB, EXACT, "كَتَب"},
    {"أعطا+ني", AHD_POS_VERB, EXACT, "أَعطَى"},
    {"رآ+ه", AHD_POS_VERB, EXACT, "رَأَى"},
    {"يرو+نا", AHD_POS_VERB, EXACT, "رَأَى"},
    {"ف+قال", AHD_POS_VERB, EXACT, "قَال"},
    {"التقى", AHD_POS_VERB, EXACT, "اِلتَقَى"},
    {"إلتقى", AHD_POS_VERB, FOLDED, "اِلتَقَى"},
    {"اعلن", AHD_POS_VERB, FOLDED, "أَعلَن"},
    {"الاتفاقيه", AHD_POS_NOUN, FOLDED, "اِتِّفَاقِيَّة"},
    {"ال‎اتفاق", AHD_POS_NOUN, EXACT, "اِتِّفَاق"},
    {"اتّفاقًا", AHD_POS_NOUN, EXACT, "اِتِّفَاق"},
    {"اتفاقين", AHD_POS_NOUN, EXACT, "اِتِّفَاق"},
    {"اتفاقا", AHD_POS_NOUN, EXACT, "اِتِّفَاق"},
    {"القضاة", AHD_POS_NOUN, EXACT, "قَاضِي"},
    {"قاض", AHD_POS_NOUN, EXACT, "قَاضِي"},
    {"تحد", AHD_POS_NOUN, EXACT, "تَحَدِّي"},
    {"تدريجيا", AHD_POS_ADV, EXACT, "تَدرِيجِيّ"},
    {"محامون", AHD_POS_NOUN, EXACT, "مُحَامِي"},
    {"محامي+هم", AHD_POS_NOUN, EXACT, "مُحَامِي"},
    {"المهندسة", AHD_POS_NOUN, EXACT, "مُهَندِس"},
    {"وزراء", AHD_POS_NOUN, EXACT, "وَزِير"},
    {"ب+وزرائ+ها", AHD_POS_NOUN, EXACT, "وَزِير"},
    {"دول+ها", AHD_POS_NOUN, EXACT, "دَولَة"},
    {"دولتان", AHD_POS_NOUN, EXACT, "دَولَة"},
    {"القنوات", AHD_POS_NOUN, EXACT, "قَنَاة"},
    {"شيئا", AHD_POS_NOUN, EXACT, "شَيء"},
    {"جزءا", AHD_POS_NOUN, EXACT, "جُزء"},
    {"أجزاء", AHD_POS_NOUN, EXACT, "جُزء"},
    {"مبدأين", AHD_POS_NOUN, EXACT, "مَبدَأ"},
    {"مبادئ", AHD_POS_NOUN, EXACT, "مَبدَأ"},
    {"اللبنانية", AHD_POS_ADJ, EXACT, "لُبنَانِيّ"},
    {"لبنانيين", AHD_POS_ADJ, EXACT, "لُبنَانِيّ"},
    {"الجديدتين", AHD_POS_ADJ, EXACT, "جَدِيد"},
    {"المسلحون", AHD_POS_ADJ, EXACT, "مُسَلَّح"},
    {"المتحدة", AHD_POS_PROPN, EXACT, "مُتَّحِد"},
    {"أكبر", AHD_POS_ADJ, EXACT, "أَكبَر"},
    {"و+قطر", AHD_POS_PROPN, EXACT, "قطر"},
    {"السودان", AHD_POS_PROPN, EXACT, "سودان"},
    {"ب+بغداد", AHD_POS_PROPN, EXACT, "بغداد"},
    {"ل+ه", AHD_POS_ADP, EXACT, "لِ"},
    {"ب+هم", AHD_POS_ADP, EXACT, "بِ"},
    {"إلي+ها", AHD_POS_ADP, EXACT, "إِلَى"},
    {"على", AHD_POS_ADP, EXACT, "عَلَى"},
    {"علي", AHD_POS_ADP, FOLDED, "عَلَى"},
    {"و+لكن+هم", AHD_POS_PART, EXACT, NULL},
    {"أن+ها", AHD_POS_SCONJ, EXACT, "أَنَّ"},
    {"و+الذي", AHD_POS_PRON, EXACT, "الَّذِي"},
    {"ب+هذا", AHD_POS_PRON, EXACT, NULL},
    {"لن", AHD_POS_PART, EXACT, "لَن"},
    {"كان", AHD_POS_AUX, EXACT, "كَان"},
    {"ليسوا", AHD_POS_AUX, EXACT, "لَيس"},
    {"شولمان", AHD_POS_PROPN, AHD_SPELLED_GUESSED, NULL},
    {"و+شولمان", AHD_POS_PROPN, AHD_SPELLED_GUESSED, NULL},
    {"2020", AHD_POS_NUM, AHD_SPELLED_GUESSED, NULL},
    {"،", AHD_POS_PUNCT, AHD_SPELLED_GUESSED, NULL},
};

static bool is_case(ahd_str token, const ahd_analysis *a, const token_case *c)
{
    char split[128];

    write_split(token, a, split, sizeof split);
    if (strcmp(split, c->split) != 0 || a->pos != c->pos ||
        a->spelled != c->spelled)
        return false;
    return c->lemma == NULL || ahd_str_eq(ahd_lexicon_lemma(&lexicon, a->lemma),
                                          ahd_str_from(c->lemma));
}

static void the_right_reading_is_among_those_given(void)
{
    ahd_analysis a[AHD_ANALYSES];

    for (size_t i = 0; i < sizeof tokens / sizeof *tokens; i++) {
        char joined[128];
        size_t len = 0;
        for (const char *p = tokens[i].split; *p; p++)
            if (*p != '+')
                joined[len++] = *p;
        ahd_str token = {joined, len};
        uint32_t count = ahd_analyse(&lexicon, token, a), at = 0;
        while (at < count && !is_case(token, &a[at], &tokens[i]))
            at++;
        if (at == count)
            printf("not among the readings: %s %s\n", tokens[i].split,
                   tokens[i].lemma ? tokens[i].lemma : "");
        CHECK(at < count);
    }
}

/* Does a reading from a lexicon split `token` so? */
static bool knows_split(const char *token, const char *split)
{
    ahd_analysis a[AHD_ANALYSES];
    ahd_str s = ahd_str_from(token);
    uint32_t count = ahd_analyse(&lexicon, s, a);
    char got[128];

    for (uint32_t i = 0; i < count; i++) {
        write_split(s, &a[i], got, sizeof got);
        if (a[i].spelled != AHD_SPELLED_GUESSED && strcmp(got, split) == 0)
            return true;
    }
    return false;
}

static void what_may_not_stand_together_is_not_given(void)
{
    CHECK(!knows_split("سالاتفاق", "س+الاتفاق"));   /* س before a noun */
    CHECK(!knows_split("بيوقعون", "ب+يوقعون"));     /* ب before a verb */
    CHECK(!knows_split("الاتفاقهم", "الاتفاق+هم")); /* ال and a pronoun */
    CHECK(!knows_split("اتفاقيةهم", "اتفاقية+هم")); /* ة before a pronoun */
    CHECK(!knows_split("سيوقعوا", "س+يوقعوا"));     /* س and no ن */
    CHECK(!knows_split("لبنان", "ل+بنان"));
}

/* ------------------------------------------------------------- paradigms */

typedef struct cell {
    uint8_t aspect, person, number, gender, mood, voice;
} cell;

enum { CELLS = 11 };
static const cell cells[CELLS] = {
    {AHD_PERFECT, 3, 1, 1, 0, 0},           /* قال */
    {AHD_PERFECT, 3, 1, 2, 0, 0},           /* قالت */
    {AHD_PERFECT, 3, 3, 1, 0, 0},           /* قالوا */
    {AHD_PERFECT, 1, 1, 0, 0, 0},           /* قلت */
    {AHD_PERFECT, 1, 3, 0, 0, 0},           /* قلنا */
    {AHD_IMPERFECT, 3, 1, 1, 0, 0},         /* يقول */
    {AHD_IMPERFECT, 3, 3, 1, 1, 0},         /* يقولون */
    {AHD_IMPERFECT, 3, 3, 1, 2, 0},         /* يقولوا */
    {AHD_IMPERFECT, 1, 1, 0, 0, 0},         /* أقول */
    {AHD_PERFECT, 3, 1, 1, 0, AHD_PASSIVE}, /* قيل */
    {AHD_IMPERFECT, 3, 1, 1, 0, AHD_PASSIVE},
};

/* A verb, its forms in the cells, and the imperfect after لم. */
static const char *const verbs[] = {
    "كَتَب كتب كتبت كتبوا كتبت كتبنا يكتب يكتبون يكتبوا أكتب - - يكتب",
    "مَدّ مد مدت مدوا مددت مددنا يمد يمدون يمدوا أمد - - يمد",
    "قَال قال قالت قالوا قلت قلنا يقول يقولون يقولوا أقول قيل يقال يقل",
    "بَاع باع باعت باعوا بعت بعنا يبيع يبيعون يبيعوا أبيع بيع يباع يبع",
    "خَاف خاف خافت خافوا خفت خفنا يخاف يخافون يخافوا أخاف خيف - يخف",
    "دَعَا دعا دعت دعوا دعوت دعونا يدعو يدعون يدعوا أدعو دعي يدعى يدع",
    "رَمَى رمى رمت رموا رميت رمينا يرمي يرمون يرموا أرمي رمي يرمى يرم",
    "رَضِي رضي رضيت رضوا رضيت رضينا يرضى يرضون يرضوا أرضى - - يرض",
    "وَصَل وصل وصلت وصلوا وصلت وصلنا يصل يصلون يصلوا أصل - - يصل",
    "أَخَذ أخذ أخذت أخذوا أخذت أخذنا يأخذ يأخذون يأخذوا آخذ - يؤخذ يأخذ",
    "سَأَل سأل سألت سألوا سألت سألنا يسأل يسألون يسألوا أسأل سئل - يسأل",
    "قَرَأ قرأ قرأت قرأوا قرأت قرأنا يقرأ يقرؤون يقرأوا أقرأ قرئ - يقرأ",
    "جَاء جاء جاءت جاؤوا جئت جئنا يجيء يجيئون يجيئوا أجيء - - يجئ",
    "سَاء ساء ساءت ساؤوا سؤت سؤنا يسوء يسوؤون يسوؤوا أسوء - - يسؤ",
    "رَأَى رأى رأت رأوا رأيت رأينا يرى يرون يروا أرى رئي - ير",
    "أَعلَن أعلن أعلنت أعلنوا أعلنت أعلنا يعلن يعلنون يعلنوا أعلن - - يعلن",
    "أَقَام أقام أقامت أقاموا أقمت أقمنا يقيم يقيمون يقيموا أقيم أقيم يقام "
    "يقم",
    "أَعطَى أعطى أعطت أعطوا أعطيت أعطينا يعطي يعطون يعطوا أعطي أعطي يعطى يعط",
    "أَضَاء أضاء أضاءت أضاؤوا أضأت أضأنا يضيء يضيئون يضيئوا أضيء أضيء يضاء "
    "يضئ",
    "أَنشَأ أنشأ أنشأت أنشأوا أنشأت أنشأنا ينشئ ينشئون ينشئوا أنشئ أنشئ ينشأ "
    "ينشئ",
    "شَارَك شارك شاركت شاركوا شاركت شاركنا يشارك يشاركون يشاركوا أشارك - - "
    "يشارك",
    "تَوَلَّى تولى تولت تولوا توليت تولينا يتولى يتولون يتولوا أتولى - - يتول",
    "اِختَار اختار اختارت اختاروا اخترت اخترنا يختار يختارون يختاروا أختار "
    "اختير - يختر",
    "اِحتَلّ احتل احتلت احتلوا احتللت احتللنا يحتل يحتلون يحتلوا أحتل - - يحتل",
    "اِستَدعَى استدعى استدعت استدعوا استدعيت استدعينا يستدعي يستدعون يستدعوا "
    "أستدعي استدعي يستدعى يستدع",
    "سَيطَر سيطر سيطرت سيطروا سيطرت سيطرنا يسيطر يسيطرون يسيطروا أسيطر - - "
    "يسيطر",
    "اِطمَأَنّ اطمأن اطمأنت اطمأنوا اطمأننت اطمأننا يطمئن يطمئنون يطمئنوا أطمئن "
    "- - يطمئن",
};

/* 0 in the cell or in the reading: it does not say. */
static bool agrees(unsigned wanted, unsigned got)
{
    return wanted == 0 || got == 0 || wanted == got;
}

static bool is_cell(uint32_t feats, const cell *c)
{
    return AHD_FEAT(feats, ASPECT) == c->aspect &&
           AHD_FEAT(feats, PERSON) == c->person &&
           AHD_FEAT(feats, NUMBER) == c->number &&
           agrees(c->gender, AHD_FEAT(feats, GENDER)) &&
           agrees(c->mood, AHD_FEAT(feats, MOOD)) &&
           agrees(c->voice, AHD_FEAT(feats, VOICE));
}

static bool has_form(ahd_str form, ahd_str lemma, const cell *c)
{
    ahd_analysis a[AHD_ANALYSES];
    uint32_t count = ahd_analyse(&lexicon, form, a);

    for (uint32_t i = 0; i < count; i++)
        if (a[i].pros == 0 && a[i].enclitic == 0 && a[i].spelled == EXACT &&
            is_cell(a[i].feats, c) &&
            ahd_str_eq(ahd_lexicon_lemma(&lexicon, a[i].lemma), lemma))
            return true;
    printf("not a form of %.*s: %.*s\n", AHD_STR_ARG(lemma), AHD_STR_ARG(form));
    return false;
}

static void verbs_of_all_classes_are_inflected(void)
{
    const cell jussive = {AHD_IMPERFECT, 3, 1, 1, AHD_JUSSIVE, 0};

    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        ahd_str rest = ahd_str_from(verbs[i]);
        ahd_str lemma = ahd_str_cut(&rest, ' ');
        for (int at = 0; at < CELLS; at++) {
            ahd_str form = ahd_str_cut(&rest, ' ');
            if (!ahd_str_eq(form, AHD_STR("-")))
                CHECK(has_form(form, lemma, &cells[at]));
        }
        CHECK(has_form(rest, lemma, &jussive));
    }
}

/* A noun and forms of it: none before a pronoun. */
static const char *const nouns[] = {
    "اِتِّفَاق اتفاق اتفاقا اتفاقان اتفاقين اتفاقات",
    "دَولَة دولة دولتان دولتين دولتا دولتي دول",
    "كِتَاب كتاب كتابا كتابان كتابي كتب",
    "قَاضِي قاضي قاض قاضيا قاضيان قضاة",
    "مُحَامِي محامي محام محامون محامين محامو",
    "مُستَشفَى مستشفى مستشفيان مستشفيين مستشفيات",
    "لِقَاء لقاء لقاءان لقاءين لقاءات",
    "جُزء جزء جزءا جزءان أجزاء",
    "شَيء شيء شيئا شيئان شيئين أشياء",
    "مَبدَأ مبدأ مبدآن مبدأين مبادئ",
    "مُهَندِس مهندس مهندسون مهندسين مهندسة مهندسات",
    "وَزِير وزير وزيرا وزيران وزراء وزيرة",
    "قَنَاة قناة قناتان قناتين قنوات",
    "حَرب حرب حربا حربان حروب",
    "فَتوَى فتوى فتويان فتاوى",
    "حُكُومَة حكومة حكومتين حكومات",
    "رَئِيس رئيس رئيسا رؤساء رئيسة",
    "تَوقِيع توقيع توقيعا توقيعات",
    "جَدِيد جديد جديدا جديدة جديدان جديدتان جدد",
    "لُبنَانِيّ لبناني لبنانية لبنانيون لبنانيين لبنانيات",
};

static bool is_form_of(ahd_str form, ahd_str lemma)
{
    ahd_analysis a[AHD_ANALYSES];
    uint32_t count = ahd_analyse(&lexicon, form, a);

    for (uint32_t i = 0; i < count; i++)
        if (a[i].pros == 0 && a[i].enclitic == 0 && a[i].spelled == EXACT &&
            ahd_str_eq(ahd_lexicon_lemma(&lexicon, a[i].lemma), lemma))
            return true;
    printf("not a form of %.*s: %.*s\n", AHD_STR_ARG(lemma), AHD_STR_ARG(form));
    return false;
}

static void nouns_of_all_classes_are_inflected(void)
{
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++) {
        ahd_str rest = ahd_str_from(nouns[i]);
        ahd_str lemma = ahd_str_cut(&rest, ' ');
        while (rest.len > 0)
            CHECK(is_form_of(ahd_str_cut(&rest, ' '), lemma));
    }
}

/* --------------------------------------------------------------- any bytes */

static bool is_sound(ahd_str token)
{
    ahd_analysis a[AHD_ANALYSES];
    uint32_t count = ahd_analyse(&lexicon, token, a);

    for (uint32_t i = 0; i < count; i++) {
        size_t used = a[i].enclitic;
        for (int p = 0; p < a[i].pros; p++)
            used += a[i].pro[p];
        if (used > token.len || a[i].pros > AHD_CLITICS)
            return false;
    }
    return count > 0 && count <= AHD_ANALYSES;
}

static void any_bytes_have_a_reading(void)
{
    static const char *const odd[] = {
        "",    "\xff", "\xd8", "\xd8\xa7\xd8", "ًٌٍ",     "ـــ",        "ال",
        "وال", "لل",   "و",    "ووووووو",      "بببب", "هههههههههه", "abc"};
    char longest[600];

    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        CHECK(is_sound(ahd_str_from(odd[i])));
    for (size_t i = 0; i < sizeof longest; i += 2)
        memcpy(longest + i, "ل", 2);
    for (size_t len = 0; len <= sizeof longest; len++)
        CHECK(is_sound((ahd_str){longest, len}));
}

int main(void)
{
    lexicon = ahd_lexicon_open(ahd_kb_embedded()->lang);
    RUN(the_right_reading_is_among_those_given);
    RUN(what_may_not_stand_together_is_not_given);
    RUN(verbs_of_all_classes_are_inflected);
    RUN(nouns_of_all_classes_are_inflected);
    RUN(any_bytes_have_a_reading);
    return test_failures != 0;
}
