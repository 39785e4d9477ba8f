/*
 * A job runs as a child process, whose lines are read as they come.
 */
#include "serve/jobs.h"

#include "base/child.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/json.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

struct jobs {
    char **command, *memory;
    GQueue *queue;       /* of struct job *, owned */
    struct job *present; /* or the last one; NULL: there was none */
    char *event, *detail;
    gint64 ended;         /* [us, monotonic] the last one */
    GSubprocess *process; /* NULL: none runs */
    bool stopped;         /* it was told to end */
    GPtrArray *recent;
    GHashTable *counts; /* char *, owned -> how often */
};

static void job_free(void *data)
{
    struct job *job = data;
    if (!job)
        return;
    g_free(job->name);
    g_free(job->form);
    g_free(job->at);
    g_free(job);
}

static struct job *job_new(const char *name, const char *form, int copies, const char *at)
{
    struct job *job = g_new0(struct job, 1);
    job->name = g_strdup(name);
    job->form = g_strdup(form);
    job->copies = copies;
    job->at = g_strdup(at);
    return job;
}

char *job_key(const struct job *job)
{
    return g_strdup_printf("%d %s %s", job->copies, job->form, job->name);
}

/* The i-th of those remembered, made if it is the next one; NULL: too many are. */
static struct job *recalled_job(struct jobs *jobs, guint i)
{
    if (i == jobs->recent->len && i < JOBS_REMEMBERED)
        g_ptr_array_add(jobs->recent, job_new(NULL, NULL, 1, NULL));
    return i < jobs->recent->len ? jobs->recent->pdata[i] : NULL;
}

/* "recent.0.name" */
static void recall_job(struct jobs *jobs, const char *path, const char *value)
{
    char *key;
    struct job *job = recalled_job(jobs, (guint)g_ascii_strtoull(path, &key, 10));
    char **text = !job                        ? NULL
                  : g_str_equal(key, ".name") ? &job->name
                  : g_str_equal(key, ".form") ? &job->form
                  : g_str_equal(key, ".at")   ? &job->at
                                              : NULL;
    if (text && !*text)
        *text = g_strdup(value);
    else if (job && g_str_equal(key, ".copies"))
        job->copies = CLAMP(atoi(value), 1, 99);
}

/* A file that is missing or torn is as good as none. */
static void recall(struct jobs *jobs)
{
    g_autofree char *text = file_peek_text(jobs->memory);
    g_autoptr(GPtrArray) leaves = text ? json_leaves(text) : g_ptr_array_new();
    for (guint i = 0; i < leaves->len; i++) {
        const struct json_leaf *leaf = leaves->pdata[i];
        if (g_str_has_prefix(leaf->path, "recent."))
            recall_job(jobs, leaf->path + strlen("recent."), leaf->value);
        else if (g_str_has_prefix(leaf->path, "counts."))
            g_hash_table_insert(jobs->counts, g_strdup(leaf->path + strlen("counts.")),
                                GINT_TO_POINTER(atoi(leaf->value)));
    }
    for (guint i = jobs->recent->len; i > 0; i--) {
        const struct job *job = jobs->recent->pdata[i - 1];
        if (!job->name || !job->form || !job->at)
            g_ptr_array_remove_index(jobs->recent, i - 1);
    }
}

static void write_memory(const struct jobs *jobs)
{
    JsonBuilder *builder = json_new();
    json_open_object(builder, NULL);
    json_open_array(builder, "recent");
    for (guint i = 0; i < jobs->recent->len; i++) {
        const struct job *job = jobs->recent->pdata[i];
        json_open_object(builder, NULL);
        json_text(builder, "name", job->name);
        json_text(builder, "form", job->form);
        json_int(builder, "copies", job->copies);
        json_text(builder, "at", job->at);
        json_close_object(builder);
    }
    json_close_array(builder);
    json_open_object(builder, "counts");
    g_autoptr(GList) names = g_list_sort(g_hash_table_get_keys(jobs->counts), (GCompareFunc)strcmp);
    for (GList *at = names; at; at = at->next)
        json_int(builder, at->data, GPOINTER_TO_INT(g_hash_table_lookup(jobs->counts, at->data)));
    json_close_object(builder);
    json_close_object(builder);
    g_autofree char *text = json_finish(builder);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    struct diag *passed_over = diag_new(false); /* printing goes on without memory */
    file_write(jobs->memory, bytes, passed_over);
    diag_free(passed_over);
}

static void remember(struct jobs *jobs)
{
    const struct job *job = jobs->present;
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    g_autofree char *at = g_date_time_format(now, "%H:%M");
    g_ptr_array_insert(jobs->recent, 0, job_new(job->name, job->form, job->copies, at));
    if (jobs->recent->len > JOBS_REMEMBERED)
        g_ptr_array_remove_index(jobs->recent, JOBS_REMEMBERED);
    int count = jobs_count(jobs, job->name) + job->copies;
    g_hash_table_insert(jobs->counts, g_strdup(job->name), GINT_TO_POINTER(count));
    write_memory(jobs);
}

struct jobs *jobs_new(const char *const *command, const char *memory)
{
    struct jobs *jobs = g_new0(struct jobs, 1);
    jobs->command = g_strdupv((char **)command);
    jobs->memory = g_strdup(memory);
    jobs->queue = g_queue_new();
    jobs->event = g_strdup("idle");
    jobs->detail = g_strdup("");
    jobs->recent = g_ptr_array_new_with_free_func(job_free);
    jobs->counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    recall(jobs);
    return jobs;
}

