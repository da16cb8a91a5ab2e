/* gazetteer.c - the cities and regions of Debian's geonames as rows of places.
 *
 *     LC_ALL=C.UTF-8 gazetteer data > places.tsv
 *
 * Which cities: data/gazetteer. What data/places has already is left out: a
 * city of the same country within a few kilometres. A region is where its
 * people are, on average. Arabic names are those of the package, else read
 * back from the romanised ones (romanised.h). */
#include "romanised.h"

#include "base/arena.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <geonames.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucasemap.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

enum { MOST = 1 << 12, UNITS = 512, LEAST_REGION = 50000 };

/* Degrees: about ten kilometres. */
static const double near_by = 0.1;

typedef struct country {
    ahd_str code;
    unsigned least;
    bool arabic;
} country;

typedef struct place {
    ahd_str code, en, ar, raw, region; /* raw: `en` as the package has it */
    double lat, lon;
    unsigned people;
} place;

typedef AHD_VEC(place) places;

typedef struct maker {
    ahd_arena *arena;
    AHD_VEC(country) countries;
    places known, cities, regions;
    ahd_map ids;        /* id: how many have it */
    ahd_map regions_by; /* country/region: its row + 1 */
    UTransliterator *ascii;
    UCaseMap *cases;
} maker;

/* glibc looks its catalogues up anew when this changes. */
extern int _nl_msg_cat_cntr;

/* ------------------------------------------------------------------ words */

static ahd_str keep(maker *m, ahd_str s)
{
    char *copy = ahd_arena_alloc(m->arena, 1, s.len + 1);

    memcpy(copy, s.ptr, s.len);
    return (ahd_str){copy, s.len};
}

static ahd_str lower(maker *m, ahd_str s)
{
    char out[MOST];
    UErrorCode error = U_ZERO_ERROR;
    int32_t len = ucasemap_utf8ToLower(m->cases, out, MOST, s.ptr,
                                       (int32_t)s.len, &error);

    return keep(m, (ahd_str){out, U_SUCCESS(error) ? (size_t)len : 0});
}

/* «Şurmān»: Surman. */
static ahd_str to_ascii(maker *m, ahd_str s)
{
    UChar units[UNITS];
    char out[MOST];
    UErrorCode error = U_ZERO_ERROR;
    int32_t len = 0, bytes = 0;

    u_strFromUTF8(units, UNITS, &len, s.ptr, (int32_t)s.len, &error);
    int32_t limit = len;
    utrans_transUChars(m->ascii, units, &len, UNITS, 0, &limit, &error);
    u_strToUTF8(out, MOST, &bytes, units, len, &error);
    if (U_FAILURE(error))
        return s;
    size_t kept = 0;
    for (int32_t i = 0; i < bytes; i++)
        if (out[i] != '\'' && out[i] != '`')
            out[kept++] = out[i];
    return keep(m, (ahd_str){out, kept});
}

/* Letters of Arabic alone, without vowels and marks of direction; empty when
 * the name is in another script. */
static ahd_str arabic_only(maker *m, ahd_str s)
{
    char out[MOST];
    size_t len = 0;

    for (size_t at = 0; at < s.len && len + 4 < MOST;) {
        uint32_t c = ahd_utf8_next(s, &at);
        if (c < 0x80 ? c != ' ' && c != '-' : c < 0x600)
            return AHD_STR("");
        if ((c >= 0x64B && c <= 0x652) || c == 0x640 || c > 0x6FF)
            continue;
        len += ahd_utf8_write(c == '-' ? ' ' : c, out + len);
    }
    return keep(m, ahd_str_trim((ahd_str){out, len}));
}

static ahd_str without(ahd_str s, const char *const *heads)
{
    for (; *heads; heads++)
        if (ahd_str_starts(s, ahd_str_from(*heads)))
            return (ahd_str){s.ptr + strlen(*heads), s.len - strlen(*heads)};
    return s;
}

