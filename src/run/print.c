/*
 * The command `print`: makes one product of one article, so that what comes out of the printer is
 * what the content says now, and has it printed by the helper that knows printers. A printer that
 * prints one side at a time gets the job in passes, with what to do between them.
 */
#include "publish/past_review.h"
#include "run/command.h"
#include "run/place.h"
#include "run/printing.h"

#include <math.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#define MOST_COPIES 999

struct arguments {
    char *content, *out, *fonts, *form, *printer, *side, *copies;
    char **names;
    int n_copies, wait_s, picture;
    gboolean dry_run, one_sided, events, past_review;
};

static const GOptionEntry options[] = {
    {"for", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, form)),
     "who it is for, one of the forms below (standard)", "FORM"},
    {"copies", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, copies)),
     "how many (1)", "N"},
    {"printer", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, printer)),
     "its name or its ipp: address (the default printer)", "NAME"},
    {"one-sided", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, one_sided)),
     "on one side of the paper only", NULL},
    {"side", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, side)),
     "only the fronts, or only the backs, of sheets turned by hand", "SIDE"},
    {"wait", 0, 0, G_OPTION_ARG_INT, GSIZE_TO_POINTER(offsetof(struct arguments, wait_s)),
     "for a printer that is busy or off (600)", "SECONDS"},
    {"dry-run", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, dry_run)),
     "show what the printer would be asked, and send nothing", NULL},
    {"events", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, events)),
     "tell in lines for programs: EVENT, a tab, what about it", NULL},
    {"past-review", 0, 0, G_OPTION_ARG_NONE,
     GSIZE_TO_POINTER(offsetof(struct arguments, past_review)),
     "print it past its review date, too: ask the team before", NULL},
    {"picture", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_INT,
     GSIZE_TO_POINTER(offsetof(struct arguments, picture)),
     "print nothing: a picture of page N to standard output, as the front desk shows it", "N"},
    {"content", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, content)),
     "read the clinic's words from DIR (" DEFAULT_CONTENT ")", "DIR"},
    {"out", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, out)),
     "write to DIR/print (" DEFAULT_OUT ")", "DIR"},
    {"fonts", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, fonts)),
     "the font set (" DEFAULT_FONTS ")", "FILE"},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY,
     GSIZE_TO_POINTER(offsetof(struct arguments, names)), NULL, NULL},
    {0},
};

/* What is known of the product once it is made. */
struct made {
    char *path, *title;
    double width, height; /* [pt] of its pages */
    enum duplex duplex;
    unsigned pages;
    int asked;           /* the page to be drawn instead, from 1; 0: it is to be printed */
    unsigned first, end; /* every second page between, from 1, is asked for instead; 0: none is */
    GBytes *bytes;       /* of that picture or those pages; NULL: there are none */
};

/* Of a page beside others on a display of two dots to a pixel. [px] */
#define PICTURE_WIDTH 440

/* Products with pages for the printer. */
static bool is_form(const struct product *product)
{
    return product->printing && product->lay_out;
}

/* Their names, ended by NULL; borrowed strings. */
static GPtrArray *form_names(void)
{
    GPtrArray *names = g_ptr_array_new();
    for (const struct product *const *product = products; *product; product++)
        if (is_form(*product))
            g_ptr_array_add(names, (char *)(*product)->name);
    g_ptr_array_add(names, NULL);
    return names;
}

static GBytes *draw(const struct layout *layout, int page)
{
    if (page < 1 || page > (int)layout->pages->len)
        return NULL;
    struct diag *passed_over = diag_new(false);
    const struct paint_job job = {
        .layout = layout, .page = (size_t)page - 1, .width_px = PICTURE_WIDTH, .diag = passed_over};
    GBytes *picture = painter_png.paint(&job);
    diag_free(passed_over);
    return picture;
}

/* A file of the asked pages alone. */
static GBytes *paint_part(const struct layout *layout, const struct made *made)
{
    g_autoptr(GPtrArray) pages = g_ptr_array_new();
    for (unsigned page = made->first; page <= MIN(made->end, layout->pages->len); page += 2)
        g_ptr_array_add(pages, layout->pages->pdata[page - 1]);
    struct layout part = *layout;
    part.pages = pages;
    struct diag *passed_over = diag_new(false);
    const struct paint_job job = {.layout = &part, .marks_alone = true, .diag = passed_over};
    GBytes *file = pages->len > 0 ? painter_pdf.paint(&job) : NULL;
    diag_free(passed_over);
    return file;
}

