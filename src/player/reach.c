/*
 * The heights are those of the browser's style sheets at their first size (controls.css,
 * topics.css, take.css).
 */
#include "player/reach.h"

#include "layout/screen_size.h"

#include <math.h>

#define LETTER_MM    8.7
#define LETTER_PARTS 8192

/* Of the shorter side of the panel: a letter of the bar. */
#define LETTER 0.02963

/* In letters, from the panel's foot: the bar, whose names have two lines in some languages, on an
 * upright panel in two rows; behind it the keys that turn the parts of an article, which stand on a
 * line with which part it is, on an upright panel below that; and the key that prints, or while it
 * speaks a row for that, which is lower. */
#define WIDE_BAR     4.25
#define UPRIGHT_BAR  9.1
#define WIDE_WALK    4.5
#define UPRIGHT_WALK 6.5
#define PRINT        5.4

/* The share is told in such parts, as JSON has it. */
#define PARTS 64

struct reach reach_of(const struct screen_setup *screen)
{
    struct rect panel = screen_panel(screen);
    double width = panel.width / POINTS_PER_MM, height = panel.height / POINTS_PER_MM;
    bool wide = width > height;
    double letters = PRINT + (wide ? WIDE_BAR + WIDE_WALK : UPRIGHT_BAR + UPRIGHT_WALK);
    double from = MAX(0, screen->mounting_mm - screen->overscan * height);
    double keys = LETTER * MIN(width, height) * letters;
    return (struct reach){from, from + height, from + MIN(keys, height)};
}

bool reach_is_enough(const struct reach *reach)
{
    return reach->panel_from_mm >= REACH_LOWEST_MM && reach->keys_to_mm <= REACH_HIGHEST_MM;
}

double reach_share(const struct screen_setup *screen)
{
    struct reach reach = reach_of(screen);
    bool all = reach.panel_to_mm <= REACH_HIGHEST_MM;
    if (screen->mounting_pos.line == 0 || all || !reach_is_enough(&reach))
        return 0;
    double share =
        (REACH_HIGHEST_MM - reach.panel_from_mm) / (reach.panel_to_mm - reach.panel_from_mm);
    return floor(share * PARTS) / PARTS;
}

double reach_letter(const struct screen_setup *screen)
{
    double share = LETTER_MM * POINTS_PER_MM / screen_panel(screen).width;
    return ceil(share * LETTER_PARTS) / LETTER_PARTS;
}

void reach_check(const struct screen_setup *screen, struct diag *diag)
{
    struct reach reach = reach_of(screen);
    if (screen->mounting_pos.line == 0 || reach_is_enough(&reach))
        return;
    diag_report(diag, RULE_REACH, screen->mounting_pos,
                "what visitors touch, as low as the page can bring it, is %.2f to %.2f m above the "
                "floor, and what everybody reaches is %.2f to %.2f m: hang the display %s, or give "
                "it a keypad",
                reach.panel_from_mm / 1000, reach.keys_to_mm / 1000, REACH_LOWEST_MM / 1000,
                REACH_HIGHEST_MM / 1000, reach.keys_to_mm > REACH_HIGHEST_MM ? "lower" : "higher");
}
