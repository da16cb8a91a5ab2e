/* nominal.h - nouns with the words that belong to them, as arguments.
 *
 *     «مصدر في وزارة الشحن إن …»   مصدر في وزارة الشحن
 *     «الوزيرة لوكالة رويترز»       الوزيرة */
#ifndef AHD_QUOTES_NOMINAL_H
#define AHD_QUOTES_NOMINAL_H

#include "quotes/quoting.h"

/* The noun phrase that opens at `token`: a mention, or words. */
ahd_arg ahd_nominal_at(const ahd_quoting *f, uint32_t token, uint32_t limit);

/* Tokens [first, end) as an argument that is no mention. */
ahd_arg ahd_nominal_words(const ahd_quoting *f, uint32_t first, uint32_t end);

/* «وثمن مصادقة المجلس»: what was done says nothing. */
bool ahd_nominal_is_deed(const ahd_quoting *f, uint32_t token);

#endif
