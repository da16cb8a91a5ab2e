#include "engine/review_check.h"

#include "base/day.h"
#include "engine/current.h"
#include "kb/names.h"
#include "output/registry.h"
#include "reviews/nearest.h"

#include <stdio.h>

enum {
    MOST_PIECES = 64,
    SHOWN = 60,
    FOUND_BYTES = 64 << 20
}; /* bytes of what was written */

static ahd_str brief(ahd_str s)
{
    size_t len = s.len < SHOWN ? s.len : SHOWN;

    while (len < s.len && len > 0 && ((unsigned char)s.ptr[len] & 0xC0) == 0x80)
        len--;
    return (ahd_str){s.ptr, len};
}

/* --------------------------------------------------------------------- ids */

/* What can be meant: a row of the registry. */
typedef struct known {
    ahd_ref id, en, ar;
} known;

static void row_at(const ahd_kb *kb, ahd_review_kind kind, uint32_t i,
                   known *out)
{
    if (kind == AHD_REVIEW_ACTOR) {
        const ahd_actor *a = ahd_kb_actor_at(kb, i);
        *out = (known){.id = a->id, .en = a->en, .ar = a->ar};
    } else if (kind == AHD_REVIEW_AGREEMENT) {
        const ahd_agreement *a = ahd_kb_agreement_at(kb, i);
        *out = (known){.id = a->id, .en = a->en, .ar = a->ar};
    } else {
        const ahd_place *a = ahd_kb_place_at(kb, i);
        *out = (known){.id = a->id, .en = a->en, .ar = a->ar};
    }
}

static const char *const kind_names[] = {"actor", "agreement", "place"};

static uint32_t rows_of(const ahd_kb *kb, ahd_review_kind kind)
{
    return kind == AHD_REVIEW_ACTOR       ? kb->actors.count
           : kind == AHD_REVIEW_AGREEMENT ? kb->agreements.count
                                          : kb->places.count;
}

/* By a near id, or a near name: "Qatar" for qa. */
static uint32_t guess(const ahd_kb *kb, ahd_review_kind kind, ahd_str id)
{
    ahd_nearest near = ahd_nearest_to(id);
    known row;

    for (uint32_t i = 0; i < rows_of(kb, kind); i++) {
        row_at(kb, kind, i, &row);
        ahd_nearest_try(&near, ahd_kb_str(kb, row.id), i);
        ahd_nearest_try(&near, ahd_kb_str(kb, row.en), i);
        ahd_nearest_try(&near, ahd_kb_str(kb, row.ar), i);
    }
    for (uint32_t i = 0; kind == AHD_REVIEW_ACTOR && i < kb->names.count; i++)
        ahd_nearest_try(&near, ahd_kb_str(kb, ahd_kb_name_at(kb, i)->name),
                        ahd_kb_name_at(kb, i)->actor);
    return near.found;
}

static ahd_status unknown_id(const ahd_review_checker *c, ahd_review_kind kind,
                             ahd_str id, ahd_error *error)
{
    const char *what = kind_names[kind];
    uint32_t i = guess(c->kb, kind, id);
    known row;

    if (i == UINT32_MAX)
        return ahd_fail(error, AHD_EUSAGE,
                        "there is no %s '%.*s'; give an id of the registry%s",
                        what, AHD_STR_ARG(brief(id)),
                        kind == AHD_REVIEW_AGREEMENT
                            ? ", see ahd list agreements --all"
                            : ", or text:WORDS for one without");
    row_at(c->kb, kind, i, &row);
    return ahd_fail(
        error, AHD_EUSAGE, "there is no %s '%.*s'; did you mean %.*s (%.*s)?",
        what, AHD_STR_ARG(brief(id)), AHD_STR_ARG(ahd_kb_str(c->kb, row.id)),
        AHD_STR_ARG(
            brief(ahd_kb_str(c->kb, row.en.len > 0 ? row.en : row.ar))));
}

