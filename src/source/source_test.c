#include "source/source.h"

#include "source/folder.h"
#include "source/sniff.h"
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

static char folder[] = "/tmp/ahd_source_XXXXXX";

static const char *path(const char *name)
{
    static char out[200];

    snprintf(out, sizeof out, "%s/%s", folder, name);
    return out;
}

static void put(const char *name, ahd_str bytes)
{
    FILE *file = fopen(path(name), "wb");

    CHECK(file != NULL);
    if (file == NULL)
        return;
    CHECK(fwrite(bytes.ptr, 1, bytes.len, file) == bytes.len);
    fclose(file);
}

static void put_gzip(const char *name, ahd_str bytes)
{
    gzFile file = gzopen(path(name), "wb");

    CHECK(gzwrite(file, bytes.ptr, (unsigned)bytes.len) == (int)bytes.len);
    gzclose(file);
}

/* Everything under a path, as "name:line format bytes|" or "name! message|". */
static ahd_str all(const char *from)
{
    static char out[2000];
    size_t len = 0;
    ahd_source *source;
    ahd_error error;
    ahd_page page;
    bool end = false;

    CHECK(ahd_source_open(from, &source, &error) == AHD_OK);
    while (!end && len + 200 < sizeof out) {
        if (ahd_source_next(source, &page, &end, &error) != AHD_OK)
            len +=
                (size_t)snprintf(out + len, sizeof out - len, "%s! %s|",
                                 strrchr(error.file, '/') + 1, error.message);
        else if (!end)
            len +=
                (size_t)snprintf(out + len, sizeof out - len, "%s:%zu %d %.*s|",
                                 strrchr(page.path, '/') + 1, page.line,
                                 (int)page.format, AHD_STR_ARG(page.bytes));
    }
    ahd_source_close(source);
    return (ahd_str){out, len};
}

static void a_name_or_the_first_bytes_tell_the_format(void)
{
    CHECK(ahd_sniff_format("a.HTM", AHD_STR("x")) == AHD_FORMAT_HTML);
    CHECK(ahd_sniff_format("a.jsonl.gz", AHD_STR("x")) == AHD_FORMAT_JSONL);
    CHECK(ahd_sniff_format("a.txt", AHD_STR("<html>")) == AHD_FORMAT_TEXT);
    CHECK(ahd_sniff_format("a", AHD_STR("\n <!DOCTYPE HTML>")) ==
          AHD_FORMAT_HTML);
    CHECK(ahd_sniff_format("-", AHD_STR("{\"a\":1}")) == AHD_FORMAT_JSONL);
    CHECK(ahd_sniff_format("-", AHD_STR("They met")) == AHD_FORMAT_TEXT);
}

static void what_is_no_text_is_named(void)
{
    CHECK(strcmp(ahd_sniff_binary(AHD_STR("%PDF-1.4")), "PDF") == 0);
    CHECK(strcmp(ahd_sniff_binary(AHD_STR("a\0b")), "binary data") == 0);
    CHECK(ahd_sniff_binary(AHD_STR("\xFF\xFEh\0")) == NULL);
    CHECK(ahd_sniff_binary(AHD_STR("text")) == NULL);
}

static void a_folder_is_read_in_order_and_to_the_bottom(void)
{
    mkdir(path("in"), 0700);
    mkdir(path("in/b"), 0700);
    put("in/c.txt", AHD_STR("three"));
    put("in/a.html", AHD_STR("one"));
    put("in/.hidden", AHD_STR("no"));
    put("in/b/x.jsonl", AHD_STR("{\"a\":1}\n\n{\"b\":2}"));
    CHECK_STR(all(path("in")), "a.html:0 1 one|x.jsonl:1 2 {\"a\":1}|"
                               "x.jsonl:3 2 {\"b\":2}|c.txt:0 0 three|");
}

