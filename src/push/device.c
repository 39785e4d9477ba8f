/*
 * Requests are made one after another: the device is a small computer that plays meanwhile.
 * Awkward: a file is sent first, and the asset then names where the device put it.
 */
#include "push/device.h"

#include "content/address.h"
#include "push/answer.h"

#include <libsoup/soup.h>
#include <stdio.h>
#include <string.h>

#define API       "/api/v2/"
#define PATIENCE  60 /* [s] of silence */
#define JSON_TYPE "application/json"

struct device {
    char *address; /* without a slash at its end */
    SoupSession *session;
    bool refused;
};

/* With the password that the environment has, where the address has a name without one: what a
 * command is given, others on the computer can read. */
static char *with_password(const char *address)
{
    const char *password = g_getenv("HANDOUT_PASSWORD");
    const char *end = strstr(address, ADDRESS_SCHEME_END);
    const char *name = end ? end + strlen(ADDRESS_SCHEME_END) : "";
    size_t length = strcspn(name, "@:/");
    const char *at = name + length;
    if (!password || length == 0 || *at != '@')
        return g_strdup(address);
    g_autofree char *escaped = g_uri_escape_string(password, NULL, FALSE);
    return g_strdup_printf("%.*s:%s%s", (int)(at - address), address, escaped, at);
}

struct device *device_new(const char *address)
{
    struct device *device = g_new0(struct device, 1);
    device->address = with_password(address);
    for (size_t n = strlen(device->address); n > 0 && device->address[n - 1] == '/'; n--)
        device->address[n - 1] = '\0';
    device->session = soup_session_new_with_options("timeout", PATIENCE, NULL);
    return device;
}

void device_free(struct device *device)
{
    g_object_unref(device->session);
    g_free(device->address);
    g_free(device);
}

bool device_refused(const struct device *device)
{
    return device->refused;
}

static char *url_of(const struct device *device, const char *path)
{
    return g_strconcat(device->address, API, path, NULL);
}

static void tell_refusal(struct device *device, const char *what, const char *why)
{
    if (!device->refused)
        fprintf(stderr, "handout: the display did not %s: %s\n", what, why);
    device->refused = true;
}

/* Owned by the caller. Some servers give a number without words. */
static char *reason_of(SoupMessage *message)
{
    guint status = soup_message_get_status(message);
    const char *words = soup_message_get_reason_phrase(message);
    if (status == SOUP_STATUS_UNAUTHORIZED || status == SOUP_STATUS_FORBIDDEN)
        return g_strdup("it asks for a name and a password: write http://NAME@…, with the password "
                        "in HANDOUT_PASSWORD");
    if (status == SOUP_STATUS_NOT_FOUND)
        return g_strdup("this is no Anthias device with version 2 of its API");
    return g_strdup_printf("it answers %u%s%s", status, words && *words ? " " : "",
                           words ? words : "");
}

/* The answer to the message, which it takes, as text; `what` was asked. NULL: refused. */
static char *ask(struct device *device, SoupMessage *message, const char *what, guint good)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) body = NULL;
    char *text = NULL;
    if (!message) {
        tell_refusal(device, what, "this is no address");
        return NULL;
    }
    body = answer_to(device->session, message, &error);
    if (!body) {
        tell_refusal(device, what, error->message);
    } else if (soup_message_get_status(message) != good) {
        g_autofree char *reason = reason_of(message);
        tell_refusal(device, what, reason);
    } else {
        gsize size;
        const char *data = g_bytes_get_data(body, &size);
        text = g_strndup(data ? data : "", size);
    }
    g_object_unref(message);
    return text;
}

static SoupMessage *message_of(const struct device *device, const char *method, const char *path,
                               char *json)
{
    g_autofree char *url = url_of(device, path);
    SoupMessage *message = soup_message_new(method, url);
    g_autoptr(GBytes) body = json ? g_bytes_new_take(json, strlen(json)) : NULL;
    if (message && body)
        soup_message_set_request_body_from_bytes(message, JSON_TYPE, body);
    return message;
}

