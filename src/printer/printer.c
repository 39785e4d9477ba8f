/*
 * Finding a printer and talking to it. Queues of CUPS are asked for at its own socket, so that
 * nothing goes over a network that need not; a printer that CUPS has seen on the network and has no
 * queue for yet gets one by being asked for.
 */
#include "printer/printer.h"

#include "base/stop.h"
#include "printer/tell.h"

#include <glib.h>
#include <string.h>

/* How long one try to connect may take, and how long printers on the network are looked for. [ms]
 */
#define CONNECT_MS 5000
#define SEARCH_MS  2000

/* While a printer says nothing, it is looked this often whether to go on; after so long that is
 * told. [s] */
#define LOOK_S   0.5
#define SILENT_S 10

/* All that there are, by rising names. */
struct dests {
    cups_dest_t *all;
    int count;
};

static int add_dest(void *user, unsigned flags, cups_dest_t *dest)
{
    struct dests *dests = user;
    if (flags & CUPS_DEST_FLAGS_REMOVED)
        dests->count = cupsRemoveDest(dest->name, dest->instance, dests->count, &dests->all);
    else
        dests->count = cupsCopyDest(dest, dests->count, &dests->all);
    return 1;
}

static const cups_dest_t *find_default(const struct dests *dests)
{
    for (int i = 0; i < dests->count; i++)
        if (dests->all[i].is_default)
            return &dests->all[i];
    return dests->count == 1 ? &dests->all[0] : NULL;
}

/* The one of that name, or the default one. NULL, told. */
static const cups_dest_t *choose(const struct dests *dests, const char *name)
{
    const cups_dest_t *dest =
        name ? cupsGetDest(name, NULL, dests->count, dests->all) : find_default(dests);
    if (dest)
        return dest;
    g_autoptr(GString) why = g_string_new(NULL);
    if (dests->count == 0)
        g_string_append(why, "this computer knows no printer: add one in its printer settings");
    else if (name)
        g_string_append_printf(why, "there is no printer '%s', there are", name);
    else
        g_string_append(why, "there is no default printer: say --printer with one of");
    for (int i = 0; i < dests->count; i++)
        g_string_append_printf(why, "%s '%s'", i ? "," : "", dests->all[i].name);
    tell_refusal("no-printer", why->str);
    return NULL;
}

/* From the parts of an address; false when it is none. */
static bool take_address(struct printer *printer, const char *uri)
{
    char scheme[32], user[64], host[256], resource[1024];
    int port;
    if (httpSeparateURI(HTTP_URI_CODING_ALL, uri, scheme, sizeof scheme, user, sizeof user, host,
                        sizeof host, &port, resource, sizeof resource) < HTTP_URI_STATUS_OK)
        return false;
    printer->uri = g_strdup(uri);
    printer->resource = g_strdup(resource);
    printer->host = g_strdup(host);
    printer->port = port;
    return true;
}

/* The address of the queue; of a printer that has none yet CUPS makes one. Owned; NULL: it cannot
 * be reached. */
static char *queue_address(const cups_dest_t *dest)
{
    const char *uri = cupsGetOption("printer-uri-supported", dest->num_options, dest->options);
    if (uri)
        return g_strdup(uri);
    char resource[1024];
    http_t *http = cupsConnectDest((cups_dest_t *)dest, CUPS_DEST_FLAGS_NONE, CONNECT_MS, NULL,
                                   resource, sizeof resource, NULL, NULL);
    httpClose(http);
    return http ? g_strdup_printf("ipp://localhost%s", resource) : NULL;
}

static bool take_queue(struct printer *printer, const cups_dest_t *dest)
{
    g_autofree char *uri = queue_address(dest);
    if (!uri || !take_address(printer, uri)) {
        tell_refusal("unreachable", "the printer does not answer: is it on, and connected?");
        return false;
    }
    g_free(printer->host);
    printer->host = g_strdup(cupsServer());
    printer->port = ippPort();
    printer->name = g_strdup(dest->name);
    return true;
}

static bool find_queue(struct printer *printer, const char *name)
{
    struct dests dests = {0};
    dests.count = cupsGetDests2(CUPS_HTTP_DEFAULT, &dests.all);
    if (name ? !cupsGetDest(name, NULL, dests.count, dests.all) : !find_default(&dests))
        cupsEnumDests(CUPS_DEST_FLAGS_NONE, SEARCH_MS, NULL, 0, 0, add_dest, &dests);
    const cups_dest_t *dest = choose(&dests, name);
    bool ok = dest && take_queue(printer, dest);
    cupsFreeDests(dests.count, dests.all);
    return ok;
}

