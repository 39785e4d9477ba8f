/*
 * A table that the program carries (languages-from-cldr.py). It is read when the first language
 * without labels is asked for: most clinics have none.
 */
#include "content/lang_name.h"

#include "base/lang.h"
#include "content/yaml.h"

#include <gio/gio.h>

#define CARRIED "/handout/languages.yaml"

/* Names by tags as CLDR writes them, in small letters: "sr_latn". */
static gpointer load(gpointer unused)
{
    (void)unused;
    g_autoptr(GBytes) bytes = g_resources_lookup_data(CARRIED, 0, NULL);
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_autofree char *text = g_strndup(data, size);
    struct yaml *names = yaml_plain(text, CARRIED);
    g_assert(names);
    GHashTable *by_lang = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; i < names->children->len; i++) {
        struct yaml *name = names->children->pdata[i];
        g_hash_table_insert(by_lang, g_steal_pointer(&name->key), g_steal_pointer(&name->text));
    }
    yaml_tree_free(names);
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
