#include "names/anaphor.h"

#include "doc/look.h"
#include "names/gender.h"
#include "names/head.h"
#include "names/reach.h"

/* How far back: mentions at most, and sentences to the last speaker, to whom a
 * pronoun means, to whom «الأخير» means. */
enum {
    MENTIONS = 30,
    SPEAKER_REACH = 5, /* «المتحدث ذاته»; */
    SPEAKER_NEAR = 2,  /* «المتحدث» alone */
    PROMENTIONS = 2,
    LATTER_REACH = 1,
    CUE_WORDS = 3,
};

typedef struct finder {
    const ahd_reader *r;
    uint32_t next;    /* the first mention not yet passed */
    uint32_t speaker; /* the last who spoke; AHD_NONE: nobody we know */
    uint32_t spoke;   /* the token where somebody last did */
    bool quoted;      /* within quotation marks */
    AHD_VEC(ahd_mention) added;
    AHD_VEC(uint32_t) means; /* of each added: the mention it stands for */
} finder;

static ahd_mention *mention(const finder *f, uint32_t at)
{
    return &f->r->doc->mentions.items[at];
}

static uint32_t sentence_of(const finder *f, uint32_t token)
{
    return f->r->doc->tokens.items[token].sentence;
}

static bool is_class(const finder *f, uint32_t token, ahd_class class)
{
    return ahd_look_hit_id(f->r->doc, token, AHD_TERM_CLASS, class) != NULL;
}

static bool is_person(const ahd_mention *m)
{
    return m->kind == AHD_MENTION_PERSON || m->kind == AHD_MENTION_ROLE;
}

/* The first mention of the same unknown one. */
static uint32_t root_of(const finder *f, uint32_t at)
{
    uint32_t same = mention(f, at)->same_as;

    return same == AHD_NONE ? at : same;
}

static bool are_same(const finder *f, uint32_t a, uint32_t b)
{
    const ahd_mention *x = mention(f, a), *y = mention(f, b);

    if (x->id != AHD_NONE || y->id != AHD_NONE)
        return x->id == y->id;
    return root_of(f, a) == root_of(f, b);
}

/* --------------------------------------------------------------- who speaks */

/* «قال», "said", a verb and no noun of saying. */
static bool is_cue(const ahd_hit *hit)
{
    return hit && hit->extra != AHD_FORM_MASDAR &&
           hit->extra != AHD_FORM_PATIENT &&
           !(hit->pro & (AHD_PRO_AL | AHD_PRO_LI | AHD_PRO_BI));
}

static bool is_before_cue(const finder *f, uint32_t token)
{
    return is_cue(ahd_look_hit(f->r->doc, token, AHD_TERM_CUE));
}

/* Does a phrase of saying end just before the token? In English one that has
 * no subject before it: "…, said the official". */
static bool is_after_cue(const finder *f, uint32_t token)
{
    const ahd_doc *doc = f->r->doc;
    bool arabic = ahd_reader_is_arabic(f->r, token);

    for (uint32_t back = 1; back <= CUE_WORDS && back <= token; back++) {
        uint32_t first = token - back;
        const ahd_hit *hit = ahd_look_hit(doc, first, AHD_TERM_CUE);
        if (is_cue(hit) && hit->end == token)
            return arabic || first == 0 || ahd_look_is_punct(doc, first - 1);
    }
    return false;
}

/* An Arabic noun before its verb opens the clause; else it is an adjective. */
static bool speaks(const finder *f, uint32_t first, uint32_t end)
{
    const ahd_doc *doc = f->r->doc;

    if (first > 0 && ahd_look_is(doc, first - 1, "the"))
        first--;
    if (is_after_cue(f, first))
        return true;
    return is_before_cue(f, end) &&
           (!ahd_reader_is_arabic(f->r, first) || first == 0 ||
            ahd_look_is_punct(doc, first - 1) ||
            is_class(f, first - 1, AHD_CLASS_THAT));
}

