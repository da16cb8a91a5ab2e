#include "audit/log_head.h"

#include "test.h"

#include <string.h>

static const ahd_log_head plain = {.size = 1234,
                                   .time = {"2026-11-28T17:00:00Z"}};

static ahd_log_head signed_head(ahd_signer *signer)
{
    ahd_log_head head = plain;

    head.root = ahd_hash_of(AHD_STR("root"));
    CHECK(ahd_log_head_new_signer(signer));
    CHECK(ahd_log_head_sign(&head, signer));
    return head;
}

/* The first vector of RFC 8032, 7.1: the seed and its public key. */
static void a_seed_has_the_key_of_the_standard(void)
{
    ahd_signer signer;
    char hex[AHD_HASH_HEX];

    CHECK(ahd_log_head_read_signer(
        AHD_STR("ahd key 1\nseed 9d61b19deffd5a60ba844af492ec2cc4"
                "4449c5697b326919703bac031cae7f60\n"),
        &signer));
    ahd_hash_hex(signer.key, hex);
    CHECK(memcmp(hex,
                 "d75a980182b10ab7d54bfed3c964073a"
                 "0ee172f3daa62325af021a68f707511a",
                 sizeof hex) == 0);
}

static void what_is_written_is_read(void)
{
    ahd_signer signer;
    ahd_log_head heads[] = {plain, signed_head(&signer)}, again;

    for (int i = 0; i < 2; i++) {
        ahd_buf text = AHD_BUF(AHD_LOG_HEAD_MOST),
                twice = AHD_BUF(AHD_LOG_HEAD_MOST);
        ahd_log_head_write(&heads[i], &text);
        CHECK(ahd_log_head_read(ahd_buf_str(&text), &again));
        CHECK(again.is_signed == (i == 1) &&
              ahd_log_head_signature_fits(&again));
        ahd_log_head_write(&again, &twice);
        CHECK(ahd_str_eq(ahd_buf_str(&text), ahd_buf_str(&twice)));
        ahd_buf_finish(&text);
        ahd_buf_finish(&twice);
    }
}

/* Every byte of the text counts. */
static void what_was_changed_is_noticed(void)
{
    ahd_signer signer;
    ahd_log_head head = signed_head(&signer), again;
    ahd_buf text = AHD_BUF(AHD_LOG_HEAD_MOST);

    ahd_log_head_write(&head, &text);
    for (size_t i = 0; i < text.len; i++) {
        char was = text.ptr[i];
        text.ptr[i] = was == '0' ? '1' : '0';
        CHECK(!ahd_log_head_read(ahd_buf_str(&text), &again) ||
              !ahd_log_head_signature_fits(&again));
        text.ptr[i] = was;
    }
    for (size_t len = 0; len < text.len; len++)
        CHECK(!ahd_log_head_read((ahd_str){text.ptr, len}, &again) ||
              !again.is_signed || len + 1 == text.len);
    ahd_buf_finish(&text);
}

static void a_key_comes_back_from_its_file(void)
{
    ahd_buf text = AHD_BUF(AHD_LOG_HEAD_MOST);
    ahd_signer signer, again;

    CHECK(ahd_log_head_new_signer(&signer));
    ahd_log_head_write_signer(&signer, &text);
    CHECK(ahd_log_head_read_signer(ahd_buf_str(&text), &again));
    CHECK(ahd_hash_eq(&signer.key, &again.key));
    CHECK(!ahd_log_head_read_signer((ahd_str){text.ptr, text.len - 2}, &again));
    ahd_log_head_forget(&signer);
    CHECK(!ahd_hash_eq(&signer.key, &again.key));
    ahd_buf_finish(&text);
}

int main(void)
{
    RUN(a_seed_has_the_key_of_the_standard);
    RUN(what_is_written_is_read);
    RUN(what_was_changed_is_noticed);
    RUN(a_key_comes_back_from_its_file);
    return test_failures != 0;
}
