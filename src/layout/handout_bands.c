/*
 * The bands of a handout: how to reach the clinic, at the foot of the last page, and in large print
 * whom to call at that of the first.
 */
#include "document/contact.h"
#include "layout/contact_band.h"
#include "layout/handout_parts.h"
#include "layout/help_band.h"
#include "layout/type.h"

/* A sheet of the slip behind it moves no band. */
struct page_foot handout_band_page_foot(const struct handout *handout, guint number, guint pages)
{
    return (struct page_foot){.number = number,
                              .pages = pages,
                              .checked = contact_verified(handout->setter.document),
                              .ruled = number > 1};
}

/* The same number of pages is tried again and again. Feet of one number have the same words. */
static double foot_height(struct handout *handout, const struct page_foot *foot)
{
    struct last_foot *last = &handout->feet[foot->number > 1];
    if (last->number == foot->number && last->pages == foot->pages &&
        last->level == handout->level && last->ruled == foot->ruled &&
        last->checked == (foot->checked != NULL))
        return last->height;
    double height = furniture_foot_height(&handout->setter, foot, handout->frame.width);
    if (!handout->setter.failed)
        *last = (struct last_foot){foot->number, foot->pages,           handout->level,
                                   foot->ruled,  foot->checked != NULL, height};
    return height;
}

/* The lower edge of a band, from the sheet's: above all lines of the foot. [pt] */
static double above_foot(struct handout *handout, const struct page_foot *foot)
{
    struct setter *setter = &handout->setter;
    double look = foot->ruled ? handout_look.band_foot : handout_look.sheet_band_foot;
    double one = type_line_height(setter, &profile_standard.scale->small);
    return look + foot_height(handout, foot) - one;
}

double handout_band_foot(struct handout *handout, guint pages)
{
    struct page_foot foot = handout_band_page_foot(handout, pages, pages);
    return above_foot(handout, &foot);
}

double handout_help_foot(struct handout *handout, guint pages)
{
    return above_foot(handout, &(struct page_foot){.number = 1, .pages = pages, .ruled = true});
}

double handout_frame_foot(const struct handout *handout)
{
    return handout->sheet.height - handout->frame.y - handout->frame.height;
}

double handout_band_room(struct handout *handout, const struct strip *band, guint pages)
{
    return band->height + handout_above_band(handout) + handout_band_foot(handout, pages) -
           handout_frame_foot(handout);
}

/* The band in one piece, with less white space where it needs that; NULL: it is higher. */
static struct strip *set_whole(struct handout *handout, double width, double height, bool services)
{
    guint own = handout->level;
    for (guint level = own; level < G_N_ELEMENTS(handout_look.close); level++) {
        handout_close(handout, level);
        struct strip *whole = contact_band_set(&handout->setter, width, services);
        handout_close(handout, own);
        if (whole->height <= height)
            return whole;
        strip_free(whole);
    }
    return NULL;
}

static GPtrArray *set_bands(struct handout *handout, bool services)
{
    double width = handout_wide_frame(handout).width;
    double below = handout_band_foot(handout, 2) - handout_frame_foot(handout);
    double height = handout->frame.height - MAX(below, 0);
    struct strip *whole = set_whole(handout, width, height, services);
    if (!whole) /* by itself, on a page without a head */
        whole = set_whole(handout, width, height + handout->frame.y - handout_look.top, services);
    GPtrArray *parts = whole ? NULL : contact_band_part(&handout->setter, width, height, services);
    if (parts)
        return parts;
    GPtrArray *bands = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    if (whole)
        g_ptr_array_add(bands, whole);
    return bands;
}

static GPtrArray *copy_bands(const GPtrArray *bands)
{
    GPtrArray *copies = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    for (guint i = 0; i < bands->len; i++)
        g_ptr_array_add(copies, strip_copy(bands->pdata[i]));
    return copies;
}

GPtrArray *handout_set_bands(struct handout *handout, bool services)
{
    struct last_set *last = &handout->bands;
    if (handout_is_as_last(handout, last) && last->services == services)
        return copy_bands(last->set);
    GPtrArray *bands = set_bands(handout, services);
    g_clear_pointer((GPtrArray **)&last->set, g_ptr_array_unref);
    if (!handout->setter.failed)
        *last = (struct last_set){.set = copy_bands(bands),
                                  .level = handout->level,
                                  .services = services,
                                  .in_a_trial = handout->setter.probing};
    return bands;
}

void handout_take_bands(const struct handout *handout, struct text *text, GPtrArray *bands)
{
    g_ptr_array_set_free_func(bands, NULL);
    text->bands = bands->len;
    for (guint i = 0; i < bands->len; i++) {
        struct strip *strip = bands->pdata[i];
        if (i + 1 == bands->len) {
            text->band = strip;
            return;
        }
        strip->gap = handout_look.above_band;
        strip_shift(strip, -handout->setter.profile->outdent, 0);
        g_ptr_array_add(text->strips, strip);
    }
}

double handout_help_room(const struct text *text)
{
    return text->help ? text->help->height + handout_look.above_band : 0;
}

void handout_set_help(struct handout *handout, struct text *text)
{
    double below = handout_help_foot(handout, text->ends->len) - handout_frame_foot(handout);
    double used = handout_text_height(text->strips, text->ends, 0) + MAX(below, 0);
    if (!handout->setter.profile->scale->calls)
        text->help = help_band_set(&handout->setter, handout_wide_frame(handout).width);
    if (text->help && used + handout_help_room(text) > handout_page_room(handout, 0))
        g_clear_pointer(&text->help, strip_free);
}
