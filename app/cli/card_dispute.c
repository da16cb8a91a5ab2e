#include "cli/card.h"

#include "web/wording.h"

#include <inttypes.h>

enum { RUNGS = 6 };

static ahd_str in_words(const char *group, ahd_str value)
{
    return value.len ? ahd_wording_of(AHD_EN, group, value) : value;
}

/* The English name, else the Arabic, else its id. */
static ahd_str name_of(const json_t *who)
{
    ahd_str name = ahd_card_name(json_object_get(who, "name"));

    return name.len > 0 ? name : ahd_field_text(who, "id");
}

static void write_facts(ahd_card *card, const json_t *d)
{
    const json_t *rung = json_object_get(d, "rung");
    ahd_str first = ahd_field_text(d, "first"),
            last = ahd_field_text(d, "last");
    ahd_buf text = AHD_BUF(1 << 12);

    ahd_card_fact(card, "Id", ahd_field_text(d, "id"));
    ahd_card_fact(card, "Agreement",
                  ahd_field_text(json_object_get(d, "agreement"), "id"));
    ahd_buf_printf(&text, "%.*s to %.*s", AHD_STR_ARG(first),
                   AHD_STR_ARG(last));
    ahd_card_fact(card, "Days", ahd_buf_str(&text));
    ahd_buf_clear(&text);
    ahd_str name = ahd_field_text(rung, "name");
    ahd_buf_printf(&text, "%.*s (%" PRId64 " of %d)", AHD_STR_ARG(name),
                   ahd_field_number(rung, "n"), RUNGS);
    ahd_card_fact(card, "Rung", ahd_buf_str(&text));
    ahd_buf_clear(&text);
    ahd_buf_printf(
        &text,
        "%" PRId64 " of %" PRId64 " sides; %" PRId64 " independent stories",
        ahd_field_number(d, "claimants"), ahd_field_number(d, "sides"),
        ahd_field_number(d, "stories"));
    ahd_card_fact(card, "Claimants", ahd_buf_str(&text));
    ahd_buf_finish(&text);
}

static void write_who(ahd_card *card, const json_t *who, const json_t *side)
{
    ahd_str name = name_of(who), of = name_of(side);

    ahd_card_text(card, name.len > 0 ? name : AHD_STR("nobody named"));
    if (of.len > 0 && !ahd_str_eq(name, of)) {
        ahd_buf_byte(&card->out, ',');
        ahd_card_text(card, of);
    }
}

static void write_telling(ahd_card *card, const json_t *telling)
{
    ahd_card_line(card, 5);
    ahd_card_soft(card, ahd_field_text(telling, "told"));
    ahd_card_soft(card, name_of(json_object_get(telling, "outlet")));
    ahd_card_soft(card, AHD_STR("document"));
    ahd_card_soft(card, ahd_field_text(telling, "document"));
    ahd_terminal_ink(&card->out, card->style, AHD_INK_SOFT);
    ahd_buf_printf(&card->out, ", act %" PRId64,
                   ahd_field_number(telling, "n"));
    ahd_terminal_ink(&card->out, card->style, AHD_INK_PLAIN);
}

/* The words of the first, and where all stand. */
static void write_tellings(ahd_card *card, const json_t *row)
{
    const json_t *list = ahd_field_list(row, "tellings"), *telling;
    size_t i;

    ahd_buf_byte(&card->out, '\n');
    ahd_terminal_wrap(&card->out,
                      ahd_field_text(json_array_get(list, 0), "sentence"), 6,
                      card->style);
    ahd_field_each(list, i, telling)
    {
        if (i == 0)
            card->out.len -=
                card->out.len > 0 && card->out.ptr[card->out.len - 1] == '\n';
        write_telling(card, telling);
    }
}

static void write_claim(ahd_card *card, const json_t *claim)
{
    const json_t *list = ahd_field_list(claim, "commitments"), *one;
    size_t i;

    ahd_card_text(card, ahd_field_text(claim, "day"));
    ahd_buf_byte(&card->out, ' ');
    write_who(card, json_object_get(claim, "claimant"),
              json_object_get(claim, "side"));
    ahd_terminal_ink(&card->out, card->style,
                     ahd_terminal_act(AHD_STR("accuse")));
    ahd_card_text(card, in_words("claim.says", ahd_field_text(claim, "act")));
    ahd_terminal_ink(&card->out, card->style, AHD_INK_PLAIN);
    ahd_card_soft(card, in_words("claim.kinds", ahd_field_text(claim, "kind")));
    ahd_field_each(list, i, one)
    {
        ahd_card_soft(card, AHD_STR("clause"));
        ahd_card_text(card, ahd_field_text(one, "n"));
        ahd_card_soft(card, ahd_field_text(one, "how"));
    }
    if (ahd_field_true(claim, "accused_inferred"))
        ahd_card_soft(card, AHD_STR("(the accused is inferred)"));
    write_tellings(card, claim);
}

static void write_reply(ahd_card *card, const json_t *reply)
{
    ahd_card_text(card, ahd_field_text(reply, "day"));
    ahd_buf_byte(&card->out, ' ');
    ahd_card_text(card, in_words("reply.kinds", ahd_field_text(reply, "kind")));
    ahd_buf_byte(&card->out, ':');
    write_who(card, json_object_get(reply, "who"),
              json_object_get(reply, "side"));
    ahd_card_soft(card, in_words("reply.how", ahd_field_text(reply, "how")));
    write_tellings(card, reply);
}

static void write_no_reply(ahd_card *card, const json_t *none)
{
    ahd_str from = ahd_field_text(none, "from"),
            to = ahd_field_text(none, "to");

    if (!json_is_object(none))
        return;
    ahd_card_heading(card, "No reply found");
    ahd_card_line(card, 2);
    ahd_buf_printf(&card->out,
                   "in %" PRId64 " documents about the agreement from %.*s to "
                   "%.*s; the accused side speaks or acts in %" PRId64
                   " of them",
                   ahd_field_number(none, "documents"), AHD_STR_ARG(from),
                   AHD_STR_ARG(to), ahd_field_number(none, "by_accused"));
}

static void write_counter(ahd_card *card, const json_t *id)
{
    ahd_card_text(card, ahd_field_string(id));
}

ahd_status ahd_card_dispute(ahd_card *card, const json_t *d, ahd_error *error)
{
    ahd_buf title = AHD_BUF(1 << 14);
    const json_t *agreement = json_object_get(d, "agreement");
    ahd_str accused = name_of(json_object_get(d, "accused"));
    ahd_str name = name_of(agreement);

    (void)error;
    ahd_buf_printf(
        &title, "%.*s is said to have broken: %.*s",
        AHD_STR_ARG(accused.len ? accused : AHD_STR("Somebody not named")),
        AHD_STR_ARG(name));
    ahd_card_title(card, ahd_buf_str(&title),
                   ahd_field_text(json_object_get(agreement, "name"), "ar"));
    ahd_buf_finish(&title);
    write_facts(card, d);
    ahd_card_rows(card, "Claims", ahd_field_list(d, "claims"), write_claim);
    ahd_card_rows(card, "Replies", ahd_field_list(d, "replies"), write_reply);
    write_no_reply(card, json_object_get(d, "no_reply"));
    ahd_card_rows(card, "The other side's claims", ahd_field_list(d, "counter"),
                  write_counter);
    ahd_card_line(card, 0);
    return AHD_OK;
}
