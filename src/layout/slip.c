/*
 * The sheet of contact slips: as many as fit one page, spread evenly, with a dashed line to cut
 * along above each but the first.
 */
#include "layout/flow.h"
#include "layout/format.h"

/* Sheets of slips are cut, not bound: they may come nearer to the edges than text to read. [pt] */
#define SHEET_MARGIN (0.5 * POINTS_PER_INCH)
/* Least white space above a line to cut along, in lines: as much as flow.c gives below it. */
#define SLIP_GAP 0.6

struct sheet {
    struct setter setter;
    struct rect frame;
    struct page *page;
    unsigned order;
};

static GPtrArray *set_slip(struct sheet *sheet, struct block *slip)
{
    g_autoptr(GPtrArray) one = g_ptr_array_new();
    g_ptr_array_add(one, slip);
    return flow_blocks(&sheet->setter, one, sheet->frame.width);
}

/* How many slips of `height` fit the frame. */
static guint slips_that_fit(const struct sheet *sheet, double height)
{
    double gap = SLIP_GAP * sheet->setter.leading;
    return (guint)((sheet->frame.height + gap) / (height + gap));
}

static void report_overflow(struct sheet *sheet, const GPtrArray *strips)
{
    diag_report(sheet->setter.diag, RULE_OVERFLOW, ((const struct strip *)strips->pdata[0])->pos,
                "%s: the slip is longer than a page; ask for fewer things in 'contact_slip'",
                sheet->setter.product);
    sheet->setter.failed = true;
}

/* White space below each of `count` slips, of which the first is `uncut` points high and the others
 * are `cut` points high. [pt] */
static double white_space(const struct sheet *sheet, guint count, double cut, double uncut)
{
    return (sheet->frame.height - uncut - (count - 1) * cut) / count;
}

static void fill_sheet(struct sheet *sheet, const GPtrArray *blocks)
{
    g_autoptr(GPtrArray) probe = set_slip(sheet, blocks->pdata[0]);
    double cut = strips_height(probe, 0, probe->len), uncut = strips_height(probe, 1, probe->len);
    guint count = MIN(slips_that_fit(sheet, cut), blocks->len);
    if (count == 0) {
        report_overflow(sheet, probe);
        return;
    }
    double white = white_space(sheet, count, cut, uncut);
    struct point at = {sheet->frame.x, sheet->frame.y};
    for (guint i = 0; i < count; i++) {
        g_autoptr(GPtrArray) strips = set_slip(sheet, blocks->pdata[i]);
        guint first = i == 0 ? 1 : 0; /* nothing to cut above the first slip */
        strips_place(strips, first, strips->len, sheet->page, at, &sheet->order);
        at.y += (i == 0 ? uncut : cut) + white;
    }
}

struct layout *slip_lay_out(const struct layout_job *job)
{
    struct layout *layout = format_new_layout(job->document);
    struct rect paper = paper_sheet(job->style->paper);
    struct sheet sheet = {.page = layout_add_page(layout, paper.width, paper.height)};
    setter_init(&sheet.setter, job, job->format->profile);
    sheet.frame = (struct rect){SHEET_MARGIN, SHEET_MARGIN, paper.width - 2 * SHEET_MARGIN,
                                paper.height - 2 * SHEET_MARGIN};
    sheet.setter.frame_height = sheet.frame.height;
    fill_sheet(&sheet, job->document->blocks);
    if (sheet.setter.failed)
        g_clear_pointer(&layout, layout_free);
    setter_clear(&sheet.setter);
    return layout;
}
