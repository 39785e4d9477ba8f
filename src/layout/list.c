/*
 * Of few items one is looked for beside the others.
 */
#include "layout/list.h"

#include "base/sentence.h"

double list_gap(const struct column *column, const struct block *list)
{
    const struct setter *setter = column->setter;
    const struct block *item = list->children->len > 0 ? list->children->pdata[0] : NULL;
    enum marker marker = item ? item->as.item.marker : MARKER_NONE;
    bool large = marker == MARKER_NUMBER || marker == MARKER_BOX || marker == MARKER_CHECKED_BOX;
    double gap = setter_look(setter, list->text_kind)->before;
    return setter->profile->scale && large ? gap * setter_trim(setter)->list.apart : gap;
}

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

void list_keep_lead(struct column *column, const struct block *text)
{
    g_autofree char *words = block_words(text);
    if (column->setter->profile->scale && text->text_kind == TEXT_BODY && sentence_announces(words))
        column_keep(column);
}
