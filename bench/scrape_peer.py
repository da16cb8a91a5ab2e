#!/usr/bin/env python3
"""All the text of pages, menus and all, as another tool gives it:
    scrape_peer.py TOOL FROM TO
writes TO/NNNN.txt for each FROM/NNNN.html that has none yet."""
import logging
import os
import sys
import warnings

from resiliparse.parse.encoding import bytes_to_str, detect_encoding

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    return lambda html: extract_plain_text(html, main_content=False)


def inscriptis():
    from inscriptis import get_text
    return get_text


def html2text():
    from html2text import HTML2Text
    converter = HTML2Text(bodywidth=0)
    converter.ignore_links = converter.ignore_images = converter.ignore_emphasis = True
    return converter.handle


TOOLS = {"resiliparse": resiliparse, "inscriptis": inscriptis, "html2text": html2text}


def scraped(scrape, page):
    """A page that the tool stumbles over has no text."""
    try:
        return scrape(bytes_to_str(page, detect_encoding(page))) or ""
    except Exception:  # whatever a peer raises is its answer
        return ""


def main():
    tool, source, target = sys.argv[1:]
    scrape = TOOLS[tool]()
    os.makedirs(target, exist_ok=True)
    for name in sorted(os.listdir(source)):
        path = f"{target}/{name.rsplit('.', 1)[0]}.txt"
        if not os.path.exists(path):
            with open(f"{source}/{name}", "rb") as page, \
                    open(path, "w", encoding="utf-8", errors="replace") as out:
                out.write(scraped(scrape, page.read()))


main()
