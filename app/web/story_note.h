/* story_note.h - that a document is one of a story, where it is shown.
 *
 *     Part of a story   documents 4 · outlets 3 · origins 1    → /stories/ID */
#ifndef AHD_WEB_STORY_NOTE_H
#define AHD_WEB_STORY_NOTE_H

#include "web/view.h"

/* Nothing for a document that copies nobody and nobody it. */
void ahd_story_note(ahd_view *view, const char *document);

#endif
