/*
 * A job's way: made at the printer (Create-Job), given its file (Send-Document), looked after until
 * it is done. In two steps, because what fails between them is known: a job without its file prints
 * nothing, and a job that has its file has a number to ask for. So a job is sent anew only when the
 * printer cannot have had the whole file; when it has and then knows nothing of the job, a person
 * has to look.
 */
#include "printer/job.h"

#include "base/stop.h"
#include "printer/able.h"
#include "printer/tell.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Between two looks at a job or two tries to have it taken. [ms] */
#define PAUSE_MS 500

/* After so many looks a job that is stopped at a printer that is not will stay so: CUPS leaves one
 * like that when a filter of its own has failed. */
#define MOST_HALTED 10

/* The longest name that a printer takes (RFC 8011, 5.1.3). [bytes] */
#define MOST_NAME 255

#define PDF "application/pdf"

struct way {
    struct printer *printer;
    const ipp_t *able;
    const struct ticket *ticket;
    int wait_s;
    gint64 since; /* [us, monotonic] when it began to wait; 0: it does not */
    int id;       /* of the job at the printer */
    int before;   /* copies that jobs before this one were for */
    int halted;   /* looks in a row at which it was stopped and the printer ready for others */
    bool whole;   /* the printer may have the whole file */
};

/* What is known of a job, or of a step of its way. */
enum fate {
    FATE_GOOD,  /* taken, or printed */
    FATE_AGAIN, /* nothing of it can come out: try anew */
    FATE_OVER,  /* it will not be printed, and why was told */
};

struct look {
    bool reached, known;
    ipp_jstate_t state;
    int impressions; /* sides that have come out */
};

/* Waits for a moment; false, told, when that has lasted too long or we were told to stop. What has
 * its whole file may come out all the same, when the printer is on again. */
static bool wait_more(struct way *way, const char *keyword)
{
    gint64 now = g_get_monotonic_time();
    way->since = way->since ? way->since : now;
    tell(EVENT_WAITING, keyword);
    for (int ms = 0; ms < PAUSE_MS && !stop_asked(); ms += 50)
        g_usleep(50 * 1000);
    if (!stop_asked() && now - way->since < (gint64)way->wait_s * G_USEC_PER_SEC)
        return true;
    if (stop_asked() || way->whole) {
        tell(way->whole ? EVENT_UNCERTAIN : EVENT_CANCELED, NULL);
        return false;
    }
    g_autofree char *why = g_strdup_printf("the printer has not taken it within %d s", way->wait_s);
    tell_refusal("timed-out", why);
    return false;
}

/* What passes by itself, as RFC 8011 (appendix B) says. */
static bool is_passing(ipp_status_t status)
{
    return status == IPP_STATUS_ERROR_BUSY || status == IPP_STATUS_ERROR_SERVICE_UNAVAILABLE ||
           status == IPP_STATUS_ERROR_TEMPORARY || status == IPP_STATUS_ERROR_DEVICE ||
           status == IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS ||
           status == IPP_STATUS_ERROR_PRINTER_IS_DEACTIVATED ||
           status == IPP_STATUS_ERROR_TOO_MANY_JOBS || status == IPP_STATUS_ERROR_TIMEOUT;
}

/* Until somebody at the printer or its queue lets it. */
static bool takes_no_jobs(ipp_status_t status)
{
    return status == IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS ||
           status == IPP_STATUS_ERROR_PRINTER_IS_DEACTIVATED;
}

static bool is_good(ipp_status_t status)
{
    return status <= IPP_STATUS_OK_EVENTS_COMPLETE;
}

/* What an answer means; NULL: there was none. Takes it. */
static enum fate judge(struct way *way, ipp_t *answer)
{
    ipp_status_t status = answer ? ippGetStatusCode(answer) : IPP_STATUS_ERROR_SERVICE_UNAVAILABLE;
    const char *keyword = !answer ? "unreachable" : takes_no_jobs(status) ? "paused" : "busy";
    ippDelete(answer);
    if (is_good(status))
        return FATE_GOOD;
    if (is_passing(status))
        return wait_more(way, keyword) ? FATE_AGAIN : FATE_OVER;
    g_autofree char *why = g_strdup_printf("the printer refuses it (%s)", ippErrorString(status));
    tell_refusal("status", why);
    return FATE_OVER;
}

