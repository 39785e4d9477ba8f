/*
 * Which articles are built, and in which order: those that are asked for, those that the show names
 * first. Awkward: products of two articles may want one file, so names are compared with all that
 * the products add to them.
 */
#include "publish/build_parts.h"

#include "base/file.h"
#include "base/nearest.h"
#include "content/group.h"
#include "content/urgent.h"

#include <string.h>

/* The file's name without its suffix: what --article names. */
static char *stem_of(const char *path)
{
    char *name = g_path_get_basename(path);
    name[strlen(name) - strlen(".md")] = '\0';
    return name;
}

static void report_unknown_article(const struct build *build, const char *name, char **stems)
{
    struct pos pos = {.path = g_intern_string(build->options->content_dir)};
    const char *near = nearest_word(name, (const char *const *)stems);
    g_autofree char *list = g_strjoinv(", ", stems);
    g_autofree char *advice =
        near ? g_strdup_printf("did you mean '%s'?", near) : g_strdup_printf("there are %s", list);
    diag_report(build->diag, RULE_NO_ARTICLES, pos, "there is no article '%s': %s", name, advice);
}

/* Named as its own file, or as the files that are made of it. */
static bool is_named(const char *path, const char *name)
{
    g_autofree char *stem = stem_of(path);
    g_autofree char *made = article_name(path);
    return g_str_equal(stem, name) || g_str_equal(made, name);
}

static bool is_wanted(const char *const *wanted, const char *path)
{
    bool is = !wanted;
    for (size_t i = 0; wanted && wanted[i] && !is; i++)
        is = is_named(path, wanted[i]);
    return is;
}

/* No path is named so. */
static void look_for(const struct build *build, const GPtrArray *paths, const char *name)
{
    g_auto(GStrv) stems = g_new0(char *, paths->len + 1);
    for (guint i = 0; i < paths->len; i++) {
        if (is_named(paths->pdata[i], name))
            return;
        stems[i] = stem_of(paths->pdata[i]);
    }
    if (paths->len > 0)
        report_unknown_article(build, name, stems);
}

/* The paths that were asked for; all of them when none was. Owns its strings. */
static GPtrArray *choose_articles(const struct build *build, const GPtrArray *paths)
{
    GPtrArray *chosen = g_ptr_array_new_with_free_func(g_free);
    const char *const *wanted = build->options->articles;
    for (guint i = 0; i < paths->len; i++)
        if (is_wanted(wanted, paths->pdata[i]))
            g_ptr_array_add(chosen, g_strdup(paths->pdata[i]));
    for (size_t i = 0; wanted && wanted[i]; i++)
        look_for(build, paths, wanted[i]);
    return chosen;
}

/* Moves the article that the show names to place `to`; false when there is none of that name. */
static bool move_article(GPtrArray *paths, const char *name, guint to)
{
    for (guint i = 0; i < paths->len; i++) {
        g_autofree char *stem = stem_of(paths->pdata[i]);
        if (!g_str_equal(stem, name))
            continue;
        if (i > to)
            g_ptr_array_insert(paths, (gint)to, g_ptr_array_steal_index(paths, i));
        return true;
    }
    return false;
}

/* The articles that style.yaml names come first. */
static void order_articles(const struct build *build, GPtrArray *paths)
{
    const GPtrArray *order = build->style ? build->style->show.order.items : NULL;
    for (guint i = 0; order && i < order->len; i++) {
        const struct fact *name = order->pdata[i];
        if (!move_article(paths, name->value, i))
            diag_report(build->diag, RULE_VALUE, name->pos,
                        "there is no article '%s' to show: name articles as their files, without "
                        "'.md'",
                        name->value);
    }
}

/* What an article's files are called without their suffixes, each with its folder; and where it
 * says why, for what its file's name alone does not say. */
struct claim {
    GPtrArray *stems; /* of char *, owned */
    struct pos pos;
    bool beside; /* it is a translation, and stands beside its source as well */
};

