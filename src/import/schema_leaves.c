/*
 * Values of things in the words of schema.org, and which of the things is the clinic: a page names
 * its publisher, its author and its clinic alike, so the most exact kind is taken of those that can
 * be reached.
 */
#include "import/schema.h"

#include "base/pattern.h"
#include "content/address.h"

#include <stdint.h>
#include <string.h>

/* No page says more of what it is; a hostile one may. */
#define LEAVES_MOST 4000

/* From the most exact on. A doctor's practice is called as doctors are, so those come late. */
static const char *const kinds[] = {
    "MedicalClinic",
    "PhysiciansOffice",
    "Dentist",
    "Hospital",
    "Optician",
    "Optometric",
    "Pharmacy",
    "DiagnosticLab",
    "CommunityHealth",
    "Dermatology",
    "Physiotherapy",
    "PrimaryCare",
    "Psychiatric",
    "Pediatric",
    "Gynecologic",
    "Midwifery",
    "EmergencyService",
    "NursingHome",
    "MedicalBusiness",
    "LocalBusiness",
    "Physician",
    "IndividualPhysician",
    "MedicalOrganization",
    "Organization",
};

static const char *const doctors[] = {"Physician", "IndividualPhysician", NULL};

static void leaf_free(gpointer data)
{
    struct schema_leaf *leaf = data;
    g_free(leaf->path);
    g_free(leaf->value);
    g_free(leaf);
}

GPtrArray *schema_leaves_new(void)
{
    return g_ptr_array_new_with_free_func(leaf_free);
}

void schema_leaves_add(GPtrArray *leaves, const char *path, const char *value, int line)
{
    if (leaves->len == LEAVES_MOST)
        return;
    struct schema_leaf *leaf = g_new(struct schema_leaf, 1);
    *leaf = (struct schema_leaf){g_strdup(path), g_strdup(value), line};
    g_ptr_array_add(leaves, leaf);
}

char *schema_name(const struct schema_leaf *leaf, const char *prefix)
{
    if (!g_str_has_prefix(leaf->path, prefix))
        return NULL;
    g_auto(GStrv) names = g_strsplit(leaf->path + strlen(prefix), ".", -1);
    GString *out = g_string_new(NULL);
    for (char **name = names; *name; name++)
        if ((*name)[strspn(*name, "0123456789")])
            g_string_append_printf(out, "%s%s", out->len ? "." : "", *name);
    return g_string_free(out, FALSE);
}

const struct schema_leaf *schema_find(const GPtrArray *leaves, const char *prefix, const char *name)
{
    for (guint i = 0; i < leaves->len; i++) {
        g_autofree char *own = schema_name(leaves->pdata[i], prefix);
        if (own && strcmp(own, name) == 0)
            return leaves->pdata[i];
    }
    return NULL;
}

/* The part of a path that leads to the thing below `prefix`: its name and, of several, its number;
 * owned by the caller. */
static char *own_prefix(const char *path, const char *prefix)
{
    size_t length = strlen(prefix) + strcspn(path + strlen(prefix), ".");
    size_t digits = path[length] ? strspn(path + length + 1, "0123456789") : 0;
    if (digits > 0 && path[length + 1 + digits] == '.')
        length += 1 + digits;
    return g_strdup_printf("%.*s.", (int)length, path);
}

GPtrArray *schema_things(const GPtrArray *leaves, const char *prefix, const char *name)
{
    GPtrArray *things = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < leaves->len; i++) {
        const struct schema_leaf *leaf = leaves->pdata[i];
        bool named = g_str_has_prefix(leaf->path, prefix) &&
                     g_str_has_prefix(leaf->path + strlen(prefix), name);
        g_autofree char *own = named ? own_prefix(leaf->path, prefix) : NULL;
        if (own && !g_ptr_array_find_with_equal_func(things, own, g_str_equal, NULL))
            g_ptr_array_add(things, g_steal_pointer(&own));
    }
    return things;
}

