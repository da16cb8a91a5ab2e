/* address.h - addresses in running text: of the web, of mail, of people.
 *
 *     "www.un.org/ar, a.b@un.org, @UN"  ->  www.un.org/ar  a.b@un.org  @UN
 *
 * A name alone ("un.org") is an address when it ends in a domain that is no
 * word of English, so that "talks.He said" and "end.it" are words. */
#ifndef AHD_LANG_ADDRESS_H
#define AHD_LANG_ADDRESS_H

#include "base/str.h"

/* Where the address ends whose first letters are [start, end); `end` when it is
 * none. */
size_t ahd_address_end(ahd_str text, size_t start, size_t end);

/* Where the handle ends whose @ is at `at`; 0 when it is none. */
size_t ahd_address_handle(ahd_str text, size_t at);

#endif
