/* migrate.c - the shape of the database, one numbered step after another.
 *
 * A step is never changed once released; a new shape is a new step. The number
 * of steps done stands in the file (user_version), and so does whose file it
 * is (application_id), so that a foreign database is left alone. */
#include "store/sqlite.h"
#include "store/sqlite_log.h"

#include <stdio.h>

enum { OURS = 0x41484401 }; /* "AHD", 1 */

/* Evidence: only ever added to. */
#define EVIDENCE                                                               \
    "CREATE TABLE pages ("                                                     \
    " page INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE,"                  \
    " format INTEGER NOT NULL, size INTEGER NOT NULL,"                         \
    " bytes BLOB NOT NULL, first_seen TEXT NOT NULL) STRICT;"                  \
    "CREATE TABLE captures ("                                                  \
    " capture INTEGER PRIMARY KEY,"                                            \
    " page INTEGER NOT NULL REFERENCES pages, url TEXT, path TEXT,"            \
    " line INTEGER, seen_at TEXT NOT NULL, headers TEXT) STRICT;"              \
    "CREATE INDEX captures_page ON captures (page);"

/* Analysis: what can be made again from the evidence. */
#define ANALYSIS                                                               \
    "CREATE TABLE documents ("                                                 \
    " page INTEGER PRIMARY KEY REFERENCES pages, id TEXT NOT NULL, title "     \
    "TEXT,"                                                                    \
    " outlet TEXT, url TEXT, published TEXT, lang TEXT, kind TEXT NOT NULL,"   \
    " refused TEXT, json BLOB NOT NULL, json_size INTEGER NOT NULL) STRICT;"   \
    "CREATE INDEX documents_id ON documents (id);"                             \
    "CREATE TABLE acts ("                                                      \
    " page INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,"           \
    " n INTEGER NOT NULL, act TEXT NOT NULL, mode TEXT, date TEXT,"            \
    " first_day TEXT, last_day TEXT, modality TEXT NOT NULL,"                  \
    " sentence TEXT, sentence_start INTEGER NOT NULL,"                         \
    " sentence_end INTEGER NOT NULL, source TEXT, target TEXT, speaker TEXT,"  \
    " via TEXT, place TEXT, source_ar TEXT, target_ar TEXT, speaker_ar TEXT,"  \
    " via_ar TEXT, place_ar TEXT, rule TEXT, confidence REAL NOT NULL,"        \
    " PRIMARY KEY (page, n)) STRICT, WITHOUT ROWID;"                           \
    "CREATE INDEX acts_day ON acts (first_day);"                               \
    "CREATE TABLE act_actors ("                                                \
    " page INTEGER NOT NULL, n INTEGER NOT NULL, slot TEXT NOT NULL,"          \
    " actor TEXT NOT NULL, PRIMARY KEY (page, n, slot, actor),"                \
    " FOREIGN KEY (page, n) REFERENCES acts ON DELETE CASCADE)"                \
    " STRICT, WITHOUT ROWID;"                                                  \
    "CREATE INDEX act_actors_actor ON act_actors (actor);"                     \
    "CREATE TABLE act_agreements ("                                            \
    " page INTEGER NOT NULL, n INTEGER NOT NULL, rank INTEGER NOT NULL,"       \
    " agreement TEXT, name TEXT, name_ar TEXT, how TEXT,"                      \
    " PRIMARY KEY (page, n, rank),"                                            \
    " FOREIGN KEY (page, n) REFERENCES acts ON DELETE CASCADE)"                \
    " STRICT, WITHOUT ROWID;"                                                  \
    "CREATE INDEX act_agreements_agreement ON act_agreements (agreement);"     \
    "CREATE TABLE found_agreements ("                                          \
    " page INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,"           \
    " id TEXT NOT NULL, name_ar TEXT, name_en TEXT, kind TEXT, date TEXT,"     \
    " place TEXT, json TEXT NOT NULL, PRIMARY KEY (page, id))"                 \
    " STRICT, WITHOUT ROWID;"                                                  \
    "CREATE INDEX found_agreements_id ON found_agreements (id);"

/* Actors that no registry has, by the name of the text. */
#define STRANGERS "ALTER TABLE act_actors ADD COLUMN name TEXT;"

/* What an act is about, and what all documents together make of it: that is
 * found anew by settling (engine/settle.h), and `settled` has a row when it
 * was.
 */
