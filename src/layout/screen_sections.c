/*
 * Sections. A heading, a rule, a group or a callout opens one. A heading directly below a higher
 * one shares its section; below an equal one it does not, or headings without text would pile up on
 * one screen.
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
    bool opens = block_is_heading(block) || block->kind == BLOCK_RULE ||
                 block->kind == BLOCK_GROUP || block->kind == BLOCK_CALLOUT;
    if (!opens && !section->callout)
        return false;
    if (section->blocks->len > 0)
        return true;
    if (!block_is_heading(block) || section->headings->len == 0)
        return false;
    const struct block *last = section->headings->pdata[section->headings->len - 1];
    return block->element->role <= last->element->role;
}

/* The headings that words behind a callout stand under: those of the last section that has its
 * own, or that is no callout. */
static void go_on_under(const GPtrArray *sections, struct section *next)
{
    guint i = sections->len;
    const struct section *before;
    do
        before = sections->pdata[--i];
    while (i > 0 && before->callout && before->headings->len == 0);
    for (guint n = 0; n < before->headings->len; n++)
        g_ptr_array_add(next->headings, before->headings->pdata[n]);
}

/* The headings that words behind details stand under: those of the last section of none of these.
 */
static void go_on_behind(const GPtrArray *sections, const struct block *rule, struct section *next)
{
    for (guint i = sections->len; i-- > 0;) {
        const struct section *before = sections->pdata[i];
        const GPtrArray *headings = before->headings;
        const struct block *last = headings->len > 0 ? headings->pdata[headings->len - 1] : NULL;
        if (before->callout || (last && last->element->role >= rule->as.ends))
            continue;
        g_ptr_array_extend(next->headings, before->headings, NULL, NULL);
        return;
    }
}

/* The section that `block` opens, or before which it ends a callout. */
static struct section *next_section(GPtrArray *sections, const struct block *block)
{
    struct section *next = section_new();
    bool goes_on = !block_is_heading(block) && block->kind != BLOCK_RULE &&
                   block->kind != BLOCK_GROUP && block->kind != BLOCK_CALLOUT;
    if (goes_on)
        go_on_under(sections, next);
    else if (block->kind == BLOCK_RULE && role_is_heading(block->as.ends))
        go_on_behind(sections, block, next);
    g_ptr_array_add(sections, next);
    return next;
}

static void add_to_section(struct section *section, struct block *block)
{
    if (block_is_heading(block)) {
        g_ptr_array_add(section->headings, block);
        return;
    }
    if (block->kind == BLOCK_CALLOUT)
        section->callout = block;
    if (block->kind != BLOCK_RULE)
        g_ptr_array_add(section->blocks, block);
}

/* True for what the wall shows elsewhere, or not at all. */
static bool has_no_section(const struct block *block)
{
    return screen_is_title_matter(block) || block->part == PART_NOTES || block->part == PART_ABOUT;
}

static void add_to_sections(GPtrArray *sections, const GPtrArray *blocks)
{
    for (guint i = 0; i < blocks->len; i++) {
        struct block *block = blocks->pdata[i];
        struct section *last = sections->pdata[sections->len - 1];
        if (has_no_section(block))
            continue;
        if (is_over(last, block))
            last = next_section(sections, block);
        if (block->kind == BLOCK_GROUP)
            add_to_sections(sections, block->children);
        else
            add_to_section(last, block);
    }
}

GPtrArray *screen_sections(const struct document *document)
{
    GPtrArray *sections = g_ptr_array_new_with_free_func((GDestroyNotify)section_free);
    g_ptr_array_add(sections, section_new());
    add_to_sections(sections, document->blocks);
    return sections;
}
