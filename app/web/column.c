#include "web/column.h"

#include "web/part.h"

#include <inttypes.h>
#include <math.h>

/* clang-format off: one column, one row. */
#define TEXT(row, member) #member, AHD_COLUMN_TEXT, offsetof(row, member), NULL
#define ID(row, member) #member, AHD_COLUMN_ID, offsetof(row, member), NULL
#define DAY(row, member) #member, AHD_COLUMN_DAY, offsetof(row, member), NULL
#define TIME(row, member) #member, AHD_COLUMN_TIME, offsetof(row, member), NULL
#define URL(row, member) #member, AHD_COLUMN_URL, offsetof(row, member), NULL
#define CODE(row, member) #member, AHD_COLUMN_CODE, offsetof(row, member), NULL
#define COUNT(row, member)                                                     \
#member, AHD_COLUMN_COUNT, offsetof(row, member), NULL
#define REAL(row, member)                                                      \
#member, AHD_COLUMN_NUMBER, offsetof(row, member), NULL
#define FLAG(row, member) #member, AHD_COLUMN_FLAG, offsetof(row, member), NULL

static void make_act_id(const void *row, ahd_buf *out)
{
    ahd_column_act_id(row, out);
}

/* The first of several, and how many they are. */
#define FIRST(row, name, type, member, separator)                              \
    static void make_##name(const void *of, ahd_buf *out)                      \
    {                                                                          \
        ahd_buf_add(out,                                                       \
                    ahd_part_first(((const row *)of)->member, separator));     \
    }
#define NUMBER(row, name, member, separator)                                   \
    static void make_##name(const void *of, ahd_buf *out)                      \
    {                                                                          \
        ahd_str all = ((const row *)of)->member;                               \
        ahd_buf_printf(out, "%" PRId64, ahd_part_count(all, separator));       \
    }
FIRST(ahd_act_row, source, TEXT, source, AHD_PART_NAMES)
FIRST(ahd_act_row, source_id, ID, source_ids, AHD_PART_NAMES)
NUMBER(ahd_act_row, sources, source, AHD_PART_NAMES)
FIRST(ahd_act_row, target, TEXT, target, AHD_PART_NAMES)
FIRST(ahd_act_row, target_id, ID, target_ids, AHD_PART_NAMES)
NUMBER(ahd_act_row, targets, target, AHD_PART_NAMES)
FIRST(ahd_agreement_row, country, CODE, country, AHD_PART_CODES)
NUMBER(ahd_agreement_row, countries, country, AHD_PART_CODES)
FIRST(ahd_agreement_row, place, TEXT, place, AHD_PART_CODES)
NUMBER(ahd_agreement_row, places, place, AHD_PART_CODES)

