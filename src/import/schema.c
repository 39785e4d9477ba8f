/*
 * What a page says of the clinic in the words of schema.org becomes facts, each quoted; what has
 * no form in clinic.yaml is quoted alone. Awkward: of several addresses none may lend a part to
 * another, so further places of the clinic are kept apart.
 */
#include "import/schema.h"
#include "import/facts.h"

#include "base/json.h"
#include "base/pattern.h"
#include "content/telephone.h"

#include <string.h>

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

/* Lines of one street address go together. */
static bool join_street(struct source *source, const char *part, const char *value)
{
    guint n = source->found->len;
    struct found *last = n > 0 ? source->found->pdata[n - 1] : NULL;
    if (!part || strcmp(part, "street_address") != 0 || !last || last->part != part || !last->value)
        return false;
    char *both = g_strdup_printf("%s, %s", last->value, value);
    g_free(last->value);
    last->value = both;
    return true;
}

/* Hours that open and close at one minute are none, as in an OpeningHoursSpecification; owned by
 * the caller. */
static char *settle_closed(const char *hours)
{
    static struct pattern none = PATTERN("\\b(\\d{1,2}:\\d\\d)\\s*[-\u2013]\\s*\\1\\b");
    return g_regex_replace_literal(pattern_regex(&none), hours, -1, 0, "off", 0, NULL);
}

/* "We , Th 08:00-20:00", as a builder of sites writes a day whose times nobody gave: the day must
 * not get those of the next. */
static bool has_day_without_times(const char *hours)
{
    static struct pattern gap = PATTERN("\\p{L}\\s+,");
    struct range found;
    return pattern_find(&gap, hours, 0, &found);
}

/* Known values become facts; of those that have another form the words are kept. */
static void take_value(struct source *source, const char *name, const char *value, int number)
{
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
        g_autofree char *plain = strcmp(values[i].name, name) == 0 ? schema_bare(value) : NULL;
        if (!plain || !*plain || join_street(source, values[i].part, plain))
            continue;
        g_autofree char *said =
            values[i].key == FOUND_HOURS ? settle_closed(plain) : g_strdup(plain);
        bool gap = values[i].key == FOUND_HOURS && has_day_without_times(plain);
        char *fact = gap ? NULL : fact_value(source, values[i].key, said);
        struct found *found =
            source_found(source, values[i].key, fact, schema_quote(source, name, value, number));
        found->part = gap ? FACT_UNREAD : values[i].part;
        found->label = values[i].key == FOUND_FAX ? g_strdup("Fax") : NULL;
    }
}

static void read_hours(struct source *source, const GPtrArray *leaves, const char *prefix, int line)
{
    bool certain;
    g_autofree char *text = schema_hours(leaves, prefix, &certain);
    if (text && certain)
        take_value(source, "openingHours", text, line);
    else if (text)
        source_found(source, FOUND_HOURS, NULL, schema_quote(source, "openingHours", text, line));
}

/* Hours of the clinic itself, those of one season or day too. */
static void read_all_hours(struct source *source, const GPtrArray *leaves, const char *prefix)
{
    static const char *const names[] = {"openingHoursSpecification",
                                        "specialOpeningHoursSpecification"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(GPtrArray) things = schema_things(leaves, prefix, names[i]);
        for (guint k = 0; k < things->len; k++)
            read_hours(source, leaves, things->pdata[k], schema_line(leaves, things->pdata[k]));
    }
}

/* The name of a value in the table, lent: what is said of the one place where it is, is its own. */
static const char *own_name(const char *name, bool one_place)
{
    static const char place[] = "location.";
    bool there = one_place && g_str_has_prefix(name, place);
    return there && strcmp(name, "location.name") != 0 ? name + strlen(place) : name;
}

/* The number behind the first in a list of addresses; 0: it is of none, or the first. */
static unsigned long further_address(const struct schema_leaf *leaf, const char *prefix)
{
    static const char list[] = "address.";
    const char *rest = leaf->path + strlen(prefix);
    bool numbered = g_str_has_prefix(leaf->path, prefix) && g_str_has_prefix(rest, list);
    return numbered ? strtoul(rest + strlen(list), NULL, 10) : 0;
}

static void take_further(struct source *source, GString *words, int line)
{
    if (words->len == 0)
        return;
    struct input_line *quote = schema_quote(source, "address", words->str, line);
    source_found(source, FOUND_ADDRESS, g_strdup(words->str), quote)->part = FACT_FURTHER;
    fact_list_more(source, quote, words->str);
    g_string_truncate(words, 0);
}

