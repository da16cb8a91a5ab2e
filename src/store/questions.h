/* questions.h - statements behind overview.h that stand in files of their own.
 *
 *     {"together", "SELECT … WHERE m.page = ?1 …"}
 *
 * All take the same values: ?1 id, ?2 from, ?3 to, ?4 after, ?5 limit, ?6
 * other, ?7 place, ?8 act; every column is a name of the answer. */
#ifndef AHD_STORE_QUESTIONS_H
#define AHD_STORE_QUESTIONS_H

typedef struct ahd_question {
    const char *name, *sql;
} ahd_question;

/* Of two documents (sqlite_pairing.c); ends with a NULL name. */
extern const ahd_question ahd_questions_pairing[];

/* A telling, by its act `a` and document `d`. */
#define AHD_QUESTION_TELLING                                                   \
    "d.id AS document, a.n, a.act, a.mode, a.modality, nullif(a.day, '9999')"  \
    " AS day, a.sentence, a.sentence_start AS start, a.sentence_end AS end,"   \
    " a.source, a.source_ar, a.target, a.target_ar, a.speaker, a.speaker_ar,"  \
    " a.via, a.via_ar, a.place, a.place_ar, a.review, d.outlet, d.title,"      \
    " d.published, d.lang"

#endif
