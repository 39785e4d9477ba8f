/*
 * Writes a slide for the browser: facts, schedule, and the display list as lines, marks and
 * pictures. Lengths turn from points into the panel's pixels here.
 */
#include "player/manifest_slide.h"

#include "base/clock.h"
#include "base/lang.h"
#include "base/signs.h"
#include "layout/screen_tones.h"
#include "player/manifest_links.h"
#include "player/shades.h"
#include "player/slide_lines.h"
#include "player/slide_tree.h"

#include <math.h>
#include <string.h>

struct drawing {
    JsonBuilder *builder;
    const struct cycle *cycle;
    const struct slide *slide;
    double scale;       /* [px/pt] */
    struct tones tones; /* of the slide's ground */
};

static unsigned font_index(const struct cycle *cycle, const struct face *face)
{
    for (guint i = 0; i < cycle->fonts->len; i++)
        if (((const struct webfont *)cycle->fonts->pdata[i])->face == face)
            return i;
    return 0;
}

/* The language of a line; that of the slide when its block names none. */
static const char *lang_of(const struct drawing *d, const struct line *line)
{
    return line->lang ? line->lang : d->slide->source.layout->lang;
}

/* The player draws the hyphen by itself, which is none of the words. */
static void end_words(const struct line *line, char *text)
{
    if (line->end == LINE_END_HYPHEN && g_str_has_suffix(text, SOFT_HYPHEN_TEXT))
        text[strlen(text) - strlen(SOFT_HYPHEN_TEXT)] = '\0';
}

/* Where letters were moved: by how many units of JavaScript's strings each begins behind the start
 * of the run, and by how much. [em] */
static void add_gaps(const struct drawing *d, const struct run *run)
{
    bool any = false;
    for (size_t i = 0; i < run->n_glyphs; i++) {
        double gap = run_move(run, i).gap;
        if (gap == 0)
            continue;
        if (!any)
            json_open_array(d->builder, "gaps");
        any = true;
        glong units = 0; /* as browsers count letters */
        g_free(g_utf8_to_utf16(run->text, run->glyphs[i].cluster, NULL, &units, NULL));
        json_open_array(d->builder, NULL);
        json_int(d->builder, NULL, units);
        json_exact(d->builder, NULL, round(gap * 1024) / 1024);
        json_close_array(d->builder);
    }
    if (any)
        json_close_array(d->builder);
}

static void add_run(const struct drawing *d, const struct line *line, guint index)
{
    const struct item *item = &g_array_index(d->slide->source.page->items, struct item, index);
    const struct run *run = &item->as.run;
    const char *lang = element_lang(item->element);
    const struct element *link = item->element ? element_link(item->element) : NULL;
    double rise = line->baseline - run->baseline;
    g_autofree char *text = g_strdup(run->text);
    if (index == line->last)
        end_words(line, g_strchomp(text));
    json_open_object(d->builder, NULL);
    json_text(d->builder, "text", text);
    json_int(d->builder, "font", font_index(d->cycle, run->face));
    json_text(d->builder, "href", link ? link->as.link.uri : NULL);
    bool unseen = run->n_glyphs == 0; /* nobody has said which way it reads */
    if (unseen)
        json_true(d->builder, "unseen");
    json_color(d->builder, "color", run->color);
    json_text(d->builder, "role", shades_of(item, &d->tones));
    if (line->rtl && !run->rtl && !unseen)
        json_text(d->builder, "dir", "ltr");
    if (lang && !lang_equal(lang, lang_of(d, line)))
        json_text(d->builder, "lang", lang);
    add_gaps(d, run);
    if (rise != 0)
        json_number(d->builder, "rise", rise * d->scale);
    json_close_object(d->builder);
}

static void add_runs(const struct drawing *d, const struct line *line)
{
    json_open_array(d->builder, "runs");
    for (guint i = line->first; i <= line->last; i++)
        add_run(d, line, i);
    json_close_array(d->builder);
}

/* Something new begins behind the line, but in the same block. The number of an item is a text of
 * its own. */
