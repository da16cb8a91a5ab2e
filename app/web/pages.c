#include "web/pages.h"

#include "web/assets.h"
#include "web/view.h"

static const ahd_route routes[] = {
    {"/", ahd_pages_agreements},         {"/agreements/", ahd_pages_agreement},
    {"/documents", ahd_pages_documents}, {"/documents/", ahd_pages_document},
    {"/actors", ahd_pages_actors},       {"/actors/", ahd_pages_actor},
    {"/disputes", ahd_pages_disputes},   {"/disputes/", ahd_pages_dispute},
    {"/about", ahd_pages_about},         {"/ui/*", ahd_assets_send},
    {"/at/", ahd_pages_passage},         {NULL, NULL},
};

static void refuse(void *context, const ahd_request *request, ahd_reply *reply)
{
    ahd_view view = ahd_view_start(context, request, reply);

    ahd_view_refuse(&view);
}

ahd_site ahd_pages_site(ahd_record *record)
{
    return (ahd_site){.context = record, .routes = routes, .refuse = refuse};
}
