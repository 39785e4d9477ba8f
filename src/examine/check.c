/*
 * The table of checks and its one loop.
 */
#include "examine/check_parts.h"

struct check {
    void (*run)(const struct checking *c);
    enum check_depth depth; /* the first depth that it runs at */
};

static const struct check clinic_checks[] = {
    {check_clinic_placeholders, DEPTH_RENDER},
    {check_telephone, DEPTH_RENDER},
    {check_postal, DEPTH_RENDER},
    {check_verified_on, DEPTH_RENDER},
    {check_hours, DEPTH_RENDER},
    {check_contact_route, DEPTH_FULL},
};

static const struct check article_checks[] = {
    {check_foreign, DEPTH_RENDER},
    {check_placeholders, DEPTH_RENDER},
    {check_unknown_facts, DEPTH_RENDER},
    {check_retired_hotline, DEPTH_RENDER},
    {check_crisis_line, DEPTH_RENDER},
    {check_unread, DEPTH_RENDER},
    {check_grade, DEPTH_RENDER},
    {check_review_interval, DEPTH_FULL},
    {check_provenance, DEPTH_FULL},
    {check_purpose, DEPTH_FULL},
    {check_next_steps, DEPTH_FULL},
    {check_steps, DEPTH_FULL},
    {check_tool, DEPTH_FULL},
    {check_numbers, DEPTH_FULL},
    {check_title, DEPTH_FULL},
    {check_headings, DEPTH_FULL},
    {check_sections, DEPTH_FULL},
    {check_links, DEPTH_FULL},
    {check_alt, DEPTH_FULL},
    {check_capitals, DEPTH_FULL},
    {check_lists, DEPTH_FULL},
    {check_tables, DEPTH_FULL},
    {check_bold, DEPTH_FULL},
    {check_jargon, DEPTH_FULL},
    {check_abbreviations, DEPTH_FULL},
    {check_you, DEPTH_FULL},
    {check_third_person, DEPTH_FULL},
    {check_passive, DEPTH_FULL},
    {check_sums, DEPTH_FULL},
    {check_measures, DEPTH_FULL},
    {check_long_sentences, DEPTH_FULL},
    {check_paragraphs, DEPTH_FULL},
};

static void run_checks(const struct check *checks, size_t n, const struct checking *c)
{
    for (size_t i = 0; i < n; i++)
        if (checks[i].depth <= c->depth)
            checks[i].run(c);
}

void check_clinic(const struct clinic *clinic, enum check_depth depth, struct diag *diag)
{
    struct checking c = {.clinic = clinic, .depth = depth, .diag = diag};
    run_checks(clinic_checks, G_N_ELEMENTS(clinic_checks), &c);
}

struct reading check_article(const struct article *article, const struct clinic *clinic,
                             const struct labels *labels, enum check_depth depth, struct diag *diag)
{
    struct prose *prose = prose_new(article, labels_list(labels, LABELS_ABBREVIATIONS));
    struct checking c = {.article = article,
                         .prose = prose,
                         .clinic = clinic,
                         .labels = labels,
                         .reading = reading_of(prose, article->lang),
                         .depth = depth,
                         .language = language_checks_for(article->lang),
                         .diag = diag};
    run_checks(article_checks, G_N_ELEMENTS(article_checks), &c);
    prose_free(prose);
    return c.reading;
}

void check_syntax(const struct article *article, struct diag *diag)
{
    static const char *const none[] = {NULL}; /* where sentences end is no matter */
    struct prose *prose = prose_new(article, none);
    check_foreign(&(struct checking){.article = article, .prose = prose, .diag = diag});
    prose_free(prose);
}
