/*
 * Widths of columns. Shortest tables are hard to find in general (they hold the knapsack), but two
 * columns are not: whatever the first is given, the second gets the rest, and only widths at which
 * a cell loses a line are worth a trial. So widths grow from the words on, where a point of width
 * saves most lines; then any two columns are shared out anew, exactly, until no two of them can do
 * better. One trial looks at each cell once.
 */
#include "layout/table_widths.h"

#include "layout/text.h"

/* Widths that differ by less are one. [pt] */
#define SAME 0.2

/* Lines of the table weigh more than all lines of its cells. */
#define TABLE_LINE 1e6

enum {
    MOST_TRIALS = 48, /* of widths of one column: more of them are hardly ever apart by a letter */
    MOST_ROUNDS = 4,  /* of sharing; the second hardly ever finds anything */
    MOST_PAIRED = 16, /* columns that are shared by pairs; more are left as they have grown */
    LINES_EACH = 256, /* of a cell whose widths are all found: some ten pages */
    LINES_SHARE = 64  /* of more lines, one of so many parts: widths that differ by 2 % */
};

struct search {
    const struct table_fit *fit;
    double room;
    double *widths;  /* [pt] the best so far */
    GArray **trials; /* of double: by column, the widths worth a trial, rising */
};

/* Lines of the stretches in a column of `width` points, as greedy breaking fills them. */
static guint count_lines(const GArray *stretches, double width)
{
    guint lines = 1;
    double used = 0, blank = 0;
    bool ended = false;
    for (guint i = 0; i < stretches->len; i++) {
        const struct text_stretch *stretch = &g_array_index(stretches, struct text_stretch, i);
        if (i > 0 && (ended || used + blank + stretch->width > width)) {
            lines++;
            used = stretch->width;
        } else {
            used += blank + stretch->width;
        }
        blank = stretch->blank;
        ended = stretch->last;
    }
    return lines;
}

/* The narrowest width of `lines` lines, between two that are known. */
static double narrowest(const GArray *stretches, guint lines, double low, double high)
{
    if (count_lines(stretches, low) <= lines)
        return low;
    while (high - low > SAME) {
        double middle = (low + high) / 2;
        if (count_lines(stretches, middle) <= lines)
            high = middle;
        else
            low = middle;
    }
    return high;
}

static double widest_word(const GArray *stretches)
{
    double widest = 0;
    for (guint i = 0; i < stretches->len; i++)
        widest = MAX(widest, g_array_index(stretches, struct text_stretch, i).width);
    return widest;
}

static double widest_line(const GArray *stretches)
{
    double widest = 0, used = 0;
    for (guint i = 0; i < stretches->len; i++) {
        const struct text_stretch *stretch = &g_array_index(stretches, struct text_stretch, i);
        used += stretch->width;
        widest = MAX(widest, used);
        used = stretch->last ? 0 : used + stretch->blank;
    }
    return widest;
}

/* Of a cell that is pages long not each line makes a width of its own: what fits in fewer lines
 * fits in more. */
static guint lines_ahead(guint n)
{
    return n <= LINES_EACH ? 1 : n / LINES_SHARE;
}

struct cell_fit cell_fit_of(const GArray *stretches)
{
    double word = widest_word(stretches), line = widest_line(stretches);
    guint most = count_lines(stretches, word), fewest = count_lines(stretches, line + SAME);
    struct cell_fit fit = {.lines = most, .least = g_new(double, most)};
    double high = line + SAME;
    for (guint n = 1, next = fewest + 1; n <= most; n++) {
        if (n == next || (n == most && n > fewest)) {
            high = narrowest(stretches, n, word, high);
            next = n + lines_ahead(n);
        }
        fit.least[n - 1] = high;
    }
    return fit;
}

guint cell_fit_lines(const struct cell_fit *cell, double width)
{
    guint lines = 1;
    while (lines < cell->lines && cell->least[lines - 1] > width + SAME)
        lines++;
    return lines;
}

static const struct cell_fit *cell_at(const struct table_fit *fit, guint row, guint column)
{
    return &fit->cells[row * fit->columns + column];
}

double table_fit_word(const struct table_fit *fit, guint column)
{
    double widest = 0;
    for (guint row = 0; row < fit->rows; row++) {
        const struct cell_fit *cell = cell_at(fit, row, column);
        widest = MAX(widest, cell->least[cell->lines - 1]);
    }
    return widest;
}

/* Width of the column's widest cell on one line. [pt] */
static double widest_cell(const struct table_fit *fit, guint column)
{
    double widest = 0;
    for (guint row = 0; row < fit->rows; row++)
        widest = MAX(widest, cell_at(fit, row, column)->least[0]);
    return widest;
}

/* What the table costs the reader at these widths: its lines, then those of its cells. */
static double cost_of(const struct table_fit *fit, const double *widths)
{
    double table = 0, cells = 0;
    for (guint row = 0; row < fit->rows; row++) {
        guint tallest = 1;
        for (guint column = 0; column < fit->columns; column++) {
            guint lines = cell_fit_lines(cell_at(fit, row, column), widths[column]);
            tallest = MAX(tallest, lines);
            cells += lines;
        }
        table += tallest;
    }
    return table * TABLE_LINE + cells;
}

