/*
 * The command `check`: the same build as `render`, listened to and not published. Awkward: its
 * report is its product, so it goes to standard output whole, findings first.
 */
#include "base/paths.h"
#include "base/program.h"
#include "publish/build.h"
#include "run/command.h"
#include "run/examination.h"
#include "run/panels.h"
#include "run/place.h"
#include "run/sarif.h"

#include <glib.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* --explain with this word tells about every rule. */
#define EXPLAIN_ALL "all"

enum report_format { REPORT_TEXT, REPORT_JSON, REPORT_SARIF, REPORT_FORMAT_COUNT };

static const char *const report_names[REPORT_FORMAT_COUNT + 1] = {"text", "json", "sarif", NULL};

/* As the options say. */
struct arguments {
    char *content, *fonts, *format, *explain;
    char **articles, **rest;
    gboolean strict, words_only, panels, verbose;
};

/* What the listener needs. */
struct examining {
    struct examination *examination;
    struct diag *diag;
};

static const GOptionEntry options[] = {
    {"content", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, content)),
     "read the clinic's words from DIR (" DEFAULT_CONTENT ")", "DIR"},
    {"article", 0, 0, G_OPTION_ARG_FILENAME_ARRAY,
     GSIZE_TO_POINTER(offsetof(struct arguments, articles)),
     "only the article NAME.md; may be repeated", "NAME"},
    {"format", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, format)),
     "report as text, json or sarif (text)", "FORMAT"},
    {"words-only", 0, 0, G_OPTION_ARG_NONE,
     GSIZE_TO_POINTER(offsetof(struct arguments, words_only)), "leave the layout of products out",
     NULL},
    {"panels", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, panels)),
     "tell from how far the screens can be read on 144 panels, and nothing else", NULL},
    {"fonts", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, fonts)),
     "the font set (" DEFAULT_FONTS ")", "FILE"},
    {"strict", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, strict)),
     "treat every warning as an error", NULL},
    {"verbose", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, verbose)),
     "list every finding, also those that say the same", NULL},
    {"explain", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, explain)),
     "tell all about a rule, or about '" EXPLAIN_ALL "' of them", "RULE"},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY,
     GSIZE_TO_POINTER(offsetof(struct arguments, rest)), NULL, NULL},
    {0},
};

static void explain(enum rule rule)
{
    const struct rule_info *info = rule_get(rule);
    printf("%s (%s)\n  The rule: %s.\n  Why: %s\n  To mend it: %s.\n  Source: %s.\n", info->id,
           severity_name(info->severity), info->summary, info->why, info->fix, info->source);
    if (rule_is_judgement(rule))
        printf("  To change it: in content/checks.yaml, under 'severity:' write '%s: note' (or\n"
               "  warning, error), or under 'silence:' write '%s: the reason'. For one article:\n"
               "  <!-- handout silence %s: the reason -->\n",
               info->id, info->id, info->id);
    else
        puts("  It keeps a promise of the program and cannot be changed.");
}

static int explain_rule(const char *id)
{
    enum rule rule;
    if (strcmp(id, EXPLAIN_ALL) == 0) {
        for (int i = 0; i < RULE_COUNT; i++) {
            explain((enum rule)i);
            puts("");
        }
        return STATUS_OK;
    }
    const char *near = rule_nearest(id);
    if (!rule_find(id, &rule))
        return near ? command_refuse(&command_check, "there is no rule '%s', did you mean '%s'", id,
                                     near)
                    : command_refuse(&command_check, "there is no rule '%s'", id);
    explain(rule);
    return STATUS_OK;
}

static void examine_article(void *user, const struct article *article,
                            const struct reading *reading)
{
    examination_add_article(((struct examining *)user)->examination, article, reading);
}

/* What must not run over two lines: numbers that people copy. An email address may, behind a mark
 * that shows that it goes on. */
