/*
 * What the answers hold on, and they. (Fontconfig checks the times of folders alone when it takes
 * its own caches.)
 */
#include "layout/font_memo.h"

#include "base/cache.h"
#include "base/digest.h"

#include <stdbool.h>
#include <string.h>

/* The stamp; question -> answer: texts, each with its NUL, since lists of strings take GVariant
 * longer than all the rest. */
#define MEMO_TYPE "(sa{say})"
/* Its answer is what all others hold on. */
#define FILES "files"

/* Room for what is answered anew, at a time. [bytes] */
enum { CHUNK = 1024 };

struct font_memo {
    char *name;          /* in the cache */
    char *stamp;         /* of the files; NULL: there are none yet */
    GHashTable *answers; /* question -> const char **, which is owned; the texts are lent */
    GVariant *kept;      /* by it, and */
    GStringChunk *added; /* by this */
    bool grown;          /* since it was kept */
};

static char *stamp_of(const char *const *files, guint count)
{
    struct digest *sum = digest_new();
    for (guint i = 0; i < count; i++)
        digest_add_stamp(sum, files[i]);
    return digest_end(sum);
}

/* Lent by the bytes; NULL behind the last. */
static const char **texts_in(GVariant *bytes)
{
    gsize size;
    const char *text = g_variant_get_fixed_array(bytes, &size, 1), *end = text + size;
    GPtrArray *texts = g_ptr_array_new();
    for (; text < end; text += strlen(text) + 1)
        g_ptr_array_add(texts, (gpointer)text);
    g_ptr_array_add(texts, NULL);
    return (const char **)g_ptr_array_free(texts, FALSE);
}

static GVariant *bytes_of(const char *const *texts)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    for (; *texts; texts++)
        g_byte_array_append(bytes, (const guint8 *)*texts, (guint)strlen(*texts) + 1);
    return g_variant_new_fixed_array(G_VARIANT_TYPE_BYTE, bytes->data, bytes->len, 1);
}

/* The cache tells bytes that are damaged: they need not be looked through once more. */
static void take_answers(struct font_memo *memo, GBytes *bytes)
{
    char *question;
    GVariant *texts;
    memo->kept =
        g_variant_ref_sink(g_variant_new_from_bytes(G_VARIANT_TYPE(MEMO_TYPE), bytes, TRUE));
    g_autoptr(GVariantIter) answers = NULL;
    g_variant_get(memo->kept, MEMO_TYPE, &memo->stamp, &answers);
    while (g_variant_iter_next(answers, "{&s@ay}", &question, &texts)) {
        g_hash_table_insert(memo->answers, question, texts_in(texts));
        g_variant_unref(texts); /* its bytes are those of all */
    }
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
    memo->answers = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    memo->added = g_string_chunk_new(CHUNK);
    g_autoptr(GBytes) kept = cache_find(memo->name);
    if (kept)
        take_answers(memo, kept);
    const char *const *files = font_memo_files(memo);
    g_autofree char *now = files ? stamp_of(files, g_strv_length((char **)files)) : NULL;
    if (g_strcmp0(now, memo->stamp) != 0)
        forget(memo);
    return memo;
}

static void keep(const struct font_memo *memo)
{
    GHashTableIter at;
    gpointer question, answer;
    GVariantBuilder answers;
    g_variant_builder_init(&answers, G_VARIANT_TYPE("a{say}"));
    g_hash_table_iter_init(&at, memo->answers);
    while (g_hash_table_iter_next(&at, &question, &answer))
        g_variant_builder_add(&answers, "{s@ay}", question, bytes_of(answer));
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
    g_clear_pointer(&memo->kept, g_variant_unref);
    g_string_chunk_free(memo->added);
    g_free(memo->name);
    g_free(memo);
}

const char *const *font_memo_files(const struct font_memo *memo)
{
    return font_memo_get(memo, FILES);
}

static void add_answer(struct font_memo *memo, const char *question, const GPtrArray *answer)
{
    const char **texts = g_new0(const char *, answer->len + 1);
    for (guint i = 0; i < answer->len; i++)
        texts[i] = g_string_chunk_insert(memo->added, answer->pdata[i]);
    g_hash_table_insert(memo->answers, g_string_chunk_insert(memo->added, question), texts);
}

void font_memo_begin(struct font_memo *memo, const GPtrArray *files)
{
    g_autofree char *now = stamp_of((const char *const *)files->pdata, files->len);
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
