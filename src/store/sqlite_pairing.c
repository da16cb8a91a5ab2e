/* sqlite_pairing.c - what people may say of two documents, and what they said.
 * Part of overview.h. */
#include "store/questions.h"

#include <stddef.h>

/* The page of document ?1. */
#define PAGE "(SELECT max(page) FROM documents WHERE id = ?1)"

#define TOLD_BY(o)                                                             \
    " JOIN acts a ON a.page = " o ".page AND a.n = " o ".n"                    \
    " JOIN documents d ON d.page = a.page"

/* The act at hand; what its agreements are told as; a page has few of both. */
#define ME                                                                     \
    "me AS MATERIALIZED (SELECT a.page, a.n, a.act, a.day, o.occurrence"       \
    " FROM acts a LEFT JOIN occurrence_acts o ON o.page = a.page"              \
    " AND o.n = a.n WHERE a.page = " PAGE " AND a.n = ?4)"
#define NAMED                                                                  \
    "named AS MATERIALIZED (SELECT g.agreement AS id FROM me CROSS JOIN"       \
    " act_agreements g ON g.page = me.page AND g.n = me.n)"
#define ABOUT                                                                  \
    "about AS MATERIALIZED (SELECT id FROM named UNION SELECT m.entry FROM"    \
    " named JOIN merged_agreements m ON m.found = named.id UNION"              \
    " SELECT m.found FROM named JOIN merged_agreements m ON m.entry = "        \
    "named.id)"
#define WHO                                                                    \
    "who AS MATERIALIZED (SELECT DISTINCT s.actor FROM me CROSS JOIN"          \
    " act_actors s ON s.page = me.page AND s.n = me.n WHERE s.slot IN "        \
    "('source', "                                                              \
    "'target'))"

/* Days around that of the act; one without a day is near those without. */
#define DAYS(x, before, after)                                                 \
    x ".day BETWEEN iif(me.day < '9999', date(me.day, '" before                \
      " days'), me.day) AND iif(me.day < '9999', date(me.day, '" after         \
      " days'), me.day)"

/* Indices have them by agreement or actor and day, so no more are looked at. */
#define SOME " ORDER BY x.day DESC LIMIT 400"
#define FEW " LIMIT 100"
#define BY_AGREEMENT(points, before, after, and)                               \
    "SELECT * FROM (SELECT x.page, x.n, x.day, " points " AS points FROM me"   \
    " CROSS JOIN about CROSS JOIN act_agreements x"                            \
    " ON x.agreement = about.id AND " DAYS("x", before, after) " AND " and     \
        SOME ")"
#define BY_ACTOR(points, before, after, and)                                   \
    " UNION ALL SELECT page, n, day, points FROM (SELECT DISTINCT x.page,"     \
    " x.n, x.day, x.actor, " points " AS points FROM me CROSS JOIN who"        \
    " CROSS JOIN act_actors x ON x.actor = who.actor"                          \
    " AND x.slot IN ('source', 'target') AND " DAYS("x", before,               \
                                                    after) " AND " and         \
        FEW ")"

/* Those with most in common first, then the nearest; of an occurrence the
 * telling that has most. */
#define RANKED(alike)                                                          \
    "alike AS (SELECT page, n, day, sum(points) AS points FROM (" alike        \
    ") GROUP BY page, n), ranked AS (SELECT coalesce(o.occurrence,"            \
    " -(r.page << 16) - r.n) AS once, max(r.points) AS points, r.page, r.n,"   \
    " r.day FROM me CROSS JOIN alike r LEFT JOIN occurrence_acts o"            \
    " ON o.page = r.page AND o.n = r.n WHERE NOT (r.page = me.page AND"        \
    " r.n = me.n) AND o.occurrence IS NOT me.occurrence GROUP BY 1)"
#define NEAREST(but)                                                           \
    " SELECT c.id AS occurrence, coalesce(c.tellings, 1) AS tellings,"         \
    " d.page = me.page AS here," AHD_QUESTION_TELLING                          \
    " FROM ranked r CROSS JOIN me" TOLD_BY(                                    \
        "r") " LEFT JOIN occurrences c ON c.occurrence = r.once" but           \
             " ORDER BY r.points DESC, abs(julianday(r.day) - "                \
             "julianday(me.day)), d.id, a.n LIMIT ?5"

