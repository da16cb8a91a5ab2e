/* facts.h - what a page says of itself, decided: each field and its reason.
 *
 *     og:site_name "Daily", JSON-LD author "By Jane Doe, Daily"
 *         ->  outlet "Daily", byline "Jane Doe"
 *
 * `start` reads what the other parts of the reader ask for (outlet, address);
 * `finish`, what needs the title and the lines of the article. */
#ifndef AHD_PAGE_FACTS_H
#define AHD_PAGE_FACTS_H

#include "meta.h"
#include "reader.h"
#include "title.h"

void ahd_facts_start(const ahd_reader *reader, ahd_meta *meta);

/* `name`: of the author, as a line of the article has it; "" when none has. */
void ahd_facts_finish(const ahd_reader *reader, const ahd_meta *meta,
                      const ahd_headline *title, ahd_str name);

/* Does the page say that it is one article? */
bool ahd_facts_of_article(const ahd_meta *meta, ahd_arena *scratch);

#endif
