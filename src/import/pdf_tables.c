/*
 * Tables of a page of a PDF: cells that stand beside and below one another, read across. Each row
 * becomes a line of text with a tab between two cells, as programs write tables, so that what reads
 * text makes the table and lists it. Awkward: nothing says where a row ends. A cell's second line
 * stands in a row of its own unless it plainly goes on; where that leaves a doubt, as where one
 * cell is beside two rows, there is no table, and the lines are listed as standing side by side.
 */
#include "import/pdf_parts.h"

#include "base/pattern.h"
#include "base/sentence.h"

#include <string.h>

/* Two columns may be those of a letterhead; only more are a table, in so many full rows at least.
 */
#define COLUMNS_LEAST 3
#define ROWS_LEAST    2

/* Lines of one row overlap by more, and its rows are no farther apart. [of the smaller height] */
#define OVERLAP 0.3
#define APART   2.5

/* No real page has more lines. */
#define LEVELS_MOST 400

/* Words of a line without a wide gap between them. */
struct piece {
    struct row *row; /* lent */
    char *text;      /* owned */
    struct box box;
    int column; /* of the table that is being tried */
};

/* Pieces of a page at one height. */
struct level {
    GPtrArray *pieces; /* of struct piece *, lent, from left to right */
    double top, bottom;
};

/* Where the cells of a column stand. [pt] */
struct column {
    double left, right;
};

static void piece_free(void *data)
{
    struct piece *piece = data;
    g_free(piece->text);
    g_free(piece);
}

static void level_clear(void *data)
{
    g_ptr_array_unref(((struct level *)data)->pieces);
}

static gint by_top(gconstpointer a, gconstpointer b)
{
    double lower = (*(struct piece *const *)a)->box.top - (*(struct piece *const *)b)->box.top;
    return lower < 0 ? -1 : lower > 0;
}

static gint by_left(gconstpointer a, gconstpointer b)
{
    double more = (*(struct piece *const *)a)->box.left - (*(struct piece *const *)b)->box.left;
    return more < 0 ? -1 : more > 0;
}

static void add_pieces(struct row *row, GPtrArray *pieces)
{
    for (guint i = 0; i < row->cells->len; i++) {
        const struct row_cell *cell = &g_array_index(row->cells, struct row_cell, i);
        gsize end = i + 1 < row->cells->len ? cell[1].start : row->text->len;
        struct piece *piece = g_new(struct piece, 1);
        *piece = (struct piece){.row = row, .box = cell->box};
        piece->text = g_strchomp(g_strndup(row->text->str + cell->start, end - cell->start));
        g_ptr_array_add(pieces, piece);
    }
}

/* The pieces, sorted by their tops, as struct level; owned by the caller. */
static GArray *find_levels(const GPtrArray *pieces)
{
    GArray *levels = g_array_new(FALSE, FALSE, sizeof(struct level));
    g_array_set_clear_func(levels, level_clear);
    struct level *level = NULL;
    for (guint i = 0; i < pieces->len; i++) {
        struct piece *piece = pieces->pdata[i];
        double least = MIN(pdf_height_of(piece->box), level ? level->bottom - level->top : 0);
        if (!level || level->bottom - piece->box.top <= OVERLAP * least) {
            struct level fresh = {g_ptr_array_new(), piece->box.top, piece->box.bottom};
            g_array_append_val(levels, fresh);
            level = &g_array_index(levels, struct level, levels->len - 1);
        }
        g_ptr_array_add(level->pieces, piece);
        level->bottom = MAX(level->bottom, piece->box.bottom);
    }
    for (guint i = 0; i < levels->len; i++)
        g_ptr_array_sort(g_array_index(levels, struct level, i).pieces, by_left);
    return levels;
}

static bool goes_on(const struct piece *piece, const struct piece *next)
{
    const char *text = piece->text;
    gunichar last = g_utf8_get_char(g_utf8_prev_char(text + strlen(text)));
    bool amid = *next->text == '(' || g_unichar_islower(g_utf8_get_char(next->text));
    return !sentence_is_stop(last) && amid;
}

/* Adds the piece's place to the columns, of struct column from left to right: those that it
 * touches become one. */
static void widen(GArray *columns, struct box box)
{
    struct column column = {box.left, box.right};
    guint at = 0;
    while (at < columns->len) {
        struct column other = g_array_index(columns, struct column, at);
        if (other.right < column.left)
            at++;
        else if (other.left > column.right)
            break;
        else {
            column = (struct column){MIN(column.left, other.left), MAX(column.right, other.right)};
            g_array_remove_index(columns, at);
        }
    }
    g_array_insert_val(columns, at, column);
}