/* The title under that name, as far as printers take one, in whole characters. */
static void add_title(ipp_t *request, const char *name, const char *title)
{
    size_t length = strlen(title);
    if (length > MOST_NAME) {
        length = MOST_NAME;
        while (length > 0 && ((unsigned char)title[length] & 0xC0) == 0x80)
            length--;
    }
    g_autofree char *taken = g_strndup(title, length);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, name, NULL, taken);
}

static ipp_t *job_request(const struct way *way, ipp_op_t operation)
{
    ipp_t *request = printer_request(way->printer, operation);
    add_title(request, "job-name", way->ticket->title);
    if (operation == IPP_OP_VALIDATE_JOB) /* else it comes with the file */
        ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", NULL, PDF);
    able_add(way->able, way->ticket, request);
    return request;
}

/* Sets the job's number. */
static enum fate create(struct way *way)
{
    ipp_t *answer = printer_ask(way->printer, job_request(way, IPP_OP_CREATE_JOB));
    ipp_attribute_t *id = answer ? ippFindAttribute(answer, "job-id", IPP_TAG_INTEGER) : NULL;
    way->id = id ? ippGetInteger(id, 0) : 0;
    way->whole = false;
    way->halted = 0;
    return judge(way, answer);
}

static ipp_t *request_of_job(const struct way *way, ipp_op_t operation)
{
    ipp_t *request = printer_request(way->printer, operation);
    ippAddInteger(request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", way->id);
    return request;
}

/* All bytes of the file, behind the request that has been sent. */
static bool write_file(http_t *http, FILE *file)
{
    char buffer[65536];
    size_t n;
    while ((n = fread(buffer, 1, sizeof buffer, file)) > 0)
        if (cupsWriteRequestData(http, buffer, n) != HTTP_STATUS_CONTINUE)
            return false;
    return !ferror(file);
}

static enum fate send_open(struct way *way, FILE *file)
{
    struct printer *printer = way->printer;
    struct stat status;
    printer->silent = 0;
    if (!printer_connect(printer) || fstat(fileno(file), &status) != 0)
        return FATE_AGAIN;
    ipp_t *request = request_of_job(way, IPP_OP_SEND_DOCUMENT);
    add_title(request, "document-name", way->ticket->title);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", NULL, PDF);
    ippAddBoolean(request, IPP_TAG_OPERATION, "last-document", 1);
    size_t length = ippLength(request) + (size_t)status.st_size;
    bool sent =
        cupsSendRequest(printer->http, request, printer->resource, length) == HTTP_STATUS_CONTINUE;
    way->whole = sent && write_file(printer->http, file);
    ippDelete(request);
    ipp_t *answer = way->whole ? cupsGetResponse(printer->http, printer->resource) : NULL;
    if (!answer) {
        printer_disconnect(printer);
        return FATE_AGAIN;
    }
    way->whole = is_good(ippGetStatusCode(answer)); /* or it has refused the file */
    return judge(way, answer);
}

/* Gives the job its file. Not good: how much of it the printer has is for `whole` to say. */
static enum fate send_file(struct way *way)
{
    FILE *file = fopen(way->ticket->file, "rb");
    if (!file) {
        g_autofree char *why = g_strdup_printf("'%s' cannot be read", way->ticket->file);
        tell_refusal("file", why);
        return FATE_OVER;
    }
    enum fate fate = send_open(way, file);
    fclose(file);
    return fate;
}

static int integer(ipp_t *answer, const char *name, ipp_tag_t kind)
{
    ipp_attribute_t *attribute = answer ? ippFindAttribute(answer, name, kind) : NULL;
    return attribute ? ippGetInteger(attribute, 0) : 0;
}

static struct look look_at(struct way *way)
{
    static const char *const wanted[] = {"job-state", "job-impressions-completed"};
    ipp_t *request = request_of_job(way, IPP_OP_GET_JOB_ATTRIBUTES);
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  G_N_ELEMENTS(wanted), NULL, wanted);
    ipp_t *answer = printer_ask(way->printer, request);
    struct look look = {
        .reached = answer && !is_passing(ippGetStatusCode(answer)),
        .known = answer && is_good(ippGetStatusCode(answer)),
        .state = (ipp_jstate_t)integer(answer, "job-state", IPP_TAG_ENUM),
        .impressions = integer(answer, "job-impressions-completed", IPP_TAG_INTEGER),
    };
    ippDelete(answer);
    return look;
}

