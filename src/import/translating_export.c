/*
 * What is translated becomes entries of a catalogue: front matter value by value, so that no
 * translator has to know YAML, the body portion by portion, in its Markdown.
 */
#include "import/translating_parts.h"

#include "examine/pairing.h"

static void export_key(struct po *po, const struct front_portion *source,
                       const struct front_portion *own)
{
    for (guint i = 0; i < source->values->len; i++) {
        const struct fact *fact = source->values->pdata[i];
        bool there = own && i < own->values->len;
        const struct fact *text = there ? own->values->pdata[i] : NULL;
        g_autofree char *context = translating_context_of_value(source, i);
        struct po_entry *entry = po_add(po, context, fact->value, text ? text->value : "");
        entry->place = translating_place(fact->pos);
        entry->fuzzy = text && translating_is_stale(own->from, source->number);
    }
}

static void export_front(const struct translating *t, struct po *po)
{
    g_autoptr(GPtrArray) source = front_portions_of(t->source);
    g_autoptr(GPtrArray) own = t->translated ? front_portions_of(t->translated) : NULL;
    for (guint i = 0; i < source->len; i++)
        export_key(po, source->pdata[i], own ? own->pdata[i] : NULL);
}

static void export_portion(struct po *po, GHashTable *seen, const struct portion *source,
                           const struct portion *own)
{
    g_autofree char *context = translating_context_of_words(seen, source->text);
    bool there = own && own->node;
    struct po_entry *entry = po_add(po, context, source->text, there ? own->written : "");
    entry->place = translating_place(source->pos);
    entry->fuzzy = there && translating_is_stale(own->from, source->number);
    if (entry->fuzzy)
        entry->previous = g_strdup(own->made_of);
}

struct po *translating_export(const struct translating *t)
{
    struct po *po = po_new(t->lang);
    const char *version = t->source->version.value;
    po->project = g_strconcat(t->source->name, version ? " " : NULL, version, NULL);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) source = portions_of(t->source);
    g_autoptr(GPtrArray) own = translating_portions(t);
    g_autoptr(GArray) pairs = pairing_of(source, own);
    export_front(t, po);
    for (guint i = 0; i < pairs->len; i++) {
        const struct pair *pair = &g_array_index(pairs, struct pair, i);
        if (pair->source && pair->source->node)
            export_portion(po, seen, pair->source, pair->translated);
    }
    return po;
}