static ahd_str slug(maker *m, const place *p)
{
    char out[MOST];
    size_t len = 0;
    ahd_str name = lower(m, p->en);

    len += (size_t)snprintf(out, MOST, "%.*s", AHD_STR_ARG(p->code));
    for (size_t i = 0; i < name.len && len + 2 < MOST; i++) {
        char c = name.ptr[i];
        bool good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (good || out[len - 1] != '-')
            out[len++] = good ? c : '-';
        if (i == 0 && good) {
            out[len] = out[len - 1];
            out[len++ - 1] = '-';
        }
    }
    while (len > 0 && out[len - 1] == '-')
        len--;
    return keep(m, (ahd_str){out, len});
}

/* ------------------------------------------------------------------- data */

/* The cells of a row, in the order of `columns`, a NULL at their end. */
static void cells(ahd_str header, ahd_str row, const char *const *columns,
                  ahd_str *out)
{
    while (header.len > 0) {
        ahd_str name = ahd_str_cut(&header, '\t');
        ahd_str cell = ahd_str_trim(ahd_str_cut(&row, '\t'));
        for (int i = 0; columns[i]; i++)
            if (ahd_str_eq(name, ahd_str_from(columns[i])))
                out[i] = cell;
    }
}

typedef void taking(maker *m, const ahd_str *row);

static void read_rows(maker *m, const char *path, const char *const *columns,
                      taking *take)
{
    FILE *file = fopen(path, "rb");
    char *line = NULL;
    size_t room = 0;
    ssize_t len;
    ahd_str header = {NULL, 0};

    if (file == NULL) {
        perror(path);
        exit(1);
    }
    while ((len = getline(&line, &room, file)) > 0) {
        ahd_str row = keep(m, (ahd_str){line, (size_t)len - 1}), out[8] = {0};
        if (row.len == 0 || row.ptr[0] == '#')
            continue;
        if (header.len == 0) {
            header = row;
            continue;
        }
        cells(header, row, columns, out);
        take(m, out);
    }
    free(line);
    fclose(file);
}

static void take_country(maker *m, const ahd_str *row)
{
    uint32_t least = 0;

    ahd_str_number(row[1], &least);
    *ahd_vec_push(m->arena, &m->countries) =
        (country){row[0], least, ahd_str_eq(row[2], AHD_STR("yes"))};
}

static void take_known(maker *m, const ahd_str *row)
{
    place p = {.code = row[0],
               .lat = strtod(row[1].ptr, NULL),
               .lon = strtod(row[2].ptr, NULL)};

    if (ahd_str_eq(row[3], AHD_STR("city")) ||
        ahd_str_eq(row[3], AHD_STR("capital")))
        *ahd_vec_push(m->arena, &m->known) = p;
    *ahd_map_put(m->arena, &m->ids, row[4]) = 1;
}

/* The row of a country; the last is that of all others. */
static const country *country_of(const maker *m, ahd_str code)
{
    uint32_t i = 0;

    while (i + 1 < m->countries.count &&
           !ahd_str_eq(m->countries.items[i].code, code))
        i++;
    return &m->countries.items[i];
}

static bool is_known(const maker *m, const place *p)
{
    for (uint32_t i = 0; i < m->known.count; i++) {
        const place *k = &m->known.items[i];
        if (ahd_str_eq(k->code, p->code) && fabs(k->lat - p->lat) < near_by &&
            fabs(k->lon - p->lon) < near_by)
            return true;
    }
    return false;
}

/* --------------------------------------------------------------- geonames */

static void set_language(const char *language)
{
    setenv("LANGUAGE", language, 1);
    _nl_msg_cat_cntr++;
}

