/*
 * Imposition. With N pages, the front of sheet s (from 0) holds pages N - 2s and 1 + 2s, its back 2
 * + 2s and N - 1 - 2s.
 */
#include "layout/impose.h"

#include "layout/profile.h"

/* The pages (from 1) on one side of a sheet. */
struct spread {
    unsigned left, right;
};

static struct spread spread_of(unsigned pages, unsigned side, bool rtl)
{
    unsigned sheet = side / 2;
    bool front = side % 2 == 0;
    struct spread spread = {front ? pages - 2 * sheet : 2 + 2 * sheet,
                            front ? 1 + 2 * sheet : pages - 1 - 2 * sheet};
    return rtl ? (struct spread){spread.right, spread.left} : spread;
}

/* How far the pages of `sheet` (0: the outermost) of `sheets` move towards the fold. [pt] */
static double creep_of(unsigned sheet, unsigned sheets)
{
    if (sheets < 2)
        return 0;
    double total = booklet_look.sheet_thickness * (sheets - 1) * booklet_look.pressing;
    return total < booklet_look.least_creep ? 0 : total * sheet / (sheets - 1);
}

static void fill_sheet(struct page *sheet, GPtrArray *pages, struct spread spread, double creep)
{
    struct page *left = pages->pdata[spread.left - 1], *right = pages->pdata[spread.right - 1];
    sheet->label = g_strdup_printf("%u, %u", spread.left, spread.right);
    page_absorb(sheet, left, creep, 0);
    page_absorb(sheet, right, left->width - creep, 0);
}

void impose(struct layout *layout, bool rtl)
{
    g_autoptr(GPtrArray) pages = layout->pages;
    const struct page *first = pages->pdata[0];
    unsigned sides = pages->len / 2;
    layout->pages = g_ptr_array_new_with_free_func((GDestroyNotify)page_free);
    for (unsigned side = 0; side < sides; side++) {
        struct page *sheet = layout_add_page(layout, 2 * first->width, first->height);
        fill_sheet(sheet, pages, spread_of(pages->len, side, rtl), creep_of(side / 2, sides / 2));
    }
}
