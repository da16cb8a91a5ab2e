/* Feeds files to a fuzz target without libFuzzer:  PROGRAM FILE... */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The bytes of `path` in memory of exactly their size, so that a read past
 * the end is seen; exits when it cannot be read. */
static uint8_t *load(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");

    if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(2);
    }
    *size = (size_t)ftell(file);
    rewind(file);
    uint8_t *data = malloc(*size ? *size : 1);
    if (data == NULL || fread(data, 1, *size, file) != *size) {
        perror(path);
        exit(2);
    }
    fclose(file);
    return data;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        size_t size;
        uint8_t *data = load(argv[i], &size);
        fprintf(stderr, "%s\n", argv[i]);
        if (LLVMFuzzerTestOneInput(data, size) != 0)
            return 1;
        free(data);
    }
    return 0;
}
