/* naming.h - what the ids of a record are called, and where its places are.
 *
 *     ahd_naming_fill(record, &named, &error);
 *         "ly-gna" -> «حكومة الوفاق الوطني», "Government of National Accord"
 *     ahd_naming_place(record, AHD_STR("geneva"))  -> its row of the kb
 *
 * The registry knows most; of who and what no registry has, the record does. */
#ifndef AHD_ENGINE_NAMING_H
#define AHD_ENGINE_NAMING_H

#include "engine/record.h"
#include "kb/kb.h"
#include "store/lookup.h"

AHD_MUST_USE ahd_status ahd_naming_fill(ahd_record *record,
                                        ahd_lookup_named *of, ahd_error *error);

/* NULL when there is none of that id. */
const ahd_place *ahd_naming_place(ahd_record *record, ahd_str id);

/* What the registry calls a place in English; NULL when the gazetteer has none
 * of that name. */
const ahd_place *ahd_naming_place_called(ahd_record *record, ahd_str en);

#endif
