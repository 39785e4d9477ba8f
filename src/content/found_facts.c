/*
 * A table from words to ranges, as long as the longest document is: what it holds is a small part
 * of what its paragraphs take.
 */
#include "content/found_facts.h"

#include "content/amounts.h"
#include "content/facts.h"

struct found_facts {
    const struct labels *labels;
    GMutex mutex;      /* guards `texts` */
    GHashTable *texts; /* words (char *) -> GArray of struct range; both owned */
};

struct found_facts *found_facts_new(const struct labels *labels)
{
    struct found_facts *facts = g_new(struct found_facts, 1);
    facts->labels = labels;
    g_mutex_init(&facts->mutex);
    facts->texts =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    return facts;
}

void found_facts_free(struct found_facts *facts)
{
    if (!facts)
        return;
    g_hash_table_unref(facts->texts);
    g_mutex_clear(&facts->mutex);
    g_free(facts);
}

static void add_found(size_t start, size_t end, void *data)
{
    struct range found = {start, end};
    g_array_append_val(data, found);
}

/* By rising starts; what holds others comes before them. */
static gint compare_ranges(gconstpointer a, gconstpointer b)
{
    const struct range *first = a, *second = b;
    if (first->start != second->start)
        return first->start < second->start ? -1 : 1;
    return (first->end < second->end) - (first->end > second->end);
}

static GArray *find(const struct labels *labels, const char *words)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(struct range));
    facts_find(words, labels_list(labels, LABELS_ABBREVIATIONS), add_found, found);
    amounts_find(words, labels, add_found, found);
    g_array_sort(found, compare_ranges);
    return found;
}

static const GArray *look_up(struct found_facts *facts, const char *words)
{
    g_mutex_lock(&facts->mutex);
    const GArray *found = g_hash_table_lookup(facts->texts, words);
    g_mutex_unlock(&facts->mutex);
    return found;
}

/* Takes `found`; what another thread has found meanwhile stays, for it is lent. */
static const GArray *keep(struct found_facts *facts, const char *words, GArray *found)
{
    g_mutex_lock(&facts->mutex);
    GArray *before = g_hash_table_lookup(facts->texts, words);
    if (before)
        g_array_unref(found);
    else
        g_hash_table_insert(facts->texts, g_strdup(words), found);
    g_mutex_unlock(&facts->mutex);
    return before ? before : found;
}

const GArray *found_facts_in(struct found_facts *facts, const char *words)
{
    const GArray *found = look_up(facts, words);
    return found ? found : keep(facts, words, find(facts->labels, words));
}
