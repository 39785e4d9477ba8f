/*
 * Draws tiles. They come after all else on the page and touch nothing there, so what words stand on
 * stays what it was.
 */
#include "layout/screen_tiles.h"

#include "base/clip.h"
#include "layout/profile_screens.h"

/* Radii of the corners from the upper left one clockwise, in sides of the tile. */
static const double shapes[][4] = {{0, 1, 0, 0}, {.5, 0, .5, 0}, {0, 0, .5, .5}, {.5, .5, .5, .5}};

/* The part of the grid that may be filled. */
struct grid {
    double side;
    guint columns, rows;
    bool bright;
    guint seed;
};

/* [pt] what of a line is ink, with the room that tiles leave around it. */
static struct rect around_line(const struct show *show, const struct line *line)
{
    double across = screen_tiles_look.beside * show->em, above = screen_tiles_look.above * show->em;
    double cap = line->size * show->cap_height / show->em;
    double deep = line->size * screen_look.descent;
    return (struct rect){line->x - across, line->baseline - cap - above, line->width + 2 * across,
                         cap + deep + 2 * above};
}

static struct rect around_item(const struct show *show, const struct item *item)
{
    double across = screen_tiles_look.beside * show->em, above = screen_tiles_look.above * show->em;
    return (struct rect){item->box.x - across, item->box.y - above, item->box.width + 2 * across,
                         item->box.height + 2 * above};
}

static bool meet(struct rect a, struct rect b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

/* `n`: of the items that were there before the first tile. */
static bool is_free(const struct show *show, const struct page *page, guint n, struct rect cell)
{
    for (guint i = 0; i < page->lines->len; i++)
        if (meet(cell, around_line(show, &g_array_index(page->lines, struct line, i))))
            return false;
    for (guint i = 0; i < n; i++) {
        const struct item *item = &g_array_index(page->items, struct item, i);
        if (item->kind != ITEM_RUN && meet(cell, around_item(show, item)))
            return false;
    }
    return true;
}

static guint hash_of(const struct grid *grid, guint row, guint column)
{
    guint hash = grid->seed ^ (row * 2654435761U) ^ (column * 2246822519U);
    hash = (hash ^ hash >> 15) * 2246822519U;
    return hash ^ hash >> 13;
}

static void add_tile(const struct show *show, struct page *page, const struct grid *grid,
                     struct rect cell, guint hash)
{
    const double *radii = shapes[hash % G_N_ELEMENTS(shapes)];
    guint turn = hash / 8 % 4;
    struct patch patch = {cell, radii[turn % 4] * cell.width, radii[(turn + 1) % 4] * cell.width,
                          radii[(turn + 2) % 4] * cell.width, radii[(turn + 3) % 4] * cell.width};
    static const char *const brights[] = {"bright_1", "bright_2", "bright_3"};
    guint tint = hash / 64 % G_N_ELEMENTS(brights);
    page_add(page, (struct item){.kind = ITEM_FILL,
                                 .artifact = ARTIFACT_BACKGROUND,
                                 .shade = grid->bright ? brights[tint] : "quiet",
                                 .box = cell,
                                 .as.fill = {.path = patch_path(&patch),
                                             .color = grid->bright ? show->tones.bright[tint]
                                                                   : show->tones.quiet}});
}

static void add_all(const struct show *show, struct page *page, const struct grid *grid)
{
    guint n = page->items->len;
    bool rtl = show->setter.document->rtl;
    guint columns = MIN(grid->columns, (guint)(page->width / grid->side));
    guint rows = MIN(grid->rows, (guint)(page->height / grid->side));
    for (guint row = 0; row < rows; row++)
        for (guint column = 0; column < columns; column++) {
            double x = rtl ? column * grid->side : page->width - (column + 1) * grid->side;
            struct rect cell = {x, page->height - (row + 1) * grid->side, grid->side, grid->side};
            if (is_free(show, page, n, cell))
                add_tile(show, page, grid, cell, hash_of(grid, row, column));
        }
}

static bool wants_tiles(const struct show *show)
{
    return !show->own->plain && show_letters(show) >= screen_look.few_letters;
}

static double side_of(const struct show *show)
{
    return MIN(show->panel.width, show->panel.height) / screen_tiles_look.sides;
}

void screen_tiles_add_title(const struct show *show, struct page *page)
{
    struct grid grid = {.side = side_of(show), .bright = true, .seed = g_str_hash(page->title)};
    grid.columns =
        show_is_upright(show) ? screen_tiles_look.high_columns : screen_tiles_look.columns;
    grid.rows = show_is_upright(show) ? (guint)((show->panel.height - show->area.y) / grid.side)
                                      : screen_tiles_look.rows;
    if (wants_tiles(show))
        add_all(show, page, &grid);
}

void screen_tiles_add(const struct show *show, struct page *page, guint part)
{
    struct grid grid = {.side = side_of(show), .seed = g_str_hash(page->title) + part};
    grid.columns =
        show_is_upright(show) ? screen_tiles_look.high_columns : screen_tiles_look.quiet_columns;
    grid.rows =
        show_is_upright(show) ? screen_tiles_look.high_quiet_rows : screen_tiles_look.quiet_rows;
    if (wants_tiles(show))
        add_all(show, page, &grid);
}
