/* review_make.c - see review.h. */
#include "engine/review.h"

#include "base/utf8.h"

#include <stdlib.h>

enum { NAME_BYTES = 200, WORDS_BYTES = 1 << 16 };

static const char *const roles[] = {
    "alleged_breach", "denied_claim", "demanded",  "pledged",
    "supported",      "rejected",     "condemned", NULL};
static const char *const kinds[] = {"act", "actor", "agreement", "story", NULL};

/* ---------------------------------------------------------------- an act */

static const ahd_decided_item *find_item(const ahd_current *page, int64_t n)
{
    for (uint32_t i = 0; i < page->decided.items.count; i++)
        if (page->decided.items.items[i].n == n)
            return &page->decided.items.items[i];
    return NULL;
}

static ahd_status no_act(const ahd_current *page, int64_t n, ahd_error *error)
{
    if (page->said.acts.count == 0)
        return ahd_fail(error, AHD_EUSAGE, "document %.*s has no acts",
                        AHD_STR_ARG(page->said.id));
    return ahd_fail(error, AHD_EUSAGE,
                    "document %.*s has no act %lld; its acts are 1 to %u",
                    AHD_STR_ARG(page->said.id), (long long)n,
                    (unsigned)page->said.acts.count);
}

static ahd_status no_document(ahd_str id, ahd_error *error)
{
    return ahd_fail(error, AHD_EUSAGE,
                    "there is no document '%.*s'; 'ahd list documents' shows "
                    "all",
                    AHD_STR_ARG(id));
}

/* Cut at the last colon: ids may have colons of their own. */
static bool cut_place(ahd_str text, ahd_str *document, uint32_t *n)
{
    size_t at = text.len;

    while (at > 0 && text.ptr[at - 1] != ':')
        at--;
    *document = (ahd_str){text.ptr, at > 0 ? at - 1 : 0};
    return ahd_str_number((ahd_str){text.ptr + at, text.len - at}, n);
}

/* "3" of this document, or "DOCUMENT:3". */
static ahd_status find_other(ahd_reviewing *r, ahd_str text, ahd_str *sha256,
                             ahd_anchor *at, ahd_error *error)
{
    ahd_current elsewhere = {.arena = r->checker.arena};
    const ahd_current *page = &r->page;
    ahd_str document;
    int64_t number;
    uint32_t n;

    if (!cut_place(text, &document, &n))
        return ahd_fail(error, AHD_EUSAGE,
                        "'%.*s' is no act; write its number, or DOCUMENT:N",
                        AHD_STR_ARG(text));
    if (document.len > 0) {
        AHD_TRY(ahd_store_page(r->checker.store, document, &number, error));
        if (number == 0)
            return no_document(document, error);
    }
    if (document.len > 0 && number != r->page.page) {
        AHD_TRY(ahd_current_load(r->checker.store, number, AHD_STR(""),
                                 &elsewhere, error));
        page = &elsewhere;
    }
    const ahd_decided_item *item = find_item(page, n);
    if (item == NULL || item->about_all)
        return no_act(page, n, error);
    if (page == &r->page && item == r->item)
        return ahd_fail(error, AHD_EUSAGE, "act %u is this act itself",
                        (unsigned)n);
    *sha256 = page->said.sha256;
    *at = item->at;
    return AHD_OK;
}

/* ------------------------------------------------------------------ pairs */

static ahd_status find_story(ahd_reviewing *r, ahd_str id, ahd_str *sha256,
                             ahd_error *error)
{
    ahd_current page = {.arena = r->checker.arena};
    int64_t number;

    AHD_TRY(ahd_store_page(r->checker.store, id, &number, error));
    if (number == 0)
        return no_document(id, error);
    AHD_TRY(
        ahd_current_load(r->checker.store, number, AHD_STR(""), &page, error));
    *sha256 = page.said.sha256;
    return AHD_OK;
}

static ahd_status check_one(ahd_reviewing *r, ahd_str what, ahd_str *id,
                            ahd_error *error)
{
    if (ahd_str_eq(what, AHD_STR("story")))
        return find_story(r, *id, id, error);
    return ahd_review_check_id(&r->checker,
                               ahd_str_eq(what, AHD_STR("actor"))
                                   ? AHD_REVIEW_ACTOR
                                   : AHD_REVIEW_AGREEMENT,
                               *id, error);
}

