/* log_head.h - what a log was at some time, in a few lines to keep elsewhere:
 *
 *     ahd head 1
 *     size 1234
 *     root 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
 *     time 2026-11-28T17:00:00Z
 *     key b1f4…             of who signs; without a key these two are absent
 *     signature 08c2…       Ed25519 (RFC 8032) of all lines above
 *
 * Signing is libsodium's. */
#ifndef AHD_AUDIT_HEAD_H
#define AHD_AUDIT_HEAD_H

#include "audit/merkle.h"

enum {
    AHD_LOG_HEAD_TIME = sizeof "2020-10-26T08:30:00Z" - 1,
    AHD_LOG_HEAD_MOST = 1024
};

typedef struct ahd_log_head {
    uint64_t size;
    ahd_hash root, key;
    char time[AHD_LOG_HEAD_TIME];
    bool is_signed;
    unsigned char signature[64];
} ahd_log_head;

/* Whoever has `seed` signs as `key`. */
typedef struct ahd_signer {
    ahd_hash seed, key;
} ahd_signer;

void ahd_log_head_write(const ahd_log_head *head, ahd_buf *out);
bool ahd_log_head_read(ahd_str text,
                       ahd_log_head *out); /* false: it is no head */

/* False where libsodium does not work here. */
bool ahd_log_head_new_signer(ahd_signer *out);
bool ahd_log_head_sign(ahd_log_head *head, const ahd_signer *signer);
bool ahd_log_head_signature_fits(
    const ahd_log_head *head); /* true when unsigned */

/* As the file of a key: two lines, "ahd key 1" and "seed …". */
void ahd_log_head_write_signer(const ahd_signer *signer, ahd_buf *out);
bool ahd_log_head_read_signer(ahd_str text, ahd_signer *out);
void ahd_log_head_forget(
    ahd_signer *signer); /* nothing of it stays in memory */

#endif
