/*
 * Fills in the sheet. A place to fill is a word in braces.
 */
#include "player/install.h"

#include "player/reach.h"

#include <gio/gio.h>
#include <math.h>

#define TEMPLATE "/handout/install.md"

#define MM_PER_INCH 25.4

static void fill(GString *text, const char *place, const char *words)
{
    g_string_replace(text, place, words, 1);
}

/* In metres and inches, as both are read where displays are put up. */
static void fill_height(GString *text, const char *place, double mm)
{
    g_autofree char *words =
        g_strdup_printf("%.2f m (%.0f in)", mm / 1000, round(mm / MM_PER_INCH));
    g_string_replace(text, place, words, 0);
}

static const char *verdict_on(const struct reach *reach)
{
    if (reach_is_enough(reach) && reach->panel_to_mm <= REACH_HIGHEST_MM)
        return "Everybody reaches all of it.";
    if (reach_is_enough(reach))
        return "Everybody reaches them. What is touched above them, such as the tiles of the "
               "topics, "
               "comes down into reach by the key **Move down** of the bar.";
    if (reach->keys_to_mm > REACH_HIGHEST_MM)
        return "**That is too high** to be reached from a wheelchair: "
               "hang the panel lower, or give it a keypad.";
    return "**That is too low** to be reached from a wheelchair: "
           "hang the panel higher, or give it a keypad.";
}

char *install_source(const struct screen_setup *screen)
{
    g_autoptr(GBytes) bytes = g_resources_lookup_data(TEMPLATE, 0, NULL);
    g_assert(bytes);
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    GString *text = g_string_new_len(data, (gssize)size);
    struct reach reach = reach_of(screen);
    g_autofree char *diagonal = g_strdup_printf("%g", screen->diagonal_in);
    fill(text, "{diagonal}", diagonal);
    fill_height(text, "{lower}", reach.panel_from_mm);
    fill_height(text, "{upper}", reach.panel_to_mm);
    fill_height(text, "{keys}", reach.keys_to_mm);
    fill(text, "{verdict}", verdict_on(&reach));
    return g_string_free(text, FALSE);
}
