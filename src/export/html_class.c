/*
 * Names by kind, as tables.
 */
#include "export/html_class.h"

static const char *const callouts[] = {[CALLOUT_NOTE] = "note",
                                       [CALLOUT_TIP] = "tip note",
                                       [CALLOUT_IMPORTANT] = "important",
                                       [CALLOUT_WARNING] = "warning",
                                       [CALLOUT_CAUTION] = "caution warning"};
G_STATIC_ASSERT(G_N_ELEMENTS(callouts) == CALLOUT_COUNT);

static const char *const facts[FACT_COUNT] = {
    [FACT_NAME] = "name",        [FACT_TELEPHONE] = "telephone", [FACT_EMAIL] = "email",
    [FACT_WEBSITE] = "website",  [FACT_ADDRESS] = "address",     [FACT_HOURS] = "hours",
    [FACT_NOTES] = "notes",      [FACT_SERVICES] = "services",   [FACT_CRISIS] = "crisis",
    [FACT_VERIFIED] = "verified"};

static const char *const texts[TEXT_KIND_COUNT] = {
    [TEXT_SUMMARY] = "lead", [TEXT_CALLOUT] = "word"};

static const char *const sections[PART_COUNT] = {[PART_LEAD] = "key-points",
                                                 [PART_QUESTIONS] = "questions",
                                                 [PART_ABOUT] = "about",
                                                 [PART_PLACES] = "places"};

static const char *word_class(const struct block *block)
{
    return block->fact != FACT_NONE ? facts[block->fact] : texts[block->text_kind];
}

const char *html_class(const struct step *step)
{
    const struct block *block = step->block;
    enum role role = step->element->role;
    if (role == ROLE_ASIDE)
        return callouts[block->as.callout];
    if (role == ROLE_SECT)
        return sections[block->part];
    if (role == ROLE_P && block->kind == BLOCK_TEXT)
        return word_class(block);
    return role == ROLE_TABLE && block->text_kind == TEXT_FACT ? "facts" : NULL;
}
