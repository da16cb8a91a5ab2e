/* bundle_read.c - is a bundle what it says, and its pages what they say? */
#include "engine/bundle.h"

#include "engine/audit.h"
#include "engine/head_file.h"
#include "engine/read.h"
#include "engine/reading.h"
#include "engine/verify.h"
#include "output/writer.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST = 1 << 30, BLOCK = 64 << 10, NAME = 64 };

#define AGAIN "; get the bundle anew from where it was made"

/* The files of one page; `proofs` only where there is no log. */
typedef enum part {
    PAGE,
    KEPT,
    CAPTURES,
    REVIEWS,
    READING,
    ROWS,
    PROOFS,
    PARTS
} part;

static const char *const part_names[PARTS] = {[PAGE] = "page.",
                                              [KEPT] = "kept.json",
                                              [CAPTURES] = "captures.jsonl",
                                              [REVIEWS] = "reviews.jsonl",
                                              [READING] = "reading.json",
                                              [ROWS] = "rows.jsonl",
                                              [PROOFS] = "proofs.jsonl"};

typedef struct unbundling {
    ahd_verifying v;
    const char *path;
    const ahd_outside *outside;
    ahd_ledger *ledger;
    ahd_log_head head, before; /* `before` was kept outside */
    ahd_hash then;             /* the root when the log was as long as that */
    bool has_head, has_before, has_log, has_manifest;
    char sha256[AHD_HASH_HEX]; /* of the folder at hand; [0] 0 before the first
                                */
    bool there[PARTS];
    ahd_buf parts[PARTS];
    ahd_str proofs; /* not used yet */
    ahd_buf name, bytes, manifest, line;
    ahd_status status; /* of a fault that was told */
    ahd_error *error;
} unbundling;

/* ---------------------------------------------------------------- faults */

static void tell(unbundling *u, const ahd_log_fault *fault)
{
    if (u->status == AHD_OK && u->v.hooks->fault)
        u->status = u->v.hooks->fault(u->v.hooks->context, fault, u->error);
}

static void tell_at(unbundling *u, const char *where, int64_t number,
                    const char *what)
{
    const ahd_log_fault fault = {
        .where = ahd_str_from(where), .number = number, .what = what};

    tell(u, &fault);
}

static void tell_row(unbundling *u, ahd_str kind, int64_t number,
                     const char *what, ahd_str found)
{
    const ahd_log_fault fault = {
        .where = kind, .number = number, .what = what, .found = found};

    tell(u, &fault);
}

/* The next line. One that was cut reads the same, and is another file. */
static ahd_str next_line(unbundling *u, const char *where, ahd_str *rest)
{
    ahd_str line = ahd_str_cut(rest, '\n');

    if (line.len > 0 && line.ptr + line.len == rest->ptr)
        tell_row(u, ahd_str_from(where), 0,
                 "its last line has no end: it was cut" AGAIN, line);
    return line;
}

/* --------------------------------------------------------------- the log */

static ahd_status take_line(unbundling *u, ahd_str line, ahd_error *error)
{
    ahd_str body = line, kind = ahd_str_cut(&body, ' ');
    const ahd_frontier *f = ahd_ledger_frontier(u->ledger);
    ahd_hash hash;

    if (!ahd_ledger_add(u->ledger, kind, body, &hash))
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    if (u->has_before && f->size == u->before.size)
        u->then = ahd_frontier_root(f);
    return AHD_OK;
}

static void tell_twice(void *context, uint64_t seq, ahd_str kind, int64_t row)
{
    (void)seq;
    tell_row(context, kind, row, "the log tells of this row twice" AGAIN,
             AHD_STR(""));
}

static void check_root(unbundling *u)
{
    const ahd_frontier *lines = ahd_ledger_frontier(u->ledger);
    ahd_hash root = ahd_frontier_root(lines);

    if (lines->size != u->head.size || !ahd_hash_eq(&root, &u->head.root))
        tell_at(
            u, AHD_BUNDLE_LOG, 0,
            "its root is not that of head.txt: something was changed" AGAIN);
    if (!u->has_before)
        return;
    if (u->before.size > lines->size)
        tell_at(
            u, "head", 0,
            "the log is shorter than the head that is kept here says" AGAIN);
    else if (u->before.size > 0 && !ahd_hash_eq(&u->then, &u->before.root))
        tell_at(u, "head", 0,
                "the log does not begin with the lines of the head that is "
                "kept here" AGAIN);
}

