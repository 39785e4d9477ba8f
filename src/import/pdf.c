/*
 * The words of a PDF, by poppler: a last resort, for a page holds where letters stand and not what
 * they are. Headings, lists and tables are guessed as in any text, and the draft says so. Awkward:
 * poppler's plain text takes each hyphen at the end of a line away, so that "10-⏎20 mg" would come
 * as 1020 mg; its list of words has them all. So would 10⁹ come as 109: figures that stand raised
 * or lowered get signs of their own, and whatever else stands oddly beside a figure is noted. And
 * heads and feet of pages stand in the middle of sentences: lines that pages share are taken out,
 * and listed.
 */
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

/* Figures above or below the others are smaller than this, and their edges off by more than that;
 * those of their size are off by more, or one word with others, which is taller then. [of the
 * others' height] */
#define SMALL      0.85
#define RAISED     0.2
#define LOWERED    0.02
#define OFF        0.08
#define TALL       1.25
#define GAP_RAISED 0.3

/* Heads and feet stand in so much of a page's height, at the same places within so many points. */
#define EDGE   0.12
#define PLACES 4.0

/* Lines whose middles are closer stand beside each other. [of the smaller height] */
#define BESIDE 0.3

/* Letters of one paragraph differ by less; headings by more. [of the smaller] */
#define SAME_SIZE 1.08

static void *report(const char *path, const char *message, struct diag *diag)
{
    struct pos pos = {.path = g_intern_string(path)};
    g_autofree char *line = g_strdelimit(g_strstrip(g_strdup(message)), "\r\n\t", ' ');
    diag_report(diag, RULE_IMPORT_PANDOC, pos, "'%s' cannot be read: %s", path, line);
    return NULL;
}

/* The list of words, owned by the caller; NULL, reported. */
static char *list_words(const char *path, struct diag *diag)
{
    /* Ours is the message for a file that is not there. */
    struct pos pos = {.path = g_intern_string(path)};
    g_autoptr(GBytes) document = file_read(path, FILE_IMAGE_LIMIT, pos, diag);
    g_autofree char *program = g_find_program_in_path("pdftotext");
    g_autofree char *absolute = g_canonicalize_filename(path, NULL); /* never an option */
    if (!document)
        return NULL;
    if (!program)
        return report(path, "install the package 'poppler-utils', or save its text", diag);
    const char *words[] = {program, "-q", "-enc", "UTF-8", "-bbox-layout", absolute, "-", NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) out = helper_run(words, false, &error);
    if (!out)
        return report(path, error->message, diag);
    gsize size;
    const char *text = g_bytes_get_data(out, &size);
    return g_utf8_make_valid(text ? text : "", (gssize)size);
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

static double height_of(struct box box)
{
    return box.bottom - box.top;
}

/* How a word stands beside those of full size. */
enum stand { STAND_EVEN, STAND_RAISED, STAND_LOWERED, STAND_ODD };

static enum stand stand_of(struct box base, struct box box)
{
    double full = height_of(base);
    double above = (base.bottom - box.bottom) / full, below = (box.top - base.top) / full;
    if (height_of(box) <= SMALL * full)
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

static void row_clear(void *data)
{
    g_string_free(((struct row *)data)->text, TRUE);
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
    return row->text->len > 0 && (touches(before, box) ||
                                  (raised && gap >= 0 && gap < GAP_RAISED * height_of(row->base)));
}

/* True when some figures of the word stand higher or lower than its others: it is taller than the
 * one before at one side alone, as no word in larger letters is. */
static bool holds_odd(struct box base, struct box box, const char *word)
{
    double even = LOWERED * height_of(base);
    bool one_side = ABS(box.bottom - base.bottom) < even || ABS(box.top - base.top) < even;
    return one_side && has_digit(word) && height_of(box) > TALL * height_of(base);
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
    row->box = first ? box
                     : (struct box){MIN(row->box.left, box.left), MAX(row->box.right, box.right),
                                    MIN(row->box.top, box.top), MAX(row->box.bottom, box.bottom)};
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
    struct row row = {.text = g_string_new(NULL)};
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
            row = (struct row){.text = g_string_new(NULL), .page = row.page};
        } else if (g_str_has_prefix(tag, "</flow") && rows->len > 0)
            g_array_index(rows, struct row, rows->len - 1).flow_ends = true;
    }
    row_clear(&row);
    return rows;
}

/* What does not change from page to page, with its place; owned by the caller. */
static char *pattern_of_row(const struct row *row)
{
    GString *key = g_string_new(NULL);
    for (const char *p = row->text->str; *p; p++)
        if (!g_ascii_isdigit(*p))
            g_string_append_c(key, *p);
        else if (key->len == 0 || key->str[key->len - 1] != '#')
            g_string_append_c(key, '#');
    g_string_append_printf(key, "@%.0f", row->box.top / PLACES);
    return g_string_free(key, FALSE);
}

