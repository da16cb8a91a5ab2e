/* words_pairing.c - the words of acts and documents beside others (pairing.h).
 */
#include "web/words.h"

/* clang-format off: one row, one line. In byte order of the keys. */
static const ahd_wording_row table[] = {
    {"pairing.agreement", "Link it to an agreement", "ربطه باتفاق"},
    {"pairing.agreement.do", "Link", "ربط"},
    {"pairing.agreement.p",
     "It is kept beside the agreements that the act has already.",
     "يُحفظ مع ما للفعل من اتفاقات."},
    {"pairing.agreement.which", "Which agreement is it about?",
     "بأي اتفاق يتعلق؟"},
    {"pairing.differ",
     "Reviewers differ on whether these are one; the newest word counts:",
     "اختلف المراجعون في كون هذه شيئًا واحدًا، والأحدث هو المعتمد:"},
    {"pairing.elsewhere", "other documents", "وثائق أخرى"},
    {"pairing.here", "this document", "الوثيقة نفسها"},
    {"pairing.link", "Link it to another act", "ربطه بفعل آخر"},
    {"pairing.link.do", "Link", "ربط"},
    {"pairing.link.p",
     "Near ones are offered, those with most in common first. Links of the "
     "same "
     "kind that it has already stay.",
     "تُعرض الأفعال القريبة، وأكثرها اشتراكًا معه أولًا. وتبقى روابطه الأخرى "
     "من هذا النوع."},
    {"pairing.link.which", "Which act is it about?", "بأي فعل يتعلق؟"},
    {"pairing.links", "What it is linked to", "ما يرتبط به"},
    {"pairing.mark.apart", "set apart by", "فُصل بقرار"},
    {"pairing.mark.joined", "merged by", "دُمج بقرار"},
    {"pairing.mark.linked", "linked by", "رُبط بقرار"},
    {"pairing.mark.reviewed", "linked by a reviewer", "ربطه مراجع"},
    {"pairing.merge", "The same act as another", "الفعل نفسه في وثيقة أخرى"},
    {"pairing.merge.do", "They are one act", "هما فعل واحد"},
    {"pairing.merge.do.document", "They are one story", "هما قصة واحدة"},
    {"pairing.merge.document", "The same story as another document",
     "القصة نفسها في وثيقة أخرى"},
    {"pairing.merge.p",
     "Offered are acts of other documents of the same type, about the same "
     "agreement or by the same actors, at most three days away.",
     "تُعرض أفعال من وثائق أخرى من النوع نفسه، عن الاتفاق نفسه أو للفاعلين "
     "أنفسهم، لا تبعد أكثر من ثلاثة أيام."},
    {"pairing.merge.p.document",
     "Offered are documents of other stories with acts of the same type, "
     "agreement and day.",
     "تُعرض وثائق من قصص أخرى فيها أفعال من النوع والاتفاق واليوم نفسه."},
    {"pairing.merge.which", "Which act tells the same?",
     "أي فعل يروي الأمر نفسه؟"},
    {"pairing.merge.which.document", "Which document tells the same story?",
     "أي وثيقة تروي القصة نفسها؟"},
    {"pairing.none", "none", "لا شيء"},
    {"pairing.nonear", "None is near it; one can be named by its id.",
     "لا شيء قريب منه، ويمكن تحديد غيره بمعرّفه."},
    {"pairing.open", "Beside other documents", "في الوثائق الأخرى"},
    {"pairing.role.alleged_breach", "is called a breach by", "يصفه بالخرق"},
    {"pairing.role.condemned", "is condemned by", "يدينه"},
    {"pairing.role.demanded", "is demanded by", "يطالب به"},
    {"pairing.role.denied_claim", "is denied by", "ينفيه"},
    {"pairing.role.pledged", "is pledged by", "يتعهّد به"},
    {"pairing.role.rejected", "is rejected by", "يرفضه"},
    {"pairing.role.supported", "is supported by", "يؤيّده"},
    {"pairing.split", "These do not belong together", "ليست هذه فعلًا واحدًا"},
    {"pairing.split.do", "Set it apart", "فصله"},
    {"pairing.split.do.document", "Set it apart", "فصلها"},
    {"pairing.split.document", "These are not one story", "ليست هذه قصة واحدة"},
    {"pairing.split.p",
     "The one that is chosen is set apart from all the others.",
     "يُفصل ما يُختار عن سائرها."},
    {"pairing.split.p.document",
     "The one that is chosen is set apart from all the others.",
     "تُفصل الوثيقة المختارة عن سائرها."},
    {"pairing.split.which", "Which one tells another act?",
     "أيها يروي فعلًا آخر؟"},
    {"pairing.split.which.document", "Which document tells another story?",
     "أي وثيقة تروي قصة أخرى؟"},
    {"pairing.title", "An act beside other documents",
     "الفعل في الوثائق الأخرى"},
    {"pairing.title.document", "A document beside others",
     "الوثيقة والوثائق الأخرى"},
    {"pairing.together", "Told as one with it", "يُروى معه فعلًا واحدًا"},
    {"pairing.together.document", "Of the same story", "من القصة نفسها"},
    {"pairing.typed", "Or its id (document:number)", "أو معرّفه (وثيقة:رقم)"},
    {"pairing.typed.agreement", "Its name or id", "اسمه أو معرّفه"},
    {"pairing.typed.document", "Or the id of a document", "أو معرّف وثيقة"},
    {"pairing.unlink", "Unlink", "فك الربط"},
    {"pairing.wrong.act",
     "There is no act of this id. Write document:number, as in the address of "
     "the act, or the id of an act told by several.",
     "لا فعل بهذا المعرّف. اكتب الوثيقة:الرقم، كما في عنوان الفعل، أو معرّف "
     "فعل يرويه عدة."},
    {"pairing.wrong.alone",
     "Nobody else tells it: there is nothing to set "
     "apart.",
     "لا يرويه أحد غيره، فلا شيء يُفصل."},
    {"pairing.wrong.already", "They are one already.", "هما واحد من قبل."},
    {"pairing.wrong.choose", "Choose one of those offered, or write an id.",
     "اختر واحدًا مما عُرض، أو اكتب معرّفًا."},
    {"pairing.wrong.document", "There is no document and no story of this id.",
     "لا وثيقة ولا قصة بهذا المعرّف."},
    {"pairing.wrong.self", "That is this one itself.", "هذا هو نفسه."},
    {"pairing.wrong.stale",
     "The record has changed since this page was made, and nothing was kept. "
     "Look at how it is now, and decide again.",
     "تغيّر السجل منذ أُعدّت هذه الصفحة، ولم يُحفظ شيء. انظر في حاله الآن ثم "
     "قرّر ثانية."},
};
/* clang-format on */

const ahd_words ahd_words_pairing = {table, sizeof table / sizeof *table};
