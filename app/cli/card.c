#include "cli/card.h"

#include "web/wording.h"

#include <inttypes.h>

void ahd_card_line(ahd_card *card, int indent)
{
    if (card->out.len > 0)
        ahd_buf_byte(&card->out, '\n');
    ahd_buf_printf(&card->out, "%*s", indent, "");
}

void ahd_card_title(ahd_card *card, ahd_str first, ahd_str second)
{
    ahd_terminal_ink(&card->out, card->style, AHD_INK_BOLD);
    ahd_terminal_add(&card->out, first, 0);
    ahd_terminal_ink(&card->out, card->style, AHD_INK_PLAIN);
    if (second.len > 0) {
        ahd_card_line(card, 0);
        ahd_terminal_add(&card->out, second, 0);
    }
    ahd_card_line(card, 0);
}

void ahd_card_heading(ahd_card *card, const char *heading)
{
    ahd_card_line(card, 0);
    ahd_card_line(card, 0);
    ahd_terminal_ink(&card->out, card->style, AHD_INK_BOLD);
    ahd_buf_add(&card->out, ahd_str_from(heading));
    ahd_terminal_ink(&card->out, card->style, AHD_INK_PLAIN);
}

void ahd_card_rows(ahd_card *card, const char *heading, const json_t *list,
                   ahd_card_row *write)
{
    const json_t *row;
    size_t i;

    ahd_field_each(list, i, row)
    {
        if (i == 0)
            ahd_card_heading(card, heading);
        ahd_card_line(card, 1);
        write(card, row);
    }
}

void ahd_card_fact(ahd_card *card, const char *name, ahd_str value)
{
    if (value.len == 0)
        return;
    ahd_card_line(card, 2);
    ahd_terminal_ink(&card->out, card->style, AHD_INK_SOFT);
    ahd_buf_printf(&card->out, "%-11s", name);
    ahd_terminal_ink(&card->out, card->style, AHD_INK_PLAIN);
    ahd_terminal_add(&card->out, value, 0);
}

void ahd_card_text(ahd_card *card, ahd_str text)
{
    if (text.len == 0)
        return;
    ahd_buf_byte(&card->out, ' ');
    ahd_terminal_add(&card->out, text, 0);
}

void ahd_card_soft(ahd_card *card, ahd_str text)
{
    ahd_terminal_ink(&card->out, card->style, AHD_INK_SOFT);
    ahd_card_text(card, text);
    ahd_terminal_ink(&card->out, card->style, AHD_INK_PLAIN);
}

void ahd_card_act_type(ahd_card *card, ahd_str act)
{
    ahd_terminal_ink(&card->out, card->style, ahd_terminal_act(act));
    ahd_card_text(card, ahd_wording_of(AHD_EN, "act", act));
    ahd_terminal_ink(&card->out, card->style, AHD_INK_PLAIN);
}

ahd_str ahd_card_name(const json_t *thing)
{
    static const char *const keys[] = {"en", "ar", "name", "text"};
    ahd_str name = AHD_STR("");

    for (size_t i = 0; name.len == 0 && i < sizeof keys / sizeof *keys; i++)
        name = ahd_field_text(thing, keys[i]);
    return name;
}

/* ------------------------------------------------------------------ acts */

struct acts {
    ahd_card *card;
    size_t count;
};

static void add_said(ahd_card *card, const char *word, ahd_str value)
{
    if (value.len == 0)
        return;
    ahd_buf_printf(&card->out, "  %s", word);
    ahd_card_text(card, value);
}

static bool write_act(void *context, const ahd_act_row *row)
{
    struct acts *acts = context;
    ahd_card *card = acts->card;

    if (acts->count++ == 0)
        ahd_card_heading(card, "Acts");
    ahd_card_line(card, 2);
    int width = ahd_terminal_add(
        &card->out, row->date.len ? row->date : AHD_STR("undated"), 24);
    ahd_buf_printf(&card->out, "%*s", width < 10 ? 10 - width : 0, "");
    ahd_card_act_type(card, row->act);
    ahd_buf_byte(&card->out, ':');
    ahd_card_text(card, row->source);
    if (row->target.len > 0)
        ahd_buf_add(&card->out, AHD_STR(" →"));
    ahd_card_text(card, row->target);
    ahd_buf_byte(&card->out, '\n');
    ahd_terminal_wrap(&card->out, row->sentence, 6, card->style);
    ahd_buf_add(&card->out, AHD_STR("    "));
    ahd_terminal_ink(&card->out, card->style, AHD_INK_SOFT);
    add_said(card, "said by", row->speaker);
    add_said(card, "via", row->via);
    add_said(card, "in", row->outlet);
    add_said(card, "document", row->document);
    ahd_buf_printf(&card->out, ", act %" PRId64, row->n);
    if (row->review.len > 0)
        ahd_buf_byte(&card->out, ',');
    ahd_card_text(card, row->review);
    ahd_terminal_ink(&card->out, card->style, AHD_INK_PLAIN);
    return true;
}

ahd_status ahd_card_acts(ahd_card *card, const ahd_filter *filter,
                         ahd_error *error)
{
    struct acts acts = {.card = card};

    if (card->record != NULL)
        AHD_TRY(ahd_record_acts(card->record, filter, write_act, &acts, error));
    ahd_card_line(card, 0);
    return AHD_OK;
}
