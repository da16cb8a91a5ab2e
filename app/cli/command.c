#include "cli/command.h"

int ahd_command_exit(ahd_status status)
{
    static const int codes[] = {
        [AHD_OK] = AHD_EXIT_OK,         [AHD_ENOMEM] = AHD_EXIT_LIMIT,
        [AHD_EIO] = AHD_EXIT_INPUT,     [AHD_EFORMAT] = AHD_EXIT_INPUT,
        [AHD_ESTORE] = AHD_EXIT_RECORD, [AHD_ELIMIT] = AHD_EXIT_LIMIT,
        [AHD_EUSAGE] = AHD_EXIT_USAGE,
    };

    return codes[status];
}
