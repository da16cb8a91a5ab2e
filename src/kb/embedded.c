/* The one kb of the program, opened once. */
#include "kb/kb.h"

#include <pthread.h>
#include <stdlib.h>

extern const char ahd_kb_file_start[], ahd_kb_file_end[];

static ahd_kb embedded;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_embedded(void)
{
    ahd_str file = {ahd_kb_file_start,
                    (size_t)(ahd_kb_file_end - ahd_kb_file_start)};

    if (ahd_kb_load(file, &embedded, NULL) != AHD_OK)
        abort(); /* the build embeds what it compiled: cannot happen */
    embedded.lang = ahd_lang_embedded();
}

const ahd_kb *ahd_kb_embedded(void)
{
    pthread_once(&once, open_embedded);
    return &embedded;
}
