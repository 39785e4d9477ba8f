/*
 * Method: what both texts say is taken out of both, the closest matches first; what is left is said
 * by one alone. Awkward: no list has all words for units and for halves of the day, so what is not
 * known matches, but never where both texts leave nothing open.
 */
#include "examine/figures.h"

#include "content/telephone.h"

#include <math.h>

#define HALF_DAY       (12 * 60) /* [min] */
#define LAST_OF_TWELVE 12        /* later hours are of the clock of 24 */

static bool same_value(const struct figure *a, const struct figure *b)
{
    return fabs(a->value - b->value) < 1e-9 * (1 + fabs(a->value));
}

/* How two figures can be one, the closest way first. */
typedef bool figures_match(const struct figure *a, const struct figure *b);

static bool match_exactly(const struct figure *a, const struct figure *b)
{
    if (a->kind != b->kind)
        return false;
    if (a->kind == FIGURE_TELEPHONE)
        return telephone_same(a->text, b->text);
    return same_value(a, b) && a->unit == b->unit;
}

/* In minutes; 0: it is of no unit that these are counted in. */
static double span_of(const struct figure *figure)
{
    static const struct {
        const char *unit;
        double minutes;
    } spans[] = {{"min", 1}, {"h", 60}};
    for (size_t i = 0; figure->unit && i < G_N_ELEMENTS(spans); i++)
        if (g_str_equal(figure->unit, spans[i].unit))
            return figure->value * spans[i].minutes;
    return 0;
}

/* "Half an hour" and 30 minutes. */
static bool match_spans(const struct figure *a, const struct figure *b)
{
    return span_of(a) > 0 && fabs(span_of(a) - span_of(b)) < 1e-9;
}

/* Words that nobody listed may stand for a unit of time, and for no dose. */
static bool match_unknown_unit(const struct figure *a, const struct figure *b)
{
    return a->kind == FIGURE_NUMBER && b->kind == FIGURE_NUMBER && same_value(a, b) &&
           (!a->unit || !b->unit) && !a->paired && !b->paired && !figures_is_dose(a->unit) &&
           !figures_is_dose(b->unit);
}

/* The clock of 12 hours, with words that are not known for the half of the day. */
static bool match_half_days(const struct figure *a, const struct figure *b)
{
    return a->kind == FIGURE_TIME && b->kind == FIGURE_TIME && !(a->halved && b->halved) &&
           fabs(fabs(a->value - b->value) - HALF_DAY) < 1;
}

/* After midnight; "17.30" is half past five. */
static double minutes_of(const struct figure *hour)
{
    double full = floor(hour->value), minutes = round((hour->value - full) * 100);
    return full * 60 + (minutes < 60 ? minutes : INFINITY);
}

/* "5 pm" and a 5 or 17 with other words about it. */
static bool match_hour(const struct figure *a, const struct figure *b)
{
    const struct figure *time = a->kind == FIGURE_TIME ? a : b, *hour = time == a ? b : a;
    bool other_unit = hour->unit && !g_str_equal(hour->unit, "h");
    if (time->kind != FIGURE_TIME || hour->kind != FIGURE_NUMBER || other_unit)
        return false;
    double apart = fabs(time->value - minutes_of(hour)) / 60;
    return time->halved && hour->value > LAST_OF_TWELVE ? apart < 1e-9 : fmod(apart, 12) < 1e-9;
}

static void cancel(struct figures *one, struct figures *other, figures_match *match)
{
    for (guint i = 0; i < one->found->len;) {
        guint n = 0;
        while (n < other->found->len && !match(one->found->pdata[i], other->found->pdata[n]))
            n++;
        if (n == other->found->len) {
            i++;
            continue;
        }
        g_ptr_array_remove_index(one->found, i);
        g_ptr_array_remove_index(other->found, n);
    }
}

/* Parts are not counted: "two and a half hours" has its hours elsewhere in other languages. */
static guint count_of_unit(const struct figures *figures, const char *unit)
{
    guint count = 0;
    for (guint i = 0; i < figures->found->len; i++) {
        const struct figure *figure = figures->found->pdata[i];
        count += figure->unit == unit && figure->value >= 1;
    }
    return count;
}

/* What is counted is named once among several numbers, and languages differ in where. */
static bool may_be_left_out(const char *unit)
{
    static const char *const counted[] = {"tablet", "drop", "time", NULL};
    return g_strv_contains(counted, unit);
}

/* "2 every 8 hours": where both texts measure as often in a unit, its words are known in both, and
 * a number without it is no other word for it. */
