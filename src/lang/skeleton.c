#include "lang/skeleton.h"

#include "base/utf8.h"

/* Classes of sound; 0 is no consonant. */
enum { NONE, B, F, L, R, M, N, T, S, K, H };

/* U+0621 to U+064A, folded: the transliterations of one letter are one class,
 * and the letters of one transliteration. */
static const uint8_t arabic[] = {
    ['\x28'] = B, /* ب */
    ['\x2A'] = T, /* ت */
    ['\x2B'] = T, /* ث */
    ['\x2C'] = K, /* ج */
    ['\x2D'] = H, /* ح */
    ['\x2E'] = K, /* خ */
    ['\x2F'] = T, /* د */
    ['\x30'] = T, /* ذ */
    ['\x31'] = R, /* ر */
    ['\x32'] = S, /* ز */
    ['\x33'] = S, /* س */
    ['\x34'] = S, /* ش */
    ['\x35'] = S, /* ص */
    ['\x36'] = T, /* ض */
    ['\x37'] = T, /* ط */
    ['\x38'] = T, /* ظ */
    ['\x3A'] = K, /* غ */
    ['\x41'] = F, /* ف */
    ['\x42'] = K, /* ق */
    ['\x43'] = K, /* ك */
    ['\x44'] = L, /* ل */
    ['\x45'] = M, /* م */
    ['\x46'] = N, /* ن */
    ['\x47'] = H, /* ه */
    ['\x4A'] = NONE,
};

static const uint8_t latin[26] = {
    ['b' - 'a'] = B, ['p' - 'a'] = B, ['f' - 'a'] = F, ['v' - 'a'] = F,
    ['l' - 'a'] = L, ['r' - 'a'] = R, ['m' - 'a'] = M, ['n' - 'a'] = N,
    ['t' - 'a'] = T, ['d' - 'a'] = T, ['s' - 'a'] = S, ['z' - 'a'] = S,
    ['x' - 'a'] = S, ['c' - 'a'] = K, ['g' - 'a'] = K, ['j' - 'a'] = K,
    ['k' - 'a'] = K, ['q' - 'a'] = K, ['h' - 'a'] = H,
};

static uint8_t class_of(uint32_t c)
{
    if (c >= 'a' && c <= 'z')
        return latin[c - 'a'];
    if (c > 0x620 && c <= 0x64A)
        return arabic[c - 0x600];
    switch (c) {
    case 0x67E: /* پ */
        return B;
    case 0x6A4: /* ڤ */
        return F;
    case 0x686: /* چ */
        return S;
    case 0x6AF: /* گ */
        return K;
    default:
        return NONE;
    }
}

/* What a letter of Latin and h say together: "sh" is one sound, "ph" another;
 * in others h is a sound of its own, or none ("Ahmed", "Bouteflikha"). */
static uint8_t with_h(uint32_t c)
{
    switch (c) {
    case 's':
    case 'c':
        return S;
    case 'k':
    case 'g':
        return K;
    case 't':
    case 'd':
        return T;
    case 'p':
        return F;
    default:
        return NONE;
    }
}

/* The first of two letters for one sound: "ck", "dj", "tch". */
static bool is_silent(ahd_str word, size_t at)
{
    static const char *const pairs[] = {"ck", "dj", "tch"};
    ahd_str rest = {word.ptr + at, word.len - at};

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (ahd_str_starts(rest, ahd_str_from(pairs[i])))
            return true;
    return false;
}

static bool is_soft(char c)
{
    return c == 'e' || c == 'i' || c == 'y';
}

static ahd_skeleton add_one(ahd_skeleton s, uint8_t class)
{
    if (class == NONE || s >> (4 * (AHD_SKELETON_LONGEST - 1)))
        return s;
    return s << 4 | class;
}

/* ------------------------------------------------------------------ words */

static ahd_str after(ahd_str s, size_t bytes)
{
    return (ahd_str){s.ptr + bytes, s.len - bytes};
}

static bool is_one(ahd_str word, const char *const *list)
{
    for (; *list; list++)
        if (ahd_str_is(word, *list))
            return true;
    return false;
}

/* Articles and links, that are written or not. */
static bool is_loose(ahd_str word)
{
    static const char *const words[] = {"ال",  "بن",  "ابن", "al", "el",  "ul",
                                        "as",  "ash", "ar",  "an", "ad",  "at",
                                        "bin", "ben", "bn",  "az", "ibn", NULL};

    return is_one(word, words);
}

/* «عبدالله», "abdullah": a word for servant and what it governs. */
static ahd_skeleton take_servant(ahd_skeleton s, ahd_str *word)
{
    static const char *const servants[] = {"عبدال", "abdul", "abdel", "abdal",
                                           "abdol", "abd",   NULL};

    for (const char *const *one = servants; *one; one++) {
        ahd_str servant = ahd_str_from(*one);
        if (!ahd_str_starts(*word, servant))
            continue;
        *word = after(*word, servant.len);
        return add_one(add_one(s, B), T);
    }
    return s;
}

static ahd_skeleton add_latin(ahd_skeleton s, ahd_str word)
{
    char last = 0;

    for (size_t i = 0; i < word.len; i++) {
        char c = word.ptr[i], next = i + 1 < word.len ? word.ptr[i + 1] : 0;
        if (c == last || c < 'a' || c > 'z')
            continue;
        last = c;
        uint8_t both = next == 'h' ? with_h((uint32_t)c) : NONE;
        if (both != NONE) {
            s = add_one(s, both);
            i++;
            last = 0;
        } else if (c == 'x') {
            s = add_one(add_one(s, K), S);
        } else if (c == 'c' && is_soft(next)) {
            s = add_one(s, S);
        } else if (is_silent(word, i)) {
            continue;
        } else if (c != 'h' || next != 0) {
            s = add_one(s, class_of((uint32_t)(unsigned char)c));
        }
    }
    return s;
}

/* «تش» is "ch". */
static ahd_skeleton add_arabic(ahd_skeleton s, ahd_str word)
{
    uint32_t last = 0;

    for (size_t at = 0; at < word.len;) {
        uint32_t c = ahd_utf8_next(word, &at);
        bool ends = at == word.len && class_of(c) == H;
        bool joins =
            c == 0x62A && ahd_str_starts(after(word, at), AHD_STR("ش"));
        if (c != last && !ends && !joins)
            s = add_one(s, class_of(c));
        last = c;
    }
    return s;
}

static ahd_skeleton add_word(ahd_skeleton s, ahd_str word)
{
    ahd_str article = AHD_STR("ال");

    if (word.len == 0 || is_loose(word))
        return s;
    s = take_servant(s, &word);
    if (word.len > 0 && (unsigned char)word.ptr[0] < 0x80)
        return add_latin(s, word);
    if (word.len > article.len + 2 && ahd_str_starts(word, article))
        word = after(word, article.len);
    return add_arabic(s, word);
}

ahd_skeleton ahd_skeleton_add(ahd_skeleton before, ahd_str words)
{
    size_t from = 0;

    for (size_t i = 0; i <= words.len; i++)
        if (i == words.len || words.ptr[i] == ' ' || words.ptr[i] == '-') {
            before = add_word(before, (ahd_str){words.ptr + from, i - from});
            from = i + 1;
        }
    return before;
}

int ahd_skeleton_length(ahd_skeleton skeleton)
{
    int length = 0;

    for (; skeleton; skeleton >>= 4)
        length++;
    return length;
}
