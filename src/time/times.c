#include "time/times.h"

#include "doc/look.h"
#include "time/dates.h"
#include "time/words.h"

/* ------------------------------------------------------- relative to a day */

/* «في اليوم التالي», «اليوم العالمي»: a day, but not today. */
static bool is_other_day(const ahd_doc *doc, const ahd_hit *hit)
{
    static const char *const before[] = {"في", "وفي", "منذ", "هذا", NULL};
    static const char *const after[] = {
        "الاول",   "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع",
        "الثامن",  "التاسع", "العاشر", "التالي", "الاخير", "الواحد", "الوطني",
        "العالمي", "الدولي", "نفسه",   "ذاته",   "السابق", "الذي",   NULL};

    if (hit->end != hit->first + 1 || !ahd_look_is(doc, hit->first, "اليوم"))
        return false;
    return (hit->first > 0 && ahd_words_is(doc, hit->first - 1, before)) ||
           ahd_words_is(doc, hit->end, after);
}

/* اليوم، أمس، غدا، with the weekday that follows: «أمس الخميس». */
static uint32_t read_day_offset(const ahd_doc *doc, uint32_t token, ahd_time *t)
{
    static const char *const commas[] = {"،", ",", "(", NULL};
    const ahd_hit *hit =
        ahd_words_at(doc, token, AHD_TIME_WORD_DAY_OFFSET, true);

    if (hit == NULL || is_other_day(doc, hit))
        return 0;
    t->form = AHD_TIME_OFFSET;
    t->grain = AHD_GRAIN_DAY;
    t->offset = ahd_words_value(hit);
    uint32_t at = hit->end, end = ahd_dates_weekday(doc, at, &t->weekday);
    if (end == 0 && ahd_words_is(doc, at, commas))
        end = ahd_dates_weekday(doc, at + 1, &t->weekday);
    return end ? end : at;
}

/* Is it last or next? NULL when neither. */
static const ahd_hit *direction(const ahd_doc *doc, uint32_t token,
                                int32_t *offset)
{
    static const struct {
        ahd_time_word word;
        int32_t offset;
    } words[] = {{AHD_TIME_WORD_LAST, -1},
                 {AHD_TIME_WORD_NEXT, 1},
                 {AHD_TIME_WORD_THIS, 0}};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const ahd_hit *hit = ahd_words_at(doc, token, words[i].word, false);
        if (hit) {
            *offset = words[i].offset;
            return hit;
        }
    }
    return NULL;
}

/* «الجمعة», «يوم الجمعة الماضي», "next Monday". `offset` is the direction
 * that is said. */
static uint32_t read_weekday(const ahd_doc *doc, uint32_t token, ahd_time *t)
{
    int32_t offset = 0;
    uint32_t at = token, end = ahd_dates_weekday(doc, token, &t->weekday);

    if (end == 0) {
        const ahd_hit *before = direction(doc, token, &offset);
        if (before == NULL || doc->tokens.items[token].flags & AHD_TOKEN_ARABIC)
            return 0;
        at = before->end;
        end = ahd_dates_weekday(doc, at, &t->weekday);
    } else {
        const ahd_hit *after = direction(doc, end, &offset);
        end = after && offset != 0 ? after->end : end;
    }
    t->form = AHD_TIME_WEEKDAY;
    t->grain = AHD_GRAIN_DAY;
    t->offset = offset;
    return end;
}

/* --------------------------------------------------------- counts of units */

/* A dual is two: «يومين», «الشهرين». */
static int32_t dual(const ahd_doc *doc, uint32_t token)
{
    ahd_str form = doc->tokens.items[token].form;
    bool ends =
        ahd_str_ends(form, AHD_STR("ين")) || ahd_str_ends(form, AHD_STR("ان"));

    return ends && !ahd_str_ends(form, AHD_STR("سنين")) ? 2 : 1;
}

static bool is_plural(const ahd_doc *doc, uint32_t token)
{
    static const char *const plurals[] = {
        "ايام",   "الايام",  "اسابيع", "الاسابيع", "اشهر",
        "الاشهر", "شهور",    "الشهور", "اعوام",    "الاعوام",
        "سنوات",  "السنوات", "سنين",   "السنين",   "days",
        "weeks",  "months",  "years",  NULL};

    return ahd_words_is(doc, token, plurals);
}

/* [number] unit, or a dual or single unit; its end, or 0. `count` is 0 for a
 * plural without number. */
static uint32_t read_amount(const ahd_doc *doc, uint32_t token, ahd_time *t,
                            int32_t *count)
{
    static const char *const few[] = {"عده",  "بضعه",    "نحو",   "حوالي",
                                      "some", "several", "about", NULL};
    static const char *const one[] = {"a", "an", NULL};
    uint32_t at = token;
    bool vague = ahd_words_is(doc, at, few);

    at += vague || ahd_words_is(doc, at, one);
    uint32_t number = ahd_words_number(doc, at, count);
    const ahd_hit *unit =
        ahd_words_at(doc, number ? number : at, AHD_TIME_WORD_UNIT, false);
    if (unit == NULL)
        return 0;
    if (!number)
        *count = is_plural(doc, unit->first) ? 0 : dual(doc, unit->first);
    t->grain = (uint8_t)ahd_words_value(unit);
    return unit->end;
}

static void set_count(ahd_time *t, int32_t count, int direction)
{
    t->form = AHD_TIME_OFFSET;
    t->offset = direction * count;
    t->vague = count == 0 ? (int8_t)direction : 0;
}

