#include "publish/outputs.h"

#include "base/digest.h"
#include "base/intern.h"

#include <string.h>

struct outputs {
    struct diag *diag;
    GHashTable *paths;         /* of all files, by their digest_number */
    GMutex mutex;              /* guards the rest */
    GQueue queue;              /* of struct output *, owned, from the first on that is not left */
    struct report_files *made; /* of those before */
};

struct outputs *outputs_new(struct diag *diag)
{
    struct outputs *outputs = g_new0(struct outputs, 1);
    outputs->diag = diag;
    outputs->paths = g_hash_table_new(NULL, NULL);
    outputs->made = report_files_new();
    g_mutex_init(&outputs->mutex);
    return outputs;
}

struct output *outputs_add(struct outputs *outputs)
{
    struct output *output = g_new0(struct output, 1);
    g_mutex_lock(&outputs->mutex);
    g_queue_push_tail(&outputs->queue, output);
    g_mutex_unlock(&outputs->mutex);
    return output;
}

struct output *outputs_claim(struct outputs *outputs, const struct report_file *file)
{
    guint64 number = digest_number(file->path, strlen(file->path));
    if (!g_hash_table_add(outputs->paths, GSIZE_TO_POINTER(number))) {
        diag_report(outputs->diag, RULE_NAME_CLASH, (struct pos){.path = intern(file->path)},
                    "the %s format of '%s' and another product want this file; rename the article",
                    file->format, file->article);
        return NULL;
    }
    struct output *output = outputs_add(outputs);
    output->file = *file;
    output->file.path = g_strdup(file->path);
    return output;
}

/* Takes those off that are left, and before which all are. */
static void take_left(struct outputs *outputs)
{
    for (struct output *first; (first = g_queue_peek_head(&outputs->queue)) && first->left;) {
        g_queue_pop_head(&outputs->queue);
        if (first->made)
            report_files_add(outputs->made, &first->file);
        g_free(first->file.path);
        g_free(first);
    }
}

void outputs_leave(struct outputs *outputs, const GPtrArray *left)
{
    g_mutex_lock(&outputs->mutex);
    for (guint i = 0; i < left->len; i++)
        ((struct output *)left->pdata[i])->left = true;
    take_left(outputs);
    g_mutex_unlock(&outputs->mutex);
}

void outputs_finish(struct outputs *outputs, struct report *report)
{
    g_assert(g_queue_is_empty(&outputs->queue));
    report_files_move(report->files, outputs->made);
    report_files_free(outputs->made);
    g_hash_table_unref(outputs->paths);
    g_mutex_clear(&outputs->mutex);
    g_free(outputs);
}