#define STANDING                                                               \
    "ALTER TABLE documents ADD COLUMN outlet_actor TEXT;"                      \
    "ALTER TABLE act_actors ADD COLUMN principal TEXT;"                        \
    "ALTER TABLE acts ADD COLUMN place_id TEXT;"                               \
    "ALTER TABLE acts ADD COLUMN numbers TEXT;"                                \
    "ALTER TABLE acts ADD COLUMN scope INTEGER NOT NULL DEFAULT 0;"            \
    "CREATE TABLE act_commitments ("                                           \
    " page INTEGER NOT NULL, n INTEGER NOT NULL, agreement TEXT NOT NULL,"     \
    " commitment TEXT NOT NULL, how TEXT,"                                     \
    " PRIMARY KEY (page, n, agreement, commitment),"                           \
    " FOREIGN KEY (page, n) REFERENCES acts ON DELETE CASCADE)"                \
    " STRICT, WITHOUT ROWID;"                                                  \
    "CREATE TABLE act_links ("                                                 \
    " page INTEGER NOT NULL, n INTEGER NOT NULL, other INTEGER NOT NULL,"      \
    " role TEXT NOT NULL, PRIMARY KEY (page, n, other, role),"                 \
    " FOREIGN KEY (page, n) REFERENCES acts ON DELETE CASCADE)"                \
    " STRICT, WITHOUT ROWID;"                                                  \
    "CREATE TABLE occurrences ("                                               \
    " occurrence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"                \
    " act TEXT NOT NULL, modality TEXT NOT NULL, first_day TEXT,"              \
    " last_day TEXT, page INTEGER NOT NULL, n INTEGER NOT NULL,"               \
    " tellings INTEGER NOT NULL, stories INTEGER NOT NULL) STRICT;"            \
    "CREATE TABLE occurrence_acts ("                                           \
    " page INTEGER NOT NULL, n INTEGER NOT NULL, occurrence INTEGER NOT NULL," \
    " PRIMARY KEY (page, n)) STRICT, WITHOUT ROWID;"                           \
    "CREATE INDEX occurrence_acts_of ON occurrence_acts (occurrence);"         \
    "CREATE TABLE disputes ("                                                  \
    " id TEXT PRIMARY KEY, agreement TEXT NOT NULL, accused TEXT,"             \
    " first_day TEXT NOT NULL, last_day TEXT NOT NULL, rung INTEGER NOT NULL," \
    " claims INTEGER NOT NULL, claimants INTEGER NOT NULL,"                    \
    " sides INTEGER NOT NULL, stories INTEGER NOT NULL,"                       \
    " replies INTEGER NOT NULL, json TEXT NOT NULL) STRICT, WITHOUT ROWID;"    \
    "CREATE INDEX disputes_agreement ON disputes (agreement);"                 \
    "CREATE TABLE fulfilments ("                                               \
    " agreement TEXT NOT NULL, commitment TEXT NOT NULL,"                      \
    " status TEXT NOT NULL, deadline TEXT, evidence INTEGER NOT NULL,"         \
    " json TEXT NOT NULL, PRIMARY KEY (agreement, commitment)) STRICT;"        \
    "CREATE TABLE settled (settled INTEGER PRIMARY KEY CHECK (settled = 1))"   \
    " STRICT;"

/* A line for each change, and what is needed to add the next. */
#define LOG                                                                    \
    "CREATE TABLE log ("                                                       \
    " seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL,"        \
    " leaf BLOB NOT NULL) STRICT;"                                             \
    "CREATE TABLE log_state ("                                                 \
    " one INTEGER PRIMARY KEY CHECK (one = 1), size INTEGER NOT NULL,"         \
    " frontier BLOB NOT NULL) STRICT;"
/* What people decided. Permanent: not even this program can change it. Of the
 * rows that are not as the machine wrote them, `set_aside` keeps what the JSON
 * does not tell. */
