#include "old_record.h"
#include "scratch_file.h"

#include "store/copy.h"
#include "test.h"

#include <string.h>

enum { PAGES = 20 };

static bool count_document(void *context, const ahd_document_row *row)
{
    CHECK(row->acts == 1);
    CHECK(row->captures == (ahd_str_eq(row->id, AHD_STR("d-1")) ? 3 : 1));
    ++*(int *)context;
    return true;
}

static bool count_act(void *context, const ahd_act_row *row)
{
    CHECK_STR(row->agreement, "truce");
    CHECK_STR(row->date, "2020-10-23");
    CHECK_STR(row->source, "A");
    ++*(int *)context;
    return true;
}

static bool take_agreement(void *context, const ahd_agreement_row *row)
{
    CHECK_STR(row->id, "truce");
    CHECK_STR(row->name_en, "The truce");
    CHECK(row->acts == PAGES && row->claims == PAGES &&
          row->documents == PAGES);
    ++*(int *)context;
    return true;
}

static bool take_actor(void *context, const ahd_actor_row *row)
{
    CHECK_STR(row->id, "ly-gna");
    CHECK(row->acts == PAGES);
    ++*(int *)context;
    return true;
}

static bool count_line(void *context, ahd_str line)
{
    CHECK(line.len > 0 && line.ptr[line.len - 1] == '}');
    ++*(int *)context;
    return true;
}

static void look_at_lists(ahd_store *store)
{
    int documents = 0, acts = 0, agreements = 0, actors = 0, lines = 0;

    CHECK(ahd_store_documents(store, NULL, count_document, &documents, NULL) ==
          AHD_OK);
    CHECK(ahd_store_acts(store, NULL, count_act, &acts, NULL) == AHD_OK);
    CHECK(ahd_store_agreements(store, take_agreement, &agreements, NULL) ==
          AHD_OK);
    CHECK(ahd_store_actors(store, take_actor, &actors, NULL) == AHD_OK);
    CHECK(documents == PAGES && acts == PAGES);
    CHECK(agreements == 1 && actors == 1);
    CHECK(ahd_store_export(store, count_line, &lines, NULL) == AHD_OK);
    CHECK(lines >= 6 * PAGES);
}

static void look_at_evidence(ahd_store *store)
{
    ahd_buf json = AHD_BUF(1000);
    ahd_sighting seen;
    int64_t page = 0;
    bool found;

    CHECK(ahd_store_next(store, 0, &page, &seen, NULL) == AHD_OK);
    CHECK(page == 1 && ahd_str_starts(seen.bytes, AHD_STR("Truce 1\n")));
    CHECK_STR(seen.url, "https://c.org/");
    CHECK_STR(seen.headers, "200");
    CHECK(ahd_store_reading(store, 1, &json, &found, NULL) == AHD_OK && found);
    CHECK_STR(ahd_buf_str(&json), "{\"n\":1}");
    ahd_buf_finish(&json);
}

/* What was kept can be added to: the same sighting is known as such. */
static void look_at_sightings(ahd_store *store)
{
    ahd_sighting seen;
    ahd_kept kept;
    int64_t page = 0;

    CHECK(ahd_store_begin(store, NULL) == AHD_OK);
    CHECK(ahd_store_next(store, 1, &page, &seen, NULL) == AHD_OK);
    CHECK(page == 2);
    CHECK(ahd_store_keep(store, &seen, &kept, NULL) == AHD_OK);
    CHECK(kept.page == 2 && !kept.new_page && !kept.new_seen);
    ahd_store_undo(store);
}

static void a_record_of_every_older_shape_is_brought_up_to_date(void)
{
    size_t count;

    ahd_migrate_steps(&count);
    for (size_t steps = 1; steps <= count; steps++) {
        ahd_store *store = NULL;
        ahd_error error = {0};
        scratch_remove();
        old_record_make(scratch_path, steps, PAGES);
        CHECK(ahd_store_open(scratch_path, false, &store, &error) ==
              (steps == count ? AHD_OK : AHD_ESTORE));
        ahd_store_close(store);
        if (ahd_store_open(scratch_path, true, &store, &error) != AHD_OK)
            printf("from step %zu: %s\n", steps, error.message);
        CHECK(store != NULL);
        if (store == NULL)
            continue;
        if (steps < count) {
            look_at_lists(store);
            look_at_evidence(store);
            look_at_sightings(store);
        }
        ahd_store_close(store);
    }
    scratch_remove();
}

int main(void)
{
    scratch_make();
    RUN(a_record_of_every_older_shape_is_brought_up_to_date);
    return test_failures != 0;
}
