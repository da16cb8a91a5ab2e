/* tagged.h - a document from words with their tags, for what reads segments:
 * a line is a sentence, a space stands between tokens, + between segments.
 *
 *     و/CCONJ+وقعت/VERB/وقع/fs3 الحكومة/NOUN/حكومة/fs الاتفاق/NOUN ./PUNCT
 *
 * A segment is form/TAG/lemma/features; the lemma is the form when missing,
 * what follows the features is left to others.
 * Features: m f  s d p  1 2 3  V passive  N masdar  P E participle, passive one
 * A article lost in لل  n a G nominative, accusative, genitive
 * C a name that is a common noun  U a word that no lexicon has */
#ifndef AHD_TESTS_TAGGED_H
#define AHD_TESTS_TAGGED_H

#include "base/buf.h"
#include "doc/tags.h"

#include <string.h>

static uint32_t tagged_feats(ahd_str letters)
{
    static const struct letter {
        char is;
        uint32_t feats;
    } all[] = {{'m', AHD_FEAT_SET(GENDER, AHD_MASCULINE)},
               {'f', AHD_FEAT_SET(GENDER, AHD_FEMININE)},
               {'s', AHD_FEAT_SET(NUMBER, AHD_SINGULAR)},
               {'d', AHD_FEAT_SET(NUMBER, AHD_DUAL)},
               {'p', AHD_FEAT_SET(NUMBER, AHD_PLURAL)},
               {'1', AHD_FEAT_SET(PERSON, 1)},
               {'2', AHD_FEAT_SET(PERSON, 2)},
               {'3', AHD_FEAT_SET(PERSON, 3)},
               {'V', AHD_FEAT_SET(VOICE, AHD_PASSIVE)},
               {'N', AHD_FEAT_SET(VERBAL, AHD_MASDAR)},
               {'P', AHD_FEAT_SET(VERBAL, AHD_PARTICIPLE)},
               {'E', AHD_FEAT_SET(VERBAL, AHD_PASSIVE_PARTICIPLE)},
               {'A', AHD_FEAT_SET(ARTICLE, 1)},
               {'n', AHD_FEAT_SET(CASE, AHD_NOMINATIVE)},
               {'a', AHD_FEAT_SET(CASE, AHD_ACCUSATIVE)},
               {'G', AHD_FEAT_SET(CASE, AHD_GENITIVE)}};
    uint32_t feats = 0;

    for (size_t i = 0; i < letters.len; i++)
        for (size_t j = 0; j < sizeof all / sizeof *all; j++)
            if (all[j].is == letters.ptr[i])
                feats |= all[j].feats;
    return feats;
}

static bool tagged_has(ahd_str letters, char letter)
{
    return letters.len > 0 && memchr(letters.ptr, letter, letters.len) != NULL;
}

static void tagged_segment(ahd_doc *doc, ahd_buf *text, ahd_str piece)
{
    ahd_segment *s = ahd_vec_push(doc->arena, &doc->segments);
    ahd_str form = ahd_str_cut(&piece, '/');
    ahd_str pos = ahd_str_cut(&piece, '/');
    ahd_str lemma = ahd_str_cut(&piece, '/');

    s->at = (ahd_span){(uint32_t)text->len, (uint32_t)form.len};
    s->token = doc->tokens.count - 1;
    s->pos = (uint8_t)ahd_tags_find_pos(pos);
    s->lemma = ahd_arena_str(doc->arena, lemma.len > 0 ? lemma : form);
    ahd_str letters = ahd_str_cut(&piece, '/');
    s->feats = tagged_feats(letters);
    s->common = tagged_has(letters, 'C');
    s->known = !tagged_has(letters, 'U');
    ahd_buf_add(text, form);
}

/* A short pronoun after a word is its enclitic: «إن+ه»; after و it is none:
 * «و+هو». */
static void tagged_kinds(ahd_doc *doc, ahd_token *t)
{
    ahd_segment *s = &doc->segments.items[t->segment];
    int last = t->segments - 1;
    bool enclitic = last > 0 && s[last].pos == AHD_POS_PRON &&
                    s[last].at.len <= 6 && s[last - 1].pos != AHD_POS_CCONJ &&
                    s[last - 1].at.len > 1;

    t->host = (uint8_t)(last - (enclitic ? 1 : 0));
    for (int i = 0; i < last; i++)
        s[i].kind = AHD_SEGMENT_PROCLITIC;
    s[t->host].kind = AHD_SEGMENT_HOST;
    if (enclitic)
        s[last].kind = AHD_SEGMENT_ENCLITIC;
}

static void tagged_token(ahd_doc *doc, ahd_buf *text, ahd_str word)
{
    ahd_token *t = ahd_vec_push(doc->arena, &doc->tokens);
    uint32_t start = (uint32_t)text->len;

    t->segment = doc->segments.count;
    t->sentence = doc->sentences.count - 1;
    while (word.len > 0)
        tagged_segment(doc, text, ahd_str_cut(&word, '+'));
    t->segments = (uint8_t)(doc->segments.count - t->segment);
    t->at = (ahd_span){start, (uint32_t)text->len - start};
    t->kind = doc->segments.items[t->segment].pos == AHD_POS_PUNCT
                  ? AHD_TOKEN_PUNCT
                  : AHD_TOKEN_WORD;
    if (t->at.len > 0 && (unsigned char)text->ptr[start] >> 2 == 0xD8 >> 2)
        t->flags = AHD_TOKEN_ARABIC;
    tagged_kinds(doc, t);
    ahd_buf_add(text, AHD_STR(" "));
}

/* A sentence more; doc->text is set by tagged_end. */
static void tagged_line(ahd_doc *doc, ahd_buf *text, ahd_str line)
{
    ahd_sentence *s = ahd_vec_push(doc->arena, &doc->sentences);
    uint32_t start = (uint32_t)text->len;

    s->first = doc->tokens.count;
    while (line.len > 0) {
        ahd_str word = ahd_str_cut(&line, ' ');
        if (word.len > 0)
            tagged_token(doc, text, word);
    }
    s->end = doc->tokens.count;
    s->at = (ahd_span){start, (uint32_t)text->len - start};
    if (s->end == s->first)
        doc->sentences.count--;
}

static void tagged_end(ahd_doc *doc, ahd_buf *text)
{
    doc->text = ahd_arena_str(doc->arena, (ahd_str){text->ptr, text->len});
}

#endif
