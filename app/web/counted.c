#include "web/counted.h"

#include <string.h>

typedef struct noun {
    const char *key;
    const char *one, *one_is; /* "اتهام ", "واحد" */
    const char *two, *few, *many, *hundred;
} noun;

/* clang-format off */
static const noun nouns[] = {
    {"count.acts", "فعل ", "واحد", "فعلان", "أفعال", "فعلًا", "فعل"},
    {"count.captures", "لقطة ", "واحدة", "لقطتان", "لقطات", "لقطة", "لقطة"},
    {"count.claimants", "صاحب اتهام ", "واحد", "صاحبا اتهام", "أصحاب اتهام",
     "صاحب اتهام", "صاحب اتهام"},
    {"count.claims", "اتهام ", "واحد", "اتهامان", "اتهامات", "اتهامًا", "اتهام"},
    {"count.documents", "وثيقة ", "واحدة", "وثيقتان", "وثائق", "وثيقة", "وثيقة"},
    {"count.failures", "إخفاق ", "واحد", "إخفاقان متتاليان", "إخفاقات متتالية",
     "إخفاقًا متتاليًا", "إخفاق متتالٍ"},
    {"count.fresh", "فعل جديد ", "واحد", "فعلان جديدان", "أفعال جديدة",
     "فعلًا جديدًا", "فعل جديد"},
    {"count.freshclaims", "منها اتهام ", "واحد", "منها اتهامان", "اتهامات منها",
     "اتهامًا منها", "اتهام منها"},
    {"count.more", "فترة أخرى ", "واحدة", "فترتان أخريان", "فترات أخرى",
     "فترة أخرى", "فترة أخرى"},
    {"count.outlets", "وسيلة نشر ", "واحدة", "وسيلتا نشر", "وسائل نشر",
     "وسيلة نشر", "وسيلة نشر"},
    {"count.passages", "مقطع مشترك بحروفه ", "واحد", "مقطعان مشتركان بحروفهما",
     "مقاطع مشتركة بحروفها", "مقطعًا مشتركًا بحروفه", "مقطع مشترك بحروفه"},
    {"count.replies", "رد ", "واحد", "ردّان", "ردود", "ردًّا", "رد"},
    {"count.retold", "فعل معروف رُوي من جديد: ", "واحد",
     "فعلان معروفان رُويا من جديد", "أفعال معروفة رُويت من جديد",
     "فعلًا معروفًا رُوي من جديد", "فعل معروف رُوي من جديد"},
    {"count.roots", "أصل ", "واحد", "أصلان", "أصول", "أصلًا", "أصل"},
    {"count.sides", "جهة ", "واحدة", "جهتان", "جهات", "جهة", "جهة"},
    {"count.stories", "رواية مستقلة ", "واحدة", "روايتان مستقلتان",
     "روايات مستقلة", "رواية مستقلة", "رواية مستقلة"},
    {"count.tellings", "رواية ", "واحدة", "روايتان", "روايات", "رواية", "رواية"},
    {"count.weeks", "أسبوع ", "واحد", "أسبوعان", "أسابيع", "أسبوعًا", "أسبوع"},
    {"found.acts", "فعل ", "واحد", "فعلان", "أفعال", "فعلًا", "فعل"},
    {"found.documents", "وثيقة ", "واحدة", "وثيقتان", "وثائق", "وثيقة", "وثيقة"},
    {"timeline.after", "فعل بعدها ", "واحد", "فعلان بعدها", "أفعال بعدها",
     "فعلًا بعدها", "فعل بعدها"},
    {"timeline.before", "فعل قبلها ", "واحد", "فعلان قبلها", "أفعال قبلها",
     "فعلًا قبلها", "فعل قبلها"},
};
/* clang-format on */

static const noun *find(const char *key)
{
    for (size_t i = 0; i < sizeof nouns / sizeof *nouns; i++)
        if (strcmp(nouns[i].key, key) == 0)
            return &nouns[i];
    return NULL;
}

static const char *after_digits(const noun *of, int64_t n)
{
    int64_t last = n % 100;

    if (last >= 3 && last <= 10)
        return of->few;
    return last > 10 ? of->many : of->hundred;
}

bool ahd_counted_ar(const char *key, int64_t n, ahd_str digits,
                    ahd_counted *out)
{
    const noun *of = find(key);
    const ahd_str none = AHD_STR("");

    if (of == NULL)
        return false;
    if (n == 0)
        *out = (ahd_counted){AHD_STR("لا "), none, ahd_str_from(of->few)};
    else if (n == 1)
        *out = (ahd_counted){ahd_str_from(of->one), ahd_str_from(of->one_is),
                             none};
    else if (n == 2)
        *out = (ahd_counted){none, ahd_str_from(of->two), none};
    else
        *out = (ahd_counted){none, digits, ahd_str_from(after_digits(of, n))};
    return true;
}