/* Of several addresses a person has to say what each is of. */
static void read_further(struct source *source, const GPtrArray *leaves, const char *prefix)
{
    g_autoptr(GString) words = g_string_new(NULL);
    unsigned long last = 0;
    int line = schema_line(leaves, prefix);
    for (guint i = 0; i < leaves->len; i++) {
        const struct schema_leaf *leaf = leaves->pdata[i];
        unsigned long number = further_address(leaf, prefix);
        if (number == 0 || g_str_has_suffix(leaf->path, "@type"))
            continue;
        if (number != last)
            take_further(source, words, line);
        last = number;
        g_string_append_printf(words, "%s%s", words->len ? ", " : "", leaf->value);
    }
    take_further(source, words, line);
}

/* True for the one place where the thing is: with an address of its own it is elsewhere. */
static bool is_one_place(const GPtrArray *leaves, const char *prefix)
{
    g_autoptr(GPtrArray) places = schema_things(leaves, prefix, "location.");
    bool own = false;
    for (guint i = 0; i < leaves->len; i++) {
        g_autofree char *name = schema_name(leaves->pdata[i], prefix);
        own |= name && g_str_has_prefix(name, "address");
    }
    return places->len == 1 && !own;
}

/* All that is said of one thing. Of a list of addresses the first is its. */
static void read_clinic(struct source *source, const GPtrArray *leaves, const char *prefix)
{
    bool one_place = is_one_place(leaves, prefix);
    for (guint i = 0; i < leaves->len; i++) {
        const struct schema_leaf *leaf = leaves->pdata[i];
        g_autofree char *name = schema_name(leaf, prefix);
        if (!name)
            continue;
        if (further_address(leaf, prefix) == 0)
            take_value(source, own_name(name, one_place), leaf->value, leaf->line);
    }
    read_further(source, leaves, prefix);
    read_all_hours(source, leaves, prefix);
    schema_read_points(source, leaves, prefix);
}

/* What is said once more of the clinic itself goes to what is known, but for a second address.
 * `elsewhere`: what has no purpose of its own, as an address, is another's. */
static void join_found(GPtrArray *known, GPtrArray *more, bool elsewhere)
{
    bool whole = !elsewhere && !source_value(known, FOUND_ADDRESS);
    while (more->len > 0) {
        struct found *found = g_ptr_array_steal_index(more, 0);
        if (found->key == FOUND_ADDRESS && !whole) {
            found->part = NULL;
            g_clear_pointer(&found->value, g_free);
        }
        g_ptr_array_add(known, found);
    }
}

/* The facts of the place of that name, lent; NULL: there is none yet. */
static GPtrArray *find_place(const struct source *source, const char *name)
{
    for (guint i = 0; i < source->places->len; i++)
        if (strcmp(source_value(source->places->pdata[i], FOUND_NAME), name) == 0)
            return source->places->pdata[i];
    return NULL;
}

void schema_name_ways(struct source *source, const GPtrArray *found, const char *name)
{
    unsigned point = ++source->points;
    for (guint i = 0; i < found->len; i++) {
        struct found *way = found->pdata[i];
        bool hours = way->key == FOUND_HOURS, fax = way->key == FOUND_FAX;
        if (!way->value || way->point ||
            !(hours || fax || way->key == FOUND_TELEPHONE || way->key == FOUND_EMAIL))
            continue;
        way->key = fax ? FOUND_FAX : FOUND_POINT;
        way->part = hours ? "opening_hours" : NULL;
        way->point = point;
        g_free(way->label);
        way->label = g_strdup(name);
    }
}

/* A place of its own has an address and another name, and is no doctor. */
static void settle_found(struct source *source, GPtrArray *found, bool doctor)
{
    const char *own = source_value(source->found, FOUND_NAME),
               *name = source_value(found, FOUND_NAME);
    bool other = own && name && strcmp(own, name) != 0;
    GPtrArray *place = other ? find_place(source, name) : NULL;
    if (other && !place && !doctor && source_value(found, FOUND_ADDRESS)) {
        g_ptr_array_add(source->places, found);
        return;
    }
    if (other && !place)
        schema_name_ways(source, found, name);
    join_found(place ? place : source->found, found, other && doctor);
    g_ptr_array_unref(found);
}

static void take_thing(struct source *source, const GPtrArray *leaves, const char *prefix)
{
    GPtrArray *known = source->found;
    source->found = source_found_new();
    read_clinic(source, leaves, prefix);
    GPtrArray *found = source->found;
    source->found = known;
    settle_found(source, found, schema_is_doctor(leaves, prefix));
}

