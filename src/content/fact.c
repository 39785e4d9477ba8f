/*
 * Facts and lists of facts: nothing but their ownership. A list always exists once it has been
 * initialised, so that readers loop over it without asking first.
 */
#include "content/fact.h"

void fact_clear(struct fact *fact)
{
    g_clear_pointer(&fact->value, g_free);
}

static void entry_free(gpointer data)
{
    struct fact *fact = data;
    fact_clear(fact);
    g_free(fact);
}

void fact_list_init(struct fact_list *list, struct pos pos)
{
    *list = (struct fact_list){.items = g_ptr_array_new_with_free_func(entry_free), .pos = pos};
}

void fact_list_add(struct fact_list *list, const char *value, struct pos pos)
{
    struct fact *fact = g_new(struct fact, 1);
    *fact = (struct fact){.value = g_strdup(value), .pos = pos};
    g_ptr_array_add(list->items, fact);
}

void fact_list_clear(struct fact_list *list)
{
    g_clear_pointer(&list->items, g_ptr_array_unref);
}