#define SAME "x.act = me.act"
/* What an act can be about, by the role ?6. */
#define FITS                                                                   \
    "CASE ?6 WHEN 'denied_claim' THEN x.act IN ('accuse', 'breach')"           \
    " WHEN 'alleged_breach' THEN x.act NOT IN ('accuse', 'deny')"              \
    " ELSE x.act <> 'deny' END"
#define IN_PAGE                                                                \
    " UNION ALL SELECT x.page, x.n, x.day, 3 AS points FROM me CROSS JOIN "    \
    "acts x"                                                                   \
    " ON x.page = me.page AND " FITS

/* What a review says, for those who look at the two. */
#define SAID                                                                   \
    "SELECT p.review, p.what, p.joins, p.stands, p.found, h.id AS hangs,"      \
    " d.id AS document, nullif(p.n, 0) AS n, d.outlet, e.id AS other,"         \
    " nullif(p.other_n, 0) AS other_n, e.outlet AS other_outlet,"              \
    " r.reviewer AS by, json_extract(r.body, '$.at') AS at,"                   \
    " json_extract(r.body, '$.why') AS why, json_extract(r.body, '$.note')"    \
    " AS note FROM paired p JOIN reviews r ON r.review = p.review"             \
    " JOIN documents h ON h.page = r.page"                                     \
    " JOIN documents d ON d.page = p.page"                                     \
    " JOIN documents e ON e.page = p.other"

