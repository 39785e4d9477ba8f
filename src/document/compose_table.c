/*
 * Tables. What names a row or a column is a header, as the reader who hears the table needs it: the
 * first row, unless it is empty, and the first column, where the corner is blank or each of its
 * cells is a label of its own.
 */
#include "document/compose.h"
#include "document/compose_tools.h"

#include <string.h>

/* A cell of more letters than this is a sentence, not a label. */
#define LABEL_LETTERS 40

struct table {
    struct composer *composer;
    const struct node *node;
    struct block *block;
    bool header;        /* the first row names the columns */
    bool row_headers;   /* the first column names the rows */
    GPtrArray *columns; /* of struct element *: their headers, NULL for none */
};

static bool is_blank(const struct node *cell)
{
    g_autofree char *words = compose_node_words(cell);
    return *words == '\0' && !cell->first;
}

static bool names_columns(const struct node *row)
{
    for (const struct node *cell = row->first; cell; cell = cell->next)
        if (!is_blank(cell))
            return true;
    return false;
}

/* True when the first cells of two rows or more, the header's apart, are labels and differ. */
static bool has_labels(const struct node *table)
{
    if (!table->first->next->next)
        return false;
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (const struct node *row = table->first->next; row; row = row->next) {
        g_autofree char *words = row->first ? compose_node_words(row->first) : g_strdup("");
        bool label = *words && g_utf8_strlen(words, -1) <= LABEL_LETTERS;
        if (!label || !g_hash_table_add(seen, g_utf8_casefold(words, -1)))
            return false;
    }
    return true;
}

static bool names_rows(const struct node *table)
{
    const struct node *corner = table->first->first;
    if (table->as.table.columns < 2 || !corner || !table->first->next)
        return false;
    bool blank_corner = names_columns(table->first) && is_blank(corner);
    return blank_corner || has_labels(table);
}

static void add_cell(const struct table *table, const struct node *node, int column,
                     enum text_kind kind, struct element *element, struct block *row)
{
    struct block *cell = block_new(BLOCK_CELL, element, node->pos);
    cell->as.cell.alignment = table->node->as.table.alignments[column];
    g_ptr_array_add(row->children, cell);
    compose_line(table->composer, node, kind, element, cell->children);
}

static void add_header_row(struct table *table, struct element *row_element, struct block *row)
{
    int column = 0;
    for (const struct node *cell = table->node->first->first; cell; cell = cell->next) {
        bool blank = is_blank(cell);
        struct element *header = element_new(row_element, blank ? ROLE_TD : ROLE_TH, cell->pos);
        if (!blank)
            header->as.cell.scope = SCOPE_COLUMN;
        g_ptr_array_add(table->columns, blank ? NULL : header);
        add_cell(table, cell, column++, TEXT_HEADER_CELL, header, row);
    }
}

/* The headers that name a cell: that of its row, then that of its column. */
static void name_cell(const struct table *table, struct element *cell, struct element *row_header,
                      guint column)
{
    struct element *column_header =
        column < table->columns->len ? table->columns->pdata[column] : NULL;
    cell->as.cell.headers = g_ptr_array_new();
    if (row_header)
        g_ptr_array_add(cell->as.cell.headers, row_header);
    if (column_header)
        g_ptr_array_add(cell->as.cell.headers, column_header);
}

static void add_data_row(const struct table *table, const struct node *node,
                         struct element *row_element, struct block *row)
{
    struct element *row_header = NULL;
    int column = 0;
    for (const struct node *cell = node->first; cell && column < table->node->as.table.columns;
         cell = cell->next, column++) {
        bool names = table->row_headers && column == 0 && !is_blank(cell);
        struct element *element = element_new(row_element, names ? ROLE_TH : ROLE_TD, cell->pos);
        name_cell(table, element, row_header, (guint)column);
        if (names) {
            element->as.cell.scope = SCOPE_ROW;
            row_header = element;
        }
        add_cell(table, cell, column, names ? TEXT_HEADER_CELL : TEXT_CELL, element, row);
    }
}

static void add_row(struct table *table, const struct node *node, struct element *parent)
{
    bool header = node == table->node->first;
    struct element *element = element_new(parent, ROLE_TR, node->pos);
    struct block *row = block_new(BLOCK_ROW, element, node->pos);
    row->as.row.header = header;
    g_ptr_array_add(table->block->children, row);
    if (header)
        add_header_row(table, element, row);
    else
        add_data_row(table, node, element, row);
}

/* A head without a body would be an irregular table (PDF/UA-1 7.2), so a lone header row stands in
 * the table itself. */
void compose_table(struct composer *composer, const struct node *node, struct element *parent,
                   GPtrArray *blocks)
{
    struct element *element = element_new(parent, ROLE_TABLE, node->pos);
    g_autoptr(GPtrArray) columns = g_ptr_array_new();
    struct table table = {.composer = composer,
                          .node = node,
                          .block = block_new(BLOCK_TABLE, element, node->pos),
                          .header = names_columns(node->first),
                          .row_headers = names_rows(node),
                          .columns = columns};
    bool parts = table.header && node->first->next;
    struct element *head = parts ? element_new(element, ROLE_THEAD, node->pos) : element;
    struct element *body = parts ? element_new(element, ROLE_TBODY, node->pos) : element;
    g_ptr_array_add(blocks, table.block);
    for (const struct node *row = node->first; row; row = row->next)
        if (row != node->first || table.header || !row->next)
            add_row(&table, row, row == node->first ? head : body);
}
