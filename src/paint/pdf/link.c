/*
 * Ways through the file: link annotations (ISO 32000-1 12.5.6.5) and the outline (12.3.3). The
 * awkward fact: an outline nests by heading level, and levels may be missing at the start of a
 * part, so each entry hangs below the last one above its level.
 */
#include "paint/pdf/link.h"

#include "paint/pdf/value.h"

/* Annotation flag: shown on paper too (ISO 19005-2 6.3.2). */
#define FLAG_PRINT 4

void pdf_link_write(struct pdf *pdf, struct pdf_tags *tags, const struct page *page,
                    unsigned number, const struct item *item, struct pdf_ref target)
{
    const struct element *link = item->element ? element_link(item->element) : NULL;
    if (!link || !link->as.link.uri) {
        pdf_fail(pdf, "a link area on page %u has no Link element with an address", number + 1);
        return;
    }
    struct pdf_box box = pdf_box_of(item->box, page->height);
    struct pdf_ref annotation = pdf_page_add_link(pdf, target, box, link->as.link.uri);
    pdf_set_number(pdf, annotation, "F", FLAG_PRINT);
    pdf_set_text(pdf, annotation, "Contents", link->alt ? link->alt : link->as.link.uri);
    unsigned key = pdf_tags_annotate(tags, link, number, item, annotation);
    pdf_set_number(pdf, annotation, "StructParent", key);
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

static void set_destination(const struct outline *outline, struct pdf_ref entry,
                            const struct pdf_place *place)
{
    struct pdf *pdf = outline->pdf;
    const struct page *page = outline->layout->pages->pdata[place->page];
    struct pdf_box box = pdf_box_of(place->box, page->height);
    pdf_add_ref(pdf, entry, "Dest", pdf_page_at(pdf, place->page));
    pdf_add_name(pdf, entry, "Dest", "XYZ");
    pdf_add_real(pdf, entry, "Dest", box.left);
    pdf_add_real(pdf, entry, "Dest", box.top);
    pdf_add_null(pdf, entry, "Dest"); /* the reader's zoom stays */
}

static void add_entry(struct outline *outline, const struct element *element,
                      const struct pdf_place *place)
{
    int level = level_of(element->role);
    struct pdf_ref parent = {0};
    for (int above = level - 1; above >= TOP_LEVEL && parent.number == 0; above--)
        parent = outline->last[above];
    struct pdf_ref entry = pdf_outline_add(outline->pdf, parent, element->as.heading.bookmark);
    set_destination(outline, entry, place);
    pdf_set_ref(outline->pdf, entry, "SE", pdf_tags_object(outline->tags, element));
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
    for (guint i = 0; element->children && i < element->children->len; i++)
        gather(tags, element->children->pdata[i], found);
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
