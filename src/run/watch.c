/*
 * The command `watch`: builds, and builds again whenever the content changes, until it is told to
 * stop. Screens are built first, because people look at them; then what is printed. Awkward:
 * nothing may end it. Errors go to the terminal while the files of before stay, and a build that
 * failed for want of room or permission is tried again, because no event tells when that is mended.
 * The urgent message waits for nothing: when it is saved or goes, the build that runs stops for the
 * next one. It ends by the clock on the wall, which somebody may set: no timer counts by it, so it
 * is looked at now and then. So is the day: with it a review date passes, and no file changes.
 * A front desk that has nothing yet goes before the screens: people stand at it (run/first.h).
 */
#include "base/file.h"
#include "base/program.h"
#include "base/stop.h"
#include "content/date.h"
#include "content/group.h"
#include "content/urgent.h"
#include "publish/build.h"
#include "publish/keep.h"
#include "publish/past_review.h"
#include "run/command.h"
#include "run/first.h"
#include "run/place.h"
#include "run/player.h"
#include "run/progress.h"
#include "run/watcher.h"

#include <errno.h>
#include <glib-unix.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define RETRY_SECONDS 5

/* How often the clock is looked at. */
#define CLOCK_SECONDS 10

/* How often it is looked, at most, whether an urgent message has come: a build asks at every step.
 * [µs] */
#define URGENT_REST 2000

/* As the options say. */
struct arguments {
    char *content, *out, *fonts, *player, *report;
    gboolean strict, past_review;
};

struct watch {
    const char *content, *out, *fonts;
    const char *report; /* the file that reports of builds are written to; NULL: none is */
    char *fonts_directory;
    bool strict, past_review;
    struct player *player; /* NULL: none is to be started */
    struct keep *keep;
    struct watcher *watcher;
    GMainLoop *loop;
    guint retry;
    guint alarm;         /* until the clock is looked at */
    GDate day;           /* of the last build */
    gint64 urgent_end;   /* [s since 1970] of the urgent message that stands; 0: it has none */
    struct stat urgent;  /* its file when the build that runs began; zeros: none was there */
    atomic_llong looked; /* [µs] when it was looked at last; 0: not yet in this build */
    char *findings;      /* as printed last */
    char *build_id;      /* of the show; NULL: not known */
    bool replaced;       /* it took the place of another one in the build that runs */
    unsigned files;      /* put in place by the build that runs */
    bool first;          /* a front desk waits for what there is */
};

static void count_file(void *user, const struct report_file *file)
{
    (void)file;
    ((struct watch *)user)->files++;
}

/* Whether the display shows it, or gives it out. */
static bool is_shown(const struct product *product)
{
    return product->medium == MEDIUM_SCREEN || g_str_equal(product->name, PRODUCT_OF_VISITORS);
}

static bool is_no_screen(const struct product *product)
{
    return product->medium != MEDIUM_SCREEN;
}

/* Ended by NULL. */
static GPtrArray *choose_products(bool (*is_wanted)(const struct product *product))
{
    GPtrArray *chosen = g_ptr_array_new();
    for (const struct product *const *product = products; *product; product++)
        if (is_wanted(*product))
            g_ptr_array_add(chosen, (gpointer)*product);
    g_ptr_array_add(chosen, NULL);
    return chosen;
}

static struct build_options options_of(const struct watch *watch, const GPtrArray *chosen)
{
    return (struct build_options){.content_dir = watch->content,
                                  .out_dir = watch->out,
                                  .fonts_path = watch->fonts,
                                  .products = (const struct product *const *)chosen->pdata,
                                  .watched = true,
                                  .publish = true,
                                  .keep = watch->keep};
}

static void build_products(struct watch *watch, bool (*is_wanted)(const struct product *product),
                           struct report *report, struct diag *diag)
{
    g_autoptr(GPtrArray) chosen = choose_products(is_wanted);
    const struct listener counter = {.placed = count_file, .user = watch};
    const struct listener *const listeners[] = {
        &counter, progress_is_seen() ? &progress_listener : NULL, NULL};
    g_autofree char *speaker = program_part(SPEAKER);
    struct build_options options = options_of(watch, chosen);
    options.speaker = speaker;
    options.listeners = listeners;
    options.followed = is_wanted == is_shown;
    build_run(&options, report, diag);
}

