/* head_file.h - heads and keys as files.
 *
 *     ahd_head_file_read("libya.head", &head, &error);
 *
 * A file is written whole or not at all, and a key for its owner only. */
#ifndef AHD_ENGINE_HEAD_FILE_H
#define AHD_ENGINE_HEAD_FILE_H

#include "audit/log_head.h"
#include "base/error.h"
#include "store/store.h"

AHD_MUST_USE ahd_status ahd_head_file_read(const char *path, ahd_log_head *out,
                                           ahd_error *error);

/* The head of the log as it is, signed when there is a file of a key. */
AHD_MUST_USE ahd_status ahd_head_file_make(ahd_store *store, const char *key,
                                           ahd_log_head *out, ahd_error *error);

#endif
