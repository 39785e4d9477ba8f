/*
 * What the files that compose a document have in common. It calls none of them.
 */
#include "document/compose_tools.h"

#include "base/lang.h"
#include "base/signs.h"
#include "content/address.h"

#include <string.h>

void compose_span(struct block *block, const struct element *element, const char *text, bool strong,
                  struct pos pos)
{
    struct span *span = span_new(element, text);
    span->strong = strong;
    span->pos = pos;
    g_ptr_array_add(block->spans, span);
}

void compose_fact(struct block *block, const struct element *element, const char *text,
                  struct pos pos)
{
    compose_span(block, element, text, false, pos);
    ((struct span *)block->spans->pdata[block->spans->len - 1])->isolated = true;
}

struct block *compose_text(GPtrArray *blocks, enum text_kind kind, struct element *element,
                           const char *text, struct pos pos)
{
    struct block *block = block_new(BLOCK_TEXT, element, pos);
    block->text_kind = kind;
    compose_span(block, element, text, false, pos);
    g_ptr_array_add(blocks, block);
    return block;
}

struct element *compose_labelled(struct composer *composer, struct element *element,
                                 enum label label)
{
    const char *lang = labels_lang_of(composer->labels, label);
    if (!lang_same(lang, composer->document->lang))
        element->lang = g_strdup(lang);
    return element;
}

static bool has_letters(const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        if (g_unichar_isalpha(g_utf8_get_char(text)))
            return true;
    return false;
}

void compose_link(struct composer *composer, struct element *link, const char *url,
                  const char *text)
{
    const struct labels *labels = composer->labels;
    enum address_kind kind = address_kind(url);
    link->as.link.uri = address_encode(url);
    if (kind == ADDRESS_WEB)
        link->alt = labels_format(labels, LABEL_LINK_OUT, "text", text, NULL);
    else if (kind == ADDRESS_TELEPHONE && !has_letters(text))
        link->alt = labels_format(labels, LABEL_LINK_TELEPHONE, "number", text, NULL);
    else if (kind == ADDRESS_MAIL && address_is_mail(text))
        link->alt = labels_format(labels, LABEL_LINK_EMAIL, "address", text, NULL);
    else /* "Call us" says it already */
        link->alt = g_strdup(text);
}

void compose_inner_link(struct composer *composer, struct element *link, const struct node *target,
                        const char *words)
{
    struct inner_link *inner = g_new(struct inner_link, 1);
    *inner = (struct inner_link){link, target};
    link->alt = g_strdup(words);
    g_ptr_array_add(composer->inner_links, inner);
}

struct element *compose_section(struct composer *composer, GPtrArray *blocks, enum label label,
                                struct pos pos)
{
    struct element *section = element_new(composer->document->root, ROLE_SECT, pos);
    struct element *heading = compose_labelled(composer, element_new(section, ROLE_H2, pos), label);
    const char *words = labels_get(composer->labels, label);
    heading->as.heading.bookmark = g_strdup(words);
    compose_text(blocks, TEXT_HEADING_2, heading, words, pos)->as.text.heading = true;
    return section;
}

struct disc_list compose_disc_list(GPtrArray *blocks, struct element *section, struct pos pos)
{
    struct element *element = element_new(section, ROLE_L, pos);
    element->as.list.numbering = NUMBERING_DISC;
    struct block *block = block_new(BLOCK_LIST, element, pos);
    block->text_kind = TEXT_ITEM;
    g_ptr_array_add(blocks, block);
    return (struct disc_list){block, element};
}

struct block *compose_disc_item(const struct disc_list *list, struct pos pos, struct element **body)
{
    struct element *item = element_new(list->element, ROLE_LI, pos);
    struct element *label = element_new(item, ROLE_LBL, pos);
    *body = element_new(item, ROLE_LBODY, pos);
    struct block *block = block_new(BLOCK_ITEM, *body, pos);
    label->actual_text = g_strdup(DISC_TEXT);
    block->as.item.marker = MARKER_DISC;
    block->as.item.label = label;
    g_ptr_array_add(list->block->children, block);
    return block;
}

void compose_mark(struct composer *composer, guint from, enum part part)
{
    const GPtrArray *blocks = composer->document->blocks;
    for (guint i = from; i < blocks->len; i++)
        ((struct block *)blocks->pdata[i])->part = part;
}
