#include "numbers/spoken.h"

#include "base/utf8.h"
#include "doc/look.h"
#include "lang/letter.h"

static uint32_t count_bits(uint32_t bits)
{
    uint32_t count = 0;

    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

static bool has_twice(ahd_str form)
{
    const ahd_str twice = AHD_STR("الال");

    for (; form.len >= twice.len; form.ptr++, form.len--)
        if (ahd_str_starts(form, twice))
            return true;
    return false;
}

uint16_t ahd_spoken_pro(const ahd_doc *doc, const ahd_hit *hit)
{
    bool is_thousand = (hit->id == AHD_NUMBER_WORD_SCALE ||
                        hit->id == AHD_NUMBER_WORD_SCALES ||
                        hit->id == AHD_NUMBER_WORD_TWICE) &&
                       hit->extra == 3;

    if (!is_thousand || has_twice(doc->tokens.items[hit->first].form))
        return hit->pro;
    return hit->pro & (uint16_t)~AHD_PRO_AL;
}

const ahd_hit *ahd_spoken_at(const ahd_doc *doc, uint32_t token,
                             ahd_number_word kind)
{
    const ahd_hit *best = NULL;

    if (token >= doc->tokens.count)
        return NULL;
    const ahd_token *t = &doc->tokens.items[token];
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_NUMBER && hit->id == (uint32_t)kind &&
            !hit->suffix &&
            (best == NULL || count_bits(hit->pro) < count_bits(best->pro)))
            best = hit;
    }
    return best;
}

bool ahd_spoken_is_any(const ahd_doc *doc, uint32_t token)
{
    return ahd_look_hit(doc, token, AHD_TERM_NUMBER) != NULL;
}

bool ahd_spoken_is_arabic(const ahd_doc *doc, uint32_t token)
{
    return token < doc->tokens.count &&
           doc->tokens.items[token].flags & AHD_TOKEN_ARABIC;
}

bool ahd_spoken_is(const ahd_doc *doc, uint32_t token, const char *const *list)
{
    for (; *list; list++)
        if (ahd_look_is(doc, token, *list))
            return true;
    return false;
}

bool ahd_spoken_is_definite(const ahd_doc *doc, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(doc, token);

    return host && AHD_FEAT(host->feats, ARTICLE);
}

uint32_t ahd_spoken_start(const ahd_doc *doc, const ahd_hit *hit)
{
    ahd_span at = doc->tokens.items[hit->first].at;
    ahd_str word = ahd_doc_words(doc, at);
    uint32_t skip = count_bits(hit->pro & ~(uint32_t)AHD_PRO_AL);
    size_t i = 0, next = 0;

    /* Every proclitic is a letter; vowels may stand behind it. */
    for (; next < word.len; i = next) {
        uint32_t c = ahd_utf8_next(word, &next);
        if (ahd_letter_of(c)->flags & AHD_LETTER_DROPPED)
            continue;
        if (skip-- == 0)
            break;
    }
    return at.start + (uint32_t)(i < word.len ? i : 0);
}
