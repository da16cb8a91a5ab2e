/* bundle_text.h - what a bundle says of itself to whoever opens it. */
#ifndef AHD_ENGINE_BUNDLE_TEXT_H
#define AHD_ENGINE_BUNDLE_TEXT_H

#define AHD_BUNDLE_TEXT                                                        \
    "Evidence out of a record of Ahd: pages as they were published, when "     \
    "they "                                                                    \
    "were seen,\n"                                                             \
    "what was read in them, and the lines of an append-only log that tell of " \
    "all that.\n"                                                              \
    "\n"                                                                       \
    "To check that no file was changed, unpack it and say\n"                   \
    "\n"                                                                       \
    "    sha256sum -c MANIFEST.sha256\n"                                       \
    "\n"                                                                       \
    "To check everything with Ahd, where this came from need not be there:\n"  \
    "\n"                                                                       \
    "    ahd verify --bundle FILE.tar [--head HEAD] [--signer KEY]\n"          \
    "\n"                                                                       \
    "HEAD is a head of the same log that you had before, KEY the public key "  \
    "of whoever\n"                                                             \
    "signed head.txt, as you know it from elsewhere. Without either, the "     \
    "bundle is only\n"                                                         \
    "shown to fit together.\n"                                                 \
    "\n"                                                                       \
    "By hand:\n"                                                               \
    "* A folder of pages/ has the name that sha256sum gives page.html (or "    \
    ".txt, .jsonl).\n"                                                         \
    "* Line n of log.txt is line n of the log: a kind, a blank, and a body. "  \
    "kept.json,\n"                                                             \
    "  captures.jsonl and reviews.jsonl hold the bodies of the lines that "    \
    "tell of the page,\n"                                                      \
    "  and the line of kind reading has the SHA-256 of reading.json as json "  \
    "and that of\n"                                                            \
    "  rows.jsonl as rows. Where a page was read several times, the last "     \
    "line counts.\n"                                                           \
    "* The hash of a line is the SHA-256 of a zero byte and the line "         \
    "(without "                                                                \
    "its end); that\n"                                                         \
    "  of two neighbours, of a byte 1 and both hashes. So on up to one hash, " \
    "the root in\n"                                                            \
    "  head.txt (RFC 6962, section 2.1). Where there is no log.txt, each "     \
    "line of\n"                                                                \
    "  proofs.jsonl has a line of the log, its place (from 1), and the "       \
    "neighbours on its\n"                                                      \
    "  way up to the root.\n"                                                  \
    "* The signature in head.txt is Ed25519 (RFC 8032) of all lines above "    \
    "it.\n"                                                                    \
    "* In kept.json, format is 0 for text, 1 for HTML, 2 for a record of "     \
    "JSONL. In\n"                                                              \
    "  reading.json, text is what was read, and map leads each stretch of it " \
    "back to bytes\n"                                                          \
    "  of the page: where the stretch begins (in characters), where in the "   \
    "page (in bytes),\n"                                                       \
    "  how many characters, and how many bytes where that differs.\n"

#endif