/* What the display gives out lies on the web as well: it is told of there. */
static void forget_prints(struct watch *watch, struct report *report)
{
    watch->files -= report_files_remove(report->files, PRODUCT_OF_VISITORS);
}

/* For the front desk, which asks before it hands one out. What is found on the way was told. */
static void build_past_review(const struct watch *watch, struct report *report,
                              const struct diag *found)
{
    if (!watch->past_review || !past_review_is_found(found))
        return;
    g_autoptr(GPtrArray) chosen = choose_products(is_no_screen);
    g_auto(GStrv) names = past_review_names(found);
    struct build_options options = options_of(watch, chosen);
    options.articles = (const char *const *)names;
    struct diag *told = diag_new(false);
    past_review_run(&options, report, told);
    diag_free(told);
}

/* The findings, unless they are those of the last time. */
static void print_findings(struct watch *watch, const struct diag *diag)
{
    char *text = NULL;
    size_t length;
    FILE *memory = open_memstream(&text, &length);
    diag_print(diag, memory);
    fclose(memory);
    if (g_strcmp0(text, watch->findings) != 0)
        fputs(text, stderr);
    g_free(watch->findings);
    watch->findings = g_strdup(text);
    free(text);
}

/* Those who read their list once. */
static const char *advise(const struct watch *watch)
{
    return watch->replaced && !watch->player
               ? "; mpv, VLC and feh show what is new at the end of their round, or with --player"
               : "";
}

static void print_summary(const struct watch *watch, const struct diag *diag, gint64 start)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    g_autofree char *clock = g_date_time_format(now, "%H:%M:%S");
    gint64 ms = (g_get_monotonic_time() - start) / 1000;
    printf("%s  ", clock);
    diag_print_count(watch->files, "file", stdout);
    printf(" in %d ms, ", (int)ms);
    diag_print_count(diag_errors(diag), "error", stdout);
    fputs(", ", stdout);
    diag_print_count(diag_count(diag, SEVERITY_WARNING), "warning", stdout);
    printf("%s%s\n", diag_errors(diag) ? "; what has errors stays as it was" : "", advise(watch));
    fflush(stdout);
}

/* People look at the screens: what shows them does not wait for what is printed. */
static void take_show(struct watch *watch, const struct report *report)
{
    const char *id = report->show.build_id;
    bool changed = id && g_strcmp0(id, watch->build_id) != 0;
    watch->replaced = changed && watch->build_id;
    if (changed) {
        g_free(watch->build_id);
        watch->build_id = g_strdup(id);
    }
    if (watch->player)
        player_show(watch->player, changed);
}

static gboolean try_again(gpointer user);
static gboolean look_at_clock(gpointer user);

/* [ms] until the clock is looked at: when the urgent message ends, or sooner. */
static guint until_look(const struct watch *watch)
{
    gint64 left = watch->urgent_end * 1000 - g_get_real_time() / 1000;
    return watch->urgent_end ? (guint)CLAMP(left + 1, 0, CLOCK_SECONDS * 1000)
                             : CLOCK_SECONDS * 1000;
}

static void set_alarm(struct watch *watch)
{
    g_clear_handle_id(&watch->alarm, g_source_remove);
    watch->alarm = g_timeout_add(until_look(watch), look_at_clock, watch);
}

/* A message that stands by a clock that was turned back (SOURCE_DATE_EPOCH) has no end. */
static void take_urgent_end(struct watch *watch, const struct report *report)
{
    bool ends = report->show.urgent_end > g_get_real_time() / G_USEC_PER_SEC;
    watch->urgent_end = ends ? report->show.urgent_end : 0;
}

