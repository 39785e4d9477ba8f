/*
 * Goes through the document step by step: what is entered opens an element of HTML, what is left
 * closes it. Awkward: a paragraph may hold no other block in HTML, but in PDF it holds code that is
 * set as written, and pictures; the first becomes <pre>, the second stay in the line.
 */
#include "export/html.h"

#include "base/direction.h"
#include "document/walk.h"
#include "export/html_words.h"

#include <assert.h>
#include <stdlib.h>

/* What one step that enters an element has opened. */
struct level {
    const char *tag; /* NULL: nothing */
    bool block;      /* it stands on lines of its own in the source */
    bool rtl;        /* the direction inside */
};

struct html {
    struct xml *xml;
    const struct html_setting *setting;
    const char *lang; /* of the document */
    GArray *levels;   /* struct level of each element that is entered, the root's first */
};

static struct level *innermost(const struct html *html)
{
    return &g_array_index(html->levels, struct level, html->levels->len - 1);
}

/* As a browser finds it for dir="auto". */
static enum direction block_direction(const struct block *block)
{
    g_autofree char *words = block_words(block);
    enum direction direction = direction_of(words);
    for (guint i = 0; direction == DIRECTION_NONE && i < block->children->len; i++)
        direction = block_direction(block->children->pdata[i]);
    return direction;
}

/* What a place in the document is called in the page; owned by the caller. */
static char *place_name(const struct html *html, const struct element *element)
{
    const char *anchors = html->setting->anchors;
    return g_strconcat(anchors ? anchors : "", anchors ? "-" : "", element->anchor, NULL);
}

static void open_inline(struct html *html, const struct element *element, const char *tag)
{
    struct level *level = innermost(html);
    g_autofree char *id = element->anchor ? place_name(html, element) : NULL;
    level->tag = tag;
    xml_open(html->xml, tag);
    xml_attribute(html->xml, "id", id);
    xml_attribute(html->xml, "lang", element->lang);
}

static void open_block(struct html *html, const struct element *element, const char *tag)
{
    open_inline(html, element, tag);
    innermost(html)->block = true;
}

/* An element that holds other blocks: its start tag ends a line. */
static void open_frame(struct html *html, const struct step *step)
{
    open_block(html, step->element, role_html(step->element->role));
    xml_break(html->xml);
}

/* True when the words of the block do not read as what they stand in. */
static bool turns(const struct html *html, const struct block *block)
{
    enum direction direction = block_direction(block);
    return direction != DIRECTION_NONE && (direction == DIRECTION_RTL) != innermost(html)->rtl;
}

static void open_section(struct html *html, const struct step *step)
{
    const GPtrArray *children = step->element->children;
    const struct element *last = children->pdata[children->len - 1];
    open_block(html, step->element, "section");
    if (last->role == ROLE_NOTE)
        xml_attribute(html->xml, "role", "doc-endnotes");
    xml_break(html->xml);
}

/* A block of words, which read their own way. */
static void open_words(struct html *html, const struct step *step, const char *tag)
{
    struct level *level = innermost(html);
    bool turned = turns(html, step->block);
    open_block(html, step->element, tag);
    if (!turned)
        return;
    level->rtl = !level->rtl;
    xml_attribute(html->xml, "dir", level->rtl ? "rtl" : "ltr");
}

static void open_heading(struct html *html, const struct step *step)
{
    unsigned role = step->element->role + (unsigned)html->setting->levels_above;
    open_words(html, step, role_html(MIN(role, ROLE_H6)));
}

static void open_paragraph(struct html *html, const struct step *step)
{
    open_words(html, step, step->block->kind == BLOCK_CODE ? "pre" : "p");
}

static void open_caption(struct html *html, const struct step *step)
{
    bool of_table = step->element->parent->role == ROLE_TABLE;
    open_words(html, step, of_table ? "caption" : "figcaption");
}