#define REVIEWS                                                                \
    "CREATE TABLE reviews ("                                                   \
    " review INTEGER PRIMARY KEY, page INTEGER NOT NULL REFERENCES pages,"     \
    " item INTEGER NOT NULL, reviewer TEXT NOT NULL, body TEXT NOT NULL)"      \
    " STRICT;"                                                                 \
    "CREATE INDEX reviews_page ON reviews (page);"                             \
    "CREATE INDEX reviews_reviewer ON reviews (reviewer, page);"               \
    "CREATE TRIGGER reviews_stay BEFORE DELETE ON reviews"                     \
    " BEGIN SELECT raise(ABORT, 'a review is permanent'); END;"                \
    "CREATE TRIGGER reviews_hold BEFORE UPDATE ON reviews"                     \
    " BEGIN SELECT raise(ABORT, 'a review is permanent'); END;"                \
    "ALTER TABLE acts ADD COLUMN review TEXT;"                                 \
    "CREATE TABLE set_aside ("                                                 \
    " page INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,"           \
    " n INTEGER NOT NULL, date TEXT, first_day TEXT, last_day TEXT,"           \
    " numbers TEXT, scope INTEGER NOT NULL, confidence REAL NOT NULL,"         \
    " PRIMARY KEY (page, n)) STRICT, WITHOUT ROWID;"
/* How those of an act stand to its agreements; which discoveries are one entry,
 * or one of the registry, found anew by settling. */
#define DISCOVERIES                                                            \
    "CREATE TABLE signatures ("                                                \
    " page INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,"           \
    " n INTEGER NOT NULL, rank INTEGER NOT NULL, agreement TEXT NOT NULL,"     \
    " actor TEXT, name TEXT, state TEXT NOT NULL, PRIMARY KEY (page, n, "      \
    "rank))"                                                                   \
    " STRICT, WITHOUT ROWID;"                                                  \
    "CREATE INDEX signatures_agreement ON signatures (agreement);"             \
    "ALTER TABLE found_agreements ADD COLUMN place_id TEXT;"                   \
    "ALTER TABLE found_agreements ADD COLUMN subject TEXT;"                    \
    "ALTER TABLE found_agreements ADD COLUMN words TEXT;"                      \
    "ALTER TABLE found_agreements ADD COLUMN sentence TEXT;"                   \
    "CREATE TABLE merged_agreements ("                                         \
    " found TEXT PRIMARY KEY, entry TEXT NOT NULL) STRICT, WITHOUT ROWID;"     \
    "CREATE INDEX merged_agreements_entry ON merged_agreements (entry);"

/* A sighting knows whether its time was told by a container or is the clock's,
 * and is found by its place, so that one that is read again is no second. Which
 * of a page's sightings its reading is of does not depend on which came first
 * (ahd_store_keep). Of older records a time told without headers is not known
 * as such. */
#define SIGHTINGS                                                              \
    "ALTER TABLE captures ADD COLUMN told INTEGER NOT NULL DEFAULT 0;"         \
    "UPDATE captures SET told = 1 WHERE headers IS NOT NULL;"                  \
    "DROP INDEX captures_page;"                                                \
    "CREATE INDEX captures_place"                                              \
    " ON captures (page, path, line, told, seen_at);"                          \
    "CREATE TABLE leads ("                                                     \
    " page INTEGER PRIMARY KEY REFERENCES pages,"                              \
    " capture INTEGER NOT NULL REFERENCES captures) STRICT;"                   \
    "INSERT INTO leads SELECT page, capture FROM (SELECT page, capture,"       \
    " row_number() OVER (PARTITION BY page ORDER BY headers IS NULL,"          \
    " told = 0, iif(told, seen_at, ''), coalesce(url, ''), path, line)"        \
    " AS place FROM captures) WHERE place = 1;"

/* The index of words (sqlite_index.c). Articles that were read before there was
 * one are missing in it until they are read again. */
#define SEARCH                                                                 \
    "CREATE VIRTUAL TABLE search_index USING fts5(title, text,"                \
    " content = '', tokenize = 'ahd');"                                        \
    "INSERT INTO search_index (search_index, rank)"                            \
    " VALUES ('hashsize', 16777216);"                                          \
    "CREATE TABLE search_documents ("                                          \
    " page INTEGER PRIMARY KEY, id TEXT NOT NULL, published TEXT,"             \
    " outlet TEXT, lang TEXT, title_words INTEGER NOT NULL,"                   \
    " text_words INTEGER NOT NULL, terms_size INTEGER NOT NULL,"               \
    " terms BLOB NOT NULL) STRICT;"                                            \
    "CREATE INDEX acts_page ON acts (page, act, review);"                      \
    "CREATE INDEX search_documents_day ON search_documents (published);"       \
    "CREATE TABLE search_missing (page INTEGER PRIMARY KEY) STRICT;"           \
    "INSERT INTO search_missing SELECT page FROM documents"                    \
    " WHERE kind = 'article';"