/* Discovered, or a resolution, which has its id whether it is listed or not. */
static ahd_status is_agreement(const ahd_review_checker *c, ahd_str id,
                               bool *found, ahd_error *error)
{
    ahd_buf json = AHD_BUF(FOUND_BYTES);
    ahd_str rest = id;
    uint32_t number;

    *found = ahd_kb_find_agreement(c->kb, id) != AHD_KB_NONE;
    if (ahd_str_starts(id, AHD_STR("unscr-"))) {
        (void)ahd_str_cut(&rest, '-');
        *found |= ahd_str_number(rest, &number);
    }
    if (*found)
        return AHD_OK;
    ahd_status status = ahd_store_found(c->store, id, &json, found, error);
    ahd_buf_finish(&json);
    return status;
}

ahd_status ahd_review_check_id(const ahd_review_checker *c,
                               ahd_review_kind kind, ahd_str id,
                               ahd_error *error)
{
    bool found = false;

    if (kind == AHD_REVIEW_AGREEMENT)
        AHD_TRY(is_agreement(c, id, &found, error));
    else if (kind == AHD_REVIEW_PLACE)
        found = ahd_current_place(c->kb, id) != AHD_KB_NONE;
    else
        found = ahd_registry_is_stranger(id) ||
                ahd_kb_find_actor(c->kb, id) != AHD_KB_NONE;
    return found ? AHD_OK : unknown_id(c, kind, id, error);
}

/* -------------------------------------------------------------- other words */

ahd_status ahd_review_check_word(const char *what, const char *const *words,
                                 ahd_str word, ahd_error *error)
{
    ahd_nearest near = ahd_nearest_to(word);
    char list[160];
    size_t len = 0;

    list[0] = '\0';
    for (uint32_t i = 0; words[i]; i++) {
        ahd_str one = ahd_str_from(words[i]);
        if (ahd_str_eq(word, one))
            return AHD_OK;
        ahd_nearest_try(&near, one, i);
        if (len + one.len + 2 < sizeof list)
            len += (size_t)snprintf(list + len, sizeof list - len, "%s%s",
                                    len ? " " : "", words[i]);
    }
    if (near.found != UINT32_MAX)
        return ahd_fail(error, AHD_EUSAGE, "'%.*s' is no %s; did you mean %s?",
                        AHD_STR_ARG(brief(word)), what, words[near.found]);
    return ahd_fail(error, AHD_EUSAGE, "'%.*s' is no %s; there are: %s",
                    AHD_STR_ARG(brief(word)), what, list);
}

bool ahd_review_check_is_relation(const ahd_kb *kb, ahd_str role)
{
    for (uint32_t i = 0; i < kb->relations.count; i++)
        if (ahd_str_eq(ahd_kb_str(kb, ahd_kb_relation_at(kb, i)->type), role))
            return true;
    return false;
}

static ahd_status check_date(ahd_str text, ahd_error *error)
{
    ahd_str rest = text, first = ahd_str_cut(&rest, '/');
    int32_t from = ahd_day_from_iso(first);
    int32_t to = rest.len > 0 ? ahd_day_from_iso(rest) : from;

    if (from != INT32_MIN && to != INT32_MIN && from <= to)
        return AHD_OK;
    return ahd_fail(error, AHD_EUSAGE,
                    "'%.*s' is no day; write 2020-10-23, or "
                    "2020-10-01/2020-10-31 for a time of several",
                    AHD_STR_ARG(brief(text)));
}

/* Of the agreements that are meant, one must have it; of what no registry has
 * the commitments are not known, and any number is believed. */
static ahd_status check_commitment(const ahd_review_checker *c, ahd_str n,
                                   ahd_str agreements, ahd_error *error)
{
    ahd_str has = AHD_STR("");

    while (agreements.len > 0) {
        ahd_str id = ahd_label_next(&agreements);
        uint32_t row = ahd_kb_find_agreement(c->kb, id);
        if (row == AHD_KB_NONE)
            return AHD_OK;
        const ahd_agreement *a = ahd_kb_agreement_at(c->kb, row);
        for (uint32_t i = 0; i < a->commitments; i++) {
            ahd_str one = ahd_kb_str(
                c->kb, ahd_kb_commitment_at(c->kb, a->first_commitment + i)->n);
            if (ahd_str_eq(one, n))
                return AHD_OK;
            has = ahd_label_add(c->arena, has, one);
        }
    }
    return ahd_fail(error, AHD_EUSAGE,
                    "the agreement has no commitment '%.*s'; it has: %.*s",
                    AHD_STR_ARG(brief(n)), AHD_STR_ARG(brief(has)));
}

