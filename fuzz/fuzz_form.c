/* A form and a cookie of any bytes. Fields lie in the body, each ended by a
 * NUL, and hold no more than was sent; a name that a cookie keeps comes back as
 * it was, and no token fits another session. */
#include "http/form.h"
#include "http/session.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 1 << 16, FIELDS = 64, COOKIE = 4096 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void read_form(const uint8_t *data, size_t size)
{
    static ahd_param fields[FIELDS];
    char *body = malloc(size + 1);
    size_t sum = 0;

    if (body == NULL)
        return;
    memcpy(body, data, size);
    size_t count = ahd_form_read(body, size, fields, FIELDS);
    check(count <= FIELDS);
    for (size_t i = 0; i < count; i++) {
        ahd_str value = fields[i].value;
        bool inside = value.ptr >= body && value.ptr + value.len <= body + size;
        check(inside || value.len == 0);
        check(value.ptr[value.len] == '\0');
        sum += fields[i].name.len + value.len;
    }
    check(sum <= size);
    free(body);
}

static void read_cookie(const uint8_t *data, size_t size)
{
    static const unsigned char key[AHD_SESSION_KEY] = {1};
    ahd_session first, again;
    ahd_buf kept = AHD_BUF(COOKIE);

    ahd_session_read(key, (ahd_str){(const char *)data, size}, &first);
    check(first.name_len <= AHD_REQUEST_NAME);
    ahd_session_write(&first, (ahd_str){first.name, first.name_len}, &kept);
    check(!kept.failed && memchr(kept.ptr, '\n', kept.len) == NULL);
    ahd_session_read(key, ahd_buf_str(&kept), &again);
    check(!again.is_new && strcmp(again.id, first.id) == 0);
    check(again.name_len == first.name_len &&
          memcmp(again.name, first.name, first.name_len) == 0);
    check(ahd_session_fits(&again, (ahd_str){first.token, AHD_SESSION_TOKEN}));
    check(!ahd_session_fits(&again, (ahd_str){(const char *)data, size}) ||
          size == AHD_SESSION_TOKEN);
    ahd_buf_finish(&kept);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > MOST)
        return 0;
    read_form(data, size);
    read_cookie(data, size);
    return 0;
}
