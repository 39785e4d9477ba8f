/*
 * Which findings there are is looked up in a table of their places in the list: four bytes each, as
 * GLib's tables have no keys that are as small.
 */
#include "base/findings.h"

#include <string.h>

/* What may be said of several files. */
struct said {
    enum rule rule;
    int line, col;
    char *message; /* lent by `words` */
};

struct found {
    const char *path; /* interned */
    const struct said *said;
};

struct findings {
    GArray *list;        /* of struct found */
    guint32 *slots;      /* 1 + the place of a finding; 0: none */
    guint n_slots;       /* a power of two */
    GHashTable *said;    /* of struct said *, owned */
    GStringChunk *words; /* each once */
};

static guint said_hash(gconstpointer key)
{
    const struct said *said = key;
    return g_str_hash(said->message) ^ (guint)said->rule << 24 ^ (guint)said->line << 8 ^
           (guint)said->col;
}

static gboolean said_equal(gconstpointer a, gconstpointer b)
{
    const struct said *one = a, *other = b;
    return one->rule == other->rule && one->line == other->line && one->col == other->col &&
           strcmp(one->message, other->message) == 0;
}

struct findings *findings_new(void)
{
    struct findings *findings = g_new0(struct findings, 1);
    findings->list = g_array_new(FALSE, FALSE, sizeof(struct found));
    findings->said = g_hash_table_new_full(said_hash, said_equal, g_free, NULL);
    findings->words = g_string_chunk_new(1024);
    return findings;
}

void findings_free(struct findings *findings)
{
    g_array_unref(findings->list);
    g_free(findings->slots);
    g_hash_table_unref(findings->said);
    g_string_chunk_free(findings->words);
    g_free(findings);
}

guint findings_count(const struct findings *findings)
{
    return findings->list->len;
}

static struct found *found_at(const struct findings *findings, guint index)
{
    return &g_array_index(findings->list, struct found, index);
}

struct finding findings_at(const struct findings *findings, guint index)
{
    const struct found *found = found_at(findings, index);
    const struct said *said = found->said;
    return (struct finding){.rule = said->rule,
                            .pos = {.path = found->path, .line = said->line, .col = said->col},
                            .message = said->message};
}

/* The slot of the finding, or the empty one that it would have. */
static guint32 *find_slot(const struct findings *findings, struct found found)
{
    gsize mixed = (GPOINTER_TO_SIZE(found.path) ^ GPOINTER_TO_SIZE(found.said) << 7) *
                  (gsize)G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
    for (guint at = (guint)(mixed >> 16);; at++) {
        guint32 *slot = &findings->slots[at & (findings->n_slots - 1)];
        const struct found *other = *slot > 0 ? found_at(findings, *slot - 1) : NULL;
        if (!other || (other->path == found.path && other->said == found.said))
            return slot;
    }
}

static void fill_slots(struct findings *findings)
{
    memset(findings->slots, 0, findings->n_slots * sizeof *findings->slots);
    for (guint i = 0; i < findings->list->len; i++)
        *find_slot(findings, *found_at(findings, i)) = i + 1;
}

/* For one finding more: of four slots one is empty at least. */
static void make_room(struct findings *findings)
{
    if (findings->list->len < findings->n_slots / 4 * 3)
        return;
    findings->n_slots = MAX(findings->n_slots * 2, 8);
    g_free(findings->slots);
    findings->slots = g_new(guint32, findings->n_slots);
    fill_slots(findings);
}

/* What is said there, which is kept. */
static const struct said *find_said(struct findings *findings, const struct finding *finding)
{
    struct said said = {finding->rule, finding->pos.line, finding->pos.col, finding->message};
    struct said *known = g_hash_table_lookup(findings->said, &said);
    if (known)
        return known;
    said.message = g_string_chunk_insert_const(findings->words, finding->message);
    known = g_memdup2(&said, sizeof said);
    g_hash_table_add(findings->said, known);
    return known;
}

bool findings_add(struct findings *findings, const struct finding *finding)
{
    struct found found = {finding->pos.path, find_said(findings, finding)};
    make_room(findings);
    guint32 *slot = find_slot(findings, found);
    if (*slot > 0)
        return false;
    g_array_append_val(findings->list, found);
    *slot = findings->list->len;
    return true;
}

void findings_remove(struct findings *findings, guint index)
{
    g_array_remove_index_fast(findings->list, index);
    fill_slots(findings);
}
