#include "agreements/extent.h"

#include "doc/look.h"
#include "kb/kb.h"

/* A phrase longer than LONGEST is no longer how one cites an agreement; one of
 * BARE words or fewer is told by what follows its preposition. */
enum { LONGEST = 12, WORDS = 4, BARE = 2, MOST_ABOUT = 6, MOST_QUOTED = 5 };

typedef struct phrase {
    const ahd_doc *doc;
    uint32_t first, head_end, end; /* tokens: what was taken so far */
    uint32_t limit;                /* the sentence's end */
    uint32_t noun;                 /* ahd_noun_kind */
    bool definite, closed, named;
    bool article; /* of the noun: no idafa follows */
    bool fresh;   /* indefinite, though words with the article follow */
} phrase;

static bool is_class(const phrase *p, uint32_t token, ahd_class class)
{
    return ahd_look_hit_id(p->doc, token, AHD_TERM_CLASS, class) != NULL;
}

/* Does one of these clitics stand before the word? Not the ف of فيينا. */
static bool has_clitic(const phrase *p, uint32_t token, uint16_t pro)
{
    return ahd_look_has_pro(p->doc, token, pro) &&
           (p->doc->tokens.items[token].segments == 0 ||
            p->doc->tokens.items[token].host > 0);
}

static const ahd_mention *mention_from(const phrase *p, uint32_t token)
{
    uint32_t m = ahd_look_mention_at(p->doc, token);

    if (token >= p->limit || m == AHD_NONE ||
        p->doc->mentions.items[m].first != token)
        return NULL;
    return &p->doc->mentions.items[m];
}

static bool is_name_kind(uint8_t kind)
{
    return kind == AHD_MENTION_STATE || kind == AHD_MENTION_PLACE ||
           kind == AHD_MENTION_ORGANISATION || kind == AHD_MENTION_GROUP;
}

/* ---------------------------------------------------------------- words */

static bool is_verb(const phrase *p, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(p->doc, token);

    return host && (host->pos == AHD_POS_VERB || host->pos == AHD_POS_AUX);
}

static bool is_preposition(const phrase *p, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(p->doc, token);

    return token < p->limit && ((host && host->pos == AHD_POS_ADP) ||
                                has_clitic(p, token, AHD_PRO_BI | AHD_PRO_LI) ||
                                is_class(p, token, AHD_CLASS_IN));
}

/* «اتفاق السلام الموقع في الدوحة»: the word opens a clause of its own. After a
 * bare noun it is all that tells which one: «المفاوضات الجارية بين الجانبين».
 */
static bool opens_clause(const phrase *p, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(p->doc, token);
    const ahd_hit *verb = ahd_look_hit(p->doc, token, AHD_TERM_VERB);
    bool participle = (verb && verb->extra == AHD_FORM_PATIENT) ||
                      (host && AHD_FEAT(host->feats, VERBAL) >= AHD_PARTICIPLE);

    return participle && p->end > p->head_end &&
           (is_preposition(p, token + 1) ||
            ahd_look_hit(p->doc, token + 1, AHD_TERM_TIME) != NULL);
}

/* «المفاوضات القادمة», «الاتفاق الأخير»: a word of time, a function word, that
 * only describes. */
static bool describes(const phrase *p, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(p->doc, token);

    return host && host->pos == AHD_POS_ADJ &&
           ahd_look_has_pro(p->doc, token, AHD_PRO_AL);
}

static bool has_use(const phrase *p, uint32_t token)
{
    return ahd_look_hit(p->doc, token, AHD_TERM_CLASS) ||
           ahd_look_hit(p->doc, token, AHD_TERM_TIME) ||
           ahd_look_hit(p->doc, token, AHD_TERM_CUE);
}

static bool is_plain_word(const phrase *p, uint32_t token)
{
    return p->doc->tokens.items[token].kind == AHD_TOKEN_WORD &&
           (!has_use(p, token) || describes(p, token)) && !is_verb(p, token) &&
           !opens_clause(p, token);
}

/* «محادثات غير مباشرة» */
static bool take_negated(phrase *p)
{
    const ahd_segment *host = ahd_look_host(p->doc, p->end + 1);

    if (!ahd_look_is(p->doc, p->end, "غير") || p->end + 2 > p->limit ||
        host == NULL || host->pos == AHD_POS_VERB)
        return false;
    p->end += 2;
    return true;
}