/* «قبل ثلاثة أيام», «منذ عامين» */
static uint32_t read_ago(const ahd_doc *doc, uint32_t token, ahd_time *t)
{
    const ahd_hit *ago = ahd_words_at(doc, token, AHD_TIME_WORD_AGO, true);
    int32_t count = 0;

    if (ago == NULL || !(doc->tokens.items[token].flags & AHD_TOKEN_ARABIC))
        return 0;
    uint32_t at = read_amount(doc, ago->end, t, &count);
    static const char *const of[] = {"من", NULL};
    if (at == 0 || ahd_words_is(doc, at, of))
        return 0; /* «قبل أيام من الانتخابات»: before an event */
    set_count(t, count, -1);
    return at;
}

/* "three days ago" */
static uint32_t read_ago_english(const ahd_doc *doc, uint32_t token,
                                 ahd_time *t)
{
    static const char *const ago[] = {"ago", NULL};
    int32_t count = 0;

    if (doc->tokens.items[token].flags & AHD_TOKEN_ARABIC)
        return 0;
    uint32_t at = read_amount(doc, token, t, &count);
    if (at == 0 || !ahd_words_is(doc, at, ago))
        return 0;
    set_count(t, count, -1);
    return at + 1;
}

/* «الشهر المقبل», «العامين الماضيين», «هذا الأسبوع», "last week" */
static uint32_t read_unit(const ahd_doc *doc, uint32_t token, ahd_time *t)
{
    int32_t offset = 0, count = 0;
    const ahd_hit *word = direction(doc, token, &offset);
    uint32_t end;

    if (word) {
        end = read_amount(doc, word->end, t, &count);
    } else {
        uint32_t at = read_amount(doc, token, t, &count);
        word = at ? direction(doc, at, &offset) : NULL;
        end = word ? word->end : 0;
    }
    if (end == 0 || (t->grain == AHD_GRAIN_DAY && count == 1))
        return 0; /* «اليوم السابق» counts from another day */
    if (offset == 0 && count != 1)
        return 0;
    set_count(t, count, offset);
    if (offset == 0)
        t->vague = 0;
    return end;
}

/* «قبل أيام», «مؤخرا»; but not «بعد أيام من التوقيع», which counts from an
 * event, and not "then", which no reader could place. */
static uint32_t read_vague(const ahd_doc *doc, uint32_t token, ahd_time *t)
{
    static const char *const few[] = {"قليله", "القليله", "قلائل", "معدوده",
                                      NULL};
    static const char *const from[] = {"من", "علي", "of", "after", NULL};
    const ahd_hit *hit = ahd_words_at(doc, token, AHD_TIME_WORD_VAGUE, true);

    if (hit == NULL || ahd_words_value(hit) == 0)
        return 0;
    uint32_t end = hit->end + ahd_words_is(doc, hit->end, few);
    int32_t offset = 0;
    const ahd_hit *side = direction(doc, end, &offset);
    bool plural = is_plural(doc, hit->end - 1);
    end = plural && side ? side->end : end; /* «خلال الأيام القليلة المقبلة» */
    if (hit->end > hit->first + 1 && ahd_words_is(doc, end, from))
        return 0;
    bool latin = !(doc->tokens.items[token].flags & AHD_TOKEN_ARABIC);
    static const char *const too_loose[] = {"then",  "just",        "earlier",
                                            "later", "immediately", NULL};
    if (latin && hit->end == hit->first + 1 &&
        ahd_words_is(doc, token, too_loose))
        return 0;
    t->form = AHD_TIME_OFFSET;
    t->grain = AHD_GRAIN_DAY;
    t->vague =
        (int8_t)(plural && side && offset ? offset : ahd_words_value(hit));
    return end;
}

/* ------------------------------------------------------------- all of them */

typedef uint32_t reading(const ahd_doc *, uint32_t, ahd_time *);

static bool read_at(const ahd_doc *doc, uint32_t token, ahd_time *best)
{
    static reading *const readings[] = {
        ahd_dates_read, read_day_offset, read_weekday,    read_ago,
        read_unit,      read_vague,      read_ago_english};

    best->end = 0;
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        ahd_time t = {.weekday = -1, .from = AHD_NO_DAY, .to = AHD_NO_DAY};
        t.end = readings[i](doc, token, &t);
        if (t.end > best->end)
            *best = t;
    }
    return best->end > 0;
}

/* Words of time and numbers begin every expression, and "a" of "a week ago". */
static bool may_begin(const ahd_doc *doc, uint32_t token)
{
    static const char *const articles[] = {"a", "an", "several", "some", NULL};

    return doc->tokens.items[token].kind == AHD_TOKEN_NUMBER ||
           ahd_look_hit(doc, token, AHD_TERM_TIME) ||
           ahd_words_is(doc, token, articles);
}

void ahd_time_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    (void)kb;
    (void)scratch;
    for (uint32_t i = 0; i < doc->sentences.count; i++) {
        const ahd_sentence *s = &doc->sentences.items[i];
        for (uint32_t token = s->first; token < s->end; token++) {
            ahd_time t;
            if (!may_begin(doc, token) || !read_at(doc, token, &t))
                continue;
            t.end = t.end < s->end ? t.end : s->end;
            t.first = token;
            t.sentence = i;
            t.at = ahd_look_span(doc, token, t.end);
            *ahd_vec_push(doc->arena, &doc->times) = t;
            token = t.end - 1;
        }
    }
}
