/*
 * Method: front matter line by line (translating_front.c), the body portion by portion, each under
 * its record (content/portions.h).
 */
#include "import/translating_parts.h"

#include "examine/pairing.h"

/* Where a number would stand, of what is not there any more. */
#define NUMBER_GONE "gone"

/* Comments do not nest. */
static void add_in_comment(GString *out, const char *text)
{
    GString *words = g_string_new(text);
    g_string_replace(words, RECORD_END, "-- >", 0);
    g_string_append_printf(out, "%s\n", words->str);
    g_string_free(words, TRUE);
}

/* `number`: what it was made from; `now`: what that has become; NULL: it is the same. */
static void add_record(GString *out, const char *number, const char *now, const char *words,
                       const char *before)
{
    g_string_append_printf(out, "\n" RECORD_START "%s%s%s\n", number, now ? RECORD_CHANGE : "",
                           now ? now : "");
    if (words)
        add_in_comment(out, words);
    if (now && before) {
        g_string_append(out, RECORD_BEFORE "\n");
        add_in_comment(out, before);
    }
    g_string_append(out, RECORD_END "\n");
}

/* `own`: what stands for it, NULL: nothing does. */
static void add_portion(struct writing *w, const struct portion *source, const struct portion *own)
{
    g_autofree char *context = translating_context_of_words(w->seen, source->text);
    const char *back = translating_taken(w->t, context, source->text, source->pos);
    bool there = own && own->node;
    if (back) {
        w->counts.taken++;
        add_record(w->out, source->number, NULL, source->text, NULL);
    } else {
        bool stale = there && translating_is_stale(own->from, source->number);
        translating_count(w, there, there ? own->from : NULL, source->number);
        add_record(w->out, stale ? own->from : source->number, stale ? source->number : NULL,
                   source->text, stale ? own->made_of : NULL);
    }
    g_string_append_printf(w->out, "%s\n", back ? back : own ? own->written : "");
}

/* A translation of what is not there; one that never was from the source stays without a record. */
static void add_lone(struct writing *w, const struct portion *own)
{
    if (!*own->written)
        return;
    w->counts.gone++;
    if (own->from)
        add_record(w->out, own->from, NUMBER_GONE, NULL, own->made_of);
    else
        g_string_append_c(w->out, '\n');
    g_string_append_printf(w->out, "%s\n", own->written);
}

static void add_body(struct writing *w)
{
    g_autoptr(GPtrArray) source = portions_of(w->t->source);
    g_autoptr(GPtrArray) translated = translating_portions(w->t);
    g_autoptr(GArray) pairs = pairing_of(source, translated);
    for (guint i = 0; i < pairs->len; i++) {
        const struct pair *pair = &g_array_index(pairs, struct pair, i);
        if (pair->source && pair->source->node)
            add_portion(w, pair->source, pair->translated);
        else if (pair->translated)
            add_lone(w, pair->translated);
    }
}

char *translating_write(const struct translating *t, struct translating_counts *out)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GString) front = g_string_new(NULL);
    g_autoptr(GString) body = g_string_new(NULL);
    struct writing w = {.t = t, .out = front, .seen = seen};
    translating_add_front(&w);
    w.out = body;
    add_body(&w);
    if (t->translated && w.counts.changed + w.counts.empty + w.counts.gone == 0)
        translating_renew_version(t, front);
    *out = w.counts;
    return g_strconcat(front->str, body->str, NULL);
}
