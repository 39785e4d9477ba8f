/*
 * The front desk's server: a page on 127.0.0.1, the builds of `handout watch` behind it, and one
 * print job at a time. It stands beside the main program, which starts it, because it needs
 * libsoup. Nothing of a request is kept, and no request names a file: what it names is looked up.
 */
#include "base/child.h"
#include "base/no_memory.h"
#include "base/status.h"
#include "serve/answer.h"
#include "serve/door.h"
#include "serve/folder.h"
#include "serve/jobs.h"
#include "serve/look.h"
#include "serve/offers.h"
#include "serve/page.h"
#include "serve/picture.h"
#include "serve/tongue.h"

#include <gio/gio.h>
#include <glib-unix.h>
#include <libsoup/soup.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define MOST_COPIES 99

struct desk {
    char *program, *content, *out, *fonts, *printer, *report, *labels;
    int port;
    gboolean open;
    struct door *door;
    struct jobs *jobs;
    struct look *look;
    GPtrArray *tongues;
    SoupServer *server;
    GSubprocess *watch;
    GMainLoop *loop;
    bool stopped; /* by a signal, as staff end it */
};

static struct desk desk;

enum listening { LISTENING_NOT, LISTENING_HERE, LISTENING_ELSEWHERE };

static const GOptionEntry options[] = {
    {"program", 0, 0, G_OPTION_ARG_FILENAME, &desk.program, "the main program", "FILE"},
    {"content", 0, 0, G_OPTION_ARG_FILENAME, &desk.content, "the clinic's words", "DIR"},
    {"out", 0, 0, G_OPTION_ARG_FILENAME, &desk.out, "what is made of them", "DIR"},
    {"fonts", 0, 0, G_OPTION_ARG_FILENAME, &desk.fonts, "the font set", "FILE"},
    {"printer", 0, 0, G_OPTION_ARG_STRING, &desk.printer, "its name or ipp: address", "NAME"},
    {"open", 0, 0, G_OPTION_ARG_NONE, &desk.open, "open the page in the browser", NULL},
    {"port", 0, 0, G_OPTION_ARG_INT, &desk.port, "of 127.0.0.1; 0: any that is free", "N"},
    {0},
};

/* Our pages load our own style and script alone, stand in no frame and send forms to us alone. */
#define POLICY                                                                                     \
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "                \
    "img-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri "      \
    "'none'"

static const char *value_of(GHashTable *form, const char *name)
{
    return form ? g_hash_table_lookup(form, name) : NULL;
}

static int copies_of(GHashTable *form)
{
    const char *text = value_of(form, "copies");
    return CLAMP(text ? atoi(text) : 1, 1, MOST_COPIES);
}

/* What changes with each build, job and with the printer: the page asks for it to know when it is
 * out of date. Owned. */
static char *build_mark(void)
{
    struct stat status = {0};
    stat(desk.report, &status);
    return g_strdup_printf("%lld.%09ld.%lld.%lld.%s", (long long)status.st_mtim.tv_sec,
                           status.st_mtim.tv_nsec, (long long)status.st_size,
                           (long long)jobs_ended(desk.jobs), look_state(desk.look).keyword);
}

/* In the language that somebody asked for, or that the browser does. */
static struct labels *words_of(SoupServerMessage *message, GHashTable *form,
                               const struct offers *offers)
{
    SoupMessageHeaders *headers = soup_server_message_get_request_headers(message);
    return tongue_choose(desk.labels, value_of(form, "words"),
                         soup_message_headers_get_list(headers, "Accept-Language"),
                         offers_usual_lang(offers));
}

static struct page_choice choice_of(GHashTable *form)
{
    const char *query = value_of(form, "q");
    return (struct page_choice){.query = query ? query : "",
                                .topic = value_of(form, "topic"),
                                .lang = value_of(form, "lang"),
                                .form = value_of(form, "form"),
                                .words = value_of(form, "words"),
                                .copies = copies_of(form)};
}