static void note_speaker(finder *f, uint32_t who, uint32_t token)
{
    f->speaker = who;
    f->spoke = token;
}

/* «أضاف الفلاني»: a name that is no mention speaks. */
static void note_stranger(finder *f, uint32_t token)
{
    const ahd_hit *hit = ahd_look_hit(f->r->doc, token, AHD_TERM_CUE);
    const ahd_segment *s =
        is_cue(hit) ? ahd_look_host(f->r->doc, hit->end) : NULL;

    if (s && s->pos == AHD_POS_PROPN &&
        ahd_look_mention_at(f->r->doc, hit->end) == AHD_NONE)
        note_speaker(f, AHD_NONE, token);
}

/* The last who spoke, when that was not long ago. */
static uint32_t last_speaker(const finder *f, uint32_t token, uint32_t reach)
{
    if (f->speaker == AHD_NONE ||
        sentence_of(f, f->spoke) + reach < sentence_of(f, token))
        return AHD_NONE;
    return f->speaker;
}

/* ------------------------------------------------------------ what is added */

static bool may_be(const finder *f, uint32_t at, unsigned gender)
{
    unsigned other = ahd_gender_of(f->r, mention(f, at));

    return gender == 0 || other == 0 || gender == other;
}

/* The words [token, end) as a mention of whom they mean. */
static ahd_mention stand_in(const finder *f, uint32_t token, uint32_t end,
                            uint16_t pro, uint32_t means)
{
    const ahd_mention *who = mention(f, means);
    ahd_mention m = ahd_reader_mention(f->r, token, end, pro);

    m.kind = who->kind;
    m.id = who->id;
    m.post = who->post;
    m.of = who->of;
    m.how = AHD_HOW_ANAPHOR;
    m.score = 0.7f;
    m.provisional = who->provisional;
    return m;
}

static void add(finder *f, uint32_t token, uint32_t end, uint16_t pro,
                uint32_t means)
{
    *ahd_vec_push(f->r->scratch, &f->added) =
        stand_in(f, token, end, pro, means);
    *ahd_vec_push(f->r->scratch, &f->means) = means;
    if (speaks(f, token, end))
        note_speaker(f, means, token);
}

/* ---------------------------------------------------- «المسؤول», by its noun
 */

/* Is the noun at `token` one of the first words of the mention? */
static bool has_noun(const finder *f, uint32_t at, ahd_str noun)
{
    enum { FIRST_WORDS = 6 };
    const ahd_mention *m = mention(f, at);
    uint16_t had;

    for (uint32_t i = m->first; i < m->end && i < m->first + FIRST_WORDS; i++)
        if (ahd_str_eq(ahd_reader_bare(f->r, i, AHD_READER_ANY, &had), noun))
            return true;
    return false;
}

/* «مصدر إطلاق النار» is no source: only one that speaks. */
static bool is_official(const finder *f, uint32_t at)
{
    const ahd_mention *m = mention(f, at);

    return is_person(m) ||
           (m->kind == AHD_MENTION_GROUP &&
            (m->how == AHD_HOW_ANAPHOR || speaks(f, m->first, m->end)));
}

static uint32_t last_of_noun(const finder *f, uint32_t before, ahd_str noun)
{
    for (uint32_t i = before; i-- > 0 && before - i <= MENTIONS;)
        if (is_official(f, i) && has_noun(f, i, noun))
            return i;
    return AHD_NONE;
}

/* Nobody else has spoken since. */
static bool spoke_last(const finder *f, uint32_t at)
{
    return f->spoke <= mention(f, at)->first ||
           (f->speaker != AHD_NONE && are_same(f, f->speaker, at));
}

/* «المتحدثة» must be a woman by her name or office; «المتحدث» is no woman. */
static bool is_of_gender(const finder *f, uint32_t at, ahd_str noun)
{
    bool she = ahd_str_ends(noun, AHD_STR("ه"));

    return (ahd_gender_of(f->r, mention(f, at)) == AHD_FEMININE) == she;
}

