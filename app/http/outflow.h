/* outflow.h - a body that is written while it is sent, piece by piece, so that
 * a list of any length takes the memory of one piece.
 *
 *     reply->stream = (ahd_stream){rows, next_rows, end_rows};
 *
 * Between two pieces other requests are answered. A piece that fails breaks the
 * connection off: what was sent cannot be taken for the whole. */
#ifndef AHD_HTTP_OUTFLOW_H
#define AHD_HTTP_OUTFLOW_H

#include "http/request.h"

#include <microhttpd.h>

/* Takes the stream over and ends it, also when NULL is returned. */
struct MHD_Response *ahd_outflow_new(const ahd_stream *stream);

#endif
