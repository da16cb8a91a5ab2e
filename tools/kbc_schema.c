/* kbc_schema.c - the tables of data/ and their columns; data/README.md in C.
 * Verbs come before what expands them (cues, acts). */
#include "kbc.h"
#include "kbc_emit.h"

#include "kb/names.h"

#include <stddef.h>

#define TEXT(name, row, field)                                                 \
    {                                                                          \
        name, KBC_TEXT, offsetof(row, field), NULL, NULL                       \
    }
#define KEY(name, row, field)                                                  \
    {                                                                          \
        name, KBC_KEY, offsetof(row, field), NULL, NULL                        \
    }
#define DAY(name, row, field)                                                  \
    {                                                                          \
        name, KBC_DAY, offsetof(row, field), NULL, NULL                        \
    }
#define REAL(name, row, field)                                                 \
    {                                                                          \
        name, KBC_REAL, offsetof(row, field), NULL, NULL                       \
    }
#define REF(name, row, field, to)                                              \
    {                                                                          \
        name, KBC_REF, offsetof(row, field), to, NULL                          \
    }
#define NEED(name, row, field, to)                                             \
    {                                                                          \
        name, KBC_NEED_REF, offsetof(row, field), to, NULL                     \
    }
#define ENUM(name, row, field, values)                                         \
    {                                                                          \
        name, KBC_ENUM, offsetof(row, field), NULL, values                     \
    }
#define CELL(name)                                                             \
    {                                                                          \
        name, KBC_CELL, 0, NULL, NULL                                          \
    }
#define LANG(row) ENUM("lang", row, lang, ahd_names_lang)
#define SOURCE(row) TEXT("source", row, source)

#define TABLE(folder, table, row) folder, AHD_KB_SECTION_##table, sizeof(row)

