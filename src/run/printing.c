/*
 * The helper's command line, and the passes of a printer that prints one side at a time: the fronts
 * of all sheets that have a back, then, when the stack was turned, their backs. A last page without
 * a back comes after them, so that no copy shifts the next one. A printer that prints no pages of a
 * file alone gets each pass as a file of its own.
 */
#include "run/printing.h"

#include "base/child.h"
#include "base/program.h"
#include "base/status.h"
#include "run/command.h"
#include "run/place.h"

#include <errno.h>
#include <gio/gio.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#define HELPER "handout-print"

/* Where the helper finds a file without a name. */
#define PART_FD   3
#define PART_PATH "/dev/fd/3"

/* What the helper is to print at one go. */
struct pass {
    enum duplex duplex;
    const char *pages; /* "1,3,5"; NULL: all */
    unsigned sides;    /* of one copy */
    bool by_hand;      /* sheets that go in again must come out as sheets */
    int file;          /* of these pages alone, closed when it is printed; -1: the product's */
};

static const char *sides_name(enum duplex duplex)
{
    static const char *const names[DUPLEX_COUNT] = {
        [DUPLEX_NONE] = "one-sided",
        [DUPLEX_LONG_EDGE] = "two-sided-long-edge",
        [DUPLEX_SHORT_EDGE] = "two-sided-short-edge",
    };
    return names[duplex];
}

static void add_option(GPtrArray *words, const char *name, const char *value)
{
    if (value && *value)
        g_ptr_array_add(words, g_strdup_printf("--%s=%s", name, value));
}

/* Owned. */
static GPtrArray *helper_words(const struct printing *printing, const struct pass *pass)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(words, program_part(HELPER));
    add_option(words, "printer", printing->printer);
    add_option(words, "title", printing->title);
    add_option(words, "sides", sides_name(pass->duplex));
    add_option(words, "media", printing->media);
    add_option(words, "pages", pass->pages);
    add_option(words, "finishings", pass->by_hand ? NULL : printing->finishings);
    g_ptr_array_add(words, g_strdup_printf("--copies=%d", printing->copies));
    g_ptr_array_add(words, g_strdup_printf("--impressions=%u", pass->sides));
    if (printing->wait_s > 0)
        g_ptr_array_add(words, g_strdup_printf("--wait=%d", printing->wait_s));
    if (printing->check)
        g_ptr_array_add(words, g_strdup("--check"));
    if (printing->events)
        g_ptr_array_add(words, g_strdup("--events"));
    g_ptr_array_add(words, g_strdup("--"));
    g_ptr_array_add(words, g_strdup(pass->file < 0 ? printing->path : PART_PATH));
    g_ptr_array_add(words, NULL);
    return words;
}

/* Runs the helper; its exit status, that of no printer where it is not installed. */
static int call_helper(const struct printing *printing, const struct pass *pass)
{
    g_autoptr(GPtrArray) words = helper_words(printing, pass);
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(0);
    g_autoptr(GError) error = NULL;
    child_launch_to_end_with_parent(launcher); /* the job is taken back with it */
    if (pass->file >= 0)
        g_subprocess_launcher_take_fd(launcher, pass->file, PART_FD);
    fflush(stdout);
    g_autoptr(GSubprocess) process =
        g_subprocess_launcher_spawnv(launcher, (const char *const *)words->pdata, &error);
    if (!process) {
        fprintf(stderr, "handout: this program was installed without its part for printers: %s\n",
                error->message);
        return STATUS_NO_PRINTER;
    }
    g_subprocess_wait(process, NULL, NULL);
    return g_subprocess_get_if_exited(process) ? g_subprocess_get_exit_status(process)
                                               : STATUS_ENVIRONMENT;
}

/* Every second page from `first` to `end`: "1,3,5". Owned. */
static char *every_second(unsigned first, unsigned end)
{
    GString *pages = g_string_new(NULL);
    for (unsigned page = first; page <= end; page += 2)
        g_string_append_printf(pages, "%s%u", pages->len ? "," : "", page);
    return g_string_free(pages, FALSE);
}

/* Those that have two sides. */
static unsigned paired(const struct printing *printing)
{
    return printing->pages / 2 * 2;
}

