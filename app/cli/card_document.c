#include "cli/card.h"

#include "web/wording.h"

#include <inttypes.h>

#include <inttypes.h>

static void write_published(ahd_card *card, const json_t *document)
{
    const json_t *published = json_object_get(document, "published");

    ahd_card_fact(card, "Published", ahd_field_text(published, "date"));
    if (ahd_field_text(published, "date").len == 0)
        return;
    ahd_card_soft(card, ahd_field_text(published, "how"));
    if (ahd_field_text(published, "because").len > 0)
        ahd_buf_byte(&card->out, ':');
    ahd_card_soft(card, ahd_field_text(published, "because"));
}

static void write_condition(ahd_card *card, const json_t *document)
{
    const json_t *list = ahd_field_list(document, "condition"), *one;
    size_t i;

    ahd_field_each(list, i, one)
    {
        ahd_str is = ahd_field_text(one, "is");
        ahd_card_fact(card, i == 0 ? "Condition" : "",
                      ahd_wording_of(AHD_EN, "condition", is));
        ahd_buf_byte(&card->out, ':');
        ahd_card_text(card, ahd_field_text(one, "because"));
    }
}

/* --------------------------------------------------------------- reviews */

struct reviews {
    ahd_card *card;
    size_t count;
};

/* " 3 act 1 correct  target: qa → tr" and who, when, why below. */
static bool write_review(void *context, const ahd_review_row *row)
{
    struct reviews *reviews = context;
    ahd_card *card = reviews->card;
    bool stands = ahd_str_eq(row->state, AHD_STR("standing"));

    if (reviews->count++ == 0)
        ahd_card_heading(card, "Reviews");
    ahd_card_line(card, 2);
    ahd_terminal_ink(&card->out, card->style,
                     stands ? AHD_INK_BOLD : AHD_INK_SOFT);
    ahd_buf_printf(&card->out, "%-4" PRId64, row->number);
    if (row->n > 0)
        ahd_buf_printf(&card->out, " act %" PRId64, row->n);
    ahd_card_text(card, row->decision);
    ahd_terminal_ink(&card->out, card->style, AHD_INK_PLAIN);
    ahd_card_text(card, row->change);
    ahd_card_text(card, row->note);
    ahd_card_line(card, 7);
    ahd_card_soft(card, row->by);
    ahd_card_soft(card, row->at);
    ahd_card_soft(card, row->orphaned ? AHD_STR("orphaned") : row->state);
    ahd_card_soft(card, row->why);
    if (row->disagrees.len > 0) {
        ahd_card_soft(card, AHD_STR("— disagrees:"));
        ahd_card_text(card, row->disagrees);
    }
    return true;
}

static ahd_status write_reviews(ahd_card *card, ahd_error *error)
{
    const ahd_review_filter filter = {.document = card->id};
    struct reviews reviews = {.card = card};

    AHD_TRY(ahd_record_reviews(card->record, &filter, write_review, &reviews,
                               error));
    if (reviews.count > 0)
        ahd_card_line(card, 0);
    return AHD_OK;
}

/* "3 documents, 1 root: ahd show story ID" */
static bool write_story(void *context, const ahd_story_row *row)
{
    ahd_buf text = AHD_BUF(1 << 12);

    ahd_buf_printf(&text, "%.*s: %" PRId64 " documents, %" PRId64 " %s",
                   AHD_STR_ARG(row->id), row->documents, row->roots,
                   row->roots == 1 ? "root" : "roots");
    ahd_card_fact(context, "Story", ahd_buf_str(&text));
    ahd_buf_finish(&text);
    return false;
}

ahd_status ahd_card_document(ahd_card *card, const json_t *document,
                             ahd_error *error)
{
    ahd_filter filter = {.document = card->id, .limit = INT64_MAX};
    ahd_str title = ahd_field_text(document, "title");
    ahd_str kind = ahd_field_text(document, "kind");

    ahd_card_title(card, title.len ? title : AHD_STR("untitled"), AHD_STR(""));
    ahd_card_fact(card, "Id", ahd_field_text(document, "id"));
    ahd_card_fact(card, "Kind", ahd_wording_of(AHD_EN, "document.kinds", kind));
    ahd_card_fact(card, "Refused", ahd_field_text(document, "refused"));
    ahd_card_fact(card, "Outlet", ahd_field_text(document, "outlet"));
    ahd_card_fact(card, "By", ahd_field_text(document, "byline"));
    write_published(card, document);
    ahd_card_fact(card, "Address", ahd_field_text(document, "url"));
    ahd_card_fact(card, "Page", ahd_field_text(document, "sha256"));
    write_condition(card, document);
    AHD_TRY(
        ahd_record_story_of(card->record, card->id, write_story, card, error));
    AHD_TRY(ahd_card_acts(card, &filter, error));
    return write_reviews(card, error);
}
