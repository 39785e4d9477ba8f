/*
 * A table that was found in lines of text: what both who read one and who ask for it need.
 */
#include "import/text_parts.h"

void text_table_add(struct text_table *table, char *row, unsigned at)
{
    g_ptr_array_add(table->rows, row);
    g_array_append_val(table->at, at);
}

void text_table_clear(struct text_table *table)
{
    g_ptr_array_unref(table->rows);
    g_array_unref(table->at);
}
