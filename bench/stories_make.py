"""Documents that were disturbed in known ways, from those of ../shared: bench/stories.py.

A copy keeps the id of its seed before a colon: "snn-00042:cut". The seed of the random
numbers is fixed, and documents are taken in order of their ids, so that what is made is
the same on every machine. No text of a corpus leaves build/.
"""
import collections, datetime, random, re

SEED = 7
EACH = 240      # seeds of a disturbance
LEAST = 60      # words of a seed
NAMES = 6       # that a seed tells of which little else is left
TEMPLATES = 40  # documents of a template


def paragraphs(text):
    return [p for p in text.split("\n") if p.strip()]


class Maker:
    """`read` is what Ahd reads of each document: names, numbers and days stay in place."""

    def __init__(self, documents, read):
        self.random = random.Random(SEED)
        self.documents, self.read = documents, read
        self.classes = collections.defaultdict(collections.Counter)
        names = set()  # words that stand for others must bring no names with them
        for document in documents:
            text, keep = self.kept(document)
            at = 0
            for word in text.replace("\n", " ").split(" "):
                if any(keep[at:at + len(word)]):
                    names.add(word)
                elif word:
                    self.classes[self.shape(word)][word] += 1
                at += len(word) + 1
        self.classes = {shape: [w for w, n in words.most_common(300) if n > 2 and w not in names]
                        for shape, words in self.classes.items()}

    @staticmethod
    def shape(word):
        """Words of one class start and end alike and are about as long."""
        return word[:2] if word.startswith("ال") or word.startswith("وا") else "", \
            word[-1], min(len(word), 8) // 2

    def others(self, document):
        """Paragraphs of a document that is not this one."""
        while True:
            other = self.random.choice(self.documents)
            if other["id"] != document["id"]:
                return paragraphs(other["text"])

    # ---------------------------------------------------------------- copies

    def cut(self, document, part):
        words = document["text"].split(" ")
        return " ".join(words[:max(25, int(len(words) * part))])

    def embed(self, document, times):
        lines = paragraphs(document["text"])
        before, after = [], []
        while sum(map(len, before + after)) < times * len(document["text"]):
            (before if self.random.random() < .5 else after).extend(self.others(document))
        return "\n".join(before + lines + after)

    def shuffle(self, document):
        lines = paragraphs(document["text"])
        if len(lines) < 3:
            lines = document["text"].replace("\n", " ").split(". ")
        if len(lines) < 3:
            words = document["text"].split()
            size = max(12, len(words) // 5)
            lines = [" ".join(words[i:i + size]) for i in range(0, len(words), size)]
        self.random.shuffle(lines)
        return "\n".join(lines)

    def spell(self, document):
        """Other spelling and marks, the same words."""
        text = document["text"]
        for a, b in (("أ", "ا"), ("إ", "ا"), ("ة", "ه"), ("ى", "ي"), ("«", '"'), ("»", '"'),
                     ("،", ","), (" و", " و ")):
            if self.random.random() < .6:
                text = text.replace(a, b)
        return text

    def kept(self, document):
        """Which characters of the text are in a name, a number or a time."""
        reading = self.read[document["id"]]
        keep = bytearray(len(reading["text"]) + 1)
        spans = [m["at"] for m in reading["mentions"] if m["id"]] + \
            [t["at"] for t in reading["times"]]
        for start, end in spans:
            keep[start:end] = b"\1" * (end - start)
        for i, c in enumerate(reading["text"]):
            if c.isdigit():
                keep[i] = 1
        return reading["text"], keep

    def names(self, document):
        """How many names, numbers and days it tells: what a spun copy can be known by."""
        reading = self.read[document["id"]]
        return len({m["id"] for m in reading["mentions"] if m["id"]} |
                   {t["value"] for t in reading["times"] if t["value"]} |
                   set(re.findall(r"\d+", reading["text"])))

    def reword(self, document, part):
        text, keep = self.kept(document)
        body = text.index("\n") + 1
        out, at = [], body
        for line in text[body:].split("\n"):
            words = []
            for word in line.split(" "):
                if any(keep[at:at + len(word)]) or self.random.random() >= part or not word:
                    words.append(word)
                else:
                    dice = self.random.random()
                    if dice < .70 and self.classes[self.shape(word)]:
                        words.append(self.random.choice(self.classes[self.shape(word)]))
                    elif dice < .85 and words:
                        words.insert(-1, word)
                at += len(word) + 1
            out.append(" ".join(words))
        return "\n".join(out)

    # ------------------------------------------------------------- the sets

    def sets(self):
        """name -> how a document is disturbed"""
        return {
            "whole": lambda d: d["text"],
            "spelt": self.spell,
            "cut to 60 %": lambda d: self.cut(d, .6),
            "cut to 30 %": lambda d: self.cut(d, .3),
            "embedded in 2 times": lambda d: self.embed(d, 1),
            "embedded in 5 times": lambda d: self.embed(d, 4),
            "shuffled": self.shuffle,
            "reworded 10 %": lambda d: self.reword(d, .10),
            "reworded 25 %": lambda d: self.reword(d, .25),
            "reworded 50 %": lambda d: self.reword(d, .50),
            "reworded 90 %": lambda d: self.reword(d, .90),
        }

    def make(self):
        """name -> [(document, id of its seed)]; no seed is used twice."""
        seeds = [d for d in self.documents if len(d["text"].split()) >= LEAST
                 and self.read[d["id"]]["kind"] == "article"]
        self.random.shuffle(seeds)
        out = {}
        for name, change in self.sets().items():
            if name == "reworded 90 %":
                seeds = [d for d in seeds if self.names(d) >= NAMES]
            taken, seeds = seeds[:EACH], seeds[EACH:]
            out[name] = [(self.copy(d, name, change(d)), d["id"]) for d in taken]
        return out

    def copy(self, document, name, text):
        """Another outlet has it, a day later or the same, under another title."""
        day = datetime.date.fromisoformat(document["date"][:10])
        day += datetime.timedelta(self.random.choice((0, 0, 1)))
        words = document["title"].split()
        title = " ".join(words[:-1] if self.random.random() < .5 else words[1:])
        return {"id": f"{document['id']}:{name.replace(' ', '-')}", "outlet": "another",
                "date": day.isoformat(), "title": title, "text": text}


# Sentences of our own, as such reports are written; {} is drawn anew each day.
MODELS = {
    "weather": "تتوقع هيئة الأرصاد بإذن الله أن تكون السماء صافية إلى غائمة جزئيا على مناطق {city} و{city} "
               "و{city}، وتنشط الرياح السطحية المثيرة للأتربة والغبار على أجزاء من {city}، في حين تكون الفرصة مهيأة "
               "لتكون السحب الرعدية الممطرة على مرتفعات {city} و{city}. وتصل درجة الحرارة العظمى في {city} إلى {n} درجة "
               "مئوية والصغرى إلى {n} درجة، فيما تبلغ سرعة الرياح {n} كيلومترا في الساعة وارتفاع الموج {n} سنتيمترا.",
    "prayers": "مواقيت الصلاة اليوم {day} في مدينة {city} بحسب تقويم أم القرى: صلاة الفجر عند الساعة {h}:{n} وشروق الشمس "
               "عند الساعة {h}:{n} وصلاة الظهر عند الساعة {h}:{n} وصلاة العصر عند الساعة {h}:{n} وصلاة المغرب عند "
               "الساعة {h}:{n} وصلاة العشاء عند الساعة {h}:{n}، مع مراعاة فروق التوقيت بين المدن والمحافظات المجاورة لها.",
    "rates": "سجل سعر صرف الدولار مقابل الجنيه في تعاملات اليوم {day} بالبنوك الحكومية {n}.{n} جنيها للشراء و{n}.{n} جنيها "
             "للبيع، وبلغ سعر صرف اليورو {n}.{n} جنيها للشراء و{n}.{n} جنيها للبيع، فيما استقر سعر الريال السعودي عند "
             "{n}.{n} جنيها للشراء والدينار الكويتي عند {n}.{n} جنيها للبيع، وذلك وفق آخر تحديث على موقع البنك المركزي.",
    "gold": "شهدت أسعار الذهب في الأسواق المحلية اليوم {day} تغيرا طفيفا، حيث بلغ سعر الغرام من عيار 24 نحو {n}{n} ريالا، "
            "وسجل الغرام من عيار 21 الأكثر طلبا {n}{n} ريالا، فيما وصل سعر الغرام من عيار 18 إلى {n}{n} ريالا، وبلغت "
            "الأونصة عالميا {n}{n}{n} دولارا متأثرة بتحركات العملة الأمريكية وترقب المستثمرين لبيانات الوظائف.",
    "match": "فاز فريق {team} على ضيفه {team} بنتيجة {g} مقابل {g} في المباراة التي جمعتهما مساء {day} على ملعب {city} ضمن "
             "منافسات الجولة {n} من دوري المحترفين. وسجل هدف التقدم اللاعب {man} في الدقيقة {n} قبل أن يضيف زميله {man} "
             "الهدف الثاني في الدقيقة {n}، ورفع الفريق رصيده بهذا الفوز إلى {n} نقطة في المركز {n} من جدول الترتيب.",
    "receives": "استقبل أمير المنطقة في مكتبه بالإمارة اليوم {day} مدير عام {office} بالمنطقة {man} يرافقه عدد من منسوبي "
                "الإدارة. واطلع خلال الاستقبال على التقرير السنوي لأعمال الإدارة وما قدمته من خدمات للمواطنين والمقيمين "
                "خلال العام المنصرم والتي بلغت {n}{n} خدمة، متمنيا لهم التوفيق والسداد في أداء مهامهم على أكمل وجه.",
    "stocks": "أغلق مؤشر الأسهم الرئيسي اليوم {day} مرتفعا {n}.{n} نقطة ليقفل عند مستوى {n}{n}.{n} نقطة وبتداولات بلغت "
              "قيمتها {n}{n} مليون ريال، وبلغ عدد الأسهم المتداولة {n}{n} ألف سهم سجلت فيها أسهم {n} شركة ارتفاعا في قيمتها "
              "فيما أغلقت أسهم {n} شركة على تراجع، وكانت أسهم شركات {office} و{office} الأكثر ارتفاعا.",
}
CITIES = "الرياض جدة مكة المدينة تبوك حائل أبها جازان نجران الباحة الدمام الطائف بريدة عرعر سكاكا ينبع الأحساء".split()
TEAMS = "الهلال النصر الاتحاد الأهلي الشباب الاتفاق التعاون الفتح الرائد الفيصلي الوحدة ضمك الخليج".split()
MEN = ["سالم الحربي", "ماجد الزهراني", "فهد العتيبي", "خالد الغامدي", "سعد القحطاني", "بدر الشمري", "نواف العنزي",
       "تركي المطيري", "ياسر الدوسري", "علي الشهراني", "حسن عسيري", "محمد البلوي", "راشد السبيعي", "عمر باوزير"]
OFFICES = ["الجوازات", "المرور", "الدفاع المدني", "المياه", "الكهرباء", "التعليم", "الشؤون الصحية", "الزراعة",
           "السجون", "البريد", "الأحوال المدنية", "الطرق", "الإسكان", "الجمارك"]
DAYS = "السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة".split()


def templates():
    """Reports of the same words that are no copies of each other."""
    dice = random.Random(SEED)
    draw = {"{city}": CITIES, "{team}": TEAMS, "{man}": MEN, "{office}": OFFICES, "{day}": DAYS}
    for name, model in MODELS.items():
        for i in range(TEMPLATES):
            text = model
            for slot, values in draw.items():
                while slot in text:
                    text = text.replace(slot, dice.choice(values), 1)
            while "{n}" in text:
                text = text.replace("{n}", str(dice.randint(11, 59)), 1)
            while "{h}" in text:
                text = text.replace("{h}", str(dice.randint(1, 12)), 1)
            while "{g}" in text:
                text = text.replace("{g}", str(dice.randint(0, 5)), 1)
            day = datetime.date(2015, 7, 10) + datetime.timedelta(i)
            yield {"id": f"template-{name}-{i}", "outlet": "another", "date": day.isoformat(),
                   "title": f"{name} {i}", "text": text}
