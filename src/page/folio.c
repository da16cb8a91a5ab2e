#include "folio.h"

static void scan(ahd_folio *s)
{
    ahd_markup markup;
    ahd_markup_token token;

    ahd_markup_init(&markup, s->reader->decoded->text);
    ahd_outline_init(&s->outline, s->reader->scratch);
    while (ahd_markup_next(&markup, &token)) {
        ahd_meta_take(&s->meta, &token);
        ahd_outline_take(&s->outline, &token);
    }
    ahd_outline_finish(&s->outline);
    ahd_outline_settle(&s->outline);
}

ahd_folio *ahd_folio_read(const ahd_reader *reader)
{
    ahd_folio *s = ahd_new(reader->scratch, ahd_folio, 1);

    s->reader = reader;
    scan(s);
    ahd_facts_start(reader, &s->meta);
    ahd_title_find(&s->meta, reader, &s->title);
    s->says_article = ahd_facts_of_article(&s->meta, reader->scratch);
    ahd_region_find(&s->outline, &s->region);
    s->features = ahd_feature_fill(&(ahd_feature_in){
        reader->in, &s->outline, &s->region, s->title.words, s->says_article});
    return s;
}
