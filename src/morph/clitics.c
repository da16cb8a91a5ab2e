#include "morph/clitics.h"

#include <string.h>

/* Fewer letters are no host; every Arabic letter is two bytes. */
enum { LETTER = 2, SHORTEST = 2 * LETTER };

static const ahd_str article = {"ال", 4};

static ahd_str after(ahd_str s, size_t bytes)
{
    return (ahd_str){s.ptr + bytes, s.len - bytes};
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

static bool is_known(const ahd_reading *r)
{
    return r->sym != 0 || r->bare != 0;
}

static void add(ahd_token *t, ahd_reading r)
{
    if (t->readings < AHD_READINGS)
        t->reading[t->readings++] = r;
}

static void add_known(ahd_token *t, ahd_reading r)
{
    if (is_known(&r))
        add(t, r);
}

static uint16_t proclitic(ahd_str letter)
{
    static const struct {
        const char *letter;
        uint16_t bit;
    } all[] = {{"و", AHD_PRO_WA}, {"ف", AHD_PRO_FA}, {"ب", AHD_PRO_BI},
               {"ل", AHD_PRO_LI}, {"ك", AHD_PRO_KA}, {"س", AHD_PRO_SA}};

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (ahd_str_starts(letter, (ahd_str){all[i].letter, LETTER}))
            return all[i].bit;
    return 0;
}

/* ل before the article swallows its alef: "للجيش" is ل + الجيش. */
static ahd_str restore_article(ahd_arena *arena, ahd_str host)
{
    char *out = ahd_arena_alloc(arena, 1, host.len + LETTER);

    memcpy(out, article.ptr, LETTER);
    memcpy(out + LETTER, host.ptr, host.len);
    return (ahd_str){out, host.len + LETTER};
}

/* What stands before a pronoun, as it is written alone: ت may be ة (here ه),
 * a hamza may have left its chair («لقائه», «لقاؤه»: لقاء). It has no article:
 * «إلغائه» is no ال with a word after it. */
static ahd_reading look_up_alone(const ahd_kb *kb, ahd_str host, uint16_t pro,
                                 ahd_arena *arena)
{
    static const char *const ends[][2] = {{"ت", "ه"}, {"ي", "ء"}, {"و", "ء"}};
    ahd_reading r = look_up(kb, host, pro);

    for (size_t i = 0; i < sizeof ends / sizeof *ends && r.sym == 0; i++) {
        if (!ahd_str_ends(host, ahd_str_from(ends[i][0])))
            continue;
        char *out = ahd_arena_alloc(arena, 1, host.len);
        memcpy(out, host.ptr, host.len);
        memcpy(out + host.len - LETTER, ends[i][1], LETTER);
        r = look_up(kb, (ahd_str){out, host.len}, pro);
    }
    if (r.sym == 0)
        r.bare = 0;
    r.suffix = 1;
    return r;
}

/* The host where `cut` leaves it. It keeps a pronoun with which the kb knows
 * it: «أنه», «فيه» alone; what is longer, «استقباله» of «خلال استقباله», is
 * read both ways. The kb knows the host, or it is the first. */
static void add_host(const ahd_kb *kb, ahd_cut cut, ahd_token *t,
                     ahd_arena *arena)
{
    ahd_str host = t->form;
    uint16_t pro = 0;

    for (size_t i = 0; i < cut.proclitics; i++) {
        pro |= proclitic(host);
        host = after(host, LETTER);
    }
    ahd_reading r = look_up(kb, host, pro);
    if (cut.pronoun > 0 &&
        (r.sym == 0 || host.len - cut.pronoun >= 3 * LETTER)) {
        ahd_str alone = {host.ptr, host.len - cut.pronoun};
        ahd_reading without = look_up_alone(kb, alone, pro, arena);
        if (r.sym != 0)
            add(t, r);
        if (is_known(&without))
            add(t, without);
        if (is_known(&without) || r.sym != 0)
            return;
    }
    if (pro & AHD_PRO_LI && ahd_str_starts(host, AHD_STR("ل"))) {
        add_known(t, r);
        r = look_up(kb, restore_article(arena, host), pro);
    }
    if (t->readings == 0 || is_known(&r))
        add(t, r);
}

/* A proclitic that the segments leave on a word the kb does not know; of و and
 * ف, on any: «ودعا» is a verb of its own, but in the news it is و + دعا. */
static void add_joined(const ahd_kb *kb, ahd_token *t)
{
    uint16_t pro = proclitic(t->form);
    bool often = (pro & (AHD_PRO_WA | AHD_PRO_FA)) != 0;

    if (pro == 0 || t->form.len < LETTER + SHORTEST)
        return;
    if (often || !is_known(&t->reading[0]))
        add_known(t, look_up(kb, after(t->form, LETTER), pro));
}

void ahd_clitics_split(const ahd_kb *kb, ahd_cut cut, ahd_token *t,
                       ahd_arena *arena)
{
    ahd_reading whole = look_up(kb, t->form, 0);

    t->sym = whole.sym;
    t->bare = whole.bare;
    if (LETTER * cut.proclitics + SHORTEST + cut.pronoun > t->form.len)
        cut = (ahd_cut){0, 0};
    bool joined = cut.proclitics == 0 && t->kind == AHD_TOKEN_WORD;
    for (; cut.proclitics > 0; cut.proclitics--)
        add_host(kb, cut, t, arena);
    add_host(kb, cut, t, arena);
    if (joined)
        add_joined(kb, t);
}
