/*
 * A portion is a build of its own, of articles by name: what it puts in its place is whole.
 */
#include "run/first.h"

#include "base/json.h"
#include "base/stop.h"
#include "content/article.h"
#include "run/progress.h"

#include <stdio.h>

/* Articles of a portion: the first are there after a second or two. */
#define PORTION 8

/* Counts on where the portion before has ended. */
struct portion {
    const struct listener *progress;
    guint from, total;
};

bool first_is_due(const char *path)
{
    g_autoptr(GHashTable) told = json_members(path);
    return !told || g_hash_table_contains(told, REPORT_MAKING);
}

static void hear_begun(void *user, unsigned n, unsigned total, const char *path)
{
    const struct portion *portion = user;
    (void)total;
    if (portion->progress)
        portion->progress->begun(portion->progress->user, portion->from + n, portion->total, path);
}

/* Ended by NULL. */
static GPtrArray *names_of(const GPtrArray *paths, guint from)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    for (guint i = from; i < MIN(from + PORTION, paths->len); i++)
        g_ptr_array_add(names, article_name(paths->pdata[i]));
    g_ptr_array_add(names, NULL);
    return names;
}

static void make_portion(const struct build_options *options, struct portion *portion,
                         const GPtrArray *paths, struct report *report)
{
    const struct listener counter = {.begun = hear_begun, .user = portion};
    const struct listener *const listeners[] = {&counter, NULL};
    g_autoptr(GPtrArray) names = names_of(paths, portion->from);
    struct build_options some = *options;
    struct diag *told_later = diag_new(false);
    some.articles = (const char *const *)names->pdata;
    some.listeners = listeners;
    build_run(&some, report, told_later);
    diag_free(told_later);
}

void first_make(const struct build_options *options, const char *path,
                const struct listener *progress)
{
    struct diag *none = diag_new(false);
    struct report *report = report_new();
    g_autoptr(GPtrArray) paths = article_list(options->content_dir, none);
    struct portion portion = {.progress = progress, .total = paths->len};
    diag_free(none);
    none = diag_new(false);
    for (; portion.from < paths->len && !stop_asked(); portion.from += PORTION) {
        report->making = (struct report_making){.done = portion.from, .of = paths->len};
        report_write(report, none, path);
        make_portion(options, &portion, paths, report);
    }
    report_free(report);
    diag_free(none);
}

void first_end(struct report *report, const struct diag *diag, const char *path)
{
    progress_clear();
    report->making = (struct report_making){.done = 1, .of = 1};
    report_write(report, diag, path);
    if (report_files_count(report->files) > 0)
        puts("The handouts can be printed. The lobby's screens are made next.");
    fflush(stdout);
}
