/*
 * Form fields. The line or box of a field is part of the page, so a field adds only what it may
 * come to show: for a text field the font of typed words, for a check box its tick, drawn as a
 * path. Viewers choose the size of typed words, so that a long name becomes smaller and stays whole
 * (ISO 32000-1 12.7.3.3: size 0). Every field has its appearance from the start and the form does
 * not ask viewers to make them, as ISO 19005-2 6.3.3 and 6.4.1 want. The awkward fact: a program
 * that fills in a text field may write over the appearance that it finds, so text fields never
 * share one, even an empty one.
 */
#include "paint/pdf/form.h"

#include "layout/profile.h"
#include "paint/pdf/form_font.h"
#include "paint/pdf/value.h"

#include <string.h>

/* Annotation flag: shown on paper too (ISO 19005-2 6.3.2). */
#define FLAG_PRINT 4
/* What default appearances call the font of typed words. The awkward fact: PDFium takes letters
 * beyond Latin-1 from a field's own font only where it goes by a name that it knows for symbols
 * (CPDF_BAFontMap), and otherwise from whatever the machine has, or nowhere. */
#define TYPING_FONT "Webdings"
/* Alignment of a text field's words (ISO 32000-1 table 222). */
enum { QUADDING_LEFT = 0, QUADDING_RIGHT = 2 };

/* The appearances of check boxes of one size. */
struct tick {
    double width, height;
    struct pdf_ref on, off;
};

struct form_field {
    unsigned order;
    struct pdf_ref object;
};

struct pdf_form {
    struct pdf *pdf;
    struct pdf_tags *tags;
    GArray *fields; /* of struct form_field */
    GArray *ticks;  /* of struct tick */
    const struct typing *typing;
    struct pdf_ref font; /* of typed words; none until the first text field */
};

struct pdf_form *pdf_form_new(struct pdf *pdf, struct pdf_tags *tags, const struct typing *typing)
{
    struct pdf_form *form = g_new0(struct pdf_form, 1);
    form->pdf = pdf;
    form->tags = tags;
    form->typing = typing;
    form->fields = g_array_new(FALSE, FALSE, sizeof(struct form_field));
    form->ticks = g_array_new(FALSE, FALSE, sizeof(struct tick));
    return form;
}

void pdf_form_free(struct pdf_form *form)
{
    if (!form)
        return;
    g_array_unref(form->fields);
    g_array_unref(form->ticks);
    g_free(form);
}

/* An appearance that fills a box with `content`. */
static struct pdf_ref new_appearance(struct pdf_form *form, struct rect box, const char *content)
{
    struct pdf *pdf = form->pdf;
    struct pdf_ref stream =
        pdf_stream_new(pdf, g_bytes_new(content, strlen(content)), PDF_FILTER_NONE);
    pdf_set_name(pdf, stream, "Type", "XObject");
    pdf_set_name(pdf, stream, "Subtype", "Form");
    pdf_add_real(pdf, stream, "BBox", 0);
    pdf_add_real(pdf, stream, "BBox", 0);
    pdf_add_real(pdf, stream, "BBox", box.width);
    pdf_add_real(pdf, stream, "BBox", box.height);
    pdf_set_empty(pdf, stream, "Resources");
    return stream;
}

/* A tick with round ends, clear of the box's own line. */
static char *draw_tick(struct rect box)
{
    static const struct point corners[] = {{0.22, 0.50}, {0.42, 0.27}, {0.78, 0.75}};
    GString *out = g_string_new("q 0 G 1 J 1 j ");
    pdf_put_number(out, tick_pen * box.width, 3);
    pdf_put(out, " w\n");
    for (size_t i = 0; i < G_N_ELEMENTS(corners); i++) {
        pdf_put_number(out, corners[i].x * box.width, 3);
        g_string_append_c(out, ' ');
        pdf_put_number(out, corners[i].y * box.height, 3);
        pdf_put(out, i == 0 ? " m\n" : " l\n");
    }
    pdf_put(out, "S Q\n");
    return g_string_free(out, FALSE);
}