/* What two acts or documents are found to be, for those who list the review
 * when that changes. Two acts of one document nobody settles. */
static ahd_status ask_found(ahd_reviewing *r, ahd_paired_row *row, ahd_str one,
                            ahd_str other, ahd_error *error)
{
    ahd_store *store = r->checker.store;
    ahd_paired found;

    AHD_TRY(ahd_store_page(store, one, &row->page[0], error));
    AHD_TRY(ahd_store_page(store, other, &row->page[1], error));
    if (row->page[0] == row->page[1])
        return AHD_OK;
    AHD_TRY(ahd_store_are_found_one(store, row, &found, error));
    if (found != AHD_PAIRED_UNKNOWN)
        r->review.pair.found =
            found == AHD_PAIRED_YES ? AHD_STR("one") : AHD_STR("two");
    return AHD_OK;
}

/* "ID,ID" of a kind. */
static ahd_status take_two(ahd_reviewing *r, ahd_str what, ahd_str text,
                           ahd_error *error)
{
    ahd_decided_pair *pair = &r->review.pair;
    ahd_str rest = text;

    pair->what = what;
    pair->one = ahd_str_trim(ahd_str_cut(&rest, ','));
    pair->other = ahd_str_trim(rest);
    if (pair->one.len == 0 || pair->other.len == 0 ||
        ahd_str_eq(pair->one, pair->other))
        return ahd_fail(error, AHD_EUSAGE,
                        "'%.*s' are not two; write two ids with a comma "
                        "between",
                        AHD_STR_ARG(text));
    AHD_TRY(check_one(r, what, &pair->one, error));
    AHD_TRY(check_one(r, what, &pair->other, error));
    ahd_paired_row row = {.what = what};
    return ahd_str_eq(what, AHD_STR("story"))
               ? ask_found(r, &row, pair->one, pair->other, error)
               : AHD_OK;
}

/* "3" or "DOCUMENT:3". */
static ahd_status take_two_acts(ahd_reviewing *r, ahd_str text,
                                ahd_error *error)
{
    ahd_decided_pair *pair = &r->review.pair;
    ahd_paired_row row = {.what = AHD_STR("act")};
    ahd_str document;
    uint32_t n;

    pair->what = row.what;
    AHD_TRY(find_other(r, text, &pair->sha256, &pair->at, error));
    (void)cut_place(text, &document, &n);
    row.n[0] = r->item->n;
    row.n[1] = n;
    return ask_found(r, &row, r->page.said.sha256, pair->sha256, error);
}

/* "act=3", "actor=ID,ID". */
static ahd_status take_pair(ahd_reviewing *r, const char *text,
                            ahd_error *error)
{
    ahd_str rest = ahd_str_from(text), what = ahd_str_cut(&rest, '=');

    AHD_TRY(ahd_review_check_word("kind of thing", kinds, what, error));
    if (!ahd_str_eq(what, AHD_STR("act")))
        return take_two(r, what, rest, error);
    if (r->review.at.trigger.len == 0)
        return ahd_fail(error, AHD_EUSAGE,
                        "say of which act: ahd review DOCUMENT N");
    return take_two_acts(r, rest, error);
}

/* ------------------------------------------------------------------ links */

static ahd_status add_agreement(ahd_reviewing *r, ahd_str id, ahd_error *error)
{
    ahd_labels *set = &r->review.set;
    ahd_str value =
        ahd_label_add(r->checker.arena, set->value[AHD_LABEL_AGREEMENT], id);

    return ahd_review_check_set(&r->checker, AHD_LABEL_AGREEMENT, value, set,
                                error);
}

static ahd_status take_link(ahd_reviewing *r, const char *text,
                            ahd_error *error)
{
    ahd_str rest = ahd_str_from(text), role = ahd_str_cut(&rest, '=');

    if (ahd_review_check_is_relation(r->checker.kb, role))
        return r->review.pair.what.len == 0
                   ? take_two(r, role, rest, error)
                   : ahd_fail(error, AHD_EUSAGE,
                              "one relation of agreements a review");
    if (r->review.at.trigger.len == 0)
        return ahd_fail(error, AHD_EUSAGE,
                        "say of which act: ahd review DOCUMENT N");
    if (ahd_str_eq(role, AHD_STR("agreement")))
        return add_agreement(r, rest, error);
    AHD_TRY(ahd_review_check_word("link", roles, role, error));
    ahd_decided_link link = {.role = role};
    if (rest.len > 0 || text[role.len] == '\0') /* else "ROLE=": to none */
        AHD_TRY(find_other(r, rest, &link.sha256, &link.at, error));
    *ahd_vec_push(r->checker.arena, &r->review.links) = link;
    return AHD_OK;
}

