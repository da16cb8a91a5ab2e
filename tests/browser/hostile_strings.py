"""300 strings that mean harm, and a page of news with each in every field."""
import json

# What would run, load, lead away or break the page, if it were not text.
HARM = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc='<script>alert(1)</script>'>",
    "<a href=javascript:alert(1)>x</a>", "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>", "<object data=javascript:alert(1)>", "<embed src=javascript:alert(1)>",
    "<form action=javascript:alert(1)><button>x", "<button formaction=javascript:alert(1)>x",
    "<base href=//evil.example/>", "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<style>*{background:url(//evil.example/)}</style>", "<link rel=stylesheet href=//evil.example/x.css>",
    "<math><mtext></mtext><mglyph><svg onload=alert(1)>", "<template><script>alert(1)</script></template>",
    "<video><source onerror=alert(1)>", "<!--><script>alert(1)</script-->", "<![CDATA[<script>alert(1)</script>]]>",
    "<p style=position:fixed;inset:0>x", "<marquee onstart=alert(1)>", "<noscript><p title=\"</noscript><svg onload=alert(1)>\">",
    "<textarea></textarea><svg onload=alert(1)>", "<select><option></select><svg onload=alert(1)>",
    "javascript:alert(1)",
]
# Where it may stand, so that it falls out of an attribute, a comment, a quote.
AROUND = ["{}", "\"{}", "'{}", "\">{}", "'>{}", "«{}»", "</title>{}", "-->{}", "\u202e{}\u200f", "{}<"]

STRINGS = [around.format(harm) for harm in HARM for around in AROUND]
assert len(set(STRINGS)) == 300


def page(i, words):
    return {"id": f"h{i}", "url": words if i % 2 else f"https://news.example/{words}",
            "outlet": words, "author": words, "title": f"{words} وقّع اتفاقا {i}", "date": "2020-10-26",
            "text": f"وقّع الرئيس {words} ووزير الخارجية {words} اتفاقا في جنيف يوم الاثنين.\n\n"
                    f"وقال {words}: «{words} خرق للاتفاق». ونفى المتحدث {words} ذلك في {words}."}


def write(path):
    with open(path, "w", encoding="utf-8") as out:
        for i, words in enumerate(STRINGS):
            out.write(json.dumps(page(i, words), ensure_ascii=False) + "\n")
