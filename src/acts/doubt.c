#include "acts/doubt.h"

#include <string.h>

/* The least sure; of several the last. */
static uint32_t weakest(const ahd_doc *doc)
{
    uint32_t least = 0;

    for (uint32_t i = 1; i < doc->doubts.count; i++)
        if (doc->doubts.items[i].confidence <=
            doc->doubts.items[least].confidence)
            least = i;
    return least;
}

static void drop(ahd_doc *doc, uint32_t at)
{
    ahd_doubt *doubts = doc->doubts.items;

    doc->doubts.count--;
    memmove(doubts + at, doubts + at + 1,
            (doc->doubts.count - at) * sizeof *doubts);
}

/* Is there another that is as sure and stands in the way? Else makes room. */
static bool is_beaten(ahd_doc *doc, const ahd_doubt *doubt)
{
    uint32_t count = doc->doubts.count, other = count - 1;

    if (count == 0)
        return false;
    if (doc->doubts.items[other].trigger_end <= doubt->trigger_first) {
        if (count < AHD_DOUBTS)
            return false;
        other = weakest(doc);
    }
    if (doc->doubts.items[other].confidence >= doubt->confidence)
        return true;
    drop(doc, other);
    return false;
}

void ahd_doubt_add(ahd_doc *doc, const ahd_doubt *doubt)
{
    if (doubt->confidence < AHD_DOUBT_LEAST || is_beaten(doc, doubt))
        return;
    *ahd_vec_push(doc->arena, &doc->doubts) = *doubt;
}

void ahd_doubt_settle(ahd_doc *doc, uint32_t first)
{
    while (doc->doubts.count > 0 &&
           doc->doubts.items[doc->doubts.count - 1].trigger_end > first)
        doc->doubts.count--;
}
