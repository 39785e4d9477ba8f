/*
 * The program that sends a show to an Anthias device. It stands beside the main one, which starts
 * it, because it needs libsoup.
 *
 * New slides are sent first, then all are put in order, and what is old goes last, so that the
 * display has something to show at any time. Slides that are there already are left alone: sending
 * the same show again changes nothing. Assets of others keep their places among each other; the
 * show stays where it was between them.
 *
 * Ends with STATUS_ENVIRONMENT (base/status.h) where anything was refused.
 */
#include "base/no_memory.h"
#include "base/status.h"
#include "push/device.h"
#include "push/slides.h"

#include <gio/gio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

/* What of an asset may be another than it was. */
static const char *const settings[] = {"duration",       "start_date",   "end_date",  "play_days",
                                       "play_time_from", "play_time_to", "is_enabled"};

struct push {
    struct device *device;
    GPtrArray *slides; /* of struct wanted * */
    GPtrArray *assets; /* of JsonObject *: what the device has */
    GPtrArray *ids;    /* of char *, owned: of the slides, in their order */
    unsigned sent, changed, removed;
};

static const char *text_of(JsonObject *asset, const char *member)
{
    return json_object_get_string_member_with_default(asset, member, "");
}

static bool is_ours(JsonObject *asset)
{
    return slides_is_ours(text_of(asset, "name"));
}

static JsonObject *find(const GPtrArray *assets, const char *name)
{
    for (guint i = 0; i < assets->len; i++)
        if (g_str_equal(text_of(assets->pdata[i], "name"), name))
            return assets->pdata[i];
    return NULL;
}

/* Devices of before play_days have no such members, and cannot be told. */
static bool differs(JsonObject *asset, JsonObject *fields)
{
    for (size_t i = 0; i < G_N_ELEMENTS(settings); i++)
        if (json_object_has_member(asset, settings[i]) &&
            json_object_has_member(fields, settings[i]) &&
            !json_is_same(asset, fields, settings[i]))
            return true;
    return false;
}

static char *settle(struct push *push, const struct wanted *slide)
{
    JsonObject *asset = find(push->assets, slide->name);
    if (!asset) {
        push->sent++;
        return device_add(push->device, slide->path, slide->fields);
    }
    char *id = g_strdup(text_of(asset, "asset_id"));
    if (differs(asset, slide->fields)) {
        push->changed++;
        device_change(push->device, id, slide->fields);
    }
    return id;
}

static void settle_all(struct push *push)
{
    for (guint i = 0; i < push->slides->len && !device_refused(push->device); i++) {
        char *id = settle(push, push->slides->pdata[i]);
        if (id)
            g_ptr_array_add(push->ids, id);
    }
}

static bool is_wanted(const struct push *push, const char *id)
{
    return g_ptr_array_find_with_equal_func(push->ids, id, g_str_equal, NULL);
}

static void add_show(const struct push *push, GPtrArray *order)
{
    for (guint i = 0; i < push->ids->len; i++)
        g_ptr_array_add(order, push->ids->pdata[i]);
}

/* Of const char *, lent: all that is to stay, the show where its first slide was. */
static GPtrArray *order_of(const struct push *push)
{
    GPtrArray *order = g_ptr_array_new();
    bool placed = false;
    for (guint i = 0; i < push->assets->len; i++) {
        JsonObject *asset = push->assets->pdata[i];
        if (!is_ours(asset))
            g_ptr_array_add(order, (gpointer)text_of(asset, "asset_id"));
        else if (!placed)
            add_show(push, order);
        placed |= is_ours(asset);
    }
    if (!placed)
        add_show(push, order);
    return order;
}

static bool stands(const struct push *push, const GPtrArray *order)
{
    bool same = order->len == push->assets->len;
    for (guint i = 0; same && i < order->len; i++)
        same = g_str_equal(order->pdata[i], text_of(push->assets->pdata[i], "asset_id"));
    return same;
}

static void put_in_order(struct push *push)
{
    g_autoptr(GPtrArray) order = order_of(push);
    if (!device_refused(push->device) && !stands(push, order))
        device_order(push->device, order);
}

static void remove_old(struct push *push)
{
    for (guint i = 0; i < push->assets->len && !device_refused(push->device); i++) {
        JsonObject *asset = push->assets->pdata[i];
        const char *id = text_of(asset, "asset_id");
        if (is_ours(asset) && !is_wanted(push, id)) {
            push->removed++;
            device_remove(push->device, id);
        }
    }
}

/* What the device says afterwards, not what it was asked for. */
static bool is_there(struct push *push)
{
    g_autoptr(GPtrArray) assets = device_refused(push->device) ? NULL : device_list(push->device);
    guint at = 0, ours = 0;
    for (guint i = 0; assets && i < assets->len; i++) {
        JsonObject *asset = assets->pdata[i];
        ours += is_ours(asset);
        if (at < push->ids->len && g_str_equal(text_of(asset, "asset_id"), push->ids->pdata[at]))
            at++;
    }
    bool whole = assets && at == push->slides->len && ours == push->slides->len;
    if (assets && !whole)
        fputs("handout: the display took the show and does not have all of it: send it again\n",
              stderr);
    return whole;
}

static bool send(struct push *push)
{
    push->assets = device_list(push->device);
    if (!push->assets)
        return false;
    settle_all(push);
    put_in_order(push);
    remove_old(push);
    bool whole = is_there(push);
    if (whole)
        printf("%u %s on the display: %u sent, %u changed, %u old removed\n", push->slides->len,
               push->slides->len == 1 ? "screen is" : "screens are", push->sent, push->changed,
               push->removed);
    g_ptr_array_unref(push->assets);
    return whole;
}

int main(int argc, char **argv)
{
    no_memory_settle();
    setlocale(LC_ALL, "C.UTF-8"); /* names are UTF-8, whatever else is set */
    if (argc != 3) {
        fputs("handout-push: name the folder of the show and the address of the display\n", stderr);
        return STATUS_USAGE;
    }
    struct push push = {.slides = slides_read(argv[1])};
    if (!push.slides)
        return STATUS_ENVIRONMENT;
    push.device = device_new(argv[2]);
    push.ids = g_ptr_array_new_with_free_func(g_free);
    bool whole = send(&push);
    g_ptr_array_unref(push.ids);
    g_ptr_array_unref(push.slides);
    device_free(push.device);
    return whole ? STATUS_OK : STATUS_ENVIRONMENT;
}