static const ahd_column acts[] = {
    {"id", AHD_COLUMN_ID, 0, make_act_id,
     "the act itself: its document, the place of its sentence, and which of "
     "the sentence's acts it is; stays when the record is read anew, unless "
     "the text is cut otherwise",
     "الفعل نفسه: وثيقته وموضع جملته وترتيبه بين أفعال الجملة؛ يبقى عند إعادة "
     "القراءة ما لم يُقطَّع النص على وجه آخر"},
    {ID(ahd_act_row, document), "the document that tells it",
     "الوثيقة التي ترويه"},
    {COUNT(ahd_act_row, n),
     "its number in its document as read now; changes when the record is read "
     "anew",
     "رقمه في وثيقته كما قُرئت الآن؛ يتغير عند إعادة القراءة"},
    {CODE(ahd_act_row, act), "its type, of the list of act types",
     "نوعه، من قائمة أنواع الأفعال"},
    {CODE(ahd_act_row, mode),
     "of a signing: signed, initialled, reached, announced, ratified or "
     "acceded",
     "للتوقيع: signed أو initialled أو reached أو announced أو ratified أو "
     "acceded"},
    {DAY(ahd_act_row, date),
     "when it was done, as told or reckoned; empty when the text does not say",
     "وقت وقوعه كما رُوي أو حُسب؛ فارغ حين لا يذكره النص"},
    {DAY(ahd_act_row, published), "when the document was published",
     "يوم نشر الوثيقة"},
    {CODE(ahd_act_row, modality),
     "actual, planned, possible, negated or conditional: only the first was "
     "told as done",
     "actual أو planned أو possible أو negated أو conditional: الأولى وحدها "
     "رُويت واقعةً"},
    {"source", AHD_COLUMN_TEXT, 0, make_source,
     "name of the first of those who do it", "اسم أول من يقوم به"},
    {"source_id", AHD_COLUMN_ID, 0, make_source_id,
     "the id of that one, when it is known", "معرّفه إن عُرف"},
    {"sources", AHD_COLUMN_COUNT, 0, make_sources,
     "how many do it; all of them are in participants",
     "عدد القائمين به؛ وكلهم في participants"},
    {"target", AHD_COLUMN_TEXT, 0, make_target,
     "name of the first of those to or against whom it is done",
     "اسم أول من يقع عليه أو معه"},
    {"target_id", AHD_COLUMN_ID, 0, make_target_id,
     "the id of that one, when it is known", "معرّفه إن عُرف"},
    {"targets", AHD_COLUMN_COUNT, 0, make_targets,
     "how many those are; all of them are in participants",
     "عددهم؛ وكلهم في participants"},
    {TEXT(ahd_act_row, speaker), "who says so, when it is somebody else's word",
     "من يقول ذلك حين يُروى على لسان غير الفاعل"},
    {ID(ahd_act_row, speaker_id), "the speaker's id", "معرّف المتحدث"},
    {TEXT(ahd_act_row, via), "the agency or outlet that relays it",
     "الوكالة أو الوسيلة التي نقلته"},
    {ID(ahd_act_row, via_id), "its id", "معرّفها"},
    {ID(ahd_act_row, agreement), "the first agreement it is about",
     "أول اتفاق يتعلق به"},
    {TEXT(ahd_act_row, agreement_name), "what that agreement is called",
     "اسم ذلك الاتفاق"},
    {COUNT(ahd_act_row, agreements), "how many agreements it is about",
     "عدد الاتفاقات التي يتعلق بها"},
    {TEXT(ahd_act_row, place), "where, in the words of the text",
     "المكان بلفظ النص"},
    {ID(ahd_act_row, place_id), "that place in the registry",
     "ذلك المكان في السجل"},
    {REAL(ahd_act_row, lat),
     "degrees north of that place (WGS 84); the place's middle, not where it "
     "happened",
     "خط عرض ذلك المكان (WGS 84): وسط المكان لا موضع الحدث"},
    {REAL(ahd_act_row, lon), "degrees east", "خط الطول"},
    {TEXT(ahd_act_row, outlet), "who published the document", "ناشر الوثيقة"},
    {CODE(ahd_act_row, lang), "the document's language: ar or en",
     "لغة الوثيقة: ar أو en"},
    {URL(ahd_act_row, url), "where the document was", "عنوان الوثيقة"},
    {TEXT(ahd_act_row, title), "the document's title", "عنوان الوثيقة المكتوب"},
    {TEXT(ahd_act_row, sentence), "the sentence that tells it, word for word",
     "الجملة التي ترويه بحروفها"},
    {COUNT(ahd_act_row, sentence_start),
     "where that begins in the document's text, in Unicode code points from 0",
     "بدايتها في نص الوثيقة بمواضع يونيكود من الصفر"},
    {COUNT(ahd_act_row, sentence_end), "where it ends, exclusive",
     "نهايتها دون شمولها"},
    {REAL(ahd_act_row, confidence),
     "how sure the reading is, 0 to 1; no probability that it happened",
     "مدى الثقة بالقراءة من 0 إلى 1؛ وليست احتمال وقوعه"},
    {CODE(ahd_act_row, review),
     "what a person decided: confirmed, corrected, added, reviewed; empty: "
     "nobody did",
     "ما قرره إنسان: confirmed أو corrected أو added أو reviewed؛ فارغ: لم "
     "يراجعه أحد"},
    {ID(ahd_act_row, occurrence),
     "the same in all rows that tell the same act; empty when only one does",
     "واحد في كل الصفوف التي تروي الفعل نفسه؛ فارغ حين يرويه صف واحد"},
    {COUNT(ahd_act_row, tellings), "how many acts of the record tell it",
     "عدد أفعال السجل التي ترويه"},
    {COUNT(ahd_act_row, stories), "how many independent stories tell it",
     "عدد الأخبار المستقلة التي ترويه"},
    {TIME(ahd_act_row, seen),
     "when the record got it, or a review changed its document",
     "وقت دخوله السجل أو تعديل وثيقته بالمراجعة"},
    {"participants", AHD_COLUMN_ROWS, 0, NULL,
     "in lines of JSON only: the rows that participants has of this act",
     "في أسطر JSON فقط: صفوف هذا الفعل في participants"},
};

