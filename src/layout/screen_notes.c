/*
 * Looks for references in blocks, and for the notes that they lead to.
 */
#include "layout/screen_notes.h"

static void find_references(const GPtrArray *blocks, GPtrArray *elements)
{
    for (guint i = 0; i < blocks->len; i++) {
        const struct block *block = blocks->pdata[i];
        for (guint n = 0; n < block->spans->len; n++) {
            const struct element *note =
                element_note(((const struct span *)block->spans->pdata[n])->element);
            if (note && !g_ptr_array_find(elements, note, NULL))
                g_ptr_array_add(elements, (gpointer)note);
        }
        find_references(block->children, elements);
    }
}

/* The item whose words are content of the note. */
static const struct block *find_item(const GPtrArray *blocks, const struct element *note)
{
    for (guint i = 0; i < blocks->len; i++) {
        const struct block *block = blocks->pdata[i];
        const struct block *found = block->element == note && block->kind == BLOCK_ITEM
                                        ? block
                                        : find_item(block->children, note);
        if (found)
            return found;
    }
    return NULL;
}

GPtrArray *screen_notes(const struct document *document, const GPtrArray *blocks)
{
    g_autoptr(GPtrArray) elements = g_ptr_array_new();
    g_autoptr(GPtrArray) section = document_blocks(document, PART_SET(PART_NOTES));
    GPtrArray *notes = g_ptr_array_new();
    find_references(blocks, elements);
    for (guint i = 0; i < elements->len; i++) {
        const struct block *note = find_item(section, elements->pdata[i]);
        if (note)
            g_ptr_array_add(notes, (gpointer)note);
    }
    return notes;
}

struct block *screen_note_heading(const struct document *document, const struct block *note)
{
    g_autoptr(GPtrArray) section = document_blocks(document, PART_SET(PART_NOTES));
    const struct block *all = section->pdata[0];
    struct block *heading = block_new(BLOCK_TEXT, all->element, note->pos);
    heading->text_kind = all->text_kind;
    heading->as.text.heading = true;
    g_ptr_array_add(heading->spans,
                    span_new(all->element, labels_get(document->labels, LABEL_NOTE)));
    return heading;
}
