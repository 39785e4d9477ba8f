/*
 * Host against names that others point to this computer (DNS rebinding), Origin and Sec-Fetch-Site
 * against forms and scripts of other pages, methods and sizes against what no page of ours sends.
 */
#include "serve/door.h"

#include <string.h>
#include <sys/random.h>

/* A connection that says nothing for so long is closed. [s] */
#define SILENCE_S 30

struct door {
    char token[33];
    char *hosts[2]; /* as our own pages name it */
};

struct door *door_new(void)
{
    struct door *door = g_new0(struct door, 1);
    guint8 bytes[16];
    if (getrandom(bytes, sizeof bytes, 0) != (ssize_t)sizeof bytes)
        g_error("this system gives no random bytes");
    for (size_t i = 0; i < sizeof bytes; i++)
        g_snprintf(door->token + 2 * i, 3, "%02x", bytes[i]);
    return door;
}

void door_free(struct door *door)
{
    if (!door)
        return;
    g_free(door->hosts[0]);
    g_free(door->hosts[1]);
    g_free(door);
}

void door_set_port(struct door *door, guint port)
{
    door->hosts[0] = g_strdup_printf("127.0.0.1:%u", port);
    door->hosts[1] = g_strdup_printf("localhost:%u", port);
}

const char *door_token(const struct door *door)
{
    return door->token;
}

static bool is_own_host(const struct door *door, const char *host)
{
    return g_strcmp0(host, door->hosts[0]) == 0 || g_strcmp0(host, door->hosts[1]) == 0;
}

static bool is_own_origin(const struct door *door, const char *origin)
{
    static const char scheme[] = "http://";
    return g_str_has_prefix(origin, scheme) && is_own_host(door, origin + strlen(scheme));
}

void door_answer(SoupServerMessage *message, guint status)
{
    const char *phrase = soup_status_get_phrase(status);
    soup_server_message_set_status(message, status, NULL);
    soup_server_message_set_response(message, "text/plain", SOUP_MEMORY_COPY, phrase,
                                     strlen(phrase));
}

/* Whether it changes something, or has a page drawn, which takes its time: our own page's to ask.
 * All else is shown to whoever follows a link. */
static bool is_work(SoupServerMessage *message)
{
    const char *path = g_uri_get_path(soup_server_message_get_uri(message));
    return g_str_equal(soup_server_message_get_method(message), "POST") ||
           g_str_equal(path, DOOR_PICTURE);
}

/* Whether the browser says that another page has sent it. */
static bool is_foreign(const struct door *door, SoupMessageHeaders *headers, bool work)
{
    const char *origin = soup_message_headers_get_one(headers, "Origin");
    const char *site = soup_message_headers_get_one(headers, "Sec-Fetch-Site");
    if (origin && !is_own_origin(door, origin))
        return true;
    return work && site && !g_str_equal(site, "same-origin");
}

/* What comes of a body beyond the most that a form holds is dropped as it comes. */
static void hear_chunk(SoupServerMessage *message, GBytes *chunk, gpointer user)
{
    (void)chunk, (void)user;
    SoupMessageBody *body = soup_server_message_get_request_body(message);
    if (body->length > DOOR_MOST)
        soup_message_body_set_accumulate(body, FALSE);
}

/* Each answer ends its connection: libsoup before 3.3 (upstream commit d20c6601) neither closes nor
 * always hears again one that has been idle, until no more can be opened. */
void door_receive(SoupServerMessage *message)
{
    SoupMessageHeaders *headers = soup_server_message_get_response_headers(message);
    GSocket *socket = soup_server_message_get_socket(message);
    if (socket)
        g_socket_set_timeout(socket, SILENCE_S);
    soup_message_headers_replace(headers, "Connection", "close");
    g_signal_connect(message, "got-chunk", G_CALLBACK(hear_chunk), NULL);
}

bool door_refuses(const struct door *door, SoupServerMessage *message)
{
    const char *method = soup_server_message_get_method(message);
    SoupMessageHeaders *headers = soup_server_message_get_request_headers(message);
    bool post = g_str_equal(method, "POST");
    guint status = 0;
    if (!post && !g_str_equal(method, "GET") && !g_str_equal(method, "HEAD"))
        status = SOUP_STATUS_METHOD_NOT_ALLOWED;
    else if (!is_own_host(door, soup_message_headers_get_one(headers, "Host")) ||
             is_foreign(door, headers, is_work(message)))
        status = SOUP_STATUS_FORBIDDEN;
    else if (soup_server_message_get_request_body(message)->length > DOOR_MOST)
        status = SOUP_STATUS_REQUEST_ENTITY_TOO_LARGE;
    if (status)
        door_answer(message, status);
    return status != 0;
}

bool door_knows(const struct door *door, GHashTable *form)
{
    const char *given = form ? g_hash_table_lookup(form, "token") : NULL;
    if (!given || strlen(given) != strlen(door->token))
        return false;
    int differs = 0; /* all of it is compared, so that time tells nothing */
    for (size_t i = 0; door->token[i]; i++)
        differs |= given[i] ^ door->token[i];
    return differs == 0;
}
