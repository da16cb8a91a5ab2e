/* pairing_link.h - what an act is about, beside its sentence: the acts and
 * agreements that it is linked to, by whom, and the form to link it.
 *
 *     denies the claim · «…» Al-Mirsad       linked by Huda     [Unlink]
 *     Link it to another act …
 *
 * A page that shows an act (pane.h) writes it below; `back` is that page, as in
 * pairing.h. */
#ifndef AHD_WEB_PAIRING_LINK_H
#define AHD_WEB_PAIRING_LINK_H

#include "web/pairing.h"

/* Of p->document and p->n; what `p` has beside them need not be loaded. */
AHD_MUST_USE ahd_status ahd_pairing_link_write(ahd_pairing *p,
                                               ahd_error *error);

/* What an act of that type can be to another: "denied_claim"; NULL: only an
 * agreement's. */
const char *ahd_pairing_role(ahd_str act);

#endif
