/*
 * Builds the show once for each size of letters on each panel, listened to and not published, and
 * keeps the smallest letters of each.
 */
#include "run/panels.h"

#include "layout/screen_size.h"
#include "publish/keep.h"

#include <unistd.h>

static const double diagonals_in[] = {24, 32, 43, 55, 65, 75};
static const double distances_m[] = {1, 2, 3, 4, 5, 6};
static const double mountings_m[] = {1.5, 2.0};

enum { LONG_PX = 1920, SHORT_PX = 1080 };

enum { ROWS = 2 * G_N_ELEMENTS(mountings_m) * G_N_ELEMENTS(diagonals_in) };
enum { PANELS = ROWS * G_N_ELEMENTS(distances_m) };

/* What is found out about one panel. */
struct panel {
    struct screen_setup setup;
    double smallest_cap; /* [pt] of letters under the least height; 0: there are none */
    unsigned screens;    /* with such letters */
    unsigned pages;      /* all screens */
    bool refused;        /* for errors that are the panel's, or there is nothing to see */
    int status;
};

/* What is known so far. */
struct survey {
    const struct build_options *options;
    struct keep *keep;
    struct panel panels[PANELS];
    unsigned tried;
    unsigned content_errors; /* whatever the panel */
    unsigned told_errors;
};

/* Height of the smallest capitals; 0: there are no letters. [pt] */
static double smallest_cap(const struct page *page)
{
    double smallest = 0;
    for (guint i = 0; i < page->items->len; i++) {
        const struct item *item = &g_array_index(page->items, struct item, i);
        if (item->kind != ITEM_RUN)
            continue;
        double cap = item->as.run.size * item->as.run.face->cap_height;
        smallest = smallest > 0 ? MIN(smallest, cap) : cap;
    }
    return smallest;
}

static void measure(void *user, const struct article *article, const struct clinic *clinic,
                    const struct product *product, const struct layout *layout)
{
    struct panel *panel = user;
    (void)article, (void)clinic, (void)product;
    for (guint i = 0; i < layout->pages->len; i++) {
        double cap = smallest_cap(layout->pages->pdata[i]);
        if (cap > 0 && screen_size_share(&panel->setup, cap) < 1) {
            panel->smallest_cap = panel->screens ? MIN(panel->smallest_cap, cap) : cap;
            panel->screens++;
        }
    }
    panel->pages += layout->pages->len;
}

static unsigned count_content_errors(const struct build_options *options)
{
    const struct product *const none[] = {NULL};
    struct build_options build = *options;
    struct diag *diag = diag_new(false);
    build.products = none;
    build_run(&build, NULL, diag);
    unsigned errors = diag_errors(diag);
    diag_free(diag);
    return errors;
}

/* On a line of standard error that leaves nothing behind. */
static void show_progress(const struct survey *survey)
{
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "\r\033[K%u of %u panels", survey->tried + 1, (unsigned)PANELS);
}

static void clear_progress(void)
{
    if (isatty(STDERR_FILENO))
        fputs("\r\033[K", stderr);
}

/* What was not told of another panel. */
static void tell_errors(struct survey *survey, const struct diag *diag)
{
    if (diag_errors(diag) <= survey->told_errors)
        return;
    survey->told_errors = diag_errors(diag);
    clear_progress();
    diag_print_short(diag, stderr);
}

/* Lays everything out for the panel. */
static void lay_out(struct survey *survey, struct panel *panel)
{
    const struct product *const screens[] = {product_find("screen"), NULL};
    const struct listener listener = {.laid_out = measure, .user = panel};
    const struct listener *const listeners[] = {&listener, NULL};
    struct build_options build = *survey->options;
    struct diag *diag = diag_new(false);
    build.products = screens;
    build.panel = &panel->setup;
    build.listeners = listeners;
    build.keep = survey->keep;
    build_run(&build, NULL, diag);
    panel->status = diag_exit_status(diag);
    panel->refused = panel->pages == 0 || diag_errors(diag) > survey->content_errors;
    tell_errors(survey, diag);
    diag_free(diag);
}

/* True when the screens of both look the same: of distance and height on the wall, all that shows
 * is the size of the letters. */
static bool look_alike(const struct screen_setup *a, const struct screen_setup *b)
{
    return a->diagonal_in == b->diagonal_in && a->width_px == b->width_px &&
           screen_cap_height_mm(a) == screen_cap_height_mm(b);
}

static const struct panel *try_panel(struct survey *survey, const struct screen_setup *setup)
{
    struct panel *panel = &survey->panels[survey->tried];
    const struct panel *at = survey->panels;
    while (at < panel && !look_alike(&at->setup, setup))
        at++;
    if (at < panel)
        *panel = *at;
    panel->setup = *setup;
    if (at == panel)
        lay_out(survey, panel);
    survey->tried++;
    return panel;
}

/* "3.0", or "2.4 (12)" where twelve screens have letters that are too small. */
static void add_panel(GString *row, const struct panel *panel)
{
    double distance_m = panel->setup.distance_mm / 1000;
    double reach_m =
        panel->screens ? screen_reach_m(&panel->setup, panel->smallest_cap) : distance_m;
    g_autofree char *few = panel->screens ? g_strdup_printf(" (%u)", panel->screens) : g_strdup("");
    g_autofree char *text =
        panel->refused ? g_strdup("refused") : g_strdup_printf("%.1f%s", reach_m, few);
    g_string_append_printf(row, " %-10s", text);
}

/* A line of the table: the distances of one panel, hung in one way. It is there to read while the
 * next one is made. */
static int print_row(struct survey *survey, struct screen_setup setup, FILE *out)
{
    int worst = 0;
    g_autoptr(GString) row = g_string_new(NULL);
    bool wide = setup.width_px > setup.height_px;
    g_string_printf(row, "%2.0f in  %-9s  %.1f m ", setup.diagonal_in,
                    wide ? "landscape" : "portrait", setup.mounting_mm / 1000);
    for (size_t i = 0; i < G_N_ELEMENTS(distances_m); i++) {
        setup.distance_mm = distances_m[i] * 1000;
        show_progress(survey);
        const struct panel *panel = try_panel(survey, &setup);
        add_panel(row, panel);
        worst = MAX(worst, panel->status);
    }
    clear_progress();
    fprintf(out, "%s\n", row->str);
    fflush(out);
    return worst;
}

int panels_print(const struct build_options *options, FILE *out)
{
    int worst = 0;
    struct survey survey = {
        .options = options, .keep = keep_new(), .content_errors = count_content_errors(options)};
    fputs("From how far all letters can be read, in metres; in brackets the screens whose letters\n"
          "are under the height that the distance or the height on the wall asks for.\n"
          "Panel and lowest line; farthest chair at\n"
          "                         1 m        2 m        3 m        4 m        5 m        6 m\n",
          out);
    fflush(out);
    for (size_t d = 0; d < G_N_ELEMENTS(diagonals_in); d++)
        for (size_t m = 0; m < G_N_ELEMENTS(mountings_m); m++)
            for (int wide = true; wide >= false; wide--) {
                struct screen_setup setup = {.width_px = wide ? LONG_PX : SHORT_PX,
                                             .height_px = wide ? SHORT_PX : LONG_PX,
                                             .diagonal_in = diagonals_in[d],
                                             .mounting_mm = mountings_m[m] * 1000};
                int status = print_row(&survey, setup, out);
                worst = MAX(worst, status);
            }
    keep_free(survey.keep);
    return worst;
}
