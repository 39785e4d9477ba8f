/*
 * Keeps fonts and pictures between builds. A picture is known by a hash over everything that the
 * painter reads of the page, the same in every process.
 */
#include "publish/keep.h"

#include "base/digest.h"
#include "base/file.h"
#include "content/brief.h"
#include "content/glance.h"
#include "publish/last_good_kept.h"
#include "publish/store.h"

#include <string.h>

struct picture {
    GBytes *bytes;
    bool used; /* in this build */
};

struct keep {
    char *out_dir; /* of the last build; NULL: it was none */
    bool followed; /* that one is */
    char *inputs;  /* NULL: no build has seen to all articles */
    struct fonts *fonts;
    char *path, *family; /* of the fonts */
    char *state;         /* and what they were like */
    GPtrArray *idle;     /* of struct fonts *: the fonts and copies of them that no thread has */
    struct webfonts *webfonts;
    struct store *store;
    struct glances *glances;
    struct briefs *briefs;
    struct last_good_kept *last_good;
    GMutex mutex;         /* guards `idle` and `pictures` */
    GHashTable *pictures; /* digest -> struct picture * */
};

static GPrivate had_last; /* struct fonts *, which may be gone by now: only compared */

static void picture_free(struct picture *picture)
{
    g_bytes_unref(picture->bytes);
    g_free(picture);
}

struct keep *keep_new(void)
{
    struct keep *keep = g_new0(struct keep, 1);
    keep->idle = g_ptr_array_new_with_free_func((GDestroyNotify)fonts_free);
    keep->webfonts = webfonts_new();
    keep->store = store_new();
    keep->glances = glances_new(true);
    keep->briefs = briefs_new();
    keep->last_good = last_good_kept_new();
    keep->pictures =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)picture_free);
    g_mutex_init(&keep->mutex);
    return keep;
}

void keep_drop_fonts(struct keep *keep)
{
    g_hash_table_remove_all(keep->pictures);
    webfonts_free(keep->webfonts);
    keep->webfonts = webfonts_new();
    g_ptr_array_set_size(keep->idle, 0);
    keep->fonts = NULL;
    g_clear_pointer(&keep->path, g_free);
    g_clear_pointer(&keep->family, g_free);
    g_clear_pointer(&keep->state, g_free);
}

void keep_free(struct keep *keep)
{
    if (!keep)
        return;
    keep_drop_fonts(keep);
    webfonts_free(keep->webfonts);
    store_free(keep->store);
    glances_free(keep->glances);
    briefs_free(keep->briefs);
    last_good_kept_free(keep->last_good);
    g_ptr_array_unref(keep->idle);
    g_hash_table_unref(keep->pictures);
    g_mutex_clear(&keep->mutex);
    g_free(keep->out_dir);
    g_free(keep->inputs);
    g_free(keep);
}

void keep_follow(struct keep *keep, bool followed)
{
    keep->followed = followed;
}

bool keep_is_followed(const struct keep *keep)
{
    return keep->followed;
}

void keep_put_inputs(struct keep *keep, const char *inputs)
{
    g_free(keep->inputs);
    keep->inputs = g_strdup(inputs);
}

bool keep_has_inputs(const struct keep *keep, const char *inputs)
{
    return g_strcmp0(keep->inputs, inputs) == 0;
}

bool keep_is_new(struct keep *keep, const char *out_dir)
{
    if (g_strcmp0(keep->out_dir, out_dir) == 0)
        return false;
    g_free(keep->out_dir);
    keep->out_dir = g_strdup(out_dir);
    return true;
}

static char *state_of(const struct fonts *fonts, const char *path)
{
    struct digest *sum = digest_new();
    g_autoptr(GPtrArray) files = fonts_files(fonts);
    g_autoptr(GBytes) set = file_peek(path);
    digest_add_file(sum, path, set);
    for (guint i = 0; i < files->len; i++)
        digest_add_stamp(sum, files->pdata[i]);
    return digest_end(sum);
}

struct fonts *keep_fonts(struct keep *keep, const char *path, const char *family, struct diag *diag)
{
    if (keep->fonts && g_str_equal(keep->path, path) && g_str_equal(keep->family, family))
        return keep->fonts;
    keep_drop_fonts(keep);
    keep->fonts = fonts_load(path, family, diag);
    if (keep->fonts) {
        keep->path = g_strdup(path);
        keep->family = g_strdup(family);
        keep->state = state_of(keep->fonts, path);
        g_ptr_array_add(keep->idle, keep->fonts);
    }
    return keep->fonts;
}

const char *keep_fonts_state(const struct keep *keep)
{
    return keep->state;
}

/* Which of them are those that this thread had before, as it may have their memory at hand. */
static guint find_idle(const struct keep *keep)
{
    guint at = 0;
    bool there = g_ptr_array_find(keep->idle, g_private_get(&had_last), &at);
    return there ? at : keep->idle->len - 1;
}

