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

/* Label and value that stand on one line of a card, with dots between them. [letters] */
#define SHORT_LINE 28

/* What names a row says by itself what it is, unless it is a number. */
static bool needs_label(const struct step *step)
{
    g_autofree char *words = block_words(step->block->children->pdata[0]);
    return step->element->as.cell.scope != SCOPE_ROW || g_unichar_isdigit(g_utf8_get_char(words));
}

/* What names the column of the next cell, lent; "": nothing does. */
static const char *column_name(const struct html *html)
{
    const char *name = NULL;
    if (html->column < html->columns->len)
        name = html->columns->pdata[html->column];
    return name ? name : "";
}

static bool has_label(const struct html *html, const struct step *step)
{
    return (html->setting->handout || html->setting->cards) &&
           step->element->as.cell.scope != SCOPE_COLUMN && *column_name(html) &&
           step->block->children->len > 0 && needs_label(step);
}

static void add_label(struct html *html)
{
    xml_open(html->xml, "span");
    xml_attribute(html->xml, "class", "label");
    xml_attribute(html->xml, "aria-hidden", "true");
    xml_text(html->xml, column_name(html));
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

/* True for a value that goes on a line with its label. */
static bool is_short(const struct html *html, const struct step *step)
{
    const struct element *element = step->element;
    if (!has_label(html, step) || element->as.cell.scope == SCOPE_ROW ||
        step->block->children->len > 1 ||
        ((const struct block *)step->block->children->pdata[0])->kind != BLOCK_TEXT)
        return false;
    g_autofree char *words = cell_words(step->block);
    return g_utf8_strlen(column_name(html), -1) + g_utf8_strlen(words, -1) <= SHORT_LINE;
}

/* A head without words before it names nothing: it has its place all the same. */
static void name_column(struct html *html, const struct block *head)
{
    g_ptr_array_set_size(html->columns, (gint)html->column);
    g_ptr_array_add(html->columns, cell_words(head));
}

static void open_value(struct html *html)
{
    html_innermost(html)->valued = true;
    xml_open(html->xml, "span");
    xml_attribute(html->xml, "class", "value");
}

void html_open_cell(struct html *html, const struct step *step)
{
    static const char *const classes[ALIGNMENT_COUNT][2] = {
        [ALIGN_START] = {NULL, "short"},
        [ALIGN_CENTER] = {"center", "center short"},
        [ALIGN_END] = {"end", "end short"}};
    bool brief = is_short(html, step);
    html_open_words(html, step, role_html(step->element->role));
    html_innermost(html)->cell = true;
    xml_attribute(html->xml, "scope", scope_name(step->element->as.cell.scope));
    xml_attribute(html->xml, "class", classes[step->block->as.cell.alignment][brief]);
    if (step->element->as.cell.scope == SCOPE_COLUMN)
        name_column(html, step->block);
    else if (has_label(html, step))
        add_label(html);
    if (brief)
        open_value(html);
    html->column++;
}
