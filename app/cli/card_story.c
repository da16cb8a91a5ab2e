/* A story, and what two documents have word for word. */
#include "cli/card.h"

#include <inttypes.h>

static void write_number(ahd_card *card, const char *name, int64_t n)
{
    ahd_buf text = AHD_BUF(32);

    ahd_buf_printf(&text, "%" PRId64, n);
    ahd_card_fact(card, name, ahd_buf_str(&text));
    ahd_buf_finish(&text);
}

static void write_share(ahd_card *card, const json_t *row, const char *key)
{
    ahd_buf text = AHD_BUF(32);
    double share = json_number_value(json_object_get(row, key));

    ahd_buf_printf(&text, "%.0f %%", 100 * share);
    ahd_card_soft(card, ahd_buf_str(&text));
    ahd_buf_finish(&text);
}

/* "snn-7  al-outlet  2015-07-21  near 85 % of snn-3 via reuters" */
static void write_member(ahd_card *card, const json_t *m)
{
    ahd_str origin = ahd_field_text(m, "copies");
    ahd_str via = ahd_field_text(m, "via"),
            agency = ahd_field_text(m, "agency");

    ahd_card_line(card, 2);
    ahd_buf_add(&card->out, ahd_field_text(m, "document"));
    ahd_card_soft(card, ahd_field_text(m, "outlet"));
    ahd_card_soft(card, ahd_field_text(m, "published"));
    if (origin.len == 0) {
        ahd_card_text(card, AHD_STR("root"));
        if (agency.len > 0)
            ahd_card_soft(card, AHD_STR("credited to"));
        ahd_card_text(card, agency);
    } else {
        ahd_card_text(card, ahd_field_text(m, "kind"));
        write_share(card, m, "share");
        ahd_card_soft(card, AHD_STR("of it in"));
        ahd_card_text(card, origin);
        if (via.len > 0)
            ahd_card_soft(card, AHD_STR("via"));
        ahd_card_text(card, via);
    }
    ahd_card_line(card, 5);
    ahd_buf_add(&card->out, ahd_field_text(m, "title"));
}

static void write_pair(ahd_card *card, const json_t *p)
{
    ahd_card_line(card, 2);
    ahd_buf_add(&card->out, ahd_field_text(p, "document"));
    ahd_card_text(card, ahd_field_text(p, "other"));
    ahd_card_soft(card, ahd_field_text(p, "kind"));
    write_share(card, p, "share");
    write_share(card, p, "other_share");
}

ahd_status ahd_card_story(ahd_card *card, const json_t *story, ahd_error *error)
{
    ahd_str title = ahd_field_text(story, "title");

    (void)error;
    ahd_card_title(card, title.len ? title : AHD_STR("untitled"), AHD_STR(""));
    ahd_card_fact(card, "Id", ahd_field_text(story, "id"));
    ahd_card_fact(card, "First", ahd_field_text(story, "first"));
    write_number(card, "Documents", ahd_field_number(story, "documents"));
    write_number(card, "Outlets", ahd_field_number(story, "outlets"));
    write_number(card, "Roots", ahd_field_number(story, "roots"));
    ahd_card_rows(card, "Documents", ahd_field_list(story, "members"),
                  write_member);
    ahd_card_rows(card, "Pairs: what of each is in the other",
                  ahd_field_list(story, "pairs"), write_pair);
    return AHD_OK;
}

static void write_piece(ahd_card *card, const json_t *piece)
{
    ahd_buf text = AHD_BUF(64);

    ahd_buf_printf(&text, "%" PRId64 " words",
                   ahd_field_number(piece, "words"));
    ahd_card_line(card, 2);
    ahd_buf_add(&card->out, ahd_field_text(piece, "text"));
    ahd_card_soft(card, ahd_buf_str(&text));
    ahd_buf_finish(&text);
}

ahd_status ahd_card_copied(ahd_card *card, const json_t *pair, ahd_error *error)
{
    (void)error;
    ahd_card_title(card, ahd_field_text(pair, "document"),
                   ahd_field_text(pair, "other"));
    if (json_array_size(ahd_field_list(pair, "copied")) == 0)
        ahd_card_fact(card, "Copied", AHD_STR("nothing word for word"));
    ahd_card_rows(card, "Word for word in both", ahd_field_list(pair, "copied"),
                  write_piece);
    return AHD_OK;
}