/* ------------------------------------------------------------------ values */

static ahd_status check_piece(const ahd_review_checker *c, ahd_label field,
                              ahd_str piece, const ahd_labels *labels,
                              ahd_error *error)
{
    static const char *const modalities[] = {
        "actual", "planned", "possible", "negated", "conditional", NULL};

    switch (field) {
    case AHD_LABEL_ACT:
        return ahd_review_check_word("act", ahd_names_act, piece, error);
    case AHD_LABEL_MODALITY:
        return ahd_review_check_word("modality", modalities, piece, error);
    case AHD_LABEL_DATE:
        return check_date(piece, error);
    case AHD_LABEL_COMMITMENT:
        return check_commitment(c, piece, labels->value[AHD_LABEL_AGREEMENT],
                                error);
    case AHD_LABEL_AGREEMENT:
        return ahd_label_words(piece).len > 0
                   ? AHD_OK
                   : ahd_review_check_id(c, AHD_REVIEW_AGREEMENT, piece, error);
    case AHD_LABEL_PLACE:
        return ahd_label_words(piece).len > 0
                   ? AHD_OK
                   : ahd_review_check_id(c, AHD_REVIEW_PLACE, piece, error);
    case AHD_LABEL_SOURCE:
    case AHD_LABEL_TARGET:
    case AHD_LABEL_SPEAKER:
    case AHD_LABEL_VIA:
    case AHD_LABELS:
        break;
    }
    return ahd_label_words(piece).len > 0
               ? AHD_OK
               : ahd_review_check_id(c, AHD_REVIEW_ACTOR, piece, error);
}

/* Bars part pieces, and commas those that are no words. */
static ahd_str next_piece(ahd_str *rest)
{
    ahd_str before = *rest, bar = ahd_label_next(rest);

    if (ahd_str_starts(ahd_str_trim(before), AHD_STR("text:")))
        return bar;
    size_t comma = ahd_str_find(bar, AHD_STR(","));
    if (comma == bar.len)
        return bar;
    const char *behind = bar.ptr + comma + 1;
    *rest = (ahd_str){behind, (size_t)(before.ptr + before.len - behind)};
    return ahd_str_trim((ahd_str){bar.ptr, comma});
}

static bool holds_several(ahd_label field)
{
    return field == AHD_LABEL_SOURCE || field == AHD_LABEL_TARGET ||
           field == AHD_LABEL_AGREEMENT || field == AHD_LABEL_COMMITMENT;
}

static bool may_be_empty(ahd_label field)
{
    return field != AHD_LABEL_ACT && field != AHD_LABEL_MODALITY;
}

ahd_status ahd_review_check_set(const ahd_review_checker *c, ahd_label field,
                                ahd_str text, ahd_labels *labels,
                                ahd_error *error)
{
    ahd_str value = AHD_STR(""), rest = ahd_str_trim(text);
    int count = 0;

    while (rest.len > 0) {
        ahd_str piece = next_piece(&rest);
        if (piece.len == 0 || ahd_label_has(value, piece))
            continue;
        if (count == MOST_PIECES)
            return ahd_fail(error, AHD_EUSAGE, "%s takes at most %d values",
                            ahd_label_names[field], MOST_PIECES);
        AHD_TRY(check_piece(c, field, piece, labels, error));
        if (ahd_label_words(piece).len > 0)
            piece = ahd_label_of_words(c->arena, ahd_label_words(piece));
        value = ahd_label_add(c->arena, value, piece);
        count++;
    }
    if (count > 1 && !holds_several(field))
        return ahd_fail(error, AHD_EUSAGE, "%s takes one value, not %d",
                        ahd_label_names[field], count);
    if (count == 0 && !may_be_empty(field))
        return ahd_fail(error, AHD_EUSAGE,
                        "%s cannot be empty; to take the act away, reject it",
                        ahd_label_names[field]);
    labels->value[field] = ahd_arena_str(c->arena, value);
    labels->has |= 1u << field;
    return AHD_OK;
}
