/*
 * What the answers hold on, and they. (Fontconfig checks the times of folders alone when it takes
 * its own caches.)
 */
#include "layout/font_memo.h"

#include "base/cache.h"
#include "base/digest.h"

#include <stdbool.h>

/* The stamp; question -> answer. */
#define MEMO_TYPE "(sa{sas})"
/* Its answer is what all others hold on. */
#define FILES "files"

struct font_memo {
    char *name;          /* in the cache */
    char *stamp;         /* of the files; NULL: there are none yet */
    GHashTable *answers; /* question -> char ** */
    bool grown;          /* since it was kept */
};

static char *stamp_of(const char *const *files)
{
    struct digest *sum = digest_new();
    for (; *files; files++)
        digest_add_stamp(sum, *files);
    return digest_end(sum);
}

/* The cache tells bytes that are damaged: they need not be looked through once more. */
static void take_answers(struct font_memo *memo, GBytes *bytes)
{
    char *question, **answer;
    g_autoptr(GVariant) kept =
        g_variant_ref_sink(g_variant_new_from_bytes(G_VARIANT_TYPE(MEMO_TYPE), bytes, TRUE));
    g_autoptr(GVariantIter) answers = NULL;
    g_variant_get(kept, MEMO_TYPE, &memo->stamp, &answers);
    while (g_variant_iter_next(answers, "{s^as}", &question, &answer))
        g_hash_table_insert(memo->answers, question, answer);
}

static void forget(struct font_memo *memo)
{
    g_hash_table_remove_all(memo->answers);
    g_clear_pointer(&memo->stamp, g_free);
}

struct font_memo *font_memo_open(const char *path, const char *first)
{
    struct font_memo *memo = g_new0(struct font_memo, 1);
    memo->name = g_strdup_printf("fonts\n%s\n%s", path, first);
    memo->answers =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
    g_autoptr(GBytes) kept = cache_find(memo->name);
    if (kept)
        take_answers(memo, kept);
    const char *const *files = font_memo_files(memo);
    g_autofree char *now = files ? stamp_of(files) : NULL;
    if (g_strcmp0(now, memo->stamp) != 0)
        forget(memo);
    return memo;
}

static void keep(const struct font_memo *memo)
{
    GHashTableIter at;
    gpointer question, answer;
    GVariantBuilder answers;
    g_variant_builder_init(&answers, G_VARIANT_TYPE("a{sas}"));
    g_hash_table_iter_init(&at, memo->answers);
    while (g_hash_table_iter_next(&at, &question, &answer))
        g_variant_builder_add(&answers, "{s^as}", question, answer);
    g_autoptr(GVariant) all = g_variant_ref_sink(g_variant_new(MEMO_TYPE, memo->stamp, &answers));
    g_autoptr(GBytes) bytes = g_variant_get_data_as_bytes(all);
    cache_keep(memo->name, bytes);
}

void font_memo_free(struct font_memo *memo)
{
    if (!memo)
        return;
    if (memo->grown)
        keep(memo);
    forget(memo);
    g_hash_table_unref(memo->answers);
    g_free(memo->name);
    g_free(memo);
}

const char *const *font_memo_files(const struct font_memo *memo)
{
    return font_memo_get(memo, FILES);
}

static char **texts_of(const GPtrArray *list)
{
    GStrvBuilder *texts = g_strv_builder_new();
    for (guint i = 0; i < list->len; i++)
        g_strv_builder_add(texts, list->pdata[i]);
    char **all = g_strv_builder_end(texts);
    g_strv_builder_unref(texts);
    return all;
}

static void add_answer(struct font_memo *memo, const char *question, const GPtrArray *answer)
{
    g_hash_table_insert(memo->answers, g_strdup(question), texts_of(answer));
}

void font_memo_begin(struct font_memo *memo, const GPtrArray *files)
{
    g_auto(GStrv) paths = texts_of(files);
    g_autofree char *now = stamp_of((const char *const *)paths);
    if (g_strcmp0(now, memo->stamp) == 0)
        return;
    forget(memo);
    memo->stamp = g_steal_pointer(&now);
    add_answer(memo, FILES, files);
}

const char *const *font_memo_get(const struct font_memo *memo, const char *question)
{
    return g_hash_table_lookup(memo->answers, question);
}

const char *const *font_memo_put(struct font_memo *memo, const char *question,
                                 const GPtrArray *answer)
{
    add_answer(memo, question, answer);
    memo->grown = true;
    return font_memo_get(memo, question);
}
