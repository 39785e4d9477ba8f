/*
 * The trace painter: the display list as text, one line an item, so that a change of layout can be
 * reviewed as a difference of lines. Lengths are points with two decimals, in the same spelling
 * under every locale. Awkward: text holds characters that an editor does not show (joiners,
 * direction marks); they are written as \u{200D}.
 */
#include "paint/painter.h"

#include <assert.h>
#include <math.h>

static const char *const artifact_names[] = {
    [ARTIFACT_LAYOUT] = "layout",
    [ARTIFACT_HEADER] = "header",
    [ARTIFACT_FOOTER] = "footer",
    [ARTIFACT_BACKGROUND] = "background",
};
static_assert(G_N_ELEMENTS(artifact_names) == ARTIFACT_COUNT, "every artifact has a name");

static void add_number(GString *out, double value)
{
    char buffer[G_ASCII_DTOSTR_BUF_SIZE];
    /* Adding zero turns -0.0 into 0.0. */
    double rounded = round(value * 100) / 100 + 0.0;
    g_string_append_c(out, ' ');
    g_string_append(out, g_ascii_formatd(buffer, sizeof buffer, "%.2f", rounded));
}

static void add_box(GString *out, struct rect box)
{
    add_number(out, box.x);
    add_number(out, box.y);
    add_number(out, box.width);
    add_number(out, box.height);
}

static void add_color(GString *out, struct color color)
{
    g_string_append_printf(out, " #%02x%02x%02x", color.r, color.g, color.b);
}

static void add_quoted(GString *out, const char *text)
{
    g_string_append(out, " \"");
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == '"' || c == '\\')
            g_string_append_c(out, '\\');
        if (c == '\n')
            g_string_append(out, "\\n");
        else if (g_unichar_iscntrl(c) || g_unichar_type(c) == G_UNICODE_FORMAT ||
                 g_unichar_type(c) == G_UNICODE_LINE_SEPARATOR)
            g_string_append_printf(out, "\\u{%04X}", c);
        else
            g_string_append_unichar(out, c);
    }
    g_string_append_c(out, '"');
}

/* What the mark belongs to: "H1#2", or "artifact:footer". */
static void add_owner(GString *out, const struct item *item)
{
    if (item->element)
        g_string_append_printf(out, " %s#%u", role_name(item->element->role), item->element->id);
    else
        g_string_append_printf(out, " artifact:%s", artifact_names[item->artifact]);
}

static void add_run(GString *out, const struct item *item)
{
    const struct run *run = &item->as.run;
    g_string_append(out, "run");
    add_number(out, run->x);
    add_number(out, run->baseline);
    add_number(out, run->size);
    g_string_append_printf(out, " %s", run->face->name);
    add_color(out, run->color);
    add_owner(out, item);
    if (run->rtl)
        g_string_append(out, " rtl");
    add_quoted(out, run->text);
}

static void add_fill(GString *out, const struct item *item)
{
    g_string_append(out, "fill");
    add_box(out, item->box);
    add_color(out, item->as.fill.color);
    add_owner(out, item);
    g_string_append_printf(out, " %u segments", item->as.fill.path->n_segments);
}

static void add_image(GString *out, const struct item *item)
{
    g_string_append(out, "image");
    add_box(out, item->box);
    g_string_append_printf(out, " %dx%d", item->as.image->width_px, item->as.image->height_px);
    add_owner(out, item);
    if (item->element && item->element->alt)
        add_quoted(out, item->element->alt);
}

static void add_link(GString *out, const struct item *item)
{
    const struct element *link = item->element ? element_link(item->element) : NULL;
    g_string_append(out, "link");
    add_box(out, item->box);
    add_owner(out, item);
    if (link && link->as.link.uri)
        add_quoted(out, link->as.link.uri);
    else if (link && link->as.link.target)
        g_string_append_printf(out, " -> %u", link->as.link.target->id);
}

static void add_field(GString *out, const struct item *item)
{
    g_string_append(out, item->as.field.kind == FIELD_CHECK ? "check" : "field");
    add_box(out, item->box);
    add_owner(out, item);
    if (item->element && item->element->role == ROLE_FORM)
        add_quoted(out, item->element->as.form.name);
}

static void add_item(GString *out, const struct item *item)
{
    switch (item->kind) {
    case ITEM_RUN:
        add_run(out, item);
        break;
    case ITEM_FILL:
        add_fill(out, item);
        break;
    case ITEM_IMAGE:
        add_image(out, item);
        break;
    case ITEM_LINK:
        add_link(out, item);
        break;
    case ITEM_FIELD:
        add_field(out, item);
        break;
    case ITEM_KIND_COUNT:
        break;
    }
    g_string_append_c(out, '\n');
}

static void add_page(GString *out, const struct page *page, guint number)
{
    g_autofree char *counted = g_strdup_printf("%u", number);
    g_string_append(out, "\npage");
    add_number(out, page->width);
    add_number(out, page->height);
    add_quoted(out, page->label ? page->label : counted);
    if (page->filled)
        add_color(out, page->ground);
    if (page->slug)
        g_string_append_printf(out, " %s", page->slug);
    if (page->title)
        add_quoted(out, page->title);
    g_string_append_c(out, '\n');
    for (guint i = 0; i < page->items->len; i++)
        add_item(out, &g_array_index(page->items, struct item, i));
}

static GBytes *paint(const struct paint_job *job)
{
    GString *out = g_string_new("layout");
    g_string_append_printf(out, " %s", job->layout->lang);
    add_quoted(out, job->layout->title);
    g_string_append_c(out, '\n');
    for (guint i = 0; i < job->layout->pages->len; i++)
        add_page(out, job->layout->pages->pdata[i], i + 1);
    return g_string_free_to_bytes(out);
}

const struct painter painter_trace = {
    .name = "trace",
    .suffix = "trace",
    .mark = "",
    .by_page = false,
    .paint = paint,
};
