/* The article of an HTML page: the lines that are kept of it, written down; or
 * why it has none. */
#include "keep.h"
#include "nonarticle.h"

/* --------------------------------------------------------------- writing */

static size_t room_for(const ahd_folio *s)
{
    size_t room = 1;

    for (uint32_t i = s->title.first; i < s->title.end; i++)
        room += s->title.pieces[i].len;
    for (uint32_t i = 0; i < s->outline.lines.count; i++) {
        const ahd_line *line = &s->outline.lines.items[i];
        for (uint32_t k = line->first; k < line->end && line->keep; k++)
            room += s->outline.pieces.items[k].text.len;
        room++;
    }
    return room;
}

static void note_part(ahd_doc *doc, uint32_t paragraph, ahd_line_kind kind)
{
    static const uint8_t kinds[] = {[AHD_LINE_TEXT] = AHD_PART_KINDS,
                                    [AHD_LINE_HEADING] = AHD_PART_HEADING,
                                    [AHD_LINE_ITEM] = AHD_PART_ITEM,
                                    [AHD_LINE_QUOTE] = AHD_PART_QUOTE,
                                    [AHD_LINE_CAPTION] = AHD_PART_KINDS};

    if (kinds[kind] != AHD_PART_KINDS)
        *ahd_vec_push(doc->arena, &doc->parts) =
            (ahd_part){paragraph, kinds[kind]};
}

static void write_line(const ahd_folio *s, const ahd_line *line,
                       ahd_draft *draft)
{
    ahd_doc *doc = s->reader->doc;
    uint32_t paragraph = doc->paragraphs.count;
    size_t start = draft->len;

    for (uint32_t k = line->first; k < line->end; k++)
        ahd_draft_html(draft, s->outline.pieces.items[k].text);
    ahd_reader_end_paragraph(s->reader, draft, start);
    if (doc->paragraphs.count > paragraph)
        note_part(doc, paragraph, line->kind);
}

/* All that the line shows, drafted beside the document. */
static ahd_str words_of(const ahd_folio *s, const ahd_line *line)
{
    const ahd_piece *pieces = s->outline.pieces.items;
    ahd_draft draft;
    size_t room = 0;

    for (uint32_t k = line->first; k < line->end; k++)
        room += pieces[k].text.len;
    ahd_draft_init(&draft, ahd_doc_new(s->reader->scratch), s->reader->decoded,
                   room);
    for (uint32_t k = line->first; k < line->end; k++)
        ahd_draft_html(&draft, pieces[k].text);
    return ahd_arena_str(s->reader->doc->arena,
                         (ahd_str){draft.text, draft.len});
}

/* The words under the pictures of the article. */
static void write_captions(const ahd_folio *s)
{
    const ahd_outline *o = &s->outline;
    const ahd_block *b = &o->blocks.items[s->region.block];
    ahd_doc *doc = s->reader->doc;

    for (uint32_t i = b->first_line; i < b->end_line; i++) {
        const ahd_line *line = &o->lines.items[i];
        if (line->kind != AHD_LINE_CAPTION)
            continue;
        ahd_str first = o->pieces.items[line->first].text;
        ahd_str last = o->pieces.items[line->end - 1].text;
        size_t at = (size_t)(first.ptr - s->reader->decoded->text.ptr);
        size_t len = (size_t)(last.ptr + last.len - first.ptr);
        *ahd_vec_push(doc->arena, &doc->captions) = (ahd_caption){
            words_of(s, line), ahd_decoded_page(s->reader->decoded, at, len)};
    }
}

static void write_all(const ahd_folio *s)
{
    ahd_draft draft;
    size_t body;

    ahd_draft_init(&draft, s->reader->doc, s->reader->decoded, room_for(s));
    for (uint32_t i = s->title.first; i < s->title.end; i++)
        ahd_draft_html(&draft, s->title.pieces[i]);
    ahd_reader_end_title(s->reader, &draft);
    body = draft.len;
    for (uint32_t i = 0; i < s->outline.lines.count; i++) {
        if (!s->outline.lines.items[i].keep)
            continue;
        if (draft.len > body && draft.len > draft.line_start)
            ahd_draft_newline(&draft);
        write_line(s, &s->outline.lines.items[i], &draft);
    }
    ahd_draft_finish(&draft);
}

/* Of a page that is no article the title is told, and no text. */
static void drop_all(ahd_folio *s)
{
    for (uint32_t i = 0; i < s->outline.lines.count; i++)
        s->outline.lines.items[i].keep = false;
}

void ahd_article_read(const ahd_reader *reader)
{
    ahd_folio *s = ahd_folio_read(reader);
    ahd_str name = ahd_keep_judge(s);

    ahd_facts_finish(reader, &s->meta, &s->title, name);
    bool refused = ahd_nonarticle_refuse(s);
    if (refused)
        drop_all(s);
    write_all(s);
    if (!refused)
        write_captions(s);
}