/* True when the printer has taken it back. */
static bool cancel(struct way *way)
{
    ipp_t *answer = printer_ask(way->printer, request_of_job(way, IPP_OP_CANCEL_JOB));
    bool good = answer && is_good(ippGetStatusCode(answer));
    ippDelete(answer);
    return good;
}

/* A reason of the printer's without what it adds to it; `light`: it prints all the same. One that
 * nobody has words for counts as that it has stopped. Owned; NULL: it says nothing of printing. */
static char *bare_reason(const char *reason, bool *light)
{
    static const char *const ends[] = {"-error", "-warning", "-report"};
    g_autofree char *keyword = g_strdup(reason);
    *light = g_str_has_suffix(reason, "-warning") || g_str_has_suffix(reason, "-report");
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_suffix(keyword, ends[i]))
            keyword[strlen(keyword) - strlen(ends[i])] = '\0';
    if (g_str_equal(keyword, "none") || g_str_has_prefix(keyword, "cups-"))
        return NULL;
    if (tell_knows(keyword))
        return g_steal_pointer(&keyword);
    return g_str_has_suffix(reason, "-error") ? g_strdup("stopped") : NULL;
}

/* What keeps the printer from printing: the first that does, else the first warning, so that of
 * several one is told and told once; false: it says nothing. While it prints nothing (`idle`) a
 * warning is of no weight. */
static bool tell_reasons(ipp_t *answer, bool idle)
{
    ipp_attribute_t *reasons =
        answer ? ippFindAttribute(answer, "printer-state-reasons", IPP_TAG_KEYWORD) : NULL;
    g_autofree char *most = NULL;
    bool most_light = true;
    for (int i = 0; reasons && i < ippGetCount(reasons); i++) {
        bool light;
        g_autofree char *keyword = bare_reason(ippGetString(reasons, i, NULL), &light);
        if (!keyword || (idle && light) || (most && (light || !most_light)))
            continue;
        g_free(most);
        most = g_steal_pointer(&keyword);
        most_light = light;
    }
    if (most)
        tell(EVENT_STATE, most);
    return most;
}

/* Which of several copies comes out, by the sides that have: "1/2". Owned; NULL: nobody knows. */
static char *copy_of(const struct way *way, int impressions)
{
    const struct ticket *ticket = way->ticket;
    if (ticket->copies < 2 || ticket->impressions < 1 || (impressions < 1 && way->before == 0))
        return NULL;
    int copy = way->before + impressions / ticket->impressions + 1;
    return g_strdup_printf("%d/%d", MIN(copy, ticket->copies), ticket->copies);
}

static void tell_state(struct way *way, const struct look *look)
{
    ipp_jstate_t state = look->state;
    g_autofree char *copy = copy_of(way, look->impressions);
    ipp_t *answer = printer_attributes(way->printer);
    bool told = tell_reasons(answer, false);
    if (!told && state == IPP_JSTATE_STOPPED)
        tell(EVENT_STATE, "stopped");
    else if (!told && state == IPP_JSTATE_PROCESSING)
        tell(EVENT_PRINTING, copy);
    bool ready = !told && integer(answer, "printer-state", IPP_TAG_ENUM) == IPP_PSTATE_IDLE;
    way->halted = ready && state == IPP_JSTATE_STOPPED ? way->halted + 1 : 0;
    ippDelete(answer);
}

