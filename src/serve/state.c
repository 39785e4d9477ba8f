/*
 * The plain words of the desk for what its jobs tell.
 */
#include "serve/state.h"

/* What printers say, in plain words; the rest is said by what it is. */
static const struct {
    const char *event, *detail, *words;
} states[] = {
    {"waiting", "busy", "The printer is busy. Your handout waits and prints by itself."},
    {"waiting", "unreachable", "The printer does not answer. Is it on? Your handout waits."},
    {"state", "media-empty",
     "The printer has no paper. Put some in: your handout waits and prints by itself."},
    {"state", "media-needed",
     "The right paper is not in the printer. Put it in: your handout waits."},
    {"state", "media-jam", "Paper is jammed in the printer. Take it out: your handout waits."},
    {"state", "door-open", "The printer is open. Close it: your handout waits."},
    {"state", "cover-open", "The printer is open. Close it: your handout waits."},
    {"state", "output-area-full", "The printer's tray is full. Empty it: your handout waits."},
    {"state", "toner-empty", "The toner is used up. Your handout waits for a new cartridge."},
    {"state", "marker-supply-empty", "The ink is used up. Your handout waits for a new cartridge."},
    {"state", "paused", "Somebody has paused the printer. Your handout waits."},
    {"turn", NULL,
     "The fronts are printed. Take the sheets out, turn them over, put them back with the blank "
     "sides to be printed, then print the backs."},
    {"printed", NULL, "Printed. Take it from the printer."},
    {"canceled", NULL, "Stopped: nothing more comes out."},
    {"uncertain", NULL,
     "The printer was interrupted. Look at what came out, and print again what is missing."},
    {"refused", NULL,
     "Not printed. Try again; if that fails too, ask whoever looks after the desk."},
    {"idle", NULL, ""},
};

char *state_words(const struct jobs_state *state)
{
    for (size_t i = 0; i < G_N_ELEMENTS(states); i++)
        if (g_str_equal(states[i].event, state->event) &&
            (!states[i].detail || g_str_equal(states[i].detail, state->detail)))
            return g_str_equal(state->event, "refused") && *state->detail
                       ? g_strdup_printf("Not printed: %s.", state->detail)
                       : g_strdup(states[i].words);
    return g_strdup("Printing…");
}
