#include "web/wording.h"

#include "ahd.h"
#include "web/words.h"

#include <string.h>

/* clang-format off: one row, one line. In byte order of the keys. */
static const ahd_wording_row table[] = {
    {"about.claimed", "What “claimed” means", "معنى «اتهام»"},
    {"about.claimed.p",
     "An accusation is what its speaker says, and Ahd shows it as "
     "that: “accused of breach” never means that a breach happened. "
     "“Broke” stands only where an outlet reports it in its own "
     "voice, and then it is that outlet's report. Denials stand "
     "beside the claims they answer. Ahd takes no side and decides "
     "no dispute.",
     "الاتهام قولُ صاحبه، وهكذا يعرضه «عهد»: فعبارة «اتّهم بالخرق» "
     "لا تعني أبدًا أن خرقًا وقع. ولا ترد كلمة «خرق» إلا حيث ترويه "
     "وسيلة إعلام بلسانها هي، وعندئذ يكون ذلك روايتها. ويقف النفي "
     "إلى جانب الاتهام الذي يرد عليه. لا ينحاز «عهد» إلى طرف ولا "
     "يفصل في نزاع."},
    {"about.inferred", "What “inferred” means", "معنى «مستنتج»"},
    {"about.inferred.p",
     "Some things a page does not say: which of an agreement's "
     "commitments is meant, or on which day it was published. Where "
     "Ahd concludes one, it is marked, with its score, and never "
     "counted as said.",
     "بعض الأمور لا تقولها الصفحة: أيَّ التزامات الاتفاق تقصد، أو "
     "في أي يوم نُشرت. وحيث يستنتج «عهد» أمرًا كهذا يضع عليه علامة "
     "ودرجته، ولا يعدّه مما قيل."},
    {"about.known", "What “to be checked” means", "معنى «بحاجة إلى تحقّق»"},
    {"about.known.p",
     "The registry holds facts of agreements, each with its source. "
     "A fact marked “to be checked” is general knowledge: good "
     "enough to recognise a name in the news, not yet compared with "
     "the document itself.",
     "يضم السجل حقائق الاتفاقات، ولكل منها مصدره. والحقيقة الموسومة "
     "«بحاجة إلى تحقّق» من المعارف العامة: تكفي للتعرّف على اسم في "
     "الأخبار، لكنها لم تُقابَل بعد بالوثيقة نفسها."},
    {"about.machine", "Read by a machine", "قراءة آلية"},
    {"about.machine.p",
     "All acts here were read by rules, and each shows its rule and "
     "confidence. They can be wrong. Open the sentence before you "
     "cite it.",
     "قُرئت الأفعال هنا كلها بقواعد آلية، ومع كل منها قاعدته ودرجة "
     "ثقته، وقد تخطئ. افتح الجملة قبل أن تستشهد بها."},
    {"about.p1",
     "Ahd reads the news, Arabic first and English beside it, and "
     "keeps the record of agreements: who signed what with whom, "
     "what it binds them to, who met whom, who says that it was "
     "broken, who denies it. Every line points at the sentence that "
     "says it and at the speaker who says so.",
     "يقرأ «عهد» الأخبار، العربية أولًا والإنجليزية إلى جانبها، "
     "ويحفظ سجل الاتفاقات: من وقّع ماذا ومع من، وبماذا يُلزمهم، ومن "
     "اجتمع بمن، ومن يقول إنه خُرق، ومن ينفي ذلك. وكل سطر يشير إلى "
     "الجملة التي تقوله وإلى المتحدث الذي يقوله."},
    {"about.role.alleged_breach", "calls this a breach", "يصف هذا بالخرق"},
    {"about.role.condemned", "condemns this", "يدين هذا"},
    {"about.role.demanded", "demands this", "يطالب بهذا"},
    {"about.role.denied_claim", "denies this claim", "ينفي هذا الاتهام"},
    {"about.role.pledged", "pledges this", "يتعهّد بهذا"},
    {"about.role.rejected", "rejects this", "يرفض هذا"},
    {"about.role.supported", "supports this", "يؤيّد هذا"},
    {"about.title", "About Ahd", "عن عهد"},
    {"act.accuse", "accused of breach", "اتّهم بالخرق"},
    {"act.agreement", "Agreement", "الاتفاق"},
    {"act.at", "in", "في"},
    {"act.breach", "broke", "خرق"},
    {"act.commit", "pledged", "تعهّد"},
    {"act.condemn", "condemned", "أدان"},
    {"act.confidence", "confidence", "الثقة"},
    {"act.date", "Date", "التاريخ"},
    {"act.demand", "demanded", "طالب"},
    {"act.deny", "denied", "نفى"},
    {"act.extend", "extended", "مدّد"},
    {"act.for", "for", "· يمثّل"},
    {"act.from", "from", "من"},
    {"act.how", "Said in", "وسيلة القول"},
    {"act.implement", "implemented", "نفّذ"},
    {"act.mediate", "mediated", "توسّط"},
    {"act.meet", "met", "اجتمع"},
    {"act.negotiate", "negotiated", "تفاوض"},
    {"act.one", "Act", "الفعل"},
    {"act.open", "Open in the document", "افتح في الوثيقة"},
    {"act.place", "Place", "المكان"},
    {"act.reject", "rejected", "رفض"},
    {"act.rule", "rule", "القاعدة"},
    {"act.said", "said by", "المتحدث:"},
    {"act.sentence", "Sentence", "الجملة"},
    {"act.sign", "signed", "وقّع"},
    {"act.source", "Source", "الفاعل"},
    {"act.speaker", "Speaker", "المتحدث"},
    {"act.support", "supported", "أيّد"},
    {"act.suspend", "suspended", "علّق"},
    {"act.target", "Towards", "تجاه"},
    {"act.threaten", "threatened", "هدّد"},
    {"act.title", "Acts", "الأفعال"},
    {"act.told", "dated by its publication", "مؤرَّخ بيوم النشر"},
    {"act.undated", "undated", "بلا تاريخ"},
    {"act.unknown", "not said", "لم يُذكر"},
    {"act.via", "via", "نقلًا عن"},
    {"act.who", "Who", "من"},
    {"actor.acts", "Acts", "الأفعال"},
    {"actor.holders", "Offices and their holders", "المناصب ومن تولاها"},
    {"actor.kinds.agency", "news agency", "وكالة أنباء"},
    {"actor.kinds.army", "army", "جيش"},
    {"actor.kinds.court", "court", "محكمة"},
    {"actor.kinds.delegation", "delegation", "وفد"},
    {"actor.kinds.government", "government", "حكومة"},
    {"actor.kinds.group", "group", "جماعة"},
    {"actor.kinds.ministry", "ministry", "وزارة"},
    {"actor.kinds.organisation", "organisation", "منظمة"},
    {"actor.kinds.outlet", "outlet", "وسيلة إعلام"},
    {"actor.kinds.parliament", "parliament", "برلمان"},
    {"actor.kinds.party", "party", "حزب"},
    {"actor.kinds.person", "person", "شخص"},
    {"actor.kinds.state", "state", "دولة"},
    {"actor.kinds.unconfirmed-organisation", "organisation, unconfirmed",
     "منظمة غير مؤكدة"},
    {"actor.kinds.unconfirmed-person", "person, unconfirmed", "شخص غير مؤكد"},
    {"actor.names", "Names", "الأسماء"},
    {"actor.noacts", "The record has no acts of this actor.",
     "لا توجد في السجل أفعال لهذه الجهة."},
    {"actor.posts", "Posts", "المناصب"},
    {"actor.ties", "Ties", "الصلات"},
    {"actors.none", "The record has no actors yet.",
     "لا توجد جهات في السجل بعد."},
    {"actors.title", "Actors", "الجهات"},
    {"agreement.all", "Show the whole registry", "اعرض السجل كاملًا"},
    {"agreement.check", "to be checked", "بحاجة إلى تحقّق"},
    {"agreement.check.why",
     "Known from general knowledge and not yet compared with a "
     "source",
     "مأخوذ من المعارف العامة ولم يُقابَل بمصدر بعد"},
    {"agreement.differ", "Where sources differ", "ما تختلف فيه المصادر"},
    {"agreement.facts", "Facts", "حقائق"},
    {"agreement.found", "found in the news, not in the registry",
     "مستخرج من الأخبار وليس في السجل"},
    {"agreement.kinds.agreement", "agreement", "اتفاق"},
    {"agreement.kinds.ceasefire", "ceasefire", "وقف إطلاق نار"},
    {"agreement.kinds.conference", "conference outcome", "مخرجات مؤتمر"},
    {"agreement.kinds.contract", "contract", "عقد"},
    {"agreement.kinds.declaration", "declaration", "إعلان"},
    {"agreement.kinds.economic", "economic agreement", "اتفاق اقتصادي"},
    {"agreement.kinds.initiative", "initiative", "مبادرة"},
    {"agreement.kinds.maritime", "maritime agreement", "اتفاق بحري"},
    {"agreement.kinds.memorandum", "memorandum", "مذكرة"},
    {"agreement.kinds.mou", "memorandum of understanding", "مذكرة تفاهم"},
    {"agreement.kinds.outcome", "outcome", "مخرجات"},
    {"agreement.kinds.peace", "peace agreement", "اتفاق سلام"},
    {"agreement.kinds.political", "political agreement", "اتفاق سياسي"},
    {"agreement.kinds.prisoner_exchange", "prisoner exchange", "تبادل أسرى"},
    {"agreement.kinds.protocol", "protocol", "بروتوكول"},
    {"agreement.kinds.resolution", "resolution", "قرار"},
    {"agreement.kinds.roadmap", "roadmap", "خارطة طريق"},
    {"agreement.kinds.security", "security agreement", "اتفاق أمني"},
    {"agreement.kinds.talks", "talks", "محادثات"},
    {"agreement.kinds.treaty", "treaty", "معاهدة"},
    {"agreement.kinds.truce", "truce", "هدنة"},
    {"agreement.names", "Other names", "أسماء أخرى"},
    {"agreement.noacts", "The record has no acts about this agreement.",
     "لا توجد في السجل أفعال تخصّ هذا الاتفاق."},
    {"agreement.none", "No page that has been read speaks of an agreement yet.",
     "لم تتحدث أي صفحة مقروءة عن اتفاق بعد."},
    {"agreement.parties", "Parties", "الأطراف"},
    {"agreement.perhaps", "perhaps", "لعلّه"},
    {"agreement.processes", "Processes", "المسارات"},
    {"agreement.relations", "Related agreements", "اتفاقات ذات صلة"},
    {"agreement.some", "Only agreements with acts",
     "الاتفاقات التي عليها أفعال فقط"},
    {"agreement.texts", "Texts", "النصوص"},
    {"agreement.thirds", "Third parties", "أطراف ثالثة"},
    {"agreement.title", "Agreements", "الاتفاقات"},
    {"agreement.told", "What documents say", "ما تقوله الوثائق"},
    {"agreement.told.more", "and more", "وغيرها"},
    {"agreement.told.parties", "What documents say of the parties",
     "ما تقوله الوثائق عن الأطراف"},
    {"claim.accused", "is said to have broken", "متهم بخرق"},
    {"claim.by", "Who claims a breach", "من يتهم بالخرق"},
    {"claim.claimant", "Claimant", "صاحب الاتهام"},
    {"claim.inferred", "the accused is inferred", "المتهم مستنتج"},
    {"claim.kinds.accused", "admits it", "يقرّ به"},
    {"claim.kinds.bound", "the side that is bound", "الطرف الملتزم نفسه"},
    {"claim.kinds.monitor", "monitor", "جهة الرقابة"},
    {"claim.kinds.outlet", "outlet of no party, as a fact",
     "وسيلة إعلام غير منحازة لطرف، كخبر"},
    {"claim.kinds.speaker", "speaker", "متحدث"},
    {"claim.kinds.unnamed", "source without a name", "مصدر بلا اسم"},
    {"claim.kinds.unplaced", "outlet of unknown side",
     "وسيلة إعلام غير معروفة الانتماء"},
    {"claim.nobody", "nobody named", "جهة غير مسماة"},
    {"claim.says.accuse", "accuses", "يتهم"},
    {"claim.says.breach", "says that it was broken", "يقول إنه خُرق"},
    {"claim.title", "Claims", "الاتهامات"},
    {"condition.broken_encoding", "broken characters", "محارف معطوبة"},
    {"condition.furniture", "site furniture in the text",
     "بقايا من قالب الموقع"},
    {"condition.machine_mangled", "damaged by machine", "أفسدته معالجة آلية"},
    {"condition.machine_translated", "machine translation", "ترجمة آلية"},
    {"condition.no_date", "no date", "بلا تاريخ"},
    {"condition.republished", "republished", "معاد نشره"},
    {"condition.title", "Condition of the page", "حالة الصفحة"},
    {"condition.truncated", "cut off", "مبتور"},
    {"count.acts", "acts", "أفعال"},
    {"count.acts.1", "act", "أفعال"},
    {"count.captures", "captures", "لقطات"},
    {"count.captures.1", "capture", "لقطات"},
    {"count.claimants", "claimants", "متهِمون"},
    {"count.claimants.1", "claimant", "متهِمون"},
    {"count.claims", "claims", "اتهامات"},
    {"count.claims.1", "claim", "اتهامات"},
    {"count.documents", "documents", "وثائق"},
    {"count.documents.1", "document", "وثائق"},
    {"count.replies", "replies", "ردود"},
    {"count.replies.1", "reply", "ردود"},
    {"count.sides", "sides", "جهات"},
    {"count.sides.1", "side", "جهات"},
    {"count.stories", "independent stories", "روايات مستقلة"},
    {"count.stories.1", "independent story", "روايات مستقلة"},
    {"count.tellings", "tellings", "روايات"},
    {"date.how.inferred", "inferred", "مستنتج"},
    {"date.how.metadata", "from the page's metadata", "من بيانات الصفحة"},
    {"date.how.text", "from the text", "من النص"},
    {"date.none", "no date", "بلا تاريخ"},
    {"dispute.counter", "Claims of the other side", "اتهامات الطرف الآخر"},
    {"dispute.days", "Days", "الأيام"},
    {"dispute.ladder", "How far it has climbed", "درجة التوثيق"},
    {"dispute.none", "No claim of a breach has been read yet.",
     "لم يُقرأ اتهام بخرق اتفاق بعد."},
    {"dispute.noreply", "No reply found", "لم يُعثر على رد"},
    {"dispute.noreply.by", "documents in which the accused speak or act",
     "وثائق تتحدث فيها الجهة المتهمة أو تفعل"},
    {"dispute.noreply.in", "documents about the agreement that were searched",
     "وثائق عن الاتفاق جرى البحث فيها"},
    {"dispute.replies", "Replies", "الردود"},
    {"dispute.rung", "rung", "الدرجة"},
    {"dispute.title", "Disputes", "المنازعات"},
    {"document.acts", "Acts in this document", "أفعال هذه الوثيقة"},
    {"document.address", "Address", "العنوان الإلكتروني"},
    {"document.back", "to the sentence", "إلى الجملة"},
    {"document.because", "because", "لأن"},
    {"document.byline", "By", "بقلم"},
    {"document.candidates", "Days it may be of", "أيام محتملة"},
    {"document.flag", "contradicts itself; nothing was concluded from it",
     "عبارة تناقض نفسها؛ لم يُستنتج منها شيء"},
    {"document.id", "Page", "الصفحة"},
    {"document.kinds.article", "article", "مقال"},
    {"document.kinds.error", "error page", "صفحة خطأ"},
    {"document.kinds.list", "list of links", "قائمة روابط"},
    {"document.kinds.not_news", "not news", "ليست خبرًا"},
    {"document.noacts", "No act was read in this document.",
     "لم يُقرأ أي فعل في هذه الوثيقة."},
    {"document.none", "The record has no pages yet. Add some with: ahd add",
     "لا توجد صفحات في السجل بعد. أضف صفحات بالأمر: ahd add"},
    {"document.outlet", "Outlet", "وسيلة النشر"},
    {"document.published", "Published", "نُشر في"},
    {"document.refused", "Not read as an article", "لم تُقرأ بوصفها مقالًا"},
    {"document.stance", "Hostile names in the words of the page itself",
     "تسميات الخصوم بلسان الصفحة نفسها"},
    {"document.text", "Text", "النص"},
    {"document.title", "Documents", "الوثائق"},
    {"document.untitled", "untitled", "بلا عنوان"},
    {"error.400", "The address could not be understood.", "تعذّر فهم العنوان."},
    {"error.403",
     "This form was not sent from a page that this server showed you since it "
     "was started. Nothing was written: open the page again, and send it once "
     "more from there. Cookies of this address must be allowed.",
     "لم تُرسَل هذه الاستمارة من صفحة عرضها عليك هذا الخادم منذ تشغيله، ولم "
     "يُكتب شيء: أعد فتح الصفحة وأرسلها منها مرة أخرى. ويجب السماح بملفات تعريف "
     "الارتباط لهذا العنوان."},
    {"error.404", "There is nothing at this address.",
     "لا يوجد شيء في هذا العنوان."},
    {"error.405",
     "This page cannot be used in that way: pages are read, and forms sent "
     "from them.",
     "لا تُستعمل هذه الصفحة هكذا: فالصفحات تُقرأ، والاستمارات تُرسل منها."},
    {"error.411", "A form must say how long it is.",
     "يجب أن تذكر الاستمارة طولها."},
    {"error.413",
     "That was too much: a form holds at most 64 KiB, and any other request "
     "nothing but its address.",
     "هذا أكثر مما يُقبل: تتسع الاستمارة لـ64 كيلوبايت على الأكثر، ولا يحمل أي "
     "طلب آخر سوى عنوانه."},
    {"error.414", "The address is too long.", "العنوان أطول مما ينبغي."},
    {"error.415", "Only forms that a page here sends are understood.",
     "لا تُفهم هنا إلا الاستمارات التي ترسلها صفحات هذا الخادم."},
    {"error.421",
     "This server does not answer to that name. Use its address in "
     "digits.",
     "لا يجيب هذا الخادم بهذا الاسم. استعمل عنوانه الرقمي."},
    {"error.500", "The page could not be made.", "تعذّر إعداد الصفحة."},
    {"error.503", "The record could not be read just now.",
     "تعذّرت قراءة السجل الآن."},
    {"error.back", "Back to the agreements", "عودة إلى الاتفاقات"},
    {"fact.country", "Country", "البلد"},
    {"fact.date", "Date", "التاريخ"},
    {"fact.effective", "In force since", "نافذ منذ"},
    {"fact.id", "Identifier", "المعرّف"},
    {"fact.kind", "Kind", "النوع"},
    {"fact.of", "Belongs to", "يتبع"},
    {"fact.place", "Place", "المكان"},
    {"fact.portfolio", "Portfolio", "الاختصاص"},
    {"fact.since", "Since", "منذ"},
    {"fact.source", "source", "المصدر"},
    {"fact.status", "Status", "الحالة"},
    {"fact.until", "until", "حتى"},
    {"field.clauses", "clauses", "عدد البنود"},
    {"field.date", "date", "التاريخ"},
    {"field.deadline", "deadline", "المهلة"},
    {"field.effective", "in force since", "نافذ منذ"},
    {"field.end", "end", "النهاية"},
    {"field.kind", "kind", "النوع"},
    {"field.name", "name", "الاسم"},
    {"field.parties", "parties", "الأطراف"},
    {"field.place", "place", "المكان"},
    {"field.ratified", "ratified", "التصديق"},
    {"field.signatories", "signatories", "الموقّعون"},
    {"how.anaphor", "by a short form", "بصيغة مختصرة"},
    {"how.context", "by context", "بحسب السياق"},
    {"how.described", "described", "موصوف"},
    {"how.exact", "exact", "مطابق"},
    {"how.folded", "folded spelling", "بتوحيد الرسم"},
    {"how.inferred", "inferred", "مستنتج"},
    {"how.named", "named", "مذكور بالاسم"},
    {"how.post", "by office", "بالمنصب"},
    {"how.variant", "near spelling", "برسم قريب"},
    {"list.more",
     "Only the first 1000 are shown; the command line lists them "
     "all",
     "يُعرض أول 1000 فقط؛ سطر الأوامر يسردها كلها"},
    {"medium.interview", "interview", "مقابلة"},
    {"medium.letter", "letter", "رسالة"},
    {"medium.post", "post", "منشور"},
    {"medium.press_conference", "press conference", "مؤتمر صحفي"},
    {"medium.speech", "speech", "خطاب"},
    {"medium.statement", "statement", "بيان"},
    {"modality.conditional", "conditional", "مشروط"},
    {"modality.negated", "negated", "منفي"},
    {"modality.planned", "planned", "مزمع"},
    {"modality.possible", "possible", "محتمل"},
    {"mode.acceded", "acceded", "انضم"},
    {"mode.announced", "announced", "أُعلن"},
    {"mode.initialled", "initialled", "وُقّع بالأحرف الأولى"},
    {"mode.ratified", "ratified", "صُودق عليه"},
    {"mode.reached", "reached", "تم التوصل إليه"},
    {"mode.signed", "signed", "وُقّع"},
    {"month.01", "January", "يناير"},
    {"month.02", "February", "فبراير"},
    {"month.03", "March", "مارس"},
    {"month.04", "April", "أبريل"},
    {"month.05", "May", "مايو"},
    {"month.06", "June", "يونيو"},
    {"month.07", "July", "يوليو"},
    {"month.08", "August", "أغسطس"},
    {"month.09", "September", "سبتمبر"},
    {"month.10", "October", "أكتوبر"},
    {"month.11", "November", "نوفمبر"},
    {"month.12", "December", "ديسمبر"},
    {"name.kinds.acronym", "acronym", "اختصار"},
    {"name.kinds.contested", "contested", "متنازع عليه"},
    {"name.kinds.hostile", "hostile", "تسمية خصوم"},
    {"name.kinds.official", "official", "رسمي"},
    {"name.kinds.short", "short", "مختصر"},
    {"name.kinds.translit", "transliteration", "كتابة صوتية"},
    {"nav.about", "About", "عن عهد"},
    {"nav.actors", "Actors", "الجهات"},
    {"nav.agreements", "Agreements", "الاتفاقات"},
    {"nav.disputes", "Disputes", "المنازعات"},
    {"nav.documents", "Documents", "الوثائق"},
    {"nav.label", "Main", "التنقل الرئيس"},
    {"nav.next", "Next", "التالي"},
    {"nav.previous", "Previous", "السابق"},
    {"nav.review", "Review", "المراجعة"},
    {"nav.skip", "Skip to the content", "انتقل إلى المحتوى"},
    {"party.roles.guarantor", "guarantor", "ضامن"},
    {"party.roles.mediator", "mediator", "وسيط"},
    {"party.roles.monitor", "monitor", "مراقب"},
    {"party.roles.party", "party", "طرف"},
    {"party.roles.signatory", "signatory", "موقّع"},
    {"party.roles.third_party", "third party", "طرف ثالث"},
    {"party.roles.witness", "witness", "شاهد"},
    {"party.states.absent", "absent", "غائب"},
    {"party.states.acceded", "acceded", "انضم"},
    {"party.states.announced", "announced", "أعلن"},
    {"party.states.initialled", "initialled", "وقّع بالأحرف الأولى"},
    {"party.states.ratified", "ratified", "صادق"},
    {"party.states.reached", "agreed", "اتفق"},
    {"party.states.signed", "signed", "وقّع"},
    {"party.states.unknown", "signature not known", "التوقيع غير معروف"},
    {"party.states.verbal", "agreed verbally", "وافق شفهيًا"},
    {"party.states.withdrew", "withdrew", "انسحب"},
    {"relation.aligned_with", "aligned with", "متسق مع"},
    {"relation.amended_by", "amended by", "عدّله"},
    {"relation.amends", "amends", "يعدّل"},
    {"relation.annex_of", "annex of", "ملحق بـ"},
    {"relation.based_on", "based on", "يستند إلى"},
    {"relation.basis_of", "basis of", "أساس لـ"},
    {"relation.conflicts", "conflicts with", "يتعارض مع"},
    {"relation.endorsed_by", "endorsed by", "أيّده"},
    {"relation.endorses", "endorses", "يؤيد"},
    {"relation.extended_by", "extended by", "مدّده"},
    {"relation.extends", "extends", "يمدّد"},
    {"relation.follows", "follows", "يلي"},
    {"relation.has_annex", "has annex", "له ملحق"},
    {"relation.has_part", "has part", "من أجزائه"},
    {"relation.implemented_by", "implemented by", "ينفّذه"},
    {"relation.implements", "implements", "ينفّذ"},
    {"relation.monitored_under", "monitored under", "يُراقَب بموجب"},
    {"relation.monitors", "monitors", "يراقب"},
    {"relation.opposed_by", "opposed by", "يعارضه"},
    {"relation.opposes", "opposes", "يعارض"},
    {"relation.part_of", "part of", "جزء من"},
    {"relation.precedes", "precedes", "يسبق"},
    {"relation.reaffirmed_by", "reaffirmed by", "أكده من جديد"},
    {"relation.reaffirms", "reaffirms", "يؤكد من جديد"},
    {"relation.referred_to_by", "referred to by", "أشار إليه"},
    {"relation.refers_to", "refers to", "يشير إلى"},
    {"relation.replaced_by", "replaced by", "حلّ محلّه"},
    {"relation.replaces", "replaces", "يحلّ محلّ"},
    {"relation.superseded_by", "superseded by", "حلّ محلّه"},
    {"relation.supersedes", "supersedes", "يحلّ محلّ"},
    {"relation.supplemented_by", "supplemented by", "كمّله"},
    {"relation.supplements", "supplements", "يكمّل"},
    {"relation.supported_by", "supported by", "دعمه"},
    {"relation.supports", "supports", "يدعم"},
    {"reply.how.agreement", "by agreement and day", "بحسب الاتفاق واليوم"},
    {"reply.how.words", "by its words", "بنص كلامه"},
    {"reply.kinds.denied_by_accused", "denied by the accused",
     "نفته الجهة المتهمة"},
    {"reply.kinds.denied_by_third", "denied by a third party", "نفاه طرف ثالث"},
    {"reply.kinds.not_covered", "said not to be covered by the agreement",
     "قيل إن الاتفاق لا يشمله"},
    {"reply.kinds.retracted", "retracted by the claimant", "تراجع عنه صاحبه"},
    {"rule.after.effective", "after it takes effect", "من دخوله حيز النفاذ"},
    {"rule.after.signature", "after signature", "من التوقيع"},
    {"rule.at.effective", "when it takes effect", "عند دخوله حيز النفاذ"},
    {"rule.at.signature", "at signature", "عند التوقيع"},
    {"rung.0", "only sources without a name", "مصادر بلا أسماء فقط"},
    {"rung.1", "one speaker", "متحدث واحد"},
    {"rung.2", "several speakers of one side", "عدة متحدثين من جهة واحدة"},
    {"rung.3", "speakers of several sides", "متحدثون من عدة جهات"},
    {"rung.4", "reported as fact by an outlet of no party",
     "خبر من وسيلة إعلام لا تتبع طرفًا"},
    {"rung.5", "admitted by the accused side", "أقرت به الجهة المتهمة"},
    {"rung.6", "found by the agreement's monitor",
     "أثبتته جهة الرقابة على الاتفاق"},
    {"site.lang", "English", "العربية"},
    {"site.motto",
     "Who signed what with whom, who says it was broken, who denies "
     "it",
     "من وقّع ماذا ومع من، ومن يقول إنه خُرق، ومن ينفي"},
    {"site.name", "Ahd", "عهد"},
    {"source.public record", "public record", "معلومات عامة"},
    {"telling.title", "also told", "رُوي أيضًا"},
    {"text.is.amended", "amended text", "نص معدّل"},
    {"text.is.annex", "annex", "ملحق"},
    {"text.is.draft", "draft", "مسودة"},
    {"text.is.original", "original", "النص الأصلي"},
    {"text.is.published", "published text", "نص منشور"},
    {"text.is.translation", "translation", "ترجمة"},
    {"tie.acts_for", "acts for", "تعمل باسم"},
    {"tie.owned_by", "is owned by", "تملكها"},
    {"tie.part_of", "is part of", "جزء من"},
    {"unit.d.1", "day", "يوم واحد"},
    {"unit.d.2", "days", "يومان"},
    {"unit.d.few", "days", "أيام"},
    {"unit.d.many", "days", "يومًا"},
    {"unit.m.1", "month", "شهر واحد"},
    {"unit.m.2", "months", "شهران"},
    {"unit.m.few", "months", "أشهر"},
    {"unit.m.many", "months", "شهرًا"},
    {"unit.w.1", "week", "أسبوع واحد"},
    {"unit.w.2", "weeks", "أسبوعان"},
    {"unit.w.few", "weeks", "أسابيع"},
    {"unit.w.many", "weeks", "أسبوعًا"},
    {"unit.y.1", "year", "سنة واحدة"},
    {"unit.y.2", "years", "سنتان"},
    {"unit.y.few", "years", "سنوات"},
    {"unit.y.many", "years", "سنة"},
}; /* clang-format on */

