/*
 * Facts: filler, numbers and addresses that clinic.yaml does not give, how the clinic can be
 * reached. Awkward: a telephone number is told from other digits only by its length and its marks,
 * and two spellings of one number are compared by their last digits.
 */
#include "examine/check_parts.h"

#include "content/article_parts.h"
#include "content/date.h"
#include "examine/placeholder.h"

#include <string.h>

#define VERIFIED_MONTHS 12

/* More in one passage are not listed: it has yet to be written. */
#define FILLER_LIMIT 20

/* ITU-T E.164: at most 15 digits; shorter than 7 is a service number or no number at all. */
#define TELEPHONE_MIN 7
#define TELEPHONE_MAX 15

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

/* Copies the digits of `text` (of `length` bytes). */
static void digits_of(const char *text, size_t length, char out[TELEPHONE_MAX + 2])
{
    size_t n = 0;
    for (size_t i = 0; i < length && n <= TELEPHONE_MAX; i++)
        if (g_ascii_isdigit(text[i]))
            out[n++] = text[i];
    out[n] = '\0';
}

/* True when one number ends with the other: with and without the country code. */
static bool same_number(const char *digits, const struct fact *fact)
{
    char known[TELEPHONE_MAX + 2];
    if (!fact->value)
        return false;
    digits_of(fact->value, strlen(fact->value), known);
    return strlen(known) >= TELEPHONE_MIN &&
           (g_str_has_suffix(known, digits) || g_str_has_suffix(digits, known));
}

static bool is_known_number(const struct checking *c, const char *digits)
{
    if (same_number(digits, &c->clinic->telephone))
        return true;
    for (guint i = 0; i < c->clinic->crisis_lines->len; i++) {
        const struct crisis_line *line = c->clinic->crisis_lines->pdata[i];
        if (same_number(digits, &line->telephone) || same_number(digits, &line->text))
            return true;
    }
    return false;
}

/* Two years, or a date: digits with one kind of mark in known places. */
static bool is_date(const char *text, size_t length)
{
    bool years = length == 9 && (text[4] == '-' || text[4] == ' ');
    bool iso = length == 10 && text[4] == '-' && text[7] == '-';
    return years || iso;
}

/* The telephone number that starts at `p`, its bytes; 0 when none does. */
static size_t telephone_length(const char *p)
{
    size_t length = strspn(p, "+0123456789 ().-");
    while (length > 0 && !g_ascii_isdigit(p[length - 1]))
        length--;
    size_t digits = 0, marks = 0;
    for (size_t i = 0; i < length; i++) {
        digits += g_ascii_isdigit(p[i]) != 0;
        marks += p[i] == '-' || p[i] == '(' || p[i] == '+' || p[i] == '.' || p[i] == ' ';
    }
    bool number = digits >= TELEPHONE_MIN && digits <= TELEPHONE_MAX && marks > 0;
    return number && !is_date(p, length) ? length : 0;
}

static void find_numbers(const struct checking *c, const struct passage *passage)
{
    for (const char *p = passage->text; *p;) {
        bool starts = (g_ascii_isdigit(*p) || *p == '+' || *p == '(') &&
                      (p == passage->text || !g_ascii_isalnum(p[-1]));
        size_t run = starts ? strspn(p, "+0123456789 ().-") : 0;
        size_t length = starts ? telephone_length(p) : 0;
        char digits[TELEPHONE_MAX + 2];
        digits_of(p, length, digits);
        if (length > 0 && !is_known_number(c, digits))
            check_report(c, RULE_FACT_UNKNOWN, passage_pos(passage, (gsize)(p - passage->text)),
                         "the number '%.*s' is not in clinic.yaml", (int)length, p);
        p += MAX(run, 1);
    }
}

/* The host of a web address, its bytes. */
static const char *host_of(const char *url, size_t *out_length)
{
    const char *host = strstr(url, "://");
    host = host ? host + 3 : url;
    host += g_str_has_prefix(host, "www.") ? strlen("www.") : 0;
    *out_length = strcspn(host, "/?#:");
    return host;
}

static bool same_host(const char *url, const struct fact *fact)
{
    size_t n, m;
    if (!fact->value)
        return false;
    const char *host = host_of(url, &n), *known = host_of(fact->value, &m);
    return n == m && g_ascii_strncasecmp(host, known, n) == 0;
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
    char digits[TELEPHONE_MAX + 2];
    if (g_str_has_prefix(url, "mailto:")) {
        g_autofree char *address = g_strndup(url + 7, strcspn(url + 7, "?"));
        if (g_strcmp0(address, c->clinic->email.value) != 0)
            check_report(c, RULE_FACT_UNKNOWN, link->pos, "the address '%s' is not in clinic.yaml",
                         address);
    } else if (g_str_has_prefix(url, "tel:")) {
        digits_of(url, strlen(url), digits);
        if (!is_known_number(c, digits))
            check_report(c, RULE_FACT_UNKNOWN, link->pos, "the number '%s' is not in clinic.yaml",
                         url + 4);
    } else if (*url && !is_known_url(c, url)) {
        check_report(c, RULE_FACT_UNKNOWN, link->pos,
                     "the address '%s' is neither in clinic.yaml nor among the article's sources",
                     url);
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

/* North American numbers: area and exchange start with 2 to 9. */
static bool is_whole_american(const char *digits)
{
    return strlen(digits) == 11 && digits[1] >= '2' && digits[4] >= '2';
}

void check_telephone(const struct checking *c)
{
    const struct fact *fact = &c->clinic->telephone;
    char digits[TELEPHONE_MAX + 2];
    if (!fact->value)
        return;
    size_t main_part = strcspn(fact->value, "ext");
    digits_of(fact->value, main_part, digits);
    bool international =
        fact->value[0] == '+' && strlen(digits) >= TELEPHONE_MIN && strlen(digits) <= TELEPHONE_MAX;
    bool american = digits[0] == '1';
    if (!international || (american && !is_whole_american(digits)))
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
