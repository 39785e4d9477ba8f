/*
 * The cells of the contact band: each fact set in its type, in the order of reading.
 */
#include "base/clip.h"
#include "base/signs.h"
#include "content/tones.h"
#include "document/contact.h"
#include "layout/contact_parts.h"
#include "layout/qr.h"
#include "layout/type.h"

#include <string.h>

double contact_space(const struct band *band, double look)
{
    return look * band->setter->pads;
}

/* The spans behind the label, the first without the line end that parts it from that; the array is
 * the caller's, its spans lent but `first`, which is changed. */
static GPtrArray *values_of(const struct block *block, struct span *first)
{
    GPtrArray *values = g_ptr_array_new();
    for (guint i = 1; i < block->spans->len; i++)
        g_ptr_array_add(values, block->spans->pdata[i]);
    if (values->len == 0)
        return values;
    *first = *(const struct span *)values->pdata[0];
    if (g_str_has_prefix(first->text, LINE_SEPARATOR_TEXT))
        first->text += strlen(LINE_SEPARATOR_TEXT);
    values->pdata[0] = first;
    return values;
}

static struct cell *open_cell(struct band *band, enum cell_kind kind, double width)
{
    struct cell *cell = &band->cells[kind];
    cell->strip = strip_new(0, (struct pos){0});
    cell->width = width;
    return cell;
}

static void add_lines(struct cell *cell, GPtrArray *lines)
{
    cell->lines += lines->len;
    cell->strip->height += type_stack(cell->strip, lines, 0, cell->strip->height);
}

static void add_label(struct band *band, struct cell *cell, const struct block *block,
                      const char *words)
{
    add_lines(cell, type_set_words(band->setter, words, block->element, &band->scale->label,
                                   band->setter->style->accent, cell->width, ALIGN_START));
    cell->lines = 0;
}

/* A white field with a line to write on. */
static void add_write_in(struct band *band, struct cell *cell)
{
    double y = cell->strip->height, height = contact_look.write_in;
    struct color line = tint_color(band->setter->style->accent, TINT_64);
    struct rect field = {0, y, cell->width, height};
    struct rect rule = {0, y + height - contact_look.write_line, cell->width,
                        contact_look.write_line};
    struct path *white = path_new(), *below = path_new();
    path_add_rect(white, field);
    path_add_rect(below, rule);
    strip_add_mark(cell->strip, white, COLOR_WHITE);
    strip_add_mark(cell->strip, below, line);
    cell->strip->height += height;
}

/* Under the heading of the whole. */
static void set_telephone(struct band *band, double width)
{
    const struct labels *labels = band->setter->document->labels;
    const struct block *block = contact_fact(band->setter->document, FACT_TELEPHONE);
    const struct block *heading = contact_facts(band->setter->document)->pdata[0];
    struct cell *cell = open_cell(band, TELEPHONE, width);
    add_label(band, cell, heading, labels_get(labels, LABEL_CONTACT_HEADING));
    if (block->kind != BLOCK_TEXT) {
        add_label(band, cell, block, labels_get(labels, LABEL_CALL_US_WRITE_IN));
        add_write_in(band, cell);
        return;
    }
    struct span first;
    g_autoptr(GPtrArray) number = values_of(block, &first);
    struct type type = type_fit(band->setter, number, band->scale->telephone, width,
                                band->scale->least_telephone, contact_look.telephone_step);
    add_lines(cell,
              type_set(band->setter, number, &type, band->setter->style->ink, width, ALIGN_START));
}

/* A small line or more of a fact without its label. */
static void set_bare(struct band *band, enum cell_kind kind, const struct block *block,
                     double width)
{
    if (!block)
        return;
    struct span first;
    g_autoptr(GPtrArray) words = values_of(block, &first);
    struct cell *cell = open_cell(band, kind, width);
    add_lines(cell, type_set(band->setter, words, &band->scale->small, band->setter->style->ink,
                             width, ALIGN_START));
}

static void set_address(struct band *band, double width)
{
    const struct block *block = contact_fact(band->setter->document, FACT_ADDRESS);
    if (!block)
        return;
    struct span first;
    g_autoptr(GPtrArray) words = values_of(block, &first);
    struct cell *cell = open_cell(band, ADDRESS, width);
    add_label(band, cell, block, labels_get(band->setter->document->labels, LABEL_VISIT_US));
    add_lines(cell, type_set(band->setter, words, &band->scale->small, band->setter->style->ink,
                             width, ALIGN_START));
}

static const struct block *table_cell(const struct block *row, guint column)
{
    const struct block *cell = row->children->pdata[column];
    return cell->children->pdata[0];
}

static double days_width(struct band *band, const struct block *table)
{
    double widest = 0;
    for (guint i = 0; i < table->children->len; i++) {
        const struct block *days = table_cell(table->children->pdata[i], 0);
        widest = MAX(widest, type_width(band->setter, days->spans, &band->scale->small));
    }
    return widest + contact_look.days_gap;
}

