#include "http/outflow.h"

#include <stdlib.h>

enum { BLOCK = 32 << 10, MOST_PIECE = 64 << 20 };

typedef struct outflow {
    ahd_stream stream;
    ahd_buf piece;
    size_t sent; /* of the piece */
    bool last;
} outflow;

/* Until there is something to send, or nothing more. */
static void fill(outflow *flow)
{
    while (flow->sent == flow->piece.len && !flow->last) {
        ahd_buf_clear(&flow->piece);
        flow->sent = 0;
        flow->last = !flow->stream.next(flow->stream.context, &flow->piece);
        if (flow->piece.failed)
            return;
    }
}

static ssize_t give(void *context, uint64_t at, char *to, size_t most)
{
    outflow *flow = context;

    (void)at;
    fill(flow);
    if (flow->piece.failed)
        return MHD_CONTENT_READER_END_WITH_ERROR;
    size_t len = flow->piece.len - flow->sent;
    if (len == 0)
        return MHD_CONTENT_READER_END_OF_STREAM;
    len = len < most ? len : most;
    memcpy(to, flow->piece.ptr + flow->sent, len);
    flow->sent += len;
    return (ssize_t)len;
}

static void end(void *context)
{
    outflow *flow = context;

    flow->stream.end(flow->stream.context);
    ahd_buf_finish(&flow->piece);
    free(flow);
}

struct MHD_Response *ahd_outflow_new(const ahd_stream *stream)
{
    outflow *flow = calloc(1, sizeof *flow);

    if (flow == NULL) {
        stream->end(stream->context);
        return NULL;
    }
    *flow = (outflow){.stream = *stream, .piece = AHD_BUF(MOST_PIECE)};
    struct MHD_Response *response = MHD_create_response_from_callback(
        MHD_SIZE_UNKNOWN, BLOCK, give, flow, end);
    if (response == NULL)
        end(flow);
    return response;
}
