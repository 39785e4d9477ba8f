/*
 * Each fact is a cell, set in the order of reading; a plan says which cells stand side by side.
 * Where two do not fit so, all stand one below the other, as they do in the largest prints.
 */
#include "layout/contact_band.h"

#include "base/clip.h"
#include "base/signs.h"
#include "content/tones.h"
#include "layout/crisis_strip.h"
#include "layout/qr.h"
#include "layout/type.h"

#include <string.h>

/* In the order of reading. */
enum cell_kind { TELEPHONE, EMAIL, WEBSITE, ADDRESS, HOURS, SERVICES, CODE, CELL_COUNT };

struct cell {
    struct strip *strip; /* NULL: not given */
    double x, y;         /* [pt] in the band */
    double width;        /* [pt] of its words */
    guint lines;
};

struct band {
    struct setter *setter;
    const struct scale *scale;
    double width; /* [pt] of the band */
    struct cell cells[CELL_COUNT];
};

static const GPtrArray *facts_of(const struct document *document)
{
    g_autoptr(GPtrArray) contact = document_blocks(document, PART_SET(PART_CONTACT));
    return ((const struct block *)contact->pdata[0])->children;
}

/* The block that has the words of a fact; for a code its caption comes behind it. */
static const struct block *fact_of(const struct document *document, enum fact_kind kind)
{
    const GPtrArray *facts = facts_of(document);
    for (guint i = 0; i < facts->len; i++) {
        const struct block *block = facts->pdata[i];
        if (block->fact == kind && !block_is_heading(block))
            return block;
    }
    return NULL;
}

const struct block *contact_verified(const struct document *document)
{
    return fact_of(document, FACT_VERIFIED);
}

char *contact_telephone(const struct document *document)
{
    const struct block *block = fact_of(document, FACT_TELEPHONE);
    bool given = block && block->kind == BLOCK_TEXT && block->spans->len > 1;
    return given ? g_strdup(((const struct span *)block->spans->pdata[1])->text) : NULL;
}

static const struct style *style_of(const struct band *band)
{
    return band->setter->style;
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
                                   style_of(band)->accent, cell->width, ALIGN_START));
    cell->lines = 0;
}

/* As large as one line allows. */
static struct type fit_type(struct band *band, const GPtrArray *spans, struct type type,
                            double width)
{
    while (type.size - contact_look.telephone_step >= band->scale->least_telephone &&
           type_width(band->setter, spans, &type) > width)
        type.size -= contact_look.telephone_step;
    return type;
}

/* A white field with a line to write on. */
static void add_write_in(struct band *band, struct cell *cell)
{
    double y = cell->strip->height, height = contact_look.write_in;
    struct color line = tint_color(style_of(band)->accent, TINT_64);
    struct rect field = {0, y, cell->width, height};
    struct rect rule = {0, y + height - contact_look.write_line, cell->width,
                        contact_look.write_line};
    struct path *white = path_new(), *below = path_new();
    path_add_rect(white, field);
    path_add_rect(below, rule);
    strip_add_mark(cell->strip, white, (struct color){255, 255, 255});
    strip_add_mark(cell->strip, below, line);
    cell->strip->height += height;
}

/* Under the heading of the whole. */
static void set_telephone(struct band *band, double width)
{
    const struct labels *labels = band->setter->document->labels;
    const struct block *block = fact_of(band->setter->document, FACT_TELEPHONE);
    const struct block *heading = facts_of(band->setter->document)->pdata[0];
    struct cell *cell = open_cell(band, TELEPHONE, width);
    add_label(band, cell, heading, labels_get(labels, LABEL_CONTACT_HEADING));
    if (block->kind != BLOCK_TEXT) {
        add_label(band, cell, block, labels_get(labels, LABEL_CALL_US_WRITE_IN));
        add_write_in(band, cell);
        return;
    }
    struct span first;
    g_autoptr(GPtrArray) number = values_of(block, &first);
    struct type type = fit_type(band, number, band->scale->telephone, width);
    add_lines(cell, type_set(band->setter, number, &type, style_of(band)->ink, width, ALIGN_START));
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
    add_lines(cell, type_set(band->setter, words, &band->scale->small, style_of(band)->ink, width,
                             ALIGN_START));
}

