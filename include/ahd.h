/* ahd.h - the whole public interface of libahd; what people decide stands in
 * ahd_review.h and the search in ahd_find.h, which it includes.
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

#include "ahd_find.h"
#include "ahd_review.h"
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
    ahd_str source_ids, target_ids; /* beside their names; empty: not known */
    ahd_str speaker_id, via_id;
    ahd_str principals, principal_ids; /* whom all these act for */
    ahd_str place_id, place_name;               /* in the registry */
    ahd_str occurrence; /* empty: nobody else tells it */
    ahd_str seen;       /* when Ahd saw the page, or a review came later */
    ahd_str key;        /* for ahd_find.after */
    int64_t tellings, stories; /* of the occurrence; else 1 */
    int64_t nth;               /* of the acts of its sentence, from 1 */
    int64_t agreements;        /* that it is about */
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
 * it: act "n" in "document" points at act "other" of the one "in" which it is,
 * "act" and "sentence". */
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

#endif
