#include "morph/clitics.h"

#include "base/utf8.h"

#include <string.h>

/* What can stand before a word, in order of trial. */
typedef struct prefix {
    ahd_str text;
    uint16_t bit;
} prefix;

#define TEXT(literal)                                                          \
    {                                                                          \
        (literal), sizeof(literal) - 1                                         \
    }
static const prefix conjunctions[] = {{TEXT(""), 0},
                                      {TEXT("و"), AHD_PRO_WA},
                                      {TEXT("ف"), AHD_PRO_FA},
                                      {{NULL, 0}, 0}};
static const prefix particles[] = {
    {TEXT(""), 0},           {TEXT("ب"), AHD_PRO_BI}, {TEXT("ل"), AHD_PRO_LI},
    {TEXT("ك"), AHD_PRO_KA}, {TEXT("س"), AHD_PRO_SA}, {{NULL, 0}, 0}};
static const ahd_str pronouns[] = {TEXT("ه"),   TEXT("ها"), TEXT("هم"),
                                   TEXT("هما"), TEXT("نا"), TEXT("هن")};

static const ahd_str article = {"ال", 4};

static ahd_str after(ahd_str s, size_t bytes)
{
    return (ahd_str){s.ptr + bytes, s.len - bytes};
}

/* `s` without `p`; len 0 when it does not start so or little would be left. */
static ahd_str strip(ahd_str s, ahd_str text)
{
    if (text.len == 0)
        return s;
    if (!ahd_str_starts(s, text) || s.len < text.len + 4)
        return (ahd_str){s.ptr, 0};
    return after(s, text.len);
}

/* ل before the article swallows its alef: "للجيش" is ل + الجيش. */
static ahd_str restore_article(ahd_arena *arena, ahd_str host)
{
    char *out = ahd_arena_alloc(arena, 1, host.len + 3);

    memcpy(out, "\xD8\xA7", 2);
    memcpy(out + 2, host.ptr, host.len);
    return (ahd_str){out, host.len + 2};
}

/* "اتفاقيت" (before a pronoun) as it is written alone: "اتفاقيه", folded. */
static ahd_str close_ta(ahd_arena *arena, ahd_str host)
{
    char *out = ahd_arena_alloc(arena, 1, host.len + 1);

    memcpy(out, host.ptr, host.len - 2);
    memcpy(out + host.len - 2, "\xD9\x87", 2);
    return (ahd_str){out, host.len};
}

static ahd_reading look_up(const ahd_kb *kb, ahd_str host, uint16_t pro)
{
    ahd_reading r = {.host = host, .pro = pro};

    r.sym = ahd_kb_symbol(kb, host);
    r.bare = r.sym;
    if (host.len > 6 && ahd_str_starts(host, article)) {
        r.bare = ahd_kb_symbol(kb, after(host, article.len));
        /* «التقى» only looks as if it had an article. */
        if (r.bare != 0 || r.sym == 0)
            r.pro |= AHD_PRO_AL;
        else
            r.bare = r.sym;
    }
    return r;
}

static bool add(ahd_token *t, ahd_reading r)
{
    for (int i = 0; i < t->readings; i++)
        if (ahd_str_eq(t->reading[i].host, r.host))
            return true;
    if (t->readings == AHD_READINGS)
        return false;
    t->reading[t->readings++] = r;
    return true;
}

/* A hamza on its chair before a pronoun ("لقاي" of لقائه, "لقاو" of لقاؤه) as
 * it is written alone: لقاء. */
static ahd_str free_hamza(ahd_arena *arena, ahd_str host)
{
    char *out = ahd_arena_alloc(arena, 1, host.len + 1);

    memcpy(out, host.ptr, host.len - 2);
    memcpy(out + host.len - 2, "\xD8\xA1", 2);
    return (ahd_str){out, host.len};
}

static bool ends_in_chair(ahd_str host)
{
    return ahd_str_ends(host, AHD_STR("اي")) ||
           ahd_str_ends(host, AHD_STR("او"));
}

/* The host with a pronoun taken off; ت before it may stand for ة (here ه). */
static void add_without_pronoun(const ahd_kb *kb, ahd_token *t,
                                const ahd_reading *whole, ahd_arena *arena)
{
    uint16_t pro = whole->pro & ~(unsigned)AHD_PRO_AL;

    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++) {
        ahd_str tail = pronouns[i];
        ahd_str host = whole->host;
        if (!ahd_str_ends(host, tail) || host.len < tail.len + 6)
            continue;
        host.len -= tail.len;
        ahd_reading r = look_up(kb, host, pro);
        if (r.bare == 0 && ahd_str_ends(host, AHD_STR("ت")))
            r = look_up(kb, close_ta(arena, host), pro);
        if (r.bare == 0 && ends_in_chair(host))
            r = look_up(kb, free_hamza(arena, host), pro);
        r.suffix = 1;
        if (r.sym != 0 || r.bare != 0)
            add(t, r);
    }
}

/* A split whose host the kb knows, and those that take a pronoun off it. */
static void add_known(const ahd_kb *kb, ahd_token *t, ahd_reading r,
                      ahd_arena *arena)
{
    if (r.sym != 0 || r.bare != 0)
        add(t, r);
    if (r.sym == 0)
        add_without_pronoun(kb, t, &r, arena);
}

static void add_splits(const ahd_kb *kb, ahd_token *t, ahd_str form,
                       ahd_arena *arena)
{
    for (const prefix *c = conjunctions; c->text.ptr; c++) {
        ahd_str rest = strip(form, c->text);
        for (const prefix *p = particles; rest.len > 0 && p->text.ptr; p++) {
            ahd_str host = strip(rest, p->text);
            if (host.len == 0)
                continue;
            add_known(kb, t, look_up(kb, host, c->bit | p->bit), arena);
            if (p->bit == AHD_PRO_LI && ahd_str_starts(host, AHD_STR("ل")))
                add_known(
                    kb, t,
                    look_up(kb, restore_article(arena, host), c->bit | p->bit),
                    arena);
        }
    }
}

/* A word the kb does not know: what its spelling alone says. */
static void add_unknown(const ahd_kb *kb, ahd_token *t, ahd_arena *arena)
{
    static const prefix sure[] = {
        {TEXT("وال"), AHD_PRO_WA}, {TEXT("فال"), AHD_PRO_FA},
        {TEXT("بال"), AHD_PRO_BI}, {TEXT("كال"), AHD_PRO_KA},
        {TEXT("لل"), AHD_PRO_LI},  {{NULL, 0}, 0}};

    for (const prefix *p = sure; p->text.ptr; p++) {
        if (!ahd_str_starts(t->form, p->text) || t->form.len < p->text.len + 4)
            continue;
        ahd_str host = after(t->form, 2);
        if (p->bit == AHD_PRO_LI)
            host = restore_article(arena, host);
        add(t, look_up(kb, host, p->bit));
    }
    add(t, look_up(kb, t->form, 0));
}

void ahd_clitics_split(const ahd_kb *kb, ahd_token *t, ahd_arena *arena)
{
    ahd_reading whole = look_up(kb, t->form, 0);

    t->sym = whole.sym;
    t->bare = whole.bare;
    if (t->kind != AHD_TOKEN_WORD || !(t->flags & AHD_TOKEN_ARABIC)) {
        add(t, whole);
        return;
    }
    add_splits(kb, t, t->form, arena);
    if (t->readings == 0)
        add_unknown(kb, t, arena);
}
