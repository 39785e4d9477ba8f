/*
 * Tables, which pages may show as a card for each row where columns do not fit. There every cell
 * shows what names its column; those who listen hear that from the table itself, which browsers
 * take for one however it is shown.
 */
#include "export/html_parts.h"

void html_open_table(struct html *html, const struct step *step)
{
    g_ptr_array_set_size(html->columns, 0);
    html_open_block(html, step, "table");
    xml_break(html->xml);
}

void html_open_rows(struct html *html, const struct step *step)
{
    html_open_block(html, step, role_html(step->element->role));
    xml_break(html->xml);
}

void html_open_row(struct html *html, const struct step *step)
{
    html->column = 0;
    html_open_block(html, step, "tr");
    xml_break(html->xml);
}

static const char *scope_name(enum scope scope)
{
    static const char *const names[SCOPE_COUNT] = {[SCOPE_COLUMN] = "col", [SCOPE_ROW] = "row"};
    return names[scope];
}

/* What names a row says by itself what it is, unless it is a number. */
static bool needs_label(const struct step *step)
{
    g_autofree char *words = block_words(step->block->children->pdata[0]);
    return step->element->as.cell.scope != SCOPE_ROW || g_unichar_isdigit(g_utf8_get_char(words));
}

static void add_label(struct html *html, const struct step *step)
{
    if (html->column >= html->columns->len || step->block->children->len == 0 || !needs_label(step))
        return;
    xml_open(html->xml, "span");
    xml_attribute(html->xml, "class", "label");
    xml_attribute(html->xml, "aria-hidden", "true");
    xml_text(html->xml, html->columns->pdata[html->column]);
    xml_close(html->xml, "span");
}

/* The words of what a cell holds. */
static char *cell_words(const struct block *cell)
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < cell->children->len; i++) {
        g_autofree char *part = block_words(cell->children->pdata[i]);
        g_string_append(words, part);
    }
    return g_string_free(words, FALSE);
}

void html_open_cell(struct html *html, const struct step *step)
{
    static const char *const classes[ALIGNMENT_COUNT] = {
        [ALIGN_CENTER] = "center", [ALIGN_END] = "end"};
    enum scope scope = step->element->as.cell.scope;
    html_open_words(html, step, role_html(step->element->role));
    xml_attribute(html->xml, "scope", scope_name(scope));
    xml_attribute(html->xml, "class", classes[step->block->as.cell.alignment]);
    if (scope == SCOPE_COLUMN)
        g_ptr_array_add(html->columns, cell_words(step->block));
    else if (html->setting->handout)
        add_label(html, step);
    html->column++;
}
