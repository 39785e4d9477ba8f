/*
 * Hangs pictures. Awkward: a screen's file is named after its place in the sequence and its bytes,
 * so it has no name before all screens are painted.
 */
#include "publish/wall.h"

#include "base/stop.h"
#include "player/night.h"
#include "player/show.h"
#include "player/topics.h"
#include "publish/folder.h"
#include "publish/speaker.h"

struct screen {
    struct slide_source source;
    char *digest, *night_digest; /* of what its pictures look like */
    const char *format;          /* of its product */
};

struct wall {
    struct wall_setup setup;
    const char *folder; /* of the products that are here; NULL: there are none */
    GPtrArray *screens; /* of struct screen *; those of an act stand together */
    GBytes *sheet;      /* NULL: there is none */
    bool spoiled;
};

static void screen_free(struct screen *screen)
{
    g_clear_pointer(&screen->source.png, g_bytes_unref);
    g_clear_pointer(&screen->source.night_png, g_bytes_unref);
    g_free(screen->digest);
    g_free(screen->night_digest);
    g_free(screen);
}

struct wall *wall_new(const struct wall_setup *setup)
{
    struct wall *wall = g_new0(struct wall, 1);
    wall->setup = *setup;
    wall->screens = g_ptr_array_new_with_free_func((GDestroyNotify)screen_free);
    return wall;
}

void wall_free(struct wall *wall)
{
    if (!wall)
        return;
    g_ptr_array_unref(wall->screens);
    g_clear_pointer(&wall->sheet, g_bytes_unref);
    g_free(wall);
}

void wall_set_home(struct wall *wall, const char *home)
{
    wall->setup.show.home = home;
}

void wall_add_sheet(struct wall *wall, GBytes *pdf)
{
    wall->sheet = pdf;
}

bool wall_takes(const struct product *product, const struct painter *painter)
{
    return painter && painter->by_page && product->painter == painter;
}

struct screen *wall_add(struct wall *wall, const struct product *product,
                        const struct slide_source *source)
{
    struct screen *screen = g_new0(struct screen, 1);
    screen->source = *source;
    screen->format = product->name;
    wall->folder = product->folder;
    g_ptr_array_add(wall->screens, screen);
    return screen;
}

static struct pictures *pictures_of(const struct wall *wall)
{
    return wall->setup.pictures ? *wall->setup.pictures : NULL;
}

/* The picture of the page that the job names, unless one that looks the same was painted before, in
 * this process or by a build before it. `digest` is for the caller to free. */
static GBytes *paint(const struct wall *wall, const struct painter *painter,
                     const struct paint_job *job, char **digest)
{
    struct pictures *pictures = pictures_of(wall);
    GBytes *png = keep_find_picture(wall->setup.keep, job->layout->pages->pdata[job->page],
                                    job->layout->title, job->layout->lang, job->width_px, digest);
    if (png)
        return png;
    png = pictures ? pictures_find(pictures, *digest) : NULL;
    png = png ? png : painter->paint(job);
    if (png)
        keep_add_picture(wall->setup.keep, *digest, png);
    return png;
}

static GBytes *paint_at_night(const struct wall *wall, struct screen *screen,
                              const struct painter *painter, struct paint_job job)
{
    struct page *page = night_page(screen->source.page, wall->setup.show.style);
    struct layout layout = *job.layout;
    layout.pages = g_ptr_array_new();
    g_ptr_array_add(layout.pages, page);
    job.layout = &layout;
    job.page = 0;
    GBytes *png = paint(wall, painter, &job, &screen->night_digest);
    g_ptr_array_unref(layout.pages);
    night_page_free(page);
    return png;
}

void wall_paint(struct wall *wall, struct screen *screen, const struct painter *painter,
                const struct paint_job *job)
{
    screen->source.png = paint(wall, painter, job, &screen->digest);
    if (wall->setup.show.style->show.night_pictures)
        screen->source.night_png = paint_at_night(wall, screen, painter, *job);
}

