#include "cli/card.h"

#include "web/wording.h"

static void write_since(ahd_card *card, const json_t *from)
{
    ahd_str since = ahd_field_text(from, "since");
    ahd_str until = ahd_field_text(from, "until");

    if (since.len > 0 || until.len > 0)
        ahd_buf_printf(&card->out, "  %.*s to %.*s", AHD_STR_ARG(since),
                       AHD_STR_ARG(until));
}

static ahd_str owner(const json_t *from)
{
    const json_t *of = json_object_get(from, "of");

    return json_is_string(of) ? ahd_field_string(of) : ahd_card_name(of);
}

static void write_name(ahd_card *card, const json_t *name)
{
    ahd_card_text(card, ahd_field_text(name, "name"));
    ahd_card_soft(card, ahd_wording_of(AHD_EN, "name.kinds",
                                       ahd_field_text(name, "kind")));
}

static void write_post(ahd_card *card, const json_t *post)
{
    ahd_card_text(card, ahd_card_name(post));
    ahd_buf_byte(&card->out, ',');
    ahd_card_text(card, owner(post));
    write_since(card, post);
}

static void write_holder(ahd_card *card, const json_t *post)
{
    ahd_card_text(card, ahd_card_name(post));
    ahd_buf_byte(&card->out, ',');
    ahd_card_text(card, ahd_card_name(json_object_get(post, "person")));
    write_since(card, post);
}

static void write_tie(ahd_card *card, const json_t *tie)
{
    ahd_card_text(card, ahd_card_name(json_object_get(tie, "actor")));
    ahd_card_soft(card,
                  ahd_wording_of(AHD_EN, "tie", ahd_field_text(tie, "kind")));
    ahd_card_text(card, ahd_card_name(json_object_get(tie, "of")));
    write_since(card, tie);
}

ahd_status ahd_card_actor(ahd_card *card, const json_t *actor, ahd_error *error)
{
    ahd_filter filter = {.actor = card->id, .limit = INT64_MAX};
    ahd_str type = ahd_field_text(actor, "type");
    ahd_str country = ahd_field_text(actor, "country");

    ahd_card_title(card, ahd_field_text(actor, "en"),
                   ahd_field_text(actor, "ar"));
    ahd_card_fact(card, "Id", ahd_field_text(actor, "id"));
    ahd_card_fact(card, "Kind", ahd_wording_of(AHD_EN, "actor.kinds", type));
    ahd_card_fact(card, "Country", ahd_wording_of(AHD_EN, "country", country));
    ahd_card_fact(card, "Belongs to", owner(actor));
    ahd_card_fact(card, "Since", ahd_field_text(actor, "since"));
    ahd_card_fact(card, "Until", ahd_field_text(actor, "until"));
    ahd_card_fact(card, "Source", ahd_field_text(actor, "source"));
    ahd_card_rows(card, "Names", ahd_field_list(actor, "names"), write_name);
    ahd_card_rows(card, "Posts", ahd_field_list(actor, "posts"), write_post);
    ahd_card_rows(card, "Offices and their holders",
                  ahd_field_list(actor, "holders"), write_holder);
    ahd_card_rows(card, "Ties", ahd_field_list(actor, "ties"), write_tie);
    return ahd_card_acts(card, &filter, error);
}