static gint compare_widths(gconstpointer a, gconstpointer b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Of too many widths those that stand evenly among them, the widest too. */
static void thin_out(GArray *trials)
{
    if (trials->len <= MOST_TRIALS)
        return;
    guint all = trials->len;
    for (guint i = 0; i < MOST_TRIALS; i++)
        g_array_index(trials, double, i) =
            g_array_index(trials, double, (i + 1) * all / MOST_TRIALS - 1);
    g_array_set_size(trials, MOST_TRIALS);
}

/* The widths at which a cell of the column loses a line. */
static GArray *trials_of(const struct table_fit *fit, guint column)
{
    GArray *trials = g_array_new(FALSE, FALSE, sizeof(double));
    double word = table_fit_word(fit, column);
    for (guint row = 0; row < fit->rows; row++) {
        const struct cell_fit *cell = cell_at(fit, row, column);
        for (guint n = 0; n < cell->lines && cell->least[n] >= word; n++)
            g_array_append_val(trials, cell->least[n]);
    }
    g_array_sort(trials, compare_widths);
    guint kept = 0;
    for (guint i = 0; i < trials->len; i++) {
        double width = g_array_index(trials, double, i);
        if (kept == 0 || width > g_array_index(trials, double, kept - 1) + SAME)
            g_array_index(trials, double, kept++) = width;
    }
    g_array_set_size(trials, kept);
    thin_out(trials);
    return trials;
}

static double spare_of(const struct search *search)
{
    double used = 0;
    for (guint i = 0; i < search->fit->columns; i++)
        used += search->widths[i];
    return search->room - used;
}

/* Widens the column that saves most a point; false when none of them saves anything. */
static bool grow(struct search *search)
{
    double *widths = search->widths, spare = spare_of(search);
    double cost = cost_of(search->fit, widths), best = 0, width = 0;
    guint column = 0;
    for (guint i = 0; i < search->fit->columns; i++) {
        double before = widths[i];
        for (guint n = 0; n < search->trials[i]->len; n++) {
            double trial = g_array_index(search->trials[i], double, n);
            if (trial <= before || trial > before + spare)
                continue;
            widths[i] = trial;
            double saved = (cost - cost_of(search->fit, widths)) / (trial - before);
            if (saved > best) {
                best = saved;
                column = i;
                width = trial;
            }
        }
        widths[i] = before;
    }
    if (best > 0)
        widths[column] = width;
    return best > 0;
}

/* Shares the widths of two columns, and what is spare, in the best way there is. */
static bool share(struct search *search, guint i, guint j)
{
    double *widths = search->widths, cost = cost_of(search->fit, widths);
    double both = widths[i] + widths[j] + spare_of(search), word = table_fit_word(search->fit, j);
    double first = widths[i], second = widths[j];
    bool better = false;
    for (guint n = 0; n < search->trials[i]->len; n++) {
        widths[i] = g_array_index(search->trials[i], double, n);
        widths[j] = both - widths[i];
        double trial = widths[j] >= word ? cost_of(search->fit, widths) : G_MAXDOUBLE;
        if (trial >= cost)
            continue;
        cost = trial;
        first = widths[i];
        second = widths[j];
        better = true;
    }
    widths[i] = first;
    widths[j] = second;
    return better;
}

static void share_pairs(struct search *search)
{
    bool better = search->fit->columns <= MOST_PAIRED;
    for (guint round = 0; better && round < MOST_ROUNDS; round++) {
        better = false;
        for (guint i = 0; i < search->fit->columns; i++)
            for (guint j = i + 1; j < search->fit->columns; j++)
                better = share(search, i, j) || better;
    }
}

/* No column keeps more than what its lines need. */
static void trim_widths(struct search *search)
{
    const struct table_fit *fit = search->fit;
    for (guint column = 0; column < fit->columns; column++) {
        double needed = table_fit_word(fit, column);
        for (guint row = 0; row < fit->rows; row++) {
            const struct cell_fit *cell = cell_at(fit, row, column);
            guint lines = cell_fit_lines(cell, search->widths[column]);
            needed = MAX(needed, MIN(cell->least[lines - 1], search->widths[column]));
        }
        search->widths[column] = needed;
    }
}

/* What is left goes to columns whose cells break, by how much they would like to have; evenly to
 * all where none does. */
static void give_rest(struct search *search)
{
    double spare = spare_of(search), wishes = 0;
    for (guint i = 0; i < search->fit->columns; i++)
        wishes += MAX(widest_cell(search->fit, i) - search->widths[i], 0);
    for (guint i = 0; i < search->fit->columns; i++) {
        double wish = MAX(widest_cell(search->fit, i) - search->widths[i], 0);
        search->widths[i] += wishes > SAME ? spare * wish / wishes : spare / search->fit->columns;
    }
}

void table_widths_find(const struct table_fit *fit, double room, double *widths)
{
    struct search search = {fit, room, widths, g_new(GArray *, fit->columns)};
    for (guint i = 0; i < fit->columns; i++) {
        widths[i] = table_fit_word(fit, i);
        search.trials[i] = trials_of(fit, i);
    }
    while (grow(&search))
        ;
    share_pairs(&search);
    trim_widths(&search);
    give_rest(&search);
    for (guint i = 0; i < fit->columns; i++)
        g_array_unref(search.trials[i]);
    g_free(search.trials);
}
