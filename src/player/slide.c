/*
 * Measures a screen. Everything is read from the display list, so that what is said about a slide
 * is what was drawn.
 */
#include "player/slide.h"

#include "base/words.h"
#include "content/isolate.h"
#include "layout/screen_size.h"
#include "player/slide_lines.h"
#include "player/stroke.h"

#include <math.h>
#include <string.h>

#define SHORTEST_DWELL 10 /* [s] */

#define ARC_MINUTE (G_PI / 180 / 60)

/* Seconds that a screen of so many words stays: a glance and the time to read them at the pace.
 * (lobby-standards 4.4) */
static unsigned dwell_of(unsigned words, double words_per_minute)
{
    double seconds = ceil(60 * words / words_per_minute);
    return MAX(SHORTEST_DWELL, SCREEN_GLANCE_S + (unsigned)seconds);
}

static void measure_letters(struct slide *slide, const struct style *style)
{
    double stroke = G_MAXDOUBLE;
    slide->cap_mm = slide->min_contrast = G_MAXDOUBLE;
    const struct page *page = slide->source.page;
    for (guint i = 0; i < page->items->len; i++) {
        const struct item *item = &g_array_index(page->items, struct item, i);
        if (item->kind != ITEM_RUN)
            continue;
        const struct run *run = &item->as.run;
        double cap = run->size * run->face->cap_height / POINTS_PER_MM;
        slide->cap_mm = fmin(slide->cap_mm, cap);
        stroke = fmin(stroke, cap * stroke_share(run->face->hb));
        double contrast = color_contrast(run->color, page_ground_of(page, i));
        slide->min_contrast = fmin(slide->min_contrast, contrast);
    }
    if (stroke == G_MAXDOUBLE) /* a picture alone */
        slide->cap_mm = slide->min_contrast = stroke = 0;
    slide->arcmin = atan(slide->cap_mm / style->screen.distance_mm) / ARC_MINUTE;
    slide->d20_m = stroke / tan(ARC_MINUTE) / 1000;
    double reach = screen_reach_m(&style->screen, slide->cap_mm * POINTS_PER_MM);
    if (slide->cap_mm > 0 && reach * 1000 < style->screen.distance_mm)
        slide->reads_to_m = reach;
}

typedef char *words_of(const struct page *page, const struct slide_line *line);

static const char *joint(const struct line *line, const struct line *next)
{
    return line->element == next->element ? line_joint(line, next) : "\n";
}

/* The words of the slide, what was broken over lines put together again; elsewhere a line end. */
static char *join_lines(const struct page *page, const GPtrArray *lines, words_of *words_of_line)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < lines->len; i++) {
        const struct slide_line *line = lines->pdata[i];
        g_autofree char *own = words_of_line(page, line);
        if (words->len > 0 && *own)
            g_string_append(words,
                            joint(((struct slide_line *)lines->pdata[i - 1])->line, line->line));
        g_string_append(words, own);
    }
    return g_string_free(words, FALSE);
}

/* The words of the slide and what its pictures show, in one line. */
static char *describe(const struct page *page, const char *words, const char *lang)
{
    g_autoptr(GString) alt = g_string_new(words);
    const struct element *last = NULL;
    for (guint i = 0; i < page->items->len; i++) {
        const struct element *e = g_array_index(page->items, struct item, i).element;
        if (e && e->role == ROLE_FIGURE && e->alt && *e->alt && e != last &&
            !page_has_words_of(page, e))
            g_string_append_printf(alt, "%s%s", alt->len > 0 ? "\n" : "", e->alt);
        last = e;
    }
    if (page->progress)
        g_string_append_printf(alt, "%s%s", alt->len > 0 ? "\n" : "", page->progress);
    return g_strdelimit(isolate_text(alt->str, lang), "\n", ' ');
}

static char *list_lines(const struct page *page, const GPtrArray *lines, const char *lang)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < lines->len; i++) {
        g_autofree char *words = slide_line_heard(page, lines->pdata[i]);
        g_autofree char *isolated = isolate_text(words, lang);
        g_string_append_printf(text, "%s%s", i ? "\n" : "", isolated);
    }
    if (page->progress)
        g_string_append_printf(text, "\n%s", page->progress);
    return g_string_free(text, FALSE);
}

static unsigned count_rows(const struct page *page)
{
    g_autoptr(GPtrArray) lines = page_lines(page);
    return lines_count_rows(lines);
}

unsigned slide_seconds(const struct slide_source *source, const struct style *style)
{
    g_autoptr(GPtrArray) lines = slide_lines(source->page);
    g_autofree char *words = join_lines(source->page, lines, slide_line_words);
    return dwell_of(words_count(words, strlen(words)), style->screen.pace_wpm);
}

void slide_name(struct slide *slide)
{
    slide->sha256 = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, slide->source.png);
    slide->src =
        g_strdup_printf("%03u-%s.%.12s.png", slide->order, slide->source.page->slug, slide->sha256);
}

void slide_place(struct slide *slide, unsigned order, unsigned count)
{
    slide->order = order;
    slide->id = g_strdup_printf("%s/%s/%u", slide->source.article, slide->source.page->slug, count);
    slide_name(slide);
}

struct slide *slide_new(const struct slide_source *source, const struct style *style)
{
    struct slide *slide = g_new0(struct slide, 1);
    const struct page *page = source->page;
    g_autoptr(GPtrArray) lines = slide_lines(page);
    g_autofree char *seen = join_lines(page, lines, slide_line_words);
    g_autofree char *heard = join_lines(page, lines, slide_line_heard);
    slide->source = *source;
    g_bytes_ref(source->png);
    if (source->night_png)
        g_bytes_ref(source->night_png);
    slide->width_px = source->width_px;
    slide->height_px = (int)lround(page->height * source->width_px / page->width);
    slide->title =
        isolate_text(page->title ? page->title : source->layout->title, source->layout->lang);
    slide->text = list_lines(page, lines, source->layout->lang);
    slide->alt = describe(page, heard, source->layout->lang);
    slide->rtl = source->document->rtl;
    slide->words = words_count(seen, strlen(seen));
    slide->lines = count_rows(page);
    slide->dwell_s = dwell_of(slide->words, style->screen.pace_wpm);
    slide->binding = screen_distance_binds(&style->screen) ? "distance" : "mounting";
    measure_letters(slide, style);
    return slide;
}

void slide_free(struct slide *slide)
{
    g_bytes_unref(slide->source.png);
    g_clear_pointer(&slide->source.night_png, g_bytes_unref);
    g_free(slide->id);
    g_free(slide->src);
    g_free(slide->sha256);
    g_free(slide->title);
    g_free(slide->text);
    g_free(slide->alt);
    g_free(slide);
}
