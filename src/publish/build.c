/*
 * The pipeline: settings, then article by article load, compose, lay out, hand to the press. What
 * cannot be published is still read and laid out as far as it goes, so that one run reports all
 * mistakes. Awkward: an article, its documents and its layouts point into each other and are let go
 * by worker threads, so they hang together in one counted struct.
 */
#include "publish/build.h"

#include "base/file.h"
#include "base/nearest.h"
#include "base/stop.h"
#include "content/article.h"
#include "content/checks_config.h"
#include "content/clinic.h"
#include "content/labels.h"
#include "content/style.h"
#include "document/document.h"
#include "layout/font.h"
#include "publish/keep.h"
#include "publish/press.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Of pages of paper that are painted as pictures, for previews. [px/in] */
#define PREVIEW_DENSITY 150.0

struct build {
    const struct build_options *options;
    struct diag *diag;
    struct style *style;
    struct clinic *clinic;
    struct keep *keep;
    struct fonts *fonts;  /* lent by `keep` */
    GHashTable *labels;   /* language -> struct labels * */
    bool labels_readable; /* those of the clinic's own; else nothing is published */
    struct wall *wall;
    struct press *press;
};

/* A document that several products can be made of. */
struct composed {
    const struct product *product; /* the one that it was composed for first */
    struct document *document;
};

static void composed_free(void *data)
{
    struct composed *composed = data;
    document_free(composed->document);
    g_free(composed);
}

/* An article with all that was made of it, kept until the last product is painted. */
struct work {
    gint users;
    struct article *article;
    GPtrArray *composed; /* of struct composed *: each document when it is first needed */
};

static void work_unref(void *data)
{
    struct work *work = data;
    if (!g_atomic_int_dec_and_test(&work->users))
        return;
    g_ptr_array_unref(work->composed);
    article_free(work->article);
    g_free(work);
}

/* Each listener of the build in turn, NULL at the end. */
static const struct listener *listener_at(const struct build *build, size_t i)
{
    return build->options->listeners ? build->options->listeners[i] : NULL;
}

static void tell_begun(const struct build *build, unsigned n, unsigned total, const char *path)
{
    const struct listener *listener;
    for (size_t i = 0; (listener = listener_at(build, i)); i++)
        if (listener->begun)
            listener->begun(listener->user, n, total, path);
}

static void tell_examined(const struct build *build, const struct article *article,
                          const struct reading *reading)
{
    const struct listener *listener;
    for (size_t i = 0; (listener = listener_at(build, i)); i++)
        if (listener->examined)
            listener->examined(listener->user, article, reading);
}

static void tell_laid_out(const struct build *build, const struct article *article,
                          const struct product *product, const struct layout *layout)
{
    const struct listener *listener;
    for (size_t i = 0; (listener = listener_at(build, i)); i++)
        if (listener->laid_out)
            listener->laid_out(listener->user, article, build->clinic, product, layout);
}

/* The files of the report from index `from` on. */
static void tell_placed(const struct build *build, const struct report *report, guint from)
{
    const struct listener *listener;
    for (size_t i = 0; (listener = listener_at(build, i)); i++)
        for (guint file = from; listener->placed && file < report->files->len; file++)
            listener->placed(listener->user, report->files->pdata[file]);
}

static bool has_pages(const struct build *build, const struct product *product)
{
    return product_maker(product, build->options->as).painter != NULL;
}

/* Words without pages need none. */
static bool needs_fonts(const struct build *build)
{
    for (const struct product *const *product = build->options->products; *product; product++)
        if (has_pages(build, *product))
            return true;
    return false;
}

static void load_settings(struct build *build)
{
    const char *content = build->options->content_dir;
    g_autofree char *style = g_build_filename(content, "style.yaml", NULL);
    g_autofree char *clinic = g_build_filename(content, "clinic.yaml", NULL);
    g_autofree char *labels = g_build_filename(content, "labels", NULL);
    g_autofree char *checks = g_build_filename(content, "checks.yaml", NULL);
    build->style = style_load(style, build->diag);
    build->clinic = clinic_load(clinic, build->diag);
    build->labels_readable = labels_readable(labels, build->diag);
    checks_config_load(checks, build->diag);
    if (build->clinic)
        check_clinic(build->clinic, build->options->depth, build->diag);
    if (build->style && needs_fonts(build))
        build->fonts = keep_fonts(build->keep, build->options->fonts_path,
                                  build->style->font_family, build->diag);
}

