/*
 * Only articles whose names look like translations, those that name a source, and those that they
 * would be translations of are read for this: what language an article is in stands inside of it.
 */
#include "publish/siblings.h"

#include "base/lang.h"
#include "content/named.h"
#include "export/html_language.h"
#include "publish/choice.h"
#include "publish/products.h"

#include <string.h>

struct siblings {
    GHashTable *by_name; /* char *, owned -> GPtrArray *, owned, shared by all of a group */
};

bool siblings_may_be_translated(const char *path, struct glances *glances)
{
    const char *name = glances_name(glances, path);
    return name[named_before_any(name)] || glances_at(glances, path)->names_translation;
}

/* Counts an article that names its source, and the source, like two of one name. */
static void count_named(const char *path, struct glances *glances, GHashTable *counts)
{
    bool names = glances_at(glances, path)->names_translation;
    g_autofree char *source = names ? article_named_source(path) : NULL;
    if (!source)
        return;
    const char *name = glances_name(glances, path);
    g_hash_table_insert(counts, g_strndup(name, named_before_any(name)), GUINT_TO_POINTER(2));
    g_hash_table_insert(counts, g_strndup(source, named_before_any(source)), GUINT_TO_POINTER(2));
}

/* How many names are the same but for their languages. */
static GHashTable *count_bare(const GPtrArray *paths, struct glances *glances)
{
    GHashTable *counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < paths->len; i++) {
        const char *name = glances_name(glances, paths->pdata[i]);
        char *bare = g_strndup(name, named_before_any(name));
        guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, bare));
        g_hash_table_insert(counts, bare, GUINT_TO_POINTER(n + 1));
    }
    for (guint i = 0; i < paths->len; i++)
        count_named(paths->pdata[i], glances, counts);
    return counts;
}

/* NULL: it has errors, or no page. */
static struct article *load(const char *path, const struct style *style)
{
    struct diag *passed_over = diag_new(false);
    struct article *article = article_load(path, passed_over);
    bool good = article && diag_errors(passed_over) == 0 &&
                choice_of(article, style, product_listed(), false) != CHOICE_NO;
    if (!good)
        g_clear_pointer(&article, article_free);
    diag_free(passed_over);
    return article;
}

/* A source before its translations, which stand in the order of their names. */
static void add_article(struct siblings *siblings, GHashTable *by_source,
                        const struct article *article, const char *language)
{
    char *source = article_source_name(article);
    GPtrArray *group = g_hash_table_lookup(by_source, source);
    if (!group)
        group = g_ptr_array_new_with_free_func((GDestroyNotify)html_language_free);
    else
        g_ptr_array_ref(group);
    g_autofree char *escaped = g_uri_escape_string(article->name, NULL, FALSE);
    struct html_language *page = html_language_new(g_strdup(article->lang), g_strdup(language),
                                                   g_strconcat(escaped, ".html", NULL));
    g_ptr_array_insert(group, g_str_equal(article->name, source) ? 0 : -1, page);
    g_hash_table_insert(by_source, source, group);
    g_hash_table_insert(siblings->by_name, g_strdup(article->name), group);
}

struct siblings *siblings_find(const GPtrArray *paths, struct glances *glances,
                               const struct style *style, struct siblings_namer namer)
{
    struct siblings *siblings = g_new(struct siblings, 1);
    siblings->by_name =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GHashTable) counts = count_bare(paths, glances);
    g_autoptr(GHashTable) by_source = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < paths->len; i++) {
        const char *name = glances_name(glances, paths->pdata[i]);
        g_autofree char *bare = g_strndup(name, named_before_any(name));
        if (GPOINTER_TO_UINT(g_hash_table_lookup(counts, bare)) < 2)
            continue;
        struct article *article = load(paths->pdata[i], style);
        const char *language = article ? namer.language(namer.user, article->lang) : NULL;
        if (language)
            add_article(siblings, by_source, article, language);
        article_free(article);
    }
    GHashTableIter groups;
    gpointer group;
    g_hash_table_iter_init(&groups, by_source);
    while (g_hash_table_iter_next(&groups, NULL, &group))
        html_languages_part(group);
    return siblings;
}

void siblings_free(struct siblings *siblings)
{
    if (!siblings)
        return;
    g_hash_table_unref(siblings->by_name);
    g_free(siblings);
}

const GPtrArray *siblings_of(const struct siblings *siblings, const char *name)
{
    const GPtrArray *group = siblings ? g_hash_table_lookup(siblings->by_name, name) : NULL;
    return group && group->len > 1 ? group : NULL;
}

void siblings_name(const struct siblings *siblings, struct article *article)
{
    const GPtrArray *group = siblings_of(siblings, article->name);
    if (article->others)
        return;
    for (guint i = 0; group && i < group->len; i++) {
        const struct html_language *language = group->pdata[i];
        if (!lang_equal(language->lang, article->lang))
            article_add_language(article, language->lang, language->language);
    }
}
