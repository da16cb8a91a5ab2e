#include "engine/indexing.h"

#include "store/lookup.h"

enum { MOST = 1 << 30 };

bool ahd_indexing_init(ahd_indexing *indexing, const ahd_kb *kb)
{
    indexing->title = AHD_BUF(MOST);
    indexing->text = AHD_BUF(MOST);
    return ahd_terms_init(&indexing->terms, kb);
}

void ahd_indexing_finish(ahd_indexing *indexing)
{
    ahd_terms_finish(&indexing->terms);
    ahd_buf_finish(&indexing->title);
    ahd_buf_finish(&indexing->text);
}

/* The text without its title. */
static ahd_str body(const ahd_doc *doc)
{
    return (ahd_str){doc->text.ptr + doc->title_len,
                     doc->text.len - doc->title_len};
}

/* NOLINTNEXTLINE(readability-function-size): a place, and what goes there. */
ahd_status ahd_indexing_put(ahd_indexing *indexing, ahd_store *store,
                            int64_t page, const ahd_doc *doc,
                            const ahd_entry *entry, ahd_error *error)
{
    ahd_lookup_words words = {0};

    ahd_buf_clear(&indexing->title);
    ahd_buf_clear(&indexing->text);
    if (doc->kind == AHD_KIND_ARTICLE) {
        words.title_count = ahd_terms_write(
            &indexing->terms, ahd_doc_title(doc), &indexing->title);
        words.text_count =
            ahd_terms_write(&indexing->terms, body(doc), &indexing->text);
    }
    words.title = ahd_buf_str(&indexing->title);
    words.text = ahd_buf_str(&indexing->text);
    if (indexing->title.failed || indexing->text.failed)
        return ahd_fail(error, AHD_ENOMEM, "out of memory");
    return ahd_store_index(store, page, entry, &words, error);
}
