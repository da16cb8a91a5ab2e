/* words_said.c - what errors say, in Arabic, by their sentence before its
 * values came in (ahd_error.form). An error without a row here is shown as it
 * is.
 *
 * Most sentences are the library's; `make suite-house` sees that it still has
 * each of them. */
#include "web/words.h"

#define SAID(form, ar)                                                         \
    {                                                                          \
        form, form, ar                                                         \
    }

/* clang-format off: one row, one sentence. In byte order. */
static const ahd_wording_row table[] = {
    SAID("%.*s needs a value: %.*s=VALUE", "تلزم هذا الحقل قيمة."),
    SAID("%s cannot be empty; to take the act away, reject it",
         "لا يُترك هذا الحقل فارغًا؛ وإن لم يكن هناك فعل فارفضه."),
    SAID("%s has control characters; leave them out",
         "في أحد الحقول محارف تحكّم؛ احذفها."),
    SAID("%s is longer than %zu bytes", "أحد الحقول أطول مما ينبغي؛ اختصره."),
    SAID("%s is no UTF-8", "ليس ما في أحد الحقول نصًّا صحيح الترميز (UTF-8)."),
    SAID("%s takes at most %d values", "في أحد الحقول قيم أكثر مما ينبغي."),
    SAID("%s takes one value, not %d", "لا يأخذ هذا الحقل إلا قيمة واحدة."),
    SAID("'%.*s' are not two; write two ids with a comma between",
         "يلزم اثنان؛ اكتب معرّفين بينهما فاصلة."),
    SAID("'%.*s' is no %s; did you mean %s?",
         "لا تُفهم هذه القيمة؛ أقرب ما يُفهم مذكور هنا:"),
    SAID("'%.*s' is no %s; there are: %s",
         "لا تُفهم هذه القيمة؛ وما يُفهم مذكور هنا:"),
    SAID("'%.*s' is no act; write its number, or DOCUMENT:N",
         "ليس هذا فعلًا؛ اكتب رقمه، أو معرّف وثيقته ونقطتين ثم رقمه."),
    SAID("'%.*s' is no day; write 2020-10-23, or 2020-10-01/2020-10-31 for a"
         " time of several",
         "ليس هذا يومًا؛ اكتب مثل 2020-10-23، أو 2020-10-01/2020-10-31 لأيام"
         " عدة."),
    SAID("'%.40s' is no state of the queue; there are: open reviewed"
         " disagreeing",
         "لا حالة كهذه في قائمة المراجعة؛ اختر إحدى الحالات المعروضة."),
    SAID("'%s' is no place in a list; begin at its first page",
         "لا موضع كهذا في القائمة؛ ابدأ من صفحتها الأولى."),
    SAID("OR needs a word after it", "تلزم بعد OR كلمة."),
    SAID("OR needs a word before it", "تلزم قبل OR كلمة."),
    SAID("a * needs two letters or more before it",
         "يلزم قبل علامة * حرفان أو أكثر."),
    SAID("a document is damaged; make it again with: ahd rebuild",
         "في السجل وثيقة معطوبة؛ أعد صنعها بالأمر ahd rebuild."),
    SAID("a newer Ahd made this record; install that one",
         "صنعت هذا السجل نسخة أحدث من عهد؛ ثبّتها."),
    SAID("a role is that of an actor; say which actor",
         "الدور دور جهة ما؛ اذكر الجهة."),
    SAID("act %u is this act itself", "هذا هو الفعل نفسه؛ اختر غيره."),
    SAID("an older Ahd read %lld documents of this record and did not look"
         " for copies; read them again with: ahd rebuild",
         "قرأت نسخة أقدم من عهد وثائق في هذا السجل ولم تبحث عن النسخ"
         " المنقولة؛ أعد قراءتها بالأمر ahd rebuild."),
    SAID("document %.*s has no act %lld; its acts are 1 to %u",
         "لا فعل بهذا الرقم في الوثيقة."),
    SAID("document %.*s has no acts", "لا أفعال في هذه الوثيقة."),
    SAID("document %s has no review %lld; 'ahd list reviews' shows all",
         "لا مراجعة بهذا الرقم لهذه الوثيقة."),
    SAID("exact: needs words right after it",
         "يجب أن تلي exact: كلمات بلا فراغ."),
    SAID("no record is there; make one with: ahd add --db %s PATH",
         "لا سجل هناك؛ أنشئه بالأمر ahd add."),
    SAID("no such document", "لا وثيقة في السجل بهذا المعرّف."),
    SAID("nothing is '%s'; acts are likely or sure",
         "لا درجة ثقة كهذه؛ الأفعال إما مرجّحة أو شبه أكيدة."),
    SAID("one decision a review: confirm, set and link go together, reject,"
         " merge, split and undo stand alone",
         "لكل مراجعة قرار واحد: لا يجتمع الرفض أو الدمج أو الفصل أو التراجع"
         " مع غيره."),
    SAID("one relation of agreements a review",
         "لكل مراجعة علاقة واحدة بين اتفاقين."),
    SAID("out of memory", "لم تكفِ الذاكرة؛ أعد المحاولة بعد لحظة."),
    SAID("page %.*s is damaged; restore a copy of the record",
         "في السجل صفحة معطوبة؛ استعد نسخة منه."),
    SAID("review %lld is of another act than %lld", "هذه المراجعة لفعل آخر."),
    SAID("review %lld is undone already", "سبق التراجع عن هذه المراجعة."),
    SAID("say in what the act that is split off differs: set field=value",
         "اذكر بم يختلف الفعل المفصول: عدّل حقلًا."),
    SAID("say of which act: ahd review DOCUMENT N", "اذكر أي فعل تراجع."),
    SAID("say what you decide: confirm, set, reject, merge, split, link, undo"
         " or note",
         "اذكر ما تقرّره: تأكيد أو تعديل أو رفض أو دمج أو فصل أو تراجع أو"
         " ملاحظة."),
    SAID("say who you are: --by NAME", "اذكر من أنت، بأي اسم تختاره."),
    SAID("the agreement has no commitment '%.*s'; it has: %.*s",
         "لا التزام بهذا الرقم في الاتفاق؛ وأرقام التزاماته مذكورة هنا:"),
    SAID("the database cannot be opened; check its name, and the permissions"
         " of its folder",
         "تعذّر فتح قاعدة البيانات؛ راجع اسمها وأذونات مجلدها."),
    SAID("the database cannot be opened; check its permissions",
         "تعذّر فتح قاعدة البيانات؛ راجع أذوناتها."),
    SAID("the database cannot be written; check its permissions and those of"
         " its folder",
         "تعذّرت الكتابة في قاعدة البيانات؛ راجع أذوناتها وأذونات مجلدها."),
    SAID("the database is damaged; restore it from a copy",
         "قاعدة البيانات معطوبة؛ استعدها من نسخة."),
    SAID("the database is locked by another program; wait for it or stop it",
         "يستعمل برنامج آخر قاعدة البيانات الآن؛ انتظره أو أوقفه."),
    SAID("the disk is full or damaged; free some space and do it again: what"
         " was reported as added is safe",
         "القرص ممتلئ أو معطوب؛ أفرغ بعضه وأعد المحاولة: ما ذُكر أنه أُضيف"
         " سليم."),
    SAID("the disk is full; free some space and do it again: what was"
         " reported as added is safe",
         "امتلأ القرص؛ أفرغ بعضه وأعد المحاولة: ما ذُكر أنه أُضيف سليم."),
    SAID("the frontier of the log is damaged; restore a copy of the record",
         "طرف سجل الوقائع معطوب؛ استعد نسخة من السجل."),
    SAID("the index of words is damaged; restore a copy of the record",
         "فهرس الكلمات معطوب؛ استعد نسخة من السجل."),
    SAID("the page is kept, but no text is read of these bytes",
         "الصفحة محفوظة، لكن لا نص يُقرأ من هذه البايتات."),
    SAID("the query has %zu bytes; %d are the most",
         "السؤال أطول مما ينبغي؛ اختصره."),
    SAID("the record's JSON is broken: %s",
         "في السجل مدخل معطوب؛ أعد صنعه بالأمر ahd rebuild."),
    SAID("the review is too large to keep", "المراجعة أكبر من أن تُحفظ."),
    SAID("there is no %s '%.*s'; did you mean %.*s (%.*s)?",
         "لا شيء بهذا المعرّف في السجلات المرجعية؛ أقرب ما فيها مذكور هنا:"),
    SAID("there is no %s '%.*s'; give an id of the registry%s",
         "لا شيء بهذا المعرّف في السجلات المرجعية؛ اكتب معرّفًا منها، أو ضع"
         " text: قبل كلمات لا معرّف لها."),
    SAID("there is no %s '%s'; 'ahd list %s' shows all",
         "لا يعرف السجل هذا المعرّف؛ والقوائم تعرض كل ما فيه."),
    SAID("there is no act '%s'; there are sign, accuse, deny and others: see"
         " ahd(1)",
         "لا نوع أفعال كهذا؛ اختر نوعًا من القائمة."),
    SAID("there is no act of this name; it may be told in another way since"
         " the record was settled anew",
         "لا فعل بهذا الاسم؛ ربما صار يُروى على نحو آخر منذ أُعيد جمع ما في"
         " السجل."),
    SAID("there is no dispute '%s'; 'ahd list disputes' shows all",
         "لا منازعة في السجل بهذا المعرّف؛ وقائمة المنازعات تعرضها كلها."),
    SAID("there is no document '%.*s'; 'ahd list documents' shows all",
         "لا وثيقة في السجل بهذا المعرّف؛ وقائمة الوثائق تعرضها كلها."),
    SAID("there is no document '%s'; 'ahd list documents' shows all",
         "لا وثيقة في السجل بهذا المعرّف؛ وقائمة الوثائق تعرضها كلها."),
    SAID("there is no review of it to undo", "لا مراجعة له يُتراجع عنها."),
    SAID("there is no review state '%s'; there are any, none, confirmed,"
         " corrected, added and reviewed",
         "لا حالة مراجعة كهذه؛ اختر إحدى الحالات المعروضة."),
    SAID("there is no role '%s'; there are source, target and speaker",
         "لا دور كهذا؛ الأدوار هي الفاعل والمستهدف والمتحدث."),
    SAID("there is no story '%s', and no document of that id is in one; 'ahd"
         " list stories' shows all",
         "لا خبر في السجل بهذا المعرّف؛ وقائمة الأخبار تعرضها كلها."),
    SAID("there is no such act", "لا فعل كهذا في هذه الوثيقة."),
    SAID("there is no such document", "لا وثيقة في السجل بهذا المعرّف."),
    SAID("there is no word to look for", "ليس في السؤال كلمة يُبحث عنها."),
    SAID("this entry is too large to show", "هذا المدخل أكبر من أن يُعرض."),
    SAID("this file is no record of Ahd; choose another name",
         "هذا الملف ليس سجلًا لعهد؛ اختر ملفًا آخر."),
    SAID("this quotation mark is not closed; close it",
         "علامة الاقتباس هذه لم تُغلق؛ أغلقها."),
    SAID("this server was started with --read-only",
         "شُغّل هذا الخادم للقراءة فقط."),
    SAID("this text is too long to show", "هذا النص أطول من أن يُعرض."),
    SAID("this timeline is too large",
         "هذا الخط الزمني أكبر من أن يُعرض؛ اختر أيامًا أقل."),
    SAID("too many words; 64 are the most",
         "في السؤال كلمات أكثر مما ينبغي؛ الحد 64."),
    SAID("two documents are needed, with a comma between their ids: ahd show"
         " copied ID,ID",
         "تلزم وثيقتان بين معرّفيهما فاصلة."),
    SAID("what follows OR cannot be excluded", "لا يُستثنى ما يلي OR."),
};
/* clang-format on */

const ahd_words ahd_words_said = {table, sizeof table / sizeof *table};
