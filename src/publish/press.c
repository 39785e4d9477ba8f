/*
 * Makes and publishes. The caller's thread queues pages; workers paint them and write the bytes
 * aside, and whoever makes some files too many to wait puts all of them in place. Who makes the
 * last file of a product frees its layout. Awkward: layouts of screens are needed again, when their
 * show is written. And what leads to others waits until they are in place: when nothing else is
 * left to do, they are put there.
 */
#include "publish/press.h"

#include "base/digest.h"
#include "base/stop.h"
#include "base/tasks.h"
#include "base/threads.h"
#include "publish/forms.h"
#include "publish/outputs.h"
#include "publish/placing.h"
#include "publish/press_job.h"

/* Products of each processor that are to be made before press_add waits. */
#define QUEUE_LIMIT 4

/* A job with the counts of its files that are not made, and not in place yet. */
struct order {
    struct press_job job;
    GPtrArray *outputs; /* of struct output *, lent: its files */
    size_t wanted;      /* files or pages, whether there is room for them or not */
    gint unmade, left;
    bool waits; /* for the show, which reads its layout */
    bool leads; /* to the others of its party, and waits for them */
};

struct page_task {
    struct press *press;
    struct order *order;
    struct output *output;
    size_t page; /* of a painter by page; else which of the job's files */
};

struct party {
    gint left;           /* products that are not made, and one until it is closed */
    struct order *last;  /* the product that leads to the others; NULL: there is none */
    struct output *page; /* its file */
    GPtrArray *outputs;  /* of struct output *, lent: the files of all */
};

struct press {
    struct press_setup setup;
    GPtrArray *shown; /* of struct order *: those that wait for the show */
    struct outputs *outputs;
    struct placing *placing;
    GMutex mutex; /* guards the rest */
    GCond progress;
    GPtrArray *made;         /* of struct order *: those whose words nobody reads any more */
    GPtrArray *retired;      /* of struct order *: those that are done with */
    const unsigned *awaited; /* one of the counts below; NULL: nobody waits */
    unsigned enough;         /* of what is awaited, at most */
    unsigned tasks_left;     /* that are begun, or wait for a worker */
    unsigned unmade;         /* orders with files that are to be made, but for those that lead */
    unsigned left;           /* orders that are not done with */
};

/* Once. */
static void let_go_of_words(void *data)
{
    struct press_job *job = &((struct order *)data)->job;
    if (job->made)
        job->made(job->user);
    job->made = NULL;
}

static void order_free(struct order *order)
{
    let_go_of_words(order);
    layout_free(order->job.layout);
    g_ptr_array_unref(order->outputs);
    g_free(order->job.key);
    stored_free(order->job.stored);
    order->job.done(order->job.user);
    g_free(order);
}

static void work(void *data);
static void start(struct press *press, struct order *order, struct output *output, size_t page)
{
    const struct page_task what = {.press = press, .order = order, .output = output, .page = page};
    struct page_task *task = g_memdup2(&what, sizeof what);
    g_mutex_lock(&press->mutex);
    press->tasks_left++;
    g_mutex_unlock(&press->mutex);
    if (order->job.laid_by)
        tasks_add_for(press->setup.tasks, order->job.laid_by, work, task);
    else
        tasks_add(press->setup.tasks, work, task);
}

/* Who waits is not woken for less than what it can go on with. */
static void count_down(struct press *press, unsigned *count)
{
    g_mutex_lock(&press->mutex);
    (*count)--;
    if (press->awaited && (*press->awaited <= press->enough || press->tasks_left == 0))
        g_cond_signal(&press->progress);
    g_mutex_unlock(&press->mutex);
}

static void party_free(struct press *press, struct party *party)
{
    outputs_leave(press->outputs, party->outputs);
    g_ptr_array_unref(party->outputs);
    g_free(party);
}

/* One product less is on its way. */
static void leave_party(struct press *press, struct party *party)
{
    if (!g_atomic_int_dec_and_test(&party->left))
        return;
    if (party->last)
        start(press, party->last, party->page, 0);
    else
        party_free(press, party);
}

/* Screens aside, which the wall knows. */
static bool are_made(const GPtrArray *outputs)
{
    for (guint i = 0; i < outputs->len; i++) {
        const struct output *output = outputs->pdata[i];
        if (!output->made && !output->screen)
            return false;
    }
    return true;
}

/* What it came to, if all of it was made, and all that it leads to. */
static void keep_in_mind(struct order *order)
{
    struct press_job *job = &order->job;
    const GPtrArray *led_to = order->leads ? job->party->outputs : order->outputs;
    if (!job->key || order->outputs->len < order->wanted || !are_made(order->outputs) ||
        !are_made(led_to))
        return;
    for (guint i = 0; i < order->outputs->len; i++) {
        const struct output *output = order->outputs->pdata[i];
        stored_add_file(job->stored, &output->file);
        stored_add_stamp(job->stored, output->file.path);
    }
    record_put(job->record, job->product->name, job->key, g_steal_pointer(&job->stored));
}

