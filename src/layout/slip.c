/*
 * The sheet of contact slips: as many as fit one page, spread evenly, with a dashed line to cut
 * along above each but the first.
 */
#include "layout/flow.h"
#include "layout/form.h"
#include "layout/frames.h"
#include "layout/job.h"

struct sheet {
    struct setter setter;
    struct rect frame;
    struct page *page;
    unsigned order;
};

static GPtrArray *set_slip(struct sheet *sheet, const struct block *slip)
{
    return flow_blocks(&sheet->setter, slip->children, sheet->frame.width);
}

/* How many slips of `height` fit the frame, with as much white space above a line to cut along as
 * stands below it. */
static guint slips_that_fit(const struct sheet *sheet, double height)
{
    double gap = setter_trim(&sheet->setter)->slip.below * sheet->setter.leading;
    return (guint)((sheet->frame.height + gap) / (height + gap));
}

/* White space below each of `count` slips, of which the first is `uncut` points high and the others
 * are `cut` points high. [pt] */
static double white_space(const struct sheet *sheet, guint count, double cut, double uncut)
{
    return (sheet->frame.height - uncut - (count - 1) * cut) / count;
}

/* There is nothing to cut above the first slip. */
static void fill_sheet(struct sheet *sheet, const GPtrArray *slips)
{
    const struct block *first = slips->pdata[0];
    g_autoptr(GPtrArray) probe = set_slip(sheet, first);
    double uncut = strips_height(probe, 0, probe->len);
    double cut = frame_cut_height(&sheet->setter) + uncut;
    guint count = MIN(slips_that_fit(sheet, cut), slips->len);
    if (count == 0) {
        setter_overflow(&sheet->setter, first->pos,
                        "the slip is longer than a page; ask for fewer things in 'contact_slip'");
        return;
    }
    document_number_slips(sheet->setter.document, count);
    double white = white_space(sheet, count, cut, uncut);
    struct frame frame = {.page = sheet->page, .area = sheet->frame};
    for (guint i = 0; i < count; i++) {
        g_autoptr(GPtrArray) strips = set_slip(sheet, slips->pdata[i]);
        frame.cut = i > 0;
        frame.area.height = frame.cut ? cut : uncut;
        frame_fill(&sheet->setter, &frame, strips, 0, strips->len, &sheet->order);
        frame.area.y += frame.area.height + white;
    }
}

struct layout *slip_lay_out(const struct layout_job *job)
{
    struct layout *layout = job_new_layout(job);
    struct rect paper = paper_sheet(job->style->paper);
    struct sheet sheet = {.page = layout_add_page(layout, paper.width, paper.height)};
    setter_init(&sheet.setter, job, job->profile);
    double edge = setter_trim(&sheet.setter)->slip.sheet_edge;
    sheet.frame = (struct rect){edge, edge, paper.width - 2 * edge, paper.height - 2 * edge};
    sheet.setter.frame_height = sheet.frame.height;
    fill_sheet(&sheet, job->document->blocks);
    form_add_letters(&sheet.setter, layout);
    if (sheet.setter.failed)
        g_clear_pointer(&layout, layout_free);
    setter_clear(&sheet.setter);
    return layout;
}
