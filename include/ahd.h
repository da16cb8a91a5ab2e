/* ahd.h - the whole public interface of libahd.
 *
 * Ahd reads news pages and keeps the record of agreements: who signed what
 * with whom, who says that it was broken, who denies it.
 *
 *     ahd_options options = AHD_OPTIONS;
 *     ahd_engine *engine;
 *     ahd_error error;
 *     if (ahd_engine_new(&options, &engine, &error) != AHD_OK)
 *         ... error.message ...
 *     ahd_read(engine, paths, count, &hooks, &error);   each page → hooks.page
 *     ahd_engine_free(engine);
 *
 * Every function that can fail returns ahd_status and fills an ahd_error that
 * the caller owns (NULL when not wanted). Strings are ahd_str: UTF-8, pointer
 * and length, borrowed unless said. Handles may be used by one thread at a
 * time, but any number of handles may live side by side. */
#ifndef AHD_H
#define AHD_H

#include "base/api.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define AHD_VERSION "0.1.0"

/* -------------------------------------------------------------- reading */

typedef struct ahd_engine ahd_engine;
typedef struct ahd_doc ahd_doc; /* one page and all that was understood */

typedef struct ahd_options {
    int threads;         /* workers; 0: one a core */
    size_t doc_bytes;    /* memory a document may take; 0: 64 MiB */
    const char *without; /* ids of registry agreements to hide, by commas; for
                            tests of discovery; NULL: none */
    bool article_only;   /* stop at the text: no sentences, names or acts */
} ahd_options;
#define AHD_OPTIONS ((ahd_options){0})

AHD_API AHD_MUST_USE ahd_status ahd_engine_new(const ahd_options *options,
                                               ahd_engine **out,
                                               ahd_error *error);
AHD_API void ahd_engine_free(ahd_engine *engine);

typedef struct ahd_hooks {
    void *context;
    /* One page, in the order of the input. `doc` and its bytes are valid
     * during the call. A status other than AHD_OK ends ahd_read with it. */
    ahd_status (*page)(void *context, const ahd_doc *doc, ahd_error *error);
    /* A file, or a place in one, that could not be read; the batch goes on.
     * With status AHD_OK it was read all the same, though something about it is
     * wrong. May be NULL. */
    void (*skipped)(void *context, const ahd_error *why);
} ahd_hooks;

/* Read files, archives and crawls of pages, folders (all pages below) and "-"
 * (standard input). */
AHD_API AHD_MUST_USE ahd_status ahd_read(ahd_engine *engine,
                                         const char *const *paths, size_t count,
                                         const ahd_hooks *hooks,
                                         ahd_error *error);

/* Of the last ahd_read, also while it runs: pages, and why not an article.
 * `skipped` could not be read; `passed` are records of a crawl or an archive
 * that are no page by what they say of themselves (an image, a redirect), and
 * nobody is told of each. `bytes` of the input files were read, packed ones
 * as they lie. */
typedef struct ahd_counts {
    uint64_t pages, articles, refused, skipped, passed;
    uint64_t sentences, tokens, acts, bytes;
} ahd_counts;
AHD_API ahd_counts ahd_engine_counts(const ahd_engine *engine);

/* All that did not become an article, by a few words why: "a list page", "an
 * image", "damaged". The last row may be "other reasons". */
typedef struct ahd_reason_count {
    ahd_str reason; /* valid until the next ahd_read */
    uint64_t count;
} ahd_reason_count;

/* The most frequent reasons first, at most `most` of them; how many. Good for
 * the running or last ahd_read, ahd_record_add and ahd_record_rebuild. */
AHD_API size_t ahd_engine_reasons(const ahd_engine *engine,
                                  ahd_reason_count *out, size_t most);

/* The document as one line of JSON (DESIGN.md section 4), without newline. */
AHD_API void ahd_doc_json(const ahd_engine *engine, const ahd_doc *doc,
                          ahd_buf *out);

/* How text for people is laid out. */
typedef struct ahd_style {
    bool colour;
    int width; /* columns; 0: 80 */
} ahd_style;

/* The document for a person: its facts, and each act with its sentence. */
AHD_API void ahd_doc_brief(const ahd_engine *engine, const ahd_doc *doc,
                           ahd_style style, ahd_buf *out);

/* Each act with the rule and the words that made it. */
AHD_API void ahd_doc_explain(const ahd_engine *engine, const ahd_doc *doc,
                             ahd_style style, ahd_buf *out);

/* Layers of the language core out of "text,morph,chunks", as a set for
 * ahd_doc_dump; AHD_EUSAGE names the one that is not known. */
AHD_API AHD_MUST_USE ahd_status ahd_dump_layers(const char *names,
                                                unsigned *layers,
                                                ahd_error *error);