static void make_part_act(const void *row, ahd_buf *out)
{
    ahd_column_act_id(((const ahd_part *)row)->act, out);
}

static const ahd_column participants[] = {
    {"act", AHD_COLUMN_ID, 0, make_part_act, "the act, by its id in acts",
     "الفعل بمعرّفه في acts"},
    {CODE(ahd_part, role),
     "source: does it; target: to or against whom; speaker: says so; via: "
     "relays that; for: whom one of these acts for",
     "source: القائم به؛ target: من يقع عليه أو معه؛ speaker: من يقول ذلك؛ "
     "via: من نقله؛ for: من يعمل أحدهم نيابة عنه"},
    {COUNT(ahd_part, rank), "which of those with this role, from 1",
     "ترتيبه بين أصحاب هذا الدور، من 1"},
    {ID(ahd_part, actor), "the actor; empty when no registry or page names it",
     "الجهة؛ فارغ حين لا يسميها سجل ولا صفحة"},
    {TEXT(ahd_part, name), "its name, or the words of the text",
     "اسمها، أو لفظ النص"},
};

static const ahd_column parties[] = {
    {ID(ahd_part, agreement), "the agreement", "الاتفاق"},
    {CODE(ahd_part, role),
     "party, signatory, mediator, guarantor, monitor, witness, third_party; "
     "state: one that it concerns",
     "party وsignatory وmediator وguarantor وmonitor وwitness وthird_party؛ "
     "state: دولة معنية به"},
    {COUNT(ahd_part, rank), "which of those with this role, from 1",
     "ترتيبه بين أصحاب هذا الدور، من 1"},
    {ID(ahd_part, actor), "the actor, of a state its two letters (ISO 3166)",
     "الجهة، وللدولة حرفاها (ISO 3166)"},
    {TEXT(ahd_part, name), "its name", "اسمها"},
    {CODE(ahd_part, state),
     "of its signature: signed, initialled, verbal, absent or withdrew; empty: "
     "not known",
     "حال توقيعها: signed أو initialled أو verbal أو absent أو withdrew؛ "
     "فارغ: غير معروفة"},
};

static const ahd_column documents[] = {
    {ID(ahd_document_row, id), "the document", "الوثيقة"},
    {DAY(ahd_document_row, published), "when it was published", "يوم نشرها"},
    {CODE(ahd_document_row, kind), "article, list, error or not_news",
     "article أو list أو error أو not_news"},
    {TEXT(ahd_document_row, refused), "why it is no article",
     "سبب كونها ليست مقالًا"},
    {TEXT(ahd_document_row, title), "its title", "عنوانها"},
    {TEXT(ahd_document_row, outlet), "who published it", "ناشرها"},
    {CODE(ahd_document_row, lang), "its language: ar or en", "لغتها: ar أو en"},
    {URL(ahd_document_row, url), "where it was", "عنوانها على الشبكة"},
    {TEXT(ahd_document_row, path), "the file it was added from, and the line",
     "الملف الذي أُضيفت منه والسطر"},
    {COUNT(ahd_document_row, acts), "acts that it tells",
     "الأفعال التي ترويها"},
    {COUNT(ahd_document_row, captures), "times that its page was seen",
     "مرات رصد صفحتها"},
};

