/*
 * A record is one serialised GVariant behind a line with its checksum. It is not synced to the
 * disk: what a power cut leaves of it does not fit the checksum.
 */
#include "publish/store.h"

#include "base/digest.h"
#include "base/file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

/* Of a product: its name and key; files; stamps; findings; show. */
#define FILE_TYPE    "(sssbsuuts(uuuddddds))"
#define STAMP_TYPE   "(stxu)"
#define FINDING_TYPE "(ssiis)"
#define ENTRY_TYPE   "(ssa" FILE_TYPE "a" STAMP_TYPE "a" FINDING_TYPE "suu)"
#define RECORD_TYPE  "a" ENTRY_TYPE

/* How a file was when it was written, or who may look into a folder. */
struct stamp {
    char *path;
    guint64 bytes; /* of a file */
    gint64 time;   /* of its last change [ns since 1970]; NO_TIME: it is not there */
    guint32 mode;
};

#define NO_TIME (-1)

struct entry {
    char *key;
    struct stored *stored;
};

struct record {
    char *path;
    GMutex mutex;
    GHashTable *entries; /* char *id -> struct entry *, both owned */
    bool changed;
};

static void file_free(void *data)
{
    struct report_file *file = data;
    g_free(file->path);
    g_free(file);
}

static void stamp_free(void *data)
{
    struct stamp *stamp = data;
    g_free(stamp->path);
    g_free(stamp);
}

static void finding_free(void *data)
{
    struct finding *finding = data;
    g_free(finding->message);
    g_free(finding);
}

struct stored *stored_new(void)
{
    struct stored *stored = g_new0(struct stored, 1);
    stored->files = g_ptr_array_new_with_free_func(file_free);
    stored->stamps = g_ptr_array_new_with_free_func(stamp_free);
    stored->findings = g_ptr_array_new_with_free_func(finding_free);
    stored->build_id = g_strdup("");
    return stored;
}

void stored_free(struct stored *stored)
{
    if (!stored)
        return;
    g_ptr_array_unref(stored->files);
    g_ptr_array_unref(stored->stamps);
    g_ptr_array_unref(stored->findings);
    g_free(stored->build_id);
    g_free(stored);
}

void stored_add_file(struct stored *stored, const struct report_file *file)
{
    struct report_file *copy = g_memdup2(file, sizeof *file);
    copy->path = g_strdup(file->path);
    g_ptr_array_add(stored->files, copy);
}

static struct stamp *stamp_new(const char *path)
{
    struct stamp *stamp = g_new0(struct stamp, 1);
    struct stat status;
    stamp->path = g_strdup(path);
    stamp->time = NO_TIME;
    if (stat(path, &status) != 0)
        return stamp;
    bool file = !S_ISDIR(status.st_mode);
    stamp->mode = status.st_mode;
    stamp->bytes = file ? (guint64)status.st_size : 0;
    stamp->time =
        file ? status.st_mtim.tv_sec * G_GINT64_CONSTANT(1000000000) + status.st_mtim.tv_nsec : 0;
    return stamp;
}

static bool stamp_holds(const struct stamp *stamp)
{
    struct stamp *now = stamp_new(stamp->path);
    bool same = now->time != NO_TIME && now->time == stamp->time && now->bytes == stamp->bytes &&
                now->mode == stamp->mode;
    stamp_free(now);
    return same;
}

void stored_add_stamp(struct stored *stored, const char *path)
{
    g_ptr_array_add(stored->stamps, stamp_new(path));
}

static void add_finding(struct stored *stored, enum rule rule, struct pos pos, const char *message)
{
    struct finding *finding = g_new0(struct finding, 1);
    finding->rule = rule;
    finding->pos = pos;
    finding->message = g_strdup(message);
    g_ptr_array_add(stored->findings, finding);
}

void stored_add_findings(struct stored *stored, const struct diag *found)
{
    g_autoptr(GPtrArray) findings = diag_findings(found);
    for (guint i = 0; i < findings->len; i++) {
        const struct finding *finding = findings->pdata[i];
        add_finding(stored, finding->rule, finding->pos, finding->message);
    }
}

void stored_tell_findings(const struct stored *stored, struct diag *diag)
{
    for (guint i = 0; i < stored->findings->len; i++) {
        const struct finding *finding = stored->findings->pdata[i];
        diag_report(diag, finding->rule, finding->pos, "%s", finding->message);
    }
}

static void entry_free(void *data)
{
    struct entry *entry = data;
    g_free(entry->key);
    stored_free(entry->stored);
    g_free(entry);
}

/* What stands for no text: "" is one. */
#define NO_TEXT "\1"

static const char *or_none(const char *text)
{
    return text ? text : NO_TEXT;
}

