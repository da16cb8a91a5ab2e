#include "byline.h"

#include "base/utf8.h"
#include "creditword.h"
#include "draft.h"
#include "furniture.h"
#include "site.h"
#include "stamp.h"

#include <string.h>

enum {
    NAMES = 8, /* of one page */
    NAME_BYTES = 120,
    SEEN_BYTES = 60, /* of a name that is only seen */
    SEEN_WORDS = 5,
    NEAR_TEXTS = 30, /* after the title */
    PROPER_RANK = 30,
};

typedef struct finder {
    const ahd_reader *reader;
    const ahd_meta *meta;
    ahd_site site;
    ahd_str names[NAMES];
    uint32_t count;
} finder;

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool same(ahd_str a, ahd_str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (small(a.ptr[i]) != small(b.ptr[i]))
            return false;
    return true;
}

static bool has(ahd_str text, const char *part)
{
    return ahd_str_find(text, ahd_str_from(part)) < text.len;
}

/* ------------------------------------------------------------- one name */

static bool is_word(ahd_str name)
{
    size_t letters = 0, digits = 0;

    for (size_t at = 0; at < name.len;) {
        uint32_t c = ahd_utf8_next(name, &at);
        letters += ahd_creditword_letter(c);
        digits += c >= '0' && c <= '9';
    }
    return letters > 1 && digits <= 4;
}

/* Two or three large words, none of which is one of a newspaper's: only names
 * of people are built so in Latin letters. */
static bool is_person(ahd_str name)
{
    static const char *const others[] = {
        "News",  "Times",  "Daily",    "Post",    "Team",  "Staff",
        "Media", "Online", "Magazine", "Journal", "Today", "Press",
        "Blog",  "Radio",  "The ",     "Group",   "Web",   "Redaktion",
    };
    size_t words = 0;

    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (has(name, others[i]))
            return false;
    while (name.len > 0) {
        ahd_str word = ahd_str_cut(&name, ' ');
        if (word.len == 0 || word.ptr[0] < 'A' || word.ptr[0] > 'Z')
            return false;
        words++;
    }
    return words == 2 || words == 3;
}

/* Is it the site's name in the <title>: the last part, or the first? */
static bool ends_title(const finder *f, ahd_str name)
{
    ahd_str head = ahd_meta_plain(f->meta, AHD_META_HEAD, f->reader->scratch);

    return name.len + 3 < head.len &&
           ((ahd_str_ends(head, name) &&
             head.ptr[head.len - name.len - 1] == ' ') ||
            (ahd_str_starts(head, name) && head.ptr[name.len] == ' '));
}

/* Is it the site by its name, or by its address: "Daily", "daily.com"? People
 * have sites that are named after them. */
static bool is_site(const finder *f, ahd_str name)
{
    ahd_str url = f->reader->doc->url;

    if (has(name, ".") && !has(name, " ") && name.len > 4 &&
        ahd_str_find(url, name) < url.len)
        return true;
    if (same(name, f->reader->doc->outlet))
        return true;
    return (ahd_site_is(&f->site, f->reader->scratch, name) ||
            ends_title(f, name)) &&
           !is_person(name);
}

static bool is_author(const finder *f, ahd_str name)
{
    ahd_str rest;

    return name.len > 1 && name.len < NAME_BYTES && name.ptr[0] != ',' &&
           !has(name, "://") && !has(name, "www.") && !has(name, ".jpg") &&
           !has(name, ".png") && !has(name, "{") && !has(name, "<") &&
           is_word(name) && !is_site(f, name) &&
           ahd_furniture_of(f->reader->in, name, &rest) !=
               AHD_FURNITURE_NO_AUTHOR;
}

/* "By Jane Doe" -> "Jane Doe" */
static ahd_str without_by(const finder *f, ahd_str name)
{
    ahd_str rest;

    return ahd_furniture_of(f->reader->in, name, &rest) == AHD_FURNITURE_BYLINE
               ? rest
               : name;
}

/* "Jane Doe, Daily", "Jane Doe | Daily" -> "Jane Doe" */
static ahd_str without_site(const finder *f, ahd_str name)
{
    static const char *const marks[] = {" | ", " - ", " – ", ", ", " / "};
    ahd_str outlet = f->reader->doc->outlet;

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        ahd_str mark = ahd_str_from(marks[i]);
        size_t at = ahd_str_find(name, mark);
        if (at == name.len || outlet.len == 0)
            continue;
        ahd_str tail = {name.ptr + at + mark.len, name.len - at - mark.len};
        if (same(tail, outlet))
            return (ahd_str){name.ptr, at};
        if (same((ahd_str){name.ptr, at}, outlet))
            return tail;
    }
    return name;
}

