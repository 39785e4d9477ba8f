/*
 * The bar's height is that of browser/topics.css and controls.css at their first size.
 */
#include "player/reach.h"

#include "layout/screen_size.h"

/* Of the shorter side of the panel: a letter of the bar (topics.css), and in letters each of its
 * two rows, with names beside the drawings and below them. */
#define LETTER      0.02963
#define ROWS        2
#define WIDE_ROW    3.5
#define UPRIGHT_ROW 4.5

struct reach reach_of(const struct screen_setup *screen)
{
    struct rect panel = screen_panel(screen);
    double width = panel.width / POINTS_PER_MM, height = panel.height / POINTS_PER_MM;
    bool wide = width > height;
    double row = LETTER * (wide ? height * WIDE_ROW : width * UPRIGHT_ROW);
    double from = MAX(0, screen->mounting_mm - screen->overscan * height);
    return (struct reach){from, from + height, from + ROWS * row};
}

bool reach_is_enough(const struct reach *reach)
{
    return reach->panel_from_mm >= REACH_LOWEST_MM && reach->bar_to_mm <= REACH_HIGHEST_MM;
}

void reach_check(const struct screen_setup *screen, struct diag *diag)
{
    struct reach reach = reach_of(screen);
    if (screen->mounting_pos.line == 0 || reach_is_enough(&reach))
        return;
    diag_report(diag, RULE_REACH, screen->mounting_pos,
                "the bar that visitors touch is %.2f to %.2f m above the floor, and what everybody "
                "reaches is %.2f to %.2f m: hang the display %s, or give it a keypad",
                reach.panel_from_mm / 1000, reach.bar_to_mm / 1000, REACH_LOWEST_MM / 1000,
                REACH_HIGHEST_MM / 1000, reach.bar_to_mm > REACH_HIGHEST_MM ? "lower" : "higher");
}
