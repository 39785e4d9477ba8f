/*
 * The canvas: operators for marked content and graphics state. The awkward fact: text objects and
 * marked content may nest either way, but must nest (ISO 32000-1 14.6.1); so whatever begins or
 * ends a piece of marked content ends the text object first.
 */
#include "paint/pdf/canvas.h"

#include "paint/pdf/value.h"

static const char *const artifact_properties[] = {
    [ARTIFACT_LAYOUT] = "/Type/Layout",
    [ARTIFACT_HEADER] = "/Type/Pagination/Subtype/Header",
    [ARTIFACT_FOOTER] = "/Type/Pagination/Subtype/Footer",
    [ARTIFACT_BACKGROUND] = "/Type/Background",
};
G_STATIC_ASSERT(G_N_ELEMENTS(artifact_properties) == ARTIFACT_COUNT);

/* Opens marked content of the current item, with `spelling` as a further property. */
static void open_mark(struct pdf_canvas *canvas, const char *tag, const char *spelling)
{
    const struct item *item = canvas->item;
    if (item->element)
        pdf_put_format(
            canvas->out, "/%s<</MCID %u%s>>BDC\n", tag,
            pdf_tags_mark(canvas->parts->tags, item->element, canvas->number, item->order),
            spelling);
    else
        pdf_put_format(canvas->out, "/Artifact<<%s>>BDC\n", artifact_properties[item->artifact]);
    canvas->depth = 1;
}

void pdf_canvas_end(struct pdf_canvas *canvas)
{
    pdf_canvas_end_text(canvas);
    for (; canvas->depth > 0; canvas->depth--)
        pdf_put(canvas->out, "EMC\n");
}

void pdf_canvas_begin(struct pdf_canvas *canvas, const struct item *item)
{
    pdf_canvas_end(canvas);
    canvas->item = item;
}

void pdf_canvas_mark(struct pdf_canvas *canvas)
{
    if (canvas->depth > 0 && !canvas->spelled)
        return;
    pdf_canvas_end(canvas);
    open_mark(canvas, canvas->item->element ? role_name(canvas->item->element->role) : "", "");
    canvas->spelled = false;
}

/* Only a Span may carry ActualText in a page (ISO 32000-1 14.9.4). For content it is the marked
 * content itself: one inside another is allowed but loses the rest of the outer one in poppler's
 * structure reader. Artifacts have no identifier, so there it is nested. */
void pdf_canvas_spell(struct pdf_canvas *canvas, const char *text, size_t length)
{
    pdf_canvas_end(canvas);
    g_autoptr(GString) spelling = g_string_new("/ActualText<FEFF");
    pdf_put_utf16(spelling, text, length);
    g_string_append_c(spelling, '>');
    open_mark(canvas, "Span", spelling->str);
    if (!canvas->item->element) {
        pdf_put_format(canvas->out, "/Span<<%s>>BDC\n", spelling->str);
        canvas->depth++;
    }
    canvas->spelled = true;
}

void pdf_canvas_set_color(struct pdf_canvas *canvas, struct color color)
{
    if (color_equal(color, canvas->color))
        return;
    const uint8_t channels[] = {color.r, color.g, color.b};
    for (size_t i = 0; i < G_N_ELEMENTS(channels); i++) {
        pdf_put_number(canvas->out, channels[i] / 255.0, 4);
        g_string_append_c(canvas->out, ' ');
    }
    pdf_put(canvas->out, "rg\n");
    canvas->color = color;
}

void pdf_canvas_set_font(struct pdf_canvas *canvas, const struct face *face, double size)
{
    const struct pdf_font *font = pdf_fonts_find(canvas->parts->fonts, face);
    if (font == canvas->font && size == canvas->size)
        return;
    pdf_page_use_font(canvas->parts->pdf, canvas->target, font->resource, font->object);
    pdf_put_format(canvas->out, "/%s ", font->resource);
    pdf_put_number(canvas->out, size, 3);
    pdf_put(canvas->out, " Tf\n");
    canvas->font = font;
    canvas->size = size;
}

void pdf_canvas_begin_text(struct pdf_canvas *canvas)
{
    if (canvas->in_text)
        return;
    pdf_put(canvas->out, "BT\n");
    canvas->in_text = true;
    canvas->line_x = canvas->line_y = 0;
}

void pdf_canvas_end_text(struct pdf_canvas *canvas)
{
    if (canvas->in_text)
        pdf_put(canvas->out, "ET\n");
    canvas->in_text = false;
}