/* What `ahd watch` must know again tomorrow (store/watching.h); no evidence. */
#define WATCHING                                                               \
    "CREATE TABLE watch_feeds ("                                               \
    " feed INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE,"                     \
    " listed INTEGER NOT NULL, etag TEXT, modified TEXT, digest TEXT,"         \
    " interval INTEGER NOT NULL, due INTEGER NOT NULL, polled INTEGER,"        \
    " failures INTEGER NOT NULL, why TEXT) STRICT;"                            \
    "CREATE TABLE watch_links ("                                               \
    " link INTEGER PRIMARY KEY, feed INTEGER NOT NULL REFERENCES watch_feeds," \
    " url TEXT NOT NULL UNIQUE, mark TEXT, seen INTEGER NOT NULL,"             \
    " fetched INTEGER, due INTEGER, state INTEGER NOT NULL,"                   \
    " failures INTEGER NOT NULL, why TEXT) STRICT;"                            \
    "CREATE INDEX watch_links_due ON watch_links (state, due)"                 \
    " WHERE due IS NOT NULL;"                                                  \
    "CREATE TABLE watch_hosts ("                                               \
    " host TEXT PRIMARY KEY, robots BLOB, robots_at INTEGER NOT NULL,"         \
    " held_until INTEGER NOT NULL, failures INTEGER NOT NULL) STRICT;"         \
    "CREATE INDEX IF NOT EXISTS captures_url ON captures (url);"

/* Ids that people said are one: what each of the reviews says, whether it was
 * undone, and what follows of all of them. */
#define ALIASES                                                                \
    "CREATE TABLE joined ("                                                    \
    " review INTEGER PRIMARY KEY REFERENCES reviews, what TEXT NOT NULL,"      \
    " one TEXT NOT NULL, other TEXT NOT NULL, joins INTEGER NOT NULL,"         \
    " undone INTEGER NOT NULL) STRICT;"                                        \
    "CREATE TABLE aliases ("                                                   \
    " what TEXT NOT NULL, id TEXT NOT NULL, stands TEXT NOT NULL,"             \
    " PRIMARY KEY (what, id)) STRICT, WITHOUT ROWID;"
/* What is kept of a document to find its copies; and what was found of all
 * together, by settling. Documents are their pages' numbers. */
#define STORIES                                                                \
    "CREATE TABLE prints ("                                                    \
    " page INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,"        \
    " print BLOB NOT NULL) STRICT;"                                            \
    "CREATE TABLE story_members ("                                             \
    " page INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,"        \
    " story INTEGER NOT NULL, root INTEGER NOT NULL, origin INTEGER,"          \
    " agency TEXT) STRICT;"                                                    \
    "CREATE INDEX story_members_of ON story_members (story);"                  \
    "CREATE TABLE story_links ("                                               \
    " page INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,"           \
    " other INTEGER NOT NULL, kind TEXT NOT NULL, share REAL NOT NULL,"        \
    " other_share REAL NOT NULL, via TEXT,"                                    \
    " PRIMARY KEY (page, other)) STRICT, WITHOUT ROWID;"                       \
    "CREATE TABLE stories ("                                                   \
    " story INTEGER PRIMARY KEY, id TEXT NOT NULL,"                            \
    " documents INTEGER NOT NULL, outlets INTEGER NOT NULL,"                   \
    " roots INTEGER NOT NULL, first_day TEXT, title TEXT) STRICT;"             \
    "DELETE FROM settled;"

/* What lists are ordered and chosen by stands in the indices they walk: `day`
 * of an act is its first, of an undated one the day it was told, of one without
 * both after all others. Who and what an act is about know it too; a review may
 * change an act, and they follow. How many acts an agreement or actor has is
 * counted by settling (ahd_store_count). */
