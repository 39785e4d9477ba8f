/*
 * Short hands for json-glib. Awkward: it writes numbers with seventeen digits, so fractions are
 * rounded to 1/64, which have six.
 */
#include "base/json.h"

#include <stdbool.h>
#include <string.h>

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

/* What people write is never nested deeper; the parser would take any depth onto the stack. */
#define DEPTH_LIMIT 32

static bool is_too_deep(const char *text)
{
    unsigned depth = 0;
    bool quoted = false;
    for (const char *p = text; *p && depth <= DEPTH_LIMIT; p++) {
        if (quoted && *p == '\\' && p[1])
            p++;
        else if (*p == '"')
            quoted = !quoted;
        else if (!quoted && strchr("[{", *p))
            depth++;
        else if (!quoted && strchr("]}", *p) && depth > 0)
            depth--;
    }
    return depth > DEPTH_LIMIT;
}

static void leaf_free(gpointer data)
{
    struct json_leaf *leaf = data;
    g_free(leaf->path);
    g_free(leaf->value);
    g_free(leaf);
}

static void add_leaf(GPtrArray *leaves, const char *path, JsonNode *node)
{
    if (!JSON_NODE_HOLDS_VALUE(node))
        return;
    struct json_leaf *leaf = g_new(struct json_leaf, 1);
    const char *text = json_node_get_string(node);
    leaf->path = g_strdup(path);
    leaf->value = text ? g_strdup(text) : json_to_string(node, FALSE);
    g_ptr_array_add(leaves, leaf);
}

static void add_below(GPtrArray *leaves, const char *path, JsonNode *node);

static void add_member(GPtrArray *leaves, const char *path, const char *name, JsonNode *node)
{
    g_autofree char *inner = *path ? g_strconcat(path, ".", name, NULL) : g_strdup(name);
    add_below(leaves, inner, node);
}

static void add_below(GPtrArray *leaves, const char *path, JsonNode *node)
{
    if (JSON_NODE_HOLDS_OBJECT(node)) {
        JsonObjectIter iter;
        const char *name;
        JsonNode *member;
        json_object_iter_init_ordered(&iter, json_node_get_object(node));
        while (json_object_iter_next_ordered(&iter, &name, &member))
            add_member(leaves, path, name, member);
    } else if (JSON_NODE_HOLDS_ARRAY(node)) {
        JsonArray *array = json_node_get_array(node);
        for (guint i = 0; i < json_array_get_length(array); i++) {
            g_autofree char *name = g_strdup_printf("%u", i);
            add_member(leaves, path, name, json_array_get_element(array, i));
        }
    } else
        add_leaf(leaves, path, node);
}

GPtrArray *json_leaves(const char *text)
{
    GPtrArray *leaves = g_ptr_array_new_with_free_func(leaf_free);
    g_autoptr(JsonParser) parser = json_parser_new();
    if (!is_too_deep(text) && json_parser_load_from_data(parser, text, -1, NULL) &&
        json_parser_get_root(parser))
        add_below(leaves, "", json_parser_get_root(parser));
    return leaves;
}

/* NULL: it is no JSON. */
static JsonNode *root_of(const char *text)
{
    g_autoptr(JsonParser) parser = json_parser_new();
    if (is_too_deep(text) || !json_parser_load_from_data(parser, text, -1, NULL))
        return NULL;
    return json_parser_steal_root(parser);
}

GPtrArray *json_objects(const char *text)
{
    g_autoptr(JsonNode) root = root_of(text);
    if (!root || !JSON_NODE_HOLDS_ARRAY(root))
        return NULL;
    JsonArray *array = json_node_get_array(root);
    GPtrArray *objects = g_ptr_array_new_with_free_func((GDestroyNotify)json_object_unref);
    for (guint i = 0; i < json_array_get_length(array); i++) {
        JsonNode *element = json_array_get_element(array, i);
        if (JSON_NODE_HOLDS_OBJECT(element))
            g_ptr_array_add(objects, json_node_dup_object(element));
    }
    return objects;
}

JsonObject *json_object_of(const char *text)
{
    g_autoptr(JsonNode) root = root_of(text);
    return root && JSON_NODE_HOLDS_OBJECT(root) ? json_node_dup_object(root) : NULL;
}

char *json_write(JsonObject *object)
{
    g_autoptr(JsonNode) root = json_node_init_object(json_node_alloc(), object);
    return json_to_string(root, FALSE);
}

bool json_is_same(JsonObject *a, JsonObject *b, const char *name)
{
    JsonNode *first = json_object_get_member(a, name), *second = json_object_get_member(b, name);
    return first && second && json_node_equal(first, second);
}
