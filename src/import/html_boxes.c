/*
 * Words that only boxes part: what a style shows as a block, floats, or keeps at a distance touches
 * its neighbours in the page's text, and "Week 1" and "25 mg" would run together. A line's end or a
 * blank is put between them before the page is read.
 */
#include "import/html_css.h"

#include "base/pattern.h"

#include <string.h>

/* A neighbour is looked for so far up and down at most. */
#define CLIMB_MOST 32

/* Less is no gap that a reader sees between words. */
static const struct html_least gaps = {.em = 0.2, .ex = 0.4, .percent = 0.5, .px = 3};

static bool is_wide(const char *length)
{
    return g_str_has_prefix(length, "auto") || html_length(length, &gaps) > 0;
}

/* The second of several lengths is of the right, the fourth of the left. */
static bool keeps_sides_apart(const char *lengths)
{
    g_auto(GStrv) each = g_strsplit_set(lengths, " \t\r\n", -1);
    const char *found[4] = {"", "", "", ""};
    unsigned n = 0;
    for (char **at = each; *at && n < G_N_ELEMENTS(found); at++)
        if (**at)
            found[n++] = *at;
    return is_wide(found[n > 1 ? 1 : 0]) || is_wide(found[3]);
}

/* Of margins and paddings, at the sides of words. */
static bool keeps_apart(const char *name, const char *value)
{
    static const char *const sides[] = {"-left", "-right", "-inline", "-inline-start",
                                        "-inline-end"};
    static const char *const all[] = {"margin", "padding"};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
        const char *side = g_str_has_prefix(name, all[i]) ? name + strlen(all[i]) : NULL;
        if (side && !*side)
            return keeps_sides_apart(value);
        for (size_t k = 0; side && k < G_N_ELEMENTS(sides); k++)
            if (strcmp(side, sides[k]) == 0)
                return is_wide(value);
    }
    return false;
}

/* More than a letter or two need, so that columns are meant; percents are of the line. */
static const struct html_least of_column = {.em = 2, .ex = 24, .percent = 5, .px = 24};

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
           strcmp(name, "order") == 0 || g_str_has_prefix(name, "grid-row") ||
           strcmp(name, "grid-area") == 0 || strcmp(name, "grid-template") == 0 ||
           strcmp(name, "grid-template-areas") == 0 || strcmp(name, "flex-direction") == 0 ||
           strcmp(name, "flex-flow") == 0 ||
           (strcmp(name, "position") == 0 && strcmp(value, "absolute") == 0) ||
           ((strcmp(name, "width") == 0 || strcmp(name, "min-width") == 0) &&
            html_length(value, &of_column) > 0) ||
           keeps_apart(name, value);
}