/* «السلم والشراكة», but not «الهدنة والوفاء»: what is joined to the bare noun
 * is another thing. */
static bool is_joined_apart(const phrase *p, uint32_t token)
{
    return has_clitic(p, token, AHD_PRO_WA | AHD_PRO_FA) &&
           p->end == p->head_end;
}

/* An adjective or the next noun of an idafa. After a definite word both carry
 * the article; after an indefinite one, neither. */
static bool take_word(phrase *p)
{
    const uint16_t others = AHD_PRO_WA | AHD_PRO_FA | AHD_PRO_BI | AHD_PRO_LI;
    const ahd_token *t = &p->doc->tokens.items[p->end];

    if (!is_plain_word(p, p->end) || !(t->flags & AHD_TOKEN_ARABIC) ||
        is_joined_apart(p, p->end))
        return false;
    bool article = ahd_look_has_pro(p->doc, p->end, AHD_PRO_AL);
    if (has_clitic(p, p->end, AHD_PRO_BI | AHD_PRO_LI))
        return false;
    if (!article && (p->definite || has_clitic(p, p->end, others)))
        return false;
    uint32_t m = ahd_look_mention_at(p->doc, p->end);
    if (m != AHD_NONE && p->doc->mentions.items[m].kind <= AHD_MENTION_PERSON)
        return false;
    p->end++;
    p->definite = p->definite || article;
    return true;
}

/* ---------------------------------------------------------------- names */

/* A name in the phrase, without preposition: "اتفاق الدوحة". */
static bool take_name(phrase *p)
{
    const ahd_mention *mention = mention_from(p, p->end);

    if (mention == NULL || !is_name_kind(mention->kind) || p->article ||
        has_clitic(p, p->end,
                   AHD_PRO_BI | AHD_PRO_LI | AHD_PRO_WA | AHD_PRO_FA))
        return false;
    p->end = mention->end < p->limit ? mention->end : p->limit;
    p->definite = p->named = true;
    return true;
}

/* "2216", "رقم 2216". */
static bool take_number(phrase *p)
{
    uint32_t i = p->end;

    if (ahd_look_is(p->doc, i, "رقم") || ahd_look_is(p->doc, i, "no"))
        i++;
    if (i >= p->limit || p->doc->tokens.items[i].kind != AHD_TOKEN_NUMBER)
        return false;
    if (p->doc->tokens.items[i].form.len < 3)
        return false;
    p->end = i + 1;
    p->definite = p->named = true;
    return true;
}

static bool is_mark(const phrase *p, uint32_t token)
{
    static const char *const marks[] = {"\"", "«", "“", "”", "»", "'"};
    ahd_str form = token < p->limit ? p->doc->tokens.items[token].form
                                    : (ahd_str){NULL, 0};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (ahd_str_is(form, marks[i]))
            return true;
    return false;
}

/* «اتفاقية "نافتا"»: a name in marks right behind the noun. */
static bool take_quoted(phrase *p)
{
    uint32_t i = p->end + 1;

    if (!is_mark(p, p->end))
        return false;
    while (i < p->limit && i <= p->end + MOST_QUOTED && !is_mark(p, i) &&
           !is_verb(p, i))
        i++;
    if (!is_mark(p, i) || i == p->end + 1)
        return false;
    p->end = i + 1;
    p->definite = p->named = true;
    return true;
}

/* -------------------------------------------------- behind a preposition */

/* The names joined by "and" that follow the one that ends at `end`. */
static uint32_t end_of_list(const phrase *p, uint32_t end)
{
    for (uint32_t m = ahd_look_mention_from(p->doc, end);
         m < p->doc->mentions.count; m++) {
        const ahd_mention *next = &p->doc->mentions.items[m];
        bool joined = next->first == end &&
                      ahd_look_has_pro(p->doc, next->first, AHD_PRO_WA);
        bool apart = next->first == end + 1 && is_class(p, end, AHD_CLASS_AND);
        if ((!joined && !apart) || next->end > p->limit)
            break;
        end = next->end;
    }
    return end;
}

