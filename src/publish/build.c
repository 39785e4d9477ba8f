/*
 * The pipeline: settings, then article by article to the press, then how to reach the clinic, then
 * what was made is put in place and remembered.
 */
#include "base/intern.h"
#include "base/paths.h"
#include "publish/build_key.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/heap.h"
#include "base/stop.h"
#include "base/threads.h"
#include "content/group.h"
#include "content/urgent.h"
#include "player/show.h"
#include "publish/forms.h"
#include "publish/home.h"
#include "publish/ordinary.h"
#include "publish/store.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Articles that are read before the first of them is waited for, for each processor: enough for
 * none to be idle. */
#define AHEAD 2

static const char *language_name(void *user, const char *lang)
{
    const struct labels *labels = build_labels(user, lang, (struct pos){0});
    return labels ? labels_get(labels, LABEL_LANGUAGE_NAME) : NULL;
}

/* Of all articles, whichever they and their products are that are asked for: each product is the
 * same whatever is made with it. */
static void find_languages(struct build *build, const GPtrArray *paths)
{
    build->home = home_lang(paths, build->glances);
    if (build->wall)
        wall_set_home(build->wall, build->home);
    shelf_set_home(build->shelf, build->home);
    if (build_is_settled(build))
        build->siblings = siblings_find(paths, build->glances, build->style,
                                        (struct siblings_namer){language_name, build});
    if (!build->options->watched)
        g_clear_pointer(&build->glances, glances_free);
}

/* Errors that leave it open which articles there are: that there are none is known. */
static unsigned errors_of_listing(const struct build *build)
{
    return diag_errors(build->diag) - diag_count_rule(build->diag, RULE_NO_ARTICLES);
}

/* What builds before this one have made. */
static void open_store(struct build *build)
{
    const struct build_options *options = build->options;
    if (!build->memory)
        return;
    build->inputs = build_key_common(build);
    build->today = build_key_today();
    if (options->watched) {
        g_autofree char *key = build_key_reading(build);
        briefs_settle(keep_briefs(build->keep), key);
        build->leaves = options->followed && keep_has_inputs(build->keep, build->inputs);
    }
    build->pictures = pictures_open(options->out_dir, build->inputs, options->afresh);
}

/* Owned by the caller. */
static char *path_at(const struct build *build, guint place)
{
    return paths_text(((const struct listed *)rows_at(&build->listed, place))->path);
}

/* The first of those that are open. */
static void end_article(struct build *build, GQueue *open, guint place)
{
    ((struct listed *)rows_at(&build->listed, place))->built =
        build_end_article(build, g_queue_pop_head(open));
}

/* While the pages of some are set, the next ones are read; ended they are in their order. */
static void build_each(struct build *build)
{
    guint ahead = AHEAD * threads_most();
    guint total = build->listed.count, ended = 0;
    GQueue open = G_QUEUE_INIT;
    for (guint i = 0; i < total && !stop_asked(); i++) {
        g_autofree char *path = path_at(build, i);
        tell_begun(build, i + 1, total, path);
        g_queue_push_tail(&open, build_begin_article(build, path));
        if (open.length > ahead)
            end_article(build, &open, ended++);
    }
    while (!g_queue_is_empty(&open))
        end_article(build, &open, ended++);
}

static void list(struct build *build, const GPtrArray *chosen)
{
    for (guint i = 0; i < chosen->len; i++)
        rows_add(&build->listed,
                 &(struct listed){.path = paths_number(chosen->pdata[i]) & G_MAXINT64});
}

