/*
 * Goes through the blocks with the nodes that are open, innermost last: what encloses the next
 * block, too, stays open. A node that holds nothing but words is the block itself.
 */
#include "player/slide_tree.h"

#include "player/slide_lines.h"

struct node {
    const struct element *element;
    unsigned part;   /* of a cell in a field: 1 for its first text, 2 for the second; else 0 */
    const char *tag; /* static */
    const char *scope;
    unsigned block;      /* its number; 0: it holds others */
    unsigned start;      /* 0: not said */
    GPtrArray *children; /* of struct node *, owned */
};

static void node_free(gpointer data)
{
    struct node *node = data;
    g_ptr_array_unref(node->children);
    g_free(node);
}

static struct node *node_new(const struct element *element, unsigned part, const char *tag)
{
    struct node *node = g_new0(struct node, 1);
    node->element = element;
    node->part = part;
    node->tag = tag;
    node->children = g_ptr_array_new_with_free_func(node_free);
    return node;
}

static const char *scope_of(const struct element *cell)
{
    static const char *const names[SCOPE_COUNT] = {[SCOPE_COLUMN] = "col", [SCOPE_ROW] = "row"};
    return cell->role == ROLE_TH ? names[cell->as.cell.scope] : NULL;
}

/* What the element is as a container; NULL: it is none. */
static const char *container_tag(const struct element *element)
{
    static const bool holds[ROLE_COUNT] = {
        [ROLE_L] = true,     [ROLE_LI] = true, [ROLE_TABLE] = true,      [ROLE_THEAD] = true,
        [ROLE_TBODY] = true, [ROLE_TR] = true, [ROLE_TH] = true,         [ROLE_TD] = true,
        [ROLE_ASIDE] = true, [ROLE_P] = true,  [ROLE_BLOCKQUOTE] = true,
    };
    const struct element *first = element->children->len > 0 ? element->children->pdata[0] : NULL;
    if (!holds[element->role] || (element->role == ROLE_L && first && slide_is_card(first)))
        return NULL;
    if (element->role == ROLE_P)
        return slide_is_field(element) ? role_html(ROLE_TR) : NULL;
    if (element->role == ROLE_L)
        return element->as.list.numbering == NUMBERING_DECIMAL ? "ol" : "ul";
    return role_html(slide_is_card(element) ? ROLE_TABLE : element->role);
}

/* True when the block goes on with another part behind that of line `i`. */
static bool has_next_part(const GPtrArray *lines, guint i)
{
    const struct slide_line *line = lines->pdata[i], *other = line;
    while (++i < lines->len && other->number == line->number)
        other = lines->pdata[i];
    return other->block == line->block && other->part > line->part;
}

/* The containers about the block of line `i`, outermost first (of struct node *); owned by the
 * caller. Each text of a field is a cell; the first of two names the second. */
static GPtrArray *containers_of(const GPtrArray *lines, guint i)
{
    GPtrArray *containers = g_ptr_array_new_with_free_func(node_free);
    const struct slide_line *line = lines->pdata[i];
    for (const struct element *e = line->block; e; e = e->parent) {
        const char *tag = container_tag(e);
        struct node *node = tag ? node_new(e, 0, tag) : NULL;
        if (!node)
            continue;
        node->scope = scope_of(e);
        g_ptr_array_insert(containers, 0, node);
    }
    if (slide_is_field(line->block)) {
        bool names = line->part == 0 && has_next_part(lines, i);
        struct node *cell = node_new(line->block, line->part + 1, names ? "th" : "td");
        cell->scope = names ? "row" : NULL;
        g_ptr_array_add(containers, cell);
    }
    return containers;
}

/* How many of the containers are open. */
static guint count_open(const GPtrArray *open, const GPtrArray *containers)
{
    guint n = 0;
    while (n < containers->len && n + 1 < open->len) {
        const struct node *a = open->pdata[n + 1], *b = containers->pdata[n];
        if (a->element != b->element || a->part != b->part)
            break;
        n++;
    }
    return n;
}

static void enter(GPtrArray *open, struct node *node)
{
    g_ptr_array_add(((struct node *)open->pdata[open->len - 1])->children, node);
    g_ptr_array_add(open, node);
}

/* The number at the start of words; 0: they have none. */
static unsigned number_of(const char *words)
{
    unsigned number = 0;
    for (const char *p = words; number < G_MAXINT / 10; p = g_utf8_next_char(p)) {
        int digit = g_unichar_digit_value(g_utf8_get_char(p));
        if (digit < 0)
            break;
        number = 10 * number + (unsigned)digit;
    }
    return number;
}

/* The number that the list begins with, when the block is its first item. */
static void number_list(const GPtrArray *open, const struct page *page,
                        const struct slide_line *line)
{
    if (line->block->role != ROLE_LI)
        return;
    struct node *list = open->pdata[open->len - 2];
    g_autofree char *words = slide_line_words(page, line);
    if (list->children->len == 1 && g_str_equal(list->tag, "ol"))
        list->start = number_of(words);
}

/* `open`: the nodes that are, the outermost of which stands for the screen. */
static void add_block(GPtrArray *open, const struct page *page, const GPtrArray *lines, guint i)
{
    const struct slide_line *line = lines->pdata[i];
    g_autoptr(GPtrArray) containers = containers_of(lines, i);
    guint depth = count_open(open, containers);
    bool opens = depth < containers->len;
    g_ptr_array_set_size(open, (gint)depth + 1);
    while (depth < containers->len)
        enter(open, g_ptr_array_steal_index(containers, depth));
    if (opens)
        number_list(open, page, line);
    bool within = container_tag(line->block) != NULL;
    struct node *leaf = node_new(line->block, 0, within ? role_html(ROLE_P) : slide_line_tag(line));
    leaf->block = line->number;
    g_ptr_array_add(((struct node *)open->pdata[open->len - 1])->children, leaf);
}

/* Items and cells that hold one paragraph are that block themselves. */
static unsigned block_of(const struct node *node)
{
    const struct node *only = node->children->len == 1 ? node->children->pdata[0] : NULL;
    bool is_line = g_str_equal(node->tag, "li") || g_str_equal(node->tag, "th") ||
                   g_str_equal(node->tag, "td");
    return only && is_line && g_str_equal(only->tag, role_html(ROLE_P)) ? only->block : node->block;
}

static void write_nodes(JsonBuilder *builder, const char *name, const GPtrArray *nodes)
{
    json_open_array(builder, name);
    for (guint i = 0; i < nodes->len; i++) {
        const struct node *node = nodes->pdata[i];
        unsigned block = block_of(node);
        json_open_object(builder, NULL);
        json_text(builder, "tag", node->tag);
        json_text(builder, "scope", node->scope);
        if (node->start > 1)
            json_int(builder, "start", node->start);
        if (block > 0)
            json_int(builder, "block", block);
        else
            write_nodes(builder, "in", node->children);
        json_close_object(builder);
    }
    json_close_array(builder);
}

void slide_tree_add(JsonBuilder *builder, const struct page *page, const GPtrArray *lines)
{
    g_autoptr(GPtrArray) open = g_ptr_array_new();
    struct node *screen = node_new(NULL, 0, NULL);
    g_ptr_array_add(open, screen);
    for (guint i = 0; i < lines->len; i++) {
        const struct slide_line *line = lines->pdata[i];
        const struct slide_line *before = i > 0 ? lines->pdata[i - 1] : NULL;
        if (line->block && (!before || before->number != line->number))
            add_block(open, page, lines, i);
    }
    write_nodes(builder, "tree", screen->children);
    node_free(screen);
}
