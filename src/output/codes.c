#include "output/codes.h"

#include "kb/names.h"
#include "output/enums.h"

enum { ABOUTS = 12 };

/* What is to be coded, in the words of the table. */
typedef struct wanted {
    ahd_str what, mode, modality;
    ahd_str abouts[ABOUTS]; /* kinds of its agreements, acts it is about */
    uint32_t count;
} wanted;

static void add_about(wanted *want, ahd_str about)
{
    if (want->count < ABOUTS && about.len > 0)
        want->abouts[want->count++] = about;
}

/* An empty cell fits all; one that names something else fits nothing. */
static bool fits(ahd_str cell, ahd_str word, int *score)
{
    if (cell.len == 0)
        return true;
    ++*score;
    return ahd_str_eq(cell, word);
}

static bool fits_about(ahd_str cell, const wanted *want, int *score)
{
    if (cell.len == 0)
        return true;
    ++*score;
    while (cell.len > 0) {
        ahd_str one = ahd_str_cut(&cell, '|');
        for (uint32_t i = 0; i < want->count; i++)
            if (ahd_str_eq(one, want->abouts[i]))
                return true;
    }
    return false;
}

/* How much of a row is said of `want`, its modality twice; 0 when it is
 * another's. */
static int score_of(const ahd_kb *kb, const ahd_coding *row, const wanted *want)
{
    int score = 0;
    bool all = fits(ahd_kb_str(kb, row->what), want->what, &score) &&
               fits(ahd_kb_str(kb, row->mode), want->mode, &score) &&
               fits(ahd_kb_str(kb, row->modality), want->modality, &score) &&
               fits(ahd_kb_str(kb, row->modality), want->modality, &score) &&
               fits_about(ahd_kb_str(kb, row->about), want, &score);

    return all ? score : 0;
}

static ahd_codes find(const ahd_kb *kb, const wanted *want)
{
    const ahd_coding *best = NULL;
    int most = 0;

    for (uint32_t i = 0; i < kb->codings.count; i++) {
        const ahd_coding *row = ahd_kb_coding_at(kb, i);
        int score = score_of(kb, row, want);
        if (score > most) {
            most = score;
            best = row;
        }
    }
    if (best == NULL)
        return (ahd_codes){{0}, {0}, {0}};
    return (ahd_codes){ahd_kb_str(kb, best->plover),
                       ahd_kb_str(kb, best->cameo),
                       ahd_kb_str(kb, best->acled)};
}

static void add_agreement(const ahd_kb *kb, const ahd_agreement_ref *r,
                          wanted *want)
{
    if (r->noun != AHD_NONE)
        add_about(want, ahd_str_from(ahd_names_noun_kind[r->noun]));
    if (r->id != AHD_NONE)
        add_about(want, ahd_kb_str(kb, ahd_kb_agreement_at(kb, r->id)->kind));
}

ahd_codes ahd_codes_of_act(const ahd_kb *kb, const ahd_doc *doc,
                           const ahd_act *act)
{
    wanted want = {.what = ahd_str_from(ahd_names_act[act->type]),
                   .mode = ahd_str_from(ahd_names_mode[act->mode]),
                   .modality = ahd_str_from(ahd_enums_modality[act->modality])};

    for (uint32_t i = 0; i < act->agreements.count; i++)
        add_agreement(kb, &doc->agreements.items[act->agreements.items[i]],
                      &want);
    for (uint32_t i = 0; i < act->about.count; i++) {
        if (act->about.items[i].act == AHD_NONE)
            continue;
        uint8_t type = doc->acts.items[act->about.items[i].act].type;
        add_about(&want, ahd_str_from(ahd_names_act[type]));
    }
    return find(kb, &want);
}

ahd_codes ahd_codes_of_event(const ahd_kb *kb, const ahd_event *event)
{
    const ahd_event_rule *rule = ahd_kb_event_rule_at(kb, event->rule);
    wanted want = {.what = ahd_str_from(ahd_names_event[event->type]),
                   .mode = ahd_kb_str(kb, rule->mode),
                   .modality =
                       ahd_str_from(ahd_enums_modality[event->modality])};

    return find(kb, &want);
}

void ahd_codes_put(ahd_writer *w, ahd_codes codes)
{
    ahd_writer_key(w, "codes");
    ahd_writer_open(w, '{');
    ahd_writer_field(w, "plover", codes.plover);
    ahd_writer_field(w, "cameo", codes.cameo);
    ahd_writer_field(w, "acled", codes.acled);
    ahd_writer_close(w, '}');
}
