/* entry.h - what was understood of one page, as the rows a record keeps.
 *
 *     a document with two acts
 *       -> id title outlet …  acts[2] with names and ids,  found[],  json
 *
 * Everything a database needs and nothing of how one works, so that each
 * database binds the same rows. Strings live in the arena or the document. */
#ifndef AHD_STORE_ENTRY_H
#define AHD_STORE_ENTRY_H

#include "base/vec.h"
#include "doc/doc.h"
#include "kb/kb.h"

/* An actor in a slot of an act: {"source", "ly-gna"}; "for" is whom one of
 * its persons acts for. Of a provisional actor the name as the text has it. */
typedef struct ahd_entry_actor {
    ahd_str slot, actor, name;
    ahd_str principal; /* whom it acts for there; of a "for" empty */
} ahd_entry_actor;

/* An agreement of an act, in order; `id` is empty when it stayed open. */
typedef struct ahd_entry_agreement {
    ahd_str id, name, name_ar, how;
} ahd_entry_agreement;

/* A commitment of a registry agreement that it is about: "2c". */
typedef struct ahd_entry_commitment {
    ahd_str agreement, n, how;
} ahd_entry_commitment;

/* An act of the same document that it is about. */
typedef struct ahd_entry_link {
    uint32_t n;
    ahd_str role;
} ahd_entry_link;

/* How one of an act stands to an agreement of it (output/signature.h): by id,
 * or by the words of the text. */
typedef struct ahd_entry_signature {
    ahd_str agreement, actor, name, state;
} ahd_entry_signature;

/* Who and where, by their names in one language; " | " between several. */
typedef struct ahd_entry_names {
    ahd_str source, target, speaker, via, place;
} ahd_entry_names;

typedef struct ahd_entry_act {
    uint32_t n; /* from 1, as in the JSON */
    ahd_str act, mode, date, first_day, last_day, modality, rule;
    ahd_str sentence;
    ahd_entry_names en, ar;
    ahd_str place_id;
    ahd_str numbers; /* what its sentence counts: "5 300" */
    bool scope;      /* its sentence says what an agreement does not cover */
    uint32_t sentence_start, sentence_end; /* code points */
    double confidence;
    AHD_VEC(ahd_entry_actor) actors;
    AHD_VEC(ahd_entry_agreement) agreements;
    AHD_VEC(ahd_entry_commitment) commitments;
    AHD_VEC(ahd_entry_link) links;
    AHD_VEC(ahd_entry_signature) signatures;
} ahd_entry_act;

/* A discovered agreement; `json` is its card (output/registry.h). `subject` and
 * `words`: what its name and its sentence say that it is about, folded. */
typedef struct ahd_entry_found {
    ahd_str id, name_ar, name_en, kind, date, place, json;
    ahd_str place_id, subject, words, sentence;
} ahd_entry_found;

typedef struct ahd_entry {
    ahd_str id, title, outlet, url, published, lang, kind, refused, json;
    ahd_str outlet_actor; /* its id, when it is known */
    AHD_VEC(ahd_entry_act) acts;
    AHD_VEC(ahd_entry_found) found;
} ahd_entry;

/* NULL when the document's JSON is too large to write. */
const ahd_entry *ahd_entry_make(const ahd_kb *kb, const ahd_doc *doc,
                                ahd_arena *arena);

#endif
