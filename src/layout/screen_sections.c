/*
 * Sections. A heading, a rule or a group opens one. A heading directly below a higher one shares
 * its section; below an equal one it does not, or headings without text would pile up on one
 * screen.
 */
#include "layout/screen_sections.h"

static struct section *section_new(void)
{
    struct section *section = g_new0(struct section, 1);
    section->headings = g_ptr_array_new();
    section->blocks = g_ptr_array_new();
    return section;
}

static void section_free(struct section *section)
{
    g_ptr_array_unref(section->headings);
    g_ptr_array_unref(section->blocks);
    g_free(section);
}

bool screen_is_title_matter(const struct block *block)
{
    return block->kind == BLOCK_TEXT &&
           (block->text_kind == TEXT_CLINIC || block->text_kind == TEXT_TITLE);
}

/* True when nothing can be added to the section because `block` opens the next one. */
static bool is_over(const struct section *section, const struct block *block)
{
    if (!block_is_heading(block) && block->kind != BLOCK_RULE && block->kind != BLOCK_GROUP)
        return false;
    if (section->blocks->len > 0)
        return true;
    if (!block_is_heading(block) || section->headings->len == 0)
        return false;
    const struct block *last = section->headings->pdata[section->headings->len - 1];
    return block->element->role <= last->element->role;
}

static void add_to_sections(GPtrArray *sections, const GPtrArray *blocks)
{
    for (guint i = 0; i < blocks->len; i++) {
        struct block *block = blocks->pdata[i];
        struct section *last = sections->pdata[sections->len - 1];
        if (screen_is_title_matter(block))
            continue;
        if (is_over(last, block)) {
            last = section_new();
            g_ptr_array_add(sections, last);
        }
        if (block->kind == BLOCK_GROUP)
            add_to_sections(sections, block->children);
        else if (block_is_heading(block))
            g_ptr_array_add(last->headings, block);
        else if (block->kind != BLOCK_RULE)
            g_ptr_array_add(last->blocks, block);
    }
}

GPtrArray *screen_sections(const struct document *document)
{
    GPtrArray *sections = g_ptr_array_new_with_free_func((GDestroyNotify)section_free);
    g_ptr_array_add(sections, section_new());
    add_to_sections(sections, document->blocks);
    return sections;
}