static bool page_names(const struct source *source, const char *name)
{
    g_autofree char *sought = g_utf8_casefold(name, -1);
    for (guint i = 0; i < source->read; i++) {
        const struct input_line *line = source->lines->pdata[i];
        g_autofree char *text = g_utf8_casefold(line->text, -1);
        if (strstr(text, sought))
            return true;
    }
    return false;
}

/* Who makes pages for others has no place in theirs but this one: a clinic's own name is seen. */
static bool is_unseen_maker(const struct source *source, const GPtrArray *leaves,
                            const char *prefix)
{
    const struct schema_leaf *name = schema_find(leaves, prefix, "name");
    return schema_has_made(leaves, prefix) && name && !page_names(source, name->value);
}

/* The path of that whose department it is; owned by the caller; NULL: it is none. */
static char *whole_of(const char *prefix)
{
    const char *at = g_strrstr(prefix, "department");
    return at ? g_strndup(prefix, (gsize)(at - prefix)) : NULL;
}

/* Several departments of the clinic that a doctor works for, which cannot be reached itself, leave
 * it its name. */
static void take_whole(struct source *source, const GPtrArray *leaves, const GPtrArray *clinics)
{
    g_autofree char *whole = clinics->len > 1 ? whole_of(clinics->pdata[0]) : NULL;
    for (guint i = 1; i < clinics->len; i++) {
        g_autofree char *other = whole_of(clinics->pdata[i]);
        if (g_strcmp0(whole, other) != 0)
            return;
    }
    const struct schema_leaf *name = whole ? schema_find(leaves, whole, "worksFor.name") : NULL;
    if (whole && strstr(whole, "worksFor"))
        name = schema_find(leaves, whole, "name");
    if (name && !source_value(source->found, FOUND_NAME))
        take_value(source, "name", name->value, name->line);
}

static void take_said(struct source *source, const GPtrArray *leaves)
{
    g_autoptr(GPtrArray) clinics = schema_find_clinics(leaves);
    take_whole(source, leaves, clinics);
    for (guint i = 0; i < clinics->len; i++) {
        if (is_unseen_maker(source, leaves, clinics->pdata[i]))
            continue;
        take_thing(source, leaves, clinics->pdata[i]);
        g_autoptr(GPtrArray) places = schema_things(leaves, clinics->pdata[i], "location.");
        for (guint k = 0; places->len > 1 && k < places->len; k++)
            take_thing(source, leaves, places->pdata[k]);
    }
}

struct said {
    const GPtrArray *leaves;
    size_t rank;
};

static int compare_ranks(const void *one, const void *other)
{
    const struct said *a = one, *b = other;
    return (a->rank > b->rank) - (a->rank < b->rank);
}

void schema_take(struct source *source, const GPtrArray *page)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(struct said));
    for (guint i = 0; i < page->len; i++) {
        struct said said = {page->pdata[i], schema_rank(page->pdata[i])};
        g_array_append_val(all, said);
    }
    g_array_sort(all, compare_ranks); /* which GLib's manual says is stable */
    for (guint i = 0; i < all->len; i++)
        take_said(source, g_array_index(all, struct said, i).leaves);
    schema_list_rest(source, page);
}

static bool says(const GPtrArray *facts, guint n, const struct found *found)
{
    for (guint i = 0; i < n; i++) {
        const struct found *other = facts->pdata[i];
        if (!other->value)
            continue;
        bool same = strcmp(other->value, found->value) == 0 ||
                    (found->key != FOUND_HOURS && telephone_same(other->value, found->value));
        if (same)
            return true;
    }
    return false;
}

/* The place that says the same, lent; NULL: none does. */
static GPtrArray *place_of(const struct source *source, const struct found *found)
{
    for (guint i = 0; i < source->places->len; i++) {
        GPtrArray *place = source->places->pdata[i];
        if (says(place, place->len, found))
            return place;
    }
    return NULL;
}

void schema_settle_places(struct source *source)
{
    for (guint i = 0; i < source->found->len;) {
        const struct found *found = source->found->pdata[i];
        GPtrArray *place = found->value ? place_of(source, found) : NULL;
        if (place && !says(source->found, i, found))
            g_ptr_array_add(place, g_ptr_array_steal_index(source->found, i));
        else
            i++;
    }
}

GPtrArray *schema_leaves_of_json(const char *json, int number)
{
    g_autoptr(GPtrArray) values_of = json_leaves(json), leaves = schema_leaves_new();
    for (guint i = 0; i < values_of->len; i++) {
        const struct json_leaf *leaf = values_of->pdata[i];
        schema_leaves_add(leaves, leaf->path, leaf->value, number);
    }
    return schema_resolve(leaves);
}