/* The end of the noun phrase that begins at `token`; `token` when none does. */
static uint32_t end_of_noun(const phrase *p, uint32_t token)
{
    const ahd_doc *doc = p->doc;

    if (token >= p->limit || doc->tokens.items[token].segment == AHD_NONE)
        return token;
    uint32_t c = ahd_look_chunk_after(doc, doc->tokens.items[token].segment +
                                               doc->tokens.items[token].host);
    if (c >= doc->chunks.count || doc->chunks.items[c].kind != AHD_CHUNK_NOUN)
        return token;
    uint32_t end = doc->segments.items[doc->chunks.items[c].end - 1].token + 1;
    if (end > p->limit || end > token + MOST_ABOUT)
        return token;
    for (uint32_t i = token; i < end; i++)
        if (doc->tokens.items[i].kind == AHD_TOKEN_PUNCT ||
            (i > token && has_clitic(p, i, AHD_PRO_BI | AHD_PRO_LI)))
            return i;
    return end;
}

/* "بين قطر وحكومة الوفاق", «مع القوى الدولية», «المقدم من ماليزيا»,
 * «الحد من الانتشار النووي». */
static bool take_between(phrase *p)
{
    bool from = p->end == p->head_end + 1 && ahd_look_is(p->doc, p->end, "من");
    bool limit = from && (ahd_look_is(p->doc, p->end - 1, "الحد") ||
                          ahd_look_is(p->doc, p->end - 1, "حد"));

    if (!is_class(p, p->end, AHD_CLASS_BETWEEN) &&
        !is_class(p, p->end, AHD_CLASS_WITH) && !from)
        return false;
    const ahd_mention *m = mention_from(p, p->end + 1);
    uint32_t end = m ? end_of_list(p, m->end) : end_of_noun(p, p->end + 1);
    if (from && m == NULL && !limit)
        return false;
    if (end == p->end + 1 || end > p->limit)
        return false;
    p->end = end;
    p->closed = true;
    return true;
}

/* "مذكرة تفاهم في مجال التعاون الأمني": its field is part of its name. */
static bool take_field(phrase *p)
{
    if (!ahd_look_is(p->doc, p->end, "في") ||
        !ahd_look_is(p->doc, p->end + 1, "مجال"))
        return false;
    uint32_t end = end_of_noun(p, p->end + 1);
    if (end <= p->end + 2 || end > p->limit)
        return false;
    p->end = end;
    p->fresh = !p->definite;
    p->definite = true;
    return true;
}

/* «هدنة إنسانية في اليمن», «وقف إطلاق النار في وادي سوات». */
static bool take_place(phrase *p)
{
    if (!ahd_look_is(p->doc, p->end, "في") &&
        !ahd_look_is(p->doc, p->end, "in"))
        return false;
    const ahd_mention *m = mention_from(p, p->end + 1);
    uint32_t end = p->end;
    if (m && (m->kind == AHD_MENTION_PLACE || m->kind == AHD_MENTION_STATE))
        end = m->end;
    else if (m == NULL && is_class(p, p->end + 1, AHD_CLASS_LOCALITY))
        end = end_of_noun(p, p->end + 1);
    if (end <= p->end + (m ? 1 : 2) || end > p->limit)
        return false;
    p->end = end;
    return true;
}

/* Is another agreement told of there, other than what stops fighting? */
static bool holds_agreement(const phrase *p, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        const ahd_hit *noun = ahd_look_hit(p->doc, i, AHD_TERM_AGREEMENT_NOUN);
        if (noun && noun->id != AHD_NOUN_CEASEFIRE)
            return true;
    }
    return false;
}

/* «حول»، «بشأن»; «على» of what was agreed; «لـ» of what is not known yet. The
 * token of the noun, or AHD_NONE. */
static uint32_t after_about(const phrase *p)
{
    if ((is_class(p, p->end, AHD_CLASS_ABOUT) &&
         !ahd_look_is(p->doc, p->end, "عن")) ||
        (p->noun == AHD_NOUN_AGREEMENT && ahd_look_is(p->doc, p->end, "علي") &&
         ahd_look_mention_at(p->doc, p->end + 1) == AHD_NONE))
        return p->end + 1;
    if (!p->definite && has_clitic(p, p->end, AHD_PRO_LI))
        return p->end;
    return AHD_NONE;
}

/* «اتفاق جديد حول الهجرة», «هدنة لوقف إطلاق النار»: what it is about, when the
 * words before do not tell it. */
