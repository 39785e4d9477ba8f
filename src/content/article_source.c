/*
 * Which article a translation was made from: by the name that it gives, else by its own. Awkward:
 * the source is looked for by the name of its file, in the folder of the translation, because
 * product names (`article_name`) leave out what files may have. A source may carry its language in
 * its name, too ("mri-en", "mri.en"): then what the files say of themselves decides.
 */
#include "content/article_parts.h"

#include "base/file.h"
#include "base/lang.h"
#include "content/group.h"
#include "content/named.h"

#include <string.h>

/* The name of a file without ".md". Owned by the caller. */
static char *stem_of(const char *path)
{
    char *base = g_path_get_basename(path);
    if (g_str_has_suffix(base, ".md"))
        base[strlen(base) - strlen(".md")] = '\0';
    return base;
}

/* The file name of the source without ".md" as the translation's own file has it; NULL: its name
 * does not end in its language. Owned by the caller. */
static char *stem_by_name(const struct article *article)
{
    g_autofree char *base = stem_of(article->path);
    size_t length = named_before(base, article->lang);
    return base[length] ? g_strndup(base, length) : NULL;
}

bool article_may_be_translated(const struct article *article)
{
    g_autofree char *stem = stem_by_name(article);
    return article->translation.of.value || stem;
}

static bool says_it_is_translated(const struct translation *t)
{
    return t->of.value || t->by.value || t->machine.value || t->reviewed_by.value ||
           t->reviewed_on.value || t->source_version.value;
}

/* The language that the file's name has behind `stem`, as in "mri-en.md" and "mri.en.md". Owned by
 * the caller; NULL: it has none. */
static char *lang_behind(const char *path, const char *stem)
{
    g_autofree char *own = stem_of(path);
    return g_str_has_prefix(own, stem) ? named_lang(own, strlen(stem)) : NULL;
}

/* Another language's article that says of itself nothing of a translation. */
static bool is_original(const char *path, const char *lang)
{
    struct diag *passed_over = diag_new(false);
    struct article *article = article_load_alone(path, passed_over);
    bool original =
        article && lang_same(article->lang, lang) && !says_it_is_translated(&article->translation);
    article_free(article);
    diag_free(passed_over);
    return original;
}

/* What is found in the folder: the only original, and the one in the language that articles are
 * taken for. */
struct originals {
    char *only, *usual;
    unsigned count;
};

static void add_original(struct originals *found, const struct article *article, const char *stem,
                         const char *path)
{
    g_autofree char *lang = lang_behind(path, stem);
    if (!lang || lang_same(lang, article->lang) || !is_original(path, lang))
        return;
    if (found->count++ == 0)
        found->only = g_strdup(path);
    if (lang_matches(LANG_USUAL, lang) && !found->usual)
        found->usual = g_strdup(path);
}

/* The originals among the files that are named like the article but for their languages. */
static struct originals search_originals(const struct article *article, const char *folder,
                                         const char *stem)
{
    struct originals found = {0};
    struct diag *passed_over = diag_new(false);
    g_autoptr(GPtrArray) paths = article_list(folder, passed_over);
    g_autofree char *shared = group_shared(folder);
    for (guint i = 0; i < paths->len; i++) {
        g_autofree char *own = g_path_get_dirname(paths->pdata[i]);
        if (g_str_equal(own, folder) || g_strcmp0(own, shared) == 0)
            add_original(&found, article, stem, paths->pdata[i]);
    }
    diag_free(passed_over);
    return found;
}

/* Which of them the article was made from. One that does not say that it is a translation is one of
 * the usual language alone. Owned by the caller; NULL: none, or nobody can tell which. */
static char *find_original(const struct article *article, const char *folder, const char *stem)
{
    bool told = says_it_is_translated(&article->translation);
    if (!told && lang_matches(LANG_USUAL, article->lang))
        return NULL;
    struct originals found = search_originals(article, folder, stem);
    if (told && found.count == 1 && !found.usual)
        found.usual = g_steal_pointer(&found.only);
    g_free(found.only);
    return found.usual;
}

char *article_source_path(const struct article *article)
{
    const char *named = article->translation.of.value;
    g_autofree char *stem = named ? g_strdup(named) : stem_by_name(article);
    g_autofree char *folder = g_path_get_dirname(article->path);
    if (!stem)
        return NULL;
    g_autofree char *file = g_strconcat(stem, ".md", NULL);
    char *path = group_file(folder, file);
    if (named || !file_is_absent(path))
        return path;
    g_free(path);
    return find_original(article, folder, stem);
}

char *article_unsettled_twin(const struct article *article)
{
    g_autofree char *stem = stem_by_name(article);
    g_autofree char *source = article_source_path(article);
    if (!stem || source || says_it_is_translated(&article->translation) ||
        lang_matches(LANG_USUAL, article->lang))
        return NULL;
    g_autofree char *folder = g_path_get_dirname(article->path);
    struct originals found = search_originals(article, folder, stem);
    g_free(found.usual);
    return found.only;
}

/* The product name of the article in the file `stem`.md. Owned by the caller. */
static char *name_of(const char *stem)
{
    g_autofree char *file = g_strconcat(stem, ".md", NULL);
    return article_name(file);
}

/* Without the language that the source's own name ends in. */
static char *without_lang(const struct article *article, char *name)
{
    size_t bare = named_before_any(name);
    g_autofree char *lang = bare > 0 ? named_lang(name, bare) : NULL;
    if (!lang || lang_same(lang, article->lang))
        return name;
    g_autofree char *folder = g_path_get_dirname(article->path);
    g_autofree char *file = g_strconcat(name, ".md", NULL);
    g_autofree char *path = group_file(folder, file);
    if (!file_is_absent(path) && is_original(path, lang))
        name[bare] = '\0';
    return name;
}

char *article_source_name(const struct article *article)
{
    const char *named = article->translation.of.value;
    size_t length = named_before(article->name, article->lang);
    if (!named)
        return without_lang(article, g_strndup(article->name, length));
    char *name = name_of(named);
    name[strcspn(name, ".")] = '\0';
    return without_lang(article, name);
}

static void free_language(void *data)
{
    struct other_language *other = data;
    g_free(other->lang);
    g_free(other->name);
    g_free(other);
}

void article_add_language(struct article *article, const char *lang, const char *name)
{
    struct other_language *other = g_new(struct other_language, 1);
    *other = (struct other_language){g_strdup(lang), g_strdup(name)};
    if (!article->others)
        article->others = g_ptr_array_new_with_free_func(free_language);
    g_ptr_array_add(article->others, other);
}

char *article_named_source(const char *path)
{
    struct diag *passed_over = diag_new(false);
    struct article *article = article_load_alone(path, passed_over);
    const char *named = article ? article->translation.of.value : NULL;
    char *name = named ? name_of(named) : NULL;
    article_free(article);
    diag_free(passed_over);
    return name;
}
