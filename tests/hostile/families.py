"""Pages that mean harm to a reader of HTML, each as long as is asked for.

    FAMILIES["open comments"](1000)  ->  b"<p>...<!--<!--<!--"

Each is one habit, over and over, after a sentence of text. A reader that looks
back, or keeps a list of what is open, takes the square of their length.
"""

SENTENCE = "<p>وقعت قطر ومصر اتفاقا في الدوحة يوم الاثنين بعد محادثات طويلة.</p>\n".encode()


def repeat(part, before=b"", after=b""):
    """The family of `part` again and again. A number in it: `%d`."""
    def page(size):
        room = max(0, size - len(SENTENCE) - len(before) - len(after))
        if b"%d" in part:
            middle = b"".join(part % i for i in range(room // len(part % 100000)))
        else:
            middle = part * (room // len(part))
        return SENTENCE + before + middle + after
    return page


FAMILIES = {
    "blocks in blocks": repeat(b"<div>"),
    "blocks in blocks that are closed again":
        lambda size: repeat(b"<div>")(size // 2) + b"</div>" * (size // 12),
    "a tag of many attributes": repeat(b" a%d=b", b"<p", b">x"),
    "a tag of one attribute again and again": repeat(b" a=b", b"<p", b">x"),
    "an attribute as long as the page": repeat(b"x &amp ", b'<p title="', b'">x'),
    "a quote that is not closed": repeat(b'<p a="x" b=\'>'),
    "references without an end": repeat(b"&CounterClockwiseContourIntegra &am &#x &notin"),
    "a number without an end": repeat(b"9", b"&#"),
    "open comments": repeat(b"<!--"),
    "comments that nearly end": repeat(b"-- >--!->", b"<!--"),
    "tags that do not end": repeat(b"<p <b "),
    "less-than signs": repeat(b"<"),
    "end tags of nothing": repeat(b"</b></div></x>"),
    "one text as long as the page": repeat("وقع الطرفان ".encode()),
    "one word as long as the page": repeat(b"x"),
    "CDATA that is not closed": repeat(b"<![CDATA[ ]] >", b"<svg>"),
    "tables in tables": repeat(b"<table><tr><td>"),
    "formatting that is not closed": repeat(b"<b><i><font size=1>"),
    "formatting closed in the wrong order": repeat(b"<p><b><i>x</b></p>"),
    "links in links": repeat(b"<a href=x>x"),
    "forms and choices": repeat(b"<form><select><option>x<optgroup>"),
    "lists in lists": repeat(b"<ul><li>x"),
    "drawings in drawings": repeat(b"<svg><desc><math><mi>"),
    "scripts in comments of scripts": repeat(b"<!--<script>", b"<script>"),
    "scripts that nearly end": repeat(b"</script", b"<script>"),
    "titles that are not closed": repeat(b"<title>x</titl"),
    "text areas that nearly end": repeat(b"x</textare>", b"<textarea>"),
    "NULs": repeat(b"some words <b\0c> and a NUL \0 in the midst of 60 others.</b\0c>\n"),
    "broken UTF-8": repeat(b"\xd9\xff x"),
    "metas": repeat(b"<meta name=a content=b>"),
    "headings": repeat(b"<h1>x"),
}
