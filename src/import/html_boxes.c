/*
 * Words that only boxes part: what a style shows as a block, floats, or keeps at a distance touches
 * its neighbours in the page's text, and "Week 1" and "25 mg" would run together. A line's end or a
 * blank is put between them before the page is read.
 */
#include "import/html_parts.h"

#include "base/pattern.h"

#include <string.h>

/* A neighbour is looked for so far up and down at most. */
#define CLIMB_MOST 32

/* Less is no gap that a reader sees between words. */
static const struct {
    const char *unit;
    double least;
} gaps[] = {{"em", 0.2}, {"rem", 0.2}, {"ex", 0.4}, {"ch", 0.4}, {"%", 0.5}, {"", 3} /* px, pt */};

static bool is_wide(const char *length)
{
    char *unit;
    double wide = g_ascii_strtod(length, &unit);
    size_t i = 0;
    while (!g_str_has_prefix(unit, gaps[i].unit))
        i++;
    return g_str_has_prefix(length, "auto") || (unit != length && wide >= gaps[i].least);
}

/* Of margins and paddings, at the sides of words. */
static bool keeps_apart(const char *name, const char *value)
{
    static const char *const sides[] = {"-left", "-right", "-inline", "-inline-start",
                                        "-inline-end"};
    static const char *const all[] = {"margin", "padding"};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
        const char *side = g_str_has_prefix(name, all[i]) ? name + strlen(all[i]) : NULL;
        g_auto(GStrv) each = g_strsplit_set(side ? value : "", " \t\r\n", -1);
        guint n = g_strv_length(each);
        if (side && !*side && n > 0)
            return is_wide(each[n > 1]) || (n > 3 && is_wide(each[3]));
        for (size_t k = 0; side && k < G_N_ELEMENTS(sides); k++)
            if (strcmp(side, sides[k]) == 0)
                return is_wide(value);
    }
    return false;
}

/* More than a letter or two need, so that columns are meant; percents are of the line. */
static bool is_column(const char *width)
{
    char *unit;
    double wide = g_ascii_strtod(width, &unit);
    bool relative = g_str_has_prefix(unit, "em") || g_str_has_prefix(unit, "rem");
    return unit != width && wide >= (relative ? 2 : *unit == '%' ? 5 : 24);
}

/* Numbers in letters, or words of the page's own, before items. */
static bool is_of_items(const char *name, const char *value)
{
    static struct pattern meant = PATTERN("(?i)alpha|latin|roman|greek|[\"']");
    struct range found;
    return g_str_has_prefix(name, "list-style") && pattern_find(&meant, value, 0, &found);
}

static bool is_of_box(const char *name, const char *value)
{
    return strcmp(name, "display") == 0 || strcmp(name, "grid-template-columns") == 0 ||
           (strcmp(name, "float") == 0 && strcmp(value, "none") != 0) ||
           (strcmp(name, "flex-direction") == 0 && g_str_has_suffix(value, "-reverse")) ||
           (strcmp(name, "position") == 0 && strcmp(value, "absolute") == 0) ||
           ((strcmp(name, "width") == 0 || strcmp(name, "min-width") == 0) && is_column(value)) ||
           keeps_apart(name, value);
}

char *html_box_styles(const char *style)
{
    GString *boxes = g_string_new(NULL);
    g_auto(GStrv) each = g_strsplit(style, ";", -1);
    for (char **at = each; *at; at++) {
        (*at)[strcspn(*at, "!")] = '\0';
        g_autofree char *name = g_ascii_strdown(g_strstrip(*at), -1);
        char *value = strchr(name, ':');
        if (!value)
            continue;
        const char *written = *at + (value + 1 - name); /* its words have letters of both cases */
        *value++ = '\0';
        if (strcmp(g_strchomp(name), "mso-hide") == 0) /* Word */
            g_string_append(boxes, ";display:none");
        else if (is_of_items(name, value))
            g_string_append_printf(boxes, ";%s:%s", name, written);
        else if (is_of_box(name, g_strstrip(value)))
            g_string_append_printf(boxes, ";%s:%s", name, value);
    }
    return g_string_free(boxes, FALSE);
}

xmlNode *html_new_text(const char *words, const char *why)
{
    /* of this kind, for libxml2 would make one of two texts beside each other */
    xmlNode *text = xmlNewCDataBlock(NULL, (const xmlChar *)words, (int)strlen(words));
    text->_private = (void *)why;
    return text;
}

void html_note_text(struct walk *w, const xmlNode *text)
{
    if (text->type == XML_CDATA_SECTION_NODE && text->_private && !w->why)
        html_note(w, "", text->_private);
}

enum gap { GAP_NONE, GAP_BLANK, GAP_LINE };

static bool shows_as(const char *boxes, const char *const *values)
{
    const char *display = strstr(boxes, ";display:");
    g_autofree char *value =
        display ? g_strndup(display + 9, strcspn(display + 9, ";")) : g_strdup("");
    return g_strv_contains(values, value);
}

static const char *const rows[] = {"flex", "inline-flex", "grid", "inline-grid", NULL};

/* What classes of Bootstrap and Tailwind say of boxes. */
static struct pattern class_rows = PATTERN("(?:^|\\s)(?:d-)?(?:inline-)?(?:flex|grid)(?:\\s|$)"),
                      class_lines = PATTERN("(?:^|\\s)(?:d-)?block(?:\\s|$)"),
                      class_gaps = PATTERN("(?:^|\\s)(?:float-(?:left|right|start|end)"
                                           "|pull-(?:left|right)|[mp][xlrse]-(?:[1-9]|auto)\\d*)"
                                           "(?:\\s|$)");

