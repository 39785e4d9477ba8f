/*
 * Lines of facts: a label and what it names, as text, as a link, as an address, as a table of
 * hours. Method: each adds blocks to an array and elements to a section, and nothing where the fact
 * is not given.
 */
#include "document/compose_facts.h"

#include "base/lang.h"
#include "base/signs.h"
#include "content/address.h"
#include "content/country.h"
#include "content/date.h"
#include "content/telephone.h"
#include "document/compose_tools.h"

#include <string.h>

struct block *facts_add_line(const struct facts *facts, enum fact_kind kind, enum label label,
                             const char *value, struct pos pos)
{
    struct composer *composer = facts->composer;
    struct element *line = element_new(facts->section, ROLE_P, pos);
    g_autofree char *words = g_strconcat(labels_get(composer->labels, label),
                                         labels_get(composer->labels, LABEL_FACT_SEPARATOR), NULL);
    struct block *block = block_new(BLOCK_TEXT, line, pos);
    block->text_kind = TEXT_FACT;
    block->fact = kind;
    compose_span(block, compose_labelled(composer, line, label), words, true, pos);
    if (value)
        compose_fact(block, line, value, pos);
    g_ptr_array_add(facts->blocks, block);
    return block;
}

void facts_add(const struct facts *facts, enum fact_kind kind, enum label label,
               const struct fact *fact)
{
    if (fact->value)
        facts_add_line(facts, kind, label, fact->value, fact->pos);
}

void facts_add_date(const struct facts *facts, enum fact_kind kind, enum label label,
                    const struct fact *date)
{
    if (!date->value)
        return;
    g_autofree char *words = date_fact_in_words(date, facts->composer->labels);
    const struct block *line = facts_add_line(facts, kind, label, words, date->pos);
    ((struct span *)line->spans->pdata[1])->whole = true;
}

/* A fact that can be clicked and leads to `uri`. Returns the link, which the section owns. */
static struct element *add_link(const struct facts *facts, enum fact_kind kind, enum label label,
                                const struct fact *fact, const char *uri)
{
    struct block *block = facts_add_line(facts, kind, label, NULL, fact->pos);
    struct element *line = facts->section->children->pdata[facts->section->children->len - 1];
    struct element *link = element_new(line, ROLE_LINK, fact->pos);
    compose_link(facts->composer, link, uri, fact->value);
    compose_fact(block, link, fact->value, fact->pos);
    return link;
}

void facts_add_telephone(const struct facts *facts, enum label label, const struct fact *fact)
{
    if (!fact->value)
        return;
    g_autofree char *uri = telephone_uri(fact->value);
    add_link(facts, FACT_TELEPHONE, label, fact, uri);
}

void facts_add_text_number(const struct facts *facts, enum fact_kind kind, enum label label,
                           const struct fact *fact)
{
    if (!fact->value || !telephone_is(fact->value)) { /* "HOME to 741741" */
        facts_add(facts, kind, label, fact);
        return;
    }
    g_autofree char *uri = telephone_text_uri(fact->value);
    add_link(facts, kind, label, fact, uri);
}

void facts_add_email(const struct facts *facts, const struct fact *fact)
{
    if (!fact->value)
        return;
    g_autofree char *uri = address_from_mail(fact->value);
    add_link(facts, FACT_EMAIL, LABEL_EMAIL, fact, uri);
}

void facts_add_website(const struct facts *facts, const struct fact *url, const struct fact *whose)
{
    if (!url->value)
        return;
    struct element *link = add_link(facts, FACT_WEBSITE, LABEL_WEBSITE, url, url->value);
    g_free(link->alt);
    link->alt =
        labels_format(facts->composer->labels, LABEL_LINK_WEBSITE, "name", whose->value, NULL);
}

static void append_part(GString *text, const char *separator, const struct fact *part)
{
    if (!part->value)
        return;
    if (text->len > 0)
        g_string_append(text, separator);
    g_string_append(text, part->value);
}

/* Where the clinic's readers are: its own country, else that of the document's language. Owned by
 * the caller; NULL: nobody knows. */
static char *home_of(const struct composer *composer)
{
    const char *country = composer->clinic->address.address_country.value;
    const char *code = country ? country_code(country) : NULL;
    return code ? g_strdup(code) : lang_country(composer->document->lang);
}

/* Each line of the letter on a line of its own; owned by the caller; NULL: there is none. */
static char *address_words(const struct facts *facts, const struct postal *address)
{
    if (!postal_is_given(address))
        return NULL;
    g_autofree char *home = home_of(facts->composer);
    g_auto(GStrv) lines = postal_lines(address, home, facts->composer->document->lang);
    return lines[0] ? g_strjoinv(HARD_BREAK_TEXT, lines) : NULL;
}

