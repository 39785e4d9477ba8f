#include "content/brief.h"

#include "content/article_parts.h"

/* Articles that are kept, at most: some five thousand bytes each. */
#define KEPT_MOST 1000

struct brief {
    bool used;           /* since the last sweep */
    GPtrArray *findings; /* of struct finding *, owned, with their messages */
    struct article *article;
};

struct briefs {
    GMutex mutex; /* guards the rest */
    char *key;
    GHashTable *by_path; /* path, lent by the article -> struct brief *, owned */
};

static void brief_free(void *data)
{
    struct brief *brief = data;
    g_ptr_array_unref(brief->findings);
    article_free(brief->article);
    g_free(brief);
}

struct briefs *briefs_new(void)
{
    struct briefs *briefs = g_new0(struct briefs, 1);
    g_mutex_init(&briefs->mutex);
    briefs->by_path = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, brief_free);
    return briefs;
}

void briefs_free(struct briefs *briefs)
{
    g_hash_table_unref(briefs->by_path);
    g_mutex_clear(&briefs->mutex);
    g_free(briefs->key);
    g_free(briefs);
}

void briefs_settle(struct briefs *briefs, const char *key)
{
    g_mutex_lock(&briefs->mutex);
    if (g_strcmp0(briefs->key, key) != 0) {
        g_hash_table_remove_all(briefs->by_path);
        g_free(briefs->key);
        briefs->key = g_strdup(key);
    }
    g_mutex_unlock(&briefs->mutex);
}

static gboolean is_unused(gpointer path, gpointer value, gpointer user)
{
    struct brief *brief = value;
    bool used = brief->used;
    (void)path;
    (void)user;
    brief->used = false;
    return !used;
}

void briefs_sweep(struct briefs *briefs)
{
    g_mutex_lock(&briefs->mutex);
    g_hash_table_foreach_remove(briefs->by_path, is_unused, NULL);
    g_mutex_unlock(&briefs->mutex);
}

struct article *briefs_find(struct briefs *briefs, const char *path, const char *digest,
                            struct diag *diag)
{
    g_mutex_lock(&briefs->mutex);
    struct brief *brief = g_hash_table_lookup(briefs->by_path, path);
    g_mutex_unlock(&briefs->mutex);
    if (!brief || g_strcmp0(brief->article->digest, digest) != 0)
        return NULL;
    brief->used = true;
    for (guint i = 0; diag && i < brief->findings->len; i++)
        diag_repeat(diag, brief->findings->pdata[i]);
    return brief->article;
}

bool article_is_brief(const struct article *article)
{
    return article && !article->root;
}

static GPtrArray *copy_findings(const struct diag *found)
{
    g_autoptr(GPtrArray) findings = diag_findings(found);
    GPtrArray *copies = g_ptr_array_new_with_free_func(finding_free);
    for (guint i = 0; i < findings->len; i++)
        g_ptr_array_add(copies, finding_copy(findings->pdata[i]));
    return copies;
}

struct brief *brief_new(const struct article *article, const struct diag *found)
{
    g_autoptr(GPtrArray) pictures = images_paths(article->images);
    if (diag_errors(found) > 0 || pictures->len > 0 || article_may_be_translated(article))
        return NULL;
    struct brief *brief = g_new0(struct brief, 1);
    brief->findings = copy_findings(found);
    return brief;
}

void briefs_put(struct briefs *briefs, struct brief *brief, struct article *article)
{
    article_shorten(article);
    brief->article = article;
    brief->used = true;
    g_mutex_lock(&briefs->mutex);
    bool room = g_hash_table_size(briefs->by_path) < KEPT_MOST ||
                g_hash_table_contains(briefs->by_path, article->path);
    if (room)
        g_hash_table_replace(briefs->by_path, article->path, brief);
    g_mutex_unlock(&briefs->mutex);
    if (!room)
        brief_free(brief);
}