static bool ends_row(const struct slide_line *line, const struct slide_line *next)
{
    const struct element *element = line->line->element;
    bool number = element && element->role == ROLE_LBL;
    enum line_end end = line->line->end;
    return next->number == line->number && !number && (end == LINE_END_NEW || end == LINE_END_TEXT);
}

static void add_line(const struct drawing *d, const struct slide_line *slide_line,
                     const struct slide_line *next)
{
    const struct line *line = slide_line->line;
    const char *lang = lang_of(d, line);
    json_open_object(d->builder, NULL);
    json_number(d->builder, "x", line->x * d->scale);
    json_number(d->builder, "y", line->baseline * d->scale);
    json_number(d->builder, "w", line->width * d->scale);
    json_number(d->builder, "size", line->size * d->scale);
    json_exact(d->builder, "tracking", round(line->tracking * 1024) / 1024);
    json_text(d->builder, "dir", line->rtl ? "rtl" : "ltr");
    if (!lang_equal(lang, d->slide->source.layout->lang))
        json_text(d->builder, "lang", lang);
    json_int(d->builder, "block", slide_line->number);
    json_text(d->builder, "tag", slide_line_tag(slide_line));
    if (!line->element)
        json_true(d->builder, "aside");
    if (next && !*line_joint(line, next->line))
        json_true(d->builder, "goes_on");
    if (next && ends_row(slide_line, next))
        json_true(d->builder, "ends");
    if (line->end == LINE_END_HYPHEN)
        json_true(d->builder, "hyphen");
    add_runs(d, line);
    json_close_object(d->builder);
}

static void add_lines(const struct drawing *d)
{
    g_autoptr(GPtrArray) lines = slide_lines(d->slide->source.page);
    json_open_array(d->builder, "lines");
    for (guint i = 0; i < lines->len; i++)
        add_line(d, lines->pdata[i], i + 1 < lines->len ? lines->pdata[i + 1] : NULL);
    json_close_array(d->builder);
    slide_tree_add(d->builder, d->slide->source.page, lines);
}

static void append_point(GString *out, const struct drawing *d, struct point p)
{
    char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(x, sizeof x, "%.2f", p.x * d->scale);
    g_ascii_formatd(y, sizeof y, "%.2f", p.y * d->scale);
    g_string_append_printf(out, "%s %s", x, y);
}

static char *svg_path(const struct drawing *d, const struct path *path)
{
    static const struct {
        char letter;
        unsigned points;
    } verbs[] = {[PATH_MOVE] = {'M', 1},
                 [PATH_LINE] = {'L', 1},
                 [PATH_CURVE] = {'C', 3},
                 [PATH_CLOSE] = {'Z', 0}};
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < path->n_segments; i++) {
        const struct segment *segment = &path->segments[i];
        g_string_append_c(out, verbs[segment->verb].letter);
        for (unsigned p = 0; p < verbs[segment->verb].points; p++) {
            if (p > 0)
                g_string_append_c(out, ' ');
            append_point(out, d, segment->p[p]);
        }
    }
    return g_string_free(out, FALSE);
}

static void add_marks(const struct drawing *d)
{
    const GArray *items = d->slide->source.page->items;
    bool above = false; /* a picture that came before */
    json_open_array(d->builder, "marks");
    for (guint i = 0; i < items->len; i++) {
        const struct item *item = &g_array_index(items, struct item, i);
        above |= item->kind == ITEM_IMAGE;
        if (item->kind != ITEM_FILL)
            continue;
        g_autofree char *path = svg_path(d, item->as.fill.path);
        bool speaks = item->element && item->element->role == ROLE_FIGURE;
        json_open_object(d->builder, NULL);
        json_text(d->builder, "d", path);
        json_color(d->builder, "color", item->as.fill.color);
        json_text(d->builder, "role", shades_of(item, &d->tones));
        json_text(d->builder, "alt", speaks ? item->element->alt : NULL);
        if (above)
            json_true(d->builder, "above");
        if (item->sign > 0)
            json_int(d->builder, "sign", item->sign);
        json_close_object(d->builder);
    }
    json_close_array(d->builder);
}