static ahd_status take_log(unbundling *u, ahd_error *error)
{
    ahd_str rest = ahd_buf_str(&u->bytes);

    u->has_log = true;
    while (rest.len > 0)
        AHD_TRY(take_line(u, next_line(u, AHD_BUNDLE_LOG, &rest), error));
    check_root(u);
    ahd_ledger_settle(u->ledger, tell_twice, u);
    return AHD_OK;
}

static ahd_status take_head(unbundling *u, ahd_error *error)
{
    const char *why;

    (void)error;
    u->has_head = ahd_log_head_read(ahd_buf_str(&u->bytes), &u->head);
    if (!u->has_head)
        tell_at(u, AHD_BUNDLE_HEAD, 0, "this is no head of a log" AGAIN);
    else if (!ahd_audit_head_holds(
                 &u->head, u->outside ? u->outside->signer : NULL, &why))
        tell_at(u, AHD_BUNDLE_HEAD, 0, why);
    return AHD_OK;
}

/* Of some pages only, the head itself must be known. */
static void check_some(unbundling *u)
{
    if (u->has_log || !u->has_before)
        return;
    if (u->before.size != u->head.size ||
        !ahd_hash_eq(&u->before.root, &u->head.root))
        tell_at(u, "head", 0,
                "head.txt is another than the head that is kept here, and a "
                "bundle of some pages has no log to lead from one to the "
                "other; ask for one that was made with: ahd export --head");
}

/* ---------------------------------------------------------- rows are told */

static bool leads_to_root(unbundling *u, const ahd_str values[3])
{
    ahd_path path = {.size = u->head.size};
    ahd_json_in in;
    ahd_hash root;
    ahd_str item;
    uint32_t seq;

    if (!ahd_str_number(values[0], &seq) || seq == 0)
        return false;
    path.index = seq - 1;
    ahd_reading_begin(&in, values[2]);
    while (ahd_reading_next(&in, &item)) {
        ahd_str hex = {item.ptr + 1, item.len > 2 ? item.len - 2 : 0};
        if (path.count == AHD_MERKLE_LEVELS ||
            !ahd_hash_read(hex, &path.hashes[path.count++]))
            return false;
    }
    ahd_hash leaf = ahd_merkle_leaf(ahd_buf_str(&u->line));
    return !in.broken && ahd_merkle_follow(&path, leaf, &root) &&
           ahd_hash_eq(&root, &u->head.root);
}

/* Does the JSON text say what u->line is? */
static bool says_line(unbundling *u, ahd_str json)
{
    jmp_buf trap;

    ahd_arena_trap(u->v.arena, &trap);
    if (setjmp(trap)) {
        ahd_arena_trap(u->v.arena, NULL);
        return false;
    }
    ahd_mark mark = ahd_arena_mark(u->v.arena);
    bool same =
        ahd_str_eq(ahd_reading_text(u->v.arena, json), ahd_buf_str(&u->line));
    ahd_arena_rewind(u->v.arena, mark);
    ahd_arena_trap(u->v.arena, NULL);
    return same;
}

/* Proofs stand in the order of what they prove. */
static bool is_proven(unbundling *u, ahd_str kind, ahd_str body)
{
    static const char *const names[] = {"seq", "line", "path"};
    ahd_str values[3], proof = next_line(u, "proofs", &u->proofs);

    ahd_buf_clear(&u->line);
    ahd_buf_printf(&u->line, "%.*s ", AHD_STR_ARG(kind));
    ahd_buf_add(&u->line, body);
    if (u->line.failed || !ahd_reading_fields(proof, names, values, 3))
        return false;
    return says_line(u, values[1]) && leads_to_root(u, values);
}

static void check_row(unbundling *u, ahd_str kind, int64_t number, ahd_str body)
{
    uint64_t seq;

    if (!u->has_log) {
        if (!is_proven(u, kind, body))
            tell_row(u, kind, number,
                     "no proof leads from it to the root of head.txt: it was "
                     "changed" AGAIN,
                     body);
        return;
    }
    ahd_told told = ahd_ledger_claim(u->ledger, kind, number, body, &seq);
    if (told != AHD_TOLD_SO)
        tell_row(u, kind, number,
                 told == AHD_TOLD_NOT
                     ? "log.txt does not tell of it: it was added" AGAIN
                     : "it is not what log.txt tells: it was changed" AGAIN,
                 body);
}