static void order_finish(struct press *press, struct order *order)
{
    keep_in_mind(order);
    struct party *party = order->job.party;
    if (party && !order->leads)
        leave_party(press, party);
    else if (party && party->last == order)
        party_free(press, party);
    else if (!party)
        outputs_leave(press->outputs, order->outputs);
    g_mutex_lock(&press->mutex);
    if (!order->waits)
        g_ptr_array_add(press->retired, order);
    g_mutex_unlock(&press->mutex);
    count_down(press, &press->left);
}

/* One of its files more is made, or cannot be. */
static void leave_making(struct press *press, struct order *order)
{
    if (!g_atomic_int_dec_and_test(&order->unmade))
        return;
    if (!order->waits) {
        g_clear_pointer(&order->job.layout, layout_free);
        g_mutex_lock(&press->mutex);
        g_ptr_array_add(press->made, order);
        g_mutex_unlock(&press->mutex);
    }
    if (!order->leads)
        count_down(press, &press->unmade);
}

/* One of its files more is in place, or cannot be. */
static void leave_order(struct press *press, struct order *order)
{
    if (g_atomic_int_dec_and_test(&order->left))
        order_finish(press, order);
}

/* What the others of its party are: they lie where its page leads to before it does. */
static GPtrArray *find_forms(const struct press *press, const struct press_job *job)
{
    GPtrArray *forms = g_ptr_array_new_with_free_func((GDestroyNotify)form_free);
    for (guint i = 0; i < job->party->outputs->len; i++) {
        const struct output *output = job->party->outputs->pdata[i];
        struct form *form = output->made ? form_of(&output->file, job->document->labels) : NULL;
        if (!form)
            continue;
        g_ptr_array_add(forms, form);
        form_offer(&output->file, press->setup.out_dir, press->setup.diag);
    }
    return forms;
}

static GBytes *write_bytes(const struct press *press, const struct press_job *job)
{
    g_autoptr(GPtrArray) forms = job->product->listed && job->party ? find_forms(press, job) : NULL;
    return press_job_write(job, press->setup.style, forms);
}

/* NULL: it cannot be made. */
static GBytes *make_file(struct press *press, struct output *output, const struct press_job *job,
                         struct paint_job paint)
{
    const struct painter *painter = press_job_maker(job, paint.page).painter;
    paint.attachments = painter && painter->attaches ? job->attachments : NULL;
    GBytes *bytes = painter ? painter->paint(&paint) : write_bytes(press, job);
    if (!bytes)
        return NULL;
    g_autofree char *digest = digest_of_bytes(bytes);
    g_strlcpy(output->file.digest, digest, sizeof output->file.digest);
    output->file.bytes = g_bytes_get_size(bytes);
    press_job_count_sides(job, bytes, &output->file);
    return bytes;
}

/* The bytes of what is a file of its own. */
static GBytes *make_output(struct press *press, const struct page_task *task)
{
    const struct press_job *job = &task->order->job;
    struct paint_job paint = {.layout = job->layout,
                              .page = task->page,
                              .width_px = job->width_px,
                              .diag = press->setup.diag};
    if (!task->output->screen)
        return make_file(press, task->output, job, paint);
    wall_paint(press->setup.wall, task->output->screen, job->maker.painter, &paint);
    return NULL;
}

static void end_task(void *user, void *data, bool placed)
{
    struct press *press = user;
    struct page_task *task = data;
    task->output->made = placed;
    leave_order(press, task->order);
    g_free(task);
}

static void work(void *data)
{
    struct page_task *task = data;
    struct press *press = task->press;
    g_autoptr(GBytes) bytes = stop_asked() ? NULL : make_output(press, task);
    leave_making(press, task->order);
    if (bytes)
        placing_add(press->placing, &task->output->file, bytes, task);
    else
        end_task(press, task, false);
    count_down(press, &press->tasks_left);
}

static GPtrArray *orders_new(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)order_free);
}

static GPtrArray *made_new(void)
{
    return g_ptr_array_new_with_free_func(let_go_of_words);
}

/* What is made, and what is done with after that, is let go of by the thread that calls the press,
 * as that one has made it: in others it would be in the way of who makes more. */
static void let_go(struct press *press)
{
    g_mutex_lock(&press->mutex);
    GPtrArray *made = press->made, *retired = press->retired;
    press->made = made_new();
    press->retired = orders_new();
    g_mutex_unlock(&press->mutex);
    g_ptr_array_unref(made);
    g_ptr_array_unref(retired);
}

struct press *press_new(const struct press_setup *setup)
{
    struct press *press = g_new0(struct press, 1);
    press->setup = *setup;
    press->placing = placing_new(setup->memory, setup->diag, end_task, press);
    press->outputs = outputs_new(setup->diag, setup->memory ? last_good_count(setup->memory) : 0);
    press->shown = orders_new();
    press->made = made_new();
    press->retired = orders_new();
    g_mutex_init(&press->mutex);
    g_cond_init(&press->progress);
    return press;
}

