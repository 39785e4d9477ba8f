/*
 * Which articles are built, and in which order: those that are asked for, those that the show names
 * first. Awkward: products of two articles may want one file, so names are compared with all that
 * the products add to them.
 */
#include "base/intern.h"
#include "base/paths.h"
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
    struct pos pos = {.file = paths_number(build->options->content_dir)};
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

/* The paths that were asked for; all of them when none was. */
static GPtrArray *choose_articles(const struct build *build, const GPtrArray *paths)
{
    GPtrArray *chosen = g_ptr_array_sized_new(paths->len);
    const char *const *wanted = build->options->articles;
    for (guint i = 0; i < paths->len; i++)
        if (is_wanted(wanted, paths->pdata[i]))
            g_ptr_array_add(chosen, paths->pdata[i]);
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

/* What an article's files are called without their suffixes. */
struct claim {
    const char *name;  /* interned: with all that products add to it */
    GPtrArray *beside; /* of struct stem *, owned: what a translation has beside its source */
    struct pos pos;    /* where it says why, for what its file's name alone does not say */
};

/* Below the output directory. */
struct stem {
    const char *folder; /* static */
    char *name;
};

/* Who has which of them: an article by its name alone, of which there are ten thousand, for what
 * products add is known. */
struct takers {
    GHashTable *by_name; /* name, interned -> path, lent */
    GHashTable *beside;  /* struct stem *, owned -> path, lent */
    GPtrArray *tails;    /* of char *, owned: what one name may have behind another one */
    bool tailed;         /* one that is taken ends in one of them */
};

static struct stem *stem_new(const struct product *product, char *name)
{
    struct stem *stem = g_new(struct stem, 1);
    *stem = (struct stem){product->folder, name};
    return stem;
}

static void stem_free(void *data)
{
    struct stem *stem = data;
    g_free(stem->name);
    g_free(stem);
}

static guint stem_hash(gconstpointer key)
{
    return g_str_hash(((const struct stem *)key)->name);
}

static gboolean stem_equal(gconstpointer a, gconstpointer b)
{
    const struct stem *one = a, *other = b;
    return g_str_equal(one->folder, other->folder) && g_str_equal(one->name, other->name);
}

static void report_clash(const struct build *build, const struct claim *claim, const char *other,
                         const struct stem *stem)
{
    diag_report(build->diag, RULE_NAME_CLASH, claim->pos,
                "it is left out, because its file '%s/%s' would be that of '%s': rename one of the "
                "two%s",
                stem->folder, stem->name, other,
                claim->beside->len > 0 ? ", or keep one of two translations into one language"
                                       : "");
}

/* A product of an article may be called like another product of another one when the two names are
 * the same, or one is the other and what stands before the end of a suffix: "sleep" and
 * "sleep-large". */
static GPtrArray *tails_new(void)
{
    GPtrArray *tails = g_ptr_array_new_with_free_func(g_free);
    for (const struct product *const *one = products; *one; one++)
        for (const struct product *const *other = products; *other; other++) {
            size_t length = strlen((*one)->suffix), end = strlen((*other)->suffix);
            if (length == end || !g_str_has_suffix((*one)->suffix, (*other)->suffix))
                continue;
            char *tail = g_strndup((*one)->suffix, length - end);
            if (g_ptr_array_find_with_equal_func(tails, tail, g_str_equal, NULL))
                g_free(tail);
            else
                g_ptr_array_add(tails, tail);
        }
    return tails;
}

static bool ends_in_tail(const struct takers *takers, const char *name)
{
    bool ends = false;
    for (guint i = 0; i < takers->tails->len && !ends; i++)
        ends = g_str_has_suffix(name, takers->tails->pdata[i]);
    return ends;
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
        claim->pos = of->value ? of->pos : article->language.pos;
        for (const struct product *const *product = products; *product; product++)
            if ((*product)->beside)
                g_ptr_array_add(claim->beside,
                                stem_new(*product, g_strdup(work_stem(work, *product))));
        g_steal_pointer(&article);
        work_unref(work);
    }
    article_free(article);
    diag_free(passed_over);
}

static struct claim claim_of(const struct build *build, const char *path)
{
    struct claim claim = {.name = build_name(build, path),
                          .beside = g_ptr_array_new_with_free_func(stem_free),
                          .pos = {.file = paths_number(path)}};
    if (siblings_may_be_translated(path, build->glances))
        add_stems_beside(&claim, path);
    return claim;
}

/* The article that has the stem as its own name with what a product adds to it; NULL: none. */
static const char *find_by_name(const struct takers *takers, const struct stem *stem)
{
    const char *taker = NULL;
    for (const struct product *const *at = products; *at && !taker; at++) {
        bool alike = !(*at)->beside && g_str_equal((*at)->folder, stem->folder) &&
                     g_str_has_suffix(stem->name, (*at)->suffix);
        g_autofree char *name =
            alike ? g_strndup(stem->name, strlen(stem->name) - strlen((*at)->suffix)) : NULL;
        taker = name ? g_hash_table_lookup(takers->by_name, name) : NULL;
    }
    return taker;
}

