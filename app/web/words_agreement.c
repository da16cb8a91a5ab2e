/* words_agreement.c - the words of an agreement's page: time, the pane, how to
 * cite. */
#include "web/words.h"

/* clang-format off: one row, one line. In byte order of the keys. */
static const ahd_wording_row table[] = {
    {"cite.copied", "Copied", "نُسخ"},
    {"cite.copy", "Copy", "انسخ"},
    {"cite.permalink", "Permalink", "رابط دائم"},
    {"cite.retrieved", "retrieved", "اطُّلع عليه في"},
    {"cite.title", "Cite", "استشهاد"},
    {"commitment.bound", "binds", "يُلزم"},
    {"commitment.deadline", "due by", "يستحق في"},
    {"commitment.everyone", "all parties", "جميع الأطراف"},
    {"commitment.except", "except", "باستثناء"},
    {"commitment.inferred", "inferred", "مستنتج"},
    {"commitment.one", "Commitment", "الالتزام"},
    {"commitment.standing", "What became of the commitments",
     "مصير الالتزامات"},
    {"commitment.status.due", "due", "لم يحن أجله"},
    {"commitment.status.met", "met", "نُفّذ"},
    {"commitment.status.missed", "missed", "لم يُنفّذ"},
    {"commitment.status.unknown", "unknown", "غير معروف"},
    {"commitment.title", "Commitments", "الالتزامات"},
    {"pane.close", "Close", "إغلاق"},
    {"pane.none", "This act is not read here any more.",
     "لم يعد هذا الفعل مقروءًا هنا."},
    {"passage.title", "Words of a page", "كلمات من صفحة"},
    {"timeline.after", "later", "لاحقة"},
    {"timeline.after.1", "later", "لاحقة"},
    {"timeline.all", "all days", "كل الأيام"},
    {"timeline.before", "earlier", "سابقة"},
    {"timeline.before.1", "earlier", "سابقة"},
    {"timeline.closer", "closer", "أقرب"},
    {"timeline.cut", "only the latest 500 acts are drawn",
     "رُسم آخر 500 فعل فقط"},
    {"timeline.days", "Days shown", "الأيام المعروضة"},
    {"timeline.earlier", "earlier", "قبلها"},
    {"timeline.lane.0", "Signed, pledged", "توقيع وتعهّد"},
    {"timeline.lane.1", "Carried out", "تنفيذ"},
    {"timeline.lane.2", "Claims", "اتهامات"},
    {"timeline.lane.3", "Denials", "نفي ورفض"},
    {"timeline.lane.4", "Meetings", "لقاءات"},
    {"timeline.lane.5", "Positions", "مواقف"},
    {"timeline.later", "later", "بعدها"},
    {"timeline.n", "No.", "الرقم"},
    {"timeline.pointers", "Points at", "يشير إلى"},
    {"timeline.table", "The timeline as a table", "الخط الزمني في جدول"},
    {"timeline.title", "Timeline", "الخط الزمني"},
    {"timeline.wider", "wider", "أوسع"},
};
/* clang-format on */

const ahd_words ahd_words_agreement = {table, sizeof table / sizeof *table};
