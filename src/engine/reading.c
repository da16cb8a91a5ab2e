#include "engine/reading.h"

#include <string.h>

static bool is_value(ahd_json_event event)
{
    return event == AHD_JSON_OPEN || event == AHD_JSON_STRING ||
           event == AHD_JSON_OTHER;
}

/* The value that `event` began, to its end. */
static ahd_str take_value(ahd_json_in *in, ahd_json_event event)
{
    int outside = in->depth - 1;
    const char *from = event == AHD_JSON_OPEN     ? in->json.ptr + in->at - 1
                       : event == AHD_JSON_STRING ? in->text.ptr - 1
                                                  : in->text.ptr;

    if (event == AHD_JSON_OPEN)
        while (in->depth > outside && event != AHD_JSON_BROKEN)
            event = ahd_json_in_next(in);
    return (ahd_str){from, (size_t)(in->json.ptr + in->at - from)};
}

static size_t find(ahd_str key, const char *const *names, size_t count)
{
    size_t i = 0;

    while (i < count && !ahd_str_eq(key, ahd_str_from(names[i])))
        i++;
    return i;
}

bool ahd_reading_fields(ahd_str json, const char *const *names, ahd_str *values,
                        size_t count)
{
    ahd_json_in in;
    ahd_json_event event;

    for (size_t i = 0; i < count; i++)
        values[i] = AHD_STR("");
    ahd_json_in_init(&in, json);
    if (ahd_json_in_next(&in) != AHD_JSON_OPEN || !ahd_json_in_object(&in))
        return false;
    while ((event = ahd_json_in_next(&in)) == AHD_JSON_KEY) {
        size_t i = find(in.text, names, count);
        event = ahd_json_in_next(&in);
        if (!is_value(event))
            return false;
        ahd_str value = take_value(&in, event);
        if (i < count && !ahd_str_eq(value, AHD_STR("null")))
            values[i] = value;
    }
    return event == AHD_JSON_CLOSE && ahd_json_in_next(&in) == AHD_JSON_END;
}

ahd_str ahd_reading_text(ahd_arena *arena, ahd_str value)
{
    char *out = ahd_arena_alloc(arena, 1, value.len + 4);
    size_t len = 0, n = 0;

    if (value.len < 2 || value.ptr[0] != '"')
        return value;
    ahd_str raw = {value.ptr + 1, value.len - 2};
    while (raw.len > 0) {
        const char *escape = memchr(raw.ptr, '\\', raw.len);
        size_t plain = escape ? (size_t)(escape - raw.ptr) : raw.len;
        memcpy(out + len, raw.ptr, plain);
        len += plain;
        raw = (ahd_str){raw.ptr + plain, raw.len - plain};
        if (raw.len == 0)
            break;
        size_t taken = ahd_json_in_char(raw, 0, out + len, &n);
        len += n;
        raw = (ahd_str){raw.ptr + taken, raw.len - taken};
    }
    return (ahd_str){out, len};
}

void ahd_reading_begin(ahd_json_in *in, ahd_str array)
{
    ahd_json_in_init(in, array);
    if (ahd_json_in_next(in) != AHD_JSON_OPEN || ahd_json_in_object(in))
        in->broken = true;
}

bool ahd_reading_next(ahd_json_in *in, ahd_str *item)
{
    ahd_json_event event = ahd_json_in_next(in);

    if (!is_value(event))
        return false;
    *item = take_value(in, event);
    return !in->broken;
}

size_t ahd_reading_numbers(ahd_str array, uint32_t out[AHD_READING_NUMBERS])
{
    ahd_json_in in;
    ahd_str item;
    size_t n = 0;

    ahd_reading_begin(&in, array);
    while (ahd_reading_next(&in, &item)) {
        if (n == AHD_READING_NUMBERS || !ahd_str_number(item, &out[n]))
            return 0;
        n++;
    }
    return in.broken ? 0 : n;
}
