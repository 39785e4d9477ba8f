/*
 * The words of a PDF, by poppler: a last resort, for a page holds where letters stand and not what
 * they are. Headings, lists and tables are guessed as in any text, and the draft says so. Awkward:
 * poppler's plain text takes each hyphen at the end of a line away, so that "10-⏎20 mg" would come
 * as 1020 mg; its list of words has them all. So would 10⁹ come as 109: figures that stand raised
 * or lowered get signs of their own, and whatever else stands oddly beside a figure is noted. And
 * heads and feet of pages stand in the middle of sentences: lines that pages share are taken out,
 * and listed.
 */
#include "base/paths.h"
#include "import/parts.h"
#include "import/pdf_parts.h"

#include "base/file.h"
#include "base/pattern.h"
#include "base/sentence.h"
#include "base/xml.h"

#include <gio/gio.h>
#include <string.h>

/* Words are farther apart than this. [of their height] */
#define GAP_LEAST 0.1
/* Cells of a table are; so are words of lines that are stretched. */
#define GAP_CELLS 0.35

/* Figures above or below the others are smaller than this, and their edges off by more than that;
 * those of their size are off by more, or one word with others, which is taller then. [of the
 * others' height] */
#define SMALL      0.85
#define RAISED     0.2
#define LOWERED    0.02
#define OFF        0.08
#define TALL       1.25
#define GAP_RAISED 0.3

/* Heads and feet stand in so much of a page's height. */
#define EDGE 0.12

/* Paragraphs may be no farther apart than this, lines of one are not. [of their height] */
#define GAP_PARAGRAPHS 1.0

static void *report(const char *path, const char *message, struct diag *diag)
{
    struct pos pos = {.file = paths_number(path)};
    g_autofree char *line = g_strdelimit(g_strstrip(g_strdup(message)), "\r\n\t", ' ');
    diag_report(diag, RULE_IMPORT_PANDOC, pos, "'%s' cannot be read: %s", path, line);
    return NULL;
}

/* What one of poppler's tools writes, owned by the caller; NULL, reported. */
static char *ask(const char *const *words, const char *path, struct diag *diag)
{
    g_autofree char *program = g_find_program_in_path(words[0]);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) out = program ? helper_run(words, false, &error) : NULL;
    if (!program)
        return report(path, "install the package 'poppler-utils', or save its text", diag);
    if (!out)
        return report(path, error->message, diag);
    gsize size;
    const char *text = g_bytes_get_data(out, &size);
    return g_utf8_make_valid(text ? text : "", (gssize)size);
}

/* The list of words, owned by the caller; NULL, reported. */
static char *list_words(const char *path, struct diag *diag)
{
    /* Ours is the message for a file that is not there. */
    struct pos pos = {.file = paths_number(path)};
    g_autoptr(GBytes) document = file_read(path, FILE_IMAGE_LIMIT, pos, diag);
    g_autofree char *absolute = g_canonicalize_filename(path, NULL); /* never an option */
    const char *words[] = {"pdftotext", "-q", "-enc", "UTF-8", "-bbox-layout", absolute, "-", NULL};
    return document ? ask(words, path, diag) : NULL;
}

/* The title among the file's own data, owned by the caller; NULL: it has none. */
static char *find_title(const char *path, struct diag *diag)
{
    static struct pattern title = PATTERN("^Title: +(\\S.*?) *$");
    g_autofree char *absolute = g_canonicalize_filename(path, NULL);
    const char *words[] = {"pdfinfo", "-enc", "UTF-8", absolute, NULL};
    g_autofree char *data = ask(words, path, diag);
    g_auto(GStrv) lines = g_strsplit(data ? data : "", "\n", 2);
    struct range found;
    return lines[0] && pattern_find(&title, lines[0], 0, &found)
               ? g_strstrip(g_strdup(strchr(lines[0], ':') + 1))
               : NULL;
}