static void build_articles(struct build *build)
{
    unsigned errors = errors_of_listing(build);
    unsigned unread = diag_count_rule(build->diag, RULE_FILE_READ);
    g_autoptr(GPtrArray) paths = article_list(build->options->content_dir, build->diag);
    g_autoptr(GPtrArray) chosen = build_list(build, paths);
    build->all_listed = errors_of_listing(build) == errors;
    build->folders_readable = diag_count_rule(build->diag, RULE_FILE_READ) == unread;
    list(build, chosen);
    find_languages(build, paths);
    open_store(build);
    build_show_open(build, chosen);
    g_clear_pointer(&paths, g_ptr_array_unref);
    g_clear_pointer(&chosen, g_ptr_array_unref);
    heap_keep_freed(true);
    build_each(build);
    if (build->clinic && build->style && !stop_asked()) {
        build_contact(build);
        build_install(build);
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
    diag_report(build->diag, RULE_FILE_WRITE, (struct pos){.file = paths_number(out)},
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

/* What runs that were killed have left: once for builds of one process, for there are many files to
 * be seen. */
static void clear_up(const struct build *build)
{
    if (!keep_is_new(build->keep, build->options->out_dir))
        return;
    const char *out = build->options->out_dir;
    g_autofree char *sources = g_build_filename(out, LAST_GOOD_DIRECTORY, NULL);
    g_autofree char *records = g_build_filename(out, STORE_DIRECTORY, NULL);
    g_autoptr(GHashTable) done = g_hash_table_new(g_str_hash, g_str_equal);
    file_clear_halves(sources);
    file_clear_halves(records);
    for (const struct product *const *product = products; *product; product++) {
        g_autofree char *folder = g_build_filename(out, (*product)->folder, NULL);
        if (g_hash_table_add(done, (gpointer)(*product)->folder))
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
        .pictures = &build->pictures,
        .speaker = build->options->speaker,
        .diag = build->show_found,
        .heard = tell_heard,
        .user = build});
    build->press = press_new(&(struct press_setup){.out_dir = out,
                                                   .style = build->style,
                                                   .tasks = build->tasks,
                                                   .wall = build->wall,
                                                   .memory = build->memory,
                                                   .diag = build->diag});
}

/* Previews are not remembered, nor what is made while the settings have errors. */
static void open_memory(struct build *build)
{
    const struct maker *as = &build->options->as;
    if (build_is_settled(build) && !as->painter && !as->writer)
        build->memory =
            last_good_open(build->options->out_dir, build->options->content_dir, build->facts,
                           build->options->watched ? keep_last_good(build->keep) : NULL);
}

static bool is_there(void *names, const char *name)
{
    return g_hash_table_contains(names, intern(name));
}

static const char *name_at(const struct build *build, guint place)
{
    g_autofree char *path = path_at(build, place);
    return build_name(build, path);
}

/* Articles that are not there any more. */
static void forget(struct build *build, GPtrArray *removed)
{
    g_autoptr(GHashTable) names = g_hash_table_new(NULL, NULL);
    if (build->has_urgent)
        g_hash_table_add(names, (gpointer)intern(URGENT_NAME));
    for (guint i = 0; i < build->listed.count; i++)
        g_hash_table_add(names, (gpointer)name_at(build, i));
    last_good_forget(build->memory, is_there, names, removed);
    store_forget(build->options->out_dir, is_there, names);
}

/* What was made is remembered, and what went with it that is old goes. */
static void close_memory(struct build *build, guint from)
{
    for (guint i = from; i < report_files_count(build->report->files); i++) {
        const struct report_file *file = report_files_at(build->report->files, i);
        if (file->screen.seconds == 0)
            last_good_made(build->memory, file->article, file->path, file->digest);
    }
    GPtrArray *removed = build->report->removed;
    guint first = removed->len;
    if (!build->options->articles && build->all_listed)
        forget(build, removed);
    for (guint i = 0; i < build->listed.count && build->folders_readable; i++)
        if (((const struct listed *)rows_at(&build->listed, i))->built)
            last_good_sweep(build->memory, name_at(build, i), removed);
    if (removed->len > first)
        qsort(removed->pdata + first, removed->len - first, sizeof *removed->pdata,
              file_compare_names);
    if (!build->options->articles && build->all_listed && build->folders_readable && !stop_asked())
        keep_put_inputs(build->keep, build->inputs);
    last_good_close(build->memory, build->options->followed, build->diag);
}

/* When the show on the wall was made, or NULL. Owned by the caller. */
static char *show_since(const struct build *build, const struct product *product)
{
    g_autofree char *manifest =
        g_build_filename(build->options->out_dir, product->folder, SHOW_MANIFEST, NULL);
    struct stat status;
    if (stat(manifest, &status) != 0)
        return NULL;
    return clock_minute(status.st_mtime);
}

static void tell_show(const struct build *build)
{
    const struct product *product = build_shown_product(build);
    struct report_show *show = &build->report->show;
    if (!product)
        return;
    show->is_wanted = true;
    if (!show->is_current)
        show->since = show_since(build, product);
}

/* What cannot be built anew is at least no message that has ended. */
static void end_urgent(const struct build *build)
{
    const struct product *product = build_shown_product(build);
    const char *out = build->options->out_dir;
    g_autofree char *message = group_file(build->options->content_dir, URGENT_FILE);
    if (product && !build->report->show.is_current && !build->urgent)
        ordinary_bring_back(out, product->folder, build->urgent_over || file_is_absent(message),
                            build->report, build->diag);
}

/* True when all is made that the list of handouts tells of. */
static bool may_list(const struct build *build)
{
    if (build->options->articles || build->unshelved || !build->all_listed ||
        !build_is_settled(build) || build->options->as.painter || build->options->as.writer)
        return false;
    for (const struct product *const *product = products; *product; product++) {
        const struct product *const *at = build->options->products;
        while (*at && *at != *product)
            at++;
        if (!*at && (*product)->medium != MEDIUM_SCREEN)
            return false;
    }
    return true;
}

static void list_handouts(struct build *build)
{
    if (!may_list(build) || stop_asked())
        return;
    g_autofree char *common = build_key_lists(build);
    g_autofree char *key = shelf_key(build->shelf, common, build->report);
    const struct shelf_desk desk = {.clinic = build->clinic,
                                    .style = build->style,
                                    .out_dir = build->options->out_dir,
                                    .report = build->report,
                                    .diag = build->diag,
                                    .record = build_record(build, STORE_LISTS),
                                    .key = key};
    g_autoptr(GPtrArray) langs = shelf_langs(build->shelf);
    for (guint i = 0; i < langs->len; i++)
        shelf_write(build->shelf, langs->pdata[i],
                    build_labels(build, langs->pdata[i], (struct pos){0}), &desk);
    record_close(desk.record);
    shelf_clear(build->shelf, build->options->out_dir, build->report->removed);
}

static void close_press(struct build *build)
{
    guint before = report_files_count(build->report->files);
    if (!build_is_settled(build))
        wall_spoil(build->wall);
    press_finish(build->press, build->report);
    diag_absorb(build->diag, build->show_found);
    build_show_close(build, before);
    pictures_close(build->pictures);
    end_urgent(build);
    tell_show(build);
    heap_keep_freed(false); /* what is remembered of all articles comes next */
    if (build->memory)
        close_memory(build, before);
    if (!build->options->followed)
        forms_align(build->report, build->options->out_dir, build->diag);
    list_handouts(build);
    tell_placed(build, build->report, before);
}

static void build_init(struct build *build, const struct build_options *options)
{
    heap_keep_freed(false); /* all articles are listed first */
    build->labels =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)labels_free);
    build->keep = options->keep ? options->keep : keep_new();
    build->tasks = tasks_new(MAX(threads_most() - 1, 1));
    build->setters = setters_new(build->keep, build->tasks);
    build->folders_readable = true; /* until they are listed */
    build->shelf = shelf_new();
    build->glances = options->watched ? keep_glances(build->keep) : glances_new(false);
    if (options->followed || !keep_is_followed(build->keep))
        glances_begin(build->glances);
    build->show_found = diag_new(false);
    build->listed.size = sizeof(struct listed);
    for (int act = 0; act < ACT_CONTACT; act++)
        build->langs[act] = g_ptr_array_new();
}

