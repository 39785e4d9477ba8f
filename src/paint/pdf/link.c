/*
 * Ways through the file: link annotations (ISO 32000-1 12.5.6.5) and the outline (12.3.3). The
 * awkward fact: an outline nests by heading level, and levels may be missing at the start of a
 * part, so each entry hangs below the last one above its level.
 */
#include "paint/pdf/link.h"

#include "paint/pdf/value.h"

#include <string.h>

/* Annotation flag: shown on paper too (ISO 19005-2 6.3.2). */
#define FLAG_PRINT 4

/* A link whose place in the file is known when all pages are written. */
struct inner_link {
    struct pdf_ref annotation;
    const struct element *to;
};

struct pdf_links {
    struct pdf *pdf; /* borrowed, like those below */
    struct pdf_tags *tags;
    const struct layout *layout;
    GArray *inner; /* of struct inner_link */
};

struct pdf_links *pdf_links_new(struct pdf *pdf, struct pdf_tags *tags, const struct layout *layout)
{
    struct pdf_links *links = g_new(struct pdf_links, 1);
    GArray *inner = g_array_new(FALSE, FALSE, sizeof(struct inner_link));
    *links = (struct pdf_links){pdf, tags, layout, inner};
    return links;
}

void pdf_links_free(struct pdf_links *links)
{
    if (!links)
        return;
    g_array_unref(links->inner);
    g_free(links);
}

/* True when `next` is the line below `line`: one annotation may hold both. */
static bool goes_on(const struct item *line, const struct item *next)
{
    double below = line->box.y + line->box.height;
    return next->kind == ITEM_LINK && next->element == line->element && next->box.y > line->box.y &&
           next->box.y < below + line->box.height;
}

static struct rect around(const GPtrArray *lines)
{
    struct rect all = ((const struct item *)lines->pdata[0])->box;
    for (guint i = 1; i < lines->len; i++) {
        struct rect box = ((const struct item *)lines->pdata[i])->box;
        double right = MAX(all.x + all.width, box.x + box.width);
        all.x = MIN(all.x, box.x);
        all.width = right - all.x;
        all.height = box.y + box.height - all.y;
    }
    return all;
}

