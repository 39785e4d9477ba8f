/*
 * A handout as plain text, for mail and messages: what type and rules say in print is said by
 * words, signs and empty lines.
 *
 * Words gather until the block that they belong to ends, then they are broken into lines. Awkward:
 * the first line of an item begins with its marker and the others below its words, so what stands
 * in front of a line is kept for the next one and for all after it.
 */
#include "export/text_lines.h"
#include "export/text_parts.h"
#include "export/writer.h"

#include "base/direction.h"
#include "base/script.h"
#include "base/signs.h"
#include "base/words.h"
#include "content/amounts.h"
#include "content/facts.h"
#include "content/isolate.h"

#include <assert.h>
#include <string.h>

/* U+2066, U+2069: what is between them reads by itself, from left to right. */
#define ISOLATE     "\u2066"
#define ISOLATE_END "\u2069"

/* Parts sections that have no heading. */
#define RULE "* * *"

static void open_block(struct text *text, const struct step *step)
{
    (void)step;
    text_flush(text);
}

static void open_nothing(struct text *text, const struct step *step)
{
    (void)text, (void)step;
}

static void open_list(struct text *text, const struct step *step)
{
    (void)step;
    text_flush(text);
    if (text->lists++ == 0 && !text->headed)
        text->gap = 1;
}

static void open_label(struct text *text, const struct step *step)
{
    static const char *const signs[MARKER_COUNT] = {
        [MARKER_DISC] = "- ", [MARKER_BOX] = "[ ] ", [MARKER_CHECKED_BOX] = "[x] "};
    const struct block *item = step->block;
    const char *sign = signs[item->as.item.marker];
    g_autofree char *number =
        g_strconcat(item->as.item.number ? item->as.item.number : "", " ", NULL);
    text_flush(text);
    text_indent(text, sign ? sign : number);
}

static void open_frame(struct text *text, const struct step *step)
{
    text_flush(text);
    bool quote = step->element->role == ROLE_BLOCKQUOTE;
    text_mark(text, quote ? text->form->quote : text->form->callout);
}

/* A picture's words stand for it; a code is for who has it on paper. */
static void open_figure(struct text *text, const struct step *step)
{
    if (step->block->kind == BLOCK_IMAGE && step->element->alt)
        text_add_picture(text, step->block, step->element->alt);
}

static void open_code(struct text *text, const struct step *step)
{
    if (step->block->kind != BLOCK_CODE)
        return;
    text_flush(text);
    text_mark(text, text->form->indent);
    text->as_written = true;
}

/* What an abbreviation is short for is told behind the first of them. */
static void open_abbreviation(struct text *text, const struct step *step)
{
    char *expansion = step->element->as.span.expansion;
    if (expansion && *expansion && !text->told && !block_says(step->block, expansion) &&
        g_hash_table_add(text->expansions, expansion))
        text->abbr = step->element;
}

static void tell_abbreviation(struct text *text)
{
    text->run = (struct text_run){.lang = element_lang(text->abbr)};
    text_add(text, NULL, " (", text->abbr->as.span.expansion, ")");
    text->run = (struct text_run){0};
    text->abbr = NULL;
}

/* Words that are struck out, or were put in, are told to be so. */
static void open_span(struct text *text, const struct step *step)
{
    const struct element *span = step->element;
    open_abbreviation(text, step);
    bool changed = span->as.span.struck || span->as.span.inserted;
    if (!changed || !span->actual_text || text->told)
        return;
    text_add(text, step->block, "", span->actual_text, "");
    text->told = span;
}

