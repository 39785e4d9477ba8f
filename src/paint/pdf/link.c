/*
 * Ways through the file: link annotations (ISO 32000-1 12.5.6.5) and the outline (12.3.3). Both are
 * libharu's objects with entries added: it knows neither the names that are spoken for a link nor
 * Unicode titles beyond its encoders. The awkward fact: an outline nests by heading level, and
 * levels may be missing at the start of a part, so each entry hangs below the last one above its
 * level.
 */
#include "paint/pdf/link.h"

#include <string.h>

/* Annotation flag: shown on paper too (ISO 19005-2 6.3.2). */
#define FLAG_PRINT 4

void pdf_link_write(struct pdf *pdf, struct pdf_tags *tags, const struct page *page,
                    unsigned number, const struct item *item, HPDF_Page target)
{
    const struct element *link = item->element ? element_link(item->element) : NULL;
    if (!link || !link->as.link.uri) {
        pdf_fail(pdf, "a link area on page %u has no Link element with an address", number + 1);
        return;
    }
    HPDF_Rect rect = {.left = (HPDF_REAL)item->box.x,
                      .bottom = (HPDF_REAL)(page->height - item->box.y - item->box.height),
                      .right = (HPDF_REAL)(item->box.x + item->box.width),
                      .top = (HPDF_REAL)(page->height - item->box.y)};
    HPDF_Annotation annotation = HPDF_Page_CreateURILinkAnnot(target, rect, link->as.link.uri);
    if (!annotation)
        return;
    HPDF_LinkAnnot_SetBorderStyle(annotation, 0, 0, 0);
    HPDF_Dict_AddNumber(annotation, "F", FLAG_PRINT);
    HPDF_Dict_Add(annotation, "Contents",
                  pdf_text_new(pdf, link->alt ? link->alt : link->as.link.uri));
    unsigned key = pdf_tags_annotate(tags, link, number, item, annotation);
    HPDF_Dict_AddNumber(annotation, "StructParent", (HPDF_INT32)key);
}

enum { TOP_LEVEL = 1, DEEPEST_LEVEL = ROLE_H6 - ROLE_H1 + 1 };

struct outline {
    struct pdf *pdf;
    const struct pdf_tags *tags;
    const struct layout *layout;
    HPDF_Outline last[DEEPEST_LEVEL + 1]; /* by level: the last entry that may take children */
    bool any;
};

static int level_of(enum role role)
{
    return role_is_heading(role) ? (int)(role - ROLE_H1) + 1 : TOP_LEVEL;
}

static HPDF_Array new_destination(const struct outline *outline, const struct pdf_place *place)
{
    HPDF_Doc doc = outline->pdf->doc;
    const struct page *page = outline->layout->pages->pdata[place->page];
    HPDF_Array destination = HPDF_Array_New(doc->mmgr);
    HPDF_Array_Add(destination, HPDF_GetPageByIndex(doc, place->page));
    HPDF_Array_AddName(destination, "XYZ");
    HPDF_Array_AddReal(destination, (HPDF_REAL)place->box.x);
    HPDF_Array_AddReal(destination, (HPDF_REAL)(page->height - place->box.y));
    HPDF_Array_Add(destination, HPDF_Null_New(doc->mmgr)); /* the reader's zoom stays */
    return destination;
}

static void add_entry(struct outline *outline, const struct element *element,
                      const struct pdf_place *place)
{
    int level = level_of(element->role);
    HPDF_Outline parent = NULL;
    for (int above = level - 1; above >= TOP_LEVEL && !parent; above--)
        parent = outline->last[above];
    HPDF_Outline entry = HPDF_CreateOutline(outline->pdf->doc, parent, "", NULL);
    if (!entry)
        return;
    HPDF_Dict_RemoveElement(entry, "Type"); /* libharu calls every entry an outline root */
    HPDF_Dict_Add(entry, "Title", pdf_text_new(outline->pdf, element->as.heading.bookmark));
    HPDF_Dict_Add(entry, "Dest", new_destination(outline, place));
    HPDF_Dict_Add(entry, "SE", pdf_tags_object(outline->tags, element));
    outline->last[level] = entry;
    for (int below = level + 1; below <= DEEPEST_LEVEL; below++)
        outline->last[below] = NULL;
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
