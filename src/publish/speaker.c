/*
 * Each sound is two files: the sound itself, and the places of its utterances. The second is there
 * only when the first is whole.
 */
#include "publish/speaker.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/no_memory.h"
#include "base/status.h"
#include "base/stop.h"
#include "base/threads.h"
#include "player/speech.h"
#include "publish/store.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define PROGRAM "espeak-ng"
#define FOLDER  STORE_DIRECTORY "/.speech"

/* What is stuck so often is stuck for good, and each time costs seconds. */
#define MOST_STUCK 3

struct speaker {
    const struct speaker_setup *setup;
    char *program;
    char *folder;
    char *stamp;       /* of both programs */
    GAsyncQueue *done; /* of struct task * */
    gint stuck;        /* how often espeak-ng took too long; atomic */
};

/* One speech on its way. */
struct task {
    const struct task *first; /* which says the same; NULL: none before it does */
    struct speaker *speaker;
    struct speech *speech;
    char *key;
    bool anew;
    char *why; /* it is not spoken; NULL: it is, or was not tried */
    bool stuck;
};

char *speaker_program(void)
{
    return g_find_program_in_path(PROGRAM);
}

static char *stamp_of(const char *path)
{
    struct stat status = {0};
    if (stat(path, &status) != 0)
        return g_strdup("");
    return g_strdup_printf("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, (gint64)status.st_size,
                           (gint64)status.st_mtim.tv_sec);
}

static char *key_of(const struct speaker *speaker, const char *request)
{
    g_autofree char *all = g_strconcat(speaker->stamp, "\n", request, NULL);
    return digest_of_text(all);
}

static char *path_of(const struct task *task, const char *suffix)
{
    g_autofree char *name = g_strconcat(task->key, suffix, NULL);
    return g_build_filename(task->speaker->folder, name, NULL);
}

/* What is there of it. */
static bool take(const struct task *task)
{
    g_autofree char *path = path_of(task, ".opus"), *places_path = path_of(task, ".txt");
    g_autofree char *places = file_peek_text(places_path);
    g_autoptr(GBytes) sound = places ? file_peek(path) : NULL;
    return sound && speech_take(task->speech, sound, places);
}

/* Runs the helper, whose sound goes to `path`; what it says of places, else NULL and why. */
static char *run(struct task *task, const char *request, const char *path)
{
    struct speaker *speaker = task->speaker;
    g_autoptr(GError) error = NULL;
    char *places = NULL;
    g_autofree char *complaint = NULL;
    g_autoptr(GSubprocess) process =
        g_subprocess_new(G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                             G_SUBPROCESS_FLAGS_STDERR_PIPE,
                         &error, speaker->setup->helper, speaker->program, path, NULL);
    if (!process ||
        !g_subprocess_communicate_utf8(process, request, NULL, &places, &complaint, &error))
        task->why = g_strdup(error->message);
    else if (!g_subprocess_get_successful(process)) {
        task->why = g_strdup(g_strstrip(complaint));
        task->stuck = g_subprocess_get_if_exited(process) &&
                      g_subprocess_get_exit_status(process) == STATUS_TOO_SLOW;
    }
    if (task->stuck)
        g_atomic_int_inc(&speaker->stuck);
    if (task->why)
        g_clear_pointer(&places, g_free);
    return places;
}

static void speak(struct task *task, const char *request)
{
    g_autofree char *half = path_of(task, ".part"), *path = path_of(task, ".opus");
    g_autofree char *places_path = path_of(task, ".txt");
    g_autofree char *places = run(task, request, half);
    if (!places)
        return;
    g_unlink(places_path);
    if (g_rename(half, path) != 0 || !g_file_set_contents(places_path, places, -1, NULL) ||
        !take(task))
        task->why = g_strdup_printf("'%s' cannot be written", path);
    task->anew = true;
}

static bool gave_up(const struct speaker *speaker)
{
    return g_atomic_int_get(&speaker->stuck) >= MOST_STUCK;
}

static void run_task(struct task *task)
{
    no_memory_ask(); /* GLib would wait for a thread that it cannot have */
    g_autofree char *request = speech_request(task->speech);
    if (!take(task) && !stop_asked() && !gave_up(task->speaker))
        speak(task, request);
    g_async_queue_push(task->speaker->done, task);
}

/* Those of this build alone are kept. */
static void forget_others(const struct speaker *speaker, const struct task *tasks, guint count)
{
    g_autoptr(GHashTable) used = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GDir) files = g_dir_open(speaker->folder, 0, NULL);
    const char *name;
    for (guint i = 0; i < count; i++)
        g_hash_table_add(used, tasks[i].key);
    while (files && (name = g_dir_read_name(files))) {
        g_autofree char *key = g_strndup(name, strcspn(name, "."));
        g_autofree char *path = g_build_filename(speaker->folder, name, NULL);
        if (!g_hash_table_contains(used, key))
            g_unlink(path);
    }
}

static void tell(const struct task *task, struct report_speech *told, struct diag *diag)
{
    const struct speech *speech = task->speech;
    if (!speech->sound) {
        if (task->why && !(task->stuck && gave_up(task->speaker)))
            diag_report(diag, RULE_SPEECH_MISSING, (struct pos){0}, "'%s' is not read aloud: %s",
                        speech->name, task->why);
        return;
    }
    told->files++;
    told->anew += task->anew;
    told->seconds += (speech->length_ms + 500) / 1000;
    told->bytes += g_bytes_get_size(speech->sound);
}

