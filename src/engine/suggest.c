/* suggest.c - who or what a few letters may mean. */
#include "engine/record.h"
#include "kb/kb.h"
#include "lang/fold.h"
#include "store/called.h"

#include "base/utf8.h"

#include <stdlib.h>

enum { MOST = 10 };

/* How well a name fits; 0: not at all. */
enum { NO, WORD_BEGINS, BEGINS, IS };

typedef struct suggesting {
    const ahd_suggest *what;
    const ahd_kb *kb;
    uint8_t *how; /* by row */
    uint32_t rows;
    int64_t left;
    ahd_suggested_fn *each;
    void *context;
    ahd_store *store;
} suggesting;

/* -------------------------------------------------------------- one name */

/* The next letter as words are compared by; 0 at the end. */
static uint32_t next_letter(ahd_str s, size_t *at)
{
    while (*at < s.len) {
        uint32_t c = ahd_fold_char(ahd_utf8_next(s, at));
        if (c != 0)
            return c;
    }
    return 0;
}

static bool begins(ahd_str name, size_t at, ahd_str text, bool *whole)
{
    size_t in = 0;
    uint32_t c;

    while ((c = next_letter(text, &in)) != 0)
        if (next_letter(name, &at) != c)
            return false;
    *whole = next_letter(name, &at) == 0;
    return true;
}

static uint8_t fit(ahd_str name, ahd_str text)
{
    bool whole, word = false;

    if (name.len > 0 && begins(name, 0, text, &whole))
        return whole ? IS : BEGINS;
    for (size_t at = 0; at < name.len;) {
        size_t from = at;
        bool letter = ahd_fold_is_word(ahd_utf8_next(name, &at));
        if (letter && !word && from > 0 && begins(name, from, text, &whole))
            return WORD_BEGINS;
        word = letter;
    }
    return NO;
}

static void try_name(suggesting *s, uint32_t row, ahd_str name)
{
    uint8_t how = s->how[row] < IS ? fit(name, s->what->text) : NO;

    if (row < s->rows && how > s->how[row])
        s->how[row] = how;
}

/* --------------------------------------------------------- the registry */

static void row_at(const suggesting *s, uint32_t row, ahd_suggested *out)
{
    if (s->what->agreements) {
        const ahd_agreement *a = ahd_kb_agreement_at(s->kb, row);
        *out =
            (ahd_suggested){ahd_kb_str(s->kb, a->id), ahd_kb_str(s->kb, a->ar),
                            ahd_kb_str(s->kb, a->en), false};
    } else {
        const ahd_actor *a = ahd_kb_actor_at(s->kb, row);
        *out =
            (ahd_suggested){ahd_kb_str(s->kb, a->id), ahd_kb_str(s->kb, a->ar),
                            ahd_kb_str(s->kb, a->en), false};
    }
}

static void try_registry(suggesting *s)
{
    ahd_suggested row;

    for (uint32_t i = 0; i < s->rows; i++) {
        row_at(s, i, &row);
        try_name(s, i, row.id);
        try_name(s, i, row.name_ar);
        try_name(s, i, row.name_en);
    }
    for (uint32_t i = 0; !s->what->agreements && i < s->kb->names.count; i++) {
        const ahd_name *name = ahd_kb_name_at(s->kb, i);
        if (name->actor < s->rows)
            try_name(s, name->actor, ahd_kb_str(s->kb, name->name));
    }
}

/* Who fits best, and of those who fit as well, who is in most acts. */
typedef struct match {
    uint32_t row;
    uint8_t how;
    int64_t acts;
} match;

static int by_fit(const void *a, const void *b)
{
    const match *x = a, *y = b;

    if (x->how != y->how)
        return x->how > y->how ? -1 : 1;
    if (x->acts != y->acts)
        return x->acts > y->acts ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

static ahd_status find_matches(const suggesting *s, match *out, size_t *count,
                               ahd_error *error)
{
    ahd_suggested row;

    *count = 0;
    for (uint32_t i = 0; i < s->rows; i++) {
        if (s->how[i] == NO)
            continue;
        match *m = &out[(*count)++];
        *m = (match){.row = i, .how = s->how[i]};
        row_at(s, i, &row);
        AHD_TRY(ahd_store_called_acts(s->store, s->what->agreements, row.id,
                                      &m->acts, error));
    }
    qsort(out, *count, sizeof *out, by_fit);
    return AHD_OK;
}

static ahd_status give_registry(suggesting *s, match *room, ahd_error *error)
{
    size_t count;

    AHD_TRY(find_matches(s, room, &count, error));
    for (size_t i = 0; i < count && s->left > 0; i++) {
        ahd_suggested row;
        row_at(s, room[i].row, &row);
        row.exact = room[i].how == IS;
        s->left = s->each(s->context, &row) ? s->left - 1 : 0;
    }
    return AHD_OK;
}

static ahd_status suggest_registry(suggesting *s, ahd_error *error)
{
    match *room = calloc(s->rows + 1, sizeof *room);
    ahd_status status = AHD_ENOMEM;

    s->how = calloc(s->rows + 1, 1);
    if (room == NULL || s->how == NULL) {
        status = ahd_fail(error, AHD_ENOMEM, "out of memory");
    } else {
        try_registry(s);
        status = give_registry(s, room, error);
    }
    free(s->how);
    free(room);
    return status;
}

/* ------------------------------------------------------ and the record */

static bool give_named(void *context, ahd_str id, ahd_str ar, ahd_str en)
{
    suggesting *s = context;
    const ahd_suggested row = {id, ar, en,
                               ahd_str_eq(id, s->what->text) ||
                                   fit(ar, s->what->text) == IS ||
                                   fit(en, s->what->text) == IS};

    s->left = s->each(s->context, &row) ? s->left - 1 : 0;
    return s->left > 0;
}

ahd_status ahd_record_suggest(ahd_record *record, const ahd_suggest *what,
                              ahd_suggested_fn *each, void *context,
                              ahd_error *error)
{
    const ahd_kb *kb = ahd_kb_embedded();
    suggesting s = {.what = what,
                    .kb = kb,
                    .rows = what->agreements ? kb->agreements.count
                                             : kb->actors.count,
                    .left = what->most > 0 ? what->most : MOST,
                    .each = each,
                    .context = context,
                    .store = record->store};

    if (ahd_str_trim(what->text).len == 0)
        return AHD_OK;
    AHD_TRY(suggest_registry(&s, error));
    if (s.left == 0)
        return AHD_OK;
    return (what->agreements ? ahd_store_called_agreements
                             : ahd_store_called_actors)(
        record->store, what->text, s.left, give_named, &s, error);
}
