/*
 * Goes through the document step by step: what is entered opens an element of HTML, what is left
 * closes it. Awkward: a paragraph may hold no other block in HTML, but in PDF it holds code that is
 * set as written, and pictures; the first becomes <pre>, the second stay in the line.
 */
#include "export/html_parts.h"

#include "base/direction.h"
#include "content/telephone.h"
#include "document/calling.h"
#include "document/contact.h"
#include "document/walk.h"
#include "export/html_asides.h"
#include "export/html_page.h"
#include "export/html_words.h"

#include <assert.h>
#include <stdlib.h>

/* An element that holds other blocks: its start tag ends a line. */
static void open_frame(struct html *html, const struct step *step)
{
    html_open_block(html, step, role_html(step->element->role));
    xml_break(html->xml);
}

/* It belongs to the text around it: a browser takes an <aside> for a part of the page by itself. */
static void open_aside(struct html *html, const struct step *step)
{
    html_open_block(html, step, "aside");
    xml_attribute(html->xml, "role", "note");
    xml_break(html->xml);
}

static void open_section(struct html *html, const struct step *step)
{
    const GPtrArray *children = step->element->children;
    const struct element *last = children->pdata[children->len - 1];
    html_open_block(html, step, "section");
    if (last->role == ROLE_NOTE)
        xml_attribute(html->xml, "role", "doc-endnotes");
    xml_break(html->xml);
}

static void open_heading(struct html *html, const struct step *step)
{
    html->heading = step->element->role;
    unsigned role = step->element->role + (unsigned)html->setting->levels_above;
    html_open_call(html, step->block);
    html_open_words(html, step, role_html(MIN(role, ROLE_H6)));
    if (g_hash_table_contains(html->calling, step->block))
        xml_attribute(html->xml, "class", "call");
}

/* The word above a callout is what those who go from heading to heading find it by. */
static const char *tag_of_paragraph(const struct html *html, const struct block *block)
{
    if (block->text_kind == TEXT_CALLOUT && html->setting->handout && html->heading < ROLE_H6)
        return role_html(html->heading + 1);
    return block->kind == BLOCK_CODE ? "pre" : "p";
}

static void open_paragraph(struct html *html, const struct step *step)
{
    html_open_words(html, step, tag_of_paragraph(html, step->block));
}

/* True when only words and what stands among them may be inside. */
static bool holds_a_line(const struct element *element)
{
    return role_is_heading(element->role) || element->role == ROLE_P ||
           element->role == ROLE_LINK || element->role == ROLE_SPAN;
}

static void open_caption(struct html *html, const struct step *step)
{
    const struct element *parent = step->element->parent;
    bool inside = parent->role == ROLE_TABLE || parent->role == ROLE_FIGURE;
    if (holds_a_line(parent))
        html_open_inline(html, step->element, "span");
    else
        html_open_words(html, step,
                        !inside                      ? "p"
                        : parent->role == ROLE_TABLE ? "caption"
                                                     : "figcaption");
}

static void open_list(struct html *html, const struct step *step)
{
    const struct element *list = step->element;
    const GPtrArray *items = step->block->children;
    const struct block *first = items->len > 0 ? items->pdata[0] : NULL;
    bool numbered = list->as.list.numbering == NUMBERING_DECIMAL;
    html_open_questions(html, step->block);
    html_open_words(html, step, numbered ? "ol" : "ul");
    if (numbered && first && first->as.item.number && atoi(first->as.item.number) != 1)
        xml_attribute_int(html->xml, "start", atoi(first->as.item.number));
    xml_break(html->xml);
}

static bool is_task(const struct block *item)
{
    return item->as.item.marker == MARKER_BOX || item->as.item.marker == MARKER_CHECKED_BOX;
}

/* Reads as its list does, so that all markers stand on one side. */
static void open_item(struct html *html, const struct step *step)
{
    html_open_block(html, step, "li");
    if (is_task(step->block))
        xml_attribute(html->xml, "class", "task");
}

