#include "base/digest.h"
#include "base/file.h"
#include "content/group.h"
#include "content/style.h"
#include "publish/last_good.h"

static void hash_file(struct digest *sum, const char *directory, const char *name)
{
    g_autofree char *path = g_build_filename(directory, name, NULL);
    g_autoptr(GBytes) bytes = file_peek(path);
    digest_add_file(sum, name, bytes);
}

static void hash_facts(struct digest *sum, const char *content_dir, struct diag *diag)
{
    g_autofree char *labels = g_build_filename(content_dir, "labels", NULL);
    g_autoptr(GPtrArray) names = file_is_absent(labels) ? NULL : file_list(labels, diag);
    hash_file(sum, content_dir, "clinic.yaml");
    hash_file(sum, content_dir, STYLE_FILE);
    for (guint i = 0; names && i < names->len; i++)
        hash_file(sum, labels, names->pdata[i]);
}

/* All that stands in products beside the articles' own words. */
char *last_good_hash_facts(const char *content_dir, struct diag *diag)
{
    struct digest *sum = digest_new();
    g_autofree char *shared = group_shared(content_dir);
    hash_facts(sum, content_dir, diag);
    if (shared)
        hash_facts(sum, shared, diag);
    return digest_end(sum);
}
