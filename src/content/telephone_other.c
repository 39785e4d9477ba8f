/*
 * Figures that are grouped as telephone numbers are, and tell something else: dates, scales, steps,
 * doses.
 */
#include "content/telephone.h"

#include "base/pattern.h"
#include "content/date.h"

#include <glib.h>
#include <string.h>

/* Numbers in a row that count something, if all rise or fall, or do so evenly. Few telephone
 * numbers are written in so many groups, and hardly one in groups that do. */
#define STEPS_MANY 5
#define STEPS_EVEN 4

/* Larger numbers of such a row are all the same. */
#define STEP_MOST 100000

/* True for four figures among them that are a year of these times: "55 11 3333" is none. */
static bool has_year(const char *row, size_t length)
{
    static struct pattern year = PATTERN("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
    g_autofree char *date = g_strndup(row, length);
    struct range found;
    return pattern_find(&year, date, 0, &found);
}

/* A date, be it with more figures behind it. */
static bool starts_with_date(const char *row, size_t length)
{
    size_t open = *row == '(';
    for (size_t n = 1; n <= length - open; n++)
        if ((n == length - open || row[open + n] == ' ') && date_is_figures(row + open, n) &&
            has_year(row + open, n))
            return true;
    return false;
}

/* The next number of the row, from `*at` on; -1: no more. Longer ones are no steps. */
static long next_step(const char *row, size_t length, size_t *at)
{
    while (*at < length && !g_ascii_isdigit(row[*at]))
        ++*at;
    size_t from = *at;
    long step = 0;
    for (; *at < length && g_ascii_isdigit(row[*at]); ++*at)
        step = step > STEP_MOST ? step : step * 10 + row[*at] - '0';
    return *at > from ? step : -1;
}

/* Numbers that rise or fall one by one, as those of a scale, of steps or of doses: "1 2 3 4 5 6 7",
 * "65 130 195 260". A few must do so evenly; a zero before a figure leads out of town. */
static bool is_counted(const char *row, size_t length)
{
    size_t at = 0;
    long before = -1, last = next_step(row, length, &at);
    unsigned rises = 0, falls = 0, even = 0, n = 1;
    for (long step; (step = next_step(row, length, &at)) >= 0; n++) {
        rises += step > last;
        falls += step < last;
        even += n > 1 && (step - last == last - before || step * before == last * last);
        before = last;
        last = step;
    }
    bool called = strchr("+(", *row) || (*row == '0' && g_ascii_isdigit(row[1]));
    bool one_way = rises == n - 1 || falls == n - 1;
    return !called && one_way && (n >= STEPS_MANY || (n >= STEPS_EVEN && even == n - 2));
}

bool telephone_is_other(const char *row, size_t length)
{
    return starts_with_date(row, length) || is_counted(row, length);
}