/* The last of the noun, when nobody else has spoken since; the last speaker,
 * when none is of that noun. A source is no such speaker. */
static uint32_t official_meant(const finder *f, uint32_t token, bool same,
                               const ahd_head *row)
{
    uint16_t had;
    ahd_str noun = ahd_reader_bare(f->r, token, AHD_READER_ANY, &had);
    uint32_t of_noun = last_of_noun(f, f->next, noun);
    uint32_t speaker =
        last_speaker(f, token, same ? SPEAKER_REACH : SPEAKER_NEAR);

    if (of_noun != AHD_NONE)
        return spoke_last(f, of_noun) ? of_noun : AHD_NONE;
    bool known = speaker != AHD_NONE && row->type == AHD_ACTOR_PERSON &&
                 mention(f, speaker)->kind == AHD_MENTION_PERSON &&
                 is_of_gender(f, speaker, noun);
    return known ? speaker : AHD_NONE;
}

/* The definite noun alone: no complement, no name. */
static ahd_heading bare_official(const finder *f, uint32_t token)
{
    const ahd_reader *r = f->r;
    ahd_heading h = ahd_head_find(r, token, AHD_READER_ANY, AHD_HEADS_AGAIN);
    bool definite = ahd_reader_is_arabic(r, token)
                        ? h.pro & AHD_PRO_AL
                        : token > 0 && ahd_look_is(r->doc, token - 1, "the") &&
                              ahd_reach_head(r, token) == token;

    if (h.suffix || !definite || h.end != token + 1)
        h.row = NULL;
    return h;
}

/* «المسؤول الذي …», «المتحدث باسم …», «الخبير في شؤون …» say more; «المسؤول في
 * تصريح …» does not. */
static bool ends_there(const finder *f, uint32_t token)
{
    const ahd_doc *doc = f->r->doc;

    if (is_class(f, token, AHD_CLASS_IN))
        return ahd_look_hit(doc, token + 1, AHD_TERM_MEDIUM) != NULL;
    return token >= doc->tokens.count || ahd_look_is_punct(doc, token) ||
           is_class(f, token, AHD_CLASS_THAT) ||
           is_class(f, token, AHD_CLASS_TO) || is_before_cue(f, token);
}

/* Whom the noun at `token` stands for, and its end; AHD_NONE when it may be
 * anybody. */
static uint32_t official_at(const finder *f, uint32_t token, uint32_t *end,
                            uint16_t *pro)
{
    ahd_heading h = bare_official(f, token);

    if (h.row == NULL)
        return AHD_NONE;
    bool same = is_class(f, h.end, AHD_CLASS_SAME_ONE);
    *end = h.end + same;
    *pro = h.pro;
    if (!same && !(ends_there(f, *end) && speaks(f, token, *end)))
        return AHD_NONE;
    return official_meant(f, token, same, h.row);
}

static uint32_t read_official(finder *f, uint32_t token)
{
    uint16_t pro;
    uint32_t end, means = official_at(f, token, &end, &pro);

    if (means == AHD_NONE)
        return token;
    add(f, token, end, pro, means);
    return end;
}

/* The noun is a mention already, but of nobody. */
static void link_official(finder *f, ahd_mention *m)
{
    uint16_t pro;
    uint32_t end, means = m->id == AHD_NONE && m->end == m->first + 1
                              ? official_at(f, m->first, &end, &pro)
                              : AHD_NONE;

    if (means == AHD_NONE)
        return;
    uint32_t first = m->first, last = m->end;
    *m = stand_in(f, first, last, pro, means);
    if (m->id == AHD_NONE)
        m->same_as = root_of(f, means);
    if (speaks(f, first, end))
        note_speaker(f, means, first);
}

