#include "names/peer.h"

#include "names/person.h"

/* How far back, in mentions, the office may stand. */
enum { REACH = 6 };

static const char *const arabic[] = {"نظيره",   "نظيرها",  "نظيرته",  "نظيرتها",
                                     "ونظيره",  "ونظيرها", "ونظيرته", "بنظيره",
                                     "بنظيرها", "لنظيره",  "لنظيرها", NULL};
static const char *const english[] = {"counterpart", NULL};

static uint32_t post_before(const ahd_reader *r)
{
    uint32_t count = r->doc->mentions.count;

    for (uint32_t back = 1; back <= REACH && back <= count; back++) {
        const ahd_mention *m = &r->doc->mentions.items[count - back];
        if (m->post != AHD_NONE)
            return m->post;
    }
    return AHD_NONE;
}

/* Whose: the adjective after «نظيره», before "counterpart". */
static uint32_t read_state(const ahd_reader *r, uint32_t token, uint32_t *end)
{
    uint32_t state = AHD_NONE;
    ahd_str form = r->doc->tokens.items[token].form;

    if (ahd_str_find(form, AHD_STR("نظير")) < form.len &&
        ahd_reader_is_one(r, token, arabic)) {
        state = ahd_reader_demonym(r, token + 1, end);
    } else if (!ahd_reader_is_arabic(r, token)) {
        state = ahd_reader_demonym(r, token, end);
        if (state != AHD_NONE && ahd_reader_is_one(r, *end, english))
            ++*end;
        else
            state = AHD_NONE;
    }
    return state;
}

bool ahd_peer_read(const ahd_reader *r, uint32_t token, uint32_t limit,
                   ahd_mention *out)
{
    uint32_t end, state = read_state(r, token, &end);
    uint16_t pro = AHD_READER_NOUN;

    if (state == AHD_NONE || end > limit)
        return false;
    uint32_t post = post_before(r);
    uint32_t name = ahd_person_titles(r, end, &pro);
    ahd_mention person;
    *out = ahd_reader_mention(r, token, end, 0);
    out->kind = AHD_MENTION_ROLE;
    if (ahd_person_read(r, name, AHD_READER_NOUN, AHD_PERSON_FULL, &person) &&
        person.end <= limit) {
        ahd_span at = ahd_reader_span(r, token, person.end, 0);
        *out = person;
        out->first = token;
        out->at = at;
    }
    out->post = post;
    out->of = post == AHD_NONE ? state : ahd_office_seat(r, post, state);
    return true;
}
