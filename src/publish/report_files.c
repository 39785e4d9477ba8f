/*
 * The path of a file is the name of its article with something before and behind it, which is the
 * same for all files of a product, as is most else of them. A screen is its own kind: there is much
 * to be said of each.
 */
#include "publish/report_files.h"

#include "base/digest.h"
#include "base/intern.h"
#include "base/rows.h"
#include "base/slots.h"

#include <string.h>

/* Of the size of a file each has this part for itself. */
#define OWN_BYTES ((gsize)G_MAXUINT32)

/* What files have in common. */
struct kind {
    struct report_file like; /* no article, of the size what is the same; no digest, where each has
                                its own */
    guint number;
    char *before, *behind; /* the article's name in the path; NULL: the path is the first alone */
    bool digested;
    struct kind *next; /* of the file that came after one of these: articles have the same products
                          in the same order */
};

/* What each has for itself. */
struct entry {
    guint32 kind : 31;
    guint32 dropped : 1;
    guint32 article; /* as base/intern.h numbers it */
    guint32 bytes;
    struct digest_bits digest; /* where the kind says so */
};

struct report_files {
    struct rows entries; /* of struct entry */
    GPtrArray *kinds;    /* of struct kind *, owned, by their numbers */
    GHashTable *known;   /* of struct kind *, lent by `kinds` */
    struct kind *last;   /* of what was added; NULL: nothing was */
    const char *article; /* of that, and the number of it: others of the same one come next */
    guint32 number;
    struct slots paths; /* of the entries that are claimed */
    GString *path;      /* of the one that is lent */
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

/* But for their paths and digests. */
static bool is_alike(const struct report_file *x, const struct report_file *y)
{
    return x->format == y->format && x->again == y->again && x->bytes == y->bytes &&
           x->printing == y->printing && x->pages == y->pages && x->sheets == y->sheets &&
           is_same_screen(&x->screen, &y->screen);
}

static gboolean kind_equal(gconstpointer one, gconstpointer other)
{
    const struct kind *a = one, *b = other;
    const struct report_file *x = &a->like, *y = &b->like;
    return g_str_equal(a->before, b->before) && g_strcmp0(a->behind, b->behind) == 0 &&
           a->digested == b->digested && g_str_equal(x->digest, y->digest) && is_alike(x, y);
}

/* The kind is that of a file which is named after its article. */
static bool is_of(const struct kind *kind, const struct report_file *file, bool digested)
{
    struct report_file like = *file;
    like.bytes &= ~OWN_BYTES;
    if (!kind->behind || !file->article || !digested || !kind->digested ||
        !is_alike(&kind->like, &like) || !g_str_has_prefix(file->path, kind->before))
        return false;
    const char *base = file->path + strlen(kind->before);
    return g_str_has_prefix(base, file->article) &&
           g_str_equal(base + strlen(file->article), kind->behind);
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
    files->entries.size = sizeof(struct entry);
    files->kinds = g_ptr_array_new_with_free_func(kind_free);
    files->known = g_hash_table_new(kind_hash, kind_equal);
    files->path = g_string_new(NULL);
    files->lent = g_new0(struct report_file, 1);
    return files;
}

void report_files_free(struct report_files *files)
{
    if (!files)
        return;
    rows_clear(&files->entries);
    slots_clear(&files->paths);
    g_hash_table_unref(files->known);
    g_ptr_array_unref(files->kinds);
    g_string_free(files->path, TRUE);
    g_free(files->lent);
    g_free(files);
}

guint report_files_count(const struct report_files *files)
{
    return files->entries.count;
}

static struct entry *entry_at(const struct report_files *files, guint index)
{
    return rows_at(&files->entries, index);
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

/* The number of the one that files like this are of. */
static guint find_kind(struct report_files *files, const struct report_file *file, bool digested)
{
    struct kind like = {.like = *file, .number = files->kinds->len, .digested = digested};
    like.like.path = NULL;
    like.like.article = NULL;
    like.like.bytes = file->bytes & ~OWN_BYTES;
    if (digested)
        *like.like.digest = '\0';
    part_path(&like, file);
    struct kind *kind = g_hash_table_lookup(files->known, &like);
    if (kind) {
        g_free(like.before);
        g_free(like.behind);
        return kind->number;
    }
    kind = g_memdup2(&like, sizeof like);
    g_ptr_array_add(files->kinds, kind);
    g_hash_table_add(files->known, kind);
    return kind->number;
}

/* The same; that which came behind the one before is looked at first. */
static guint next_kind(struct report_files *files, const struct report_file *file, bool digested)
{
    struct kind *before = files->last;
    bool again = before && before->next && is_of(before->next, file, digested);
    guint number = again ? before->next->number : find_kind(files, file, digested);
    struct kind *kind = files->kinds->pdata[number];
    if (before)
        before->next = kind;
    files->last = kind;
    return number;
}

static guint32 number_of(struct report_files *files, const char *article)
{
    if (article != files->article)
        files->number = intern_number(article);
    files->article = article;
    return files->number;
}

static struct entry entry_of(struct report_files *files, const struct report_file *file)
{
    struct entry entry = {.article = number_of(files, file->article),
                          .bytes = (guint32)(file->bytes & OWN_BYTES)};
    bool digested = digest_pack(file->digest, &entry.digest);
    entry.kind = next_kind(files, file, digested) & G_MAXINT32;
    return entry;
}

void report_files_add(struct report_files *files, const struct report_file *file)
{
    const struct entry entry = entry_of(files, file);
    rows_add(&files->entries, &entry);
}

/* The number of the kind, of other files, among those of these. */
static guint take_kind(struct report_files *files, const struct kind *other)
{
    const struct kind *known = g_hash_table_lookup(files->known, other);
    if (known)
        return known->number;
    struct kind *kind = g_memdup2(other, sizeof *other);
    kind->number = files->kinds->len;
    kind->before = g_strdup(other->before);
    kind->behind = g_strdup(other->behind);
    kind->next = NULL;
    g_ptr_array_add(files->kinds, kind);
    g_hash_table_add(files->known, kind);
    return kind->number;
}

void report_files_move(struct report_files *files, struct report_files *from)
{
    if (files->entries.count == 0) {
        struct report_files all = *from;
        *from = *files;
        *files = all;
        return;
    }
    g_autofree guint32 *numbers = g_new(guint32, from->kinds->len);
    for (guint i = 0; i < from->kinds->len; i++)
        numbers[i] = take_kind(files, from->kinds->pdata[i]) & G_MAXINT32;
    for (guint i = 0; i < from->entries.count; i++) {
        struct entry entry = *entry_at(from, i);
        entry.kind = numbers[entry.kind] & G_MAXINT32;
        rows_add(&files->entries, &entry);
    }
    rows_clear(&from->entries);
}

static char *put(char *at, const char *text, size_t length)
{
    memcpy(at, text, length);
    return at + length;
}

/* Lent until that of another is asked for. */
static char *path_at(const struct report_files *files, guint index)
{
    const struct entry *entry = entry_at(files, index);
    const struct kind *kind = files->kinds->pdata[entry->kind];
    const char *name = kind->behind ? intern_text(entry->article) : "";
    const char *end = kind->behind ? kind->behind : "";
    size_t before = strlen(kind->before), length = strlen(name), behind = strlen(end);
    g_string_set_size(files->path, before + length + behind);
    put(put(put(files->path->str, kind->before, before), name, length), end, behind);
    return files->path->str;
}

const struct report_file *report_files_at(const struct report_files *files, guint index)
{
    struct report_file *lent = files->lent;
    const struct entry *entry = entry_at(files, index);
    const struct kind *kind = files->kinds->pdata[entry->kind];
    *lent = kind->like;
    lent->article = intern_text(entry->article);
    lent->bytes |= entry->bytes;
    if (kind->digested)
        digest_unpack(&entry->digest, lent->digest);
    lent->path = path_at(files, index);
    return lent;
}

const struct report_file *report_files_like(const struct report_files *files, guint index)
{
    const struct kind *kind = files->kinds->pdata[entry_at(files, index)->kind];
    return &kind->like;
}

const char *report_files_article(const struct report_files *files, guint index)
{
    return intern_text(entry_at(files, index)->article);
}

static guint hash_of_path(const char *path)
{
    return (guint)digest_number(path, strlen(path));
}

static guint hash_of(const void *files, guint number)
{
    return hash_of_path(path_at(files, number));
}

/* Piece by piece, as most are another one: behind the text, where the path begins with it; NULL: it
 * does not. */
static const char *behind(const char *path, const char *text)
{
    size_t length = strlen(text);
    return path && strncmp(path, text, length) == 0 ? path + length : NULL;
}

static bool has_path(const void *files, guint number, const void *path)
{
    const struct entry *entry = entry_at(files, number);
    const struct kind *kind = ((const struct report_files *)files)->kinds->pdata[entry->kind];
    const char *rest = behind(path, kind->before);
    if (kind->behind)
        rest = behind(rest, intern_text(entry->article));
    return rest && strcmp(rest, kind->behind ? kind->behind : "") == 0;
}

void report_files_expect(struct report_files *files, guint count)
{
    slots_reserve(&files->paths, count);
}

guint report_files_claim(struct report_files *files, const struct report_file *file)
{
    const struct slots_owner owner = {hash_of, has_path, files};
    if (slots_find(&files->paths, hash_of_path(file->path), file->path, &owner) != SLOTS_NONE)
        return REPORT_FILES_NONE;
    report_files_add(files, file);
    slots_add(&files->paths, files->entries.count - 1, &owner);
    return files->entries.count - 1;
}

void report_files_set(struct report_files *files, guint index, const struct report_file *file)
{
    *entry_at(files, index) = entry_of(files, file);
}

void report_files_drop(struct report_files *files, guint index)
{
    entry_at(files, index)->dropped = 1;
}

/* Closes the ranks. */
static void cut_dropped(struct report_files *files)
{
    guint count = 0;
    for (guint i = 0; i < files->entries.count; i++)
        if (!entry_at(files, i)->dropped)
            *entry_at(files, count++) = *entry_at(files, i);
    rows_cut(&files->entries, count);
}

guint report_files_remove(struct report_files *files, const char *format)
{
    guint before = files->entries.count;
    for (guint i = 0; i < before; i++)
        if (g_str_equal(report_files_like(files, i)->format, format))
            report_files_drop(files, i);
    cut_dropped(files);
    return before - files->entries.count;
}

void report_files_settle(struct report_files *files)
{
    cut_dropped(files);
    slots_clear(&files->paths);
}
