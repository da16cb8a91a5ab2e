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
    char **names;
    size_t count, next;
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
    for (size_t i = 0; i < l->count; i++)
        free(l->names[i]);
    free(l->names);
    *l = (level){0};
}

static int by_name(const void *a, const void *b)
{
    const char *const *left = a, *const *right = b;

    return strcmp(*left, *right);
}

static bool keep_name(level *l, const char *name)
{
    if ((l->count & (l->count - 1)) == 0) { /* room for 1, 2, 4, 8 … */
        size_t room = l->count ? l->count * 2 : 1;
        char **wider = realloc(l->names, room * sizeof *wider);
        if (wider == NULL)
            return false;
        l->names = wider;
    }
    l->names[l->count] = strdup(name);
    return l->names[l->count] != NULL && ++l->count > 0;
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

static bool read_names(DIR *dir, level *l)
{
    const struct dirent *entry;

    while ((entry = readdir(dir)) != NULL)
        if (entry->d_name[0] != '.' && !keep_name(l, entry->d_name))
            return false;
    return true;
}

/* Make the folder at folder->path the top level. */
static ahd_status enter(ahd_folder *folder, ahd_error *error)
{
    level l = {.path_len = strlen(folder->path)};

    if (folder->depth == DEEPEST)
        return ahd_fail_at(error, AHD_ELIMIT, folder->path, 0,
                           "is more than %d folders deep; move it up", DEEPEST);
    DIR *dir = opendir(folder->path);
    if (dir == NULL)
        return refused(folder->path, error);
    bool complete = read_names(dir, &l);
    closedir(dir);
    if (!complete) {
        drop_names(&l);
        return ahd_fail_at(error, AHD_ENOMEM, folder->path, 0,
                           "no memory for the names in this folder");
    }
    if (l.count > 0)
        qsort(l.names, l.count, sizeof *l.names, by_name);
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
    const char *name = top->names[top->next++];
    const char *slash = folder->path[top->path_len - 1] == '/' ? "" : "/";
    int len = snprintf(folder->path + top->path_len, PATH_BYTES - top->path_len,
                       "%s%s", slash, name);
    *too_long = len < 0 || (size_t)len >= PATH_BYTES - top->path_len;
    return true;
}

ahd_status ahd_folder_next(ahd_folder *folder, const char **out,
                           ahd_error *error)
{
    *out = NULL;
    while (folder->depth > 0) {
        level *top = &folder->levels[folder->depth - 1];
        struct stat own, target;
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
        if (lstat(folder->path, &own) == 0 && S_ISDIR(own.st_mode)) {
            AHD_TRY(enter(folder, error));
            continue;
        }
        bool known = stat(folder->path, &target) == 0;
        if (known && S_ISDIR(target.st_mode))
            continue; /* a link: it could lead in a circle */
        folder->found = true;
        if (known && !S_ISREG(target.st_mode))
            return ahd_fail_at(error, AHD_EFORMAT, folder->path, 0,
                               "is not a file; leave it out");
        *out = folder->path;
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