static void hear_layout(void *user, const struct article *article, const struct clinic *clinic,
                        const struct product *product, const struct layout *layout)
{
    (void)article, (void)clinic, (void)product;
    struct made *made = user;
    const struct page *page = layout->pages->pdata[0];
    made->title = g_strdup(layout->title);
    made->width = page->width;
    made->height = page->height;
    made->pages = layout->pages->len;
    made->bytes = made->asked   ? draw(layout, made->asked)
                  : made->first ? paint_part(layout, made)
                                : NULL;
    made->duplex = made->pages == 1 ? DUPLEX_NONE : layout->duplex;
}

static void hear_place(void *user, const struct report_file *file)
{
    struct made *made = user;
    made->path = g_strdup(file->path);
}

static bool is_made(const struct made *made)
{
    return made->bytes || (made->path && made->title);
}

/* For a look or a pass: the product itself stays as it is. */
static bool is_aside(const struct made *made)
{
    return made->asked || made->first;
}

/* On standard error, which programs that read events pass over. */
static void tell_past_review(const struct arguments *a)
{
    fprintf(stderr,
            a->past_review ? "handout: '%s' is past its review date: the team must have said that "
                             "it may be given out\n"
                           : "handout: '%s' is printed past its review date only with "
                             "--past-review: ask the team before\n",
            a->names[0]);
}

/* Past its review date it is made aside, if that is asked for. The exit status, its reasons told.
 */
static int build_product(const struct arguments *a, const struct build_options *build,
                         const struct made *made)
{
    struct report *report = report_new();
    struct diag *diag = diag_new(false);
    build_run(build, report, diag);
    bool past = past_review_is_found(diag);
    if (past && a->past_review) {
        diag_free(diag);
        diag = diag_new(false);
        past_review_run(build, report, diag);
    }
    /* Mistakes elsewhere, as in another article's name, keep nobody from this one. */
    int status = is_made(made) ? STATUS_OK : diag_exit_status(diag);
    if (status != STATUS_OK)
        diag_print_short(diag, stderr);
    if (past && !is_aside(made))
        tell_past_review(a);
    report_free(report);
    diag_free(diag);
    return status;
}

/* Makes the product; false, reported on standard error, when there is nothing to print. */
static bool make_product(const struct arguments *a, const struct product *product,
                         struct made *made, int *status)
{
    const char *const articles[] = {a->names[0], NULL};
    const struct product *const wanted[] = {product, NULL};
    const struct listener hearer = {.laid_out = hear_layout, .placed = hear_place, .user = made};
    const struct listener *const listeners[] = {&hearer, NULL};
    struct build_options build = {.content_dir = a->content ? a->content : DEFAULT_CONTENT,
                                  .out_dir = a->out ? a->out : DEFAULT_OUT,
                                  .fonts_path = place_fonts(a->fonts),
                                  .articles = articles,
                                  .products = wanted,
                                  .afresh = true, /* so that the layout is heard */
                                  .asked = true,
                                  .publish = !is_aside(made),
                                  .listeners = listeners};
    *status = build_product(a, &build, made);
    if (is_made(made) || *status != STATUS_OK)
        return is_made(made);
    fprintf(stderr,
            "handout: '%s' is not made as '%s': its front matter or style.yaml leaves that out\n",
            a->names[0], product->name);
    *status = STATUS_CONTENT;
    return false;
}

/* The paper of the pages, whichever way they lie. */
static const char *media_name(const struct made *made)
{
    static const struct {
        double width, height; /* [pt] */
        const char *name;
    } sizes[] = {{612, 792, "na_letter_8.5x11in"}, {595.28, 841.89, "iso_a4_210x297mm"}};
    double narrow = MIN(made->width, made->height), wide = MAX(made->width, made->height);
    for (size_t i = 0; i < G_N_ELEMENTS(sizes); i++)
        if (fabs(narrow - sizes[i].width) < 1 && fabs(wide - sizes[i].height) < 1)
            return sizes[i].name;
    g_assert_not_reached(); /* paper is Letter or A4 */
}

/* What a printer that can do it does with the sheets, as PWG 5100.1 names it. */
static const char *finishings_of(const struct product *product, const struct made *made)
{
    if (g_str_equal(product->name, "brochure"))
        return "fold-letter";
    if (g_str_equal(product->name, "booklet"))
        return "saddle-stitch,fold-half";
    return made->pages > 2 ? "staple-top-left" : "";
}

/* The command that prints the backs, for a shell. Owned. */
static char *command_for_backs(const struct arguments *a, const struct product *product)
{
    GString *text = g_string_new("handout print ");
    const char *const given[][2] = {
        {"printer", a->printer}, {"content", a->content}, {"out", a->out}, {"fonts", a->fonts}};
    g_autofree char *name = g_shell_quote(a->names[0]);
    g_string_append_printf(text, "--for %s --copies %d", product->name, a->n_copies);
    for (size_t i = 0; i < G_N_ELEMENTS(given); i++) {
        g_autofree char *value = given[i][1] ? g_shell_quote(given[i][1]) : NULL;
        if (value)
            g_string_append_printf(text, " --%s %s", given[i][0], value);
    }
    g_string_append_printf(text, "%s --side back -- %s", a->past_review ? " --past-review" : "",
                           name);
    return g_string_free(text, FALSE);
}

