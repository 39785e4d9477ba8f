/*
 * Definitions of where links lead. The parser takes them out of the text, so one that nothing
 * refers to would be lost with its words, which may be "[Dose]: 5mg" in a list.
 */
#include "content/article_parts.h"

#include <string.h>

struct definitions {
    const struct node *root;
    struct body *body;
    GPtrArray *begun;     /* for each line the label in brackets that it begins to define, folded;
                             NULL: none */
    GHashTable *lines;    /* the same: how many lines begin it */
    char *words;          /* of the whole text, as read */
    char *read, *written; /* the same, and the text as it was written, to look for labels in */
    struct diag *diag;
};

/* What stands behind the box of a task at `at`; `at` where there is none. */
static const char *behind_box(const char *at)
{
    bool box = at[0] == '[' && at[1] && strchr(" xX", at[1]) && at[2] == ']';
    const char *behind = box ? at + strlen("[ ]") : at;
    size_t blanks = strspn(behind, " \t");
    return blanks > 0 ? behind + blanks : at;
}

/* The bracket that closes a label, in which others have backslashes; NULL: none does. A label may
 * go on in the lines below, up to an empty one. */
static const char *label_end(const char *label)
{
    for (const char *p = label; *p && *p != '['; p++) {
        if (*p == ']')
            return p;
        if (*p == '\n' && p[1 + strspn(p + 1, " \t>")] == '\n')
            return NULL;
        p += *p == '\\' && p[1];
    }
    return NULL;
}

/* The text between the brackets at `at`, which define where a link leads; NULL: they do not. Owned
 * by the caller. */
static char *defined_label(const char *at)
{
    bool opens = *at == '[' && at[1] != '^';
    const char *end = opens ? label_end(at + 1) : NULL;
    return end && end[1] == ':' && end > at + 1 ? g_strndup(at + 1, (gsize)(end - at - 1)) : NULL;
}

/* The label as it stands in the text when it is none: without backslashes, in one line. */
static char *label_words(const char *label)
{
    GString *words = g_string_new(NULL);
    for (const char *p = label; *p; p++) {
        bool line_end = *p == '\n';
        if (line_end)
            p += strspn(p + 1, " \t>");
        p += *p == '\\' && g_ascii_ispunct(p[1]);
        g_string_append_c(words, line_end ? ' ' : *p);
    }
    return g_string_free(words, FALSE);
}

/* As labels are compared: of letter case and the number of blanks nothing is left. Owned by the
 * caller. */
static char *folded(const char *text)
{
    GString *plain = g_string_new(NULL);
    for (const char *p = text; *p; p++)
        if (!g_ascii_isspace(*p))
            g_string_append_c(plain, *p);
        else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
            g_string_append_c(plain, ' ');
    char *folded = g_utf8_casefold(plain->str, (gssize)plain->len);
    g_string_free(plain, TRUE);
    return folded;
}

static char *in_brackets(const char *label)
{
    g_autofree char *brackets = g_strdup_printf("[%s]", label);
    return folded(brackets);
}

/* What stands in a line where a definition may begin: behind signs, the name of a note and a box.
 */
static const char *place_of_definition(struct body_line line)
{
    const char *at = behind_signs(line.text);
    size_t note = g_str_has_prefix(at, "[^") ? strcspn(at, "]\n") : 0;
    if (note > 0 && g_str_has_prefix(at + note, "]:"))
        at = behind_signs(at + note + strlen("]:"));
    return behind_box(at);
}

/* No definition interrupts a paragraph: above it stands nothing, a rule, another block, or one more
 * of its kind. */
static bool may_begin(const struct definitions *d, struct body_line line, const char *at,
                      int number)
{
    struct body_line above = body_line(d->body, number - 1);
    bool empty = strspn(above.text, " \t>*-_=") >= (size_t)above.bytes;
    bool own_signs = strspn(line.text, " \t>") < (size_t)(at - line.text);
    return empty || own_signs || above.code || above.html || above.text[0] == '#' ||
           d->begun->pdata[number - 2];
}

/* Notes what line `number` begins to define. */
static void add_begun(struct definitions *d, int number)
{
    struct body_line line = body_line(d->body, number);
    const char *at = place_of_definition(line);
    g_autofree char *label = line.code || line.html || line.goes_on ? NULL : defined_label(at);
    g_autofree char *plain = label && may_begin(d, line, at, number) ? label_words(label) : NULL;
    char *begun = plain ? in_brackets(plain) : NULL;
    g_ptr_array_add(d->begun, begun);
    if (begun)
        g_hash_table_insert(
            d->lines, begun,
            GINT_TO_POINTER(GPOINTER_TO_INT(g_hash_table_lookup(d->lines, begun)) + 1));
}

