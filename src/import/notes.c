/*
 * Footnotes and what refers to them, once it is known which lines are the article's: a note without
 * anything that refers to it goes with what did, and a reference without its note is a raised
 * number. Handouts print neither.
 */
#include "import/parts.h"

#include <string.h>

#define WHY_ALONE    "a footnote: what refers to it is no part of the article"
#define WHY_OF_TITLE "a footnote of the title, which can have none: it is text now"
#define WHY_NO_END   "refers to a footnote that is no part of the article"

/* Notes may refer to notes, which in turn do. More than a few rounds are nobody's. */
#define ROUNDS 8

static bool is_ours(const struct input_line *line)
{
    return line->kind != LINE_BLANK && !line->why && !line->is_fact;
}

const char *import_behind_code(const char *text)
{
    size_t ticks = strspn(text, "`");
    for (const char *p = text + ticks; (p = strchr(p, '`')); p += strspn(p, "`"))
        if (strspn(p, "`") == ticks)
            return p + ticks;
    return text + ticks;
}

/* The next reference at or after `text`, its label in `*label`, which the caller owns; NULL: no
 * more. Signs that look like one have a backslash. */
static const char *find_reference(const char *text, char **label)
{
    *label = NULL;
    for (const char *p = text; p && *p;) {
        const char *end = g_str_has_prefix(p, "[^") ? strchr(p, ']') : NULL;
        if (end) {
            *label = g_strndup(p + 2, (gsize)(end - p - 2));
            return p;
        }
        p = *p == '`' ? import_behind_code(p) : p + (*p == '\\' && p[1] ? 2 : 1);
    }
    return NULL;
}

/* Adds the labels that the line refers to; true when one is new. */
static bool add_references(GHashTable *labels, const struct input_line *line)
{
    bool added = false;
    char *label;
    for (const char *at = line->marked; line->kind != LINE_PRE && (at = find_reference(at, &label));
         at++)
        added |= g_hash_table_add(labels, label);
    return added;
}

/* All labels that the text refers to, or its notes do; owned by the caller. */
static GHashTable *find_references(const struct source *source)
{
    GHashTable *labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    bool more = true;
    for (int round = 0; more && round < ROUNDS; round++) {
        more = false;
        for (guint i = 0; i < source->lines->len; i++) {
            const struct input_line *line = source->lines->pdata[i];
            const char *note = source_note_of(line);
            if (is_ours(line) && (!note || g_hash_table_contains(labels, note)))
                more |= add_references(labels, line);
        }
        more &= g_hash_table_size(labels) > 0;
    }
    return labels;
}

/* Writes what refers to a note that is not there as the number that it shows. */
static void lower_references(struct source *source, struct input_line *line, GHashTable *notes)
{
    g_autoptr(GString) out = g_string_new(NULL);
    const char *from = line->marked, *at;
    char *owned;
    for (; (at = find_reference(from, &owned)); from = strchr(at, ']') + 1) {
        g_autofree char *label = owned;
        bool there = g_hash_table_contains(notes, label);
        g_string_append_len(out, from, at - from);
        g_string_append_printf(out, there ? "[^%s]" : "<sup>%s</sup>", label);
        if (!there)
            source_changed(source, line, line->text, WHY_NO_END);
    }
    g_string_append(out, from);
    g_free(line->marked);
    line->marked = g_strdup(out->str);
}

void import_settle_notes(struct source *source)
{
    g_autoptr(GHashTable) references = find_references(source);
    g_autoptr(GHashTable) notes = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < source->lines->len; i++) {
        struct input_line *line = source->lines->pdata[i];
        const char *note = source_note_of(line);
        if (!note || !is_ours(line))
            continue;
        if (g_hash_table_contains(references, note))
            g_hash_table_add(notes, (gpointer)note);
        else
            line->why = WHY_ALONE;
    }
    for (guint i = 0; g_hash_table_size(references) > 0 && i < source->lines->len; i++) {
        struct input_line *line = source->lines->pdata[i];
        if (is_ours(line) && line->marked && line->kind != LINE_PRE)
            lower_references(source, line, notes);
    }
}

/* The label of the footnote that the chunk stands in; NULL: in none. */
static const char *note_of(const struct chunk *chunk)
{
    return source_note_of(chunk->lines->pdata[0]);
}

static bool refers_to(const char *marked, const char *label)
{
    g_autofree char *reference = g_strdup_printf("[^%s]", label);
    return strstr(marked, reference) != NULL;
}

static bool is_referred_to(const GPtrArray *chunks, const char *label)
{
    for (guint i = 0; i < chunks->len; i++) {
        const struct chunk *chunk = chunks->pdata[i];
        if (refers_to(chunk->marked->str, label))
            return true;
    }
    return false;
}

void import_free_notes(struct source *source, GPtrArray *chunks, const char *title)
{
    for (guint i = 0; i < chunks->len; i++) {
        struct chunk *chunk = chunks->pdata[i];
        const char *label = note_of(chunk);
        if (!label || !refers_to(title, label) || is_referred_to(chunks, label))
            continue;
        chunk->holder = NULL;
        source_changed(source, chunk->lines->pdata[0], chunk->text->str, WHY_OF_TITLE);
    }
}
