#include "cli/card.h"

#include "web/deadline.h"
#include "web/wording.h"

#include <inttypes.h>

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
    ahd_card_fact(
        card, "In force",
        ahd_field_text(json_object_get(agreement, "effective"), "date"));
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

static void write_exceptions(ahd_card *card, const json_t *commitment)
{
    const json_t *list = ahd_field_list(commitment, "exceptions"), *one;
    size_t i;

    ahd_field_each(list, i, one)
    {
        ahd_buf_add(&card->out, AHD_STR("\n      except\n"));
        ahd_terminal_wrap(&card->out, ahd_card_name(one), 8, card->style);
        card->out.len--; /* the line is ended by what follows */
    }
}

static void write_commitment(ahd_card *card, const json_t *one)
{
    ahd_card_text(card, ahd_field_text(one, "n"));
    ahd_buf_byte(&card->out, '\n');
    ahd_terminal_wrap(&card->out, ahd_card_name(one), 6, card->style);
    write_bound(card, one);
    write_deadline(card, one);
    write_exceptions(card, one);
}

static void write_relation(ahd_card *card, const json_t *one)
{
    ahd_card_text(card, in_words("relation", ahd_field_text(one, "type")));
    ahd_buf_byte(&card->out, ':');
    ahd_card_text(card, ahd_card_name(one));
    ahd_card_soft(card, ahd_field_text(one, "id"));
}

/* ------------------------------------------- what the record makes of it */

static void write_standing(ahd_card *card, const json_t *one)
{
    const json_t *list = ahd_field_list(one, "evidence"), *evidence;
    size_t i;

    ahd_card_text(card, ahd_field_text(one, "n"));
    ahd_buf_byte(&card->out, ' ');
    ahd_card_text(card,
                  in_words("commitment.status", ahd_field_text(one, "status")));
    ahd_card_soft(card, ahd_field_text(one, "because"));
    ahd_field_each(list, i, evidence)
    {
        ahd_card_line(card, 5);
        ahd_card_text(card, ahd_field_text(evidence, "day"));
        ahd_card_text(card, ahd_field_text(evidence, "role"));
        ahd_card_soft(card, AHD_STR("says"));
        ahd_card_text(card, ahd_card_name(json_object_get(
                                json_object_get(evidence, "who"), "name")));
        ahd_card_soft(
            card, in_words("claim.kinds", ahd_field_text(evidence, "kind")));
        ahd_card_soft(card, ahd_field_text(evidence, "how"));
    }
}

/* Those of which nothing is said are listed with the agreement's facts. */
static void drop_silent(json_t *list)
{
    for (size_t i = json_array_size(list); i-- > 0;) {
        const json_t *one = json_array_get(list, i);
        if (json_array_size(ahd_field_list(one, "evidence")) == 0 &&
            !ahd_str_eq(ahd_field_text(one, "status"), AHD_STR("due")))
            json_array_remove(list, i);
    }
}

static ahd_status write_standings(ahd_card *card, ahd_error *error)
{
    ahd_buf text = AHD_BUF(AHD_CARD_BYTES);
    json_t *list = NULL;

    if (card->record == NULL)
        return AHD_OK;
    ahd_status status =
        ahd_record_commitments(card->record, card->id, NULL, &text, error);
    if (status == AHD_OK)
        status = ahd_field_parse(&text, &list, error);
    drop_silent(list);
    if (status == AHD_OK)
        ahd_card_rows(card, "Commitments by what the record says", list,
                      write_standing);
    json_decref(list);
    ahd_buf_finish(&text);
    return status;
}

struct disputes {
    ahd_card *card;
    size_t count;
};

static bool write_dispute(void *context, const ahd_dispute_row *row)
{
    struct disputes *all = context;

    if (all->count++ == 0)
        ahd_card_heading(all->card, "Disputes");
    ahd_card_line(all->card, 1);
    ahd_card_text(all->card, row->id);
    ahd_card_line(all->card, 5);
    ahd_card_soft(all->card, row->rung);
    ahd_terminal_ink(&all->card->out, all->card->style, AHD_INK_SOFT);
    ahd_buf_printf(&all->card->out,
                   "; %" PRId64 " claims, %" PRId64
                   " independent stories, %" PRId64 " replies",
                   row->claims, row->stories, row->replies);
    ahd_terminal_ink(&all->card->out, all->card->style, AHD_INK_PLAIN);
    return true;
}

