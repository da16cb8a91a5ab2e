/* usage.h - the options of a command: one table is parser and help text.
 *
 *     bool json = false;
 *     ahd_flag flags[] = {{.name = "json", .on = &json, .help = "as JSON"},
 *                         {0}};
 *     ahd_usage usage = {"read", "FILE...", "Read pages.", flags};
 *     switch (ahd_usage_parse(&usage, argc, argv, &words)) ...
 *
 * Options may stand anywhere; "--" ends them; "-" is a word. */
#ifndef AHD_CLI_USAGE_H
#define AHD_CLI_USAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The values of an option that may be given again and again. */
enum { AHD_FLAG_MANY = 64 };
typedef struct ahd_many {
    const char *at[AHD_FLAG_MANY];
    size_t count;
} ahd_many;

typedef struct ahd_flag {
    const char *name;  /* without the dashes */
    const char *value; /* what it takes, "FILE"; NULL for an on/off option */
    const char *help;
    bool *on; /* where the answer goes: one of these */
    const char **text;
    uint32_t *number;
    ahd_many *many;
} ahd_flag;

typedef struct ahd_usage {
    const char *command, *words, *about;
    const ahd_flag *flags; /* ends with an empty row */
} ahd_usage;

/* The words that are no options: argv is reordered to hold them. */
typedef struct ahd_words {
    const char *const *at;
    size_t count;
} ahd_words;

typedef enum ahd_parsed {
    AHD_PARSED,
    AHD_PARSED_HELP,  /* help was asked for and printed: exit 0 */
    AHD_PARSED_WRONG, /* the mistake was told on stderr: exit 2 */
} ahd_parsed;

ahd_parsed ahd_usage_parse(const ahd_usage *usage, int argc, char **argv,
                           ahd_words *out);

/* How far two names are apart, in letters to change; for hints. */
size_t ahd_usage_distance(const char *a, const char *b);

#endif
