/*
 * JSON by json-glib.
 */
#include "base/json_plugin.h"

#include <stdbool.h>
#include <string.h>

static void insert(JsonBuilder *builder, const char *json)
{
    json_builder_add_value(builder, json_from_string(json, NULL));
}

static char *finish(JsonBuilder *builder)
{
    JsonNode *root = json_builder_get_root(builder);
    char *text = json_to_string(root, TRUE);
    json_node_unref(root);
    g_object_unref(builder);
    return text;
}

/* A value as text: "" of an object or array. */
static char *text_of(JsonNode *node)
{
    if (!JSON_NODE_HOLDS_VALUE(node))
        return g_strdup("");
    const char *text = json_node_get_string(node);
    return text ? g_strdup(text) : json_to_string(node, FALSE);
}

/* What people write is never nested deeper; the parser would take any depth onto the stack. */
#define DEPTH_LIMIT 32

static const char *behind_comment(const char *sign)
{
    const char *end = strstr(sign + strlen("/*"), "*/");
    return end ? end + strlen("*/") : sign + strlen(sign);
}

/* Behind a text in quotes of either kind, or a comment, as the parser knows them: brackets in them
 * nest nothing. Else behind one sign. */
static const char *behind(const char *sign)
{
    const char *end = sign;
    if (g_str_has_prefix(sign, "/*"))
        return behind_comment(sign);
    if (*sign == '"')
        for (end++; *end && *end != '"'; end++)
            end += *end == '\\' && end[1];
    else if (*sign == '\'')
        end += 1 + strcspn(end + 1, "'");
    return *end ? end + 1 : end;
}

static bool is_too_deep(const char *text)
{
    unsigned depth = 0;
    for (const char *p = text; *p && depth <= DEPTH_LIMIT; p = behind(p)) {
        if (strchr("[{", *p))
            depth++;
        else if (strchr("]}", *p) && depth > 0)
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
    leaf->path = g_strdup(path);
    leaf->value = text_of(node);
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

static GPtrArray *leaves_of(const char *text)
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

static GPtrArray *objects_of(const char *text)
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

static JsonObject *object_of(const char *text)
{
    g_autoptr(JsonNode) root = root_of(text);
    return root && JSON_NODE_HOLDS_OBJECT(root) ? json_node_dup_object(root) : NULL;
}

static GHashTable *members_of(const char *text)
{
    g_autoptr(JsonObject) object = object_of(text);
    if (!object)
        return NULL;
    GHashTable *members = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    JsonObjectIter iter;
    const char *name;
    JsonNode *member;
    json_object_iter_init_ordered(&iter, object);
    while (json_object_iter_next_ordered(&iter, &name, &member))
        g_hash_table_insert(members, g_strdup(name), text_of(member));
    return members;
}

static char *write_object(JsonObject *object)
{
    g_autoptr(JsonNode) root = json_node_init_object(json_node_alloc(), object);
    return json_to_string(root, FALSE);
}

static bool is_same(JsonObject *a, JsonObject *b, const char *name)
{
    JsonNode *first = json_object_get_member(a, name), *second = json_object_get_member(b, name);
    return first && second && json_node_equal(first, second);
}

G_MODULE_EXPORT const struct json_plugin plugin_door = {
    .head.version = HANDOUT_VERSION,
    .builder_new = json_builder_new,
    .set_member_name = json_builder_set_member_name,
    .add_string = json_builder_add_string_value,
    .add_int = json_builder_add_int_value,
    .add_double = json_builder_add_double_value,
    .add_boolean = json_builder_add_boolean_value,
    .add_null = json_builder_add_null_value,
    .begin_object = json_builder_begin_object,
    .end_object = json_builder_end_object,
    .begin_array = json_builder_begin_array,
    .end_array = json_builder_end_array,
    .insert = insert,
    .finish = finish,
    .leaves = leaves_of,
    .members = members_of,
    .objects = objects_of,
    .object = object_of,
    .write = write_object,
    .is_same = is_same,
};