int schema_line(const GPtrArray *leaves, const char *prefix)
{
    for (guint i = 0; i < leaves->len; i++) {
        const struct schema_leaf *leaf = leaves->pdata[i];
        if (g_str_has_prefix(leaf->path, prefix))
            return leaf->line;
    }
    return 0;
}

struct input_line *schema_quote(struct source *source, const char *name, const char *value,
                                int number)
{
    g_autofree char *text = g_strdup_printf("%s: %s", name, value);
    return source_add(source, LINE_TEXT, number, text);
}

char *schema_bare(const char *value)
{
    static struct pattern ends = PATTERN("\\s*,?\\s*[\\r\\n]+\\s*");
    g_autofree char *lines = html_read_signs(value), *trimmed = g_strstrip(g_strdup(lines));
    g_autofree char *plain =
        g_regex_replace_literal(pattern_regex(&ends), trimmed, -1, 0, ", ", 0, NULL);
    enum address_kind kind = address_kind(plain);
    bool schemed = kind == ADDRESS_TELEPHONE || kind == ADDRESS_MAIL;
    return g_strstrip(schemed ? address_to(plain) : g_strdup(plain));
}

/* What leads to the last name of a path, its dot with it; owned by the caller; NULL: it ends
 * otherwise. */
static char *prefix_before(const char *path, const char *name)
{
    const char *at = g_strrstr(path, name);
    bool whole = at && (at == path || at[-1] == '.') &&
                 (at[strlen(name)] == '\0' || at[strlen(name)] == '.');
    return whole ? g_strndup(path, (gsize)(at - path)) : NULL;
}

static bool has_more(const GPtrArray *leaves, guint i, const char *prefix)
{
    const struct schema_leaf *before = i > 0 ? leaves->pdata[i - 1] : NULL;
    const struct schema_leaf *after = i + 1 < leaves->len ? leaves->pdata[i + 1] : NULL;
    return (before && g_str_has_prefix(before->path, prefix)) ||
           (after && g_str_has_prefix(after->path, prefix));
}

/* By their names: of char *, the prefixes of the things that say more. */
static GHashTable *find_named(const GPtrArray *leaves)
{
    GHashTable *named = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    for (guint i = 0; i < leaves->len; i++) {
        const struct schema_leaf *leaf = leaves->pdata[i];
        char *prefix = prefix_before(leaf->path, "@id");
        if (prefix && has_more(leaves, i, prefix))
            g_hash_table_insert(named, leaf->value, prefix);
        else
            g_free(prefix);
    }
    return named;
}

/* Adds the values of the thing at `from` as those of `to`. */
static void copy_values(GPtrArray *out, const GPtrArray *leaves, const char *from, const char *to)
{
    for (guint i = 0; i < leaves->len; i++) {
        const struct schema_leaf *leaf = leaves->pdata[i];
        if (!g_str_has_prefix(leaf->path, from))
            continue;
        g_autofree char *path = g_strconcat(to, leaf->path + strlen(from), NULL);
        schema_leaves_add(out, path, leaf->value, leaf->line);
    }
}

/* Only these are said elsewhere by people who mean the clinic's own. */
static bool may_be_named(const char *prefix)
{
    static const char *const names[] = {"address", "openingHoursSpecification", "contactPoint",
                                        "location", "department"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strstr(prefix, names[i]))
            return true;
    return false;
}

GPtrArray *schema_resolve(const GPtrArray *leaves)
{
    g_autoptr(GHashTable) named = find_named(leaves);
    GPtrArray *out = schema_leaves_new();
    for (guint i = 0; i < leaves->len; i++) {
        const struct schema_leaf *leaf = leaves->pdata[i];
        schema_leaves_add(out, leaf->path, leaf->value, leaf->line);
        g_autofree char *prefix = prefix_before(leaf->path, "@id");
        const char *from = prefix ? g_hash_table_lookup(named, leaf->value) : NULL;
        if (from && may_be_named(prefix) && !has_more(leaves, i, prefix))
            copy_values(out, leaves, from, prefix);
    }
    return out;
}

