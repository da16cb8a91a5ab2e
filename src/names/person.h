/* person.h - names of persons, known and unknown.
 *
 *     "الشيخ محمد بن عبد الرحمن آل ثاني"   title and a name of the kb
 *     "العميد فلان الفلاني"                a title licenses an unknown name */
#ifndef AHD_NAMES_PERSON_H
#define AHD_NAMES_PERSON_H

#include "names/office.h"

/* The end of the titles and honorifics that start at `token`; = token when
 * there is none. The first may carry `pro`; what it carries comes back. */
uint32_t ahd_person_titles(const ahd_reader *r, uint32_t token, uint16_t *pro);

/* «الرئيس الأفغاني، حميد كرزاي، …»: is the name between this comma and the
 * next, or that which ends a clause? */
bool ahd_person_is_apposed(const ahd_reader *r, uint32_t comma);

/* Does a name of the kb begin here, of two words or more and no title? */
bool ahd_person_is_full(const ahd_reader *r, uint32_t token);

/* May the name of a person, or his title, begin at `token`? */
bool ahd_person_starts(const ahd_reader *r, uint32_t token);

typedef enum ahd_person_license {
    AHD_PERSON_KNOWN, /* only names of the kb */
    AHD_PERSON_FULL,  /* an unknown name of two words or more */
    AHD_PERSON_SHORT, /* an unknown name of one word too */
} ahd_person_license;

/* The name at `token`; sets first, end, name, id, how, score and others. */
bool ahd_person_read(const ahd_reader *r, uint32_t token, uint16_t pro,
                     ahd_person_license license, ahd_mention *out);

/* What a mention's own post says: fills `post` and `of` from the kb. */
void ahd_person_fill_post(const ahd_reader *r, ahd_mention *m);

/* Gives the mention the office the text states. */
void ahd_person_set_office(const ahd_reader *r, const ahd_office *office,
                           ahd_mention *m);

/* Does this person hold, or has held, such an office? */
bool ahd_person_holds(const ahd_reader *r, uint32_t person,
                      const ahd_office *office);

#endif
