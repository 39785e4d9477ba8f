/*
 * The plain words for what printers say of themselves. The keywords are those of RFC 8011 (5.4.12)
 * and PWG 5100.1; a printer may add "-error", "-warning" or "-report" to each.
 */
#include "printer/tell.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;  /* for programs */
    const char *words; /* for people; %s is the detail */
} events[EVENT_COUNT] = {
    [EVENT_PRINTER] = {"printer", "printer: %s"},
    [EVENT_READY] = {"ready", "the printer is ready"},
    [EVENT_REQUEST] = {"request", "  %s"},
    [EVENT_ONE_SIDED] = {"one-sided", "this printer prints one side at a time"},
    [EVENT_WAITING] = {"waiting", "waiting: %s"},
    [EVENT_SENT] = {"sent", "the printer has it (job %s)"},
    [EVENT_STATE] = {"state", "%s"},
    [EVENT_PRINTING] = {"printing", "it is being printed"},
    [EVENT_PRINTED] = {"printed", "printed"},
    [EVENT_CHECKED] = {"checked", "the printer would take this; nothing was sent"},
    [EVENT_CANCELED] = {"canceled", "told to stop: the job was taken back"},
    [EVENT_REFUSED] = {"refused", "not printed: %s"},
    [EVENT_UNCERTAIN] = {"uncertain",
                         "the printer tells nothing of the job any more: look whether it came "
                         "out, and print again what is missing"},
};

static const struct {
    const char *keyword, *words;
} reasons[] = {
    {"busy", "the printer is busy; this is tried again until it is not"},
    {"unreachable", "the printer does not answer: is it on, and its cable or network connected? "
                    "This is tried again until it is"},
    {"media-empty", "the paper is used up: fill some in, and it goes on by itself"},
    {"media-needed", "the right paper is not in the tray: put it in, and it goes on by itself"},
    {"media-jam", "paper is jammed: open the printer and take it out, then it goes on"},
    {"media-low", "the paper will soon be used up"},
    {"door-open", "a door of the printer is open: close it, and it goes on"},
    {"cover-open", "a cover of the printer is open: close it, and it goes on"},
    {"interlock-open", "a part of the printer is open: close it, and it goes on"},
    {"input-tray-missing", "a paper tray is missing or open: push it in, and it goes on"},
    {"output-tray-missing", "the tray for printed sheets is missing: put it in, and it goes on"},
    {"output-area-full", "the tray for printed sheets is full: empty it, and it goes on"},
    {"toner-empty", "the toner is used up: put a new cartridge in, and it goes on"},
    {"toner-low", "the toner will soon be used up"},
    {"marker-supply-empty", "the ink is used up: put a new cartridge in, and it goes on"},
    {"marker-supply-low", "the ink will soon be used up"},
    {"marker-waste-full", "the box for waste ink is full: have it changed, then it goes on"},
    {"fuser-over-temp", "the printer is too hot: it goes on when it has cooled"},
    {"fuser-under-temp", "the printer is warming up"},
    {"paused", "somebody has paused the printer: start it again, and it goes on"},
    {"moving-to-paused", "somebody has paused the printer: start it again, and it goes on"},
    {"offline", "the printer is off or not connected: turn it on, and it goes on"},
    {"shutdown", "the printer is off: turn it on, and it goes on"},
    {"connecting-to-device", "the printer is being called"},
    {"timed-out", "the printer does not answer: is it on, and its cable or network connected?"},
    {"spool-area-full", "the printer's memory is full: it goes on when other jobs are done"},
    {"job-held", "the job is held at the printer: have it released there"},
    {"stopped", "the printer has stopped: it says why on its own display"},
};

static bool for_programs;

void tell_events(void)
{
    for_programs = true;
}

/* NULL: none are known. */
static const char *words_of(const char *keyword)
{
    for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++)
        if (g_str_equal(reasons[i].keyword, keyword))
            return reasons[i].words;
    return NULL;
}

bool tell_knows(const char *keyword)
{
    return words_of(keyword);
}

/* What people read of it. Owned. */
static char *words_for(enum event event, const char *detail)
{
    bool is_keyword = event == EVENT_WAITING || event == EVENT_STATE;
    const char *told = is_keyword ? words_of(detail) : detail;
    g_auto(GStrv) around = g_strsplit(events[event].words, "%s", 2);
    return around[1] ? g_strconcat(around[0], told ? told : "", around[1], NULL)
                     : g_strdup(around[0]);
}

void tell(enum event event, const char *detail)
{
    static char *last;
    char *line = for_programs ? g_strdup_printf("%s\t%s", events[event].name, detail ? detail : "")
                              : words_for(event, detail);
    bool told = g_strcmp0(line, last) == 0;
    g_free(last);
    last = line;
    if (told)
        return;
    puts(line);
    fflush(stdout);
}

void tell_refusal(const char *keyword, const char *words)
{
    tell(EVENT_REFUSED, for_programs ? keyword : words);
}