static struct box read_box(const char *tag)
{
    static const char *const names[] = {"xMin=\"", "xMax=\"", "yMin=\"", "yMax=\""};
    double values[G_N_ELEMENTS(names)];
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *at = strstr(tag, names[i]);
        values[i] = at ? g_ascii_strtod(at + strlen(names[i]), NULL) : 0;
    }
    return (struct box){values[0], values[1], values[2], values[3]};
}

/* Poppler parts words at raised figures, too: those touch. `one` is the word before on its line. */
static bool touches(struct box one, struct box other)
{
    double gap = MAX(other.left - one.right, one.left - other.right);
    double height = MAX(one.bottom - one.top, other.bottom - other.top);
    return gap < GAP_LEAST * height;
}

/* How a word stands beside those of full size. */
enum stand { STAND_EVEN, STAND_RAISED, STAND_LOWERED, STAND_ODD };

static enum stand stand_of(struct box base, struct box box)
{
    double full = pdf_height_of(base);
    double above = (base.bottom - box.bottom) / full, below = (box.top - base.top) / full;
    if (pdf_height_of(box) <= SMALL * full)
        return above > RAISED && below < RAISED ? STAND_RAISED
               : above < -LOWERED               ? STAND_LOWERED
                                                : STAND_ODD;
    return ABS(above) > OFF || ABS(below) > OFF ? STAND_ODD : STAND_EVEN;
}

/* The sign of a raised or lowered figure; NULL: there is none. */
static const char *small_sign(gunichar c, enum stand stand)
{
    static const char *const raised[] = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                         "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
    static const char *const lowered[] = {"\u2080", "\u2081", "\u2082", "\u2083", "\u2084",
                                          "\u2085", "\u2086", "\u2087", "\u2088", "\u2089"};
    bool up = stand == STAND_RAISED;
    if (c < 0x80 && g_ascii_isdigit((char)c))
        return (up ? raised : lowered)[c - '0'];
    if (c == '-' || c == 0x2212)
        return up ? "\u207B" : "\u208B";
    return c != '+' ? NULL : up ? "\u207A" : "\u208A";
}

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

static struct row row_new(unsigned page)
{
    return (struct row){.text = g_string_new(NULL),
                        .cells = g_array_new(FALSE, FALSE, sizeof(struct row_cell)),
                        .page = page};
}

static void row_clear(void *data)
{
    struct row *row = data;
    g_string_free(row->text, TRUE);
    g_array_unref(row->cells);
}

static struct box around(struct box one, struct box other)
{
    return (struct box){MIN(one.left, other.left), MAX(one.right, other.right),
                        MIN(one.top, other.top), MAX(one.bottom, other.bottom)};
}

/* Notes where the words behind a wide gap begin. */
static void add_to_cells(struct row *row, gsize start, struct box box)
{
    struct row_cell *last = row->cells->len > 0
                                ? &g_array_index(row->cells, struct row_cell, row->cells->len - 1)
                                : NULL;
    struct row_cell cell = {start, box};
    if (last && ABS(box.left - last->box.right) < GAP_CELLS * pdf_height_of(row->base))
        last->box = around(last->box, box);
    else
        g_array_append_val(row->cells, cell);
}

/* Notes the last word of the line. */
static void note_odd(const struct row *row, GPtrArray *odd)
{
    const char *blank = strrchr(row->text->str, ' ');
    g_ptr_array_add(odd, g_strdup(blank ? blank + 1 : row->text->str));
}

/* Adds a word that touches the one before. True: it does not stand as that does, and one of both
 * has figures. */
static bool join_word(struct row *row, enum stand stand, const char *word)
{
    static struct pattern fraction = PATTERN("^\\d+/\\d+$");
    struct range found;
    const char *last = row->text->str + row->text->len - 1;
    bool figures = has_digit(word) || g_ascii_isdigit(*last);
    bool small = stand == STAND_RAISED || stand == STAND_LOWERED;
    if (stand != STAND_EVEN && g_ascii_isdigit(*last) && pattern_find(&fraction, word, 0, &found))
        g_string_append_c(row->text, ' '); /* "1½" would come as 11/2 */
    for (const char *p = word; *p; p = g_utf8_next_char(p)) {
        const char *sign = small && has_digit(word) ? small_sign(g_utf8_get_char(p), stand) : NULL;
        if (sign)
            g_string_append(row->text, sign);
        else
            g_string_append_unichar(row->text, g_utf8_get_char(p));
    }
    return stand != STAND_EVEN && figures;
}