/* As it was: interned, so that it may stand where static texts do. */
static const char *take_text(const char *text)
{
    return g_str_equal(text, NO_TEXT) ? NULL : g_intern_string(text);
}

static GVariant *write_file(const struct report_file *file)
{
    const struct report_screen *s = &file->screen;
    return g_variant_new(FILE_TYPE, file->path, or_none(file->article), file->format, file->again,
                         or_none(file->printing), file->pages, file->sheets, (guint64)file->bytes,
                         file->digest, s->words, s->lines, s->seconds, s->cap_mm, s->arcmin,
                         s->contrast, s->reads_to_m, s->d20_m, or_none(s->binding));
}

static void read_file(GVariant *from, struct stored *stored)
{
    const char *path, *article, *format, *printing, *digest, *binding;
    struct report_file file = {0};
    struct report_screen *s = &file.screen;
    gboolean again;
    guint64 bytes;
    g_variant_get(from, "(&s&s&sb&suut&s(uuuddddd&s))", &path, &article, &format, &again, &printing,
                  &file.pages, &file.sheets, &bytes, &digest, &s->words, &s->lines, &s->seconds,
                  &s->cap_mm, &s->arcmin, &s->contrast, &s->reads_to_m, &s->d20_m, &binding);
    file.path = (char *)path;
    file.article = take_text(article);
    file.format = take_text(format);
    file.again = again;
    file.printing = take_text(printing);
    file.bytes = bytes;
    s->binding = take_text(binding);
    g_strlcpy(file.digest, digest, sizeof file.digest);
    stored_add_file(stored, &file);
}

static GVariant *write_entry(const char *id, const struct entry *entry)
{
    const struct stored *stored = entry->stored;
    g_auto(GVariantBuilder) files = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("a" FILE_TYPE));
    g_auto(GVariantBuilder) stamps = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("a" STAMP_TYPE));
    g_auto(GVariantBuilder) findings = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE("a" FINDING_TYPE));
    for (guint i = 0; i < stored->files->len; i++)
        g_variant_builder_add_value(&files, write_file(stored->files->pdata[i]));
    for (guint i = 0; i < stored->stamps->len; i++) {
        const struct stamp *stamp = stored->stamps->pdata[i];
        g_variant_builder_add(&stamps, STAMP_TYPE, stamp->path, stamp->bytes, stamp->time,
                              stamp->mode);
    }
    for (guint i = 0; i < stored->findings->len; i++) {
        const struct finding *f = stored->findings->pdata[i];
        g_variant_builder_add(&findings, FINDING_TYPE, rule_get(f->rule)->id, or_none(f->pos.path),
                              f->pos.line, f->pos.col, f->message);
    }
    return g_variant_new(ENTRY_TYPE, id, entry->key, &files, &stamps, &findings, stored->build_id,
                         stored->loop_s, stored->articles_s);
}

static void read_stamps(GVariantIter *stamps, struct stored *stored)
{
    struct stamp stamp;
    while (g_variant_iter_next(stamps, STAMP_TYPE, &stamp.path, &stamp.bytes, &stamp.time,
                               &stamp.mode))
        g_ptr_array_add(stored->stamps, g_memdup2(&stamp, sizeof stamp));
}

static void read_findings(GVariantIter *findings, struct stored *stored)
{
    const char *id, *path, *message;
    struct pos pos;
    enum rule rule;
    while (g_variant_iter_next(findings, "(&s&sii&s)", &id, &path, &pos.line, &pos.col, &message)) {
        pos.path = take_text(path);
        if (rule_find(id, &rule))
            add_finding(stored, rule, pos, message);
    }
}

static void read_entry(struct record *record, GVariant *from)
{
    const char *id, *key, *build_id;
    g_autoptr(GVariantIter) files = NULL, stamps = NULL, findings = NULL;
    struct stored *stored = stored_new();
    g_variant_get(from, "(&s&sa" FILE_TYPE "a" STAMP_TYPE "a" FINDING_TYPE "&suu)", &id, &key,
                  &files, &stamps, &findings, &build_id, &stored->loop_s, &stored->articles_s);
    GVariant *file;
    for (; (file = g_variant_iter_next_value(files)); g_variant_unref(file))
        read_file(file, stored);
    read_stamps(stamps, stored);
    read_findings(findings, stored);
    g_free(stored->build_id);
    stored->build_id = g_strdup(build_id);
    struct entry *entry = g_new(struct entry, 1);
    *entry = (struct entry){g_strdup(key), stored};
    g_hash_table_replace(record->entries, g_strdup(id), entry);
}