static struct stat look_at_urgent(const struct watch *watch)
{
    g_autofree char *path = group_file(watch->content, URGENT_FILE);
    struct stat found;
    return stat(path, &found) == 0 ? found : (struct stat){0};
}

/* Any thread. */
static bool is_urgent_changed(void *user)
{
    struct watch *watch = user;
    const struct stat *was = &watch->urgent;
    gint64 now = g_get_monotonic_time();
    if (now - atomic_load(&watch->looked) < URGENT_REST)
        return false;
    atomic_store(&watch->looked, now);
    struct stat is = look_at_urgent(watch);
    return is.st_ino != was->st_ino || is.st_size != was->st_size ||
           is.st_mtim.tv_sec != was->st_mtim.tv_sec || is.st_mtim.tv_nsec != was->st_mtim.tv_nsec;
}

/* The list of all of them and what is wrong with them stand when those few at a time are there; the
 * whole build counts them again. */
static void build_first(struct watch *watch)
{
    if (!watch->first || stop_asked())
        return;
    g_autoptr(GPtrArray) chosen = choose_products(is_no_screen);
    const struct build_options options = options_of(watch, chosen);
    const unsigned files = watch->files;
    struct report *report = report_new();
    struct diag *diag = diag_new(watch->strict);
    first_make(&options, watch->report, progress_is_seen() ? &progress_listener : NULL);
    build_products(watch, is_no_screen, report, diag);
    build_past_review(watch, report, diag);
    if (!stop_asked()) {
        first_end(report, diag, watch->report);
        watch->first = false;
    }
    watch->files = files;
    report_free(report);
    diag_free(diag);
}

/* What is shown, then all else; but an urgent message is all that goes before a front desk that has
 * nothing yet. False when it was told to stop, as by such a message that came between. */
static bool build_all(struct watch *watch, struct report *report, struct diag *diag)
{
    watch->urgent = look_at_urgent(watch);
    atomic_store(&watch->looked, 0);
    stop_when(is_urgent_changed, watch);
    if (watch->urgent.st_ino == 0)
        build_first(watch);
    build_products(watch, is_shown, report, diag);
    take_show(watch, report);
    forget_prints(watch, report);
    build_first(watch);
    if (!stop_asked())
        build_products(watch, is_no_screen, report, diag);
    if (!stop_asked())
        build_past_review(watch, report, diag);
    bool done = !stop_asked();
    stop_when(NULL, NULL);
    return done;
}

static void try_later(struct watch *watch)
{
    g_clear_handle_id(&watch->retry, g_source_remove);
    watch->retry = g_timeout_add_seconds(RETRY_SECONDS, try_again, watch);
}

static void finish(struct watch *watch, const struct report *report, const struct diag *diag,
                   gint64 start)
{
    if (report->show.urgent_end == 0) /* else the show's pictures are wanted again */
        keep_end_build(watch->keep);
    progress_clear();
    print_findings(watch, diag);
    print_summary(watch, diag, start);
    if (watch->report)
        report_write(report, diag, watch->report);
    g_clear_handle_id(&watch->retry, g_source_remove);
    if (diag_exit_status(diag) == STATUS_ENVIRONMENT)
        try_later(watch);
    take_urgent_end(watch, report);
    set_alarm(watch);
}

/* Of a build that was stopped nothing is told: the message's own event brings the next one, and the
 * clock does where it brings none. */
static void build(struct watch *watch)
{
    gint64 start = g_get_monotonic_time();
    date_today(&watch->day);
    watch->files = 0;
    struct diag *diag = diag_new(watch->strict);
    struct report *report = report_new();
    watcher_changed(watch->watcher, watch->content);
    if (watcher_changed(watch->watcher, watch->fonts_directory))
        keep_drop_fonts(watch->keep);
    if (build_all(watch, report, diag))
        finish(watch, report, diag, start);
    else
        try_later(watch);
    report_free(report);
    diag_free(diag);
}

static gboolean try_again(gpointer user)
{
    struct watch *watch = user;
    watch->retry = 0;
    build(watch);
    return G_SOURCE_REMOVE;
}

