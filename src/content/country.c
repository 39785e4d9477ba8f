/*
 * Names of countries, from a table that the program carries. It is read when the first country is
 * asked for: most clinics have all their doors in one.
 */
#include "content/country.h"

#include "base/lang.h"
#include "content/yaml.h"

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

static gpointer load(gpointer unused)
{
    (void)unused;
    g_autoptr(GBytes) bytes = g_resources_lookup_data(CARRIED, 0, NULL);
    struct diag *diag = diag_new(false);
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_autofree char *text = g_strndup(data, size);
    struct yaml *names = yaml_parse(text, CARRIED, 1, diag);
    diag_free(diag);
    return names;
}

static const GPtrArray *languages(void)
{
    static GOnce once = G_ONCE_INIT;
    return ((const struct yaml *)g_once(&once, load, NULL))->children;
}

static const char *name_in(const struct yaml *language, const char *code)
{
    for (guint i = 0; i < language->children->len; i++) {
        const struct yaml *country = language->children->pdata[i];
        if (strcmp(country->key, code) == 0)
            return country->text;
    }
    return NULL;
}

static const char *name_by_tag(const char *code, const char *tag)
{
    for (guint i = 0; i < languages()->len; i++) {
        const struct yaml *language = languages()->pdata[i];
        if (lang_equal(language->key, tag))
            return name_in(language, code);
    }
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
    for (guint i = 0; i < languages()->len; i++) {
        const struct yaml *language = languages()->pdata[i];
        for (guint k = 0; k < language->children->len; k++) {
            const struct yaml *country = language->children->pdata[k];
            g_autofree char *name = g_utf8_casefold(country->text, -1);
            if (strcmp(name, folded) == 0)
                return g_intern_string(country->key);
        }
    }
    return NULL;
}

const char *country_code(const char *text)
{
    if (strlen(text) == 2 && g_ascii_isalpha(text[0]) && g_ascii_isalpha(text[1])) {
        g_autofree char *code = g_ascii_strup(text, -1);
        return g_intern_string(strcmp(code, "UK") == 0 ? "GB" : code);
    }
    g_autofree char *folded = g_utf8_casefold(text, -1);
    for (size_t i = 0; i < G_N_ELEMENTS(other_names); i++)
        if (strcmp(other_names[i].name, folded) == 0)
            return other_names[i].code;
    return code_of_name(folded);
}