static bool find_address(struct printer *printer, const char *uri)
{
    if (take_address(printer, uri))
        return true;
    g_autofree char *why = g_strdup_printf("'%s' is not the address of a printer", uri);
    tell_refusal("address", why);
    return false;
}

struct printer *printer_find(const char *name, int patience_s)
{
    struct printer *printer = g_new0(struct printer, 1);
    printer->patience_s = patience_s;
    bool is_address = name && (g_str_has_prefix(name, "ipp:") || g_str_has_prefix(name, "ipps:"));
    if (is_address ? find_address(printer, name) : find_queue(printer, name)) {
        if (printer->name)
            tell(EVENT_PRINTER, printer->name);
        return printer;
    }
    printer_free(printer);
    return NULL;
}

void printer_free(struct printer *printer)
{
    if (!printer)
        return;
    printer_disconnect(printer);
    g_free(printer->name);
    g_free(printer->uri);
    g_free(printer->resource);
    g_free(printer->host);
    g_free(printer);
}

/* A printer that says nothing is waited for until who prints asks to stop, or has no patience left.
 */
static int goes_on(http_t *http, void *user)
{
    struct printer *printer = user;
    (void)http;
    double silent_s = ++printer->silent * LOOK_S;
    if (silent_s >= SILENT_S)
        tell(EVENT_WAITING, "unreachable");
    return !stop_asked() && silent_s < printer->patience_s;
}

bool printer_connect(struct printer *printer)
{
    http_encryption_t encryption = g_str_has_prefix(printer->uri, "ipps:")
                                       ? HTTP_ENCRYPTION_ALWAYS
                                       : HTTP_ENCRYPTION_IF_REQUESTED;
    if (printer->http)
        return true;
    printer->http = httpConnect2(printer->host, printer->port, NULL, AF_UNSPEC, encryption, 1,
                                 CONNECT_MS, NULL);
    if (printer->http)
        httpSetTimeout(printer->http, LOOK_S, goes_on, printer);
    return printer->http;
}

void printer_disconnect(struct printer *printer)
{
    httpClose(printer->http);
    printer->http = NULL;
}

ipp_t *printer_request(const struct printer *printer, ipp_op_t operation)
{
    ipp_t *request = ippNewRequest(operation);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, printer->uri);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL,
                 cupsUser());
    return request;
}

ipp_t *printer_ask(struct printer *printer, ipp_t *request)
{
    if (!printer_connect(printer)) {
        ippDelete(request);
        return NULL;
    }
    printer->silent = 0;
    ipp_t *answer = cupsDoRequest(printer->http, request, printer->resource);
    if (!answer || cupsLastError() == IPP_STATUS_ERROR_INTERNAL)
        printer_disconnect(printer);
    return answer;
}

ipp_t *printer_attributes(struct printer *printer)
{
    static const char *const wanted[] = {"printer-description", "job-template", "media-col-ready"};
    ipp_t *request = printer_request(printer, IPP_OP_GET_PRINTER_ATTRIBUTES);
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  G_N_ELEMENTS(wanted), NULL, wanted);
    return printer_ask(printer, request);
}

/* On one line, in UTF-8. Owned; NULL: it is not given. */
static char *words_of(const ipp_t *able, const char *name)
{
    ipp_attribute_t *attribute = ippFindAttribute((ipp_t *)able, name, IPP_TAG_TEXT);
    const char *given = attribute ? ippGetString(attribute, 0, NULL) : NULL;
    g_autofree char *words = given ? g_utf8_make_valid(given, -1) : NULL;
    for (char *at = words; at && *at; at++)
        if (g_ascii_iscntrl(*at))
            *at = ' ';
    return words && *g_strstrip(words) ? g_steal_pointer(&words) : NULL;
}

char *printer_words(const ipp_t *able)
{
    g_autofree char *info = words_of(able, "printer-info");
    g_autofree char *model = words_of(able, "printer-make-and-model");
    g_autofree char *place = words_of(able, "printer-location");
    const char *name = info ? info : model;
    if (!name)
        return g_steal_pointer(&place);
    return place ? g_strdup_printf("%s (%s)", name, place) : g_strdup(name);
}
