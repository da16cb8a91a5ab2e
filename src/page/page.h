/* page.h - from the bytes of a page to the title and text of a document.
 *
 *     <title>Talks end | Daily</title>…<h1>Talks end</h1><p>They signed.</p>
 *         ->  text "Talks end\nThey signed."  title_len 9  outlet "Daily"
 *
 * Fills of `doc`: id, path, sha256, text_sha256, page, kind, refused, url,
 * outlet, byline, section, tags, text, title_len, lang, language, published and
 * updated (of the page, not of its text), dated, dated_because, reasons, map,
 * conditions, paragraphs. A page that is no
 * article has a kind, a reason in `refused`, and no text.
 *
 * Pure; strings of `doc` live in doc->arena, all else in `scratch`, which is
 * left as it was. doc->page borrows in->bytes. */
#ifndef AHD_PAGE_PAGE_H
#define AHD_PAGE_PAGE_H

#include "doc/decoded.h"
#include "doc/page_in.h"

/* Fills sha256, path and page, so that a page is known by them even if there is
 * no memory to go on. */
void ahd_page_name(const ahd_page_in *in, ahd_doc *doc);

/* All of them. `decoded` is in->bytes in UTF-8: see charset.h. */
void ahd_page_read(const ahd_page_in *in, const ahd_decoded *decoded,
                   ahd_doc *doc, ahd_arena *scratch);

#endif
