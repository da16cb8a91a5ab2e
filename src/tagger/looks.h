/* looks.h - what is seen of a word before it is asked whether it is a name.
 *
 *     "وللرئيس"  ->  host الرييس, bare رييس, NOUN, after و and ل, a role
 *
 * Part of the tagger; training reads the same. */
#ifndef AHD_TAGGER_LOOKS_H
#define AHD_TAGGER_LOOKS_H

#include "doc/doc.h"
#include "kb/kb.h"
#include "lang/name_weights.h"

/* What the kb says of a word: three bits of each: a phrase begins with it, goes
 * on through it, ends with it. */
typedef enum ahd_look_known {
    AHD_LOOK_PERSON,
    AHD_LOOK_STATE,
    AHD_LOOK_BODY,
    AHD_LOOK_PLACE,
    AHD_LOOK_ROLE,
    AHD_LOOK_TITLE,
    AHD_LOOK_DEMONYM,
    AHD_LOOK_SAYING,
    AHD_LOOK_KNOWN
} ahd_look_known;

enum { AHD_LOOK_NAMES = (1 << 3 * AHD_LOOK_ROLE) - 1 };

typedef struct ahd_look {
    uint64_t host, bare;   /* hashes; bare: without its article */
    uint64_t begins, ends; /* up to 8 bytes of bare */
    uint64_t lemma;
    uint64_t head;  /* of its chunk, and where from it the word stands */
    uint32_t known; /* ahd_look_known */
    uint32_t form;  /* pos, clitics, article ... */
    uint16_t fine;
    uint8_t listed; /* of its host and of its bare form */
    uint8_t sport;  /* is sport spoken of around it */
    uint8_t pos, coarse, often, article, pro, link;
    uint8_t like[AHD_NAME_LIKES];
} ahd_look;

/* Who looks at the words of a document, part after part. */
typedef struct ahd_looker {
    const ahd_kb *kb;
    const ahd_name_weights *weights;
    const ahd_doc *doc;
    uint32_t sport; /* words of sport so far, those farther away less */
} ahd_looker;

/* The looks of tokens that stand in the same sentence. */
void ahd_looks_read(ahd_looker *looker, ahd_span tokens, ahd_look *out);

#endif
