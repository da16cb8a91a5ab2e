#include "linked.h"

#include "json_in.h"

#include <string.h>

/* What an object is, by its type: the ranks of what it says. */
typedef enum type {
    TYPE_NONE,
    TYPE_THING, /* passed over, but for its name */
    TYPE_SITE,  /* its name is the outlet's */
    TYPE_PAGE,
    TYPE_ARTICLE,
} type;

static const struct {
    const char *ending;
    type type;
} types[] = {
    {"Article", TYPE_ARTICLE},
    {"Posting", TYPE_ARTICLE},
    {"Report", TYPE_ARTICLE},
    {"Review", TYPE_ARTICLE},
    {"CreativeWork", TYPE_ARTICLE},
    {"Recipe", TYPE_ARTICLE},
    {"HowTo", TYPE_ARTICLE},
    {"Book", TYPE_THING},
    {"WebSite", TYPE_SITE},
    {"Organization", TYPE_SITE},
    {"Page", TYPE_PAGE},
    {"VideoObject", TYPE_PAGE},
};

typedef struct rule {
    const char *key;
    const char *from;
    ahd_meta_field field;
    int less; /* trusted by so much */
} rule;

static const rule rules[] = {
    {"headline", "JSON-LD headline", AHD_META_HEADLINE, 0},
    {"datePublished", "JSON-LD datePublished", AHD_META_PUBLISHED, 0},
    {"dateCreated", "JSON-LD dateCreated", AHD_META_PUBLISHED, 22},
    {"uploadDate", "JSON-LD uploadDate", AHD_META_PUBLISHED, 22},
    {"dateModified", "JSON-LD dateModified", AHD_META_UPDATED, 0},
    {"articleSection", "JSON-LD articleSection", AHD_META_SECTION, 0},
    {"keywords", "JSON-LD keywords", AHD_META_TAGS, 0},
    {"inLanguage", "JSON-LD inLanguage", AHD_META_LANGUAGE, 0},
    {"author", "JSON-LD author", AHD_META_AUTHOR, 0},
    {"creator", "JSON-LD creator", AHD_META_AUTHOR, 1},
    {"publisher", "JSON-LD publisher", AHD_META_OUTLET, 0},
};

enum {
    RULES = sizeof rules / sizeof *rules,
    VALUES = 16, /* of one object */
    RANK_ARTICLE = 34,
    RANK_PAGE = 14,
};

/* An open object; what stands in an array has the key of the array. */
typedef struct frame {
    ahd_str key, under; /* the last one read; the one that it stands under */
    ahd_str name, id;
    type type;
    bool aside; /* inside of what tells nothing of the page */
    uint32_t count;
    struct {
        uint32_t row;
        ahd_str text;
        bool reference;
    } values[VALUES];
} frame;

typedef struct walk {
    ahd_meta *meta;
    frame frames[AHD_JSON_DEEPEST + 2];
    uint8_t objects[AHD_JSON_DEEPEST + 2]; /* frame of each depth */
    int depth;                             /* of frames */
} walk;

static bool same(ahd_str a, const char *b)
{
    return ahd_str_is(a, b);
}

static type type_of(ahd_str name)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (ahd_str_ends(name, ahd_str_from(types[i].ending)))
            return types[i].type;
    return TYPE_THING;
}

static uint32_t rule_of(ahd_str key)
{
    uint32_t i = 0;

    while (i < RULES && !same(key, rules[i].key))
        i++;
    return i;
}

static void keep(frame *f, uint32_t row, ahd_str text, bool reference)
{
    if (row == RULES || f->count == VALUES || text.len == 0)
        return;
    f->values[f->count].row = row;
    f->values[f->count].reference = reference;
    f->values[f->count++].text = text;
}

static void take_string(walk *w, ahd_str text)
{
    frame *f = &w->frames[w->depth];

    if (same(f->key, "@type")) {
        type one = type_of(text);
        w->meta->traits |= ahd_trait_of_type(text, f->aside);
        f->type = one > f->type ? one : f->type;
    } else if (same(f->key, "@id"))
        f->id = text;
    else if (same(f->key, "name") && f->name.len == 0)
        f->name = text;
    else
        keep(f, rule_of(f->key), text, false);
}

