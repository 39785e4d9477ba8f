/*
 * Builds the show once a panel, listened to and not published, and keeps the smallest letters of
 * each.
 */
#include "run/panels.h"

#include "layout/screen_size.h"
#include "publish/keep.h"

#include <math.h>
#include <unistd.h>

static const double diagonals_in[] = {24, 32, 43, 55, 65, 75};
static const double distances_m[] = {1, 2, 3, 4, 5, 6};
static const double mountings_m[] = {1.5, 2.0};

enum { LONG_PX = 1920, SHORT_PX = 1080 };

/* What is found out about one panel. */
struct panel {
    struct screen_setup setup;
    double reach_m;   /* [m] from how far the smallest letters can be read */
    unsigned screens; /* with letters under the least height */
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
            panel->reach_m = MIN(panel->reach_m, screen_reach_m(&panel->setup, cap));
            panel->screens++;
        }
    }
}

/* Lays everything out for the panel; the exit status. */
static int try_panel(const struct build_options *options, struct panel *panel, struct keep *keep)
{
    const struct product *const screens[] = {product_find("screen"), NULL};
    const struct listener listener = {.laid_out = measure, .user = panel};
    const struct listener *const listeners[] = {&listener, NULL};
    struct build_options build = *options;
    struct diag *diag = diag_new(false);
    build.products = screens;
    build.panel = &panel->setup;
    build.listeners = listeners;
    build.keep = keep;
    build_run(&build, NULL, diag);
    int status = diag_exit_status(diag);
    diag_free(diag);
    return status;
}

/* "3.0", or "2.4 (12)" where twelve screens have letters that are too small. */
static void print_panel(const struct panel *panel, int status, FILE *out)
{
    g_autofree char *few = panel->screens ? g_strdup_printf(" (%u)", panel->screens) : g_strdup("");
    g_autofree char *text = status
                                ? g_strdup("refused")
                                : g_strdup_printf("%.1f%s", floor(panel->reach_m * 10) / 10, few);
    fprintf(out, " %-10s", text);
}

static void show_progress(unsigned *done)
{
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "\r\033[K%u of 144 panels", ++*done);
}

/* A line of the table: the distances of one panel, hung in one way. */
static int print_row(const struct build_options *options, struct screen_setup setup,
                     struct keep *keep, unsigned *done, FILE *out)
{
    int worst = 0;
    bool wide = setup.width_px > setup.height_px;
    fprintf(out, "%2.0f in  %-9s  %.1f m ", setup.diagonal_in, wide ? "landscape" : "portrait",
            setup.mounting_mm / 1000);
    for (size_t i = 0; i < G_N_ELEMENTS(distances_m); i++) {
        struct panel panel = {.setup = setup, .reach_m = distances_m[i]};
        panel.setup.distance_mm = distances_m[i] * 1000;
        show_progress(done);
        int status = try_panel(options, &panel, keep);
        print_panel(&panel, status, out);
        worst = MAX(worst, status);
    }
    fputc('\n', out);
    return worst;
}

int panels_print(const struct build_options *options, FILE *out)
{
    int worst = 0;
    unsigned done = 0;
    struct keep *keep = keep_new();
    fputs("From how far all letters can be read, in metres; in brackets the screens whose letters\n"
          "are under the height that the distance or the height on the wall asks for.\n"
          "Panel and lowest line; farthest chair at\n"
          "                         1 m        2 m        3 m        4 m        5 m        6 m\n",
          out);
    for (size_t d = 0; d < G_N_ELEMENTS(diagonals_in); d++)
        for (size_t m = 0; m < G_N_ELEMENTS(mountings_m); m++)
            for (int wide = true; wide >= false; wide--) {
                struct screen_setup setup = {.width_px = wide ? LONG_PX : SHORT_PX,
                                             .height_px = wide ? SHORT_PX : LONG_PX,
                                             .diagonal_in = diagonals_in[d],
                                             .mounting_mm = mountings_m[m] * 1000};
                int status = print_row(options, setup, keep, &done, out);
                worst = MAX(worst, status);
            }
    if (isatty(STDERR_FILENO))
        fputs("\r\033[K", stderr);
    keep_free(keep);
    return worst;
}
