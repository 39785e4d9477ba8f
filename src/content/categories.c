#include "content/categories.h"

#include "base/intern.h"
#include "base/lang.h"
#include "content/yaml.h"

struct categories {
    GHashTable *names; /* char *"FOLDER\nTAG" -> char *, both owned */
};

static char *key_of(const char *folder, const char *tag)
{
    g_autofree char *lower = g_ascii_strdown(tag, -1);
    return g_strconcat(folder, "\n", lower, NULL);
}

static bool refuse(const struct yaml *yaml, const char *folder, struct diag *diag)
{
    diag_report(diag, RULE_VALUE, yaml->pos,
                "'%s' of 'categories' has no names: write what the folder is called by language, "
                "as in {en: After surgery, es: Después de la cirugía}",
                folder);
    return false;
}

static bool read_name(struct categories *categories, const char *folder, const struct yaml *name,
                      struct diag *diag)
{
    g_autofree char *tag = lang_canonical(name->key);
    if (name->kind != YAML_SCALAR || !*name->text)
        return refuse(name, folder, diag);
    if (!tag) {
        diag_report(diag, RULE_VALUE, name->key_pos,
                    "'%s' is no language in 'categories': write its tag, as in 'es'", name->key);
        return false;
    }
    g_hash_table_insert(categories->names, key_of(folder, tag), g_strdup(name->text));
    return true;
}

static bool read_folder(struct categories *categories, const struct yaml *folder, struct diag *diag)
{
    bool ok = folder->kind == YAML_MAPPING && folder->children->len > 0;
    if (!ok)
        return refuse(folder, folder->key, diag);
    for (guint i = 0; i < folder->children->len; i++)
        ok &= read_name(categories, folder->key, folder->children->pdata[i], diag);
    return ok;
}

bool categories_read(const struct yaml *yaml, struct categories **out, struct diag *diag)
{
    bool ok = true;
    *out = NULL;
    if (!yaml || !yaml->children || yaml->children->len == 0)
        return true;
    *out = g_new(struct categories, 1);
    (*out)->names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; i < yaml->children->len; i++)
        ok &= read_folder(*out, yaml->children->pdata[i], diag);
    return ok;
}

void categories_free(struct categories *categories)
{
    if (categories)
        g_hash_table_unref(categories->names);
    g_free(categories);
}

const char *categories_name(const struct categories *categories, const char *folder,
                            const char *lang)
{
    g_autoptr(GPtrArray) tags = lang_lookup(lang);
    for (guint i = 0; categories && i < tags->len; i++) {
        g_autofree char *key = key_of(folder, tags->pdata[i]);
        const char *name = g_hash_table_lookup(categories->names, key);
        if (name)
            return intern(name);
    }
    g_autofree char *plain = g_strdelimit(g_strdup(folder), "-", ' ');
    return intern(plain);
}
