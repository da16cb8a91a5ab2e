#include "agreements/agreements.h"

#include "agreements/extent.h"
#include "doc/look.h"

static bool is_long_number(const ahd_doc *doc, uint32_t token)
{
    return token < doc->tokens.count &&
           doc->tokens.items[token].kind == AHD_TOKEN_NUMBER &&
           doc->tokens.items[token].form.len >= 3;
}

/* Two of its names may be spelled alike once folded. */
static bool is_candidate(const ahd_agreement_ref *ref, uint32_t id)
{
    for (uint8_t i = 0; i < ref->others; i++)
        if (ref->other[i].id == id)
            return true;
    return false;
}

static void add_candidates(ahd_doc *doc, ahd_agreement_ref *ref,
                           const ahd_hit *name)
{
    const ahd_token *t = &doc->tokens.items[name->first];

    for (uint32_t i = 0; i < t->hits && ref->others < AHD_OTHERS; i++) {
        const ahd_hit *hit = &doc->hits.items[t->first_hit + i];
        if (hit->kind == AHD_TERM_AGREEMENT && hit->end == name->end &&
            !is_candidate(ref, hit->id))
            ref->other[ref->others++] = (ahd_candidate){hit->id, 0.0f};
    }
}

static ahd_agreement_ref *add_ref(ahd_doc *doc, uint32_t first, uint32_t end)
{
    ahd_agreement_ref *ref = ahd_vec_push(doc->arena, &doc->agreements);

    ref->first = first;
    ref->end = end;
    ref->head = first;
    ref->sentence = doc->tokens.items[first].sentence;
    ref->at = ahd_look_span(doc, first, end);
    ref->noun = ref->id = ref->found = ref->fullest = AHD_NONE;
    return ref;
}

static uint32_t add_named(ahd_doc *doc, const ahd_hit *name,
                          const ahd_hit *noun)
{
    ahd_agreement_ref *ref = add_ref(doc, name->first, name->end);

    for (uint32_t i = name->first; noun == NULL && i < name->end; i++)
        noun = ahd_look_hit(doc, i, AHD_TERM_AGREEMENT_NOUN);
    if (noun) { /* "AU roadmap": inside the name */
        ref->noun = noun->id;
        ref->head = noun->first;
    }
    ref->how = AHD_HOW_NAMED;
    ref->definite = 1;
    add_candidates(doc, ref, name);
    return name->end;
}

/* «اتفاقات», «قرارات»: no one agreement. */
static bool is_plural(const ahd_doc *doc, const ahd_hit *noun)
{
    const ahd_token *t = &doc->tokens.items[noun->first];
    uint32_t last = noun->first;

    if (noun->id == AHD_NOUN_TALKS || noun->id == AHD_NOUN_OUTCOME)
        return false;
    if (t->flags & AHD_TOKEN_ARABIC) {
        const ahd_segment *host = ahd_look_host(doc, noun->first);
        return ahd_str_ends(t->form, AHD_STR("ات")) ||
               (host && AHD_FEAT(host->feats, NUMBER) == AHD_DUAL);
    }
    while (last + 1 < noun->end && !ahd_look_is(doc, last + 1, "of"))
        last++; /* "cessation of hostilities" is one */
    return ahd_str_ends(doc->tokens.items[last].form, AHD_STR("s"));
}

/* «اتفاق الهدنة», «قرار وقف إطلاق النار» are truces. */
static uint32_t kind_of(const ahd_doc *doc, const ahd_hit *noun)
{
    const ahd_hit *inner =
        ahd_look_hit(doc, noun->end, AHD_TERM_AGREEMENT_NOUN);

    if (inner &&
        (inner->id == AHD_NOUN_TRUCE || inner->id == AHD_NOUN_CEASEFIRE) &&
        !(inner->pro & (AHD_PRO_WA | AHD_PRO_FA | AHD_PRO_BI)) &&
        noun->end == noun->first + 1 &&
        (noun->id == AHD_NOUN_AGREEMENT || noun->id == AHD_NOUN_RESOLUTION ||
         noun->id == AHD_NOUN_DECLARATION))
        return inner->id;
    return noun->id;
}

/* Where the mention before ends: words belong to one mention. */
static uint32_t end_of_last(const ahd_doc *doc)
{
    uint32_t count = doc->agreements.count;

    return count > 0 ? doc->agreements.items[count - 1].end : 0;
}

/* «بيان مشترك "إعلان القاهرة"», «اتفاقية "نافتا"»: a name in marks. */
static void name_by_quoted(ahd_doc *doc, ahd_agreement_ref *ref)
{
    for (uint32_t i = ref->head + 1; i + 1 < ref->end; i++) {
        const ahd_hit *name = ahd_look_hit(doc, i + 1, AHD_TERM_AGREEMENT);
        if (name == NULL || name->end + 1 != ref->end ||
            doc->tokens.items[i].kind != AHD_TOKEN_PUNCT)
            continue;
        ref->how = AHD_HOW_NAMED;
        add_candidates(doc, ref, name);
        return;
    }
}

