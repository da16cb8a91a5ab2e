/* A stack of levels; each has the sorted names of one folder and how far they
 * were read. `path` is the folder of the top level while between calls. */
#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { DEEPEST = 64, PATH_BYTES = 4096 };

typedef struct level {
    struct dirent **names;
    int count, next;
    size_t path_len; /* of this folder's own path */
} level;

struct ahd_folder {
    level levels[DEEPEST];
    int depth;
    bool found; /* a file was handed out, or it was said that none is there */
    char path[PATH_BYTES];
};

static void drop_names(level *l)
{
    for (int i = 0; i < l->count; i++)
        free(l->names[i]);
    free(l->names);
    *l = (level){0};
}

/* Not alphasort: its order is the locale's. */
static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static ahd_status refused(const char *path, ahd_error *error)
{
    int why = errno;

    ahd_fail_at(error, AHD_EIO, path, 0,
                "cannot read this folder: %s; make it readable or leave it out",
                strerror(why));
    if (error != NULL)
        error->system = why;
    return AHD_EIO;
}

/* Make the folder at folder->path the top level. */
static ahd_status enter(ahd_folder *folder, ahd_error *error)
{
    level l = {.path_len = strlen(folder->path)};

    if (folder->depth == DEEPEST)
        return ahd_fail_at(error, AHD_ELIMIT, folder->path, 0,
                           "is more than %d folders deep; move it up", DEEPEST);
    l.count = scandir(folder->path, &l.names, is_shown, by_name);
    if (l.count < 0)
        return refused(folder->path, error);
    folder->levels[folder->depth++] = l;
    return AHD_OK;
}

ahd_status ahd_folder_open(const char *path, ahd_folder **out, ahd_error *error)
{
    ahd_folder *folder = calloc(1, sizeof *folder);
    size_t len = strlen(path);

    *out = NULL;
    if (folder == NULL)
        return ahd_fail_at(error, AHD_ENOMEM, path, 0, "no memory");
    while (len > 1 && path[len - 1] == '/')
        len--;
    ahd_status status =
        len >= PATH_BYTES
            ? ahd_fail_at(error, AHD_ELIMIT, path, 0, "the path is too long")
            : AHD_OK;
    if (status == AHD_OK) {
        memcpy(folder->path, path, len);
        status = enter(folder, error);
    }
    if (status != AHD_OK) {
        ahd_folder_close(folder);
        return status;
    }
    *out = folder;
    return AHD_OK;
}

/* Set folder->path to the next name of the top level; false at its end. */
static bool step(ahd_folder *folder, bool *too_long)
{
    level *top = &folder->levels[folder->depth - 1];

    if (top->next == top->count)
        return false;
    const char *name = top->names[top->next++]->d_name;
    const char *slash = folder->path[top->path_len - 1] == '/' ? "" : "/";
    int len = snprintf(folder->path + top->path_len, PATH_BYTES - top->path_len,
                       "%s%s", slash, name);
    *too_long = len < 0 || (size_t)len >= PATH_BYTES - top->path_len;
    return true;
}

/* What the path at hand is: a folder to enter, a file for `out`, or neither. */
static ahd_status look(ahd_folder *folder, const char **out, ahd_error *error)
{
    struct stat own, target;

    if (lstat(folder->path, &own) == 0 && S_ISDIR(own.st_mode))
        return enter(folder, error);
    bool known = stat(folder->path, &target) == 0;
    if (known && S_ISDIR(target.st_mode))
        return AHD_OK; /* a link: it could lead in a circle */
    folder->found = true;
    if (known && !S_ISREG(target.st_mode))
        return ahd_fail_at(error, AHD_EFORMAT, folder->path, 0,
                           "is not a file; leave it out");
    *out = folder->path;
    return AHD_OK;
}

ahd_status ahd_folder_next(ahd_folder *folder, const char **out,
                           ahd_error *error)
{
    *out = NULL;
    while (folder->depth > 0) {
        level *top = &folder->levels[folder->depth - 1];
        bool too_long;
        folder->path[top->path_len] = 0;
        if (!step(folder, &too_long)) {
            drop_names(top);
            folder->depth--;
            continue;
        }
        if (too_long)
            return ahd_fail_at(error, AHD_ELIMIT, folder->path, 0,
                               "the path is too long");
        AHD_TRY(look(folder, out, error));
        if (*out != NULL)
            return AHD_OK;
    }
    if (folder->found)
        return AHD_OK;
    folder->found = true;
    return ahd_fail_at(error, AHD_EFORMAT, folder->path, 0,
                       "no page is in this folder; name another");
}

void ahd_folder_close(ahd_folder *folder)
{
    if (folder == NULL)
        return;
    while (folder->depth > 0)
        drop_names(&folder->levels[--folder->depth]);
    free(folder);
}
