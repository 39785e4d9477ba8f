/*
 * Short hands for json-glib. Awkward: it writes numbers with seventeen digits, so fractions are
 * rounded to 1/64, which have six.
 */
#include "base/json.h"

#include <math.h>

#define GRID 64.0

JsonBuilder *json_new(void)
{
    return json_builder_new();
}

static void member(JsonBuilder *builder, const char *name)
{
    if (name)
        json_builder_set_member_name(builder, name);
}

void json_text(JsonBuilder *builder, const char *name, const char *value)
{
    if (!value)
        return;
    member(builder, name);
    json_builder_add_string_value(builder, value);
}

void json_text_or_null(JsonBuilder *builder, const char *name, const char *value)
{
    member(builder, name);
    if (value)
        json_builder_add_string_value(builder, value);
    else
        json_builder_add_null_value(builder);
}

void json_path(JsonBuilder *builder, const char *name, const char *path)
{
    g_autofree char *text = g_utf8_make_valid(path, -1);
    json_text(builder, name, text);
}

void json_int(JsonBuilder *builder, const char *name, gint64 value)
{
    member(builder, name);
    json_builder_add_int_value(builder, value);
}

void json_true(JsonBuilder *builder, const char *name)
{
    member(builder, name);
    json_builder_add_boolean_value(builder, TRUE);
}

void json_exact(JsonBuilder *builder, const char *name, double value)
{
    member(builder, name);
    json_builder_add_double_value(builder, value);
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
    json_builder_begin_object(builder);
}

void json_open_array(JsonBuilder *builder, const char *name)
{
    member(builder, name);
    json_builder_begin_array(builder);
}

void json_close_object(JsonBuilder *builder)
{
    json_builder_end_object(builder);
}

void json_close_array(JsonBuilder *builder)
{
    json_builder_end_array(builder);
}

void json_insert(JsonBuilder *builder, const char *name, const char *json)
{
    member(builder, name);
    json_builder_add_value(builder, json_from_string(json, NULL));
}

char *json_finish(JsonBuilder *builder)
{
    JsonNode *root = json_builder_get_root(builder);
    char *text = json_to_string(root, TRUE);
    json_node_unref(root);
    g_object_unref(builder);
    return text;
}

JsonObject *json_read(const char *path)
{
    g_autoptr(JsonParser) parser = json_parser_new();
    if (!json_parser_load_from_file(parser, path, NULL))
        return NULL;
    JsonNode *root = json_parser_get_root(parser);
    return JSON_NODE_HOLDS_OBJECT(root) ? json_node_dup_object(root) : NULL;
}
