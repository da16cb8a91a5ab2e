#include "output/told_card.h"

#include "output/registry.h"

enum { MOST_DOCUMENTS = 20, MOST_KEY = 1 << 20 };

/* Which list of "told" each field stands in. */
static const struct list {
    const char *key;
    const char *field; /* NULL: of all others */
} lists[] = {{"values", NULL}, {"parties", "party"}, {"same_as", "same_as"}};

ahd_told_card ahd_told_card_start(const ahd_kb *kb, ahd_buf *out)
{
    return (ahd_told_card){
        .kb = kb, .w = {.out = out, .comma = true}, .last = AHD_BUF(MOST_KEY)};
}

static int list_of(ahd_str field)
{
    for (int i = 1; i < (int)(sizeof lists / sizeof *lists); i++)
        if (ahd_str_eq(field, ahd_str_from(lists[i].field)))
            return i;
    return 0;
}

/* ------------------------------------------------------------------ groups */

static void close_group(ahd_told_card *c)
{
    if (c->last.len == 0)
        return;
    ahd_writer_close(&c->w, ']');
    ahd_writer_key(&c->w, "count");
    ahd_writer_int(&c->w, c->count);
    ahd_writer_close(&c->w, '}');
    ahd_buf_clear(&c->last);
}

/* What was reached in the card loses its last brace, and gets it again. */
static void open_list(ahd_told_card *c, int list)
{
    if (c->list == list + 1)
        return;
    if (c->list > 0)
        ahd_writer_close(&c->w, ']');
    else {
        c->w.out->len--;
        ahd_writer_key(&c->w, "told");
        ahd_writer_open(&c->w, '{');
    }
    ahd_writer_key(&c->w, lists[list].key);
    ahd_writer_open(&c->w, '[');
    c->list = list + 1;
}

static void put_who(ahd_told_card *c, const ahd_told_row *row)
{
    uint32_t actor = ahd_kb_find_actor(c->kb, row->actor);

    ahd_writer_field(&c->w, "actor", row->actor);
    if (actor != AHD_KB_NONE) {
        const ahd_actor *known = ahd_kb_actor_at(c->kb, actor);
        ahd_writer_field(&c->w, "ar", ahd_kb_str(c->kb, known->ar));
        ahd_writer_field(&c->w, "en", ahd_kb_str(c->kb, known->en));
    }
    ahd_writer_field(&c->w, "name", row->name);
    ahd_writer_field(&c->w, "state", row->value);
}

static void put_value(ahd_told_card *c, const ahd_told_row *row)
{
    uint32_t place = AHD_KB_NONE;

    ahd_writer_field(&c->w, "field", row->field);
    ahd_writer_field(&c->w, "value", row->value);
    if (ahd_str_eq(row->field, AHD_STR("place")))
        place = ahd_registry_place(c->kb, row->value);
    if (place != AHD_KB_NONE)
        ahd_writer_field(&c->w, "ar",
                         ahd_kb_str(c->kb, ahd_kb_place_at(c->kb, place)->ar));
}

static void put_same(ahd_told_card *c, const ahd_told_row *row)
{
    ahd_writer_field(&c->w, "id", row->value);
    ahd_writer_field(&c->w, "how", AHD_STR("inferred"));
}

static void open_group(ahd_told_card *c, const ahd_told_row *row, int list)
{
    static void (*const put[])(ahd_told_card *, const ahd_told_row *) = {
        put_value, put_who, put_same};

    open_list(c, list);
    ahd_writer_open(&c->w, '{');
    put[list](c, row);
    ahd_writer_key(&c->w, "documents");
    ahd_writer_open(&c->w, '[');
    c->count = 0;
}

/* A byte that no value holds stands between the parts. */
static void write_key(ahd_buf *key, const ahd_told_row *row)
{
    ahd_buf_printf(key, "%.*s\n%.*s\n%.*s\n%.*s", AHD_STR_ARG(row->field),
                   AHD_STR_ARG(row->value), AHD_STR_ARG(row->actor),
                   AHD_STR_ARG(row->name));
}

/* -------------------------------------------------------------------- rows */

void ahd_told_card_add(ahd_told_card *c, const ahd_told_row *row)
{
    ahd_buf key = AHD_BUF(MOST_KEY);

    write_key(&key, row);
    if (!ahd_str_eq(ahd_buf_str(&key), ahd_buf_str(&c->last))) {
        close_group(c);
        open_group(c, row, list_of(row->field));
        ahd_buf_add(&c->last, ahd_buf_str(&key));
    }
    ahd_buf_finish(&key);
    if (c->count++ >= MOST_DOCUMENTS)
        return;
    ahd_writer_open(&c->w, '{');
    ahd_writer_field(&c->w, "id", row->document);
    ahd_writer_field(&c->w, "outlet", row->outlet);
    ahd_writer_close(&c->w, '}');
}

void ahd_told_card_finish(ahd_told_card *c)
{
    close_group(c);
    if (c->list > 0) {
        ahd_writer_close(&c->w, ']');
        ahd_writer_close(&c->w, '}');
        ahd_writer_close(&c->w, '}');
    }
    c->w.out->failed |= c->last.failed;
    ahd_buf_finish(&c->last);
}
