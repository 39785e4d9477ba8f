/*
 * Names blocks for a browser, which knows fewer kinds than the structure tree: the number of a list
 * item and each of its paragraphs are one block, the item.
 */
#include "player/slide_lines.h"

/* The nearest element that is a block for a reader. */
static const struct element *block_of(const struct element *element)
{
    const struct element *e = element;
    while (e && !role_is_block(e->role))
        e = e->parent;
    if (!e)
        return element;
    bool in_item = e->role == ROLE_P && e->parent && e->parent->role == ROLE_LBODY;
    return in_item ? e->parent->parent : e;
}

static struct slide_line *line_new(const struct line *line)
{
    struct slide_line *slide_line = g_new(struct slide_line, 1);
    const struct element *block = block_of(line->element);
    bool known = block && role_is_block(block->role);
    *slide_line = (struct slide_line){line, block, role_html(known ? block->role : ROLE_P)};
    return slide_line;
}

GPtrArray *slide_lines(const struct page *page)
{
    GPtrArray *slide_lines = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) lines = page_lines(page);
    for (guint i = 0; i < lines->len; i++)
        g_ptr_array_add(slide_lines, line_new(lines->pdata[i]));
    return slide_lines;
}

char *slide_line_words(const struct page *page, const struct slide_line *line)
{
    return g_strstrip(line_text(page, line->line));
}

char *slide_line_heard(const struct page *page, const struct slide_line *line)
{
    return g_strstrip(line_heard(page, line->line));
}
