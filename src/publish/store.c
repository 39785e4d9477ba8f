/*
 * A record is packed (base/pack.h) behind a line with its checksum. It is not synced to the disk:
 * what a power cut leaves of it does not fit the checksum.
 */
#include "publish/store.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/intern.h"
#include "base/pack.h"
#include "base/paths.h"
#include "base/signature.h"
#include "publish/shelf_note.h"
#include "publish/stored_parts.h"

#include <glib/gstdio.h>
#include <string.h>

/* What a record begins with: how the rest is packed. Those of before are another kind. */
#define KIND "entries 2"

/* Records that are kept between builds, at most: some ten thousand bytes each. */
#define KEPT_MOST 1000

struct entry {
    char *key;
    struct stored *stored;
};

struct record {
    char *path;
    struct folders *folders; /* of the store; NULL: it is of none */
    GMutex mutex;
    GHashTable *entries; /* char *id -> struct entry *, both owned */
    bool changed;
    bool kept;             /* by a store, which owns it */
    bool open, used;       /* now; since the store was swept */
    struct signature file; /* as it was read or written; beside a store */
};

struct store {
    struct folders *folders; /* in which files are looked at; none are open between two builds */
    GHashTable *records;     /* path, lent by the record -> struct record *, owned */
};

static void entry_free(void *data)
{
    struct entry *entry = data;
    g_free(entry->key);
    stored_free(entry->stored);
    g_free(entry);
}

/* As it was: interned, so that it may stand where static texts do. */
static const char *take_text(struct unpacking *from)
{
    return intern(unpack_text(from));
}

