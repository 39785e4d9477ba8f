/*
 * The files of a folder to be.
 */
#include "base/bundle.h"

static void file_free(struct bundle_file *file)
{
    g_bytes_unref(file->bytes);
    g_free(file->name);
    g_free(file->twin);
    g_free(file);
}

GPtrArray *bundle_new(void)
{
    return g_ptr_array_new_with_free_func((GDestroyNotify)file_free);
}

void bundle_add_twin(GPtrArray *bundle, const char *name, GBytes *bytes, const char *twin)
{
    struct bundle_file *file = g_new(struct bundle_file, 1);
    *file = (struct bundle_file){g_strdup(name), bytes, g_strdup(twin)};
    for (guint i = 0; i < bundle->len; i++)
        if (g_str_equal(((struct bundle_file *)bundle->pdata[i])->name, name)) {
            file_free(file);
            return;
        }
    g_ptr_array_add(bundle, file);
}

void bundle_add(GPtrArray *bundle, const char *name, GBytes *bytes)
{
    bundle_add_twin(bundle, name, bytes, NULL);
}
