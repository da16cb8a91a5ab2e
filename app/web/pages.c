#include "web/pages.h"

#include "web/assets.h"
#include "web/view.h"

static const ahd_route routes[] = {
    {"/", ahd_pages_today},
    {"/agreements", ahd_pages_agreements},
    {"/agreements/", ahd_pages_agreement},
    {"/documents", ahd_pages_documents},
    {"/documents/", ahd_pages_document},
    {"/actors", ahd_pages_actors},
    {"/actors/", ahd_pages_actor},
    {"/disputes", ahd_pages_disputes},
    {"/disputes/", ahd_pages_dispute},
    {"/about", ahd_pages_about},
    {"/map", ahd_pages_map},
    {"/occurrences/", ahd_pages_occurrence},
    {"/ui/*", ahd_assets_send},
    {"/at/", ahd_pages_passage},
    {"/review", ahd_pages_review},
    {"/review/item", ahd_pages_review_item},
    {"/review/suggest", ahd_pages_suggest},
    {"/review/two", ahd_pages_two},
    {"/acts.csv", ahd_pages_download},
    {"/acts.jsonl", ahd_pages_download},
    {"/participants.csv", ahd_pages_download},
    {"/participants.jsonl", ahd_pages_download},
    {"/documents.csv", ahd_pages_download},
    {"/documents.jsonl", ahd_pages_download},
    {"/agreements.csv", ahd_pages_download},
    {"/agreements.jsonl", ahd_pages_download},
    {"/parties.csv", ahd_pages_download},
    {"/parties.jsonl", ahd_pages_download},
    {"/actors.csv", ahd_pages_download},
    {"/actors.jsonl", ahd_pages_download},
    {"/disputes.csv", ahd_pages_download},
    {"/disputes.jsonl", ahd_pages_download},
    {"/stories.csv", ahd_pages_download},
    {"/stories.jsonl", ahd_pages_download},
    {"/search.csv", ahd_pages_download},
    {"/search.jsonl", ahd_pages_download},
    {"/reviews.csv", ahd_pages_download},
    {"/reviews.jsonl", ahd_pages_download},
    {"/acts.geojson", ahd_pages_download},
    {"/search", ahd_pages_search},
    {"/codebook", ahd_pages_codebook},
    {"/codebook.csv", ahd_pages_codebook_csv},
    {"/stories", ahd_pages_stories},
    {"/stories/", ahd_pages_story},
    {"/acts.atom", ahd_pages_feed},
    {"/acts.feed.json", ahd_pages_feed},
    {NULL, NULL},
};

/* The first ones write to the record; the others keep words with the reader. */
static const ahd_route forms[] = {
    {"/review", ahd_pages_review_keep},
    {"/review/two", ahd_pages_two_keep},
    {"/follow", ahd_pages_follow},
    {"/seen", ahd_pages_seen},
    {NULL, NULL},
};
enum { WRITING = 2 };

static void refuse(void *context, const ahd_request *request, ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);

    ahd_view_refuse(&view);
}

static void idle(void *context)
{
    ahd_desk_settle(context);
}

ahd_site ahd_pages_site(ahd_desk *desk)
{
    return (ahd_site){.context = desk,
                      .routes = routes,
                      .forms = desk->read_only ? forms + WRITING : forms,
                      .refuse = refuse,
                      .idle = idle};
}
