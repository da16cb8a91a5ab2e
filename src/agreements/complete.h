/* complete.h - the agreement of an act whose own clause names none.
 *
 *     "دعا إلى مضاعفة الجهود من أجل ترسيخ الهدنة في اليمن"   demand: the truce
 *     "الهدنة لم تسلم من خروقاتهم"                          breach: the truce
 *
 * The nearest mention of the act's sentence, behind its trigger, else before
 * it; only for the types that are mostly about an agreement, as the acts of
 * ../shared/gold show. */
#ifndef AHD_AGREEMENTS_COMPLETE_H
#define AHD_AGREEMENTS_COMPLETE_H

#include "doc/doc.h"

/* Writes `agreements` of doc->acts that have none. */
void ahd_complete_acts(ahd_doc *doc);

/* Once agreements are resolved: «المواثيق الدولية، من بينها اتفاقية جنيف» is
 * about the convention, for the nearest words tell of none. */
void ahd_complete_choice(ahd_doc *doc);

#endif
