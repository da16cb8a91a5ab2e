#include "morph_train.h"

#include <stdlib.h>
#include <string.h>

static int usage(void)
{
    fprintf(stderr, "usage: morph_train train FOLDS K CONLLU OUT.tsv "
                    "[NAMES [LABELS CORPUS]]\n"
                    "       morph_train tag WEIGHTS.tsv < TEXT > CONLLU\n"
                    "       morph_train pieces WEIGHTS.tsv < TEXT > TAGGED\n"
                    "       morph_train forms < TEXT > FORMS.tsv\n"
                    "       morph_train frequent < TEXT > FREQUENT.tsv\n");
    return 2;
}

/* What there is beside the treebank, but the part of fold `k`. */
static void read_more(treebank *bank, char **more, uint32_t folds, int k)
{
    if (more[0] == NULL)
        return;
    names_read(bank, more[0], folds, k);
    if (more[1] == NULL)
        return;
    labels_read(bank, more[1], more[2]);
    labels_keep(bank, folds, k);
}

static int train(treebank *bank, char **words)
{
    uint32_t folds = (uint32_t)atoi(words[0]);
    int k = atoi(words[1]);
    FILE *out = fopen(words[3], "w");
    pack learned;

    if (out == NULL) {
        perror(words[3]);
        return 1;
    }
    gold_read(bank, words[2], folds, k);
    read_more(bank, words + 4, folds, k);
    pack_init(&learned, bank->arena);
    rank_learn(bank, &learned);
    refine_learn(bank, &learned);
    vowel_learn(bank, &learned);
    words_seen(bank, GROUPS, &learned);
    pack_write(&learned, out);
    return fclose(out) != 0;
}

static int tag(treebank *bank, const char *path, bool pieces)
{
    ahd_lexica lang = *bank->kb->lang;
    pack given;

    pack_init(&given, bank->arena);
    if (!pack_read(&given, gold_slurp(bank->arena, path))) {
        fprintf(stderr, "morph_train: %s is no file of weights\n", path);
        return 1;
    }
    ahd_str section = pack_section(&given);
    lang.tables[AHD_LANG_WEIGHTS] =
        (ahd_lang_table){section.ptr, (uint32_t)section.len};
    lang.tables[AHD_LANG_KNOWN].bytes = 0; /* worked out by other weights */
    tag_text(bank, &lang, pieces);
    return 0;
}

int main(int count, char **words)
{
    treebank bank = {.arena = ahd_arena_new((size_t)1 << 34),
                     .kb = ahd_kb_embedded()};

    if ((count == 6 || count == 7 || count == 9) &&
        strcmp(words[1], "train") == 0)
        return train(&bank, words + 2);
    if (count == 3 && strcmp(words[1], "tag") == 0)
        return tag(&bank, words[2], false);
    if (count == 3 && strcmp(words[1], "pieces") == 0)
        return tag(&bank, words[2], true);
    if (count == 2 && strcmp(words[1], "forms") == 0)
        forms_count(&bank);
    else if (count == 2 && strcmp(words[1], "frequent") == 0)
        frequent_count(&bank);
    else
        return usage();
    return 0;
}
