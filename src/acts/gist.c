#include "acts/gist.h"

#include "acts/symptom.h"

#include "lang/name_weights.h"

static uint8_t share(uint32_t part, uint32_t all)
{
    return (uint8_t)(all == 0 ? 0 : (uint64_t)part * 64 / all);
}

static uint32_t count_sport(const ahd_kb *kb, const ahd_doc *doc)
{
    ahd_name_weights weights;
    uint32_t count = 0;

    if (!ahd_name_weights_open(kb->lang, &weights))
        return 0;
    for (uint32_t i = 0; i < doc->tokens.count; i++) {
        const ahd_token *t = &doc->tokens.items[i];
        const ahd_name_word *word =
            t->readings == 0 ? NULL
                             : ahd_name_word_find(
                                   &weights, ahd_name_key(t->reading[0].host));
        count += word && word->listed & AHD_NAME_LISTED_SPORT;
    }
    return count;
}

static void read_title(const ahd_doc *doc, ahd_gist *gist)
{
    uint32_t i = 0;

    while (i < AHD_GIST_TITLE && i < doc->tokens.count && doc->title_len > 0 &&
           doc->tokens.items[i].sentence == 0) {
        gist->title[i] = ahd_symptom_word(doc, i);
        i++;
    }
    gist->words = i;
}

ahd_gist ahd_gist_of(const ahd_kb *kb, const ahd_doc *doc)
{
    uint32_t actors = 0, states = 0;

    for (uint32_t i = 0; i < doc->mentions.count; i++) {
        const ahd_mention *m = &doc->mentions.items[i];
        if (m->kind == AHD_MENTION_PLACE || m->id == AHD_NONE)
            continue;
        actors++;
        states += m->kind == AHD_MENTION_STATE || m->of != AHD_NONE ||
                  ahd_kb_actor_at(kb, m->id)->type <= AHD_ACTOR_GROUP;
    }
    ahd_gist gist = {
        .sport = share(8 * count_sport(kb, doc), doc->tokens.count),
        .actors = share(actors, doc->mentions.count),
        .states = share(states, doc->mentions.count),
        .deals = share(doc->agreements.count, doc->sentences.count)};
    read_title(doc, &gist);
    return gist;
}