/* ------------------------------------------------------------- one folder */

static ahd_str of(const unbundling *u, part which)
{
    return ahd_buf_str(&u->parts[which]);
}

/* What kept.json says of the page; its number. */
static int64_t take_kept(unbundling *u, ahd_page_in *in)
{
    static const char *const names[] = {"sha256", "format"};
    ahd_str kept = of(u, KEPT), line = next_line(u, "page", &kept), values[2];
    int64_t page = ahd_ledger_row(line);
    uint32_t format;

    check_row(u, AHD_STR("page"), page, line);
    if (kept.len > 0 || !ahd_reading_fields(line, names, values, 2) ||
        !ahd_str_number(values[1], &format) || format > AHD_FORMAT_JSONL) {
        tell_row(u, AHD_STR("page"), page, "kept.json is damaged" AGAIN, line);
        return page;
    }
    in->format = (ahd_format)format;
    ahd_str sha256 = {values[0].ptr + 1, AHD_HASH_HEX};
    if (values[0].len != AHD_HASH_HEX + 2 ||
        memcmp(sha256.ptr, u->sha256, AHD_HASH_HEX) != 0)
        tell_row(u, AHD_STR("page"), page,
                 "it lies in the folder of another page" AGAIN, line);
    return page;
}

/* Rows of this page, and no other. */
static void check_rows(unbundling *u, part which, const char *kind,
                       int64_t page)
{
    static const char *const names[] = {"page"};
    ahd_str rest = of(u, which), value[1];
    uint32_t number;

    while (rest.len > 0) {
        ahd_str line = next_line(u, kind, &rest);
        int64_t row = ahd_ledger_row(line);
        check_row(u, ahd_str_from(kind), row, line);
        if (!ahd_reading_fields(line, names, value, 1) ||
            !ahd_str_number(value[0], &number) || number != page)
            tell_row(u, ahd_str_from(kind), row, "it is of another page" AGAIN,
                     line);
    }
}

static void put_hash(ahd_writer *w, const char *key, ahd_str bytes)
{
    char hex[AHD_HASH_HEX];

    ahd_hash_hex(ahd_hash_of(bytes), hex);
    ahd_writer_field(w, key, (ahd_str){hex, sizeof hex});
}

static void check_reading(unbundling *u, int64_t page)
{
    ahd_buf body = AHD_BUF(1024);
    ahd_writer w = {.out = &body};

    ahd_writer_open(&w, '{');
    ahd_writer_key(&w, "page");
    ahd_writer_int(&w, page);
    if (of(u, READING).len > 0)
        put_hash(&w, "json", of(u, READING));
    put_hash(&w, "rows", of(u, ROWS));
    ahd_writer_close(&w, '}');
    check_row(u, AHD_STR("reading"), page, ahd_buf_str(&body));
    ahd_buf_finish(&body);
}

static ahd_status check_page(unbundling *u, const ahd_page_in *in,
                             ahd_error *error)
{
    const ahd_str sha256 = {u->sha256, AHD_HASH_HEX};

    if (!u->there[PAGE])
        return ahd_verifying_lost(&u->v, in, sha256,
                                  "the bytes of the page are missing" AGAIN,
                                  error);
    if (!u->there[READING])
        return ahd_verifying_lost(&u->v, in, sha256,
                                  "no reading is there" AGAIN, error);
    ahd_buf_clear(&u->v.json);
    ahd_buf_add(&u->v.json, of(u, READING));
    return ahd_verifying_page(&u->v, in, sha256, error);
}

static ahd_status end_folder(unbundling *u, ahd_error *error)
{
    char path[NAME + AHD_HASH_HEX];
    ahd_page_in in = {.bytes = of(u, PAGE)};

    if (u->sha256[0] == 0)
        return AHD_OK;
    int len = snprintf(path, sizeof path, AHD_BUNDLE_PAGES "%.*s", AHD_HASH_HEX,
                       u->sha256);
    in.path = (ahd_str){path, (size_t)len};
    ahd_arena_clear(u->v.arena);
    u->proofs = of(u, PROOFS);
    int64_t page = take_kept(u, &in);
    check_rows(u, CAPTURES, "capture", page);
    check_rows(u, REVIEWS, "review", page);
    if (u->there[READING])
        check_reading(u, page);
    if (u->proofs.len > 0)
        tell_row(u, AHD_STR("page"), page,
                 "there are proofs of what is not there" AGAIN, u->proofs);
    AHD_TRY(u->status);
    return check_page(u, &in, error);
}

