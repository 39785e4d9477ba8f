/*
 * The command `render`: options to a build, its report to the terminal. The command line is checked
 * whole before anything is read or written. Awkward: `json` stands among the format names because
 * it is asked for in the same breath, but it is a form of the report and no product.
 */
#include "base/program.h"
#include "base/stop.h"
#include "publish/build.h"
#include "run/command.h"
#include "run/place.h"
#include "run/progress.h"
#include "run/render_group.h"

#include <glib.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#define JSON_FORMAT "json"

/* As the options say. */
struct arguments {
    char *content, *out, *group, *shard, *fonts, *as, *pdf;
    char **articles, **formats;
    char **rest;
    gboolean proof, force, strict, quiet, verbose;
};

struct choice {
    GPtrArray *products; /* of const struct product *, ended by NULL */
    struct maker as;
    struct shard shard;
    bool asked; /* the products were named */
    bool json;
};

static const GOptionEntry options[] = {
    {"content", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, content)),
     "read the clinic's words from DIR (" DEFAULT_CONTENT ")", "DIR"},
    {"out", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, out)),
     "write to DIR/print, /web and /lobby (" DEFAULT_OUT ")", "DIR"},
    {"group", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, group)),
     "all clinics of the group in DIR, each into DIR/out/CLINIC", "DIR"},
    {"shard", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, shard)),
     "of its clinics the I-th of K parts, see 'handout plan'", "I/K"},
    {"article", 0, 0, G_OPTION_ARG_FILENAME_ARRAY,
     GSIZE_TO_POINTER(offsetof(struct arguments, articles)),
     "only the article NAME.md; no show unless --format names it", "NAME"},
    {"format", 0, 0, G_OPTION_ARG_STRING_ARRAY,
     GSIZE_TO_POINTER(offsetof(struct arguments, formats)),
     "only these products; NAME,NAME or repeated", "NAME"},
    {"fonts", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, fonts)),
     "the font set (" DEFAULT_FONTS ")", "FILE"},
    {"proof", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, proof)),
     "show a brochure's panels, folds and safe areas", NULL},
    {"force", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, force)),
     "make all anew, also what is as it was made before", NULL},
    {"strict", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, strict)),
     "treat every warning as an error", NULL},
    {"quiet", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, quiet)),
     "do not list the files made: the last line alone", NULL},
    {"verbose", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, verbose)),
     "list every screen, and all findings that say the same", NULL},
    {"pdf", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, pdf)),
     "2: write each PDF as PDF 2.0 too, as NAME-2.pdf", "2"},
    {"as", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, as)),
     "make all products so, for previews and checks", "KIND"},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY,
     GSIZE_TO_POINTER(offsetof(struct arguments, rest)), NULL, NULL},
    {0},
};

/* The names that --format takes, ended by NULL; borrowed strings. */
static GPtrArray *format_names(void)
{
    GPtrArray *names = g_ptr_array_new();
    for (const struct product *const *product = products; *product; product++)
        g_ptr_array_add(names, (char *)(*product)->name);
    g_ptr_array_add(names, (char *)JSON_FORMAT);
    g_ptr_array_add(names, NULL);
    return names;
}

/* The names that --as takes, as above. */
static GPtrArray *maker_names(void)
{
    GPtrArray *names = g_ptr_array_new();
    for (const struct painter *const *painter = painters; *painter; painter++)
        g_ptr_array_add(names, (char *)(*painter)->name);
    for (const struct writer *const *writer = writers; *writer; writer++)
        g_ptr_array_add(names, (char *)(*writer)->name);
    g_ptr_array_add(names, NULL);
    return names;
}

/* Says so, as command_unknown does. False, so that callers can return it. Takes `names`. */
static bool unknown_word(const char *kind, const char *word, GPtrArray *names)
{
    command_unknown(&command_render, kind, word, (const char *const *)names->pdata);
    g_ptr_array_unref(names);
    return false;
}

static bool choose_format(struct choice *choice, const char *name)
{
    const struct product *product = product_find(name);
    if (g_str_equal(name, JSON_FORMAT))
        choice->json = true;
    else if (!product)
        return unknown_word("format", name, format_names());
    else if (!g_ptr_array_find(choice->products, product, NULL))
        g_ptr_array_add(choice->products, (gpointer)product);
    return true;
}

static bool choose_formats(struct choice *choice, char **wanted)
{
    for (; wanted && *wanted; wanted++) {
        g_auto(GStrv) names = g_strsplit(*wanted, ",", -1);
        for (char **name = names; *name; name++)
            if (!choose_format(choice, *name))
                return false;
    }
    choice->asked = choice->products->len > 0;
    if (choice->products->len == 0)
        for (const struct product *const *product = products; *product; product++)
            g_ptr_array_add(choice->products, (gpointer)*product);
    g_ptr_array_add(choice->products, NULL);
    return true;
}

static bool choose_maker(struct choice *choice, const char *name)
{
    if (!name)
        return true;
    choice->as = (struct maker){painter_find(name), writer_find(name)};
    if (choice->as.painter || choice->as.writer)
        return true;
    return unknown_word("painter or writer", name, maker_names());
}