/* «القرارين 2510 و2542», «القرارات 2570 و2571 و2599»: a mention each. The end
 * of the last. */
static uint32_t add_numbers(ahd_doc *doc, ahd_agreement_ref *first)
{
    uint32_t end = first->end;

    if (first->noun != AHD_NOUN_RESOLUTION || !is_long_number(doc, end - 1) ||
        ahd_look_hit_id(doc, end - 2, AHD_TERM_CLASS, AHD_CLASS_BETWEEN))
        return end;
    first->plural = false;
    while ((ahd_look_hit_id(doc, end, AHD_TERM_CLASS, AHD_CLASS_AND) ||
            ahd_look_is_punct(doc, end)) &&
           is_long_number(doc, end + 1)) {
        ahd_agreement_ref *ref = add_ref(doc, end + 1, end + 2);
        ref->noun = AHD_NOUN_RESOLUTION;
        ref->definite = 1;
        ref->how = AHD_HOW_DESCRIBED;
        end += 2;
    }
    return end;
}

static uint32_t add_noun(ahd_doc *doc, const ahd_hit *noun)
{
    ahd_extent e = ahd_extent_of(doc, noun, end_of_last(doc));
    ahd_agreement_ref *ref = add_ref(doc, e.first, e.end);

    ref->head = noun->first;
    ref->noun = kind_of(doc, noun);
    ref->definite = e.definite;
    ref->plural = is_plural(doc, noun);
    ref->vague = noun->extra != 0;
    ref->bare = e.end - e.first == noun->end - noun->first;
    ref->how = e.end - e.first > noun->end - noun->first ? AHD_HOW_DESCRIBED
                                                         : AHD_HOW_ANAPHOR;
    name_by_quoted(doc, ref);
    return add_numbers(doc, ref);
}

/* «تم الاتفاق على …» tells that they agreed; it names no agreement. */
static bool is_light_masdar(const ahd_doc *doc, uint32_t token)
{
    if (token == 0 ||
        !ahd_look_hit_id(doc, token - 1, AHD_TERM_CLASS, AHD_CLASS_LIGHT))
        return false;
    const ahd_hit *trigger = ahd_look_hit(doc, token - 1, AHD_TERM_RULE);
    return (trigger && trigger->end > token) ||
           (token + 1 < doc->tokens.count &&
            ahd_str_starts(doc->tokens.items[token + 1].form, AHD_STR("علي")) &&
            ahd_look_has_pro(doc, token, AHD_PRO_AL));
}

/* «العلاقات الوثيقة بين البلدين»: close ones. */
static bool is_adjective(const ahd_doc *doc, const ahd_hit *noun)
{
    const ahd_segment *host = ahd_look_host(doc, noun->first);

    return noun->extra && host && host->pos == AHD_POS_ADJ &&
           doc->tokens.items[noun->first].flags & AHD_TOKEN_ARABIC;
}

/* «لتهدئة المخاوف», «لعقد مؤتمر»: to calm, to hold; no truce, no contract. */
static bool is_purpose(const ahd_doc *doc, const ahd_hit *noun)
{
    static const char *const masdars[] = {"تهديه", "تسويه", "عقد", "اجتماع",
                                          "عرض",   "اعلان", "وقف"};
    ahd_str form = doc->tokens.items[noun->first].form;
    bool masdar = false;

    for (size_t i = 0; i < sizeof masdars / sizeof *masdars; i++)
        masdar = masdar || ahd_str_ends(form, ahd_str_from(masdars[i]));
    return masdar &&
           (ahd_str_starts(form, AHD_STR("ل")) ||
            ahd_str_starts(form, AHD_STR("ول"))) &&
           noun->end == noun->first + 1;
}

/* «مؤتمر صحفي», «حوار مع "الوطن"»: for the press. */
static bool is_for_press(const ahd_doc *doc, const ahd_hit *noun)
{
    static const char *const press[] = {"صحفي",    "صحافي", "اعلامي", "الصحفي",
                                        "الصحافي", "news",  "press"};

    for (size_t i = 0; i < sizeof press / sizeof *press; i++)
        if (ahd_look_is(doc, noun->end, press[i]) ||
            ahd_look_is(doc, noun->first - 1, press[i]))
            return noun->id == AHD_NOUN_TALKS;
    return noun->id == AHD_NOUN_TALKS && noun->end + 1 < doc->tokens.count &&
           ahd_look_is(doc, noun->end, "مع") &&
           doc->tokens.items[noun->end + 1].kind == AHD_TOKEN_PUNCT;
}

