/*
 * Puts runs back together into lines. Runs follow each other in reading order; one starts a new
 * line when it belongs to another block, stands on another baseline, or does not touch the run
 * before (the number of a list item, a cell of a table). Awkward: the distance that the typesetter
 * added between letters is not kept in a run; it is found again by comparing the run's advances
 * with the font's.
 */
#include "player/slide_lines.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Gap between two runs that still touch. [em] */
#define TOUCHING 0.35

/* The HTML name of headings, paragraphs and the like; NULL for roles that only group or mark. */
static const char *tag_of_role(enum role role)
{
    static const char *const tags[ROLE_COUNT] = {
        [ROLE_H1] = "h1", [ROLE_H2] = "h2",           [ROLE_H3] = "h3",
        [ROLE_H4] = "h4", [ROLE_H5] = "h5",           [ROLE_H6] = "h6",
        [ROLE_P] = "p",   [ROLE_LI] = "li",           [ROLE_TH] = "th",
        [ROLE_TD] = "td", [ROLE_CAPTION] = "caption",
    };
    return tags[role];
}

/* The nearest element that is a block for a reader. */
static const struct element *block_of(const struct element *element)
{
    const struct element *e = element;
    while (e && !tag_of_role(e->role))
        e = e->parent;
    if (!e)
        return element;
    bool in_item = e->role == ROLE_P && e->parent && e->parent->role == ROLE_LBODY;
    return in_item ? e->parent->parent : e;
}

static const char *tag_of(const struct element *block)
{
    const char *tag = block ? tag_of_role(block->role) : NULL;
    if (tag)
        return tag;
    return block && block->role == ROLE_CODE ? "pre" : "p";
}

static const char *lang_of(const struct element *element)
{
    while (element && !element->lang)
        element = element->parent;
    return element ? element->lang : NULL;
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The median over the run's letters, because kerning changes some of them; a letter and the marks
 * on it count once. */
static double tracking_of(const struct run *run)
{
    if (run->n_glyphs == 0)
        return 0;
    g_autofree double *added = g_new(double, run->n_glyphs);
    hb_font_t *font = hb_font_create(run->face->hb);
    size_t letters = 0;
    for (size_t i = 0; i < run->n_glyphs; i++) {
        double own = hb_font_get_glyph_h_advance(font, run->glyphs[i].id);
        if (i == 0 || run->glyphs[i].cluster != run->glyphs[i - 1].cluster)
            added[letters++] = 0;
        added[letters - 1] += run->glyphs[i].advance / run->size - own / run->face->units_per_em;
    }
    hb_font_destroy(font);
    qsort(added, letters, sizeof *added, compare_doubles);
    return added[letters / 2];
}

static void line_free(struct slide_line *line)
{
    g_ptr_array_unref(line->runs);
    g_free(line);
}

static struct slide_line *line_new(const struct item *item, const struct element *block)
{
    const struct run *run = &item->as.run;
    struct slide_line *line = g_new(struct slide_line, 1);
    *line = (struct slide_line){.block = block,
                                .tag = tag_of(block),
                                .lang = lang_of(item->element),
                                .rtl = run->rtl,
                                .x = run->x,
                                .baseline = run->baseline,
                                .size = run->size,
                                .tracking = tracking_of(run),
                                .runs = g_ptr_array_new()};
    return line;
}

static bool continues(const struct slide_line *line, const struct run *run,
                      const struct element *block)
{
    if (line->block != block || line->baseline != run->baseline || line->size != run->size)
        return false;
    double after = fabs(run->x - (line->x + line->width));
    double before = fabs(run->x + run->width - line->x);
    return fmin(after, before) <= TOUCHING * run->size;
}

static void add_run(struct slide_line *line, const struct run *run)
{
    double left = fmin(line->x, run->x);
    double right = fmax(line->x + line->width, run->x + run->width);
    line->x = left;
    line->width = right - left;
    g_ptr_array_add(line->runs, (gpointer)run);
}

static int compare_order(gconstpointer a, gconstpointer b)
{
    const struct item *const *x = a, *const *y = b;
    return ((*x)->order > (*y)->order) - ((*x)->order < (*y)->order);
}

/* The glyph of the blank that ends a run; NULL when there is none: layout leaves most of them out,
 * and keeps the character. */
static const struct glyph *final_blank(const struct run *run)
{
    size_t length = strlen(run->text);
    if (run->n_glyphs == 0 || length == 0 || run->text[length - 1] != ' ')
        return NULL;
    const struct glyph *last = &run->glyphs[run->rtl ? 0 : run->n_glyphs - 1];
    return last->cluster == length - 1 ? last : NULL;
}

/* Takes the blank where the line was broken off its width. */
static void trim(void *data, void *user)
{
    struct slide_line *line = data;
    (void)user;
    const struct run *last = line->runs->pdata[line->runs->len - 1];
    const struct glyph *blank = final_blank(last);
    if (!blank)
        return;
    line->width -= blank->advance;
    line->x += last->rtl ? blank->advance : 0;
}

/* Digits and marks run left to right, or as their neighbours do. */
static bool has_letter(const struct run *run)
{
    for (const char *p = run->text; *p; p = g_utf8_next_char(p))
        if (g_unichar_isalpha(g_utf8_get_char(p)))
            return true;
    return false;
}

/* The direction of a block by its first letter, as typesetters have it; by its first run when there
 * is no letter. A line may well start with a number, which always runs left to right. */
static bool block_is_rtl(GPtrArray *lines, guint first)
{
    const struct slide_line *start = lines->pdata[first];
    for (guint i = first; i < lines->len; i++) {
        const struct slide_line *line = lines->pdata[i];
        if (line->block != start->block)
            break;
        for (guint j = 0; j < line->runs->len; j++)
            if (has_letter(line->runs->pdata[j]))
                return ((const struct run *)line->runs->pdata[j])->rtl;
    }
    return start->rtl;
}

static void set_directions(GPtrArray *lines)
{
    bool rtl = false;
    for (guint i = 0; i < lines->len; i++) {
        struct slide_line *line = lines->pdata[i];
        if (i == 0 || line->block != ((struct slide_line *)lines->pdata[i - 1])->block)
            rtl = block_is_rtl(lines, i);
        line->rtl = rtl;
    }
}

GPtrArray *slide_lines(const struct page *page)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func((GDestroyNotify)line_free);
    g_autoptr(GPtrArray) items = g_ptr_array_new();
    for (guint i = 0; i < page->items->len; i++)
        if (g_array_index(page->items, struct item, i).kind == ITEM_RUN)
            g_ptr_array_add(items, &g_array_index(page->items, struct item, i));
    g_ptr_array_sort(items, compare_order);
    for (guint i = 0; i < items->len; i++) {
        const struct item *item = items->pdata[i];
        const struct element *block = block_of(item->element);
        struct slide_line *last = lines->len ? lines->pdata[lines->len - 1] : NULL;
        if (!last || !continues(last, &item->as.run, block)) {
            last = line_new(item, block);
            g_ptr_array_add(lines, last);
        }
        add_run(last, &item->as.run);
    }
    g_ptr_array_foreach(lines, trim, NULL);
    set_directions(lines);
    return lines;
}

char *slide_line_words(const struct slide_line *line)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < line->runs->len; i++)
        g_string_append(words, ((const struct run *)line->runs->pdata[i])->text);
    return g_strstrip(g_string_free(words, FALSE));
}
