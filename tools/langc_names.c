/* langc_names.c - models/names as lang/name_weights.h reads it. */
#include "langc.h"
#include "names_pack.h"

ahd_str langc_names(langc *l)
{
    names_pack names;
    const char *made = "make it with names_train";

    names_pack_init(&names, l->arena);
    if (!names_pack_read(&names,
                         langc_slurp(l, "models/names/weights.tsv", made)) ||
        !names_pack_read_words(
            &names, langc_slurp(l, "models/names/words.tsv", made))) {
        fprintf(stderr, "langc: models/names is no weights of names\n");
        l->errors++;
    }
    return names_pack_section(&names);
}