#define LISTINGS                                                               \
    "ALTER TABLE acts ADD COLUMN day TEXT NOT NULL DEFAULT '9999';"            \
    "ALTER TABLE act_actors ADD COLUMN day TEXT NOT NULL DEFAULT '9999';"      \
    "ALTER TABLE act_actors ADD COLUMN act TEXT NOT NULL DEFAULT '';"          \
    "ALTER TABLE act_actors ADD COLUMN last_day TEXT;"                         \
    "ALTER TABLE act_agreements ADD COLUMN day TEXT NOT NULL DEFAULT '9999';"  \
    "ALTER TABLE act_agreements ADD COLUMN act TEXT NOT NULL DEFAULT '';"      \
    "ALTER TABLE act_agreements ADD COLUMN last_day TEXT;"                     \
    "UPDATE acts SET day = coalesce(first_day, (SELECT published FROM"         \
    " documents d WHERE d.page = acts.page), '9999');"                         \
    "UPDATE act_actors SET (day, act, last_day) = (SELECT day, act, last_day"  \
    " FROM acts a WHERE a.page = act_actors.page AND a.n = act_actors.n);"     \
    "UPDATE act_agreements SET (day, act, last_day) = (SELECT day, act,"       \
    " last_day FROM acts a WHERE a.page = act_agreements.page"                 \
    " AND a.n = act_agreements.n);"                                            \
    "DROP INDEX acts_day;"                                                     \
    "DROP INDEX act_actors_actor;"                                             \
    "DROP INDEX act_agreements_agreement;"                                     \
    "CREATE INDEX acts_listed ON acts (day, act, last_day);"                   \
    "CREATE INDEX acts_of_type ON acts (act, day, last_day);"                  \
    "CREATE INDEX act_actors_listed"                                           \
    " ON act_actors (actor, day, act, last_day);"                              \
    "CREATE INDEX act_agreements_listed"                                       \
    " ON act_agreements (agreement, day, act, last_day);"                      \
    "CREATE INDEX documents_listed"                                            \
    " ON documents (published IS NULL, published DESC, id);"                   \
    "CREATE INDEX documents_brief ON documents (page, published, id);"         \
    "CREATE TRIGGER acts_moved AFTER UPDATE OF act, first_day, last_day"       \
    " ON acts BEGIN"                                                           \
    " UPDATE acts SET day = coalesce(first_day, (SELECT published FROM"        \
    " documents d WHERE d.page = acts.page), '9999')"                          \
    " WHERE page = NEW.page AND n = NEW.n;"                                    \
    " UPDATE act_actors SET (day, act, last_day) = (SELECT day, act, last_day" \
    " FROM acts a WHERE a.page = NEW.page AND a.n = NEW.n)"                    \
    " WHERE page = NEW.page AND n = NEW.n;"                                    \
    " UPDATE act_agreements SET (day, act, last_day) = (SELECT day, act,"      \
    " last_day FROM acts a WHERE a.page = NEW.page AND a.n = NEW.n)"           \
    " WHERE page = NEW.page AND n = NEW.n; END;"                               \
    "CREATE TABLE agreement_counts ("                                          \
    " agreement TEXT PRIMARY KEY, acts INTEGER NOT NULL,"                      \
    " claims INTEGER NOT NULL, documents INTEGER NOT NULL)"                    \
    " STRICT, WITHOUT ROWID;"                                                  \
    "CREATE TABLE actor_counts ("                                              \
    " actor TEXT PRIMARY KEY, acts INTEGER NOT NULL, name TEXT)"               \
    " STRICT, WITHOUT ROWID;"                                                  \
    "CREATE INDEX actor_counts_listed ON actor_counts (acts DESC, actor);"     \
    "DELETE FROM settled;"

/* Stories follow from documents alone: reviews do not take their row away. */
#define STORIED                                                                \
    "CREATE TABLE settled_stories ("                                           \
    " settled INTEGER PRIMARY KEY CHECK (settled = 1)) STRICT;"

/* Pages by whom and what their acts name, for those who walk them in order; and
 * acts of more days than one, for lists of a period. */
#define SPANS                                                                  \
    "CREATE INDEX act_actors_actor ON act_actors (actor);"                     \
    "CREATE INDEX act_agreements_agreement ON act_agreements (agreement);"     \
    "CREATE INDEX acts_spanning ON acts (last_day, day) WHERE last_day > day;"

/* What settling made of reviews of two acts or documents: which of them decide,
 * and what is found without them. */
#define PAIRED                                                                 \
    "CREATE TABLE paired ("                                                    \
    " review INTEGER PRIMARY KEY REFERENCES reviews, what TEXT NOT NULL,"      \
    " joins INTEGER NOT NULL, page INTEGER NOT NULL, n INTEGER NOT NULL,"      \
    " other INTEGER NOT NULL, other_n INTEGER NOT NULL, stands INTEGER,"       \
    " found INTEGER) STRICT;"                                                  \
    "DELETE FROM settled; DELETE FROM settled_stories;"