static void write_file(GString *out, const struct report_file *file)
{
    const struct report_screen *s = &file->screen;
    const char *const texts[] = {file->path,     file->article, file->format,
                                 file->printing, file->digest,  s->binding};
    const gint64 numbers[] = {file->again, file->pages, file->sheets, (gint64)file->bytes,
                              s->words,    s->lines,    s->seconds};
    const double reals[] = {s->cap_mm, s->arcmin, s->contrast, s->reads_to_m, s->d20_m};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        pack_text(out, texts[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(numbers); i++)
        pack_number(out, numbers[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(reals); i++)
        pack_real(out, reals[i]);
}

static void read_screen(struct unpacking *from, struct report_screen *s)
{
    s->words = (unsigned)unpack_number(from);
    s->lines = (unsigned)unpack_number(from);
    s->seconds = (unsigned)unpack_number(from);
    s->cap_mm = unpack_real(from);
    s->arcmin = unpack_real(from);
    s->contrast = unpack_real(from);
    s->reads_to_m = unpack_real(from);
    s->d20_m = unpack_real(from);
}

static void read_file(struct unpacking *from, struct stored *stored)
{
    struct report_file file = {0};
    file.path = (char *)unpack_text(from);
    file.article = take_text(from);
    file.format = take_text(from);
    file.printing = take_text(from);
    const char *digest = unpack_text(from);
    file.screen.binding = take_text(from);
    file.again = unpack_number(from) != 0;
    file.pages = (unsigned)unpack_number(from);
    file.sheets = (unsigned)unpack_number(from);
    file.bytes = (gsize)unpack_number(from);
    read_screen(from, &file.screen);
    g_strlcpy(file.digest, digest ? digest : "", sizeof file.digest);
    if (!from->torn)
        stored_add_file(stored, &file);
}

static void write_stamp(GString *out, const struct stamp *stamp)
{
    pack_text(out, stamp->path);
    pack_number(out, (gint64)stamp->bytes);
    pack_number(out, stamp->time);
    pack_number(out, stamp->mode);
}

static void read_stamp(struct unpacking *from, struct stored *stored)
{
    struct stamp stamp = {.path = g_strdup(unpack_text(from))};
    stamp.bytes = (guint64)unpack_number(from);
    stamp.time = unpack_number(from);
    stamp.mode = (guint32)unpack_number(from);
    g_ptr_array_add(stored->stamps, g_memdup2(&stamp, sizeof stamp));
}

static void write_finding(GString *out, const struct finding *finding)
{
    g_autofree char *path = paths_text(finding->pos.file);
    pack_text(out, rule_get(finding->rule)->id);
    pack_text(out, path);
    pack_number(out, finding->pos.line);
    pack_number(out, finding->pos.col);
    pack_text(out, finding->message);
}

static void read_finding(struct unpacking *from, struct stored *stored)
{
    struct finding finding = {0};
    const char *id = unpack_text(from);
    finding.pos.file = paths_number(unpack_text(from));
    finding.pos.line = (int)unpack_number(from);
    finding.pos.col = (int)unpack_number(from);
    const char *message = unpack_text(from);
    g_autofree char *printable = message ? diag_printable(message) : NULL;
    finding.message = printable;
    if (id && printable && rule_find(id, &finding.rule))
        stored_add_finding(stored, &finding);
}

static void write_entry(GString *out, const char *id, const struct entry *entry)
{
    const struct stored *stored = entry->stored;
    pack_text(out, id);
    pack_text(out, entry->key);
    pack_number(out, stored->files->len);
    for (guint i = 0; i < stored->files->len; i++)
        write_file(out, stored->files->pdata[i]);
    pack_number(out, stored->stamps->len);
    for (guint i = 0; i < stored->stamps->len; i++)
        write_stamp(out, stored->stamps->pdata[i]);
    pack_number(out, stored->findings->len);
    for (guint i = 0; i < stored->findings->len; i++)
        write_finding(out, stored->findings->pdata[i]);
    pack_text(out, stored->build_id);
    pack_number(out, stored->loop_s);
    pack_number(out, stored->articles_s);
}

/* As many as were written, or as are there. */
static void read_some(struct unpacking *from,
                      void (*read)(struct unpacking *from, struct stored *stored),
                      struct stored *stored)
{
    for (gint64 left = unpack_number(from); left > 0 && !from->torn; left--)
        read(from, stored);
}

static void read_entry(struct record *record, struct unpacking *from)
{
    const char *id = unpack_text(from), *key = unpack_text(from);
    struct stored *stored = stored_new();
    read_some(from, read_file, stored);
    read_some(from, read_stamp, stored);
    read_some(from, read_finding, stored);
    g_free(stored->build_id);
    stored->build_id = g_strdup(unpack_text(from));
    stored->loop_s = (unsigned)unpack_number(from);
    stored->articles_s = (unsigned)unpack_number(from);
    if (from->torn) {
        stored_free(stored);
        return;
    }
    struct entry *entry = g_new(struct entry, 1);
    *entry = (struct entry){g_strdup(key), stored};
    g_hash_table_replace(record->entries, g_strdup(id), entry);
}

/* What stands behind a checksum that fits it; torn: the record is damaged, or of another kind. */
static struct unpacking open_bytes(GBytes *bytes)
{
    static const struct unpacking none = {.torn = true};
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    if (size <= DIGEST_DIGITS)
        return none;
    g_autoptr(GBytes) rest = g_bytes_new_from_bytes(bytes, DIGEST_DIGITS, size - DIGEST_DIGITS);
    g_autofree char *sum = digest_of_bytes(rest);
    if (memcmp(sum, data, DIGEST_DIGITS) != 0)
        return none;
    struct unpacking from = {.at = data + DIGEST_DIGITS, .end = data + size};
    from.torn = g_strcmp0(unpack_text(&from), KIND) != 0;
    return from;
}

static void read_record(struct record *record)
{
    g_autoptr(GBytes) bytes = file_peek(record->path);
    if (!bytes)
        return;
    struct unpacking from = open_bytes(bytes);
    while (!from.torn && from.at < from.end)
        read_entry(record, &from);
}

static void record_free(void *data)
{
    struct record *record = data;
    g_hash_table_unref(record->entries);
    g_mutex_clear(&record->mutex);
    g_free(record->path);
    g_free(record);
}

struct store *store_new(void)
{
    struct store *store = g_new(struct store, 1);
    store->folders = folders_new();
    store->records = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, record_free);
    return store;
}

void store_free(struct store *store)
{
    g_hash_table_unref(store->records);
    folders_free(store->folders);
    g_free(store);
}

void store_rest(struct store *store)
{
    folders_close(store->folders);
}

static gboolean is_unused(gpointer path, gpointer value, gpointer user)
{
    struct record *record = value;
    bool used = record->used;
    (void)path;
    (void)user;
    record->used = false;
    return !used;
}

void store_sweep(struct store *store)
{
    g_hash_table_foreach_remove(store->records, is_unused, NULL);
}

/* The record as it was read or written last, if that is what is there; NULL: it is to be read. */
static struct record *take_kept(struct store *store, const char *path)
{
    struct record *record = g_hash_table_lookup(store->records, path);
    struct signature now = signature_of(path);
    if (record && !record->open && signature_same(&record->file, &now))
        return record;
    if (record && !record->open)
        g_hash_table_remove(store->records, path);
    return NULL;
}

static bool has_room(const struct store *store, const char *path)
{
    return g_hash_table_size(store->records) < KEPT_MOST &&
           !g_hash_table_contains(store->records, path);
}

/* Takes `path`. */
static struct record *record_new(char *path, bool afresh)
{
    struct record *record = g_new0(struct record, 1);
    record->path = path;
    g_mutex_init(&record->mutex);
    record->entries = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, entry_free);
    record->file = signature_of(path);
    if (!afresh)
        read_record(record);
    return record;
}

