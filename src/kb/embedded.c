/* The one kb of the program, and its language file, opened once. */
#include "kb/kb.h"

#include <pthread.h>
#include <stdlib.h>

extern const char ahd_kb_file_start[], ahd_kb_file_end[];
extern const char ahd_lang_file_start[], ahd_lang_file_end[];

static ahd_kb embedded;
static ahd_lexica lexica;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static ahd_str between(const char *start, const char *end)
{
    return (ahd_str){start, (size_t)(end - start)};
}

static void open_embedded(void)
{
    ahd_str kb = between(ahd_kb_file_start, ahd_kb_file_end);
    ahd_str lang = between(ahd_lang_file_start, ahd_lang_file_end);

    if (ahd_kb_load(kb, &embedded, NULL) != AHD_OK ||
        ahd_lang_load(lang, &lexica, NULL) != AHD_OK)
        abort(); /* the build embeds what it compiled: cannot happen */
    embedded.lang = &lexica;
}

const ahd_kb *ahd_kb_embedded(void)
{
    pthread_once(&once, open_embedded);
    return &embedded;
}
