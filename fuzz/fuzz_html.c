#include "html/entity.h"
#include "html/markup.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void read_attributes(const ahd_markup_token *token)
{
    ahd_str rest = token->attributes, name, value;

    while (ahd_markup_attribute(&rest, &name, &value))
        check(name.len > 0 && value.ptr + value.len <= rest.ptr);
}

static void read_entities(ahd_str text)
{
    char out[AHD_ENTITY_BYTES];
    size_t len = 0;

    for (size_t i = 0; i < text.len; i++) {
        size_t taken =
            text.ptr[i] == '&' ? ahd_entity_read(text, i, out, &len) : 0;
        check(taken == 0 ||
              (taken <= text.len - i && len <= ahd_entity_room(taken)));
    }
}

/* Tokens are slices of the page, one after another. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ahd_str page = {(const char *)data, size};
    const char *at = page.ptr;
    ahd_markup markup;
    ahd_markup_token token;

    ahd_markup_init(&markup, page);
    while (ahd_markup_next(&markup, &token)) {
        check(token.text.ptr >= at && token.text.len > 0);
        at = token.text.ptr + token.text.len;
        check(at <= page.ptr + page.len);
        if (token.kind == AHD_MARKUP_START)
            read_attributes(&token);
        if (token.kind == AHD_MARKUP_TEXT)
            read_entities(token.text);
    }
    return 0;
}