/* Sentences and words; segments with part of speech, features and lemma;
 * chunks in their clauses. */
AHD_API void ahd_doc_dump(const ahd_doc *doc, unsigned layers, ahd_style style,
                          ahd_buf *out);

/* ------------------------------------------------------------ verifying */

/* Something told of a page that does not follow from its bytes. */
typedef struct ahd_fault {
    const char *what;        /* "the page has other characters here" */
    int64_t character, byte; /* of the text, of the page; -1: nowhere */
    ahd_str told, found;     /* the first words of each; may be empty */
} ahd_fault;

/* A page, of which what was read was derived from its bytes once more. */
typedef struct ahd_verified {
    ahd_str path, sha256;
    size_t line; /* of a JSONL record, from 1; else 0 */
    bool article;
    bool outdated;       /* made by another version or data: a rebuild may
                            change it */
    uint64_t characters; /* of the text, that were derived */
    uint64_t failures;   /* of which `faults` are the first */
    const ahd_fault *faults;
    size_t fault_count;
} ahd_verified;

/* Something of a record, or of a bundle, that its log does not bear out, or of
 * the log itself. */
typedef struct ahd_log_fault {
    ahd_str where;    /* "log", "head", "page", "capture", "reading", a table */
    int64_t number;   /* of the line or the row; 0: all of it */
    const char *what; /* with the cure */
    ahd_str told, found; /* lines of JSON; may be empty */
} ahd_log_fault;

typedef struct ahd_verify_hooks {
    void *context;
    /* As in ahd_hooks; what is verified is valid during the call. */
    ahd_status (*page)(void *context, const ahd_verified *page,
                       ahd_error *error);
    void (*skipped)(void *context, const ahd_error *why);
    /* As `page`; may be NULL. */
    ahd_status (*fault)(void *context, const ahd_log_fault *fault,
                        ahd_error *error);
} ahd_verify_hooks;

/* What is kept outside of a record or bundle to hold it against. */
typedef struct ahd_outside {
    const char *head;   /* a file of ahd_record_keep_head; NULL: none */
    const char *signer; /* the public key it must be signed with, as 64 digits;
                           NULL: any */
} ahd_outside;

/* Read `paths` and verify each page: every character of its text but line
 * breaks comes from bytes of the page that, decoded by themselves, are it. */
AHD_API AHD_MUST_USE ahd_status ahd_verify(ahd_engine *engine,
                                           const char *const *paths,
                                           size_t count,
                                           const ahd_verify_hooks *hooks,
                                           ahd_error *error);

/* ------------------------------------------------------------ the record */

typedef struct ahd_record ahd_record; /* a database file */

/* Open `path`; with `write` it is created or migrated when needed. */
AHD_API AHD_MUST_USE ahd_status ahd_record_open(const char *path, bool write,
                                                ahd_record **out,
                                                ahd_error *error);
AHD_API void ahd_record_close(ahd_record *record);

typedef struct ahd_added {
    uint64_t seen, new_pages, known_pages, articles, refused, skipped, acts;
    uint64_t passed; /* as in ahd_counts */
} ahd_added;

/* Called now and then while adding, and at the end with `done`. */
typedef struct ahd_progress {
    void *context;
    void (*tick)(void *context, const ahd_added *so_far, bool done);
    void (*skipped)(void *context, const ahd_error *why);
} ahd_progress;

/* Read `paths` and keep every page as evidence with what was understood.
 * The same bytes twice are one page; seen at another place, at another address
 * or time, they are two captures. A page that is known is not read again, so a
 * run that was cut short is taken up by doing it again. What was ticked as
 * added survives a crash. `progress` may be NULL. */
AHD_API AHD_MUST_USE ahd_status
ahd_record_add(ahd_record *record, ahd_engine *engine, const char *const *paths,
               size_t count, const ahd_progress *progress, ahd_error *error);

/* A page that was got somewhere: its bytes, and what came with them. Only with
 * headers does `url` count as where it was fetched (see ahd_record_add). */
typedef struct ahd_handed {
    ahd_str bytes;
    ahd_str url;     /* may be empty */
    ahd_str headers; /* of HTTP: status line and fields; may be empty */
    ahd_str seen_at; /* "2020-10-26T08:30:00Z"; empty: now */
} ahd_handed;

/* The same for pages in memory; their type is told by their headers, else by
 * their bytes. */
AHD_API AHD_MUST_USE ahd_status ahd_record_add_pages(
    ahd_record *record, ahd_engine *engine, const ahd_handed *pages,
    size_t count, const ahd_progress *progress, ahd_error *error);

/* Read every kept page again with this engine; evidence stays untouched. */
AHD_API AHD_MUST_USE ahd_status ahd_record_rebuild(ahd_record *record,
                                                   ahd_engine *engine,
                                                   const ahd_progress *progress,
                                                   ahd_error *error);

