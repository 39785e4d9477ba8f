/*
 * The end of every product: how to reach the clinic, and who made and checked the text. A fact that
 * is not given leaves no trace, with one exception: the telephone number, which paper offers to
 * write in and screens leave to the front desk.
 */
#include "document/compose.h"
#include "document/compose_tools.h"

#include "content/address.h"
#include "content/telephone.h"

#include <string.h>

/* One line "label: value", value as plain words. Returns its block. */
static struct block *add_line(struct composer *composer, GPtrArray *blocks, struct element *section,
                              enum label label, const char *value, struct pos pos)
{
    struct element *line = element_new(section, ROLE_P, pos);
    g_autofree char *words = g_strconcat(labels_get(composer->labels, label),
                                         labels_get(composer->labels, LABEL_FACT_SEPARATOR), NULL);
    struct block *block = block_new(BLOCK_TEXT, line, pos);
    block->text_kind = TEXT_FACT;
    compose_span(block, compose_labelled(composer, line, label), words, true, pos);
    if (value)
        compose_span(block, line, value, false, pos);
    g_ptr_array_add(blocks, block);
    return block;
}

static void add_fact(struct composer *composer, GPtrArray *blocks, struct element *section,
                     enum label label, const struct fact *fact)
{
    if (fact->value)
        add_line(composer, blocks, section, label, fact->value, fact->pos);
}

/* A fact that can be clicked and leads to `uri`. Returns the link, which `section` owns. */
static struct element *add_link_fact(struct composer *composer, GPtrArray *blocks,
                                     struct element *section, enum label label,
                                     const struct fact *fact, const char *uri)
{
    struct block *block = add_line(composer, blocks, section, label, NULL, fact->pos);
    struct element *line = section->children->pdata[section->children->len - 1];
    struct element *link = element_new(line, ROLE_LINK, fact->pos);
    compose_link(composer, link, uri, fact->value);
    compose_span(block, link, fact->value, false, fact->pos);
    return link;
}

/* An address is no name to listen to: the link is spoken as the website of `whose`. */
static void add_website(struct composer *composer, GPtrArray *blocks, struct element *section,
                        const struct fact *url, const struct fact *whose)
{
    if (!url->value)
        return;
    struct element *link = add_link_fact(composer, blocks, section, LABEL_WEBSITE, url, url->value);
    g_free(link->alt);
    link->alt = labels_format(composer->labels, LABEL_LINK_WEBSITE, "name", whose->value, NULL);
}

static void add_write_in(struct composer *composer, GPtrArray *blocks, struct element *section)
{
    struct pos pos = composer->clinic->telephone.pos;
    struct element *line =
        compose_labelled(composer, element_new(section, ROLE_P, pos), LABEL_CALL_US_WRITE_IN);
    struct block *block = block_new(BLOCK_WRITE_LINE, line, pos);
    block->text_kind = TEXT_FACT;
    compose_span(block, line, labels_get(composer->labels, LABEL_CALL_US_WRITE_IN), true, pos);
    g_ptr_array_add(blocks, block);
}

static void add_sentence(struct composer *composer, GPtrArray *blocks, struct element *section,
                         enum label label)
{
    struct pos nowhere = {0};
    struct element *line = compose_labelled(composer, element_new(section, ROLE_P, nowhere), label);
    compose_text(blocks, TEXT_FACT, line, labels_get(composer->labels, label), nowhere);
}

static void add_telephone(struct composer *composer, GPtrArray *blocks, struct element *section)
{
    const struct fact *telephone = &composer->clinic->telephone;
    if (telephone->value) {
        g_autofree char *uri = telephone_uri(telephone->value);
        add_link_fact(composer, blocks, section, LABEL_CALL_US, telephone, uri);
    } else if (composer->medium == MEDIUM_PAPER) {
        add_write_in(composer, blocks, section);
    } else {
        add_sentence(composer, blocks, section, LABEL_ASK_FRONT_DESK);
    }
}

static void append_part(GString *text, const char *separator, const struct fact *part)
{
    if (!part->value)
        return;
    if (text->len > 0)
        g_string_append(text, separator);
    g_string_append(text, part->value);
}

/* In the order that postal services of the clinic's country read it: street, then town, region and
 * code, then country. */
