/* old.c - a record of an older shape:  old DB STEPS PAGES
 *
 * For tests/store/kill.py, which kills a program that brings it up to date. */
#include "old_record.h"

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    old_record_make(argv[1], (size_t)atoi(argv[2]), atoi(argv[3]));
    return 0;
}
