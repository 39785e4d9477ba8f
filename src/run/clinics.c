/*
 * Which clinic is in which part follows from the names of all of them alone, so that machines need
 * not agree on anything else.
 */
#include "run/clinics.h"

#include "base/digest.h"
#include "base/program.h"
#include "content/group.h"
#include "publish/sums.h"
#include "run/command.h"

struct clinics *clinics_open(const char *group, const char *out, struct diag *diag)
{
    GPtrArray *names = group_clinics(group, diag);
    if (!names)
        return NULL;
    g_autofree char *shared = g_build_filename(group, GROUP_SHARED, NULL);
    struct clinics *clinics = g_new(struct clinics, 1);
    *clinics = (struct clinics){
        .group = g_strdup(group),
        .out = out ? g_strdup(out) : g_build_filename(group, DEFAULT_OUT, NULL),
        .shared = sums_of_folder(shared),
        .names = names,
    };
    return clinics;
}

void clinics_close(struct clinics *clinics)
{
    if (!clinics)
        return;
    g_free(clinics->group);
    g_free(clinics->out);
    g_free(clinics->shared);
    g_ptr_array_unref(clinics->names);
    g_free(clinics);
}

char *clinics_content(const struct clinics *clinics, guint index)
{
    return g_build_filename(clinics->group, GROUP_CLINICS, clinics->names->pdata[index], NULL);
}

char *clinics_out(const struct clinics *clinics, guint index)
{
    return g_build_filename(clinics->out, clinics->names->pdata[index], NULL);
}

char *clinics_digest(const struct clinics *clinics, guint index)
{
    g_autofree char *content = clinics_content(clinics, index);
    g_autofree char *own = sums_of_folder(content);
    g_autofree char *all = g_strjoin("\n", HANDOUT_VERSION, clinics->shared, own, NULL);
    return digest_of_text(all);
}

bool shard_read(const char *text, struct shard *out)
{
    g_auto(GStrv) parts = g_strsplit(text, "/", 2);
    guint64 number, count;
    bool ok = g_strv_length(parts) == 2 &&
              g_ascii_string_to_unsigned(parts[1], 10, 1, SHARDS_MAX, &count, NULL) &&
              g_ascii_string_to_unsigned(parts[0], 10, 1, count, &number, NULL);
    if (ok)
        *out = (struct shard){(guint)number, (guint)count};
    return ok;
}

bool shard_has(const struct shard *shard, guint index)
{
    return index % shard->count == shard->number - 1;
}
