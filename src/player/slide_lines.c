/*
 * Blocks are told by elements. The two texts of a field share one; there the end of the first
 * tells.
 */
#include "player/slide_lines.h"

bool slide_is_card(const struct element *item)
{
    const struct element *first = item->children->len > 0 ? item->children->pdata[0] : NULL;
    return item->role == ROLE_LI && first && first->role == ROLE_LBODY;
}

bool slide_is_field(const struct element *element)
{
    return element->role == ROLE_P && element->parent && element->parent->role == ROLE_LBODY &&
           slide_is_card(element->parent->parent);
}

/* True for the paragraph that stands beside the number of an item. */
static bool begins_item(const struct element *element)
{
    const struct element *body = element->parent;
    return element->role == ROLE_P && body && body->role == ROLE_LBODY &&
           !slide_is_field(element) && body->children->pdata[0] == element;
}

/* The nearest element that is a block for a reader. */
static const struct element *block_of(const struct element *element)
{
    const struct element *e = element;
    while (e && !role_is_block(e->role))
        e = e->parent;
    if (!e)
        return element;
    return begins_item(e) ? e->parent->parent : e;
}

static struct slide_line *line_new(const struct line *line, const struct slide_line *before)
{
    struct slide_line *slide_line = g_new(struct slide_line, 1);
    *slide_line = (struct slide_line){line, block_of(line->element), 0, 1};
    if (!before)
        return slide_line;
    bool goes_on = before->block == slide_line->block;
    bool ends = before->line->end == LINE_END_LABEL;
    if (goes_on && slide_line->block && slide_is_field(slide_line->block))
        slide_line->part = before->part + ends;
    slide_line->number = before->number + (!goes_on || slide_line->part != before->part);
    return slide_line;
}

GPtrArray *slide_lines(const struct page *page)
{
    GPtrArray *slide_lines = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) lines = page_lines(page);
    for (guint i = 0; i < lines->len; i++)
        g_ptr_array_add(slide_lines,
                        line_new(lines->pdata[i], i > 0 ? slide_lines->pdata[i - 1] : NULL));
    return slide_lines;
}

/* Words in letters of one width, and nothing else. */
static bool is_code(const struct element *block)
{
    const struct element *only = block->children->len == 1 ? block->children->pdata[0] : NULL;
    return only && only->role == ROLE_CODE;
}

const char *slide_line_tag(const struct slide_line *line)
{
    if (!line->block || !role_is_block(line->block->role))
        return role_html(ROLE_P);
    bool code = line->block->role == ROLE_P && is_code(line->block);
    return code ? "pre" : role_html(line->block->role);
}

char *slide_line_words(const struct page *page, const struct slide_line *line)
{
    return g_strstrip(line_text(page, line->line));
}

char *slide_line_heard(const struct page *page, const struct slide_line *line)
{
    return g_strstrip(line_heard(page, line->line));
}