static void (*const openers[])(struct text *text, const struct step *step) = {
    [ROLE_DOCUMENT] = open_nothing, [ROLE_SECT] = open_block,        [ROLE_H1] = open_block,
    [ROLE_H2] = open_block,         [ROLE_H3] = open_block,          [ROLE_H4] = open_block,
    [ROLE_H5] = open_block,         [ROLE_H6] = open_block,          [ROLE_P] = open_block,
    [ROLE_L] = open_list,           [ROLE_LI] = open_block,          [ROLE_LBL] = open_label,
    [ROLE_LBODY] = open_nothing,    [ROLE_TABLE] = text_open_table,  [ROLE_THEAD] = text_open_heads,
    [ROLE_TBODY] = open_nothing,    [ROLE_TR] = text_open_row,       [ROLE_TH] = text_open_cell,
    [ROLE_TD] = text_open_cell,     [ROLE_FIGURE] = open_figure,     [ROLE_CAPTION] = open_block,
    [ROLE_LINK] = open_nothing,     [ROLE_BLOCKQUOTE] = open_frame,  [ROLE_ASIDE] = open_frame,
    [ROLE_CODE] = open_code,        [ROLE_SPAN] = open_span,         [ROLE_FORM] = open_nothing,
    [ROLE_NOTE] = open_block,       [ROLE_REFERENCE] = open_nothing, [ROLE_TOC] = open_block,
    [ROLE_TOCI] = open_block,
};
static_assert(G_N_ELEMENTS(openers) == ROLE_COUNT, "every role is opened");

static void underline_heading(struct text *text, enum role role)
{
    text->gap = MAX(text->gap, role <= ROLE_H2 ? 2 : 1);
    gsize width = text_flush(text);
    if (role <= ROLE_H2 && width > 0)
        text_underline(text, role == ROLE_H1 ? '=' : '-', width);
    text->gap = 1;
}

/* An empty line above, none below; it stays with the line that follows. */
static void place_heading(struct text *text, enum role role)
{
    text->gap = 1;
    text->middle = role == ROLE_H1;
    text->paragraph = false;
    text_mark(text, text->middle ? "" : text->form->heading);
    text->leads = true;
    text_flush(text);
    text_outdent(text);
    text->gap = text->middle ? 1 : 0;
    text->headed = true;
    text->middle = false;
}

static void close_heading(struct text *text, enum role role)
{
    if (text->form->heading)
        place_heading(text, role);
    else
        underline_heading(text, role);
}

static void close_list(struct text *text)
{
    text_flush(text);
    if (--text->lists == 0)
        text->gap = 1;
}

/* What was indented or marked. */
static void close_frame(struct text *text)
{
    text_flush(text);
    text_outdent(text);
}

static void close_element(struct text *text, const struct element *element)
{
    if (role_is_heading(element->role))
        close_heading(text, element->role);
    else if (element->role == ROLE_L)
        close_list(text);
    else if (element->role == ROLE_LI || element->role == ROLE_NOTE ||
             element->role == ROLE_BLOCKQUOTE || element->role == ROLE_ASIDE)
        close_frame(text);
    else if (element->role == ROLE_TH || element->role == ROLE_TD)
        text_close_cell(text);
    else if (element->role == ROLE_THEAD)
        text->heads = false;
    else if (element == text->told)
        text->told = NULL;
    else if (element == text->abbr)
        tell_abbreviation(text);
    else if (role_is_block(element->role) || element->role == ROLE_TR)
        text_flush(text);
    else if (element->role == ROLE_CODE && text->as_written) {
        close_frame(text);
        text->as_written = false;
    }
}

/* What has sense on paper alone. */
static bool is_for_paper(const struct step *step)
{
    const struct block *block = step->block;
    bool of_code = block->text_kind == TEXT_CAPTION && step->element->role == ROLE_P;
    return block->kind == BLOCK_WRITE_LINE || (block->kind == BLOCK_TEXT && of_code);
}

static void hold(char *from, const char *to)
{
    for (; from < to; from++)
        if (*from == ' ')
            *from = HELD_BLANK;
}

/* Words without a letter from right to left, in a text of such: a link's or a cell's. */
static char *isolate_among_rtl(const char *words, const char *lang)
{
    g_autoptr(GArray) facts = isolate_find(words, lang);
    GString *out = g_string_new(words);
    for (guint i = facts->len; i > 0; i--) {
        struct range fact = g_array_index(facts, struct range, i - 1);
        g_string_insert(out, (gssize)fact.end, ISOLATE_END);
        g_string_insert(out, (gssize)fact.start, ISOLATE);
    }
    return g_string_free(out, FALSE);
}

