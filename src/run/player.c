/*
 * Starts and ends the player, by its id alone. Method: it leads a process group, so that what it
 * has started ends with it; it gets the time to end well, and then no more. Awkward: one that ends
 * at once whenever it is started must not keep the computer busy, so each pause is twice as long as
 * the one before, until it has run for a while.
 */
#include "run/player.h"

#include "base/child.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define LEAST_PAUSE   1   /* [s] before it is started again */
#define LONGEST_PAUSE 60  /* [s] */
#define RAN_WELL      60  /* [s] after which the next pause is short again */
#define PATIENCE      200 /* [PATIENCE_STEP] for its end, before it is killed */
#define PATIENCE_STEP 10  /* [ms] */

struct player {
    char **argv;
    char *directory;
    GPid pid;    /* also of its group; 0: it does not run */
    guint watch; /* for its end */
    guint restart;
    guint pause;    /* [s] before the next */
    gint64 started; /* [µs] */
};

struct player *player_new(const char *command, const char *directory, GError **error)
{
    char **argv;
    if (!g_shell_parse_argv(command, NULL, &argv, error))
        return NULL;
    struct player *player = g_new0(struct player, 1);
    player->argv = argv;
    player->directory = g_strdup(directory);
    player->pause = LEAST_PAUSE;
    return player;
}

/* In the child. What this program ignores others need not, and it does not outlive this one. */
static void lead_group(gpointer user)
{
    (void)user;
    setpgid(0, 0);
    signal(SIGPIPE, SIG_DFL);
    child_end_with_parent();
}

static void start(struct player *player);

static gboolean start_again(gpointer user)
{
    struct player *player = user;
    player->restart = 0;
    start(player);
    return G_SOURCE_REMOVE;
}

static void pause_before_start(struct player *player, const char *why)
{
    bool ran_well = player->started > 0 &&
                    g_get_monotonic_time() - player->started >= RAN_WELL * G_USEC_PER_SEC;
    player->pause = ran_well ? LEAST_PAUSE : player->pause;
    fprintf(stderr, "handout watch: the player '%s' %s: it is started again in %u s\n",
            player->argv[0], why, player->pause);
    player->restart = g_timeout_add_seconds(player->pause, start_again, player);
    player->pause = MIN(2 * player->pause, LONGEST_PAUSE);
}

static void ended(GPid pid, gint status, gpointer user)
{
    struct player *player = user;
    kill(-pid, SIGTERM); /* what it may have left behind */
    player->pid = 0;
    player->watch = 0;
    g_autofree char *why = WIFEXITED(status)
                               ? g_strdup_printf("ended with status %d", WEXITSTATUS(status))
                               : g_strdup_printf("was ended by signal %d", WTERMSIG(status));
    pause_before_start(player, why);
}

static void start(struct player *player)
{
    const GSpawnFlags flags =
        G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL;
    g_autoptr(GError) error = NULL;
    g_clear_handle_id(&player->restart, g_source_remove);
    player->started = g_get_monotonic_time();
    if (g_spawn_async(player->directory, player->argv, NULL, flags, lead_group, NULL, &player->pid,
                      &error)) {
        player->watch = g_child_watch_add(player->pid, ended, player);
        return;
    }
    g_autofree char *why = g_strdup_printf("cannot be started (%s)", error->message);
    player->pid = 0;
    pause_before_start(player, why);
}

/* True when it does nothing any more; its id is still its own, so that the group can be told by it.
 */
static bool has_ended(GPid pid)
{
    siginfo_t info = {0};
    return waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == pid;
}

static void end(struct player *player)
{
    GPid pid = player->pid;
    g_clear_handle_id(&player->restart, g_source_remove);
    g_clear_handle_id(&player->watch, g_source_remove); /* it would wait for it, too */
    if (pid == 0)
        return;
    kill(-pid, SIGTERM);
    for (int i = 0; i < PATIENCE && !has_ended(pid); i++)
        g_usleep(PATIENCE_STEP * 1000);
    kill(-pid, SIGKILL);
    while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
        ;
    player->pid = 0;
}

void player_free(struct player *player)
{
    if (!player)
        return;
    end(player);
    g_strfreev(player->argv);
    g_free(player->directory);
    g_free(player);
}

void player_show(struct player *player, bool changed)
{
    bool rests = player->pid == 0 && player->restart == 0;
    if (changed) {
        end(player);
        player->pause = LEAST_PAUSE;
    }
    if (changed || (rests && g_file_test(player->directory, G_FILE_TEST_IS_DIR)))
        start(player);
}
