#include "web/desk.h"

#include <unistd.h>

bool ahd_desk_writes(const ahd_desk *desk)
{
    return !desk->read_only && access(desk->db, W_OK) == 0;
}

/* ---------------------------------------------------------------- writing */

struct keeping {
    ahd_desk_kept *out;
    ahd_error *why; /* of the first that is wrong */
    ahd_status status;
    bool wrote;
};

static bool take(void *context, const ahd_reviewed *one)
{
    struct keeping *k = context;

    k->out[one->at] =
        (ahd_desk_kept){.number = one->number, .known = one->known};
    k->wrote |= one->error == NULL && !one->known;
    if (one->error != NULL) {
        k->status = one->error->status;
        *k->why = *one->error;
    }
    return one->error == NULL;
}

static ahd_status open_for_writing(const ahd_desk *desk, ahd_record **out,
                                   ahd_error *error)
{
    if (desk->read_only)
        return ahd_fail(error, AHD_EUSAGE,
                        "this server was started with --read-only");
    AHD_TRY(ahd_record_open(desk->db, true, out, error));
    ahd_record_patience(*out, AHD_DESK_PATIENCE);
    return AHD_OK;
}

ahd_status ahd_desk_review(ahd_desk *desk, const ahd_review *review,
                           ahd_desk_kept *out, ahd_error *error)
{
    struct keeping k = {.out = out, .why = error, .status = AHD_OK};
    ahd_record *record = NULL;

    AHD_TRY(open_for_writing(desk, &record, error));
    ahd_status status = ahd_record_review(record, review, 1, take, &k, error);
    ahd_record_close(record);
    if (status != AHD_OK)
        return status;
    desk->unsettled |= k.wrote;
    return k.status;
}

/* Of a larger record it takes seconds. */
static bool is_soon_settled(ahd_record *record)
{
    const ahd_overview ask = {.what = "many-acts", .limit = AHD_DESK_SOON + 1};
    ahd_buf text = AHD_BUF(1 << 10);
    ahd_error ignored;
    uint32_t acts = UINT32_MAX;

    if (ahd_record_overview(record, &ask, &text, &ignored) == AHD_OK) {
        ahd_str rest = ahd_buf_str(&text);
        (void)ahd_str_cut(&rest, ':');
        (void)ahd_str_number(ahd_str_cut(&rest, '}'), &acts);
    }
    ahd_buf_finish(&text);
    return acts <= AHD_DESK_SOON;
}

ahd_status ahd_desk_review_all(ahd_desk *desk, const ahd_review *reviews,
                               size_t count, ahd_desk_kept *out,
                               ahd_error *error)
{
    struct keeping k = {.out = out, .why = error, .status = AHD_OK};
    ahd_record *record = NULL;
    ahd_error ignored;

    AHD_TRY(open_for_writing(desk, &record, error));
    ahd_status status =
        ahd_record_review(record, reviews, count, take, &k, error);
    desk->unsettled |= k.wrote;
    if (desk->unsettled && is_soon_settled(record))
        desk->unsettled = ahd_record_settle(record, &ignored) != AHD_OK;
    ahd_record_close(record);
    return status == AHD_OK ? k.status : status;
}

/* Somebody else may be writing: then he settles, or the next who is idle. */
void ahd_desk_settle(ahd_desk *desk)
{
    ahd_record *record = NULL;
    ahd_error ignored;

    if (!desk->unsettled ||
        ahd_record_open(desk->db, true, &record, &ignored) != AHD_OK)
        return;
    ahd_record_patience(record, AHD_DESK_PATIENCE);
    desk->unsettled = ahd_record_settle(record, &ignored) != AHD_OK;
    ahd_record_close(record);
}

/* -------------------------------------------------------------- explaining */

enum { ID_BYTES = 4096, EXPLAINED_BYTES = 256 << 10 };

static const ahd_desk_explained *find_explained(const ahd_desk *desk,
                                                ahd_str id)
{
    for (int i = 0; i < AHD_DESK_EXPLAINED; i++)
        if (id.len > 0 && ahd_str_eq(ahd_buf_str(&desk->explained[i].id), id))
            return &desk->explained[i];
    return NULL;
}

static void forget(ahd_desk_explained *one)
{
    ahd_buf_finish(&one->id);
    ahd_buf_finish(&one->json);
    *one = (ahd_desk_explained){AHD_BUF(ID_BYTES), AHD_BUF(EXPLAINED_BYTES)};
}

/* In the place of the oldest; one that is too large is not kept. */
static void keep_explained(ahd_desk *desk, ahd_str id, ahd_str json)
{
    ahd_desk_explained *one = &desk->explained[desk->next_explained];

    forget(one);
    ahd_buf_add(&one->json, json);
    ahd_buf_add(&one->id, id);
    if (one->json.failed || one->id.failed) {
        forget(one);
        return;
    }
    desk->next_explained = (desk->next_explained + 1) % AHD_DESK_EXPLAINED;
}

ahd_status ahd_desk_explain(ahd_desk *desk, const char *document, ahd_buf *out,
                            ahd_error *error)
{
    const ahd_options options = {.threads = 1};
    ahd_str id = ahd_str_from(document);
    const ahd_desk_explained *known = find_explained(desk, id);

    if (known != NULL) {
        ahd_buf_add(out, ahd_buf_str(&known->json));
        return AHD_OK;
    }
    if (desk->engine == NULL)
        AHD_TRY(ahd_engine_new(&options, &desk->engine, error));
    AHD_TRY(ahd_record_explain_json(desk->record, desk->engine, document, out,
                                    error));
    keep_explained(desk, id, ahd_buf_str(out));
    return AHD_OK;
}

void ahd_desk_finish(ahd_desk *desk)
{
    for (int i = 0; i < AHD_DESK_EXPLAINED; i++)
        forget(&desk->explained[i]);
    ahd_engine_free(desk->engine);
    desk->engine = NULL;
}