static void add_address(struct composer *composer, GPtrArray *blocks, struct element *section)
{
    const struct clinic *clinic = composer->clinic;
    if (!clinic_has_address(clinic))
        return;
    GString *text = g_string_new(NULL);
    append_part(text, ", ", &clinic->street_address);
    append_part(text, ", ", &clinic->address_locality);
    append_part(text, ", ", &clinic->address_region);
    append_part(text, " ", &clinic->postal_code);
    append_part(text, ", ", &clinic->address_country);
    add_line(composer, blocks, section, LABEL_ADDRESS, text->str, clinic->street_address.pos);
    g_string_free(text, TRUE);
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
static void add_hours_table(GPtrArray *blocks, struct element *section, const GPtrArray *rows,
                            struct pos pos)
{
    struct element *element = element_new(section, ROLE_TABLE, pos);
    struct block *table = block_new(BLOCK_TABLE, element, pos);
    table->text_kind = TEXT_FACT;
    g_ptr_array_add(blocks, table);
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

/* The rows, each on a line of its own below the label where there are several. */
static void add_hours_lines(struct composer *composer, GPtrArray *blocks, struct element *section,
                            const GPtrArray *rows, struct pos pos)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < rows->len; i++) {
        g_autofree char *words = hours_row_in_words(rows->pdata[i], composer->labels);
        if (rows->len > 1)
            g_string_append(text, i > 0 ? " \u2028" : "\u2028");
        g_string_append(text, words);
    }
    const struct block *line =
        add_line(composer, blocks, section, LABEL_OPENING_HOURS, text->str, pos);
    ((struct span *)line->spans->pdata[1])->whole = true;
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

static void add_hours(struct composer *composer, GPtrArray *blocks, struct element *section,
                      const GArray *hours, struct pos pos)
{
    g_autoptr(GPtrArray) rows = hours_table(hours, composer->labels);
    if (rows->len == 0)
        return;
    if (composer->medium == MEDIUM_SCREEN || !is_table(rows)) {
        add_hours_lines(composer, blocks, section, rows, pos);
        return;
    }
    add_line(composer, blocks, section, LABEL_OPENING_HOURS, NULL, pos);
    add_hours_table(blocks, section, rows, pos);
}

static void add_list(struct composer *composer, GPtrArray *blocks, struct element *section,
                     enum label label, const struct fact_list *list)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < list->items->len; i++)
        append_part(text, labels_get(composer->labels, LABEL_LIST_SEPARATOR),
                    list->items->pdata[i]);
    if (text->len > 0)
        add_line(composer, blocks, section, label, text->str, list->pos);
    g_string_free(text, TRUE);
}

static void add_qr(struct composer *composer, GPtrArray *blocks, struct element *section)
{
    const struct fact *url = &composer->clinic->url;
    struct element *figure =
        compose_labelled(composer, element_new(section, ROLE_FIGURE, url->pos), LABEL_QR_ALT);
    figure->alt = labels_format(composer->labels, LABEL_QR_ALT, "url", url->value, NULL);
    struct block *code = block_new(BLOCK_QR, figure, url->pos);
    code->as.qr = g_strdup(url->value);
    g_ptr_array_add(blocks, code);

    struct element *caption =
        compose_labelled(composer, element_new(section, ROLE_P, url->pos), LABEL_QR_CAPTION);
    g_autofree char *words =
        labels_format(composer->labels, LABEL_QR_CAPTION, "url", url->value, NULL);
    compose_text(blocks, TEXT_CAPTION, caption, words, url->pos);
}

/* Who to turn to at once, as the clinic gives it: the name, then each way on a line of its own. */
static void add_crisis_line(struct composer *composer, GPtrArray *blocks, struct element *section,
                            const struct crisis_line *line)
{
    struct element *name = element_new(section, ROLE_P, line->name.pos);
    struct block *block = compose_text(blocks, TEXT_FACT, name, line->name.value, line->name.pos);
    ((struct span *)block->spans->pdata[0])->strong = true;
    if (line->telephone.value) {
        g_autofree char *uri = telephone_uri(line->telephone.value);
        add_link_fact(composer, blocks, section, LABEL_CRISIS_CALL, &line->telephone, uri);
    }
    add_fact(composer, blocks, section, LABEL_CRISIS_TEXT, &line->text);
    add_website(composer, blocks, section, &line->url, &line->name);
}

static void add_crisis_lines(struct composer *composer, GPtrArray *blocks, struct element *section)
{
    const GPtrArray *lines = composer->clinic->crisis_lines;
    if (lines->len > 0)
        add_sentence(composer, blocks, section, LABEL_CRISIS_HEADING);
    for (guint i = 0; i < lines->len; i++)
        add_crisis_line(composer, blocks, section, lines->pdata[i]);
}

/* The last screen: where to read all of it on a phone. */
static void compose_handout(struct composer *composer)
{
    struct document *document = composer->document;
    const struct fact *url = &composer->clinic->handout_url;
    struct element *line =
        compose_labelled(composer, element_new(document->root, ROLE_P, url->pos), LABEL_QR_HANDOUT);
    g_autofree char *words =
        labels_format(composer->labels, LABEL_QR_HANDOUT, "url", url->value, NULL);
    g_ptr_array_add(document->blocks, block_new(BLOCK_RULE, NULL, url->pos));
    compose_text(document->blocks, TEXT_BODY, line, words, url->pos);

    struct element *figure = compose_labelled(
        composer, element_new(document->root, ROLE_FIGURE, url->pos), LABEL_QR_ALT);
    figure->alt = labels_format(composer->labels, LABEL_QR_ALT, "url", url->value, NULL);
    struct block *code = block_new(BLOCK_QR, figure, url->pos);
    code->as.qr = g_strdup(url->value);
    g_ptr_array_add(document->blocks, code);
}

