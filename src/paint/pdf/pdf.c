/*
 * The PDF painters: a layout as one PDF 1.7 file that conforms to PDF/UA-1 (ISO 14289-1) and
 * PDF/A-2a (ISO 19005-2) at once, or as one PDF 2.0 file that conforms to PDF/UA-2 and PDF/A-4f.
 * Fonts come first, because they decide the codes in the pages;
 * then pages with their links and fields, each noting its marks for the tags; then the tags and all
 * that needs to know where elements ended up. The awkward fact: every step may fail deep inside, so
 * each one leaves the first failure with the file and it is reported here, once.
 */
#include "paint/painter.h"
#include "paint/pdf/attach.h"
#include "paint/pdf/content.h"
#include "paint/pdf/drawing.h"
#include "paint/pdf/form.h"
#include "paint/pdf/image.h"
#include "paint/pdf/link.h"
#include "paint/pdf/meta.h"

/* The areas to click and fill in. In reading order: `Tabs S` asks for it, but some viewers move
 * from field to field as they find them. */
static void write_areas(const struct pdf_parts *parts, const struct page *page, unsigned number,
                        struct pdf_ref target)
{
    g_autoptr(GPtrArray) areas = g_ptr_array_new();
    for (guint i = 0; i < page->items->len; i++) {
        struct item *item = &g_array_index(page->items, struct item, i);
        if (item->kind == ITEM_LINK || item->kind == ITEM_FIELD)
            g_ptr_array_add(areas, item);
    }
    g_ptr_array_sort(areas, pdf_item_compare);
    while (areas->len > 0) {
        const struct item *area = areas->pdata[0];
        if (area->kind == ITEM_LINK)
            pdf_link_write(parts->links, page, number, areas, target);
        else
            pdf_form_add(parts->form, page, number, g_ptr_array_remove_index(areas, 0), target);
    }
}

static void write_page(const struct pdf_parts *parts, const struct paint_job *job, unsigned number)
{
    struct pdf *pdf = parts->pdf;
    const struct page *page = job->layout->pages->pdata[number];
    struct pdf_ref target = pdf_page_new(pdf, page->width, page->height);
    pdf_set_name(pdf, target, "Tabs", "S"); /* ISO 14289-1 7.18.3 */
    pdf_set_number(pdf, target, "StructParents", number);
    pdf_content_write(parts, page, number, target);
    if (!job->marks_alone)
        write_areas(parts, page, number, target);
}

static void write_pages(const struct pdf_parts *parts, const struct paint_job *job)
{
    for (guint i = 0; i < job->layout->pages->len && !pdf_failure(parts->pdf); i++)
        write_page(parts, job, i);
}

static void write_rest(const struct pdf_parts *parts, const struct layout *layout)
{
    if (pdf_failure(parts->pdf))
        return;
    pdf_form_write(parts->form);
    pdf_tags_write(parts->tags);
    pdf_links_aim(parts->links);
    if (pdf_outline_write(parts->pdf, parts->tags, layout))
        pdf_set_name(parts->pdf, pdf_catalog(parts->pdf), "PageMode", "UseOutlines");
    pdf_meta_write(parts->pdf, layout);
}

static void write_layout(struct pdf *pdf, const struct paint_job *job)
{
    const struct layout *layout = job->layout;
    struct pdf_parts parts = {.pdf = pdf,
                              .fonts = pdf_fonts_new(pdf, layout),
                              .images = pdf_images_new(pdf, layout),
                              .drawings = pdf_drawings_new(pdf),
                              .tags = pdf_tags_new(pdf, layout)};
    parts.form = pdf_form_new(pdf, parts.tags, layout->typing);
    parts.links = pdf_links_new(pdf, parts.tags, layout);
    write_pages(&parts, job);
    write_rest(&parts, layout);
    pdf_links_free(parts.links);
    pdf_form_free(parts.form);
    pdf_tags_free(parts.tags);
    pdf_drawings_free(parts.drawings);
    pdf_images_free(parts.images);
    pdf_fonts_free(parts.fonts);
}

static GBytes *paint(const struct paint_job *job, enum pdf_version version)
{
    struct pdf *pdf = pdf_open(version);
    write_layout(pdf, job);
    if (job->attachments)
        pdf_attach(pdf, job->attachments);
    GBytes *bytes = pdf_save(pdf);
    if (!bytes)
        diag_report(job->diag, RULE_PDF, (struct pos){0}, "'%s' cannot be written as PDF: %s",
                    job->layout->title, pdf_failure(pdf));
    pdf_close(pdf);
    return bytes;
}

static GBytes *paint_1_7(const struct paint_job *job)
{
    return paint(job, PDF_1_7);
}

static GBytes *paint_2_0(const struct paint_job *job)
{
    return paint(job, PDF_2_0);
}

const struct painter painter_pdf = {
    .name = "pdf",
    .suffix = "pdf",
    .mark = "",
    .paint = paint_1_7,
};

const struct painter painter_pdf_2 = {
    .name = "pdf-2",
    .suffix = "pdf",
    .mark = "-2",
    .attaches = true,
    .paint = paint_2_0,
};