static bool take_about(phrase *p)
{
    uint32_t from = after_about(p);

    if (from == AHD_NONE || p->named || p->noun == AHD_NOUN_DECLARATION ||
        p->end - p->head_end > BARE || is_verb(p, from) ||
        ahd_look_hit(p->doc, from, AHD_TERM_TIME))
        return false;
    uint32_t end = end_of_noun(p, from);
    if (end == from || holds_agreement(p, from, end))
        return false;
    p->end = end;
    p->closed = true;
    return true;
}

/* --------------------------------------------------------------- Arabic */

static bool take_part(phrase *p, int *words)
{
    if (take_number(p) || take_quoted(p) || take_name(p) || take_between(p) ||
        take_field(p) || take_place(p) || take_about(p) || take_negated(p))
        return true;
    return (*words)++ < WORDS && take_word(p);
}

static void grow(phrase *p)
{
    int words = 0;

    while (p->end < p->limit && p->end - p->first < LONGEST && !p->closed)
        if (!take_part(p, &words))
            break;
}

/* -------------------------------------------------------------- English */

static bool is_of_noun(const phrase *p, uint32_t token)
{
    const ahd_segment *host = ahd_look_host(p->doc, token);
    const ahd_token *t = &p->doc->tokens.items[token];

    if (t->flags & AHD_TOKEN_CAPITAL && t->kind == AHD_TOKEN_WORD &&
        !is_class(p, token, AHD_CLASS_STOP))
        return true;
    return host && !ahd_look_hit(p->doc, token, AHD_TERM_CLASS) &&
           (host->pos == AHD_POS_NOUN || host->pos == AHD_POS_PROPN ||
            host->pos == AHD_POS_ADJ || host->pos == AHD_POS_NUM);
}

/* English puts its adjectives and names before: "the Geneva ceasefire
 * agreement", "a temporary truce". */
static void grow_left(phrase *p, uint32_t from)
{
    while (p->first > from && p->end - p->first < LONGEST / 2 &&
           is_of_noun(p, p->first - 1))
        p->first--;
}

/* "cessation of hostilities agreement" */
static void take_nouns(phrase *p)
{
    for (;;) {
        const ahd_hit *noun =
            ahd_look_hit(p->doc, p->end, AHD_TERM_AGREEMENT_NOUN);
        if (p->end >= p->limit || noun == NULL || noun->end > p->limit)
            return;
        p->end = noun->end;
    }
}

/* "the truce", "the AU's "road map"", "its plan" */
static bool is_owned(const phrase *p)
{
    uint32_t before = p->first;

    if (before > 1 && is_mark(p, before - 1))
        before--;
    if (before == 0)
        return false;
    const ahd_segment *host = ahd_look_host(p->doc, before - 1);
    return ahd_look_is(p->doc, before - 1, "the") ||
           ahd_str_ends(p->doc->tokens.items[before - 1].form, AHD_STR("'s")) ||
           (host && host->pos == AHD_POS_PRON);
}

static void grow_english(phrase *p, uint32_t from)
{
    grow_left(p, from);
    take_nouns(p);
    p->named = p->first < p->head_end - 1;
    p->definite = p->named || is_owned(p);
    take_number(p);
    if (!take_place(p))
        take_between(p);
}

/* «عملية السلام», but not «وقف إطلاق النار», which may be one to come. */
static bool is_definite_phrase(const phrase *p)
{
    return p->head_end > p->first + 1 && p->noun != AHD_NOUN_CEASEFIRE &&
           ahd_look_has_pro(p->doc, p->head_end - 1, AHD_PRO_AL);
}

ahd_extent ahd_extent_of(const ahd_doc *doc, const ahd_hit *noun, uint32_t from)
{
    const ahd_sentence *s =
        &doc->sentences.items[doc->tokens.items[noun->first].sentence];
    phrase p = {.doc = doc,
                .first = noun->first,
                .head_end = noun->end,
                .end = noun->end,
                .limit = s->end,
                .noun = noun->id};

    p.article = noun->pro & AHD_PRO_AL;
    p.definite = p.article || noun->suffix || is_definite_phrase(&p);
    if (doc->tokens.items[noun->first].flags & AHD_TOKEN_ARABIC)
        grow(&p);
    else
        grow_english(&p, from > s->first ? from : s->first);
    return (ahd_extent){p.first, p.end, p.definite && !p.fresh, p.named};
}
