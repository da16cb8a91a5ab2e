#include "morph/known.h"

#include "kb/kb.h"
#include "test.h"

static ahd_known_table table;
static ahd_sources sources;

static bool same_analyses(const ahd_known *a, const ahd_known *b,
                          const ahd_option *o)
{
    const ahd_analysis *x = NULL, *y = NULL;

    for (uint32_t i = a->choices.analysed; i > 0; i--)
        if (a->choices.split_of[i - 1] == o->split &&
            a->choices.analyses[i - 1].pos == o->pos)
            x = &a->choices.analyses[i - 1];
    for (uint32_t i = b->choices.analysed; i > 0; i--)
        if (b->choices.split_of[i - 1] == o->split &&
            b->choices.analyses[i - 1].pos == o->pos)
            y = &b->choices.analyses[i - 1];
    return x == y || (x && y && x->lemma == y->lemma && x->feats == y->feats);
}

/* Is the word in the table just what it is when worked out? */
static bool is_as_worked_out(ahd_str word)
{
    static ahd_known found, made;

    if (!ahd_known_find(&table, &sources, word, &found))
        return false;
    ahd_known_make(&sources, word, AHD_TOKEN_WORD, &made);
    if (found.count != made.count || found.choices.id != made.choices.id ||
        found.choices.kin != made.choices.kin ||
        found.choices.look != made.choices.look ||
        found.choices.begins != made.choices.begins)
        return false;
    for (uint32_t i = 0; i < made.count; i++) {
        const ahd_option *x = &found.options[i], *y = &made.options[i];
        const ahd_split *s = &found.choices.splits[x->split];
        const ahd_split *t = &made.choices.splits[y->split];
        if (x->score != y->score || x->pos != y->pos || x->split != y->split ||
            s->pros != t->pros || s->end != t->end ||
            s->recalls != t->recalls || s->article != t->article ||
            (s->recalls > 0 && s->recalled != t->recalled) ||
            s->usage.class != t->usage.class ||
            !same_analyses(&found, &made, x))
            return false;
    }
    return true;
}

static void frequent_words_are_as_worked_out(void)
{
    CHECK(is_as_worked_out(AHD_STR("في")));
    CHECK(is_as_worked_out(AHD_STR("الاتفاق")));
    CHECK(is_as_worked_out(AHD_STR("وقال")));
    CHECK(is_as_worked_out(AHD_STR("بينهم")));
    CHECK(is_as_worked_out(AHD_STR("للحكومة")));
    CHECK(is_as_worked_out(AHD_STR("تم")));
}

static void other_words_are_not_in_the_table(void)
{
    static ahd_known found;

    CHECK(!ahd_known_find(&table, &sources, AHD_STR("وللمتقاتلتين"), &found));
    CHECK(!ahd_known_find(&table, &sources, AHD_STR(""), &found));
}

static void without_a_table_nothing_is_found(void)
{
    static ahd_known found;
    ahd_lexica none = {0};
    ahd_known_table empty = ahd_known_open(&none);

    CHECK(!ahd_known_find(&empty, &sources, AHD_STR("في"), &found));
}

int main(void)
{
    const ahd_lexica *lang = ahd_kb_embedded()->lang;

    table = ahd_known_open(lang);
    sources.lexicon = ahd_lexicon_open(lang);
    sources.lang = lang;
    if (!ahd_weights_open(lang, &sources.weights))
        return 1;
    RUN(frequent_words_are_as_worked_out);
    RUN(other_words_are_not_in_the_table);
    RUN(without_a_table_nothing_is_found);
    return test_failures != 0;
}
