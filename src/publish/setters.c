/*
 * What was started last is kept in hand: when it is the next to be waited for, as where one product
 * is made of one article, it is set in the caller's thread, and no other one is needed.
 */
#include "publish/setters.h"

#include "base/stop.h"

struct setters {
    struct keep *keep;
    GThreadPool *pool;
    struct setting *in_hand; /* the caller's thread alone knows it; NULL: nothing is */
    GMutex mutex;            /* guards what settings came to */
    GCond done;
};

struct setting {
    struct setters *setters;
    const struct product *product;
    struct layout_job job;
    struct layout *layout;
    bool done;
};

struct layout *setters_lay_out(struct keep *keep, const struct product *product,
                               struct layout_job job)
{
    job.fonts = keep_borrow_fonts(keep);
    struct layout *layout = product_lay_out(product, job);
    keep_return_fonts(keep, job.fonts);
    return layout;
}

static void work(gpointer data, gpointer user)
{
    struct setting *setting = data;
    struct setters *setters = user;
    struct layout *layout =
        stop_asked() ? NULL : setters_lay_out(setters->keep, setting->product, setting->job);
    g_mutex_lock(&setters->mutex);
    setting->layout = layout;
    setting->done = true;
    g_cond_broadcast(&setters->done);
    g_mutex_unlock(&setters->mutex);
}

struct setters *setters_new(struct keep *keep)
{
    struct setters *setters = g_new0(struct setters, 1);
    setters->keep = keep;
    setters->pool = g_thread_pool_new(work, setters, (gint)g_get_num_processors(), FALSE, NULL);
    g_mutex_init(&setters->mutex);
    g_cond_init(&setters->done);
    return setters;
}

void setters_free(struct setters *setters)
{
    g_thread_pool_free(setters->pool, FALSE, TRUE);
    g_mutex_clear(&setters->mutex);
    g_cond_clear(&setters->done);
    g_free(setters);
}

static void let_go(struct setters *setters)
{
    if (setters->in_hand)
        g_thread_pool_push(setters->pool, g_steal_pointer(&setters->in_hand), NULL);
}

struct setting *setters_start(struct setters *setters, const struct product *product,
                              const struct layout_job *job)
{
    struct setting *setting = g_new0(struct setting, 1);
    *setting = (struct setting){.setters = setters, .product = product, .job = *job};
    let_go(setters);
    setters->in_hand = setting;
    return setting;
}

static void wait_for(struct setters *setters, const struct setting *setting)
{
    let_go(setters);
    g_mutex_lock(&setters->mutex);
    while (!setting->done)
        g_cond_wait(&setters->done, &setters->mutex);
    g_mutex_unlock(&setters->mutex);
}

struct layout *setting_wait(struct setting *setting)
{
    struct setters *setters = setting->setters;
    if (setters->in_hand == setting)
        work(g_steal_pointer(&setters->in_hand), setters);
    else
        wait_for(setters, setting);
    struct layout *layout = setting->layout;
    g_free(setting);
    return layout;
}