/* "Physician" of "https://schema.org/Physician"; lent. */
static const char *bare_type(const char *type)
{
    const char *name = type + strlen(type);
    while (name > type && !strchr("/:#", name[-1]))
        name--;
    return name;
}

/* The place of its kind in the table; the table's length: it is none of them. */
static size_t kind_of(const char *type)
{
    const char *name = bare_type(type);
    size_t kind = 0;
    while (kind < G_N_ELEMENTS(kinds) && strcmp(kinds[kind], name) != 0)
        kind++;
    return kind;
}

bool schema_is_clinic(const char *type)
{
    return kind_of(type) < G_N_ELEMENTS(kinds);
}

bool schema_is_person(const char *type, const char *property)
{
    static const char *const of_practices[] = {"",
                                               "@graph",
                                               "about",
                                               "branchOf",
                                               "department",
                                               "item",
                                               "itemListElement",
                                               "location",
                                               "mainEntity",
                                               "mainEntityOfPage",
                                               "publisher",
                                               "subOrganization",
                                               "worksFor",
                                               "affiliation",
                                               "sourceOrganization",
                                               "parentOrganization",
                                               NULL};
    const char *name = bare_type(type);
    return strcmp(name, "Person") == 0 ||
           (g_strv_contains(doctors, name) && !g_strv_contains(of_practices, property));
}

/* The property that the thing is of another; owned by the caller; "": of none. */
static char *property_of(const char *prefix)
{
    g_auto(GStrv) names = g_strsplit(prefix, ".", -1);
    const char *last = "";
    for (char **name = names; *name; name++)
        if ((*name)[strspn(*name, "0123456789")])
            last = *name;
    return g_strdup(last);
}

static bool can_be_reached(const GPtrArray *leaves, const char *prefix)
{
    static const char *const names[] = {"telephone", "address", "address.streetAddress",
                                        "openingHours"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (schema_find(leaves, prefix, names[i]))
            return true;
    return false;
}

/* A hospital to which a practice that can be reached itself may send its patients. */
static bool is_hospital_beside(const GPtrArray *leaves, const char *prefix)
{
    const char *at = g_strrstr(prefix, "hospitalAffiliation");
    g_autofree char *practice = at ? g_strndup(prefix, (gsize)(at - prefix)) : NULL;
    return practice && can_be_reached(leaves, practice);
}

/* Properties whose things are others than the clinic: who makes or sells what the page is about. */
static bool is_of_others(const GPtrArray *leaves, const char *prefix)
{
    static const char *const names[] = {"seller",    "manufacturer", "brand",     "sponsor",
                                        "funder",    "offers",       "recipient", "alumniOf",
                                        "offeredBy", "reviewedBy",   "organizer", NULL};
    g_auto(GStrv) path = g_strsplit(prefix, ".", -1);
    for (char **name = path; *name; name++)
        if (g_strv_contains(names, *name))
            return true;
    return is_hospital_beside(leaves, prefix);
}

bool schema_has_made(const GPtrArray *leaves, const char *prefix)
{
    static const char *const general[] = {"Organization", "MedicalOrganization", NULL};
    static const char *const makers[] = {"publisher", "author",          "creator",
                                         "editor",    "copyrightHolder", NULL};
    g_autofree char *property = property_of(prefix);
    const struct schema_leaf *type = schema_find(leaves, prefix, "@type");
    return type && g_strv_contains(general, bare_type(type->value)) &&
           g_strv_contains(makers, property);
}

/* True when a leaf says of what kind a person is; the path to that goes to `*prefix`, owned by the
 * caller, as does that of any other thing; NULL: it says nothing of a kind. */
static bool is_of_person(const struct schema_leaf *leaf, char **prefix)
{
    *prefix = prefix_before(leaf->path, "@type");
    g_autofree char *property = *prefix ? property_of(*prefix) : NULL;
    return property && schema_is_person(leaf->value, property);
}

GPtrArray *schema_people(const GPtrArray *leaves, const char *prefix)
{
    GPtrArray *people = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < leaves->len; i++) {
        const struct schema_leaf *leaf = leaves->pdata[i];
        g_autofree char *path = NULL, *name = schema_name(leaf, prefix);
        const char *dot = name ? strchr(name, '.') : NULL;
        bool below = dot && strcmp(dot, ".@type") == 0 && is_of_person(leaf, &path);
        if (below && !g_ptr_array_find_with_equal_func(people, path, g_str_equal, NULL))
            g_ptr_array_add(people, g_steal_pointer(&path));
    }
    return people;
}

