/* folder.h - the files under a folder, one by one, in order of name.
 *
 *     in/b.txt in/a/1.html in/.git/x   ->   in/a/1.html, in/b.txt
 *
 * Holds the names of the open folders only, never a list of all files. Names
 * that start with a dot, and links to folders, are passed over. */
#ifndef AHD_SOURCE_FOLDER_H
#define AHD_SOURCE_FOLDER_H

#include "base/error.h"

typedef struct ahd_folder ahd_folder;

AHD_MUST_USE ahd_status ahd_folder_open(const char *path, ahd_folder **out,
                                        ahd_error *error);

/* The path of the next file, valid until the next call; NULL at the end. A
 * folder that cannot be read is a failure; the next call goes on after it. */
AHD_MUST_USE ahd_status ahd_folder_next(ahd_folder *folder, const char **out,
                                        ahd_error *error);
void ahd_folder_close(ahd_folder *folder);

#endif