static void pair_units(struct figures *figures, const struct figures *one,
                       const struct figures *other)
{
    for (guint i = 0; i < figures->found->len; i++) {
        struct figure *figure = figures->found->pdata[i];
        const char *unit = figure->unit;
        figure->paired = unit && !may_be_left_out(unit) &&
                         count_of_unit(one, unit) == count_of_unit(other, unit);
    }
}

/* The number of a month that the other text names. */
static bool is_month(const struct figure *f, const unsigned *months)
{
    bool month = f->kind == FIGURE_NUMBER && f->value >= 1 && f->value <= 12 &&
                 fmod(f->value, 1) == 0 && months[(int)f->value - 1] > 0;
    return month && (!f->unit || g_str_equal(f->unit, "month"));
}

static guint count_of_value(const struct figures *figures, const struct figure *figure)
{
    guint count = 0;
    for (guint i = 0; i < figures->found->len; i++)
        count += same_value(figures->found->pdata[i], figure);
    return count;
}

/* "March 3" and "3月3日": the month goes, and not the day that has the same number. */
static void cancel_surplus_months(struct figures *figures, const struct figures *other)
{
    for (guint i = 0; i < figures->found->len;) {
        const struct figure *f = figures->found->pdata[i];
        if (is_month(f, other->months) && count_of_value(figures, f) > count_of_value(other, f))
            g_ptr_array_remove_index(figures->found, i);
        else
            i++;
    }
}

static void cancel_months(struct figures *figures, const unsigned *months)
{
    for (guint i = 0; i < figures->found->len;) {
        if (is_month(figures->found->pdata[i], months))
            g_ptr_array_remove_index(figures->found, i);
        else
            i++;
    }
}

/* "1日1回" is "once a day": where a language counts in figures, others have words for one. */
static void drop_ones(struct figures *figures)
{
    for (guint i = figures->found->len; i > 0; i--) {
        const struct figure *f = figures->found->pdata[i - 1];
        if (f->kind == FIGURE_NUMBER && f->counts && g_str_equal(f->text, "1") &&
            !figures_is_dose(f->unit))
            g_ptr_array_remove_index(figures->found, i - 1);
    }
}

/* "Half a tablet": what it is a part of may stand without a number ("una tableta"), which is twice
 * as much. */
static bool is_part(const struct figure *figure)
{
    return figure->unit && g_str_equal(figure->unit, "tablet") && figure->value < 1;
}

static void drop_spelled(struct figures *figures)
{
    for (guint i = figures->found->len; i > 0; i--) {
        const struct figure *figure = figures->found->pdata[i - 1];
        if (figure->spelled && !is_part(figure))
            g_ptr_array_remove_index(figures->found, i - 1);
    }
}

void figures_cancel(struct figures *one, struct figures *other)
{
    cancel_surplus_months(one, other);
    cancel_surplus_months(other, one);
    cancel(one, other, match_exactly);
    pair_units(one, one, other);
    pair_units(other, one, other);
    static figures_match *const open_ways[] = {match_spans, match_unknown_unit, match_half_days,
                                               match_hour};
    for (size_t i = 0; i < G_N_ELEMENTS(open_ways); i++)
        cancel(one, other, open_ways[i]);
    cancel_months(one, other->months);
    cancel_months(other, one->months);
    drop_ones(one);
    drop_ones(other);
    if (other->found->len == 0)
        drop_spelled(one);
    if (one->found->len == 0)
        drop_spelled(other);
}

/* The next dose in that unit at or after `*at`, past it; NULL: no more. */
static const struct figure *next_dose(const struct figures *figures, const char *unit, guint *at)
{
    while (*at < figures->found->len) {
        const struct figure *figure = figures->found->pdata[(*at)++];
        if (figure->unit == unit && !figure->spelled)
            return figure;
    }
    return NULL;
}

static bool same_order(const struct figures *one, const struct figures *other, const char *unit)
{
    guint i = 0, n = 0;
    const struct figure *a, *b;
    do {
        a = next_dose(one, unit, &i);
        b = next_dose(other, unit, &n);
    } while (a && b && same_value(a, b));
    return !a && !b;
}

bool figures_differ_in_order(const struct figures *one, const struct figures *other)
{
    for (guint i = 0; i < one->found->len; i++) {
        const char *unit = ((const struct figure *)one->found->pdata[i])->unit;
        if (figures_is_dose(unit) && !same_order(one, other, unit))
            return true;
    }
    return false;
}
