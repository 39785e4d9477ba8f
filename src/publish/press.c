/*
 * Paints and publishes. The caller's thread queues pages; workers paint them, write the bytes aside
 * and sync them, which is most of the waiting. The worker that paints the last page of a product
 * frees its layout. Awkward: the paths of screens must be known when they are queued, so numbers
 * run over all products of a set in the order of press_add; a product that fails makes the numbers
 * after it wrong, but then the set is not published at all.
 */
#include "publish/press.h"

#include "base/file.h"
#include "publish/lobby.h"

/* Products that may wait for a worker before press_add waits too. */
#define QUEUE_LIMIT 16

/* A product with the count of its pages that are not painted yet. */
struct order {
    struct product product;
    gint left;
};

/* Screens that are published together or not at all. */
struct set {
    char *folder;
    GPtrArray *outputs; /* of struct output *, borrowed */
    bool spoiled;
};

struct output {
    struct staged_file staged;
    struct set *set; /* NULL: published on its own */
    bool made;       /* whole and in its place (in a set: staged until the set is published) */
    struct report_file file;
};

struct page_task {
    struct order *order;
    struct output *output;
    size_t page;
};

struct press {
    char *out_dir;
    struct diag *diag;
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
    file_unstage(&output->staged);
    g_free(output->file.path);
    g_free(output);
}

static void set_free(struct set *set)
{
    g_ptr_array_unref(set->outputs);
    g_free(set->folder);
    g_free(set);
}

static void order_finish(struct press *press, struct order *order)
{
    layout_free(order->product.layout);
    order->product.done(order->product.user);
    g_free(order);
    g_mutex_lock(&press->mutex);
    press->waiting--;
    g_cond_signal(&press->progress);
    g_mutex_unlock(&press->mutex);
}

static void make_output(struct press *press, const struct page_task *task)
{
    const struct product *product = &task->order->product;
    struct output *output = task->output;
    struct paint_job job = {.layout = product->layout,
                            .page = task->page,
                            .width_px = product->width_px,
                            .diag = press->diag};
    g_autoptr(GBytes) bytes = product->painter->paint(&job);
    if (!bytes)
        return;
    output->file.bytes = g_bytes_get_size(bytes);
    output->made = file_stage(&output->staged, output->file.path, bytes, press->diag) &&
                   (output->set || file_publish(&output->staged, press->diag));
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

struct press *press_new(const char *out_dir, struct diag *diag)
{
    struct press *press = g_new0(struct press, 1);
    press->out_dir = g_strdup(out_dir);
    press->diag = diag;
    press->pool = g_thread_pool_new(work, press, (gint)g_get_num_processors(), FALSE, NULL);
    press->outputs = g_ptr_array_new_with_free_func((GDestroyNotify)output_free);
    press->sets = g_ptr_array_new_with_free_func((GDestroyNotify)set_free);
    press->paths = g_hash_table_new(g_str_hash, g_str_equal);
    g_mutex_init(&press->mutex);
    g_cond_init(&press->progress);
    return press;
}

/* The set that pages of this format and painter belong to, or NULL. A format that is painted in
 * another way than it is meant for (a preview) makes no set. */
static struct set *find_set(struct press *press, const struct format *format,
                            const struct painter *painter)
{
    if (!painter->by_page || !g_str_equal(format->painter, painter->name))
        return NULL;
    for (guint i = 0; i < press->sets->len; i++) {
        struct set *set = press->sets->pdata[i];
        if (g_str_equal(set->folder, format->folder))
            return set;
    }
    struct set *set = g_new0(struct set, 1);
    set->folder = g_strdup(format->folder);
    set->outputs = g_ptr_array_new();
    g_ptr_array_add(press->sets, set);
    return set;
}

void press_spoil(struct press *press, const struct format *format, const struct painter *painter)
{
    struct set *set = find_set(press, format, painter);
    if (set)
        set->spoiled = true;
}

static char *output_name(const struct product *product, const struct set *set, size_t page)
{
    const struct page *first = product->layout->pages->pdata[page];
    const char *suffix = product->painter->suffix;
    if (set)
        return lobby_name(set->outputs->len + 1, first->slug, suffix);
    if (product->painter->by_page)
        return g_strdup_printf("%s%s-%zu.%s", product->article, product->format->suffix, page + 1,
                               suffix);
    return g_strdup_printf("%s%s.%s", product->article, product->format->suffix, suffix);
}

static struct output *output_new(struct press *press, const struct product *product,
                                 struct set *set, size_t page)
{
    struct output *output = g_new0(struct output, 1);
    g_autofree char *name = output_name(product, set, page);
    output->set = set;
    output->file = (struct report_file){
        .path = g_build_filename(press->out_dir, product->format->folder, name, NULL),
        .article = product->article,
        .format = product->format->name,
        .pages = product->painter->by_page ? 1 : product->layout->pages->len};
    g_ptr_array_add(press->outputs, output);
    if (set)
        g_ptr_array_add(set->outputs, output);
    return output;
}

/* True, reported, when another product has this path already. */
static bool clashes(struct press *press, const struct output *output)
{
    if (g_hash_table_add(press->paths, output->file.path))
        return false;
    diag_report(press->diag, RULE_NAME_CLASH,
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

void press_add(struct press *press, struct product product)
{
    size_t n_files = product.painter->by_page ? product.layout->pages->len : 1;
    struct set *set = find_set(press, product.format, product.painter);
    struct order *order = g_new(struct order, 1);
    /* One more than there are files, so that the order outlives this function. */
    *order = (struct order){.product = product, .left = (gint)n_files + 1};
    enter_queue(press);
    for (size_t page = 0; page < n_files; page++) {
        struct output *output = output_new(press, &product, set, page);
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
        if (!((const struct output *)set->outputs->pdata[i])->made)
            return false;
    return !set->spoiled && set->outputs->len > 0;
}

/* Puts the staged screens in place if there are all of them; the others count as not made. */
static bool publish_set(struct press *press, const struct set *set)
{
    bool ok = set_is_whole(set);
    for (guint i = 0; i < set->outputs->len; i++) {
        struct output *output = set->outputs->pdata[i];
        ok = ok && file_publish(&output->staged, press->diag);
        output->made = ok;
    }
    return ok;
}

static void sweep_set(struct press *press, const struct set *set, struct report *report)
{
    g_autofree char *directory = g_build_filename(press->out_dir, set->folder, NULL);
    g_autoptr(GHashTable) keep = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < set->outputs->len; i++)
        g_hash_table_add(keep, ((struct output *)set->outputs->pdata[i])->file.path);
    lobby_sweep(directory, keep, report->removed, press->diag);
}

void press_finish(struct press *press, struct report *report)
{
    g_thread_pool_free(press->pool, FALSE, TRUE);
    for (guint i = 0; i < press->sets->len; i++)
        if (publish_set(press, press->sets->pdata[i]))
            sweep_set(press, press->sets->pdata[i], report);
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
    g_free(press->out_dir);
    g_free(press);
}