static gboolean look_at_clock(gpointer user)
{
    struct watch *watch = user;
    watch->alarm = 0;
    GDate today;
    date_today(&today);
    bool ended = watch->urgent_end && watch->urgent_end <= g_get_real_time() / G_USEC_PER_SEC;
    if (ended || g_date_compare(&today, &watch->day) != 0)
        build(watch);
    else
        set_alarm(watch);
    return G_SOURCE_REMOVE;
}

static void content_changed(void *user)
{
    build(user);
}

static gboolean stop(int fd, GIOCondition condition, gpointer user)
{
    (void)fd, (void)condition;
    g_main_loop_quit(((struct watch *)user)->loop);
    return G_SOURCE_REMOVE;
}

static int watch_until_stopped(struct watch *watch)
{
    g_autofree char *shared = group_shared(watch->content);
    watch->watcher = watcher_new(content_changed, watch);
    if (!watch->watcher) {
        fprintf(stderr, "handout watch: changes cannot be watched: %s\n", g_strerror(errno));
        return STATUS_ENVIRONMENT;
    }
    watch->keep = keep_new();
    watch->loop = g_main_loop_new(NULL, FALSE);
    watch->fonts_directory = g_path_get_dirname(watch->fonts);
    watcher_add(watch->watcher, watch->content);
    if (shared)
        watcher_add(watch->watcher, shared);
    watcher_add(watch->watcher, watch->fonts_directory);
    stop_listen();
    g_unix_fd_add(stop_fd(), G_IO_IN, stop, watch);
    build(watch);
    g_main_loop_run(watch->loop);
    g_clear_handle_id(&watch->retry, g_source_remove);
    g_clear_handle_id(&watch->alarm, g_source_remove);
    watcher_free(watch->watcher);
    keep_free(watch->keep);
    g_main_loop_unref(watch->loop);
    return STATUS_OK;
}

static const GOptionEntry options[] = {
    {"content", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, content)),
     "read the clinic's words from DIR (" DEFAULT_CONTENT ")", "DIR"},
    {"out", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, out)),
     "write to DIR/print, /web and /lobby (" DEFAULT_OUT ")", "DIR"},
    {"fonts", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, fonts)),
     "the font set (" DEFAULT_FONTS ")", "FILE"},
    {"strict", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, strict)),
     "treat every warning as an error", NULL},
    {"report", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, report)),
     "write the report of each build to FILE, as JSON", "FILE"},
    {"past-review", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE,
     GSIZE_TO_POINTER(offsetof(struct arguments, past_review)),
     "make what is past its review date aside, for the front desk", NULL},
    {"player", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, player)),
     "start it in the folder of the show, and anew when the show has changed", "COMMAND"},
    {0},
};

static int run(const void *arguments)
{
    const struct arguments *a = arguments;
    struct watch watch = {.content = a->content ? a->content : DEFAULT_CONTENT,
                          .out = a->out ? a->out : DEFAULT_OUT,
                          .fonts = place_fonts(a->fonts),
                          .report = a->report,
                          .first = a->report && first_is_due(a->report),
                          .strict = a->strict,
                          .past_review = a->past_review};
    g_autoptr(GError) error = NULL;
    g_autofree char *show = g_build_filename(watch.out, product_urgent.folder, NULL);
    if (a->player && !(watch.player = player_new(a->player, show, &error)))
        return command_refuse(&command_watch, "--player: %s", error->message);
    int status = watch_until_stopped(&watch);
    player_free(watch.player);
    g_free(watch.fonts_directory);
    g_free(watch.findings);
    g_free(watch.build_id);
    return status;
}

const struct command command_watch = {
    .name = "watch",
    .help = "make them again whenever the content changes",
    .usage = "[OPTION…]",
    .about = "Makes handouts and lobby screens, and again whenever the content changes.\n"
             "Errors are shown here; what was made before stays until they are mended.\n",
    .options = options,
    .arguments_size = sizeof(struct arguments),
    .run = run,
};