/* What stands below the picture in words is not said twice. */
static const char *image_alt(const struct page *page, const struct element *element)
{
    bool spoken = element && element->alt && !page_has_words_of(page, element);
    return spoken ? element->alt : "";
}

static void add_images(const struct drawing *d)
{
    const GArray *items = d->slide->source.page->items;
    json_open_array(d->builder, "images");
    for (guint i = 0; i < items->len; i++) {
        const struct item *item = &g_array_index(items, struct item, i);
        if (item->kind != ITEM_IMAGE)
            continue;
        const struct webimage *image = g_hash_table_lookup(d->cycle->images, item->as.image);
        json_open_object(d->builder, NULL);
        json_number(d->builder, "x", item->box.x * d->scale);
        json_number(d->builder, "y", item->box.y * d->scale);
        json_number(d->builder, "w", item->box.width * d->scale);
        json_number(d->builder, "h", item->box.height * d->scale);
        if (item->corner > 0)
            json_number(d->builder, "corner", item->corner * d->scale);
        json_text(d->builder, "src", image->src);
        json_text(d->builder, "sha256", image->sha256);
        json_text(d->builder, "alt", image_alt(d->slide->source.page, item->element));
        json_close_object(d->builder);
    }
    json_close_array(d->builder);
}

static void add_schedule(JsonBuilder *builder, const struct schedule *schedule)
{
    json_text(builder, "valid_from", schedule->valid_from.value);
    json_text(builder, "valid_to", schedule->valid_to.value);
    json_open_array(builder, "days");
    for (int day = 0; day < DAY_WEEK; day++)
        if (schedule->weekdays & 1U << day)
            json_int(builder, NULL, day + 1);
    json_close_array(builder);
    json_open_array(builder, "hours");
    for (size_t i = 0; i < schedule->n_times; i++) {
        struct times times = schedule->times[i];
        g_autofree char *from = clock_time(times.from), *to = clock_time(times.to);
        json_open_array(builder, NULL);
        json_text(builder, NULL, from);
        json_text(builder, NULL, to);
        json_close_array(builder);
    }
    json_close_array(builder);
}

static void add_facts(JsonBuilder *builder, const struct slide *slide)
{
    json_text(builder, "id", slide->id);
    json_int(builder, "order", slide->order);
    json_text(builder, "src", slide->src);
    json_text(builder, "sha256", slide->sha256);
    json_int(builder, "bytes", (gint64)g_bytes_get_size(slide->source.png));
    json_int(builder, "w", slide->width_px);
    json_int(builder, "h", slide->height_px);
    json_text(builder, "title", slide->title);
    json_text(builder, "ground", shades_ground(slide->source.page->tones));
    json_text(builder, "progress", slide->source.page->progress);
    json_text(builder, "alt", slide->alt);
    json_text(builder, "text", slide->text);
    json_text(builder, "lang", slide->source.layout->lang);
    json_text(builder, "dir", slide->rtl ? "rtl" : "ltr");
    json_int(builder, "dwell_s", slide->dwell_s);
    json_int(builder, "words", slide->words);
    json_int(builder, "lines_n", slide->lines);
    json_number(builder, "cap_mm", slide->cap_mm);
    json_number(builder, "arcmin", slide->arcmin);
    if (slide->d20_m > 0)
        json_number(builder, "d20_m", slide->d20_m);
    if (slide->reads_to_m > 0)
        json_number(builder, "reads_to_m", slide->reads_to_m);
    json_number(builder, "min_contrast", slide->min_contrast);
    json_text(builder, "binding", slide->binding);
}

void manifest_add_slide(JsonBuilder *builder, const struct cycle *cycle, const struct slide *slide)
{
    const struct page *page = slide->source.page;
    struct drawing d = {builder, cycle, slide, slide->width_px / page->width,
                        screen_tones(cycle->setup.style, page->tones)};
    json_open_object(builder, NULL);
    add_facts(builder, slide);
    add_schedule(builder, slide->source.schedule);
    add_lines(&d);
    add_marks(&d);
    add_images(&d);
    manifest_add_links(builder, page, slide->source.document->labels);
    json_close_object(builder);
}