struct fonts *keep_borrow_fonts(struct keep *keep)
{
    g_mutex_lock(&keep->mutex);
    struct fonts *fonts = keep->idle->len > 0 ? g_ptr_array_steal_index(keep->idle, find_idle(keep))
                                              : fonts_copy(keep->fonts);
    g_mutex_unlock(&keep->mutex);
    g_private_set(&had_last, fonts);
    return fonts;
}

void keep_return_fonts(struct keep *keep, struct fonts *fonts)
{
    g_mutex_lock(&keep->mutex);
    g_ptr_array_add(keep->idle, fonts);
    g_mutex_unlock(&keep->mutex);
}

struct webfonts *keep_webfonts(struct keep *keep)
{
    return keep->webfonts;
}

struct store *keep_store(struct keep *keep)
{
    return keep->store;
}

struct glances *keep_glances(struct keep *keep)
{
    return keep->glances;
}

struct briefs *keep_briefs(struct keep *keep)
{
    return keep->briefs;
}

struct last_good_kept *keep_last_good(struct keep *keep)
{
    return keep->last_good;
}

static void hash_run(struct digest *hash, const struct run *run)
{
    const double place[] = {run->size, run->x, run->baseline};
    digest_add_text(hash, run->face->path);
    digest_add(hash, &run->face->index, sizeof run->face->index);
    digest_add(hash, place, sizeof place);
    digest_add(hash, &run->color, sizeof run->color);
    digest_add_text(hash, run->text);
    for (size_t i = 0; i < run->n_glyphs; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        struct glyph_move move = run_move(run, i);
        const double numbers[] = {glyph->id, glyph->advance, move.dx, move.dy};
        digest_add(hash, numbers, sizeof numbers);
    }
}

static void hash_fill(struct digest *hash, const struct fill *fill)
{
    digest_add(hash, &fill->color, sizeof fill->color);
    for (guint i = 0; i < fill->path->n_segments; i++) {
        const struct segment *segment = &fill->path->segments[i];
        const double p[] = {segment->verb,   segment->p[0].x, segment->p[0].y, segment->p[1].x,
                            segment->p[1].y, segment->p[2].x, segment->p[2].y};
        size_t used = segment->verb == PATH_CURVE ? 7 : segment->verb == PATH_CLOSE ? 1 : 3;
        digest_add(hash, p, used * sizeof *p);
    }
}

static void hash_item(struct digest *hash, const struct item *item)
{
    const double box[] = {item->kind,      item->order,      item->box.x,  item->box.y,
                          item->box.width, item->box.height, item->corner, item->sign};
    digest_add(hash, box, sizeof box);
    digest_add_text(hash, item->shade);
    switch (item->kind) {
    case ITEM_RUN:
        hash_run(hash, &item->as.run);
        break;
    case ITEM_FILL:
        hash_fill(hash, &item->as.fill);
        break;
    case ITEM_IMAGE:
        digest_add(hash, g_bytes_get_data(item->as.image->rgb, NULL),
                   g_bytes_get_size(item->as.image->rgb));
        break;
    case ITEM_LINK:
    case ITEM_FIELD:
    case ITEM_KIND_COUNT:
        break;
    }
}

static char *name_of(const struct page *page, const char *title, const char *lang, int width_px)
{
    struct digest *hash = digest_new();
    const double size[] = {page->width,  page->height, width_px,
                           page->filled, page->dim,    page->tones};
    g_autofree char *words = page_text(page, lang); /* which tell pictures apart, too */
    digest_add(hash, size, sizeof size);
    digest_add(hash, &page->ground, sizeof page->ground);
    digest_add_text(hash, page->title);
    digest_add_text(hash, page->progress);
    digest_add_text(hash, words);
    digest_add_text(hash, title);
    digest_add_text(hash, lang);
    for (guint i = 0; i < page->items->len; i++)
        hash_item(hash, &g_array_index(page->items, struct item, i));
    return digest_end(hash);
}

GBytes *keep_find_picture(struct keep *keep, const struct page *page, const char *title,
                          const char *lang, int width_px, char **digest)
{
    *digest = name_of(page, title, lang, width_px);
    g_mutex_lock(&keep->mutex);
    struct picture *picture = g_hash_table_lookup(keep->pictures, *digest);
    if (picture)
        picture->used = true;
    GBytes *bytes = picture ? g_bytes_ref(picture->bytes) : NULL;
    g_mutex_unlock(&keep->mutex);
    return bytes;
}

void keep_add_picture(struct keep *keep, const char *digest, GBytes *bytes)
{
    struct picture *picture = g_new(struct picture, 1);
    *picture = (struct picture){g_bytes_ref(bytes), true};
    g_mutex_lock(&keep->mutex);
    g_hash_table_replace(keep->pictures, g_strdup(digest), picture);
    g_mutex_unlock(&keep->mutex);
}

static gboolean is_unused(gpointer digest, gpointer value, gpointer user)
{
    struct picture *picture = value;
    bool used = picture->used;
    (void)digest;
    (void)user;
    picture->used = false;
    return !used;
}

void keep_end_build(struct keep *keep)
{
    g_hash_table_foreach_remove(keep->pictures, is_unused, NULL);
    store_sweep(keep->store);
    glances_sweep(keep->glances);
    briefs_sweep(keep->briefs);
}
