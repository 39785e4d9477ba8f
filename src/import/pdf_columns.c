/*
 * Two columns of a page of a PDF. Poppler gives all headings of columns before all of their text,
 * so that "Not to take" would stand above what is to be taken, and lines of columns that are close
 * in turns: here each column is read to its end. Awkward: a table has columns, too, and is read
 * across; it has rows that begin beside one another behind gaps, and cells that are no sentences.
 */
#include "import/pdf_parts.h"

#include "base/sentence.h"

/* Lines of a column at least, their letters in the middle, and those of them that go on below. */
#define LINES_LEAST   3
#define LETTERS_LEAST 15
#define GOING_LEAST   1

/* Lines farther apart have a gap between them. [of their height] */
#define GAP 0.5

/* Columns are farther apart. [of the height of a line] */
#define GUTTER 0.5

/* Places of a gutter that are tried, and lines of a page: no real one has more. */
#define TRIES_MOST 60
#define ROWS_MOST  400

/* Rows at this height of a page beside one another, of which each stands left or right of `at`. */
struct band {
    GPtrArray *left, *right; /* of struct row *, lent, by their height */
    double at;               /* [pt] */
};

static gint by_top(gconstpointer a, gconstpointer b)
{
    double lower = (*(struct row *const *)a)->box.top - (*(struct row *const *)b)->box.top;
    return lower < 0 ? -1 : lower > 0;
}

/* True where a line goes on in the next one. */
static bool goes_on(const struct row *row, const struct row *next)
{
    const char *text = row->text->str;
    gunichar last = g_utf8_get_char(g_utf8_prev_char(text + row->text->len));
    return !sentence_is_stop(last) && g_unichar_islower(g_utf8_get_char(next->text->str));
}

static bool has_gap(const struct row *row, const struct row *next)
{
    return next->box.top - row->box.bottom >
           GAP * MIN(pdf_height_of(row->box), pdf_height_of(next->box));
}

/* Lines that read on from one to the next, as no cells do. */
static bool is_prose(const GPtrArray *rows)
{
    unsigned going = 0;
    glong letters = 0;
    for (guint i = 0; i < rows->len; i++) {
        const struct row *row = rows->pdata[i];
        letters += g_utf8_strlen(row->text->str, -1);
        going += i + 1 < rows->len && goes_on(row, rows->pdata[i + 1]);
    }
    return rows->len >= LINES_LEAST && letters >= LETTERS_LEAST * (glong)rows->len &&
           going >= GOING_LEAST;
}

/* True when one of the rows begins at that height behind a gap. */
static bool begins_at(const GPtrArray *rows, double top, double near)
{
    for (guint i = 1; i < rows->len; i++) {
        const struct row *row = rows->pdata[i];
        if (ABS(row->box.top - top) < near && has_gap(rows->pdata[i - 1], row))
            return true;
    }
    return false;
}

/* Gaps at the same heights of both: one may stand below headings, more part the rows of a table. */
static bool is_table(const struct band *band)
{
    unsigned shared = 0;
    for (guint i = 1; i < band->left->len; i++) {
        const struct row *row = band->left->pdata[i];
        shared += has_gap(band->left->pdata[i - 1], row) &&
                  begins_at(band->right, row->box.top, pdf_height_of(row->box) / 2);
    }
    return shared > 1;
}

/* Takes what stands above or below all of the other column, behind a gap, out of this one. */
static void trim(GPtrArray *rows, const GPtrArray *other)
{
    if (rows->len == 0 || other->len == 0)
        return;
    double top = ((const struct row *)other->pdata[0])->box.top;
    double bottom = ((const struct row *)other->pdata[other->len - 1])->box.bottom;
    guint from = 0, to = rows->len;
    for (guint i = 1; i < rows->len; i++) {
        const struct row *row = rows->pdata[i - 1], *next = rows->pdata[i];
        if (!has_gap(row, next))
            continue;
        if (row->box.bottom <= top)
            from = i;
        if (next->box.top >= bottom && to == rows->len)
            to = i;
    }
    g_ptr_array_set_size(rows, (gint)to);
    if (from > 0)
        g_ptr_array_remove_range(rows, 0, from);
}

