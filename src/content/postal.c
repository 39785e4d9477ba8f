/*
 * Postal addresses as clinic.yaml gives them, and as lines. Awkward: some countries write from the
 * large to the small in their own letters and from the small to the large in Latin ones, so the
 * letters of the street decide.
 */
#include "content/postal.h"

#include "content/country.h"
#include "content/postal_parts.h"

#include <stddef.h>
#include <string.h>

/* What stands where nobody knows the country. */
#define ANY_ORDER "%A|%C, %S %Z"

static const struct yaml_key keys[] = {
    {"street_address", YAML_WANT_TEXT, offsetof(struct postal, street_address)},
    {"address_locality", YAML_WANT_TEXT, offsetof(struct postal, address_locality)},
    {"address_region", YAML_WANT_TEXT, offsetof(struct postal, address_region)},
    {"postal_code", YAML_WANT_TEXT, offsetof(struct postal, postal_code)},
    {"address_country", YAML_WANT_TEXT, offsetof(struct postal, address_country)},
    {"lines", YAML_WANT_TEXTS, offsetof(struct postal, lines)},
};

static bool has_parts(const struct postal *postal)
{
    return postal->street_address.value || postal->address_locality.value ||
           postal->address_region.value || postal->postal_code.value;
}

bool postal_read(const struct yaml *mapping, const char *path, struct postal *out,
                 struct diag *diag)
{
    bool ok = yaml_read(mapping, path, keys, G_N_ELEMENTS(keys), out, diag);
    if (out->lines.items->len == 0 || !has_parts(out))
        return ok;
    diag_report(diag, RULE_VALUE, out->lines.pos,
                "an address has 'lines' or parts such as 'street_address', not both");
    return false;
}

void postal_clear(struct postal *postal)
{
    fact_clear(&postal->street_address);
    fact_clear(&postal->address_locality);
    fact_clear(&postal->address_region);
    fact_clear(&postal->postal_code);
    fact_clear(&postal->address_country);
    fact_list_clear(&postal->lines);
}

bool postal_is_given(const struct postal *postal)
{
    return has_parts(postal) || postal->address_country.value || postal->lines.items->len > 0;
}

static const struct fact *part_of(const struct postal *postal, char part)
{
    switch (part) {
    case 'A':
        return &postal->street_address;
    case 'C':
        return &postal->address_locality;
    case 'S':
        return &postal->address_region;
    case 'Z':
        return &postal->postal_code;
    }
    g_assert_not_reached();
}

/* A region at the end of the town's line that is named as the town says nothing more: "28013
 * Madrid". */
static bool repeats_town(const struct postal *postal, const char *part, const char *signs)
{
    const char *town = postal->address_locality.value, *region = postal->address_region.value;
    return strcmp(part, "S") == 0 && *signs == ' ' && g_strcmp0(town, region) == 0;
}

/* One line of an order. Signs stand between two parts that are given, or before or behind one. */
static char *fill_line(const struct postal *postal, const char *order)
{
    GString *line = g_string_new(NULL);
    bool given = false;
    const char *sign = order;
    size_t signs = 0;
    for (const char *p = order; *p; p++) {
        if (*p != '%') {
            sign = signs++ == 0 ? p : sign;
            continue;
        }
        const char *value = part_of(postal, *++p)->value;
        if (repeats_town(postal, p, sign))
            value = NULL;
        bool between = given || sign == order; /* a sign at the start goes with what follows it */
        if (value && between)
            g_string_append_len(line, sign, (gssize)signs);
        if (value)
            g_string_append(line, value);
        given |= value != NULL;
        signs = 0;
    }
    return g_string_free(line, FALSE);
}

/* Letters of its own are the country's, whatever stands beside them: floors ("4F") and names of
 * buildings are in ours everywhere. Figures alone are nobody's. */
static bool has_own_letters(const struct fact *fact)
{
    for (const char *p = fact->value; p && *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalpha(c) && g_unichar_get_script(c) > G_UNICODE_SCRIPT_INHERITED &&
            g_unichar_get_script(c) != G_UNICODE_SCRIPT_LATIN)
            return true;
    }
    return false;
}

static bool is_latin(const struct postal *postal)
{
    return !has_own_letters(&postal->street_address) &&
           !has_own_letters(&postal->address_locality) && !has_own_letters(&postal->address_region);
}

static const char *order_of(const struct postal *postal, const char *country)
{
    const struct postal_order *order = postal_order_find(country);
    if (!order)
        return ANY_ORDER;
    return order->latin && is_latin(postal) ? order->latin : order->own;
}

/* Takes the line. */
static void add_line(GPtrArray *lines, char *line)
{
    if (line && *line)
        g_ptr_array_add(lines, line);
    else
        g_free(line);
}

/* What the clinic gives is printed, even where the postal service does not ask for it. */
static bool has_part(char **order, const char *part)
{
    for (; *order; order++)
        if (strstr(*order, part))
            return true;
    return false;
}

/* The country as the last line, owned by the caller; NULL at home. */
static char *country_line(const struct postal *postal, const char *code, const char *home,
                          const char *lang)
{
    const char *written = postal->address_country.value;
    if (!written || (code && home && strcmp(code, home) == 0))
        return NULL;
    const char *name = code ? country_name(code, lang) : NULL;
    return g_strdup(name ? name : written);
}

char **postal_lines(const struct postal *postal, const char *home, const char *lang)
{
    GPtrArray *lines = g_ptr_array_new();
    const char *written = postal->address_country.value;
    const char *code = written ? country_code(written) : home;
    g_auto(GStrv) order = g_strsplit(order_of(postal, code), "|", -1);
    for (guint i = 0; i < postal->lines.items->len; i++)
        g_ptr_array_add(lines,
                        g_strdup(((const struct fact *)postal->lines.items->pdata[i])->value));
    for (char **line = order; *line; line++) {
        add_line(lines, fill_line(postal, *line));
        if (strstr(*line, "%C") && !has_part(order, "%S"))
            add_line(lines, g_strdup(postal->address_region.value));
    }
    if (!has_part(order, "%Z"))
        add_line(lines, g_strdup(postal->postal_code.value));
    char *country = country_line(postal, code, home, lang);
    if (country)
        g_ptr_array_add(lines, country);
    g_ptr_array_add(lines, NULL);
    return (char **)g_ptr_array_free(lines, FALSE);
}
