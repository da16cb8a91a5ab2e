/* words_search.c - the words of searches, stories, feeds and the codebook. */
#include "web/words.h"

/* clang-format off: one row, one line. In byte order of the keys. */
static const ahd_wording_row table[] = {
    {"asks.act", "Type of act", "نوع الفعل"},
    {"asks.actor", "Actor", "الجهة"},
    {"asks.agreement", "Agreement", "الاتفاق"},
    {"asks.document", "Document", "الوثيقة"},
    {"asks.from", "From", "من"},
    {"asks.in", "Language", "اللغة"},
    {"asks.once", "each act once", "كل فعل مرة"},
    {"asks.outlet", "Outlet", "الوسيلة"},
    {"asks.review", "Review", "المراجعة"},
    {"asks.role", "Role", "الدور"},
    {"asks.sure", "Certainty", "درجة اليقين"},
    {"asks.to", "To", "إلى"},
    {"codebook.acts", "Act types", "أنواع الأفعال"},
    {"codebook.columns", "Columns", "الأعمدة"},
    {"codebook.csv", "The codebook as CSV", "دليل الرموز بصيغة CSV"},
    {"codebook.formats", "Formats", "الصيغ"},
    {"codebook.formats.csv",
     "CSV as RFC 4180 has it: UTF-8 without a mark, lines ended by CR LF, a "
     "header, one value a cell, an empty cell where there is none. A text that "
     "begins with = + - @, a tab or a line break has an apostrophe before it, "
     "so that no spreadsheet takes it for a formula.",
     "CSV وفق RFC 4180: ترميز UTF-8 دون علامة، ونهاية السطر CR LF، وسطر "
     "للعناوين، وقيمة واحدة في كل خلية، وخلية فارغة حيث لا قيمة. والنص الذي "
     "يبدأ بإحدى العلامات = + - @ أو بمسافة جدولة أو سطر جديد تسبقه فاصلة "
     "علوية كي لا يعدّه جدول البيانات معادلة."},
    {"codebook.formats.feed",
     "Feeds list the acts whose pages came last, a hundred at most. An entry "
     "keeps its id; its time is when the record got it, or when a person "
     "decided on it.",
     "تعرض الخلاصات أفعال أحدث الصفحات وصولًا، مئة على الأكثر. ويحتفظ كل مدخل "
     "بمعرّفه؛ ووقته وقت دخوله السجل أو وقت قرار إنسان فيه."},
    {"codebook.formats.geojson",
     "GeoJSON (RFC 7946) has the acts whose place is known, each a point; at "
     "its end “without_place” counts the others.",
     "في GeoJSON (RFC 7946) الأفعال المعروف مكانها، كل منها نقطة؛ وفي آخره يعدّ "
     "without_place ما سواها."},
    {"codebook.formats.jsonl",
     "JSON lines: the same columns, an object a line, null where there is no "
     "value, nothing put before a text.",
     "أسطر JSON: الأعمدة نفسها، كائن في كل سطر، وnull حيث لا قيمة، ولا يسبق "
     "النصَّ شيء."},
    {"codebook.ids", "Ids", "المعرّفات"},
    {"codebook.ids.p",
     "A document's id is that of its source, or the beginning of the SHA-256 "
     "of its page. Ids of actors, agreements and places are those of the "
     "registry; found: begins the id of an agreement that only documents name, "
     "~ that of an actor that no registry has. The id of an act is made of its "
     "document and of the place of its sentence.",
     "معرّف الوثيقة هو معرّفها في مصدرها، أو بداية SHA-256 لصفحتها. ومعرّفات "
     "الجهات والاتفاقات والأمكنة هي معرّفات السجل؛ وتبدأ found: معرّف اتفاق لا "
     "تسميه إلا الوثائق، والعلامة ~ معرّف جهة ليست في السجل. ويتكون معرّف الفعل "
     "من وثيقته وموضع جملته."},
    {"codebook.licence", "Licence", "الرخصة"},
    {"codebook.licence.p",
     "What Ahd knows of actors, agreements and places is licensed CC BY 4.0, "
     "each row with its source. Titles and sentences are quotations of the "
     "outlets that published them, whose rights stay theirs: cite them by "
     "document and outlet. What was read of them by machine may be wrong; a "
     "cell “review” says where a person has looked.",
     "ما يعرفه «عهد» عن الجهات والاتفاقات والأمكنة مرخّص برخصة CC BY 4.0، ولكل "
     "صف مصدره. أما العناوين والجمل فاقتباسات من الوسائل التي نشرتها وحقوقها "
     "لها: يُستشهد بها بذكر الوثيقة والوسيلة. وما قُرئ منها آليًّا قد يخطئ؛ وتبيّن "
     "خانة review أين نظر إنسان."},
    {"codebook.meaning", "Meaning", "المعنى"},
    {"codebook.modality", "Modality", "الصيغة"},
    {"codebook.modality.actual", "told as done or doing", "رُوي واقعًا أو جاريًا"},
    {"codebook.modality.conditional", "would be, if something else were",
     "كان سيقع لو وقع غيره"},
    {"codebook.modality.negated", "said not to have been done",
     "قيل إنه لم يقع"},
    {"codebook.modality.planned", "announced for later", "أُعلن عنه لما بعد"},
    {"codebook.modality.possible", "said to be possible or considered",
     "قيل إنه ممكن أو قيد النظر"},
    {"codebook.name", "Name", "الاسم"},
    {"codebook.p",
     "What the columns of downloads and feeds mean. A column keeps its name "
     "and its meaning; new ones come at the end.",
     "معاني أعمدة التنزيلات والخلاصات. يحتفظ كل عمود باسمه ومعناه، وتُضاف "
     "الأعمدة الجديدة في آخر القائمة."},
    {"codebook.tables", "Lists", "القوائم"},
    {"codebook.title", "Codebook", "دليل الرموز"},
    {"codebook.type", "Type", "النوع"},
    {"codebook.type.code", "a word of a closed list", "كلمة من قائمة محددة"},
    {"codebook.type.day",
     "day, ISO 8601; a month or year where no more is known; two with / "
     "between are a period",
     "يوم وفق ISO 8601؛ أو شهر أو سنة حيث لا يُعرف أكثر؛ واثنان بينهما / مدة"},
    {"codebook.type.flag", "0 or 1", "0 أو 1"},
    {"codebook.type.id", "id", "معرّف"},
    {"codebook.type.integer", "whole number", "عدد صحيح"},
    {"codebook.type.number", "number with a decimal point", "عدد بفاصلة عشرية"},
    {"codebook.type.rows", "rows of another list", "صفوف قائمة أخرى"},
    {"codebook.type.text", "text", "نص"},
    {"codebook.type.time", "time, ISO 8601, UTC",
     "وقت وفق ISO 8601 بالتوقيت العالمي"},
    {"codebook.type.url", "address", "عنوان على الشبكة"},
    {"count.roots", "origins", "أصول"},
    {"count.roots.1", "origin", "أصول"},
    {"facet.cut", "Counted over the newest %, so each number is “at least”.",
     "عُدّت أحدث % فقط، فكل عدد هنا «على الأقل»."},
    {"facet.month", "By month", "بحسب الشهر"},
    {"facet.more", "More", "المزيد"},
    {"facet.period.all", "All years", "كل السنوات"},
    {"facet.remove", "remove this filter", "أزل هذا المرشّح"},
    {"facet.until", "to", "حتى"},
    {"facet.year", "By year", "بحسب السنة"},
    {"found.acts", "acts", "أفعال"},
    {"found.acts.1", "act", "أفعال"},
    {"found.atleast", "at least", "على الأقل"},
    {"found.cut",
     "Only the newest were looked through; narrow by time to see older ones.",
     "نُظر في الأحدث فقط؛ ضيّق المدة لترى الأقدم."},
    {"found.documents", "documents", "وثائق"},
    {"found.documents.1", "document", "وثائق"},
    {"found.none", "Nothing was found.", "لم يُعثر على شيء."},
    {"found.none.why",
     "Take a filter away, or ask for fewer words: every word must be in the "
     "document.",
     "أزل مرشّحًا أو اسأل بكلمات أقل: فكل كلمة يجب أن ترد في الوثيقة."},
    {"found.unindexed",
     "Articles that an older version added are not searched until the record "
     "is rebuilt:",
     "مقالات أضافتها نسخة أقدم لا يشملها البحث حتى يُعاد بناء السجل:"},
    {"in.ar", "Arabic", "العربية"},
    {"in.en", "English", "الإنجليزية"},
    {"nav.search", "Search", "بحث"},
    {"nav.stories", "Stories", "الأخبار"},
    {"out.as", "Take this list out:", "خذ هذه القائمة:"},
    {"out.codebook", "Codebook", "دليل الرموز"},
    {"out.follow", "Follow it:", "تابعها:"},
    {"out.participants", "Who is in each act:", "أطراف كل فعل:"},
    {"out.parties", "Parties of each agreement:", "أطراف كل اتفاق:"},
    {"out.search", "Search these acts", "ابحث في هذه الأفعال"},
    {"review.added", "added", "أُضيف"},
    {"review.confirmed", "confirmed", "مؤكَّد"},
    {"review.corrected", "corrected", "مصحَّح"},
    {"review.none", "not reviewed", "لم يُراجع"},
    {"review.reviewed", "reviewed", "مُراجَع"},
    {"role.source", "as source", "فاعلًا"},
    {"role.speaker", "as speaker", "متحدثًا"},
    {"role.target", "as target", "مستهدفًا"},
    {"search.acts", "Acts", "الأفعال"},
    {"search.acts.each", "Every telling", "كل رواية"},
    {"search.acts.once", "Each act once", "كل فعل مرة"},
    {"search.button", "Search", "ابحث"},
    {"search.clear", "Remove all filters", "أزل كل المرشّحات"},
    {"search.documents", "Documents", "الوثائق"},
    {"search.filters", "Filters", "المرشّحات"},
    {"search.help", "How to ask", "كيفية البحث"},
    {"search.keys.p",
     "/ goes to the box, j and k or the arrows from one result to the next, "
     "Enter opens it.",
     "‏/ للانتقال إلى مربع البحث، وj وk أو الأسهم للتنقل "
     "بين "
     "النتائج، "
     "وEnter "
     "للفتح."},
    {"search.label", "Words of documents", "كلمات في الوثائق"},
    {"search.results", "Results", "النتائج"},
    {"search.show", "Show", "اعرض"},
    {"search.title", "Search", "بحث"},
    {"story.copies", "has it from", "أخذته عن"},
    {"story.documents", "Its documents", "وثائقه"},
    {"story.kinds.exact", "word for word", "حرفيًّا"},
    {"story.kinds.near", "nearly word for word", "شبه حرفي"},
    {"story.kinds.reviewed", "as reviewers say", "بقول المراجعين"},
    {"story.kinds.same-event", "tells the same event", "تروي الحدث نفسه"},
    {"story.kinds.spun", "rewritten", "مع إعادة صياغة"},
    {"story.kinds.translation", "translated", "مترجمًا"},
    {"story.none", "No document copies another yet.",
     "لا وثيقة تنسخ غيرها بعد."},
    {"story.of", "Part of a story", "جزء من خبر"},
    {"story.of.p",
     "Copied, rewritten or translated: one source, however many outlets.",
     "نُسخ أو أُعيدت صياغته أو تُرجم: مصدر واحد مهما كثرت الوسائل."},
    {"story.one", "Story", "خبر"},
    {"story.root", "copies nobody", "لا تنسخ أحدًا"},
    {"story.root.agency", "credited to", "منسوبة إلى"},
    {"story.shared", "of its words", "من ألفاظها"},
    {"story.title", "Stories", "الأخبار"},
    {"story.title.p",
     "Documents of one origin, the largest first: copies, spun copies and "
     "translations are one source.",
     "وثائق ذات مصدر واحد، الأكبر أولًا: فالنسخ والنسخ المعدّلة والترجمات مصدر "
     "واحد."},
    {"story.via", "through", "عبر"},
    {"sure.likely", "likely or surer", "مرجّح فما فوق"},
    {"sure.sure", "nearly sure", "شبه مؤكد"},
    {"syntax.and", "all words, in any form and spelling",
     "كل الكلمات، بأي صيغة أو إملاء"},
    {"syntax.exact", "as it is spelt", "كما كُتبت"},
    {"syntax.not", "without this word", "دون هذه الكلمة"},
    {"syntax.or", "one or the other", "إحداهما"},
    {"syntax.phrase", "one after the other", "متتابعة"},
    {"syntax.prefix", "words that begin so", "كلمات تبدأ هكذا"},
};
/* clang-format on */

const ahd_words ahd_words_search = {table, sizeof table / sizeof *table};