/* Verify the log and that it tells of everything that is kept as it is; then
 * every kept page: that its bytes are those it is named by, and that what is
 * kept of it follows from them. Nothing is written; the engine only counts.
 * `outside` may be NULL. */
AHD_API AHD_MUST_USE ahd_status ahd_record_verify(ahd_record *record,
                                                  ahd_engine *engine,
                                                  const ahd_outside *outside,
                                                  const ahd_verify_hooks *hooks,
                                                  ahd_error *error);

/* Every change of a record is a line of its log, and the log is a Merkle tree:
 * its head, a few lines of text, stands for all that was ever kept. `key` is a
 * file of ahd_key_new to sign it with; NULL: it is not signed. */
AHD_API AHD_MUST_USE ahd_status ahd_record_head(ahd_record *record,
                                                const char *key, ahd_buf *out,
                                                ahd_error *error);

/* The head into a file, whole or not at all. A head that is there already must
 * be one that this log has grown from; otherwise it stays, and AHD_ESTORE. */
AHD_API AHD_MUST_USE ahd_status ahd_record_keep_head(ahd_record *record,
                                                     const char *key,
                                                     const char *path,
                                                     ahd_error *error);

/* Pages with all that is kept of them, as a tar that can be verified without
 * the record. */
typedef struct ahd_bundle {
    const char *path;                 /* the file to be written */
    const char *agreement, *document; /* only what is about this agreement, or
                                         this document; NULL: everything */
    const char *key;  /* to sign its head with; NULL: not signed */
    const char *head; /* a file of a head to put into it; NULL: a new one */
} ahd_bundle;
AHD_API AHD_MUST_USE ahd_status ahd_record_bundle(ahd_record *record,
                                                  const ahd_bundle *bundle,
                                                  ahd_error *error);

/* Verify a bundle: its files, its log against its head and `outside` (which may
 * be NULL), every row against the log, and every page as ahd_verify does. */
AHD_API AHD_MUST_USE ahd_status ahd_verify_bundle(ahd_engine *engine,
                                                  const char *path,
                                                  const ahd_outside *outside,
                                                  const ahd_verify_hooks *hooks,
                                                  ahd_error *error);
/* Is this file one? */
AHD_API bool ahd_is_bundle(const char *path);

/* A new signing key (Ed25519) in a new file that only its owner can read. */
AHD_API AHD_MUST_USE ahd_status ahd_key_new(const char *path, ahd_error *error);

/* -------------------------------------------------------------- watching */

typedef struct ahd_watch_options {
    const char *feeds;    /* a file: an address a line, # comments */
    bool once;            /* poll what is due, fetch what is new, and end */
    bool now;             /* what is not yet due as well, at the start */
    bool allow_private;   /* private and loopback addresses, at any port */
    const char *allow;    /* only these of them: "10.0.0.0/8,127.0.0.2" */
    const char *contact;  /* told to servers; NULL: none */
    uint32_t gap;         /* seconds between two requests of one machine */
    uint32_t timeout;     /* seconds of one request */
    uint32_t connections; /* at once, to different machines */
} ahd_watch_options;
#define AHD_WATCH_OPTIONS                                                      \
    ((ahd_watch_options){.gap = 2, .timeout = 60, .connections = 32})

/* A feed that was polled. `state` is "new", "unchanged", "failed", or "waiting"
 * (not yet due, or its machine is to be left alone). */
typedef struct ahd_watched_feed {
    ahd_str url, name;
    const char *state, *why;          /* why: "" when all is well */
    uint64_t entries, added, revised; /* articles it points at; to fetch */
    int64_t next;                     /* seconds since 1970 */
} ahd_watched_feed;

/* An article. `state` is "kept", "left out" (it is no page, or not ours to
 * fetch), "again" (at `next`), or "failed" (given up). */
typedef struct ahd_watched_page {
    ahd_str url; /* as the feed has it */
    const char *state, *why;
    int64_t next; /* 0: never */
} ahd_watched_page;

typedef struct ahd_watched {
    uint64_t polled, changed, failed, waiting; /* feeds */
    uint64_t kept, left_out, again, given_up;  /* articles */
    uint64_t open; /* feeds and articles that are being asked for */
    ahd_added added;
} ahd_watched;

/* What is told has been made durable before. All but `stop` may be NULL. */
typedef struct ahd_watch_hooks {
    void *context;
    void (*feed)(void *context, const ahd_watched_feed *feed);
    void (*page)(void *context, const ahd_watched_page *page);
    void (*tick)(void *context, const ahd_watched *so_far); /* often */
    bool (*stop)(void *context); /* asked often; true: end soon */
} ahd_watch_hooks;

