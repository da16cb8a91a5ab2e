#include "names/head.h"

#include "doc/look.h"

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

bool ahd_head_is_dedicated(const ahd_reader *r, uint32_t token)
{
    return token > 0 && ahd_reader_is_arabic(r, token - 1) &&
           ahd_look_hit_id(r->doc, token - 1, AHD_TERM_CLASS,
                           AHD_CLASS_NAMESAKE) != NULL &&
           !ahd_look_has_pro(r->doc, token - 1, AHD_PRO_AL);
}
