/*
 * Writes JSON: short hands for json-glib's builder, which otherwise takes two calls for each member
 * and one more for what is missing. All that the program writes as JSON goes through here.
 *
 * `name` is the member's within the object that is open, NULL for an element of an array and for
 * the outermost value.
 */
#ifndef HANDOUT_BASE_JSON_H
#define HANDOUT_BASE_JSON_H

#include "base/geometry.h"

#include <json-glib/json-glib.h>

/* Nothing yet. Given to json_finish(). */
JsonBuilder *json_new(void);

/* UTF-8; a value of NULL is left out. */
void json_text(JsonBuilder *builder, const char *name, const char *value);

/* UTF-8; a value of NULL is null. */
void json_text_or_null(JsonBuilder *builder, const char *name, const char *value);

/* The name of a file, which need not be UTF-8: what is not becomes U+FFFD. */
void json_path(JsonBuilder *builder, const char *name, const char *path);

void json_int(JsonBuilder *builder, const char *name, gint64 value);
void json_true(JsonBuilder *builder, const char *name);

/* Rounded to 1/64, which JSON writes out in at most six decimals. */
void json_number(JsonBuilder *builder, const char *name, double value);

/* With up to seventeen digits: for what is short by itself. */
void json_exact(JsonBuilder *builder, const char *name, double value);

/* "#rrggbb" */
void json_color(JsonBuilder *builder, const char *name, struct color color);

void json_open_object(JsonBuilder *builder, const char *name);
void json_open_array(JsonBuilder *builder, const char *name);

/* Ends the object or array that is open. */
void json_close_object(JsonBuilder *builder);
void json_close_array(JsonBuilder *builder);

/* A value that is JSON already, and whole. */
void json_insert(JsonBuilder *builder, const char *name, const char *json);

/* The finished text, owned by the caller; frees the builder. */
char *json_finish(JsonBuilder *builder);

/* A value that is no object or array. Strings are owned. */
struct json_leaf {
    char *path;  /* the names and numbers that lead to it, parted by dots: "openingHours.0" */
    char *value; /* as text */
};

/* The values of a JSON text in their order, of struct json_leaf *, owned by the caller; empty: it
 * is no JSON, or nested deeper than what people write. */
GPtrArray *json_leaves(const char *text);

/* The members of the object that is all of the file at `path`: name -> value as text, "" of an
 * object or array; owned by the caller. NULL: it cannot be read, or is something else. */
GHashTable *json_members(const char *path);

/* That object itself, for programs that know json-glib; owned by the caller. */
JsonObject *json_read(const char *path);

/* The objects of the array that is all of `text`, of JsonObject *, owned by the caller; NULL: it is
 * something else. */
GPtrArray *json_objects(const char *text);

/* The object that is all of `text`, owned by the caller; NULL: it is something else. */
JsonObject *json_object_of(const char *text);

/* The object as text, owned by the caller. */
char *json_write(JsonObject *object);

/* True when the member is the same in both. */
bool json_is_same(JsonObject *a, JsonObject *b, const char *name);

#endif