/* Poll feeds politely and keep the articles that they point at. Only public
 * addresses are connected to, unless the options allow more. What is known of
 * feeds and articles is kept in the record, so nothing is asked for twice. */
AHD_API AHD_MUST_USE ahd_status ahd_record_watch(
    ahd_record *record, ahd_engine *engine, const ahd_watch_options *options,
    const ahd_watch_hooks *hooks, ahd_error *error);

/* Called now and then while a record is copied; pages of the database. False
 * ends it. */
typedef struct ahd_copying {
    void *context;
    bool (*tick)(void *context, int64_t done, int64_t all);
} ahd_copying;

/* A copy of the record as it is now, in a new file; others may read and write
 * the record meanwhile. The file is there whole or not at all; one that is
 * there is replaced only with `force`. `progress` may be NULL. */
AHD_API AHD_MUST_USE ahd_status ahd_record_backup(ahd_record *record,
                                                  const char *path, bool force,
                                                  const ahd_copying *progress,
                                                  ahd_error *error);

/* All that the record holds as lines of JSON, the bytes of pages by their hash.
 * Two records have the same lines in the same order when they hold the same,
 * whatever the order, the time or the number of runs in which it came. A line
 * is valid during the call; false ends it. */
typedef bool ahd_dump_fn(void *context, ahd_str line);
AHD_API AHD_MUST_USE ahd_status ahd_record_export(ahd_record *record,
                                                  ahd_dump_fn *each,
                                                  void *context,
                                                  ahd_error *error);

/* What to list. NULL or 0 means "any". */
typedef struct ahd_filter {
    const char *agreement, *actor, *document, *act; /* ids; act a type name */
    const char *from, *to;                          /* dates, inclusive */
    const char *lang;      /* "ar" for names in Arabic; else English */
    int64_t offset, limit; /* limit 0: 1000 */
    /* To go through a long list piece by piece, in an order of its own: what is
     * behind the row of this key (its id where it has none), "" for all. Of
     * documents, disputes and stories; NULL: in the order of the list. */
    const char *after;
} ahd_filter;

typedef struct ahd_document_row {
    ahd_str id, title, outlet, url, published, lang, kind, refused, path, key;
    int64_t acts, captures;
} ahd_document_row;

typedef struct ahd_act_row {
    ahd_str document, act, date, modality, sentence, title, outlet;
    ahd_str published; /* of the document: the day it was told */
    ahd_str source, target, speaker, via, place; /* names, " | " between */
    ahd_str agreement, agreement_name;    /* of the first; id may be "" */
    int64_t n;                            /* the act's id in its document */
    int64_t sentence_start, sentence_end; /* code points of the text */
    double confidence;
    ahd_str review; /* confirmed, corrected, added …; empty: nobody decided */
    /* What only ahd_record_find tells. */
    ahd_str mode, lang, url;                    /* lang, url: the document's */
    ahd_str source_ids, target_ids, speaker_id; /* " | " between */
    ahd_str place_id, place_name;               /* in the registry */
    ahd_str occurrence; /* empty: nobody else tells it */
    ahd_str seen;       /* when Ahd saw the page, or a review came later */
    ahd_str key;        /* for ahd_find.after */
    int64_t tellings, stories; /* of the occurrence; else 1 */
    int64_t nth;               /* of the acts of its sentence, from 1 */
    double lat, lon;           /* NAN: not known */
} ahd_act_row;

/* A registry agreement, or one discovered in a document (`found`). */
typedef struct ahd_agreement_row {
    ahd_str id, kind, country, date, place, name_ar, name_en, confidence;
    ahd_str place_ar; /* of a place that the gazetteer has */
    bool found;
    int64_t acts, claims, documents;
} ahd_agreement_row;

/* A provisional actor is one that no registry has: a name in the pages, with an
 * id that begins with ~ and the type unconfirmed-person or -organisation. */
typedef struct ahd_actor_row {
    ahd_str id, type, country, name_ar, name_en;
    int64_t acts;
    bool provisional;
} ahd_actor_row;

/* Acts are listed by date, an undated act by the day it was told; then by
 * document and n. Each row goes to a function; its strings are valid during the
 * call; false ends the listing. */
typedef bool ahd_document_fn(void *context, const ahd_document_row *row);
typedef bool ahd_act_fn(void *context, const ahd_act_row *row);
typedef bool ahd_agreement_fn(void *context, const ahd_agreement_row *row);
typedef bool ahd_actor_fn(void *context, const ahd_actor_row *row);

AHD_API AHD_MUST_USE ahd_status ahd_record_documents(ahd_record *record,
                                                     const ahd_filter *filter,
                                                     ahd_document_fn *each,
                                                     void *context,
                                                     ahd_error *error);
