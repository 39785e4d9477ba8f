/*
 * Short hands for json-glib's builder, which otherwise takes two calls for each member.
 */
#ifndef HANDOUT_BASE_JSON_H
#define HANDOUT_BASE_JSON_H

#include "base/geometry.h"

#include <json-glib/json-glib.h>

/* Members of the object that is open; NULL values are left out. */
void json_text(JsonBuilder *builder, const char *name, const char *value);
void json_int(JsonBuilder *builder, const char *name, gint64 value);
void json_true(JsonBuilder *builder, const char *name);

/* Rounded to 1/64, which JSON writes out in at most six decimals. */
void json_number(JsonBuilder *builder, const char *name, double value);

/* "#rrggbb" */
void json_color(JsonBuilder *builder, const char *name, struct color color);

/* "09:00"; `minutes` after midnight. */
char *json_clock(int minutes);

void json_open_object(JsonBuilder *builder, const char *name);
void json_open_array(JsonBuilder *builder, const char *name);

/* Ends the object or array that is open. */
void json_close_object(JsonBuilder *builder);
void json_close_array(JsonBuilder *builder);

/* The finished text, owned by the caller; frees the builder. */
char *json_finish(JsonBuilder *builder);

#endif
