/*
 * The command `render`: options to a build, its report to the terminal. The command line is checked
 * whole before anything is read or written. Awkward: `json` stands among the format names because
 * it is asked for in the same breath, but it is a form of the report and no product.
 */
#include "base/nearest.h"
#include "publish/build.h"
#include "run/command.h"

#include <glib.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define JSON_FORMAT "json"

/* As GOption fills them in; strings are owned. */
struct arguments {
    char *content, *out, *fonts, *painter;
    char **articles, **formats;
    char **rest;
    gboolean proof, strict, quiet, help;
};

struct choice {
    GPtrArray *products; /* of const struct product *, ended by NULL */
    const struct painter *painter;
    bool json;
};

static void arguments_clear(struct arguments *a)
{
    g_free(a->content);
    g_free(a->out);
    g_free(a->fonts);
    g_free(a->painter);
    g_strfreev(a->articles);
    g_strfreev(a->formats);
    g_strfreev(a->rest);
}

/* The one list of options. In place of where a value goes stands its offset in struct arguments. */
static const GOptionEntry options[] = {
    {"content", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, content)),
     "read the clinic's words from DIR (" DEFAULT_CONTENT ")", "DIR"},
    {"out", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, out)),
     "write to DIR/print and DIR/lobby (" DEFAULT_OUT ")", "DIR"},
    {"article", 0, 0, G_OPTION_ARG_FILENAME_ARRAY,
     GSIZE_TO_POINTER(offsetof(struct arguments, articles)),
     "only the article NAME.md; may be repeated", "NAME"},
    {"format", 0, 0, G_OPTION_ARG_STRING_ARRAY,
     GSIZE_TO_POINTER(offsetof(struct arguments, formats)),
     "only these products; NAME,NAME or repeated", "NAME"},
    {"fonts", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, fonts)),
     "the font set (" DEFAULT_FONTS ")", "FILE"},
    {"proof", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, proof)),
     "show a brochure's panels, folds and safe areas", NULL},
    {"strict", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, strict)),
     "treat every warning as an error", NULL},
    {"quiet", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, quiet)),
     "do not list the files made", NULL},
    {"as", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, painter)),
     "paint all products so, for previews and checks", "PAINTER"},
    {"help", 'h', 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, help)),
     "show this help", NULL},
};

static bool parse(struct arguments *a, char **words, GError **error)
{
    GOptionEntry entries[G_N_ELEMENTS(options) + 2] = {0};
    size_t n = G_N_ELEMENTS(options);
    for (size_t i = 0; i < n; i++) {
        entries[i] = options[i];
        entries[i].arg_data = (char *)a + GPOINTER_TO_SIZE(options[i].arg_data);
    }
    entries[n] =
        (GOptionEntry){G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &a->rest, NULL, NULL};
    return command_parse(entries, words, error);
}

static bool usage_error(const char *format, ...) G_GNUC_PRINTF(1, 2);

/* Always false, so that callers can return it. */
static bool usage_error(const char *format, ...)
{
    va_list values;
    va_start(values, format);
    g_autofree char *message = g_strdup_vprintf(format, values);
    va_end(values);
    fprintf(stderr, "handout render: %s; see 'handout render --help'\n", message);
    return false;
}

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

static GPtrArray *painter_names(void)
{
    GPtrArray *names = g_ptr_array_new();
    for (const struct painter *const *painter = painters; *painter; painter++)
        g_ptr_array_add(names, (char *)(*painter)->name);
    g_ptr_array_add(names, NULL);
    return names;
}

/* Says that `word` is no `kind`, and what it may have meant. Takes `names`. */
static bool unknown_word(const char *kind, const char *word, GPtrArray *names)
{
    const char *near = nearest_word(word, (const char *const *)names->pdata);
    g_autofree char *list = g_strjoinv(", ", (char **)names->pdata);
    g_ptr_array_unref(names);
    if (near)
        return usage_error("there is no %s '%s', did you mean '%s'", kind, word, near);
    return usage_error("there is no %s '%s', there are %s", kind, word, list);
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
    if (choice->products->len == 0)
        for (const struct product *const *product = products; *product; product++)
            g_ptr_array_add(choice->products, (gpointer)*product);
    g_ptr_array_add(choice->products, NULL);
    return true;
}