static void answer_page(SoupServerMessage *message, GHashTable *form)
{
    struct offers *offers = offers_read(desk.report, desk.content);
    struct labels *labels = words_of(message, form, offers);
    g_autofree char *clinic = folder_clinic(desk.content);
    g_autofree char *build = build_mark();
    look_again(desk.look);
    const struct page_view view = {.offers = offers,
                                   .jobs = desk.jobs,
                                   .labels = labels,
                                   .tongues = desk.tongues,
                                   .clinic = clinic,
                                   .token = door_token(desk.door),
                                   .build = build,
                                   .printer = look_state(desk.look),
                                   .choice = choice_of(form)};
    char *html = page_write(&view);
    soup_message_headers_replace(soup_server_message_get_response_headers(message),
                                 "Content-Security-Policy", POLICY);
    soup_server_message_set_status(message, SOUP_STATUS_OK, NULL);
    soup_server_message_set_response(message, "text/html; charset=utf-8", SOUP_MEMORY_TAKE, html,
                                     strlen(html));
    labels_free(labels);
    offers_free(offers);
}

static void answer_offer(SoupServerMessage *message, GHashTable *form)
{
    struct offers *offers = offers_read(desk.report, desk.content);
    const struct offer *offer = offers_find(offers, value_of(form, "name"));
    const struct offer_form *found = offer ? offer_form(offer, value_of(form, "form")) : NULL;
    answer_file(message, found ? found->path : NULL);
    offers_free(offers);
}

static void answer_picture(SoupServerMessage *message, GHashTable *form)
{
    const char *const words[] = {desk.program, "print",   "--content", desk.content,    "--out",
                                 desk.out,     "--fonts", desk.fonts,  "--past-review", NULL};
    struct offers *offers = offers_read(desk.report, desk.content);
    const struct offer *offer = offers_find(offers, value_of(form, "name"));
    const struct offer_form *found = offer ? offer_form(offer, value_of(form, "form")) : NULL;
    const char *text = value_of(form, "page");
    guint64 page = 0;
    if (found && found->sheets > 0 && text &&
        g_ascii_string_to_unsigned(text, 10, 1, found->pages, &page, NULL))
        picture_answer(message, words, offer->name, found->form, (int)page);
    else
        door_answer(message, SOUP_STATUS_NOT_FOUND);
    offers_free(offers);
}

/* A page for the web that the last build has made, or a file that such a page leads to: by its name
 * alone, which is looked up. True when the path is of that kind. */
static bool answer_made(SoupServerMessage *message, const char *path)
{
    static const char *const folders[] = {"/web/files/", "/web/", "/print/", "/braille/"};
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        if (!g_str_has_prefix(path, folders[i]))
            continue;
        struct offers *offers = offers_read(desk.report, desk.content);
        const char *found = offers_file(offers, path + strlen(folders[i]));
        answer_file(message, found);
        offers_free(offers);
        return true;
    }
    return false;
}

static void answer_build(SoupServerMessage *message)
{
    look_again(desk.look);
    char *text = build_mark();
    g_autoptr(GBytes) bytes = g_bytes_new_take(text, strlen(text));
    answer_bytes(message, "text/plain", bytes);
}

/* By which one who opens the desk anew knows that it is this one. */
static void answer_sign(SoupServerMessage *message)
{
    char *sign = folder_sign(desk.content);
    g_autoptr(GBytes) bytes = g_bytes_new_take(sign, strlen(sign));
    answer_bytes(message, "text/plain", bytes);
}

/* Back to the page, with what was chosen. */
static void see_page(SoupServerMessage *message, GHashTable *form)
{
    const struct page_choice choice = choice_of(form);
    g_autofree char *place = page_address(&choice);
    soup_server_message_set_redirect(message, SOUP_STATUS_SEE_OTHER, place);
}

/* Past its review date only when whoever asks says that they have asked, too. */
static bool may_print(const struct offer *offer, GHashTable *form)
{
    return !offer->past_review || g_strcmp0(value_of(form, "asked"), offer->name) == 0;
}

static void print_chosen(GHashTable *form)
{
    struct offers *offers = offers_read(desk.report, desk.content);
    const struct offer *offer =
        offers_of_topic(offers, value_of(form, "topic"), value_of(form, "lang"));
    const char *wanted = value_of(form, "form");
    const struct offer_form *found = offer && wanted ? offer_form(offer, wanted) : NULL;
    if (found && found->sheets > 0 && may_print(offer, form))
        jobs_add(desk.jobs, offer->name, wanted, copies_of(form), false);
    offers_free(offers);
}