static struct output *add_screen(struct press *press, const struct press_job *job, size_t page)
{
    struct output *output = outputs_add(press->outputs);
    struct slide_source source = {.document = job->document,
                                  .layout = job->layout,
                                  .page = job->layout->pages->pdata[page],
                                  .article = job->article,
                                  .topic = job->topic,
                                  .category = job->category,
                                  .act = job->act,
                                  .schedule = job->schedule,
                                  .width_px = job->width_px};
    output->screen = wall_add(press->setup.wall, job->product, &source);
    return output;
}

static struct output *add_file(struct press *press, const struct press_job *job, size_t page)
{
    g_autofree char *name = press_job_name(job, page);
    g_autofree char *path = g_build_filename(press->setup.out_dir, name, NULL);
    const struct report_file file = press_job_file(job, page, path);
    return outputs_claim(press->outputs, &file, false);
}

/* False: there is nothing to do but to wait for others. */
static bool go_on(struct press *press)
{
    if (tasks_help(press->setup.tasks))
        return true;
    g_mutex_lock(&press->mutex);
    bool idle = press->tasks_left == 0;
    g_mutex_unlock(&press->mutex);
    return idle && placing_settle(press->placing);
}

/* Until so many of them are counted at most. */
static void wait_until(struct press *press, const unsigned *count, unsigned most)
{
    g_mutex_lock(&press->mutex);
    press->awaited = count;
    press->enough = most;
    while (*count > most) {
        g_mutex_unlock(&press->mutex);
        bool done = go_on(press);
        g_mutex_lock(&press->mutex);
        if (!done && *count > most && press->tasks_left > 0)
            g_cond_wait(&press->progress, &press->mutex);
    }
    press->awaited = NULL;
    g_mutex_unlock(&press->mutex);
}

/* Waits until there is room for one more product that is to be made, and counts it. What leads to
 * others has no layout, and waits for as many files as are put in place together. */
static void enter_queue(struct press *press, const struct order *order)
{
    if (!order->leads)
        wait_until(press, &press->unmade, QUEUE_LIMIT * threads_most() - 1);
    g_mutex_lock(&press->mutex);
    press->unmade += !order->leads;
    press->left++;
    g_mutex_unlock(&press->mutex);
    let_go(press);
}

void press_add(struct press *press, struct press_job job)
{
    size_t n_files = press_job_is_by_page(&job) ? job.layout->pages->len : job.also ? 2 : 1;
    struct party *party = job.party;
    struct order *order = g_new(struct order, 1);
    /* One more than there are files, so that the order outlives this function. */
    *order = (struct order){.job = job,
                            .outputs = g_ptr_array_new(),
                            .wanted = n_files,
                            .unmade = (gint)n_files + 1,
                            .left = (gint)n_files + 1,
                            .waits = wall_takes(job.product, job.maker.painter),
                            .leads = party && job.product->listed};
    if (party && !order->leads)
        g_atomic_int_inc(&party->left);
    if (order->waits)
        g_ptr_array_add(press->shown, order);
    enter_queue(press, order);
    for (size_t page = 0; page < n_files; page++) {
        struct output *output =
            order->waits ? add_screen(press, &job, page) : add_file(press, &job, page);
        if (!output) {
            g_atomic_int_add(&order->unmade, -1);
            g_atomic_int_add(&order->left, -1);
            continue;
        }
        g_ptr_array_add(order->outputs, output);
        if (party)
            g_ptr_array_add(party->outputs, output);
        if (!order->leads) {
            start(press, order, output, page);
            continue;
        }
        party->last = order;
        party->page = output;
    }
    leave_making(press, order);
    leave_order(press, order);
}

void press_add_made(struct press *press, const struct stored *stored, struct party *party)
{
    g_autoptr(GPtrArray) alone = party ? NULL : g_ptr_array_new();
    for (guint i = 0; i < stored->files->len; i++) {
        struct output *output = outputs_claim(press->outputs, stored->files->pdata[i], true);
        if (!output)
            continue;
        output->made = true;
        g_ptr_array_add(party ? party->outputs : alone, output);
    }
    if (alone)
        outputs_leave(press->outputs, alone);
}

struct party *press_open_party(void)
{
    struct party *party = g_new0(struct party, 1);
    party->left = 1;
    party->outputs = g_ptr_array_new();
    return party;
}

void press_close_party(struct press *press, struct party *party)
{
    leave_party(press, party);
}

void press_finish(struct press *press, struct report *report)
{
    wait_until(press, &press->left, 0); /* the last of a party may still be added */
    wait_until(press, &press->tasks_left, 0);
    placing_free(press->placing);
    outputs_finish(press->outputs, report);
    wall_publish(press->setup.wall, report);
    let_go(press);
    g_ptr_array_unref(press->made);
    g_ptr_array_unref(press->retired);
    g_ptr_array_unref(press->shown);
    g_mutex_clear(&press->mutex);
    g_cond_clear(&press->progress);
    g_free(press);
}