/* How often the brackets stand in the text, but for those that are a link of their own, since an
 * address in parentheses follows. */
static int count_brackets(const char *text, const char *brackets)
{
    int n = 0;
    for (const char *p = text; (p = strstr(p, brackets)); n++) {
        bool second = p > text && p[-1] == ']';
        p += strlen(brackets);
        n -= !second && *p == '(' && p[strcspn(p, " )")] == ')';
    }
    return n;
}

/* The lines as they were written, but for comments and the signs before them. */
static char *written_text(const struct body *body)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 1; i <= (int)body->lines->len; i++) {
        g_autofree char *line = body_line_words(body, i);
        g_string_append(text, line + strspn(line, " \t>"));
        g_string_append_c(text, '\n');
    }
    return folded(text->str);
}

static void make_texts(struct definitions *d)
{
    if (d->words)
        return;
    d->words = node_words(d->root);
    d->read = folded(d->words);
    d->written = written_text(d->body);
}

/* True when the label stands in brackets outside of the `begun` lines that may define it, and those
 * are not printed. */
static bool is_referred_to(const struct definitions *d, const char *label, const char *read,
                           int begun)
{
    g_autofree char *written = in_brackets(label);
    int others = count_brackets(d->written, written) - MAX(begun, 1);
    return others > count_brackets(d->read, read);
}

/* True when the brackets stand in the text, since they do not begin a block or too much follows
 * them. */
static bool is_printed(const struct definitions *d, const char *label)
{
    g_autofree char *wanted = g_strdup_printf("[%s]:", label);
    return strstr(d->words, wanted);
}

/* `above`: the labels that lines above define, of which the parser takes the first. */
static void check_link(struct definitions *d, int number, GHashTable *above)
{
    struct body_line line = body_line(d->body, number);
    const char *at = place_of_definition(line);
    g_autofree char *label = defined_label(at), *plain = label ? label_words(label) : NULL;
    if (!label)
        return;
    struct pos pos = body_pos(d->body, number, (int)(at - line.text));
    make_texts(d);
    g_autofree char *read = in_brackets(plain);
    bool referred =
        is_referred_to(d, label, read, GPOINTER_TO_INT(g_hash_table_lookup(d->lines, read)));
    if (!referred && !is_printed(d, plain))
        diag_report(d->diag, RULE_SIGN, pos,
                    "this line is taken for the address of a link that nothing refers to, and "
                    "is not printed: write '\\[%s]:' for the words, or take it out",
                    plain);
    else if (referred && d->begun->pdata[number - 1] &&
             !g_hash_table_add(above, g_steal_pointer(&read)))
        diag_report(d->diag, RULE_SIGN, pos,
                    "there is an address for '[%s]' already, so this line is not printed: write "
                    "'\\[%s]:' for the words, or take it out",
                    plain, plain);
}

/* "[^long name]: words" is a link to "words" for the parser, and so is a note in a task. */
static void check_note(struct body *body, int number, struct diag *diag)
{
    struct body_line line = body_line(body, number);
    const char *signs = behind_signs(line.text), *at = behind_box(signs);
    size_t length = strcspn(at, "]\n");
    if (!g_str_has_prefix(at, "[^") || at[length] != ']' || at[length + 1] != ':')
        return;
    struct pos pos = body_pos(body, number, (int)(at - line.text));
    if (memchr(at, ' ', length))
        diag_report(diag, RULE_NOTE, pos,
                    "the name of a note has no blanks: write it as one word, as '[^1]'");
    else if (at > signs && signs > line.text)
        diag_report(diag, RULE_NOTE, pos,
                    "a note does not begin behind the box of a task: write it on a line below the "
                    "list");
}

void article_check_definitions(const struct node *root, struct body *body, struct diag *diag)
{
    g_autoptr(GHashTable) above = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    struct definitions d = {.root = root,
                            .body = body,
                            .begun = g_ptr_array_new_with_free_func(g_free),
                            .lines = g_hash_table_new(g_str_hash, g_str_equal),
                            .diag = diag};
    for (int i = 1; i <= (int)body->lines->len; i++)
        add_begun(&d, i);
    for (int i = 1; i <= (int)body->lines->len; i++) {
        struct body_line line = body_line(body, i);
        if (line.code || line.html || line.goes_on)
            continue;
        check_note(body, i, diag);
        check_link(&d, i, above);
    }
    g_hash_table_unref(d.lines);
    g_ptr_array_unref(d.begun);
    g_free(d.words);
    g_free(d.read);
    g_free(d.written);
}
