/*
 * The door of the plug-in for JSON: json-glib's builder, functions of the same names, and what
 * base/json.h says of the others. Any thread may call them.
 */
#ifndef HANDOUT_BASE_JSON_PLUGIN_H
#define HANDOUT_BASE_JSON_PLUGIN_H

#include "base/json.h"
#include "base/plugin.h"

struct json_plugin {
    struct plugin_head head;

    JsonBuilder *(*builder_new)(void);
    JsonBuilder *(*set_member_name)(JsonBuilder *builder, const char *name);
    JsonBuilder *(*add_string)(JsonBuilder *builder, const char *value);
    JsonBuilder *(*add_int)(JsonBuilder *builder, gint64 value);
    JsonBuilder *(*add_double)(JsonBuilder *builder, double value);
    JsonBuilder *(*add_boolean)(JsonBuilder *builder, gboolean value);
    JsonBuilder *(*add_null)(JsonBuilder *builder);
    JsonBuilder *(*begin_object)(JsonBuilder *builder);
    JsonBuilder *(*end_object)(JsonBuilder *builder);
    JsonBuilder *(*begin_array)(JsonBuilder *builder);
    JsonBuilder *(*end_array)(JsonBuilder *builder);
    void (*insert)(JsonBuilder *builder, const char *json);
    char *(*finish)(JsonBuilder *builder);

    GPtrArray *(*leaves)(const char *text);
    GPtrArray *(*objects)(const char *text);
    JsonObject *(*object)(const char *text);
    GHashTable *(*members)(const char *text);
    char *(*write)(JsonObject *object);
    bool (*is_same)(JsonObject *a, JsonObject *b, const char *name);
};

#endif
