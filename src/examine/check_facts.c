/*
 * Facts: filler, numbers and addresses that clinic.yaml does not give, how the clinic can be
 * reached.
 */
#include "examine/check_parts.h"

#include "content/address.h"
#include "content/article_parts.h"
#include "content/date.h"
#include "content/telephone.h"
#include "examine/placeholder.h"

#include <string.h>

#define VERIFIED_MONTHS 12

/* More in one passage are not listed: it has yet to be written. */
#define FILLER_LIMIT 20

static void find_filler(const struct checking *c, const struct fact *fact)
{
    unsigned long length;
    const char *found = fact->value ? placeholder_find(fact->value, &length) : NULL;
    if (found)
        check_report(c, RULE_PLACEHOLDER, fact->pos, "'%.*s' is filler, not a fact", (int)length,
                     found);
}

static void find_filler_in_list(const struct checking *c, const struct fact_list *list)
{
    for (guint i = 0; i < list->items->len; i++)
        find_filler(c, list->items->pdata[i]);
}

void check_clinic_placeholders(const struct checking *c)
{
    const struct clinic *k = c->clinic;
    const struct fact *const facts[] = {&k->name,
                                        &k->telephone,
                                        &k->email,
                                        &k->url,
                                        &k->handout_url,
                                        &k->street_address,
                                        &k->address_locality,
                                        &k->address_region,
                                        &k->postal_code,
                                        &k->address_country};
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        find_filler(c, facts[i]);
    find_filler_in_list(c, &k->services);
    for (guint i = 0; i < k->crisis_lines->len; i++) {
        const struct crisis_line *line = k->crisis_lines->pdata[i];
        find_filler(c, &line->name);
        find_filler(c, &line->telephone);
        find_filler(c, &line->url);
    }
}

static void find_filler_in_passage(const struct checking *c, const struct passage *passage)
{
    unsigned long length;
    const char *found = passage->text;
    for (int i = 0; i < FILLER_LIMIT && (found = placeholder_find(found, &length)); i++) {
        check_report(c, RULE_PLACEHOLDER, passage_pos(passage, (gsize)(found - passage->text)),
                     "'%.*s' is filler, not a fact", (int)length, found);
        found += length;
    }
}

void check_placeholders(const struct checking *c)
{
    const struct article *a = c->article;
    const struct fact *const facts[] = {&a->summary,  &a->producer, &a->approved_by,
                                        &a->audience, &a->funding,  &a->feedback};
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        find_filler(c, facts[i]);
    find_filler_in_list(c, &a->sources);
    for (guint i = 0; i < c->prose->passages->len; i++)
        find_filler_in_passage(c, c->prose->passages->pdata[i]);
    for (struct node *n = a->root; n; n = node_next(n, a->root)) {
        struct fact link = {.value = n->kind == NODE_LINK ? n->as.link.url : NULL, .pos = n->pos};
        g_autofree char *words = link.value ? node_words(n) : NULL;
        unsigned long length;
        if (words && !placeholder_find(words, &length)) /* else its words are reported */
            find_filler(c, &link);
    }
}

static bool same_number(const char *number, const struct fact *fact)
{
    return fact->value && telephone_same(number, fact->value);
}

static bool is_known_number(const struct checking *c, const char *number)
{
    if (same_number(number, &c->clinic->telephone))
        return true;
    for (guint i = 0; i < c->clinic->crisis_lines->len; i++) {
        const struct crisis_line *line = c->clinic->crisis_lines->pdata[i];
        if (same_number(number, &line->telephone) || same_number(number, &line->text))
            return true;
    }
    return false;
}

static void find_numbers(const struct checking *c, const struct passage *passage)
{
    struct range range;
    for (size_t at = 0; telephone_find(passage->text, at, &range); at = range.end) {
        g_autofree char *number = g_strndup(passage->text + range.start, range.end - range.start);
        if (telephone_is_likely(passage->text, range) && !is_known_number(c, number))
            check_report(c, RULE_FACT_UNKNOWN, passage_pos(passage, range.start),
                         "the number '%s' is not in clinic.yaml", number);
    }
}

static bool same_host(const char *url, const struct fact *fact)
{
    return fact->value && address_same_host(url, fact->value);
}

