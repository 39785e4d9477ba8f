/*
 * Paints and publishes. The caller's thread queues pages; workers paint them, write the bytes aside
 * and sync them, which is most of the waiting. The worker that paints the last page of a product
 * frees its layout. Awkward: layouts of screens are needed again, when all of them are there and
 * their show is written; they wait in their set.
 */
#include "publish/press.h"

#include "base/file.h"
#include "player/show.h"
#include "publish/folder.h"

/* Products that may wait for a worker before press_add waits too. */
#define QUEUE_LIMIT 16

/* A product with the count of its pages that are not painted yet. */
struct order {
    struct press_job job;
    gint left;
    bool waits; /* for its set, which frees it */
};

/* Screens that are published together or not at all. */
struct set {
    char *folder;
    GPtrArray *outputs; /* of struct output *, borrowed */
    GPtrArray *orders;  /* of struct order *, whose layouts the outputs point into */
    bool spoiled;
};

struct output {
    struct set *set;         /* NULL: published on its own */
    struct order *order;     /* of a set's output */
    const struct page *page; /* of a set's output */
    GBytes *bytes;           /* of a set's output, painted */
    bool made;               /* whole and in its place */
    struct report_file file;
};

struct page_task {
    struct order *order;
    struct output *output;
    size_t page;
};

struct press {
    struct press_setup setup;
    GThreadPool *pool;
    GPtrArray *outputs; /* of struct output *, in the order in which they were queued */
    GPtrArray *sets;    /* of struct set * */
    GHashTable *paths;  /* of all outputs (borrowed), to find clashes */
    GMutex mutex;       /* guards `waiting` */
    GCond progress;
    unsigned waiting; /* orders with pages left */
};

static void output_free(struct output *output)
{
    g_clear_pointer(&output->bytes, g_bytes_unref);
    g_free(output->file.path);
    g_free(output);
}

static void order_free(struct order *order)
{
    layout_free(order->job.layout);
    order->job.done(order->job.user);
    g_free(order);
}

static void set_free(struct set *set)
{
    g_ptr_array_unref(set->outputs);
    g_ptr_array_unref(set->orders);
    g_free(set->folder);
    g_free(set);
}

static void order_finish(struct press *press, struct order *order)
{
    if (!order->waits)
        order_free(order);
    g_mutex_lock(&press->mutex);
    press->waiting--;
    g_cond_signal(&press->progress);
    g_mutex_unlock(&press->mutex);
}

/* The picture of a page, painted unless one that looks the same was before. */
static GBytes *paint_screen(struct press *press, const struct press_job *job,
                            const struct paint_job *paint)
{
    const struct layout *layout = job->layout;
    g_autofree char *digest = NULL;
    GBytes *bytes = keep_find_picture(press->setup.keep, layout->pages->pdata[paint->page],
                                      layout->title, layout->lang, paint->width_px, &digest);
    if (!bytes && (bytes = job->painter->paint(paint)))
        keep_add_picture(press->setup.keep, digest, bytes);
    return bytes;
}

static void make_output(struct press *press, const struct page_task *task)
{
    const struct press_job *job = &task->order->job;
    struct output *output = task->output;
    struct paint_job paint = {.layout = job->layout,
                              .page = task->page,
                              .width_px = job->width_px,
                              .diag = press->setup.diag};
    if (output->set) {
        output->bytes = paint_screen(press, job, &paint);
        return;
    }
    g_autoptr(GBytes) bytes = job->painter->paint(&paint);
    if (!bytes)
        return;
    output->file.bytes = g_bytes_get_size(bytes);
    output->made = file_write(output->file.path, bytes, press->setup.diag);
}

static void work(gpointer data, gpointer user)
{
    struct page_task *task = data;
    struct press *press = user;
    make_output(press, task);
    if (g_atomic_int_dec_and_test(&task->order->left))
        order_finish(press, task->order);
    g_free(task);
}