static void report_clash(const struct build *build, const struct claim *claim, const char *other,
                         const char *stem)
{
    diag_report(build->diag, RULE_NAME_CLASH, claim->pos,
                "it is left out, because its file '%s' would be that of '%s': rename one of the "
                "two%s",
                stem, other,
                claim->beside ? ", or keep one of two translations into one language" : "");
}

static void add_stems(struct claim *claim, const char *name)
{
    for (const struct product *const *product = products; *product; product++)
        if (!(*product)->beside)
            g_ptr_array_add(claim->stems,
                            g_strconcat((*product)->folder, "/", name, (*product)->suffix, NULL));
}

/* Those of a translation beside its source, whose language stands in the article. */
static void add_stems_beside(struct claim *claim, const char *path)
{
    struct diag *passed_over = diag_new(false);
    struct article *article = article_load(path, passed_over);
    g_autofree char *source = article ? article_source_path(article) : NULL;
    if (source) {
        struct work *work = work_new(article, article->name);
        const struct fact *of = &article->translation.of;
        claim->beside = true;
        claim->pos = of->value ? of->pos : article->language.pos;
        for (const struct product *const *product = products; *product; product++)
            if ((*product)->beside)
                g_ptr_array_add(claim->stems, g_strconcat((*product)->folder, "/",
                                                          work_stem(work, *product), NULL));
        g_steal_pointer(&article);
        work_unref(work);
    }
    article_free(article);
    diag_free(passed_over);
}

static struct claim claim_of(const struct build *build, const char *path)
{
    struct claim claim = {.stems = g_ptr_array_new_with_free_func(g_free),
                          .pos = {.path = g_intern_string(path)}};
    g_autofree char *name = article_name(path);
    add_stems(&claim, name);
    if (siblings_may_be_translated(path, build->glances))
        add_stems_beside(&claim, path);
    return claim;
}

/* Takes the article's stems for it. False, reported, when another has one of them. */
static bool take_stems(const struct build *build, GHashTable *takers, const char *path)
{
    struct claim claim = claim_of(build, path);
    g_autoptr(GPtrArray) stems = claim.stems;
    for (guint i = 0; i < stems->len; i++) {
        const char *stem = stems->pdata[i];
        const char *taker =
            shelf_claims(stem) ? "the list of handouts" : g_hash_table_lookup(takers, stem);
        if (!taker)
            continue;
        report_clash(build, &claim, taker, stem);
        return false;
    }
    for (guint i = 0; i < stems->len; i++)
        g_hash_table_insert(takers, g_strdup(stems->pdata[i]), (gpointer)path);
    return true;
}

/* Of two articles that want one file the later is left out. The urgent message comes before all of
 * them. */
static void drop_clashes(const struct build *build, GPtrArray *paths)
{
    g_autofree char *urgent = group_file(build->options->content_dir, URGENT_FILE);
    g_autoptr(GHashTable) takers = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (!file_is_absent(urgent))
        take_stems(build, takers, urgent);
    for (guint i = 0; i < paths->len;) {
        if (take_stems(build, takers, paths->pdata[i])) {
            i++;
            continue;
        }
        if (build->memory && build_shown_product(build) && !build->urgent)
            report_add_missing(build->report, paths->pdata[i]);
        g_ptr_array_remove_index(paths, i);
    }
}

static void *copy_path(const void *path, void *unused)
{
    (void)unused;
    return g_strdup(path);
}

GPtrArray *build_list(const struct build *build, const GPtrArray *all)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_copy((GPtrArray *)all, copy_path, NULL);
    g_ptr_array_set_free_func(paths, g_free);
    drop_clashes(build, paths);
    order_articles(build, paths);
    return choose_articles(build, paths);
}

const char *build_category(const struct build *build, const struct article *article)
{
    const char *content = build->options->content_dir;
    g_autofree char *category = article ? article_category(article->path, content) : NULL;
    return g_intern_string(category);
}