/* Loaded once for each language; NULL is remembered too, so that it is reported once. */
static const struct labels *find_labels(struct build *build, const struct article *article)
{
    gpointer labels;
    if (g_hash_table_lookup_extended(build->labels, article->lang, NULL, &labels))
        return labels;
    g_autofree char *directory = g_build_filename(build->options->content_dir, "labels", NULL);
    struct pos from = {.path = g_intern_string(article->path)};
    labels = labels_load(directory, article->lang, from, build->diag);
    g_hash_table_insert(build->labels, g_strdup(article->lang), labels);
    return labels;
}

static bool need_one_document(const struct product *a, const struct product *b)
{
    return a->compose == b->compose && a->medium == b->medium;
}

static const struct document *find_document(struct build *build, struct work *work,
                                            const struct labels *labels,
                                            const struct product *product)
{
    for (guint i = 0; i < work->composed->len; i++) {
        const struct composed *composed = work->composed->pdata[i];
        if (need_one_document(composed->product, product))
            return composed->document;
    }
    struct composed *composed = g_new(struct composed, 1);
    *composed = (struct composed){
        product, product->compose(work->article, build->clinic, labels, product->medium)};
    g_ptr_array_add(work->composed, composed);
    return composed->document;
}

static int width_px(const struct build *build, const struct product *product,
                    const struct layout *layout)
{
    const struct page *first = layout->pages->pdata[0];
    if (product->medium == MEDIUM_SCREEN)
        return build->style->screen.width_px;
    return (int)lround(first->width / POINTS_PER_INCH * PREVIEW_DENSITY);
}

/* `layout` is NULL for a writer. */
static void publish_product(struct build *build, struct work *work, const struct product *product,
                            const struct document *document, struct layout *layout)
{
    g_atomic_int_inc(&work->users);
    press_add(build->press,
              (struct press_job){.product = product,
                                 .maker = product_maker(product, build->options->as),
                                 .article = g_intern_string(work->article->name),
                                 .schedule = &work->article->schedule,
                                 .document = document,
                                 .layout = layout,
                                 .width_px = layout ? width_px(build, product, layout) : 0,
                                 .done = work_unref,
                                 .user = work});
}

/* A product could not be made (reported): screens are not shown without it. */
static void spoil(struct build *build, const struct product *product)
{
    if (build->wall && wall_takes(product, product_maker(product, build->options->as).painter))
        wall_spoil(build->wall);
}

/* With `good` false the product is laid out for its findings alone. */
static void lay_out_product(struct build *build, struct work *work, const struct product *product,
                            const struct document *document, bool good)
{
    struct layout *layout =
        product_lay_out(product, (struct layout_job){.document = document,
                                                     .style = build->style,
                                                     .fonts = build->fonts,
                                                     .proof = build->options->proof,
                                                     .diag = build->diag});
    if (layout)
        tell_laid_out(build, work->article, product, layout);
    if (layout && good && build->press) {
        publish_product(build, work, product, document, layout);
        return;
    }
    layout_free(layout);
    spoil(build, product);
}

static void make_product(struct build *build, struct work *work, const struct labels *labels,
                         const struct product *product, bool good)
{
    if (has_pages(build, product) && !build->fonts) {
        spoil(build, product);
        return;
    }
    const struct document *document = find_document(build, work, labels, product);
    if (has_pages(build, product))
        lay_out_product(build, work, product, document, good);
    else if (build->press && good)
        publish_product(build, work, product, document, NULL);
}

static void spoil_products(struct build *build)
{
    for (const struct product *const *product = build->options->products; *product; product++)
        spoil(build, *product);
}

/* No error, nor a gap that --strict makes one, in what goes into every product of the article. */
static bool is_good(const struct build *build, const char *article, const struct labels *labels)
{
    return diag_errors_in(build->diag, article) == 0 &&
           diag_errors_in(build->diag, labels_path(labels)) == 0 &&
           diag_errors_in(build->diag, build->clinic->path) == 0;
}

static void examine(struct build *build, const struct article *article, const struct labels *labels)
{
    struct reading reading =
        check_article(article, build->clinic, labels, build->options->depth, build->diag);
    tell_examined(build, article, &reading);
}