char *html_box_styles(const char *style)
{
    GString *boxes = g_string_new(NULL);
    GArray *said = css_declarations(style, false);
    for (guint i = 0; i < said->len; i++) {
        const struct css_declaration *one = &g_array_index(said, struct css_declaration, i);
        g_autofree char *value = g_ascii_strdown(one->value, -1);
        if (strcmp(one->name, "mso-hide") == 0 && strcmp(value, "all") == 0) /* Word */
            g_string_append(boxes, ";display:none");
        else if (is_of_items(one->name, value)) /* its words have letters of both cases */
            g_string_append_printf(boxes, ";%s:%s", one->name, one->value);
        else if (is_of_box(one->name, value))
            g_string_append_printf(boxes, ";%s:%s", one->name, value);
    }
    g_array_unref(said);
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

/* What classes of Bootstrap and Tailwind say of boxes. */
static struct pattern class_rows = PATTERN("(?:^|\\s)(?:(?:d-)?(?:inline-)?flex"
                                           "|grid-cols-[2-9]|grid-cols-1\\d)(?:\\s|$)"),
                      class_columns = PATTERN("(?:^|\\s)flex-col(?:umn)?(?:-reverse)?(?:\\s|$)"),
                      class_grids = PATTERN("(?:^|\\s)(?:d-)?(?:inline-)?grid(?:\\s|$)"),
                      class_turned = PATTERN("(?:^|\\s)flex-(?:row|col(?:umn)?)-reverse(?:\\s|$)"),
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

/* How an element sets its parts: as its elements say, each beside or below the one before it. */
enum set { SET_ANY, SET_BESIDE, SET_BELOW };

/* The value of the last declaration of that name; owned by the caller; NULL: there is none. */
static char *value_of(const char *boxes, const char *name)
{
    g_autofree char *start = g_strconcat(";", name, ":", NULL);
    const char *at = boxes, *value = NULL;
    while ((at = strstr(at, start)) != NULL)
        value = at += strlen(start);
    return value ? g_strndup(value, strcspn(value, ";")) : NULL;
}

static bool shows_as(const char *boxes, const char *const *values)
{
    g_autofree char *value = value_of(boxes, "display");
    return value && g_strv_contains(values, value);
}

/* `boxes`: as html_box_styles has them. */
static enum set set_of(const xmlNode *node, const char *boxes)
{
    static const char *const flexes[] = {"flex", "inline-flex", NULL};
    static const char *const grids[] = {"grid", "inline-grid", NULL};
    g_autofree char *direction = value_of(boxes, "flex-direction");
    g_autofree char *grid = value_of(boxes, "grid-template-columns");
    bool below = (direction && strstr(direction, "column")) || has_class(node, &class_columns);
    if (shows_as(boxes, flexes) || has_class(node, &class_rows))
        return below ? SET_BELOW : SET_BESIDE;
    if (shows_as(boxes, grids) || has_class(node, &class_grids))
        return grid && strcmp(grid, "none") != 0 ? SET_BESIDE : SET_BELOW;
    return SET_ANY;
}

/* A power or index belongs to what it stands at. */
static bool is_moved(const xmlNode *node)
{
    g_autofree char *style = node->properties ? html_value(node, "style") : NULL;
    g_autofree char *plain = style ? html_plain_style(style) : NULL;
    return plain && html_mark_of_place(node, plain) != MARK_COUNT;
}

/* `boxes`: as html_box_styles has them; `set`: by what the element stands in. */
static enum gap gap_of(const xmlNode *node, const char *boxes, enum set set)
{
    static const char *const lines[] = {"block",     "flex",        "grid",
                                        "list-item", "flow-root",   "table",
                                        "table-row", "-webkit-box", NULL};
    static const char *const cells[] = {"table-cell", NULL}, *const blocks[] = {"inline-block",
                                                                                NULL};
    static const char *const others[] = {"sup",   "sub",  "br",    "wbr",    "img",        "svg",
                                         "rt",    "rp",   "input", "script", "style",      "head",
                                         "title", "meta", "link",  "option", "annotation", NULL};
    if (html_is_block(node) || html_is_one_of(node, others) || is_moved(node))
        return GAP_NONE;
    bool line = shows_as(boxes, lines) || has_class(node, &class_lines);
    if (set == SET_BELOW || (line && set == SET_ANY))
        return GAP_LINE;
    bool column = shows_as(boxes, blocks) && strstr(boxes, "width:");
    return set == SET_BESIDE || column || shows_as(boxes, cells) || strstr(boxes, ";float:") ||
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
    bool explains = first == '(' && g_unichar_isspace(last); /* what it stands behind */
    if ((gap == GAP_BLANK && first && strchr(".,;:!?)%", (int)MIN(first, 0x7F))) || explains)
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

static char *boxes_of(const xmlNode *node)
{
    g_autofree char *style = node->properties ? html_value(node, "style") : NULL;
    return html_box_styles(style ? style : "");
}

bool html_sets_beside(const xmlNode *node)
{
    g_autofree char *boxes = boxes_of(node);
    return set_of(node, boxes) == SET_BESIDE;
}

bool html_stands_beside(const xmlNode *node)
{
    static struct pattern columns = PATTERN("(?i)(?:^|[\\s_-])col(?:umn)?s?(?:[\\s_-]|$)");
    static const char *const cells[] = {"inline-block", "table-cell", NULL};
    g_autofree char *boxes = boxes_of(node);
    return strstr(boxes, ";float:") || shows_as(boxes, cells) || has_class(node, &columns);
}

bool html_sets_columns(const xmlNode *node)
{
    static struct pattern grid = PATTERN("(?:^|\\s)grid-cols-");
    g_autofree char *boxes = boxes_of(node);
    return strstr(boxes, ";grid-template-columns:") || has_class(node, &grid);
}

bool html_is_turned(const xmlNode *node)
{
    g_autofree char *boxes = boxes_of(node);
    g_autofree char *direction = value_of(boxes, "flex-direction");
    return (direction && strstr(direction, "-reverse")) || has_class(node, &class_turned);
}

/* Classes that hide what they stand at, of Bootstrap, Tailwind, UIkit and Webflow; and those that
 * show it again on some displays. */
static bool is_hidden_by_class(const xmlNode *node)
{
    static const char *const hidden[] = {
        "d-none",    "hidden",   "hide",     "invisible", "is-hidden",
        "uk-hidden", "w-hidden", "u-hidden", "sf-hidden", "w-condition-invisible",
        NULL};
    static struct pattern shown =
        PATTERN("(?:^|\\s)(?:d-\\w+-|\\w+:(?!hidden))(?!none)[a-z-]+(?:\\s|$)");
    if (!html_has_class(node, hidden))
        return false;
    g_autofree char *value = html_value(node, "class");
    struct range found;
    return !pattern_find(&shown, value, 0, &found);
}

bool html_is_hidden(const xmlNode *node)
{
    g_autofree char *style = html_value(node, "style");
    g_autofree char *plain = html_plain_style(style ? style : "");
    return strstr(plain, "display:none") || strstr(plain, "mso-hide:all") ||
           xmlHasProp((xmlNode *)node, BAD_CAST "popover") || is_hidden_by_class(node);
}

void html_part_boxes(xmlNode *root)
{
    GHashTable *sets = g_hash_table_new(NULL, NULL); /* of elements that set their parts: how */
    for (xmlNode *n = root; n; n = (xmlNode *)html_after(n, root, true)) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        g_autofree char *boxes = boxes_of(n);
        enum set around = GPOINTER_TO_UINT(g_hash_table_lookup(sets, n->parent));
        enum set inner = n->properties ? set_of(n, boxes) : SET_ANY;
        if (inner != SET_ANY)
            g_hash_table_insert(sets, n, GUINT_TO_POINTER(inner));
        enum gap gap = n->properties || around != SET_ANY ? gap_of(n, boxes, around) : GAP_NONE;
        if (gap != GAP_NONE)
            part(n, gap);
    }
    g_hash_table_unref(sets);
}
