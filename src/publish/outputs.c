#include "publish/outputs.h"

#include "base/paths.h"

#include <string.h>

struct outputs {
    struct diag *diag;
    GMutex mutex;               /* guards the rest */
    struct report_files *files; /* claimed in their order; told of when they are left */
    guint open;                 /* outputs that are not left */
};

struct outputs *outputs_new(struct diag *diag, guint files)
{
    struct outputs *outputs = g_new0(struct outputs, 1);
    outputs->diag = diag;
    outputs->files = report_files_new();
    report_files_expect(outputs->files, files);
    g_mutex_init(&outputs->mutex);
    return outputs;
}

/* Of a screen there is no place. */
static struct output *add(struct outputs *outputs, guint place)
{
    struct output *output = g_new0(struct output, 1);
    output->place = place;
    g_mutex_lock(&outputs->mutex);
    outputs->open++;
    g_mutex_unlock(&outputs->mutex);
    return output;
}

struct output *outputs_add(struct outputs *outputs)
{
    return add(outputs, REPORT_FILES_NONE);
}

struct output *outputs_claim(struct outputs *outputs, const struct report_file *file,
                             bool as_claimed)
{
    g_mutex_lock(&outputs->mutex);
    guint place = report_files_claim(outputs->files, file);
    g_mutex_unlock(&outputs->mutex);
    if (place == REPORT_FILES_NONE) {
        diag_report(outputs->diag, RULE_NAME_CLASH, (struct pos){.file = paths_number(file->path)},
                    "the %s format of '%s' and another product want this file; rename the article",
                    file->format, file->article);
        return NULL;
    }
    struct output *output = add(outputs, place);
    output->file = *file;
    output->as_claimed = as_claimed;
    if (!as_claimed)
        output->file.path = g_strdup(file->path);
    return output;
}

static void leave(struct outputs *outputs, struct output *output)
{
    bool file = output->place != REPORT_FILES_NONE;
    if (file && !output->made)
        report_files_drop(outputs->files, output->place);
    else if (file && !output->as_claimed)
        report_files_set(outputs->files, output->place, &output->file);
    if (!output->as_claimed)
        g_free(output->file.path);
    g_free(output);
    outputs->open--;
}

void outputs_leave(struct outputs *outputs, const GPtrArray *left)
{
    g_mutex_lock(&outputs->mutex);
    for (guint i = 0; i < left->len; i++)
        leave(outputs, left->pdata[i]);
    g_mutex_unlock(&outputs->mutex);
}

void outputs_finish(struct outputs *outputs, struct report *report)
{
    g_assert(outputs->open == 0);
    report_files_settle(outputs->files);
    report_files_move(report->files, outputs->files);
    report_files_free(outputs->files);
    g_mutex_clear(&outputs->mutex);
    g_free(outputs);
}