static void offer(const walk *w, const frame *f)
{
    int rank = f->type == TYPE_ARTICLE                        ? RANK_ARTICLE
               : f->type == TYPE_PAGE || f->type == TYPE_NONE ? RANK_PAGE
                                                              : 0;

    for (uint32_t i = 0; i < f->count; i++) {
        const rule *r = &rules[f->values[i].row];
        bool outlet = r->field == AHD_META_OUTLET;
        if (rank > 0 || outlet)
            ahd_meta_offer(w->meta, r->field,
                           (ahd_meta_value){
                               .raw = f->values[i].text,
                               .json = true,
                               .reference = f->values[i].reference,
                               .rank = outlet ? 6 + rank / 10 : rank - r->less,
                               .from = r->from,
                           });
    }
    if (f->type == TYPE_SITE)
        ahd_meta_offer(w->meta, AHD_META_OUTLET,
                       (ahd_meta_value){.raw = f->name,
                                        .json = true,
                                        .rank = 3,
                                        .from = "JSON-LD WebSite"});
}

static void note_person(ahd_meta *meta, const frame *f)
{
    if (f->id.len == 0 || f->name.len == 0 ||
        meta->people_count == AHD_META_PEOPLE)
        return;
    meta->people[meta->people_count].id = f->id;
    meta->people[meta->people_count++].name = f->name;
}

/* The object is read: what it is called is a value of the one it stands in. */
static void end_object(walk *w)
{
    frame *f = &w->frames[w->depth--], *holder = &w->frames[w->depth];
    uint32_t row = rule_of(f->under);

    note_person(w->meta, f);
    if (w->depth > 0 && row < RULES) {
        bool named = f->name.len > 0;
        keep(holder, row, named ? f->name : f->id, !named);
        return;
    }
    if (!f->aside)
        offer(w, f);
}

/* Only what holds the page as a whole passes its items on. */
static bool is_aside(ahd_str under)
{
    return under.len > 0 && !same(under, "@graph") &&
           !same(under, "mainEntity") && !same(under, "mainEntityOfPage");
}

static void start_object(walk *w)
{
    const frame *holder = &w->frames[w->depth];
    frame *f = &w->frames[++w->depth];

    memset(f, 0, sizeof *f);
    f->under = w->depth > 1 ? holder->key : AHD_STR("");
    f->aside = (w->depth > 1 && holder->aside) || is_aside(f->under);
}

static void walk_json(walk *w, ahd_json_in *in)
{
    for (;;) {
        switch (ahd_json_in_next(in)) {
        case AHD_JSON_OPEN:
            w->objects[in->depth] = ahd_json_in_object(in);
            if (ahd_json_in_object(in))
                start_object(w);
            break;
        case AHD_JSON_CLOSE:
            if (w->objects[in->depth + 1])
                end_object(w);
            break;
        case AHD_JSON_KEY:
            w->frames[w->depth].key = in->text;
            break;
        case AHD_JSON_STRING:
            take_string(w, in->text);
            break;
        case AHD_JSON_OTHER:
            break;
        case AHD_JSON_END:
        case AHD_JSON_BROKEN:
            return;
        }
    }
}

/* Without the marks by which some pages hide it from old readers. */
static ahd_str without_marks(ahd_str json)
{
    size_t first = 0;

    while (first < json.len && json.ptr[first] != '{' && json.ptr[first] != '[')
        first++;
    while (json.len > first && json.ptr[json.len - 1] != '}' &&
           json.ptr[json.len - 1] != ']')
        json.len--;
    if (ahd_str_starts((ahd_str){json.ptr + first, json.len - first},
                       AHD_STR("[CDATA[")))
        return without_marks(
            (ahd_str){json.ptr + first + 7, json.len - first - 7});
    return (ahd_str){json.ptr + first, json.len - first};
}

void ahd_linked_take(ahd_meta *meta, ahd_str json)
{
    walk w;
    ahd_json_in in;

    w.meta = meta;
    w.depth = 0;
    memset(&w.frames[0], 0, sizeof w.frames[0]);
    ahd_json_in_init(&in, without_marks(json));
    in.lenient = true;
    walk_json(&w, &in);
    while (w.depth > 0)
        end_object(&w);
}

void ahd_linked_finish(ahd_meta *meta)
{
    for (uint32_t i = 0; i < meta->count; i++) {
        ahd_meta_value *value = &meta->values[i];
        for (uint32_t k = 0; value->reference && k < meta->people_count; k++)
            if (ahd_str_eq(value->raw, meta->people[k].id)) {
                value->raw = meta->people[k].name;
                value->reference = false;
            }
    }
}