static int column_of(const GArray *columns, const struct piece *piece)
{
    int at = 0;
    while (g_array_index(columns, struct column, at).right < piece->box.left)
        at++;
    return at;
}

/* Gives each piece of the level its column. False: a column would hold two that are beside each
 * other, or one below the other that does not go on there. */
static bool settle_level(const struct level *level, const GArray *columns)
{
    for (guint i = 0; i < level->pieces->len; i++) {
        struct piece *piece = level->pieces->pdata[i];
        piece->column = column_of(columns, piece);
        for (guint j = 0; j < i; j++) {
            struct piece *other = level->pieces->pdata[j];
            bool below = other->box.top < piece->box.top;
            struct piece *upper = below ? other : piece, *lower = below ? piece : other;
            double height = MIN(pdf_height_of(upper->box), pdf_height_of(lower->box));
            bool beside = upper->box.bottom - lower->box.top > OVERLAP * height;
            if (other->column == piece->column && (beside || !goes_on(upper, lower)))
                return false;
        }
    }
    return true;
}

static bool settle(const struct level *levels, guint n, const GArray *columns)
{
    for (guint i = 0; i < n; i++)
        if (!settle_level(&levels[i], columns))
            return false;
    return true;
}

static bool is_near(const struct level *level, const struct level *next)
{
    double height = MIN(level->bottom - level->top, next->bottom - next->top);
    return next->top - level->bottom < APART * height;
}

/* How many of the `n` levels are rows of one table, from the first on, whose columns go to
 * `columns`; 0: none. */
static guint count_levels(const struct level *levels, guint n, GArray *columns)
{
    guint last = 0, rows = 0;
    for (guint i = 0; i < n && (i == 0 || is_near(&levels[i - 1], &levels[i])); i++) {
        g_autoptr(GArray) wider = g_array_copy(columns);
        for (guint j = 0; j < levels[i].pieces->len; j++)
            widen(wider, ((const struct piece *)levels[i].pieces->pdata[j])->box);
        guint from = wider->len == columns->len ? i : 0; /* the others stand as they did */
        if (!settle(&levels[from], i + 1 - from, wider))
            break;
        g_array_set_size(columns, 0);
        g_array_append_vals(columns, wider->data, wider->len);
        rows += levels[i].pieces->len > 1;
        /* A line alone in the first column, below the last row, is the text that follows. */
        const struct piece *only = levels[i].pieces->pdata[0];
        last = levels[i].pieces->len > 1 || only->column > 0 ? i + 1 : last;
    }
    bool table = columns->len >= COLUMNS_LEAST && rows >= ROWS_LEAST;
    return table && settle(levels, last, columns) ? last : 0;
}

/* A row of a table while it is put together. */
struct line {
    GString **cells;            /* one a column, owned */
    const struct piece **lasts; /* of each cell, lent; NULL: it is empty */
    guint columns, first;       /* pieces of its first level */
};

static void line_begin(struct line *line)
{
    line->first = 0;
    for (guint i = 0; i < line->columns; i++) {
        g_string_set_size(line->cells[i], 0);
        line->lasts[i] = NULL;
    }
}

static void line_add(struct line *line, const struct level *level)
{
    line->first = line->first ? line->first : level->pieces->len;
    for (guint i = 0; i < level->pieces->len; i++) {
        const struct piece *piece = level->pieces->pdata[i];
        GString *cell = line->cells[piece->column];
        g_string_append_printf(cell, "%s%s", cell->len > 0 ? " " : "", piece->text);
        line->lasts[piece->column] = piece;
    }
}

/* True when the level has fewer cells, and each goes on amid a sentence of the row above it. */
static bool line_goes_on(const struct line *line, const struct level *level)
{
    for (guint i = 0; i < level->pieces->len; i++) {
        const struct piece *piece = level->pieces->pdata[i];
        if (!line->lasts[piece->column] || !goes_on(line->lasts[piece->column], piece))
            return false;
    }
    return level->pieces->len < line->first;
}

/* Puts the row in the place of `row`, one of those that it is made of. */
static void line_end(const struct line *line, struct row *row)
{
    g_string_set_size(row->text, 0);
    for (guint i = 0; i < line->columns; i++)
        g_string_append_printf(row->text, "%s%s", i ? "\t" : "", line->cells[i]->str);
}

