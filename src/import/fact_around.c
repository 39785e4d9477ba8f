/*
 * What a page says of the clinic in its head and foot, for machines, and of its places: facts in
 * the text of the article are told by it from those of somebody else. Awkward: every page has many
 * facts and every text may have more, so each is found by its spelling and not by a search.
 */
#include "import/fact_around.h"

#include "content/hours.h"
#include "content/telephone.h"

#include <string.h>

struct around {
    bool any;         /* beside the article, and of how to reach the clinic */
    GHashTable *said; /* kinds and wholes of sayings, of char *, owned */
};

static bool is_number(enum found_key key)
{
    return key == FOUND_TELEPHONE || key == FOUND_FAX || key == FOUND_POINT;
}

char *fact_shared_part(enum found_key key, const char *value)
{
    g_autofree char *digits = is_number(key) ? telephone_digits(value) : NULL;
    size_t length = digits ? strlen(digits) : 0;
    size_t before = length > TELEPHONE_DIGITS_MIN ? length - TELEPHONE_DIGITS_MIN : 0;
    return length > 0 ? g_strdup(digits + before) : g_ascii_strdown(value, -1);
}

static void saying_clear(gpointer data)
{
    struct saying *saying = data;
    g_free(saying->kind);
    g_free(saying->whole);
}

/* Takes both. */
static void add_saying(GArray *sayings, char *kind, char *whole)
{
    struct saying saying = {kind, whole};
    g_array_append_val(sayings, saying);
}

/* Hours, day by day, however the days are put together. */
static void add_hours(GArray *sayings, const struct hours *rule)
{
    unsigned days = hours_weekdays(rule);
    for (int day = 0; day < DAY_WEEK; day++) {
        if (!(days & 1U << day))
            continue;
        struct hours own = *rule;
        own.n_days = 1;
        own.days[0] = (struct days){(enum day)day, (enum day)day, NTH_EVERY};
        own.note[0] = '\0';
        g_autoptr(GArray) one = g_array_new(FALSE, FALSE, sizeof own);
        g_array_append_val(one, own);
        add_saying(sayings, g_strdup(hours_day_code((enum day)day)), hours_to_text(one));
    }
}

GArray *fact_sayings(enum found_key key, const char *value)
{
    GArray *sayings = g_array_new(FALSE, FALSE, sizeof(struct saying));
    g_array_set_clear_func(sayings, saying_clear);
    g_autoptr(GArray) rules = g_array_new(FALSE, FALSE, sizeof(struct hours));
    if (key == FOUND_HOURS && hours_read(value, rules))
        for (guint i = 0; i < rules->len; i++)
            add_hours(sayings, &g_array_index(rules, struct hours, i));
    if (sayings->len > 0)
        return sayings;
    g_autofree char *part = fact_shared_part(key, value);
    /* numbers are the same whatever they are for */
    int alike = is_number(key) ? FOUND_TELEPHONE : (int)key;
    add_saying(sayings, g_strdup_printf("%d", (int)key), g_strdup_printf("%d %s", alike, part));
    return sayings;
}

/* A number that everybody knows says nothing of the clinic. */
static bool tells(const struct found *found)
{
    return found->value && !(is_number(found->key) && telephone_is_service(found->value));
}

/* `one`: of several that differ, such as places. */
static void add(struct around *around, const struct found *found, bool one)
{
    g_autoptr(GArray) sayings = tells(found) ? fact_sayings(found->key, found->value) : NULL;
    for (guint i = 0; sayings && i < sayings->len; i++) {
        struct saying *saying = &g_array_index(sayings, struct saying, i);
        if (!one)
            g_hash_table_add(around->said, g_steal_pointer(&saying->kind));
        g_hash_table_add(around->said, g_steal_pointer(&saying->whole));
    }
}

static bool is_way(enum found_key key)
{
    return is_number(key) || key == FOUND_EMAIL || key == FOUND_ADDRESS || key == FOUND_HOURS;
}

/* Places of the clinic may stand in the article itself. */
static void add_all(struct around *around, const struct source *source, const GPtrArray *facts,
                    bool places)
{
    for (guint i = 0; i < facts->len; i++) {
        const struct found *found = facts->pdata[i];
        bool beside = found->line->aside || (!places && found->line->order >= source->read);
        if (beside || places)
            add(around, found, places);
        around->any |= beside && is_way(found->key) && tells(found);
    }
}

struct around *fact_read_around(const struct source *source)
{
    struct around *around = g_new0(struct around, 1);
    around->said = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    add_all(around, source, source->found, false);
    for (guint i = 0; i < source->places->len; i++)
        add_all(around, source, source->places->pdata[i], true);
    return around;
}

void fact_free_around(struct around *around)
{
    g_hash_table_unref(around->said);
    g_free(around);
}

bool fact_are_around(const struct around *around)
{
    return around->any;
}

unsigned fact_whose(const struct around *around, enum found_key key, const char *value)
{
    g_autoptr(GArray) sayings = fact_sayings(key, value);
    unsigned whose = 0;
    for (guint i = 0; i < sayings->len; i++) {
        const struct saying *saying = &g_array_index(sayings, struct saying, i);
        whose |= g_hash_table_contains(around->said, saying->whole)  ? WHOSE_CLINICS
                 : g_hash_table_contains(around->said, saying->kind) ? WHOSE_OTHERS
                                                                     : WHOSE_NOBODYS;
    }
    return whose;
}
