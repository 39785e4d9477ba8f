/*
 * The end of every handout: how to reach the clinic, and who made and checked the text. A fact that
 * is not given leaves no trace, with one exception: the telephone number, for which paper has a
 * line to write on.
 */
#include "document/compose.h"
#include "document/compose_facts.h"
#include "document/compose_tools.h"

static void add_write_in(const struct facts *facts)
{
    struct composer *composer = facts->composer;
    struct pos pos = composer->clinic->telephone.pos;
    struct element *line = compose_labelled(composer, element_new(facts->section, ROLE_P, pos),
                                            LABEL_CALL_US_WRITE_IN);
    struct block *block = block_new(BLOCK_WRITE_LINE, line, pos);
    block->text_kind = TEXT_FACT;
    block->fact = FACT_TELEPHONE;
    compose_span(block, line, labels_get(composer->labels, LABEL_CALL_US_WRITE_IN), true, pos);
    g_ptr_array_add(facts->blocks, block);
}

static void add_telephone(const struct facts *facts)
{
    const struct fact *telephone = &facts->composer->clinic->telephone;
    if (telephone->value)
        facts_add_telephone(facts, LABEL_CALL_US, telephone);
    else if (facts->composer->medium == MEDIUM_PAPER)
        add_write_in(facts);
}

static void compose_reach(struct composer *composer, GPtrArray *blocks)
{
    const struct clinic *clinic = composer->clinic;
    struct pos nowhere = {0};
    struct element *section = compose_section(composer, blocks, LABEL_CONTACT_HEADING, nowhere);
    struct facts facts = {composer, blocks, section};
    facts_add_words(&facts, FACT_NAME, &clinic->name, true);
    add_telephone(&facts);
    facts_add_email(&facts, &clinic->email);
    facts_add_website(&facts, &clinic->url, &clinic->name);
    facts_add_address(&facts, &clinic->address);
    facts_add_hours(&facts, clinic->hours, clinic->opening_hours.pos);
    facts_add_list(&facts, FACT_SERVICES, LABEL_SERVICES, &clinic->services);
    if (clinic->crisis_lines->len > 0)
        facts_add_sentence(&facts, FACT_CRISIS, LABEL_CRISIS_HEADING);
    facts_add_crisis_lines(&facts);
    facts_add_date(&facts, FACT_VERIFIED, LABEL_VERIFIED_ON, &clinic->verified_on);
    if (composer->medium == MEDIUM_PAPER && !facts_add_page_code(&facts))
        facts_add_code(&facts, LABEL_QR_CAPTION, &clinic->url);
}

/* A group of its own under the name of a contact point or location, which stays whole. */
static struct facts open_place(struct composer *composer, struct element *section,
                               enum fact_kind kind, const struct fact *name)
{
    struct block *group = block_new(BLOCK_GROUP, NULL, name->pos);
    group->fact = kind;
    g_ptr_array_add(composer->document->blocks, group);
    struct facts facts = {composer, group->children, element_new(section, ROLE_SECT, name->pos)};
    struct element *heading = element_new(facts.section, ROLE_H3, name->pos);
    heading->as.heading.bookmark = g_strdup(name->value);
    struct block *title =
        compose_text(facts.blocks, TEXT_HEADING_3, heading, name->value, name->pos);
    title->as.text.heading = true;
    title->fact = FACT_NAME;
    return facts;
}

static void compose_point(struct composer *composer, struct element *section,
                          const struct contact_point *point)
{
    struct facts facts = open_place(composer, section, FACT_POINT, &point->name);
    facts_add_telephone(&facts, LABEL_CALL_US, &point->telephone);
    facts_add_text_number(&facts, FACT_TEXT, LABEL_TEXT, &point->text);
    facts_add(&facts, FACT_FAX, LABEL_FAX, &point->fax);
    facts_add(&facts, FACT_TTY, LABEL_TTY, &point->tty);
    facts_add_email(&facts, &point->email);
    facts_add_hours(&facts, point->hours, point->opening_hours.pos);
    facts_add_words(&facts, FACT_NOTES, &point->notes, false);
}

static void compose_location(struct composer *composer, struct element *section,
                             const struct location *location)
{
    struct facts facts = open_place(composer, section, FACT_LOCATION, &location->name);
    facts_add_address(&facts, &location->address);
    facts_add_telephone(&facts, LABEL_CALL_US, &location->telephone);
    facts_add_email(&facts, &location->email);
    facts_add_hours(&facts, location->hours, location->opening_hours.pos);
}

/* Whom to call for what, and where else the clinic is. */
void compose_places(struct composer *composer)
{
    const struct clinic *clinic = composer->clinic;
    GPtrArray *blocks = composer->document->blocks;
    guint from = blocks->len;
    if (clinic->contact_points->len + clinic->locations->len == 0)
        return;
    struct element *section =
        compose_section(composer, blocks, LABEL_PLACES_HEADING, (struct pos){0});
    for (guint i = 0; i < clinic->contact_points->len; i++)
        compose_point(composer, section, clinic->contact_points->pdata[i]);
    for (guint i = 0; i < clinic->locations->len; i++)
        compose_location(composer, section, clinic->locations->pdata[i]);
    compose_mark(composer, from, PART_PLACES);
}

