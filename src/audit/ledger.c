#include "audit/ledger.h"

#include <stdlib.h>

enum { NO_ROWS, FIRST_LINES = 1024 };

/* Kinds that tell of rows; of one with `last`, the newest line counts. */
static const struct kind {
    const char *name;
    bool last;
} kinds[] = {{"", false},
             {"page", false},
             {"capture", false},
             {"reading", true},
             {"review", false}};

typedef struct line {
    ahd_hash hash;
    int64_t row;
    uint64_t seq;
    uint8_t kind;
    bool claimed;
} line;

struct ahd_ledger {
    line *lines; /* those that tell of rows */
    size_t count, capacity;
    ahd_frontier frontier; /* over all */
};

/* ----------------------------------------------------------------- lines */

static uint8_t kind_of(ahd_str name)
{
    for (size_t i = 1; i < sizeof kinds / sizeof *kinds; i++)
        if (ahd_str_eq(name, ahd_str_from(kinds[i].name)))
            return (uint8_t)i;
    return NO_ROWS;
}

int64_t ahd_ledger_row(ahd_str body)
{
    size_t at = ahd_str_find(body, AHD_STR("\":"));
    uint64_t n = 0;
    size_t digits = 0;

    for (at += 2; at < body.len && digits < 18; at++, digits++) {
        if (body.ptr[at] < '0' || body.ptr[at] > '9')
            break;
        n = 10 * n + (uint64_t)(body.ptr[at] - '0');
    }
    return digits == 0 ? -1 : (int64_t)n;
}

ahd_hash ahd_ledger_hash(ahd_str kind, ahd_str body)
{
    ahd_buf all = AHD_BUF(SIZE_MAX);

    ahd_buf_add(&all, kind);
    ahd_buf_byte(&all, ' ');
    ahd_buf_add(&all, body);
    ahd_hash hash = ahd_merkle_leaf(ahd_buf_str(&all));
    ahd_buf_finish(&all);
    return hash;
}

ahd_ledger *ahd_ledger_new(void)
{
    return calloc(1, sizeof(ahd_ledger));
}

void ahd_ledger_free(ahd_ledger *ledger)
{
    if (ledger)
        free(ledger->lines);
    free(ledger);
}

static bool make_room(ahd_ledger *l)
{
    size_t more = l->capacity > 0 ? 2 * l->capacity : FIRST_LINES;

    if (l->count < l->capacity)
        return true;
    line *lines = realloc(l->lines, more * sizeof *lines);
    if (lines == NULL)
        return false;
    l->lines = lines;
    l->capacity = more;
    return true;
}

bool ahd_ledger_add(ahd_ledger *l, ahd_str kind, ahd_str body, ahd_hash *hash)
{
    uint8_t k = kind_of(kind);

    *hash = ahd_ledger_hash(kind, body);
    ahd_frontier_add(&l->frontier, *hash);
    if (k == NO_ROWS)
        return true;
    if (!make_room(l))
        return false;
    l->lines[l->count++] = (line){.hash = *hash,
                                  .row = ahd_ledger_row(body),
                                  .seq = l->frontier.size,
                                  .kind = k};
    return true;
}

/* ------------------------------------------------------------- in order */

static int compare_rows(const line *a, uint8_t kind, int64_t row)
{
    if (a->kind != kind)
        return a->kind < kind ? -1 : 1;
    return a->row < row ? -1 : a->row > row;
}

static int compare(const void *one, const void *other)
{
    const line *a = one, *b = other;
    int order = compare_rows(a, b->kind, b->row);

    return order ? order : (a->seq > b->seq) - (a->seq < b->seq);
}

/* One line of each row stays. */
void ahd_ledger_settle(ahd_ledger *l, ahd_ledger_fn *twice, void *context)
{
    size_t kept = 0;

    if (l->count > 0)
        qsort(l->lines, l->count, sizeof *l->lines, compare);
    for (size_t i = 0; i < l->count; i++) {
        const line *this = &l->lines[i];
        const struct kind *kind = &kinds[this->kind];
        bool same = kept > 0 && compare_rows(&l->lines[kept - 1], this->kind,
                                             this->row) == 0;
        if (same && !kind->last) {
            twice(context, this->seq, ahd_str_from(kind->name), this->row);
            continue;
        }
        kept -= same;
        l->lines[kept++] = *this;
    }
    l->count = kept;
}

static line *find(ahd_ledger *l, uint8_t kind, int64_t row)
{
    size_t from = 0, to = l->count;

    while (from < to) {
        size_t middle = from + (to - from) / 2;
        int order = compare_rows(&l->lines[middle], kind, row);
        if (order == 0)
            return &l->lines[middle];
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return NULL;
}

ahd_told ahd_ledger_claim(ahd_ledger *l, ahd_str kind, int64_t row,
                          ahd_str body, uint64_t *seq)
{
    line *found = find(l, kind_of(kind), row);
    ahd_hash hash = ahd_ledger_hash(kind, body);

    *seq = found ? found->seq : 0;
    if (found == NULL)
        return AHD_TOLD_NOT;
    found->claimed = true;
    return ahd_hash_eq(&hash, &found->hash) ? AHD_TOLD_SO : AHD_TOLD_OTHERWISE;
}

void ahd_ledger_rest(const ahd_ledger *l, ahd_ledger_fn *each, void *context)
{
    for (size_t i = 0; i < l->count; i++)
        if (!l->lines[i].claimed)
            each(context, l->lines[i].seq,
                 ahd_str_from(kinds[l->lines[i].kind].name), l->lines[i].row);
}

const ahd_frontier *ahd_ledger_frontier(const ahd_ledger *l)
{
    return &l->frontier;
}
