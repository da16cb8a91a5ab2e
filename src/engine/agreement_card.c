#include "engine/agreement_card.h"

#include "output/registry.h"
#include "output/told_card.h"
#include "store/discovered.h"

enum { MOST_ID = 1 << 16 };

static bool add(void *context, const ahd_told *one)
{
    ahd_told_card_add(context,
                      &(ahd_told_row){one->field, one->value, one->actor,
                                      one->name, one->document, one->outlet});
    return true;
}

static ahd_status append_told(ahd_store *store, ahd_str entry, ahd_buf *out,
                              ahd_error *error)
{
    ahd_told_card card = ahd_told_card_start(ahd_kb_embedded(), out);
    ahd_status status = ahd_store_told(store, entry, add, &card, error);

    ahd_told_card_finish(&card);
    return status;
}

static ahd_status write_entry(ahd_store *store, ahd_str entry, ahd_buf *out,
                              bool *found, ahd_error *error)
{
    const ahd_kb *kb = ahd_kb_embedded();
    uint32_t row = ahd_kb_find_agreement(kb, entry);

    *found = row != AHD_KB_NONE;
    if (*found)
        ahd_registry_agreement(kb, row, out);
    else if (store)
        AHD_TRY(ahd_store_found(store, entry, out, found, error));
    return *found && store ? append_told(store, entry, out, error) : AHD_OK;
}

ahd_status ahd_agreement_card(ahd_store *store, ahd_str id, ahd_buf *out,
                              bool *found, ahd_error *error)
{
    ahd_buf entry = AHD_BUF(MOST_ID);
    ahd_status status = AHD_OK;

    if (store)
        status = ahd_store_entry_of(store, id, &entry, error);
    if (status == AHD_OK)
        status = write_entry(store, store ? ahd_buf_str(&entry) : id, out,
                             found, error);
    ahd_buf_finish(&entry);
    return status;
}
