#include "kb/names.h"

#include "kb/kb.h"

#include <stddef.h>

const char *const ahd_names_actor_type[] = {
    "state",      "government", "ministry",     "army",   "group",  "party",
    "parliament", "court",      "organisation", "outlet", "agency", "person",
    "delegation", NULL};
const char *const ahd_names_name_kind[] = {
    "official", "short", "hostile", "translit", "acronym", "contested", NULL};
const char *const ahd_names_role_kind[] = {
    "head_of_state", "head_of_government",
    "minister",      "deputy",
    "spokesman",     "commander",
    "envoy",         "ambassador",
    "speaker",       "head_of_delegation",
    "leader",        "member",
    "official",      NULL};
const char *const ahd_names_tie_kind[] = {"acts_for", "part_of", "owned_by",
                                          NULL};
const char *const ahd_names_title_kind[] = {"rank", "honorific", NULL};
const char *const ahd_names_head_use[] = {"of_state", "is_state", "part",
                                          "office",   "body",     "crowd",
                                          "person",   "again",    NULL};
const char *const ahd_names_role_held[] = {"one", "each", "many", NULL};
const char *const ahd_names_head_alone[] = {"no", "definite", "yes", NULL};
const char *const ahd_names_party_role[] = {
    "party",   "third_party", "guarantor", "mediator",
    "witness", "signatory",   "monitor",   NULL};
const char *const ahd_names_signature_state[] = {
    "-",       "signed", "initialled", "reached",  "announced", "ratified",
    "acceded", "verbal", "absent",     "withdrew", NULL};
const char *const ahd_names_text_is[] = {
    "original", "translation", "draft", "annex", "amended", "published", NULL};
const char *const ahd_names_noun_kind[] = {
    "agreement",  "ceasefire", "truce",       "memorandum", "treaty",
    "resolution", "protocol",  "declaration", "outcome",    "roadmap",
    "initiative", "talks",     "contract",    NULL};
const char *const ahd_names_cue_class[] = {
    "say",   "stress", "announce", "deny",     "accuse", "demand", "warn",
    "claim", "hope",   "thank",    "continue", "via",    "no",     NULL};
const char *const ahd_names_class[] = {
#define X(name, text) text,
    AHD_CLASS_LIST(X)
#undef X
        NULL};
const char *const ahd_names_time_word[] = {
    "weekday",  "month",  "hijri_month", "unit",     "day_offset", "next",
    "last",     "this",   "ago",         "number",   "vague",      "part",
    "ordinal",  "season", "holiday",     "day_part", "meridiem",   "every",
    "rate",     "rest",   "later",       "since",    "until",      "within",
    "from_now", "clock",  "decade",      "now",      "few",        "whole",
    "fraction", "minus",  "week_of",     "less",     "more",       "mine",
    NULL};
const char *const ahd_names_number_word[] = {
#define X(name, text) text,
    AHD_NUMBER_WORD_LIST(X)
#undef X
        NULL};
const char *const ahd_names_medium[] = {
    "none",      "statement", "press_conference", "post",
    "interview", "speech",    "letter",           NULL};
const char *const ahd_names_act[] = {
    "sign",      "negotiate", "meet",    "mediate",  "commit", "demand",
    "implement", "accuse",    "breach",  "deny",     "reject", "suspend",
    "extend",    "support",   "condemn", "threaten", NULL};
const char *const ahd_names_mode[] = {"-",       "signed",    "initialled",
                                      "reached", "announced", "ratified",
                                      "acceded", NULL};
const char *const ahd_names_fn[] = {
#define X(name, text) text,
    AHD_FN_LIST(X)
#undef X
        NULL};
const char *const ahd_names_slot[] = {"none", "source", "target", "content",
                                      NULL};
const char *const ahd_names_need[] = {
#define X(name, text) text,
    AHD_NEED_LIST(X)
#undef X
        NULL};
const char *const ahd_names_event[] = {
#define X(name, text) text,
    AHD_EVENT_LIST(X)
#undef X
        NULL};
const char *const ahd_names_event_place[] = {
#define X(name, text) text,
    AHD_PLACE_LIST(X)
#undef X
        NULL};
const char *const ahd_names_event_word[] = {
#define X(name, text) text,
    AHD_EVENT_WORD_LIST(X)
#undef X
        NULL};
const char *const ahd_names_want[] = {
#define X(name, text) text,
    AHD_WANT_LIST(X)
#undef X
        NULL};
const char *const ahd_names_lang[] = {"-", "ar", "en", "other", NULL};

const char *ahd_kb_actor_type_name(uint32_t type)
{
    return ahd_names_actor_type[type];
}

const char *ahd_kb_party_role_name(uint32_t role)
{
    return ahd_names_party_role[role];
}

const char *ahd_kb_noun_kind_name(uint32_t kind)
{
    return ahd_names_noun_kind[kind];
}