static bool has_provenance(const struct article *article)
{
    return article->version.value || article->reviewed.value || article->review_due.value ||
           article->producer.value || article->approved_by.value || article->approved_on.value ||
           article->audience.value || article->purpose.value || article->funding.value ||
           article->feedback.value || article->sources.items->len > 0;
}

/* Entries may hold links and emphasis, unlike the facts of the clinic. */
static void add_sources(const struct facts *facts)
{
    const struct article *article = facts->composer->article;
    const GPtrArray *sources = article->sources.items;
    if (sources->len == 0)
        return;
    struct block *block =
        facts_add_line(facts, FACT_NONE, LABEL_SOURCES, NULL, article->sources.pos);
    struct element *line = facts->section->children->pdata[facts->section->children->len - 1];
    for (guint i = 0; i < sources->len; i++) {
        const struct fact *source = sources->pdata[i];
        if (i > 0)
            compose_span(block, line, labels_get(facts->composer->labels, LABEL_LIST_SEPARATOR),
                         false, source->pos);
        compose_words(facts->composer, article_line(article, source), line, block);
    }
}

/* The web leads to them elsewhere. */
static bool has_languages(const struct composer *composer)
{
    return composer->article->others && composer->medium == MEDIUM_PAPER;
}

/* Names that stand side by side may run in two directions, so each reads by itself. */
static void add_languages(const struct facts *facts)
{
    struct composer *composer = facts->composer;
    const GPtrArray *others = composer->article->others;
    g_auto(GStrv) words = g_strsplit(labels_get(composer->labels, LABEL_ALSO_IN), "{languages}", 2);
    struct pos pos = composer->document->root->pos;
    struct element *line =
        compose_labelled(composer, element_new(facts->section, ROLE_P, pos), LABEL_ALSO_IN);
    struct block *block = block_new(BLOCK_TEXT, line, pos);
    block->text_kind = TEXT_FACT;
    g_ptr_array_add(facts->blocks, block);
    compose_span(block, line, words[0], true, pos);
    for (guint i = 0; i < others->len; i++) {
        const struct other_language *other = others->pdata[i];
        struct element *name = element_new(line, ROLE_SPAN, pos);
        name->lang = g_strdup(other->lang);
        if (i > 0)
            compose_span(block, line, labels_get(composer->labels, LABEL_LIST_SEPARATOR), false,
                         pos);
        compose_fact(block, name, other->name, pos);
    }
    if (*words[1])
        compose_span(block, line, words[1], true, pos);
}

static void compose_provenance(struct composer *composer, GPtrArray *blocks)
{
    const struct article *article = composer->article;
    struct pos nowhere = {0};
    struct element *section = compose_section(composer, blocks, LABEL_ABOUT_HEADING, nowhere);
    struct facts facts = {composer, blocks, section};
    facts_add(&facts, FACT_NONE, LABEL_AUDIENCE, &article->audience);
    facts_add(&facts, FACT_NONE, LABEL_PURPOSE, &article->purpose);
    facts_add(&facts, FACT_NONE, LABEL_PRODUCER, &article->producer);
    facts_add(&facts, FACT_NONE, LABEL_FUNDING, &article->funding);
    facts_add(&facts, FACT_NONE, LABEL_APPROVED_BY, &article->approved_by);
    facts_add_date(&facts, FACT_NONE, LABEL_APPROVED_ON, &article->approved_on);
    facts_add(&facts, FACT_NONE, LABEL_VERSION, &article->version);
    facts_add_date(&facts, FACT_NONE, LABEL_REVIEWED, &article->reviewed);
    facts_add_date(&facts, FACT_NONE, LABEL_REVIEW_DUE, &article->review_due);
    add_sources(&facts);
    facts_add(&facts, FACT_NONE, LABEL_FEEDBACK, &article->feedback);
    if (has_languages(composer))
        add_languages(&facts);
}

/* The other languages alone are worth a line, but no section. */
static void compose_languages(struct composer *composer, GPtrArray *blocks)
{
    if (has_languages(composer))
        add_languages(&(struct facts){composer, blocks, composer->document->root});
}

/* What a page to write on is called. */
static void compose_my_notes(struct composer *composer)
{
    GPtrArray *blocks = composer->document->blocks;
    guint from = blocks->len;
    compose_section(composer, blocks, LABEL_MY_NOTES, (struct pos){0});
    compose_mark(composer, from, PART_MY_NOTES);
}

void compose_about(struct composer *composer)
{
    GPtrArray *blocks = composer->document->blocks;
    guint from = blocks->len;
    if (has_provenance(composer->article))
        compose_provenance(composer, blocks);
    else
        compose_languages(composer, blocks);
    compose_mark(composer, from, PART_ABOUT);
}

/* The other places and who made the handout come first, so that the very last thing is how to reach
 * the clinic. */
void compose_contact(struct composer *composer)
{
    GPtrArray *blocks = composer->document->blocks;
    compose_places(composer);
    compose_about(composer);
    compose_my_notes(composer);

    guint contact = blocks->len;
    struct block *group = block_new(BLOCK_GROUP, NULL, composer->clinic->name.pos);
    g_ptr_array_add(blocks, group);
    compose_reach(composer, group->children);
    compose_mark(composer, contact, PART_CONTACT);
}