static bool has_class(const xmlNode *node, struct pattern *form)
{
    g_autofree char *value = node->properties ? html_value(node, "class") : NULL;
    struct range found;
    return value && pattern_find(form, value, 0, &found);
}

/* Words that a pointer brings up stand in a box by the page's own sheet, or by that of a builder.
 */
static bool is_tip(const xmlNode *node)
{
    return node->properties && html_value_has(node, "class", "tooltip");
}

/* `boxes`: as html_box_styles has them; `in_row`: what the element stands in sets its parts apart.
 */
static enum gap gap_of(const xmlNode *node, const char *boxes, bool in_row)
{
    static const char *const lines[] = {"block",     "flex",        "grid",
                                        "list-item", "flow-root",   "table",
                                        "table-row", "-webkit-box", NULL};
    static const char *const cells[] = {"table-cell", NULL}, *const blocks[] = {"inline-block",
                                                                                NULL};
    static const char *const others[] = {"sup",   "sub",  "br",    "wbr",    "img",        "svg",
                                         "rt",    "rp",   "input", "script", "style",      "head",
                                         "title", "meta", "link",  "option", "annotation", NULL};
    if (html_is_block(node) || html_is_one_of(node, others) ||
        html_value_has(node, "style", "vertical-align"))
        return GAP_NONE;
    if ((shows_as(boxes, lines) || has_class(node, &class_lines)) && !in_row)
        return GAP_LINE;
    bool column = shows_as(boxes, blocks) && strstr(boxes, "width:");
    return in_row || column || shows_as(boxes, cells) || strstr(boxes, ";float:") ||
                   strstr(boxes, ";position:") || strstr(boxes, ";margin") ||
                   strstr(boxes, ";padding") || is_tip(node) || has_class(node, &class_gaps)
               ? GAP_BLANK
               : GAP_NONE;
}

/* The outermost element that begins, or ends, with this one in its line; lent. */
static xmlNode *edge_of(xmlNode *node, bool start)
{
    for (int i = 0; i < CLIMB_MOST && !(start ? node->prev : node->next); i++) {
        if (!node->parent || node->parent->type != XML_ELEMENT_NODE || html_is_block(node->parent))
            break;
        node = node->parent;
    }
    return node;
}

/* The letter that the words at the node's end, or start, are told by; NUL: none. */
static gunichar letter_of(const xmlNode *node, bool at_end)
{
    for (int i = 0; i < CLIMB_MOST && node && node->type == XML_ELEMENT_NODE; i++)
        node = at_end ? node->last : node->children;
    if (!node || node->type == XML_ELEMENT_NODE || !node->content || !*node->content)
        return 0;
    const char *words = (const char *)node->content;
    gunichar c =
        at_end ? g_utf8_get_char_validated(g_utf8_find_prev_char(words, words + strlen(words)), -1)
               : g_utf8_get_char_validated(words, -1);
    return g_unichar_validate(c) ? c : 0;
}

static bool ends_line(const xmlNode *node)
{
    return !node || html_is(node, "br") || html_is_block(node);
}

static void put_between(xmlNode *before, xmlNode *after, enum gap gap)
{
    bool blank = xmlIsBlankNode(before) && ends_line(before->prev);
    if (ends_line(before) || ends_line(after) || blank)
        return;
    gunichar last = letter_of(before, true), first = letter_of(after, false);
    bool joins = g_unichar_isalnum(last) && g_unichar_isalnum(first);
    if (gap == GAP_BLANK && first && strchr(".,;:!?)%", (int)MIN(first, 0x7F)))
        return;
    xmlNode *between = gap == GAP_LINE ? xmlNewNode(NULL, BAD_CAST "br")
                                       : html_new_text(" ", joins ? HTML_PARTED : NULL);
    between->line = before->line;
    xmlAddNextSibling(before, between);
}

/* A letter that a page begins with, larger than the others. */
static bool is_drop_cap(const xmlNode *node)
{
    g_autofree char *words = html_words(node);
    return g_utf8_strlen(words, -1) == 1 && g_unichar_isalpha(g_utf8_get_char(words));
}

static void part(xmlNode *node, enum gap gap)
{
    xmlNode *first = edge_of(node, true), *last = edge_of(node, false);
    if (first->prev)
        put_between(first->prev, first, gap);
    if (last->next && !(gap == GAP_BLANK && is_drop_cap(node)))
        put_between(last, last->next, gap);
}

bool html_is_row(const xmlNode *node)
{
    g_autofree char *style = node->properties ? html_value(node, "style") : NULL;
    g_autofree char *boxes = html_box_styles(style ? style : "");
    return shows_as(boxes, rows) || has_class(node, &class_rows);
}

void html_part_boxes(xmlNode *root)
{
    GHashTable *in_rows = g_hash_table_new(NULL, NULL); /* of elements that set their parts apart */
    for (xmlNode *n = root; n; n = (xmlNode *)html_after(n, root, true)) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        g_autofree char *style = n->properties ? html_value(n, "style") : NULL;
        g_autofree char *boxes = html_box_styles(style ? style : "");
        bool in_row = g_hash_table_contains(in_rows, n->parent);
        if (shows_as(boxes, rows) || has_class(n, &class_rows))
            g_hash_table_add(in_rows, n);
        enum gap gap = n->properties || in_row ? gap_of(n, boxes, in_row) : GAP_NONE;
        if (gap != GAP_NONE)
            part(n, gap);
    }
    g_hash_table_unref(in_rows);
}