static enum printing_side side_of(const struct arguments *a)
{
    if (!a->side)
        return PRINTING_ASK;
    return g_str_equal(a->side, "front") ? PRINTING_FRONTS : PRINTING_BACKS;
}

static void made_clear(struct made *made)
{
    g_clear_pointer(&made->bytes, g_bytes_unref);
    g_clear_pointer(&made->path, g_free);
    g_clear_pointer(&made->title, g_free);
}

/* What is printed. */
struct order {
    const struct arguments *arguments;
    const struct product *product;
};

static GBytes *make_part(void *user, unsigned first, unsigned end)
{
    const struct order *order = user;
    struct made made = {.first = first, .end = end};
    int status;
    make_product(order->arguments, order->product, &made, &status);
    GBytes *bytes = g_steal_pointer(&made.bytes);
    made_clear(&made);
    return bytes;
}

static int print_made(const struct arguments *a, const struct product *product,
                      const struct made *made)
{
    struct order order = {a, product};
    g_autofree char *again = command_for_backs(a, product);
    const struct printing printing = {
        .path = made->path,
        .title = made->title,
        .media = media_name(made),
        .advice = made->duplex == DUPLEX_NONE && product->one_sided ? product->one_sided
                                                                    : product->printing,
        .finishings = finishings_of(product, made),
        .printer = a->printer,
        .again = again,
        .duplex = a->one_sided ? DUPLEX_NONE : made->duplex,
        .side = side_of(a),
        .pages = made->pages,
        .copies = a->n_copies,
        .wait_s = a->wait_s,
        .events = a->events,
        .check = a->dry_run,
        .make_part = make_part,
        .user = &order,
    };
    if (printing.side != PRINTING_ASK && made->duplex == DUPLEX_NONE)
        return command_refuse(&command_print, "'%s' has one side alone: leave out --side",
                              made->path);
    return printing_run(&printing);
}

static int write_picture(GBytes *picture)
{
    gsize size;
    const void *data = g_bytes_get_data(picture, &size);
    return fwrite(data, 1, size, stdout) == size ? STATUS_OK : STATUS_ENVIRONMENT;
}

static int print(const struct arguments *a, const struct product *product)
{
    struct made made = {.asked = a->picture};
    int status;
    if (make_product(a, product, &made, &status))
        status = made.bytes ? write_picture(made.bytes) : print_made(a, product, &made);
    made_clear(&made);
    return status;
}

/* One where nothing is said. */
static bool read_copies(const char *text, int *copies)
{
    guint64 count = 1;
    bool ok = !text || g_ascii_string_to_unsigned(text, 10, 1, MOST_COPIES, &count, NULL);
    *copies = (int)count;
    return ok;
}

static int run(const void *arguments)
{
    struct arguments a = *(const struct arguments *)arguments;
    const struct product *product = product_find(a.form ? a.form : "standard");
    if (a.names && g_strcmp0(a.names[0], "--") == 0) /* stays before a name that begins with "-" */
        a.names++;
    if (!a.names || !a.names[0] || a.names[1])
        return command_refuse(&command_print, "name one article");
    if (!product || !is_form(product)) {
        g_autoptr(GPtrArray) names = form_names();
        return command_unknown(&command_print, "form", a.form, (const char *const *)names->pdata);
    }
    if (!read_copies(a.copies, &a.n_copies))
        return command_refuse(&command_print, "there can be 1 to %d copies, not '%s'", MOST_COPIES,
                              a.copies);
    if (a.side && !g_str_equal(a.side, "front") && !g_str_equal(a.side, "back"))
        return command_refuse(&command_print, "--side is 'front' or 'back', not '%s'", a.side);
    return print(&a, product);
}

static void print_forms(void)
{
    fputs("\nForms:\n", stdout);
    for (const struct product *const *product = products; *product; product++)
        if (is_form(*product))
            printf("  %-16s  %s\n", (*product)->name, (*product)->help);
}

const struct command command_print = {
    .name = "print",
    .help = "print a handout",
    .usage = "NAME [OPTION…]",
    .about =
        "Makes the handout of NAME.md and prints it at 100 %, on both sides the right way.\n"
        "A printer that prints one side at a time gets the fronts, then, when you have turned\n"
        "the sheets, the backs. What keeps it from printing is said here. Ctrl-C takes a job\n"
        "back that has not come out.\n",
    .options = options,
    .arguments_size = sizeof(struct arguments),
    .more_help = print_forms,
    .run = run,
};
