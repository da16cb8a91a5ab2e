/* feed_mend.h - a feed as the web has it, made fit for an XML reader.
 *
 *     <a>R&D &nbsp;&lt;b&gt; <![CDATA[<i>]]> <br> 3 < 4</a>
 *         ->  <a>R&#38;D ..&#60;b&#62; &#60;i&#62; <br> 3 &#60; 4</br></a>
 *
 * What comes out are tags, attributes in quotes, and text in which numbers
 * stand for all that means something in XML; every tag that is closed was
 * opened. The rest goes: comments, instructions, document types, control
 * characters, ends without a start. An XML reader that recovers by itself
 * drops the entities after the first mistake, and closes the wrong elements.
 *
 * Attributes beyond 64 in a tag, and what is longer than 4 KiB of a value, are
 * left out: nothing needs them, and XML readers take quadratic time for them.
 * For the same reason names are "other" once 512 different ones were met.
 *
 * A document type that declares entities is refused: they are how a kilobyte
 * becomes gigabytes, and no feed needs them. Bytes that are not closed at the
 * end stay so: the reader must see that they were cut off. */
#ifndef AHD_SOURCE_FEED_MEND_H
#define AHD_SOURCE_FEED_MEND_H

#include "feed_text.h"

enum { AHD_FEED_DEEPEST = 100, AHD_FEED_NAME = 64, AHD_FEED_NAMES = 1024 };

typedef enum ahd_feed_state {
    AHD_FEED_TEXT,
    AHD_FEED_CDATA,
    AHD_FEED_COMMENT,
    AHD_FEED_INSTRUCTION,
    AHD_FEED_DOCTYPE,
    AHD_FEED_TAG,     /* between attributes */
    AHD_FEED_NAMED,   /* after the name of one */
    AHD_FEED_EQUALS,  /* after its '=' */
    AHD_FEED_VALUE,   /* in its value */
    AHD_FEED_END_TAG, /* after the name of an end */
} ahd_feed_state;

typedef struct ahd_feed_mend {
    ahd_feed_text *text;
    ahd_feed_state state;
    char quote;               /* of VALUE; a space when it has none */
    size_t attributes, value; /* of the tag; bytes of the value so far */
    bool inner;               /* of DOCTYPE: in its brackets */
    int depth;                /* of open elements */
    char open[AHD_FEED_DEEPEST][AHD_FEED_NAME];
    char met[AHD_FEED_NAMES][AHD_FEED_NAME]; /* a hash table, half filled */
    int met_count;
    size_t space; /* of NAMESPACE: where in `out` its address begins; or 0 */
    ahd_buf out;  /* mended, of which `given` bytes are done with */
    size_t given;
    const char *refused; /* why the rest is not read; NULL */
} ahd_feed_mend;

void ahd_feed_mend_init(ahd_feed_mend *mend, ahd_feed_text *text);
void ahd_feed_mend_finish(ahd_feed_mend *mend);

/* Up to `room` bytes of the mended XML; 0 at the end. */
size_t ahd_feed_mend_read(ahd_feed_mend *mend, char *out, size_t room);

#endif