static void set_address(struct band *band, double width)
{
    const struct block *block = fact_of(band->setter->document, FACT_ADDRESS);
    if (!block)
        return;
    struct span first;
    g_autoptr(GPtrArray) words = values_of(block, &first);
    struct cell *cell = open_cell(band, ADDRESS, width);
    add_label(band, cell, block, labels_get(band->setter->document->labels, LABEL_VISIT_US));
    add_lines(cell, type_set(band->setter, words, &band->scale->small, style_of(band)->ink, width,
                             ALIGN_START));
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

static void add_hours_rows(struct band *band, struct cell *cell, const struct block *table)
{
    double first = MIN(days_width(band, table), cell->width * contact_look.widest_days),
           rest = cell->width - first;
    bool rtl = band->setter->document->rtl;
    struct color ink = style_of(band)->ink;
    for (guint i = 0; i < table->children->len; i++) {
        const struct block *row = table->children->pdata[i];
        GPtrArray *days = type_set(band->setter, table_cell(row, 0)->spans, &band->scale->small,
                                   ink, first, ALIGN_START);
        GPtrArray *times = type_set(band->setter, table_cell(row, 1)->spans, &band->scale->small,
                                    ink, rest, ALIGN_START);
        double y = cell->strip->height + (i > 0 ? contact_look.hours_gap : 0);
        cell->lines += MAX(days->len, times->len);
        double named = type_stack(cell->strip, days, rtl ? rest : 0, y);
        double said = type_stack(cell->strip, times, rtl ? 0 : first, y);
        cell->strip->height = y + MAX(named, said);
    }
}

static void set_hours(struct band *band, double width)
{
    const GPtrArray *facts = facts_of(band->setter->document);
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
            add_lines(cell, type_set(band->setter, words, &band->scale->small, style_of(band)->ink,
                                     width, ALIGN_START));
    }
}

static void set_services(struct band *band, double width)
{
    const struct block *block = fact_of(band->setter->document, FACT_SERVICES);
    if (!block)
        return;
    struct cell *cell = open_cell(band, SERVICES, width);
    add_lines(cell, type_set(band->setter, block->spans, &band->scale->small, style_of(band)->ink,
                             width, ALIGN_START));
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
    const GPtrArray *facts = facts_of(document);
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
    strip_add_mark(cell->strip, patch_path(&plate), (struct color){255, 255, 255});
    double ink = g_array_index(code->items, struct item, 0).box.x;
    strip_absorb(cell->strip, code, x - ink, 0);
    strip_free(code);
    return side;
}

/* The code, beside it what it leads to and, as a cell of its own, the address. */
static void set_code(struct band *band, double width)
{
    const struct document *document = band->setter->document;
    const struct block *block = fact_of(document, FACT_CODE);
    const struct block *website = fact_of(document, FACT_WEBSITE);
    const struct block *caption = caption_of(document);
    if (!block || !website || !caption)
        return;
    struct cell *cell = open_cell(band, CODE, width);
    double side = add_code(band, cell, block), gap = contact_look.code_gap;
    double room = width - side - gap, x = document->rtl ? 0 : side + gap;
    struct span first;
    g_autoptr(GPtrArray) host = host_of(website, &first);
    GPtrArray *words = type_set_words(band->setter, labels_get(document->labels, LABEL_QR_WEBSITE),
                                      caption->element, &band->scale->strong, style_of(band)->ink,
                                      room, ALIGN_START);
    struct cell *address = open_cell(band, WEBSITE, room);
    add_lines(address, type_set(band->setter, host, &band->scale->small, style_of(band)->ink, room,
                                ALIGN_START));
    g_free(first.text);
    double height = type_height(words) + address->strip->height;
    double y = MAX(side - height, 0) / 2;
    address->y = y + type_stack(cell->strip, words, x, y);
    address->x = x;
    cell->strip->height = MAX(side, height);
}

/* Puts a cell below what stands in its column. */
static void put(const struct band *band, struct cell *cell, double x, double *y, double gap)
{
    if (!cell->strip)
        return;
    bool rtl = band->setter->document->rtl;
    cell->x += rtl ? band->width - x - cell->width : x;
    cell->y += *y + (*y > contact_look.pad ? gap : 0);
    *y = cell->y + cell->strip->height;
}

/* The code with its address, which was placed beside it. */
static void put_code(struct band *band, double x, double *y)
{
    struct cell *code = &band->cells[CODE], *address = &band->cells[WEBSITE];
    if (!code->strip)
        return;
    put(band, code, x, y, contact_look.row_gap);
    address->x += code->x;
    address->y += code->y;
}

static void put_place(struct band *band, double x, double *y)
{
    double gap = band->cells[ADDRESS].strip ? contact_look.email_gap : contact_look.row_gap;
    put(band, &band->cells[ADDRESS], x, y, contact_look.row_gap);
    put(band, &band->cells[EMAIL], x, y, gap);
}

