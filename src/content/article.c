/*
 * Loads an article: reads the file, then front matter, then Markdown, then settles what depends on
 * all of it: the title, the heading levels, whether there is anything to read. Awkward: the title
 * may stand in the front matter, in the first H1, or in both, and must be printed once.
 */
#include "base/paths.h"
#include "content/article_parts.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/slug.h"
#include "content/named.h"

#include <limits.h>
#include <string.h>

/* Where nothing in the file's name is Latin, still stable, and different for each name. */
char *article_name(const char *path)
{
    g_autofree char *base = g_path_get_basename(path);
    if (g_str_has_suffix(base, ".md"))
        base[strlen(base) - 3] = '\0';
    g_autofree char *suffix = g_ascii_strdown(named_dot(base), -1);
    base[strlen(base) - strlen(suffix)] = '\0';
    g_autofree char *slug = slug_new(base, NAME_MAX);
    return slug ? g_strconcat(slug, suffix, NULL)
                : g_strdup_printf("article-%08x%s", g_str_hash(base), suffix);
}

static struct node *first_of_kind(const struct article *article, enum node_kind kind, int level)
{
    for (struct node *n = article->root->first; n; n = n->next)
        if (n->kind == kind && (level == 0 || n->as.heading.level == level))
            return n;
    return NULL;
}

static void report_no_title(const struct article *article, struct diag *diag)
{
    struct pos pos = {.file = paths_number(article->path), .line = 1};
    diag_report(diag, RULE_TITLE_MISSING, pos,
                "the article has no title: write 'title:' in its front matter, or a line that "
                "starts with '# '");
}

/* Settles the title and takes the heading that says it out of the tree. */
static void take_title(struct article *article, struct diag *diag)
{
    struct fact *title = &article->title;
    struct node *heading = title->value ? first_of_kind(article, NODE_HEADING, 0)
                                        : first_of_kind(article, NODE_HEADING, 1);
    g_autofree char *words = heading ? node_words(heading) : NULL;
    if (!title->value && !heading) {
        if (article->front_readable)
            report_no_title(article, diag);
        return;
    }
    if (title->value &&
        (!words || heading->as.heading.level != 1 || strcmp(words, title->value) != 0))
        return;
    if (article_heading_refers(heading))
        diag_report(diag, RULE_NOTE, heading->pos,
                    "the title stands alone in many places, so it can have no note: refer to it "
                    "in the text");
    if (!title->value)
        *title = (struct fact){.value = g_steal_pointer(&words), .pos = heading->pos};
    node_unlink(heading);
    node_free(heading);
}

static void check_not_empty(const struct article *article, struct diag *diag)
{
    for (struct node *n = article->root; n; n = node_next(n, article->root))
        if (n->text && *n->text)
            return;
    diag_report(diag, RULE_EMPTY_ARTICLE, article->root->pos,
                "the article has no text below its title");
}

static void free_line(gpointer line)
{
    node_free(line);
}

static void read_line(struct article *article, const struct fact *fact, struct diag *diag)
{
    if (fact->value)
        g_hash_table_insert(article->lines, (gpointer)fact, article_read_line(article, fact, diag));
}

/* The facts that are set like words of the body. */
static void read_lines(struct article *article, struct diag *diag)
{
    const struct fact_list *const lists[] = {&article->key_points, &article->questions,
                                             &article->sources};
    article->lines = g_hash_table_new_full(NULL, NULL, NULL, free_line);
    read_line(article, &article->summary, diag);
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        for (guint n = 0; n < lists[i]->items->len; n++)
            read_line(article, lists[i]->items->pdata[n], diag);
}

const struct node *article_line(const struct article *article, const struct fact *fact)
{
    return g_hash_table_lookup(article->lines, fact);
}

static int count_lines(const char *from, const char *to)
{
    int lines = 0;
    for (const char *p = from; p < to; p++)
        lines += *p == '\n';
    return lines;
}

/* Takes `text`. */
static struct article *take_text(const char *path, char *text, enum article_kind kind,
                                 struct diag *diag)
{
    struct article *article = g_new0(struct article, 1);
    article->source = text;
    article->digest = digest_of_text(text);
    article->kind = kind;
    article->path = g_strdup(path);
    article->name = article_name(path);
    article->directory = g_path_get_dirname(path);
    article->images = images_new();
    article->body = article_read_front(article, text, diag);
    read_lines(article, diag);
    article->body_line = 1 + count_lines(text, article->body);
    unsigned errors = diag_errors_in(diag, article->path);
    article_read_body(article, article->body, article->body_line, diag);
    bool refused = diag_errors_in(diag, article->path) > errors; /* which may be all the text */
    take_title(article, diag);
    article_repair_headings(article, diag);
    article_tie_links(article, diag);
    if (!refused)
        check_not_empty(article, diag);
    article_settle_uses(article, diag);
    return article;
}

static struct article *load(const char *path, enum article_kind kind, struct diag *diag)
{
    char *text = file_read_text(path, diag);
    return text ? take_text(path, text, kind, diag) : NULL;
}

struct article *article_of_text(const char *path, char *text, struct diag *diag)
{
    return take_text(path, text, ARTICLE_ORDINARY, diag);
}

struct article *article_load_alone(const char *path, struct diag *diag)
{
    return load(path, ARTICLE_ORDINARY, diag);
}

struct article *article_load_urgent(const char *path, struct diag *diag)
{
    return load(path, ARTICLE_URGENT, diag);
}

void article_shorten(struct article *article)
{
    g_hash_table_remove_all(article->lines);
    g_clear_pointer(&article->headings, g_hash_table_unref);
    g_clear_pointer(&article->root, node_free);
    g_clear_pointer(&article->picture, node_free);
    g_clear_pointer(&article->source, g_free);
    g_clear_pointer(&article->page, g_free);
    g_clear_pointer(&article->others, g_ptr_array_unref);
    article->body = NULL;
}

void article_free(struct article *article)
{
    if (!article)
        return;
    struct fact *const facts[] = {
        &article->title,          &article->screen_title, &article->language,
        &article->summary,        &article->version,      &article->reviewed,
        &article->review_due,     &article->producer,     &article->approved_by,
        &article->approved_on,    &article->audience,     &article->purpose,
        &article->funding,        &article->feedback,     &article->kind_given,
        &article->lobby_given,    &article->until,        &article->art_given,
        &article->critical_given, &article->crisis_given, &article->picture_alt};
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        fact_clear(facts[i]);
    fact_list_clear(&article->sources);
    fact_list_clear(&article->key_points);
    fact_list_clear(&article->questions);
    selection_clear(&article->selection);
    g_hash_table_unref(article->lines);
    g_clear_pointer(&article->headings, g_hash_table_unref);
    translation_clear(&article->translation);
    schedule_clear(&article->schedule);
    node_free(article->root);
    node_free(article->picture);
    g_free(article->path);
    g_free(article->name);
    g_free(article->lang);
    g_free(article->source);
    g_free(article->digest);
    g_free(article->page);
    g_clear_pointer(&article->others, g_ptr_array_unref);
    g_free(article->directory);
    images_free(article->images);
    g_free(article);
}
