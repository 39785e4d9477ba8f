/*
 * Crisis lines, contact points and locations: one loop over the entries of a list, and for each
 * kind what it holds, how it is checked and how it is freed.
 */
#include "content/contact.h"

#include "content/address.h"
#include "content/date.h"
#include "content/fact_check.h"
#include "content/telephone.h"

#include <stddef.h>

/* A number to write to may stand in words: "HOME to 741741". */
static bool has_number(const char *value)
{
    g_autofree char *digits = telephone_digits(value + strcspn(value, "+0123456789"));
    return *digits;
}

/* What a list holds. */
struct kind {
    const char *key;
    const char *ways; /* how an entry is written */
    size_t size;      /* of its struct */
    GDestroyNotify free;
    bool (*read)(const struct yaml *entry, const char *path, void *out, struct diag *diag);
};

static GPtrArray *read_list(const struct kind *kind, const struct yaml *list, const char *path,
                            bool *ok, struct diag *diag)
{
    GPtrArray *entries = g_ptr_array_new_with_free_func(kind->free);
    for (guint i = 0; list && list->children && i < list->children->len; i++) {
        const struct yaml *entry = list->children->pdata[i];
        if (entry->kind != YAML_MAPPING) {
            diag_report(diag, RULE_YAML_SYNTAX, entry->pos,
                        "an entry of '%s' has a name and %s below it", kind->key, kind->ways);
            *ok = false;
            continue;
        }
        void *out = g_malloc0(kind->size);
        g_ptr_array_add(entries, out);
        *ok &= kind->read(entry, path, out, diag);
    }
    return entries;
}

/* An entry that says who answers, and how to get there. */
static bool check_reachable(const struct fact *name, bool reachable, const char *key,
                            const char *ways, struct pos pos, struct diag *diag)
{
    if (name->value && reachable)
        return true;
    diag_report(diag, RULE_VALUE, pos, "an entry of '%s' lacks %s: write 'name:' and %s", key,
                name->value ? "a way to reach it" : "its name", ways);
    return false;
}

#define CRISIS_WAYS   "'telephone:'"
#define POINT_WAYS    "'telephone:', 'text:', 'fax:', 'tty:' or 'email:'"
#define LOCATION_WAYS "'address:', 'telephone:' or 'email:'"

static const struct yaml_key crisis_keys[] = {
    {"name", YAML_WANT_TEXT, offsetof(struct crisis_line, name)},
    {"telephone", YAML_WANT_TEXT, offsetof(struct crisis_line, telephone)},
    {"text", YAML_WANT_TEXT, offsetof(struct crisis_line, text)},
    {"url", YAML_WANT_TEXT, offsetof(struct crisis_line, url)},
    {"verified_on", YAML_WANT_TEXT, offsetof(struct crisis_line, verified_on)},
};

static const struct fact_check crisis_checks[] = {
    {offsetof(struct crisis_line, telephone), "telephone", telephone_is, "988", NULL},
    {offsetof(struct crisis_line, text), "text", has_number, "988", NULL},
    {offsetof(struct crisis_line, url), "url", address_is_web, "https://www.example.org", NULL},
};

static bool crisis_line_read(const struct yaml *entry, const char *path, void *out,
                             struct diag *diag)
{
    struct crisis_line *line = out;
    bool ok = yaml_read(entry, path, crisis_keys, G_N_ELEMENTS(crisis_keys), line, diag);
    bool reachable = line->telephone.value || line->text.value || line->url.value;
    return ok &&
           check_reachable(&line->name, reachable, "crisis_lines", CRISIS_WAYS, entry->pos, diag) &&
           fact_check(crisis_checks, G_N_ELEMENTS(crisis_checks), line, diag) &&
           date_check(&line->verified_on, "verified_on", diag);
}

static void crisis_line_free(void *data)
{
    struct crisis_line *line = data;
    struct fact *const facts[] = {&line->name, &line->telephone, &line->text, &line->url,
                                  &line->verified_on};
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        fact_clear(facts[i]);
    g_free(line);
}

static const struct yaml_key point_keys[] = {
    {"name", YAML_WANT_TEXT, offsetof(struct contact_point, name)},
    {"telephone", YAML_WANT_TEXT, offsetof(struct contact_point, telephone)},
    {"text", YAML_WANT_TEXT, offsetof(struct contact_point, text)},
    {"fax", YAML_WANT_TEXT, offsetof(struct contact_point, fax)},
    {"tty", YAML_WANT_TEXT, offsetof(struct contact_point, tty)},
    {"email", YAML_WANT_TEXT, offsetof(struct contact_point, email)},
    {"opening_hours", YAML_WANT_TEXTS, offsetof(struct contact_point, opening_hours)},
    {"hours", YAML_WANT_TEXTS, offsetof(struct contact_point, opening_hours)},
    {"notes", YAML_WANT_TEXT, offsetof(struct contact_point, notes)},
};

