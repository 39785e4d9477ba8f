#include "content/glance.h"

#include "base/file.h"
#include "base/intern.h"
#include "base/lang.h"

#include <glib.h>
#include <string.h>

struct glances {
    GHashTable *by_path; /* interned -> struct glance *, lent by `kinds` */
    GPtrArray *kinds;    /* of struct glance *: articles in one language look the same */
};

struct glances *glances_new(void)
{
    struct glances *glances = g_new(struct glances, 1);
    glances->by_path = g_hash_table_new(g_str_hash, g_str_equal);
    glances->kinds = g_ptr_array_new_with_free_func(g_free);
    return glances;
}

void glances_free(struct glances *glances)
{
    if (!glances)
        return;
    g_hash_table_unref(glances->by_path);
    g_ptr_array_unref(glances->kinds);
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
        return intern(LANG_DEFAULT);
    line += strlen(key);
    line += strspn(line, blanks);
    g_autofree char *tag = g_strndup(line, strcspn(line, " \t\"'\r\n"));
    g_autofree char *lang = lang_canonical(tag);
    return intern(lang ? lang : LANG_DEFAULT);
}

/* The one that is like it. */
static struct glance *find_kind(struct glances *glances, struct glance like)
{
    for (guint i = 0; i < glances->kinds->len; i++) {
        struct glance *kind = glances->kinds->pdata[i];
        if (kind->lang == like.lang && kind->names_translation == like.names_translation)
            return kind;
    }
    struct glance *kind = g_memdup2(&like, sizeof like);
    g_ptr_array_add(glances->kinds, kind);
    return kind;
}

const struct glance *glances_at(struct glances *glances, const char *path)
{
    struct glance *glance = g_hash_table_lookup(glances->by_path, path);
    if (glance)
        return glance;
    g_autofree char *text = file_peek_text(path);
    glance = find_kind(
        glances, (struct glance){.lang = lang_of(text ? text : ""),
                                 .names_translation = text && strstr(text, "\ntranslation:")});
    g_hash_table_insert(glances->by_path, (gpointer)intern(path), glance);
    return glance;
}
