/* Tables of HTML as tables of ours, which have a header row and rows of one length. */
#include "content/article_html.h"

#include "content/article_parts.h"

static int count_children(const struct node *node)
{
    int count = 0;
    for (const struct node *child = node->first; child; child = child->next)
        count++;
    return count;
}

static bool is_header_row(const struct node *row)
{
    for (const struct node *cell = row->first; cell; cell = cell->next)
        if (!cell->as.cell.header)
            return false;
    return true;
}

void html_finish_table(struct node *table)
{
    for (const struct node *row = table->first; row; row = row->next)
        table->as.table.columns = MAX(table->as.table.columns, count_children(row));
    if (table->first && !is_header_row(table->first)) {
        struct node *rest = table->first, *last = table->last;
        table->first = table->last = NULL;
        node_new(NODE_ROW, table->pos, table)->next = rest;
        table->last = last;
    }
    for (struct node *row = table->first; row; row = row->next)
        while (count_children(row) < table->as.table.columns)
            node_new(NODE_CELL, row->pos, row);
    table->as.table.alignments = g_new0(enum alignment, MAX(table->as.table.columns, 1));
}
