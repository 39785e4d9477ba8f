/*
 * The display list: constructors, and the one reader that needs no painter (the words of a page).
 */
#include "layout/page.h"

void item_clear(struct item *item)
{
    switch (item->kind) {
    case ITEM_RUN:
        g_clear_pointer(&item->as.run.text, g_free);
        g_clear_pointer(&item->as.run.glyphs, g_free);
        break;
    case ITEM_FILL:
        g_clear_pointer(&item->as.fill.path, path_free);
        break;
    case ITEM_IMAGE:
    case ITEM_LINK:
    case ITEM_FIELD:
    case ITEM_KIND_COUNT:
        break;
    }
}

void item_shift(struct item *item, double dx, double dy)
{
    item->box.x += dx;
    item->box.y += dy;
    switch (item->kind) {
    case ITEM_RUN:
        item->as.run.x += dx;
        item->as.run.baseline += dy;
        break;
    case ITEM_FILL:
        path_translate(item->as.fill.path, dx, dy);
        break;
    case ITEM_IMAGE:
    case ITEM_LINK:
    case ITEM_FIELD:
    case ITEM_KIND_COUNT:
        break;
    }
}

void page_free(struct page *page)
{
    g_array_unref(page->items);
    g_free(page->label);
    g_free(page->slug);
    g_free(page->title);
    g_free(page);
}

struct layout *layout_new(const struct element *root)
{
    struct layout *layout = g_new0(struct layout, 1);
    layout->root = root;
    layout->pages = g_ptr_array_new_with_free_func((GDestroyNotify)page_free);
    return layout;
}

void layout_free(struct layout *layout)
{
    if (!layout)
        return;
    g_ptr_array_unref(layout->pages);
    g_free(layout->title);
    g_free(layout->lang);
    g_free(layout->author);
    g_free(layout->subject);
    g_free(layout);
}

struct page *layout_add_page(struct layout *layout, double width, double height)
{
    struct page *page = g_new0(struct page, 1);
    page->width = width;
    page->height = height;
    page->items = g_array_new(FALSE, FALSE, sizeof(struct item));
    g_array_set_clear_func(page->items, (GDestroyNotify)item_clear);
    g_ptr_array_add(layout->pages, page);
    return page;
}

void page_add(struct page *page, struct item item)
{
    g_array_append_val(page->items, item);
}

void page_absorb(struct page *page, struct page *from, double dx, double dy)
{
    for (guint i = 0; i < from->items->len; i++)
        item_shift(&g_array_index(from->items, struct item, i), dx, dy);
    g_array_append_vals(page->items, from->items->data, from->items->len);
    g_array_set_clear_func(from->items, NULL); /* what the items own has moved with them */
    g_array_set_size(from->items, 0);
    g_array_set_clear_func(from->items, (GDestroyNotify)item_clear);
}

static gint compare_order(gconstpointer a, gconstpointer b)
{
    const struct item *const *x = a, *const *y = b;
    return (*x)->order < (*y)->order ? -1 : (*x)->order > (*y)->order;
}

/* What an item says: a run its words, a picture the words that stand for it; NULL: nothing. */
static const char *item_words(const struct item *item)
{
    if (item->kind == ITEM_RUN)
        return item->as.run.text;
    return item->kind == ITEM_IMAGE && item->element ? item->element->alt : NULL;
}

static double item_baseline(const struct item *item)
{
    return item->kind == ITEM_RUN ? item->as.run.baseline : item->box.y + item->box.height;
}

char *page_text(const struct page *page)
{
    g_autoptr(GPtrArray) items = g_ptr_array_new();
    for (guint i = 0; i < page->items->len; i++) {
        struct item *item = &g_array_index(page->items, struct item, i);
        if (item_words(item))
            g_ptr_array_add(items, item);
    }
    g_ptr_array_sort(items, compare_order);

    GString *text = g_string_new(NULL);
    double baseline = 0;
    for (guint i = 0; i < items->len; i++) {
        const struct item *item = items->pdata[i];
        if (i > 0 && item_baseline(item) != baseline)
            g_string_append_c(text, '\n');
        g_string_append(text, item_words(item));
        baseline = item_baseline(item);
    }
    return g_string_free(text, FALSE);
}
