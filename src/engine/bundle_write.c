/* bundle_write.c - pages and their log into a tar (POSIX ustar). */
#include "engine/bundle.h"

#include "audit/ledger.h"
#include "engine/bundle_text.h"
#include "engine/head_file.h"
#include "engine/record.h"
#include "output/writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LONGEST = 1 << 30, LONGEST_PATH = 1 << 16, NAME = 128 };

typedef struct bundling {
    ahd_store *store;
    const ahd_bundle *wanted;
    const char *path; /* beside its place */
    struct archive *tar;
    ahd_log_head head;
    ahd_buf manifest, text, json, lines;
    ahd_buf log; /* of few lines at a time */
    /* Of some pages only: */
    bool some;
    ahd_ledger *ledger;
    ahd_hash *leaves;
    uint64_t leaf_count, leaf_room;
    ahd_merkle *tree;
} bundling;

/* ----------------------------------------------------------------- files */

static ahd_status refuse(const bundling *b, ahd_error *error)
{
    const char *why = archive_error_string(b->tar);

    return ahd_fail_at(error, AHD_EIO, b->wanted->path, 0,
                       "cannot write: %s; is the disk full?",
                       why ? why : "no reason given");
}

static ahd_status begin_file(bundling *b, const char *name, uint64_t size,
                             ahd_error *error)
{
    struct archive_entry *entry = archive_entry_new();

    if (entry == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    archive_entry_set_pathname(entry, name);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_mtime(entry, 0, 0);
    archive_entry_set_size(entry, (int64_t)size);
    int code = archive_write_header(b->tar, entry);
    archive_entry_free(entry);
    return code < ARCHIVE_OK ? refuse(b, error) : AHD_OK;
}

static ahd_status put_bytes(bundling *b, ahd_str bytes, ahd_error *error)
{
    if (bytes.len > 0 && archive_write_data(b->tar, bytes.ptr, bytes.len) !=
                             (la_ssize_t)bytes.len)
        return refuse(b, error);
    return AHD_OK;
}

static void put_manifest(bundling *b, const char *name, ahd_hash hash)
{
    char hex[AHD_HASH_HEX];

    ahd_hash_hex(hash, hex);
    ahd_buf_add(&b->manifest, (ahd_str){hex, sizeof hex});
    ahd_buf_printf(&b->manifest, "  %s\n", name);
}

static ahd_status put_file(bundling *b, const char *name, ahd_str bytes,
                           ahd_error *error)
{
    put_manifest(b, name, ahd_hash_of(bytes));
    AHD_TRY(begin_file(b, name, bytes.len, error));
    return put_bytes(b, bytes, error);
}

static ahd_status put_buf(bundling *b, const char *name, const ahd_buf *buf,
                          ahd_error *error)
{
    if (buf->failed)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    return put_file(b, name, ahd_buf_str(buf), error);
}

/* --------------------------------------------------------------- the log */

static ahd_status add_line(void *context, const ahd_log_line *line,
                           ahd_error *error)
{
    bundling *b = context;

    ahd_buf_add(&b->log, line->kind);
    ahd_buf_byte(&b->log, ' ');
    ahd_buf_add(&b->log, line->body);
    ahd_buf_byte(&b->log, '\n');
    return b->log.failed
               ? ahd_fail(error, AHD_ELIMIT,
                          "the log is too long for one bundle; export some "
                          "pages with --agreement or --document")
               : AHD_OK;
}

static ahd_status put_log(bundling *b, ahd_error *error)
{
    AHD_TRY(ahd_store_lines(b->store, add_line, b, error));
    AHD_TRY(put_buf(b, AHD_BUNDLE_LOG, &b->log, error));
    ahd_buf_finish(&b->log);
    return AHD_OK;
}

/* --------------------------------------------------------------- proofs */

static ahd_status add_leaf(void *context, const ahd_log_line *line,
                           ahd_error *error)
{
    bundling *b = context;
    ahd_hash hash;

    if (b->leaf_count == b->leaf_room) {
        uint64_t room = b->leaf_room ? 2 * b->leaf_room : 1024;
        ahd_hash *leaves = realloc(b->leaves, (size_t)room * sizeof *leaves);
        if (leaves == NULL)
            return ahd_fail(error, AHD_ENOMEM, "out of memory");
        b->leaves = leaves;
        b->leaf_room = room;
    }
    if (!ahd_ledger_add(b->ledger, line->kind, line->body, &hash))
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    b->leaves[b->leaf_count++] = hash;
    return AHD_OK;
}

static void ignore(void *context, uint64_t seq, ahd_str kind, int64_t row)
{
    (void)context;
    (void)seq;
    (void)kind;
    (void)row;
}

static ahd_status grow_tree(bundling *b, ahd_error *error)
{
    b->ledger = ahd_ledger_new();
    if (b->ledger == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    AHD_TRY(ahd_store_lines(b->store, add_leaf, b, error));
    ahd_ledger_settle(b->ledger, ignore, NULL);
    b->tree = ahd_merkle_new(b->leaves, b->leaf_count);
    return b->tree ? AHD_OK : ahd_fail(error, AHD_ENOMEM, "out of memory");
}

/* {"seq":17,"line":"page {…}","path":["5dc9…",…]} */
static void put_proof(bundling *b, uint64_t seq, ahd_str kind, ahd_str body)
{
    ahd_path path;
    ahd_writer w = {.out = &b->lines};
    char hex[AHD_HASH_HEX];

    ahd_merkle_path(b->tree, seq - 1, &path);
    ahd_buf_clear(&b->log);
    ahd_buf_printf(&b->log, "%.*s ", AHD_STR_ARG(kind));
    ahd_buf_add(&b->log, body);
    ahd_writer_open(&w, '{');
    ahd_writer_key(&w, "seq");
    ahd_writer_int(&w, (int64_t)seq);
    ahd_writer_field(&w, "line", ahd_buf_str(&b->log));
    ahd_writer_key(&w, "path");
    ahd_writer_open(&w, '[');
    for (size_t i = 0; i < path.count; i++) {
        ahd_hash_hex(path.hashes[i], hex);
        ahd_writer_str(&w, (ahd_str){hex, sizeof hex});
    }
    ahd_writer_close(&w, ']');
    ahd_writer_close(&w, '}');
    ahd_buf_byte(&b->lines, '\n');
}

/* A row without its line cannot be proven, and is not exported. */
static ahd_status prove(bundling *b, ahd_str kind, int64_t number, ahd_str body,
                        ahd_error *error)
{
    uint64_t seq;

    if (!b->some)
        return AHD_OK;
    if (ahd_ledger_claim(b->ledger, kind, number, body, &seq) != AHD_TOLD_SO)
        return ahd_fail(error, AHD_ESTORE,
                        "the log does not tell of %.*s %lld as it is; look "
                        "with: ahd verify",
                        AHD_STR_ARG(kind), (long long)number);
    put_proof(b, seq, kind, body);
    return AHD_OK;
}

/* ------------------------------------------------------------------ pages */

static const char *const page_names[] = {[AHD_FORMAT_TEXT] = "page.txt",
                                         [AHD_FORMAT_HTML] = "page.html",
                                         [AHD_FORMAT_JSONL] = "page.jsonl"};

typedef struct folder {
    bundling *b;
    char name[NAME];
    size_t len; /* of "pages/<sha256>/" */
    ahd_str kind;
} folder;

static const char *within(folder *f, const char *file)
{
    snprintf(f->name + f->len, sizeof f->name - f->len, "%s", file);
    return f->name;
}

/* Rows of one kind follow each other; each kind is a file. */
static const struct file_of {
    const char *kind, *name;
} files_of[] = {{"page", "kept.json"},
                {"capture", "captures.jsonl"},
                {"review", "reviews.jsonl"}};

static ahd_status end_kind(folder *f, ahd_error *error)
{
    bundling *b = f->b;

    for (size_t i = 0; i < sizeof files_of / sizeof *files_of; i++)
        if (ahd_str_eq(f->kind, ahd_str_from(files_of[i].kind)))
            AHD_TRY(put_buf(b, within(f, files_of[i].name), &b->text, error));
    ahd_buf_clear(&b->text);
    return AHD_OK;
}

static ahd_status add_row(void *context, ahd_str kind, int64_t number,
                          ahd_str body, ahd_error *error)
{
    folder *f = context;

    if (!ahd_str_eq(kind, f->kind))
        AHD_TRY(end_kind(f, error));
    f->kind = kind;
    ahd_buf_add(&f->b->text, body);
    ahd_buf_byte(&f->b->text, '\n');
    return prove(f->b, kind, number, body, error);
}

static ahd_status put_reading(folder *f, int64_t page, ahd_error *error)
{
    bundling *b = f->b;
    bool found;

    AHD_TRY(ahd_store_reading(b->store, page, &b->json, &found, error));
    if (!found)
        return AHD_OK;
    AHD_TRY(put_buf(b, within(f, "reading.json"), &b->json, error));
    AHD_TRY(ahd_store_tell_reading(b->store, page, ahd_buf_str(&b->json),
                                   &b->text, error));
    AHD_TRY(prove(b, AHD_STR("reading"), page, ahd_buf_str(&b->text), error));
    ahd_buf_clear(&b->text);
    AHD_TRY(ahd_store_understood(b->store, page, &b->json, error));
    return put_buf(b, within(f, "rows.jsonl"), &b->json, error);
}

static ahd_status put_page(bundling *b, int64_t page, const ahd_sighting *seen,
                           ahd_error *error)
{
    folder f = {.b = b, .kind = AHD_STR("")};
    int len = snprintf(f.name, sizeof f.name, AHD_BUNDLE_PAGES "%.*s/",
                       AHD_STR_ARG(seen->sha256));

    f.len = (size_t)len;
    if (seen->sha256.len != AHD_HASH_HEX || seen->format > AHD_FORMAT_JSONL)
        return ahd_fail(error, AHD_ESTORE,
                        "page %lld is damaged; look with: ahd verify",
                        (long long)page);
    ahd_buf_clear(&b->text);
    ahd_buf_clear(&b->lines);
    AHD_TRY(
        put_file(b, within(&f, page_names[seen->format]), seen->bytes, error));
    AHD_TRY(ahd_store_rows_of(b->store, page, add_row, &f, error));
    AHD_TRY(end_kind(&f, error));
    AHD_TRY(put_reading(&f, page, error));
    if (b->some)
        AHD_TRY(put_buf(b, within(&f, "proofs.jsonl"), &b->lines, error));
    return AHD_OK;
}

static ahd_status put_pages(bundling *b, ahd_error *error)
{
    ahd_sighting seen;
    int64_t page = 0, found = 0, count = 0;

    for (;;) {
        AHD_TRY(ahd_store_select(b->store, b->wanted, page, &page, error));
        if (page == 0)
            break;
        AHD_TRY(ahd_store_next(b->store, page - 1, &found, &seen, error));
        AHD_TRY(put_page(b, page, &seen, error));
        count++;
    }
    if (count == 0 && b->some)
        return ahd_fail(error, AHD_EUSAGE,
                        "no page of the record is about that; 'ahd list' "
                        "shows what there is");
    return AHD_OK;
}

/* ------------------------------------------------------------- the bundle */

/* A head that was made before must be that of the record as it is. */
static ahd_status take_head(bundling *b, ahd_error *error)
{
    ahd_log_head given;

    AHD_TRY(ahd_head_file_make(b->store, b->wanted->key, &b->head, error));
    if (b->wanted->head == NULL)
        return AHD_OK;
    AHD_TRY(ahd_head_file_read(b->wanted->head, &given, error));
    if (given.size != b->head.size || !ahd_hash_eq(&given.root, &b->head.root))
        return ahd_fail_at(error, AHD_ESTORE, b->wanted->head, 0,
                           "this is not the head of the record as it is now; "
                           "make that with: ahd head --out FILE");
    b->head = given;
    return AHD_OK;
}

static ahd_status put_all(bundling *b, ahd_error *error)
{
    AHD_TRY(take_head(b, error));
    AHD_TRY(put_file(b, AHD_BUNDLE_TITLE, AHD_STR(AHD_BUNDLE_TEXT), error));
    ahd_log_head_write(&b->head, &b->text);
    AHD_TRY(put_buf(b, AHD_BUNDLE_HEAD, &b->text, error));
    AHD_TRY(b->some ? grow_tree(b, error) : put_log(b, error));
    AHD_TRY(put_pages(b, error));
    if (b->manifest.failed)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    ahd_str all = ahd_buf_str(&b->manifest);
    AHD_TRY(begin_file(b, AHD_BUNDLE_MANIFEST, all.len, error));
    return put_bytes(b, all, error);
}

static ahd_status write_tar(bundling *b, ahd_error *error)
{
    b->tar = archive_write_new();
    if (b->tar == NULL)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    archive_write_set_format_ustar(b->tar);
    archive_write_set_bytes_in_last_block(b->tar, 1);
    ahd_status status =
        archive_write_open_filename(b->tar, b->path) == ARCHIVE_OK
            ? put_all(b, error)
            : refuse(b, error);
    if (archive_write_close(b->tar) != ARCHIVE_OK && status == AHD_OK)
        status = refuse(b, error);
    archive_write_free(b->tar);
    return status;
}

static void finish(bundling *b)
{
    ahd_buf_finish(&b->manifest);
    ahd_buf_finish(&b->text);
    ahd_buf_finish(&b->json);
    ahd_buf_finish(&b->lines);
    ahd_buf_finish(&b->log);
    ahd_ledger_free(b->ledger);
    ahd_merkle_free(b->tree);
    free(b->leaves);
}

/* Whole or not at all: written beside its place, of one moment. */
static ahd_status write_beside(bundling *b, ahd_error *error)
{
    AHD_TRY(ahd_store_freeze(b->store, error));
    ahd_status status = write_tar(b, error);
    ahd_store_undo(b->store);
    if (status == AHD_OK && rename(b->path, b->wanted->path) != 0)
        status = ahd_fail_system(error, b->wanted->path, "cannot write");
    if (status != AHD_OK)
        unlink(b->path);
    return status;
}

ahd_status ahd_record_bundle(ahd_record *record, const ahd_bundle *wanted,
                             ahd_error *error)
{
    ahd_buf beside = AHD_BUF(LONGEST_PATH);
    bundling b = {.store = record->store,
                  .wanted = wanted,
                  .some = wanted->agreement || wanted->document};

    b.manifest = b.text = b.json = b.lines = b.log = AHD_BUF(LONGEST);
    ahd_buf_printf(&beside, "%s.new", wanted->path);
    b.path = beside.ptr;
    ahd_status status = beside.failed
                            ? ahd_fail(error, AHD_ENOMEM, "out of memory")
                            : write_beside(&b, error);
    finish(&b);
    ahd_buf_finish(&beside);
    return status;
}