/* Who has the stem; NULL: nobody. */
static const char *find_taker(const struct takers *takers, const struct stem *stem)
{
    if (shelf_claims(stem->folder, stem->name))
        return "the list of handouts";
    const char *taker = g_hash_table_lookup(takers->beside, stem);
    return taker ? taker : find_by_name(takers, stem);
}

static bool is_taken(const struct takers *takers, const char *name)
{
    bool taken = g_hash_table_contains(takers->by_name, name);
    for (const struct product *const *at = products; *at && !taken; at++)
        taken = (*at)->beside &&
                g_hash_table_contains(takers->beside, &(struct stem){(*at)->folder, (char *)name});
    return taken;
}

/* False: the stems of the article are free, as those of most are. */
static bool may_clash(const struct takers *takers, const struct claim *claim)
{
    bool may = claim->beside->len > 0 || ends_in_tail(takers, claim->name) ||
               shelf_claims(product_listed()->folder, claim->name) || is_taken(takers, claim->name);
    for (guint i = 0; i < takers->tails->len && takers->tailed && !may; i++) {
        g_autofree char *name = g_strconcat(claim->name, takers->tails->pdata[i], NULL);
        may = is_taken(takers, name);
    }
    return may;
}

/* False, reported, when another has one of the stems of the article. */
static bool are_free(const struct build *build, const struct takers *takers,
                     const struct claim *claim)
{
    const char *taker = NULL;
    if (!may_clash(takers, claim))
        return true;
    for (const struct product *const *at = products; *at && !taker; at++) {
        g_autofree char *name = g_strconcat(claim->name, (*at)->suffix, NULL);
        const struct stem stem = {(*at)->folder, name};
        taker = (*at)->beside ? NULL : find_taker(takers, &stem);
        if (taker)
            report_clash(build, claim, taker, &stem);
    }
    for (guint i = 0; i < claim->beside->len && !taker; i++) {
        taker = find_taker(takers, claim->beside->pdata[i]);
        if (taker)
            report_clash(build, claim, taker, claim->beside->pdata[i]);
    }
    return !taker;
}

/* Takes the article's stems for it. False, reported, when another has one of them. */
static bool take_stems(const struct build *build, struct takers *takers, const char *path)
{
    struct claim claim = claim_of(build, path);
    g_autoptr(GPtrArray) beside = claim.beside;
    if (!are_free(build, takers, &claim))
        return false;
    g_hash_table_insert(takers->by_name, (gpointer)claim.name, (gpointer)path);
    takers->tailed |= ends_in_tail(takers, claim.name);
    g_ptr_array_set_free_func(beside, NULL);
    for (guint i = 0; i < beside->len; i++) {
        takers->tailed |= ends_in_tail(takers, ((const struct stem *)beside->pdata[i])->name);
        g_hash_table_replace(takers->beside, beside->pdata[i], (gpointer)path);
    }
    return true;
}

/* Of two articles that want one file the later is left out. The urgent message comes before all of
 * them. */
static void drop_clashes(const struct build *build, GPtrArray *paths)
{
    g_autofree char *urgent = group_file(build->options->content_dir, URGENT_FILE);
    g_autoptr(GHashTable) by_name = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) beside = g_hash_table_new_full(stem_hash, stem_equal, stem_free, NULL);
    g_autoptr(GPtrArray) tails = tails_new();
    struct takers takers = {by_name, beside, tails, false};
    if (!file_is_absent(urgent))
        take_stems(build, &takers, urgent);
    for (guint i = 0; i < paths->len;) {
        if (take_stems(build, &takers, paths->pdata[i])) {
            i++;
            continue;
        }
        if (build->memory && build_shown_product(build) && !build->urgent)
            report_add_missing(build->report, paths->pdata[i]);
        g_ptr_array_remove_index(paths, i);
    }
}

GPtrArray *build_list(const struct build *build, const GPtrArray *all)
{
    g_autoptr(GPtrArray) paths = g_ptr_array_copy((GPtrArray *)all, NULL, NULL);
    g_ptr_array_set_free_func(paths, NULL); /* they stay the other's */
    drop_clashes(build, paths);
    order_articles(build, paths);
    return choose_articles(build, paths);
}

const char *build_name(const struct build *build, const char *path)
{
    g_autofree char *name = build->glances ? NULL : article_name(path);
    return build->glances ? glances_name(build->glances, path) : intern(name);
}

const char *build_category(const struct build *build, const struct article *article)
{
    const char *content = build->options->content_dir;
    g_autofree char *category = article ? article_category(article->path, content) : NULL;
    return intern(category);
}