static const struct job *find_recent(const char *key)
{
    const GPtrArray *recent = jobs_recent(desk.jobs);
    for (guint i = 0; i < recent->len; i++) {
        g_autofree char *its = job_key(recent->pdata[i]);
        if (g_strcmp0(its, key) == 0)
            return recent->pdata[i];
    }
    return NULL;
}

static void print_again(GHashTable *form)
{
    const struct job *job = find_recent(value_of(form, "again"));
    struct offers *offers = job ? offers_read(desk.report, desk.content) : NULL;
    const struct offer *offer = job ? offers_find(offers, job->name) : NULL;
    if (offer && may_print(offer, form))
        jobs_add(desk.jobs, job->name, job->form, job->copies, false);
    offers_free(offers);
}

static void print_backs(void)
{
    struct jobs_state state = jobs_state(desk.jobs);
    if (g_str_equal(state.event, "turn"))
        jobs_add(desk.jobs, state.job->name, state.job->form, state.job->copies, true);
}

/* What only our own page may ask. */
static void change(SoupServerMessage *message, const char *path)
{
    SoupMessageBody *body = soup_server_message_get_request_body(message);
    g_autoptr(GBytes) bytes = soup_message_body_flatten(body);
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_autofree char *text = g_strndup(data ? data : "", size);
    g_autoptr(GHashTable) form = soup_form_decode(text);
    if (!door_knows(desk.door, form)) {
        door_answer(message, SOUP_STATUS_FORBIDDEN);
        return;
    }
    if (g_str_equal(path, "/print"))
        print_chosen(form);
    else if (g_str_equal(path, "/again"))
        print_again(form);
    else if (g_str_equal(path, "/backs"))
        print_backs();
    else if (g_str_equal(path, "/stop"))
        jobs_stop(desk.jobs);
    else {
        door_answer(message, SOUP_STATUS_NOT_FOUND);
        return;
    }
    see_page(message, form);
}

static void answer_own(SoupServerMessage *message, const char *type, const char *resource)
{
    g_autoptr(GBytes) bytes = g_resources_lookup_data(resource, 0, NULL);
    answer_bytes(message, type, bytes);
}

static void answer(SoupServer *server, SoupServerMessage *message, const char *path,
                   GHashTable *query, gpointer user)
{
    (void)server, (void)user;
    answer_headers(message);
    if (door_refuses(desk.door, message))
        return;
    if (g_str_equal(soup_server_message_get_method(message), "POST"))
        change(message, path);
    else if (g_str_equal(path, "/"))
        answer_page(message, query);
    else if (g_str_equal(path, "/desk.css"))
        answer_own(message, "text/css", "/handout/desk/desk.css");
    else if (g_str_equal(path, "/desk.js"))
        answer_own(message, "text/javascript", "/handout/desk/desk.js");
    else if (g_str_equal(path, "/build"))
        answer_build(message);
    else if (g_str_equal(path, FOLDER_SIGN))
        answer_sign(message);
    else if (g_str_equal(path, "/file"))
        answer_offer(message, query);
    else if (g_str_equal(path, DOOR_PICTURE))
        answer_picture(message, query);
    else if (g_str_equal(path, "/favicon.ico"))
        soup_server_message_set_status(message, SOUP_STATUS_NO_CONTENT, NULL);
    else if (!answer_made(message, path))
        door_answer(message, SOUP_STATUS_NOT_FOUND);
}

static void hear_start(SoupServer *server, SoupServerMessage *message, gpointer user)
{
    (void)server, (void)user;
    door_receive(message);
}

static void hear_watch_end(GObject *source, GAsyncResult *result, gpointer user)
{
    (void)source, (void)result, (void)user;
    fputs("handout desk: the builds have ended, and so does the desk\n", stderr);
    g_main_loop_quit(desk.loop);
}

static bool start_watch(void)
{
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(0);
    const char *const words[] = {desk.program, "watch",     "--content",     desk.content,
                                 "--out",      desk.out,    "--fonts",       desk.fonts,
                                 "--report",   desk.report, "--past-review", NULL};
    g_autoptr(GError) error = NULL;
    child_launch_to_end_with_parent(launcher);
    desk.watch = g_subprocess_launcher_spawnv(launcher, words, &error);
    if (!desk.watch)
        fprintf(stderr, "handout desk: %s\n", error->message);
    else
        g_subprocess_wait_async(desk.watch, NULL, hear_watch_end, NULL);
    return desk.watch;
}

