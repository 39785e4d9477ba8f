/*
 * The proof view. Solid frames are panels (their edges are the folds), dashed ones would look like
 * cuts, so safe areas are thinner solid frames; a name stands at the foot of each panel.
 */
#include "layout/brochure_proof.h"

#include "layout/strip.h"
#include "layout/text.h"

#include <stdio.h>

static void add_frame(struct page *page, struct rect r, double line, struct color color)
{
    struct path *path = path_new();
    path_add_frame(path, r, line);
    page_add(page, (struct item){.kind = ITEM_FILL,
                                 .artifact = ARTIFACT_LAYOUT,
                                 .box = r,
                                 .as.fill = {.path = path, .color = color}});
}

static char *panel_name(const struct labels *labels, enum panel_role role)
{
    char number[4];
    snprintf(number, sizeof number, "%d", role - PANEL_COVER);
    switch (role) {
    case PANEL_COVER:
        return g_strdup(labels_get(labels, LABEL_PANEL_COVER));
    case PANEL_TEXT_1:
    case PANEL_TEXT_2:
    case PANEL_TEXT_3:
        return labels_format(labels, LABEL_PANEL_INSIDE, "number", number, NULL);
    case PANEL_FLAP:
        return g_strdup(labels_get(labels, LABEL_PANEL_FLAP));
    case PANEL_BACK:
        return g_strdup(labels_get(labels, LABEL_PANEL_BACK));
    case PANEL_COUNT:
        break;
    }
    g_assert_not_reached();
}

static void add_name(struct setter *setter, const struct panel *panel, enum panel_role role,
                     struct page *page)
{
    g_autofree char *name = panel_name(setter->document->labels, role);
    struct span span = {.text = name};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    g_autoptr(GPtrArray) strips =
        text_set(setter, spans, TEXT_BODY, panel->text.width, ALIGN_CENTER);
    unsigned order = G_MAXINT;
    strips_place(strips, 0, strips->len, page,
                 (struct point){panel->text.x, page->height - brochure_look.proof.name_rise},
                 &order);
}

void brochure_proof_add(struct setter *setter, const struct brochure_sheet *sheet,
                        struct layout *layout)
{
    struct color color = setter->style->accent;
    setter->body = brochure_look.proof.name_size;
    setter->leading = brochure_look.proof.name_size * setter->profile->leading;
    for (int role = 0; role < PANEL_COUNT; role++) {
        const struct panel *panel = &sheet->panels[role];
        struct page *page = layout->pages->pdata[panel->side];
        add_frame(page, (struct rect){panel->x, 0, panel->width, sheet->height},
                  brochure_look.proof.panel_line, color);
        add_frame(page, panel->text, brochure_look.proof.safe_line, color);
        add_name(setter, panel, (enum panel_role)role, page);
    }
}
