#include "time/words.h"

#include "doc/look.h"

const ahd_hit *ahd_words_at(const ahd_doc *doc, uint32_t token,
                            ahd_time_word kind, bool joined)
{
    const uint16_t pro =
        joined ? AHD_PRO_WA | AHD_PRO_FA | AHD_PRO_BI | AHD_PRO_LI | AHD_PRO_AL
               : AHD_PRO_AL;

    if (token >= doc->tokens.count)
        return NULL;
    const ahd_token *t = &doc->tokens.items[token];
    for (uint32_t i = 0; i < t->hits; i++) {
        const ahd_hit *hit = &doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_TIME && hit->id == (uint32_t)kind &&
            (hit->pro & ~pro) == 0 && !hit->suffix)
            return hit;
    }
    return NULL;
}

uint32_t ahd_words_digits(const ahd_doc *doc, uint32_t token, int32_t low,
                          int32_t high, int32_t *value)
{
    uint32_t number;

    if (token >= doc->tokens.count ||
        doc->tokens.items[token].kind != AHD_TOKEN_NUMBER ||
        !ahd_str_number(doc->tokens.items[token].form, &number) ||
        number < (uint32_t)low || number > (uint32_t)high)
        return 0;
    *value = (int32_t)number;
    return token + 1;
}

uint32_t ahd_words_number(const ahd_doc *doc, uint32_t token, int32_t *value)
{
    uint32_t end = ahd_words_digits(doc, token, 1, 9999, value);
    const ahd_hit *hit = ahd_words_at(doc, token, AHD_TIME_WORD_NUMBER, false);

    if (end || hit == NULL)
        return end;
    *value = ahd_words_value(hit);
    return hit->end;
}

bool ahd_words_is(const ahd_doc *doc, uint32_t token, const char *const *list)
{
    for (; *list; list++)
        if (ahd_look_is(doc, token, *list))
            return true;
    return false;
}