static bool choose(struct choice *choice, const struct arguments *a)
{
    if (a->rest)
        return usage_error("'%s' is not an option: articles are named with --article", a->rest[0]);
    if (a->painter && !(choice->painter = painter_find(a->painter)))
        return unknown_word("painter", a->painter, painter_names());
    return choose_formats(choice, a->formats);
}

/* On the line that stderr is at, so that it leaves nothing behind. */
static void show_progress(unsigned n, unsigned total, const char *path)
{
    fprintf(stderr, "\r\033[K%u of %u: %s", n, total, path);
}

static void clear_progress(void)
{
    fputs("\r\033[K", stderr);
}

static void print_report(const struct report *report, const struct diag *diag, bool json,
                         bool quiet)
{
    if (json) {
        g_autofree char *text = report_to_json(report, diag);
        puts(text);
        return;
    }
    diag_print(diag, stderr);
    if (!quiet)
        report_print(report, stdout);
}

static int render(const struct arguments *a, const struct choice *choice)
{
    bool terminal = isatty(STDERR_FILENO) && !a->quiet;
    struct build_options build = {.content_dir = a->content ? a->content : DEFAULT_CONTENT,
                                  .out_dir = a->out ? a->out : DEFAULT_OUT,
                                  .fonts_path = a->fonts ? a->fonts : DEFAULT_FONTS,
                                  .proof = a->proof,
                                  .articles = (const char *const *)a->articles,
                                  .products =
                                      (const struct product *const *)choice->products->pdata,
                                  .painter = choice->painter,
                                  .progress = terminal ? show_progress : NULL};
    struct diag *diag = diag_new(a->strict);
    struct report *report = report_new();
    build_run(&build, report, diag);
    if (terminal)
        clear_progress();
    print_report(report, diag, choice->json, a->quiet);
    int status = diag_exit_status(diag);
    report_free(report);
    diag_free(diag);
    return status;
}

static void print_help(void)
{
    fputs("Usage: handout render [OPTION…]\n\n"
          "Makes handouts and lobby screens from the clinic's own words.\n\n",
          stdout);
    for (size_t i = 0; i < G_N_ELEMENTS(options); i++) {
        const char *value = options[i].arg_description ? options[i].arg_description : "";
        g_autofree char *left = g_strdup_printf("--%s %s", options[i].long_name, value);
        printf("  %-15s  %s\n", left, options[i].description);
    }
    fputs("\nFormats:\n", stdout);
    for (const struct product *const *product = products; *product; product++)
        printf("  %-15s  %s\n", (*product)->name, (*product)->help);
    printf("  %-15s  %s\n", JSON_FORMAT, "no product: the report as JSON on standard output");
    fputs("\nPainters:\n", stdout);
    for (const struct painter *const *painter = painters; *painter; painter++)
        printf("  %-15s  %s\n", (*painter)->name, (*painter)->help);
}

static GPtrArray *option_names(void)
{
    GPtrArray *names = g_ptr_array_new();
    for (size_t i = 0; i < G_N_ELEMENTS(options); i++)
        g_ptr_array_add(names, (char *)options[i].long_name);
    g_ptr_array_add(names, NULL);
    return names;
}

/* What GOption found wrong; where an option is unknown, with the nearest one. */
static bool report_option(const GError *error, char **words)
{
    if (!g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION))
        return usage_error("%s", error->message);
    g_autoptr(GPtrArray) names = option_names();
    for (; *words; words++) {
        const char *word = *words + strspn(*words, "-");
        g_autofree char *name = g_strndup(word, strcspn(word, "="));
        if (word > *words && !g_strv_contains((const char *const *)names->pdata, name))
            return unknown_word("option", name, g_steal_pointer(&names));
    }
    return usage_error("%s", error->message);
}

static int run(char **words)
{
    struct arguments arguments = {0};
    struct choice choice = {.products = g_ptr_array_new()};
    g_autoptr(GError) error = NULL;
    int status = STATUS_USAGE;
    if (!parse(&arguments, words, &error))
        report_option(error, words);
    else if (arguments.help) {
        print_help();
        status = STATUS_OK;
    } else if (choose(&choice, &arguments))
        status = render(&arguments, &choice);
    g_ptr_array_unref(choice.products);
    arguments_clear(&arguments);
    return status;
}

const struct command command_render = {
    .name = "render",
    .help = "make handouts and lobby screens from content/",
    .run = run,
};
