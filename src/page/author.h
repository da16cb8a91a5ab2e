/* author.h - what a text that may name an author says.
 *
 *     "By Jane Doe | 9 March 2023"      after_by  ->  "Jane Doe"
 *     «لينا السمان في الثلاثاء 16 أبريل»  before_mark  ->  «لينا السمان»
 *     "Daily News" on daily-news.com    is  ->  no: the site itself
 *     "Share", "Posted on"              looks  ->  no
 *
 * Texts are plain. What is told to machines as an author's name is believed
 * unless something speaks against it (`is`); what is only seen must look like
 * a name (`looks`, `full`, `bare`: each asks for more than the one before). */
#ifndef AHD_PAGE_AUTHOR_H
#define AHD_PAGE_AUTHOR_H

#include "doc/page_in.h"
#include "site.h"

typedef struct ahd_author {
    const ahd_page_in *in;
    ahd_arena *arena;
    ahd_site site;
    ahd_str outlet, url, section;
    ahd_str head; /* the <title>, plain */
} ahd_author;

/* Without "By", the site's name, an address of mail, marks at the end. */
ahd_str ahd_author_clean(const ahd_author *author, ahd_str name);

bool ahd_author_is(const ahd_author *author, ahd_str name);

/* A few words that begin large, or are of a script without such letters. */
bool ahd_author_looks(const ahd_author *author, ahd_str text);
/* A first name and a last one. */
bool ahd_author_full(const ahd_author *author, ahd_str text);
/* Two to four words, none of which is one of a page's credits. */
bool ahd_author_bare(const ahd_author *author, ahd_str text);

/* Where the first letter of a text is; its length when there is none. */
size_t ahd_author_letter(ahd_str text);

/* Does the text begin with a word of writing? `rest`: the name after it. */
bool ahd_author_after_by(const ahd_author *author, ahd_str text, ahd_str *rest);

/* The name before a bar, a dot or a date, and the words that lead to it. */
ahd_str ahd_author_before_mark(const ahd_author *author, ahd_str text);

#endif
