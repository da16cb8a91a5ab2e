#include "acts/object.h"

#include "acts/tie.h"
#include "doc/look.h"

enum {
    OBJECT_WORDS = 7, /* from the word to its object, whose name between */
    EVENT_WORDS = 4,
    SIGNED_WORDS = 5,
    LOOK_AHEAD = 4, /* acts */
    LOOK_AROUND = 32,
};

#define BIT(type) (1u << AHD_ACT_##type)

enum {
    DEALINGS = BIT(SIGN) | BIT(NEGOTIATE) | BIT(MEET) | BIT(MEDIATE) |
               BIT(COMMIT) | BIT(IMPLEMENT) | BIT(SUSPEND) | BIT(EXTEND),
};

/* What each may have as its object, and the role that has. */
static const struct row {
    ahd_act_type type;
    const char *role;
    uint32_t objects;
    bool signing; /* an agreement as object stands for its signing */
    bool events;
} rows[] = {
    {AHD_ACT_DEMAND, "demanded", DEALINGS, false, false},
    {AHD_ACT_COMMIT, "pledged", DEALINGS & ~BIT(MEDIATE), false, false},
    {AHD_ACT_SUPPORT, "supported", DEALINGS | BIT(DEMAND) | BIT(SUPPORT), true,
     false},
    {AHD_ACT_REJECT, "rejected", DEALINGS | BIT(DEMAND) | BIT(SUPPORT), true,
     false},
    {AHD_ACT_CONDEMN, "condemned",
     DEALINGS | BIT(DEMAND) | BIT(SUPPORT) | BIT(REJECT) | BIT(BREACH), true,
     true},
};

static bool is_class(const ahd_doc *doc, uint32_t token, ahd_class class)
{
    return ahd_look_hit_id(doc, token, AHD_TERM_CLASS, class) != NULL;
}

/* «دعا خلال لقائه …», "called at a meeting": when and where, not what. */
static bool is_circumstance(const ahd_doc *doc, uint32_t from,
                            const ahd_act *other)
{
    for (uint32_t i = from; i <= other->trigger_first; i++)
        if (is_class(doc, i, AHD_CLASS_DURING) ||
            is_class(doc, i, AHD_CLASS_AFTER) ||
            (other->type == AHD_ACT_MEET && is_class(doc, i, AHD_CLASS_IN)))
            return true;
    return false;
}

/* «الدول التي طلبت … ستشارك»: a verb of its own, not one after «that». */
static bool is_apart(const ahd_doc *doc, uint32_t from, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(doc, token);

    if (host == NULL || host->pos != AHD_POS_VERB ||
        AHD_FEAT(host->feats, VERBAL) != AHD_FINITE)
        return false;
    return ahd_tie_class(doc, (ahd_words){from, token}, AHD_CLASS_THAT) ==
           AHD_NONE;
}

/* No other clause begins between. */
static bool is_joined(const ahd_doc *doc, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++)
        if (ahd_look_is_punct(doc, i) || ahd_look_hit(doc, i, AHD_TERM_CUE) ||
            (i > from && ahd_look_has_pro(doc, i, AHD_PRO_WA)))
            return false;
    return true;
}

static bool is_object(const ahd_doc *doc, const ahd_act *act, uint32_t token,
                      uint32_t reach)
{
    return token >= act->trigger_end && token <= act->trigger_end + reach &&
           doc->tokens.items[token].sentence ==
               doc->tokens.items[act->trigger_first].sentence &&
           !ahd_look_has_pro(doc, token, AHD_PRO_WA) &&
           is_joined(doc, act->trigger_end, token);
}

static bool link_act(ahd_doc *doc, uint32_t n, const struct row *row)
{
    const ahd_act *act = &doc->acts.items[n];

    for (uint32_t i = n + 1; i < doc->acts.count && i <= n + LOOK_AHEAD; i++) {
        const ahd_act *other = &doc->acts.items[i];
        if (!is_object(doc, act, other->trigger_first, OBJECT_WORDS))
            continue;
        if (!(row->objects >> other->type & 1) ||
            ahd_tie_is_epithet(doc, other) ||
            is_circumstance(doc, act->trigger_end, other) ||
            is_apart(doc, act->trigger_end, other->trigger_first))
            return false;
        ahd_tie_act(doc, n, i, row->role);
        return true;
    }
    return false;
}

static bool link_event(ahd_doc *doc, uint32_t n, const struct row *row)
{
    const ahd_act *act = &doc->acts.items[n];
    uint32_t i = ahd_tie_event_from(doc, act->trigger_end);

    if (!row->events || i >= doc->events.count ||
        doc->events.items[i].type > AHD_EVENT_MOBILIZE ||
        !is_object(doc, act, doc->events.items[i].trigger_first, EVENT_WORDS))
        return false;
    ahd_tie_event(doc, n, i, row->role);
    return true;
}

/* The registry's entry of its first agreement, or AHD_NONE. */
static uint32_t agreement_of(const ahd_doc *doc, const ahd_act *act)
{
    return act->agreements.count == 0
               ? AHD_NONE
               : doc->agreements.items[act->agreements.items[0]].id;
}

/* The same, when it stands right after the word. */
static uint32_t object_agreement(const ahd_doc *doc, const ahd_act *act)
{
    uint32_t id = agreement_of(doc, act);

    if (id == AHD_NONE)
        return AHD_NONE;
    uint32_t first = doc->agreements.items[act->agreements.items[0]].first;
    return is_object(doc, act, first, SIGNED_WORDS) ? id : AHD_NONE;
}

/* The nearest signing of the agreement that is its object. */
static void link_signing(ahd_doc *doc, uint32_t n, const struct row *row)
{
    uint32_t id = object_agreement(doc, &doc->acts.items[n]);
    uint32_t from = n > LOOK_AROUND ? n - LOOK_AROUND : 0, best = AHD_NONE;

    if (!row->signing || id == AHD_NONE)
        return;
    for (uint32_t i = from; i < doc->acts.count && i <= n + LOOK_AROUND; i++) {
        const ahd_act *other = &doc->acts.items[i];
        if (other->type == AHD_ACT_SIGN && other->modality == AHD_ACTUAL &&
            agreement_of(doc, other) == id && (i < n || best == AHD_NONE))
            best = i;
    }
    if (best != AHD_NONE)
        ahd_tie_act(doc, n, best, row->role);
}

void ahd_object_link(ahd_doc *doc, uint32_t act)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].type == doc->acts.items[act].type) {
            if (!link_act(doc, act, &rows[i]) &&
                !link_event(doc, act, &rows[i]))
                link_signing(doc, act, &rows[i]);
            return;
        }
}
