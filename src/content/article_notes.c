/*
 * Notes and what refers to them. The parser ties them together, drops notes that nothing refers to,
 * and leaves references to no note as they are written: both are said, as either would be lost or
 * puzzle its reader.
 */
#include "content/article_parts.h"

#include "base/pattern.h"

#include <string.h>

const char *behind_signs(const char *at)
{
    const char *from;
    do {
        from = at;
        at += strspn(at, " \t>");
        size_t digits = strspn(at, "0123456789");
        const char *sign = at + digits;
        if (*sign && strchr(digits > 0 ? ".)" : "-+*", *sign) && strchr(" \t", sign[1]))
            at = sign + 1;
    } while (at > from);
    return at;
}

char *note_label(struct body_line line)
{
    g_autofree char *text = g_strndup(line.text, (gsize)line.bytes);
    const char *at = behind_signs(text), *end = strstr(at, "]:");
    if (!g_str_has_prefix(at, "[^") || !end || at + strcspn(at, "] \t") != end)
        return NULL;
    at += strlen("[^");
    char *label = at == end ? NULL : g_strndup(at, (gsize)(end - at));
    if (label)
        signs_show(label);
    return label;
}

/* Gives each reference its note. */
static void tie(struct node *root, const GPtrArray *notes)
{
    for (struct node *node = root; node; node = node_next(node, root)) {
        guint number = node->kind == NODE_REFERENCE ? node->as.reference.number : 0;
        if (number > 0 && number <= notes->len)
            node->as.reference.note = notes->pdata[number - 1];
    }
}

static GPtrArray *number_notes(const struct node *root)
{
    GPtrArray *notes = g_ptr_array_new();
    for (struct node *node = root->first; node; node = node->next) {
        if (node->kind != NODE_NOTE)
            continue;
        g_ptr_array_add(notes, node);
        node->as.note.number = notes->len;
    }
    return notes;
}

/* True when there is a note that "[^label]" refers to. */
static bool has_note(const struct node *root, const char *reference)
{
    g_autofree char *wanted = g_utf8_casefold(reference, -1);
    bool found = false;
    for (const struct node *node = root->first; node && !found; node = node->next) {
        if (node->kind != NODE_NOTE)
            continue;
        g_autofree char *own = g_strdup_printf("[^%s]", node->as.note.label);
        g_autofree char *folded = g_utf8_casefold(own, -1);
        found = strcmp(folded, wanted) == 0;
    }
    return found;
}

/* The line and those below it up to an empty one: the parser does not count the lines that end with
 * a backslash. */
static struct body_line rest_of_block(const struct body *body, int number)
{
    struct body_line line = body_line(body, number);
    for (int i = number + 1; i <= (int)body->lines->len; i++) {
        struct body_line next = body_line(body, i);
        if (next.bytes == 0)
            break;
        line.bytes = (int)(next.text + next.bytes - line.text);
    }
    return line;
}

/* True when the block of the node has a backslash among the signs of all references like it; or of
 * some, when there is the note: the parser has tied the others to it. */
static bool is_meant(const struct node *root, const struct body *body, const struct node *node,
                     const char *reference)
{
    struct body_line line = rest_of_block(body, node->pos.line - body->first_line + 1);
    return g_strstr_len(line.text, line.bytes, "[\\^") &&
           (!g_strstr_len(line.text, line.bytes, reference) || has_note(root, reference));
}

void article_check_references(struct node *root, const struct body *body, struct diag *diag)
{
    static struct pattern reference = PATTERN_HOLDING("[^", "\\[\\^[^\\]\\s]+\\]");
    for (struct node *node = root; node; node = node_next(node, root)) {
        struct range at = {0, 0};
        while (node->kind == NODE_TEXT && pattern_find(&reference, node->text, at.end, &at)) {
            g_autofree char *words = g_strndup(node->text + at.start, at.end - at.start);
            struct pos pos = node->pos;
            pos.col += (int)g_utf8_strlen(node->text, (gssize)at.start);
            if (!is_meant(root, body, node, words))
                diag_report(diag, RULE_NOTE, pos,
                            "there is no note '%s': write '%s: ' and its words on a line below",
                            words, words);
        }
    }
}

/* A number that leads to nothing puzzles its reader. */
static void check_empty(const GPtrArray *notes, struct diag *diag)
{
    for (guint i = 0; i < notes->len; i++) {
        const struct node *note = notes->pdata[i];
        if (!note->first)
            diag_report(diag, RULE_NOTE, note->pos,
                        "the note '[^%s]' has no words: write them behind its colon, or take it "
                        "out with what refers to it",
                        note->as.note.label);
    }
}

static GHashTable *labels_of(const GPtrArray *notes)
{
    GHashTable *labels = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < notes->len; i++)
        g_hash_table_add(
            labels, g_utf8_casefold(((const struct node *)notes->pdata[i])->as.note.label, -1));
    return labels;
}

static void check_definitions(struct body *body, const GPtrArray *notes, struct diag *diag)
{
    g_autoptr(GHashTable) labels = labels_of(notes);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int i = 1; i <= (int)body->lines->len; i++) {
        struct body_line line = body_line_seen(body, i);
        g_autofree char *label = line.code || line.goes_on ? NULL : note_label(line);
        g_autofree char *folded = label ? g_utf8_casefold(label, -1) : NULL;
        if (!label)
            continue;
        if (!g_hash_table_contains(labels, folded))
            diag_report(diag, RULE_NOTE, body_pos(body, i, 0),
                        "nothing refers to the note '[^%s]', so it is not printed: write '[^%s]' "
                        "where it belongs, or take it out",
                        label, label);
        else if (!g_hash_table_add(seen, g_steal_pointer(&folded)))
            diag_report(diag, RULE_NOTE, body_pos(body, i, 0),
                        "there is a note '[^%s]' already, so this one is not printed: give it "
                        "another name",
                        label);
    }
}

void article_tie_notes(struct node *root, struct body *body, struct diag *diag)
{
    g_autoptr(GPtrArray) notes = number_notes(root);
    tie(root, notes);
    article_check_references(root, body, diag);
    check_definitions(body, notes, diag);
    check_empty(notes, diag);
}

bool article_heading_refers(struct node *heading)
{
    for (struct node *node = heading; node; node = node_next(node, heading))
        if (node->kind == NODE_REFERENCE)
            return true;
    return false;
}