/* A mark that stands for words. */
static void add_sign(struct html *html, const char *sign, const char *words)
{
    xml_open(html->xml, "span");
    xml_attribute(html->xml, "role", "img");
    xml_attribute(html->xml, "aria-label", words);
    xml_text(html->xml, sign);
    xml_close(html->xml, "span");
}

/* The browser draws the others. */
static void add_marker(struct html *html, const struct step *step)
{
    if (!is_task(step->block))
        return;
    bool done = step->block->as.item.marker == MARKER_CHECKED_BOX;
    add_sign(html, done ? "☑" : "☐", step->element->actual_text);
    xml_text(html->xml, " ");
}

/* Only what reads another way than its list, is in another language or can be answered needs an
 * element of its own. */
static void open_item_words(struct html *html, const struct step *step)
{
    if (html->asked) {
        html_open_words(html, step, "label");
        html_innermost(html)->answered = true;
    } else if (html_turns(html, step->block) || step->element->lang)
        html_open_words(html, step, "div");
}

static void add_picture(struct html *html, const struct image *image, const char *src,
                        const char *words)
{
    xml_open(html->xml, "img");
    xml_attribute(html->xml, "src", src);
    xml_attribute_int(html->xml, "width", image->width_px);
    xml_attribute_int(html->xml, "height", image->height_px);
    xml_attribute(html->xml, "alt", words ? words : "");
    xml_close(html->xml, "img");
}

/* A picture, or the words that stand for it. */
static void open_figure(struct html *html, const struct step *step)
{
    const struct html_setting *setting = html->setting;
    const struct image *image = step->block->kind == BLOCK_IMAGE ? step->block->as.image : NULL;
    const char *src =
        image && setting->find_picture ? setting->find_picture(setting->user, image) : NULL;
    if (holds_a_line(step->element->parent))
        html_open_inline(html, step->element, "span");
    else
        html_open_block(html, step, src ? "figure" : "p");
    if (src)
        add_picture(html, image, src, step->element->alt);
    else if (step->element->alt)
        xml_text(html->xml, step->element->alt);
}

/* To a note, or from one back; NULL: neither. */
static const char *link_role(const struct element *link)
{
    if (element_note(link))
        return "doc-noteref";
    return link->as.link.target && link->as.link.target->role == ROLE_REFERENCE ? "doc-backlink"
                                                                                : NULL;
}

static void open_inner_link(struct html *html, const struct step *step)
{
    const struct element *link = step->element;
    const char *role = link_role(link);
    g_autofree char *place = html_place_name(html, link->as.link.target);
    g_autofree char *href = g_strconcat("#", place, NULL);
    xml_attribute(html->xml, "href", href);
    xml_attribute(html->xml, "role", role);
    if (role)
        xml_attribute(html->xml, "aria-label", link->alt);
    if (step->block->kind == BLOCK_ITEM && step->block->as.item.label == link)
        xml_text(html->xml, step->block->as.item.number);
}

/* A number of a few digits has room for large ones. */
static void add_way_out(struct html *html, const char *uri)
{
    bool brief = html->setting->handout && telephone_uri_is_short(uri);
    xml_attribute(html->xml, "href", uri);
    xml_attribute(html->xml, "class", brief ? "short" : NULL);
}

static void open_link(struct html *html, const struct step *step)
{
    html_open_inline(html, step->element, "a");
    if (step->element->as.link.target)
        open_inner_link(html, step);
    else
        add_way_out(html, step->element->as.link.uri);
}

/* The words of a note stand beside its number. */
static void open_note(struct html *html, const struct step *step)
{
    html_open_block(html, step, "div");
    xml_attribute(html->xml, "class", "endnote");
}

static void open_stretch(struct html *html, const struct step *step)
{
    html_open_inline(html, step->element, role_html(step->element->role));
}