struct record *record_open(struct store *store, const char *out_dir, const char *name, bool afresh)
{
    char *path = g_build_filename(out_dir, STORE_DIRECTORY, name, NULL);
    struct record *record = store ? take_kept(store, path) : NULL;
    if (record && !afresh) {
        g_free(path);
    } else {
        if (record)
            g_hash_table_remove(store->records, path);
        record = record_new(path, afresh);
        record->kept = store && has_room(store, path);
        if (record->kept)
            g_hash_table_insert(store->records, record->path, record);
    }
    record->folders = store ? store->folders : NULL;
    record->open = record->used = true;
    return record;
}

const struct stored *record_find(struct record *record, const char *id, const char *key)
{
    g_mutex_lock(&record->mutex);
    const struct entry *entry = g_hash_table_lookup(record->entries, id);
    bool found =
        entry && g_str_equal(entry->key, key) && stored_stands(entry->stored, record->folders);
    const struct stored *stored = found ? entry->stored : NULL;
    g_mutex_unlock(&record->mutex);
    return stored;
}

void record_note(struct record *record, const char *id, struct shelf_note *note)
{
    g_mutex_lock(&record->mutex);
    struct entry *entry = g_hash_table_lookup(record->entries, id);
    shelf_note_free(entry->stored->note);
    entry->stored->note = note;
    g_mutex_unlock(&record->mutex);
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
static GBytes *write_entries(const struct record *record)
{
    GString *out = g_string_new(NULL);
    g_autoptr(GList) ids =
        g_list_sort(g_hash_table_get_keys(record->entries), (GCompareFunc)strcmp);
    pack_text(out, KIND);
    for (const GList *at = ids; at; at = at->next)
        write_entry(out, at->data, g_hash_table_lookup(record->entries, at->data));
    return g_string_free_to_bytes(out);
}

static void write_record(const struct record *record)
{
    g_autoptr(GBytes) bytes = write_entries(record);
    g_autofree char *sum = digest_of_bytes(bytes);
    g_autofree char *directory = g_path_get_dirname(record->path);
    g_autoptr(GString) whole = g_string_new(sum);
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_string_append_len(whole, data, (gssize)size);
    if (!file_jot(record->path, whole->str, whole->len) &&
        g_mkdir_with_parents(directory, 0777) == 0)
        file_jot(record->path, whole->str, whole->len);
}

void record_close(struct record *record)
{
    if (!record)
        return;
    if (record->changed) {
        write_record(record);
        record->file = signature_of(record->path);
    }
    record->changed = record->open = false;
    if (!record->kept)
        record_free(record);
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
