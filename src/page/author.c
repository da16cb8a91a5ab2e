#include "author.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "creditword.h"
#include "furniture.h"
#include "stamp.h"

#include <string.h>

enum {
    NAME_BYTES = 120,
    SEEN_BYTES = 60, /* of a name that is only seen */
    SEEN_WORDS = 5,
};

static bool has(ahd_str text, const char *part)
{
    return ahd_str_find(text, ahd_str_from(part)) < text.len;
}

/* Marks at the end of a name. */
static bool is_mark(char c)
{
    static const char marks[] = ",;:|/-\"";

    return memchr(marks, c, sizeof marks - 1) != NULL;
}

/* What stands in no name that is only seen. */
static bool is_no_letter(char c)
{
    static const char others[] = "0123456789?!:|/@#";

    return memchr(others, c, sizeof others - 1) != NULL;
}

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
static bool ends_title(const ahd_author *author, ahd_str name)
{
    ahd_str head = author->head;

    return name.len + 3 < head.len &&
           ((ahd_str_ends(head, name) &&
             head.ptr[head.len - name.len - 1] == ' ') ||
            (ahd_str_starts(head, name) && head.ptr[name.len] == ' '));
}

/* Is it the site by its name, or by its address: "Daily", "daily.com"? People
 * have sites that are named after them. */
static bool is_site(const ahd_author *author, ahd_str name)
{
    ahd_str url = author->url;

    if (has(name, ".") && !has(name, " ") && name.len > 4 &&
        ahd_str_find(url, name) < url.len)
        return true;
    if (ahd_ascii_same(name, author->outlet))
        return true;
    return (ahd_site_is(&author->site, author->arena, name) ||
            ends_title(author, name)) &&
           !is_person(name);
}

bool ahd_author_is(const ahd_author *author, ahd_str name)
{
    ahd_str rest;

    return name.len > 1 && name.len < NAME_BYTES && name.ptr[0] != ',' &&
           !has(name, "://") && !has(name, "www.") && !has(name, ".jpg") &&
           !has(name, ".png") && !has(name, "{") && !has(name, "<") &&
           is_word(name) && !is_site(author, name) &&
           ahd_furniture_of(author->in, name, &rest) != AHD_FURNITURE_NO_AUTHOR;
}

/* "By Jane Doe" -> "Jane Doe" */
static ahd_str without_by(const ahd_author *author, ahd_str name)
{
    ahd_str rest;

    return ahd_furniture_of(author->in, name, &rest) == AHD_FURNITURE_BYLINE
               ? rest
               : name;
}

/* "Jane Doe, Daily", "Jane Doe | Daily" -> "Jane Doe" */
static ahd_str without_site(const ahd_author *author, ahd_str name)
{
    static const char *const marks[] = {" | ", " - ", " – ", ", ", " / "};
    ahd_str outlet = author->outlet;

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        ahd_str mark = ahd_str_from(marks[i]);
        size_t at = ahd_str_find(name, mark);
        if (at == name.len || outlet.len == 0)
            continue;
        ahd_str tail = {name.ptr + at + mark.len, name.len - at - mark.len};
        if (ahd_ascii_same(tail, outlet))
            return (ahd_str){name.ptr, at};
        if (ahd_ascii_same((ahd_str){name.ptr, at}, outlet))
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

ahd_str ahd_author_clean(const ahd_author *author, ahd_str name)
{
    name = without_mail(without_by(author, ahd_str_trim(name)));
    name = without_site(author, name);
    while (name.len > 0 && is_mark(name.ptr[name.len - 1]))
        name = ahd_str_trim((ahd_str){name.ptr, name.len - 1});
    if (name.len > 0 && name.ptr[0] == '"')
        name = (ahd_str){name.ptr + 1, name.len - 1};
    return name;
}

size_t ahd_author_letter(ahd_str text)
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
static bool is_nobody(const ahd_author *author, ahd_str text)
{
    size_t at = ahd_author_letter(text);
    uint32_t value;

    if (at == text.len)
        return true;
    ahd_creditword kind = ahd_creditword_at(author->in, text, &at, &value);
    return kind == AHD_CREDITWORD_PUBLISHED || kind == AHD_CREDITWORD_UPDATED ||
           kind == AHD_CREDITWORD_NEVER ||
           (at == text.len && kind != AHD_CREDITWORD_NONE);
}

/* A few words that begin large, or are of a script that has no such letters. */
bool ahd_author_looks(const ahd_author *author, ahd_str text)
{
    size_t words = 1, at = 0;

    if (text.len < 3 || text.len > SEEN_BYTES)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        words += text.ptr[i] == ' ';
        if (is_no_letter(text.ptr[i]))
            return false;
    }
    uint32_t c = ahd_utf8_next(text, &at);
    return words <= SEEN_WORDS && ahd_creditword_letter(c) &&
           !(c >= 'a' && c <= 'z') && !is_nobody(author, text);
}

