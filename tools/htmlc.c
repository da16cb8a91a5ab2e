/* htmlc.c - the look-up tables of src/html, as C:
 *
 *     htmlc elements > html_elements.inc
 *     htmlc entities data/html/entities.tsv > html_entities.inc */
#include "base/utf8.h"
#include "html/element.h"
#include "html/hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_BYTES = 200, MOST_ENTITIES = 4000, NAME_BYTES = 31, BYTES = 6 };

static uint32_t hash_of(uint32_t seed, const char *name)
{
    for (; *name; name++)
        seed = ahd_hash_step(seed, *name);
    return seed;
}

/* -------------------------------------------------------------- elements */

static const char *const elements[] = {
#define NAME(id, text, flags) text,
    AHD_ELEMENT_LIST(NAME)
#undef NAME
};

/* Every element in a slot of its own, if the seed is a good one. */
static bool place_elements(uint32_t seed, int *slots)
{
    for (int i = 0; i < AHD_HASH_ELEMENT_SLOTS; i++)
        slots[i] = AHD_ELEMENT_OTHER;
    for (int e = 0; e < AHD_ELEMENT_OTHER; e++) {
        int *slot = &slots[ahd_hash_slot(hash_of(seed, elements[e]),
                                         AHD_HASH_ELEMENT_SLOTS)];
        if (*slot != AHD_ELEMENT_OTHER)
            return false;
        *slot = e;
    }
    return true;
}

static void print_numbers(const char *head, const int *numbers, int count)
{
    printf("%s = {", head);
    for (int i = 0; i < count; i++)
        printf("%s%d,", i % 16 ? " " : "\n    ", numbers[i]);
    printf("\n};\n");
}

static int write_elements(void)
{
    static int slots[AHD_HASH_ELEMENT_SLOTS];
    uint32_t seed = 0;

    while (!place_elements(seed, slots))
        seed++;
    printf("enum { SEED = %u };\n", seed);
    print_numbers("static const uint8_t slots[AHD_HASH_ELEMENT_SLOTS]", slots,
                  AHD_HASH_ELEMENT_SLOTS);
    return 0;
}

/* -------------------------------------------------------------- entities */

typedef struct entity {
    char name[NAME_BYTES + 1];
    char text[2 * BYTES];
    size_t text_len;
    bool bare;
} entity;

static entity entities[MOST_ENTITIES];

/* "amp<tab>26<tab>bare"; "bne<tab>3D 20E5<tab>-". */
static bool read_row(const char *line, entity *out)
{
    char codes[LINE_BYTES], bare[LINE_BYTES];

    *out = (entity){.text_len = 0};
    if (sscanf(line, "%31[A-Za-z0-9]\t%199[0-9A-F ]\t%199s", out->name, codes,
               bare) != 3)
        return false;
    char *at = codes;
    while (*at && out->text_len <= BYTES)
        out->text_len += ahd_utf8_write((uint32_t)strtoul(at, &at, 16),
                                        out->text + out->text_len);
    out->bare = strcmp(bare, "bare") == 0;
    return out->text_len > 0 && out->text_len <= BYTES;
}

static int read_entities(const char *path)
{
    FILE *file = fopen(path, "r");
    char line[LINE_BYTES];
    int count = 0;

    for (int n = 1; file && fgets(line, sizeof line, file); n++) {
        if (n == 1 || *line == '#' || *line == '\n')
            continue;
        if (count == MOST_ENTITIES || !read_row(line, &entities[count])) {
            fprintf(stderr, "%s:%d: no row of an entity\n", path, n);
            exit(1);
        }
        count++;
    }
    if (file == NULL || fclose(file) != 0 || count == 0) {
        fprintf(stderr, "%s: cannot be read\n", path);
        exit(1);
    }
    return count;
}

/* A slot holds a row's number from 1 on, or 0; the next slot is tried when one
 * is taken. */
static void print_slots(int count)
{
    static int slots[AHD_HASH_ENTITY_SLOTS];

    for (int i = 0; i < count; i++) {
        uint32_t at =
            ahd_hash_slot(hash_of(0, entities[i].name), AHD_HASH_ENTITY_SLOTS);
        while (slots[at] != 0)
            at = (at + 1) % AHD_HASH_ENTITY_SLOTS;
        slots[at] = i + 1;
    }
    print_numbers("static const uint16_t slots[AHD_HASH_ENTITY_SLOTS]", slots,
                  AHD_HASH_ENTITY_SLOTS);
}

static int write_entities(const char *path)
{
    int count = read_entities(path), at = 0;

    printf("static const char names[] = {");
    for (int i = 0; i < count; i++, printf("\n    "))
        for (const char *c = entities[i].name; *c; c++)
            printf("'%c',", *c);
    printf("};\nstatic const entity entities[] = {\n");
    for (int i = 0; i < count; i++) {
        const entity *e = &entities[i];
        int len = (int)strlen(e->name);
        printf("    {%d, %d, %d, %zu, \"", at, len, e->bare, e->text_len);
        for (size_t b = 0; b < e->text_len; b++)
            printf("\\%03o", (unsigned char)e->text[b]);
        printf("\"},\n");
        at += len;
    }
    printf("};\n");
    print_slots(count);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "elements") == 0)
        return write_elements();
    if (argc == 3 && strcmp(argv[1], "entities") == 0)
        return write_entities(argv[2]);
    fprintf(stderr, "usage: htmlc elements | entities FILE\n");
    return 2;
}
