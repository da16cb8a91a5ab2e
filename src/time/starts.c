#include "time/starts.h"

#include "time/rules.h"

#include <string.h>

enum { ROUNDS = 4 }; /* parts begin with parts that begin with parts ... */

/* What `symbol` begins with. */
static uint64_t starts_of(const ahd_starts *starts, ahd_symbol symbol)
{
    if (symbol < AHD_SYM_WORDS)
        return 1ull << symbol;
    if (symbol < AHD_SYM_FIGURES)
        return 1ull << AHD_STARTS_FIGURE;
    if (symbol == AHD_SYM_ANY)
        return starts->part[AHD_SYM_POINT] | starts->part[AHD_SYM_SPAN];
    return symbol < AHD_STARTS_PARTS ? starts->part[symbol] : 0;
}

static uint64_t starts_of_rule(const ahd_starts *starts, const ahd_symbol *s)
{
    uint64_t all = 0;

    for (; *s != AHD_SYM_END; s++) {
        all |= starts_of(starts, *s & (ahd_symbol)~AHD_SYM_OPTIONAL);
        if (!(*s & AHD_SYM_OPTIONAL))
            break;
    }
    return all;
}

static void order_by_part(ahd_starts *starts)
{
    uint8_t count = 0;

    for (int part = 0; part < AHD_STARTS_PARTS; part++) {
        starts->first[part] = count;
        bool any = part >= AHD_SYM_POINT && part < AHD_SYM_ALL;
        for (uint32_t i = 0; any && i < ahd_rules_count; i++)
            if (ahd_rules_all[i].part == part)
                starts->order[count++] = (uint8_t)i;
    }
    starts->first[AHD_STARTS_PARTS] = count;
}

void ahd_starts_make(ahd_starts *starts)
{
    memset(starts, 0, sizeof *starts);
    for (int round = 0; round < ROUNDS; round++) {
        for (uint32_t i = 0; i < ahd_rules_count; i++) {
            const ahd_time_rule *rule = &ahd_rules_all[i];
            starts->rule[i] = starts_of_rule(starts, rule->symbol);
            starts->part[rule->part] |= starts->rule[i];
        }
    }
    starts->part[AHD_SYM_ANY] = starts_of(starts, AHD_SYM_ANY);
    order_by_part(starts);
}
