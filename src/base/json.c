/*
 * A plug-in calls json-glib, since handouts need no JSON. Awkward: it writes numbers with seventeen
 * digits, so fractions are rounded to 1/64, which have six.
 */
#include "base/json.h"

#include "base/file.h"
#include "base/json_plugin.h"

#include <math.h>

#define GRID 64.0

static const struct json_plugin *door(void)
{
    static struct plugin plugin = {.name = "json", .work = "its part for JSON"};
    return plugin_open(&plugin);
}

JsonBuilder *json_new(void)
{
    return door()->builder_new();
}

static void member(JsonBuilder *builder, const char *name)
{
    if (name)
        door()->set_member_name(builder, name);
}

void json_text(JsonBuilder *builder, const char *name, const char *value)
{
    if (!value)
        return;
    member(builder, name);
    door()->add_string(builder, value);
}

void json_text_or_null(JsonBuilder *builder, const char *name, const char *value)
{
    member(builder, name);
    if (value)
        door()->add_string(builder, value);
    else
        door()->add_null(builder);
}

void json_path(JsonBuilder *builder, const char *name, const char *path)
{
    g_autofree char *text = g_utf8_make_valid(path, -1);
    json_text(builder, name, text);
}

void json_int(JsonBuilder *builder, const char *name, gint64 value)
{
    member(builder, name);
    door()->add_int(builder, value);
}

void json_true(JsonBuilder *builder, const char *name)
{
    member(builder, name);
    door()->add_boolean(builder, TRUE);
}

void json_exact(JsonBuilder *builder, const char *name, double value)
{
    member(builder, name);
    door()->add_double(builder, value);
}

void json_number(JsonBuilder *builder, const char *name, double value)
{
    json_exact(builder, name, round(value * GRID) / GRID);
}

void json_color(JsonBuilder *builder, const char *name, struct color color)
{
    char text[sizeof "#rrggbb"];
    g_snprintf(text, sizeof text, "#%02x%02x%02x", color.r, color.g, color.b);
    json_text(builder, name, text);
}

void json_open_object(JsonBuilder *builder, const char *name)
{
    member(builder, name);
    door()->begin_object(builder);
}

void json_open_array(JsonBuilder *builder, const char *name)
{
    member(builder, name);
    door()->begin_array(builder);
}

void json_close_object(JsonBuilder *builder)
{
    door()->end_object(builder);
}

void json_close_array(JsonBuilder *builder)
{
    door()->end_array(builder);
}

void json_insert(JsonBuilder *builder, const char *name, const char *json)
{
    member(builder, name);
    door()->insert(builder, json);
}

char *json_finish(JsonBuilder *builder)
{
    return door()->finish(builder);
}

GPtrArray *json_leaves(const char *text)
{
    return door()->leaves(text);
}

GHashTable *json_members(const char *path)
{
    g_autofree char *text = file_peek_text(path);
    return text ? door()->members(text) : NULL;
}

GPtrArray *json_objects(const char *text)
{
    return door()->objects(text);
}

JsonObject *json_object_of(const char *text)
{
    return door()->object(text);
}

JsonObject *json_read(const char *path)
{
    g_autofree char *text = file_peek_text(path);
    return text ? door()->object(text) : NULL;
}

char *json_write(JsonObject *object)
{
    return door()->write(object);
}

bool json_is_same(JsonObject *a, JsonObject *b, const char *name)
{
    return door()->is_same(a, b, name);
}
