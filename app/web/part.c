#include "web/part.h"

#include "web/field.h"

/* The piece before the next separator, which is cut off. */
static ahd_str cut(ahd_str *list, ahd_str between)
{
    size_t at = ahd_str_find(*list, between);
    ahd_str piece = {list->ptr, at < list->len ? at : list->len};
    size_t gone = at < list->len ? at + between.len : list->len;

    *list = (ahd_str){list->ptr + gone, list->len - gone};
    return piece;
}

ahd_str ahd_part_first(ahd_str list, const char *between)
{
    return cut(&list, ahd_str_from(between));
}

int64_t ahd_part_count(ahd_str list, const char *between)
{
    int64_t count = 0;

    while (list.len > 0) {
        cut(&list, ahd_str_from(between));
        count++;
    }
    return count;
}

/* ------------------------------------------------------------------ an act */

bool ahd_part_of_act(const ahd_act_row *act, ahd_part_fn *each, void *context)
{
    const struct {
        const char *role;
        ahd_str names, ids;
    } slots[] = {{"source", act->source, act->source_ids},
                 {"target", act->target, act->target_ids},
                 {"speaker", act->speaker, act->speaker_id},
                 {"via", act->via, act->via_id},
                 {"for", act->principals, act->principal_ids}};
    const ahd_str between = AHD_STR(AHD_PART_NAMES);

    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
        ahd_str names = slots[i].names, ids = slots[i].ids;
        ahd_part part = {.act = act, .role = ahd_str_from(slots[i].role)};
        while (names.len > 0 || ids.len > 0) {
            part.rank++;
            part.name = cut(&names, between);
            part.actor = cut(&ids, between);
            part.name = part.name.len > 0 ? part.name : part.actor;
            if (!each(context, &part))
                return false;
        }
    }
    return true;
}

/* ------------------------------------------------------------ an agreement */

static bool give_states(const ahd_agreement_row *row, ahd_tongue tongue,
                        ahd_part_fn *each, void *context)
{
    ahd_part part = {.agreement = row->id, .role = AHD_STR("state")};
    ahd_str codes = row->country, ar, en;

    while (codes.len > 0) {
        part.rank++;
        part.actor = cut(&codes, AHD_STR(AHD_PART_CODES));
        part.name = AHD_STR("");
        if (ahd_country_names(part.actor, &ar, &en))
            part.name = tongue == AHD_AR ? ar : en;
        if (!each(context, &part))
            return false;
    }
    return true;
}

static ahd_str name_of(const json_t *party, ahd_tongue tongue)
{
    ahd_str names[] = {ahd_field_text(party, tongue == AHD_AR ? "ar" : "en"),
                       ahd_field_text(party, "name"),
                       ahd_field_text(party, "en"),
                       ahd_field_text(party, "ar")};
    size_t i = 0;

    while (i < sizeof names / sizeof *names - 1 && names[i].len == 0)
        i++;
    return names[i];
}

/* Ranks go on from the parties before with the same role. */
static int64_t rank_of(const json_t *parties, size_t at, ahd_str role)
{
    int64_t rank = 1;

    for (size_t i = 0; i < at; i++)
        rank += ahd_str_eq(ahd_field_text(json_array_get(parties, i), "role"),
                           role);
    return rank;
}

bool ahd_part_of_agreement(const ahd_agreement_row *row, const json_t *card,
                           ahd_tongue tongue, ahd_part_fn *each, void *context)
{
    const json_t *parties = ahd_field_list(card, "parties"), *party;
    size_t i;

    if (!give_states(row, tongue, each, context))
        return false;
    ahd_field_each(parties, i, party)
    {
        ahd_str role = ahd_field_text(party, "role");
        const ahd_part part = {.agreement = row->id,
                               .role = role,
                               .rank = rank_of(parties, i, role),
                               .actor = ahd_field_text(party, "actor"),
                               .name = name_of(party, tongue),
                               .state = ahd_field_text(party, "state")};
        if (!each(context, &part))
            return false;
    }
    return true;
}