/* True for a line in larger letters than the one below it: "Week 2" heads what it stands over. */
static bool is_heading(const GArray *rows, guint i)
{
    const struct row *row = &g_array_index(rows, struct row, i);
    const struct row *below = i + 1 < rows->len ? row + 1 : NULL;
    return below && below->page == row->page && row->height > below->height * SAME_SIZE;
}

/* By how much the first figures differ that do; 0: none. Both are the same words else. */
static gint64 difference(const char *one, const char *other)
{
    while (*one && *other) {
        char *behind_one = (char *)one + 1, *behind_other = (char *)other + 1;
        bool figures = g_ascii_isdigit(*one);
        gint64 by = figures ? g_ascii_strtoll(other, &behind_other, 10) -
                                  g_ascii_strtoll(one, &behind_one, 10)
                            : 0;
        if (by != 0)
            return by;
        one = behind_one;
        other = behind_other;
    }
    return 0;
}

/* True when the line is the other one of an earlier page: its words are the same, and its figures
 * are, too, or count pages. Doses do not, and headings that do ("Week 2") are larger. */
static bool is_repeated(const GArray *rows, guint i, const struct row *other)
{
    const struct row *row = &g_array_index(rows, struct row, i);
    gint64 pages = (gint64)row->page - other->page;
    gint64 by = difference(other->text->str, row->text->str);
    return pages > 0 && (by == 0 || (by == pages && !is_heading(rows, i)));
}

/* Heads and feet of pages: the same words at the same place of several. */
static void find_running(GArray *rows)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < rows->len; i++) {
        struct row *row = &g_array_index(rows, struct row, i);
        g_autofree char *key = row->at_edge ? pattern_of_row(row) : NULL;
        guint first = key ? GPOINTER_TO_UINT(g_hash_table_lookup(seen, key)) : 0;
        struct row *other = first ? &g_array_index(rows, struct row, first - 1) : NULL;
        if (other && is_repeated(rows, i, other))
            other->is_running = row->is_running = true;
        else if (key)
            g_hash_table_insert(seen, g_steal_pointer(&key), GUINT_TO_POINTER(i + 1));
    }
}

static double middle_of(const struct row *row)
{
    return (row->box.top + row->box.bottom) / 2;
}

static gint by_place(gconstpointer a, gconstpointer b)
{
    const struct row *one = *(struct row *const *)a, *other = *(struct row *const *)b;
    if (one->page != other->page)
        return one->page < other->page ? -1 : 1;
    double lower = middle_of(one) - middle_of(other);
    return lower < 0 ? -1 : lower > 0;
}

/* Lines at one height of a page are those of columns, or cells of a table. */
static void find_beside(GArray *rows)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();
    for (guint i = 0; i < rows->len; i++)
        if (!g_array_index(rows, struct row, i).is_running)
            g_ptr_array_add(sorted, &g_array_index(rows, struct row, i));
    g_ptr_array_sort(sorted, by_place);
    for (guint i = 1; i < sorted->len; i++) {
        struct row *one = sorted->pdata[i - 1], *other = sorted->pdata[i];
        double height = MIN(height_of(one->box), height_of(other->box));
        if (one->page == other->page && middle_of(other) - middle_of(one) < height * BESIDE)
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
    if (larger > smaller * SAME_SIZE)
        return true;
    gunichar last = g_utf8_get_char(g_utf8_prev_char(one->text->str + one->text->len));
    bool goes_on = !sentence_is_stop(last) && last != ':' &&
                   g_unichar_islower(g_utf8_get_char(other->text->str));
    return flow_ends && !(one->page != other->page && goes_on);
}

/* The words as lines of text, an empty one between paragraphs; owned by the caller. The running
 * lines go to `running`. */
static char *write_rows(const GArray *rows, GPtrArray *running)
{
    GString *out = g_string_new(NULL);
    const struct row *before = NULL;
    bool flow_ends = false;
    for (guint i = 0; i < rows->len; i++) {
        const struct row *row = &g_array_index(rows, struct row, i);
        if (row->is_running)
            g_ptr_array_add(running, g_strdup(row->text->str));
        else {
            bool parted = before && is_parted(before, row, flow_ends);
            g_string_append_printf(out, "%s%s\n", parted ? "\n" : "", row->text->str);
            before = row;
            flow_ends = false;
        }
        flow_ends |= row->flow_ends;
    }
    return g_string_free(out, FALSE);
}

char *import_read_pdf(const char *path, struct pdf_notes notes, struct diag *diag)
{
    g_autofree char *list = list_words(path, diag);
    if (!list)
        return NULL;
    g_autoptr(GArray) rows = read_rows(list, notes.odd);
    find_running(rows);
    find_beside(rows);
    g_autoptr(GArray) ordered = pdf_order_columns(rows);
    note_beside(ordered, notes.beside);
    return write_rows(ordered, notes.running);
}