static GPtrArray *unbreakable_facts(const struct clinic *clinic)
{
    GPtrArray *facts = g_ptr_array_new();
    g_autoptr(GPtrArray) numbers = clinic_numbers(clinic);
    for (guint i = 0; i < numbers->len; i++)
        g_ptr_array_add(facts, ((const struct fact *)numbers->pdata[i])->value);
    if (clinic->address.postal_code.value)
        g_ptr_array_add(facts, clinic->address.postal_code.value);
    for (guint i = 0; i < clinic->crisis_lines->len; i++) {
        const struct crisis_line *line = clinic->crisis_lines->pdata[i];
        if (line->telephone.value)
            g_ptr_array_add(facts, line->telephone.value);
    }
    g_ptr_array_add(facts, NULL);
    return facts;
}

static void examine_layout(void *user, const struct article *article, const struct clinic *clinic,
                           const struct product *product, const struct layout *layout)
{
    struct examining *examining = user;
    g_autoptr(GPtrArray) facts = unbreakable_facts(clinic);
    struct layout_numbers numbers =
        layout_measure(layout, (const char *const *)(const void *)facts->pdata);
    const char *path = article ? article->path : clinic->path;
    struct pos pos = {.file = paths_number(path), .line = article ? 1 : 0};
    layout_check(&numbers, product->name, product->profile, pos, examining->diag);
    if (article)
        examination_add_product(examining->examination, product->name, numbers);
}

static void print_report(const struct examining *examining, enum report_format format, bool verbose)
{
    g_autofree char *text = NULL;
    switch (format) {
    case REPORT_TEXT:
        (verbose ? diag_print : diag_print_short)(examining->diag, stdout);
        examination_print(examining->examination, examining->diag, stdout);
        return;
    case REPORT_JSON:
        text = examination_to_json(examining->examination, examining->diag);
        break;
    case REPORT_SARIF:
        text = sarif_from(examining->diag, HANDOUT_VERSION);
        break;
    case REPORT_FORMAT_COUNT:
        g_assert_not_reached();
    }
    puts(text);
}

static GPtrArray *chosen_products(bool words_only)
{
    GPtrArray *chosen = g_ptr_array_new();
    for (const struct product *const *product = products; !words_only && *product; product++)
        g_ptr_array_add(chosen, (gpointer)*product);
    g_ptr_array_add(chosen, NULL);
    return chosen;
}

static int check(const struct arguments *a, enum report_format format)
{
    struct examining examining = {examination_new(), diag_new(a->strict)};
    const struct listener listener = {
        .examined = examine_article, .laid_out = examine_layout, .user = &examining};
    const struct listener *const listeners[] = {&listener, NULL};
    g_autoptr(GPtrArray) chosen = chosen_products(a->words_only);
    struct build_options build = {.content_dir = a->content ? a->content : DEFAULT_CONTENT,
                                  .fonts_path = place_fonts(a->fonts),
                                  .articles = (const char *const *)a->articles,
                                  .products = (const struct product *const *)(void *)chosen->pdata,
                                  .depth = DEPTH_FULL,
                                  .listeners = listeners};
    build_run(&build, NULL, examining.diag);
    print_report(&examining, format, a->verbose);
    int status = diag_exit_status(examining.diag);
    examination_free(examining.examination);
    diag_free(examining.diag);
    return status;
}

static int check_panels(const struct arguments *a)
{
    struct build_options build = {.content_dir = a->content ? a->content : DEFAULT_CONTENT,
                                  .fonts_path = place_fonts(a->fonts),
                                  .articles = (const char *const *)a->articles,
                                  .asked = true};
    return panels_print(&build, stdout);
}

static int run(const void *arguments)
{
    const struct arguments *a = arguments;
    if (a->rest)
        return command_refuse(&command_check, "articles are named with --article");
    if (a->explain)
        return explain_rule(a->explain);
    if (a->panels)
        return check_panels(a);
    for (int i = 0; i < REPORT_FORMAT_COUNT; i++)
        if (g_strcmp0(a->format ? a->format : report_names[0], report_names[i]) == 0)
            return check(a, (enum report_format)i);
    return command_unknown(&command_check, "report format", a->format, report_names);
}

const struct command command_check = {
    .name = "check",
    .help = "say what a careful editor would, without making anything",
    .usage = "[OPTION…]",
    .about = "Says what a careful editor would: wrong or missing facts, hard sentences, and the\n"
             "numbers of every article and product. Writes no file.\n",
    .options = options,
    .arguments_size = sizeof(struct arguments),
    .run = run,
};
