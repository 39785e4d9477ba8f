#include "push/answer.h"

#include <stdbool.h>

#define MOST_SECONDS 300        /* a large picture over a slow wireless network takes a third */
#define MOST_BYTES   (16 << 20) /* a device lists ten thousand assets in half of it */
#define PIECE        (64 << 10)

struct answer {
    GMainLoop *loop;
    GCancellable *cancellable;
    GInputStream *stream;
    GByteArray *bytes;
    GError *error;
    bool is_late;
};

static gboolean end_late(gpointer data)
{
    struct answer *answer = data;
    answer->is_late = true;
    g_cancellable_cancel(answer->cancellable);
    return G_SOURCE_CONTINUE; /* its owner takes it away */
}

static void read_on(struct answer *answer);

static void on_piece(GObject *stream, GAsyncResult *result, gpointer data)
{
    struct answer *answer = data;
    g_autoptr(GBytes) piece =
        g_input_stream_read_bytes_finish(G_INPUT_STREAM(stream), result, &answer->error);
    gsize size = piece ? g_bytes_get_size(piece) : 0;
    if (size > 0)
        g_byte_array_append(answer->bytes, g_bytes_get_data(piece, NULL), (guint)size);
    if (answer->bytes->len > MOST_BYTES)
        g_set_error_literal(&answer->error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                            "its answer has no end");
    if (size > 0 && !answer->error)
        read_on(answer);
    else
        g_main_loop_quit(answer->loop);
}

static void read_on(struct answer *answer)
{
    g_input_stream_read_bytes_async(answer->stream, PIECE, G_PRIORITY_DEFAULT, answer->cancellable,
                                    on_piece, answer);
}

static void on_answer(GObject *session, GAsyncResult *result, gpointer data)
{
    struct answer *answer = data;
    answer->stream = soup_session_send_finish(SOUP_SESSION(session), result, &answer->error);
    if (answer->stream)
        read_on(answer);
    else
        g_main_loop_quit(answer->loop);
}

static void tell_late(const struct answer *answer, GError **error)
{
    g_clear_error(error);
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "its answer %s in %d minutes",
                answer->stream ? "did not end" : "did not come", MOST_SECONDS / 60);
}

GBytes *answer_to(SoupSession *session, SoupMessage *message, GError **error)
{
    struct answer answer = {.loop = g_main_loop_new(NULL, FALSE),
                            .cancellable = g_cancellable_new(),
                            .bytes = g_byte_array_new()};
    guint timer = g_timeout_add_seconds(MOST_SECONDS, end_late, &answer);
    soup_session_send_async(session, message, G_PRIORITY_DEFAULT, answer.cancellable, on_answer,
                            &answer);
    g_main_loop_run(answer.loop);
    g_source_remove(timer);
    GBytes *body = g_byte_array_free_to_bytes(answer.bytes);
    if (answer.error) {
        g_clear_pointer(&body, g_bytes_unref);
        g_propagate_error(error, answer.error);
        if (answer.is_late)
            tell_late(&answer, error);
    }
    g_clear_object(&answer.stream);
    g_object_unref(answer.cancellable);
    g_main_loop_unref(answer.loop);
    return body;
}
