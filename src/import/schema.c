/*
 * What a page says of the clinic in the words of schema.org: JSON-LD in a script, or the same names
 * on its elements. Of several things the most exact kind is taken: a page names its publisher, its
 * author and its clinic alike.
 */
#include "base/json.h"
#include "content/address.h"
#include "import/parts.h"

#include <string.h>

/* From the most exact on. */
static const char *const kinds[] = {"MedicalClinic",   "Physician",     "Dentist",
                                    "Hospital",        "Optician",      "Pharmacy",
                                    "MedicalBusiness", "LocalBusiness", "MedicalOrganization",
                                    "Organization"};

static const struct {
    const char *name; /* in schema.org */
    enum found_key key;
    const char *part; /* of an address */
} values[] = {
    {"name", FOUND_NAME, NULL},
    {"telephone", FOUND_TELEPHONE, NULL},
    {"faxNumber", FOUND_FAX, NULL},
    {"email", FOUND_EMAIL, NULL},
    {"url", FOUND_URL, NULL},
    {"openingHours", FOUND_HOURS, NULL},
    {"address", FOUND_ADDRESS, NULL},
    {"address.streetAddress", FOUND_ADDRESS, "street_address"},
    {"address.addressLocality", FOUND_ADDRESS, "address_locality"},
    {"address.addressRegion", FOUND_ADDRESS, "address_region"},
    {"address.postalCode", FOUND_ADDRESS, "postal_code"},
    {"address.addressCountry", FOUND_ADDRESS, "address_country"},
    {"address.addressCountry.name", FOUND_ADDRESS, "address_country"},
};

/* The line that stands for a value, in clinic.yaml's comments; lent. */
static struct input_line *add_line(struct source *source, const char *name, const char *value,
                                   int number)
{
    g_autofree char *text = g_strdup_printf("%s: %s", name, value);
    return source_add(source, LINE_TEXT, number, text);
}

/* Without the scheme that some write before numbers and addresses; owned by the caller. */
static char *bare(const char *value)
{
    enum address_kind kind = address_kind(value);
    bool schemed = kind == ADDRESS_TELEPHONE || kind == ADDRESS_MAIL;
    return g_strstrip(schemed ? address_to(value) : g_strdup(value));
}

void schema_value(struct source *source, const char *name, const char *value, int number)
{
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
        if (strcmp(values[i].name, name) != 0)
            continue;
        g_autofree char *plain = bare(value);
        char *fact = *plain ? fact_value(source, values[i].key, plain) : NULL;
        if (!fact)
            return;
        struct found *found =
            source_found(source, values[i].key, fact, add_line(source, name, value, number));
        found->part = values[i].part;
        found->label = values[i].key == FOUND_FAX ? g_strdup("Fax") : NULL;
        return;
    }
}

/* What stands before the last name of a path, its dot with it; owned by the caller. */
static char *prefix_of(const char *path)
{
    const char *dot = strrchr(path, '.');
    return g_strndup(path, dot ? (gsize)(dot + 1 - path) : 0);
}

static bool is_type(const struct json_leaf *leaf, const char *kind)
{
    return (g_str_has_suffix(leaf->path, "@type") || strstr(leaf->path, "@type.")) &&
           strcmp(leaf->value, kind) == 0;
}

/* The prefix of all that is said of the clinic; owned by the caller; NULL: nothing is. */
static char *find_clinic(const GPtrArray *leaves)
{
    for (size_t k = 0; k < G_N_ELEMENTS(kinds); k++)
        for (guint i = 0; i < leaves->len; i++) {
            const struct json_leaf *leaf = leaves->pdata[i];
            const char *type = is_type(leaf, kinds[k]) ? strstr(leaf->path, "@type") : NULL;
            if (type)
                return g_strndup(leaf->path, (gsize)(type - leaf->path));
        }
    return NULL;
}

/* The value of a thing, whose names begin with `prefix` from leaf `at` on; lent; NULL: it has none.
 */
