/*
 * Tags: a node for every element, filled while pages are painted, settled from the leaves up and
 * written from the root down. The kids of an element are its own pieces of content and its child
 * elements, merged by reading order, the smallest `order` below each. The awkward fact: pages are
 * painted in sheet order, which in an imposed brochure is not reading order, so nothing here may
 * rely on the sequence of calls.
 */
#include "paint/pdf/tags.h"

#include "paint/pdf/tags_write.h"

#include <limits.h>
#include <math.h>

static unsigned largest_id(const struct element *element)
{
    unsigned largest = element->id;
    for (guint i = 0; element->children && i < element->children->len; i++) {
        element_ask_ahead(element->children, i);
        unsigned below = largest_id(element->children->pdata[i]); /* MAX would walk there twice */
        largest = MAX(largest, below);
    }
    return largest;
}

static void plant(struct pdf_tags *tags, const struct element *element)
{
    struct pdf_node *node = &tags->nodes[element->id];
    if (node->element)
        pdf_fail(tags->pdf, "two elements have the id %u", element->id);
    node->element = element;
    node->order = UINT_MAX;
    for (guint i = 0; element->children && i < element->children->len; i++) {
        element_ask_ahead(element->children, i);
        plant(tags, element->children->pdata[i]);
    }
}

struct pdf_tags *pdf_tags_new(struct pdf *pdf, const struct layout *layout)
{
    struct pdf_tags *tags = g_new0(struct pdf_tags, 1);
    tags->pdf = pdf;
    tags->layout = layout;
    tags->n_nodes = largest_id(layout->root) + 1;
    tags->nodes = g_new0(struct pdf_node, tags->n_nodes);
    plant(tags, layout->root);
    tags->marks = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < layout->pages->len; i++)
        g_ptr_array_add(tags->marks, g_ptr_array_new());
    tags->annotated = g_ptr_array_new();
    return tags;
}

void pdf_tags_free(struct pdf_tags *tags)
{
    if (!tags)
        return;
    for (unsigned i = 0; i < tags->n_nodes; i++)
        g_clear_pointer(&tags->nodes[i].kids, g_array_unref);
    g_free(tags->nodes);
    g_ptr_array_unref(tags->marks);
    g_ptr_array_unref(tags->annotated);
    g_free(tags);
}

/* NULL, failing, for an element that is not of this layout's tree. */
static struct pdf_node *find_node(const struct pdf_tags *tags, const struct element *element)
{
    struct pdf_node *node = element->id < tags->n_nodes ? &tags->nodes[element->id] : NULL;
    if (node && node->element == element)
        return node;
    pdf_fail(tags->pdf, "element %u (%s) is not in the structure tree", element->id,
             role_name(element->role));
    return NULL;
}

static void add_kid(struct pdf_node *node, struct pdf_kid kid)
{
    if (!node->kids)
        node->kids = g_array_new(FALSE, FALSE, sizeof kid);
    kid.serial = node->kids->len;
    g_array_append_val(node->kids, kid);
}

unsigned pdf_tags_mark(struct pdf_tags *tags, const struct element *element, unsigned page,
                       unsigned order)
{
    struct pdf_node *node = find_node(tags, element);
    if (!node)
        return 0;
    GPtrArray *marks = tags->marks->pdata[page];
    add_kid(node, (struct pdf_kid){
                      .kind = PDF_KID_MARK, .order = order, .page = page, .as.mcid = marks->len});
    g_ptr_array_add(marks, node);
    return marks->len - 1;
}

static struct rect unite(struct rect a, struct rect b)
{
    double left = fmin(a.x, b.x), top = fmin(a.y, b.y);
    double right = fmax(a.x + a.width, b.x + b.width);
    double bottom = fmax(a.y + a.height, b.y + b.height);
    return (struct rect){left, top, right - left, bottom - top};
}

static void cover(struct pdf_node *node, unsigned page, const struct item *item)
{
    bool first = node->order == UINT_MAX;
    if (first || page == node->area_page)
        node->area = first ? item->box : unite(node->area, item->box);
    if (first)
        node->area_page = page;
    if (item->order < node->order) {
        node->order = item->order;
        node->place = (struct pdf_place){page, item->box, item->order};
    }
}

/* The blank at the end of a line is heard with the words that stand for those of its run. */
static void note_blank(struct pdf_tags *tags, const struct item *item)
{
    const struct element *heard = element_heard(item->element);
    struct pdf_node *node = heard ? find_node(tags, heard) : NULL;
    if (!node || item->kind != ITEM_RUN || item->order < node->last)
        return;
    node->last = item->order;
    node->blank = g_str_has_suffix(item->as.run.text, " ");
}

void pdf_tags_cover(struct pdf_tags *tags, unsigned page, const struct item *item)
{
    note_blank(tags, item);
    struct pdf_node *node = find_node(tags, item->element);
    if (node)
        cover(node, page, item);
}

unsigned pdf_tags_annotate(struct pdf_tags *tags, const struct element *element, unsigned page,
                           const struct item *item, struct pdf_ref annotation)
{
    struct pdf_node *node = find_node(tags, element);
    if (!node)
        return 0;
    cover(node, page, item);
    add_kid(node, (struct pdf_kid){.kind = PDF_KID_ANNOTATION,
                                   .order = item->order,
                                   .page = page,
                                   .as.annotation = annotation});
    g_ptr_array_add(tags->annotated, node);
    return tags->layout->pages->len + tags->annotated->len - 1;
}

/* Gives a node the earliest place below it. */
static void settle(struct pdf_tags *tags, struct pdf_node *node)
{
    const GPtrArray *children = node->element->children;
    for (guint i = 0; children && i < children->len; i++) {
        element_ask_ahead(children, i);
        struct pdf_node *child = find_node(tags, children->pdata[i]);
        settle(tags, child);
        if (child->order < node->order) {
            node->order = child->order;
            node->place = child->place;
        }
    }
}

static bool is_table_part(enum role role)
{
    return role == ROLE_THEAD || role == ROLE_TBODY || role == ROLE_TR || role == ROLE_TH ||
           role == ROLE_TD;
}

/* Makes the objects of all elements to write, and merges child elements among the other kids. An
 * empty child follows its preceding sibling. */
static void grow(struct pdf_tags *tags, struct pdf_node *node)
{
    node->object = pdf_dict_new(tags->pdf);
    enum role role = node->element->role;
    bool whole = role == ROLE_TABLE || is_table_part(role);
    const GPtrArray *children = node->element->children;
    unsigned order = 0;
    for (guint i = 0; children && i < children->len; i++) {
        element_ask_ahead(children, i);
        struct pdf_node *child = find_node(tags, children->pdata[i]);
        if (child->order != UINT_MAX)
            order = child->order;
        else if (!whole || !is_table_part(child->element->role))
            continue;
        grow(tags, child);
        add_kid(node, (struct pdf_kid){.kind = PDF_KID_ELEMENT, .order = order, .as.child = child});
    }
}

void pdf_tags_write(struct pdf_tags *tags)
{
    struct pdf_node *root = find_node(tags, tags->layout->root);
    settle(tags, root);
    grow(tags, root);
    pdf_tags_write_tree(tags, root);
}

const struct pdf_place *pdf_tags_place(const struct pdf_tags *tags, const struct element *element)
{
    const struct pdf_node *node = find_node(tags, element);
    return node && node->order != UINT_MAX ? &node->place : NULL;
}

struct pdf_ref pdf_tags_object(const struct pdf_tags *tags, const struct element *element)
{
    const struct pdf_node *node = find_node(tags, element);
    return node ? node->object : (struct pdf_ref){0};
}