static bool is_columns(struct band *band)
{
    trim(band->left, band->right);
    trim(band->right, band->left);
    if (!is_prose(band->left) || !is_prose(band->right) || is_table(band))
        return false;
    double left = 0, right = G_MAXDOUBLE;
    for (guint i = 0; i < band->left->len; i++)
        left = MAX(left, ((const struct row *)band->left->pdata[i])->box.right);
    for (guint i = 0; i < band->right->len; i++)
        right = MIN(right, ((const struct row *)band->right->pdata[i])->box.left);
    return right - left > GUTTER * pdf_height_of(((const struct row *)band->left->pdata[0])->box);
}

/* Gives each row of the band the number, and its column: they are read in its place. */
static void settle(const struct band *band, unsigned number)
{
    for (guint i = 0; i < band->left->len; i++)
        ((struct row *)band->left->pdata[i])->band = (int)number;
    for (guint i = 0; i < band->right->len; i++)
        ((struct row *)band->right->pdata[i])->band = -(int)number;
}

/* Finds bands about the gutter at that place: a row across it parts them. `settled`: the number of
 * the last one that is settled, NULL: none is to be. Returns the rows of all of them. */
static unsigned find_bands(const GPtrArray *sorted, double at, unsigned *settled)
{
    struct band band = {g_ptr_array_new(), g_ptr_array_new(), at};
    unsigned rows = 0;
    for (guint i = 0; i <= sorted->len; i++) {
        struct row *row = i < sorted->len ? sorted->pdata[i] : NULL;
        if (row && row->box.right <= at)
            g_ptr_array_add(band.left, row);
        else if (row && row->box.left >= at)
            g_ptr_array_add(band.right, row);
        else {
            if (is_columns(&band)) {
                rows += band.left->len + band.right->len;
                if (settled)
                    settle(&band, ++*settled);
            }
            g_ptr_array_set_size(band.left, 0);
            g_ptr_array_set_size(band.right, 0);
        }
    }
    g_ptr_array_unref(band.left);
    g_ptr_array_unref(band.right);
    return rows;
}

/* The page's rows by their height. */
static void settle_page(GPtrArray *sorted, unsigned *settled)
{
    double best = 0;
    unsigned most = 0, tries = 0;
    g_ptr_array_sort(sorted, by_top);
    for (guint i = 0; i < sorted->len && sorted->len <= ROWS_MOST && tries < TRIES_MOST; i++) {
        double at = ((const struct row *)sorted->pdata[i])->box.left - 1;
        bool tried =
            i > 0 && ABS(((const struct row *)sorted->pdata[i - 1])->box.left - 1 - at) < 1;
        unsigned rows = tried ? 0 : find_bands(sorted, at, NULL);
        tries += !tried;
        if (rows > most) {
            most = rows;
            best = at;
        }
    }
    if (most > 0)
        find_bands(sorted, best, settled);
}

/* The rows of the band from there on, first those of its left column. */
static void take_band(const GArray *rows, guint from, GArray *ordered)
{
    int band = ABS(g_array_index(rows, struct row, from).band);
    for (int column = band; column >= -band; column -= 2 * band)
        for (guint i = from; i < rows->len; i++) {
            struct row row = g_array_index(rows, struct row, i);
            if (row.page != g_array_index(rows, struct row, from).page)
                break;
            if (row.band == column)
                g_array_append_val(ordered, row);
        }
}

GArray *pdf_order_columns(GArray *rows)
{
    g_autoptr(GPtrArray) page = g_ptr_array_new();
    unsigned settled = 0;
    for (guint i = 0; i < rows->len; i++) {
        struct row *row = &g_array_index(rows, struct row, i);
        if (!row->is_running)
            g_ptr_array_add(page, row);
        if (i + 1 < rows->len && row[1].page == row->page)
            continue;
        settle_page(page, &settled);
        g_ptr_array_set_size(page, 0);
    }
    g_autoptr(GArray) seen = g_array_new(FALSE, TRUE, sizeof(bool));
    GArray *ordered = g_array_new(FALSE, FALSE, sizeof(struct row));
    g_array_set_size(seen, settled + 1);
    for (guint i = 0; i < rows->len; i++) {
        struct row row = g_array_index(rows, struct row, i);
        bool *there = &g_array_index(seen, bool, ABS(row.band));
        if (row.band == 0)
            g_array_append_val(ordered, row);
        else if (!*there)
            take_band(rows, i, ordered);
        *there = true;
    }
    return ordered;
}