static int compare_places(gconstpointer a, gconstpointer b)
{
    JsonObject *const *x = a, *const *y = b;
    gint64 first = json_object_get_int_member_with_default(*x, "play_order", 0);
    gint64 second = json_object_get_int_member_with_default(*y, "play_order", 0);
    return (first > second) - (first < second);
}

GPtrArray *device_list(struct device *device)
{
    g_autofree char *text =
        ask(device, message_of(device, "GET", "assets", NULL), "say what it has", SOUP_STATUS_OK);
    GPtrArray *assets = text ? json_objects(text) : NULL;
    if (text && !assets)
        tell_refusal(device, "say what it has", "its answer is no list");
    if (assets)
        g_ptr_array_sort(assets, compare_places);
    return assets;
}

/* Where the device put the picture, {"uri", "ext"}; owned by the caller; NULL: refused. */
static JsonObject *send_file(struct device *device, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, &error);
    if (!file) {
        tell_refusal(device, "get a picture", error->message);
        return NULL;
    }
    g_autoptr(GBytes) bytes = g_mapped_file_get_bytes(file);
    g_autofree char *url = url_of(device, "file_asset");
    g_autofree char *name = g_path_get_basename(path);
    SoupMultipart *form = soup_multipart_new("multipart/form-data");
    soup_multipart_append_form_file(form, "file_upload", name, "image/png", bytes);
    g_autofree char *text =
        ask(device, soup_message_new_from_multipart(url, form), "take a picture", SOUP_STATUS_OK);
    soup_multipart_free(form);
    JsonObject *place = text ? json_object_of(text) : NULL;
    if (text && !place)
        tell_refusal(device, "take a picture", "its answer does not say where it is");
    return place;
}

char *device_add(struct device *device, const char *path, JsonObject *fields)
{
    g_autoptr(JsonObject) file = send_file(device, path);
    if (!file)
        return NULL;
    json_object_set_string_member(fields, "uri",
                                  json_object_get_string_member_with_default(file, "uri", ""));
    json_object_set_string_member(fields, "ext",
                                  json_object_get_string_member_with_default(file, "ext", ""));
    g_autofree char *text = ask(device, message_of(device, "POST", "assets", json_write(fields)),
                                "take a slide", SOUP_STATUS_CREATED);
    g_autoptr(JsonObject) made = text ? json_object_of(text) : NULL;
    json_object_remove_member(fields, "uri");
    json_object_remove_member(fields, "ext");
    const char *id =
        made ? json_object_get_string_member_with_default(made, "asset_id", NULL) : NULL;
    if (!id)
        tell_refusal(device, "take a slide", "its answer does not name it");
    return g_strdup(id);
}

static void tell(struct device *device, const char *method, const char *id, char *json,
                 const char *what, guint good)
{
    g_autofree char *escaped = g_uri_escape_string(id, NULL, FALSE);
    g_autofree char *path = g_strconcat("assets/", escaped, NULL);
    g_free(ask(device, message_of(device, method, path, json), what, good));
}

void device_change(struct device *device, const char *id, JsonObject *fields)
{
    tell(device, "PATCH", id, json_write(fields), "change a slide", SOUP_STATUS_OK);
}

void device_remove(struct device *device, const char *id)
{
    tell(device, "DELETE", id, NULL, "let an old slide go", SOUP_STATUS_NO_CONTENT);
}

void device_order(struct device *device, const GPtrArray *ids)
{
    g_autoptr(GString) all = g_string_new(NULL);
    g_autoptr(JsonObject) order = json_object_new();
    for (guint i = 0; i < ids->len; i++)
        g_string_append_printf(all, "%s%s", i > 0 ? "," : "", (const char *)ids->pdata[i]);
    json_object_set_string_member(order, "ids", all->str);
    g_free(ask(device, message_of(device, "POST", "assets/order", json_write(order)),
               "take the order", SOUP_STATUS_NO_CONTENT));
}
