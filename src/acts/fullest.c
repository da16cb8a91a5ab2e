#include "acts/fullest.h"

#include "base/map.h"

/* A mention longer than this has swallowed its neighbours. */
enum { LONGEST = 18 };

static bool is_person(const ahd_mention *m)
{
    return m->kind == AHD_MENTION_PERSON || m->kind == AHD_MENTION_ROLE;
}

/* The first mention of the same unregistered person. */
static uint32_t root_of(const ahd_doc *doc, uint32_t m)
{
    uint32_t same = doc->mentions.items[m].same_as;

    return same != AHD_NONE && same < m ? same : m;
}

/* What makes two mentions one person: the actor, else the first mention. */
static ahd_str key_of(const ahd_doc *doc, ahd_arena *scratch, uint32_t m)
{
    const ahd_mention *mention = &doc->mentions.items[m];
    uint32_t pair[2] = {mention->id != AHD_NONE, mention->id};

    if (mention->id == AHD_NONE)
        pair[1] = root_of(doc, m);
    return ahd_arena_str(scratch, (ahd_str){(const char *)pair, sizeof pair});
}

static uint32_t length(const ahd_mention *m)
{
    uint32_t len = m->end - m->first;

    return len <= LONGEST && m->name.len > 0 ? len : 1;
}

/* From each person to the longest of his mentions that has his name. */
static ahd_map longest_mentions(const ahd_doc *doc, ahd_arena *scratch)
{
    ahd_map best = {0};

    for (uint32_t m = 0; m < doc->mentions.count; m++) {
        if (!is_person(&doc->mentions.items[m]))
            continue;
        ahd_str key = key_of(doc, scratch, m);
        bool new = ahd_map_find(&best, key) == NULL;
        uint32_t *found = ahd_map_put(scratch, &best, key);
        if (new || length(&doc->mentions.items[m]) >
                       length(&doc->mentions.items[*found]))
            *found = m;
    }
    return best;
}

/* «المصدر», «الأخيرة»: the mention that it stands for, or AHD_NONE. */
static uint32_t stands_for(const ahd_doc *doc, uint32_t at)
{
    enum { LOOK_BACK = 40 };
    const ahd_mention *m = &doc->mentions.items[at];

    if (m->how != AHD_HOW_ANAPHOR || m->name.len > 0)
        return AHD_NONE;
    if (m->id == AHD_NONE)
        return m->same_as;
    for (uint32_t i = at; i-- > 0 && at - i <= LOOK_BACK;)
        if (doc->mentions.items[i].id == m->id &&
            doc->mentions.items[i].name.len > 0)
            return i;
    return AHD_NONE;
}

static void rewrite(const ahd_doc *doc, ahd_arena *scratch, const ahd_map *best,
                    ahd_arg *arg)
{
    if (arg->mention == AHD_NONE)
        return;
    if (!is_person(&doc->mentions.items[arg->mention])) {
        uint32_t named = stands_for(doc, arg->mention);
        if (named != AHD_NONE)
            arg->at = doc->mentions.items[named].at;
        return;
    }
    const uint32_t *m = ahd_map_find(best, key_of(doc, scratch, arg->mention));
    if (m == NULL)
        return;
    const ahd_mention *fullest = &doc->mentions.items[*m];
    arg->at = fullest->at;
    if (arg->post == AHD_NONE)
        arg->post = fullest->post;
    if (arg->principal == AHD_NONE)
        arg->principal = fullest->of;
}

void ahd_fullest_names(ahd_doc *doc, ahd_arena *scratch)
{
    ahd_map best = longest_mentions(doc, scratch);

    for (uint32_t i = 0; i < doc->acts.count; i++) {
        ahd_act *act = &doc->acts.items[i];
        for (uint32_t k = 0; k < act->source.count; k++)
            rewrite(doc, scratch, &best, &act->source.items[k]);
        for (uint32_t k = 0; k < act->target.count; k++)
            rewrite(doc, scratch, &best, &act->target.items[k]);
        if (act->has_speaker)
            rewrite(doc, scratch, &best, &act->speaker);
    }
}
