/*
 * The table of checks and its one loop. Awkward: checks on English words say nothing about other
 * languages, so a row tells which languages it is for, and an article in another one is measured by
 * what remains.
 */
#include "examine/check_parts.h"

#include <stdarg.h>
#include <string.h>

struct check {
    void (*run)(const struct checking *c);
    enum check_depth depth; /* the first depth that it runs at */
    bool english;           /* for English alone */
};

static const struct check clinic_checks[] = {
    {check_clinic_placeholders, DEPTH_RENDER, false}, {check_telephone, DEPTH_RENDER, false},
    {check_verified_on, DEPTH_RENDER, false},         {check_hours, DEPTH_RENDER, false},
    {check_contact_route, DEPTH_FULL, false},
};

static const struct check article_checks[] = {
    {check_placeholders, DEPTH_RENDER, false},
    {check_unknown_facts, DEPTH_RENDER, false},
    {check_retired_hotline, DEPTH_RENDER, false},
    {check_crisis_line, DEPTH_RENDER, true},
    {check_grade, DEPTH_RENDER, false},
    {check_review_interval, DEPTH_FULL, false},
    {check_provenance, DEPTH_FULL, false},
    {check_purpose, DEPTH_FULL, true},
    {check_next_steps, DEPTH_FULL, true},
    {check_steps, DEPTH_FULL, true},
    {check_tool, DEPTH_FULL, true},
    {check_numbers, DEPTH_FULL, true},
    {check_title, DEPTH_FULL, false},
    {check_headings, DEPTH_FULL, true},
    {check_sections, DEPTH_FULL, false},
    {check_links, DEPTH_FULL, true},
    {check_alt, DEPTH_FULL, false},
    {check_capitals, DEPTH_FULL, false},
    {check_lists, DEPTH_FULL, false},
    {check_tables, DEPTH_FULL, false},
    {check_bold, DEPTH_FULL, false},
    {check_jargon, DEPTH_FULL, true},
    {check_abbreviations, DEPTH_FULL, true},
    {check_you, DEPTH_FULL, true},
    {check_third_person, DEPTH_FULL, true},
    {check_passive, DEPTH_FULL, true},
    {check_sums, DEPTH_FULL, true},
    {check_measures, DEPTH_FULL, false},
    {check_long_sentences, DEPTH_FULL, false},
    {check_paragraphs, DEPTH_FULL, false},
};

void check_report(const struct checking *c, enum rule rule, struct pos pos, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    g_autofree char *message = g_strdup_vprintf(format, values);
    va_end(values);
    diag_report(c->diag, rule, pos, "%s: %s", message, rule_get(rule)->fix);
}

struct pos check_article_pos(const struct checking *c)
{
    return (struct pos){.path = g_intern_string(c->article->path), .line = 1};
}

static void run_checks(const struct check *checks, size_t n, const struct checking *c)
{
    for (size_t i = 0; i < n; i++)
        if (checks[i].depth <= c->depth && (c->english || !checks[i].english))
            checks[i].run(c);
}

void check_clinic(const struct clinic *clinic, enum check_depth depth, struct diag *diag)
{
    struct checking c = {.clinic = clinic, .depth = depth, .diag = diag};
    run_checks(clinic_checks, G_N_ELEMENTS(clinic_checks), &c);
}

void check_article(const struct article *article, const struct clinic *clinic,
                   const struct labels *labels, enum check_depth depth, struct diag *diag)
{
    struct prose *prose = prose_new(article, labels_abbreviations(labels));
    struct checking c = {.article = article,
                         .prose = prose,
                         .clinic = clinic,
                         .reading = reading_of(prose, article->lang),
                         .depth = depth,
                         .english = strncmp(article->lang, "en", 2) == 0,
                         .diag = diag};
    run_checks(article_checks, G_N_ELEMENTS(article_checks), &c);
    prose_free(prose);
}
