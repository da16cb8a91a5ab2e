#include "base/tally.h"

#include <string.h>

/* As much of it as a row holds, without cutting a letter. */
static ahd_str shorten(ahd_str reason)
{
    ahd_str head = ahd_str_cut(&reason, ':');

    if (head.len <= AHD_TALLY_BYTES)
        return head;
    head.len = AHD_TALLY_BYTES;
    while (head.len > 0 && ((unsigned char)head.ptr[head.len] & 0xC0) == 0x80)
        head.len--;
    return head;
}

static ahd_tally_row *find(ahd_tally *tally, ahd_str reason)
{
    for (uint32_t i = 0; i < tally->count; i++) {
        ahd_tally_row *row = &tally->rows[i];
        if (ahd_str_eq((ahd_str){row->reason, row->len}, reason))
            return row;
    }
    return NULL;
}

static ahd_tally_row *add_row(ahd_tally *tally, ahd_str reason)
{
    if (tally->count == AHD_TALLY_ROWS)
        return &tally->rows[AHD_TALLY_ROWS - 1];
    ahd_tally_row *row = &tally->rows[tally->count++];
    if (tally->count == AHD_TALLY_ROWS)
        reason = AHD_STR("other reasons");
    memcpy(row->reason, reason.ptr, reason.len);
    row->len = (uint32_t)reason.len;
    return row;
}

void ahd_tally_add(ahd_tally *tally, ahd_str reason)
{
    ahd_str head = shorten(reason);
    ahd_tally_row *row = find(tally, head);

    if (row == NULL)
        row = add_row(tally, head);
    row->count++;
}

size_t ahd_tally_list(const ahd_tally *tally, const ahd_tally_row **out,
                      size_t most)
{
    size_t count = 0;

    for (uint32_t i = 0; i < tally->count; i++) {
        const ahd_tally_row *row = &tally->rows[i];
        size_t at = count < most ? count++ : count;
        for (; at > 0 && out[at - 1]->count < row->count; at--)
            if (at < count)
                out[at] = out[at - 1];
        if (at < count)
            out[at] = row;
    }
    return count;
}