/* First name and last, both large. */
bool ahd_author_full(const ahd_author *author, ahd_str text)
{
    size_t space = ahd_str_find(text, AHD_STR(" "));

    if (space >= text.len || !ahd_author_looks(author, text))
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

/* "PM EST" behind a date is no name. */
static bool has_small(ahd_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((text.ptr[i] >= 'a' && text.ptr[i] <= 'z') ||
            (unsigned char)text.ptr[i] >= 0x80)
            return true;
    return false;
}

/* «جانب من الاجتماع»: no name has such a word in it. */
static bool has_word_of_credits(const ahd_author *author, ahd_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t value;
        size_t next = at;
        if (!ahd_creditword_letter(ahd_utf8_next(text, &next)))
            at = next;
        else if (ahd_creditword_at(author->in, text, &at, &value) !=
                 AHD_CREDITWORD_NONE)
            return true;
    }
    return false;
}

/* A name of two to four words of a script without capitals, or a full one. */
bool ahd_author_bare(const ahd_author *author, ahd_str text)
{
    size_t spaces = 0;

    for (size_t i = 0; i < text.len; i++)
        spaces += text.ptr[i] == ' ';
    if (text.len == 0 || ahd_str_eq(text, author->section))
        return false;
    if ((unsigned char)text.ptr[0] < 0xD8)
        return has_small(text) && ahd_author_full(author, text);
    return spaces >= 1 && spaces <= 3 && ahd_author_looks(author, text) &&
           !has_word_of_credits(author, text);
}

/* Without the words before a date: «في الثلاثاء», "on". */
static ahd_str without_links(const ahd_author *author, ahd_str text)
{
    for (;;) {
        size_t at = text.len, from;
        uint32_t value;
        text = ahd_str_trim(text);
        at = text.len;
        while (at > 0 && text.ptr[at - 1] != ' ')
            at--;
        from = at;
        at += ahd_author_letter((ahd_str){text.ptr + at, text.len - at});
        if (from == 0)
            return text;
        ahd_creditword kind =
            at == text.len ? AHD_CREDITWORD_LINK
                           : ahd_creditword_at(author->in, text, &at, &value);
        if (kind == AHD_CREDITWORD_NONE || kind == AHD_CREDITWORD_BY)
            return text;
        text.len = from;
    }
}

/* "Jane Doe | 9 March" -> "Jane Doe"; so «لينا السمان في الثلاثاء 16 أبريل» */
ahd_str ahd_author_before_mark(const ahd_author *author, ahd_str text)
{
    static const char *const marks[] = {" | ", " • ", " · ", " – ",
                                        " - ", " / ", "/"};
    ahd_stamp stamp;
    size_t at = 0;

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        text.len = ahd_str_find(text, ahd_str_from(marks[i]));
    if (ahd_stamp_next(author->in, text, &at, &stamp)) {
        text.len = stamp.first;
        text = without_links(author, text);
    }
    return ahd_str_trim(text);
}

/* Does it begin with a word of writing? `rest`: the name after it. */
bool ahd_author_after_by(const ahd_author *author, ahd_str text, ahd_str *rest)
{
    size_t at = ahd_author_letter(text);
    uint32_t value;

    if (at < text.len &&
        ahd_creditword_at(author->in, text, &at, &value) == AHD_CREDITWORD_BY) {
        ahd_str after = {text.ptr + at, text.len - at};
        size_t skip = ahd_author_letter(after);
        *rest = ahd_author_before_mark(
            author, (ahd_str){after.ptr + skip, after.len - skip});
        return true;
    }
    if (ahd_furniture_of(author->in, text, rest) != AHD_FURNITURE_BYLINE)
        return false;
    *rest = ahd_author_before_mark(author, *rest);
    return true;
}
