/*
 * Of few items one is looked for beside the others.
 */
#include "layout/list.h"

void list_pair(const struct column *column, const struct block *list, guint index)
{
    bool at_end = index == 1 || index + 1 == list->children->len;
    if (column->setter->profile->scale && index > 0 && at_end)
        ((struct strip *)column->strips->pdata[column->strips->len - 1])->paired = true;
}

void list_keep_short(const struct column *column, const struct block *list, guint first)
{
    const struct setter *setter = column->setter;
    if (!setter->profile->scale || list->children->len > setter_trim(setter)->list.few)
        return;
    for (guint i = first; i + 1 < column->strips->len; i++)
        ((struct strip *)column->strips->pdata[i])->listed = true;
}
