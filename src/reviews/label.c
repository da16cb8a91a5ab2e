#include "reviews/label.h"

#define BETWEEN " | "
#define WORDS "text:"

const char *const ahd_label_names[AHD_LABELS] = {
    "act",       "source",     "target", "speaker", "via",
    "agreement", "commitment", "date",   "place",   "modality"};

ahd_label ahd_label_find(ahd_str name)
{
    unsigned i = 0;

    while (i < AHD_LABELS &&
           !ahd_str_eq(name, ahd_str_from(ahd_label_names[i])))
        i++;
    return (ahd_label)i;
}

ahd_str ahd_label_next(ahd_str *rest)
{
    return ahd_str_trim(ahd_str_cut(rest, '|'));
}

bool ahd_label_has(ahd_str value, ahd_str piece)
{
    while (value.len > 0)
        if (ahd_str_eq(ahd_label_next(&value), piece))
            return true;
    return false;
}

/* Of the few actors of an act, or the ten agreements: no list is long. */
static bool is_within(ahd_str a, ahd_str b)
{
    enum { MOST = 256 };

    for (int i = 0; a.len > 0; i++)
        if (i == MOST || !ahd_label_has(b, ahd_label_next(&a)))
            return false;
    return true;
}

bool ahd_label_same(ahd_str a, ahd_str b)
{
    return ahd_str_eq(a, b) || (is_within(a, b) && is_within(b, a));
}

int ahd_label_count_same(const ahd_labels *a, const ahd_labels *b)
{
    uint32_t both = a->has & b->has;
    int count = 0;

    for (int i = 0; i < AHD_LABELS; i++)
        count += (both >> i & 1) && ahd_label_same(a->value[i], b->value[i]);
    return count;
}

static ahd_str join(ahd_arena *arena, ahd_str a, ahd_str b, ahd_str c)
{
    char *out = ahd_arena_alloc(arena, 1, a.len + b.len + c.len + 1);
    ahd_str parts[] = {a, b, c};
    size_t len = 0;

    for (int i = 0; i < 3; i++) {
        if (parts[i].len > 0)
            memcpy(out + len, parts[i].ptr, parts[i].len);
        len += parts[i].len;
    }
    return (ahd_str){out, len};
}

ahd_str ahd_label_add(ahd_arena *arena, ahd_str value, ahd_str piece)
{
    if (value.len == 0)
        return piece;
    return join(arena, value, AHD_STR(BETWEEN), piece);
}

void ahd_label_push(ahd_arena *arena, ahd_label_list *list, ahd_str piece)
{
    size_t between = list->len > 0 ? sizeof BETWEEN - 1 : 0;
    size_t len = list->len + between + piece.len;

    if (len + 1 > list->capacity) {
        char *wider = ahd_arena_alloc(arena, 1, 2 * (len + 1));
        if (list->len > 0)
            memcpy(wider, list->ptr, list->len);
        list->ptr = wider;
        list->capacity = 2 * (len + 1);
    }
    memcpy(list->ptr + list->len, BETWEEN, between);
    if (piece.len > 0)
        memcpy(list->ptr + list->len + between, piece.ptr, piece.len);
    list->len = len;
    list->count++;
}

void ahd_label_push_new(ahd_arena *arena, ahd_label_list *list, ahd_str piece)
{
    enum { LOOKED_AT = 64 };

    if (list->count > LOOKED_AT || !ahd_label_has(ahd_label_value(list), piece))
        ahd_label_push(arena, list, piece);
}

ahd_str ahd_label_value(const ahd_label_list *list)
{
    return list->ptr ? (ahd_str){list->ptr, list->len} : AHD_STR("");
}

/* Bars part pieces, and line breaks would part lines. */
ahd_str ahd_label_of_words(ahd_arena *arena, ahd_str words)
{
    ahd_str out = join(arena, AHD_STR(WORDS), words, AHD_STR(""));
    char *bytes = ahd_arena_alloc(arena, 1, out.len + 1);

    for (size_t i = 0; i < out.len; i++) {
        bool space = out.ptr[i] == '|' || (unsigned char)out.ptr[i] < ' ';
        bytes[i] = (char)(space ? ' ' : out.ptr[i]);
    }
    return ahd_str_trim((ahd_str){bytes, out.len});
}

ahd_str ahd_label_words(ahd_str piece)
{
    size_t len = sizeof WORDS - 1;

    if (!ahd_str_starts(piece, AHD_STR(WORDS)))
        return AHD_STR("");
    return ahd_str_trim((ahd_str){piece.ptr + len, piece.len - len});
}