static const ahd_column agreements[] = {
    {ID(ahd_agreement_row, id), "the agreement", "الاتفاق"},
    {CODE(ahd_agreement_row, kind), "ceasefire, peace, political …",
     "نوعه: ceasefire وpeace وpolitical وغيرها"},
    {"country", AHD_COLUMN_CODE, 0, make_country,
     "the first state it concerns, two letters (ISO 3166)",
     "أول دولة معنية بحرفين (ISO 3166)"},
    {"countries", AHD_COLUMN_COUNT, 0, make_countries,
     "how many states it concerns; all of them are in parties",
     "عدد الدول المعنية؛ وكلها في parties"},
    {DAY(ahd_agreement_row, date), "when it was signed, as precisely as known",
     "يوم توقيعه بقدر ما عُرف"},
    {"place", AHD_COLUMN_TEXT, 0, make_place, "the first place of its signing",
     "أول مكان لتوقيعه"},
    {"places", AHD_COLUMN_COUNT, 0, make_places,
     "in how many places it was signed", "عدد أماكن توقيعه"},
    {TEXT(ahd_agreement_row, name_ar), "its name in Arabic", "اسمه بالعربية"},
    {TEXT(ahd_agreement_row, name_en), "its name in English",
     "اسمه بالإنجليزية"},
    {CODE(ahd_agreement_row, confidence), "how well its facts were checked",
     "مدى التحقق من حقائقه"},
    {FLAG(ahd_agreement_row, found),
     "1: found in documents; 0: of the registry",
     "1: وُجد في الوثائق؛ 0: من السجل"},
    {COUNT(ahd_agreement_row, acts), "acts about it", "الأفعال المتعلقة به"},
    {COUNT(ahd_agreement_row, claims), "of these, claims that it was broken",
     "منها اتهامات بخرقه"},
    {COUNT(ahd_agreement_row, documents), "documents with an act about it",
     "الوثائق التي فيها فعل يتعلق به"},
};

static const ahd_column actors[] = {
    {ID(ahd_actor_row, id),
     "the actor; ~ begins the id of one that no registry has",
     "الجهة؛ وتبدأ العلامة ~ معرّف من ليس في السجل"},
    {CODE(ahd_actor_row, type),
     "person, office, organisation, state, armed group …",
     "شخص أو منصب أو منظمة أو دولة أو جماعة مسلحة وغيرها"},
    {CODE(ahd_actor_row, country), "its state, two letters (ISO 3166)",
     "دولته بحرفين (ISO 3166)"},
    {TEXT(ahd_actor_row, name_ar), "its name in Arabic", "اسمه بالعربية"},
    {TEXT(ahd_actor_row, name_en), "its name in English", "اسمه بالإنجليزية"},
    {FLAG(ahd_actor_row, provisional),
     "1: a name of the pages that no registry has",
     "1: اسم في الصفحات ليس في السجل"},
    {COUNT(ahd_actor_row, acts), "acts it is in", "الأفعال التي يشارك فيها"},
};

static const ahd_column disputes[] = {
    {ID(ahd_dispute_row, id), "the dispute", "المنازعة"},
    {ID(ahd_dispute_row, agreement), "the agreement said to be broken",
     "الاتفاق الذي قيل إنه خُرق"},
    {TEXT(ahd_dispute_row, name_ar), "its name in Arabic", "اسمه بالعربية"},
    {TEXT(ahd_dispute_row, name_en), "its name in English", "اسمه بالإنجليزية"},
    {ID(ahd_dispute_row, accused), "who is said to have broken it",
     "المتهم بخرقه"},
    {TEXT(ahd_dispute_row, accused_ar), "the name of the accused in Arabic",
     "اسم المتهم بالعربية"},
    {TEXT(ahd_dispute_row, accused_en), "the name of the accused in English",
     "اسم المتهم بالإنجليزية"},
    {DAY(ahd_dispute_row, first), "day of the first claim", "يوم أول اتهام"},
    {DAY(ahd_dispute_row, last), "day of the last claim", "يوم آخر اتهام"},
    {COUNT(ahd_dispute_row, level),
     "the highest rung that its claims reach: 0 unnamed sources to 6 found by "
     "the monitor",
     "أعلى درجة بلغتها الاتهامات: من 0 مصادر لم تُسمَّ إلى 6 أثبتها المراقب"},
    {TEXT(ahd_dispute_row, rung), "that rung in words", "تلك الدرجة بالكلمات"},
    {COUNT(ahd_dispute_row, claims), "claims, told any number of times",
     "الاتهامات، مهما تكررت روايتها"},
    {COUNT(ahd_dispute_row, claimants),
     "named claimants that are not of the accused",
     "أصحاب الاتهام المسمَّون من غير جانب المتهم"},
    {COUNT(ahd_dispute_row, sides), "sides that these are of",
     "الجوانب التي ينتمون إليها"},
    {COUNT(ahd_dispute_row, stories), "independent stories that tell it",
     "الأخبار المستقلة التي ترويه"},
    {COUNT(ahd_dispute_row, replies),
     "denials and other replies; 0: none was found",
     "النفي والردود الأخرى؛ 0: لم يُعثر على رد"},
};

