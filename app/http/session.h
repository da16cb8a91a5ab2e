/* session.h - a reader who is known again, and the tokens of our forms.
 *
 *     Cookie: ahd=4f…9c.%D9%87%D8%AF%D9%89   → id 4f…9c, name «هدى»
 *     token of that id                       → 64 digits that only we can make
 *
 * The cookie is no login: it keeps the name that its reader chose, and an id
 * that forms are bound to. A form brings the token of the id, which another
 * site can neither read nor make: it is a keyed hash with a key that is random
 * in each process, so after a new start a page has to be opened again. */
#ifndef AHD_HTTP_SESSION_H
#define AHD_HTTP_SESSION_H

#include "base/buf.h"
#include "http/request.h"

enum {
    AHD_SESSION_KEY = 32,
    AHD_SESSION_ID = 32,    /* hexadecimal digits */
    AHD_SESSION_TOKEN = 64, /* the same */
};

typedef struct ahd_session {
    char id[AHD_SESSION_ID + 1], token[AHD_SESSION_TOKEN + 1];
    char name[AHD_REQUEST_NAME + 1];
    size_t name_len;
    bool is_new; /* the cookie said nothing that can be used */
} ahd_session;

/* A new key; false when the system gives no random numbers. */
bool ahd_session_key(unsigned char key[AHD_SESSION_KEY]);

/* Of the header Cookie; who has none gets a new id. */
void ahd_session_read(const unsigned char key[AHD_SESSION_KEY], ahd_str cookie,
                      ahd_session *out);

/* Is it the token of this session? Takes as long for every wrong one. */
bool ahd_session_fits(const ahd_session *session, ahd_str token);

/* The value of Set-Cookie that keeps the session with that name. */
void ahd_session_write(const ahd_session *session, ahd_str name, ahd_buf *out);

#endif