static double times_width(struct band *band, const struct block *table)
{
    double widest = 0;
    for (guint i = 0; i < table->children->len; i++) {
        const struct block *times = table_cell(table->children->pdata[i], 1);
        widest = MAX(widest, type_width(band->setter, times->spans, &band->scale->small));
    }
    return widest;
}

/* In a narrow column the times stand below their days, or on their line where both have room. */
static void stack_hours_rows(struct band *band, struct cell *cell, const struct block *table)
{
    struct setter *setter = band->setter;
    const struct scale *scale = band->scale;
    bool rtl = setter->document->rtl;
    for (guint i = 0; i < table->children->len; i++) {
        const struct block *days = table_cell(table->children->pdata[i], 0);
        const struct block *times = table_cell(table->children->pdata[i], 1);
        double named = type_width(setter, days->spans, &scale->strong) + contact_look.email_gap;
        double said = type_width(setter, times->spans, &scale->small);
        bool beside = named + said <= cell->width;
        double y = cell->strip->height, x = rtl || !beside ? 0 : named;
        GPtrArray *first = type_set(setter, days->spans, &scale->strong, setter->style->ink,
                                    cell->width, ALIGN_START);
        GPtrArray *rest = type_set(setter, times->spans, &scale->small, setter->style->ink,
                                   beside ? cell->width - named : cell->width, ALIGN_START);
        cell->lines += rest->len + (beside ? 0 : first->len);
        double height = type_stack(cell->strip, first, 0, y);
        double own = type_stack(cell->strip, rest, x, beside ? y : y + height);
        cell->strip->height = y + (beside ? MAX(height, own) : height + own);
    }
}

/* The days have what they need as far as the times leave it. */
static double days_column(struct band *band, const struct block *table, double width)
{
    double days = days_width(band, table), left = width - times_width(band, table) - 1;
    return MIN(days, MAX(left, width * contact_look.widest_days));
}

/* Its columns stand one below the other. */
static bool is_single(const struct band *band)
{
    return band->left + band->right > band->width;
}

static void add_hours_rows(struct band *band, struct cell *cell, const struct block *table)
{
    bool narrow = cell->width < contact_look.left - contact_look.spare;
    if ((narrow || is_single(band)) &&
        days_width(band, table) + times_width(band, table) > cell->width) {
        stack_hours_rows(band, cell, table);
        return;
    }
    double first = days_column(band, table, cell->width), rest = cell->width - first;
    bool rtl = band->setter->document->rtl;
    struct color ink = band->setter->style->ink;
    for (guint i = 0; i < table->children->len; i++) {
        const struct block *row = table->children->pdata[i];
        GPtrArray *days = type_set(band->setter, table_cell(row, 0)->spans, &band->scale->small,
                                   ink, first, ALIGN_START);
        GPtrArray *times = type_set(band->setter, table_cell(row, 1)->spans, &band->scale->small,
                                    ink, rest, ALIGN_START);
        double y = cell->strip->height + (i > 0 ? contact_space(band, contact_look.hours_gap) : 0);
        cell->lines += MAX(days->len, times->len);
        double named = type_stack(cell->strip, days, rtl ? rest : 0, y);
        double said = type_stack(cell->strip, times, rtl ? 0 : first, y);
        cell->strip->height = y + MAX(named, said);
    }
}

static void set_hours(struct band *band, double width)
{
    const GPtrArray *facts = contact_facts(band->setter->document);
    struct cell *cell = NULL;
    for (guint i = 0; i < facts->len; i++) {
        const struct block *block = facts->pdata[i];
        struct span first;
        if (block->fact != FACT_HOURS)
            continue;
        if (block->kind == BLOCK_TABLE) {
            add_hours_rows(band, cell, block);
            continue;
        }
        g_autoptr(GPtrArray) words = values_of(block, &first);
        cell = open_cell(band, HOURS, width);
        add_label(band, cell, block,
                  labels_get(band->setter->document->labels, LABEL_OPENING_HOURS));
        if (words->len > 0)
            add_lines(cell, type_set(band->setter, words, &band->scale->small,
                                     band->setter->style->ink, width, ALIGN_START));
    }
}

static void set_services(struct band *band, double width)
{
    const struct block *block = contact_fact(band->setter->document, FACT_SERVICES);
    if (!block)
        return;
    struct cell *cell = open_cell(band, SERVICES, width);
    add_lines(cell, type_set(band->setter, block->spans, &band->scale->small,
                             band->setter->style->ink, width, ALIGN_START));
}

/* What people read aloud of an address: without its scheme. */
static GPtrArray *host_of(const struct block *website, struct span *first)
{
    GPtrArray *words = values_of(website, first);
    static const char *const unsaid[] = {"https://", "http://", "www."};
    for (size_t i = 0; words->len > 0 && i < G_N_ELEMENTS(unsaid); i++)
        if (g_str_has_prefix(first->text, unsaid[i]))
            first->text += strlen(unsaid[i]);
    if (words->len > 0)
        first->text = g_strndup(first->text,
                                strlen(first->text) - (g_str_has_suffix(first->text, "/") ? 1 : 0));
    return words;
}

