/*
 * Awkward: times of files go in steps. One that was written to a moment before it was looked at may
 * have been written to since without a trace; it is read once more, and known by its digest.
 */
#include "content/glance.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/intern.h"
#include "base/lang.h"
#include "base/signature.h"
#include "content/article.h"

#include <glib.h>
#include <string.h>

/* Files that are kept in mind, at most: some two hundred bytes each. */
#define KEPT_MOST 1000

/* What is kept of a file. */
struct look {
    const struct glance *glance;
    const char *name;      /* interned */
    char *digest;          /* NULL: it is no text */
    struct signature file; /* before it was read */
    bool settled;          /* a change would show in it */
    guint build;           /* that asked for it last */
};

struct glances {
    GHashTable *by_path; /* owned -> struct glance *, lent by `kinds`: what is not kept */
    GPtrArray *kinds;    /* of struct glance *: articles in one language look the same */
    GHashTable *looks;   /* path, owned -> struct look *, owned; NULL: none is kept */
    guint build, swept;  /* builds that have begun; that had when it was swept last */
};

static void look_free(void *data)
{
    struct look *look = data;
    g_free(look->digest);
    g_free(look);
}

struct glances *glances_new(bool kept)
{
    struct glances *glances = g_new0(struct glances, 1);
    glances->by_path = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    glances->kinds = g_ptr_array_new_with_free_func(g_free);
    glances->looks =
        kept ? g_hash_table_new_full(g_str_hash, g_str_equal, g_free, look_free) : NULL;
    return glances;
}

void glances_free(struct glances *glances)
{
    if (!glances)
        return;
    g_clear_pointer(&glances->looks, g_hash_table_unref);
    g_hash_table_unref(glances->by_path);
    g_ptr_array_unref(glances->kinds);
    g_free(glances);
}

void glances_begin(struct glances *glances)
{
    glances->build++;
    g_hash_table_remove_all(glances->by_path);
}

static gboolean is_unused(gpointer path, gpointer value, gpointer user)
{
    (void)path;
    return ((const struct look *)value)->build <= ((const struct glances *)user)->swept;
}

void glances_sweep(struct glances *glances)
{
    if (glances->looks)
        g_hash_table_foreach_remove(glances->looks, is_unused, glances);
    glances->swept = glances->build;
}

/* What the front matter gives; interned. */
static const char *lang_of(const char *text)
{
    static const char key[] = "\nlang:", blanks[] = " \t\"'";
    const char *front = g_str_has_prefix(text, "---") ? text : NULL;
    const char *line = front ? strstr(front, key) : NULL;
    const char *end = front ? strstr(front, "\n---") : NULL;
    if (!line || (end && end < line))
        return intern(LANG_DEFAULT);
    line += strlen(key);
    line += strspn(line, blanks);
    g_autofree char *tag = g_strndup(line, strcspn(line, " \t\"'\r\n"));
    g_autofree char *lang = lang_canonical(tag);
    return intern(lang ? lang : LANG_DEFAULT);
}

/* The one that is like it. */
static const struct glance *find_kind(struct glances *glances, struct glance like)
{
    for (guint i = 0; i < glances->kinds->len; i++) {
        struct glance *kind = glances->kinds->pdata[i];
        if (kind->lang == like.lang && kind->names_translation == like.names_translation)
            return kind;
    }
    struct glance *kind = g_memdup2(&like, sizeof like);
    g_ptr_array_add(glances->kinds, kind);
    return kind;
}

static const struct glance *glance_of(struct glances *glances, const char *path)
{
    g_autofree char *text = file_peek_text(path);
    return find_kind(glances,
                     (struct glance){.lang = lang_of(text ? text : ""),
                                     .names_translation = text && strstr(text, "\ntranslation:")});
}

/* Owned by the caller. NULL: it cannot be read, or is no text. */
static char *digest_of_words(const char *path)
{
    struct diag *passed_over = diag_new(false);
    g_autofree char *text = file_read_text(path, passed_over);
    diag_free(passed_over);
    return text ? digest_of_text(text) : NULL;
}

/* One that a change would not show in holds the same words. */
static bool holds_the_same(const char *path, const struct look *look)
{
    g_autofree char *digest = look->digest ? digest_of_words(path) : NULL;
    return digest && g_str_equal(digest, look->digest);
}

static bool is_as_it_was(const struct look *look, const char *path, const struct signature *now)
{
    return signature_same(&look->file, now) && (look->settled || holds_the_same(path, look));
}

static struct look *look_new(struct glances *glances, const char *path,
                             const struct signature *file)
{
    g_autofree char *name = article_name(path);
    struct look *look = g_new(struct look, 1);
    *look = (struct look){.glance = glance_of(glances, path),
                          .name = intern(name),
                          .digest = digest_of_words(path),
                          .file = *file,
                          .settled = signature_settled(file)};
    g_hash_table_replace(glances->looks, g_strdup(path), look);
    return look;
}

/* As it is in this build; NULL: nothing is kept of it. */
static struct look *find_look(struct glances *glances, const char *path)
{
    struct look *look = glances->looks ? g_hash_table_lookup(glances->looks, path) : NULL;
    if (look && look->build == glances->build)
        return look;
    if (!glances->looks || (!look && g_hash_table_size(glances->looks) >= KEPT_MOST))
        return NULL;
    struct signature now = signature_of(path);
    if (!look || !is_as_it_was(look, path, &now))
        look = look_new(glances, path, &now);
    look->settled = look->settled || signature_settled(&now);
    look->build = glances->build;
    return look;
}

const struct glance *glances_at(struct glances *glances, const char *path)
{
    const struct look *look = find_look(glances, path);
    const struct glance *glance = look ? look->glance : g_hash_table_lookup(glances->by_path, path);
    if (glance)
        return glance;
    glance = glance_of(glances, path);
    g_hash_table_insert(glances->by_path, g_strdup(path), (gpointer)glance);
    return glance;
}

const char *glances_name(struct glances *glances, const char *path)
{
    const struct look *look = find_look(glances, path);
    g_autofree char *name = look ? NULL : article_name(path);
    return look ? look->name : intern(name);
}

const char *glances_digest(struct glances *glances, const char *path)
{
    const struct look *look = find_look(glances, path);
    return look ? look->digest : NULL;
}
