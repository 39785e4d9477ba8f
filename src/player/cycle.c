/*
 * Gathers what the slides need: faces, pictures, times.
 */
#include "player/cycle.h"

#include "base/lang.h"

/* A panel of the usual size is not wider. */
#define MOST_IMAGE_PX 1920

static struct webfont *find_font(GPtrArray *fonts, const struct face *face)
{
    for (guint i = 0; i < fonts->len; i++)
        if (((struct webfont *)fonts->pdata[i])->face == face)
            return fonts->pdata[i];
    struct webfont *font = webfont_new(face);
    g_ptr_array_add(fonts, font);
    return font;
}

/* Raised and lowered runs hold Unicode's forms of the letters that are drawn. */
static void gather_raised(struct cycle *cycle, const struct page *page)
{
    for (guint i = 0; i < page->lines->len; i++) {
        const struct line *line = &g_array_index(page->lines, struct line, i);
        for (guint n = line->first; n <= line->last; n++) {
            const struct run *run = &g_array_index(page->items, struct item, n).as.run;
            if (run->baseline == line->baseline)
                continue;
            g_autofree char *plain = g_utf8_normalize(run->text, -1, G_NORMALIZE_ALL_COMPOSE);
            webfont_add(find_font(cycle->fonts, run->face), plain);
        }
    }
}

/* The player draws hyphens that no words have. */
static void gather_hyphens(struct cycle *cycle, const struct page *page)
{
    for (guint i = 0; i < page->lines->len; i++) {
        const struct line *line = &g_array_index(page->lines, struct line, i);
        const struct run *last = &g_array_index(page->items, struct item, line->last).as.run;
        if (line->end == LINE_END_HYPHEN)
            webfont_add(find_font(cycle->fonts, last->face), "\u2010");
    }
}

static void gather(struct cycle *cycle, const struct page *page)
{
    for (guint i = 0; i < page->items->len; i++) {
        const struct item *item = &g_array_index(page->items, struct item, i);
        if (item->kind == ITEM_RUN)
            webfont_add(find_font(cycle->fonts, item->as.run.face), item->as.run.text);
        if (item->kind == ITEM_IMAGE && !g_hash_table_contains(cycle->images, item->as.image))
            g_hash_table_insert(cycle->images, (gpointer)item->as.image,
                                webimage_new(item->as.image, MOST_IMAGE_PX));
    }
}

static void report_long_loop(const struct cycle *cycle, struct diag *diag)
{
    if (cycle->loop_s <= CYCLE_LONGEST)
        return;
    const char *article = ((const struct slide *)cycle->slides->pdata[0])->source.article;
    diag_report(diag, RULE_LOOP_LONG, (struct pos){0},
                "the show takes %u minutes from '%s' to its end, longer than people wait: shorten "
                "it, or give articles 'days' and 'hours'",
                (cycle->loop_s + 59) / 60, article);
}

static void print_free(void *data)
{
    struct cycle_print *print = data;
    g_bytes_unref(print->pdf);
    g_free(print->path);
    g_free(print);
}

void cycle_add_print(struct cycle *cycle, const char *article, const char *path, GBytes *pdf,
                     unsigned pages)
{
    struct cycle_print *print = g_new(struct cycle_print, 1);
    *print = (struct cycle_print){pdf, g_strdup(path), pages};
    g_hash_table_insert(cycle->prints, g_strdup(article), print);
}

void cycle_add_unplayed(struct cycle *cycle, const struct slide_source *source)
{
    g_ptr_array_add(cycle->unplayed, (gpointer)source);
}

void cycle_add_speech(struct cycle *cycle, struct speech *speech)
{
    g_hash_table_insert(cycle->speeches, speech->name, speech);
}

struct cycle *cycle_new(const struct cycle_setup *setup, GPtrArray *slides,
                        struct webfonts *webfonts, struct diag *diag)
{
    struct cycle *cycle = g_new0(struct cycle, 1);
    cycle->setup = *setup;
    cycle->slides = slides;
    cycle->unplayed = g_ptr_array_new();
    cycle->folder = "";
    cycle->fonts = g_ptr_array_new_with_free_func((GDestroyNotify)webfont_free);
    cycle->images = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)webimage_free);
    cycle->prints = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, print_free);
    cycle->speeches = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, speech_free);
    for (guint i = 0; i < slides->len; i++) {
        const struct slide *slide = slides->pdata[i];
        gather(cycle, slide->source.page);
        gather_raised(cycle, slide->source.page);
        gather_hyphens(cycle, slide->source.page);
        cycle->loop_s += slide->dwell_s;
        cycle->articles_s += slide->source.act == ACT_CONTACT ? 0 : slide->dwell_s;
    }
    for (guint i = 0; i < cycle->fonts->len; i++)
        webfont_cut(cycle->fonts->pdata[i], webfonts);
    report_long_loop(cycle, diag);
    return cycle;
}

void cycle_free(struct cycle *cycle)
{
    g_ptr_array_unref(cycle->slides);
    g_ptr_array_unref(cycle->unplayed);
    g_ptr_array_unref(cycle->fonts);
    g_hash_table_unref(cycle->images);
    g_hash_table_unref(cycle->prints);
    g_hash_table_unref(cycle->speeches);
    g_clear_pointer(&cycle->sheet, g_bytes_unref);
    g_free(cycle->build_id);
    g_free(cycle->player_id);
    g_free(cycle);
}

void cycle_set_sheet(struct cycle *cycle, GBytes *pdf)
{
    cycle->sheet = pdf;
}

static const char *lang_of(const struct cycle *cycle, guint i)
{
    return ((const struct slide *)cycle->slides->pdata[i])->source.layout->lang;
}

const char *cycle_lang(const struct cycle *cycle)
{
    const char *home = cycle->setup.home;
    for (guint i = 0; home && i < cycle->slides->len; i++)
        if (lang_equal(home, lang_of(cycle, i)))
            return lang_of(cycle, i);
    return lang_of(cycle, 0);
}

const struct labels *cycle_labels(const struct cycle *cycle)
{
    return g_hash_table_lookup(cycle->setup.labels, cycle_lang(cycle));
}

const char *cycle_find_picture(void *cycle, const struct image *image)
{
    const struct webimage *web = g_hash_table_lookup(((const struct cycle *)cycle)->images, image);
    return web ? web->src : NULL;
}

char *cycle_address(const struct cycle *cycle, const char *name)
{
    const char *base = cycle->setup.style->show.base_url;
    if (!base)
        return g_strdup(name);
    const char *slash = g_str_has_suffix(base, "/") ? "" : "/";
    g_autofree char *escaped = g_uri_escape_string(name, NULL, FALSE);
    return g_strconcat(base, slash, cycle->folder, escaped, NULL);
}
