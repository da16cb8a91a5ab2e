#include "http/session.h"

#include "test.h"

#include <stdio.h>

#define ID "0123456789abcdef0123456789abcdef"

static unsigned char key[AHD_SESSION_KEY];

static ahd_session session(const char *cookie)
{
    ahd_session out;

    ahd_session_read(key, ahd_str_from(cookie), &out);
    return out;
}

static ahd_str name(const ahd_session *s)
{
    return (ahd_str){s->name, s->name_len};
}

static void a_cookie_is_known_again(void)
{
    ahd_session s = session("x=1; ahd=" ID ".%D9%87%D8%AF%D9%89; y=2");

    CHECK(!s.is_new);
    CHECK_STR(ahd_str_from(s.id), ID);
    CHECK_STR(name(&s), "هدى");
}

static void a_name_comes_back_as_it_was(void)
{
    static const char *const names[] = {"هدى", "a;b=c", "100% + 1", "\"<>\r\n",
                                        "."};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ahd_session s = session("ahd=" ID);
        ahd_buf out = AHD_BUF(2048);
        char cookie[512];
        ahd_session_write(&s, ahd_str_from(names[i]), &out);
        ahd_str rest = ahd_buf_str(&out), pair = ahd_str_cut(&rest, ';');
        snprintf(cookie, sizeof cookie, "%.*s", AHD_STR_ARG(pair));
        s = session(cookie);
        CHECK(ahd_str_eq(name(&s), ahd_str_from(names[i])));
        CHECK(ahd_str_find(rest, AHD_STR("HttpOnly")) < rest.len);
        CHECK(ahd_str_find(rest, AHD_STR("SameSite=Strict")) < rest.len);
        CHECK(memchr(out.ptr, '\n', out.len) == NULL);
        ahd_buf_finish(&out);
    }
}

static void what_is_no_id_of_ours_is_new(void)
{
    static const char *const cookies[] = {
        "",
        "ahd=",
        "ahd=short.x",
        "ahd=" ID "0",
        "bahd=" ID,
        "ahd=0123456789ABCDEF0123456789ABCDEF"};

    for (size_t i = 0; i < sizeof cookies / sizeof *cookies; i++) {
        ahd_session s = session(cookies[i]);
        CHECK(s.is_new);
        CHECK(strlen(s.id) == AHD_SESSION_ID);
    }
    ahd_session a = session(""), b = session("");
    CHECK(strcmp(a.id, b.id) != 0);
}

static void a_name_too_long_is_none(void)
{
    char cookie[1024];

    snprintf(cookie, sizeof cookie, "ahd=" ID ".%0201d", 1);
    ahd_session s = session(cookie);
    CHECK(!s.is_new);
    CHECK(s.name_len == 0);
    snprintf(cookie, sizeof cookie, "ahd=" ID ".%0900d", 1);
    s = session(cookie);
    CHECK(s.name_len == 0);
}

static void a_token_fits_its_own_session_only(void)
{
    ahd_session s = session("ahd=" ID), other = session("ahd=1" ID);
    ahd_session turned = session("ahd=1123456789abcdef0123456789abcdef");
    ahd_str token = {s.token, AHD_SESSION_TOKEN};

    CHECK(ahd_session_fits(&s, token));
    CHECK(!ahd_session_fits(&other, token));
    CHECK(!ahd_session_fits(&turned, token));
    CHECK(!ahd_session_fits(&s, AHD_STR("")));
    CHECK(!ahd_session_fits(&s, (ahd_str){token.ptr, token.len - 1}));
    token = (ahd_str){turned.token, AHD_SESSION_TOKEN};
    CHECK(!ahd_session_fits(&s, token));
}

static void a_new_session_has_sent_no_form(void)
{
    ahd_session s = session("");

    CHECK(!ahd_session_fits(&s, (ahd_str){s.token, AHD_SESSION_TOKEN}));
}

static void another_process_has_other_tokens(void)
{
    ahd_session before = session("ahd=" ID);

    CHECK(ahd_session_key(key));
    ahd_session after = session("ahd=" ID);
    CHECK(
        !ahd_session_fits(&after, (ahd_str){before.token, AHD_SESSION_TOKEN}));
}

int main(void)
{
    CHECK(ahd_session_key(key));
    RUN(a_cookie_is_known_again);
    RUN(a_name_comes_back_as_it_was);
    RUN(what_is_no_id_of_ours_is_new);
    RUN(a_name_too_long_is_none);
    RUN(a_token_fits_its_own_session_only);
    RUN(a_new_session_has_sent_no_form);
    RUN(another_process_has_other_tokens);
    return test_failures != 0;
}
