/*
 * A table that was found in lines of text: what both who read one and who ask for it need.
 */
#include "import/text_parts.h"

struct text_table text_table_new(void)
{
    return (struct text_table){.rows = g_ptr_array_new_with_free_func(g_free),
                               .at = g_array_new(FALSE, FALSE, sizeof(unsigned)),
                               .drawn = g_array_new(FALSE, FALSE, sizeof(unsigned))};
}

void text_table_add(struct text_table *table, char *row, unsigned at)
{
    g_ptr_array_add(table->rows, row);
    g_array_append_val(table->at, at);
}

void text_table_clear(struct text_table *table)
{
    g_ptr_array_unref(table->rows);
    g_array_unref(table->drawn);
    g_array_unref(table->at);
}