/* What acts of two documents are to each other, as people said: found anew by
 * settling. What was said of two is looked for from both of them. */
#define TIED                                                                   \
    "CREATE TABLE tied ("                                                      \
    " page INTEGER NOT NULL, n INTEGER NOT NULL, other INTEGER NOT NULL,"      \
    " other_n INTEGER NOT NULL, role TEXT NOT NULL,"                           \
    " PRIMARY KEY (page, n, other, other_n, role)) STRICT, WITHOUT ROWID;"     \
    "CREATE INDEX tied_other ON tied (other, other_n);"                        \
    "CREATE INDEX paired_page ON paired (page);"                               \
    "CREATE INDEX paired_other ON paired (other);"                             \
    "DELETE FROM settled;"

/* What the review queue walks (store/queue.h): acts that nobody decided, by
 * confidence, of all, of a type and of an agreement; and those that somebody
 * did, by the number of the review. The pages whose reviews were made before
 * there was a queue are missing in it until they are told again. */
#define QUEUE                                                                  \
    "CREATE INDEX acts_unreviewed ON acts (confidence, page, n, review)"       \
    " WHERE review IS NULL;"                                                   \
    "CREATE INDEX acts_unreviewed_of_type"                                     \
    " ON acts (act, confidence, page, n, review) WHERE review IS NULL;"        \
    "CREATE TABLE unreviewed ("                                                \
    " page INTEGER NOT NULL, n INTEGER NOT NULL, agreement TEXT NOT NULL,"     \
    " act TEXT NOT NULL, confidence REAL NOT NULL,"                            \
    " PRIMARY KEY (page, n, agreement)) STRICT, WITHOUT ROWID;"                \
    "CREATE INDEX unreviewed_of"                                               \
    " ON unreviewed (agreement, confidence, page, n, act);"                    \
    "INSERT INTO unreviewed SELECT DISTINCT a.page, a.n, g.agreement, a.act,"  \
    " a.confidence FROM acts a JOIN act_agreements g"                          \
    " ON g.page = a.page AND g.n = a.n"                                        \
    " WHERE a.review IS NULL AND g.agreement IS NOT NULL;"                     \
    "CREATE TRIGGER unreviewed_named AFTER INSERT ON act_agreements"           \
    " WHEN NEW.agreement IS NOT NULL BEGIN"                                    \
    " INSERT OR IGNORE INTO unreviewed SELECT page, n, NEW.agreement, act,"    \
    " confidence FROM acts WHERE page = NEW.page AND n = NEW.n"                \
    " AND review IS NULL; END;"                                                \
    "CREATE TRIGGER unreviewed_gone AFTER DELETE ON act_agreements"            \
    " WHEN OLD.agreement IS NOT NULL BEGIN"                                    \
    " DELETE FROM unreviewed WHERE page = OLD.page AND n = OLD.n"              \
    " AND agreement = OLD.agreement; END;"                                     \
    "CREATE TRIGGER unreviewed_decided"                                        \
    " AFTER UPDATE OF review, act, confidence ON acts BEGIN"                   \
    " DELETE FROM unreviewed WHERE page = NEW.page AND n = NEW.n;"             \
    " INSERT OR IGNORE INTO unreviewed SELECT page, n, agreement, NEW.act,"    \
    " NEW.confidence FROM act_agreements WHERE page = NEW.page"                \
    " AND n = NEW.n AND agreement IS NOT NULL AND NEW.review IS NULL; END;"    \
    "CREATE TABLE reviewed_acts ("                                             \
    " page INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,"           \
    " n INTEGER NOT NULL, reviewer TEXT NOT NULL, review INTEGER NOT NULL,"    \
    " newest INTEGER NOT NULL, contested INTEGER NOT NULL,"                    \
    " act TEXT NOT NULL, agreements TEXT, confidence REAL NOT NULL,"           \
    " PRIMARY KEY (page, n, reviewer)) STRICT, WITHOUT ROWID;"                 \
    "CREATE INDEX reviewed_acts_by ON reviewed_acts"                           \
    " (reviewer, review, confidence, act, page, n, agreements);"               \
    "CREATE INDEX reviewed_acts_newest ON reviewed_acts"                       \
    " (review, confidence, act, page, n, agreements, newest) WHERE newest;"    \
    "CREATE INDEX reviewed_acts_contested ON reviewed_acts (review)"           \
    " WHERE newest AND contested;"                                             \
    "CREATE INDEX actor_counts_name ON actor_counts (name)"                    \
    " WHERE name IS NOT NULL;"                                                 \
    "CREATE INDEX found_agreements_ar ON found_agreements (name_ar);"          \
    "CREATE INDEX found_agreements_en ON found_agreements (name_en);"          \
    "CREATE TABLE reviewed_missing (page INTEGER PRIMARY KEY) STRICT;"         \
    "INSERT INTO reviewed_missing SELECT DISTINCT page FROM reviews;"