/* What is made for a whole group is all that each of its clinics has. */
static bool choose_group(struct choice *choice, const struct arguments *a)
{
    bool alone = a->content || a->articles || a->as;
    choice->shard = (struct shard){1, 1};
    if (a->group && alone)
        command_refuse(&command_render,
                       "'%s' is of one clinic: name its folder with --content, in "
                       "the place of --group",
                       a->content    ? "--content"
                       : a->articles ? "--article"
                                     : "--as");
    else if (a->shard && !a->group)
        command_refuse(&command_render, "'--shard' is of a group: name its folder with --group");
    else if (a->shard && !shard_read(a->shard, &choice->shard))
        command_refuse(&command_render, "'%s' is no part of a whole: write '2/16'", a->shard);
    else
        return true;
    return false;
}

static bool choose(struct choice *choice, const struct arguments *a)
{
    if (a->rest) {
        command_refuse(&command_render, "'%s' is not an option: articles are named with --article",
                       a->rest[0]);
        return false;
    }
    if (a->pdf && strcmp(a->pdf, "2") != 0) {
        command_refuse(&command_render, "'%s' is no version of PDF to write too: write '--pdf 2'",
                       a->pdf);
        return false;
    }
    return choose_group(choice, a) && choose_maker(choice, a->as) &&
           choose_formats(choice, a->formats);
}

static void print_report(const struct report *report, const struct diag *diag,
                         const struct arguments *a, bool json)
{
    if (json) {
        g_autofree char *text = report_to_json(report, diag);
        puts(text);
        return;
    }
    (a->verbose ? diag_print : diag_print_short)(diag, stderr);
    if (!a->quiet)
        report_print(report, a->verbose, stdout);
    report_print_verdict(report, diag, stdout);
}

static int render_clinics(const struct arguments *a, const struct choice *choice,
                          const struct build_options *each, bool terminal)
{
    return render_group(&(struct group_order){.group = a->group,
                                              .out = a->out,
                                              .shard = choice->shard,
                                              .each = each,
                                              .strict = a->strict,
                                              .quiet = a->quiet,
                                              .verbose = a->verbose,
                                              .json = choice->json,
                                              .clear = terminal ? progress_clear : NULL});
}

static int render_clinic(const struct arguments *a, const struct choice *choice,
                         const struct build_options *build, bool terminal)
{
    struct diag *diag = diag_new(a->strict);
    struct report *report = report_new();
    stop_listen();
    build_run(build, report, diag);
    if (terminal)
        progress_clear();
    if (stop_asked())
        fputs("handout: told to stop: what was not made yet stays as it was\n", stderr);
    else
        print_report(report, diag, a, choice->json);
    stop_end();
    int status = diag_exit_status(diag);
    report_free(report);
    diag_free(diag);
    return status;
}

static int render(const struct arguments *a, const struct choice *choice)
{
    bool terminal = progress_is_seen() && !a->quiet;
    const struct listener *const listeners[] = {terminal ? &progress_listener : NULL, NULL};
    g_autofree char *speaker = program_part(SPEAKER);
    struct build_options build = {.content_dir = a->content ? a->content : DEFAULT_CONTENT,
                                  .speaker = speaker,
                                  .out_dir = a->out ? a->out : DEFAULT_OUT,
                                  .fonts_path = place_fonts(a->fonts),
                                  .proof = a->proof,
                                  .afresh = a->force,
                                  .articles = (const char *const *)a->articles,
                                  .products =
                                      (const struct product *const *)choice->products->pdata,
                                  .asked = choice->asked,
                                  .as = choice->as,
                                  .also = a->pdf ? &painter_pdf_2 : NULL,
                                  .publish = true,
                                  .listeners = listeners};
    return (a->group ? render_clinics : render_clinic)(a, choice, &build, terminal);
}

static void print_choices(void)
{
    fputs("\nFormats:\n", stdout);
    for (const struct product *const *product = products; *product; product++)
        printf("  %-16s  %s\n", (*product)->name, (*product)->help);
    printf("  %-16s  %s\n", JSON_FORMAT, "no product: the report as JSON on standard output");
    g_autoptr(GPtrArray) makers = maker_names();
    g_autofree char *kinds = g_strjoinv(", ", (char **)makers->pdata);
    printf("\nKinds, for --as: %s\n", kinds);
}

static int run(const void *arguments)
{
    struct choice choice = {.products = g_ptr_array_new()};
    int status = choose(&choice, arguments) ? render(arguments, &choice) : STATUS_USAGE;
    g_ptr_array_unref(choice.products);
    return status;
}

const struct command command_render = {
    .name = "render",
    .help = "make handouts and lobby screens from content/",
    .usage = "[OPTION…]",
    .about = "Makes handouts and lobby screens from the clinic's own words.\n",
    .options = options,
    .arguments_size = sizeof(struct arguments),
    .more_help = print_choices,
    .run = run,
};