/* "jane@daily.com (Jane Doe)" -> "Jane Doe"; "Jane Doe (jane@daily.com)" */
static ahd_str without_mail(ahd_str name)
{
    size_t open = ahd_str_find(name, AHD_STR("("));
    size_t at = ahd_str_find(name, AHD_STR("@"));

    if (at == name.len || open == name.len)
        return name;
    if (open < at)
        return ahd_str_trim((ahd_str){name.ptr, open});
    ahd_str rest = {name.ptr + open + 1, name.len - open - 1};
    return ahd_str_trim(ahd_str_cut(&rest, ')'));
}

static ahd_str clean(const finder *f, ahd_str name)
{
    name = without_mail(without_by(f, ahd_str_trim(name)));
    name = without_site(f, name);
    while (name.len > 0 && strchr(",;:|/-\"", name.ptr[name.len - 1]) != NULL)
        name = ahd_str_trim((ahd_str){name.ptr, name.len - 1});
    if (name.len > 0 && name.ptr[0] == '"')
        name = (ahd_str){name.ptr + 1, name.len - 1};
    return name;
}

static bool add(finder *f, ahd_str name)
{
    name = clean(f, name);
    if (!is_author(f, name) || f->count == NAMES)
        return false;
    for (uint32_t i = 0; i < f->count; i++)
        if (same(f->names[i], name) ||
            ahd_str_find(f->names[i], name) < f->names[i].len)
            return false;
    f->names[f->count++] = name;
    return true;
}

/* ---------------------------------------------------------- what is told */

/* All names that one source tells; its name, or NULL. */
static const char *take_told(finder *f, int low, int high)
{
    while (high > low) {
        int rank = low;
        const char *from = NULL;
        for (uint32_t i = 0; i < f->meta->count; i++) {
            const ahd_meta_value *value = &f->meta->values[i];
            if (value->field == AHD_META_AUTHOR && !value->reference &&
                value->rank > rank && value->rank <= high) {
                rank = value->rank;
                from = value->from;
            }
        }
        if (from == NULL)
            return NULL;
        for (uint32_t i = 0; i < f->meta->count; i++) {
            const ahd_meta_value *value = &f->meta->values[i];
            if (value->field == AHD_META_AUTHOR && value->rank == rank &&
                !value->reference)
                (void)add(f, ahd_meta_text(value, f->reader->scratch));
        }
        if (f->count > 0)
            return from;
        high = rank - 1;
    }
    return NULL;
}

/* ---------------------------------------------------------- what is seen */

static size_t first_letter(ahd_str text)
{
    size_t at = 0;

    while (at < text.len) {
        size_t next = at;
        if (ahd_creditword_letter(ahd_utf8_next(text, &next)))
            return at;
        at = next;
    }
    return at;
}

/* Words that stand where a name could, but are none: "Share", "Posted on". */
static bool is_nobody(const finder *f, ahd_str text)
{
    size_t at = first_letter(text);
    uint32_t value;

    if (at == text.len)
        return true;
    ahd_creditword kind = ahd_creditword_at(f->reader->in, text, &at, &value);
    return kind == AHD_CREDITWORD_PUBLISHED || kind == AHD_CREDITWORD_UPDATED ||
           kind == AHD_CREDITWORD_NEVER ||
           (at == text.len && kind != AHD_CREDITWORD_NONE);
}

/* A few words that begin large, or are of a script that has no such letters. */
static bool is_name(const finder *f, ahd_str text)
{
    size_t words = 1, at = 0;

    if (text.len < 3 || text.len > SEEN_BYTES)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        words += text.ptr[i] == ' ';
        if (strchr("0123456789?!:|/@#", text.ptr[i]) != NULL)
            return false;
    }
    uint32_t c = ahd_utf8_next(text, &at);
    return words <= SEEN_WORDS && ahd_creditword_letter(c) &&
           !(c >= 'a' && c <= 'z') && !is_nobody(f, text);
}

/* First name and last, both large. */
static bool is_full_name(const finder *f, ahd_str text)
{
    size_t space = ahd_str_find(text, AHD_STR(" "));

    if (space >= text.len || !is_name(f, text))
        return false;
    while (space + 1 < text.len) {
        ahd_str last = {text.ptr + space + 1, text.len - space - 1};
        size_t next = ahd_str_find(last, AHD_STR(" "));
        if (next == last.len)
            return !(last.ptr[0] >= 'a' && last.ptr[0] <= 'z');
        space += 1 + next;
    }
    return false;
}