AHD_API AHD_MUST_USE ahd_status ahd_record_acts(ahd_record *record,
                                                const ahd_filter *filter,
                                                ahd_act_fn *each, void *context,
                                                ahd_error *error);
/* Agreements that the record has acts about first, by number of acts; with
 * `all`, every registry entry follows. */
AHD_API AHD_MUST_USE ahd_status ahd_record_agreements(ahd_record *record,
                                                      bool all,
                                                      ahd_agreement_fn *each,
                                                      void *context,
                                                      ahd_error *error);
AHD_API AHD_MUST_USE ahd_status ahd_record_actors(ahd_record *record,
                                                  ahd_actor_fn *each,
                                                  void *context,
                                                  ahd_error *error);
/* The same by id: those behind filter->after, at most filter->limit. */
AHD_API AHD_MUST_USE ahd_status
ahd_record_actors_after(ahd_record *record, const ahd_filter *filter,
                        ahd_actor_fn *each, void *context, ahd_error *error);

/* A claim that an agreement was broken, with all that is said about it: the
 * highest rung of the ladder that its claims reach, and its counts. */
typedef struct ahd_dispute_row {
    ahd_str id, agreement, accused, first, last;      /* days of its claims */
    ahd_str name_ar, name_en, accused_ar, accused_en; /* or empty */
    ahd_str rung;  /* "speakers of several sides" */
    int64_t level; /* 0 unnamed sources .. 6 found by the monitor */
    int64_t claims, claimants, sides; /* named ones, not of the accused */
    int64_t stories, replies;         /* independent stories; denials */
} ahd_dispute_row;

/* The same act told by several documents; document and n are of the telling
 * that stands for it. */
typedef struct ahd_occurrence_row {
    ahd_str id, act, modality, first, last, document, sentence;
    ahd_str source, target, speaker, outlet; /* as in ahd_act_row */
    int64_t n, tellings, stories;
} ahd_occurrence_row;

/* Documents with the same origin: `roots` of them copy nobody, and those that
 * one agency is behind count as one. */
typedef struct ahd_story_row {
    ahd_str id, first, title, key; /* id, day, title of its first document */
    int64_t documents, outlets, roots;
} ahd_story_row;

/* Stories of two documents and more, the largest first; of the filter, `from`
 * and `to` count. AHD_EUSAGE when an older Ahd read the record's documents. */
typedef bool ahd_story_fn(void *context, const ahd_story_row *row);
AHD_API AHD_MUST_USE ahd_status ahd_record_stories(ahd_record *record,
                                                   const ahd_filter *filter,
                                                   ahd_story_fn *each,
                                                   void *context,
                                                   ahd_error *error);

/* A story by its id or that of one of its documents: its members, what each
 * copies and how much of it, through which agency, and all pairs. */
AHD_API AHD_MUST_USE ahd_status ahd_record_story_json(ahd_record *record,
                                                      const char *id,
                                                      ahd_buf *out,
                                                      ahd_error *error);

/* The story of a document, to a function that is called once or, when the
 * document copies nobody and nobody it, not at all. */
AHD_API AHD_MUST_USE ahd_status ahd_record_story_of(ahd_record *record,
                                                    const char *document,
                                                    ahd_story_fn *each,
                                                    void *context,
                                                    ahd_error *error);

/* What two documents, "ID,ID", have word for word: spans of both texts. */
AHD_API AHD_MUST_USE ahd_status ahd_record_copied_json(ahd_record *record,
                                                       const char *pair,
                                                       ahd_buf *out,
                                                       ahd_error *error);

/* What all documents together make of acts, found anew after each add: by
 * agreement and day, and by day. Of the filter, `actor` is the accused, or
 * anybody in the act. */
typedef bool ahd_dispute_fn(void *context, const ahd_dispute_row *row);
typedef bool ahd_occurrence_fn(void *context, const ahd_occurrence_row *row);
AHD_API AHD_MUST_USE ahd_status ahd_record_disputes(ahd_record *record,
                                                    const ahd_filter *filter,
                                                    ahd_dispute_fn *each,
                                                    void *context,
                                                    ahd_error *error);
AHD_API AHD_MUST_USE ahd_status ahd_record_occurrences(ahd_record *record,
                                                       const ahd_filter *filter,
                                                       ahd_occurrence_fn *each,
                                                       void *context,
                                                       ahd_error *error);

/* Of one agreement the occurrences of its latest 1500 acts between the days of
 * the filter, the latest first, at most its limit. */
AHD_API AHD_MUST_USE ahd_status ahd_record_timeline(ahd_record *record,
                                                    const ahd_filter *filter,
                                                    ahd_occurrence_fn *each,
                                                    void *context,
                                                    ahd_error *error);