/* ----------------------------------------------------------------- fields */

/* A commitment is of an agreement, which may be set beside it. */
static ahd_status take_sets(ahd_reviewing *r, bool commitments,
                            ahd_error *error)
{
    for (size_t i = 0; i < r->in->set_count; i++) {
        ahd_str text = ahd_str_from(r->in->set[i]), rest = text;
        ahd_str name = ahd_str_cut(&rest, '=');
        ahd_label field = ahd_label_find(name);
        const char *names[AHD_LABELS + 1] = {NULL};
        for (int k = 0; k < AHD_LABELS; k++)
            names[k] = ahd_label_names[k];
        AHD_TRY(ahd_review_check_word("field", names, name, error));
        if (name.len == text.len)
            return ahd_fail(error, AHD_EUSAGE, "%.*s needs a value: %.*s=VALUE",
                            AHD_STR_ARG(name), AHD_STR_ARG(name));
        if ((field == AHD_LABEL_COMMITMENT) == commitments)
            AHD_TRY(ahd_review_check_set(&r->checker, field, rest,
                                         &r->review.set, error));
    }
    return AHD_OK;
}

static ahd_status take_fields(ahd_reviewing *r, ahd_error *error)
{
    r->review.set = r->item->current;
    r->review.set.has = r->in->confirm ? AHD_LABEL_ALL : 0;
    AHD_TRY(take_sets(r, false, error));
    AHD_TRY(take_sets(r, true, error));
    for (size_t i = 0; i < r->in->link_count; i++)
        AHD_TRY(take_link(r, r->in->link[i], error));
    return AHD_OK;
}

/* ------------------------------------------------------------------- undo */

static ahd_status take_undo(ahd_reviewing *r, ahd_error *error)
{
    const ahd_current *page = &r->page;

    for (uint32_t i = page->reviews.count; i-- > 0;) {
        const ahd_decided_review *old = &page->reviews.items[i];
        if (r->in->undoes != 0 && old->number != r->in->undoes)
            continue;
        if (&page->decided.items.items[page->decided.item_of[i]] != r->item) {
            if (r->in->undoes == 0)
                continue;
            return ahd_fail(error, AHD_EUSAGE,
                            "review %lld is of another act than %lld",
                            (long long)old->number, (long long)r->in->act);
        }
        if (r->in->undoes == 0 &&
            (page->decided.undone[i] || old->decision == AHD_DECISION_UNDO))
            continue;
        if (page->decided.undone[i])
            return ahd_fail(error, AHD_EUSAGE, "review %lld is undone already",
                            (long long)old->number);
        r->review.undoes = old->number;
        return AHD_OK;
    }
    if (r->in->undoes != 0)
        return ahd_fail(error, AHD_EUSAGE,
                        "document %s has no review %lld; 'ahd list reviews' "
                        "shows all",
                        r->in->document, (long long)r->in->undoes);
    return ahd_fail(error, AHD_EUSAGE, "there is no review of it to undo");
}

/* ------------------------------------------------------------ all of it */

/* A kept text: no other charset, nothing that steers a terminal. */
static ahd_status check_text(const char *what, ahd_str text, size_t most,
                             ahd_error *error)
{
    if (text.len > most)
        return ahd_fail(error, AHD_EUSAGE, "%s is longer than %zu bytes", what,
                        most);
    if (!ahd_utf8_valid(text))
        return ahd_fail(error, AHD_EUSAGE, "%s is no UTF-8", what);
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] < ' ' && text.ptr[i] != '\n' &&
            text.ptr[i] != '\t')
            return ahd_fail(error, AHD_EUSAGE,
                            "%s has control characters; leave them out", what);
    return AHD_OK;
}