/* Without the words before a date: «في الثلاثاء», "on". */
static ahd_str without_links(const finder *f, ahd_str text)
{
    for (;;) {
        size_t at = text.len, from;
        uint32_t value;
        text = ahd_str_trim(text);
        at = text.len;
        while (at > 0 && text.ptr[at - 1] != ' ')
            at--;
        from = at;
        at += first_letter((ahd_str){text.ptr + at, text.len - at});
        if (from == 0)
            return text;
        ahd_creditword kind =
            at == text.len
                ? AHD_CREDITWORD_LINK
                : ahd_creditword_at(f->reader->in, text, &at, &value);
        if (kind == AHD_CREDITWORD_NONE || kind == AHD_CREDITWORD_BY)
            return text;
        text.len = from;
    }
}

/* "Jane Doe | 9 March" -> "Jane Doe"; so «لينا السمان في الثلاثاء 16 أبريل» */
static ahd_str before_mark(const finder *f, ahd_str text)
{
    static const char *const marks[] = {" | ", " • ", " · ", " – ",
                                        " - ", " / ", "/"};
    ahd_stamp stamp;
    size_t at = 0;

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        text.len = ahd_str_find(text, ahd_str_from(marks[i]));
    if (ahd_stamp_next(f->reader->in, text, &at, &stamp)) {
        text.len = stamp.first;
        text = without_links(f, text);
    }
    return ahd_str_trim(text);
}

/* Does it begin with a word of writing? `rest`: the name after it. */
static bool is_by(const finder *f, ahd_str text, ahd_str *rest)
{
    size_t at = first_letter(text);
    uint32_t value;

    if (at < text.len && ahd_creditword_at(f->reader->in, text, &at, &value) ==
                             AHD_CREDITWORD_BY) {
        ahd_str after = {text.ptr + at, text.len - at};
        size_t skip = first_letter(after);
        *rest = before_mark(f, (ahd_str){after.ptr + skip, after.len - skip});
        return true;
    }
    if (ahd_furniture_of(f->reader->in, text, rest) != AHD_FURNITURE_BYLINE)
        return false;
    *rest = before_mark(f, *rest);
    return true;
}

static bool is_near(const ahd_title *title, const ahd_credit *credit)
{
    return title->order == AHD_NONE ||
           (credit->order + 12 >= title->order &&
            credit->order <= title->order + NEAR_TEXTS);
}

/* The name in a text that a tag marks: a class is a weak mark, so that what
 * stands there must look like a name. */
static ahd_str marked_name(const finder *f, const ahd_credit *one)
{
    ahd_str rest, name = ahd_draft_plain(f->reader->scratch, one->text);
    bool by = is_by(f, name, &rest);

    if (by)
        name = rest;
    name = clean(f, name);
    bool fits = one->kind == AHD_CREDIT_NAMED && !by ? is_full_name(f, name)
                                                     : is_name(f, name);
    return fits ? name : AHD_STR("");
}

/* Names marked in one way, near each other. */
static bool take_marked(finder *f, const ahd_title *title, ahd_credit_kind kind,
                        bool near)
{
    const ahd_credits *c = &f->meta->credits;
    uint32_t last = 0;

    for (uint32_t i = 0; i < c->count; i++) {
        const ahd_credit *one = &c->items[i];
        bool weak = kind == AHD_CREDIT_NAMED || kind == AHD_CREDIT_LINK;
        if (one->kind != kind || (near && !is_near(title, one)) ||
            (f->count > 0 && (weak || one->order > last + 4)))
            continue;
        ahd_str name = marked_name(f, one);
        if (name.len > 0 && add(f, name))
            last = one->order;
    }
    return f->count > 0;
}

/* "PM EST" behind a date is no name. */
static bool has_small(ahd_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((text.ptr[i] >= 'a' && text.ptr[i] <= 'z') ||
            (unsigned char)text.ptr[i] >= 0x80)
            return true;
    return false;
}

/* "March 9, 2023 by Jane Doe", "11.12.2019 - Jane Doe" */
static bool take_after_date(finder *f, ahd_str text)
{
    ahd_stamp stamp;
    ahd_str name;
    size_t at = 0;

    if (!ahd_stamp_next(f->reader->in, text, &at, &stamp))
        return false;
    ahd_str rest = {text.ptr + stamp.end, text.len - stamp.end};
    size_t skip = first_letter(rest);
    rest = (ahd_str){rest.ptr + skip, rest.len - skip};
    if (is_by(f, rest, &name))
        return is_name(f, name) && add(f, name);
    return has_small(rest) && is_full_name(f, rest) && add(f, rest);
}

/* «جانب من الاجتماع»: no name has such a word in it. */
static bool has_word_of_credits(const finder *f, ahd_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t value;
        size_t next = at;
        if (!ahd_creditword_letter(ahd_utf8_next(text, &next)))
            at = next;
        else if (ahd_creditword_at(f->reader->in, text, &at, &value) !=
                 AHD_CREDITWORD_NONE)
            return true;
    }
    return false;
}