static bool leaves(const struct step *step, const struct element *element)
{
    return step->kind == STEP_LEAVE && step->element == element;
}

/* Raised and lowered words have elements of their own. */
static bool is_raised(const struct step *enter)
{
    for (const struct step *step = enter + 1; !leaves(step, enter->element); step++)
        if (step->kind == STEP_WORDS && step->block == enter->block &&
            step->span->element == enter->element && step->span->raise != 0)
            return true;
    return false;
}

static bool holds_link(const struct element *element)
{
    bool found = element->role == ROLE_LINK;
    for (guint i = 0; i < element->children->len && !found; i++)
        found = holds_link(element->children->pdata[i]);
    return found;
}

/* Marks that stand for words are a picture of them; but in a picture nobody could follow a link. */
static void open_span(struct html *html, const struct step *step)
{
    const struct element *span = step->element;
    html_open_inline(html, span, span->as.span.expansion ? "abbr" : "span");
    xml_attribute(html->xml, "title", span->as.span.expansion);
    xml_attribute(html->xml, "dir", direction_name(span->as.span.direction));
    if (!span->actual_text || is_raised(step))
        return;
    xml_attribute(html->xml, "role", holds_link(span) ? "group" : "img");
    xml_attribute(html->xml, "aria-label", span->actual_text);
}

static void add_field(struct html *html, const struct step *step)
{
    bool choice = step->block->kind == BLOCK_CHOICE;
    if (!choice)
        xml_text(html->xml, " ");
    xml_open(html->xml, "input");
    xml_attribute(html->xml, "type", choice ? "checkbox" : "text");
    xml_attribute(html->xml, "name", step->element->as.form.name);
    xml_attribute(html->xml, "aria-label", step->element->alt);
    xml_close(html->xml, "input");
    if (choice)
        xml_text(html->xml, " ");
}

/* The document's own element is whatever its words are put into. */
static void open_nothing(struct html *html, const struct step *step)
{
    (void)html, (void)step;
}

static void (*const openers[])(struct html *html, const struct step *step) = {
    [ROLE_DOCUMENT] = open_nothing, [ROLE_SECT] = open_section,      [ROLE_H1] = open_heading,
    [ROLE_H2] = open_heading,       [ROLE_H3] = open_heading,        [ROLE_H4] = open_heading,
    [ROLE_H5] = open_heading,       [ROLE_H6] = open_heading,        [ROLE_P] = open_paragraph,
    [ROLE_L] = open_list,           [ROLE_LI] = open_item,           [ROLE_LBL] = add_marker,
    [ROLE_LBODY] = open_item_words, [ROLE_TABLE] = html_open_table,  [ROLE_THEAD] = html_open_rows,
    [ROLE_TBODY] = html_open_rows,  [ROLE_TR] = html_open_row,       [ROLE_TH] = html_open_cell,
    [ROLE_TD] = html_open_cell,     [ROLE_FIGURE] = open_figure,     [ROLE_CAPTION] = open_caption,
    [ROLE_LINK] = open_link,        [ROLE_BLOCKQUOTE] = open_frame,  [ROLE_ASIDE] = open_aside,
    [ROLE_CODE] = open_stretch,     [ROLE_SPAN] = open_span,         [ROLE_FORM] = add_field,
    [ROLE_NOTE] = open_note,        [ROLE_REFERENCE] = open_stretch, [ROLE_TOC] = open_frame,
    [ROLE_TOCI] = open_frame,
};
static_assert(G_N_ELEMENTS(openers) == ROLE_COUNT, "every role is opened");

static void enter(struct html *html, const struct step *step)
{
    struct level level = {.rtl = html_innermost(html)->rtl};
    g_array_append_val(html->levels, level);
    openers[step->element->role](html, step);
}

static void write_blocks(struct xml *xml, const struct document *document, const GPtrArray *blocks,
                         const struct html_setting *setting, bool crisis);

