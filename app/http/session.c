#include "http/session.h"

#include "http/form.h"

#include <sodium.h>

#define COOKIE "ahd="

_Static_assert(AHD_SESSION_KEY == crypto_auth_KEYBYTES, "key of crypto_auth");
_Static_assert(AHD_SESSION_TOKEN == 2 * crypto_auth_BYTES, "its hash");

bool ahd_session_key(unsigned char key[AHD_SESSION_KEY])
{
    if (sodium_init() < 0)
        return false;
    crypto_auth_keygen(key);
    return true;
}

/* ------------------------------------------------------------ the cookie */

static bool is_id(ahd_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (!(s.ptr[i] >= '0' && s.ptr[i] <= '9') &&
            !(s.ptr[i] >= 'a' && s.ptr[i] <= 'f'))
            return false;
    }
    return s.len == AHD_SESSION_ID;
}

/* "a=1; ahd=…; b=2": of several of our name the first counts. */
static ahd_str find_ours(ahd_str cookie)
{
    while (cookie.len > 0) {
        ahd_str one = ahd_str_trim(ahd_str_cut(&cookie, ';'));
        if (ahd_str_starts(one, AHD_STR(COOKIE)))
            return (ahd_str){one.ptr + sizeof COOKIE - 1,
                             one.len - (sizeof COOKIE - 1)};
    }
    return AHD_STR("");
}

/* A name that is too long is none. */
static void read_name(ahd_session *s, ahd_str encoded)
{
    char bytes[3 * AHD_REQUEST_NAME + 1];
    ahd_param piece;

    if (encoded.len >= sizeof bytes || encoded.len == 0)
        return;
    memcpy(bytes, encoded.ptr, encoded.len);
    if (ahd_form_read(bytes, encoded.len, &piece, 1) == 0 ||
        piece.name.len > AHD_REQUEST_NAME)
        return;
    memcpy(s->name, piece.name.ptr, piece.name.len);
    s->name_len = piece.name.len;
}

static void put_hex(const unsigned char *bytes, size_t count, char *out)
{
    static const char digits[] = "0123456789abcdef";

    for (size_t i = 0; i < count; i++) {
        *out++ = digits[bytes[i] >> 4];
        *out++ = digits[bytes[i] & 15];
    }
    *out = '\0';
}

void ahd_session_read(const unsigned char key[AHD_SESSION_KEY], ahd_str cookie,
                      ahd_session *out)
{
    unsigned char bytes[crypto_auth_BYTES];
    ahd_str rest = find_ours(cookie), id = ahd_str_cut(&rest, '.');

    *out = (ahd_session){.is_new = !is_id(id)};
    if (out->is_new) {
        randombytes_buf(bytes, AHD_SESSION_ID / 2);
        put_hex(bytes, AHD_SESSION_ID / 2, out->id);
    } else {
        memcpy(out->id, id.ptr, id.len);
        read_name(out, rest);
    }
    crypto_auth(bytes, (const unsigned char *)out->id, AHD_SESSION_ID, key);
    put_hex(bytes, sizeof bytes, out->token);
}

bool ahd_session_fits(const ahd_session *session, ahd_str token)
{
    return token.len == AHD_SESSION_TOKEN && !session->is_new &&
           sodium_memcmp(session->token, token.ptr, token.len) == 0;
}

/* Letters and digits as they are, all else as "%XX". */
static void put_encoded(ahd_str s, ahd_buf *out)
{
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                     (c >= 'A' && c <= 'Z');
        if (plain)
            ahd_buf_byte(out, (char)c);
        else
            ahd_buf_printf(out, "%%%02X", c);
    }
}

/* A year; sent to no other site, shown to no script. */
void ahd_session_write(const ahd_session *session, ahd_str name, ahd_buf *out)
{
    ahd_buf_printf(out, COOKIE "%s.", session->id);
    put_encoded(name, out);
    ahd_buf_add(out, AHD_STR("; Path=/; Max-Age=31536000; HttpOnly; "
                             "SameSite=Strict"));
}