static ahd_str arabic_name(maker *m, ahd_str said, ahd_str raw, bool back)
{
    static const char *const heads[] = {"شعبية ", "مدينة ", "قرية ", "بلدة ",
                                        NULL};
    ahd_str ar = without(arabic_only(m, said), heads);
    ahd_buf out = AHD_BUF(MOST);

    if (ar.len == 0 && back && romanised_to_arabic(lower(m, raw), &out))
        ar = keep(m, ahd_buf_str(&out));
    ahd_buf_finish(&out);
    return ar;
}

static place read_city(maker *m, int number)
{
    place p = {0};

    set_language("en");
    GeonamesCity *city = geonames_get_city(number);
    p.code = lower(m, ahd_str_from(geonames_city_get_country_code(city)));
    p.raw = keep(m, ahd_str_from(geonames_city_get_name(city)));
    p.en = to_ascii(m, p.raw);
    ahd_str region = keep(m, ahd_str_from(geonames_city_get_state(city)));
    p.lat = geonames_city_get_latitude(city);
    p.lon = geonames_city_get_longitude(city);
    p.people = geonames_city_get_population(city);
    geonames_city_free(city);
    const country *c = country_of(m, p.code);
    if (p.people < c->least)
        return (place){0};
    set_language("ar");
    city = geonames_get_city(number);
    p.ar = arabic_name(m, ahd_str_from(geonames_city_get_name(city)), p.raw,
                       c->arabic);
    p.region = region;
    place r = {.code = p.code, .raw = region, .en = to_ascii(m, region)};
    r.ar = arabic_only(m, ahd_str_from(geonames_city_get_state(city)));
    geonames_city_free(city);
    char key[MOST];
    int len = snprintf(key, MOST, "%.*s/%.*s", AHD_STR_ARG(p.code),
                       AHD_STR_ARG(region));
    uint32_t *row = ahd_map_put(m->arena, &m->regions_by,
                                keep(m, (ahd_str){key, (size_t)len}));
    if (*row == 0) {
        *ahd_vec_push(m->arena, &m->regions) = r;
        *row = m->regions.count;
    }
    place *whole = &m->regions.items[*row - 1];
    whole->lat += p.lat * p.people;
    whole->lon += p.lon * p.people;
    whole->people += p.people;
    return p;
}

/* ----------------------------------------------------------------- output */

static ahd_str country_name(maker *m, ahd_str code, const char *language)
{
    UChar units[UNITS];
    char locale[16], out[MOST];
    UErrorCode error = U_ZERO_ERROR;
    int32_t bytes = 0;

    snprintf(locale, sizeof locale, "und_%.*s", AHD_STR_ARG(code));
    int32_t len =
        uloc_getDisplayCountry(locale, language, units, UNITS, &error);
    u_strToUTF8(out, MOST, &bytes, units, len, &error);
    return U_FAILURE(error) ? code : keep(m, (ahd_str){out, (size_t)bytes});
}

static int by_people(const void *a, const void *b)
{
    const place *x = a, *y = b;

    if (x->people != y->people)
        return x->people < y->people ? 1 : -1;
    int code = ahd_str_cmp(x->code, y->code);
    return code ? code : ahd_str_cmp(x->raw, y->raw);
}

static ahd_str new_id(maker *m, const place *p)
{
    char out[MOST];
    ahd_str id = slug(m, p);
    uint32_t *count = ahd_map_put(m->arena, &m->ids, id);

    if (++*count == 1)
        return id;
    int len = snprintf(out, MOST, "%.*s-%u", AHD_STR_ARG(id), *count);
    return keep(m, (ahd_str){out, (size_t)len});
}

static void print(maker *m, const place *p, const char *type)
{
    bool more = !ahd_str_eq(p->raw, p->en) && p->raw.len > 0;

    if (p->en.len == 0)
        return;
    printf("%.*s\t%s\t%.*s\t%.*s\t%.*s\t%.*s\t%.2f\t%.2f\t%u\tgeonames\n",
           AHD_STR_ARG(new_id(m, p)), type, AHD_STR_ARG(p->code),
           AHD_STR_ARG(p->ar.len ? p->ar : AHD_STR("-")), AHD_STR_ARG(p->en),
           AHD_STR_ARG(more ? p->raw : AHD_STR("-")), p->lat, p->lon,
           p->people);
}