/* Which occurrence of an agreement's acts points at which, as section 4 has it:
 * a list of {"from","to","role"} by these, a row for each document that tells
 * it: act "n" in "document" points at its act "other", "act" and "sentence". */
AHD_API AHD_MUST_USE ahd_status ahd_record_links_json(ahd_record *record,
                                                      const char *agreement,
                                                      ahd_buf *out,
                                                      ahd_error *error);

/* One dispute: claims by claimant with their tellings, replies, or where none
 * was found (disputes/dispute_card.h). AHD_EUSAGE when there is none. */
AHD_API AHD_MUST_USE ahd_status ahd_record_dispute_json(ahd_record *record,
                                                        const char *id,
                                                        ahd_buf *out,
                                                        ahd_error *error);

/* What became of the commitments of an agreement by the day `on` (ISO; NULL:
 * today): a list of {"n","status","because","deadline","evidence":[…]}; status
 * is due, met, missed or unknown. An empty list when no act is about it. */
AHD_API AHD_MUST_USE ahd_status ahd_record_commitments(ahd_record *record,
                                                       const char *agreement,
                                                       const char *on,
                                                       ahd_buf *out,
                                                       ahd_error *error);

/* The JSON (section 4) kept for document `id`, into `out`; AHD_EUSAGE with a
 * message when there is none. */
AHD_API AHD_MUST_USE ahd_status ahd_record_document_json(ahd_record *record,
                                                         const char *id,
                                                         ahd_buf *out,
                                                         ahd_error *error);

/* Where and when the page of document `id` was seen: a list of
 * {"url","seen_at"}, the first sighting first. */
AHD_API AHD_MUST_USE ahd_status ahd_record_captures_json(ahd_record *record,
                                                         const char *id,
                                                         ahd_buf *out,
                                                         ahd_error *error);

/* A registry entry as one JSON object: names, facts with source, parties,
 * commitments with computed deadline, relations. AHD_EUSAGE when unknown.
 * A found agreement is given by the record when one is passed. */
AHD_API AHD_MUST_USE ahd_status ahd_agreement_json(ahd_record *record,
                                                   const char *id, ahd_buf *out,
                                                   ahd_error *error);

/* What is asked of the record as a whole, for overviews: "weeks", "places",
 * "tellings" and others; what each means and takes stands in store/overview.h.
 */
typedef struct ahd_overview {
    const char *what, *id, *other, *place, *act; /* NULL: any, or not needed */
    const char *from, *to;                       /* days, inclusive */
    int64_t after, limit;
} ahd_overview;

/* The answer as a list of objects. AHD_EUSAGE when there is no such question.
 */
AHD_API AHD_MUST_USE ahd_status ahd_record_overview(ahd_record *record,
                                                    const ahd_overview *ask,
                                                    ahd_buf *out,
                                                    ahd_error *error);

/* The names of something known by its id, a place also by where it is; a
 * commitment's id is that of its agreement, a space and its number. */
typedef struct ahd_known {
    ahd_str ar, en, type, country;
    double lat, lon;
} ahd_known;
/* False when no "agreement", "actor", "place" or "commitment" has this id. */
AHD_API bool ahd_known_as(const char *kind, ahd_str id, ahd_known *out);

/* The state of a two-letter code ("ly"), by its names; false when there is
 * none. */
AHD_API bool ahd_country_names(ahd_str code, ahd_str *ar, ahd_str *en);

/* An actor: names by type, posts, holders of its offices, ties, what it
 * belongs to. */
AHD_API AHD_MUST_USE ahd_status ahd_actor_json(const char *id, ahd_buf *out,
                                               ahd_error *error);

/* --------------------------------------------------------------- reviews
 *
 * What a person decides about an act. A review is kept for ever, anchored on
 * the bytes and words of the page; a later one supersedes it. Of each field
 * three values are kept apart: what the machine reads now, what a review said
 * (with what the machine read then), and what is current: the label of a
 * standing review, else the machine's. Lists show what is current. */

typedef struct ahd_review {
    const char *document;   /* its id, or the hash of its page */
    int64_t act;            /* its n in lists; 0: the document */
    const char *by;         /* a name of one's own choosing */
    const char *why, *note; /* NULL: none */
    bool confirm, reject;   /* all its fields are right; it is no act */
    const char *const *set; /* "source=ly-gna": what a field is instead */
    size_t set_count;
    const char *const *link; /* "alleged_breach=3", "denied_claim=DOC:3",
                                "agreement=ID", "implements=ID,ID" */
    size_t link_count;
    const char *merge; /* "act=3", "act=DOC:3", "actor=ID,ID", "agreement=…",
                          "story=DOC,DOC": the two are one */
    const char *split; /* the same: they are not; "": with `set`, an act more */
    bool undo;         /* takes back its newest review, or number `undoes` */
    int64_t undoes;
} ahd_review;