enum { KEY_BYTES = 64 };

/* A subject with many words of its own has a table of its own. */
static const ahd_words general = {table, sizeof table / sizeof *table};
static const ahd_words *const tables[] = {
    &general,           &ahd_words_agreement, &ahd_words_overview,
    &ahd_words_pairing, &ahd_words_review,    &ahd_words_said,
    &ahd_words_search};
enum { TABLES = sizeof tables / sizeof *tables };

static const ahd_wording_row *find_in(const ahd_words *words, const char *key)
{
    size_t low = 0, high = words->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(key, words->rows[middle].key);
        if (order == 0)
            return &words->rows[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

static const ahd_wording_row *find(const char *key)
{
    for (size_t i = 0; i < TABLES; i++) {
        const ahd_wording_row *row = find_in(tables[i], key);
        if (row != NULL)
            return row;
    }
    return NULL;
}

static ahd_str in(ahd_tongue tongue, const ahd_wording_row *row)
{
    return ahd_str_from(tongue == AHD_AR ? row->ar : row->en);
}

ahd_str ahd_wording_get(ahd_tongue tongue, const char *key)
{
    const ahd_wording_row *row = find(key);

    return row ? in(tongue, row) : AHD_STR("?");
}

ahd_str ahd_wording_said(ahd_tongue tongue, const char *form)
{
    const ahd_wording_row *row =
        tongue == AHD_AR && form ? find_in(&ahd_words_said, form) : NULL;

    return row ? in(tongue, row) : AHD_STR("");
}

/* Of countries the registry knows the names. */
static ahd_str country(ahd_tongue tongue, ahd_str code)
{
    ahd_str ar, en;

    if (!ahd_country_names(code, &ar, &en))
        return code;
    return tongue == AHD_AR ? ar : en;
}

ahd_str ahd_wording_of(ahd_tongue tongue, const char *group, ahd_str value)
{
    char key[KEY_BYTES];
    size_t len = strlen(group);

    if (strcmp(group, "country") == 0)
        return country(tongue, value);

    if (len + 1 + value.len >= sizeof key)
        return value;
    memcpy(key, group, len);
    key[len] = '.';
    memcpy(key + len + 1, value.ptr, value.len);
    key[len + 1 + value.len] = '\0';
    const ahd_wording_row *row = find(key);
    return row ? in(tongue, row) : value;
}

bool ahd_wording_at(size_t words, size_t i, ahd_wording_row *out)
{
    if (words >= TABLES || i >= tables[words]->count)
        return false;
    *out = tables[words]->rows[i];
    return true;
}
