/*
 * Blocks of a draft that the reader of articles refuses, as their signs may mean something: code
 * that is set in or never ends, headings that a line below makes, quotations, items.
 */
#include "import/mend.h"

#include "base/pattern.h"
#include "content/list_sign.h"

#include <string.h>

#define WHY_CODE  "text that is set in: it keeps its lines and blanks"
#define WHY_OPEN  "code that nothing ended: it goes on to the end"
#define WHY_RULER "a line drawn with signs that made a heading of a sentence"
#define WHY_MARK  "a line that begins with a sign: it is one of its own here, too"
#define WHY_PLUS  "items whose sign is a plus: check that none was meant"
#define WHY_QUOTE "a quotation that begins with a number: check that no 'more than' was meant"

/* Blanks before code that is set in (CommonMark 0.30, 4.4). */
#define CODE_INDENT 4
/* Signs of a line that opens code (4.5). */
#define FENCE_LEAST 3

/* What stands before the place, as it goes on in the lines below: blanks for the signs of lists. */
static char *head_below(const char *head)
{
    char *below = g_strdup(head);
    for (char *p = below; *p; p++)
        *p = *p == '>' || *p == '\t' ? *p : ' ';
    return below;
}

/* Lines around code that is set in. `from`: where its first words stand. */
static void fence(struct mending *m, guint at, const char *from, const struct node *node)
{
    const char *line = m->lines->pdata[at];
    size_t start = (size_t)(from - line), blanks = 0;
    for (int i = 0; i < CODE_INDENT && start > blanks && strchr(" \t", from[-1 - (int)blanks]);
         i++) {
        blanks++;
        if (from[-(int)blanks] == '\t')
            break;
    }
    g_autofree char *head = g_strndup(line, start - blanks), *below = head_below(head);
    guint end = at + 1;
    for (const char *p = node->text; p && (p = strchr(p, '\n')) && p[1]; p++)
        end++;
    end = MIN(end, m->lines->len);
    for (guint i = at; i < end; i++) {
        const char *old = m->lines->pdata[i];
        size_t length = MIN(strlen(old), start);
        mend_set(m, i, g_strconcat(below, old + (i == at ? start : length), NULL));
    }
    mend_insert(m, end, g_strconcat(below, "~~~", NULL));
    mend_insert(m, at, g_strconcat(head, "~~~", NULL));
}

/* True for a line that code begins with, and none above it. Code has signs of lists as the reader
 * turns them. */
static bool is_set_in(const char *from, const struct node *node)
{
    size_t length = node->text ? strcspn(node->text, "\n") : 0;
    bool fence = strspn(from, "`") >= FENCE_LEAST || strspn(from, "~") >= FENCE_LEAST;
    return !fence || (length > 0 && strncmp(from, node->text, length) == 0);
}

/* Code that is set in, or that nothing ends. */
static void mend_code(struct mending *m, guint at, const char *from, const struct node *node)
{
    const char *line = m->lines->pdata[at];
    if (is_set_in(from, node)) {
        mend_note_line(m, at, WHY_CODE);
        fence(m, at, from, node);
    } else if (line[strspn(line, " ")] == *from) {
        mend_note_line(m, at, WHY_OPEN);
        guint end = m->lines->len;
        while (mend_is_blank(m->lines->pdata[end - 1]))
            end--;
        mend_insert(m, end, g_strndup(from, strspn(from, "`~")));
    } else {
        mend_note_line(m, at, WHY_SIGN);
        mend_escape(m, at, from);
    }
}

/* The line of signs that makes the heading, and parts it from what follows. */
static void mend_heading(struct mending *m, guint at, const char *from)
{
    if (*from == '#') {
        mend_note_line(m, at, WHY_SIGN);
        mend_escape_line(m, at);
        return;
    }
    for (guint i = at + 1; i < m->lines->len; i++) {
        const char *line = m->lines->pdata[i];
        size_t head = strspn(line, " \t>");
        char sign = line[head] == '=' ? '=' : '-';
        size_t end = head;
        while (line[end] == sign)
            end++;
        if (end == head || line[end + strspn(line + end, " \t")])
            continue;
        mend_note_line(m, i, WHY_RULER);
        mend_set(m, i, g_strndup(line, head));
        return;
    }
}

/* A line that begins with a mark stays one of its own. */
static void break_above(struct mending *m, guint at)
{
    const char *above = m->lines->pdata[at - 1];
    mend_note_line(m, at, WHY_MARK);
    mend_set(m, at - 1, g_strconcat(above, "\\", NULL));
}

