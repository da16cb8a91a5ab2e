#include "cli/exporting.h"

#include "base/digest.h"
#include "cli/print.h"
#include "cli/stop.h"

static bool print_line(void *context, ahd_str line)
{
    (void)context;
    return ahd_print(line) && ahd_print(AHD_STR("\n")) && !ahd_stop_asked;
}

static bool hash_line(void *context, ahd_str line)
{
    ahd_digest_add(context, line);
    ahd_digest_add(context, AHD_STR("\n"));
    return !ahd_stop_asked;
}

ahd_status ahd_exporting_dump(ahd_record *record, ahd_error *error)
{
    return ahd_record_export(record, print_line, NULL, error);
}

ahd_status ahd_exporting_hash(ahd_record *record, ahd_error *error)
{
    char hex[AHD_SHA256_HEX];
    ahd_digest digest;

    ahd_digest_init(&digest);
    AHD_TRY(ahd_record_export(record, hash_line, &digest, error));
    if (ahd_stop_asked)
        return AHD_OK;
    ahd_digest_hex(&digest, hex);
    ahd_print((ahd_str){hex, sizeof hex});
    ahd_print(AHD_STR("\n"));
    return AHD_OK;
}
