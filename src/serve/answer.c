/*
 * What all answers of the desk share: nothing of them is kept by a browser or read by other pages.
 */
#include "serve/answer.h"

#include "serve/door.h"

void answer_headers(SoupServerMessage *message)
{
    SoupMessageHeaders *headers = soup_server_message_get_response_headers(message);
    soup_message_headers_replace(headers, "X-Content-Type-Options", "nosniff");
    soup_message_headers_replace(headers, "Referrer-Policy", "no-referrer");
    soup_message_headers_replace(headers, "Cross-Origin-Resource-Policy", "same-origin");
    soup_message_headers_replace(headers, "Cross-Origin-Opener-Policy", "same-origin");
    soup_message_headers_replace(headers, "Cache-Control", "no-store");
}

void answer_bytes(SoupServerMessage *message, const char *type, GBytes *bytes)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    soup_server_message_set_status(message, SOUP_STATUS_OK, NULL);
    soup_server_message_set_response(message, type, SOUP_MEMORY_COPY, data, size);
}

static const char *type_of(const char *path)
{
    static const struct {
        const char *suffix, *type;
    } types[] = {{".html", "text/html; charset=utf-8"},
                 {".txt", "text/plain; charset=utf-8"},
                 {".pdf", "application/pdf"},
                 {".svg", "image/svg+xml"}};
    for (size_t i = 0; i < G_N_ELEMENTS(types); i++)
        if (g_str_has_suffix(path, types[i].suffix))
            return types[i].type;
    return "application/octet-stream";
}

void answer_file(SoupServerMessage *message, const char *path)
{
    g_autoptr(GMappedFile) file = path ? g_mapped_file_new(path, FALSE, NULL) : NULL;
    g_autoptr(GBytes) bytes = file ? g_mapped_file_get_bytes(file) : NULL;
    if (bytes)
        answer_bytes(message, type_of(path), bytes);
    else
        door_answer(message, SOUP_STATUS_NOT_FOUND);
}