/* '+' or '-' before a number, behind the head that the line has in common with others; NUL: none
 * stands there. */
static char number_sign(const char *line, const char *head)
{
    const char *sign = g_str_has_prefix(line, head) ? line + strlen(head) : "";
    size_t blanks = *sign ? strspn(sign + 1, " \t") : 0;
    bool signs = (*sign == '+' || *sign == '-') && blanks > 0;
    return signs && g_ascii_isdigit(sign[1 + blanks]) ? *sign : '\0';
}

/* Where items beside each other have a plus and a minus before numbers, the signs are meant: the
 * items get signs of lists besides. False: they have not. */
static bool mend_signs(struct mending *m, guint at, const char *from)
{
    g_autofree char *head =
        g_strndup(m->lines->pdata[at], (gsize)(from - (char *)m->lines->pdata[at]));
    guint start = at, end = at;
    bool minus = false;
    while (start > 0 && number_sign(m->lines->pdata[start - 1], head))
        start--;
    for (; end < m->lines->len && number_sign(m->lines->pdata[end], head); end++)
        minus |= number_sign(m->lines->pdata[end], head) == '-';
    for (guint i = start; i < at; i++)
        minus |= number_sign(m->lines->pdata[i], head) == '-';
    for (guint i = start; minus && i < end; i++) {
        const char *line = m->lines->pdata[i];
        mend_note_line(m, i, WHY_SIGN);
        mend_set(m, i, g_strdup_printf("%s- \\%s", head, line + strlen(head)));
    }
    return minus;
}

/* True for an item that got its sign with another one of its list. */
static bool has_signs(const char *from)
{
    static struct pattern signs = PATTERN("^- \\\\[+-][ \\t]+\\d");
    struct range found;
    return pattern_find(&signs, from, 0, &found);
}

/* Items whose sign is a plus, which may be meant before a number, get another one. */
static void mend_plus(struct mending *m, guint at, const char *from)
{
    if (mend_signs(m, at, from))
        return;
    g_autofree char *start =
        g_strndup(m->lines->pdata[at], (gsize)(from - (char *)m->lines->pdata[at] + 1));
    size_t length = strlen(start);
    mend_note_line(m, at, WHY_PLUS);
    for (guint i = at; i < m->lines->len && !mend_is_blank(m->lines->pdata[i]); i++) {
        char *line = m->lines->pdata[i];
        if (g_str_has_prefix(line, start) && strchr(" \t", line[length]))
            line[length - 1] = '-';
    }
}

/* A quotation that begins with a number begins a line above. */
static void mend_quote(struct mending *m, guint at, const char *from)
{
    const char *line = m->lines->pdata[at];
    g_autofree char *head = g_strndup(line, (gsize)(from - line)), *below = head_below(head);
    mend_note_line(m, at, WHY_QUOTE);
    mend_set(m, at, g_strconcat(below, from, NULL));
    mend_insert(m, at, g_strconcat(head, ">", NULL));
}

/* True for a quotation that can be nothing else: of an item, or of several lines. */
static bool is_quote(const struct mending *m, guint at, const char *from)
{
    static struct pattern item = PATTERN("^>\\s*\\d{1,9}[.)]\\s");
    struct range found;
    const char *below = at + 1 < m->lines->len ? m->lines->pdata[at + 1] : "";
    return *from == '>' &&
           (pattern_find(&item, from, 0, &found) || below[strspn(below, " ")] == '>');
}

/* The second of two signs of lists, which may be meant; or the first one. */
static const char *inner_sign(const char *from)
{
    static struct pattern two = PATTERN("^[-+*][ \\t]+(?=[-+*](?:\\s|$))");
    struct range found;
    return pattern_find(&two, from, 0, &found) ? from + found.end : from;
}

void mend_block(struct mending *m, guint at, const char *from, const struct node *node)
{
    if (node && node->kind == NODE_CODE_BLOCK)
        mend_code(m, at, from, node);
    else if (node && node->kind == NODE_HEADING)
        mend_heading(m, at, from);
    else if (list_mark_length(from) > 0 && at > 0)
        break_above(m, at);
    else if (inner_sign(from) == from && g_str_has_prefix(from, "+ "))
        mend_plus(m, at, from);
    else if (has_signs(from))
        return;
    else if (is_quote(m, at, from))
        mend_quote(m, at, from);
    else {
        mend_note_line(m, at, WHY_SIGN);
        mend_escape(m, at, inner_sign(from));
    }
}