static const ahd_column stories[] = {
    {ID(ahd_story_row, id), "the story, by the id of its first document",
     "الخبر بمعرّف أول وثائقه"},
    {DAY(ahd_story_row, first), "when that was published",
     "يوم نشر تلك الوثيقة"},
    {TEXT(ahd_story_row, title), "its title", "عنوانها"},
    {COUNT(ahd_story_row, documents), "documents of this origin",
     "الوثائق ذات هذا المصدر"},
    {COUNT(ahd_story_row, outlets), "outlets that carried it",
     "الوسائل التي حملته"},
    {COUNT(ahd_story_row, roots),
     "of the documents, those that copy nobody; those that one agency is "
     "behind count as one",
     "منها ما لم ينسخ أحدًا؛ وما تقف وراءه وكالة واحدة يُعد واحدًا"},
};

static const ahd_column search[] = {
    {COUNT(ahd_find_row, n), "rank: 1 has most of what was asked for",
     "الترتيب: الأول أوفى بما سُئل عنه"},
    {ID(ahd_find_row, id), "the document", "الوثيقة"},
    {DAY(ahd_find_row, published), "when it was published", "يوم نشرها"},
    {TEXT(ahd_find_row, outlet), "who published it", "ناشرها"},
    {CODE(ahd_find_row, lang), "its language: ar or en", "لغتها: ar أو en"},
    {TEXT(ahd_find_row, title), "its title", "عنوانها"},
    {URL(ahd_find_row, url), "where it was", "عنوانها على الشبكة"},
    {TEXT(ahd_find_row, snippet), "the sentence that has most of the words",
     "الجملة الأوفى بالكلمات"},
    {COUNT(ahd_find_row, snippet_start),
     "where that begins in the document's text, in Unicode code points from 0",
     "بدايتها في نص الوثيقة بمواضع يونيكود من الصفر"},
    {COUNT(ahd_find_row, snippet_end), "where it ends, exclusive",
     "نهايتها دون شمولها"},
    {REAL(ahd_find_row, score),
     "bm25: higher fits better; compares within one search only",
     "bm25: الأعلى أوفق؛ ولا يُقارن إلا داخل بحث واحد"},
};

static const ahd_column reviews[] = {
    {COUNT(ahd_review_row, number), "the review", "المراجعة"},
    {ID(ahd_review_row, document), "the document it is of",
     "الوثيقة التي تخصها"},
    {COUNT(ahd_review_row, n),
     "the act it is of, by its number as read now; 0: of the document",
     "الفعل الذي تخصه برقمه في القراءة الحالية؛ 0: الوثيقة كلها"},
    {TEXT(ahd_review_row, by), "who decided, by a name of their choosing",
     "من قرر، باسم اختاره"},
    {TIME(ahd_review_row, at), "when", "متى"},
    {CODE(ahd_review_row, decision),
     "confirm, reject, correct, link, merge, split, undo …",
     "القرار: confirm وreject وcorrect وlink وmerge وsplit وundo وغيرها"},
    {TEXT(ahd_review_row, change), "what was changed into what",
     "ما الذي غُيّر وإلى ماذا"},
    {TEXT(ahd_review_row, why), "the reason given", "السبب المذكور"},
    {TEXT(ahd_review_row, note), "a note", "ملاحظة"},
    {CODE(ahd_review_row, state), "standing, superseded or undone",
     "standing أو superseded أو undone"},
    {TEXT(ahd_review_row, disagrees),
     "whether a newer reading or another reviewer says otherwise, and of what",
     "هل تخالفها قراءة أحدث أو مراجع آخر، وفي ماذا"},
    {FLAG(ahd_review_row, orphaned),
     "1: no act of the present reading is at its place",
     "1: لا فعل في القراءة الحالية في موضعها"},
    {TEXT(ahd_review_row, words), "the words of the text it is about",
     "ألفاظ النص التي تتعلق بها"},
};

#define TABLE(name, en, ar)                                                    \
    {                                                                          \
#name, (name), sizeof(name) / sizeof *(name), (en), (ar)               \
    }