/* «عرض الاتفاق على المجلس» lays it before him. */
static bool is_laying(const ahd_doc *doc, const ahd_hit *noun)
{
    const ahd_hit *next = ahd_look_hit(doc, noun->end, AHD_TERM_AGREEMENT_NOUN);

    return next && noun->end == noun->first + 1 &&
           ahd_str_eq(doc->tokens.items[noun->first].reading[0].host,
                      AHD_STR("عرض"));
}

/* «عقد محادثات» holds them; «العقد المقبل», «عقدين» are of years. */
static bool is_no_contract(const ahd_doc *doc, const ahd_hit *noun)
{
    const ahd_hit *next = ahd_look_hit(doc, noun->end, AHD_TERM_AGREEMENT_NOUN);
    const ahd_hit *time = ahd_look_hit(doc, noun->end, AHD_TERM_TIME);

    return noun->id == AHD_NOUN_CONTRACT &&
           ((next && next->id == AHD_NOUN_TALKS) || time != NULL ||
            ahd_look_is(doc, noun->first, "عقدين") ||
            ahd_look_is(doc, noun->first, "عقدان") ||
            ahd_look_is(doc, noun->end, "من"));
}

/* «عقد الوزير اجتماعا», «عقد صفقة»: what is held or made stands behind it. */
static bool holds_something(const ahd_doc *doc, uint32_t token)
{
    enum { WORDS = 8 };
    static const char *const held[] = {"جلسه",  "ندوه",   "لقاء",     "لقاءات",
                                       "دوره",  "قران",   "انتخابات", "مقارنه",
                                       "العزم", "شراكات", "جلسات",    NULL};

    for (uint32_t i = token; i < doc->tokens.count && i < token + WORDS; i++) {
        if (doc->tokens.items[i].sentence !=
                doc->tokens.items[token].sentence ||
            ahd_look_is(doc, i, "."))
            return false;
        if (ahd_look_hit(doc, i, AHD_TERM_AGREEMENT_NOUN))
            return !ahd_look_has_pro(doc, i, AHD_PRO_WA | AHD_PRO_LI);
        for (const char *const *word = held; *word; word++)
            if (ahd_look_is(doc, i, *word))
                return true;
    }
    return false;
}

/* «الاجتماع الذي عقد في الرياض», «عقده», «المقرر عقدها»: held, no contract. */
static bool is_holding(const ahd_doc *doc, const ahd_hit *noun)
{
    static const char *const before[] = {
        "الذي",   "التي", "تم",  "يتم",  "سيتم",  "المقرر", "المقرره",
        "المزمع", "قد",   "طلب", "صحفي", "صحافي", NULL};
    const ahd_segment *host = ahd_look_host(doc, noun->first);
    const ahd_hit *held =
        noun->first > 0
            ? ahd_look_hit(doc, noun->first - 1, AHD_TERM_AGREEMENT_NOUN)
            : NULL;

    if (noun->id != AHD_NOUN_CONTRACT || noun->end != noun->first + 1 ||
        noun->pro & AHD_PRO_AL)
        return false;
    for (const char *const *word = before; noun->first > 0 && *word; word++)
        if (ahd_look_is(doc, noun->first - 1, *word))
            return true;
    bool verb =
        host && host->pos == AHD_POS_VERB &&
        ahd_str_ends(doc->tokens.items[noun->first].form,
                     AHD_STR("عقد")); /* «عقدا» is read as two who did */
    return noun->suffix || verb || (held && held->id == AHD_NOUN_TALKS) ||
           holds_something(doc, noun->end);
}

/* «إعلان طالبان», «إعلانه», «الإعلان عن»: somebody announces. */
static bool is_announcing(const ahd_doc *doc, const ahd_hit *noun)
{
    uint32_t m = ahd_look_mention_at(doc, noun->end);

    if (noun->id != AHD_NOUN_DECLARATION || noun->end > noun->first + 1)
        return false;
    return noun->suffix || noun->pro & AHD_PRO_LI ||
           ahd_look_is(doc, noun->end, "عن") ||
           (m != AHD_NONE && doc->mentions.items[m].kind != AHD_MENTION_PLACE);
}

/* «مذكرة توقيف», «قرار المحكمة», «نتائج الانتخابات», «صفقة انتقال», «عرض
 * الحائط»: what a word behind the noun makes of it; words as they are folded.
 */
