#include "web/timeline_draw.h"

#include <stdlib.h>

/* ------------------------------------------------------------------- marks */

static int by_id(const void *a, const void *b)
{
    const ahd_drawn *x = a, *y = b;

    return ahd_str_cmp(x->id, y->id);
}

/* Here `id` is the document. */
static int by_telling(const void *a, const void *b)
{
    const ahd_drawn *x = a, *y = b;
    int order = ahd_str_cmp(x->id, y->id);

    if (order != 0)
        return order;
    return (x->mark->n > y->mark->n) - (x->mark->n < y->mark->n);
}

static void sort_marks(ahd_drawing *d)
{
    for (size_t i = d->t->start; i < d->t->end; i++) {
        const ahd_mark *m = &d->t->marks[i];
        if (m->row >= AHD_TIMELINE_HEAP)
            continue;
        d->by_id[d->count] = (ahd_drawn){ahd_timeline_str(d->t, m->id), m};
        d->by_telling[d->count++] =
            (ahd_drawn){ahd_timeline_str(d->t, m->document), m};
    }
    qsort(d->by_id, d->count, sizeof *d->by_id, by_id);
    qsort(d->by_telling, d->count, sizeof *d->by_telling, by_telling);
}

/* By a telling: only the one that stands for the act is known here. */
static const ahd_mark *find(const ahd_drawing *d, const json_t *end)
{
    const ahd_mark telling = {.n = ahd_field_number(end, "n")};
    const ahd_drawn by_act = {ahd_field_text(end, "document"), &telling};
    const ahd_drawn by_name = {ahd_field_string(end), NULL};
    const ahd_drawn *found =
        json_is_object(end)
            ? bsearch(&by_act, d->by_telling, d->count, sizeof by_act,
                      by_telling)
            : bsearch(&by_name, d->by_id, d->count, sizeof by_name, by_id);

    return found ? found->mark : NULL;
}

/* ------------------------------------------------------------------ joints */

/* Of equal ones, which several documents have, all stand together. */
static int in_time(const void *a, const void *b)
{
    const ahd_joint *x = a, *y = b;

    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    if (x->to != y->to)
        return x->to < y->to ? -1 : 1;
    return ahd_str_cmp(ahd_field_text(x->link, "role"),
                       ahd_field_text(y->link, "role"));
}

static void join(ahd_drawing *d, const json_t *links)
{
    const json_t *link;
    size_t i, kept = 0;

    ahd_field_each(links, i, link)
    {
        ahd_joint joint = {find(d, json_object_get(link, "from")),
                           find(d, json_object_get(link, "to")), link};
        if (joint.from && joint.to && joint.from != joint.to)
            d->joints[d->joint_count++] = joint;
    }
    qsort(d->joints, d->joint_count, sizeof *d->joints, in_time);
    for (i = 0; i < d->joint_count; i++) {
        if (kept == 0 || in_time(&d->joints[i], &d->joints[kept - 1]) != 0)
            d->joints[kept++] = d->joints[i];
    }
    d->joint_count = kept;
}

bool ahd_draw_join(ahd_drawing *d, const json_t *links)
{
    size_t marks = d->t->end - d->t->start + 1;

    d->by_id = calloc(marks, sizeof *d->by_id);
    d->by_telling = calloc(marks, sizeof *d->by_telling);
    d->joints = calloc(json_array_size(links) + 1, sizeof *d->joints);
    if (!d->by_id || !d->by_telling || !d->joints)
        return false;
    sort_marks(d);
    join(d, links);
    return true;
}

void ahd_draw_join_finish(ahd_drawing *d)
{
    free(d->by_id);
    free(d->by_telling);
    free(d->joints);
}