void wall_spoil(struct wall *wall)
{
    wall->spoiled = true;
}

static struct screen *screen_at(const struct wall *wall, guint i)
{
    return wall->screens->pdata[i];
}

/* The end of the screens of one layout, which begin with `from`. */
static guint layout_end(const struct wall *wall, guint from)
{
    guint to = from;
    while (to < wall->screens->len &&
           screen_at(wall, to)->source.layout == screen_at(wall, from)->source.layout)
        to++;
    return to;
}

static bool is_whole(const struct wall *wall, guint from, guint to)
{
    bool night = wall->setup.show.style->show.night_pictures;
    for (guint i = from; i < to; i++) {
        const struct slide_source *source = &screen_at(wall, i)->source;
        if (!source->png || (night && !source->night_png))
            return false;
    }
    return true;
}

/* Acts with a screen that could not be painted (reported) are not shown. */
static void drop_broken(struct wall *wall, struct report *report)
{
    for (guint from = 0; from < wall->screens->len;) {
        guint to = layout_end(wall, from);
        if (is_whole(wall, from, to)) {
            from = to;
            continue;
        }
        report_add_missing(report, screen_at(wall, from)->source.article);
        g_ptr_array_remove_range(wall->screens, from, to - from);
    }
}

/* An act and its screens: those from `from` up to `to`. */
struct stretch {
    struct act act;
    guint from, to;
};

/* How long the screens from `from` up to `to` play. [s] */
static unsigned seconds_of(const struct wall *wall, guint from, guint to)
{
    unsigned seconds = 0;
    for (guint i = from; i < to; i++)
        seconds += slide_seconds(&screen_at(wall, i)->source, wall->setup.show.style);
    return seconds;
}

/* The end of the section that begins with screen `from`, among those up to `to`. */
static guint section_end(const struct wall *wall, guint from, guint to)
{
    guint end = from + 1;
    while (end < to && g_str_equal(screen_at(wall, end)->source.page->title,
                                   screen_at(wall, from)->source.page->title))
        end++;
    return end;
}

/* One layout as acts: as many as it has sections, where the clinic is named within it. */
static void add_stretches(const struct wall *wall, guint from, guint to, GArray *stretches)
{
    const struct slide_source *source = &screen_at(wall, from)->source;
    bool long_one = source->act == ACT_ARTICLE &&
                    seconds_of(wall, from, to) > wall->setup.show.style->show.contact_every_s;
    for (guint start = from, end; start < to; start = end) {
        end = long_one ? section_end(wall, start, to) : to;
        struct stretch stretch = {{.kind = source->act,
                                   .lang = source->layout->lang,
                                   .topic = source->topic,
                                   .seconds = seconds_of(wall, start, end),
                                   .goes_on = start > from},
                                  start,
                                  end};
        g_array_append_val(stretches, stretch);
    }
}

/* The acts in the order of their articles (of struct stretch). */
static GArray *stretches_of(const struct wall *wall)
{
    GArray *stretches = g_array_new(FALSE, FALSE, sizeof(struct stretch));
    for (guint from = 0, to; from < wall->screens->len; from = to) {
        to = layout_end(wall, from);
        add_stretches(wall, from, to, stretches);
    }
    return stretches;
}

/* Indices into `stretches`. */
static GArray *order_of(const struct wall *wall, const GArray *stretches)
{
    const struct show_setup *show = &wall->setup.show.style->show;
    g_autoptr(GArray) acts = g_array_new(FALSE, FALSE, sizeof(struct act));
    for (guint i = 0; i < stretches->len; i++)
        g_array_append_val(acts, g_array_index(stretches, struct stretch, i).act);
    return playbill(acts, (struct playbill_pace){show->contact_every_s, show->announcements_every_s,
                                                 show->language_rounds, wall->setup.show.home});
}

/* How many slides of the same article and slug there are up to this one. */
static unsigned count_same(GHashTable *counts, const struct slide_source *source)
{
    char *key = g_strconcat(source->article, "/", source->page->slug, NULL);
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key)) + 1;
    g_hash_table_replace(counts, key, GUINT_TO_POINTER(count));
    return count;
}

