#include "reader.h"

#include "stamp.h"

#include <string.h>

enum { VALUE_BYTES = 200 }; /* of a reason */

ahd_str ahd_reader_join(const ahd_reader *reader, const ahd_str *parts,
                        size_t count)
{
    size_t len = 0;

    for (size_t i = 0; i < count; i++)
        len += parts[i].len;
    char *out = ahd_arena_alloc(reader->doc->arena, 1, len + 1);
    len = 0;
    for (size_t i = 0; i < count; i++) {
        if (parts[i].len > 0)
            memcpy(out + len, parts[i].ptr, parts[i].len);
        len += parts[i].len;
    }
    return (ahd_str){out, len};
}

void ahd_reader_refuse(const ahd_reader *reader, ahd_kind kind, ahd_str why,
                       ahd_str more)
{
    const ahd_str parts[] = {why, more};

    reader->doc->kind = kind;
    reader->doc->refused = ahd_reader_join(reader, parts, 2);
}

/* Of what is long, enough to know it by; whole characters. */
static ahd_str brief(ahd_str value)
{
    size_t len = value.len < VALUE_BYTES ? value.len : VALUE_BYTES;

    while (len < value.len && len > 0 &&
           ((uint8_t)value.ptr[len] & 0xC0) == 0x80)
        len--;
    return (ahd_str){value.ptr, len};
}

void ahd_reader_dated(const ahd_reader *reader, ahd_day day, const char *from,
                      ahd_str words)
{
    const ahd_str parts[] = {ahd_str_from(from), AHD_STR(" says "),
                             brief(ahd_str_trim(words))};

    if (day == AHD_NO_DAY)
        return;
    reader->doc->published = day;
    reader->doc->dated = AHD_DATED_METADATA;
    reader->doc->dated_because = ahd_reader_join(reader, parts, 3);
}

void ahd_reader_date(const ahd_reader *reader, ahd_str date, const char *from)
{
    ahd_reader_dated(reader, ahd_stamp_day(reader->in, date), from, date);
}

void ahd_reader_note(const ahd_reader *reader, const char *field, ahd_str value,
                     const char *from)
{
    ahd_doc *doc = reader->doc;

    if (value.len > 0)
        *ahd_vec_push(doc->arena, &doc->reasons) = (ahd_reason){
            ahd_str_from(field), ahd_arena_str(doc->arena, brief(value)),
            ahd_str_from(from)};
}

void ahd_reader_end_title(const ahd_reader *reader, ahd_draft *draft)
{
    reader->doc->title_len = (uint32_t)draft->len;
    ahd_reader_end_paragraph(reader, draft, 0);
    ahd_draft_newline(draft);
}

void ahd_reader_end_paragraph(const ahd_reader *reader, const ahd_draft *draft,
                              size_t start)
{
    if (draft->len > start)
        *ahd_vec_push(reader->doc->arena, &reader->doc->paragraphs) =
            (ahd_span){(uint32_t)start, (uint32_t)(draft->len - start)};
}
