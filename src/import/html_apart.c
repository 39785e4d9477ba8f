/*
 * Headings beside one another, and what belongs to them beside one another below: the page shows
 * columns, but read in its order the last heading would stand above all of it. Each goes to what
 * stands below it, by their places, and a person is asked to check it.
 */
#include "import/html_parts.h"

#define WHY_PAIRED                                                                                 \
    "headings beside one another, above what stands beside one another: each is above its own "    \
    "now, check them"

/* Builders nest columns no deeper. */
#define DEPTH_MOST   8
#define COLUMNS_MOST 12
/* The level of bold words that are all that their box holds: below all headings. */
#define BOLD 7
/* Nothing is looked through further to see whether it is empty. [nodes] */
#define EMPTY_MOST 64

struct heads {
    xmlNode *boxes[COLUMNS_MOST]; /* each is a heading, or holds one and nothing else */
    unsigned count;
    int level;
};

/* Of what is between tags: neither words nor a picture. */
static bool is_empty(const xmlNode *node)
{
    static const char *const shown[] = {"img",   "svg",    "input", "iframe",
                                        "video", "canvas", "hr",    NULL};
    unsigned seen = 0;
    for (const xmlNode *n = node; n; n = html_after(n, node, true))
        if (++seen > EMPTY_MOST || html_is_one_of(n, shown) ||
            (n->type != XML_ELEMENT_NODE && n->type != XML_COMMENT_NODE &&
             !xmlIsBlankNode((xmlNode *)n)))
            return false;
    return true;
}

/* The node, or the next behind it, that says something. */
static xmlNode *skip_empty(xmlNode *node)
{
    while (node && is_empty(node))
        node = node->next;
    return node;
}

/* All that the element holds, if that is one node; or NULL. */
static xmlNode *only_child(const xmlNode *node)
{
    xmlNode *child = skip_empty(node->children);
    return child && !skip_empty(child->next) ? child : NULL;
}

static int level_of(const xmlNode *node)
{
    static const char *const bold[] = {"b", "strong", NULL};
    return html_is_one_of(node, bold) ? BOLD : html_heading_level(node);
}

static const char *const boxes[] = {"div", "section", "article", "span", "p", "td", NULL};

/* The heading that is all that the box holds, or is; NULL: it holds something else. */
static xmlNode *heading_of(xmlNode *box)
{
    for (int i = 0; i < DEPTH_MOST && box && box->type == XML_ELEMENT_NODE; i++) {
        if (level_of(box) > 0)
            return box;
        box = html_is_one_of(box, boxes) ? only_child(box) : NULL;
    }
    return NULL;
}

/* The headings beside one another from `first` on; false: there are no two, or too many. */
static bool gather(struct heads *heads, xmlNode *first)
{
    const xmlNode *heading = heading_of(first);
    heads->count = 0;
    heads->level = heading ? level_of(heading) : 0;
    for (xmlNode *n = first; heading && level_of(heading) == heads->level;) {
        if (heads->count == COLUMNS_MOST)
            return false;
        heads->boxes[heads->count++] = n;
        n = skip_empty(n->next);
        heading = heading_of(n);
    }
    return heads->count > 1;
}

/* Words that may stand below such a heading, as nothing in them is one. */
static bool is_below(const struct heads *heads, const xmlNode *box)
{
    if (box->type != XML_ELEMENT_NODE)
        return false;
    for (const xmlNode *n = box; n; n = html_after(n, box, true))
        if (html_heading_level(n) > 0 && html_heading_level(n) <= heads->level)
            return false;
    return true;
}

/* What stands from `first` on, to the end or to what is no such, goes to `found`. */
static void find_below(const struct heads *heads, xmlNode *first, GPtrArray *found)
{
    for (xmlNode *n = first; n && is_below(heads, n); n = skip_empty(n->next))
        g_ptr_array_add(found, n);
}

/* Adds the boxes of one row; false: they are not as many as the headings. */
static bool add_row(const struct heads *heads, xmlNode *row, GPtrArray *found)
{
    guint before = found->len;
    for (xmlNode *only = row; only && html_is_one_of(only, boxes); only = only_child(row))
        row = only;
    find_below(heads, skip_empty(row->children), found);
    bool whole =
        found->len > before && !skip_empty(((xmlNode *)found->pdata[found->len - 1])->next);
    if (whole && found->len == before + heads->count)
        return true;
    g_ptr_array_set_size(found, (gint)before);
    return false;
}