/* A file without a name: nothing of it is left, however we end. -1, told: there is none. */
static int open_part(const struct printing *printing, unsigned first, unsigned end)
{
    g_autoptr(GBytes) bytes = printing->make_part(printing->user, first, end);
    if (!bytes)
        return -1;
    int file = memfd_create("pass", MFD_CLOEXEC);
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    if (file >= 0 && write(file, data, size) == (ssize_t)size)
        return file;
    fprintf(stderr, "handout: the pages cannot be handed to the printer: %s\n", g_strerror(errno));
    if (file >= 0)
        close(file);
    return -1;
}

/* Every second page from `first` to `end` on one side. */
static int print_pass(const struct printing *printing, unsigned first, unsigned end)
{
    g_autofree char *pages = every_second(first, end);
    struct pass pass = {
        .pages = pages, .sides = (end - first) / 2 + 1, .by_hand = true, .file = -1};
    int status = call_helper(printing, &pass);
    if (status != STATUS_NO_CHOICE)
        return status;
    pass.pages = NULL;
    pass.file = open_part(printing, first, end);
    return pass.file < 0 ? STATUS_ENVIRONMENT : call_helper(printing, &pass);
}

static int print_fronts(const struct printing *printing)
{
    return print_pass(printing, 1, paired(printing));
}

static int print_backs(const struct printing *printing)
{
    int status = print_pass(printing, 2, paired(printing));
    if (status != 0 || printing->pages == paired(printing))
        return status;
    if (!printing->events)
        printf("page %u has no back and comes out last: put one behind each copy\n",
               printing->pages);
    return print_pass(printing, printing->pages, printing->pages);
}

static void print_instructions(const struct printing *printing, unsigned sheets)
{
    printf(
        "\nThe fronts of %u %s are printed. Now:\n"
        "  1. Take the sheets out and keep them in this order.\n"
        "  2. Turn the stack over and put it back so that the blank sides are printed, the first\n"
        "     sheet first, %s.\n",
        sheets, sheets == 1 ? "sheet" : "sheets",
        printing->duplex == DUPLEX_SHORT_EDGE ? "with the edge first that came out last"
                                              : "with the top edge first");
}

/* True when the person at the terminal wants the backs now. */
static bool wait_for_person(const struct printing *printing)
{
    unsigned sheets = paired(printing) / 2 * (unsigned)printing->copies;
    if (printing->events) {
        printf("turn\t%u\n", sheets);
        return false;
    }
    print_instructions(printing, sheets);
    if (!isatty(STDIN_FILENO)) {
        printf("  3. Print the backs: %s\n", printing->again);
        return false;
    }
    fputs("  3. Press Enter to print the backs (Ctrl-C: stop here).\n", stdout);
    fflush(stdout);
    for (int sign = getchar(); sign != '\n'; sign = getchar())
        if (sign == EOF)
            return false;
    return true;
}

static int print_all(const struct printing *printing)
{
    const struct pass whole = {.duplex = printing->duplex, .sides = printing->pages, .file = -1};
    int status = call_helper(printing, &whole);
    if (status != STATUS_ONE_SIDED)
        return status;
    status = print_fronts(printing);
    if (status != 0 || !(printing->check || wait_for_person(printing)))
        return status;
    return print_backs(printing);
}

/* What is left without a printer that this computer knows: the file, and how to print it. */
static int hand_over(const struct printing *printing)
{
    if (printing->events)
        return STATUS_ENVIRONMENT;
    printf("%s  print it with 'actual size': %s\n", printing->path, printing->advice);
    bool display = g_getenv("DISPLAY") || g_getenv("WAYLAND_DISPLAY");
    const char *const words[] = {"xdg-open", printing->path, NULL};
    g_autoptr(GSubprocess) opener =
        display && !printing->check ? g_subprocess_newv(words, 0, NULL) : NULL;
    return STATUS_ENVIRONMENT;
}

int printing_run(const struct printing *printing)
{
    int status = printing->side == PRINTING_FRONTS  ? print_fronts(printing)
                 : printing->side == PRINTING_BACKS ? print_backs(printing)
                                                    : print_all(printing);
    return status == STATUS_NO_PRINTER ? hand_over(printing) : status;
}
