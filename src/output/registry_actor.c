#include "kb/names.h"
#include "output/registry.h"
#include "output/registry_card.h"

static void put_name(ahd_registry_card *c, uint32_t kind, uint32_t lang,
                     ahd_ref name, ahd_ref source)
{
    if (name.len == 0)
        return;
    ahd_writer_open(&c->w, '{');
    ahd_registry_card_ref(c, "name", name);
    ahd_writer_field(&c->w, "kind", ahd_str_from(ahd_names_name_kind[kind]));
    ahd_writer_field(&c->w, "lang", ahd_str_from(ahd_names_lang[lang]));
    ahd_registry_card_ref(c, "source", source);
    ahd_writer_close(&c->w, '}');
}

/* By kind, then Arabic before English, then as in the data. */
static void put_names(ahd_registry_card *c, uint32_t row, uint32_t kind,
                      uint32_t lang)
{
    for (uint32_t i = 0; i < c->kb->names.count; i++) {
        const ahd_name *n = ahd_kb_name_at(c->kb, i);
        if (n->actor == row && n->kind == kind && n->lang == lang)
            put_name(c, kind, lang, n->name, n->source);
    }
}

static void put_all_names(ahd_registry_card *c, uint32_t row)
{
    const ahd_actor *a = ahd_kb_actor_at(c->kb, row);

    ahd_registry_card_list(c, "names");
    put_name(c, AHD_NAME_OFFICIAL, AHD_LANG_AR, a->ar, a->source);
    put_name(c, AHD_NAME_OFFICIAL, AHD_LANG_EN, a->en, a->source);
    for (uint32_t kind = 0; ahd_names_name_kind[kind]; kind++)
        for (uint32_t lang = 0; ahd_names_lang[lang]; lang++)
            put_names(c, row, kind, lang);
    ahd_writer_close(&c->w, ']');
}

/* The first of several ways to say it: "وزير الداخلية|وزير داخلية". */
static void put_first(ahd_registry_card *c, const char *key, ahd_ref words)
{
    ahd_str rest = ahd_kb_str(c->kb, words);

    ahd_writer_field(&c->w, key, ahd_str_cut(&rest, '|'));
}

static void put_role(ahd_registry_card *c, uint32_t row)
{
    const ahd_role *role = ahd_kb_role_at(c->kb, row);

    ahd_registry_card_ref(c, "role", role->id);
    put_first(c, "ar", role->ar);
    put_first(c, "en", role->en);
}

static void put_term(ahd_registry_card *c, int32_t since, int32_t until,
                     ahd_ref source)
{
    ahd_writer_day(&c->w, "since", since);
    ahd_writer_day(&c->w, "until", until);
    ahd_registry_card_ref(c, "source", source);
}

static void put_post(ahd_registry_card *c, const ahd_post *post)
{
    ahd_writer_open(&c->w, '{');
    put_role(c, post->role);
    ahd_registry_card_other(c, "of", post->of);
    put_term(c, post->since, post->until, post->source);
    ahd_writer_close(&c->w, '}');
}

static void put_posts(ahd_registry_card *c, uint32_t row)
{
    ahd_registry_card_list(c, "posts");
    for (uint32_t i = 0; i < c->kb->posts.count; i++)
        if (ahd_kb_post_at(c->kb, i)->person == row)
            put_post(c, ahd_kb_post_at(c->kb, i));
    ahd_writer_close(&c->w, ']');
}

/* Who held which office of it: {"role","ar","en","person",since,until}. */
static void put_holders(ahd_registry_card *c, uint32_t row)
{
    ahd_registry_card_list(c, "holders");
    for (uint32_t i = 0; i < c->kb->posts.count; i++) {
        const ahd_post *post = ahd_kb_post_at(c->kb, i);
        if (post->of != row)
            continue;
        ahd_writer_open(&c->w, '{');
        put_role(c, post->role);
        ahd_registry_card_other(c, "person", post->person);
        put_term(c, post->since, post->until, post->source);
        ahd_writer_close(&c->w, '}');
    }
    ahd_writer_close(&c->w, ']');
}

static void put_tie(ahd_registry_card *c, const ahd_tie *tie)
{
    ahd_writer_open(&c->w, '{');
    ahd_writer_field(&c->w, "kind",
                     ahd_str_from(ahd_names_tie_kind[tie->kind]));
    ahd_registry_card_other(c, "actor", tie->actor);
    ahd_registry_card_other(c, "of", tie->of);
    put_term(c, tie->since, tie->until, tie->source);
    ahd_writer_close(&c->w, '}');
}

/* Its own, then those of others to it. */
static void put_ties(ahd_registry_card *c, uint32_t row)
{
    ahd_registry_card_list(c, "ties");
    for (uint32_t i = 0; i < c->kb->ties.count; i++)
        if (ahd_kb_tie_at(c->kb, i)->actor == row)
            put_tie(c, ahd_kb_tie_at(c->kb, i));
    for (uint32_t i = 0; i < c->kb->ties.count; i++)
        if (ahd_kb_tie_at(c->kb, i)->of == row)
            put_tie(c, ahd_kb_tie_at(c->kb, i));
    ahd_writer_close(&c->w, ']');
}

static bool is_of_slug(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

bool ahd_registry_is_stranger(ahd_str id)
{
    if (!ahd_str_starts(id, AHD_STR("~p-")) &&
        !ahd_str_starts(id, AHD_STR("~o-")))
        return false;
    for (size_t i = 3; i < id.len; i++)
        if (!is_of_slug(id.ptr[i]))
            return false;
    return id.len > 3;
}

/* Nothing but what the id itself says is known of it. */
void ahd_registry_stranger(ahd_str id, ahd_buf *out)
{
    ahd_registry_card c = {NULL, {.out = out}};
    bool person = ahd_str_starts(id, AHD_STR("~p"));

    ahd_writer_open(&c.w, '{');
    ahd_writer_field(&c.w, "id", id);
    ahd_writer_field(&c.w, "type",
                     person ? AHD_STR("unconfirmed-person")
                            : AHD_STR("unconfirmed-organisation"));
    ahd_writer_key(&c.w, "provisional");
    ahd_writer_bool(&c.w, true);
    ahd_registry_card_list(&c, "names");
    ahd_writer_close(&c.w, ']');
    ahd_registry_card_list(&c, "posts");
    ahd_writer_close(&c.w, ']');
    ahd_writer_close(&c.w, '}');
}

void ahd_registry_actor(const ahd_kb *kb, uint32_t row, ahd_buf *out)
{
    const ahd_actor *a = ahd_kb_actor_at(kb, row);
    ahd_registry_card c = {kb, {.out = out}};

    ahd_writer_open(&c.w, '{');
    ahd_registry_card_actor(&c, "id", row);
    ahd_writer_field(&c.w, "type",
                     ahd_str_from(ahd_kb_actor_type_name(a->type)));
    ahd_registry_card_ref(&c, "country", a->country);
    ahd_registry_card_ref(&c, "portfolio", a->portfolio);
    ahd_registry_card_other(&c, "of", a->of);
    ahd_writer_day(&c.w, "since", a->since);
    ahd_writer_day(&c.w, "until", a->until);
    ahd_registry_card_ref(&c, "source", a->source);
    put_all_names(&c, row);
    put_posts(&c, row);
    put_holders(&c, row);
    put_ties(&c, row);
    ahd_writer_close(&c.w, '}');
}
