/* A record of JSONL: its fields are taken as they are, its text is not judged.
 * The address, outlet and date are facts about the page, told by who made the
 * record. */
#include "json_in.h"
#include "reader.h"

#include <string.h>

typedef enum field {
    FIELD_ID,
    FIELD_URL,
    FIELD_OUTLET,
    FIELD_TITLE,
    FIELD_DATE,
    FIELD_TEXT,
    FIELDS
} field;

static const char *const names[FIELDS] = {"id",    "url",  "outlet",
                                          "title", "date", "text"};

typedef struct record {
    ahd_str values[FIELDS]; /* as in the JSON, escapes and all */
    bool has[FIELDS];
} record;

static int field_of(ahd_str key)
{
    for (int i = 0; i < FIELDS; i++)
        if (ahd_str_is(key, names[i]))
            return i;
    return -1;
}

/* False when the line is no JSON object. The first of equal keys counts. */
static bool scan(ahd_str json, record *out)
{
    ahd_json_in in;
    int due = -1;

    ahd_json_in_init(&in, json);
    for (;;) {
        ahd_json_event event = ahd_json_in_next(&in);
        if (event == AHD_JSON_END)
            return true;
        if (event == AHD_JSON_BROKEN || in.depth == 0)
            return event == AHD_JSON_CLOSE &&
                   ahd_json_in_next(&in) == AHD_JSON_END;
        if (in.depth != 1)
            continue;
        if (event == AHD_JSON_OPEN && !ahd_json_in_object(&in))
            return false;
        if (event == AHD_JSON_KEY)
            due = field_of(in.text);
        bool value = event == AHD_JSON_STRING ||
                     (event == AHD_JSON_OTHER && in.text.ptr[0] != 'n' &&
                      due == FIELD_ID);
        if (value && due >= 0 && !out->has[due]) {
            out->values[due] = in.text;
            out->has[due] = true;
        }
    }
}

/* A paragraph of the text is a line of it, without outer white space. */
static void split(const ahd_reader *reader, ahd_str text, size_t start)
{
    ahd_str rest = {text.ptr + start, text.len - start};

    while (rest.len > 0) {
        ahd_str line = ahd_str_trim(ahd_str_cut(&rest, '\n'));
        if (line.len > 0)
            *ahd_vec_push(reader->doc->arena, &reader->doc->paragraphs) =
                (ahd_span){(uint32_t)(line.ptr - text.ptr), (uint32_t)line.len};
    }
}

static void refuse(const ahd_reader *reader, ahd_str why)
{
    char digits[24];
    size_t at = sizeof digits, n = reader->in->line;

    do
        digits[--at] = (char)('0' + n % 10);
    while ((n /= 10) > 0);
    const ahd_str parts[] = {
        AHD_STR("line "), {digits + at, sizeof digits - at}, AHD_STR(" "), why};
    ahd_reader_refuse(reader, AHD_KIND_ERROR, ahd_reader_join(reader, parts, 4),
                      AHD_STR(""));
}

static void write_text(const ahd_reader *reader, const record *r)
{
    ahd_draft draft;

    ahd_draft_init(&draft, reader->doc, reader->decoded,
                   r->values[FIELD_TITLE].len + r->values[FIELD_TEXT].len + 1);
    ahd_draft_json(&draft, r->values[FIELD_TITLE]);
    ahd_reader_end_title(reader, &draft);
    size_t start = draft.len;
    ahd_draft_json(&draft, r->values[FIELD_TEXT]);
    ahd_draft_finish(&draft);
    split(reader, reader->doc->text, start);
}

void ahd_record_read(const ahd_reader *reader)
{
    ahd_doc *doc = reader->doc;
    record r = {0};

    if (!scan(reader->decoded->text, &r)) {
        refuse(reader, AHD_STR("is not a JSON object: a record is {\"id\": …, "
                               "\"title\": …, \"text\": …} on one line"));
        return;
    }
    doc->id = ahd_json_in_plain(r.values[FIELD_ID], doc->arena);
    doc->url = ahd_json_in_plain(r.values[FIELD_URL], doc->arena);
    doc->outlet = ahd_json_in_plain(r.values[FIELD_OUTLET], doc->arena);
    ahd_reader_date(reader,
                    ahd_json_in_plain(r.values[FIELD_DATE], reader->scratch),
                    "the record's date");
    if (!r.has[FIELD_TEXT]) {
        refuse(reader, AHD_STR("has no \"text\": nothing to read in it"));
        return;
    }
    write_text(reader, &r);
}