static void build_article(struct build *build, const char *path)
{
    struct work *work = g_new0(struct work, 1);
    work->users = 1;
    work->composed = g_ptr_array_new_with_free_func(composed_free);
    work->article = article_load(path, build->diag);
    const struct labels *labels = work->article ? find_labels(build, work->article) : NULL;
    if (labels)
        examine(build, work->article, labels);
    if (labels && build->labels_readable && build->style && build->clinic) {
        bool good = is_good(build, path, labels);
        for (const struct product *const *product = build->options->products; *product; product++)
            make_product(build, work, labels, *product, good);
    } else {
        spoil_products(build);
    }
    work_unref(work);
}

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

/* The paths whose stems were asked for; all of them when none was. Owns its strings. */
static GPtrArray *choose_articles(const struct build *build, const GPtrArray *paths)
{
    GPtrArray *chosen = g_ptr_array_new_with_free_func(g_free);
    const char *const *wanted = build->options->articles;
    g_auto(GStrv) stems = g_new0(char *, paths->len + 1);
    for (guint i = 0; i < paths->len; i++) {
        stems[i] = stem_of(paths->pdata[i]);
        if (!wanted || g_strv_contains(wanted, stems[i]))
            g_ptr_array_add(chosen, g_strdup(paths->pdata[i]));
    }
    for (size_t i = 0; wanted && wanted[i]; i++)
        if (paths->len > 0 && !g_strv_contains((const char *const *)stems, wanted[i]))
            report_unknown_article(build, wanted[i], stems);
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

static void build_articles(struct build *build)
{
    g_autoptr(GPtrArray) paths = article_list(build->options->content_dir, build->diag);
    order_articles(build, paths);
    g_autoptr(GPtrArray) chosen = choose_articles(build, paths);
    for (guint i = 0; i < chosen->len && !stop_asked(); i++) {
        tell_begun(build, i + 1, chosen->len, chosen->pdata[i]);
        build_article(build, chosen->pdata[i]);
    }
}

/* Asked first, so that an output directory in the wrong place is one finding and not one a file. */
static bool can_write(const struct build *build)
{
    const char *out = build->options->out_dir;
    g_autofree char *nearest = g_canonicalize_filename(out, NULL);
    while (access(nearest, F_OK) != 0 && !g_str_equal(nearest, "/")) {
        char *parent = g_path_get_dirname(nearest);
        g_free(nearest);
        nearest = parent;
    }
    bool directory = g_file_test(nearest, G_FILE_TEST_IS_DIR);
    if (directory && access(nearest, W_OK | X_OK) == 0)
        return true;
    diag_report(build->diag, RULE_FILE_WRITE, (struct pos){.path = g_intern_string(out)},
                "nothing can be written to '%s': %s: choose another directory with --out", out,
                g_strerror(directory ? errno : ENOTDIR));
    return false;
}

/* Whatever a cautious umask says: what is published is there to be read, and the display has a user
 * of its own. Who else may write is left to it. */
static void let_all_read(void)
{
    mode_t mask = umask(0);
    umask(mask & 0222);
}

/* What runs that were killed have left. */
static void clear_up(const struct build *build)
{
    for (const struct product *const *product = products; *product; product++) {
        g_autofree char *folder =
            g_build_filename(build->options->out_dir, (*product)->folder, NULL);
        file_clear_halves(folder);
    }
}

static void open_press(struct build *build)
{
    let_all_read();
    clear_up(build);
    const char *out = build->options->out_dir;
    build->wall = wall_new(&(struct wall_setup){
        .out_dir = out,
        .show = {.style = build->style, .clinic = build->clinic, .labels = build->labels},
        .keep = build->keep,
        .diag = build->diag});
    build->press =
        press_new(&(struct press_setup){.out_dir = out, .wall = build->wall, .diag = build->diag});
}

void build_run(const struct build_options *options, struct report *report, struct diag *diag)
{
    struct build build = {.options = options, .diag = diag};
    if (options->publish && !can_write(&build))
        return;
    build.labels =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)labels_free);
    build.keep = options->keep ? options->keep : keep_new();
    load_settings(&build);
    if (options->publish)
        open_press(&build);
    build_articles(&build);
    if (build.press) {
        guint before = report->files->len;
        press_finish(build.press, report);
        tell_placed(&build, report, before);
    }
    wall_free(build.wall);
    g_hash_table_unref(build.labels);
    if (!options->keep)
        keep_free(build.keep);
    clinic_free(build.clinic);
    style_free(build.style);
}
