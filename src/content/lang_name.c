/*
 * A table that the program carries (languages-from-cldr.py). It is read when the first language
 * without labels is asked for: most clinics have none.
 */
#include "content/lang_name.h"

#include "base/lang.h"
#include "content/plain.h"

#include <gio/gio.h>

#define CARRIED "/handout/languages.yaml"

/* Names by tags as CLDR writes them, in small letters: "sr_latn". Both are parts of one text, which
 * stays. */
static gpointer load(gpointer unused)
{
    (void)unused;
    g_autoptr(GBytes) bytes = g_resources_lookup_data(CARRIED, 0, NULL);
    struct plain plain = {.at = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes))};
    GHashTable *by_lang = g_hash_table_new(g_str_hash, g_str_equal);
    while (plain_next(&plain))
        g_hash_table_insert(by_lang, (gpointer)plain.key, (gpointer)plain.values);
    return by_lang;
}

const char *lang_name(const char *tag)
{
    static GOnce once = G_ONCE_INIT;
    GHashTable *by_lang = g_once(&once, load, NULL);
    g_autoptr(GPtrArray) tags = lang_lookup(tag);
    const char *name = NULL;
    for (guint i = 0; i < tags->len && !name; i++) {
        g_autofree char *key = g_ascii_strdown(tags->pdata[i], -1);
        name = g_hash_table_lookup(by_lang, g_strdelimit(key, "-", '_'));
    }
    return name;
}
