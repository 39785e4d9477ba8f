#include "content/glance.h"

#include "base/file.h"
#include "base/lang.h"

#include <glib.h>
#include <string.h>

struct glances {
    GHashTable *by_path; /* char * -> struct glance *, both owned */
};

struct glances *glances_new(void)
{
    struct glances *glances = g_new(struct glances, 1);
    glances->by_path = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return glances;
}

void glances_free(struct glances *glances)
{
    if (!glances)
        return;
    g_hash_table_unref(glances->by_path);
    g_free(glances);
}

/* What the front matter gives; interned. */
static const char *lang_of(const char *text)
{
    static const char key[] = "\nlang:", blanks[] = " \t\"'";
    const char *front = g_str_has_prefix(text, "---") ? text : NULL;
    const char *line = front ? strstr(front, key) : NULL;
    const char *end = front ? strstr(front, "\n---") : NULL;
    if (!line || (end && end < line))
        return g_intern_static_string(LANG_DEFAULT);
    line += strlen(key);
    line += strspn(line, blanks);
    g_autofree char *tag = g_strndup(line, strcspn(line, " \t\"'\r\n"));
    g_autofree char *lang = lang_canonical(tag);
    return g_intern_string(lang ? lang : LANG_DEFAULT);
}

const struct glance *glances_at(struct glances *glances, const char *path)
{
    struct glance *glance = g_hash_table_lookup(glances->by_path, path);
    if (glance)
        return glance;
    g_autofree char *text = file_peek_text(path);
    glance = g_new(struct glance, 1);
    *glance = (struct glance){.lang = lang_of(text ? text : ""),
                              .names_translation = text && strstr(text, "\ntranslation:")};
    g_hash_table_insert(glances->by_path, g_strdup(path), glance);
    return glance;
}
