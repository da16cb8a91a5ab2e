/* layers.h - which layers of a document's text the reader wants to see.
 *
 *     ?layers=quote,name   → quotes and names, and nothing else
 *     no such parameter    → quotes, agreements and what contradicts itself
 *
 * All layers are in the page; a class of the text says which are not seen, so
 * that a script can switch them (ui/layers.js) and without one a link does. */
#ifndef AHD_WEB_LAYERS_H
#define AHD_WEB_LAYERS_H

#include "web/overlay.h"
#include "web/view.h"

/* A set of AHD_LAYER_ bits. */
unsigned ahd_layers_of(const ahd_request *request);

/* " off-name off-time", to go into a class of the text. */
void ahd_layers_off(ahd_buf *out, unsigned layers);

/* The switches: links to the page `id` with one layer more or less. */
void ahd_layers_write(ahd_view *view, ahd_str id, unsigned layers);

#endif