const ahd_question ahd_questions_pairing[] = {
    {"act-told", "SELECT c.id AS occurrence, coalesce(c.tellings, 1) AS"
                 " tellings," AHD_QUESTION_TELLING
                 " FROM acts a JOIN documents d ON d.page = a.page"
                 " LEFT JOIN occurrence_acts o ON o.page = a.page"
                 " AND o.n = a.n LEFT JOIN occurrences c"
                 " ON c.occurrence = o.occurrence"
                 " WHERE a.page = " PAGE " AND a.n = ?4"},
    {"together",
     "SELECT " AHD_QUESTION_TELLING " FROM occurrence_acts m JOIN"
     " occurrence_acts o ON o.occurrence = m.occurrence" TOLD_BY(
         "o") " WHERE m.page = " PAGE " AND m.n = ?4"
              " AND NOT (o.page = m.page AND o.n = m.n)"
              " ORDER BY d.published IS NULL, d.published, d.outlet, d.id, a.n"
              " LIMIT ?5"},
    {"near", "WITH " ME ", " NAMED ", " ABOUT ", " WHO ", " RANKED(BY_AGREEMENT(
                 "4", "-3", "+3", SAME) BY_ACTOR("1", "-3", "+3", SAME))
                 NEAREST(" WHERE d.page <> me.page")},
    {"near-links", "WITH " ME ", " NAMED ", " ABOUT ", " WHO
                   ", " RANKED(BY_AGREEMENT("2", "-60", "+1", FITS) BY_ACTOR(
                       "3", "-5", "+1", FITS) IN_PAGE) NEAREST("")},
    {"near-agreements",
     "WITH " ME ", " WHO ", alike AS (SELECT g.agreement AS id, 3 AS points"
     " FROM me CROSS JOIN act_agreements g ON g.page = me.page UNION ALL"
     " SELECT g.agreement, 1 FROM (SELECT x.page, x.n FROM me CROSS JOIN who"
     " CROSS JOIN act_actors x ON x.actor = who.actor AND " DAYS("x", "-2",
                                                                 "+2") FEW
     ") y CROSS JOIN act_agreements g ON g.page = y.page AND g.n = y.n)"
     " SELECT coalesce(m.entry, k.id) AS id FROM alike k LEFT JOIN"
     " merged_agreements m ON m.found = k.id WHERE k.id IS NOT NULL"
     " AND coalesce(m.entry, k.id) NOT IN (SELECT coalesce(m.entry,"
     " g.agreement) FROM me CROSS JOIN act_agreements g ON g.page = me.page"
     " AND g.n = me.n LEFT JOIN merged_agreements m ON m.found = g.agreement"
     " WHERE g.agreement IS NOT NULL) GROUP BY 1 ORDER BY sum(k.points) DESC,"
     " 1 LIMIT ?5"},
    {"paired", SAID
     " WHERE p.what = 'act' AND p.review IN (SELECT q.review FROM occurrences"
     " c CROSS JOIN occurrence_acts o ON o.occurrence = c.occurrence CROSS"
     " JOIN paired q ON q.page = o.page AND q.n = o.n WHERE c.id = ?1"
     " UNION SELECT q.review FROM occurrences c CROSS JOIN occurrence_acts o"
     " ON o.occurrence = c.occurrence CROSS JOIN paired q ON q.other = o.page"
     " AND q.other_n = o.n WHERE c.id = ?1) ORDER BY p.review DESC LIMIT ?5"},
    {"paired-document",
     SAID " WHERE p.what = 'act' AND p.review IN (SELECT review FROM paired"
          " WHERE page = " PAGE " UNION SELECT review FROM paired WHERE other ="
          " " PAGE ") ORDER BY p.review DESC LIMIT ?5"},
    {"paired-stories",
     "WITH mine AS (SELECT " PAGE " AS page UNION SELECT m.page FROM"
     " story_members s CROSS JOIN story_members m ON m.story = s.story"
     " WHERE s.page = " PAGE ") " SAID
     " WHERE p.what = 'story' AND p.review IN (SELECT q.review FROM mine"
     " CROSS JOIN paired q ON q.page = mine.page UNION SELECT q.review FROM"
     " mine CROSS JOIN paired q ON q.other = mine.page)"
     " ORDER BY p.review DESC LIMIT ?5"},
    {"links", "SELECT l.role, " AHD_QUESTION_TELLING
              " FROM (SELECT page, other AS n, role FROM act_links"
              " WHERE page = " PAGE " AND n = ?4 UNION SELECT other, other_n,"
              " role FROM tied WHERE page = " PAGE " AND n = ?4) l" TOLD_BY(
                  "l") " ORDER BY l.role, d.id, a.n LIMIT ?5"},
    {"links-to", "SELECT l.role, " AHD_QUESTION_TELLING
                 " FROM (SELECT page, n, role FROM act_links WHERE page = " PAGE
                 " AND other = ?4 UNION SELECT page, n, role FROM tied"
                 " WHERE other = " PAGE " AND other_n = ?4) l" TOLD_BY(
                     "l") " ORDER BY l.role, d.id, a.n LIMIT ?5"},
    {"document-told",
     "SELECT d.id AS document, d.title, d.outlet, d.published, d.lang, s.id"
     " AS story, coalesce(s.documents, 1) AS documents"
     " FROM documents d LEFT JOIN story_members m ON m.page = d.page"
     " LEFT JOIN stories s ON s.story = m.story WHERE d.page = coalesce(" PAGE
     ", (SELECT min(y.page) FROM stories x JOIN story_members y"
     " ON y.story = x.story WHERE x.id = ?1))"},
    {"story-told",
     "SELECT d.id AS document, d.title, d.outlet, d.published, d.lang"
     " FROM story_members s JOIN story_members m ON m.story = s.story"
     " AND m.page <> s.page JOIN documents d ON d.page = m.page"
     " WHERE s.page = " PAGE " ORDER BY d.published IS NULL, d.published,"
     " d.outlet, d.id LIMIT ?5"},
    {"near-documents",
     "WITH mine AS MATERIALIZED (SELECT DISTINCT g.agreement, g.act, g.day"
     " FROM act_agreements g WHERE g.page = " PAGE " AND g.agreement IS NOT"
     " NULL LIMIT 40), alike AS (SELECT x.page FROM mine CROSS JOIN"
     " act_agreements x ON x.agreement = mine.agreement AND x.day = mine.day"
     " AND x.act = mine.act LIMIT 400"
     ") SELECT d.id AS document, d.title, d.outlet, d.published, d.lang"
     " FROM (SELECT p.page, max(p.points) AS points FROM (SELECT page,"
     " count(*) AS points FROM alike GROUP BY 1) p LEFT JOIN story_members o"
     " ON o.page = p.page WHERE p.page <> " PAGE " AND (o.story IS NULL OR"
     " o.story IS NOT (SELECT story FROM story_members WHERE page = " PAGE
     ")) GROUP BY coalesce(o.story, -p.page)) r"
     " JOIN documents d ON d.page = r.page JOIN documents m ON m.page = " PAGE
     " ORDER BY r.points DESC, abs(julianday(d.published) -"
     " julianday(m.published)), d.id LIMIT ?5"},
    {"many-acts", "SELECT count(*) AS acts FROM (SELECT 1 FROM acts LIMIT ?5)"},
    {NULL, NULL},
};