struct press *press_new(const struct press_setup *setup)
{
    struct press *press = g_new0(struct press, 1);
    press->setup = *setup;
    press->pool = g_thread_pool_new(work, press, (gint)g_get_num_processors(), FALSE, NULL);
    press->outputs = g_ptr_array_new_with_free_func((GDestroyNotify)output_free);
    press->sets = g_ptr_array_new_with_free_func((GDestroyNotify)set_free);
    press->paths = g_hash_table_new(g_str_hash, g_str_equal);
    g_mutex_init(&press->mutex);
    g_cond_init(&press->progress);
    return press;
}

/* The set that pages of this product and painter belong to, or NULL. A product that is painted in
 * another way than it is meant for (a preview) makes no set. */
static struct set *find_set(struct press *press, const struct product *product,
                            const struct painter *painter)
{
    if (!painter->by_page || product->painter != painter)
        return NULL;
    for (guint i = 0; i < press->sets->len; i++) {
        struct set *set = press->sets->pdata[i];
        if (g_str_equal(set->folder, product->folder))
            return set;
    }
    struct set *set = g_new0(struct set, 1);
    set->folder = g_strdup(product->folder);
    set->outputs = g_ptr_array_new();
    set->orders = g_ptr_array_new_with_free_func((GDestroyNotify)order_free);
    g_ptr_array_add(press->sets, set);
    return set;
}

void press_spoil(struct press *press, const struct product *product, const struct painter *painter)
{
    struct set *set = find_set(press, product, painter);
    if (set)
        set->spoiled = true;
}

static char *output_name(const struct press_job *job, size_t page)
{
    const char *suffix = job->painter->suffix;
    if (job->painter->by_page)
        return g_strdup_printf("%s%s-%zu.%s", job->article, job->product->suffix, page + 1, suffix);
    return g_strdup_printf("%s%s.%s", job->article, job->product->suffix, suffix);
}

static struct output *output_new(struct press *press, struct order *order, struct set *set,
                                 size_t page)
{
    const struct press_job *job = &order->job;
    struct output *output = g_new0(struct output, 1);
    output->set = set;
    output->order = order;
    output->page = job->layout->pages->pdata[page];
    output->file =
        (struct report_file){.article = job->article,
                             .printing = job->product->printing,
                             .format = job->product->name,
                             .pages = job->painter->by_page ? 1 : job->layout->pages->len};
    g_ptr_array_add(press->outputs, output);
    if (set) { /* its name is known when it is painted */
        g_ptr_array_add(set->outputs, output);
        return output;
    }
    g_autofree char *name = output_name(job, page);
    output->file.path = g_build_filename(press->setup.out_dir, job->product->folder, name, NULL);
    return output;
}

/* True, reported, when another product has this path already. */
static bool clashes(struct press *press, const struct output *output)
{
    if (output->set || g_hash_table_add(press->paths, output->file.path))
        return false;
    diag_report(press->setup.diag, RULE_NAME_CLASH,
                (struct pos){.path = g_intern_string(output->file.path)},
                "the %s format of '%s' and another product want this file; rename the article",
                output->file.format, output->file.article);
    return true;
}

/* Waits until fewer than QUEUE_LIMIT products are on their way, and counts one more. */
static void enter_queue(struct press *press)
{
    g_mutex_lock(&press->mutex);
    while (press->waiting >= QUEUE_LIMIT)
        g_cond_wait(&press->progress, &press->mutex);
    press->waiting++;
    g_mutex_unlock(&press->mutex);
}