/* Rows below the one that the headings are. */
static void add_rows(const struct heads *heads, GPtrArray *found)
{
    xmlNode *row = heads->boxes[0]->parent;
    for (int i = 0; i < DEPTH_MOST && html_is_one_of(row, boxes) && only_child(row->parent) == row;
         i++)
        row = row->parent;
    do
        row = skip_empty(row->next);
    while (row && row->type == XML_ELEMENT_NODE && add_row(heads, row, found));
}

/* True for a row that holds nothing but the headings. */
static bool are_row(const struct heads *heads)
{
    return skip_empty(heads->boxes[0]->parent->children) == heads->boxes[0] &&
           !skip_empty(heads->boxes[heads->count - 1]->next);
}

static void find_columns(const struct heads *heads, GPtrArray *found)
{
    bool row = are_row(heads), beside = html_sets_beside(heads->boxes[0]->parent);
    if (row && (heads->level < BOLD || beside || html_stands_beside(heads->boxes[0])))
        add_rows(heads, found);
    if (row || (!beside && !html_stands_beside(heads->boxes[0])))
        return;
    find_below(heads, skip_empty(heads->boxes[heads->count - 1]->next), found);
    for (unsigned i = 0; i < found->len && !beside; i++)
        if (!html_stands_beside(found->pdata[i]))
            g_ptr_array_set_size(found, (gint)i); /* what follows goes through all columns */
}

static void move_into(xmlNode *row, const char *name, xmlNode *box)
{
    xmlNode *cell = xmlNewChild(row, NULL, BAD_CAST name, NULL);
    cell->line = row->line;
    xmlUnlinkNode(box);
    if (html_is_block(box))
        xmlNodeSetName(box, BAD_CAST "div");
    xmlAddChild(cell, box);
}

/* Several rows below the headings are a table, whose cells say which rows are whose. */
static void make_table(const struct heads *heads, const GPtrArray *found)
{
    xmlNode *table = xmlNewNode(NULL, BAD_CAST "table"), *row = NULL;
    table->line = heads->boxes[0]->line;
    xmlAddPrevSibling(heads->boxes[0], table);
    for (unsigned i = 0; i < heads->count + found->len; i++) {
        bool head = i < heads->count;
        xmlNode *box = head ? heads->boxes[i] : found->pdata[i - heads->count];
        if (i % heads->count == 0)
            row = xmlNewChild(table, NULL, BAD_CAST "tr", NULL);
        row->line = box->line;
        xmlNode *heading = head ? heading_of(box) : NULL;
        if (heading && heads->level < BOLD)
            xmlNodeSetName(heading, BAD_CAST "div");
        move_into(row, head ? "th" : "td", box);
    }
}

static void note(xmlNode *heading)
{
    xmlNode *text = html_new_text("", WHY_PAIRED);
    if (heading->children)
        xmlAddPrevSibling(heading->children, text);
    else
        xmlAddChild(heading, text);
}

static bool follows_alike(const xmlNode *box, int level)
{
    xmlNode *before = box->prev;
    while (before && is_empty(before))
        before = before->prev;
    const xmlNode *heading = heading_of(before);
    return heading && level_of(heading) == level;
}

static void pair(xmlNode *first)
{
    struct heads heads;
    if (!gather(&heads, first) || follows_alike(first, heads.level))
        return;
    bool cells = html_is(first, "td");
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    if (!cells || heads.level < BOLD)
        find_columns(&heads, found);
    if (found->len == 0 || found->len % heads.count > 0 || (cells && found->len > heads.count))
        return;
    note(heading_of(first));
    if (found->len > heads.count)
        make_table(&heads, found);
    else
        for (unsigned i = 0; i < heads.count; i++) {
            xmlUnlinkNode(heads.boxes[i]);
            xmlAddPrevSibling(found->pdata[i], heads.boxes[i]);
        }
}

void html_pair_headings(xmlNode *root)
{
    for (xmlNode *n = root; n; n = (xmlNode *)html_after(n, root, true))
        if (n->type == XML_ELEMENT_NODE && n != root)
            pair(n);
}
