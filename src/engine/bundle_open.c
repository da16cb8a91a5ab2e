#include "engine/bundle.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

enum { BLOCK = 64 << 10 };

struct archive *ahd_bundle_open(const char *path)
{
    struct archive *tar = archive_read_new();

    if (tar == NULL)
        return NULL;
    archive_read_support_format_tar(tar);
    if (archive_read_open_filename(tar, path, BLOCK) == ARCHIVE_OK)
        return tar;
    archive_read_free(tar);
    return NULL;
}

bool ahd_is_bundle(const char *path)
{
    struct archive *tar = ahd_bundle_open(path);
    struct archive_entry *entry;

    if (tar == NULL)
        return false;
    bool is = archive_read_next_header(tar, &entry) == ARCHIVE_OK &&
              archive_entry_pathname(entry) != NULL &&
              strcmp(archive_entry_pathname(entry), AHD_BUNDLE_TITLE) == 0;
    archive_read_free(tar);
    return is;
}