/* One cause is told once. */
static void tell_gave_up(const struct task *tasks, guint count, struct diag *diag)
{
    guint missing = 0;
    const char *why = NULL;
    for (guint i = 0; i < count; i++) {
        missing += !tasks[i].speech->sound && (tasks[i].stuck || !tasks[i].why);
        if (tasks[i].stuck && !why)
            why = tasks[i].why;
    }
    diag_report(diag, RULE_SPEECH_MISSING, (struct pos){0},
                "%u of %u texts are not read aloud: %s, again and again, and no more was tried",
                missing, count, why);
}

static void tell_progress(const struct speaker_setup *setup, guint done, guint total)
{
    if (setup->heard)
        setup->heard(setup->user, done, total);
}

/* Names what each of them asks for. How many ask for something else than those before them. */
static guint name_all(const struct speaker *speaker, struct task *tasks, guint count)
{
    g_autoptr(GHashTable) firsts = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < count; i++) {
        g_autofree char *request = speech_request(tasks[i].speech);
        tasks[i].key = key_of(speaker, request);
        tasks[i].first = g_hash_table_lookup(firsts, tasks[i].key);
        if (!tasks[i].first)
            g_hash_table_insert(firsts, tasks[i].key, &tasks[i]);
    }
    return g_hash_table_size(firsts);
}

/* Tasks that several threads share. */
struct round {
    struct task *tasks;
    guint count;
    gint next; /* of them, that nobody has come to */
};

/* Those that nobody else comes to. Two of the same would spoil one file. */
static void run_some(void *data)
{
    struct round *round = data;
    for (guint i; (i = (guint)g_atomic_int_add(&round->next, 1)) < round->count;)
        if (!round->tasks[i].first)
            run_task(&round->tasks[i]);
}

/* Where the computer has no thread to give they are done here. */
static void run_all(const struct speaker *speaker, struct task *tasks, guint count)
{
    struct round round = {tasks, count, 0};
    guint total = name_all(speaker, tasks, count), most = MIN(total, threads_most());
    g_autofree struct thread **threads = g_new0(struct thread *, most);
    for (guint i = 0; i < most; i++)
        threads[i] = threads_begin(run_some, &round);
    if (total > 0 && !threads[0])
        run_some(&round);
    for (guint done = 0; done < total; done++) {
        tell_progress(speaker->setup, done, total);
        g_async_queue_pop(speaker->done);
    }
    for (guint i = 0; i < most; i++)
        threads_end(threads[i]);
    for (guint i = 0; i < count; i++)
        if (tasks[i].first && !take(&tasks[i]))
            tasks[i].why = g_strdup(tasks[i].first->why);
}

static void speak_all(struct speaker *speaker, const GPtrArray *speeches,
                      struct report_speech *told)
{
    g_autofree struct task *tasks = g_new0(struct task, speeches->len);
    gint64 begin = g_get_monotonic_time();
    for (guint i = 0; i < speeches->len; i++)
        tasks[i] = (struct task){.speaker = speaker, .speech = speeches->pdata[i]};
    run_all(speaker, tasks, speeches->len);
    if (!stop_asked() && !speaker->setup->keeps_others)
        forget_others(speaker, tasks, speeches->len);
    if (gave_up(speaker))
        tell_gave_up(tasks, speeches->len, speaker->setup->diag);
    for (guint i = 0; i < speeches->len; i++) {
        tell(&tasks[i], told, speaker->setup->diag);
        g_free(tasks[i].key);
        g_free(tasks[i].why);
    }
    told->took_s = (double)(g_get_monotonic_time() - begin) / G_USEC_PER_SEC;
}

/* False: nothing is there that speaks. */
static bool start(struct speaker *speaker, const struct speaker_setup *setup)
{
    *speaker = (struct speaker){.setup = setup, .program = speaker_program()};
    if (!speaker->program)
        return false;
    g_autofree char *own = stamp_of(speaker->program), *helper = stamp_of(setup->helper);
    speaker->folder = g_build_filename(setup->out_dir, FOLDER, NULL);
    speaker->stamp = g_strconcat(own, " ", helper, NULL);
    return true;
}

static void end(struct speaker *speaker)
{
    g_free(speaker->program);
    g_free(speaker->folder);
    g_free(speaker->stamp);
}

bool speaker_knows(const struct speaker_setup *setup, const GPtrArray *speeches)
{
    struct speaker speaker;
    bool knows = true;
    bool speaks = start(&speaker, setup);
    for (guint i = 0; speaks && knows && i < speeches->len; i++) {
        g_autofree char *request = speech_request(speeches->pdata[i]);
        struct task task = {.speaker = &speaker, .key = key_of(&speaker, request)};
        g_autofree char *places = path_of(&task, ".txt");
        knows = g_file_test(places, G_FILE_TEST_EXISTS);
        g_free(task.key);
    }
    end(&speaker);
    return knows;
}

void speaker_speak(const struct speaker_setup *setup, const GPtrArray *speeches,
                   struct report_speech *told)
{
    struct speaker speaker;
    if (!start(&speaker, setup)) {
        diag_report(setup->diag, RULE_SPEECH_MISSING, (struct pos){0},
                    "nothing is read aloud, since '" PROGRAM
                    "' is not installed: install it, or write 'speech: no' below 'show' in "
                    "style.yaml");
        return;
    }
    speaker.done = g_async_queue_new();
    g_mkdir_with_parents(speaker.folder, 0777);
    speak_all(&speaker, speeches, told);
    g_async_queue_unref(speaker.done);
    end(&speaker);
}
