/* exporting.h - a record as text: its dump, or the SHA-256 of that.
 *
 * On standard output, until it is closed or the command is asked to stop. */
#ifndef AHD_CLI_EXPORTING_H
#define AHD_CLI_EXPORTING_H

#include "ahd.h"

ahd_status ahd_exporting_dump(ahd_record *record, ahd_error *error);
ahd_status ahd_exporting_hash(ahd_record *record, ahd_error *error);

#endif