static void open_list(struct html *html, const struct step *step)
{
    const struct element *list = step->element;
    const GPtrArray *items = step->block->children;
    const struct block *first = items->len > 0 ? items->pdata[0] : NULL;
    bool numbered = list->as.list.numbering == NUMBERING_DECIMAL;
    open_words(html, step, numbered ? "ol" : "ul");
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
    open_block(html, step->element, "li");
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

/* Only what reads another way than its list, or is in another language, needs an element of its
 * own.
 */
static void open_item_words(struct html *html, const struct step *step)
{
    if (turns(html, step->block) || step->element->lang)
        open_words(html, step, "div");
}

static const char *scope_name(enum scope scope)
{
    static const char *const names[SCOPE_COUNT] = {[SCOPE_COLUMN] = "col", [SCOPE_ROW] = "row"};
    return names[scope];
}

static void open_cell(struct html *html, const struct step *step)
{
    static const char *const classes[ALIGNMENT_COUNT] = {
        [ALIGN_CENTER] = "center", [ALIGN_END] = "end"};
    open_words(html, step, role_html(step->element->role));
    xml_attribute(html->xml, "scope", scope_name(step->element->as.cell.scope));
    xml_attribute(html->xml, "class", classes[step->block->as.cell.alignment]);
}

/* True when only words and what stands among them may be inside. */
static bool holds_a_line(const struct element *element)
{
    return role_is_heading(element->role) || element->role == ROLE_P ||
           element->role == ROLE_LINK || element->role == ROLE_SPAN;
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
        open_inline(html, step->element, "span");
    else
        open_block(html, step->element, src ? "figure" : "p");
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
    g_autofree char *place = place_name(html, link->as.link.target);
    g_autofree char *href = g_strconcat("#", place, NULL);
    xml_attribute(html->xml, "href", href);
    xml_attribute(html->xml, "role", role);
    if (role)
        xml_attribute(html->xml, "aria-label", link->alt);
    if (step->block->kind == BLOCK_ITEM && step->block->as.item.label == link)
        xml_text(html->xml, step->block->as.item.number);
}

static void open_link(struct html *html, const struct step *step)
{
    open_inline(html, step->element, "a");
    if (step->element->as.link.target)
        open_inner_link(html, step);
    else
        xml_attribute(html->xml, "href", step->element->as.link.uri);
}

/* The words of a note stand beside its number. */
static void open_note(struct html *html, const struct step *step)
{
    open_block(html, step->element, "div");
    xml_attribute(html->xml, "class", "note");
}

static void open_stretch(struct html *html, const struct step *step)
{
    open_inline(html, step->element, role_html(step->element->role));
}

/* Raised and lowered words have elements of their own. */
static bool is_raised(const struct step *step)
{
    for (guint i = 0; i < step->block->spans->len; i++) {
        const struct span *span = step->block->spans->pdata[i];
        if (span->element == step->element && span->raise != 0)
            return true;
    }
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
    open_inline(html, span, span->as.span.expansion ? "abbr" : "span");
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
    [ROLE_LBODY] = open_item_words, [ROLE_TABLE] = open_frame,       [ROLE_THEAD] = open_frame,
    [ROLE_TBODY] = open_frame,      [ROLE_TR] = open_frame,          [ROLE_TH] = open_cell,
    [ROLE_TD] = open_cell,          [ROLE_FIGURE] = open_figure,     [ROLE_CAPTION] = open_caption,
    [ROLE_LINK] = open_link,        [ROLE_BLOCKQUOTE] = open_frame,  [ROLE_ASIDE] = open_frame,
    [ROLE_CODE] = open_stretch,     [ROLE_SPAN] = open_span,         [ROLE_FORM] = add_field,
    [ROLE_NOTE] = open_note,        [ROLE_REFERENCE] = open_stretch, [ROLE_TOC] = open_frame,
    [ROLE_TOCI] = open_frame,
};
static_assert(G_N_ELEMENTS(openers) == ROLE_COUNT, "every role is opened");

static void enter(struct html *html, const struct step *step)
{
    struct level level = {.rtl = innermost(html)->rtl};
    g_array_append_val(html->levels, level);
    openers[step->element->role](html, step);
}

static void leave(struct html *html, const struct element *element)
{
    struct level level = *innermost(html);
    g_array_set_size(html->levels, html->levels->len - 1);
    if (level.tag)
        xml_close(html->xml, level.tag);
    if (level.block)
        xml_break(html->xml);
    else if (element->role == ROLE_FIGURE) /* in a line, whose words went on behind a picture */
        xml_text(html->xml, " ");
}

/* The program's own rules part screens and mean nothing here. */
static void add_rule(struct html *html, const struct block *rule)
{
    if (rule->part != PART_BODY)
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
        html_add_words(html->xml, step, html->lang, innermost(html)->rtl);
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

void html_write(struct xml *xml, const struct document *document, unsigned parts,
                const struct html_setting *setting)
{
    g_autoptr(GArray) steps = document_walk(document, parts);
    g_autoptr(GArray) levels = g_array_new(FALSE, TRUE, sizeof(struct level));
    struct level around = {.rtl = document->rtl};
    struct html html = {xml, setting, document->lang, levels};
    g_array_append_val(levels, around);
    for (guint i = 0; i < steps->len; i++)
        add_step(&html, &g_array_index(steps, struct step, i));
}