static void a_bad_file_is_named_and_the_rest_is_read(void)
{
    mkdir(path("bad"), 0700);
    put("bad/a.txt", AHD_STR(""));
    put("bad/b.txt", AHD_STR("\177ELF\2\1\1"));
    put("bad/c.txt", AHD_STR("text"));
    put("bad/d.txt.gz", AHD_STR("\x1f\x8b\x08\0\0\0\0\0\0\3\1"));
    put("bad/e.txt", AHD_STR("more"));
    ahd_str got = all(path("bad"));
    CHECK(
        ahd_str_starts(got, AHD_STR("a.txt! is empty; leave it out|b.txt! is "
                                    "not text or HTML (looks like a program); "
                                    "leave it out|c.txt:0 0 text|d.txt.gz! ")));
    CHECK(ahd_str_ends(got, AHD_STR("|e.txt:0 0 more|")));
}

static void gzip_is_read_as_what_is_inside(void)
{
    put_gzip("z.jsonl.gz", AHD_STR("{\"a\":1}\r\n{\"b\":2}\n"));
    CHECK_STR(all(path("z.jsonl.gz")),
              "z.jsonl.gz:1 2 {\"a\":1}\r|z.jsonl.gz:2 2 {\"b\":2}|");
    put_gzip("z.gz", AHD_STR("<html>x"));
    CHECK_STR(all(path("z.gz")), "z.gz:0 1 <html>x|");
}

static void what_cannot_be_opened_is_named_with_the_cure(void)
{
    ahd_source *source = NULL;
    ahd_error error;

    CHECK(ahd_source_open(path("none"), &source, &error) == AHD_EIO);
    CHECK(source == NULL && strstr(error.message, "check the name") != NULL);
    CHECK(strstr(error.file, "/none") != NULL);
    if (geteuid() == 0)
        return; /* root may read everything */
    mkdir(path("shut"), 0);
    CHECK(ahd_source_open(path("shut"), &source, &error) == AHD_EIO);
    CHECK(strstr(error.message, "make it readable or leave it out") != NULL);
}

static void a_page_above_the_limit_is_refused_not_read(void)
{
    size_t size = (size_t)AHD_SOURCE_LARGEST + 1;
    char *bytes = malloc(size);
    ahd_source *source;
    ahd_error error;
    ahd_page page;
    bool end;

    for (size_t i = 0; i < size; i++) /* nothing to pack well */
        bytes[i] = (char)('a' + (i * i >> 7) % 23);
    put("large.txt", (ahd_str){bytes, size - 1});
    CHECK(ahd_source_open(path("large.txt"), &source, &error) == AHD_OK);
    CHECK(ahd_source_next(source, &page, &end, &error) == AHD_OK && !end);
    CHECK(page.bytes.len == size - 1);
    ahd_source_close(source);
    put_gzip("large.jsonl.gz", (ahd_str){bytes, size});
    CHECK(ahd_source_open(path("large.jsonl.gz"), &source, &error) == AHD_OK);
    CHECK(ahd_source_next(source, &page, &end, &error) == AHD_ELIMIT);
    CHECK(error.line == 1 && strstr(error.message, "32 MiB") != NULL);
    CHECK(strcmp(error.reason, "too large") == 0);
    CHECK(ahd_source_next(source, &page, &end, &error) == AHD_OK && end);
    ahd_source_close(source);
    free(bytes);
}

/* The test's own files, through what is tested. */
static void clean_up(void)
{
    static const char *const folders[] = {"in/b", "in", "bad", "shut", ""};
    ahd_folder *files;
    const char *file = NULL;

    remove(path("in/.hidden"));
    if (ahd_folder_open(folder, &files, NULL) != AHD_OK)
        return;
    while (ahd_folder_next(files, &file, NULL) == AHD_OK && file != NULL)
        remove(file);
    ahd_folder_close(files);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        rmdir(path(folders[i]));
}

int main(void)
{
    CHECK(mkdtemp(folder) != NULL);
    RUN(a_name_or_the_first_bytes_tell_the_format);
    RUN(what_is_no_text_is_named);
    RUN(a_folder_is_read_in_order_and_to_the_bottom);
    RUN(a_bad_file_is_named_and_the_rest_is_read);
    RUN(gzip_is_read_as_what_is_inside);
    RUN(what_cannot_be_opened_is_named_with_the_cure);
    RUN(a_page_above_the_limit_is_refused_not_read);
    clean_up();
    return test_failures != 0;
}