/* How one of several went. With `known` somebody of that name has said just
 * that before, and it stands: nothing was written. */
typedef struct ahd_reviewed {
    size_t at; /* of those that were given */
    int64_t number;
    bool known;
    const ahd_error *error; /* NULL when it is kept */
} ahd_reviewed;
typedef bool ahd_reviewed_fn(void *context, const ahd_reviewed *one);

/* Each is kept before it is told; one that is wrong is told and passed over.
 * The last status is that of the record itself. */
AHD_API AHD_MUST_USE ahd_status
ahd_record_review(ahd_record *record, const ahd_review *reviews, size_t count,
                  ahd_reviewed_fn *each, void *context, ahd_error *error);

/* What to list. NULL or false means "any". */
typedef struct ahd_review_filter {
    const char *by, *document;
    const char *state; /* standing, superseded or undone */
    bool disagreeing;  /* a new reading, or another person, says otherwise */
    bool orphaned;     /* no act of the present reading is at its anchor */
    const char *after; /* behind all of the page of this row's key */
} ahd_review_filter;

typedef struct ahd_review_row {
    int64_t number, n; /* n of its act in lists; 0: the document */
    ahd_str document, by, at, decision, why, note, state, words;
    ahd_str change;    /* "source: qa → tr" */
    ahd_str disagrees; /* "reading: source; reviewers: act"; or empty */
    ahd_str key;       /* the same for all of a page */
    bool orphaned;
    ahd_str json; /* all of it as one line */
} ahd_review_row;
typedef bool ahd_review_fn(void *context, const ahd_review_row *row);

/* By page in order of coming, and by number. */
AHD_API AHD_MUST_USE ahd_status
ahd_record_reviews(ahd_record *record, const ahd_review_filter *filter,
                   ahd_review_fn *each, void *context, ahd_error *error);

/* The acts of document `id` as they stand, as one JSON object: of each its
 * state, and machine, labelled and current values. */
AHD_API AHD_MUST_USE ahd_status ahd_record_current_json(ahd_record *record,
                                                        const char *id,
                                                        ahd_buf *out,
                                                        ahd_error *error);

/* Wait at most so long for others who write; and leave what follows of reviews
 * in all documents to ahd_record_settle, which may take a second. */
AHD_API void ahd_record_patience(ahd_record *record, uint32_t milliseconds);
AHD_API AHD_MUST_USE ahd_status ahd_record_settle(ahd_record *record,
                                                  ahd_error *error);

/* Acts to be decided, one after another. NULL and 0 mean "any". */
typedef struct ahd_queue {
    const char *state;       /* NULL: nobody decided, the least sure first; or
                                "reviewed", "disagreeing": the last review first */
    const char *by, *not_by; /* whose reviews; who made none of it */
    const char *agreement, *act;
    double below; /* confidence */
    bool back;    /* the one before */
} ahd_queue;

/* The act behind act n of `document`, which need not be in the queue, into
 * both; of an empty one the first. An empty one: there is no other. */
AHD_API AHD_MUST_USE ahd_status ahd_record_queue(ahd_record *record,
                                                 const ahd_queue *queue,
                                                 ahd_buf *document, int64_t *n,
                                                 ahd_error *error);
/* How many there are; they are counted up to `most`. */
AHD_API AHD_MUST_USE ahd_status ahd_record_queue_count(ahd_record *record,
                                                       const ahd_queue *queue,
                                                       int64_t most,
                                                       int64_t *out,
                                                       ahd_error *error);

/* Who reviewed acts, and how many of them, most first. */
typedef bool ahd_reviewer_fn(void *context, ahd_str name, int64_t acts);
AHD_API AHD_MUST_USE ahd_status ahd_record_reviewers(ahd_record *record,
                                                     ahd_reviewer_fn *each,
                                                     void *context,
                                                     ahd_error *error);

/* Who or what may be meant by the beginning of a name, of a word in it, or of
 * an id; those whose name or id it is come first, and are `exact`. */
typedef struct ahd_suggest {
    ahd_str text;
    bool agreements; /* else actors */
    int64_t most;    /* 0: 10 */
} ahd_suggest;
typedef struct ahd_suggested {
    ahd_str id, name_ar, name_en;
    bool exact;
} ahd_suggested;
typedef bool ahd_suggested_fn(void *context, const ahd_suggested *row);
AHD_API AHD_MUST_USE ahd_status ahd_record_suggest(ahd_record *record,
                                                   const ahd_suggest *what,
                                                   ahd_suggested_fn *each,
                                                   void *context,
                                                   ahd_error *error);

