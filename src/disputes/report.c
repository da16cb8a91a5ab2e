#include "disputes/report.h"

#include <stdlib.h>

bool ahd_report_same(const ahd_who *a, const ahd_who *b)
{
    if (a->id.len > 0 || b->id.len > 0)
        return ahd_str_eq(a->id, b->id);
    return a->name.len > 0 && ahd_str_eq(a->name, b->name);
}

bool ahd_report_share(const ahd_whos *a, const ahd_whos *b)
{
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t k = 0; k < b->count; k++)
            if (ahd_report_same(&a->items[i], &b->items[k]))
                return true;
    return false;
}

const ahd_bond *ahd_report_bond(const ahd_report *t, ahd_str agreement)
{
    for (uint32_t i = 0; i < t->bonds.count; i++)
        if (ahd_str_eq(t->bonds.items[i].agreement, agreement))
            return &t->bonds.items[i];
    return NULL;
}

ahd_day ahd_report_day(const ahd_report *t)
{
    if (t->from == AHD_NO_DAY || (t->told != AHD_NO_DAY && t->from > t->told &&
                                  t->modality == AHD_ACTUAL))
        return t->told;
    return t->from;
}

static int by_day(const void *left, const void *right)
{
    const ahd_report *a = left, *b = right;
    ahd_day x = ahd_report_day(a), y = ahd_report_day(b);
    int order;

    if (x != y)
        return x < y ? -1 : 1;
    order = ahd_str_cmp(a->sha256, b->sha256);
    if (order != 0)
        return order;
    return (a->n > b->n) - (a->n < b->n);
}

void ahd_report_sort(ahd_reports *reports)
{
    if (reports->count > 1)
        qsort(reports->items, reports->count, sizeof *reports->items, by_day);
}