/* What stands behind a checksum that fits it; NULL: the record is damaged, or of another kind. */
static GVariant *open_variant(GBytes *bytes)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    if (size <= DIGEST_DIGITS)
        return NULL;
    g_autoptr(GBytes) rest = g_bytes_new_from_bytes(bytes, DIGEST_DIGITS, size - DIGEST_DIGITS);
    g_autofree char *sum = digest_of_bytes(rest);
    if (memcmp(sum, data, DIGEST_DIGITS) != 0)
        return NULL;
    /* A copy stands where the numbers in it are aligned. */
    gpointer copy = g_memdup2(data + DIGEST_DIGITS, size - DIGEST_DIGITS);
    return g_variant_ref_sink(g_variant_new_from_data(G_VARIANT_TYPE(RECORD_TYPE), copy,
                                                      size - DIGEST_DIGITS, FALSE, g_free, copy));
}

static void read_record(struct record *record)
{
    g_autoptr(GBytes) bytes = file_peek(record->path);
    g_autoptr(GVariant) entries = bytes ? open_variant(bytes) : NULL;
    for (gsize i = 0; entries && i < g_variant_n_children(entries); i++) {
        g_autoptr(GVariant) entry = g_variant_get_child_value(entries, i);
        read_entry(record, entry);
    }
}

struct record *record_open(const char *out_dir, const char *name, bool afresh)
{
    struct record *record = g_new0(struct record, 1);
    record->path = g_build_filename(out_dir, STORE_DIRECTORY, name, NULL);
    g_mutex_init(&record->mutex);
    record->entries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, entry_free);
    if (!afresh)
        read_record(record);
    return record;
}

static bool is_as_it_was(const struct stored *stored)
{
    for (guint i = 0; i < stored->stamps->len; i++)
        if (!stamp_holds(stored->stamps->pdata[i]))
            return false;
    return true;
}

const struct stored *record_find(struct record *record, const char *id, const char *key)
{
    g_mutex_lock(&record->mutex);
    const struct entry *entry = g_hash_table_lookup(record->entries, id);
    bool found = entry && g_str_equal(entry->key, key) && is_as_it_was(entry->stored);
    const struct stored *stored = found ? entry->stored : NULL;
    g_mutex_unlock(&record->mutex);
    return stored;
}

void record_put(struct record *record, const char *id, const char *key, struct stored *stored)
{
    struct entry *entry = g_new(struct entry, 1);
    *entry = (struct entry){g_strdup(key), stored};
    g_mutex_lock(&record->mutex);
    g_hash_table_replace(record->entries, g_strdup(id), entry);
    record->changed = true;
    g_mutex_unlock(&record->mutex);
}

/* Sorted, so that the same record is the same bytes. */
static GVariant *write_entries(const struct record *record)
{
    g_auto(GVariantBuilder) entries = G_VARIANT_BUILDER_INIT(G_VARIANT_TYPE(RECORD_TYPE));
    g_autoptr(GList) ids =
        g_list_sort(g_hash_table_get_keys(record->entries), (GCompareFunc)strcmp);
    for (const GList *at = ids; at; at = at->next)
        g_variant_builder_add_value(
            &entries, write_entry(at->data, g_hash_table_lookup(record->entries, at->data)));
    return g_variant_ref_sink(g_variant_builder_end(&entries));
}

static void write_record(const struct record *record)
{
    g_autoptr(GVariant) entries = write_entries(record);
    g_autoptr(GBytes) bytes = g_variant_get_data_as_bytes(entries);
    g_autofree char *sum = digest_of_bytes(bytes);
    g_autofree char *directory = g_path_get_dirname(record->path);
    g_autoptr(GByteArray) whole = g_byte_array_new();
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    g_byte_array_append(whole, (const guint8 *)sum, DIGEST_DIGITS);
    g_byte_array_append(whole, data, (guint)size);
    if (!file_jot(record->path, whole->data, whole->len) &&
        g_mkdir_with_parents(directory, 0777) == 0)
        file_jot(record->path, whole->data, whole->len);
}

void record_close(struct record *record)
{
    if (!record)
        return;
    if (record->changed)
        write_record(record);
    g_hash_table_unref(record->entries);
    g_mutex_clear(&record->mutex);
    g_free(record->path);
    g_free(record);
}

void store_forget(const char *out_dir, bool (*is_there)(void *user, const char *name), void *user)
{
    g_autofree char *directory = g_build_filename(out_dir, STORE_DIRECTORY, NULL);
    g_autoptr(GDir) records = g_dir_open(directory, 0, NULL);
    const char *name;
    while (records && (name = g_dir_read_name(records))) {
        g_autofree char *path = g_build_filename(directory, name, NULL);
        if (name[0] != '.' && !is_there(user, name))
            g_unlink(path);
    }
}
