#include "names/origin.h"

#include "doc/look.h"

/* A dateline stands in one of the first paragraphs, and is short. */
enum { PARAGRAPHS = 4, LONGEST = 9 };

static bool is_place(const ahd_mention *m)
{
    return m->kind == AHD_MENTION_PLACE || m->kind == AHD_MENTION_STATE;
}

/* Only names of places, marks and what stands in brackets lead to a dash. */
static bool ends_dateline(const ahd_reader *r, uint32_t token, uint32_t limit)
{
    static const char *const dashes[] = {"-", "--", "–", "—", ":", NULL};
    bool bracket = false;

    for (uint32_t last = token + LONGEST; token < limit && token < last;) {
        uint32_t m = ahd_look_mention_at(r->doc, token);
        if (!bracket && ahd_reader_is_one(r, token, dashes))
            return true;
        bracket = bracket ? !ahd_look_is(r->doc, token, ")")
                          : ahd_look_is(r->doc, token, "(");
        if (bracket || ahd_look_is_punct(r->doc, token))
            token++;
        else if (m != AHD_NONE && is_place(&r->doc->mentions.items[m]))
            token = r->doc->mentions.items[m].end;
        else
            return false;
    }
    return false;
}

void ahd_origin_find(const ahd_reader *r)
{
    ahd_doc *doc = r->doc;

    doc->dateline_mention = AHD_NONE;
    for (uint32_t i = 0; i < doc->sentences.count; i++) {
        const ahd_sentence *s = &doc->sentences.items[i];
        if (s->paragraph >= PARAGRAPHS)
            return;
        uint32_t m = ahd_look_mention_from(doc, s->first);
        if (s->paragraph == 0 || m == doc->mentions.count ||
            doc->mentions.items[m].first != s->first ||
            !is_place(&doc->mentions.items[m]) ||
            !ends_dateline(r, doc->mentions.items[m].end, s->end))
            continue;
        doc->dateline_mention = m;
        if (doc->dateline.len == 0)
            doc->dateline = ahd_doc_words(doc, doc->mentions.items[m].at);
        return;
    }
}
