/* stories.h - which documents of a set are copies of which.
 *
 *     an agency's report; a paper that has it whole; another that cut it;
 *     a third that wrote of the same by itself
 *         ->  links  paper -> agency exact, other -> agency near,
 *                    third -> agency same event
 *             one story of three documents with one root; one of its own
 *
 * A story is a set of documents with the same origin. Of two documents that
 * share words the origin is the one published first; on one day that of an
 * agency; then the longer one; then the one whose key is lower. Roots copy
 * nobody. What is found depends on the set of documents and on nothing else:
 * not on their order, not on what was found before.
 *
 * Cost grows with the documents: a hash leads to few others, of those that many
 * documents share to the ones published just before. */
#ifndef AHD_STORIES_STORIES_H
#define AHD_STORIES_STORIES_H

#include "stories/alike.h"

typedef struct ahd_story_doc {
    ahd_str key; /* of this document alone, the same wherever it comes */
    int32_t day; /* published; AHD_NO_DAY when not known */
    ahd_fingerprint print;
} ahd_story_doc;

typedef struct ahd_story_link {
    uint32_t from, to; /* the copy, its origin */
    ahd_alike alike;   /* [0] is of `from` */
    ahd_str via;       /* the agency that the copy credits; may be empty */
} ahd_story_link;

/* What people said of two documents. What contradicts what stands before it
 * does not stand. */
typedef struct ahd_story_said {
    uint32_t one, other;
    bool joins;         /* of one origin; or (false) not of one story */
    bool stands, found; /* out; found: are they one story by themselves? */
} ahd_story_said;

typedef AHD_VEC(ahd_story_said) ahd_story_sayings;

typedef struct ahd_stories {
    AHD_VEC(ahd_story_link)
    links; /* by `from` as it came about, nearest first; then what was said */
    uint32_t *story;  /* by document: the first one of its story */
    uint32_t *root;   /* by document: the one at the end of its copying */
    uint32_t *parent; /* by document: the link to what it copies; AHD_NONE */
    ahd_str *agency;  /* by document: whom it is credited to, as a whole */
    uint32_t *order;  /* the documents as they came about */
} ahd_stories;

void ahd_stories_find(const ahd_story_doc *docs, uint32_t count,
                      ahd_arena *arena, ahd_arena *scratch, ahd_stories *out);

/* The same links, after what people said; `said` has what counts most first. Of
 * two that are one, the root of the later comes from the root of the other. */
void ahd_stories_tell(ahd_stories *stories, uint32_t count, ahd_arena *arena,
                      ahd_story_sayings *said);

/* Is it a copy of what it is linked to, or told of the same only? */
static inline bool ahd_stories_is_copy(const ahd_story_link *link)
{
    return link->alike.kind != AHD_ALIKE_NOT &&
           link->alike.kind != AHD_ALIKE_EVENT;
}

/* "exact", "near", "spun", "translation", "same-event", "reviewed" */
const char *ahd_stories_kind_name(ahd_alike_kind kind);

#endif
