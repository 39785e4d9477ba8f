/*
 * The answer waits until the child has drawn the page.
 */
#include "serve/picture.h"

#include "base/child.h"
#include "serve/answer.h"
#include "serve/door.h"

static void hear(GObject *source, GAsyncResult *result, gpointer user)
{
    g_autoptr(SoupServerMessage) message = user;
    g_autoptr(GBytes) picture = NULL;
    g_subprocess_communicate_finish(G_SUBPROCESS(source), result, &picture, NULL, NULL);
    if (picture && g_bytes_get_size(picture) > 0)
        answer_bytes(message, "image/png", picture);
    else
        door_answer(message, SOUP_STATUS_NOT_FOUND);
    soup_server_message_unpause(message);
}

void picture_answer(SoupServerMessage *message, const char *const *command, const char *name,
                    const char *form, int page)
{
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(
        G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autofree char *number = g_strdup_printf("--picture=%d", page);
    for (const char *const *word = command; *word; word++)
        g_ptr_array_add(words, (char *)*word);
    g_ptr_array_add(words, (char *)"--for");
    g_ptr_array_add(words, (char *)form);
    g_ptr_array_add(words, number);
    g_ptr_array_add(words, (char *)"--");
    g_ptr_array_add(words, (char *)name);
    g_ptr_array_add(words, NULL);
    child_launch_to_end_with_parent(launcher);
    g_autoptr(GSubprocess) child =
        g_subprocess_launcher_spawnv(launcher, (const char *const *)words->pdata, NULL);
    if (!child) {
        door_answer(message, SOUP_STATUS_NOT_FOUND);
        return;
    }
    soup_server_message_pause(message);
    g_subprocess_communicate_async(child, NULL, NULL, hear, g_object_ref(message));
}