void jobs_free(struct jobs *jobs)
{
    if (!jobs)
        return;
    if (jobs->process)
        g_subprocess_send_signal(jobs->process, SIGTERM);
    g_clear_object(&jobs->process);
    g_queue_free_full(jobs->queue, job_free);
    job_free(jobs->present);
    g_ptr_array_unref(jobs->recent);
    g_hash_table_unref(jobs->counts);
    g_strfreev(jobs->command);
    g_free(jobs->memory);
    g_free(jobs->event);
    g_free(jobs->detail);
    g_free(jobs);
}

static void set_event(struct jobs *jobs, const char *event, const char *detail)
{
    g_free(jobs->event);
    g_free(jobs->detail);
    jobs->event = g_strdup(event);
    jobs->detail = g_strdup(detail);
}

static bool awaits_backs(const struct jobs *jobs)
{
    return g_str_equal(jobs->event, "turn");
}

static void start_next(struct jobs *jobs);

/* Its last line stays what is told of it; one that ended without any is told, too: what was stopped
 * so early has sent nothing. A job of several passes is remembered once: its backs are no job of
 * their own. */
static void hear_end(struct jobs *jobs)
{
    g_clear_object(&jobs->process);
    jobs->ended = g_get_monotonic_time();
    static const char *const ends[] = {"printed", "turn", "canceled", "refused", "uncertain", NULL};
    if (!g_strv_contains(ends, jobs->event))
        set_event(jobs, jobs->stopped ? "canceled" : "refused", "");
    if ((g_str_equal(jobs->event, "printed") || awaits_backs(jobs)) && !jobs->present->backs)
        remember(jobs);
    start_next(jobs);
}

static void hear_line(GObject *source, GAsyncResult *result, gpointer user);

static void read_line(GDataInputStream *stream, struct jobs *jobs)
{
    g_data_input_stream_read_line_async(stream, G_PRIORITY_DEFAULT, NULL, hear_line, jobs);
}

static void hear_line(GObject *source, GAsyncResult *result, gpointer user)
{
    struct jobs *jobs = user;
    GDataInputStream *stream = G_DATA_INPUT_STREAM(source);
    g_autofree char *line = g_data_input_stream_read_line_finish_utf8(stream, result, NULL, NULL);
    if (!line) {
        g_object_unref(stream);
        hear_end(jobs);
        return;
    }
    char *tab = strchr(line, '\t');
    if (tab) {
        *tab = '\0';
        set_event(jobs, line, tab + 1);
    }
    read_line(stream, jobs);
}

static GSubprocess *start(const struct jobs *jobs, const struct job *job)
{
    g_autoptr(GSubprocessLauncher) launcher =
        g_subprocess_launcher_new(G_SUBPROCESS_FLAGS_STDOUT_PIPE);
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autofree char *copies = g_strdup_printf("--copies=%d", job->copies);
    g_autofree char *form = g_strdup_printf("--for=%s", job->form);
    for (char **word = jobs->command; *word; word++)
        g_ptr_array_add(words, *word);
    g_ptr_array_add(words, form);
    g_ptr_array_add(words, copies);
    if (job->backs)
        g_ptr_array_add(words, (char *)"--side=back");
    g_ptr_array_add(words, (char *)"--");
    g_ptr_array_add(words, job->name);
    g_ptr_array_add(words, NULL);
    child_launch_to_end_with_parent(launcher); /* a job is taken back when the desk is gone */
    return g_subprocess_launcher_spawnv(launcher, (const char *const *)words->pdata, NULL);
}

/* Nothing comes between the fronts and the backs of sheets that somebody turns. */
static void start_next(struct jobs *jobs)
{
    const struct job *next = g_queue_peek_head(jobs->queue);
    if (jobs->process || !next || (awaits_backs(jobs) && !next->backs))
        return;
    job_free(jobs->present);
    jobs->present = g_queue_pop_head(jobs->queue);
    set_event(jobs, "started", "");
    jobs->stopped = false;
    jobs->process = start(jobs, jobs->present);
    if (jobs->process)
        read_line(g_data_input_stream_new(g_subprocess_get_stdout_pipe(jobs->process)), jobs);
    else
        hear_end(jobs);
}

void jobs_add(struct jobs *jobs, const char *name, const char *form, int copies, bool backs)
{
    const struct job *next = g_queue_peek_head(jobs->queue);
    if (backs && next && next->backs)
        return; /* asked for twice, before the fronts have ended */
    struct job *job = job_new(name, form, copies, NULL);
    job->backs = backs;
    if (backs)
        g_queue_push_head(jobs->queue, job);
    else
        g_queue_push_tail(jobs->queue, job);
    start_next(jobs);
}

void jobs_stop(struct jobs *jobs)
{
    if (awaits_backs(jobs)) { /* though what printed the fronts may not have ended yet */
        set_event(jobs, "canceled", "");
        start_next(jobs);
    } else if (jobs->process) {
        jobs->stopped = true;
        g_subprocess_send_signal(jobs->process, SIGTERM);
    }
}

struct jobs_state jobs_state(const struct jobs *jobs)
{
    bool old = g_get_monotonic_time() > jobs->ended + JOBS_TOLD_S * G_USEC_PER_SEC;
    bool over = old && !jobs->process && g_str_equal(jobs->event, "printed");
    return (struct jobs_state){.event = over ? "idle" : jobs->event,
                               .detail = jobs->detail,
                               .job = jobs->present,
                               .waiting = g_queue_get_length(jobs->queue),
                               .busy = jobs->process};
}

gint64 jobs_ended(const struct jobs *jobs)
{
    return jobs->ended;
}

const GPtrArray *jobs_recent(const struct jobs *jobs)
{
    return jobs->recent;
}

int jobs_count(const struct jobs *jobs, const char *name)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(jobs->counts, name));
}
