#include "output/enums.h"

#include <stddef.h>

const char *const ahd_enums_kind[] = {"article", "list", "error", "not_news"};
const char *const ahd_enums_lang[] = {NULL, "ar", "en", "other"};
const char *const ahd_enums_dated[] = {NULL, "metadata", "text", "inferred"};
const char *const ahd_enums_grain[] = {
    "day",     "week",    "month",  "year",    "decade",
    "century", "quarter", "half",   "weekend", "fortnight",
    "hour",    "minute",  "second", "workday", "season"};
const char *const ahd_enums_time[] = {"point",  "period",   "clock",
                                      "moment", "duration", "limit",
                                      "set",    "open",     "vague"};
const char *const ahd_enums_mention_kind[] = {
    "person", "organisation", "state", "group", "place", "role", "agreement"};
const char *const ahd_enums_modality[] = {"actual", "planned", "possible",
                                          "negated", "conditional"};
const char *const ahd_enums_how[] = {
    NULL,      "exact",   "folded", "variant",   "post",
    "anaphor", "context", "named",  "described", "inferred"};
