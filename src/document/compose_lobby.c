/*
 * How to reach the clinic, for the lobby's display: whom to call at once, how to call, where to
 * find it, what to take home. Each is a section under a heading of its own, for a screen of its
 * own. A fact that is not given leaves no trace, with one exception: the telephone number, for
 * which the front desk is named.
 */
#include "document/compose.h"
#include "document/compose_facts.h"
#include "document/compose_tools.h"

/* A section under a heading of the highest level that no title is in the way of. */
static struct facts open_section(struct composer *composer, const char *words, struct pos pos)
{
    GPtrArray *blocks = composer->document->blocks;
    bool titled = blocks->len > 0 && ((const struct block *)blocks->pdata[0])->part == PART_TITLE;
    struct element *section = element_new(composer->document->root, ROLE_SECT, pos);
    struct element *heading = element_new(section, titled ? ROLE_H2 : ROLE_H1, pos);
    heading->as.heading.bookmark = g_strdup(words);
    compose_text(blocks, TEXT_HEADING_2, heading, words, pos)->as.text.heading = true;
    return (struct facts){composer, blocks, section};
}

static struct facts open_labelled(struct composer *composer, enum label label)
{
    struct facts facts =
        open_section(composer, labels_get(composer->labels, label), (struct pos){0});
    compose_labelled(composer, facts.section->children->pdata[0], label);
    return facts;
}

static void compose_crisis(struct composer *composer)
{
    if (composer->clinic->crisis_lines->len == 0)
        return;
    struct facts facts = open_labelled(composer, LABEL_CRISIS_HEADING);
    facts_add_crisis_lines(&facts);
}

/* Where nobody gave a number, it is the clinic that is asked, and its name says of whom. */
static void compose_call(struct composer *composer)
{
    const struct clinic *clinic = composer->clinic;
    struct facts facts = clinic->telephone.value
                             ? open_labelled(composer, LABEL_CONTACT_HEADING)
                             : open_section(composer, clinic->name.value, clinic->name.pos);
    if (clinic->telephone.value)
        facts_add_telephone(&facts, LABEL_CALL_US, &clinic->telephone);
    else
        facts_add_sentence(&facts, FACT_TELEPHONE, LABEL_ASK_FRONT_DESK);
    facts_add_hours(&facts, clinic->hours, clinic->opening_hours.pos);
    if (clinic->services.items->len == 1)
        facts_add_list(&facts, FACT_SERVICES, LABEL_SERVICES, &clinic->services);
}

/* A single service is told beside the hours; several are a list of their own. */
static void compose_services(struct composer *composer)
{
    const struct fact_list *services = &composer->clinic->services;
    if (services->items->len < 2)
        return;
    struct facts facts = open_labelled(composer, LABEL_SERVICES);
    struct disc_list list = compose_disc_list(facts.blocks, facts.section, services->pos);
    for (guint i = 0; i < services->items->len; i++) {
        const struct fact *service = services->items->pdata[i];
        struct element *body;
        struct block *item = compose_disc_item(&list, service->pos, &body);
        struct block *text = block_new(BLOCK_TEXT, body, service->pos);
        text->text_kind = TEXT_ITEM;
        compose_fact(text, body, service->value, service->pos);
        g_ptr_array_add(item->children, text);
    }
}

static void compose_find(struct composer *composer)
{
    const struct clinic *clinic = composer->clinic;
    if (!postal_is_given(&clinic->address) && !clinic->email.value)
        return;
    struct facts facts = open_section(composer, clinic->name.value, clinic->name.pos);
    facts_add_bare_address(&facts, &clinic->address);
    facts_add_email(&facts, &clinic->email);
}

/* The words of the show on the web: of the one article, of all; else the clinic's website. */
static void add_code(const struct facts *facts)
{
    const struct clinic *clinic = facts->composer->clinic;
    const struct fact *all = clinic->handout_url.value ? &clinic->handout_url : &clinic->web_url;
    if (facts_add_page_code(facts))
        return;
    if (all->value)
        facts_add_code(facts, LABEL_QR_HANDOUT, all);
    else
        facts_add_code(facts, LABEL_QR_CAPTION, &clinic->url);
}

/* Where to get these words on paper, and on a telephone. */
void compose_take_home(struct composer *composer)
{
    struct facts facts = open_labelled(composer, LABEL_TAKE_HOME);
    facts_add_sentence(&facts, FACT_CODE, LABEL_SCREEN_MORE);
    add_code(&facts);
}

void compose_lobby(struct composer *composer)
{
    compose_crisis(composer);
    compose_call(composer);
    compose_services(composer);
    compose_find(composer);
    compose_places(composer);
    compose_take_home(composer);
    compose_mark(composer, 0, PART_CONTACT);
}
