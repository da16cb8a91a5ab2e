/* kbc_inflect.c - the written forms of verbs and adjectives.
 *
 * Unvocalised Arabic needs few: endings are added to the third person forms,
 * after the last weak letter is dropped or changed as the grammars teach
 * (دعا دعت دعوا; التقى التقت التقيا التقوا; يدعو يدعون). */
#include "kbc.h"

#include <string.h>

static ahd_str join(kbc *k, ahd_str a, ahd_str b)
{
    char *out = ahd_arena_alloc(k->arena, 1, a.len + b.len + 1);

    memcpy(out, a.ptr, a.len);
    memcpy(out + a.len, b.ptr, b.len);
    return (ahd_str){out, a.len + b.len};
}

static ahd_str without(ahd_str s, ahd_str ending)
{
    return (ahd_str){s.ptr, s.len - ending.len};
}

static void put(kbc *k, kbc_forms *out, ahd_str word, ahd_form form)
{
    *ahd_vec_push(k->arena, out) = (kbc_form){word, form};
}

static void put_with(kbc *k, kbc_forms *out, ahd_str stem,
                     const char *const *endings, ahd_form form)
{
    for (; *endings; endings++)
        put(k, out, join(k, stem, ahd_str_from(*endings)), form);
}

/* The weak last letter of a verb, or the empty text. */
static ahd_str weak_ending(ahd_str verb)
{
    static const char *const weak[] = {"ى", "ا", "ي", "و", NULL};

    for (int i = 0; weak[i]; i++)
        if (ahd_str_ends(verb, ahd_str_from(weak[i])))
            return ahd_str_from(weak[i]);
    return AHD_STR("");
}

static void past_forms(kbc *k, ahd_str past, kbc_forms *out)
{
    static const char *const sound[] = {"",   "ت", "تا", "ا",
                                        "وا", "ن", "نا", NULL};
    static const char *const on_ya[] = {"ت",  "تا",  "يا", "وا",
                                        "ين", "ينا", NULL};
    static const char *const on_waw[] = {"ت", "تا", "وا", "ون", "ونا", NULL};
    ahd_str weak = weak_ending(past);

    put(k, out, past, AHD_FORM_PAST);
    if (weak.len == 0 || past.len <= 4)
        put_with(k, out, past, sound, AHD_FORM_PAST);
    else if (ahd_str_eq(weak, AHD_STR("ا")))
        put_with(k, out, without(past, weak), on_waw, AHD_FORM_PAST);
    else if (ahd_str_eq(weak, AHD_STR("ى")))
        put_with(k, out, without(past, weak), on_ya, AHD_FORM_PAST);
    else
        put_with(k, out, past, sound, AHD_FORM_PAST);
    /* A pronoun after final ى is written on ا: أجراه. */
    if (ahd_str_eq(weak, AHD_STR("ى")))
        put(k, out, join(k, without(past, weak), AHD_STR("ا")), AHD_FORM_PAST);
}

static void present_forms(kbc *k, ahd_str present, kbc_forms *out)
{
    static const char *const persons[] = {"ي", "ت", "ن", "أ", NULL};
    static const char *const sound[] = {"", "ون", "وا", "ان", "ن", NULL};
    static const char *const soft[] = {"", "ون", "وا", "يان", "وان", NULL};
    ahd_str weak = weak_ending(present);

    if (!ahd_str_starts(present, AHD_STR("ي")))
        return;
    ahd_str stem = {present.ptr + 2, present.len - 2};
    for (int i = 0; persons[i]; i++) {
        ahd_str whole = join(k, ahd_str_from(persons[i]), stem);
        put(k, out, whole, AHD_FORM_PRESENT);
        if (weak.len > 0 && stem.len > 2)
            put_with(k, out, without(whole, weak), soft, AHD_FORM_PRESENT);
        else
            put_with(k, out, whole, sound, AHD_FORM_PRESENT);
    }
}

static void noun_forms(kbc *k, ahd_str list, ahd_form form, kbc_forms *out)
{
    static const char *const masdar[] = {"", "ات", NULL};
    static const char *const person[] = {"", "ة", "ات", "ون", "ين", "ان", NULL};

    while (list.len > 0) {
        ahd_str noun = ahd_str_trim(ahd_str_cut(&list, '|'));
        if (noun.len == 0 || ahd_str_eq(noun, AHD_STR("-")))
            continue;
        put(k, out, noun, form);
        if (ahd_str_find(noun, AHD_STR(" ")) < noun.len)
            continue;
        bool feminine = ahd_str_ends(noun, AHD_STR("ة"));
        ahd_str stem = feminine ? without(noun, AHD_STR("ة")) : noun;
        /* A pronoun turns ة into ت: مطالبتهم. */
        if (feminine)
            put(k, out, join(k, stem, AHD_STR("ت")), form);
        put_with(k, out, stem, form == AHD_FORM_MASDAR ? masdar : person, form);
        /* The accusative writes its tanween on an alef: انتهاكًا. */
        if (!feminine && !ahd_str_ends(noun, AHD_STR("اء")))
            put(k, out, join(k, noun, AHD_STR("ا")), form);
    }
}

static void english_list(kbc *k, ahd_str list, ahd_form form, kbc_forms *out)
{
    while (list.len > 0) {
        ahd_str word = ahd_str_trim(ahd_str_cut(&list, '|'));
        if (word.len > 0 && !ahd_str_eq(word, AHD_STR("-")))
            put(k, out, word, form);
    }
}

void kbc_inflect_verb(kbc *k, const kbc_table *t, const kbc_line *line,
                      kbc_forms *out)
{
    ahd_str past = kbc_cell(t, line, "past");
    ahd_str present = kbc_cell(t, line, "present");
    ahd_str masdar = kbc_cell(t, line, "masdar");
    ahd_str agent = kbc_cell(t, line, "agent");
    ahd_str patient = kbc_cell(t, line, "patient");

    if (ahd_str_eq(kbc_cell(t, line, "lang"), AHD_STR("en"))) {
        english_list(k, kbc_cell(t, line, "lemma"), AHD_FORM_BASE, out);
        english_list(k, past, AHD_FORM_PAST, out);
        english_list(k, present, AHD_FORM_PRESENT, out);
        english_list(k, masdar, AHD_FORM_MASDAR, out);
        english_list(k, agent, AHD_FORM_AGENT, out);
        english_list(k, patient, AHD_FORM_PATIENT, out);
        return;
    }
    if (past.len > 0 && !ahd_str_eq(past, AHD_STR("-")))
        past_forms(k, past, out);
    if (present.len > 0 && !ahd_str_eq(present, AHD_STR("-")))
        present_forms(k, present, out);
    noun_forms(k, masdar, AHD_FORM_MASDAR, out);
    noun_forms(k, agent, AHD_FORM_AGENT, out);
    noun_forms(k, patient, AHD_FORM_PATIENT, out);
}

void kbc_inflect_adjective(kbc *k, ahd_str lang, ahd_str form, kbc_forms *out)
{
    static const char *const one[] = {"", "ة", "تين", "تان", NULL};
    static const char *const people[] = {"ون", "ين", "ات", NULL};

    if (!ahd_str_eq(lang, AHD_STR("ar"))) {
        put(k, out, form, AHD_FORM_BASE);
        put(k, out, join(k, form, AHD_STR("s")), AHD_FORM_AGENT);
        return;
    }
    put_with(k, out, form, one, AHD_FORM_BASE);
    put_with(k, out, form, people, AHD_FORM_AGENT);
}
