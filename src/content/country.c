/*
 * Names of countries, from a table that the program carries. It is read when the first country is
 * asked for: most clinics have all their doors in one.
 */
#include "content/country.h"

#include "base/intern.h"
#include "base/lang.h"
#include "content/plain.h"

#include <gio/gio.h>
#include <string.h>

#define CARRIED "/handout/countries.yaml"

static const struct {
    const char *name, *code;
} other_names[] = {
    {"usa", "US"},
    {"u.s.a.", "US"},
    {"u.s.", "US"},
    {"united states of america", "US"},
    {"uk", "GB"},
    {"great britain", "GB"},
    {"england", "GB"},
    {"scotland", "GB"},
    {"wales", "GB"},
    {"northern ireland", "GB"},
    {"republic of ireland", "IE"},
    {"holland", "NL"},
    {"the netherlands", "NL"},
    {"republic of korea", "KR"},
    {"czech republic", "CZ"},
    {"türkiye", "TR"},
    {"uae", "AE"},
    {"ישראל", "IL"},
};

struct country {
    const char *lang, *code, *name; /* of a text that stays */
};

static gpointer load(gpointer unused)
{
    (void)unused;
    g_autoptr(GBytes) bytes = g_resources_lookup_data(CARRIED, 0, NULL);
    struct plain plain = {.at = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes))};
    GArray *countries = g_array_new(FALSE, FALSE, sizeof(struct country));
    for (const char *lang = NULL; plain_next(&plain);) {
        struct country country = {lang, plain.key, plain.values};
        if (plain.inner)
            g_array_append_val(countries, country);
        else
            lang = plain.key;
    }
    return countries;
}

/* NULL: there is no further one. */
static const struct country *country_at(guint i)
{
    static GOnce once = G_ONCE_INIT;
    const GArray *countries = g_once(&once, load, NULL);
    return i < countries->len ? &g_array_index(countries, struct country, i) : NULL;
}

static const char *name_by_tag(const char *code, const char *tag)
{
    const struct country *country;
    for (guint i = 0; (country = country_at(i)); i++)
        if (strcmp(country->code, code) == 0 && lang_equal(country->lang, tag))
            return country->name;
    return NULL;
}

const char *country_name(const char *code, const char *lang)
{
    g_autoptr(GPtrArray) tags = lang_lookup(lang);
    const char *name = NULL;
    for (guint i = 0; i < tags->len && !name; i++)
        name = name_by_tag(code, tags->pdata[i]);
    return name ? name : name_by_tag(code, "en");
}

static const char *code_of_name(const char *folded)
{
    const struct country *country;
    for (guint i = 0; (country = country_at(i)); i++) {
        g_autofree char *name = g_utf8_casefold(country->name, -1);
        if (strcmp(name, folded) == 0)
            return intern(country->code);
    }
    return NULL;
}

const char *country_code(const char *text)
{
    if (strlen(text) == 2 && g_ascii_isalpha(text[0]) && g_ascii_isalpha(text[1])) {
        g_autofree char *code = g_ascii_strup(text, -1);
        return intern(strcmp(code, "UK") == 0 ? "GB" : code);
    }
    g_autofree char *folded = g_utf8_casefold(text, -1);
    for (size_t i = 0; i < G_N_ELEMENTS(other_names); i++)
        if (strcmp(other_names[i].name, folded) == 0)
            return other_names[i].code;
    return code_of_name(folded);
}
