/*
 * An article and what its source says of it. To find a source others are loaded, each alone: two
 * articles may name each other.
 */
#include "content/article_parts.h"

#include "base/file.h"

/* What the article was translated from; NULL: nothing that can be read. */
static struct article *load_source(const struct article *article)
{
    g_autofree char *path = article_source_path(article);
    if (!path || file_is_absent(path))
        return NULL;
    struct diag *passed_over = diag_new(false);
    struct article *source = article_load_alone(path, passed_over);
    diag_free(passed_over);
    return source;
}

struct article *article_load(const char *path, struct diag *diag)
{
    struct article *article = article_load_alone(path, diag);
    if (!article || article->kind_given.value)
        return article;
    struct article *source = load_source(article);
    article_settle_kind(article, source, diag);
    article_free(source);
    return article;
}