/* True when the word goes on with the one before. */
static bool goes_with(const struct row *row, struct box before, struct box box, enum stand stand,
                      const char *word)
{
    bool raised = stand == STAND_RAISED && has_digit(word);
    double gap = box.left - before.right;
    return row->text->len > 0 &&
           (touches(before, box) ||
            (raised && gap >= 0 && gap < GAP_RAISED * pdf_height_of(row->base)));
}

/* True when some figures of the word stand higher or lower than its others: it is taller than the
 * one before at one side alone, as no word in larger letters is. */
static bool holds_odd(struct box base, struct box box, const char *word)
{
    double even = LOWERED * pdf_height_of(base);
    bool one_side = ABS(box.bottom - base.bottom) < even || ABS(box.top - base.top) < even;
    return one_side && has_digit(word) && pdf_height_of(box) > TALL * pdf_height_of(base);
}

/* Words whose figures stand oddly go to `odd` (of char *, owned). */
static void add_word(struct row *row, struct box box, struct box before, const char *word,
                     GPtrArray *odd)
{
    bool first = row->text->len == 0;
    if (first)
        row->base = box;
    enum stand stand = stand_of(row->base, box);
    bool joined = goes_with(row, before, box, stand, word);
    add_to_cells(row, row->text->len, box);
    if (!joined)
        g_string_append_printf(row->text, "%s%s", first ? "" : " ", word);
    if (joined ? join_word(row, stand, word) : holds_odd(row->base, box, word))
        note_odd(row, odd);
    if (!joined || stand == STAND_EVEN)
        row->base = box;
    glong letters = g_utf8_strlen(word, -1);
    if (letters > row->longest) {
        row->longest = letters;
        row->height = box.bottom - box.top;
    }
    row->box = first ? box : around(row->box, box);
}

/* The height of the page that a tag opens. [pt] */
static double page_height(const char *tag)
{
    const char *at = strstr(tag, "height=\"");
    return at ? g_ascii_strtod(at + strlen("height=\""), NULL) : 0;
}

/* The list as lines, of struct row; owned by the caller. `odd`: as add_word's. */
static GArray *read_rows(const char *list, GPtrArray *odd)
{
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct row));
    g_array_set_clear_func(rows, row_clear);
    g_auto(GStrv) tags = g_strsplit(list, "\n", -1);
    struct row row = row_new(0);
    struct box before = {0};
    double height = 0;
    for (char **line = tags; *line; line++) {
        const char *tag = g_strchug(*line), *text = strchr(tag, '>'), *end = strrchr(tag, '<');
        if (g_str_has_prefix(tag, "<page")) {
            row.page++;
            height = page_height(tag);
        } else if (g_str_has_prefix(tag, "<word") && text && end > text) {
            g_autofree char *escaped = g_strndup(text + 1, (size_t)(end - text - 1));
            g_autofree char *word = xml_unescape(escaped);
            struct box box = read_box(tag);
            add_word(&row, box, before, word, odd);
            before = box;
        } else if (g_str_has_prefix(tag, "</line") && row.text->len > 0) {
            row.at_edge = row.box.bottom < EDGE * height || row.box.top > (1 - EDGE) * height;
            g_array_append_val(rows, row);
            row = row_new(row.page);
        } else if (g_str_has_prefix(tag, "</flow") && rows->len > 0)
            g_array_index(rows, struct row, rows->len - 1).flow_ends = true;
    }
    row_clear(&row);
    return rows;
}

/* Lines at one height of a page are those of columns, or cells of a table. */
static void find_beside(GArray *rows)
{
    g_autoptr(GPtrArray) sorted = pdf_sort_by_place(rows);
    for (guint i = 1; i < sorted->len; i++) {
        struct row *one = sorted->pdata[i - 1], *other = sorted->pdata[i];
        if (pdf_is_beside(one, other))
            one->is_beside = other->is_beside = true;
    }
}

