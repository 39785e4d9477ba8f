/*
 * The path of a file is the name of its article with something before and behind it, which is the
 * same for all files of a product, as is most else of them. A screen is its own kind: there is much
 * to be said of each.
 */
#include "publish/report_files.h"

#include "base/digest.h"

#include <string.h>

/* Files that room is made for at once: none of them moves when others come. */
#define BLOCK 256

/* What files have in common. */
struct kind {
    struct report_file like; /* no article, no size; no digest, where each has its own */
    char *before, *behind;   /* the article's name in the path; NULL: the path is the first alone */
    bool digested;
};

/* What each has for itself. */
struct entry {
    const struct kind *kind;
    const char *article; /* interned */
    gsize bytes;
    guint8 digest[DIGEST_DIGITS / 2]; /* where the kind says so */
};

struct report_files {
    GPtrArray *blocks; /* of struct entry[BLOCK], owned */
    guint count;
    GHashTable *kinds; /* of struct kind *, owned */
    GString *path;     /* of the one that is lent */
    struct report_file *lent;
};

static guint kind_hash(gconstpointer key)
{
    const struct kind *kind = key;
    return g_str_hash(kind->before) ^ (kind->behind ? g_str_hash(kind->behind) : 0);
}

static bool is_same_screen(const struct report_screen *a, const struct report_screen *b)
{
    return a->words == b->words && a->lines == b->lines && a->seconds == b->seconds &&
           a->cap_mm == b->cap_mm && a->arcmin == b->arcmin && a->contrast == b->contrast &&
           a->reads_to_m == b->reads_to_m && a->d20_m == b->d20_m && a->binding == b->binding;
}

static gboolean kind_equal(gconstpointer one, gconstpointer other)
{
    const struct kind *a = one, *b = other;
    const struct report_file *x = &a->like, *y = &b->like;
    return g_str_equal(a->before, b->before) && g_strcmp0(a->behind, b->behind) == 0 &&
           a->digested == b->digested && x->format == y->format && x->again == y->again &&
           x->printing == y->printing && x->pages == y->pages && x->sheets == y->sheets &&
           g_str_equal(x->digest, y->digest) && is_same_screen(&x->screen, &y->screen);
}

static void kind_free(void *data)
{
    struct kind *kind = data;
    g_free(kind->before);
    g_free(kind->behind);
    g_free(kind);
}

struct report_files *report_files_new(void)
{
    struct report_files *files = g_new0(struct report_files, 1);
    files->blocks = g_ptr_array_new_with_free_func(g_free);
    files->kinds = g_hash_table_new_full(kind_hash, kind_equal, kind_free, NULL);
    files->path = g_string_new(NULL);
    files->lent = g_new0(struct report_file, 1);
    return files;
}

void report_files_free(struct report_files *files)
{
    if (!files)
        return;
    g_ptr_array_unref(files->blocks);
    g_hash_table_unref(files->kinds);
    g_string_free(files->path, TRUE);
    g_free(files->lent);
    g_free(files);
}

guint report_files_count(const struct report_files *files)
{
    return files->count;
}

static struct entry *entry_at(const struct report_files *files, guint index)
{
    struct entry *block = files->blocks->pdata[index / BLOCK];
    return &block[index % BLOCK];
}

/* False: that is no digest of a document. */
static bool read_digest(const char *digits, guint8 *out)
{
    if (strlen(digits) != DIGEST_DIGITS || strspn(digits, "0123456789abcdef") != DIGEST_DIGITS)
        return false;
    for (size_t i = 0; i < DIGEST_DIGITS; i += 2)
        out[i / 2] =
            (guint8)(g_ascii_xdigit_value(digits[i]) << 4 | g_ascii_xdigit_value(digits[i + 1]));
    return true;
}

static void write_digest(const guint8 *digest, char *out)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < DIGEST_DIGITS / 2; i++) {
        *out++ = digits[digest[i] >> 4];
        *out++ = digits[digest[i] & 15];
    }
    *out = '\0';
}

/* Parts the path of the file about the name of its article. */
static void part_path(struct kind *kind, const struct report_file *file)
{
    const char *slash = strrchr(file->path, '/');
    const char *base = slash ? slash + 1 : file->path;
    bool named = file->article && g_str_has_prefix(base, file->article);
    kind->before = named ? g_strndup(file->path, (gsize)(base - file->path)) : g_strdup(file->path);
    kind->behind = named ? g_strdup(base + strlen(file->article)) : NULL;
}

/* The one that files like this are of. */
static const struct kind *find_kind(struct report_files *files, const struct report_file *file,
                                    bool digested)
{
    struct kind like = {.like = *file, .digested = digested};
    like.like.path = NULL;
    like.like.article = NULL;
    like.like.bytes = 0;
    if (digested)
        *like.like.digest = '\0';
    part_path(&like, file);
    struct kind *kind = g_hash_table_lookup(files->kinds, &like);
    if (kind) {
        g_free(like.before);
        g_free(like.behind);
        return kind;
    }
    kind = g_memdup2(&like, sizeof like);
    g_hash_table_add(files->kinds, kind);
    return kind;
}

void report_files_add(struct report_files *files, const struct report_file *file)
{
    if (files->count == files->blocks->len * BLOCK)
        g_ptr_array_add(files->blocks, g_new(struct entry, BLOCK));
    struct entry *entry = entry_at(files, files->count++);
    bool digested = read_digest(file->digest, entry->digest);
    entry->kind = find_kind(files, file, digested);
    entry->article = file->article;
    entry->bytes = file->bytes;
}

void report_files_move(struct report_files *files, struct report_files *from)
{
    if (files->count == 0) {
        struct report_files all = *from;
        *from = *files;
        *files = all;
        return;
    }
    for (guint i = 0; i < from->count; i++)
        report_files_add(files, report_files_at(from, i));
    from->count = 0;
    g_ptr_array_set_size(from->blocks, 0);
}

const struct report_file *report_files_at(const struct report_files *files, guint index)
{
    struct report_file *lent = files->lent;
    const struct entry *entry = entry_at(files, index);
    const struct kind *kind = entry->kind;
    *lent = kind->like;
    lent->article = entry->article;
    lent->bytes = entry->bytes;
    if (kind->digested)
        write_digest(entry->digest, lent->digest);
    g_string_assign(files->path, kind->before);
    if (kind->behind) {
        g_string_append(files->path, entry->article);
        g_string_append(files->path, kind->behind);
    }
    lent->path = files->path->str;
    return lent;
}

void report_files_remove(struct report_files *files, guint index)
{
    for (guint i = index + 1; i < files->count; i++)
        *entry_at(files, i - 1) = *entry_at(files, i);
    files->count--;
}
