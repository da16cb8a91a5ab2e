#include "furniture.h"

#include "base/ascii.h"
#include "base/utf8.h"

static const struct {
    const char *name;
    ahd_furniture_kind kind;
    bool whole; /* nothing may follow */
    bool named; /* something must */
    bool page;  /* of the page as a whole: no line is told by it */
} kinds[] = {
    {"line", AHD_FURNITURE_LINE, true, false, false},
    {"start", AHD_FURNITURE_START, false, false, false},
    {"byline", AHD_FURNITURE_BYLINE, false, true, false},
    {"byline_mark", AHD_FURNITURE_BYLINE_MARK, true, false, false},
    {"more_from", AHD_FURNITURE_MORE_FROM, false, true, false},
    {"end", AHD_FURNITURE_END, false, false, false},
    {"related", AHD_FURNITURE_RELATED, false, false, false},
    {"error", AHD_FURNITURE_ERROR, true, false, false},
    {"no_author", AHD_FURNITURE_NO_AUTHOR, true, false, false},
    {"login", AHD_FURNITURE_LOGIN, false, false, true},
    {"paywall", AHD_FURNITURE_PAYWALL, false, false, true},
    {"consent", AHD_FURNITURE_CONSENT, false, false, true},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

static int row_of(ahd_str kind)
{
    for (int i = 0; i < KINDS; i++)
        if (ahd_str_is(kind, kinds[i].name))
            return i;
    return -1;
}

static bool same_small(const char *text, ahd_str form)
{
    for (size_t i = 0; i < form.len; i++)
        if (ahd_ascii_small(text[i]) != form.ptr[i])
            return false;
    return true;
}

/* Letters end here: a phrase must not end inside of a word. */
static bool at_word_end(ahd_str line, size_t at)
{
    if (at == line.len)
        return true;
    uint32_t c = ahd_utf8_next(line, &at);
    return !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') &&
           !(c >= 0x620 && c <= 0x652) && c < 0xFB50;
}

/* Without the white space, marks and stars that pages put round a phrase. */
static ahd_str strip(ahd_str s)
{
    for (;;) {
        size_t at = s.len, first = 0;
        s = ahd_str_trim(s);
        at = s.len;
        if (s.len == 0)
            return s;
        uint32_t last = ahd_utf8_previous(s, &at);
        uint32_t head = ahd_utf8_next(s, &first);
        bool cut_last = last < 0x80 && last != ')' && last != '"' &&
                        !(last >= '0' && last <= '9') &&
                        !(ahd_ascii_small((char)last) >= 'a' &&
                          ahd_ascii_small((char)last) <= 'z');
        bool cut_head = head == ':' || head == '-' || head == '*' ||
                        head == '|' || head == 0xA0 || head == 0xBB ||
                        head == 0x2022 || head == 0x2013 || head == 0x2014;
        if (last == 0x2026 || last == 0xA0 || last == 0xBB || cut_last)
            s.len = at;
        else if (cut_head)
            s = (ahd_str){s.ptr + first, s.len - first};
        else
            return s;
    }
}

uint32_t ahd_furniture_key(ahd_str text)
{
    uint32_t key = 2166136261U;

    for (size_t at = 0, next; at < text.len && !at_word_end(text, at);
         at = next) {
        next = at;
        ahd_utf8_next(text, &next);
        for (size_t i = at; i < next; i++)
            key =
                (key ^ (unsigned char)ahd_ascii_small(text.ptr[i])) * 16777619U;
    }
    return key;
}

/* The rows that may fit the line. */
static void find_rows(const ahd_page_in *in, ahd_str line, size_t *first,
                      size_t *end)
{
    size_t low = 0, high = in->furniture_count;
    uint32_t key;

    *first = 0;
    *end = high;
    if (!in->furniture_sorted)
        return;
    for (key = ahd_furniture_key(line); low < high;) {
        size_t middle = low + (high - low) / 2;
        if (in->furniture[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    for (*first = *end = low;
         *end < in->furniture_count && in->furniture[*end].key == key;)
        ++*end;
}

ahd_furniture_kind ahd_furniture_of(const ahd_page_in *in, ahd_str line,
                                    ahd_str *rest)
{
    ahd_furniture_kind found = AHD_FURNITURE_NONE;
    size_t longest = 0, first, end;

    line = strip(line);
    *rest = AHD_STR("");
    find_rows(in, line, &first, &end);
    for (size_t i = first; i < end; i++) {
        ahd_str form = in->furniture[i].form;
        if (form.len <= longest || form.len > line.len ||
            !same_small(line.ptr, form) || !at_word_end(line, form.len))
            continue;
        int row = row_of(in->furniture[i].kind);
        bool whole = form.len == line.len;
        if (row < 0 || kinds[row].page ||
            (whole ? kinds[row].named : kinds[row].whole))
            continue;
        longest = form.len;
        found = kinds[row].kind;
        *rest = strip((ahd_str){line.ptr + form.len, line.len - form.len});
    }
    return found;
}

/* The kinds of the phrases that `text` begins with, as bits. */
static unsigned kinds_at(const ahd_page_in *in, ahd_str text)
{
    unsigned found = 0;
    size_t first, end;

    find_rows(in, text, &first, &end);
    for (size_t i = first; i < end; i++) {
        ahd_str form = in->furniture[i].form;
        if (form.len > text.len || !same_small(text.ptr, form) ||
            !at_word_end(text, form.len))
            continue;
        int row = row_of(in->furniture[i].kind);
        found |= row < 0 ? 0 : 1U << kinds[row].kind;
    }
    return found;
}

unsigned ahd_furniture_within(const ahd_page_in *in, ahd_str text)
{
    unsigned found = 0;
    bool inside = false;

    for (size_t at = 0, next; at < text.len; at = next) {
        bool letter = !at_word_end(text, at);
        next = at;
        ahd_utf8_next(text, &next);
        if (!inside && (unsigned char)text.ptr[at] > ' ')
            found |= kinds_at(in, (ahd_str){text.ptr + at, text.len - at});
        inside = letter;
    }
    return found;
}
