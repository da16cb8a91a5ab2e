/* A token to its readings: lengths inside the token, clitics that do not meet,
 * something left for the host, rows that the lexicon has, the same twice. */
#include "kb/kb.h"
#include "morph/analyse.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
    if (!holds)
        abort();
}

static void check_reading(const ahd_lexicon *l, ahd_str token,
                          const ahd_analysis *a)
{
    size_t clitics = a->enclitic;

    check(a->pros <= AHD_CLITICS && a->pos < AHD_POS_COUNT);
    for (int i = 0; i < a->pros; i++) {
        check(a->pro[i] > 0);
        clitics += a->pro[i];
    }
    check(clitics + a->article <= token.len);
    check(clitics < token.len || clitics == 0);
    check((a->spelled == AHD_SPELLED_GUESSED) == (a->lemma == AHD_NONE));
    if (a->lemma != AHD_NONE)
        check(ahd_lexicon_lemma(l, a->lemma).len > 0);
}

static bool is_same(const ahd_analysis *a, const ahd_analysis *b)
{
    return memcmp(a->pro, b->pro, sizeof a->pro) == 0 && a->pros == b->pros &&
           a->enclitic == b->enclitic && a->pos == b->pos &&
           a->feats == b->feats && a->lemma == b->lemma &&
           a->weight == b->weight;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ahd_lexicon l = ahd_lexicon_open(ahd_kb_embedded()->lang);
    ahd_analysis once[AHD_ANALYSES], twice[AHD_ANALYSES];
    ahd_str rest = {(const char *)data, size};

    while (rest.len > 0) {
        ahd_str token = ahd_str_cut(&rest, ' ');
        uint32_t count = ahd_analyse(&l, token, once);
        check(count > 0 && count <= AHD_ANALYSES);
        check(count == ahd_analyse(&l, token, twice));
        for (uint32_t i = 0; i < count; i++) {
            check_reading(&l, token, &once[i]);
            check(is_same(&once[i], &twice[i]));
        }
    }
    return 0;
}