const kbc_table kbc_tables[] = {
    {TABLE("actors", actors, ahd_actor),
     {KEY("id", ahd_actor, id),
      ENUM("type", ahd_actor, type, ahd_names_actor_type),
      TEXT("country", ahd_actor, country), REF("of", ahd_actor, of, "actors"),
      TEXT("portfolio", ahd_actor, portfolio), TEXT("en", ahd_actor, en),
      TEXT("ar", ahd_actor, ar), DAY("since", ahd_actor, since),
      DAY("until", ahd_actor, until), SOURCE(ahd_actor)},
     kbc_emit_actor},
    {TABLE("names", names, ahd_name),
     {NEED("actor", ahd_name, actor, "actors"), LANG(ahd_name),
      ENUM("kind", ahd_name, kind, ahd_names_name_kind),
      TEXT("name", ahd_name, name), SOURCE(ahd_name)},
     kbc_emit_name},
    {TABLE("demonyms", demonyms, ahd_demonym),
     {NEED("actor", ahd_demonym, actor, "actors"), LANG(ahd_demonym),
      TEXT("form", ahd_demonym, form), SOURCE(ahd_demonym)},
     kbc_emit_demonym},
    {TABLE("roles", roles, ahd_role),
     {KEY("id", ahd_role, id),
      ENUM("kind", ahd_role, kind, ahd_names_role_kind),
      ENUM("held", ahd_role, held, ahd_names_role_held),
      TEXT("portfolio", ahd_role, portfolio), TEXT("ar", ahd_role, ar),
      TEXT("en", ahd_role, en), SOURCE(ahd_role)},
     kbc_emit_role},
    {TABLE("posts", posts, ahd_post),
     {NEED("person", ahd_post, person, "actors"),
      NEED("role", ahd_post, role, "roles"), REF("of", ahd_post, of, "actors"),
      DAY("since", ahd_post, since), DAY("until", ahd_post, until),
      SOURCE(ahd_post)},
     NULL},
    {TABLE("ties", ties, ahd_tie),
     {NEED("actor", ahd_tie, actor, "actors"),
      ENUM("kind", ahd_tie, kind, ahd_names_tie_kind),
      NEED("of", ahd_tie, of, "actors"), DAY("since", ahd_tie, since),
      DAY("until", ahd_tie, until), SOURCE(ahd_tie)},
     NULL},
    {TABLE("titles", titles, ahd_title),
     {LANG(ahd_title), ENUM("kind", ahd_title, kind, ahd_names_title_kind),
      TEXT("form", ahd_title, form), SOURCE(ahd_title)},
     kbc_emit_title},
    {TABLE("heads", heads, ahd_head),
     {ENUM("use", ahd_head, use, ahd_names_head_use),
      ENUM("type", ahd_head, type, ahd_names_actor_type),
      TEXT("portfolio", ahd_head, portfolio),
      ENUM("alone", ahd_head, alone, ahd_names_head_alone), LANG(ahd_head),
      TEXT("form", ahd_head, form)},
     kbc_emit_head},
    {TABLE("places", places, ahd_place),
     {KEY("id", ahd_place, id), TEXT("type", ahd_place, type),
      TEXT("country", ahd_place, country), TEXT("ar", ahd_place, ar),
      TEXT("en", ahd_place, en), TEXT("also", ahd_place, also),
      REAL("lat", ahd_place, lat), REAL("lon", ahd_place, lon),
      REAL("people", ahd_place, people), SOURCE(ahd_place)},
     kbc_emit_place},
    {TABLE("agreements", agreements, ahd_agreement),
     {KEY("id", ahd_agreement, id),
      TEXT("kind", ahd_agreement, kind),
      TEXT("country", ahd_agreement, country),
      {"date", KBC_PARTIAL_DAY, offsetof(ahd_agreement, date), NULL, NULL},
      TEXT("precision", ahd_agreement, precision),
      TEXT("place", ahd_agreement, place),
      TEXT("ar", ahd_agreement, ar),
      TEXT("en", ahd_agreement, en),
      TEXT("confidence", ahd_agreement, confidence),
      TEXT("status", ahd_agreement, status),
      SOURCE(ahd_agreement)},
     kbc_emit_agreement},
    {TABLE("agreement-names", agreement_names, ahd_agreement_name),
     {NEED("agreement", ahd_agreement_name, agreement, "agreements"),
      LANG(ahd_agreement_name), TEXT("name", ahd_agreement_name, name),
      SOURCE(ahd_agreement_name)},
     kbc_emit_agreement_name},
    {TABLE("parties", parties, ahd_party),
     {NEED("agreement", ahd_party, agreement, "agreements"),
      ENUM("role", ahd_party, role, ahd_names_party_role),
      REF("actor", ahd_party, actor, "actors"), TEXT("name", ahd_party, name),
      TEXT("state", ahd_party, state), SOURCE(ahd_party)},
     NULL},
    {TABLE("topics", topics, ahd_topic),
     {TEXT("topic", ahd_topic, topic), LANG(ahd_topic),
      TEXT("form", ahd_topic, form)},
     kbc_emit_topic},
    {TABLE("commitments", commitments, ahd_commitment),
     {NEED("agreement", ahd_commitment, agreement, "agreements"),
      TEXT("n", ahd_commitment, n), TEXT("bound", ahd_commitment, bound),
      TEXT("deadline", ahd_commitment, deadline),
      TEXT("topics", ahd_commitment, topics), TEXT("en", ahd_commitment, en),
      TEXT("ar", ahd_commitment, ar), SOURCE(ahd_commitment)},
     kbc_emit_commitment},
    {TABLE("relations", relations, ahd_relation),
     {NEED("agreement", ahd_relation, agreement, "agreements"),
      TEXT("type", ahd_relation, type),
      NEED("other", ahd_relation, other, "agreements"), SOURCE(ahd_relation)},
     NULL},
    {TABLE("effective", effects, ahd_effect),
     {NEED("agreement", ahd_effect, agreement, "agreements"),
      DAY("date", ahd_effect, date), SOURCE(ahd_effect)},
     NULL},
    {TABLE("processes", processes, ahd_process),
     {KEY("id", ahd_process, id), TEXT("ar", ahd_process, ar),
      TEXT("en", ahd_process, en), TEXT("country", ahd_process, country),
      SOURCE(ahd_process)},
     NULL},
    {TABLE("agreement-processes", memberships, ahd_membership),
     {NEED("agreement", ahd_membership, agreement, "agreements"),
      NEED("process", ahd_membership, process, "processes"),
      SOURCE(ahd_membership)},
     NULL},
    {TABLE("texts", versions, ahd_version),
     {NEED("agreement", ahd_version, agreement, "agreements"),
      TEXT("version", ahd_version, version), TEXT("lang", ahd_version, lang),
      DAY("date", ahd_version, date),
      ENUM("is", ahd_version, is, ahd_names_text_is),
      TEXT("at", ahd_version, at), SOURCE(ahd_version)},
     NULL},
    {TABLE("exceptions", exemptions, ahd_exemption),
     {NEED("agreement", ahd_exemption, agreement, "agreements"),
      TEXT("n", ahd_exemption, n), TEXT("en", ahd_exemption, en),
      TEXT("ar", ahd_exemption, ar), SOURCE(ahd_exemption)},
     NULL},
    {TABLE("values", differings, ahd_differing),
     {NEED("agreement", ahd_differing, agreement, "agreements"),
      TEXT("field", ahd_differing, field), TEXT("value", ahd_differing, value),
      TEXT("ar", ahd_differing, ar), SOURCE(ahd_differing)},
     NULL},
    {"agreement-nouns",
     -1,
     0,
     {CELL("kind"), CELL("lang"), CELL("form"), CELL("use")},
     kbc_emit_agreement_noun},
    {TABLE("verbs", verbs, ahd_verb),
     {LANG(ahd_verb), KEY("lemma", ahd_verb, lemma),
      TEXT("past", ahd_verb, past), TEXT("present", ahd_verb, present),
      TEXT("masdar", ahd_verb, masdar), TEXT("agent", ahd_verb, agent),
      TEXT("patient", ahd_verb, patient)},
     kbc_emit_verb},
    {"classes",
     -1,
     0,
     {CELL("class"), CELL("lang"), CELL("form")},
     kbc_emit_class},
    {"cues", -1, 0, {CELL("class"), CELL("lang"), CELL("form")}, kbc_emit_cue},
    {"media",
     -1,
     0,
     {CELL("medium"), CELL("lang"), CELL("form")},
     kbc_emit_medium},
    {"times",
     -1,
     0,
     {CELL("kind"), CELL("value"), CELL("lang"), CELL("form")},
     kbc_emit_time},
    {"numbers",
     -1,
     0,
     {CELL("kind"), CELL("value"), CELL("lang"), CELL("form")},
     kbc_emit_number},
    {TABLE("acts", rules, ahd_rule),
     {KEY("id", ahd_rule, id), ENUM("act", ahd_rule, act, ahd_names_act),
      ENUM("mode", ahd_rule, mode, ahd_names_mode), LANG(ahd_rule),
      TEXT("trigger", ahd_rule, trigger), TEXT("frame", ahd_rule, frame),
      TEXT("need", ahd_rule, need), REAL("confidence", ahd_rule, confidence),
      TEXT("example", ahd_rule, example)},
     kbc_emit_rule},
    {TABLE("events", event_rules, ahd_event_rule),
     {KEY("id", ahd_event_rule, id),
      ENUM("type", ahd_event_rule, type, ahd_names_event),
      TEXT("mode", ahd_event_rule, mode), LANG(ahd_event_rule),
      TEXT("trigger", ahd_event_rule, trigger),
      TEXT("frame", ahd_event_rule, frame), TEXT("need", ahd_event_rule, need),
      REAL("confidence", ahd_event_rule, confidence),
      TEXT("example", ahd_event_rule, example)},
     kbc_emit_event},
    {"event-words",
     -1,
     0,
     {CELL("class"), CELL("lang"), CELL("form")},
     kbc_emit_event_word},
    {TABLE("codes", codings, ahd_coding),
     {TEXT("what", ahd_coding, what), TEXT("mode", ahd_coding, mode),
      TEXT("modality", ahd_coding, modality), TEXT("about", ahd_coding, about),
      TEXT("plover", ahd_coding, plover), TEXT("cameo", ahd_coding, cameo),
      TEXT("acled", ahd_coding, acled), TEXT("lost", ahd_coding, lost)},
     NULL},
    {TABLE("furniture", furnishings, ahd_furnishing),
     {TEXT("kind", ahd_furnishing, kind), LANG(ahd_furnishing),
      TEXT("form", ahd_furnishing, form)},
     NULL},
    {TABLE("credits", creditings, ahd_crediting),
     {TEXT("kind", ahd_crediting, kind), TEXT("value", ahd_crediting, value),
      TEXT("lang", ahd_crediting, lang), TEXT("form", ahd_crediting, form)},
     NULL},
    {NULL, 0, 0, {{NULL, KBC_CELL, 0, NULL, NULL}}, NULL},
};
