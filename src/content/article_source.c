/*
 * Which article a translation was made from: by the name that it gives, else by its own. Awkward:
 * the source is looked for by the name of its file, in the folder of the translation, because
 * product names (`article_name`) leave out what files may have.
 */
#include "content/article.h"

#include "base/file.h"
#include "base/lang.h"
#include "content/group.h"

#include <string.h>

/* The file name of the source without ".md" as the translation's own file has it; NULL: its name
 * does not end in its language. Owned by the caller. */
static char *stem_by_name(const struct article *article)
{
    g_autofree char *base = g_path_get_basename(article->path);
    if (g_str_has_suffix(base, ".md"))
        base[strlen(base) - strlen(".md")] = '\0';
    const char *dot = strrchr(base, '.');
    size_t length = strlen(base);
    if (dot && lang_same(dot + 1, article->lang))
        length = (size_t)(dot - base);
    else if (!dot)
        length = translation_source(base, article->lang);
    return length > 0 && base[length] ? g_strndup(base, length) : NULL;
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
    if (!named && file_is_absent(path))
        g_clear_pointer(&path, g_free);
    return path;
}

/* The product name of the article in the file `stem`.md. Owned by the caller. */
static char *name_of(const char *stem)
{
    g_autofree char *file = g_strconcat(stem, ".md", NULL);
    return article_name(file);
}

char *article_source_name(const struct article *article)
{
    const char *named = article->translation.of.value;
    if (!named)
        return g_strndup(article->name, translation_source(article->name, article->lang));
    char *name = name_of(named);
    name[strcspn(name, ".")] = '\0';
    return name;
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
    g_autofree char *text = file_peek_text(path);
    if (!text || !strstr(text, "\ntranslation:"))
        return NULL;
    struct diag *passed_over = diag_new(false);
    struct article *article = article_load(path, passed_over);
    const char *named = article ? article->translation.of.value : NULL;
    char *name = named ? name_of(named) : NULL;
    article_free(article);
    diag_free(passed_over);
    return name;
}