/* Why the acts of document `id` were read, and near ones were not, as
 * ahd_doc_explain has it: {"acts":[{"n","rule","frame","needs","for":[["what
 * depends on it",0.7]]}],"doubts":[{"act","trigger","sentence","confidence",
 * "against"}]}. The page is read again for it. */
AHD_API AHD_MUST_USE ahd_status ahd_record_explain_json(ahd_record *record,
                                                        ahd_engine *engine,
                                                        const char *id,
                                                        ahd_buf *out,
                                                        ahd_error *error);

/* ---------------------------------------------------------- the search */

/* Which documents: those with the words of `query` that pass every filter.
 *
 *     اتفاق "وقف إطلاق النار" -قطر          all words, a phrase, not a word
 *     حوثي OR exact:"أنصار الله" سعود*       one of two; as spelt; beginnings
 *
 * A word finds its inflections. An empty query lists by day what passes the
 * filters, of which NULL means "any". The filters about acts hold of one act
 * together: whom it is about as `role`, which needs `actor`. */
typedef struct ahd_find {
    ahd_str query;
    const char *agreement, *actor; /* ids */
    const char *act, *role;        /* a type; "source", "target", "speaker" */
    const char *outlet, *lang;     /* of the document; "ar", "en" */
    const char *from, *to;         /* its day, inclusive */
    const char *review;            /* of the act: "any", "none", or "confirmed",
                                      "corrected", "added", "reviewed" */
    int64_t offset, limit;         /* limit 0: 20 */
    int64_t most; /* rank, count and look through about so many; 0: all */
    /* Of acts only. */
    const char *names;    /* "ar" for names in Arabic; else English */
    const char *document; /* its id */
    const char *after;    /* the key of the act before the first */
    bool once;            /* of its tellings the one that stands for an act */
    bool by_arrival;      /* the last to come first, else the latest day */
} ahd_find;

typedef struct ahd_find_match {
    int64_t start, end; /* code points of the text */
    ahd_span at;        /* bytes of the snippet; len 0: elsewhere */
} ahd_find_match;

/* A document that was found, with the sentence that has most of the query's
 * words. The text begins with the title, so its matches are those before
 * ahd_utf8_count(title). Strings are valid during the call. */
typedef struct ahd_find_row {
    ahd_str id, title, outlet, url, published, lang, snippet;
    int64_t n;                          /* its rank, from 1 */
    int64_t snippet_start, snippet_end; /* code points of the text */
    const ahd_find_match *matches;      /* in order; the first 500 */
    size_t match_count;
    double score; /* bm25, higher is better; 0 without a query */
} ahd_find_row;

typedef enum ahd_facet {
    AHD_FACET_MONTH, /* "2015-07", the first first; all others most first */
    AHD_FACET_ACT,
    AHD_FACET_OUTLET,
    AHD_FACET_ACTOR, /* this and what follows is counted with `most` only */
    AHD_FACET_AGREEMENT,
    AHD_FACET_LANG,
    AHD_FACET_REVIEW, /* "none": nobody decided */
    AHD_FACETS
} ahd_facet;

typedef struct ahd_find_count {
    ahd_str what, name_ar, name_en; /* names: of actors and agreements */
    int64_t count;
} ahd_find_count;

/* How many documents (or acts) were found in all, and how many by each. */
typedef struct ahd_find_facets {
    int64_t found;
    int64_t unindexed; /* articles that only a rebuild lets be found */
    bool cut;          /* there are more: only about `most` were looked at */
    struct {
        const ahd_find_count *items;
        size_t count;
    } by[AHD_FACETS];
} ahd_find_facets;

typedef struct ahd_find_hooks {
    void *context;
    /* Called once, before the rows; may be NULL. */
    void (*facets)(void *context, const ahd_find_facets *facets);
    /* The best first, of as good ones the latest; false ends. A row must not
     * start another search. */
    bool (*row)(void *context, const ahd_find_row *row);
    /* Instead of rows: the acts that pass, in documents with the words; `from`
     * and `to` are of their days, and they are counted. */
    ahd_act_fn *act;
} ahd_find_hooks;

/* AHD_EUSAGE names the place in the query, or the filter, that is wrong. */
AHD_API AHD_MUST_USE ahd_status ahd_record_find(ahd_record *record,
                                                const ahd_find *what,
                                                const ahd_find_hooks *hooks,
                                                ahd_error *error);

/* What the id of an actor or agreement is called, added to names[0] in Arabic
 * and names[1] in English; nothing when it has no name. */
AHD_API AHD_MUST_USE ahd_status ahd_record_names(ahd_record *record,
                                                 ahd_facet facet,
                                                 const char *id,
                                                 ahd_buf names[2],
                                                 ahd_error *error);

#endif
