#include "cli/card.h"

#include "web/deadline.h"
#include "web/wording.h"

static ahd_str in_words(const char *group, ahd_str value)
{
    return value.len ? ahd_wording_of(AHD_EN, group, value) : value;
}

/* "ly|qa": a fact each. */
static void write_countries(ahd_card *card, ahd_str countries)
{
    const char *name = "Country";

    while (countries.len > 0) {
        ahd_str one = ahd_str_cut(&countries, '|');
        ahd_card_fact(card, name, ahd_wording_of(AHD_EN, "country", one));
        name = "";
    }
}

static void write_facts(ahd_card *card, const json_t *agreement)
{
    const json_t *place = json_object_get(agreement, "place");
    bool found = ahd_field_true(agreement, "found");
    ahd_str sure = ahd_field_text(agreement, "confidence");

    ahd_card_fact(card, "Id", ahd_field_text(agreement, "id"));
    ahd_card_fact(
        card, "Kind",
        in_words("agreement.kinds", ahd_field_text(agreement, "kind")));
    ahd_card_fact(card, "Date", ahd_field_text(agreement, "date"));
    ahd_card_fact(card, "Place",
                  json_is_string(place) ? ahd_field_string(place)
                                        : ahd_card_name(place));
    write_countries(card, ahd_field_text(agreement, "country"));
    ahd_card_fact(card, "Status", ahd_field_text(agreement, "status"));
    ahd_card_fact(card, "Source", ahd_field_text(agreement, "source"));
    if (found)
        ahd_card_fact(card, "Note", ahd_wording_get(AHD_EN, "agreement.found"));
    else if (!ahd_str_eq(sure, AHD_STR("checked")))
        ahd_card_fact(card, "Note", ahd_wording_get(AHD_EN, "agreement.check"));
}

static void write_names(ahd_card *card, const json_t *agreement)
{
    const json_t *names = ahd_field_list(agreement, "names"), *name;
    size_t i;

    ahd_field_each(names, i, name)
        ahd_card_fact(card, i == 0 ? "Also" : "", ahd_field_text(name, "name"));
}

static void write_party(ahd_card *card, const json_t *party)
{
    ahd_str state = ahd_field_text(party, "state");
    ahd_str role = ahd_field_text(party, "role");

    ahd_card_text(card, ahd_card_name(party));
    ahd_buf_byte(&card->out, ',');
    ahd_card_text(card, in_words("party.roles", role));
    if (state.len > 0) {
        ahd_buf_byte(&card->out, ':');
        ahd_card_text(card, in_words("party.states", state));
    }
    ahd_card_soft(card, ahd_field_text(party, "actor"));
}

static void write_bound(ahd_card *card, const json_t *commitment)
{
    const json_t *list = ahd_field_list(commitment, "bound"), *actor;
    size_t i;

    ahd_buf_add(&card->out, AHD_STR("      binds"));
    if (json_array_size(list) == 0)
        ahd_buf_add(&card->out, AHD_STR(" all parties"));
    ahd_field_each(list, i, actor)
    {
        if (i > 0)
            ahd_buf_byte(&card->out, ',');
        ahd_card_text(card, ahd_card_name(actor));
    }
}

static void write_deadline(ahd_card *card, const json_t *commitment)
{
    ahd_str rule = ahd_field_text(commitment, "rule");
    ahd_str day = ahd_field_text(commitment, "deadline");

    if (rule.len == 0 && day.len == 0)
        return;
    ahd_buf_printf(&card->out, "; due %.*s", AHD_STR_ARG(day));
    if (rule.len > 0 && !ahd_str_starts(rule, AHD_STR("date:"))) {
        ahd_buf_add(&card->out, day.len ? AHD_STR(" (") : AHD_STR("("));
        ahd_deadline_write(&card->out, AHD_EN, rule);
        ahd_buf_byte(&card->out, ')');
    }
}

static void write_commitment(ahd_card *card, const json_t *one)
{
    ahd_card_text(card, ahd_field_text(one, "n"));
    ahd_buf_byte(&card->out, '\n');
    ahd_terminal_wrap(&card->out, ahd_card_name(one), 6, card->style);
    write_bound(card, one);
    write_deadline(card, one);
}

static void write_relation(ahd_card *card, const json_t *one)
{
    ahd_card_text(card, in_words("relation", ahd_field_text(one, "type")));
    ahd_buf_byte(&card->out, ':');
    ahd_card_text(card, ahd_card_name(one));
    ahd_card_soft(card, ahd_field_text(one, "id"));
}

ahd_status ahd_card_agreement(ahd_card *card, const json_t *agreement,
                              ahd_error *error)
{
    ahd_filter filter = {.agreement = card->id, .limit = INT64_MAX};

    ahd_card_title(card, ahd_field_text(agreement, "en"),
                   ahd_field_text(agreement, "ar"));
    write_facts(card, agreement);
    write_names(card, agreement);
    ahd_card_rows(card, "Parties", ahd_field_list(agreement, "parties"),
                  write_party);
    ahd_card_rows(card, "Commitments", ahd_field_list(agreement, "commitments"),
                  write_commitment);
    ahd_card_rows(card, "Related", ahd_field_list(agreement, "relations"),
                  write_relation);
    return ahd_card_acts(card, &filter, error);
}
