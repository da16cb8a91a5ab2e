/* brief_act.h - one act for a person; see brief.h. */
#ifndef AHD_OUTPUT_BRIEF_ACT_H
#define AHD_OUTPUT_BRIEF_ACT_H

#include "doc/doc.h"
#include "kb/kb.h"
#include "output/paper.h"

void ahd_brief_act(const ahd_kb *kb, const ahd_doc *doc, uint32_t act,
                   ahd_paper *p);

/* "  1 ASSAULT     gunmen → three soldiers", where and when, its sentence. */
void ahd_brief_event(const ahd_kb *kb, const ahd_doc *doc, uint32_t event,
                     ahd_paper *p);

/* Its rule, mode, modality and confidence. */
void ahd_explain_event(const ahd_kb *kb, const ahd_doc *doc, uint32_t event,
                       ahd_paper *p);

/* The rule that made it, what spoke most for it, the frame and needs of the
 * rule, and how names were matched. */
void ahd_explain_act(const ahd_kb *kb, const ahd_doc *doc, uint32_t act,
                     ahd_paper *p);

/* "    accuse     rule breach-verb on “breaches”, confidence 0.22", its words
 * in their sentence, and what spoke most against it. */
void ahd_explain_doubt(const ahd_kb *kb, const ahd_doc *doc, uint32_t doubt,
                       ahd_paper *p);

#endif
