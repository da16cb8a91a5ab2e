#include "audit/log_head.h"

#include <inttypes.h>
#include <sodium.h>
#include <string.h>

#define TITLE "ahd head 1"
#define KEY_TITLE "ahd key 1"

/* --------------------------------------------------------------- writing */

static void put_hex(ahd_buf *out, const char *name, const unsigned char *bytes,
                    size_t count)
{
    ahd_buf_printf(out, "%s ", name);
    for (size_t i = 0; i < count; i++)
        ahd_buf_printf(out, "%02x", bytes[i]);
    ahd_buf_byte(out, '\n');
}

/* All that is signed. */
static void put_told(const ahd_log_head *head, ahd_buf *out)
{
    ahd_buf_printf(out, TITLE "\nsize %" PRIu64 "\n", head->size);
    put_hex(out, "root", head->root.bytes, AHD_HASH_BYTES);
    ahd_buf_printf(out, "time %.*s\n", AHD_LOG_HEAD_TIME, head->time);
    if (head->is_signed)
        put_hex(out, "key", head->key.bytes, AHD_HASH_BYTES);
}

void ahd_log_head_write(const ahd_log_head *head, ahd_buf *out)
{
    put_told(head, out);
    if (head->is_signed)
        put_hex(out, "signature", head->signature, sizeof head->signature);
}

/* --------------------------------------------------------------- reading */

/* The value of the next line, which must have this name. */
static bool take(ahd_str *rest, const char *name, ahd_str *value)
{
    ahd_str line = ahd_str_cut(rest, '\n'), key = ahd_str_from(name);

    if (!ahd_str_starts(line, key) || line.len <= key.len ||
        line.ptr[key.len] != ' ')
        return false;
    *value = (ahd_str){line.ptr + key.len + 1, line.len - key.len - 1};
    return true;
}

static bool take_hash(ahd_str *rest, const char *name, ahd_hash *out)
{
    ahd_str hex;

    return take(rest, name, &hex) && ahd_hash_read(hex, out);
}

static bool take_number(ahd_str *rest, const char *name, uint64_t *out)
{
    ahd_str digits;

    *out = 0;
    if (!take(rest, name, &digits) || digits.len == 0 || digits.len > 18)
        return false;
    for (size_t i = 0; i < digits.len; i++) {
        if (digits.ptr[i] < '0' || digits.ptr[i] > '9')
            return false;
        *out = 10 * *out + (uint64_t)(digits.ptr[i] - '0');
    }
    return true;
}

static bool take_signature(ahd_str *rest, ahd_log_head *out)
{
    enum { HALF = AHD_HASH_BYTES, HALF_HEX = AHD_HASH_HEX };
    ahd_hash half[2];
    ahd_str hex;

    if (!take_hash(rest, "key", &out->key) || !take(rest, "signature", &hex) ||
        hex.len != (size_t)2 * HALF_HEX)
        return false;
    for (int i = 0; i < 2; i++) {
        ahd_str part = {hex.ptr + i * HALF_HEX, HALF_HEX};
        if (!ahd_hash_read(part, &half[i]))
            return false;
        memcpy(out->signature + i * HALF, half[i].bytes, HALF);
    }
    out->is_signed = true;
    return true;
}

bool ahd_log_head_read(ahd_str text, ahd_log_head *out)
{
    bool whole = text.len > 0 && text.ptr[text.len - 1] == '\n';
    ahd_str title = ahd_str_cut(&text, '\n'), time;

    *out = (ahd_log_head){.size = 0};
    if (!whole || !ahd_str_eq(title, AHD_STR(TITLE)) ||
        !take_number(&text, "size", &out->size) ||
        !take_hash(&text, "root", &out->root) || !take(&text, "time", &time) ||
        time.len != AHD_LOG_HEAD_TIME)
        return false;
    memcpy(out->time, time.ptr, AHD_LOG_HEAD_TIME);
    if (text.len > 0 && !take_signature(&text, out))
        return false;
    return text.len == 0;
}

/* --------------------------------------------------------------- signing */

static bool keys_of(const ahd_hash *seed, ahd_hash *key,
                    unsigned char secret[crypto_sign_SECRETKEYBYTES])
{
    return sodium_init() >= 0 &&
           crypto_sign_seed_keypair(key->bytes, secret, seed->bytes) == 0;
}

static bool complete(ahd_signer *signer)
{
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
    bool done = keys_of(&signer->seed, &signer->key, secret);

    sodium_memzero(secret, sizeof secret);
    return done;
}

bool ahd_log_head_new_signer(ahd_signer *out)
{
    if (sodium_init() < 0)
        return false;
    randombytes_buf(out->seed.bytes, AHD_HASH_BYTES);
    return complete(out);
}

bool ahd_log_head_sign(ahd_log_head *head, const ahd_signer *signer)
{
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
    ahd_buf told = AHD_BUF(AHD_LOG_HEAD_MOST);
    bool done = keys_of(&signer->seed, &head->key, secret);

    head->is_signed = true;
    put_told(head, &told);
    done = done && !told.failed &&
           crypto_sign_detached(head->signature, NULL,
                                (const unsigned char *)told.ptr, told.len,
                                secret) == 0;
    sodium_memzero(secret, sizeof secret);
    ahd_buf_finish(&told);
    return done;
}

bool ahd_log_head_signature_fits(const ahd_log_head *head)
{
    ahd_buf told = AHD_BUF(AHD_LOG_HEAD_MOST);

    if (!head->is_signed)
        return true;
    put_told(head, &told);
    bool fits = sodium_init() >= 0 && !told.failed &&
                crypto_sign_verify_detached(head->signature,
                                            (const unsigned char *)told.ptr,
                                            told.len, head->key.bytes) == 0;
    ahd_buf_finish(&told);
    return fits;
}

/* ------------------------------------------------------------------ keys */

void ahd_log_head_write_signer(const ahd_signer *signer, ahd_buf *out)
{
    ahd_buf_add(out, AHD_STR(KEY_TITLE "\n"));
    put_hex(out, "seed", signer->seed.bytes, AHD_HASH_BYTES);
}

bool ahd_log_head_read_signer(ahd_str text, ahd_signer *out)
{
    ahd_str title = ahd_str_cut(&text, '\n');

    return ahd_str_eq(title, AHD_STR(KEY_TITLE)) &&
           take_hash(&text, "seed", &out->seed) && text.len == 0 &&
           complete(out);
}

void ahd_log_head_forget(ahd_signer *signer)
{
    sodium_memzero(signer, sizeof *signer);
}