/* In the order in which they play; what plays twice is there twice, since many displays show files
 * by their names. */
static GPtrArray *make_slides(const struct wall *wall)
{
    GPtrArray *slides = g_ptr_array_new_with_free_func((GDestroyNotify)slide_free);
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GArray) stretches = stretches_of(wall);
    g_autoptr(GArray) order = order_of(wall, stretches);
    for (guint n = 0; n < order->len; n++) {
        const struct stretch *stretch =
            &g_array_index(stretches, struct stretch, g_array_index(order, guint, n));
        for (guint i = stretch->from; i < stretch->to; i++) {
            const struct slide_source *source = &screen_at(wall, i)->source;
            struct slide *slide = slide_new(source, wall->setup.show.style);
            slide_place(slide, slides->len + 1, count_same(counts, source));
            g_ptr_array_add(slides, slide);
        }
    }
    return slides;
}

static bool plays(const struct cycle *cycle, const struct slide_source *source)
{
    for (guint i = 0; i < cycle->slides->len; i++)
        if (((const struct slide *)cycle->slides->pdata[i])->source.document == source->document)
            return true;
    return false;
}

/* How to reach the clinic, in languages in which a short show has no time for it (playbill.h). */
static void add_unplayed(const struct wall *wall, struct cycle *cycle)
{
    for (guint from = 0; from < wall->screens->len; from = layout_end(wall, from)) {
        const struct slide_source *source = &screen_at(wall, from)->source;
        if (source->act == ACT_CONTACT && !plays(cycle, source))
            cycle_add_unplayed(cycle, source);
    }
}

/* The articles whose screens are here: names, lent. */
static GHashTable *shown_articles(const struct wall *wall)
{
    GHashTable *names = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < wall->screens->len; i++)
        g_hash_table_add(names, (gpointer)screen_at(wall, i)->source.article);
    return names;
}

/* What visitors can have on paper of what the show tells. */
static void add_prints(const struct wall *wall, struct cycle *cycle, const struct report *report)
{
    g_autoptr(GHashTable) shown = shown_articles(wall);
    for (guint i = 0; i < report_files_count(report->files); i++) {
        const struct report_file *like = report_files_like(report->files, i);
        if (like->again || !g_str_equal(like->format, PRODUCT_OF_VISITORS) ||
            !g_hash_table_contains(shown, report_files_article(report->files, i)))
            continue;
        const struct report_file *file = report_files_at(report->files, i);
        GMappedFile *mapped = g_mapped_file_new(file->path, FALSE, NULL);
        if (!mapped)
            continue;
        cycle_add_print(cycle, file->article, file->path, g_mapped_file_get_bytes(mapped),
                        file->pages);
        g_mapped_file_unref(mapped);
    }
}

static bool put_up(struct cycle *cycle, const char *directory, struct report *report,
                   struct diag *diag)
{
    g_autoptr(GPtrArray) files = stop_asked() ? NULL : show_bundle(cycle);
    return files && folder_publish(files, directory, report->removed, diag);
}

/* What visitors can listen to of it. An urgent message is put up before, and waits for no voice. */
static void add_speeches(const struct wall *wall, struct cycle *cycle, const char *directory,
                         struct report *report)
{
    const struct wall_setup *setup = &wall->setup;
    bool urgent = setup->show.until != NULL;
    if (!setup->show.style->show.speech || !setup->speaker)
        return;
    GPtrArray *speeches = topics_speeches(cycle, setup->diag);
    const struct speaker_setup speaker = {.out_dir = setup->out_dir,
                                          .helper = setup->speaker,
                                          .diag = setup->diag,
                                          .keeps_others = urgent,
                                          .heard = setup->heard,
                                          .user = setup->user};
    if (urgent && !speaker_knows(&speaker, speeches))
        put_up(cycle, directory, report, setup->diag);
    speaker_speak(&speaker, speeches, &report->show.speech);
    for (guint i = 0; i < speeches->len; i++) {
        struct speech *speech = speeches->pdata[i];
        if (speech->sound)
            cycle_add_speech(cycle, speech);
        else
            speech_free(speech);
    }
    g_ptr_array_set_free_func(speeches, NULL);
    g_ptr_array_unref(speeches);
}

