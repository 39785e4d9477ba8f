/*
 * Definitions of where links lead. The parser takes them out of the text, so one that nothing
 * refers to would be lost with its words, which may be "[Dose]: 5mg" in a list.
 */
#include "content/article_parts.h"

#include <string.h>

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

/* True when something but line `number` has the label in brackets. */
static bool is_referred_to(const struct body *body, const char *label, int number)
{
    g_autofree char *wanted = g_strdup_printf("[%s]", label);
    g_autofree char *folded = g_utf8_casefold(wanted, -1);
    for (int i = 1; i <= (int)body->lines->len; i++) {
        struct body_line line = body_line(body, i);
        g_autofree char *text = g_utf8_casefold(line.text, line.bytes);
        if (i != number && strstr(text, folded))
            return true;
    }
    return false;
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

/* True when the brackets stand in the text, since they do not begin a block or too much follows
 * them. `words`: of the whole text, made here when first asked for. */
static bool is_printed(const struct node *root, char **words, const char *label)
{
    g_autofree char *wanted = g_strdup_printf("[%s]:", label);
    if (!*words)
        *words = node_words(root);
    return strstr(*words, wanted);
}

static void check_link(const struct node *root, char **words, struct body *body, int number,
                       struct diag *diag)
{
    struct body_line line = body_line(body, number);
    const char *at = behind_box(behind_signs(line.text));
    g_autofree char *label = defined_label(at), *plain = label ? label_words(label) : NULL;
    if (label && !is_referred_to(body, label, number) && !is_printed(root, words, plain))
        diag_report(diag, RULE_SIGN, body_pos(body, number, (int)(at - line.text)),
                    "this line is taken for the address of a link that nothing refers to, and "
                    "is not printed: write '\\[%s]:' for the words, or take it out",
                    plain);
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
    g_autofree char *words = NULL;
    for (int i = 1; i <= (int)body->lines->len; i++) {
        struct body_line line = body_line(body, i);
        if (line.code || line.comment)
            continue;
        check_note(body, i, diag);
        check_link(root, &words, body, i, diag);
    }
}