/* A mention that the stages before have found. */
static void pass_mention(finder *f)
{
    ahd_mention *m = mention(f, f->next);

    link_official(f, m);
    if (m->how == AHD_HOW_ANAPHOR && m->name.len == 0) {
        f->next++;
        return;
    }
    if (m->kind != AHD_MENTION_PLACE && speaks(f, m->first, m->end))
        note_speaker(f, f->next, m->first);
    f->next++;
}

/* ------------------------------------------------------------------ «الأخير»
 */

static bool is_verb(const finder *f, uint32_t token)
{
    const ahd_segment *s = ahd_look_host(f->r->doc, token);

    return s && s->pos == AHD_POS_VERB;
}

/* No adjective: a verb, a mark or its own clitic stands before. */
static bool is_noun_itself(const finder *f, const ahd_hit *hit)
{
    static const char *const more[] = {"من", "في", NULL};
    bool opens =
        hit->first == 0 || ahd_look_is_punct(f->r->doc, hit->first - 1);

    if (ahd_reader_is_one(f->r, hit->end, more))
        return false; /* «الأخير من نوعه» */
    if (!ahd_reader_is_arabic(f->r, hit->first))
        return true;
    return is_verb(f, hit->first - 1) || (hit->pro & AHD_PRO_LI) ||
           (opens && (hit->pro & AHD_PRO_WA));
}

/* The nearest whose gender is that of the word; none when the nearest has no
 * gender that we know. */
static uint32_t latter_meant(const finder *f, uint32_t token, unsigned gender)
{
    for (uint32_t i = f->next; i-- > 0 && f->next - i <= MENTIONS;) {
        const ahd_mention *m = mention(f, i);
        if (m->sentence + LATTER_REACH < sentence_of(f, token))
            break;
        bool place = m->kind == AHD_MENTION_PLACE; /* it may be meant */
        unsigned other = place ? AHD_FEMININE : ahd_gender_of(f->r, m);
        if (other == 0 || gender == 0 || (place && other == gender))
            return AHD_NONE;
        if (other == gender)
            return i;
    }
    return AHD_NONE;
}

/* The gender that the words themselves have. */
static unsigned gender_of_word(const finder *f, uint32_t token)
{
    if (is_class(f, token, AHD_CLASS_FEMININE))
        return AHD_FEMININE;
    return is_class(f, token, AHD_CLASS_MASCULINE) ? AHD_MASCULINE : 0;
}

static uint32_t read_latter(finder *f, uint32_t token)
{
    const ahd_hit *hit =
        ahd_look_hit_id(f->r->doc, token, AHD_TERM_CLASS, AHD_CLASS_LATTER);

    if (hit == NULL || (hit->pro & ~AHD_READER_ANY) || !is_noun_itself(f, hit))
        return token;
    uint32_t means = latter_meant(f, token, gender_of_word(f, token));
    if (means == AHD_NONE)
        return token;
    add(f, token, hit->end, hit->pro, means);
    return hit->end;
}

/* --------------------------------------------------------- English pronouns */

/* "he also said", "she signed": the subject of saying, or of an act; not so
 * "what they called". */
static bool is_subject(const finder *f, uint32_t token)
{
    static const char *const adverbs[] = {"also", "later", "then", "has",
                                          "had",  "have",  NULL};
    uint32_t verb = token + 1;

    verb += ahd_reader_is_one(f->r, verb, adverbs);
    if (token > 0 && ahd_look_is(f->r->doc, token - 1, "what"))
        return false;
    return is_before_cue(f, verb) ||
           ahd_look_hit(f->r->doc, verb, AHD_TERM_RULE) != NULL;
}

/* Does it open its sentence or speak: is it what the sentence is about? */
static bool is_topic(const finder *f, uint32_t at)
{
    const ahd_mention *m = mention(f, at);
    const ahd_sentence *s = &f->r->doc->sentences.items[m->sentence];
    uint32_t first = m->first;

    first -= first > s->first && ahd_look_is(f->r->doc, first - 1, "the");
    return first == s->first || speaks(f, m->first, m->end);
}

