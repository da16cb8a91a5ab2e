#include "cli/weight.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAMES_AT_ONCE = 10000 };

void ahd_weight_init(ahd_weight *weight, const ahd_words *paths)
{
    *weight = (ahd_weight){.paths = paths};
}

void ahd_weight_finish(ahd_weight *weight)
{
    while (weight->depth > 0)
        closedir(weight->open[--weight->depth]);
}

/* What cannot be opened or lies too deep is not read either. */
static void enter(ahd_weight *weight, int at, const char *name)
{
    if (weight->depth == AHD_WEIGHT_DEPTH)
        return;
    int fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *folder = fd < 0 ? NULL : fdopendir(fd);
    if (folder != NULL)
        weight->open[weight->depth++] = folder;
    else if (fd >= 0)
        close(fd);
}

/* A path that was named; links are followed there. */
static void add_path(ahd_weight *weight, const char *path)
{
    struct stat info;

    if (strcmp(path, "-") == 0) {
        weight->never |=
            fstat(STDIN_FILENO, &info) != 0 || !S_ISREG(info.st_mode);
        weight->bytes += weight->never ? 0 : (uint64_t)info.st_size;
        return;
    }
    if (stat(path, &info) != 0)
        return;
    if (S_ISDIR(info.st_mode))
        enter(weight, AT_FDCWD, path);
    else if (S_ISREG(info.st_mode))
        weight->bytes += (uint64_t)info.st_size;
    else
        weight->never = true;
}

static void add_name(ahd_weight *weight, const char *name)
{
    int at = dirfd(weight->open[weight->depth - 1]);
    struct stat own, target;

    if (name[0] == '.' || fstatat(at, name, &own, AT_SYMLINK_NOFOLLOW) != 0)
        return;
    if (S_ISDIR(own.st_mode))
        enter(weight, at, name);
    else if (fstatat(at, name, &target, 0) == 0 && S_ISREG(target.st_mode))
        weight->bytes += (uint64_t)target.st_size;
}

static void add_one(ahd_weight *weight)
{
    if (weight->depth == 0) {
        add_path(weight, weight->paths->at[weight->next++]);
        return;
    }
    struct dirent *entry = readdir(weight->open[weight->depth - 1]);
    if (entry != NULL)
        add_name(weight, entry->d_name);
    else
        closedir(weight->open[--weight->depth]);
}

void ahd_weight_add(ahd_weight *weight)
{
    for (int i = 0; i < NAMES_AT_ONCE && !weight->never && !weight->known;
         i++) {
        weight->known =
            weight->depth == 0 && weight->next == weight->paths->count;
        if (!weight->known)
            add_one(weight);
    }
}
