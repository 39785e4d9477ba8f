/*
 * Reads numbers off a display list. Runs that share a baseline and touch are one line; a fact is
 * split when the text with its line ends taken for blanks has it more often than the lines have.
 * Awkward: the list knows no lines, and the cells of a table stand beside each other on one
 * baseline, so the gap decides.
 */
#include "layout/measure.h"

#include <math.h>
#include <string.h>

#define CONTRAST_LIMIT 7.0  /* WCAG 2.2, 1.4.6 */
#define LINE_LIMIT     80   /* [characters] WCAG 2.2, 1.4.8 */
#define WHITE_LIMIT    0.33 /* share of a page */

/* [em] Wider gaps part columns. */
#define GAP_LIMIT 1.5

struct line {
    double baseline, end, size;
    glong characters;
};

struct measuring {
    struct layout_numbers numbers;
    struct line line; /* the current one */
    unsigned page_lines;
    double inked;          /* [pt²] of the page */
    double all_characters; /* of full lines */
    unsigned full_lines;
};

static void end_line(struct measuring *m, bool full)
{
    glong characters = m->line.characters;
    if (characters == 0)
        return;
    m->page_lines++;
    m->numbers.longest_line = MAX(m->numbers.longest_line, (unsigned)characters);
    if (full) {
        m->all_characters += (double)characters;
        m->full_lines++;
    }
    m->line.characters = 0;
}

static bool continues_line(const struct measuring *m, const struct run *run)
{
    const struct line *line = &m->line;
    return line->characters > 0 && fabs(run->baseline - line->baseline) < 0.5 &&
           run->x - line->end < GAP_LIMIT * run->size &&
           run->x + run->width > line->end - run->size;
}

static void measure_run(struct measuring *m, const struct run *run, struct color ground)
{
    double size = run->size * run->face->x_height / ARIAL_X_HEIGHT;
    m->numbers.smallest = MIN(m->numbers.smallest, size);
    m->numbers.contrast = MIN(m->numbers.contrast, color_contrast(run->color, ground));
    m->inked += run->width * run->size;
    if (!continues_line(m, run)) {
        bool next_line =
            run->baseline > m->line.baseline && run->baseline - m->line.baseline < 2 * run->size;
        end_line(m, next_line);
        m->line = (struct line){.baseline = run->baseline, .size = run->size};
    }
    m->line.characters += g_utf8_strlen(run->text, -1);
    m->line.end = run->x + run->width;
}

static void measure_page(struct measuring *m, const struct page *page)
{
    const struct color white = {255, 255, 255};
    m->page_lines = 0;
    m->inked = 0;
    for (guint i = 0; i < page->items->len; i++) {
        const struct item *item = &g_array_index(page->items, struct item, i);
        if (item->kind == ITEM_RUN)
            measure_run(m, &item->as.run, page->filled ? page->ground : white);
        else if (item->kind == ITEM_IMAGE)
            m->inked += item->box.width * item->box.height;
    }
    end_line(m, false);
    m->numbers.lines = MAX(m->numbers.lines, m->page_lines);
    m->numbers.white = MIN(m->numbers.white, 1 - m->inked / (page->width * page->height));
}

static unsigned count(const char *text, const char *wanted)
{
    unsigned n = 0;
    for (const char *p = text; (p = strstr(p, wanted)); p += strlen(wanted))
        n++;
    return n;
}

static void find_split_facts(struct layout_numbers *numbers, const struct page *page,
                             const char *const *facts)
{
    g_autofree char *lines = page_text(page);
    g_autofree char *joined = g_strdelimit(g_strdup(lines), "\n", ' ');
    for (; *facts; facts++) {
        unsigned split = count(joined, *facts) - count(lines, *facts);
        numbers->split_facts += split;
        if (split > 0 && !numbers->split_fact)
            numbers->split_fact = *facts;
    }
}

struct layout_numbers layout_measure(const struct layout *layout, const char *const *facts)
{
    struct measuring m = {.numbers = {.smallest = INFINITY, .contrast = 21, .white = 1}};
    m.numbers.pages = layout->pages->len;
    for (guint i = 0; i < layout->pages->len; i++) {
        measure_page(&m, layout->pages->pdata[i]);
        find_split_facts(&m.numbers, layout->pages->pdata[i], facts);
    }
    m.numbers.mean_line = m.full_lines ? m.all_characters / m.full_lines : 0;
    return m.numbers;
}

static void report(enum rule rule, const char *product, struct pos pos, struct diag *diag,
                   const char *measured)
{
    diag_report(diag, rule, pos, "%s: %s: %s", product, measured, rule_get(rule)->fix);
}

static void check_lines(const struct layout_numbers *n, const char *product,
                        const struct profile *profile, struct pos pos, struct diag *diag)
{
    g_autofree char *longest = g_strdup_printf(
        "the longest line has %u characters, %.0f on average; the limits are %d and %u",
        n->longest_line, n->mean_line, LINE_LIMIT, profile->measure);
    if (n->longest_line > LINE_LIMIT || n->mean_line > profile->measure)
        report(RULE_LAYOUT_MEASURE, product, pos, diag, longest);
    g_autofree char *most =
        g_strdup_printf("a screen of %u lines, the limit is %u", n->lines, profile->lines);
    if (profile->lines > 0 && n->lines > profile->lines)
        report(RULE_LAYOUT_LINES, product, pos, diag, most);
}

void layout_check(const struct layout_numbers *n, const char *product,
                  const struct profile *profile, struct pos pos, struct diag *diag)
{
    g_autofree char *size = g_strdup_printf("the smallest text has %.1f pt, the floor is %.0f pt",
                                            n->smallest, profile->floor);
    g_autofree char *contrast = g_strdup_printf(
        "the lowest contrast is %.1f:1, the limit is %.0f:1", n->contrast, CONTRAST_LIMIT);
    g_autofree char *fact =
        g_strdup_printf("'%s' runs over two lines, %u times in all", n->split_fact, n->split_facts);
    g_autofree char *white =
        g_strdup_printf("the fullest page is %.0f %% white, at least %.0f %% are looked for",
                        100 * n->white, 100 * WHITE_LIMIT);
    if (n->smallest < profile->floor - 0.01)
        report(RULE_LAYOUT_SIZE, product, pos, diag, size);
    if (n->contrast < CONTRAST_LIMIT)
        report(RULE_LAYOUT_CONTRAST, product, pos, diag, contrast);
    if (n->split_facts > 0)
        report(RULE_LAYOUT_FACT, product, pos, diag, fact);
    if (n->white < WHITE_LIMIT)
        report(RULE_LAYOUT_SPACE, product, pos, diag, white);
    check_lines(n, product, profile, pos, diag);
}
