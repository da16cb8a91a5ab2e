#include "names/named.h"

/* From these scores on a span is a mention (bench/mentions.py). */
static const float sure[AHD_NAMED_KINDS] = {
    [AHD_NAMED_PERSON] = 0.9f,
    [AHD_NAMED_PLACE] = 2.0f, /* none: places are of the gazetteer */
    [AHD_NAMED_ORGANISATION] = 0.9f,
};

static const ahd_named *span_at(const ahd_reader *r, uint32_t token)
{
    const ahd_doc *doc = r->doc;
    size_t low = 0, high = doc->named.count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (doc->named.items[middle].first < token)
            low = middle + 1;
        else
            high = middle;
    }
    const ahd_named *n = &doc->named.items[low];
    return low < doc->named.count && n->first == token ? n : NULL;
}

const ahd_named *ahd_named_at(const ahd_reader *r, uint32_t token,
                              uint32_t kind)
{
    const ahd_named *n = span_at(r, token);

    return n && n->kind == kind && n->score >= sure[kind] ? n : NULL;
}

bool ahd_named_read(const ahd_reader *r, uint32_t token, uint32_t limit,
                    ahd_mention *out)
{
    const ahd_named *n = span_at(r, token);

    if (n == NULL || n->score < sure[n->kind] || n->end > limit ||
        !ahd_reader_is_arabic(r, token))
        return false;
    *out = ahd_reader_mention(r, n->first, n->end, 0);
    out->at = out->name = n->at;
    out->kind = n->kind == AHD_NAMED_PERSON ? AHD_MENTION_PERSON
                                            : AHD_MENTION_ORGANISATION;
    return true;
}
