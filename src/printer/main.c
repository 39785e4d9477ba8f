/*
 * The program that prints one file on one printer and tells how it goes. It stands beside the main
 * program, which starts it, because it needs libcups, and nothing else that the main program does
 * shall wait for that to be loaded.
 *
 * Ends with STATUS_ENVIRONMENT where nothing was printed, or as base/status.h has it of printers.
 */
#include "base/no_memory.h"
#include "base/status.h"
#include "base/stop.h"
#include "printer/able.h"
#include "printer/job.h"
#include "printer/tell.h"

#include <glib.h>
#include <locale.h>
#include <stdio.h>

/* How long a printer that is busy or off is waited for unless something else is said. [s] */
#define WAIT_S 600

/* How long one is waited for that is only looked at. [s] */
#define LOOK_PATIENCE_S 10

struct arguments {
    char *printer, *title, *sides, *media, *pages, *finishings;
    int copies, impressions, wait_s;
    gboolean check, events, look;
    char **files;
};

static struct arguments given = {.copies = 1, .wait_s = WAIT_S};

static const GOptionEntry options[] = {
    {"printer", 0, 0, G_OPTION_ARG_STRING, &given.printer, "its name or ipp: address", "NAME"},
    {"title", 0, 0, G_OPTION_ARG_STRING, &given.title, "what the job is called", "WORDS"},
    {"sides", 0, 0, G_OPTION_ARG_STRING, &given.sides, "as IPP names them", "SIDES"},
    {"media", 0, 0, G_OPTION_ARG_STRING, &given.media, "the paper, as IPP names it", "MEDIA"},
    {"pages", 0, 0, G_OPTION_ARG_STRING, &given.pages, "only these", "N,N"},
    {"finishings", 0, 0, G_OPTION_ARG_STRING, &given.finishings, "where it has them", "NAME,NAME"},
    {"copies", 0, 0, G_OPTION_ARG_INT, &given.copies, "how many", "N"},
    {"impressions", 0, 0, G_OPTION_ARG_INT, &given.impressions, "sides of one copy", "N"},
    {"wait", 0, 0, G_OPTION_ARG_INT, &given.wait_s, "for a printer that is busy or off", "SECONDS"},
    {"check", 0, 0, G_OPTION_ARG_NONE, &given.check, "show the request, send nothing", NULL},
    {"look", 0, 0, G_OPTION_ARG_NONE, &given.look, "tell how the printer is, print nothing", NULL},
    {"events", 0, 0, G_OPTION_ARG_NONE, &given.events, "tell in lines for programs", NULL},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.files, NULL, "FILE"},
    {0},
};

/* With what the printer says of itself. */
static int print_able(struct printer *printer, const ipp_t *able, const struct ticket *ticket)
{
    const char *keyword;
    g_autofree char *why = able_refuse(able, ticket, &keyword);
    if (why) {
        tell_refusal(keyword, why);
        return STATUS_ENVIRONMENT;
    }
    if (able_is_one_sided(able, ticket)) {
        tell(EVENT_ONE_SIDED, NULL);
        return STATUS_ONE_SIDED;
    }
    bool ok = given.check ? job_check(printer, able, ticket)
                          : job_print(printer, able, ticket, given.wait_s);
    return ok ? STATUS_OK : STATUS_ENVIRONMENT;
}

/* Asks until it answers, for as long as it may be waited for. */
static ipp_t *ask_patiently(struct printer *printer)
{
    gint64 end = g_get_monotonic_time() + (gint64)given.wait_s * G_USEC_PER_SEC;
    while (!stop_asked()) {
        ipp_t *able = printer_attributes(printer);
        if (able && ippGetStatusCode(able) <= IPP_STATUS_OK_EVENTS_COMPLETE)
            return able;
        ippDelete(able);
        if (given.check || g_get_monotonic_time() >= end)
            break;
        tell(EVENT_WAITING, "unreachable");
        g_usleep(500 * 1000);
    }
    if (stop_asked())
        tell(EVENT_CANCELED, NULL);
    else
        tell_refusal("unreachable", "the printer does not answer: is it on, and connected?");
    return NULL;
}

static int print(const struct ticket *ticket)
{
    struct printer *printer = printer_find(given.printer, given.wait_s);
    if (!printer)
        return given.printer ? STATUS_ENVIRONMENT : STATUS_NO_PRINTER;
    ipp_t *able = ask_patiently(printer);
    bool no_choice = able && ticket->pages && !able_chooses_pages(able);
    g_autofree char *words = able && !no_choice && !printer->name ? printer_words(able) : NULL;
    if (words)
        tell(EVENT_PRINTER, words);
    int status = !able       ? STATUS_ENVIRONMENT
                 : no_choice ? STATUS_NO_CHOICE
                             : print_able(printer, able, ticket);
    ippDelete(able);
    printer_free(printer);
    return status;
}

/* How the printer is, whatever there is to print. */
static int look(void)
{
    struct printer *printer = printer_find(given.printer, LOOK_PATIENCE_S);
    if (!printer)
        return STATUS_NO_PRINTER;
    job_look(printer);
    printer_free(printer);
    return STATUS_OK;
}

int main(int argc, char **argv)
{
    no_memory_settle();
    setlocale(LC_ALL, "C.UTF-8"); /* words of the command line are UTF-8, whatever else is set */
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_autoptr(GError) error = NULL;
    g_option_context_add_main_entries(context, options, NULL);
    bool parsed = g_option_context_parse(context, &argc, &argv, &error);
    if (given.events)
        tell_events();
    if (parsed && given.look)
        return look();
    if (!parsed || !given.files || given.files[1] || !given.sides || !given.media ||
        given.copies < 1) {
        fprintf(stderr, "handout-print: %s\n",
                error ? error->message : "say --sides, --media and one file");
        return STATUS_USAGE;
    }
    g_auto(GStrv) finishings = g_strsplit(given.finishings ? given.finishings : "", ",", -1);
    const struct ticket ticket = {.file = given.files[0],
                                  .title = given.title ? given.title : given.files[0],
                                  .sides = given.sides,
                                  .media = given.media,
                                  .pages = given.pages,
                                  .finishings = finishings,
                                  .copies = given.copies,
                                  .impressions = given.impressions};
    stop_listen();
    return print(&ticket);
}
