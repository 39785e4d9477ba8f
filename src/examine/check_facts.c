/*
 * Facts: filler, numbers and addresses that clinic.yaml does not give, how the clinic can be
 * reached.
 */
#include "base/paths.h"
#include "examine/check_parts.h"

#include "content/address.h"
#include "content/country.h"
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

static void find_filler_in_address(const struct checking *c, const struct postal *address)
{
    const struct fact *const facts[] = {&address->street_address, &address->address_locality,
                                        &address->address_region, &address->postal_code,
                                        &address->address_country};
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        find_filler(c, facts[i]);
    find_filler_in_list(c, &address->lines);
}

static void find_filler_in_contacts(const struct checking *c)
{
    for (guint i = 0; i < c->clinic->contact_points->len; i++) {
        const struct contact_point *point = c->clinic->contact_points->pdata[i];
        const struct fact *const facts[] = {&point->name, &point->telephone, &point->text,
                                            &point->fax,  &point->tty,       &point->email,
                                            &point->notes};
        for (size_t k = 0; k < G_N_ELEMENTS(facts); k++)
            find_filler(c, facts[k]);
    }
    for (guint i = 0; i < c->clinic->locations->len; i++) {
        const struct location *location = c->clinic->locations->pdata[i];
        find_filler(c, &location->name);
        find_filler(c, &location->telephone);
        find_filler(c, &location->email);
        find_filler_in_address(c, &location->address);
    }
}

void check_clinic_placeholders(const struct checking *c)
{
    const struct clinic *k = c->clinic;
    const struct fact *const facts[] = {&k->name, &k->telephone,   &k->email,
                                        &k->url,  &k->handout_url, &k->web_url};
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        find_filler(c, facts[i]);
    find_filler_in_address(c, &k->address);
    find_filler_in_list(c, &k->services);
    find_filler_in_contacts(c);
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
        find_filler_in_passage(c, prose_passage(c->prose, i));
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
    g_autoptr(GPtrArray) numbers = clinic_numbers(c->clinic);
    for (guint i = 0; i < numbers->len; i++)
        if (same_number(number, numbers->pdata[i]))
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
        if (telephone_is_likely(passage->text, range, c->labels) && !is_known_number(c, number))
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
    bool known =
        same_host(url, &k->url) || same_host(url, &k->handout_url) || same_host(url, &k->web_url);
    for (guint i = 0; i < k->crisis_lines->len; i++)
        known |= same_host(url, &((const struct crisis_line *)k->crisis_lines->pdata[i])->url);
    const GPtrArray *sources = c->article->sources.items;
    for (guint i = 0; i < sources->len; i++)
        known |= strstr(((const struct fact *)sources->pdata[i])->value, url) != NULL;
    return known;
}

static bool is_known_email(const struct checking *c, const char *email)
{
    g_autoptr(GPtrArray) emails = clinic_emails(c->clinic);
    for (guint i = 0; i < emails->len; i++)
        if (g_ascii_strcasecmp(email, ((const struct fact *)emails->pdata[i])->value) == 0)
            return true;
    return false;
}

static void find_link_fact(const struct checking *c, const struct node *link)
{
    const char *url = link->as.link.url;
    g_autofree char *to = address_to(url);
    switch (address_kind(url)) {
    case ADDRESS_MAIL:
        if (!is_known_email(c, to))
            check_report(c, RULE_FACT_UNKNOWN, link->pos, "the address '%s' is not in clinic.yaml",
                         to);
        break;
    case ADDRESS_TELEPHONE:
    case ADDRESS_TEXT:
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
        find_numbers(c, prose_passage(c->prose, i));
        check_passage_hours(c, prose_passage(c->prose, i));
    }
    const struct node *root = c->article->root;
    for (struct node *n = c->article->root; n; n = node_next(n, root))
        if (n->kind == NODE_LINK)
            find_link_fact(c, n);
}

void check_telephone(const struct checking *c)
{
    g_autoptr(GPtrArray) numbers = clinic_numbers(c->clinic);
    for (guint i = 0; i < numbers->len; i++) {
        const struct fact *fact = numbers->pdata[i];
        if (!telephone_is(fact->value) || telephone_is_whole(fact->value) ||
            telephone_is_service(fact->value))
            continue; /* "HOME to 741741" is whole in its way */
        g_autofree char *digits = telephone_digits(fact->value);
        check_report(c, RULE_TELEPHONE_FORM, fact->pos, "'%s' is no whole number: %zu digits%s",
                     fact->value, strlen(digits),
                     fact->value[0] == '+' ? "" : " without '+' and a country code");
    }
}

/* `home`: the country where none is written; NULL: nobody knows. */
static void check_address(const struct checking *c, const struct postal *address, const char *home)
{
    const char *written = address->address_country.value;
    const char *country = written ? country_code(written) : home;
    const char *example = postal_code_missed(address, country);
    if (example)
        check_report(
            c, RULE_POSTAL_FORM, address->postal_code.pos,
            "'%s' is no postal code of %s, where they are like '%s': copy it from a letter",
            address->postal_code.value, country_name(country, "en"), example);
    if (!postal_is_state(address, country))
        check_report(c, RULE_POSTAL_FORM, address->address_region.pos,
                     "'%s' is no state of the United States: write it as 'OR' or 'Oregon' are",
                     address->address_region.value);
}

void check_postal(const struct checking *c)
{
    const struct postal *own = &c->clinic->address;
    const char *home = own->address_country.value ? country_code(own->address_country.value) : NULL;
    check_address(c, own, home);
    for (guint i = 0; i < c->clinic->locations->len; i++) {
        const struct location *location = c->clinic->locations->pdata[i];
        check_address(c, &location->address, home);
    }
}

void check_contact_route(const struct checking *c)
{
    const struct clinic *k = c->clinic;
    if (!k->telephone.value && !k->email.value && !k->url.value && !postal_is_given(&k->address) &&
        k->contact_points->len + k->locations->len == 0)
        check_report(c, RULE_CONTACT_ROUTE, (struct pos){.file = paths_number(k->path)},
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
