/*
 * Hours as clinic.yaml has them. A page may give them several times, for people and for machines:
 * what says more goes before what says the same of some of its days, and what contradicts those
 * that are written is a comment, for a person to choose.
 */
#include "content/hours.h"
#include "import/parts.h"

#include <string.h>

/* A value, and what it says. Lent, and of struct hours. */
struct said {
    const char *value;
    GArray *rules;
};

static void said_clear(gpointer data)
{
    g_array_unref(((struct said *)data)->rules);
}

/* The values, each once, of struct said; owned by the caller. */
static GArray *collect(const GPtrArray *facts, enum found_key key)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    GArray *all = g_array_new(FALSE, FALSE, sizeof(struct said));
    g_array_set_clear_func(all, said_clear);
    for (guint i = 0; i < facts->len; i++) {
        const struct found *found = facts->pdata[i];
        if (found->key != key || !found->value || !g_hash_table_add(known, found->value))
            continue;
        struct said said = {found->value, g_array_new(FALSE, FALSE, sizeof(struct hours))};
        hours_read(said.value, said.rules);
        g_array_append_val(all, said);
    }
    return all;
}

/* True for hours of the same times, but for their days and notes. */
static bool is_alike(const struct hours *rule, const struct hours *other)
{
    return rule->kind == other->kind && rule->by_appointment == other->by_appointment &&
           rule->n_dates + other->n_dates == 0 && rule->within == other->within &&
           rule->n_times == other->n_times &&
           memcmp(rule->times, other->times, rule->n_times * sizeof(*rule->times)) == 0;
}

/* True when the first rule says nothing that the other does not. `last`: be it the same. */
static bool is_part(const struct hours *rule, const struct hours *other, bool last)
{
    unsigned days = hours_weekdays(rule), others = hours_weekdays(other);
    bool noted = strcmp(rule->note, other->note) == 0;
    return days && !(days & ~others) && (!*rule->note || noted) && is_alike(rule, other) &&
           (last || days != others || !noted);
}

/* True when others say another thing of its days. */
static bool is_doubtful(const struct said *of, const GArray *all)
{
    for (guint i = 0; i < all->len; i++) {
        const GArray *others = g_array_index(all, struct said, i).rules;
        for (guint k = 0; k < others->len; k++)
            for (guint n = 0; n < of->rules->len; n++) {
                const struct hours *rule = &g_array_index(of->rules, struct hours, n);
                const struct hours *other = &g_array_index(others, struct hours, k);
                if (hours_overlap(rule, other) && !is_alike(rule, other))
                    return true;
            }
    }
    return false;
}

/* True when another value has the rule, too: of what is the same, the longer one, or the first,
 * stays. */
static bool is_part_of_any(const struct hours *rule, const struct said *of, const GArray *all)
{
    for (guint i = 0; i < all->len; i++) {
        const struct said *said = &g_array_index(all, struct said, i);
        bool last =
            said->rules->len > of->rules->len || (said->rules->len == of->rules->len && said < of);
        if (said == of || is_doubtful(said, all))
            continue;
        for (guint k = 0; k < said->rules->len; k++)
            if (is_part(rule, &g_array_index(said->rules, struct hours, k), last))
                return true;
    }
    return false;
}

/* True when others say all of it. */
static bool is_said(const struct said *said, const GArray *all)
{
    for (guint i = 0; i < said->rules->len; i++)
        if (!is_part_of_any(&g_array_index(said->rules, struct hours, i), said, all))
            return false;
    return said->rules->len > 0;
}

/* True when the rules say another thing of days that are written already; else they are now. */
static bool contradicts(GArray *written, const GArray *rules)
{
    for (guint i = 0; i < rules->len; i++)
        for (guint k = 0; k < written->len; k++)
            if (hours_overlap(&g_array_index(rules, struct hours, i),
                              &g_array_index(written, struct hours, k)))
                return true;
    g_array_append_vals(written, rules->data, rules->len);
    return false;
}

GPtrArray *import_odd_hours(const GPtrArray *facts, enum found_key key)
{
    g_autoptr(GArray) all = collect(facts, key);
    g_autoptr(GArray) written = g_array_new(FALSE, FALSE, sizeof(struct hours));
    GPtrArray *odd = g_ptr_array_new();
    for (guint i = 0; i < all->len; i++) {
        const struct said *said = &g_array_index(all, struct said, i);
        if (!is_said(said, all) && contradicts(written, said->rules))
            g_ptr_array_add(odd, (gpointer)said->value);
    }
    return odd;
}

void import_write_hours(GString *out, const GPtrArray *facts, enum found_key key)
{
    g_autoptr(GArray) all = collect(facts, key);
    g_autoptr(GPtrArray) odd = import_odd_hours(facts, key);
    for (guint i = 0; i < all->len; i++) {
        const struct said *said = &g_array_index(all, struct said, i);
        if (is_said(said, all))
            continue;
        g_autofree char *quoted =
            strchr(said->value, '"') ? import_quote(said->value) : g_strdup(said->value);
        if (g_ptr_array_find(odd, said->value, NULL))
            g_string_append_printf(out, "  # - %s (not as above: check which is right)\n", quoted);
        else
            g_string_append_printf(out, "  - %s\n", quoted);
    }
}