static ahd_status write_disputes(ahd_card *card, ahd_error *error)
{
    const ahd_filter filter = {.agreement = card->id, .limit = INT64_MAX};
    struct disputes all = {.card = card};

    if (card->record == NULL)
        return AHD_OK;
    return ahd_record_disputes(card->record, &filter, write_dispute, &all,
                               error);
}

static void write_process(ahd_card *card, const json_t *one)
{
    ahd_card_text(card, ahd_card_name(one));
    ahd_card_soft(card, ahd_field_text(one, "id"));
}

/* "original, en, 2015-07-20: S/RES/2231 (2015), annex A" */
static void write_text(ahd_card *card, const json_t *one)
{
    static const char *const parts[] = {"lang", "date"};
    ahd_str at = ahd_field_text(one, "at");

    ahd_card_text(card, in_words("text.is", ahd_field_text(one, "is")));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        ahd_str part = ahd_field_text(one, parts[i]);
        if (part.len == 0)
            continue;
        ahd_buf_byte(&card->out, ',');
        ahd_card_text(card, part);
    }
    if (at.len > 0)
        ahd_buf_byte(&card->out, ':');
    ahd_card_text(card, at);
}

/* "deadline 2b: 90 days (news of October 2020)" */
static void write_value(ahd_card *card, const json_t *one)
{
    ahd_str n = ahd_field_text(one, "field"), field = ahd_str_cut(&n, ' ');

    ahd_card_text(card, in_words("field", field));
    ahd_card_text(card, n);
    ahd_buf_byte(&card->out, ':');
    ahd_card_text(card, ahd_field_text(one, "value"));
    ahd_card_soft(card, ahd_field_text(one, "source"));
}

/* ------------------------------------------------- what documents say of it */

/* "okaz (a54a…), aawsat (b1c2…) and 3 more" */
static void write_documents(ahd_card *card, const json_t *one)
{
    const json_t *list = ahd_field_list(one, "documents"), *document;
    json_int_t count = json_integer_value(json_object_get(one, "count"));
    enum { SHOWN = 3 };
    size_t i;

    ahd_field_each(list, i, document)
    {
        if (i < SHOWN)
            ahd_card_soft(card, ahd_field_text(document, "id"));
    }
    if (count > SHOWN)
        ahd_buf_printf(&card->out, " +%lld", (long long)count - SHOWN);
}

static void write_told(ahd_card *card, const json_t *one)
{
    ahd_str field = ahd_field_text(one, "field");
    ahd_str value = ahd_field_text(one, "value");

    if (ahd_str_eq(field, AHD_STR("kind")))
        value = in_words("agreement.kinds", value);
    ahd_card_text(card, in_words("field", field));
    ahd_buf_byte(&card->out, ':');
    ahd_card_text(card, value);
    write_documents(card, one);
}

static void write_told_party(ahd_card *card, const json_t *one)
{
    ahd_card_text(card, ahd_card_name(one));
    ahd_buf_byte(&card->out, ':');
    ahd_card_text(card, in_words("party.states", ahd_field_text(one, "state")));
    write_documents(card, one);
}

static void write_all_told(ahd_card *card, const json_t *agreement)
{
    const json_t *told = json_object_get(agreement, "told");

    ahd_card_rows(card, "Documents say", ahd_field_list(told, "values"),
                  write_told);
    ahd_card_rows(card, "Documents say of parties",
                  ahd_field_list(told, "parties"), write_told_party);
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
    ahd_card_rows(card, "Sources differ", ahd_field_list(agreement, "values"),
                  write_value);
    ahd_card_rows(card, "Processes", ahd_field_list(agreement, "processes"),
                  write_process);
    ahd_card_rows(card, "Texts", ahd_field_list(agreement, "texts"),
                  write_text);
    write_all_told(card, agreement);
    AHD_TRY(write_standings(card, error));
    AHD_TRY(write_disputes(card, error));
    return ahd_card_acts(card, &filter, error);
}
