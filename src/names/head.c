#include "names/head.h"

ahd_heading ahd_head_find(const ahd_reader *r, uint32_t token, uint16_t pro,
                          uint32_t uses)
{
    ahd_heading none = {NULL, token, 0, 0};

    if (token >= r->doc->tokens.count)
        return none;
    const ahd_token *t = &r->doc->tokens.items[token];
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &r->doc->hits.items[t->first_hit + i];
        if (hit->kind != AHD_TERM_HEAD || (hit->pro & ~(pro | AHD_PRO_AL)))
            continue;
        const ahd_head *row = ahd_kb_head_at(r->kb, hit->id);
        if (uses & 1u << row->use)
            return (ahd_heading){row, hit->end, hit->pro, hit->suffix};
    }
    return none;
}
