#include "cli/exporting.h"

#include "base/hashing.h"
#include "cli/print.h"
#include "cli/stop.h"

static bool print_line(void *context, ahd_str line)
{
    (void)context;
    return ahd_print(line) && ahd_print(AHD_STR("\n")) && !ahd_stop_asked;
}

static bool hash_line(void *context, ahd_str line)
{
    ahd_hashing_add(context, line);
    ahd_hashing_add(context, AHD_STR("\n"));
    return !ahd_stop_asked;
}

ahd_status ahd_exporting_dump(ahd_record *record, ahd_error *error)
{
    return ahd_record_export(record, print_line, NULL, error);
}

ahd_status ahd_exporting_hash(ahd_record *record, ahd_error *error)
{
    char hex[AHD_SHA256_HEX];
    ahd_hashing hashing;

    ahd_hashing_init(&hashing);
    AHD_TRY(ahd_record_export(record, hash_line, &hashing, error));
    if (ahd_stop_asked)
        return AHD_OK;
    ahd_hashing_hex(&hashing, hex);
    ahd_print((ahd_str){hex, sizeof hex});
    ahd_print(AHD_STR("\n"));
    return AHD_OK;
}
