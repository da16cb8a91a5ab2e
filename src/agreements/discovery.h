/* discovery.h - an agreement that is in no registry, as one document tells it.
 *
 *     «وقعت السعودية وناميبيا بروتوكول إقامة علاقات دبلوماسية», 28 July 2015
 *       -> protocol, {sa, na}, told 2015-07-28, "اقامه علاقات دبلوماسيه"
 *
 * Discoveries of several documents are merged by merger.h. Strings are
 * borrowed. */
#ifndef AHD_AGREEMENTS_DISCOVERY_H
#define AHD_AGREEMENTS_DISCOVERY_H

#include "base/vec.h"
#include "doc/doc.h"
#include "kb/kb.h"

typedef struct ahd_discovery {
    ahd_str id, document; /* "found:a54a52f187471d38:1" */
    ahd_str sentence;     /* its words, where it was signed */
    ahd_str place;        /* kb place id, or empty */
    ahd_str subject;      /* folded words of its name that tell what it is on */
    ahd_str words;        /* the same of its sentence */
    uint32_t noun;        /* ahd_noun_kind, or AHD_NONE */
    bool arabic;          /* the language of both */
    ahd_day day, told;    /* made; the document's; AHD_NO_DAY */
    AHD_VEC(ahd_str) parties; /* ids of actors, provisional ones too */

    /* What merging fills in: the discovery that stands for it, maybe itself,
     * and the registry's entry that it plainly is, or AHD_KB_NONE. */
    uint32_t entry, same_as;
} ahd_discovery;

typedef AHD_VEC(ahd_discovery) ahd_discoveries;

#endif