static const struct tick *get_tick(struct pdf_form *form, struct rect box)
{
    for (guint i = 0; i < form->ticks->len; i++) {
        const struct tick *tick = &g_array_index(form->ticks, struct tick, i);
        if (tick->width == box.width && tick->height == box.height)
            return tick;
    }
    g_autofree char *drawing = draw_tick(box);
    struct tick tick = {.width = box.width,
                        .height = box.height,
                        .on = new_appearance(form, box, drawing),
                        .off = new_appearance(form, box, "")};
    g_array_append_val(form->ticks, tick);
    return &g_array_index(form->ticks, struct tick, form->ticks->len - 1);
}

static void put_check(struct pdf_form *form, GString *out, struct rect box)
{
    const struct tick *tick = get_tick(form, box);
    pdf_put_format(out, "/FT/Btn/V/Off/AS/Off/AP<</N<</Yes %u 0 R/Off %u 0 R>>>>", tick->on.number,
                   tick->off.number);
}

/* The empty marked content is where programs put the words (ISO 32000-1 12.7.3.3). */
static void put_words(struct pdf_form *form, GString *out, const struct item *item)
{
    const struct field *field = &item->as.field;
    if (!form->font.number)
        form->font = pdf_form_font_new(form->pdf, form->typing);
    struct pdf_ref appearance = new_appearance(form, item->box, "/Tx BMC\nEMC\n");
    pdf_put_format(out, "/FT/Tx/DA(/" TYPING_FONT " 0 Tf 0 g)/Q %d/AP<</N %u 0 R>>",
                   field->rtl ? QUADDING_RIGHT : QUADDING_LEFT, appearance.number);
}

static void put_kind(struct pdf_form *form, GString *out, const struct item *item)
{
    switch (item->as.field.kind) {
    case FIELD_TEXT:
        put_words(form, out, item);
        break;
    case FIELD_CHECK:
        put_check(form, out, item->box);
        break;
    case FIELD_KIND_COUNT:
        break;
    }
}

static void put_text_entry(struct pdf_form *form, GString *out, const char *key, const char *text)
{
    pdf_put(out, key);
    pdf_put_text(form->pdf, out, text);
}

void pdf_form_add(struct pdf_form *form, const struct page *page, unsigned number,
                  const struct item *item, struct pdf_ref target)
{
    const struct element *element = item->element;
    if (!element || element->role != ROLE_FORM || !element->as.form.name || !element->alt) {
        pdf_fail(form->pdf, "a field on page %u has no Form element with a name and a tooltip",
                 number + 1);
        return;
    }
    struct form_field field = {.order = item->order, .object = pdf_dict_new(form->pdf)};
    GString *out = pdf_dict_body(form->pdf, field.object);
    unsigned key = pdf_tags_annotate(form->tags, element, number, item, field.object);
    pdf_put_format(out, "/Type/Annot/Subtype/Widget/F %d/P %u 0 R/StructParent %u", FLAG_PRINT,
                   target.number, key);
    put_text_entry(form, out, "/T", element->as.form.name);
    put_text_entry(form, out, "/TU", element->alt);
    put_text_entry(form, out, "/Contents", element->alt);
    pdf_put(out, "/Rect");
    pdf_put_box(out, pdf_box_of(item->box, page->height), 3);
    put_kind(form, out, item);
    pdf_add_ref(form->pdf, target, "Annots", field.object);
    g_array_append_val(form->fields, field);
}

static int compare_fields(gconstpointer a, gconstpointer b)
{
    const struct form_field *first = a, *second = b;
    return (first->order > second->order) - (first->order < second->order);
}

void pdf_form_write(struct pdf_form *form)
{
    if (form->fields->len == 0)
        return;
    g_array_sort(form->fields, compare_fields);
    struct pdf_ref object = pdf_dict_new(form->pdf);
    GString *out = pdf_dict_body(form->pdf, object);
    pdf_put(out, "/Fields[");
    for (guint i = 0; i < form->fields->len; i++)
        pdf_put_format(out, "%u 0 R ",
                       g_array_index(form->fields, struct form_field, i).object.number);
    g_string_append_c(out, ']');
    if (form->font.number)
        pdf_put_format(out, "/DR<</Font<</" TYPING_FONT " %u 0 R>>>>", form->font.number);
    pdf_set_ref(form->pdf, pdf_catalog(form->pdf), "AcroForm", object);
}
