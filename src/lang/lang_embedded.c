/* The one language file of the program, opened once. */
#include "lang/lang.h"

#include <pthread.h>
#include <stdlib.h>

extern const char ahd_lang_file_start[], ahd_lang_file_end[];

static ahd_lexica embedded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_embedded(void)
{
    ahd_str file = {ahd_lang_file_start,
                    (size_t)(ahd_lang_file_end - ahd_lang_file_start)};

    if (ahd_lang_load(file, &embedded, NULL) != AHD_OK)
        abort(); /* the build embeds what it compiled: cannot happen */
}

const ahd_lexica *ahd_lang_embedded(void)
{
    pthread_once(&once, open_embedded);
    return &embedded;
}