static const char *value_at(const GPtrArray *leaves, guint at, const char *prefix, const char *name)
{
    for (guint i = at; i < leaves->len; i++) {
        const struct json_leaf *leaf = leaves->pdata[i];
        if (!g_str_has_prefix(leaf->path, prefix))
            break;
        if (strcmp(leaf->path + strlen(prefix), name) == 0)
            return leaf->value;
    }
    return NULL;
}

/* The days of one specification, as in "Monday,Tuesday"; owned by the caller. */
static char *days_of(const GPtrArray *leaves, guint at, const char *prefix)
{
    GString *days = g_string_new(NULL);
    for (guint i = at; i < leaves->len; i++) {
        const struct json_leaf *leaf = leaves->pdata[i];
        const char *slash = strrchr(leaf->value, '/');
        if (!g_str_has_prefix(leaf->path, prefix))
            break;
        if (g_str_has_prefix(leaf->path + strlen(prefix), "dayOfWeek"))
            g_string_append_printf(days, "%s%s", days->len ? "," : "",
                                   slash ? slash + 1 : leaf->value);
    }
    return g_string_free(days, FALSE);
}

/* Hours that open and close at one minute are closed days. */
static void read_hours(struct source *source, const GPtrArray *leaves, guint at, const char *prefix,
                       int number)
{
    const char *opens = value_at(leaves, at, prefix, "opens");
    const char *closes = value_at(leaves, at, prefix, "closes");
    g_autofree char *days = days_of(leaves, at, prefix);
    if (!opens || !closes || !*days)
        return;
    g_autofree char *text = strcmp(opens, closes) == 0
                                ? g_strdup_printf("%s closed", days)
                                : g_strdup_printf("%s %.5s-%.5s", days, opens, closes);
    schema_value(source, "openingHours", text, number);
}

/* A number of its own, with what it is for. */
static void read_point(struct source *source, const GPtrArray *leaves, guint at, const char *prefix,
                       int number)
{
    const char *name = value_at(leaves, at, prefix, "contactType");
    const char *said = value_at(leaves, at, prefix, "telephone");
    g_autofree char *plain = said ? bare(said) : NULL;
    char *telephone = name && plain ? fact_value(source, FOUND_POINT, plain) : NULL;
    if (!telephone)
        return;
    struct input_line *line = add_line(source, name, plain, number);
    source_found(source, FOUND_POINT, telephone, line)->label = g_strdup(name);
}

/* Things within the clinic's description: each is read once, at the first of its names. */
static void read_things(struct source *source, const GPtrArray *leaves, const char *prefix,
                        int number)
{
    g_autofree char *last = NULL;
    for (guint i = 0; i < leaves->len; i++) {
        const struct json_leaf *leaf = leaves->pdata[i];
        const char *rest = leaf->path + strlen(prefix);
        if (!g_str_has_prefix(leaf->path, prefix))
            continue;
        bool hours = g_str_has_prefix(rest, "openingHoursSpecification");
        bool point = g_str_has_prefix(rest, "contactPoint");
        const char *days = strstr(leaf->path, ".dayOfWeek");
        g_autofree char *own =
            days ? g_strndup(leaf->path, (gsize)(days + 1 - leaf->path)) : prefix_of(leaf->path);
        if ((!hours && !point) || (last && strcmp(own, last) == 0))
            continue;
        g_free(last);
        last = g_strdup(own);
        (hours ? read_hours : read_point)(source, leaves, i, own, number);
    }
}

void schema_read(struct source *source, const char *json, int number)
{
    g_autoptr(GPtrArray) leaves = json_leaves(json);
    g_autofree char *prefix = find_clinic(leaves);
    for (guint i = 0; prefix && i < leaves->len; i++) {
        const struct json_leaf *leaf = leaves->pdata[i];
        if (!g_str_has_prefix(leaf->path, prefix))
            continue;
        const char *rest = leaf->path + strlen(prefix);
        bool listed = g_str_has_prefix(rest, "openingHours.");
        schema_value(source, listed ? "openingHours" : rest, leaf->value, number);
    }
    if (prefix)
        read_things(source, leaves, prefix, number);
}