/* Facts that read by themselves, as words from right to left want it. Owned by the caller. */
static char *isolate_facts(const char *words, const char *lang)
{
    char *isolated =
        direction_has_rtl(words) ? isolate_text(words, lang) : isolate_among_rtl(words, lang);
    char *at = isolated;
    while ((at = strstr(at, ISOLATE))) {
        char *end = strstr(at, ISOLATE_END);
        hold(at, end);
        at = end;
    }
    return isolated;
}

static void hold_found(size_t start, size_t end, void *data)
{
    char *words = data;
    hold(words + start, words + end);
}

/* The words, with facts in them that no line end parts. Owned by the caller. */
static char *hold_facts(const struct text *text, const char *words, const char *lang, bool among)
{
    if (!text->form->letters && (direction_has_rtl(words) || among))
        return isolate_facts(words, lang);
    const struct labels *labels = text->document->labels;
    char *held = g_strdup(words);
    facts_find(words, labels_list(labels, LABELS_ABBREVIATIONS), hold_found, held);
    amounts_find(words, labels, hold_found, held);
    return held;
}

/* A fact of the clinic in a text from right to left, in one piece. */
static bool is_whole(const struct text *text, const struct span *span)
{
    return !text->form->letters && span->isolated && text->document->rtl &&
           direction_of(span->text) != DIRECTION_RTL && !strstr(span->text, LINE_SEPARATOR_TEXT);
}

/* What the author sets off, which words in the program's own frames are not. */
static bool is_stressed(const struct step *step)
{
    const struct block *block = step->block;
    bool own = block->text_kind == TEXT_BODY || block->text_kind == TEXT_ITEM;
    return step->span->strong && !step->span->label && own && block->part == PART_BODY;
}

/* Other letters tell apart what type does. */
static void say_run(struct text *text, const struct step *step)
{
    const struct span *span = step->span;
    text->run = (struct text_run){.lang = element_lang(span->element),
                                  .strong = is_stressed(step),
                                  .typed = span->code || span->address};
}

static void add_words(struct text *text, const struct step *step)
{
    const struct span *span = step->span;
    if (text->told || is_for_paper(step))
        return;
    const char *lang = element_lang(span->element);
    g_autofree char *plain = words_drop_soft_hyphens(script_words(span->text, span->raise));
    bool whole = is_whole(text, span);
    bool among = text->document->rtl && !whole && (!lang || g_str_has_prefix(lang, "und"));
    g_autofree char *words = hold_facts(text, plain, lang ? lang : text->document->lang, among);
    say_run(text, step);
    text_add(text, step->block, whole ? ISOLATE : "", words, whole ? ISOLATE_END : "");
    text->run = (struct text_run){0};
}

static void add_rule(struct text *text, const struct block *rule)
{
    if (rule->part != PART_BODY && rule->part != PART_ACTION)
        return;
    text_flush(text);
    text_add(text, rule, "", RULE, "");
    text_flush(text);
}

static void add_step(struct text *text, const struct step *step)
{
    switch (step->kind) {
    case STEP_ENTER:
        openers[step->element->role](text, step);
        break;
    case STEP_LEAVE:
        close_element(text, step->element);
        break;
    case STEP_WORDS:
        add_words(text, step);
        break;
    case STEP_RULE:
        add_rule(text, step->block);
        break;
    case STEP_WRITE_LINE:
        break;
    case STEP_KIND_COUNT:
        g_assert_not_reached();
    }
}

void text_walk(struct text *text)
{
    const struct document *document = text->document;
    g_autoptr(GArray) steps = document_walk(document, PART_ALL & ~PART_SET(PART_SLIP));
    if (document->sample)
        text_add(text, NULL, "", document->sample, "");
    for (guint i = 0; i < steps->len; i++)
        add_step(text, &g_array_index(steps, struct step, i));
    text_flush(text);
}

/* Longer lines are folded by programs for mail (RFC 3676, 4.2, has 78 at most with what is put in
 * front of an answer). */
static const struct text_form plain = {
    .columns = 72, .indent = "    ", .quote = "> ", .callout = "| "};

static char *write_text(const struct writing *writing)
{
    struct text *text = text_new(writing->document, &plain, NULL);
    text_walk(text);
    return text_finish(text);
}

const struct writer writer_text = {
    .name = "text",
    .suffix = "txt",
    .write = write_text,
};