/* The countries of those cities, named as CLDR (through ICU) has them. */
static void print_countries(maker *m)
{
    ahd_map rows = {0};
    places countries = {0};

    for (uint32_t i = 0; i < m->regions.count; i++) {
        const place *r = &m->regions.items[i];
        uint32_t *row = ahd_map_put(m->arena, &rows, r->code);
        if (*row == 0) {
            *ahd_vec_push(m->arena, &countries) = (place){.code = r->code};
            *row = countries.count;
        }
        place *c = &countries.items[*row - 1];
        c->lat += r->lat;
        c->lon += r->lon;
        c->people += r->people;
    }
    for (uint32_t i = 0; i < countries.count; i++) {
        const place *c = &countries.items[i];
        printf("country-%.*s\tcountry\t%.*s\t%.*s\t%.*s\t-\t%.2f\t%.2f\t%u"
               "\tgeonames, CLDR\n",
               AHD_STR_ARG(c->code), AHD_STR_ARG(c->code),
               AHD_STR_ARG(country_name(m, c->code, "ar")),
               AHD_STR_ARG(country_name(m, c->code, "en")),
               c->lat / (c->people + !c->people),
               c->lon / (c->people + !c->people), c->people);
    }
}

/* Regions have a name of their own; where it is a city's, the city has it, and
 * the region its name in Arabic, which says that it is one. */
static void print_regions(maker *m)
{
    ahd_map cities = {0};

    for (uint32_t i = 0; i < m->cities.count; i++)
        *ahd_map_put(m->arena, &cities, m->cities.items[i].raw) = 1;
    for (uint32_t i = 0; i < m->regions.count; i++) {
        place *r = &m->regions.items[i];
        if (r->people < LEAST_REGION || ahd_map_find(&cities, r->raw))
            continue;
        r->lat /= r->people;
        r->lon /= r->people;
        print(m, r, "region");
    }
}

int main(int argc, char **argv)
{
    static const char *const columns[] = {"country", "lat", "lon",
                                          "type",    "id",  NULL};
    static const char *const least[] = {"country", "least", "arabic", NULL};
    maker m = {.arena = ahd_arena_new((size_t)1 << 30)};
    UErrorCode error = U_ZERO_ERROR;
    UChar rule[32];

    if (argc < 3 || m.arena == NULL || !setlocale(LC_ALL, "C.UTF-8")) {
        fprintf(stderr, "usage: gazetteer COUNTRIES.tsv PLACES.tsv...\n");
        return 2;
    }
    u_uastrcpy(rule, "Latin-ASCII");
    m.ascii = utrans_openU(rule, -1, UTRANS_FORWARD, NULL, 0, NULL, &error);
    m.cases = ucasemap_open("", 0, &error);
    read_rows(&m, argv[1], least, take_country);
    for (int i = 2; i < argc; i++)
        read_rows(&m, argv[i], columns, take_known);
    for (int i = 0; i < geonames_get_n_cities(); i++) {
        place p = read_city(&m, i);
        if (p.en.len > 0 && !is_known(&m, &p))
            *ahd_vec_push(m.arena, &m.cities) = p;
    }
    qsort(m.cities.items, m.cities.count, sizeof(place), by_people);
    printf("id\ttype\tcountry\tar\ten\talso\tlat\tlon\tpeople\tsource\n");
    for (uint32_t i = 0; i < m.cities.count; i++)
        print(&m, &m.cities.items[i], "city");
    print_countries(&m);
    print_regions(&m);
    ucasemap_close(m.cases);
    utrans_close(m.ascii);
    ahd_arena_free(m.arena);
    return ferror(stdout) != 0;
}