/* A name of two to four words of a script without capitals, or a full one. */
static bool is_bare_name(const finder *f, ahd_str text)
{
    size_t spaces = 0;

    for (size_t i = 0; i < text.len; i++)
        spaces += text.ptr[i] == ' ';
    if (text.len == 0 || ahd_str_eq(text, f->reader->doc->section))
        return false;
    if ((unsigned char)text.ptr[0] < 0xD8)
        return has_small(text) && is_full_name(f, text);
    return spaces >= 1 && spaces <= 3 && is_name(f, text) &&
           !has_word_of_credits(f, text);
}

static bool has_date(const finder *f, ahd_str text)
{
    ahd_stamp stamp;
    size_t at = 0;

    return ahd_stamp_next(f->reader->in, text, &at, &stamp);
}

/* The name that stands between the title and the date, in a text of its own
 * or in the date's: «سلمى الدباغ», «السبت، 17 سبتمبر 2022». */
static bool take_before_date(finder *f, const ahd_title *title)
{
    const ahd_credits *c = &f->meta->credits;
    ahd_arena *arena = f->reader->scratch;

    for (uint32_t i = 0; i < c->count; i++) {
        const ahd_credit *one = &c->items[i];
        if (title->order == AHD_NONE || one->order <= title->order ||
            one->order > title->order + 4)
            continue;
        ahd_str text = ahd_draft_plain(arena, one->text);
        if (has_date(f, text)) {
            ahd_str name = before_mark(f, text);
            return name.len < text.len && is_bare_name(f, name) && add(f, name);
        }
        uint32_t k = i + 1;
        if (k < c->count && c->items[k].text.len <= 4) /* a dot or a bar */
            k++;
        if (k < c->count && is_bare_name(f, text) &&
            has_date(f, ahd_draft_plain(arena, c->items[k].text)))
            return add(f, text);
    }
    return false;
}

/* "By Jane Doe", or "By" and then a link with the name. */
static bool take_by(finder *f, const ahd_title *title)
{
    const ahd_credits *c = &f->meta->credits;
    ahd_arena *arena = f->reader->scratch;

    for (uint32_t i = 0; i < c->count; i++) {
        ahd_str rest, text = ahd_draft_plain(arena, c->items[i].text);
        if (!is_near(title, &c->items[i]))
            continue;
        bool by = is_by(f, text, &rest);
        if ((by && is_name(f, rest) && add(f, rest)) ||
            take_after_date(f, text))
            return true;
        if (!by || rest.len > 0 || i + 1 == c->count ||
            c->items[i + 1].order > c->items[i].order + 1)
            continue;
        ahd_str next =
            before_mark(f, ahd_draft_plain(arena, c->items[i + 1].text));
        if (is_name(f, next) && add(f, next))
            return true;
    }
    return false;
}

static const char *take_seen(finder *f, const ahd_title *title)
{
    if (take_marked(f, title, AHD_CREDIT_PROPERTY, true))
        return "itemprop author";
    if (take_marked(f, title, AHD_CREDIT_REL, true))
        return "rel=author";
    if (take_by(f, title))
        return "the line under the title";
    if (take_marked(f, title, AHD_CREDIT_LINK, true))
        return "a link to the author's page";
    if (take_marked(f, title, AHD_CREDIT_NAMED, true))
        return "a name marked as the author's";
    if (take_before_date(f, title))
        return "the name before the date";
    return NULL;
}

static ahd_str join(const finder *f)
{
    ahd_str parts[2 * NAMES];
    size_t count = 0;

    for (uint32_t i = 0; i < f->count; i++) {
        if (i > 0)
            parts[count++] = AHD_STR(", ");
        parts[count++] = f->names[i];
    }
    return ahd_reader_join(f->reader, parts, count);
}

static const char *find(finder *f, const ahd_title *title, ahd_str name)
{
    const char *from = take_told(f, 8, 99);

    if (from == NULL)
        from = take_seen(f, title);
    if (from == NULL && add(f, name))
        from = "a line of the text";
    if (from == NULL)
        from = take_told(f, 0, 8);
    if (from == NULL && (take_marked(f, title, AHD_CREDIT_PROPERTY, false) ||
                         take_marked(f, title, AHD_CREDIT_REL, false)))
        from = "rel=author";
    return from;
}

const char *ahd_byline_find(const ahd_reader *reader, const ahd_meta *meta,
                            const ahd_title *title, ahd_str name)
{
    finder f = {.reader = reader, .meta = meta};

    ahd_site_init(&f.site, reader->scratch, reader->doc->outlet,
                  reader->doc->url);
    const char *from = find(&f, title, name);

    if (from != NULL)
        reader->doc->byline = join(&f);
    return from;
}
