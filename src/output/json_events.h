/* json_events.h - "events" of the JSON of a document.
 *
 *     {"id":1,"type":"ASSAULT","mode":"abduct","sentence":[0,51],
 *      "trigger":[0,3],"source":[ARG],"target":[ARG],"date":"2020-10-25",
 *      "place":ARG,"modality":"actual","rule":"abduct-verb",
 *      "confidence":0.85,"codes":{...}} */
#ifndef AHD_OUTPUT_JSON_EVENTS_H
#define AHD_OUTPUT_JSON_EVENTS_H

#include "output/json_acts.h"

void ahd_printer_events(ahd_printer *p); /* "events":[…] */

#endif
