/* langc_weights.c - models/morph as lang/weights.h reads it. */
#include "langc.h"
#include "weights_pack.h"

ahd_str langc_weights(langc *l)
{
    char path[4096];
    pack weights;

    snprintf(path, sizeof path, "%s/weights.tsv", l->weights);
    pack_init(&weights, l->arena);
    ahd_str text = langc_slurp(l, path, "make it with morph_train");
    if (!pack_read(&weights, text)) {
        fprintf(stderr, "langc: %s is no file of weights\n", path);
        l->errors++;
    }
    return pack_section(&weights);
}