/* Makes the levels rows of table `number`; what is left over of their rows is in no text. */
static void make_table(const struct level *levels, guint n, guint columns, unsigned number)
{
    struct line line = {g_new(GString *, columns), g_new(const struct piece *, columns), columns,
                        0};
    struct row *row = NULL;
    for (guint i = 0; i < columns; i++)
        line.cells[i] = g_string_new(NULL);
    line_begin(&line);
    for (guint i = 0; i < n; i++) {
        for (guint j = 0; j < levels[i].pieces->len; j++) {
            struct row *made_of = ((struct piece *)levels[i].pieces->pdata[j])->row;
            made_of->table = number;
            made_of->is_beside = false;
            made_of->is_spent = true;
        }
        line_add(&line, &levels[i]);
        row = row ? row : ((struct piece *)levels[i].pieces->pdata[0])->row;
        if (i + 1 < n && line_goes_on(&line, &levels[i + 1]))
            continue;
        line_end(&line, row);
        row->is_spent = false;
        line_begin(&line);
        row = NULL;
    }
    for (guint i = 0; i < columns; i++)
        g_string_free(line.cells[i], TRUE);
    g_free(line.cells);
    g_free(line.lasts);
}

/* True when the level names the columns, all but perhaps the first: lines of an address beside
 * hours are in columns, too. */
static bool is_head(const struct level *level, guint columns)
{
    static struct pattern name = PATTERN("^(?:\\D+|\\p{L}[\\p{L}.]* \\d{1,2})$");
    struct range found;
    for (guint i = 0; i < level->pieces->len; i++)
        if (!pattern_find(&name, ((const struct piece *)level->pieces->pdata[i])->text, 0, &found))
            return false;
    const struct piece *first = level->pieces->pdata[0];
    return level->pieces->len + (first->column > 0 ? 1 : 0) == columns;
}

/* True when each of the level's cells goes on from one of the level above: columns of text do. */
static bool reads_on(const struct level *level, const struct level *above)
{
    for (guint i = 0; i < level->pieces->len; i++) {
        const struct piece *piece = level->pieces->pdata[i];
        bool on = false;
        for (guint j = 0; j < above->pieces->len && !on; j++) {
            const struct piece *upper = above->pieces->pdata[j];
            on = upper->column == piece->column && goes_on(upper, piece);
        }
        if (!on)
            return false;
    }
    return true;
}

static bool is_prose(const struct level *levels, guint n, guint columns)
{
    for (guint i = 1; i < n; i++)
        if (levels[i].pieces->len >= columns && reads_on(&levels[i], &levels[i - 1]))
            return true;
    return false;
}

static void find_on_page(GPtrArray *pieces, unsigned *tables)
{
    g_ptr_array_sort(pieces, by_top);
    g_autoptr(GArray) levels = find_levels(pieces);
    for (guint i = 0; i < levels->len && levels->len <= LEVELS_MOST;) {
        g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(struct column));
        const struct level *first = &g_array_index(levels, struct level, i);
        guint n = first->pieces->len < 2 ? 0 : count_levels(first, levels->len - i, columns);
        if (n > 0 && (!is_head(first, columns->len) || is_prose(first, n, columns->len)))
            n = 0;
        if (n > 0)
            make_table(first, n, columns->len, ++*tables);
        i += MAX(n, 1);
    }
}

static gint by_height(gconstpointer a, gconstpointer b)
{
    const struct row *one = a, *other = b;
    return one->box.top < other->box.top ? -1 : one->box.top > other->box.top;
}

/* The rows of the table whose first one is there. */
static void take_table(const GArray *rows, guint from, GArray *taken)
{
    const struct row *first = &g_array_index(rows, struct row, from);
    g_autoptr(GArray) table = g_array_new(FALSE, FALSE, sizeof(struct row));
    for (guint i = from; i < rows->len; i++) {
        struct row row = g_array_index(rows, struct row, i);
        if (row.page != first->page)
            break;
        if (row.table == first->table && !row.is_spent)
            g_array_append_val(table, row);
    }
    g_array_sort(table, by_height);
    g_array_append_vals(taken, table->data, table->len);
}

GArray *pdf_read_tables(GArray *rows)
{
    g_autoptr(GPtrArray) pieces = g_ptr_array_new_with_free_func(piece_free);
    GArray *read = g_array_new(FALSE, FALSE, sizeof(struct row));
    unsigned tables = 0, taken = 0;
    for (guint i = 0; i < rows->len; i++) {
        struct row *row = &g_array_index(rows, struct row, i);
        if (!row->is_running && row->band == 0)
            add_pieces(row, pieces);
        if (i + 1 < rows->len && row[1].page == row->page)
            continue;
        find_on_page(pieces, &tables);
        g_ptr_array_set_size(pieces, 0);
    }
    for (guint i = 0; i < rows->len; i++) {
        unsigned table = g_array_index(rows, struct row, i).table;
        if (table == 0)
            g_array_append_val(read, g_array_index(rows, struct row, i));
        else if (table > taken)
            take_table(rows, i, read);
        taken = MAX(taken, table);
    }
    return read;
}
