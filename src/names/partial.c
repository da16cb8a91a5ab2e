#include "names/partial.h"

#include "lang/fold.h"
#include "lang/skeleton.h"
#include "names/near.h"

enum {
    MOST_WORDS = 8,
    MOST_ACTORS = 96, /* of one first or last name; of more it says nothing */
};

/* The words that count: without بن, ال and the like. */
typedef struct parts {
    ahd_str word[MOST_WORDS];
    int count;
} parts;

static void split(ahd_str name, parts *out)
{
    out->count = 0;
    while (name.len > 0 && out->count < MOST_WORDS) {
        ahd_str word = ahd_str_cut(&name, ' ');
        if (ahd_skeleton_add(0, word))
            out->word[out->count++] = word;
    }
}

static bool is_latin(ahd_str words)
{
    return words.len > 0 && (unsigned char)words.ptr[0] < 0x80;
}

/* How a name fits: words of the text that it lacks, its own that the text
 * lacks, and those that are almost the same. */
typedef struct fit {
    int extra, missing, slips;
    bool ends; /* first and last are there */
} fit;

/* How near the nearest free word of the text is: 2 the same, 1 almost, 0 not
 * at all. Takes it. */
static int take_word(const parts *text, bool *taken, ahd_str word)
{
    const float same = 0.1f, almost = 0.25f;
    float least = 1;
    int best = -1;

    for (int i = 0; i < text->count; i++) {
        float apart = taken[i] ? 1 : ahd_near_distance(text->word[i], word);
        if (apart < least) {
            least = apart;
            best = i;
        }
    }
    if (best < 0 || least > almost)
        return 0;
    taken[best] = true;
    return least <= same ? 2 : 1;
}

/* «يوسف أحمد العودة» is no أحمد العودة: a name begins and ends as his. */
static bool has_ends(const parts *text, const parts *name)
{
    const float almost = 0.25f;
    ahd_str last = text->word[text->count - 1];

    return ahd_near_distance(text->word[0], name->word[0]) <= almost &&
           ahd_near_distance(last, name->word[name->count - 1]) <= almost;
}

static fit fit_of(const parts *text, const parts *name)
{
    bool taken[MOST_WORDS] = {false};
    fit f = {.extra = text->count, .ends = has_ends(text, name)};

    for (int i = 0; i < name->count; i++) {
        int is = take_word(text, taken, name->word[i]);
        f.extra -= is > 0;
        f.missing += is == 0;
        f.slips += is == 1;
    }
    return f;
}

/* What a name must share, by license. */
static bool is_enough(const fit *f, ahd_license by)
{
    if (!f->ends || (f->extra > 0 && f->missing > 0))
        return false;
    switch (by) {
    case AHD_LICENSE_OFFICE:
        return f->slips <= 1;
    case AHD_LICENSE_COMPANY:
        return f->slips == 0;
    case AHD_LICENSE_COUNTRY:
    case AHD_LICENSE_NEVER:
        break;
    }
    return false;
}

/* «جون إيرنست المتحدث باسم …»: his office and last name, and a first name that
 * begins as his. */
static bool is_slip_of_first(const parts *text, const parts *name,
                             ahd_license by)
{
    const float same = 0.15f, far = 0.5f;
    ahd_str a = text->word[0], b = name->word[0];

    return by == AHD_LICENSE_OFFICE && text->count == 2 && name->count == 2 &&
           a.len > 2 && b.len > 2 && a.ptr[0] == b.ptr[0] &&
           a.ptr[1] == b.ptr[1] &&
           ahd_near_distance(text->word[1], name->word[1]) <= same &&
           ahd_near_distance(a, b) <= far;
}

static bool fits_list(const ahd_reader *r, const parts *text, ahd_ref list,
                      ahd_license by)
{
    ahd_str rest = ahd_fold(r->scratch, ahd_kb_str(r->kb, list));
    bool latin = is_latin(text->word[0]);
    parts name;

    while (rest.len > 0) {
        split(ahd_str_trim(ahd_str_cut(&rest, '|')), &name);
        if (name.count < 2 || is_latin(name.word[0]) != latin)
            continue;
        fit f = fit_of(text, &name);
        if (is_enough(&f, by) || is_slip_of_first(text, &name, by))
            return true;
    }
    return false;
}

static bool fits(const ahd_reader *r, const parts *text, uint32_t actor,
                 ahd_license by)
{
    const ahd_actor *a = ahd_kb_actor_at(r->kb, actor);
    uint32_t count;
    const uint32_t *names = ahd_kb_rows(&r->kb->names_of, actor, &count);

    if (by < AHD_LICENSE_COMPANY)
        return false;
    if (fits_list(r, text, a->ar, by) || fits_list(r, text, a->en, by))
        return true;
    for (uint32_t i = 0; i < count; i++)
        if (fits_list(r, text, ahd_kb_name_at(r->kb, names[i])->name, by))
            return true;
    return false;
}

/* Who may be meant so far: one, or several. */
typedef struct meant {
    uint32_t actor;
    ahd_license by;
    bool several;
} meant;

static void try_key(const ahd_reader *r, const parts *text, uint64_t key,
                    const ahd_gate *gate, meant *out)
{
    uint32_t row = ahd_kb_find_spelling(r->kb, key), last = AHD_NONE;

    if (row == AHD_KB_NONE)
        return;
    uint32_t count = ahd_kb_spelling_at(r->kb, row)->more + 1;
    for (uint32_t i = row; i < row + count && count <= MOST_ACTORS; i++) {
        uint32_t actor = ahd_kb_spelling_at(r->kb, i)->actor;
        if (actor == last || actor == out->actor)
            continue;
        last = actor;
        ahd_license by = ahd_license_of(r, gate, actor);
        if (by < out->by || !fits(r, text, actor, by))
            continue;
        out->several = by == out->by && out->actor != AHD_NONE;
        out->actor = actor;
        out->by = by;
    }
}

bool ahd_partial_find(const ahd_reader *r, ahd_str words, const ahd_gate *gate,
                      ahd_mention *out)
{
    meant found = {.actor = AHD_NONE, .by = AHD_LICENSE_NEVER};
    parts text;

    split(words, &text);
    if (text.count < 2)
        return false;
    ahd_skeleton first = ahd_skeleton_add(0, text.word[0]);
    ahd_skeleton last = ahd_skeleton_add(0, text.word[text.count - 1]);
    try_key(r, &text, ahd_skeleton_surname(last), gate, &found);
    try_key(r, &text, ahd_skeleton_given(first), gate, &found);
    if (found.actor == AHD_NONE || found.several)
        return false;
    out->id = found.actor;
    out->how = AHD_HOW_VARIANT;
    out->score = found.by == AHD_LICENSE_OFFICE ? 0.85f : 0.8f;
    return true;
}
