/* record_dispute.c - disputes and commitments of a record, as ahd.h has them.
 */
#include "ahd.h"
#include "engine/record.h"
#include "kb/kb.h"
#include "store/standing.h"

#include <time.h>

typedef struct naming {
    const ahd_kb *kb;
    ahd_dispute_fn *each;
    void *context;
} naming;

/* One that no registry has keeps its id, or the words it is known by. */
static bool name_dispute(void *context, const ahd_dispute_row *kept)
{
    const naming *n = context;
    ahd_dispute_row row = *kept;
    uint32_t agreement = ahd_kb_find_agreement(n->kb, row.agreement);
    uint32_t accused = ahd_kb_find_actor(n->kb, row.accused);

    if (row.name_ar.len == 0 && row.name_en.len == 0)
        row.name_en = row.agreement;
    row.accused_en = row.accused;
    if (agreement != AHD_KB_NONE) {
        const ahd_agreement *a = ahd_kb_agreement_at(n->kb, agreement);
        row.name_ar = ahd_kb_str(n->kb, a->ar);
        row.name_en = ahd_kb_str(n->kb, a->en);
    }
    if (accused != AHD_KB_NONE) {
        const ahd_actor *a = ahd_kb_actor_at(n->kb, accused);
        row.accused_ar = ahd_kb_str(n->kb, a->ar);
        row.accused_en = ahd_kb_str(n->kb, a->en);
    }
    return n->each(n->context, &row);
}

ahd_status ahd_record_disputes(ahd_record *record, const ahd_filter *filter,
                               ahd_dispute_fn *each, void *context,
                               ahd_error *error)
{
    naming n = {ahd_kb_embedded(), each, context};

    return ahd_store_disputes(record->store, filter, name_dispute, &n, error);
}

ahd_status ahd_record_occurrences(ahd_record *record, const ahd_filter *filter,
                                  ahd_occurrence_fn *each, void *context,
                                  ahd_error *error)
{
    return ahd_store_occurrences(record->store, filter, each, context, error);
}

ahd_status ahd_record_timeline(ahd_record *record, const ahd_filter *filter,
                               ahd_occurrence_fn *each, void *context,
                               ahd_error *error)
{
    return ahd_store_timeline(record->store, filter, each, context, error);
}

ahd_status ahd_record_links_json(ahd_record *record, const char *agreement,
                                 ahd_buf *out, ahd_error *error)
{
    return ahd_store_links(record->store, ahd_str_from(agreement), out, error);
}

ahd_status ahd_record_captures_json(ahd_record *record, const char *id,
                                    ahd_buf *out, ahd_error *error)
{
    return ahd_store_captures(record->store, ahd_str_from(id), out, error);
}

ahd_status ahd_record_dispute_json(ahd_record *record, const char *id,
                                   ahd_buf *out, ahd_error *error)
{
    bool found = false;

    AHD_TRY(
        ahd_store_dispute(record->store, ahd_str_from(id), out, &found, error));
    if (!found)
        return ahd_fail(error, AHD_EUSAGE,
                        "there is no dispute '%s'; 'ahd list disputes' shows "
                        "all",
                        id);
    return out->failed ? ahd_fail(error, AHD_ENOMEM, "out of memory") : AHD_OK;
}

typedef struct listing {
    ahd_buf *out;
    ahd_str on;
    bool any;
} listing;

/* What is unknown and has time left is due. */
static bool put_commitment(void *context, ahd_str status, ahd_str deadline,
                           ahd_str json)
{
    listing *l = context;
    bool due = ahd_str_eq(status, AHD_STR("unknown")) && deadline.len > 0 &&
               ahd_str_cmp(l->on, deadline) <= 0;

    if (l->any)
        ahd_buf_byte(l->out, ',');
    ahd_buf_printf(l->out, "{\"status\":\"%.*s\",",
                   AHD_STR_ARG(due ? AHD_STR("due") : status));
    ahd_buf_add(l->out, (ahd_str){json.ptr + 1, json.len - 1});
    l->any = true;
    return true;
}

static ahd_str today(char out[sizeof "2020-10-26"])
{
    time_t now = time(NULL);
    struct tm utc;

    gmtime_r(&now, &utc);
    return (ahd_str){out, strftime(out, sizeof "2020-10-26", "%Y-%m-%d", &utc)};
}

ahd_status ahd_record_commitments(ahd_record *record, const char *agreement,
                                  const char *on, ahd_buf *out,
                                  ahd_error *error)
{
    char now[sizeof "2020-10-26"];
    listing l = {.out = out, .on = on ? ahd_str_from(on) : today(now)};

    ahd_buf_byte(out, '[');
    AHD_TRY(ahd_store_fulfilments(record->store, ahd_str_from(agreement),
                                  put_commitment, &l, error));
    ahd_buf_byte(out, ']');
    return out->failed ? ahd_fail(error, AHD_ENOMEM, "out of memory") : AHD_OK;
}
