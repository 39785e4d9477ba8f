/*
 * The show as a whole: it depends on every article there is, so either all of it stands as this
 * build would make it, or it is made anew. Of a show that something went wrong with nothing is
 * kept.
 */
#include "publish/build_key.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/stop.h"
#include "publish/folder_parts.h"
#include "publish/store.h"

#include <string.h>

struct show_record {
    struct record *record;
    char *key;
    const struct stored *stands; /* lent by the record; NULL: it is to be made */
    struct stored *made;         /* what is to be kept of it, if it is made and sound */
    bool outrun;                 /* a picture was written to since it was read */
};

void build_show_open(struct build *build, const GPtrArray *paths)
{
    const struct product *product = build_shown_product(build);
    if (!build->memory || !product || build->urgent)
        return;
    struct show_record *show = g_new0(struct show_record, 1);
    show->record = build_record(build, STORE_SHOW);
    show->key = build_key_show(build, paths);
    show->stands = record_find(show->record, product->name, show->key);
    show->made = stored_new();
    build->show = show;
}

bool build_show_stands(const struct build *build)
{
    return build->show && build->show->stands;
}

static bool is_as_read(const char *path, const struct image *image)
{
    g_autoptr(GBytes) bytes = file_peek(path);
    g_autofree char *digest = bytes ? digest_of_bytes(bytes) : NULL;
    return image && digest && g_str_equal(digest, image->digest);
}

void build_show_uses(struct build *build, const struct article *article)
{
    struct show_record *show = build->show;
    g_autoptr(GPtrArray) paths = images_paths(article->images);
    if (!show || show->stands)
        return;
    for (guint i = 0; i < paths->len; i++) {
        /* Before it is looked at: what is written after that does not fit the stamp. */
        stored_add_stamp(show->made, paths->pdata[i]);
        show->outrun |= !is_as_read(paths->pdata[i], images_at(article->images, paths->pdata[i]));
    }
}

static void tell(const struct stored *stands, struct report *report)
{
    for (guint i = 0; i < stands->files->len; i++) {
        struct report_file file = *(const struct report_file *)stands->files->pdata[i];
        report_add_file(report, file);
    }
    report->show.is_current = true;
    report->show.build_id = g_strdup(stands->build_id);
    report->show.loop_s = stands->loop_s;
    report->show.articles_s = stands->articles_s;
}

/* All files of its folder. */
static void add_stamps(struct stored *stored, const struct build *build, const char *folder)
{
    g_autofree char *directory = g_build_filename(build->options->out_dir, folder, NULL);
    g_autoptr(GHashTable) names = folder_inventory(directory);
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, names);
    while (g_hash_table_iter_next(&iter, &name, NULL)) {
        g_autofree char *path = g_build_filename(directory, name, NULL);
        g_autofree char *folder_of = g_path_get_dirname(path);
        stored_add_stamp(stored, path);
        stored_add_stamp(stored, folder_of);
    }
}

static void keep(const struct build *build, guint from)
{
    const struct report *report = build->report;
    const struct product *product = build_shown_product(build);
    struct stored *stored = g_steal_pointer(&build->show->made);
    for (guint i = from; i < report_files_count(report->files); i++) {
        const struct report_file *file = report_files_at(report->files, i);
        if (file->screen.seconds > 0)
            stored_add_file(stored, file);
    }
    stored_add_findings(stored, build->show_found);
    add_stamps(stored, build, product->folder);
    g_free(stored->build_id);
    stored->build_id = g_strdup(report->show.build_id);
    stored->loop_s = report->show.loop_s;
    stored->articles_s = report->show.articles_s;
    record_put(build->show->record, product->name, build->show->key, stored);
}

/* All of it is as it should be. */
static bool is_sound(const struct build *build)
{
    const struct report_show *show = &build->report->show;
    return show->is_current && show->as_before->len == 0 && show->missing->len == 0 &&
           diag_errors(build->diag) == 0 && !build->show->outrun && !stop_asked();
}

void build_show_close(struct build *build, guint from)
{
    struct show_record *show = build->show;
    if (!show)
        return;
    if (show->stands) {
        stored_tell_findings(show->stands, build->diag);
        tell(show->stands, build->report);
    } else if (is_sound(build)) {
        keep(build, from);
    }
    record_close(show->record);
    stored_free(show->made);
    g_free(show->key);
    g_clear_pointer(&build->show, g_free);
}