static bool is_last(const GPtrArray *prefixes, const char *prefix)
{
    return prefixes->len > 0 && strcmp(prefixes->pdata[prefixes->len - 1], prefix) == 0;
}

/* Doctors who say whom they work for are no practice of their own. */
static bool is_employed(const GPtrArray *leaves, const char *prefix)
{
    static const char *const names[] = {"worksFor", "memberOf", "affiliation", "practicesAt",
                                        "parentOrganization"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_strconcat(prefix, names[i], NULL);
        if (schema_line(leaves, path) > 0)
            return true;
    }
    return false;
}

bool schema_is_doctor(const GPtrArray *leaves, const char *prefix)
{
    const struct schema_leaf *type = schema_find(leaves, prefix, "@type");
    return type && g_strv_contains(doctors, bare_type(type->value));
}

/* The kind of the place whose department it is, if that can be reached itself: it comes first. */
static size_t kind_of_whole(const GPtrArray *leaves, const char *prefix, size_t kind)
{
    const char *at = g_strrstr(prefix, "department");
    g_autofree char *whole = at ? g_strndup(prefix, (gsize)(at - prefix)) : NULL;
    const struct schema_leaf *type = whole ? schema_find(leaves, whole, "@type") : NULL;
    size_t other = type ? kind_of(type->value) : G_N_ELEMENTS(kinds);
    return other < G_N_ELEMENTS(kinds) && can_be_reached(leaves, whole) ? other : kind;
}

/* From the likeliest on: those that can be reached, departments and employed doctors, the others.
 */
static size_t rank_of(const GPtrArray *leaves, const char *prefix, size_t kind, bool reached)
{
    size_t most = G_N_ELEMENTS(kinds);
    bool employed = g_strv_contains(doctors, kinds[kind]) && is_employed(leaves, prefix);
    size_t own = kind_of_whole(leaves, prefix, kind);
    return employed ? most : reached ? own : most + 1 + kind;
}

/* A thing may be of several kinds, which stand together: whether it can be reached is looked at
 * once. Their rank goes to `*best`. */
static GPtrArray *find_best(const GPtrArray *leaves, size_t *best)
{
    GPtrArray *clinics = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *seen = NULL;
    bool reached = false;
    *best = SIZE_MAX;
    for (guint i = 0; i < leaves->len; i++) {
        const struct schema_leaf *leaf = leaves->pdata[i];
        g_autofree char *prefix = NULL;
        bool person = is_of_person(leaf, &prefix);
        bool other = person || (prefix && is_of_others(leaves, prefix));
        size_t kind = prefix && !other ? kind_of(leaf->value) : G_N_ELEMENTS(kinds);
        if (kind == G_N_ELEMENTS(kinds))
            continue;
        if (g_strcmp0(seen, prefix) != 0)
            reached = can_be_reached(leaves, prefix);
        g_free(seen);
        seen = g_strdup(prefix);
        size_t rank = rank_of(leaves, prefix, kind, reached);
        if (rank > *best || (rank == *best && is_last(clinics, prefix)))
            continue;
        if (rank < *best)
            g_ptr_array_set_size(clinics, 0);
        *best = rank;
        g_ptr_array_add(clinics, g_steal_pointer(&prefix));
    }
    return clinics;
}

GPtrArray *schema_find_clinics(const GPtrArray *leaves)
{
    size_t rank;
    return find_best(leaves, &rank);
}

size_t schema_rank(const GPtrArray *leaves)
{
    size_t rank;
    g_ptr_array_unref(find_best(leaves, &rank));
    return rank;
}