static void tell_slide(struct report *report, const struct slide *slide, const char *format,
                       const char *directory)
{
    g_autofree char *path = g_build_filename(directory, slide->src, NULL);
    report_add_file(report, (struct report_file){.path = path,
                                                 .article = slide->source.article,
                                                 .format = format,
                                                 .pages = 1,
                                                 .bytes = g_bytes_get_size(slide->source.png),
                                                 .screen = {.words = slide->words,
                                                            .seconds = slide->dwell_s,
                                                            .lines = slide->lines,
                                                            .cap_mm = slide->cap_mm,
                                                            .arcmin = slide->arcmin,
                                                            .contrast = slide->min_contrast,
                                                            .reads_to_m = slide->reads_to_m,
                                                            .d20_m = slide->d20_m,
                                                            .binding = slide->binding}});
}

static void tell_show(const struct wall *wall, const struct cycle *cycle, const char *directory,
                      struct report *report)
{
    report->show.is_current = true;
    report->show.build_id = g_strdup(cycle->build_id);
    report->show.loop_s = cycle->loop_s;
    report->show.articles_s = cycle->articles_s;
    for (guint i = 0; i < cycle->slides->len; i++)
        tell_slide(report, cycle->slides->pdata[i], screen_at(wall, 0)->format, directory);
}

static GHashTable *digests_of(const struct wall *wall)
{
    GHashTable *digests = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < wall->screens->len; i++) {
        const struct screen *screen = screen_at(wall, i);
        g_hash_table_insert(digests, screen->source.png, screen->digest);
        if (screen->source.night_png)
            g_hash_table_insert(digests, screen->source.night_png, screen->night_digest);
    }
    return digests;
}

/* Where the pictures of slides stand now, for builds to come. */
static void add_pictures(const struct wall *wall, const GPtrArray *slides, const char *directory)
{
    g_autoptr(GHashTable) digests = digests_of(wall);
    for (guint i = 0; i < slides->len; i++) {
        const struct slide *slide = slides->pdata[i];
        g_autofree char *path = g_build_filename(directory, slide->src, NULL);
        pictures_add(pictures_of(wall), g_hash_table_lookup(digests, slide->source.png), path,
                     slide->sha256);
    }
}

static void keep_pictures(const struct wall *wall, const struct cycle *cycle, const char *directory)
{
    if (!pictures_of(wall))
        return;
    add_pictures(wall, cycle->slides, directory);
    if (!wall->setup.show.style->show.night_pictures)
        return;
    g_autofree char *night = g_build_filename(directory, NIGHT_FOLDER, NULL);
    g_autoptr(GPtrArray) slides = night_slides(cycle);
    add_pictures(wall, slides, night);
}

void wall_publish(struct wall *wall, struct report *report)
{
    drop_broken(wall, report);
    if (wall->spoiled || wall->screens->len == 0 || stop_asked())
        return;
    g_autofree char *directory = g_build_filename(wall->setup.out_dir, wall->folder, NULL);
    struct cycle *cycle = cycle_new(&wall->setup.show, make_slides(wall),
                                    keep_webfonts(wall->setup.keep), wall->setup.diag);
    add_unplayed(wall, cycle);
    add_prints(wall, cycle, report);
    if (wall->sheet)
        cycle_set_sheet(cycle, g_bytes_ref(wall->sheet));
    guint before = report->removed->len;
    add_speeches(wall, cycle, directory, report);
    if (put_up(cycle, directory, report, wall->setup.diag)) {
        tell_show(wall, cycle, directory, report);
        keep_pictures(wall, cycle, directory);
    }
    report->show.removed_from = before;
    report->show.removed_to = report->removed->len;
    cycle_free(cycle);
}
