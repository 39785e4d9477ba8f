/*
 * Sets the word of the mark once for each page, as wide as the page allows. Awkward: pages are
 * painted in the order of their items, and the mark comes when all of them are there, so its items
 * are moved to the front.
 */
#include "layout/sample.h"

#include "layout/text.h"

/* The size that the word is measured at. [pt] */
#define TRIAL 10.0

static double line_width(struct setter *setter, const GPtrArray *spans)
{
    setter->body = setter->leading = TRIAL;
    return text_widths(setter, spans, TEXT_BODY).line;
}

static void paint(GArray *items, struct color color)
{
    for (guint i = 0; i < items->len; i++) {
        struct item *item = &g_array_index(items, struct item, i);
        item->artifact = ARTIFACT_BACKGROUND;
        item->as.run.color = color;
    }
}

static void mark_page(struct setter *setter, const GPtrArray *spans, double width,
                      struct page *page)
{
    const struct trim *trim = setter_trim(setter);
    double room = page->width * trim->sample.width;
    setter->body = setter->leading = TRIAL * room / width;
    g_autoptr(GPtrArray) strips = text_set(setter, spans, TEXT_BODY, page->width, ALIGN_START);
    if (strips->len != 1)
        return;
    struct strip *line = strips->pdata[0];
    paint(line->items, color_tint(setter->style->ink, trim->sample.tint));
    guint before = page->items->len;
    double middle = (text_line_start(line) + text_line_end(line)) / 2;
    struct point at = {page->width / 2 - middle, (page->height - line->height) / 2};
    unsigned order = 0;
    strips_place(strips, 0, 1, page, at, &order);
    page_send_below(page, before);
}

void sample_mark(struct layout *layout, const struct layout_job *job)
{
    struct setter setter;
    setter_init(&setter, job, job->profile);
    struct span span = {.text = (char *)job->document->sample, .strong = true};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    double width = line_width(&setter, spans);
    for (guint i = 0; width > 0 && i < layout->pages->len; i++)
        mark_page(&setter, spans, width, layout->pages->pdata[i]);
    setter_clear(&setter);
}
