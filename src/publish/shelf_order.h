/*
 * In what order lists have handouts. Internal to shelf*.c.
 */
#ifndef HANDOUT_PUBLISH_SHELF_ORDER_H
#define HANDOUT_PUBLISH_SHELF_ORDER_H

#include <glib.h>

/* The languages of entries (struct catalogue_entry *): as shelf_langs has them. `home`: the
 * language of the house, or NULL. */
GPtrArray *shelf_order_langs(const GPtrArray *entries, const char *home);

/* Handouts as struct catalogue has them, for the list in the language: those that are there in it
 * come first within their category, and are shown in it, others in the first of all languages that
 * they are there in. Entries without a page are passed over.
 * Owned by the caller; entries are lent. */
GPtrArray *shelf_order_items(const GPtrArray *entries, const char *lang, const char *home);

#endif