static void begin_folder(unbundling *u, ahd_str sha256)
{
    memcpy(u->sha256, sha256.ptr, AHD_HASH_HEX);
    for (int i = 0; i < PARTS; i++) {
        u->there[i] = false;
        ahd_buf_clear(&u->parts[i]);
    }
}

/* pages/<sha256>/captures.jsonl */
static ahd_status take_part(unbundling *u, ahd_error *error)
{
    ahd_str rest = ahd_buf_str(&u->name), file;
    ahd_hash hash;

    (void)ahd_str_cut(&rest, '/');
    ahd_str folder = ahd_str_cut(&rest, '/');
    file = rest;
    if (!ahd_hash_read(folder, &hash)) {
        tell_row(u, ahd_buf_str(&u->name), 0, "no bundle has this file" AGAIN,
                 AHD_STR(""));
        return AHD_OK;
    }
    if (memcmp(u->sha256, folder.ptr, AHD_HASH_HEX) != 0) {
        AHD_TRY(end_folder(u, error));
        begin_folder(u, folder);
    }
    for (int i = 0; i < PARTS; i++) {
        ahd_str name = ahd_str_from(part_names[i]);
        bool is =
            i == PAGE ? ahd_str_starts(file, name) : ahd_str_eq(file, name);
        if (!is || u->there[i])
            continue;
        u->there[i] = true;
        ahd_buf_add(&u->parts[i], ahd_buf_str(&u->bytes));
        return AHD_OK;
    }
    tell_row(u, ahd_buf_str(&u->name), 0, "no bundle has this file" AGAIN,
             AHD_STR(""));
    return AHD_OK;
}

/* ------------------------------------------------------------- one file */

/* The first line that differs names the file. */
static ahd_status take_manifest(unbundling *u, ahd_error *error)
{
    ahd_str told = ahd_buf_str(&u->bytes), found = ahd_buf_str(&u->manifest);

    (void)error;
    u->has_manifest = true;
    while (told.len > 0 || found.len > 0) {
        ahd_str a = next_line(u, AHD_BUNDLE_MANIFEST, &told),
                b = ahd_str_cut(&found, '\n');
        if (ahd_str_eq(a, b))
            continue;
        const ahd_log_fault fault = {
            .where = AHD_STR(AHD_BUNDLE_MANIFEST),
            .what = "a file is another, missing or too much" AGAIN,
            .told = a,
            .found = b};
        tell(u, &fault);
        break;
    }
    return AHD_OK;
}

static ahd_status take_title(unbundling *u, ahd_error *error)
{
    (void)u;
    (void)error;
    return AHD_OK;
}

static const struct taker {
    const char *name;
    ahd_status (*take)(unbundling *u, ahd_error *error);
} takers[] = {{AHD_BUNDLE_TITLE, take_title},
              {AHD_BUNDLE_HEAD, take_head},
              {AHD_BUNDLE_LOG, take_log},
              {AHD_BUNDLE_MANIFEST, take_manifest}};

static void list_file(unbundling *u)
{
    char hex[AHD_HASH_HEX];

    ahd_hash_hex(ahd_hash_of(ahd_buf_str(&u->bytes)), hex);
    ahd_buf_add(&u->manifest, (ahd_str){hex, sizeof hex});
    ahd_buf_add(&u->manifest, AHD_STR("  "));
    ahd_buf_add(&u->manifest, ahd_buf_str(&u->name));
    ahd_buf_byte(&u->manifest, '\n');
}

static ahd_status take_file(unbundling *u, ahd_error *error)
{
    ahd_str name = ahd_buf_str(&u->name);

    if (u->has_manifest)
        tell_row(u, name, 0, "it stands behind the manifest" AGAIN,
                 AHD_STR(""));
    if (!ahd_str_eq(name, AHD_STR(AHD_BUNDLE_MANIFEST)))
        list_file(u);
    for (size_t i = 0; i < sizeof takers / sizeof *takers; i++)
        if (ahd_str_eq(name, ahd_str_from(takers[i].name)))
            return takers[i].take(u, error);
    return take_part(u, error);
}

/* ------------------------------------------------------------- the bundle */

static ahd_status damaged(const unbundling *u, struct archive *tar,
                          ahd_error *error)
{
    const char *why = archive_error_string(tar);

    return ahd_fail_at(error, AHD_EFORMAT, u->path, 0,
                       "this is no whole bundle (%s)" AGAIN,
                       why ? why : "it ends early");
}

