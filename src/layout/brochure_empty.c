/*
 * A sheet that is folded twice for a few sentences is taken for one that lacks a part.
 */
#include "layout/brochure_empty.h"

#include "layout/profile.h"

void brochure_report_empty(const struct setter *setter, unsigned needed, unsigned empty,
                           double filled)
{
    g_autofree char *what = empty > 0
                                ? g_strdup_printf("%u of them hold%s nothing but lines to write on",
                                                  empty, empty == 1 ? "s" : "")
                                : g_strdup_printf("%u inside would hold all of it", needed);
    diag_report(setter->diag, RULE_PANELS_EMPTY, setter->document->root->pos,
                "%s: there is too little text for six panels, %s: print it on one side of a sheet "
                "(the format 'standard')%s",
                setter->product, what,
                filled > brochure_look.card_below
                    ? ""
                    : ", or as a card of two panels, a sheet folded once (the "
                      "format 'booklet')");
}
