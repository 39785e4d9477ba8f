/*
 * What has the shape of a fact: numbers, addresses of mail and web, lines of a postal address,
 * opening hours; and the signs that people put before them.
 */
#include "base/pattern.h"
#include "base/sentence.h"
#include "content/address.h"
#include "content/hours.h"
#include "content/telephone.h"
#include "import/fact_split.h"
#include "import/facts.h"

#include <string.h>

/* Longer lines are sentences. [characters] */
#define VALUE_LENGTH 120
/* No postal code has so many figures: the longest, ZIP+4 of the USA, has nine. */
#define NUMBER_LENGTH 10

static const struct {
    gunichar sign;
    enum found_key key;
} signs[] = {
    {0x1F4DE, FOUND_TELEPHONE}, {0x260E, FOUND_TELEPHONE},  {0x2706, FOUND_TELEPHONE},
    {0x1F4F1, FOUND_TELEPHONE}, {0x1F4F2, FOUND_TELEPHONE}, {0x2709, FOUND_EMAIL},
    {0x1F4E7, FOUND_EMAIL},     {0x1F4E9, FOUND_EMAIL},     {0x23F0, FOUND_HOURS},
    {0x1F550, FOUND_HOURS},     {0x1F552, FOUND_HOURS},     {0x1F558, FOUND_HOURS},
    {0x1F559, FOUND_HOURS},     {0x1F55B, FOUND_HOURS},     {0x1F4C5, FOUND_HOURS},
    {0x231A, FOUND_HOURS},      {0x1F4CD, FOUND_ADDRESS},   {0x1F3E0, FOUND_ADDRESS},
    {0x1F3E2, FOUND_ADDRESS},   {0x1F3E5, FOUND_ADDRESS},   {0x1F5FA, FOUND_ADDRESS},
    {0x1F310, FOUND_URL},       {0x1F517, FOUND_URL},       {0x1F4E0, FOUND_FAX},
};

const char *fact_behind_signs(const char *text, enum found_key *key)
{
    *key = FOUND_KEY_COUNT;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        GUnicodeType type = g_unichar_type(c);
        bool sign = type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_FORMAT ||
                    (c >= 0xFE00 && c <= 0xFE0F) || c == ' ' || (c >= 0xE000 && c <= 0xF8FF);
        for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
            if (signs[i].sign == c)
                *key = signs[i].key;
        if (!sign)
            return p;
    }
    return text;
}

/* Mail with signs in words, as pages hide it from machines: "desk (at) oak (dot) example"; owned by
 * the caller; NULL: it is none. */
static char *mail_of(const char *text)
{
    static struct pattern at = PATTERN("(?i) *[(\\[{] *(?:at|@) *[)\\]}] *"),
                          dot = PATTERN("(?i) *[(\\[{] *(?:dot|punkt|punto|point) *[)\\]}] *");
    g_autofree char *joined =
        g_regex_replace_literal(pattern_regex(&at), text, -1, 0, "@", 0, NULL);
    char *mail = g_regex_replace_literal(pattern_regex(&dot), joined, -1, 0, ".", 0, NULL);
    return address_is_mail(mail) ? mail : (g_free(mail), NULL);
}

/* True for an address of mail or web, or a number to call, longer than any postal code. */
static bool is_other_address(const char *text)
{
    g_autofree char *mail = mail_of(text);
    g_autofree char *digits = telephone_is(text) ? telephone_digits(text) : NULL;
    bool web = address_is_web(text) || (g_str_has_prefix(text, "www.") && !strchr(text, ' '));
    return mail || web || (digits && strlen(digits) >= NUMBER_LENGTH);
}

/* "12 High St.": a short last word behind the number of a house is no end of a sentence. */
static bool ends_with_street(const char *text)
{
    static struct pattern street = PATTERN("\\d.* \\p{Lu}\\p{L}{0,4}\\.$");
    struct range found;
    return pattern_find(&street, text, 0, &found);
}

/* A line of a postal address: no sentence, and nothing that leads elsewhere. */
static bool is_address(const char *text)
{
    size_t length = strlen(text);
    if (length == 0 || g_utf8_strlen(text, -1) > VALUE_LENGTH || is_other_address(text))
        return false;
    gunichar last = g_utf8_get_char(g_utf8_prev_char(text + length));
    return last != ':' && (!sentence_is_stop(last) || ends_with_street(text));
}

char *fact_hours(const struct source *source, const char *text, bool bare)
{
    g_autoptr(GArray) rules = g_array_new(FALSE, FALSE, sizeof(struct hours));
    bool ok = g_utf8_strlen(text, -1) <= VALUE_LENGTH &&
              hours_read_human(text, source->labels, rules),
         whole = ok;
    for (guint i = 0; i < rules->len; i++) {
        const struct hours *rule = &g_array_index(rules, struct hours, i);
        whole &= rule->kind == HOURS_ALWAYS || (rule->n_days > 0 && rule->kind != HOURS_UNTIMED);
    }
    whole &= rules->len > 1 ||
             (rules->len == 1 && g_array_index(rules, struct hours, 0).kind != HOURS_CLOSED);
    return (bare ? whole : ok) ? hours_to_text(rules) : NULL;
}

char *fact_value(const struct source *source, enum found_key key, const char *text)
{
    switch (key) {
    case FOUND_NAME:
    case FOUND_SERVICES:
        return g_strdup(text);
    case FOUND_TELEPHONE:
    case FOUND_POINT:
    case FOUND_FAX:
        return telephone_is(text) && !telephone_runs_on(text) ? g_strdup(text) : NULL;
    case FOUND_EMAIL:
        return mail_of(text);
    case FOUND_URL:
        return address_is_web(text) ? g_strdup(text) : NULL;
    case FOUND_ADDRESS:
        return is_address(text) ? g_strdup(text) : NULL;
    case FOUND_HOURS:
        return fact_hours(source, text, false);
    case FOUND_KEY_COUNT:
        break;
    }
    g_assert_not_reached();
}

bool fact_is_struck(const struct input_line *line)
{
    return line->marked && strstr(line->marked, "~~");
}

bool fact_is_bold(const struct input_line *line)
{
    const char *marked = line->marked ? line->marked : "";
    size_t length = strlen(marked);
    return length > 4 && g_str_has_prefix(marked, "**") && g_str_has_suffix(marked, "**") &&
           strstr(marked + 2, "**") == marked + length - 2;
}

bool fact_may_be_in(const struct input_line *line)
{
    return line->kind != LINE_BLANK && line->kind != LINE_ROW && line->kind != LINE_PRE &&
           line->kind != LINE_RULE && line->kind != LINE_PICTURE && !line->is_fact &&
           !line->of_person && !source_note_of(line) && !fact_is_struck(line) &&
           (!line->why || line->aside);
}
