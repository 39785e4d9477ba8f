/*
 * The record is text: a digest of what follows it, then key, numbers and findings. It is not synced
 * to the disk: what a power cut leaves of it does not fit the digest.
 */
#include "publish/told.h"

#include "base/digest.h"
#include "base/file.h"
#include "publish/begun.h"
#include "publish/store.h"
#include "publish/sums.h"

#include <stdio.h>
#include <string.h>

#define RECORD STORE_DIRECTORY "/.told"

static char *record_path(const char *out_dir)
{
    return g_build_filename(out_dir, RECORD, NULL);
}

/* What stands behind the digest; NULL: it does not fit. Lent by `text`. */
static const char *open_record(const char *text)
{
    if (!text || strlen(text) < DIGEST_DIGITS)
        return NULL;
    g_autofree char *digest = digest_of_text(text + DIGEST_DIGITS);
    return g_str_has_prefix(text, digest) ? text + DIGEST_DIGITS : NULL;
}

bool told_find(const char *out_dir, const char *key, struct told *out)
{
    g_autofree char *path = record_path(out_dir);
    g_autofree char *text = file_peek_text(path);
    const char *rest = open_record(text);
    int length = 0;
    if (!rest || !g_str_has_prefix(rest, key) ||
        sscanf(rest + strlen(key), "%u %u %u %d%n", &out->files, &out->warnings, &out->errors,
               &out->status, &length) != 4 ||
        begun_is_left(out_dir) || !sums_stand(out_dir))
        return false;
    out->findings = g_strdup(rest + strlen(key) + length + strlen("\n"));
    return true;
}

void told_keep(const char *out_dir, const char *key, const struct told *told)
{
    g_autofree char *path = record_path(out_dir);
    g_autofree char *rest = g_strdup_printf("%s %u %u %u %d\n%s", key, told->files, told->warnings,
                                            told->errors, told->status, told->findings);
    g_autofree char *digest = digest_of_text(rest);
    g_autofree char *text = g_strconcat(digest, rest, NULL);
    file_jot(path, text, strlen(text));
}

void told_clear(struct told *told)
{
    g_clear_pointer(&told->findings, g_free);
}