/* The only person of that gender just before, who must be a topic there. */
static uint32_t person_meant(const finder *f, uint32_t token, unsigned gender)
{
    uint32_t found = AHD_NONE;

    for (uint32_t i = f->next; i-- > 0 && f->next - i <= MENTIONS;) {
        const ahd_mention *m = mention(f, i);
        if (m->sentence + PROMENTIONS < sentence_of(f, token))
            break;
        if (m->kind != AHD_MENTION_PERSON || !may_be(f, i, gender))
            continue;
        if (found != AHD_NONE && !are_same(f, i, found))
            return AHD_NONE;
        if (found == AHD_NONE || is_topic(f, i))
            found = i;
    }
    if (found == AHD_NONE || !is_topic(f, found))
        return AHD_NONE;
    return found;
}

/* Those who spoke last, when they are several. */
static uint32_t people_meant(const finder *f, uint32_t token)
{
    uint32_t speaker = last_speaker(f, token, 1);

    return speaker != AHD_NONE && mention(f, speaker)->kind == AHD_MENTION_GROUP
               ? speaker
               : AHD_NONE;
}

static uint32_t read_pronoun(finder *f, uint32_t token)
{
    bool they = is_class(f, token, AHD_CLASS_THEY);
    uint32_t means = AHD_NONE;

    if (f->quoted || (!they && !is_class(f, token, AHD_CLASS_HE)) ||
        !is_subject(f, token))
        return token;
    means = they ? people_meant(f, token)
                 : person_meant(f, token, gender_of_word(f, token));
    if (means == AHD_NONE)
        return token;
    add(f, token, token + 1, 0, means);
    return token + 1;
}

/* ------------------------------------------------------------- the document */

typedef uint32_t reading(finder *, uint32_t);

/* The token after what stands here. */
static uint32_t read_token(finder *f, uint32_t token)
{
    static reading *const readings[] = {read_official, read_latter,
                                        read_pronoun};

    if (ahd_look_is(f->r->doc, token, "\""))
        f->quoted = !f->quoted;
    if (f->r->doc->tokens.items[token].hits == 0)
        return token + 1; /* no word of any table */
    note_stranger(f, token);
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        uint32_t end = readings[i](f, token);
        if (end > token)
            return end;
    }
    return token + 1;
}

static void read_sentence(finder *f, const ahd_sentence *s)
{
    for (uint32_t token = s->first; token < s->end;) {
        if (f->next < f->r->doc->mentions.count &&
            mention(f, f->next)->first <= token) {
            token = mention(f, f->next)->end;
            pass_mention(f);
        } else
            token = read_token(f, token);
    }
}

/* Mentions have moved to make place: by the token that each began at. */
static void link(const finder *f, const uint32_t *means_token)
{
    const ahd_doc *doc = f->r->doc;

    for (uint32_t i = 0; i < f->added.count; i++) {
        uint32_t at = ahd_look_mention_at(doc, f->added.items[i].first);
        uint32_t who = ahd_look_mention_at(doc, means_token[i]);
        if (doc->mentions.items[at].id == AHD_NONE)
            doc->mentions.items[at].same_as = root_of(f, who);
    }
}

void ahd_anaphor_find(const ahd_reader *r)
{
    finder f = {.r = r, .speaker = AHD_NONE};
    uint32_t paragraph = 0;

    for (uint32_t i = 0; i < r->doc->sentences.count; i++) {
        const ahd_sentence *s = &r->doc->sentences.items[i];
        f.quoted = f.quoted && s->paragraph == paragraph;
        paragraph = s->paragraph;
        read_sentence(&f, s);
    }
    if (f.added.count == 0)
        return;
    uint32_t *token = ahd_new(r->scratch, uint32_t, f.added.count);
    for (uint32_t i = 0; i < f.added.count; i++)
        token[i] = mention(&f, f.means.items[i])->first;
    ahd_reader_merge(r, f.added.items, f.added.count);
    link(&f, token);
}
