#include "publish/setters.h"

#include "base/stop.h"
#include "base/tasks.h"

struct setters {
    struct keep *keep;
    struct tasks *tasks;
    GMutex mutex; /* guards what settings came to, and the rest */
    GCond done;
    const struct setting *awaited; /* NULL: none is */
};

struct setting {
    struct setters *setters;
    const struct product *product;
    struct layout_job job;
    struct layout *layout;
    struct worker *worker; /* who has laid it out */
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

static void work(void *data)
{
    struct setting *setting = data;
    struct setters *setters = setting->setters;
    struct layout *layout =
        stop_asked() ? NULL : setters_lay_out(setters->keep, setting->product, setting->job);
    g_mutex_lock(&setters->mutex);
    setting->layout = layout;
    setting->worker = tasks_here(setters->tasks);
    setting->done = true;
    if (setting == setters->awaited)
        g_cond_signal(&setters->done);
    g_mutex_unlock(&setters->mutex);
}

struct setters *setters_new(struct keep *keep, struct tasks *tasks)
{
    struct setters *setters = g_new0(struct setters, 1);
    setters->keep = keep;
    setters->tasks = tasks;
    g_mutex_init(&setters->mutex);
    g_cond_init(&setters->done);
    return setters;
}

void setters_free(struct setters *setters)
{
    g_mutex_clear(&setters->mutex);
    g_cond_clear(&setters->done);
    g_free(setters);
}

struct setting *setters_start(struct setters *setters, const struct product *product,
                              const struct layout_job *job)
{
    struct setting *setting = g_new0(struct setting, 1);
    *setting = (struct setting){.setters = setters, .product = product, .job = *job};
    tasks_add(setters->tasks, work, setting);
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

struct layout *setting_wait(struct setting *setting, struct worker **worker)
{
    struct setters *setters = setting->setters;
    while (!is_done(setters, setting) && tasks_help(setters->tasks))
        continue;
    wait_for(setters, setting);
    struct layout *layout = setting->layout;
    if (worker)
        *worker = setting->worker;
    g_free(setting);
    return layout;
}
