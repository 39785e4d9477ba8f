/*
 * Two short lists of names, looked through from the start.
 */
#include "content/selection.h"

void selection_init(struct selection *selection)
{
    fact_list_init(&selection->only, (struct pos){0});
    fact_list_init(&selection->without, (struct pos){0});
}

void selection_clear(struct selection *selection)
{
    fact_list_clear(&selection->only);
    fact_list_clear(&selection->without);
}

bool selection_is_given(const struct selection *selection)
{
    return selection->only.items->len > 0 || selection->without.items->len > 0;
}

const struct fact *selection_find(const struct fact_list *list, const char *name)
{
    for (guint i = 0; i < list->items->len; i++) {
        const struct fact *fact = list->items->pdata[i];
        if (g_ascii_strcasecmp(fact->value, name) == 0)
            return fact;
    }
    return NULL;
}