static void open_jobs(void)
{
    g_autofree char *memory = g_build_filename(desk.out, "build/desk.json", NULL);
    g_autofree char *printer = desk.printer ? g_strdup_printf("--printer=%s", desk.printer) : NULL;
    const char *const words[] = {desk.program, "print",      "--events", "--past-review",
                                 "--content",  desk.content, "--out",    desk.out,
                                 "--fonts",    desk.fonts,   printer,    NULL};
    desk.jobs = jobs_new(words, memory);
}

/* The helper that knows printers stands beside this one. */
static void open_look(void)
{
    g_autofree char *own = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = g_path_get_dirname(own ? own : ".");
    g_autofree char *helper = g_build_filename(folder, "handout-print", NULL);
    g_autofree char *printer = g_strdup_printf("--printer=%s", desk.printer ? desk.printer : "");
    const char *const words[] = {helper, "--look", "--events", desk.printer ? printer : NULL, NULL};
    desk.look = look_new(words);
    look_again(desk.look);
}

static void show_page(int port)
{
    g_autofree char *uri = g_strdup_printf("http://127.0.0.1:%d/", port);
    printf("The front desk is open: %s\n", uri);
    fflush(stdout);
    if (desk.open)
        g_app_info_launch_default_for_uri(uri, NULL, NULL);
}

/* At this computer's own address alone. Where a desk is open already, staff who ask for it see that
 * one. */
static enum listening listen_here(void)
{
    g_autoptr(GError) error = NULL;
    desk.server = soup_server_new("server-header", NULL, NULL);
    soup_server_add_handler(desk.server, NULL, answer, NULL, NULL);
    g_signal_connect(desk.server, "request-started", G_CALLBACK(hear_start), NULL);
    if (!soup_server_listen_local(desk.server, (guint)desk.port, SOUP_SERVER_LISTEN_IPV4_ONLY,
                                  &error)) {
        if (desk.open && g_error_matches(error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE) &&
            folder_has_desk(desk.content, desk.port)) {
            show_page(desk.port);
            return LISTENING_ELSEWHERE;
        }
        fprintf(stderr, "handout desk: %s: is another desk open? Or say --port\n", error->message);
        return LISTENING_NOT;
    }
    GSList *uris = soup_server_get_uris(desk.server);
    int port = g_uri_get_port(uris->data);
    g_slist_free_full(uris, (GDestroyNotify)g_uri_unref);
    door_set_port(desk.door, (guint)port);
    show_page(port);
    return LISTENING_HERE;
}

static gboolean stop(gpointer user)
{
    (void)user;
    desk.stopped = true;
    g_main_loop_quit(desk.loop);
    return G_SOURCE_REMOVE;
}

int main(int argc, char **argv)
{
    no_memory_settle();
    setlocale(LC_ALL, "C.UTF-8"); /* words of the command line are UTF-8, whatever else is set */
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_autoptr(GError) error = NULL;
    g_option_context_add_main_entries(context, options, NULL);
    if (!g_option_context_parse(context, &argc, &argv, &error) || !desk.program || !desk.content ||
        !desk.out || !desk.fonts) {
        fprintf(stderr, "handout-desk: %s\n", error ? error->message : "'handout desk' starts it");
        return STATUS_USAGE;
    }
    desk.report = g_build_filename(desk.out, "build/desk-report.json", NULL);
    desk.labels = g_build_filename(desk.content, "labels", NULL);
    desk.tongues = tongue_all(desk.labels);
    desk.loop = g_main_loop_new(NULL, FALSE);
    desk.door = door_new();
    g_unix_signal_add(SIGINT, stop, NULL);
    g_unix_signal_add(SIGTERM, stop, NULL);
    open_jobs();
    open_look();
    enum listening listening = listen_here();
    bool started = listening == LISTENING_HERE && start_watch();
    if (started)
        g_main_loop_run(desk.loop);
    if (desk.watch)
        g_subprocess_send_signal(desk.watch, SIGTERM);
    jobs_free(desk.jobs);
    look_free(desk.look);
    g_ptr_array_unref(desk.tongues);
    door_free(desk.door);
    g_clear_object(&desk.server);
    return desk.stopped || listening == LISTENING_ELSEWHERE ? STATUS_OK : STATUS_ENVIRONMENT;
}
