/* tenure.h - who held what from when to when, as a list whose rows are bars.
 *
 *     1990                                        2025
 *     Prime minister · Libya        ▐██▌              2016 – 2021
 *     Commander · LNA                      ▐████░     since 2019
 *
 * The latest first. Where a day is not known the bar fades: it is open there,
 * and that is not that it goes on. */
#ifndef AHD_WEB_TENURE_H
#define AHD_WEB_TENURE_H

#include "web/field.h"
#include "web/view.h"

/* Writes what a row is of, before its days. */
typedef void ahd_tenure_fn(ahd_view *view, const json_t *row);

/* `rows` have "since" and "until"; nothing when there are none. */
void ahd_tenure_write(ahd_view *view, const json_t *rows, const char *heading,
                      ahd_tenure_fn *write);

/* "since 30 March 2016 until 16 March 2021", as far as it is known. */
void ahd_tenure_days(ahd_view *view, const json_t *row);

#endif