/* For pages about the whole record (sqlite_overview.c): pages that are no
 * article, which outlet told how much on which day, and acts that have a place.
 */
#define OVERVIEW                                                               \
    "CREATE INDEX documents_refused ON documents (page, refused)"              \
    " WHERE refused IS NOT NULL;"                                              \
    "CREATE INDEX documents_outlets ON documents (published, outlet);"         \
    "CREATE INDEX acts_placed ON acts (day, act, place_id)"                    \
    " WHERE place_id IS NOT NULL;"                                             \
    "CREATE INDEX acts_placed_at ON acts (page, n, day, act, place_id)"        \
    " WHERE place_id IS NOT NULL;"

/* Acts by what they are searched by: those that somebody decided on, and those
 * of an outlet, which stands in their document. */
#define OUTLETS                                                                \
    "CREATE INDEX acts_reviewed ON acts (day) WHERE review IS NOT NULL;"       \
    "CREATE TABLE act_outlets ("                                               \
    " outlet TEXT NOT NULL, day TEXT NOT NULL, page INTEGER NOT NULL,"         \
    " n INTEGER NOT NULL, act TEXT NOT NULL,"                                  \
    " PRIMARY KEY (outlet, day, page, n),"                                     \
    " FOREIGN KEY (page, n) REFERENCES acts ON DELETE CASCADE)"                \
    " STRICT, WITHOUT ROWID;"                                                  \
    "CREATE INDEX act_outlets_act ON act_outlets (page, n);"                   \
    "INSERT INTO act_outlets SELECT d.outlet, a.day, a.page, a.n, a.act"       \
    " FROM acts a JOIN documents d ON d.page = a.page"                         \
    " WHERE d.outlet IS NOT NULL;"                                             \
    "CREATE TRIGGER act_outlets_told AFTER INSERT ON acts BEGIN"               \
    " INSERT INTO act_outlets SELECT outlet, NEW.day, NEW.page, NEW.n,"        \
    " NEW.act FROM documents WHERE page = NEW.page AND outlet IS NOT NULL;"    \
    " END;"                                                                    \
    "CREATE TRIGGER act_outlets_moved AFTER UPDATE OF act, day ON acts BEGIN"  \
    " UPDATE act_outlets SET day = NEW.day, act = NEW.act"                     \
    " WHERE page = NEW.page AND n = NEW.n; END;"

/* Fingerprints of version 1 had fewer pairs. */
#define REPRINTED                                                              \
    "DELETE FROM prints; DELETE FROM settled; DELETE FROM settled_stories;"

/* What makes lists of very many fast: acts of agreements by day, which settling
 * counts (store/sqlite_counts.h); stories and disputes in the order of their
 * lists; and which articles have no fingerprint, for an older Ahd read them. */
#define DAYS                                                                   \
    "CREATE TABLE agreement_days ("                                            \
    " agreement TEXT NOT NULL, day TEXT NOT NULL, acts INTEGER NOT NULL,"      \
    " claims INTEGER NOT NULL, told INTEGER NOT NULL,"                         \
    " PRIMARY KEY (agreement, day)) STRICT, WITHOUT ROWID;"                    \
    "INSERT INTO agreement_days SELECT agreement, day, count(*),"              \
    " sum(act IN ('accuse', 'breach')), max(told) FROM (SELECT"                \
    " coalesce(m.entry, g.agreement) AS agreement,"                            \
    " coalesce(o.occurrence, -(g.page << 16) - g.n) AS once,"                  \
    " min(g.day) AS day, min(g.act) AS act,"                                   \
    " max(coalesce(d.published <= date(g.day, '+7 days'), 0)) AS told"         \
    " FROM act_agreements g LEFT JOIN merged_agreements m"                     \
    " ON m.found = g.agreement JOIN documents d ON d.page = g.page"            \
    " LEFT JOIN occurrence_acts o ON o.page = g.page AND o.n = g.n"            \
    " WHERE g.agreement IS NOT NULL AND g.day < '9999' GROUP BY 1, 2)"         \
    " GROUP BY 1, 2;"                                                          \
    "CREATE INDEX stories_listed"                                              \
    " ON stories (documents DESC, first_day, id, story);"                      \
    "CREATE INDEX disputes_listed ON disputes (claims DESC, id);"              \
    "CREATE INDEX disputes_of ON disputes (agreement, claims DESC, id);"       \
    "CREATE INDEX disputes_days"                                               \
    " ON disputes (last_day DESC, rung DESC, id, first_day);"                  \
    "CREATE TABLE prints_missing ("                                            \
    " page INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE)"        \
    " STRICT;"                                                                 \
    "INSERT INTO prints_missing SELECT page FROM documents d"                  \
    " WHERE kind = 'article'"                                                  \
    " AND NOT EXISTS (SELECT 1 FROM prints WHERE page = d.page);"

