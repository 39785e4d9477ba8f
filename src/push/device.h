/*
 * An Anthias device, by version 2 of its API. What it refuses is said on standard error; nothing is
 * asked of it after that.
 */
#ifndef HANDOUT_PUSH_DEVICE_H
#define HANDOUT_PUSH_DEVICE_H

#include "base/json.h"

#include <stdbool.h>

struct device;

/* `address`: of its own page, "http://192.168.1.20", with name and password before the host where
 * it asks for them. */
struct device *device_new(const char *address);
void device_free(struct device *device);

/* True: something that was asked was not done. */
bool device_refused(const struct device *device);

/* What it has, of JsonObject *, in playing order; owned by the caller. NULL: refused. */
GPtrArray *device_list(struct device *device);

/* Sends the picture at `path` and makes it an asset with these fields; its id, owned by the caller,
 * or NULL: refused. */
char *device_add(struct device *device, const char *path, JsonObject *fields);

void device_change(struct device *device, const char *id, JsonObject *fields);
void device_remove(struct device *device, const char *id);

/* `ids`: of const char *: in this order they play. */
void device_order(struct device *device, const GPtrArray *ids);

#endif