static void compose_reach(struct composer *composer, GPtrArray *blocks)
{
    const struct clinic *clinic = composer->clinic;
    struct pos nowhere = {0};
    struct element *section = compose_section(composer, blocks, LABEL_CONTACT_HEADING, nowhere);
    struct element *name = element_new(section, ROLE_P, clinic->name.pos);
    struct block *block =
        compose_text(blocks, TEXT_FACT, name, clinic->name.value, clinic->name.pos);
    ((struct span *)block->spans->pdata[0])->strong = true;

    add_telephone(composer, blocks, section);
    if (clinic->email.value) {
        g_autofree char *uri = address_from_mail(clinic->email.value);
        add_link_fact(composer, blocks, section, LABEL_EMAIL, &clinic->email, uri);
    }
    add_website(composer, blocks, section, &clinic->url, &clinic->name);
    add_address(composer, blocks, section);
    add_hours(composer, blocks, section, clinic->hours, clinic->opening_hours.pos);
    add_list(composer, blocks, section, LABEL_SERVICES, &clinic->services);
    add_crisis_lines(composer, blocks, section);
    if (composer->medium == MEDIUM_PAPER)
        add_fact(composer, blocks, section, LABEL_VERIFIED_ON, &clinic->verified_on);
    if (clinic->url.value && composer->medium == MEDIUM_PAPER)
        add_qr(composer, blocks, section);
}

static bool has_provenance(const struct article *article)
{
    return article->version.value || article->reviewed.value || article->review_due.value ||
           article->producer.value || article->approved_by.value || article->approved_on.value ||
           article->audience.value || article->purpose.value || article->funding.value ||
           article->feedback.value || article->sources.items->len > 0;
}

static void compose_provenance(struct composer *composer, GPtrArray *blocks)
{
    const struct article *article = composer->article;
    struct pos nowhere = {0};
    struct element *section = compose_section(composer, blocks, LABEL_ABOUT_HEADING, nowhere);
    add_fact(composer, blocks, section, LABEL_AUDIENCE, &article->audience);
    add_fact(composer, blocks, section, LABEL_PURPOSE, &article->purpose);
    add_fact(composer, blocks, section, LABEL_PRODUCER, &article->producer);
    add_fact(composer, blocks, section, LABEL_FUNDING, &article->funding);
    add_fact(composer, blocks, section, LABEL_APPROVED_BY, &article->approved_by);
    add_fact(composer, blocks, section, LABEL_APPROVED_ON, &article->approved_on);
    add_fact(composer, blocks, section, LABEL_VERSION, &article->version);
    add_fact(composer, blocks, section, LABEL_REVIEWED, &article->reviewed);
    add_fact(composer, blocks, section, LABEL_REVIEW_DUE, &article->review_due);
    add_list(composer, blocks, section, LABEL_SOURCES, &article->sources);
    add_fact(composer, blocks, section, LABEL_FEEDBACK, &article->feedback);
}

/* A screen of its own: where to get these words on paper. */
static void compose_more(struct composer *composer)
{
    struct document *document = composer->document;
    struct pos nowhere = {0};
    struct element *line =
        compose_labelled(composer, element_new(document->root, ROLE_P, nowhere), LABEL_SCREEN_MORE);
    g_ptr_array_add(document->blocks, block_new(BLOCK_RULE, NULL, nowhere));
    compose_text(document->blocks, TEXT_BODY, line, labels_get(composer->labels, LABEL_SCREEN_MORE),
                 nowhere);
}

/* Who made the handout comes first, so that the very last thing on paper is how to reach the
 * clinic. */
void compose_contact(struct composer *composer)
{
    GPtrArray *blocks = composer->document->blocks;
    guint about = blocks->len;
    if (composer->medium == MEDIUM_SCREEN)
        compose_more(composer);
    else if (has_provenance(composer->article))
        compose_provenance(composer, blocks);
    compose_mark(composer, about, PART_ABOUT);

    guint contact = blocks->len;
    struct block *group = block_new(BLOCK_GROUP, NULL, composer->clinic->name.pos);
    g_ptr_array_add(blocks, group);
    compose_reach(composer, group->children);
    if (composer->medium == MEDIUM_SCREEN && composer->clinic->handout_url.value)
        compose_handout(composer);
    compose_mark(composer, contact, PART_CONTACT);
}