static ahd_status read_bytes(unbundling *u, struct archive *tar,
                             ahd_error *error)
{
    la_ssize_t len;

    ahd_buf_clear(&u->bytes);
    do {
        if (!ahd_buf_reserve(&u->bytes, BLOCK))
            return ahd_fail_at(error, AHD_ELIMIT, u->path, 0,
                               "a file in it is over a gigabyte; make smaller "
                               "bundles");
        len = archive_read_data(tar, u->bytes.ptr + u->bytes.len, BLOCK);
        if (len < 0)
            return damaged(u, tar, error);
        u->bytes.len += (size_t)len;
        u->bytes.ptr[u->bytes.len] = '\0';
    } while (len > 0);
    u->v.engine->counts.bytes += u->bytes.len;
    return AHD_OK;
}

static ahd_status read_files(unbundling *u, struct archive *tar,
                             ahd_error *error)
{
    struct archive_entry *entry;
    int code;

    while ((code = archive_read_next_header(tar, &entry)) == ARCHIVE_OK) {
        ahd_buf_clear(&u->name);
        ahd_buf_add(&u->name, ahd_str_from(archive_entry_pathname(entry)));
        if (archive_entry_filetype(entry) != AE_IFREG)
            tell_row(u, ahd_buf_str(&u->name), 0, "it is no file" AGAIN,
                     AHD_STR(""));
        AHD_TRY(read_bytes(u, tar, error));
        AHD_TRY(take_file(u, error));
        AHD_TRY(u->status);
    }
    return code == ARCHIVE_EOF ? AHD_OK : damaged(u, tar, error);
}

static void tell_gone(void *context, uint64_t seq, ahd_str kind, int64_t row)
{
    (void)seq;
    tell_row(context, kind, row, "log.txt tells of it, and it is gone" AGAIN,
             AHD_STR(""));
}

static ahd_status check_all(unbundling *u, struct archive *tar,
                            ahd_error *error)
{
    if (u->outside && u->outside->head) {
        AHD_TRY(ahd_head_file_read(u->outside->head, &u->before, error));
        u->has_before = true;
    }
    AHD_TRY(read_files(u, tar, error));
    AHD_TRY(end_folder(u, error));
    if (!u->has_head)
        tell_at(u, AHD_BUNDLE_HEAD, 0, "it is missing" AGAIN);
    if (!u->has_manifest)
        tell_at(u, AHD_BUNDLE_MANIFEST, 0, "it is missing" AGAIN);
    check_some(u);
    ahd_ledger_rest(u->ledger, tell_gone, u);
    return u->status;
}

static void finish(unbundling *u)
{
    for (int i = 0; i < PARTS; i++)
        ahd_buf_finish(&u->parts[i]);
    ahd_buf_finish(&u->name);
    ahd_buf_finish(&u->bytes);
    ahd_buf_finish(&u->manifest);
    ahd_buf_finish(&u->line);
    ahd_ledger_free(u->ledger);
}

static void init(unbundling *u)
{
    for (int i = 0; i < PARTS; i++)
        u->parts[i] = AHD_BUF(LONGEST);
    u->name = u->bytes = u->manifest = u->line = AHD_BUF(LONGEST);
    u->v.engine->counts = (ahd_counts){0};
    u->v.engine->reasons = (ahd_tally){0};
}

ahd_status ahd_verify_bundle(ahd_engine *engine, const char *path,
                             const ahd_outside *outside,
                             const ahd_verify_hooks *hooks, ahd_error *error)
{
    unbundling u = {.v = {.engine = engine, .hooks = hooks, .counts = true},
                    .path = path,
                    .outside = outside,
                    .ledger = ahd_ledger_new(),
                    .error = error};
    struct archive *tar = ahd_bundle_open(path);

    init(&u);
    ahd_status status = ahd_verifying_begin(&u.v, error);
    if (status == AHD_OK && u.ledger == NULL)
        status = ahd_fail(error, AHD_ENOMEM, "out of memory");
    if (status == AHD_OK && tar == NULL)
        status = ahd_fail_at(error, AHD_EIO, path, 0,
                             "cannot open it as a bundle; check the name");
    if (status == AHD_OK)
        status = check_all(&u, tar, error);
    archive_read_free(tar);
    finish(&u);
    return ahd_verifying_finish(&u.v, status);
}
