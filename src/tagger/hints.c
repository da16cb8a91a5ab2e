#include "tagger/hints.h"

typedef struct sheet {
    uint32_t *rows;
    uint32_t count;
} sheet;

/* Every call of a word is another question. */
static inline void ask(sheet *s, uint64_t a, uint64_t b)
{
    uint64_t hash =
        (a ^ (s->count + 1) * 0x9E3779B97F4A7C15ull) * 0xD6E8FEB86659FD93ull;

    hash = (hash ^ hash >> 32 ^ b) * 0xCA5A826395121157ull;
    s->rows[s->count++] = (uint32_t)(hash >> (64 - AHD_NAME_ROW_BITS));
}

/* Letters of Arabic have two bytes. */
static uint64_t prefix(uint64_t bytes, int letters)
{
    return bytes & ((1ull << 16 * letters) - 1);
}

static uint64_t suffix(uint64_t bytes, int letters)
{
    return bytes >> (64 - 16 * letters);
}

static uint64_t likes(const ahd_look *w)
{
    return w->like[0] | (uint64_t)w->like[1] << 8 | (uint64_t)w->like[2] << 16;
}

static void ask_word(sheet *s, const ahd_look *w)
{
    uint64_t clitics = w->article | (uint64_t)w->pro << 1;

    ask(s, w->host, 0);
    ask(s, w->bare, clitics);
    ask(s, w->lemma, w->pos);
    for (int n = 2; n <= 3; n++) {
        ask(s, suffix(w->ends, n), w->article);
        ask(s, prefix(w->begins, n), w->article);
    }
    ask(s, w->ends, 0);
    ask(s, w->begins, 0);
    ask(s, w->form, 0);
    ask(s, w->pos, clitics);
    ask(s, w->fine, 0);
    ask(s, w->coarse, w->pos);
    ask(s, w->often, w->form & 0x1FF);
    ask(s, w->known, 0);
    ask(s, w->known & AHD_LOOK_NAMES, w->pos);
    ask(s, w->listed, w->form & 0x1FF);
    ask(s, likes(w), w->pos | w->often / 4u << 8);
    ask(s, w->sport, w->known & AHD_LOOK_NAMES);
    ask(s, w->sport, w->fine);
    ask(s, w->sport | likes(w) << 1, w->pos);
}

static void ask_near(sheet *s, const ahd_look *w)
{
    const ahd_look *l = w - 1, *r = w + 1;

    ask(s, l->host, 0);
    ask(s, r->host, 0);
    ask(s, l[-1].host, 0);
    ask(s, r[1].host, 0);
    ask(s, l->bare, w->bare);
    ask(s, r->bare, w->bare);
    ask(s, l->lemma, w->pos);
    ask(s, r->lemma, w->pos);
    ask(s, likes(l), likes(w));
    ask(s, likes(r), likes(w));
    ask(s, l->fine, w->pos);
    ask(s, r->fine, w->pos);
    ask(s, l[-1].fine, 0);
    ask(s, r[1].fine, 0);
    ask(s, l->coarse, w->coarse);
    ask(s, r->coarse, w->coarse);
    ask(s, l->coarse, (uint64_t)r->coarse << 8 | w->pos);
}

static void ask_sentence(sheet *s, const ahd_look *w)
{
    const ahd_look *l = w - 1, *r = w + 1;
    uint64_t form = w->form & 0x1FF, before = l->form & 0x1FF,
             after = r->form & 0x9FF;

    ask(s, form, before);
    ask(s, form, after);
    ask(s, form, before << 16 | after);
    ask(s, (uint64_t)l[-1].pos << 8 | l->pos, form);
    ask(s, (uint64_t)r[1].pos << 8 | r->pos, form);
    ask(s, l->known, w->known & AHD_LOOK_NAMES);
    ask(s, r->known, w->known & AHD_LOOK_NAMES);
    ask(s, l->known, w->pos);
    ask(s, r->known, w->pos);
    ask(s, l->listed | (uint64_t)w->listed << 8 | (uint64_t)r->listed << 16,
        w->pos);
    ask(s, l->listed, w->fine);
    ask(s, w->head, 0);
    ask(s, w->link, form);
}

uint32_t ahd_hints_of(const ahd_look *word, uint32_t rows[AHD_HINTS_MOST])
{
    sheet s = {rows, 0};

    ask_word(&s, word);
    ask_near(&s, word);
    ask_sentence(&s, word);
    return s.count;
}

void ahd_hints_told(uint32_t pos, uint32_t told, uint32_t rows[AHD_HINTS_TOLD])
{
    sheet s = {rows, 0};

    ask(&s, told, 1u << 20);
    ask(&s, told, 1u << 21 | pos);
}
