/*
 * Tables, which pages may show as a card for each row where columns do not fit. There every cell
 * shows what names its column; those who listen hear that from the table itself, whose roles are
 * written out, since they are lost where an element is shown as something else.
 */
#include "export/html_parts.h"

static void add_role(struct html *html, const char *role)
{
    xml_attribute(html->xml, "role", html->setting->handout ? role : NULL);
}

void html_open_table(struct html *html, const struct step *step)
{
    g_ptr_array_set_size(html->columns, 0);
    html_open_block(html, step, "table");
    add_role(html, "table");
    xml_break(html->xml);
}

void html_open_rows(struct html *html, const struct step *step)
{
    html_open_block(html, step, role_html(step->element->role));
    add_role(html, "rowgroup");
    xml_break(html->xml);
}

void html_open_row(struct html *html, const struct step *step)
{
    html->column = 0;
    html_open_block(html, step, "tr");
    add_role(html, "row");
    xml_break(html->xml);
}

static const char *scope_name(enum scope scope)
{
    static const char *const names[SCOPE_COUNT] = {[SCOPE_COLUMN] = "col", [SCOPE_ROW] = "row"};
    return names[scope];
}

static const char *cell_role(enum scope scope)
{
    static const char *const roles[SCOPE_COUNT] = {
        [SCOPE_NONE] = "cell", [SCOPE_COLUMN] = "columnheader", [SCOPE_ROW] = "rowheader"};
    return roles[scope];
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
    add_role(html, cell_role(scope));
    xml_attribute(html->xml, "class", classes[step->block->as.cell.alignment]);
    if (scope == SCOPE_COLUMN)
        g_ptr_array_add(html->columns, cell_words(step->block));
    else if (html->setting->handout)
        add_label(html, step);
    html->column++;
}
