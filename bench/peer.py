#!/usr/bin/env python3
"""One peer over the pages of a folder, its calls alone timed, best of RUNS:
    peer.py trafilatura|resiliparse FOLDER RUNS
prints {"version", "pages", "told", "seconds"}; told: pages that gave text."""
import importlib.metadata, json, os, sys, time

name, folder, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
pages = [open(os.path.join(folder, f), "rb").read() for f in sorted(os.listdir(folder))]

if name == "trafilatura":
    from trafilatura import bare_extraction

    def read(page):
        return bare_extraction(page, with_metadata=True)
else:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    def read(page):
        return extract_plain_text(bytes_to_str(page, detect_encoding(page)), main_content=True)

best = told = None
for _ in range(runs):
    began = time.perf_counter()
    said = sum(bool(read(page)) for page in pages)
    took = time.perf_counter() - began
    if best is None or took < best:
        best, told = took, said
print(json.dumps({"version": importlib.metadata.version(name), "pages": len(pages),
                  "told": told, "seconds": best}))
