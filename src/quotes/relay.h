/* relay.h - through whom words came: the agency or outlet, the statement, the
 * interview.
 *
 *     قال المتحدث لوكالة الأناضول في بيان إن …   via the agency; a statement
 *     …، وفق وكالة سبأ                            via of what was said before
 */
#ifndef AHD_QUOTES_RELAY_H
#define AHD_QUOTES_RELAY_H

#include "quotes/quoting.h"

/* Writes via of `q`, to whom it was told between two tokens. */
void ahd_relay_told_to(ahd_quoting *f, uint32_t first, uint32_t end,
                       ahd_quote *q);

/* Writes medium of `q`, named between two tokens. */
void ahd_relay_medium(const ahd_quoting *f, uint32_t first, uint32_t end,
                      ahd_quote *q);

/* The same where it stands after what was said, whose end it then is: «نفى
 * المزاعم في بيان». */
void ahd_relay_medium_after(const ahd_quoting *f, ahd_quote *q);

/* Writes speaker of `q`: whose statement it is, of which a word is `token`:
 * «بيان للجيش», «بيان الجيش». */
void ahd_relay_owner(ahd_quoting *f, uint32_t token, ahd_quote *q);

/* «نقلت وكالة سبأ عن المصدر أن …»: reads via, speaker and words of `q`. */
bool ahd_relay_pass_on(ahd_quoting *f, const ahd_hit *cue, ahd_quote *q);

/* The name in the marks that open at `open`: «الشرق الأوسط»; none when it is
 * too long for one. */
ahd_arg ahd_relay_in_marks(const ahd_quoting *f, uint32_t open);

/* «البيان», "the statement": words for a medium at `token`; NULL when it is
 * none. */
const ahd_hit *ahd_relay_is_medium(const ahd_quoting *f, uint32_t token);

/* Reads a cue of relaying. What it relays may be a quotation of the sentence,
 * which then gets its via or speaker, or else the sentence: true, and `q`. */
bool ahd_relay_read(ahd_quoting *f, const ahd_hit *cue, ahd_quote *q);

/* «نقلت وكالة سبأ عن المصدر قوله»: speaker and via of a masdar of saying. */
void ahd_relay_from(ahd_quoting *f, const ahd_hit *cue, ahd_quote *q);

/* «الوكالة», "the newspaper": the one named before; no words when none was. */
ahd_arg ahd_relay_again(const ahd_quoting *f, uint32_t token);

#endif
