#include "publish/setters.h"

#include "base/stop.h"
#include "base/tasks.h"

struct setters {
    struct keep *keep;
    struct tasks *tasks; /* of struct setting */
    GMutex mutex;        /* guards what settings came to, and the rest */
    GCond done;
    const struct setting *awaited; /* NULL: none is */
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
    if (setting == setters->awaited)
        g_cond_signal(&setters->done);
    g_mutex_unlock(&setters->mutex);
}

struct setters *setters_new(struct keep *keep)
{
    struct setters *setters = g_new0(struct setters, 1);
    setters->keep = keep;
    setters->tasks = tasks_new(work, setters, 1);
    g_mutex_init(&setters->mutex);
    g_cond_init(&setters->done);
    return setters;
}

void setters_free(struct setters *setters)
{
    tasks_free(setters->tasks);
    g_mutex_clear(&setters->mutex);
    g_cond_clear(&setters->done);
    g_free(setters);
}

struct setting *setters_start(struct setters *setters, const struct product *product,
                              const struct layout_job *job)
{
    struct setting *setting = g_new0(struct setting, 1);
    *setting = (struct setting){.setters = setters, .product = product, .job = *job};
    tasks_add(setters->tasks, setting);
    return setting;
}

static bool is_done(struct setters *setters, const struct setting *setting)
{
    g_mutex_lock(&setters->mutex);
    bool done = setting->done;
    g_mutex_unlock(&setters->mutex);
    return done;
}

static void wait_for(struct setters *setters, const struct setting *setting)
{
    g_mutex_lock(&setters->mutex);
    setters->awaited = setting;
    while (!setting->done)
        g_cond_wait(&setters->done, &setters->mutex);
    setters->awaited = NULL;
    g_mutex_unlock(&setters->mutex);
}

struct layout *setting_wait(struct setting *setting)
{
    struct setters *setters = setting->setters;
    if (!is_done(setters, setting))
        tasks_help(setters->tasks);
    wait_for(setters, setting);
    struct layout *layout = setting->layout;
    g_free(setting);
    return layout;
}
