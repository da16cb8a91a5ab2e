/* country.c - states by their codes, for those who only show them. */
#include "ahd.h"
#include "kb/kb.h"

bool ahd_country_names(ahd_str code, ahd_str *ar, ahd_str *en)
{
    const ahd_kb *kb = ahd_kb_embedded();
    uint32_t row = ahd_kb_find_actor(kb, code);

    if (row == AHD_KB_NONE || ahd_kb_actor_at(kb, row)->type != AHD_ACTOR_STATE)
        return false;
    *ar = ahd_kb_str(kb, ahd_kb_actor_at(kb, row)->ar);
    *en = ahd_kb_str(kb, ahd_kb_actor_at(kb, row)->en);
    return true;
}