void press_add(struct press *press, struct press_job job)
{
    size_t n_files = job.painter->by_page ? job.layout->pages->len : 1;
    struct set *set = find_set(press, job.product, job.painter);
    struct order *order = g_new(struct order, 1);
    /* One more than there are files, so that the order outlives this function. */
    *order = (struct order){.job = job, .left = (gint)n_files + 1, .waits = set != NULL};
    if (set)
        g_ptr_array_add(set->orders, order);
    enter_queue(press);
    for (size_t page = 0; page < n_files; page++) {
        struct output *output = output_new(press, order, set, page);
        if (clashes(press, output)) {
            g_atomic_int_add(&order->left, -1);
            continue;
        }
        struct page_task task = {.order = order, .output = output, .page = page};
        g_thread_pool_push(press->pool, g_memdup2(&task, sizeof task), NULL);
    }
    if (g_atomic_int_dec_and_test(&order->left))
        order_finish(press, order);
}

static bool set_is_whole(const struct set *set)
{
    for (guint i = 0; i < set->outputs->len; i++)
        if (!((const struct output *)set->outputs->pdata[i])->bytes)
            return false;
    return !set->spoiled && set->outputs->len > 0;
}

/* How many slides of the same article and slug there are up to this one. */
static unsigned count_same(GHashTable *counts, const struct output *output)
{
    char *key = g_strconcat(output->file.article, "/", output->page->slug, NULL);
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) + 1;
    g_hash_table_replace(counts, key, GUINT_TO_POINTER(count));
    return count;
}

static GPtrArray *set_slides(const struct press *press, const struct set *set)
{
    GPtrArray *slides = g_ptr_array_new_with_free_func((GDestroyNotify)slide_free);
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < set->outputs->len; i++) {
        const struct output *output = set->outputs->pdata[i];
        const struct press_job *job = &output->order->job;
        struct slide_source source = {.layout = job->layout,
                                      .page = output->page,
                                      .article = job->article,
                                      .schedule = job->schedule,
                                      .png = output->bytes,
                                      .width_px = job->width_px};
        g_ptr_array_add(
            slides, slide_new(&source, press->setup.show.style, i + 1, count_same(counts, output)));
    }
    return slides;
}

static void tell_slide(struct output *output, const struct slide *slide, const char *directory)
{
    output->made = true;
    output->file.bytes = g_bytes_get_size(output->bytes);
    output->file.path = g_build_filename(directory, slide->src, NULL);
    output->file.screen = (struct report_screen){.words = slide->words,
                                                 .seconds = slide->dwell_s,
                                                 .lines = slide->lines,
                                                 .cap_mm = slide->cap_mm,
                                                 .arcmin = slide->arcmin,
                                                 .contrast = slide->min_contrast,
                                                 .d20_m = slide->d20_m,
                                                 .binding = slide->binding};
}

static void publish_set(struct press *press, const struct set *set, struct report *report)
{
    if (!set_is_whole(set))
        return;
    g_autofree char *directory = g_build_filename(press->setup.out_dir, set->folder, NULL);
    struct cycle *cycle = cycle_new(&press->setup.show, set_slides(press, set),
                                    keep_webfonts(press->setup.keep), press->setup.diag);
    g_autoptr(GPtrArray) files = show_bundle(cycle);
    if (folder_publish(files, directory, report->removed, press->setup.diag)) {
        report->loop_s = cycle->loop_s;
        for (guint i = 0; i < set->outputs->len; i++)
            tell_slide(set->outputs->pdata[i], cycle->slides->pdata[i], directory);
    }
    cycle_free(cycle);
}

void press_finish(struct press *press, struct report *report)
{
    g_thread_pool_free(press->pool, FALSE, TRUE);
    for (guint i = 0; i < press->sets->len; i++)
        publish_set(press, press->sets->pdata[i], report);
    for (guint i = 0; i < press->outputs->len; i++) {
        const struct output *output = press->outputs->pdata[i];
        if (output->made)
            report_add_file(report, output->file);
    }
    g_hash_table_unref(press->paths);
    g_ptr_array_unref(press->sets);
    g_ptr_array_unref(press->outputs);
    g_mutex_clear(&press->mutex);
    g_cond_clear(&press->progress);
    g_free(press);
}