static const char *const steps[] = {
    EVIDENCE ANALYSIS, STRANGERS, STANDING, LOG,     REVIEWS,  DISCOVERIES,
    SIGHTINGS,         SEARCH,    WATCHING, ALIASES, STORIES,  LISTINGS,
    STORIED,           SPANS,     PAIRED,   QUEUE,   OVERVIEW, OUTLETS,
    REPRINTED,         TIED,      DAYS,
};
enum { STEPS = sizeof steps / sizeof *steps };

const char *const *ahd_migrate_steps(size_t *count)
{
    *count = STEPS;
    return steps;
}

static ahd_status ask(ahd_store *store, const char *sql, int64_t *out,
                      ahd_error *error)
{
    sqlite3_stmt *statement = NULL;
    bool row = false;

    *out = 0;
    ahd_status status = ahd_sqlite_prepare(store, sql, &statement, error);
    if (status == AHD_OK)
        status = ahd_sqlite_step(store, statement, &row, error);
    if (row)
        *out = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return status;
}

static ahd_status take_step(ahd_store *store, int64_t step, ahd_error *error)
{
    char mark[128];

    AHD_TRY(ahd_sqlite_exec(store, steps[step], error));
    snprintf(mark, sizeof mark,
             "PRAGMA application_id = %d; PRAGMA user_version = %d", (int)OURS,
             (int)step + 1);
    return ahd_sqlite_exec(store, mark, error);
}

/* Another program may have done the same while this one waited for the lock,
 * so what is to be done is asked inside the transaction. */
static ahd_status take_steps(ahd_store *store, ahd_error *error)
{
    int64_t done;

    AHD_TRY(ask(store, "PRAGMA user_version", &done, error));
    for (; done < STEPS; done++)
        AHD_TRY(take_step(store, done, error));
    return ahd_sqlite_log_begin(store, error);
}

static ahd_status upgrade(ahd_store *store, ahd_error *error)
{
    AHD_TRY(ahd_store_begin(store, error));
    ahd_status status = take_steps(store, error);
    if (status == AHD_OK)
        return ahd_store_commit(store, error);
    ahd_store_undo(store);
    return status;
}

ahd_status ahd_migrate_check(ahd_store *store, ahd_error *error)
{
    int64_t owner, tables, done;

    AHD_TRY(ask(store, "PRAGMA application_id", &owner, error));
    AHD_TRY(ask(store, "SELECT count(*) FROM sqlite_schema", &tables, error));
    AHD_TRY(ask(store, "PRAGMA user_version", &done, error));
    if (owner != OURS && (owner != 0 || tables != 0))
        return ahd_fail_at(error, AHD_ESTORE, store->path, 0,
                           "this is the database of another program; choose "
                           "another name");
    if (done > STEPS)
        return ahd_fail_at(error, AHD_ESTORE, store->path, 0,
                           "a newer Ahd made this record; install that one");
    return AHD_OK;
}

ahd_status ahd_migrate_run(ahd_store *store, bool write, ahd_error *error)
{
    int64_t done;

    AHD_TRY(ask(store, "PRAGMA user_version", &done, error));
    if (done == STEPS)
        return AHD_OK;
    if (write)
        return upgrade(store, error);
    return ahd_fail_at(error, AHD_ESTORE, store->path, 0,
                       done == 0 ? "this record is empty; add pages first: "
                                   "ahd add --db FILE PATH"
                                 : "an older Ahd made this record; bring it "
                                   "up to date with: ahd rebuild --db FILE");
}