static const struct fact_check point_checks[] = {
    {offsetof(struct contact_point, telephone), "telephone", telephone_is, "+1 503 234 5678", NULL},
    {offsetof(struct contact_point, text), "text", has_number, "+1 503 234 5678", NULL},
    {offsetof(struct contact_point, fax), "fax", telephone_is, "+1 503 234 5678", NULL},
    {offsetof(struct contact_point, tty), "tty", telephone_is, "+1 503 234 5678", NULL},
    {offsetof(struct contact_point, email), "email", address_is_mail, "billing@example.org", NULL},
};

static bool contact_point_read(const struct yaml *entry, const char *path, void *out,
                               struct diag *diag)
{
    struct contact_point *point = out;
    bool ok = yaml_read(entry, path, point_keys, G_N_ELEMENTS(point_keys), point, diag);
    bool reachable = point->telephone.value || point->text.value || point->fax.value ||
                     point->tty.value || point->email.value;
    point->hours = hours_read_lines(&point->opening_hours, diag);
    return ok &&
           check_reachable(&point->name, reachable, "contact_points", POINT_WAYS, entry->pos,
                           diag) &&
           fact_check(point_checks, G_N_ELEMENTS(point_checks), point, diag);
}

static void contact_point_free(void *data)
{
    struct contact_point *point = data;
    struct fact *const facts[] = {&point->name, &point->telephone, &point->text, &point->fax,
                                  &point->tty,  &point->email,     &point->notes};
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        fact_clear(facts[i]);
    fact_list_clear(&point->opening_hours);
    g_clear_pointer(&point->hours, g_array_unref);
    g_free(point);
}

/* Where the mapping of the address stays while a location is read. */
struct location_reading {
    struct location location; /* first, so that its offsets hold */
    const struct yaml *address;
};

static const struct yaml_key location_keys[] = {
    {"name", YAML_WANT_TEXT, offsetof(struct location_reading, location.name)},
    {"address", YAML_WANT_MAPPING, offsetof(struct location_reading, address)},
    {"telephone", YAML_WANT_TEXT, offsetof(struct location_reading, location.telephone)},
    {"email", YAML_WANT_TEXT, offsetof(struct location_reading, location.email)},
    {"opening_hours", YAML_WANT_TEXTS, offsetof(struct location_reading, location.opening_hours)},
    {"hours", YAML_WANT_TEXTS, offsetof(struct location_reading, location.opening_hours)},
};

static const struct fact_check location_checks[] = {
    {offsetof(struct location, telephone), "telephone", telephone_is, "+1 503 234 5678", NULL},
    {offsetof(struct location, email), "email", address_is_mail, "west@example.org", NULL},
};

static bool location_read(const struct yaml *entry, const char *path, void *out, struct diag *diag)
{
    struct location *location = out;
    struct location_reading reading = {0};
    bool ok = yaml_read(entry, path, location_keys, G_N_ELEMENTS(location_keys), &reading, diag);
    *location = reading.location;
    ok &= postal_read(reading.address, path, &location->address, diag);
    location->hours = hours_read_lines(&location->opening_hours, diag);
    bool reachable =
        postal_is_given(&location->address) || location->telephone.value || location->email.value;
    return ok &&
           check_reachable(&location->name, reachable, "locations", LOCATION_WAYS, entry->pos,
                           diag) &&
           fact_check(location_checks, G_N_ELEMENTS(location_checks), location, diag);
}

static void location_free(void *data)
{
    struct location *location = data;
    fact_clear(&location->name);
    fact_clear(&location->telephone);
    fact_clear(&location->email);
    postal_clear(&location->address);
    fact_list_clear(&location->opening_hours);
    g_clear_pointer(&location->hours, g_array_unref);
    g_free(location);
}

static const struct kind crisis_kind = {"crisis_lines", CRISIS_WAYS, sizeof(struct crisis_line),
                                        crisis_line_free, crisis_line_read};
static const struct kind point_kind = {"contact_points", POINT_WAYS, sizeof(struct contact_point),
                                       contact_point_free, contact_point_read};
static const struct kind location_kind = {"locations", LOCATION_WAYS, sizeof(struct location),
                                          location_free, location_read};

GPtrArray *crisis_lines_read(const struct yaml *list, const char *path, bool *ok, struct diag *diag)
{
    return read_list(&crisis_kind, list, path, ok, diag);
}

GPtrArray *contact_points_read(const struct yaml *list, const char *path, bool *ok,
                               struct diag *diag)
{
    return read_list(&point_kind, list, path, ok, diag);
}

GPtrArray *locations_read(const struct yaml *list, const char *path, bool *ok, struct diag *diag)
{
    return read_list(&location_kind, list, path, ok, diag);
}