const ahd_table ahd_tables[AHD_TABLES] = {
    TABLE(acts, "an act, as one document tells it",
          "فعل كما ترويه وثيقة واحدة"),
    TABLE(participants,
          "one who is in an act, in one role, as one document tells it",
          "طرف في فعل بدور واحد كما ترويه وثيقة واحدة"),
    TABLE(documents, "a document, read out of a page", "وثيقة قُرئت من صفحة"),
    TABLE(agreements, "an agreement that an act is about, or of the registry",
          "اتفاق يتعلق به فعل، أو من السجل"),
    TABLE(parties, "a party of an agreement, or a state it concerns",
          "طرف في اتفاق، أو دولة معنية به"),
    TABLE(actors, "an actor of some act", "جهة في فعل ما"),
    TABLE(disputes,
          "claims that one agreement was broken by one accused, with all that "
          "is said about them",
          "اتهامات بخرق اتفاق واحد موجهة إلى متهم واحد، وكل ما قيل فيها"),
    TABLE(stories, "documents of one origin", "وثائق ذات مصدر واحد"),
    TABLE(search, "a document that was found by its words",
          "وثيقة عُثر عليها بكلماتها"),
    TABLE(reviews, "what a person decided", "ما قرره إنسان"),
};
/* clang-format on */

const ahd_table *ahd_table_find(ahd_str name)
{
    for (size_t i = 0; i < AHD_TABLES; i++)
        if (ahd_str_eq(ahd_str_from(ahd_tables[i].name), name))
            return &ahd_tables[i];
    return NULL;
}

ahd_str ahd_column_type_name(ahd_column_type type)
{
    static const char *const names[AHD_COLUMN_TYPES] = {
        [AHD_COLUMN_TEXT] = "text",     [AHD_COLUMN_ROWS] = "rows",
        [AHD_COLUMN_ID] = "id",         [AHD_COLUMN_DAY] = "day",
        [AHD_COLUMN_TIME] = "time",     [AHD_COLUMN_URL] = "url",
        [AHD_COLUMN_CODE] = "code",     [AHD_COLUMN_COUNT] = "integer",
        [AHD_COLUMN_NUMBER] = "number", [AHD_COLUMN_FLAG] = "flag"};

    return ahd_str_from(names[type]);
}

const char *ahd_column_act(size_t i)
{
    static const char *const types[] = {
        "sign",      "negotiate", "meet",    "mediate",  "commit", "demand",
        "implement", "accuse",    "breach",  "deny",     "reject", "suspend",
        "extend",    "support",   "condemn", "threaten", NULL};

    return types[i];
}

void ahd_column_act_id(const ahd_act_row *row, ahd_buf *out)
{
    ahd_buf_add(out, row->document);
    ahd_buf_printf(out, ":s%" PRId64 ".%" PRId64, row->sentence_start,
                   row->nth);
}

static ahd_value text_value(ahd_str text)
{
    return (ahd_value){text.len > 0 ? AHD_VALUE_TEXT : AHD_VALUE_NONE,
                       .text = text};
}

static ahd_value real_value(double real)
{
    return (ahd_value){isnan(real) ? AHD_VALUE_NONE : AHD_VALUE_REAL,
                       .real = real};
}

static ahd_value made_value(const ahd_column *column, ahd_str made)
{
    uint32_t number;

    if (column->type == AHD_COLUMN_COUNT && ahd_str_number(made, &number))
        return (ahd_value){AHD_VALUE_INT, .number = number};
    return text_value(made);
}

ahd_value ahd_column_value(const ahd_column *column, const void *row,
                           ahd_buf *made)
{
    const void *member = (const char *)row + column->at;

    if (column->type == AHD_COLUMN_ROWS)
        return (ahd_value){AHD_VALUE_NONE};
    if (column->make) {
        ahd_buf_clear(made);
        column->make(row, made);
        return made_value(column, ahd_buf_str(made));
    }
    if (column->type == AHD_COLUMN_COUNT)
        return (ahd_value){AHD_VALUE_INT, .number = *(const int64_t *)member};
    if (column->type == AHD_COLUMN_FLAG)
        return (ahd_value){AHD_VALUE_INT, .number = *(const bool *)member};
    if (column->type == AHD_COLUMN_NUMBER)
        return real_value(*(const double *)member);
    return text_value(*(const ahd_str *)member);
}