static const struct other_sense {
    uint32_t noun;
    const char *head, *next;
} other_senses[] = {
    {AHD_NOUN_MEMORANDUM, "مذكره", "توقيف"},
    {AHD_NOUN_MEMORANDUM, "مذكره", "اعتقال"},
    {AHD_NOUN_MEMORANDUM, "مذكره", "قبض"},
    {AHD_NOUN_MEMORANDUM, "مذكره", "قضاييه"},
    {AHD_NOUN_MEMORANDUM, "مذكره", "احضار"},
    {AHD_NOUN_RESOLUTION, "قرار", "محكمه"},
    {AHD_NOUN_RESOLUTION, "قرار", "المحكمه"},
    {AHD_NOUN_RESOLUTION, "قرار", "القضاء"},
    {AHD_NOUN_RESOLUTION, "قرار", "القاضي"},
    {AHD_NOUN_RESOLUTION, "قرار", "النيابه"},
    {AHD_NOUN_OUTCOME, "نتايج", "الانتخابات"},
    {AHD_NOUN_OUTCOME, "نتايج", "انتخابات"},
    {AHD_NOUN_OUTCOME, "نتايج", "الاستفتاء"},
    {AHD_NOUN_OUTCOME, "نتايج", "استفتاء"},
    {AHD_NOUN_OUTCOME, "نتايج", "التصويت"},
    {AHD_NOUN_OUTCOME, "نتايج", "الاقتراع"},
    {AHD_NOUN_OUTCOME, "نتايج", "الفرز"},
    {AHD_NOUN_OUTCOME, "نتايج", "التحقيق"},
    {AHD_NOUN_OUTCOME, "نتايج", "التحقيقات"},
    {AHD_NOUN_OUTCOME, "نتايج", "ايجابيه"},
    {AHD_NOUN_AGREEMENT, "صفقه", "انتقال"},
    {AHD_NOUN_INITIATIVE, "عرض", "الحايط"},
};

static bool has_other_sense(const ahd_doc *doc, const ahd_hit *noun)
{
    const ahd_token *t = &doc->tokens.items[noun->first];

    for (size_t i = 0; i < sizeof other_senses / sizeof *other_senses; i++)
        if (other_senses[i].noun == noun->id && t->readings > 0 &&
            ahd_str_is(t->reading[0].host, other_senses[i].head) &&
            ahd_look_is(doc, noun->end, other_senses[i].next))
            return true;
    return false;
}

/* «منذ عقود», «على مدى عقود»: of years. */
static bool is_decades(const ahd_doc *doc, const ahd_hit *noun)
{
    static const char *const before[] = {"منذ",  "طوال", "طيله", "مدي",
                                         "مدار", "عده",  "قبل",  NULL};

    if (noun->id != AHD_NOUN_CONTRACT || noun->first == 0 ||
        !ahd_look_is(doc, noun->first, "عقود"))
        return false;
    for (const char *const *word = before; *word; word++)
        if (ahd_look_is(doc, noun->first - 1, *word))
            return true;
    return false;
}

/* «الحلف» alone is the alliance, NATO as a rule. */
static bool is_alliance(const ahd_doc *doc, const ahd_hit *noun)
{
    ahd_str form = doc->tokens.items[noun->first].form;

    return noun->id == AHD_NOUN_TREATY && noun->end == noun->first + 1 &&
           (ahd_str_ends(form, AHD_STR("الحلف")) ||
            ahd_str_ends(form, AHD_STR("للحلف")));
}

typedef bool no_agreement(const ahd_doc *doc, const ahd_hit *noun);

static no_agreement *const no_agreements[] = {
    is_purpose,   is_no_contract, is_announcing, is_for_press,    is_laying,
    is_adjective, is_decades,     is_alliance,   has_other_sense, is_holding};

/* Is the noun used of something else? */
static bool is_no_agreement(const ahd_doc *doc, const ahd_hit *noun)
{
    for (size_t i = 0; i < sizeof no_agreements / sizeof *no_agreements; i++)
        if (no_agreements[i](doc, noun))
            return true;
    return false;
}

/* The end of the mention that begins or is added at `token`; token + 1 when
 * there is none. */
static uint32_t look_at(ahd_doc *doc, uint32_t token)
{
    const ahd_hit *name = ahd_look_hit(doc, token, AHD_TERM_AGREEMENT);
    const ahd_hit *noun = ahd_look_hit(doc, token, AHD_TERM_AGREEMENT_NOUN);

    if (name && (noun == NULL || name->end >= noun->end))
        return add_named(doc, name, noun);
    if (noun == NULL || is_light_masdar(doc, token) ||
        is_no_agreement(doc, noun))
        return token + 1;
    uint32_t m = ahd_look_mention_at(doc, token);
    if (m != AHD_NONE && (doc->mentions.items[m].first < token ||
                          doc->mentions.items[m].end > noun->end))
        return token + 1; /* inside a name: «حكومة المصالحة» */
    return add_noun(doc, noun);
}

void ahd_agreements_find(const ahd_kb *kb, ahd_doc *doc, ahd_arena *scratch)
{
    (void)kb;
    (void)scratch;
    for (uint32_t i = 0; i < doc->tokens.count;)
        i = look_at(doc, i);
}
