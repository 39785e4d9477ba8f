/*
 * Reads numbers off a display list: sizes and colours off its runs, the rest off its lines. A fact
 * is split when the text with its lines put together again has it more often than the lines have.
 */
#include "layout/measure.h"

#include <math.h>
#include <string.h>

#define LINE_LIMIT  80   /* [characters] WCAG 2.2, 1.4.8 */
#define WHITE_LIMIT 0.33 /* share of a page */

struct measuring {
    struct layout_numbers numbers;
    double all_characters; /* of full lines */
    unsigned full_lines;
};

/* Returns the area that it covers. [pt²] */
static double measure_run(struct layout_numbers *numbers, const struct run *run,
                          struct color ground)
{
    double size = run->size * run->face->x_height / ARIAL_X_HEIGHT;
    numbers->smallest = MIN(numbers->smallest, size);
    numbers->contrast = MIN(numbers->contrast, color_contrast(run->color, ground));
    return run->width * run->size;
}

static void measure_items(struct layout_numbers *numbers, const struct page *page)
{
    double inked = 0; /* [pt²] */
    for (guint i = 0; i < page->items->len; i++) {
        const struct item *item = &g_array_index(page->items, struct item, i);
        if (item->kind == ITEM_RUN)
            inked += measure_run(numbers, &item->as.run, page_ground_of(page, i));
        else if (item->kind == ITEM_IMAGE)
            inked += item->box.width * item->box.height;
    }
    numbers->white = MIN(numbers->white, 1 - inked / (page->width * page->height));
}

static void measure_line(struct measuring *m, const struct page *page, const struct line *line)
{
    g_autofree char *text = line_text(page, line);
    unsigned characters = (unsigned)g_utf8_strlen(text, -1);
    m->numbers.longest_line = MAX(m->numbers.longest_line, characters);
    if (line->end == LINE_END_TEXT)
        return;
    m->all_characters += characters;
    m->full_lines++;
}

static void measure_lines(struct measuring *m, const struct page *page, const GPtrArray *lines)
{
    for (guint i = 0; i < lines->len; i++)
        measure_line(m, page, lines->pdata[i]);
    m->numbers.lines = MAX(m->numbers.lines, lines_count_rows(lines));
}

static unsigned count(const char *text, const char *wanted)
{
    unsigned n = 0;
    for (const char *p = text; (p = strstr(p, wanted)); p += strlen(wanted))
        n++;
    return n;
}

/* The words of the page; `put_together`: each text on a line of its own, as before it was broken,
 * else each line. */
static char *words_of(const struct page *page, const GPtrArray *lines, bool put_together)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < lines->len; i++) {
        const struct line *line = lines->pdata[i];
        const struct line *next = i + 1 < lines->len ? lines->pdata[i + 1] : NULL;
        bool goes_on = put_together && next && line->end != LINE_END_TEXT;
        g_autofree char *text = line_text(page, line);
        g_string_append(words, g_strchomp(text));
        g_string_append(words, goes_on ? line_joint(line, next) : "\n");
    }
    return g_string_free(words, FALSE);
}

static void find_split_facts(struct layout_numbers *numbers, const struct page *page,
                             const GPtrArray *lines, const char *const *facts)
{
    g_autofree char *broken = words_of(page, lines, false);
    g_autofree char *whole = words_of(page, lines, true);
    for (; *facts; facts++) {
        unsigned split = count(whole, *facts) - count(broken, *facts);
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
        const struct page *page = layout->pages->pdata[i];
        g_autoptr(GPtrArray) lines = page_lines(page);
        measure_items(&m.numbers, page);
        measure_lines(&m, page, lines);
        find_split_facts(&m.numbers, page, lines, facts);
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
        "the lowest contrast is %.1f:1, the limit is %.0f:1", n->contrast, CONTRAST_TEXT);
    g_autofree char *fact =
        g_strdup_printf("'%s' runs over two lines, %u times in all", n->split_fact, n->split_facts);
    g_autofree char *white =
        g_strdup_printf("the fullest page is %.0f %% white, at least %.0f %% are looked for",
                        100 * n->white, 100 * WHITE_LIMIT);
    if (n->smallest < profile->floor - 0.01)
        report(RULE_LAYOUT_SIZE, product, pos, diag, size);
    if (n->contrast < CONTRAST_TEXT)
        report(RULE_LAYOUT_CONTRAST, product, pos, diag, contrast);
    if (n->split_facts > 0)
        report(RULE_LAYOUT_FACT, product, pos, diag, fact);
    if (n->white < WHITE_LIMIT)
        report(RULE_LAYOUT_SPACE, product, pos, diag, white);
    check_lines(n, product, profile, pos, diag);
}
