#include "web/field.h"

ahd_status ahd_field_parse(const ahd_buf *from, json_t **out, ahd_error *error)
{
    json_error_t why;

    if (from->failed)
        return ahd_fail(error, AHD_ELIMIT, "this entry is too large to show");
    *out =
        json_loadb(from->len ? from->ptr : "", from->len, JSON_ALLOW_NUL, &why);
    if (*out == NULL)
        return ahd_fail(error, AHD_EFORMAT, "the record's JSON is broken: %s",
                        why.text);
    return AHD_OK;
}

ahd_str ahd_field_string(const json_t *value)
{
    if (!json_is_string(value))
        return AHD_STR("");
    return (ahd_str){json_string_value(value), json_string_length(value)};
}

ahd_str ahd_field_text(const json_t *object, const char *key)
{
    return ahd_field_string(json_object_get(object, key));
}

int64_t ahd_field_number(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

double ahd_field_real(const json_t *object, const char *key)
{
    return json_number_value(json_object_get(object, key));
}

bool ahd_field_true(const json_t *object, const char *key)
{
    return json_is_true(json_object_get(object, key));
}

bool ahd_field_pair(const json_t *value, ahd_range *out)
{
    json_int_t start = json_integer_value(json_array_get(value, 0));
    json_int_t end = json_integer_value(json_array_get(value, 1));

    if (json_array_size(value) != 2 || start < 0 || end < start ||
        end > UINT32_MAX)
        return false;
    *out = (ahd_range){(uint32_t)start, (uint32_t)end};
    return true;
}

bool ahd_field_range(const json_t *object, const char *key, ahd_range *out)
{
    return ahd_field_pair(json_object_get(object, key), out);
}

const json_t *ahd_field_list(const json_t *object, const char *key)
{
    const json_t *list = json_object_get(object, key);

    return json_is_array(list) ? list : NULL;
}