static const struct block *caption_of(const struct document *document)
{
    const GPtrArray *facts = contact_facts(document);
    for (guint i = 0; i < facts->len; i++) {
        const struct block *block = facts->pdata[i];
        if (block->kind == BLOCK_TEXT && block->text_kind == TEXT_CAPTION)
            return block;
    }
    return NULL;
}

/* The code on a white plate. */
static double add_code(struct band *band, struct cell *cell, const struct block *block)
{
    struct strip *code = qr_strip(band->setter, block);
    if (!code)
        return 0;
    bool rtl = band->setter->document->rtl;
    double side = code->height, x = rtl ? cell->width - side : 0;
    struct patch plate = {{x, 0, side, side},
                          contact_look.plate,
                          contact_look.plate,
                          contact_look.plate,
                          contact_look.plate};
    strip_add_mark(cell->strip, patch_path(&plate), COLOR_WHITE);
    double ink = g_array_index(code->items, struct item, 0).box.x;
    strip_absorb(cell->strip, code, x - ink, 0);
    strip_free(code);
    return side;
}

/* What the code is for. */
static const char *code_words(const struct document *document, const struct block *code)
{
    bool page = g_strcmp0(code->as.qr, document->web_address) == 0;
    return labels_get(document->labels, page ? LABEL_QR_PAGE : LABEL_QR_WEBSITE);
}

/* The code, beside it what it leads to and, as a cell of its own, the address. */
static void set_code(struct band *band, double width)
{
    const struct document *document = band->setter->document;
    const struct block *block = contact_fact(document, FACT_CODE);
    const struct block *website = contact_fact(document, FACT_WEBSITE);
    const struct block *caption = caption_of(document);
    if (!block || !website || !caption)
        return;
    struct cell *cell = open_cell(band, CODE, width);
    double side = add_code(band, cell, block), gap = contact_look.code_gap;
    double room = width - side - gap, x = document->rtl ? 0 : side + gap;
    struct type strong = band->scale->strong;
    strong.breaking = BREAKING_BALANCED;
    struct span first;
    g_autoptr(GPtrArray) host = host_of(website, &first);
    GPtrArray *words = type_set_words(band->setter, code_words(document, block), caption->element,
                                      &strong, band->setter->style->ink, room, ALIGN_START);
    struct cell *address = open_cell(band, WEBSITE, room);
    add_lines(address, type_set(band->setter, host, &band->scale->small, band->setter->style->ink,
                                room, ALIGN_START));
    g_free(first.text);
    double height = type_height(words) + address->strip->height;
    double y = MAX(side - height, 0) / 2;
    address->y = y + type_stack(cell->strip, words, x, y);
    address->x = x;
    cell->strip->height = MAX(side, height);
}

/* So many that they take a column for themselves. */
bool contact_hours_fill(const struct band *band)
{
    const struct cell *hours = &band->cells[HOURS];
    return hours->lines > contact_look.few_hours && hours->width <= band->right;
}

void contact_set_cells(struct band *band, double hours, unsigned cells)
{
    const struct document *document = band->setter->document;
    if (cells & CELL_SET(TELEPHONE))
        set_telephone(band, band->left);
    if (cells & CELL_SET(EMAIL))
        set_bare(band, EMAIL, contact_fact(document, FACT_EMAIL), band->left);
    if (cells & CELL_SET(ADDRESS))
        set_address(band, band->left);
    if (cells & CELL_SET(HOURS))
        set_hours(band, hours);
    /* where a column is free of hours, others are as wide as it */
    if (cells & CELLS_CODE)
        set_code(band, contact_hours_fill(band) ? band->left : band->right);
    if (cells & CELL_SET(SERVICES))
        set_services(band, band->width - 2 * band->setter->profile->outdent);
}

/* Widths of the longest days and times; none are given: 0. [pt] */
static void measure_hours(struct band *band, double *days, double *times)
{
    const GPtrArray *facts = contact_facts(band->setter->document);
    *days = *times = 0;
    for (guint i = 0; i < facts->len; i++) {
        const struct block *table = facts->pdata[i];
        if (table->fact != FACT_HOURS || table->kind != BLOCK_TABLE)
            continue;
        *days = MAX(*days, days_width(band, table));
        *times = MAX(*times, times_width(band, table));
    }
}

/* Words are set a hair wider than they are. */
void contact_share_columns(struct band *band)
{
    double days, times;
    measure_hours(band, &days, &times);
    double more = days + times + 1 - contact_look.right;
    more = more > contact_look.spare ? 0 : MAX(more, 0);
    band->left = contact_look.left - more;
    band->right = contact_look.right + more;
}

bool contact_hours_fit(struct band *band)
{
    double days, times;
    measure_hours(band, &days, &times);
    if (days + times + 1 <= band->right)
        return true;
    return days <= contact_look.right * contact_look.widest_days &&
           days + times <= contact_look.right * contact_look.widest_hours;
}
