/*
 * What a helper tells in keywords, as printer/tell.h has them, in the words of the labels.
 */
#include "serve/state.h"

/* What keeps a printer from printing, in the keywords of IPP. */
static const struct {
    const char *keyword;
    enum label label;
} reasons[] = {
    {"busy", LABEL_PRINTER_BUSY},
    {"unreachable", LABEL_PRINTER_SILENT},
    {"timed-out", LABEL_PRINTER_SILENT},
    {"offline", LABEL_PRINTER_SILENT},
    {"shutdown", LABEL_PRINTER_SILENT},
    {"no-printer", LABEL_PRINTER_NONE},
    {"media-empty", LABEL_PRINTER_NO_PAPER},
    {"media-needed", LABEL_PRINTER_OTHER_PAPER},
    {"media-jam", LABEL_PRINTER_JAM},
    {"door-open", LABEL_PRINTER_OPEN},
    {"cover-open", LABEL_PRINTER_OPEN},
    {"interlock-open", LABEL_PRINTER_OPEN},
    {"input-tray-missing", LABEL_PRINTER_OPEN},
    {"output-tray-missing", LABEL_PRINTER_OPEN},
    {"output-area-full", LABEL_PRINTER_FULL},
    {"toner-empty", LABEL_PRINTER_NO_INK},
    {"marker-supply-empty", LABEL_PRINTER_NO_INK},
    {"paused", LABEL_PRINTER_PAUSED},
    {"moving-to-paused", LABEL_PRINTER_PAUSED},
    {"stopped", LABEL_PRINTER_STOPPED},
    {"marker-waste-full", LABEL_PRINTER_STOPPED},
    {"fuser-over-temp", LABEL_PRINTER_STOPPED},
    {"spool-area-full", LABEL_PRINTER_STOPPED},
    {"job-held", LABEL_PRINTER_STOPPED},
};

/* How a job ends; the first that fits. A detail of NULL fits any. */
static const struct {
    const char *event, *detail;
    enum label label;
} ends[] = {
    {"turn", NULL, LABEL_TURN_LEAD},
    {"printed", NULL, LABEL_DESK_PRINTED},
    {"canceled", NULL, LABEL_DESK_STOPPED},
    {"uncertain", NULL, LABEL_DESK_UNCERTAIN},
    {"refused", "canceled", LABEL_DESK_REFUSED_THERE},
    {"refused", "media", LABEL_DESK_REFUSED_PAPER},
    {"refused", "format", LABEL_DESK_REFUSED_SETUP},
    {"refused", "no-printer", LABEL_PRINTER_NONE},
    {"refused", NULL, LABEL_DESK_REFUSED},
};

/* NULL: it keeps no printer from printing. */
static const char *words_of_reason(const char *keyword, const struct labels *labels)
{
    for (size_t i = 0; i < G_N_ELEMENTS(reasons); i++)
        if (g_str_equal(reasons[i].keyword, keyword))
            return labels_get(labels, reasons[i].label);
    return NULL;
}

struct state_words state_of_job(const struct jobs_state *state, const struct labels *labels)
{
    if (g_str_equal(state->event, "idle"))
        return (struct state_words){0};
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_equal(ends[i].event, state->event) &&
            (!ends[i].detail || g_str_equal(ends[i].detail, state->detail)))
            return (struct state_words){.what = labels_get(labels, ends[i].label),
                                        .keeps = g_str_equal(state->event, "refused")};
    const char *reason = words_of_reason(state->detail, labels);
    if (!reason)
        return (struct state_words){.what = labels_get(labels, LABEL_DESK_PRINTING)};
    return (struct state_words){
        .what = reason, .then = labels_get(labels, LABEL_DESK_WAITS), .keeps = true};
}

struct state_words state_now(const struct jobs_state *job, const struct look_state *printer,
                             const struct labels *labels)
{
    struct state_words words = state_of_job(job, labels);
    return job->busy && words.keeps ? words : state_of_printer(printer, labels);
}

struct state_words state_of_printer(const struct look_state *state, const struct labels *labels)
{
    const char *reason = words_of_reason(state->keyword, labels);
    if (reason)
        return (struct state_words){.what = reason, .keeps = !g_str_equal(state->keyword, "busy")};
    if (g_str_equal(state->keyword, "ready"))
        return (struct state_words){.what = labels_get(labels, LABEL_PRINTER_READY)};
    return (struct state_words){0};
}
