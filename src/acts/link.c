#include "acts/link.h"

#include "acts/deed.h"
#include "acts/denial.h"
#include "acts/matter.h"
#include "acts/object.h"

void ahd_link_acts(const ahd_kb *kb, ahd_doc *doc)
{
    for (uint32_t i = 0; i < doc->acts.count; i++) {
        ahd_matter_find(doc, &doc->acts.items[i]);
        if (doc->acts.items[i].type == AHD_ACT_ACCUSE)
            ahd_deed_link(kb, doc, i);
        else if (doc->acts.items[i].type == AHD_ACT_DENY)
            ahd_denial_link(kb, doc, i);
        else
            ahd_object_link(doc, i);
    }
}
