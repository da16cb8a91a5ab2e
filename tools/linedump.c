/* linedump.c - the shapes of the lines of text files, for
 * models/lines/train.py:
 *
 *     linedump ROWS FILE...
 *
 * prints each line's words under "= FILE", and first "# NAME..." of the shapes;
 * writes the shapes of each as floats to ROWS, in the same order. */
#include "charset/charset.h"
#include "kb/kb.h"
#include "page/lines.h"
#include "page/shape.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST_BYTES = 16 << 20, ARENA_BYTES = 512 << 20 };

typedef struct dump {
    FILE *rows;
    ahd_arena *arena;
    ahd_furniture *phrases;
    size_t phrase_count;
    char *bytes;
} dump;

static void print_names(void)
{
#define NAMED(name) printf(" " #name);
#define OF_RUN(name) printf(" RUN%d_" #name, k);
#define OF_WINDOW(name) printf(" WINDOW%d_" #name, k);
#define OF_NEIGHBOUR(name) printf(" %s_" #name, near[k]);
    static const char *const near[] = {"UP2", "UP1", "DOWN1", "DOWN2"};

    printf("#");
    AHD_SHAPE_OWN_LIST(NAMED)
    AHD_SHAPE_LIST(NAMED)
    for (int k = 0; k < AHD_SHAPE_RUNS; k++) {
        AHD_SHAPE_RUN_LIST(OF_RUN)
    }
    for (int k = 0; k < AHD_SHAPE_WINDOWS; k++) {
        AHD_SHAPE_WINDOW_LIST(OF_WINDOW)
    }
    for (int k = 0; k < AHD_SHAPE_NEIGHBOURS; k++) {
        AHD_SHAPE_OWN_LIST(OF_NEIGHBOUR)
    }
    printf("\n");
}

static void lay_furniture(dump *d)
{
    const ahd_kb *kb = ahd_kb_embedded();

    d->phrase_count = kb->furnishings.count;
    d->phrases = calloc(d->phrase_count + 1, sizeof *d->phrases);
    for (uint32_t i = 0; d->phrases && i < d->phrase_count; i++) {
        const ahd_furnishing *f = ahd_kb_furnishing_at(kb, i);
        d->phrases[i] = (ahd_furniture){ahd_kb_str(kb, f->kind),
                                        ahd_kb_str(kb, f->form), 0};
    }
}

static void dump_text(dump *d, ahd_str bytes)
{
    ahd_page_in in = {.bytes = bytes,
                      .furniture = d->phrases,
                      .furniture_count = d->phrase_count};
    ahd_line_list lines = {0};
    ahd_decoded decoded;
    float row[AHD_SHAPES];

    ahd_arena_clear(d->arena);
    ahd_charset_decode(&in, d->arena, &decoded);
    ahd_lines_split(decoded.text, d->arena, &lines);
    const ahd_shapes *shapes =
        ahd_shapes_new(&in, lines.items, lines.count, d->arena);
    for (uint32_t i = 0; i < lines.count; i++) {
        ahd_shapes_of(shapes, i, row);
        fwrite(row, sizeof *row, AHD_SHAPES, d->rows);
        printf(" %.*s\n", AHD_STR_ARG(lines.items[i].words));
    }
}

static int dump_file(dump *d, const char *path)
{
    FILE *file = fopen(path, "rb");

    if (file == NULL) {
        perror(path);
        return 1;
    }
    size_t len = fread(d->bytes, 1, MOST_BYTES, file);
    fclose(file);
    printf("= %s\n", path);
    dump_text(d, (ahd_str){d->bytes, len});
    return 0;
}

int main(int count, char **words)
{
    dump d = {.arena = ahd_arena_new(ARENA_BYTES), .bytes = malloc(MOST_BYTES)};
    int bad = 0;

    d.rows = count > 1 ? fopen(words[1], "wb") : NULL;
    lay_furniture(&d);
    if (!d.rows || !d.arena || !d.bytes || !d.phrases) {
        fprintf(stderr, "usage: linedump ROWS FILE...\n");
        return 2;
    }
    print_names();
    for (int i = 2; i < count; i++)
        bad |= dump_file(&d, words[i]);
    return fclose(d.rows) != 0 || bad;
}