static bool is_known_url(const struct checking *c, const char *url)
{
    const struct clinic *k = c->clinic;
    bool known = same_host(url, &k->url) || same_host(url, &k->handout_url);
    for (guint i = 0; i < k->crisis_lines->len; i++)
        known |= same_host(url, &((const struct crisis_line *)k->crisis_lines->pdata[i])->url);
    const GPtrArray *sources = c->article->sources.items;
    for (guint i = 0; i < sources->len; i++)
        known |= strstr(((const struct fact *)sources->pdata[i])->value, url) != NULL;
    return known;
}

static void find_link_fact(const struct checking *c, const struct node *link)
{
    const char *url = link->as.link.url;
    g_autofree char *to = address_to(url);
    switch (address_kind(url)) {
    case ADDRESS_MAIL:
        if (g_strcmp0(to, c->clinic->email.value) != 0)
            check_report(c, RULE_FACT_UNKNOWN, link->pos, "the address '%s' is not in clinic.yaml",
                         to);
        break;
    case ADDRESS_TELEPHONE:
        if (!is_known_number(c, to))
            check_report(c, RULE_FACT_UNKNOWN, link->pos, "the number '%s' is not in clinic.yaml",
                         to);
        break;
    case ADDRESS_WEB:
        if (!is_known_url(c, url))
            check_report(
                c, RULE_FACT_UNKNOWN, link->pos,
                "the address '%s' is neither in clinic.yaml nor among the article's sources", url);
        break;
    case ADDRESS_UNSAFE: /* reported where the article is read */
    case ADDRESS_KIND_COUNT:
        break;
    }
}

void check_unknown_facts(const struct checking *c)
{
    if (!c->clinic)
        return;
    for (guint i = 0; i < c->prose->passages->len; i++) {
        find_numbers(c, c->prose->passages->pdata[i]);
        check_passage_hours(c, c->prose->passages->pdata[i]);
    }
    const struct node *root = c->article->root;
    for (struct node *n = c->article->root; n; n = node_next(n, root))
        if (n->kind == NODE_LINK)
            find_link_fact(c, n);
}

void check_telephone(const struct checking *c)
{
    const struct fact *fact = &c->clinic->telephone;
    if (!fact->value || telephone_is_whole(fact->value))
        return;
    g_autofree char *digits = telephone_digits(fact->value);
    check_report(c, RULE_TELEPHONE_FORM, fact->pos, "'%s' is no whole number: %zu digits%s",
                 fact->value, strlen(digits),
                 fact->value[0] == '+' ? "" : " without '+' and a country code");
}

void check_contact_route(const struct checking *c)
{
    const struct clinic *k = c->clinic;
    if (!k->telephone.value && !k->email.value && !k->url.value && !clinic_has_address(k))
        check_report(c, RULE_CONTACT_ROUTE, (struct pos){.path = g_intern_string(k->path)},
                     "0 ways to reach the clinic are given, at least 1 is needed");
}

static void check_age(const struct checking *c, const struct fact *day, const char *what)
{
    GDate checked, today;
    if (!date_read(day, &checked))
        return;
    date_today(&today);
    g_date_add_months(&checked, VERIFIED_MONTHS);
    if (g_date_compare(&checked, &today) < 0)
        check_report(c, RULE_VERIFIED_ON, day->pos,
                     "%s were last checked on '%s', more than %d months ago", what, day->value,
                     VERIFIED_MONTHS);
}

void check_verified_on(const struct checking *c)
{
    const struct clinic *k = c->clinic;
    check_age(c, &k->verified_on, "the contact facts");
    for (guint i = 0; i < k->crisis_lines->len; i++) {
        const struct crisis_line *line = k->crisis_lines->pdata[i];
        g_autofree char *what = g_strdup_printf("the facts of '%s'", line->name.value);
        check_age(c, &line->verified_on, what);
        if (!line->verified_on.value)
            check_report(c, RULE_VERIFIED_ON, line->name.pos,
                         "nothing says when the facts of '%s' were checked", line->name.value);
    }
    if (!k->verified_on.value && c->depth == DEPTH_FULL)
        check_report(c, RULE_VERIFIED_ON, k->verified_on.pos,
                     "nothing says when the contact facts were checked");
}
