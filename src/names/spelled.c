#include "names/spelled.h"

#include "lang/fold.h"
#include "names/bearer.h"
#include "names/person.h"

enum { LONGEST_NAME = 5 }; /* words */

static const ahd_segment *host_of(const ahd_reader *r, uint32_t token)
{
    const ahd_token *t = &r->doc->tokens.items[token];

    return t->segments ? &r->doc->segments.items[t->segment + t->host] : NULL;
}

/* A capital of Latin; of Arabic, what its sentence reads as a proper noun. */
static bool is_name(const ahd_reader *r, uint32_t token)
{
    const ahd_token *t = &r->doc->tokens.items[token];

    if (t->kind != AHD_TOKEN_WORD)
        return false;
    if (!(t->flags & AHD_TOKEN_ARABIC))
        return (t->flags & AHD_TOKEN_CAPITAL) != 0;
    const ahd_segment *host = host_of(r, token);
    return host && host->pos == AHD_POS_PROPN;
}

static uint32_t start_of(const ahd_reader *r, uint32_t token)
{
    const ahd_segment *host =
        ahd_reader_is_arabic(r, token) ? host_of(r, token) : NULL;

    return host ? host->at.start : r->doc->tokens.items[token].at.start;
}

/* The longest name of the registry that starts at `token` and ends by `end`. */
static bool read_name(const ahd_reader *r, uint32_t token, uint32_t end,
                      ahd_mention *out)
{
    static const ahd_gate gate = {
        .kind = AHD_MENTION_PERSON, .role = AHD_NONE, .of = AHD_NONE};

    for (; end >= token + 2; end--) {
        *out = ahd_reader_mention(r, token, end, 0);
        uint32_t start = start_of(r, token);
        out->at.len = ahd_span_end(out->at) - start;
        out->at.start = start;
        out->name = out->at;
        out->kind = AHD_MENTION_PERSON;
        ahd_str words = ahd_doc_words(r->doc, out->name);
        if (ahd_bearer_find(r, ahd_fold(r->scratch, words), &gate, out)) {
            ahd_person_fill_post(r, out);
            return true;
        }
    }
    return false;
}

/* «أبو محمد المقدسي» is no «محمد المقدسي». */
static bool is_inside(const ahd_reader *r, uint32_t token)
{
    static const char *const links[] = {"ابو", "ابي", "ابا",  "ام",
                                        "بن",  "ابن", "وابو", "بابو",
                                        "abu", "bin", "ibn",  NULL};

    return token > 0 && ahd_reader_is_one(r, token - 1, links);
}

/* The end of the row of names at `token`, before `limit`. */
static uint32_t row_end(const ahd_reader *r, uint32_t token, uint32_t limit)
{
    uint32_t end = token;

    while (end < limit && end < token + LONGEST_NAME && is_name(r, end))
        end++;
    return end;
}

typedef AHD_VEC(ahd_mention) mentions;

/* Tokens [token, limit) are free. */
static void read_gap(const ahd_reader *r, uint32_t token, uint32_t limit,
                     mentions *out)
{
    ahd_mention m;

    while (token < limit) {
        uint32_t sentence = r->doc->tokens.items[token].sentence;
        uint32_t stop = r->doc->sentences.items[sentence].end;
        uint32_t end = row_end(r, token, stop < limit ? stop : limit);
        if (end >= token + 2 && !is_inside(r, token) &&
            read_name(r, token, end, &m)) {
            *ahd_vec_push(r->scratch, out) = m;
            token = m.end;
        } else {
            token++;
        }
    }
}

void ahd_spelled_find(const ahd_reader *r)
{
    mentions added = {0};
    uint32_t token = 0;

    for (uint32_t i = 0; i < r->doc->mentions.count; i++) {
        read_gap(r, token, r->doc->mentions.items[i].first, &added);
        token = r->doc->mentions.items[i].end;
    }
    read_gap(r, token, r->doc->tokens.count, &added);
    ahd_reader_merge(r, added.items, added.count);
}
