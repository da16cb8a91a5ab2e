/* dateline.h - the day of a page that does not say it.
 *
 *     «اليوم الاثنين ... وقعوا الجمعة» of an accord signed on a known Friday
 *     «اليوم السبت 18 فيفري 2017»
 *     «وقعوا قبل ثلاثة أيام» of an accord whose day is known
 *     «الجمعة 23 أكتوبر»: a Friday only in some years
 *
 * Each is a candidate with its reason; one is taken only when it is likely by
 * itself and clearly the likeliest. */
#ifndef AHD_AGREEMENTS_DATELINE_H
#define AHD_AGREEMENTS_DATELINE_H

#include "doc/doc.h"
#include "kb/kb.h"

/* Writes datings, and published, dated, dated_because when one is clear; true
 * when it is. Pages that have their day are left alone. */
bool ahd_dateline_infer(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch);

#endif