/* Whom to turn to at once, as the contact block has it. */
static void add_crisis(struct html *html)
{
    g_autoptr(GPtrArray) lines = contact_facts_of(html->document, FACT_CRISIS);
    if (lines->len == 0)
        return;
    html_page_open(html->xml, "div", "crisis-box");
    write_blocks(html->xml, html->document, lines, html->setting, false);
    html_page_close(html->xml, "div");
}

static void leave(struct html *html, const struct element *element)
{
    struct level level = *html_innermost(html);
    g_array_set_size(html->levels, html->levels->len - 1);
    if (level.answered)
        html_add_answer(html);
    html_close_questions(html, element);
    if (level.valued)
        xml_close(html->xml, "span");
    if (level.tag)
        xml_close(html->xml, level.tag);
    if (level.block)
        xml_break(html->xml);
    else if (element->role == ROLE_FIGURE) /* in a line, whose words went on behind a picture */
        xml_text(html->xml, " ");
    if (html_close_call(html, element) && !html->document->crisis_first)
        add_crisis(html);
}

/* The program's own rules part screens and mean nothing here. */
static void add_rule(struct html *html, const struct block *rule)
{
    if (rule->part != PART_BODY && rule->part != PART_ACTION)
        return;
    xml_element(html->xml, "hr", "");
    xml_break(html->xml);
}

static void add_write_line(struct html *html)
{
    xml_text(html->xml, " ");
    xml_open(html->xml, "span");
    xml_attribute(html->xml, "class", "write");
    xml_close(html->xml, "span");
}

static void add_step(struct html *html, const struct step *step)
{
    switch (step->kind) {
    case STEP_ENTER:
        enter(html, step);
        break;
    case STEP_LEAVE:
        leave(html, step->element);
        break;
    case STEP_WORDS:
        html_add_words(html, step);
        break;
    case STEP_WRITE_LINE:
        add_write_line(html);
        break;
    case STEP_RULE:
        add_rule(html, step->block);
        break;
    case STEP_KIND_COUNT:
        g_assert_not_reached();
    }
}

/* Ahead of all but the title and what stands below it. */
static bool is_first_of_text(const struct step *step)
{
    const struct block *block = step->block;
    bool summary = block && block->kind == BLOCK_TEXT && block->text_kind == TEXT_SUMMARY;
    return step->kind == STEP_ENTER && block && block->part != PART_TITLE && !summary;
}

static void add_steps(struct html *html, const GArray *steps, bool crisis)
{
    for (guint i = 0; i < steps->len; i++) {
        const struct step *step = &g_array_index(steps, struct step, i);
        if (crisis && is_first_of_text(step)) {
            crisis = false;
            add_crisis(html);
        }
        add_step(html, step);
    }
}

/* `crisis`: whom to turn to at once stands ahead of the article's words. */
static void write_blocks(struct xml *xml, const struct document *document, const GPtrArray *blocks,
                         const struct html_setting *setting, bool crisis)
{
    g_autoptr(GArray) steps = document_walk_blocks(document, blocks);
    g_autoptr(GArray) levels = g_array_new(FALSE, TRUE, sizeof(struct level));
    g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) calling = calling_lists(document, blocks);
    struct level around = {.rtl = document->rtl};
    struct html html = {.xml = xml,
                        .setting = setting,
                        .document = document,
                        .calling = calling,
                        .levels = levels,
                        .columns = columns,
                        .heading = ROLE_H1};
    g_array_append_val(levels, around);
    add_steps(&html, steps, crisis);
}

void html_write_blocks(struct xml *xml, const struct document *document, const GPtrArray *blocks,
                       const struct html_setting *setting)
{
    write_blocks(xml, document, blocks, setting, false);
}

void html_write_article(struct xml *xml, const struct document *document, const GPtrArray *blocks,
                        const struct html_setting *setting)
{
    bool crisis = document->crisis_first && blocks_hold(blocks, PART_BODY);
    write_blocks(xml, document, blocks, setting, crisis);
}