static void put_columns(struct band *band, double *y)
{
    double left = *y, right = *y, x = band->setter->profile->outdent;
    double second = x + contact_look.left + contact_look.column_gap;
    struct cell *cells = band->cells;
    put(band, &cells[TELEPHONE], x, &left, 0);
    if (cells[HOURS].lines > contact_look.few_hours) {
        put(band, &cells[HOURS], second, &right, 0);
        put_place(band, x, &left);
        put_code(band, x, &left);
    } else {
        put_code(band, second, &right);
        if (cells[CODE].strip && (cells[ADDRESS].strip || cells[EMAIL].strip))
            left = right = MAX(left, right);
        if (cells[HOURS].strip)
            put(band, &cells[HOURS], second, &right, contact_look.row_gap);
        bool free_right = right <= contact_look.pad;
        put_place(band, free_right ? second : x, free_right ? &right : &left);
    }
    *y = MAX(left, right);
}

static void put_stack(struct band *band, double *y)
{
    double x = band->setter->profile->outdent;
    put(band, &band->cells[TELEPHONE], x, y, 0);
    put_code(band, x, y);
    put_place(band, x, y);
    put(band, &band->cells[HOURS], x, y, contact_look.row_gap);
}

static void clear_cells(struct band *band)
{
    for (int i = 0; i < CELL_COUNT; i++)
        g_clear_pointer(&band->cells[i].strip, strip_free);
    memset(band->cells, 0, sizeof band->cells);
}

static void set_cells(struct band *band, double left, double right, bool services)
{
    const struct document *document = band->setter->document;
    set_telephone(band, left);
    set_bare(band, EMAIL, fact_of(document, FACT_EMAIL), left);
    set_code(band, right);
    set_address(band, left);
    set_hours(band, right);
    if (services)
        set_services(band, band->width - 2 * band->setter->profile->outdent);
    /* where a column is free of them, others are as wide as it */
    if (band->cells[HOURS].lines > contact_look.few_hours && band->cells[CODE].strip) {
        strip_free(band->cells[CODE].strip);
        strip_free(band->cells[WEBSITE].strip);
        memset(&band->cells[CODE], 0, sizeof band->cells[CODE]);
        memset(&band->cells[WEBSITE], 0, sizeof band->cells[WEBSITE]);
        set_code(band, left);
    }
}

/* Two columns hold the hours only where days and times have a line each. */
static bool fits_columns(struct band *band)
{
    const GPtrArray *facts = facts_of(band->setter->document);
    for (guint i = 0; i < facts->len; i++) {
        const struct block *table = facts->pdata[i];
        if (table->fact != FACT_HOURS || table->kind != BLOCK_TABLE)
            continue;
        double days = days_width(band, table), times = 0;
        for (guint n = 0; n < table->children->len; n++)
            times =
                MAX(times, type_width(band->setter, table_cell(table->children->pdata[n], 1)->spans,
                                      &band->scale->small));
        if (days > contact_look.right * contact_look.widest_days ||
            days + times > contact_look.right * contact_look.widest_hours)
            return false;
    }
    return band->scale->columns;
}

static double place_cells(struct band *band, bool services)
{
    double y = contact_look.pad, whole = band->width - 2 * band->setter->profile->outdent;
    if (fits_columns(band)) {
        set_cells(band, contact_look.left, contact_look.right, services);
        put_columns(band, &y);
    } else {
        set_cells(band, whole, whole, services);
        put_stack(band, &y);
    }
    put(band, &band->cells[SERVICES], band->setter->profile->outdent, &y, contact_look.row_gap);
    return y + contact_look.pad;
}

static void add_ground(const struct band *band, struct strip *strip, double height, double foot)
{
    double radius = masthead_look.radius;
    struct patch patch = {{0, 0, band->width, height}, radius, radius, foot, foot};
    strip_add_mark(strip, patch_path(&patch), tint_color(style_of(band)->accent, TINT_8));
}

struct strip *contact_band_set(struct setter *setter, double width, bool services)
{
    struct band band = {.setter = setter, .scale = setter->profile->scale, .width = width};
    double height = place_cells(&band, services);
    struct strip *crisis = crisis_strip_set(setter, width);
    struct strip *strip = strip_new(height + (crisis ? crisis->height : 0), (struct pos){0});
    add_ground(&band, strip, height, crisis ? 0 : masthead_look.radius);
    for (int i = 0; i < CELL_COUNT; i++) {
        if (i == CODE && crisis)
            strip_absorb(strip, crisis, 0, height);
        if (band.cells[i].strip)
            strip_absorb(strip, band.cells[i].strip, band.cells[i].x, band.cells[i].y);
    }
    clear_cells(&band);
    if (crisis)
        strip_free(crisis);
    return strip;
}
