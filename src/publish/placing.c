#include "publish/placing.h"

#include "base/file.h"
#include "base/threads.h"

/* Files that are put in place together: enough for the sync to cost each of them little, and few
 * enough for a build that is killed to have lost little. */
#define TOGETHER 32

struct waiting {
    struct file_aside *aside; /* NULL: it is not to be moved */
    bool stands;              /* as it shall be */
    void *told;
};

struct placing {
    struct last_good *memory;
    struct diag *diag;
    placing_done *done;
    void *user;
    GMutex mutex; /* guards the rest */
    GCond handed, rested;
    GPtrArray *waiting;    /* of struct waiting * */
    struct thread *thread; /* which waits for the disk while others work; NULL: none has */
    GPtrArray *taken;      /* what it has in hand; NULL: nothing */
    bool ends;             /* it is handed nothing more */
};

struct placing *placing_new(struct last_good *memory, struct diag *diag, placing_done *done,
                            void *user)
{
    struct placing *placing = g_new0(struct placing, 1);
    *placing = (struct placing){.memory = memory,
                                .diag = diag,
                                .done = done,
                                .user = user,
                                .waiting = g_ptr_array_new_with_free_func(g_free)};
    g_mutex_init(&placing->mutex);
    g_cond_init(&placing->handed);
    g_cond_init(&placing->rested);
    return placing;
}

void placing_free(struct placing *placing)
{
    g_mutex_lock(&placing->mutex);
    placing->ends = true;
    g_cond_signal(&placing->handed);
    g_mutex_unlock(&placing->mutex);
    threads_end(placing->thread);
    g_ptr_array_unref(placing->waiting);
    g_cond_clear(&placing->rested);
    g_cond_clear(&placing->handed);
    g_mutex_clear(&placing->mutex);
    g_free(placing);
}

/* Of the caller, who has the mutex. */
static GPtrArray *take_waiting(struct placing *placing)
{
    GPtrArray *taken = placing->waiting;
    placing->waiting = g_ptr_array_new_with_free_func(g_free);
    return taken;
}

/* What the next build needs to know of them is as safe as they are before they move; where there is
 * no room for it they stay away, for nobody would ever take them out again. */
static void place(struct placing *placing, const GPtrArray *files)
{
    g_autoptr(GPtrArray) asides = g_ptr_array_new_with_free_func(file_aside_free);
    for (guint i = 0; i < files->len; i++) {
        const struct waiting *file = files->pdata[i];
        if (file->aside)
            g_ptr_array_add(asides, file->aside);
    }
    int synced = -1;
    bool noted = !placing->memory || last_good_note(placing->memory, &synced, placing->diag);
    if (noted && asides->len > 0)
        file_place_all(asides, synced, placing->diag);
    for (guint i = 0; i < files->len; i++) {
        const struct waiting *file = files->pdata[i];
        placing->done(placing->user, file->told,
                      file->stands || (file->aside && file_aside_is_placed(file->aside)));
    }
}

/* Until it ends. */
static void place_handed(void *data)
{
    struct placing *placing = data;
    g_mutex_lock(&placing->mutex);
    while (placing->taken || !placing->ends) {
        if (!placing->taken) {
            g_cond_wait(&placing->handed, &placing->mutex);
            continue;
        }
        g_mutex_unlock(&placing->mutex);
        place(placing, placing->taken);
        g_mutex_lock(&placing->mutex);
        g_clear_pointer(&placing->taken, g_ptr_array_unref);
        g_cond_broadcast(&placing->rested);
    }
    g_mutex_unlock(&placing->mutex);
}

/* False: it has others in hand, or the computer has no thread to give. Of the caller, who has the
 * mutex. */
static bool hand_over(struct placing *placing, GPtrArray *files)
{
    if (placing->taken)
        return false;
    if (!placing->thread)
        placing->thread = threads_begin(place_handed, placing);
    if (placing->thread)
        placing->taken = files;
    g_cond_signal(&placing->handed);
    return placing->thread != NULL;
}

/* NULL: there are fewer than wait, or its thread sees to them. Where that one has others in hand
 * the caller does it, so that files do not come faster than they are placed. */
static GPtrArray *take_many(struct placing *placing)
{
    if (placing->waiting->len < TOGETHER)
        return NULL;
    GPtrArray *taken = take_waiting(placing);
    return hand_over(placing, taken) ? NULL : taken;
}

void placing_add(struct placing *placing, const struct report_file *file, GBytes *bytes, void *told)
{
    struct waiting *waiting = g_new0(struct waiting, 1);
    waiting->told = told;
    waiting->stands = file_holds(file->path, bytes);
    if (!waiting->stands)
        waiting->aside = file_set_aside(file->path, bytes, placing->diag);
    if (placing->memory)
        last_good_begin(placing->memory, file->article, file->path, file->digest);
    g_mutex_lock(&placing->mutex);
    g_ptr_array_add(placing->waiting, waiting);
    g_autoptr(GPtrArray) files = take_many(placing);
    g_mutex_unlock(&placing->mutex);
    if (files)
        place(placing, files);
}

bool placing_settle(struct placing *placing)
{
    g_mutex_lock(&placing->mutex);
    g_autoptr(GPtrArray) files = take_waiting(placing);
    bool any = files->len > 0 || placing->taken;
    g_mutex_unlock(&placing->mutex);
    if (files->len > 0)
        place(placing, files);
    g_mutex_lock(&placing->mutex);
    while (placing->taken)
        g_cond_wait(&placing->rested, &placing->mutex);
    g_mutex_unlock(&placing->mutex);
    return any;
}