static bool overlap(struct rect a, struct rect b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

/* True when the rectangle around the lines holds a part of another link: readers that know nothing
 * of parts would follow the wrong one. */
static bool covers_another(const struct page *page, const GPtrArray *lines)
{
    const struct item *first = lines->pdata[0];
    for (guint i = 0; i < page->items->len; i++) {
        const struct item *item = &g_array_index(page->items, struct item, i);
        if (item->kind == ITEM_LINK && item->element != first->element &&
            overlap(item->box, around(lines)))
            return true;
    }
    return false;
}

/* The first area and those that go on from it, taken out of `areas`; the caller's. */
static GPtrArray *take_lines(const struct page *page, GPtrArray *areas)
{
    GPtrArray *lines = g_ptr_array_new();
    g_ptr_array_add(lines, areas->pdata[0]);
    for (guint i = 1; i < areas->len; i++)
        if (goes_on(lines->pdata[lines->len - 1], areas->pdata[i]))
            g_ptr_array_add(lines, areas->pdata[i]);
    if (covers_another(page, lines))
        g_ptr_array_set_size(lines, 1);
    for (guint i = 0; i < lines->len; i++)
        g_ptr_array_remove(areas, lines->pdata[i]);
    return lines;
}

enum { CORNERS = 8 };

/* The part of the rectangle that one line can be clicked in: from its upper left corner as readers
 * want it, not as ISO 32000-1 has it. */
static void find_corners(const struct page *page, const struct item *line, double out[CORNERS])
{
    struct pdf_box box = pdf_box_of(line->box, page->height);
    const double corners[CORNERS] = {box.left, box.top,    box.right, box.top,
                                     box.left, box.bottom, box.right, box.bottom};
    memcpy(out, corners, sizeof corners);
}

/* To an address. */
static void write_outer(struct pdf_links *links, const struct page *page, unsigned number,
                        const GPtrArray *lines, struct pdf_ref target)
{
    struct pdf *pdf = links->pdf;
    const struct element *link = element_link(((const struct item *)lines->pdata[0])->element);
    struct pdf_box box = pdf_box_of(around(lines), page->height);
    struct pdf_ref annotation = pdf_page_add_link(pdf, target, box, link->as.link.uri);
    pdf_set_number(pdf, annotation, "F", FLAG_PRINT);
    pdf_set_text(pdf, annotation, "Contents", link->alt ? link->alt : link->as.link.uri);
    for (guint i = 0; lines->len > 1 && i < lines->len; i++) {
        double corners[CORNERS];
        find_corners(page, lines->pdata[i], corners);
        for (size_t n = 0; n < CORNERS; n++)
            pdf_add_real(pdf, annotation, "QuadPoints", corners[n]);
    }
    unsigned key = pdf_tags_annotate(links->tags, link, number, lines->pdata[0], annotation);
    pdf_set_number(pdf, annotation, "StructParent", key);
}

static void put_parts(GString *out, const struct page *page, const GPtrArray *lines)
{
    pdf_put(out, "/QuadPoints[");
    for (guint i = 0; i < lines->len; i++) {
        double corners[CORNERS];
        find_corners(page, lines->pdata[i], corners);
        for (size_t n = 0; n < CORNERS; n++) {
            g_string_append_c(out, ' ');
            pdf_put_number(out, corners[n], 3);
        }
    }
    g_string_append_c(out, ']');
}

/* To a place in the file. */
static void write_inner(struct pdf_links *links, const struct page *page, unsigned number,
                        const GPtrArray *lines, struct pdf_ref target)
{
    struct pdf *pdf = links->pdf;
    const struct element *link = element_link(((const struct item *)lines->pdata[0])->element);
    struct inner_link inner = {pdf_dict_new(pdf), link->as.link.target};
    GString *out = pdf_dict_body(pdf, inner.annotation);
    unsigned key = pdf_tags_annotate(links->tags, link, number, lines->pdata[0], inner.annotation);
    pdf_put_format(out, "/Type/Annot/Subtype/Link/F %d/P %u 0 R/StructParent %u/Border[0 0 0]",
                   FLAG_PRINT, target.number, key);
    pdf_put(out, "/Contents");
    pdf_put_text(pdf, out, link->alt ? link->alt : "");
    pdf_put(out, "/Rect");
    pdf_put_box(out, pdf_box_of(around(lines), page->height), 3);
    if (lines->len > 1)
        put_parts(out, page, lines);
    pdf_add_ref(pdf, target, "Annots", inner.annotation);
    g_array_append_val(links->inner, inner);
}

void pdf_link_write(struct pdf_links *links, const struct page *page, unsigned number,
                    GPtrArray *areas, struct pdf_ref target)
{
    g_autoptr(GPtrArray) lines = take_lines(page, areas);
    const struct element *element = ((const struct item *)lines->pdata[0])->element;
    const struct element *link = element ? element_link(element) : NULL;
    if (link && link->as.link.uri)
        write_outer(links, page, number, lines, target);
    else if (link && link->as.link.target)
        write_inner(links, page, number, lines, target);
    else
        pdf_fail(links->pdf, "a link area on page %u has no Link element that leads anywhere",
                 number + 1);
}

/* An action that leads to an element: to its place on its page, and in the structure tree
 * (ISO 32000-2 12.3.2.3, which readers of PDF 1.7 pass over). */
static void put_action(struct pdf *pdf, GString *out, const struct layout *layout,
                       const struct pdf_place *place, struct pdf_ref element)
{
    const struct page *page = layout->pages->pdata[place->page];
    struct pdf_box box = pdf_box_of(place->box, page->height);
    g_autoptr(GString) at = g_string_new("/XYZ ");
    pdf_put_number(at, box.left, 2);
    g_string_append_c(at, ' ');
    pdf_put_number(at, box.top, 2);
    pdf_put(at, " null"); /* the reader's zoom stays */
    pdf_put_format(out, "/S/GoTo/D[%u 0 R%s]/SD[%u 0 R%s]", pdf_page_at(pdf, place->page).number,
                   at->str, element.number, at->str);
}

/* What a link leads to: where it is in a table whose cards were set, which follow it, these. */
static const struct element *end_of(const struct pdf_links *links, const struct element *to)
{
    const struct element *table = to;
    while (table && table->role != ROLE_TABLE)
        table = table->parent;
    guint at;
    if (pdf_tags_place(links->tags, to) || !table ||
        !g_ptr_array_find(table->parent->children, table, &at) ||
        at + 1 == table->parent->children->len)
        return to;
    return table->parent->children->pdata[at + 1];
}

void pdf_links_aim(struct pdf_links *links)
{
    for (guint i = 0; i < links->inner->len; i++) {
        struct inner_link *inner = &g_array_index(links->inner, struct inner_link, i);
        inner->to = end_of(links, inner->to);
        const struct pdf_place *place = pdf_tags_place(links->tags, inner->to);
        if (!place) {
            pdf_fail(links->pdf, "a link leads to element %u, which has no content", inner->to->id);
            continue;
        }
        GString *out = pdf_dict_body(links->pdf, inner->annotation);
        pdf_put(out, "/A<<");
        put_action(links->pdf, out, links->layout, place, pdf_tags_object(links->tags, inner->to));
        pdf_put(out, ">>");
    }
}

enum { TOP_LEVEL = 1, DEEPEST_LEVEL = ROLE_H6 - ROLE_H1 + 1 };

struct outline {
    struct pdf *pdf;
    const struct pdf_tags *tags;
    const struct layout *layout;
    struct pdf_ref last[DEEPEST_LEVEL + 1]; /* by level: the last entry that may take children */
    bool any;
};

static int level_of(enum role role)
{
    return role_is_heading(role) ? (int)(role - ROLE_H1) + 1 : TOP_LEVEL;
}

static void set_action(const struct outline *outline, struct pdf_ref entry,
                       const struct pdf_place *place, struct pdf_ref element)
{
    struct pdf_ref action = pdf_dict_new(outline->pdf);
    put_action(outline->pdf, pdf_dict_body(outline->pdf, action), outline->layout, place, element);
    pdf_set_ref(outline->pdf, entry, "A", action);
}

static void add_entry(struct outline *outline, const struct element *element,
                      const struct pdf_place *place)
{
    int level = level_of(element->role);
    struct pdf_ref parent = {0};
    for (int above = level - 1; above >= TOP_LEVEL && parent.number == 0; above--)
        parent = outline->last[above];
    struct pdf_ref entry = pdf_outline_add(outline->pdf, parent, element->as.heading.bookmark);
    struct pdf_ref object = pdf_tags_object(outline->tags, element);
    set_action(outline, entry, place, object);
    pdf_set_ref(outline->pdf, entry, "SE", object);
    outline->last[level] = entry;
    for (int below = level + 1; below <= DEEPEST_LEVEL; below++)
        outline->last[below] = (struct pdf_ref){0};
    outline->any = true;
}

/* The elements below and at `element` that have a bookmark and a place. */
static void gather(const struct pdf_tags *tags, const struct element *element, GPtrArray *found)
{
    if (role_is_heading(element->role) && element->as.heading.bookmark &&
        pdf_tags_place(tags, element))
        g_ptr_array_add(found, (gpointer)element);
    for (guint i = 0; element->children && i < element->children->len; i++) {
        element_ask_ahead(element->children, i);
        gather(tags, element->children->pdata[i], found);
    }
}

static gint compare_places(gconstpointer a, gconstpointer b, gpointer tags)
{
    const struct pdf_place *first = pdf_tags_place(tags, *(const struct element *const *)a);
    const struct pdf_place *second = pdf_tags_place(tags, *(const struct element *const *)b);
    return (first->order > second->order) - (first->order < second->order);
}

/* Entries follow the reading order, which in a brochure is not that of the elements. */
bool pdf_outline_write(struct pdf *pdf, const struct pdf_tags *tags, const struct layout *layout)
{
    struct outline outline = {.pdf = pdf, .tags = tags, .layout = layout};
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    gather(tags, layout->root, found);
    g_ptr_array_sort_with_data(found, compare_places, (gpointer)tags);
    for (guint i = 0; i < found->len; i++)
        add_entry(&outline, found->pdata[i], pdf_tags_place(tags, found->pdata[i]));
    return outline.any;
}
