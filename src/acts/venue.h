/* venue.h - where an act was.
 *
 *     "وقعا الاتفاق في جنيف"          Geneva, in its own sentence
 *     "زيارة رسمية إلى قطر"           Qatar: a visit is where it goes
 *
 * The dateline is no place of acts: of 32 that had no other on the development
 * set, two were there. */
#ifndef AHD_ACTS_VENUE_H
#define AHD_ACTS_VENUE_H

#include "doc/doc.h"
#include "kb/kb.h"

/* The mention of a place nearest to the act in sentence `s`, into act->place;
 * false when there is none. */
bool ahd_venue_in(const ahd_kb *kb, const ahd_doc *doc, ahd_act *act,
                  const ahd_sentence *s);

#endif
