#include "cli/usage.h"

#include "base/str.h"
#include "cli/say.h"

#include <stdio.h>
#include <string.h>

enum { NAME_BYTES = 32, NEAR = 2 };

/* Levenshtein, one row at a time; names longer than NAME_BYTES are far. */
size_t ahd_usage_distance(const char *a, const char *b)
{
    size_t row[NAME_BYTES + 1], la = strlen(a), lb = strlen(b);

    if (la > NAME_BYTES || lb > NAME_BYTES)
        return NAME_BYTES;
    for (size_t j = 0; j <= lb; j++)
        row[j] = j;
    for (size_t i = 1; i <= la; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= lb; j++) {
            size_t change = corner + (a[i - 1] != b[j - 1]);
            size_t shift = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            corner = row[j];
            row[j] = change < shift ? change : shift;
        }
    }
    return row[lb];
}

/* ------------------------------------------------------------------ help */

static void print_flag(const ahd_flag *flag)
{
    char left[64];

    snprintf(left, sizeof left, "--%s%s%s", flag->name, flag->value ? " " : "",
             flag->value ? flag->value : "");
    printf("  %-22s %s\n", left, flag->help);
}

static void print_help(const ahd_usage *usage)
{
    static const ahd_flag help = {.name = "help", .help = "this text"};

    printf("usage: ahd %s [options]%s%s\n\n%s\n\n", usage->command,
           usage->words[0] ? " " : "", usage->words, usage->about);
    for (const ahd_flag *flag = usage->flags; flag->name; flag++)
        print_flag(flag);
    print_flag(&help);
}

/* --------------------------------------------------------------- parsing */

static const ahd_flag *find(const ahd_usage *usage, ahd_str name)
{
    for (const ahd_flag *flag = usage->flags; flag->name; flag++) {
        if (ahd_str_eq(ahd_str_from(flag->name), name))
            return flag;
    }
    return NULL;
}

static ahd_parsed unknown(const ahd_usage *usage, const char *word)
{
    const char *nearest = NULL;
    size_t best = NEAR + 1;

    for (const ahd_flag *flag = usage->flags; flag->name; flag++) {
        size_t far = ahd_usage_distance(word + 2, flag->name);
        if (far < best) {
            best = far;
            nearest = flag->name;
        }
    }
    if (nearest)
        ahd_say("unknown option %s; did you mean --%s?", word, nearest);
    else
        ahd_say("unknown option %s; \"ahd %s --help\" lists them", word,
                usage->command);
    return AHD_PARSED_WRONG;
}

static ahd_parsed add(const ahd_flag *flag, const char *value)
{
    if (flag->many->count < AHD_FLAG_MANY) {
        flag->many->at[flag->many->count++] = value;
        return AHD_PARSED;
    }
    ahd_say("--%s is given more than %d times", flag->name, AHD_FLAG_MANY);
    return AHD_PARSED_WRONG;
}

static ahd_parsed set(const ahd_flag *flag, const char *value)
{
    if (flag->many != NULL)
        return add(flag, value);
    if (flag->text != NULL) {
        *flag->text = value;
        return AHD_PARSED;
    }
    if (ahd_str_number(ahd_str_from(value), flag->number))
        return AHD_PARSED;
    ahd_say("--%s takes a number, not \"%s\"", flag->name, value);
    return AHD_PARSED_WRONG;
}

/* One option, "--name", "--name value" or "--name=value"; *i moves past it. */
static ahd_parsed take(const ahd_usage *usage, int argc, char **argv, int *i)
{
    const char *word = argv[(*i)++];
    ahd_str value = ahd_str_from(word + 2), name = ahd_str_cut(&value, '=');
    bool has_value = name.ptr[name.len] == '=';
    const ahd_flag *flag = find(usage, name);

    if (ahd_str_eq(name, AHD_STR("help"))) {
        print_help(usage);
        return AHD_PARSED_HELP;
    }
    if (flag == NULL)
        return unknown(usage, word);
    if (flag->value == NULL && !has_value) {
        *flag->on = true;
        return AHD_PARSED;
    }
    if (flag->value == NULL) {
        ahd_say("--%s takes no value", flag->name);
        return AHD_PARSED_WRONG;
    }
    if (has_value)
        return set(flag, value.ptr);
    if (*i < argc)
        return set(flag, argv[(*i)++]);
    ahd_say("--%s needs its value: --%s %s", flag->name, flag->name,
            flag->value);
    return AHD_PARSED_WRONG;
}

ahd_parsed ahd_usage_parse(const ahd_usage *usage, int argc, char **argv,
                           ahd_words *out)
{
    size_t kept = 1;
    bool options = true;

    for (int i = 1; i < argc;) {
        char *word = argv[i];
        if (options && strcmp(word, "--") == 0) {
            options = false;
            i++;
        } else if (options && word[0] == '-' && word[1] == '-') {
            ahd_parsed parsed = take(usage, argc, argv, &i);
            if (parsed != AHD_PARSED)
                return parsed;
        } else if (options && word[0] == '-' && word[1]) {
            ahd_say("unknown option %s; options start with two dashes", word);
            return AHD_PARSED_WRONG;
        } else {
            argv[kept++] = word;
            i++;
        }
    }
    *out = (ahd_words){(const char *const *)argv + 1, kept - 1};
    return AHD_PARSED;
}