/* Below the label where there are several lines. */
void facts_add_address(const struct facts *facts, const struct postal *address)
{
    g_autofree char *words = address_words(facts, address);
    if (!words)
        return;
    g_autofree char *below = g_strconcat(LINE_SEPARATOR_TEXT, words, NULL);
    bool several = strstr(words, LINE_SEPARATOR_TEXT) != NULL;
    struct block *block = facts_add_line(facts, FACT_ADDRESS, LABEL_ADDRESS,
                                         several ? below : words, address->street_address.pos);
    ((struct span *)block->spans->pdata[1])->whole = true;
}

void facts_add_bare_address(const struct facts *facts, const struct postal *address)
{
    g_autofree char *words = address_words(facts, address);
    if (!words)
        return;
    struct element *line = element_new(facts->section, ROLE_P, address->street_address.pos);
    struct block *block = block_new(BLOCK_TEXT, line, address->street_address.pos);
    block->text_kind = TEXT_FACT;
    block->fact = FACT_ADDRESS;
    compose_fact(block, line, words, address->street_address.pos);
    ((struct span *)block->spans->pdata[0])->whole = true;
    g_ptr_array_add(facts->blocks, block);
}

/* One line of words in a cell of a table of facts. */
static struct element *add_cell(struct block *row, struct element *parent, enum role role,
                                const char *words, struct pos pos)
{
    struct element *element = element_new(parent, role, pos);
    struct block *cell = block_new(BLOCK_CELL, element, pos);
    g_ptr_array_add(row->children, cell);
    struct block *text = compose_text(cell->children, TEXT_FACT, element, words, pos);
    ((struct span *)text->spans->pdata[0])->whole = true;
    return element;
}

/* Days name the rows: a screen reader says them before the times. */
static void add_hours_table(const struct facts *facts, const GPtrArray *rows, struct pos pos)
{
    struct element *element = element_new(facts->section, ROLE_TABLE, pos);
    struct block *table = block_new(BLOCK_TABLE, element, pos);
    table->text_kind = TEXT_FACT;
    table->fact = FACT_HOURS;
    g_ptr_array_add(facts->blocks, table);
    for (guint i = 0; i < rows->len; i++) {
        const struct hours_row *words = rows->pdata[i];
        struct element *line = element_new(element, ROLE_TR, pos);
        struct block *row = block_new(BLOCK_ROW, line, pos);
        g_ptr_array_add(table->children, row);
        struct element *days = add_cell(row, line, ROLE_TH, words->days, pos);
        days->as.cell.scope = SCOPE_ROW;
        struct element *times = add_cell(row, line, ROLE_TD, words->stacked, pos);
        times->as.cell.headers = g_ptr_array_new();
        g_ptr_array_add(times->as.cell.headers, days);
    }
}

/* What short names of days are content of: they are heard in full, with the sign behind them. */
static struct element *days_element(const struct facts *facts, const struct hours_row *row,
                                    const char *sign, struct pos pos)
{
    struct element *line = facts->section->children->pdata[facts->section->children->len - 1];
    if (g_str_equal(row->brief, row->days))
        return line;
    struct element *span = element_new(line, ROLE_SPAN, pos);
    span->actual_text = g_strconcat(row->days, sign, NULL);
    return span;
}

/* One row; on screens its days as its label, then its times, a span a line, unless the language has
 * them otherwise. */
static void add_hours_row(const struct facts *facts, struct block *line,
                          const struct hours_row *row, const char *before, struct pos pos)
{
    const struct composer *composer = facts->composer;
    g_autofree char *words = hours_row_in_words(row, composer->labels);
    size_t days = strlen(row->days), times = strlen(row->times), all = strlen(words);
    bool plain = composer->medium == MEDIUM_SCREEN && days > 0 && times > 0 &&
                 g_str_has_prefix(words, row->days) && g_str_has_suffix(words, row->times) &&
                 days + times < all;
    g_autofree char *sign = g_strndup(words + days, plain ? all - days - times : 0);
    g_autofree char *first = g_strconcat(before, row->brief, sign, NULL);
    g_autofree char *whole = g_strconcat(before, words, NULL);
    if (plain)
        compose_span(line, days_element(facts, row, sign, pos), first, true, pos);
    compose_fact(line, line->element, plain ? row->stacked : whole, pos);
    ((struct span *)line->spans->pdata[line->spans->len - 1])->whole = true;
}