void job_look(struct printer *printer)
{
    ipp_t *answer = printer_attributes(printer);
    bool good = answer && is_good(ippGetStatusCode(answer));
    ipp_pstate_t state = (ipp_pstate_t)integer(answer, "printer-state", IPP_TAG_ENUM);
    g_autofree char *words = good ? printer_words(answer) : NULL;
    if (words)
        tell(EVENT_PRINTER, words);
    if (good && !able_turns(answer))
        tell(EVENT_ONE_SIDED, NULL);
    bool told = good && tell_reasons(answer, state != IPP_PSTATE_STOPPED);
    if (!good)
        tell(EVENT_WAITING, "unreachable");
    else if (state == IPP_PSTATE_STOPPED && !told)
        tell(EVENT_STATE, "stopped");
    else if (state == IPP_PSTATE_PROCESSING && !told)
        tell(EVENT_WAITING, "busy");
    else if (!told)
        tell(EVENT_READY, NULL);
    ippDelete(answer);
}

/* The printer knows the job no more, or has ended it. */
static enum fate end_badly(struct way *way, const struct look *look)
{
    if (look->impressions == 0 && !way->whole)
        return wait_more(way, "busy") ? FATE_AGAIN : FATE_OVER;
    if (look->known && look->state == IPP_JSTATE_CANCELED)
        tell_refusal("canceled", "somebody has canceled it at the printer");
    else if (look->known && look->impressions == 0)
        tell_refusal("gave-up", "the printer has given up on it");
    else
        tell(EVENT_UNCERTAIN, NULL);
    return FATE_OVER;
}

static enum fate stop_job(struct way *way)
{
    bool back = cancel(way) || !way->whole;
    tell(back ? EVENT_CANCELED : EVENT_UNCERTAIN, NULL);
    return FATE_OVER;
}

/* Looks after the job until it is done. */
static enum fate follow(struct way *way)
{
    for (;;) {
        if (stop_asked())
            return stop_job(way);
        struct look look = look_at(way);
        if (!look.reached) {
            if (!wait_more(way, "unreachable"))
                return FATE_OVER;
            continue;
        }
        if (way->whole) /* else every try that fails counts */
            way->since = 0;
        if (look.known && look.state == IPP_JSTATE_COMPLETED)
            return FATE_GOOD;
        if (look.known && !way->whole)
            cancel(way);
        if (!look.known || look.state > IPP_JSTATE_STOPPED || !way->whole)
            return end_badly(way, &look);
        tell_state(way, &look);
        if (way->halted == MOST_HALTED) {
            cancel(way);
            return end_badly(way, &look);
        }
        g_usleep(PAUSE_MS * 1000);
    }
}

/* One try. */
static enum fate try_once(struct way *way)
{
    enum fate fate = create(way);
    if (fate != FATE_GOOD)
        return fate;
    fate = send_file(way);
    if (fate == FATE_GOOD) {
        g_autofree char *number = g_strdup_printf("%d", way->id);
        tell(EVENT_SENT, number);
    }
    if (fate != FATE_OVER)
        return follow(way);
    cancel(way);
    return fate;
}

bool job_print(struct printer *printer, const ipp_t *able, const struct ticket *ticket, int wait_s)
{
    struct way way = {.printer = printer, .able = able, .ticket = ticket, .wait_s = wait_s};
    int jobs = able_jobs(able, ticket);
    for (; way.before < jobs; way.before++) {
        enum fate fate;
        do
            fate = try_once(&way);
        while (fate == FATE_AGAIN);
        if (fate != FATE_GOOD)
            return false;
    }
    tell(EVENT_PRINTED, NULL);
    return true;
}

bool job_check(struct printer *printer, const ipp_t *able, const struct ticket *ticket)
{
    struct way way = {.printer = printer, .able = able, .ticket = ticket};
    ipp_t *request = job_request(&way, IPP_OP_VALIDATE_JOB);
    for (ipp_attribute_t *at = ippFirstAttribute(request); at; at = ippNextAttribute(request)) {
        char value[256];
        if (ippGetGroupTag(at) != IPP_TAG_JOB)
            continue;
        ippAttributeString(at, value, sizeof value);
        g_autofree char *line = g_strdup_printf("%s=%s", ippGetName(at), value);
        tell(EVENT_REQUEST, line);
    }
    if (judge(&way, printer_ask(printer, request)) != FATE_GOOD)
        return false;
    tell(EVENT_CHECKED, NULL);
    return true;
}