static ahd_status check_texts(const ahd_review *in, ahd_error *error)
{
    ahd_str by = ahd_str_trim(ahd_str_from(in->by));

    if (by.len == 0)
        return ahd_fail(error, AHD_EUSAGE, "say who you are: --by NAME");
    AHD_TRY(check_text("the name", by, NAME_BYTES, error));
    AHD_TRY(check_text("why", ahd_str_from(in->why), WORDS_BYTES, error));
    return check_text("the note", ahd_str_from(in->note), WORDS_BYTES, error);
}

/* What is said, as one decision; AHD_DECISIONS when nothing is. */
static ahd_status decide(const ahd_review *in, ahd_decision *out,
                         ahd_error *error)
{
    bool split_off = in->split && in->split[0] == '\0';
    bool fields =
        in->confirm || in->link_count > 0 || (in->set_count > 0 && !split_off);
    int count = in->undo + in->reject + (in->merge != NULL) +
                (in->split != NULL) + fields;

    if (count > 1)
        return ahd_fail(error, AHD_EUSAGE,
                        "one decision a review: confirm, set and link go "
                        "together, reject, merge, split and undo stand alone");
    *out = in->undo                  ? AHD_DECISION_UNDO
           : in->reject              ? AHD_DECISION_REJECT
           : in->merge               ? AHD_DECISION_MERGE
           : in->split               ? AHD_DECISION_SPLIT
           : in->set_count           ? AHD_DECISION_CORRECT
           : in->confirm             ? AHD_DECISION_CONFIRM
           : in->link_count          ? AHD_DECISION_LINK
           : in->note && in->note[0] ? AHD_DECISION_NOTE
                                     : AHD_DECISIONS;
    if (*out == AHD_DECISIONS)
        return ahd_fail(error, AHD_EUSAGE,
                        "say what you decide: confirm, set, reject, merge, "
                        "split, link, undo or note");
    if (split_off && in->set_count == 0)
        return ahd_fail(error, AHD_EUSAGE,
                        "say in what the act that is split off differs: set "
                        "field=value");
    return AHD_OK;
}

static ahd_status take_act(ahd_reviewing *r, ahd_error *error)
{
    ahd_decision d = r->review.decision;

    r->item = find_item(&r->page, r->in->act);
    if (r->item == NULL && r->in->act != 0)
        return no_act(&r->page, r->in->act, error);
    if (r->in->act == 0 && (d <= AHD_DECISION_REJECT || r->in->set_count > 0))
        return ahd_fail(error, AHD_EUSAGE,
                        "say of which act: ahd review DOCUMENT N");
    if (r->item == NULL)
        return AHD_OK;
    r->review.item = r->item->item;
    r->review.at = r->item->at;
    r->review.then = r->item->then;
    return AHD_OK;
}

static ahd_status take_decision(ahd_reviewing *r, ahd_error *error)
{
    static const ahd_decided_item none = {.act = AHD_DECIDED_NONE};

    switch (r->review.decision) {
    case AHD_DECISION_UNDO:
        return take_undo(r, error);
    case AHD_DECISION_MERGE:
        return take_pair(r, r->in->merge, error);
    case AHD_DECISION_SPLIT:
        if (r->in->split[0] != '\0')
            return take_pair(r, r->in->split, error);
        r->review.item = 0; /* an act of its own */
        r->review.then = r->item->current;
        return take_fields(r, error);
    case AHD_DECISION_CONFIRM:
    case AHD_DECISION_CORRECT:
    case AHD_DECISION_LINK:
        r->item = r->item ? r->item : &none;
        return take_fields(r, error);
    case AHD_DECISION_REJECT:
    case AHD_DECISION_NOTE:
    case AHD_DECISIONS:
        break;
    }
    return AHD_OK;
}

ahd_status ahd_review_make(ahd_reviewing *r, ahd_error *error)
{
    AHD_TRY(check_texts(r->in, error));
    AHD_TRY(decide(r->in, &r->review.decision, error));
    AHD_TRY(take_act(r, error));
    r->review.by = ahd_str_trim(ahd_str_from(r->in->by));
    r->words.why = ahd_str_from(r->in->why);
    r->words.note = ahd_str_from(r->in->note);
    r->words.sha256 = r->page.said.sha256;
    return take_decision(r, error);
}