static void build_clear(struct build *build)
{
    tasks_free(build->tasks);
    setters_free(build->setters);
    wall_free(build->wall);
    shelf_free(build->shelf);
    diag_free(build->show_found);
    g_free(build->facts);
    g_free(build->inputs);
    g_free(build->today);
    siblings_free(build->siblings);
    if (!build->options->watched)
        glances_free(build->glances);
    g_hash_table_unref(build->labels);
    rows_clear(&build->listed);
    for (int act = 0; act < ACT_CONTACT; act++)
        g_ptr_array_unref(build->langs[act]);
    store_rest(keep_store(build->keep));
    keep_follow(build->keep, build->options->followed && !stop_asked());
    if (!build->options->keep)
        keep_free(build->keep);
    clinic_free(build->clinic);
    style_free(build->style);
}

void build_run(const struct build_options *options, struct report *report, struct diag *diag)
{
    struct build build = {.options = options, .diag = diag, .report = report};
    if (options->publish && !can_write(&build))
        return;
    build_init(&build, options);
    if (options->publish)
        build.facts = last_good_hash_facts(options->content_dir, diag);
    build_load_settings(&build);
    if (options->publish) {
        open_memory(&build);
        open_press(&build);
    }
    build_urgent(&build);
    build_articles(&build);
    if (build.press)
        close_press(&build);
    else
        diag_absorb(build.diag, build.show_found);
    build_clear(&build);
}