/* The rows, each on a line of its own below the label where there are several. */
static void add_hours_lines(const struct facts *facts, const GPtrArray *rows, struct pos pos)
{
    struct block *line = facts_add_line(facts, FACT_HOURS, LABEL_OPENING_HOURS, NULL, pos);
    const char *first = rows->len > 1 ? LINE_SEPARATOR_TEXT : "";
    for (guint i = 0; i < rows->len; i++)
        add_hours_row(facts, line, rows->pdata[i], i > 0 ? HARD_BREAK_TEXT : first, pos);
}

static bool is_table(const GPtrArray *rows)
{
    bool both = rows->len > 1;
    for (guint i = 0; i < rows->len; i++) {
        const struct hours_row *row = rows->pdata[i];
        both &= *row->days && *row->times;
    }
    return both;
}

void facts_add_hours(const struct facts *facts, const GArray *hours, struct pos pos)
{
    g_autoptr(GPtrArray) rows = hours_table(hours, facts->composer->labels);
    if (rows->len == 0)
        return;
    if (facts->composer->medium == MEDIUM_SCREEN || !is_table(rows)) {
        add_hours_lines(facts, rows, pos);
        return;
    }
    facts_add_line(facts, FACT_HOURS, LABEL_OPENING_HOURS, NULL, pos);
    add_hours_table(facts, rows, pos);
}

void facts_add_list(const struct facts *facts, enum fact_kind kind, enum label label,
                    const struct fact_list *list)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < list->items->len; i++)
        append_part(text, labels_get(facts->composer->labels, LABEL_LIST_SEPARATOR),
                    list->items->pdata[i]);
    if (text->len > 0)
        facts_add_line(facts, kind, label, text->str, list->pos);
}

void facts_add_sentence(const struct facts *facts, enum fact_kind kind, enum label label)
{
    struct pos nowhere = {0};
    struct element *line =
        compose_labelled(facts->composer, element_new(facts->section, ROLE_P, nowhere), label);
    compose_text(facts->blocks, TEXT_FACT, line, labels_get(facts->composer->labels, label),
                 nowhere)
        ->fact = kind;
}

void facts_add_words(const struct facts *facts, enum fact_kind kind, const struct fact *fact,
                     bool strong)
{
    if (!fact->value)
        return;
    struct element *line = element_new(facts->section, ROLE_P, fact->pos);
    struct block *block = compose_text(facts->blocks, TEXT_FACT, line, fact->value, fact->pos);
    block->fact = kind;
    ((struct span *)block->spans->pdata[0])->strong = strong;
}

/* Who to turn to at once, as the clinic gives it: the name, then each way on a line of its own. */
static void add_crisis_line(const struct facts *facts, const struct crisis_line *line)
{
    guint from = facts->blocks->len;
    facts_add_words(facts, FACT_CRISIS, &line->name, true);
    facts_add_telephone(facts, LABEL_CRISIS_CALL, &line->telephone);
    facts_add_text_number(facts, FACT_CRISIS, LABEL_CRISIS_TEXT, &line->text);
    facts_add_website(facts, &line->url, &line->name);
    for (; from < facts->blocks->len; from++)
        ((struct block *)facts->blocks->pdata[from])->fact = FACT_CRISIS;
}

void facts_add_crisis_lines(const struct facts *facts)
{
    const GPtrArray *lines = facts->composer->clinic->crisis_lines;
    for (guint i = 0; i < lines->len; i++)
        add_crisis_line(facts, lines->pdata[i]);
}

void facts_add_code(const struct facts *facts, enum label words, const struct fact *url)
{
    struct composer *composer = facts->composer;
    if (!url->value)
        return;
    struct element *figure = compose_labelled(
        composer, element_new(facts->section, ROLE_FIGURE, url->pos), LABEL_QR_ALT);
    figure->alt = labels_format(composer->labels, LABEL_QR_ALT, "url", url->value, NULL);
    struct block *code = block_new(BLOCK_QR, figure, url->pos);
    code->fact = FACT_CODE;
    code->as.qr = g_strdup(url->value);
    g_ptr_array_add(facts->blocks, code);

    struct element *caption =
        compose_labelled(composer, element_new(facts->section, ROLE_P, url->pos), words);
    gsize unsaid = composer->medium == MEDIUM_SCREEN ? address_unsaid(url->value) : 0;
    g_autofree char *text =
        labels_format(composer->labels, words, "url", url->value + unsaid, NULL);
    compose_text(facts->blocks, TEXT_CAPTION, caption, text, url->pos);
}

bool facts_add_page_code(const struct facts *facts)
{
    const struct composer *composer = facts->composer;
    struct fact page = {composer->document->web_address, composer->clinic->web_url.pos};
    facts_add_code(facts, LABEL_QR_HANDOUT, &page);
    return page.value != NULL;
}