/* Notes the first line of all that follow one another and stand beside others: what belongs
 * together is not known. */
static void note_beside(const GArray *rows, GPtrArray *beside)
{
    bool goes_on = false;
    for (guint i = 0; i < rows->len; i++) {
        const struct row *row = &g_array_index(rows, struct row, i);
        if (row->is_beside && !goes_on)
            g_ptr_array_add(beside, g_strdup(row->text->str));
        goes_on = row->is_beside || (goes_on && row->is_running);
    }
}

/* True when a paragraph ends between both: a run of text does, or letters change their size. One
 * that goes on over the edge of a page goes on. */
static bool is_parted(const struct row *one, const struct row *other, bool flow_ends)
{
    double larger = MAX(one->height, other->height), smaller = MIN(one->height, other->height);
    if (one->table || other->table)
        return one->table != other->table;
    bool apart =
        one->page == other->page && other->box.top - one->box.bottom > GAP_PARAGRAPHS * smaller;
    if (larger > smaller * PDF_SAME_SIZE || apart)
        return true;
    gunichar last = g_utf8_get_char(g_utf8_prev_char(one->text->str + one->text->len));
    bool goes_on = !sentence_is_stop(last) && last != ':' &&
                   g_unichar_islower(g_utf8_get_char(other->text->str));
    return flow_ends && !(one->page != other->page && goes_on);
}

/* How many lines from there on are the title; 0: none. */
static guint count_title(const GArray *rows, guint from, const char *title)
{
    const char *rest = title;
    for (guint i = from; i < rows->len; i++) {
        const struct row *row = &g_array_index(rows, struct row, i);
        if (row->is_running || !g_str_has_prefix(rest, row->text->str))
            return 0;
        rest += row->text->len;
        if (*rest == '\0')
            return i + 1 - from;
        rest += *rest == ' ';
    }
    return 0;
}

/* The title, if the file's own data tell it: it may stand below a letterhead. */
static void write_title(GArray *rows, const char *title, GString *out)
{
    for (guint i = 0; title && i < rows->len; i++) {
        guint n = count_title(rows, i, title);
        if (n > 0) {
            g_string_append_printf(out, "%s\n\n", title);
            g_array_remove_range(rows, i, n);
            return;
        }
    }
}

/* The words as lines of text, an empty one between paragraphs, behind what is in `out`. The lines
 * at edges go to the notes. */
static void write_rows(const GArray *rows, struct pdf_notes notes, GString *out)
{
    const struct row *before = NULL;
    bool flow_ends = false;
    for (guint i = 0; i < rows->len; i++) {
        const struct row *row = &g_array_index(rows, struct row, i);
        if (row->is_running)
            g_ptr_array_add(row->is_printed ? notes.printed : notes.running,
                            g_strdup(row->text->str));
        else {
            bool parted = before && is_parted(before, row, flow_ends);
            g_string_append_printf(out, "%s%s\n", parted ? "\n" : "", row->text->str);
            before = row;
            flow_ends = false;
        }
        flow_ends |= row->flow_ends;
    }
}

char *import_read_pdf(const char *path, struct pdf_notes notes, struct diag *diag)
{
    g_autofree char *list = list_words(path, diag);
    g_autofree char *title = list ? find_title(path, diag) : NULL;
    if (!list)
        return NULL;
    g_autoptr(GArray) rows = read_rows(list, notes.odd);
    pdf_find_running(rows);
    pdf_find_printed(rows, title);
    pdf_join_labels(rows);
    find_beside(rows);
    g_autoptr(GArray) ordered = pdf_order_columns(rows);
    g_autoptr(GArray) read = pdf_read_tables(ordered);
    note_beside(read, notes.beside);
    GString *out = g_string_new(NULL);
    write_title(read, title, out);
    write_rows(read, notes, out);
    return g_string_free(out, FALSE);
}
